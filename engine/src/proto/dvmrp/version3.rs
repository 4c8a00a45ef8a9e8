//! Version 3: a body for each code.

use strato_filter_lang::value::Value;

use super::{Cx, Stop, Tvb, f};

const PROBE: u8 = 1;
const REPORT: u8 = 2;
const NEIGHBORS: u8 = 4;
const NEIGHBORS2: u8 = 6;
const PRUNE: u8 = 7;
const GRAFT: u8 = 8;
const GRAFT_ACK: u8 = 9;

/// Bytes of the header.
const HEADER: usize = 8;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, code: u8) -> Result<(), Stop> {
    if matches!(code, PROBE | NEIGHBORS2) {
        cx.out.item(f::CAPABILITIES, tvb, 5, 1)?;
        let bits = [f::CAP_LEAF, f::CAP_PRUNE, f::CAP_GENID, f::CAP_MTRACE, f::CAP_SNMP, f::CAP_NETMASK];
        bits.into_iter().try_for_each(|field| cx.out.item(field, tvb, 5, 1))?;
    } else {
        cx.out.item(f::RESERVED, tvb, 4, 2)?;
    }
    cx.out.item(f::MIN_VER, tvb, 6, 1)?;
    cx.out.item(f::MAJ_VER, tvb, 7, 1)?;
    match code {
        PROBE => {
            cx.out.item(f::GENID, tvb, HEADER, 4)?;
            let mut at = HEADER + 4;
            while tvb.reported_rest(at) >= 4 {
                cx.out.item(f::NEIGHBOR, tvb, at, 4)?;
                at += 4;
            }
            Ok(())
        }
        REPORT => report(cx, tvb),
        NEIGHBORS | NEIGHBORS2 => neighbors(cx, tvb),
        PRUNE | GRAFT | GRAFT_ACK => {
            cx.out.item(f::SADDR, tvb, HEADER, 4)?;
            cx.out.item(f::MADDR, tvb, HEADER + 4, 4)?;
            let mut at = HEADER + 8;
            if code == PRUNE {
                cx.out.item(f::LIFETIME, tvb, at, 4)?;
                at += 4;
            }
            if tvb.reported_rest(at) >= 4 {
                cx.out.item(f::NETMASK, tvb, at, 4)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Routes by mask, of which the first byte is always 255 and left out; the last route of a mask has its top bit set.
fn report<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = HEADER;
    while tvb.reported_rest(at) > 0 {
        let [a, b, c] = tvb.array(at)?;
        cx.out.label(f::ROUTE, tvb, at, 3);
        let mask = u32::from_be_bytes([255, a, b, c]);
        cx.out.add(f::NETMASK, tvb.bytes(at, 3)?, Value::ipv4(mask));
        // So many bytes of an address as the mask has bytes that are not zero.
        let len = 4 - (mask.trailing_zeros() / 8) as usize;
        at += 3;
        loop {
            let bytes = tvb.bytes(at, len)?;
            let address = bytes.iter().chain([0; 4].iter()).take(4).fold(0, |n, byte| n << 8 | u32::from(*byte));
            cx.out.add(f::SADDR, bytes, Value::ipv4(address));
            let metric = tvb.u8(at + len)?;
            cx.out.add(f::METRIC, tvb.bytes(at + len, 1)?, Value::Uint(u64::from(metric & 0x7f)));
            at += len + 1;
            if metric & 0x80 != 0 {
                break;
            }
        }
    }
    Ok(())
}

fn neighbors<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = HEADER;
    while tvb.reported_rest(at) > 0 {
        cx.out.item(f::LOCAL, tvb, at, 4)?;
        cx.out.item(f::METRIC, tvb, at + 4, 1)?;
        cx.out.item(f::THRESHOLD, tvb, at + 5, 1)?;
        cx.out.label(f::FLAGS, tvb, at + 6, 1);
        let bits = [
            f::FLAG_TUNNEL,
            f::FLAG_SRCROUTE,
            f::FLAG_DOWN,
            f::FLAG_DISABLED,
            f::FLAG_QUERIER,
            f::FLAG_LEAF,
        ];
        bits.into_iter().try_for_each(|field| cx.out.item(field, tvb, at + 6, 1))?;
        let count = cx.out.uint(f::NCOUNT, tvb, at + 7, 1)?;
        at += 8;
        for _ in 0..count {
            cx.out.item(f::NEIGHBOR, tvb, at, 4)?;
            at += 4;
        }
    }
    Ok(())
}
