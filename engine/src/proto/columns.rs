//! `_ws.col.*`: the summary columns as fields. They are known only when the whole frame is dissected.

use std::net::Ipv6Addr;

use super::{
    Proto, Protocol,
    dissect::{Addr, Cx},
};

fields! { crate::proto::Proto::Columns =>
    NUMBER: "_ws.col.number", "Number", str();
    CLS_TIME: "_ws.col.cls_time", "Time (format as specified)", str();
    DEF_SRC: "_ws.col.def_src", "Source address", str();
    DEF_DST: "_ws.col.def_dst", "Destination address", str();
    PROTOCOL: "_ws.col.protocol", "Protocol", str();
    PACKET_LENGTH: "_ws.col.packet_length", "Packet length (bytes)", str();
    INFO: "_ws.col.info", "Information", str();
}

/// The columns.
pub static COLUMNS: Protocol = Protocol {
    name: "_ws.col",
    title: "Wireshark Columns",
    fields: FIELDS,
    whole_frame: &[
        "_ws.col",
        "_ws.col.number",
        "_ws.col.cls_time",
        "_ws.col.def_src",
        "_ws.col.def_dst",
        "_ws.col.protocol",
        "_ws.col.packet_length",
        "_ws.col.info",
    ],
    ..Protocol::DEFAULT
};

/// Emits the columns of a frame whose layers have all been dissected.
pub(super) fn emit(cx: &mut Cx<'_>) {
    if !cx.out.needs_itself(Proto::Columns) {
        return;
    }
    let number = cx.frame.number.to_string();
    cx.out.generated_str(f::NUMBER, &number);
    cx.out.generated_str(f::PACKET_LENGTH, &cx.frame.original_len.to_string());
    cx.out.generated_str(f::PROTOCOL, cx.info.protocol_column);
    for (field, addr) in [(f::DEF_SRC, cx.info.src), (f::DEF_DST, cx.info.dst)] {
        if addr != Addr::None {
            cx.out.generated_str(field, &text(addr));
        }
    }
    if !cx.info.info_column.is_empty() {
        let info = cx.info.summary();
        cx.out.generated_str(f::INFO, &info);
    }
}

/// An address as people write it.
pub fn text(addr: Addr) -> String {
    match addr {
        Addr::None => String::new(),
        Addr::Ether(bytes) => bytes.map(|b| format!("{b:02x}")).join(":"),
        Addr::V4(addr) => v4(addr),
        Addr::V6(addr) => Ipv6Addr::from(addr).to_string(),
    }
}

/// As [`Ipv4Addr`](std::net::Ipv4Addr) prints itself, in a fifth of the time: each line has two.
fn v4(addr: u32) -> String {
    let mut text = String::with_capacity(15);
    for (i, byte) in addr.to_be_bytes().into_iter().enumerate() {
        text.push_str(if i > 0 { "." } else { "" });
        text.push_str(itoa::Buffer::new().format(byte));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Addr, text};

    #[test]
    fn addresses_are_written_as_people_do() {
        assert_eq!(text(Addr::V4(0x0a00_ff01)), "10.0.255.1");
        assert_eq!(text(Addr::Ether([0, 1, 0xab, 3, 4, 0xff])), "00:01:ab:03:04:ff");
    }
}
