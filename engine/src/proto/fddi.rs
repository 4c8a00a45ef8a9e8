//! FDDI; capture files hold its addresses with the bits of each byte reversed.

use strato_filter_lang::value::Value;

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Addr, Cx},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Fddi =>
    FC: "fddi.fc", "Frame Control", u8().hex().at(0);
    FC_CLF: "fddi.fc.clf", "Class/Length/Format", u8().hex().mask(0xf0).values(&FC_CLF).at(0);
    FC_PRIO: "fddi.fc.prio", "Priority", u8().mask(0x7);
    FC_SMT_SUBTYPE: "fddi.fc.smt_subtype", "SMT Subtype", u8().mask(0xf).values(&FC_SMT_SUBTYPE);
    FC_MAC_SUBTYPE: "fddi.fc.mac_subtype", "MAC Subtype", u8().mask(0xf).values(&FC_MAC_SUBTYPE);
    DST: "fddi.dst", "Destination", ether();
    SRC: "fddi.src", "Source", ether();
    ADDR: "fddi.addr", "Source or Destination Address", ether().occurs_as(&["fddi.dst", "fddi.src"]);
}

values! {
    FC_CLF {
        0x0 => "Void", 0x4 => "SMT", 0x5 => "Async LLC", 0x6 => "Implementor Async", 0x8 => "Nonrestricted Token",
        0xc => "MAC", 0xd => "Sync LLC", 0xe => "Implementor Sync",
    }
    FC_SMT_SUBTYPE {
        1 => "Info", 15 => "Next Station Address",
    }
    FC_MAC_SUBTYPE {
        2 => "Beacon", 3 => "Claim",
    }
}

/// Fiber Distributed Data Interface.
pub static FDDI: Protocol = Protocol {
    name: "fddi",
    title: "Fiber Distributed Data Interface",
    frame_name: "fddi",
    fields: FIELDS,
    parents: &[Parent::LinkType(10)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let fc = tvb.u8(0)?;
    for (field, at) in [(f::DST, 1), (f::SRC, 7)] {
        let mut addr: [u8; 6] = tvb.array(at)?;
        addr.iter_mut().for_each(|byte| *byte = byte.reverse_bits());
        let bytes = cx.out.alloc_bytes(&addr);
        cx.out.add(field, bytes, Value::bytes(bytes));
        let addr = Addr::Ether(addr);
        if at == 1 {
            cx.info.dst = addr;
        } else {
            cx.info.src = addr;
        }
    }
    cx.column("FDDI", || "FDDI".into());
    let payload = tvb.rest(13)?;
    // Asynchronous and synchronous LLC frames.
    if fc & 0x70 == 0x50 {
        cx.out.item(f::FC_PRIO, tvb, 0, 1)?;
        cx.call(Proto::Llc, payload);
    } else {
        cx.call_data(payload);
    }
    Ok(13)
}
