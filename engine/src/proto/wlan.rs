//! IEEE 802.11: as much as it takes to reach the packet inside a data frame.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Addr, Cx},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Wlan =>
    FC: "wlan.fc", "Frame Control Field", u16().hex().at(0);
    FC_TYPE: "wlan.fc.type", "Type", u8().mask(0xc).values(&FC_TYPE).at(0);
    FC_SUBTYPE: "wlan.fc.subtype", "Subtype", u8().mask(0xf0).values(&FC_SUBTYPE).at(0);
    DURATION: "wlan.duration", "Duration", u16().mask(0x7fff).at(2).le();
    DA: "wlan.da", "Destination address", ether();
    SA: "wlan.sa", "Source address", ether();
}

values! {
    FC_TYPE {
        0 => "Management frame", 1 => "Control frame", 2 => "Data frame", 3 => "Extension frame",
        0x0 => "PV1 QoS Data - with one SID", 0x1 => "PV1 Management", 0x2 => "PV1 Control",
        0x3 => "PV1 QoS Data - no SIDs", 0x4 => "PV1 Reserved", 0x5 => "PV1 Reserved", 0x6 => "PV1 Reserved",
        0x7 => "PV1 Extension (currently reserved)",
    }
    FC_SUBTYPE {
        0x0 => "Action", 0x1 => "Action No Ack", 0x2 => "PV1 Probe Response", 0x3 => "Resource Allocation",
        0x4 => "Reserved", 0x5 => "Reserved", 0x6 => "Reserved", 0x7 => "Reserved", 0x0 => "STACK", 0x1 => "BAT",
        0x2 => "Reserved", 0x3 => "Reserved",
    }
}

/// IEEE 802.11 wireless LAN.
pub static WLAN: Protocol = Protocol {
    name: "wlan",
    title: "IEEE 802.11 wireless LAN",
    frame_name: "wlan",
    fields: FIELDS,
    parents: &[Parent::LinkType(105), Parent::Below(Proto::Radiotap), Parent::Below(Proto::Ppi)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Type of data frames.
const DATA: u16 = 2;
/// Bits of the frame control field.
const TO_DS: u16 = 0x0100;
const FROM_DS: u16 = 0x0200;
const PROTECTED: u16 = 0x4000;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let control = tvb.u16_le(0)?;
    cx.column("802.11", || "IEEE 802.11".into());
    let (kind, subtype) = (control >> 2 & 3, control >> 4 & 15);
    let both = control & (TO_DS | FROM_DS) == TO_DS | FROM_DS;
    let header = 24 + if both { 6 } else { 0 } + if subtype & 8 != 0 { 2 } else { 0 };
    if kind != DATA {
        return Ok(tvb.len());
    }
    let (src, dst) = match (control & TO_DS != 0, control & FROM_DS != 0) {
        (false, false) => (10, 4),
        (true, false) => (10, 16),
        (false, true) => (16, 4),
        (true, true) => (24, 16),
    };
    cx.out.item(f::DA, tvb, dst, 6)?;
    cx.out.item(f::SA, tvb, src, 6)?;
    cx.info.src = Addr::Ether(tvb.array(src)?);
    cx.info.dst = Addr::Ether(tvb.array(dst)?);
    // Frames without data, and those only the stations can read.
    if subtype & 4 != 0 {
        return Ok(header);
    }
    let payload = tvb.rest(header)?;
    if control & PROTECTED != 0 {
        cx.call_data(payload);
    } else {
        cx.call(Proto::Llc, payload);
    }
    Ok(header)
}
