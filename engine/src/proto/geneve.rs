//! Generic Network Virtualization Encapsulation, RFC 8926.

mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol, Table,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// Geneve.
pub static GENEVE: Protocol = Protocol {
    name: "geneve",
    title: "Generic Network Virtualization Encapsulation",
    frame_name: "geneve",
    fields: FIELDS,
    parents: &[Parent::UdpPort(6081)],
    calls: &[Table::EtherType],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of the header before the options.
const HEADER: usize = 8;
/// Option classes with options of known contents.
const CILIUM: u16 = 0x014b;
const GCP: u16 = 0x0132;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let first = tvb.u8(0)?;
    if first >> 6 != 0 {
        cx.out.expert(f::VERSION_UNKNOWN, Severity::Error, Group::Protocol, "Unknown version");
    }
    tvb.bytes(0, HEADER)?;
    let kind = tvb.u16(2)?;
    cx.column("Geneve", || format!("Encapsulated {}", super::ethertype::ETHERTYPE.name(kind.into()).unwrap_or("data")));
    let len = usize::from(first & 0x3f) * 4;
    cx.out.add(f::OPTION_LENGTH, tvb.bytes(0, 1)?, Value::Uint(len as u64));
    if len > 0 {
        cx.out.item(f::OPTIONS, tvb, HEADER, len)?;
        options(cx, tvb.sub(HEADER, len)?)?;
    }
    let payload = tvb.rest(HEADER + len)?;
    if !cx.call_table(Table::EtherType, kind.into(), payload) {
        cx.call_data(payload);
    }
    Ok(HEADER + len)
}

fn options<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while at < tvb.reported_len() {
        let len = 4 + usize::from(tvb.u8(at + 3)? & 0x1f) * 4;
        if len > tvb.reported_rest(at) {
            let text = "Invalid length for option";
            cx.out.expert(f::OPTION_LENGTH_INVALID, Severity::Error, Group::Malformed, text);
            return Ok(());
        }
        option(cx, tvb.sub(at, len)?)?;
        at += len;
    }
    Ok(())
}

fn option<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let len = tvb.reported_len();
    cx.out.item(f::OPTION, tvb, 0, len)?;
    let class = cx.out.uint(f::OPTION_CLASS, tvb, 0, 2)? as u16;
    let kind = cx.out.uint(f::OPTION_TYPE, tvb, 2, 1)? as u8;
    cx.out.item(f::OPTION_TYPE_CRITICAL, tvb, 2, 1)?;
    let flags = tvb.u8(3)? & 0xe0;
    cx.out.add(f::OPTION_FLAGS, tvb.bytes(3, 1)?, Value::Uint(flags.into()));
    cx.out.item(f::OPTION_FLAGS_RESERVED, tvb, 3, 1)?;
    cx.out.add(f::OPTION_LENGTH, tvb.bytes(3, 1)?, Value::Uint(len as u64));
    match (class, kind & 0x7f, len) {
        (GCP, 1, 8) => {
            cx.out.item(f::OPTION_GCP_VNID, tvb, 4, 4)?;
            cx.out.item(f::OPTION_GCP_RESERVED, tvb, 7, 1)?;
            cx.out.item(f::OPTION_GCP_DIRECTION, tvb, 7, 1)
        }
        (GCP, 2, 5..) => cx.out.item(f::OPTION_GCP_ENDPOINT, tvb, 4, len - 4),
        (GCP, 3, 12) => cx.out.item(f::OPTION_GCP_PROFILE, tvb, 4, 8),
        (CILIUM, 1, 12) => {
            cx.out.item(f::OPTION_CILIUM_SERVICE_IPV4, tvb, 4, 4)?;
            cx.out.item(f::OPTION_CILIUM_SERVICE_PORT, tvb, 8, 2)?;
            cx.out.item(f::OPTION_CILIUM_SERVICE_PAD, tvb, 10, 2)
        }
        (CILIUM, 1, 24) => {
            cx.out.item(f::OPTION_CILIUM_SERVICE_IPV6, tvb, 4, 16)?;
            cx.out.item(f::OPTION_CILIUM_SERVICE_PORT, tvb, 20, 2)?;
            cx.out.item(f::OPTION_CILIUM_SERVICE_PAD, tvb, 22, 2)
        }
        (_, _, 5..) => cx.out.item(f::OPTION_UNKNOWN_DATA, tvb, 4, len - 4),
        _ => Ok(()),
    }
}
