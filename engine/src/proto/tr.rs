//! Token Ring, IEEE 802.5, with source routing.

use strato_filter_lang::value::Value;

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Addr, Cx},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Tr =>
    AC: "tr.ac", "Access Control", u8().hex().at(0);
    PRIORITY: "tr.priority", "Priority", u8().mask(0xe0).at(0);
    FRAME: "tr.frame", "Frame", bool().mask(0x10).words("Frame", "Token").at(0);
    MONITOR_CNT: "tr.monitor_cnt", "Monitor Count", u8().mask(0x8).at(0);
    PRIORITY_RESERVATION: "tr.priority_reservation", "Priority Reservation", u8().mask(0x7).at(0);
    FC: "tr.fc", "Frame Control", u8().hex().at(1);
    FRAME_TYPE: "tr.frame_type", "Frame Type", u8().mask(0xc0).values(&FRAME_TYPE).at(1);
    FRAME_PCF: "tr.frame_pcf", "Frame PCF", u8().mask(0xf).values(&FRAME_PCF).at(1);
    DST: "tr.dst", "Destination", ether().at(2);
    SRC: "tr.src", "Source", ether();
    ADDR: "tr.addr", "Source or Destination Address", ether().occurs_as(&["tr.dst", "tr.src"]);
    SR: "tr.sr", "Source Routed", bool();
    RIF_BYTES: "tr.rif_bytes", "RIF Bytes", u8();
    BROADCAST: "tr.broadcast", "Broadcast Type", u8().values(&BROADCAST);
    MAX_FRAME_SIZE: "tr.max_frame_size", "Maximum Frame Size", u8().values(&MAX_FRAME_SIZE);
    DIRECTION: "tr.direction", "Direction", u8().values(&DIRECTION);
    RIF: "tr.rif", "Ring-Bridge Pairs", str();
    RIF_RING: "tr.rif.ring", "RIF Ring", u16().hex();
    RIF_BRIDGE: "tr.rif.bridge", "RIF Bridge", u8().hex();
    RIF_EXTRA: "tr.rif.extra", "Extra RIF bytes beyond spec", bytes();
    EMPTY_RIF: "tr.empty_rif", "Empty RIF from Linux 2.0.x driver. The sniffing NIC is also running a protocol stack.", none();
    FAKE_LLC_SNAP_HEADER: "tr.fake_llc_snap_header", "Linux 2.0.x fake LLC and SNAP header", none();
}

values! {
    FRAME_TYPE {
        0 => "MAC", 1 => "LLC", 2 => "Reserved",
    }
    FRAME_PCF {
        0 => "Normal buffer", 1 => "Express buffer", 2 => "Purge", 3 => "Claim Token", 4 => "Beacon",
        5 => "Active Monitor Present", 6 => "Standby Monitor Present",
    }
    BROADCAST {
        0 => "Non-broadcast", 32 => "Non-broadcast", 64 => "Non-broadcast", 96 => "Non-broadcast",
        128 => "All-routes broadcast", 160 => "All-routes broadcast", 192 => "Single-route broadcast",
        224 => "Single-route broadcast",
    }
    MAX_FRAME_SIZE {
        0 => "516", 16 => "1500", 32 => "2052", 48 => "4472", 64 => "8144", 80 => "11407", 96 => "17800",
        112 => "65535",
    }
    DIRECTION {
        0 => "From originating station (-->)", 128 => "To originating station (<--)",
    }
}

/// Token-Ring.
pub static TR: Protocol = Protocol {
    name: "tr",
    title: "Token-Ring",
    frame_name: "tr",
    fields: FIELDS,
    parents: &[Parent::LinkType(6)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let frame_type = tvb.u8(1)? >> 6;
    let routed = tvb.u8(8)? & 0x80 != 0;
    cx.out.add(f::SR, tvb.bytes(8, 1)?, Value::Bool(routed));
    // The highest bit of the source says that a route follows; it is no part of the address.
    let mut src: [u8; 6] = tvb.array(8)?;
    src[0] &= 0x7f;
    let bytes = cx.out.alloc_bytes(&src);
    cx.out.add(f::SRC, bytes, Value::bytes(bytes));
    cx.info.dst = Addr::Ether(tvb.array(2)?);
    cx.info.src = Addr::Ether(src);
    let mut header = 14;
    if routed {
        let len = usize::from(tvb.u8(14)? & 0x1f);
        cx.out.add(f::RIF_BYTES, tvb.bytes(14, 1)?, Value::Uint(len as u64));
        cx.out.add(f::BROADCAST, tvb.bytes(14, 1)?, Value::Uint((tvb.u8(14)? >> 5).into()));
        cx.out.add(f::MAX_FRAME_SIZE, tvb.bytes(15, 1)?, Value::Uint((tvb.u8(15)? >> 4 & 7).into()));
        cx.out.add(f::DIRECTION, tvb.bytes(15, 1)?, Value::Uint((tvb.u8(15)? >> 7).into()));
        route(cx, tvb, len)?;
        header += len;
    }
    cx.column("TR", || "Token-Ring".into());
    let payload = tvb.rest(header)?;
    if frame_type == 1 {
        cx.call(Proto::Llc, payload);
    } else {
        cx.call_data(payload);
    }
    Ok(header)
}

/// Rings, and the bridges between them.
fn route<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, len: usize) -> Result<(), Stop> {
    for at in (16..14 + len).step_by(2).filter(|at| at + 2 <= 14 + len) {
        let pair = tvb.u16(at)?;
        cx.out.add(f::RIF_RING, tvb.bytes(at, 2)?, Value::Uint((pair >> 4).into()));
        cx.out.add(f::RIF_BRIDGE, tvb.bytes(at + 1, 1)?, Value::Uint((pair & 15).into()));
    }
    Ok(())
}
