//! TCP options.

mod mptcp;

use strato_filter_lang::value::Value;

use super::{Header, column::put, f, state::Known};
use crate::proto::{
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// What the rest of TCP needs to know of a packet's options.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// They were captured whole.
    pub(super) captured: bool,
    pub(super) window_shift: Option<u8>,
    /// Bytes that its ranges acknowledge.
    pub(super) sacked: u32,
    pub(super) mptcp: bool,
}

/// One option: its kind and its bytes, kind and length included.
#[derive(Clone, Copy)]
struct Item<'f> {
    kind: u8,
    at: usize,
    tvb: Tvb<'f>,
    /// It names no length (it ends the list, or is padding).
    bare: bool,
}

/// Walks options up to `end`; stops at the first broken one. Each
/// byte of padding after the end of the list counts as its end again.
fn walk<'f>(tvb: Tvb<'f>, end: usize) -> impl Iterator<Item = Result<Item<'f>, usize>> {
    let mut at = 20;
    let (mut over, mut ended) = (false, false);
    std::iter::from_fn(move || {
        if at >= end || over {
            return None;
        }
        let kind = tvb.u8(at).ok()?;
        if ended && kind != 0 {
            return None;
        }
        ended |= kind == 0;
        if kind <= 1 {
            let item = Item { kind, at, tvb: tvb.sub(at, 1).ok()?, bare: true };
            at += 1;
            return Some(Ok(item));
        }
        let len = if at + 1 < end { usize::from(tvb.u8(at + 1).ok()?) } else { 0 };
        if len < 2 || at + len > end {
            over = true;
            return Some(Err(at));
        }
        let item = Item { kind, at, tvb: tvb.sub(at, len).ok()?, bare: false };
        at += len;
        Some(Ok(item))
    })
}

/// Reads only what TCP itself needs.
pub(super) fn scan(tvb: Tvb<'_>, header: &Header) -> Seen {
    let mut seen = Seen { captured: tvb.len() >= header.header_len, ..Seen::default() };
    // What nearly every segment has: time stamps.
    if header.header_len == 32 && tvb.array(20) == Ok([1, 1, 8, 10]) {
        return seen;
    }
    for item in walk(tvb, header.header_len).map_while(Result::ok) {
        match (item.kind, item.tvb.len()) {
            (3, 3) => seen.window_shift = item.tvb.u8(2).ok().map(|shift| shift.min(14)),
            (5, len) => {
                for pair in 0..len.saturating_sub(2) / 8 {
                    if let (Ok(left), Ok(right)) = (item.tvb.u32(2 + pair * 8), item.tvb.u32(6 + pair * 8)) {
                        seen.sacked = seen.sacked.wrapping_add(right.wrapping_sub(left));
                    }
                }
            }
            (30, _) => seen.mptcp = true,
            _ => {}
        }
    }
    seen
}

/// Adds what the summary says of the options; `base`: from where acknowledgments are counted.
pub(super) fn summary(text: &mut String, tvb: Tvb<'_>, header: &Header, base: u32) -> Result<(), Stop> {
    tvb.bytes(20, header.header_len.saturating_sub(20))?;
    for Item { kind, tvb, .. } in walk(tvb, header.header_len).map_while(Result::ok) {
        match (kind, tvb.len()) {
            (2, 4) => put(text, " MSS=", tvb.u16(2)?.into()),
            (3, 3) => put(text, " WS=", 1 << tvb.u8(2)?.min(14)),
            (4, 2) => text.push_str(" SACK_PERM"),
            (5, len) => {
                for at in (2..len.saturating_sub(7)).step_by(8) {
                    put(text, " SLE=", tvb.u32(at)?.wrapping_sub(base));
                    put(text, " SRE=", tvb.u32(at + 4)?.wrapping_sub(base));
                }
            }
            (6, 6) => put(text, " ECHO=", tvb.u32(2)?),
            (7, 6) => put(text, " ECHOREPLY=", tvb.u32(2)?),
            (8, 10) => {
                put(text, " TSval=", tvb.u32(2)?);
                put(text, " TSecr=", tvb.u32(6)?);
            }
            (34, 2) => text.push_str(" TFO=R"),
            (34, _) => text.push_str(" TFO=C"),
            _ => {}
        }
    }
    Ok(())
}

/// Emits all options.
pub(super) fn dissect<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    header: &Header,
    known: Option<&Known>,
) -> Result<(), Stop> {
    let len = header.header_len - 20;
    cx.out.item(f::OPTIONS, tvb, 20, len.min(tvb.len().saturating_sub(20)))?;
    // All of them must be there before any is looked at.
    tvb.bytes(20, len)?;
    let mut padding = 0;
    let (mut mss, mut sack_permitted) = (false, false);
    for item in walk(tvb, header.header_len) {
        let item = match item {
            Ok(item) => item,
            Err(at) => {
                broken(cx, tvb, at, header.header_len)?;
                break;
            }
        };
        if item.kind == 1 {
            // Counted within words of four bytes, whatever is between.
            padding = if item.at.is_multiple_of(4) { 1 } else { padding + 1 };
        }
        if item.kind == 1 && padding == 4 {
            let text = "4 NOP in a row - a router may have removed some options";
            cx.out.expert(f::NOP, Severity::Warn, Group::Protocol, text);
        }
        mss |= item.kind == 2;
        sack_permitted |= item.kind == 4;
        option(cx, item, header, known)?;
        if item.kind == 0 && tvb.captured(item.at + 1, header.header_len - item.at - 1).iter().any(|byte| *byte != 0) {
            let text = "Non zero bytes in option space after EOL option";
            cx.out.expert(f::NON_ZERO_BYTES_AFTER_EOL, Severity::Error, Group::Protocol, text);
        }
    }
    if header.syn() && !mss {
        absent(cx, f::OPTIONS_MSS_ABSENT);
    } else if !header.syn() && mss {
        absent(cx, f::OPTIONS_MSS_PRESENT);
    }
    if header.syn() && !sack_permitted {
        absent(cx, f::OPTIONS_SACK_PERM_ABSENT);
    } else if !header.syn() && sack_permitted {
        absent(cx, f::OPTIONS_SACK_PERM_PRESENT);
    }
    Ok(())
}

/// Notes that became part of Wireshark after 4.0: fields of their own, but not among the expert notes.
fn absent(cx: &mut Cx<'_>, note: F) {
    cx.out.add(note, &[], Value::Label);
}

/// An option whose length cannot be.
fn broken(cx: &mut Cx<'_>, tvb: Tvb<'_>, at: usize, end: usize) -> Result<(), Stop> {
    let kind = tvb.u8(at)?;
    cx.out.generated_uint(f::OPTION_KIND, kind.into());
    if at + 1 < end {
        cx.out.generated_uint(f::OPTION_LEN, tvb.u8(at + 1)?.into());
    }
    let text = "Invalid length for option";
    cx.out.expert(f::OPTION_LEN_INVALID, Severity::Note, Group::Protocol, text);
    Ok(())
}

/// The field that stands for an option of this kind, and the length it must have (0: any).
fn named(kind: u8) -> (F, usize) {
    match kind {
        0 => (f::OPTIONS_EOL, 1),
        1 => (f::OPTIONS_NOP, 1),
        2 => (f::OPTIONS_MSS, 4),
        3 => (f::OPTIONS_WSCALE, 3),
        4 => (f::OPTIONS_SACK_PERM, 2),
        5 => (f::OPTIONS_SACK, 0),
        6 => (f::OPTIONS_ECHO, 6),
        7 => (f::OPTIONS_ECHOREPLY, 6),
        8 => (f::OPTIONS_TIMESTAMP, 10),
        11 => (f::OPTIONS_CC, 6),
        12 => (f::OPTIONS_CCNEW, 6),
        13 => (f::OPTIONS_CCECHO, 6),
        19 => (f::OPTIONS_MD5, 18),
        20 => (f::OPTIONS_SCPS, 0),
        21 => (f::OPTIONS_SNACK, 6),
        22 => (f::OPTIONS_SCPSREC, 2),
        23 => (f::OPTIONS_SCPSCOR, 2),
        27 => (f::OPTIONS_QS, 8),
        28 => (f::OPTIONS_USER_TO, 4),
        29 => (f::OPTIONS_AO, 0),
        34 => (f::OPTIONS_TFO, 0),
        76 => (f::OPTIONS_RVBD_PROBE, 0),
        78 => (f::OPTIONS_RVBD_TRPY, 0),
        172 | 174 => (f::OPTIONS_ACC_ECN, 0),
        253 | 254 => (f::OPTIONS_EXPERIMENTAL, 0),
        _ => (f::OPTIONS_UNKNOWN, 0),
    }
}

fn option<'f>(cx: &mut Cx<'f>, item: Item<'f>, header: &Header, known: Option<&Known>) -> Result<(), Stop> {
    let Item { kind, tvb, .. } = item;
    let len = tvb.len();
    let (own, wanted_len) = named(kind);
    if kind != 30 {
        cx.out.item(own, tvb, 0, len)?;
    }
    cx.out.item(f::OPTION_KIND, tvb, 0, 1)?;
    if item.bare {
        return Ok(());
    }
    cx.out.item(f::OPTION_LEN, tvb, 1, 1)?;
    if wanted_len != 0 && len != wanted_len {
        let text = "Invalid length for option";
        cx.out.expert(f::OPTION_LEN_INVALID, Severity::Note, Group::Protocol, text);
        return Ok(());
    }
    match kind {
        2 => cx.out.item(f::OPTIONS_MSS_VAL, tvb, 2, 2),
        3 => window_scale(cx, tvb),
        5 => sack(cx, tvb, header, known),
        6 | 7 => cx.out.item(f::OPTIONS_ECHO_VALUE, tvb, 2, 4),
        8 => {
            cx.out.item(f::OPTIONS_TIMESTAMP_TSVAL, tvb, 2, 4)?;
            cx.out.item(f::OPTIONS_TIMESTAMP_TSECR, tvb, 6, 4)
        }
        11..=13 => cx.out.item(f::OPTIONS_CC_VALUE, tvb, 2, 4),
        19 => cx.out.item(f::OPTIONS_MD5_DIGEST, tvb, 2, 16),
        20 => scps(cx, tvb),
        21 => snack(cx, tvb),
        27 => {
            cx.out.item(f::OPTIONS_QS_RATE, tvb, 2, 1)?;
            cx.out.item(f::OPTIONS_QS_TTL_DIFF, tvb, 3, 1)
        }
        28 => {
            cx.out.item(f::OPTIONS_USER_TO_GRANULARITY, tvb, 2, 2)?;
            cx.out.item(f::OPTIONS_USER_TO_VAL, tvb, 2, 2)
        }
        29 if len >= 4 => {
            cx.out.item(f::OPTIONS_AO_KEYID, tvb, 2, 1)?;
            cx.out.item(f::OPTIONS_AO_RNEXTKEYID, tvb, 3, 1)?;
            if len > 4 { cx.out.item(f::OPTIONS_AO_MAC, tvb, 4, len - 4) } else { Ok(()) }
        }
        30 => mptcp::dissect(cx, tvb, header),
        34 => fast_open(cx, tvb, 2),
        172 | 174 => accurate_ecn(cx, tvb, 2, kind == 172),
        253 | 254 => experimental(cx, tvb),
        76 => riverbed_probe(cx, tvb),
        78 => riverbed_transparency(cx, tvb),
        _ if len > 2 => cx.out.item(f::OPTIONS_UNKNOWN_PAYLOAD, tvb, 2, len - 2),
        _ => Ok(()),
    }
}

fn window_scale<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let shift = cx.out.uint(f::OPTIONS_WSCALE_SHIFT, tvb, 2, 1)?;
    if shift > 14 {
        let text = "Window scale shift exceeds 14";
        cx.out.expert(f::OPTIONS_WSCALE_SHIFT_INVALID, Severity::Warn, Group::Protocol, text);
    }
    cx.out.number(f::OPTIONS_WSCALE_MULTIPLIER, tvb, 2, 1, 1 << shift.min(14))
}

fn sack<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header, known: Option<&Known>) -> Result<(), Stop> {
    let base = known.map_or(0, |known| known.other_base);
    let count = tvb.len().saturating_sub(2) / 8;
    for pair in 0..count {
        let at = 2 + pair * 8;
        let (left, right) = (tvb.u32(at)?, tvb.u32(at + 4)?);
        cx.out.number(f::OPTIONS_SACK_LE, tvb, at, 4, left.wrapping_sub(base).into())?;
        cx.out.number(f::OPTIONS_SACK_RE, tvb, at + 4, 4, right.wrapping_sub(base).into())?;
        if pair == 0 && super::analysis::before(left, header.ack) {
            // RFC 2883: the first block reports data that came twice.
            cx.out.expert(f::OPTIONS_SACK_DSACK, Severity::Warn, Group::Sequence, "D-SACK Sequence");
            cx.out.number(f::OPTIONS_SACK_DSACK_LE, tvb, at, 4, left.wrapping_sub(base).into())?;
            cx.out.number(f::OPTIONS_SACK_DSACK_RE, tvb, at + 4, 4, right.wrapping_sub(base).into())?;
        }
    }
    cx.out.generated_uint(f::OPTIONS_SACK_COUNT, count as u64);
    Ok(())
}

fn scps<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    if tvb.len() == 4 {
        let fields = [
            f::OPTIONS_SCPS_VECTOR,
            f::OPTIONS_SCPSFLAGS_BETS,
            f::OPTIONS_SCPSFLAGS_SNACK1,
            f::OPTIONS_SCPSFLAGS_SNACK2,
            f::OPTIONS_SCPSFLAGS_COMPRESS,
            f::OPTIONS_SCPSFLAGS_NLTS,
            f::OPTIONS_SCPSFLAGS_RESERVED,
        ];
        for field in fields {
            cx.out.item(field, tvb, 2, 1)?;
        }
        return cx.out.item(f::OPTIONS_SCPS_BINDING, tvb, 3, 1);
    }
    let mut at = 2;
    while at + 1 < tvb.len() {
        cx.out.item(f::OPTIONS_SCPS_BINDING_ID, tvb, at, 1)?;
        let len = usize::from(tvb.u8(at + 1)? >> 4).max(1);
        cx.out.number(f::OPTIONS_SCPS_BINDING_LEN, tvb, at + 1, 1, len as u64)?;
        if len > 2 {
            cx.out.item(f::OPTIONS_SCPS_BINDING_DATA, tvb, at + 2, (len - 2).min(tvb.len() - at - 2))?;
        }
        at += len.max(2);
    }
    Ok(())
}

fn snack<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::OPTIONS_SNACK_OFFSET, tvb, 2, 2)?;
    cx.out.item(f::OPTIONS_SNACK_SIZE, tvb, 4, 2)?;
    cx.out.expert(f::OPTIONS_SNACK_SEQUENCE, Severity::Note, Group::Sequence, "SNACK Sequence");
    Ok(())
}

fn fast_open<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    if tvb.len() <= at {
        cx.out.label(f::OPTIONS_TFO_REQUEST, tvb, 0, tvb.len());
        return Ok(());
    }
    cx.out.item(f::OPTIONS_TFO_COOKIE, tvb, at, tvb.len() - at)
}

/// RFC 9768 §3.2.3: three counters, the order says which comes first; the last ones may be left out.
fn accurate_ecn<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, start: usize, order_0: bool) -> Result<(), Stop> {
    let mut fields = [f::OPTIONS_ACC_ECN_EE0B, f::OPTIONS_ACC_ECN_ECEB, f::OPTIONS_ACC_ECN_EE1B];
    if !order_0 {
        fields.reverse();
    }
    for (i, field) in fields.into_iter().enumerate() {
        let at = start + i * 3;
        if at + 3 <= tvb.len() {
            cx.out.item(field, tvb, at, 3)?;
        }
    }
    Ok(())
}

/// RFC 6994: two (or four) bytes say whose experiment it is.
fn experimental<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    if tvb.len() < 4 {
        return Ok(());
    }
    let id = cx.out.uint(f::OPTIONS_EXPERIMENTAL_EXID, tvb, 2, 2)?;
    match id {
        0xf989 => fast_open(cx, tvb, 4),
        0xacc0 | 0xacc1 | 0xacce => accurate_ecn(cx, tvb, 4, id != 0xacc1),
        0x00ac if tvb.len() > 4 => {
            cx.out.item(f::OPTIONS_TARR_RATE, tvb, 4, 1)?;
            cx.out.item(f::OPTIONS_TAR_RESERVED, tvb, 4, 1)
        }
        _ if tvb.len() > 4 => cx.out.item(f::OPTIONS_EXPERIMENTAL_DATA, tvb, 4, tvb.len() - 4),
        _ => Ok(()),
    }
}

fn riverbed_probe<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let kind = tvb.u8(2)?;
    if kind & 1 == 0 {
        return riverbed_info(cx, tvb);
    }
    cx.out.item(f::OPTIONS_RVBD_PROBE_TYPE1, tvb, 2, 1)?;
    cx.out.item(f::OPTIONS_RVBD_PROBE_VERSION, tvb, 2, 1)?;
    // Only the first version's layout is public.
    if kind & 0xf != 1 {
        return Ok(());
    }
    cx.out.item(f::OPTIONS_RVBD_PROBE_RESERVED, tvb, 3, 1)?;
    if tvb.len() >= 8 {
        cx.out.item(f::OPTIONS_RVBD_PROBE_PROBER, tvb, 4, 4)?;
    }
    match kind >> 4 {
        0 | 6 if tvb.len() >= 10 => cx.out.item(f::OPTIONS_RVBD_PROBE_APPLI_VER, tvb, 8, 2),
        1 if tvb.len() >= 14 => {
            cx.out.item(f::OPTIONS_RVBD_PROBE_PROXY_IP, tvb, 8, 4)?;
            cx.out.item(f::OPTIONS_RVBD_PROBE_PROXY_PORT, tvb, 12, 2)
        }
        _ => Ok(()),
    }
}

/// The second version, whose type has more bits.
fn riverbed_info<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let kind = cx.out.uint(f::OPTIONS_RVBD_PROBE_TYPE2, tvb, 2, 1)? >> 1;
    cx.out.item(f::OPTIONS_RVBD_PROBE_VERSION_RAW, tvb, 2, 1)?;
    cx.out.add(f::OPTIONS_RVBD_PROBE_VERSION, tvb.bytes(2, 1)?, Value::Uint(2));
    let flags: &[F] = match kind {
        6 => &[f::OPTIONS_RVBD_PROBE_FLAGS_NOTCFE, f::OPTIONS_RVBD_PROBE_FLAGS_LAST],
        7 => &[
            f::OPTIONS_RVBD_PROBE_FLAGS_PROBE,
            f::OPTIONS_RVBD_PROBE_FLAGS_SSL,
            f::OPTIONS_RVBD_PROBE_FLAGS_SERVER,
        ],
        _ => return Ok(()),
    };
    cx.out.item(f::OPTIONS_RVBD_PROBE_FLAGS, tvb, 3, 1)?;
    bits(cx, tvb, 3, flags)
}

fn riverbed_transparency<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    if tvb.len() < 16 {
        return Ok(());
    }
    let flags = [
        f::OPTIONS_RVBD_TRPY_FLAGS,
        f::OPTIONS_RVBD_TRPY_FLAGS_FW_RST_INNER,
        f::OPTIONS_RVBD_TRPY_FLAGS_FW_RST,
        f::OPTIONS_RVBD_TRPY_FLAGS_CHKSUM,
        f::OPTIONS_RVBD_TRPY_FLAGS_OOB,
        f::OPTIONS_RVBD_TRPY_FLAGS_MODE,
    ];
    for field in flags {
        cx.out.item(field, tvb, 2, 2)?;
    }
    cx.out.item(f::OPTIONS_RVBD_TRPY_SRC_IP, tvb, 4, 4)?;
    cx.out.item(f::OPTIONS_RVBD_TRPY_DST_IP, tvb, 8, 4)?;
    cx.out.item(f::OPTIONS_RVBD_TRPY_SRC_PORT, tvb, 12, 2)?;
    cx.out.item(f::OPTIONS_RVBD_TRPY_DST_PORT, tvb, 14, 2)?;
    if tvb.len() >= 18 {
        cx.out.item(f::OPTIONS_RVBD_TRPY_CLIENT_PORT, tvb, 16, 2)?;
    }
    Ok(())
}

/// Emits a flag that stands in one byte.
fn bits<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, fields: &[F]) -> Result<(), Stop> {
    fields.iter().try_for_each(|field| cx.out.item(*field, tvb, at, 1))
}

/// Emits a number of 4 or 8 bytes and returns where the next one starts.
fn long_or_short<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize, long: bool) -> Result<usize, Stop> {
    let len = if long { 8 } else { 4 };
    let raw = tvb.bytes(at, len)?;
    cx.out.add(field, raw, Value::Uint(tvb.uint(at, len)?));
    Ok(at + len)
}

/// Whether TCP options are of the kinds and lengths that connections have (RFC 9293 §3.1, RFC 7323, RFC 2018): the
/// dissector reads them to their end and goes on to the payload.
pub(crate) fn are_usual(mut options: &[u8]) -> bool {
    // What nearly every segment has.
    if matches!(options, [1, 1, 8, 10, ..]) && options.len() == 12 {
        return true;
    }
    loop {
        let len = match *options {
            [] => return true,
            [1, ..] => 1,
            [2, 4, ..] => 4,
            [3, 3, ..] => 3,
            [4, 2, ..] => 2,
            [5, len @ (10 | 18 | 26 | 34), ..] => len.into(),
            [8, 10, ..] => 10,
            _ => return false,
        };
        match options.get(len..) {
            Some(rest) => options = rest,
            None => return false,
        }
    }
}

