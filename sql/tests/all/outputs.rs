//! Forms of an answer.

use snapbox::{assert_data_eq, str};
use strato_sql::{
    Format,
    arrow::{datatypes::DataType, ipc::reader::StreamReader},
};

use crate::{session, written};

const SQL: &str =
    "SELECT frame.number, ip.src, eth.dst, dns.qry.name, dns.a, dns.flags.response, dns.time FROM frames LIMIT 3";

#[test]
fn texts() {
    let written = |format| written(&mut session(&["dns.pcap"]), SQL, format).expect("an answer");
    assert_data_eq!(
        written(Format::Table),
        str![[r#"
frame.number  ip.src    eth.dst            dns.qry.name  dns.a  dns.flags.response  dns.time
────────────  ────────  ─────────────────  ────────────  ─────  ──────────────────  ────────
           1            ff:ff:ff:ff:ff:ff
           2            32:f9:cc:d0:f6:e1
           3  10.9.0.2  de:2d:7e:ab:90:da  shop.test            false

"#]]
    );
    assert_data_eq!(
        written(Format::Csv),
        str![[r#"
frame.number,ip.src,eth.dst,dns.qry.name,dns.a,dns.flags.response,dns.time
1,,ff:ff:ff:ff:ff:ff,,,,
2,,32:f9:cc:d0:f6:e1,,,,
3,10.9.0.2,de:2d:7e:ab:90:da,shop.test,,false,

"#]]
    );
    assert_data_eq!(
        written(Format::Json),
        str![[r#"
[
{"frame.number":1,"ip.src":null,"eth.dst":"ff:ff:ff:ff:ff:ff","dns.qry.name":null,"dns.a":null,"dns.flags.response":null,"dns.time":null},
{"frame.number":2,"ip.src":null,"eth.dst":"32:f9:cc:d0:f6:e1","dns.qry.name":null,"dns.a":null,"dns.flags.response":null,"dns.time":null},
{"frame.number":3,"ip.src":"10.9.0.2","eth.dst":"de:2d:7e:ab:90:da","dns.qry.name":"shop.test","dns.a":null,"dns.flags.response":false,"dns.time":null}
]

"#]]
    );
    assert_data_eq!(
        written(Format::Ndjson),
        str![[r#"
{"frame.number":1,"ip.src":null,"eth.dst":"ff:ff:ff:ff:ff:ff","dns.qry.name":null,"dns.a":null,"dns.flags.response":null,"dns.time":null}
{"frame.number":2,"ip.src":null,"eth.dst":"32:f9:cc:d0:f6:e1","dns.qry.name":null,"dns.a":null,"dns.flags.response":null,"dns.time":null}
{"frame.number":3,"ip.src":"10.9.0.2","eth.dst":"de:2d:7e:ab:90:da","dns.qry.name":"shop.test","dns.a":null,"dns.flags.response":false,"dns.time":null}

"#]]
    );
}

#[test]
fn nothing_is_an_answer() {
    let sql = "SELECT frame.number FROM frames WHERE frame.number > 100000";
    let written = |format| written(&mut session(&["dns.pcap"]), sql, format).expect("an answer");
    assert_data_eq!(
        written(Format::Table),
        str![[r#"
frame.number
────────────

"#]]
    );
    assert_data_eq!(
        written(Format::Csv),
        str![[r#"
frame.number

"#]]
    );
    assert_data_eq!(
        written(Format::Json),
        str![[r#"
[
]

"#]]
    );
    assert_eq!(written(Format::Ndjson), "");
}

#[test]
fn arrow_has_fixed_widths() {
    let mut out = Vec::new();
    session(&["dns.pcap"]).run(SQL, &mut *Format::Arrow.sink(&mut out, 0)).expect("an answer");
    let reader = StreamReader::try_new(out.as_slice(), None).expect("a stream");
    let schema = reader.schema();
    let field = |name: &str| schema.field_with_name(name).expect("a column").clone();
    assert_eq!(*field("ip.src").data_type(), DataType::UInt32);
    assert_eq!(field("ip.src").metadata().get("ARROW:extension:name").map(String::as_str), Some("strato.ipv4"));
    assert_eq!(*field("eth.dst").data_type(), DataType::FixedSizeBinary(6));
    assert_eq!(*field("dns.qry.name").data_type(), DataType::Utf8);
    let rows: usize = reader.map(|batch| batch.expect("a batch").num_rows()).sum();
    assert_eq!(rows, 3);
}

#[test]
fn parquet_is_a_file() {
    let mut out = Vec::new();
    session(&["dns.pcap"]).run(SQL, &mut *Format::Parquet.sink(&mut out, 0)).expect("an answer");
    assert!(out.starts_with(b"PAR1") && out.ends_with(b"PAR1"));
}
