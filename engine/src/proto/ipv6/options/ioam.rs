//! In-situ OAM, RFC 9197 and RFC 9486.

use super::{Cx, F, Group, Severity, Stop, Tvb, bits, f};

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::OPT_IOAM_RSV, tvb, 0, 1)?;
    let kind = cx.out.uint(f::OPT_IOAM_OPT_TYPE, tvb, 1, 1)?;
    let body = tvb.rest(2)?;
    match kind {
        0 => trace(cx, body),
        4 => direct_export(cx, body),
        _ => Ok(()),
    }
}

fn trace_bits<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let fields = [
        f::OPT_IOAM_TRACE_TYPE,
        f::OPT_IOAM_TRACE_TYPE_BIT0,
        f::OPT_IOAM_TRACE_TYPE_BIT1,
        f::OPT_IOAM_TRACE_TYPE_BIT2,
        f::OPT_IOAM_TRACE_TYPE_BIT3,
        f::OPT_IOAM_TRACE_TYPE_BIT4,
        f::OPT_IOAM_TRACE_TYPE_BIT5,
        f::OPT_IOAM_TRACE_TYPE_BIT6,
        f::OPT_IOAM_TRACE_TYPE_BIT7,
        f::OPT_IOAM_TRACE_TYPE_BIT8,
        f::OPT_IOAM_TRACE_TYPE_BIT9,
        f::OPT_IOAM_TRACE_TYPE_BIT10,
        f::OPT_IOAM_TRACE_TYPE_BIT11,
        f::OPT_IOAM_TRACE_TYPE_UNDEF,
        f::OPT_IOAM_TRACE_TYPE_BIT22,
        f::OPT_IOAM_TRACE_TYPE_RSV,
    ];
    bits(cx, tvb, 4, 3, &fields)
}

fn trace<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::OPT_IOAM_TRACE_NS, tvb, 0, 2)?;
    let node_words = usize::from(tvb.u16(2)? >> 11);
    cx.out.add(
        f::OPT_IOAM_TRACE_NODELEN,
        tvb.bytes(2, 1)?,
        strato_filter_lang::value::Value::Uint(node_words as u64),
    );
    let flags = [
        f::OPT_IOAM_TRACE_FLAGS,
        f::OPT_IOAM_TRACE_FLAG_O,
        f::OPT_IOAM_TRACE_FLAG_L,
        f::OPT_IOAM_TRACE_FLAG_A,
        f::OPT_IOAM_TRACE_FLAG_RSV,
    ];
    bits(cx, tvb, 2, 2, &flags)?;
    let free_words = usize::from(tvb.u8(3)? & 0x7f);
    cx.out.add(
        f::OPT_IOAM_TRACE_REMLEN,
        tvb.bytes(3, 1)?,
        strato_filter_lang::value::Value::Uint(free_words as u64),
    );
    trace_bits(cx, tvb)?;
    cx.out.item(f::OPT_IOAM_TRACE_RSV, tvb, 7, 1)?;
    let kinds = tvb.uint(4, 3)? as u32;
    if node_words == 0 {
        let text = "Invalid NodeLen value: cannot be 0";
        cx.out.expert(f::OPT_IOAM_TRACE_INVALID_NODELEN, Severity::Warn, Group::Protocol, text);
        return Ok(());
    }
    let mut at = 8 + free_words * 4;
    if at > tvb.reported_len() {
        let text = "Invalid RemLen value";
        cx.out.expert(f::OPT_IOAM_TRACE_INVALID_REMLEN, Severity::Warn, Group::Protocol, text);
        return Ok(());
    }
    if free_words > 0 {
        cx.out.item(f::OPT_IOAM_TRACE_FREE_SPACE, tvb, 8, free_words * 4)?;
    }
    while at < tvb.reported_len() {
        let end = node(cx, tvb, at, kinds)?;
        if end <= at {
            break;
        }
        at = end;
    }
    Ok(())
}

/// Bit of the trace type, bytes it takes, and its fields with their offset and length.
type NodeData = (u32, usize, &'static [(F, usize, usize)]);

/// Fields of a node by bit of the trace type, from the highest: name, offset and length of each, and words they take.
const NODE: &[NodeData] = &[
    (0, 1, &[(f::OPT_IOAM_TRACE_NODE_HLIM, 0, 1), (f::OPT_IOAM_TRACE_NODE_ID, 1, 3)]),
    (1, 1, &[(f::OPT_IOAM_TRACE_NODE_IIF, 0, 2), (f::OPT_IOAM_TRACE_NODE_EIF, 2, 2)]),
    (2, 1, &[(f::OPT_IOAM_TRACE_NODE_TSS, 0, 4)]),
    (3, 1, &[(f::OPT_IOAM_TRACE_NODE_TSF, 0, 4)]),
    (4, 1, &[(f::OPT_IOAM_TRACE_NODE_TRDELAY, 0, 4)]),
    (5, 1, &[(f::OPT_IOAM_TRACE_NODE_NSDATA, 0, 4)]),
    (6, 1, &[(f::OPT_IOAM_TRACE_NODE_QDEPTH, 0, 4)]),
    (7, 1, &[(f::OPT_IOAM_TRACE_NODE_CSUM, 0, 4)]),
    (8, 2, &[(f::OPT_IOAM_TRACE_NODE_HLIM, 0, 1), (f::OPT_IOAM_TRACE_NODE_ID_WIDE, 1, 7)]),
    (9, 2, &[(f::OPT_IOAM_TRACE_NODE_IIF_WIDE, 0, 4), (f::OPT_IOAM_TRACE_NODE_EIF_WIDE, 4, 4)]),
    (10, 2, &[(f::OPT_IOAM_TRACE_NODE_NSDATA_WIDE, 0, 8)]),
    (11, 1, &[(f::OPT_IOAM_TRACE_NODE_BUFOCCUP, 0, 4)]),
];

fn node<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize, kinds: u32) -> Result<usize, Stop> {
    let has = |bit: u32| kinds & (0x80_0000 >> bit) != 0;
    for (bit, words, fields) in NODE {
        if has(*bit) {
            for (field, offset, len) in *fields {
                cx.out.item(*field, tvb, at + offset, *len)?;
            }
            at += words * 4;
        }
    }
    for _ in (12..22).filter(|bit| has(*bit)) {
        cx.out.item(f::OPT_IOAM_TRACE_NODE_UNDEFINED, tvb, at, 4)?;
        at += 4;
    }
    if has(22) {
        let words = cx.out.uint(f::OPT_IOAM_TRACE_NODE_OSS_LEN, tvb, at, 1)? as usize;
        cx.out.item(f::OPT_IOAM_TRACE_NODE_OSS_SCID, tvb, at + 1, 3)?;
        if words > 0 {
            cx.out.item(f::OPT_IOAM_TRACE_NODE_OSS_DATA, tvb, at + 4, words * 4)?;
        }
        at += 4 + words * 4;
    }
    Ok(at)
}

/// RFC 9326.
fn direct_export<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::OPT_IOAM_DEX_NS, tvb, 0, 2)?;
    cx.out.item(f::OPT_IOAM_DEX_FLAGS, tvb, 2, 1)?;
    let extended = cx.out.uint(f::OPT_IOAM_DEX_EXTFLAGS, tvb, 3, 1)?;
    bits(cx, tvb, 3, 1, &[f::OPT_IOAM_DEX_EXTFLAG_FLAG_FLOWID, f::OPT_IOAM_DEX_EXTFLAG_FLAG_SEQNUM])?;
    trace_bits(cx, tvb)?;
    cx.out.item(f::OPT_IOAM_DEX_RSV, tvb, 7, 1)?;
    let mut at = 8;
    for (bit, field) in [(0x80, f::OPT_IOAM_DEX_EXTFLAG_FLOWID), (0x40, f::OPT_IOAM_DEX_EXTFLAG_SEQNUM)] {
        if extended & bit != 0 {
            cx.out.item(field, tvb, at, 4)?;
            at += 4;
        }
    }
    Ok(())
}
