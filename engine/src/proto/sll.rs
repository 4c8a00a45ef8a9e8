//! Linux cooked captures, versions 1 and 2.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol, Table,
    dissect::{Addr, Cx},
    eth, ethertype,
    out::F,
    tvb::{Stop, Tvb},
};

/// Linux cooked captures.
pub static SLL: Protocol = Protocol {
    name: "sll",
    title: "Linux cooked-mode capture",
    frame_name: "sll",
    fields: FIELDS,
    parents: &[Parent::LinkType(LINUX_SLL), Parent::LinkType(LINUX_SLL2)],
    calls: &[Table::EtherType],
    extent: Extent::Consumed,
    // The padding of frames that came over Ethernet.
    lent: &[("eth.padding", Proto::Eth), ("eth.padding_bad", Proto::Eth)],
    dissect,
    ..Protocol::DEFAULT
};

const LINUX_SLL: u32 = 113;
const LINUX_SLL2: u32 = 276;

/// `ARPHRD_IPGRE`, `ARPHRD_IP6GRE`: the protocol is a GRE type.
const GRE_DEVICES: [u64; 2] = [778, 823];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if cx.frame.link_type == LINUX_SLL2 { version_2(cx, tvb) } else { version_1(cx, tvb) }
}

fn version_1<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.out.item(f::PKTTYPE, tvb, 0, 2)?;
    let device = cx.out.uint(f::HATYPE, tvb, 2, 2)?;
    let len = cx.out.uint(f::HALEN, tvb, 4, 2)? as usize;
    address(cx, tvb, 6, len)?;
    protocol(cx, tvb, 14, device)?;
    payload(cx, tvb, 16, tvb.u16(14)?)
}

fn version_2<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let device = u64::from(tvb.u16(8)?);
    protocol(cx, tvb, 0, device)?;
    cx.out.item(f::RESERVED, tvb, 2, 2)?;
    cx.out.item(f::IFINDEX, tvb, 4, 4)?;
    cx.out.item(f::HATYPE, tvb, 8, 2)?;
    cx.out.item(f::PKTTYPE, tvb, 10, 1)?;
    let len = cx.out.uint(f::HALEN, tvb, 11, 1)? as usize;
    address(cx, tvb, 12, len)?;
    payload(cx, tvb, 20, tvb.u16(0)?)
}

/// The sender's address: up to eight bytes are kept.
fn address<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
    let len = len.min(8);
    let field: Option<F> = match len {
        0 => None,
        4 => Some(f::SRC_IPV4),
        6 => Some(f::SRC_ETH),
        _ => Some(f::SRC_OTHER),
    };
    if let Some(field) = field {
        cx.out.item(field, tvb, at, len)?;
    }
    if len == 6 {
        cx.info.src = Addr::Ether(tvb.array(at)?);
    }
    if len < 8 {
        cx.out.item(f::UNUSED, tvb, at + len, 8 - len)?;
    }
    Ok(())
}

fn protocol<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, device: u64) -> Result<(), Stop> {
    let number = tvb.u16(at)?;
    let field = if GRE_DEVICES.contains(&device) {
        f::GRETYPE
    } else if number <= 1500 {
        f::LTYPE
    } else {
        f::ETYPE
    };
    cx.out.item(field, tvb, at, 2)
}

fn payload<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: usize, number: u16) -> Result<usize, Stop> {
    let payload = tvb.rest(header)?;
    cx.column("SLL", || "Linux cooked-mode capture".into());
    match number {
        1 => _ = cx.call(Proto::Ipx, payload),
        4 => _ = cx.call(Proto::Llc, payload),
        0..=1500 => cx.call_data(payload),
        _ => {
            ethertype::call(cx, number, payload);
            let len = ethertype::payload_len(number, payload).unwrap_or(payload.reported_len());
            if cx.out.wants(f::TRAILER) || eth::wants_trailer(cx) {
                eth::trailer(cx, f::TRAILER, payload, len, eth::End::PLAIN);
            }
        }
    }
    Ok(header)
}
