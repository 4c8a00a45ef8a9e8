//! What statements answer.

use snapbox::{assert_data_eq, str};

use crate::{csv, session, written};
use strato_sql::Format;

#[test]
fn top_talkers() {
    let sql =
        "SELECT ip.src, count(*), sum(frame.len) FROM frames WHERE tcp.port == 80 GROUP BY 1 ORDER BY 2 DESC LIMIT 10";
    assert_data_eq!(
        csv("http.pcap", sql),
        str![[r#"
ip.src,count(*),sum(frame.len)
10.9.0.2,39,3160
10.9.0.1,31,23533
,10,1223

"#]]
    );
}

#[test]
fn a_star_is_a_summary_line() {
    assert_data_eq!(
        csv("dns.pcap", "SELECT * FROM frames LIMIT 0"),
        str![[r#"
frame.number,frame.time,_ws.col.def_src,_ws.col.def_dst,_ws.col.protocol,frame.len,_ws.col.info

"#]]
    );
    assert_data_eq!(
        csv("dns.pcap", "SELECT f.* EXCLUDE (\"frame.time\", \"_ws.col.info\") FROM frames f LIMIT 3"),
        str![[r#"
frame.number,_ws.col.def_src,_ws.col.def_dst,_ws.col.protocol,frame.len
1,32:f9:cc:d0:f6:e1,ff:ff:ff:ff:ff:ff,ARP,42
2,de:2d:7e:ab:90:da,32:f9:cc:d0:f6:e1,ARP,42
3,10.9.0.2,10.9.0.1,DNS,92

"#]]
    );
}

#[test]
fn names_are_fields() {
    let same = [
        "SELECT ip.src FROM frames WHERE udp.dstport = 53 LIMIT 1",
        "SELECT \"ip.src\" FROM frames WHERE \"udp.dstport\" == 53 LIMIT 1",
        "SELECT frames.ip.src FROM frames WHERE frames.udp.dstport = 53 LIMIT 1",
        "SELECT f.ip.src FROM frames AS f WHERE F.\"udp.dstport\" = 53 LIMIT 1",
        "WITH asked AS (SELECT ip.src FROM frames WHERE udp.dstport = 53) SELECT ip.src FROM asked LIMIT 1",
        "SELECT t.ip.src FROM (SELECT ip.src FROM frames WHERE udp.dstport = 53) AS t LIMIT 1",
        "SELECT ip.src FROM frames AS ip WHERE udp.dstport = 53 LIMIT 1",
    ];
    let first = csv("dns.pcap", same[0]);
    assert_eq!(first.lines().count(), 2, "{first}");
    for sql in same {
        assert_eq!(csv("dns.pcap", sql), first, "{sql}");
    }
    let joined = "SELECT a.frame.number, b.frame.number FROM frames a JOIN frames b ON a.dns.id = b.dns.id \
                  WHERE NOT a.dns.flags.response AND b.dns.flags.response ORDER BY 1 LIMIT 2";
    assert_data_eq!(
        csv("dns.pcap", &joined.replace("b.frame.number FROM", "b.frame.number AS answer FROM")),
        str![[r#"
frame.number,answer
3,4
5,6

"#]]
    );
}

#[test]
fn columns_of_the_answer_are_called_as_they_were_written() {
    let sql = "SELECT count(*), sum(frame.len), max(frame.len) - min(frame.len), udp.dstport FROM frames GROUP BY udp.dstport LIMIT 0";
    assert_data_eq!(
        csv("dns.pcap", sql),
        str![[r#"
count(*),sum(frame.len),max(frame.len) - min(frame.len),udp.dstport

"#]]
    );
}

#[test]
fn protocols_are_there_or_not() {
    assert_data_eq!(
        csv("dns.pcap", "SELECT dns, tcp, count(*) FROM frames GROUP BY 1, 2 ORDER BY 1, 2"),
        str![[r#"
dns,tcp,count(*)
false,false,2
false,true,8
true,false,14
true,true,2

"#]]
    );
}

#[test]
fn addresses_compare_with_text() {
    let count = |condition: &str| {
        let text = csv("http.pcap", &format!("SELECT count(*) AS n FROM frames WHERE {condition}"));
        text.lines().nth(1).and_then(|line| line.parse::<u64>().ok()).unwrap_or_else(|| panic!("{condition}: {text}"))
    };
    let first = csv("http.pcap", "SELECT ip.src FROM frames WHERE ip LIMIT 1");
    let first = first.lines().nth(1).expect("a row").to_owned();
    let (all, one) = (count("ip"), count(&format!("ip.src = '{first}'")));
    assert!(one > 0 && one < all, "{one} of {all}");
    assert_eq!(count(&format!("ip.src <> '{first}'")), all - one);
    assert_eq!(count(&format!("ip.src IN ('{first}', '203.0.113.1')")), one);
    assert_eq!(count(&format!("ip.src IN ('{first}/32')")), one);
    assert_eq!(count(&format!("ip.src NOT IN ('{first}', '203.0.113.0/24')")), all - one);
    assert_eq!(count(&format!("ip.src BETWEEN '{first}' AND '{first}'")), one);
    assert_eq!(count(&format!("text(ip.src) = '{first}'")), one);
    assert_eq!(count(&format!("ip.src::varchar LIKE '{first}%'")), one);
    assert_eq!(count(&format!("concat(ip.src, ':') = '{first}:'")), one);
    assert_eq!(count("ip.src = '0.0.0.0/0'"), all);
    assert_eq!(count("ip.src != '0.0.0.0/0'"), 0);
    let either = count(&format!("ip.src = '{first}' OR ip.dst = '{first}'"));
    assert_eq!(count(&format!("ip.addr = '{first}'")), either);
    assert_eq!(count(&format!("ip.addr != '{first}'")), all - either);
    assert_eq!(count(&format!("cidr_contains(ip.src, '{first}/32')")), one);
    assert_eq!(count("ip_is_private(ip.src)"), count("ip.src IN ('10.0.0.0/8', '127.0.0.0/8', '192.168.0.0/16')"));
    assert_eq!(count("ip.addr IN ('0.0.0.0/0')"), all);
    assert_eq!(count("eth.src = '00:00:00:00:00:00' OR eth.src <> '00:00:00:00:00:00'"), count("eth"));
}

#[test]
fn addresses_stay_addresses() {
    let sql = "SELECT min(ip.src), max(eth.dst), coalesce(min(ip.dst), min(ip.src)), t.m FROM frames \
               CROSS JOIN (SELECT max(ip.src) AS m, count(*) FROM frames) AS t GROUP BY t.m";
    assert_data_eq!(
        csv("http.pcap", sql),
        str![[r#"
min(ip.src),max(eth.dst),"coalesce(min(ip.dst), min(ip.src))",m
10.9.0.1,de:2d:7e:ab:90:da,10.9.0.1,10.9.0.2

"#]]
    );
    let sql = "SELECT array_agg(DISTINCT ip.src ORDER BY ip.src) AS senders, unnest(ip.addr) AS one FROM frames WHERE ip GROUP BY ip.addr ORDER BY 1 LIMIT 2";
    assert_data_eq!(
        csv("http.pcap", sql),
        str![[r#"
senders,one
[10.9.0.1],10.9.0.2
[10.9.0.1],10.9.0.1

"#]]
    );
    let sql = "SELECT frame.number, lag(ip.src) OVER (ORDER BY frame.number) AS before, CASE WHEN tcp.srcport = 80 THEN ip.src ELSE ip.dst END AS server \
               FROM frames WHERE tcp AND ip ORDER BY 1 LIMIT 2";
    assert_data_eq!(
        csv("http.pcap", sql),
        str![[r#"
frame.number,before,server
2,,10.9.0.1
3,10.9.0.2,10.9.0.1

"#]]
    );
}

#[test]
fn some_value_of_a_list_is_enough() {
    let counts = "SELECT count(*) FILTER (WHERE tcp.port = 80) AS a, count(*) FILTER (WHERE tcp.srcport = 80 OR tcp.dstport = 80) AS b, \
                  count(*) FILTER (WHERE tcp.port != 80) AS c, count(*) FILTER (WHERE tcp.port IN (80, 81)) AS d, \
                  count(*) FILTER (WHERE tcp.port BETWEEN 80 AND 90) AS e, count(*) FILTER (WHERE tcp.port > 65536) AS f FROM frames";
    assert_data_eq!(
        csv("http.pcap", counts),
        str![[r#"
a,b,c,d,e,f
80,80,2,82,82,0

"#]]
    );
    assert_data_eq!(
        csv("dns.pcap", "SELECT dns.a FROM frames WHERE cardinality(dns.a) > 1 LIMIT 2"),
        str![[r#"
dns.a

"#]]
    );
}

#[test]
fn values_and_ports_have_names() {
    let sql = "SELECT name(dns.flags.rcode), count(*) FROM frames WHERE dns.flags.rcode != 'no error' GROUP BY 1";
    assert_data_eq!(
        csv("dns.pcap", sql),
        str![[r#"
name(dns.flags.rcode),count(*)
Refused,1

"#]]
    );
    let sql =
        "SELECT port_name(udp.dstport) AS service, udp.dstport FROM frames WHERE udp GROUP BY 1, 2 ORDER BY 2 LIMIT 1";
    assert_data_eq!(
        csv("dns.pcap", sql),
        str![[r#"
service,udp.dstport
domain,53

"#]]
    );
}

#[test]
fn times_are_times() {
    let sql = "SELECT time_bucket('1 second', frame.time) AS t, count(*) FROM frames GROUP BY 1 ORDER BY 1 LIMIT 2";
    assert_data_eq!(
        csv("dns.pcap", sql),
        str![[r#"
t,count(*)
2026-11-27 08:31:37.000000000,26

"#]]
    );
    let sql = "SELECT frame.time_relative, frame.time_delta FROM frames LIMIT 2";
    assert_data_eq!(
        csv("dns.pcap", sql),
        str![[r#"
frame.time_relative,frame.time_delta
0.0,
0.000024,0.000024

"#]]
    );
}

#[test]
fn captures_come_one_after_another() {
    let mut session = session(&["dns.pcap", "http.pcap"]);
    let sql =
        "SELECT regexp_replace(file, '.*/', '') AS file, count(*), max(frame.number) FROM frames GROUP BY 1 ORDER BY 1";
    assert_data_eq!(
        written(&mut session, sql, Format::Csv).expect("an answer"),
        str![[r#"
file,count(*),max(frame.number)
dns.pcap,26,26
http.pcap,85,85

"#]]
    );
    let sql = "SELECT frame.number FROM frames";
    let numbers = written(&mut session, sql, Format::Csv).expect("an answer");
    let mut numbers = numbers.lines().skip(1).map(|line| line.parse::<u64>().expect("a number"));
    assert!(numbers.by_ref().zip(1..).take_while(|(number, at)| number == at).count() > 1, "in order");
}

#[test]
fn counting_looks_at_nothing() {
    assert_data_eq!(
        csv("dns.pcap", "SELECT count(*) FROM frames"),
        str![[r#"
count(*)
26

"#]]
    );
    assert_data_eq!(
        csv("dns.pcap", "SELECT 1 AS one FROM frames LIMIT 2"),
        str![[r#"
one
1
1

"#]]
    );
}
