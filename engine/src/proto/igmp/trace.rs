//! Multicast traceroute (mtrace, version 1).

use super::{
    super::layout::{
        Part::{Bits, Item},
        walk,
    },
    Cx, Stop, Tvb, f, verify,
};

/// Bytes of a query, and of what each router adds.
const QUERY: usize = 24;
const RESPONSE: usize = 32;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.out.item(f::MTRACE_MAX_HOPS, tvb, 1, 1)?;
    verify(cx, tvb)?;
    let parts = [
        Item(f::MADDR, 4),
        Item(f::MTRACE_SADDR, 4),
        Item(f::MTRACE_RADDR, 4),
        Item(f::MTRACE_RSPADDR, 4),
        Item(f::MTRACE_RESP_TTL, 1),
        Item(f::MTRACE_Q_ID, 3),
    ];
    walk(cx, tvb, 4, &parts)?;
    let mut at = QUERY;
    while tvb.reported_rest(at) >= RESPONSE {
        let parts = [
            Item(f::MTRACE_Q_ARRIVAL, 4),
            Item(f::MTRACE_Q_INADDR, 4),
            Item(f::MTRACE_Q_OUTADDR, 4),
            Item(f::MTRACE_Q_PREVRTR, 4),
            Item(f::MTRACE_Q_INPKT, 4),
            Item(f::MTRACE_Q_OUTPKT, 4),
            Item(f::MTRACE_Q_TOTAL, 4),
            Item(f::MTRACE_Q_RTG_PROTO, 1),
            Item(f::MTRACE_Q_FWD_TTL, 1),
            Bits(&[f::MTRACE_Q_MBZ, f::MTRACE_Q_S, f::MTRACE_Q_SRC_MASK], 1),
            Item(f::MTRACE_Q_FWD_CODE, 1),
        ];
        at = walk(cx, tvb, at, &parts)?;
    }
    Ok(at)
}
