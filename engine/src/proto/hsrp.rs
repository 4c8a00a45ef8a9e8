//! Cisco's Hot Standby Router Protocol: version 1 (RFC 2281) and version 2.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::{Addr, Cx},
    layout::{
        Part::{Bits, Item, Skip},
        walk,
    },
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// HSRP.
pub static HSRP: Protocol = Protocol {
    name: "hsrp",
    title: "Cisco Hot Standby Router Protocol",
    frame_name: "hsrp",
    fields: FIELDS,
    parents: &[Parent::UdpPort(1985), Parent::UdpPort(2029)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// All routers that speak version 2 listen to these groups.
const GROUP_V2: Addr = Addr::V4(0xe000_0066);
const GROUP_V2_V6: Addr = Addr::V6(0xff02_0000_0000_0000_0000_0000_0000_0066);

/// Types of records.
const GROUP_STATE: u8 = 1;
const INTERFACE_STATE: u8 = 2;
const TEXT: u8 = 3;
const MD5: u8 = 4;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if matches!(cx.info.dst, GROUP_V2 | GROUP_V2_V6) || cx.info.dstport == 2029 {
        cx.column("HSRPv2", String::new);
        version2(cx, tvb)?;
    } else {
        cx.column("HSRP", String::new);
        version1(cx, tvb)?;
    }
    Ok(tvb.len())
}

fn version1<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const ADVERTISEMENT: u64 = 3;
    cx.out.item(f::VERSION, tvb, 0, 1)?;
    if cx.out.uint(f::OPCODE, tvb, 1, 1)? == ADVERTISEMENT {
        return advertisement(cx, tvb);
    }
    let parts = [
        Item(f::STATE, 1),
        Item(f::HELLOTIME, 1),
        Item(f::HOLDTIME, 1),
        Item(f::PRIORITY, 1),
        Item(f::GROUP, 1),
        Item(f::RESERVED, 1),
        Item(f::AUTH_DATA, 8),
        Item(f::VIRT_IP, 4),
    ];
    let at = walk(cx, tvb, 2, &parts)?;
    if tvb.reported_rest(at) > 2 {
        records1(cx, tvb, at)?;
    }
    Ok(())
}

fn advertisement<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let parts = [
        Item(f::ADV_TLVTYPE, 2),
        Item(f::ADV_TLVLENGTH, 2),
        Item(f::ADV_STATE, 1),
        Item(f::ADV_RESERVED1, 1),
        Item(f::ADV_ACTIVEGRP, 2),
        Item(f::ADV_PASSIVEGRP, 2),
        Item(f::ADV_RESERVED2, 4),
    ];
    walk(cx, tvb, 2, &parts).map(drop)
}

/// Version 1 has records only for digests.
fn records1<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<(), Stop> {
    while tvb.reported_rest(at) > 2 {
        let (kind, len) = (tvb.u8(at)?, usize::from(tvb.u8(at + 1)?));
        if kind == MD5 && len == 28 {
            cx.out.item(f::HSRP2_MD5_AUTH_TLV, tvb, at, 1)?;
            digest(cx, tvb, at + 2)?;
        } else {
            let text = "Unknown TLV sequence (HSRPv1)";
            cx.out.expert(f::UNKNOWN_TLV, Severity::Warn, Group::Undecoded, text);
        }
        at += 2 + len;
    }
    Ok(())
}

fn digest<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let parts = [
        Item(f::HSRP2_MD5_ALGORITHM, 1),
        Item(f::HSRP2_MD5_PADDING, 1),
        Item(f::HSRP2_MD5_FLAGS, 2),
        Item(f::MD5_IP_ADDRESS, 4),
        Item(f::HSRP2_MD5_KEY_ID, 4),
        Item(f::HSRP2_MD5_AUTH_DATA, 16),
    ];
    walk(cx, tvb, at, &parts)
}

fn version2<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while tvb.reported_rest(at) > 2 {
        let (kind, len) = (tvb.u8(at)?, usize::from(tvb.u8(at + 1)?));
        match (kind, len) {
            (GROUP_STATE, 40) => {
                cx.out.item(f::HSRP2_GROUP_STATE_TLV, tvb, at, 1)?;
                group_state(cx, tvb, at + 2)?;
            }
            (INTERFACE_STATE, 4) => {
                let own = Bits(&[f::HSRP2_INTERFACE_STATE_TLV], 1);
                let parts = [own, Skip(1), Item(f::HSRP2_ACTIVE_GROUPS, 2), Item(f::HSRP2_PASSIVE_GROUPS, 2)];
                walk(cx, tvb, at, &parts)?;
            }
            (TEXT, 8) => {
                walk(cx, tvb, at, &[Item(f::HSRP2_TEXT_AUTH_TLV, 1), Skip(1), Item(f::HSRP2_AUTH_DATA, 8)])?;
            }
            (MD5, 28) => {
                cx.out.item(f::HSRP2_MD5_AUTH_TLV, tvb, at, 1)?;
                digest(cx, tvb, at + 2)?;
            }
            _ => {}
        }
        at += 2 + len;
    }
    Ok(())
}

fn group_state<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    const V4: u8 = 4;
    let parts = [
        Item(f::HSRP2_VERSION, 1),
        Item(f::HSRP2_OPCODE, 1),
        Item(f::HSRP2_STATE, 1),
        Item(f::HSRP2_IPVERSION, 1),
        Item(f::HSRP2_GROUP, 2),
        Item(f::HSRP2_IDENTIFIER, 6),
        Item(f::HSRP2_PRIORITY, 4),
        Item(f::HSRP2_HELLOTIME, 4),
        Item(f::HSRP2_HOLDTIME, 4),
    ];
    let end = walk(cx, tvb, at, &parts)?;
    if tvb.u8(at + 3)? == V4 {
        cx.out.item(f::HSRP2_VIRT_IP, tvb, end, 4)
    } else {
        cx.out.item(f::HSRP2_VIRT_IP_V6, tvb, end, 16)
    }
}
