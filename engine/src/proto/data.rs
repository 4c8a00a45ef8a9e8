//! Bytes that no protocol knows.

use super::{
    Extent, Parent, Protocol, Table,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Data =>
    DATA_DATA: "data.data", "Data", bytes();
    DATA_TEXT: "data.text", "Text", str();
    DATA_LEN: "data.len", "Length", i32().unit("bytes");
    DATA_MD5: "data.md5_hash", "Payload MD5 hash", str();
    DATA_UNCOMPRESSED_DATA: "data.uncompressed.data", "Uncompressed Data", bytes();
    DATA_UNCOMPRESSED_LEN: "data.uncompressed.len", "Uncompressed Length", i32();
}

preferences! { super::super::Proto::Data =>
    SHOW_AS_TEXT: "data.show_as_text", false, "Show undecoded bytes as text, too (data.text)";
}

/// Undecoded bytes.
pub static DATA: Protocol = Protocol {
    name: "data",
    title: "Data",
    frame_name: "data",
    fields: FIELDS,
    parents: &[
        Parent::MediaType("application/octet-stream"),
        Parent::DecodeAs(Table::TcpPort),
        Parent::DecodeAs(Table::UdpPort),
        Parent::DecodeAs(Table::IpProto),
        Parent::DecodeAs(Table::EtherType),
    ],
    preferences: PREFERENCES,
    // It takes what the others leave, so all that could take the bytes must be asked first.
    whole_frame: &["data", "data.data", "data.text", "data.len", "data.md5_hash"],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.out.item(f::DATA_DATA, tvb, 0, tvb.len())?;
    if cx.out.prefers(p::SHOW_AS_TEXT) {
        cx.out.item(f::DATA_TEXT, tvb, 0, tvb.len())?;
    }
    cx.out.generated(f::DATA_LEN, strato_filter_lang::value::Value::Int(tvb.len() as i64));
    Ok(tvb.len())
}
