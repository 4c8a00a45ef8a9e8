//! Options of the hop-by-hop and destination headers.

mod ioam;

use strato_filter_lang::value::Value;

use super::{Cx, F, Group, Severity, Stop, Tvb, extensions::Chain, f};

/// Contents of an option: its bytes without type and length.
type Body = for<'f> fn(&mut Cx<'f>, Tvb<'f>) -> Result<(), Stop>;

/// In which header an option may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    HopByHop,
    Destination,
    Both,
}
use Place::{Both, Destination, HopByHop};

/// The jumbo payload option, which may only stand in a packet whose payload length is zero.
const JUMBO: u8 = 0xc2;

/// Type, where it may stand, its length if that is fixed, contents.
const OPTIONS: &[(u8, Place, Option<usize>, Body)] = &[
    (0x01, Both, None, |cx, tvb| cx.out.item(f::OPT_PADN, tvb, 0, tvb.reported_len())),
    (0x04, Destination, Some(1), |cx, tvb| cx.out.item(f::OPT_TEL, tvb, 0, 1)),
    (0x05, HopByHop, Some(2), |cx, tvb| cx.out.item(f::OPT_ROUTER_ALERT, tvb, 0, 2)),
    (0x07, HopByHop, None, calipso),
    (0x08, HopByHop, None, duplicate_detection),
    (0x0f, Destination, Some(10), performance),
    (0x13, Both, None, application_aware),
    (0x1e, Both, None, experimental),
    (0x23, HopByHop, None, rpl),
    (0x26, HopByHop, Some(6), quick_start),
    (0x30, HopByHop, Some(4), path_mtu),
    (0x31, Both, None, ioam::dissect),
    (0x3e, Both, None, experimental),
    (0x41, HopByHop, Some(4), |cx, tvb| cx.out.item(f::OPT_TPF_INFORMATION, tvb, 0, 4)),
    (0x5e, Both, None, experimental),
    (0x63, HopByHop, None, rpl),
    (0x6d, HopByHop, None, multicast),
    (0x7e, Both, None, experimental),
    (0x8b, Destination, None, |cx, tvb| cx.out.item(f::OPT_ILNP_NONCE, tvb, 0, tvb.reported_len())),
    (0x8c, Destination, None, line_id),
    (0x9e, Both, None, experimental),
    (0xbe, Both, None, experimental),
    (JUMBO, HopByHop, Some(4), |cx, tvb| cx.out.item(f::OPT_JUMBO, tvb, 0, 4)),
    (0xc9, Destination, Some(16), |cx, tvb| cx.out.item(f::OPT_MIPV6_HOME_ADDRESS, tvb, 0, 16)),
    (0xde, Both, None, experimental),
    (0xee, HopByHop, Some(3), depth_first),
    (0xfe, Both, None, experimental),
];

/// Emits the options of a header (its bytes after next header and length).
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, chain: &Chain<'f>, hop_by_hop: bool) -> Result<(), Stop> {
    let mut at = 0;
    while at < tvb.reported_len() {
        let kind = tvb.u8(at)?;
        let len = if kind == 0 { 0 } else { usize::from(tvb.u8(at + 1)?) };
        let whole = tvb.limit(at + if kind == 0 { 1 } else { 2 + len }).rest(at)?;
        cx.out.label(f::OPT, whole, 0, whole.len());
        cx.out.item(f::OPT_TYPE, tvb, at, 1)?;
        if kind == 0 {
            cx.out.label(f::OPT_PAD1, tvb, at, 1);
            at += 1;
            continue;
        }
        bits(cx, tvb, at, 1, &[f::OPT_TYPE_ACTION, f::OPT_TYPE_CHANGE, f::OPT_TYPE_REST])?;
        cx.out.item(f::OPT_LENGTH, tvb, at + 1, 1)?;
        if kind == JUMBO {
            jumbo_notes(cx, tvb.u32(at + 2)?, chain);
        }
        one(cx, kind, tvb.sub(at + 2, len)?, hop_by_hop)?;
        at += 2 + len;
    }
    Ok(())
}

fn one<'f>(cx: &mut Cx<'f>, kind: u8, body: Tvb<'f>, hop_by_hop: bool) -> Result<(), Stop> {
    let Some((_, place, len, dissect)) = OPTIONS.iter().find(|row| row.0 == kind) else {
        return cx.out.item(f::OPT_UNKNOWN, body, 0, body.reported_len());
    };
    let wrong = if hop_by_hop { Destination } else { HopByHop };
    if *place == wrong {
        let text = "Wrong options extension header for type";
        cx.out.expert(f::OPT_HEADER_MISMATCH, Severity::Note, Group::Protocol, text);
    }
    if len.is_some_and(|len| len != body.reported_len()) {
        cx.out.expert(f::OPT_INVALID_LEN, Severity::Error, Group::Malformed, "Invalid IPv6 option length");
        return Ok(());
    }
    dissect(cx, body)
}

/// Payload length by the jumbo option of a hop-by-hop header, if it has one.
pub(super) fn jumbo_len(header: Tvb<'_>) -> Option<usize> {
    let size = (usize::from(header.u8(1).ok()?) + 1) * 8;
    let mut at = 2;
    while at < size {
        match header.u8(at).ok()? {
            0 => at += 1,
            JUMBO => return Some(header.u32(at + 2).ok()? as usize),
            _ => at += 2 + usize::from(header.u8(at + 1).ok()?),
        }
    }
    None
}

fn jumbo_notes(cx: &mut Cx<'_>, len: u32, chain: &Chain<'_>) {
    if chain.plen != 0 {
        let text = "Jumbo Payload option in a packet with a payload length";
        cx.out.expert(f::OPT_JUMBO_PROHIBITED, Severity::Error, Group::Protocol, text);
    }
    if len < 65536 {
        let text = "Jumbo Payload option present and jumbo length < 65536";
        cx.out.expert(f::OPT_JUMBO_TRUNCATED, Severity::Error, Group::Protocol, text);
    }
    if chain.is_fragmented() {
        let text = "Jumbo Payload option cannot be used with a fragment header";
        cx.out.expert(f::OPT_JUMBO_FRAGMENT, Severity::Error, Group::Protocol, text);
    }
}

/// The same bytes as several fields: a number and its bits.
fn bits<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize, fields: &[F]) -> Result<(), Stop> {
    fields.iter().try_for_each(|field| cx.out.item(*field, tvb, at, len))
}

fn experimental<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::OPT_EXPERIMENTAL, tvb, 0, tvb.reported_len())
}

/// RFC 5570.
fn calipso<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::OPT_CALIPSO_DOI, tvb, 0, 4)?;
    let words = cx.out.uint(f::OPT_CALIPSO_CMPT_LENGTH, tvb, 4, 1)? as usize;
    cx.out.item(f::OPT_CALIPSO_SENS_LEVEL, tvb, 5, 1)?;
    cx.out.item(f::OPT_CALIPSO_CHECKSUM, tvb, 6, 2)?;
    if words > 0 {
        cx.out.item(f::OPT_CALIPSO_CMPT_BITMAP, tvb, 8, words * 4)?;
    }
    Ok(())
}

/// Simplified Multicast Forwarding, RFC 6621.
fn duplicate_detection<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let first = cx.out.uint(f::OPT_SMF_DPD_HASH_BIT, tvb, 0, 1)? as usize;
    let len = tvb.reported_len();
    if first & 0x80 != 0 {
        return cx.out.item(f::OPT_SMF_DPD_HAV, tvb, 0, len);
    }
    bits(cx, tvb, 0, 1, &[f::OPT_SMF_DPD_TID_TYPE, f::OPT_SMF_DPD_TID_LEN])?;
    let tagger = if first & 0x70 == 0 { 0 } else { (first & 0x0f) + 1 };
    if tagger > 0 {
        cx.out.item(f::OPT_SMF_DPD_TAGGER_ID, tvb, 1, tagger)?;
    }
    cx.out.item(f::OPT_SMF_DPD_IDENT, tvb, 1 + tagger, len.saturating_sub(1 + tagger))
}

/// RFC 8250.
fn performance<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::OPT_PDM_SCALE_DTLR, tvb, 0, 1)?;
    cx.out.item(f::OPT_PDM_SCALE_DTLS, tvb, 1, 1)?;
    cx.out.item(f::OPT_PDM_PSN_THIS_PKT, tvb, 2, 2)?;
    cx.out.item(f::OPT_PDM_PSN_LAST_RECV, tvb, 4, 2)?;
    cx.out.item(f::OPT_PDM_DELTA_LAST_RECV, tvb, 6, 2)?;
    cx.out.item(f::OPT_PDM_DELTA_LAST_SENT, tvb, 8, 2)
}

fn application_aware<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let kind = cx.out.uint(f::OPT_APN_ID_TYPE, tvb, 0, 1)?;
    cx.out.item(f::OPT_APN_FLAGS, tvb, 1, 1)?;
    cx.out.item(f::OPT_APN_PARAM_TYPE, tvb, 2, 2)?;
    let parts = match kind {
        1 => 1,
        2 => 2,
        3 => 4,
        _ => {
            cx.out.expert(f::OPT_APN_INVALID_ID_TYPE, Severity::Warn, Group::Protocol, "Invalid APN ID Type");
            0
        }
    };
    let fields = [f::OPT_APN_ID_PART1, f::OPT_APN_ID_PART2, f::OPT_APN_ID_PART3, f::OPT_APN_ID_PART4];
    for (i, field) in fields.into_iter().take(parts).enumerate() {
        cx.out.item(field, tvb, 4 + i * 4, 4)?;
    }
    Ok(())
}

/// RFC 6553.
fn rpl<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let flags = [f::OPT_RPL_FLAG, f::OPT_RPL_FLAG_O, f::OPT_RPL_FLAG_R, f::OPT_RPL_FLAG_F, f::OPT_RPL_FLAG_RSV];
    bits(cx, tvb, 0, 1, &flags)?;
    cx.out.item(f::OPT_RPL_INSTANCE_ID, tvb, 1, 1)?;
    cx.out.item(f::OPT_RPL_SENDER_RANK, tvb, 2, 2)
}

/// RFC 4782.
fn quick_start<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let function = cx.out.uint(f::OPT_QS_FUNC, tvb, 0, 1)? >> 4;
    cx.out.item(f::OPT_QS_RATE, tvb, 0, 1)?;
    cx.out.item(if function == 0 { f::OPT_QS_TTL } else { f::OPT_QS_UNUSED }, tvb, 1, 1)?;
    bits(cx, tvb, 2, 4, &[f::OPT_QS_NONCE, f::OPT_QS_RESERVED])
}

/// RFC 9268: the lowest bit says that the receiver shall report.
fn path_mtu<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::OPT_PMTU_MIN, tvb, 0, 2)?;
    let returned = tvb.u16(2)?;
    cx.out.add(f::OPT_PMTU_RTN, tvb.bytes(2, 2)?, Value::Uint((returned & 0xfffe).into()));
    cx.out.add(f::OPT_PMTU_R_FLAG, tvb.bytes(3, 1)?, Value::Bool(returned & 1 != 0));
    Ok(())
}

/// RFC 7731.
fn multicast<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let flags = tvb.u8(0)?;
    let fields = [f::OPT_MPL_FLAG, f::OPT_MPL_FLAG_S, f::OPT_MPL_FLAG_M, f::OPT_MPL_FLAG_V, f::OPT_MPL_FLAG_RSV];
    bits(cx, tvb, 0, 1, &fields)?;
    cx.out.item(f::OPT_MPL_SEQUENCE, tvb, 1, 1)?;
    match flags >> 6 {
        0 => {
            cx.out.label(f::OPT_MPL_IPV6_SRC_SEED_ID, tvb, 0, 0);
            Ok(())
        }
        1 => cx.out.item(f::OPT_MPL_SEED_ID, tvb, 2, 2),
        2 => cx.out.item(f::OPT_MPL_SEED_ID, tvb, 2, 8),
        _ => cx.out.item(f::OPT_MPL_SEED_ID, tvb, 2, 16),
    }
}

/// RFC 6788.
fn line_id<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let len = cx.out.uint(f::OPT_LIO_LENGTH, tvb, 0, 1)? as usize;
    cx.out.item(f::OPT_LIO_LINE_ID, tvb, 1, len)
}

/// RFC 6971.
fn depth_first<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let flags = [
        f::OPT_DFF_FLAGS,
        f::OPT_DFF_FLAG_VER,
        f::OPT_DFF_FLAG_DUP,
        f::OPT_DFF_FLAG_RET,
        f::OPT_DFF_FLAG_RSV,
    ];
    bits(cx, tvb, 0, 1, &flags)?;
    cx.out.item(f::OPT_DFF_SEQUENCE_NUMBER, tvb, 1, 2)
}
