//! Path attributes, RFC 4271 §4.3 and the registry of IANA.

use super::{
    super::{
        layout::{
            Part::{Bits, Each, Item},
            walk,
        },
        out::F,
    },
    Cx, Stop, Tvb, communities, f, invalid_length, prefixes,
};

const ORIGIN: u8 = 1;
const AS_PATH: u8 = 2;
const NEXT_HOP: u8 = 3;
const DISCRIMINATOR: u8 = 4;
const LOCAL_PREFERENCE: u8 = 5;
const ATOMIC: u8 = 6;
const AGGREGATOR: u8 = 7;
const COMMUNITIES: u8 = 8;
const ORIGINATOR: u8 = 9;
const CLUSTERS: u8 = 10;
const REACHABLE: u8 = 14;
const UNREACHABLE: u8 = 15;
const EXTENDED_COMMUNITIES: u8 = 16;
const AS4_PATH: u8 = 17;
const AS4_AGGREGATOR: u8 = 18;
const AIGP: u8 = 26;
const LARGE_COMMUNITIES: u8 = 32;
const SET: u8 = 128;

/// An attribute may hold a set of attributes; sets in sets go no deeper than this.
const MAX_DEPTH: usize = 8;

const FLAGS: &[F] = &[
    f::A_FLAGS,
    f::A_FLAGS_OPTIONAL,
    f::A_FLAGS_TRANSITIVE,
    f::A_FLAGS_PARTIAL,
    f::A_FLAGS_EXTENDED_LENGTH,
    f::A_FLAGS_UNUSED,
];

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, depth: usize) -> Result<(), Stop> {
    const EXTENDED: u8 = 0x10;
    cx.out.label(f::ATTRIBUTES, tvb, 0, tvb.reported_len());
    let mut at = 0;
    while tvb.reported_rest(at) > 0 {
        let (flags, kind) = (tvb.u8(at)?, tvb.u8(at + 1)?);
        let (head, len) = if flags & EXTENDED != 0 {
            (4, usize::from(tvb.u16(at + 2)?))
        } else {
            (3, usize::from(tvb.u8(at + 2)?))
        };
        cx.out.label(f::ATTRIBUTE, tvb, at, head + len);
        walk(cx, tvb, at, &[Bits(FLAGS, 1), Item(f::A_TYPE_CODE, 1), Item(f::A_LENGTH, head - 2)])?;
        if len > tvb.reported_rest(at + head) {
            invalid_length(cx, "Path attribute length is invalid");
            return Ok(());
        }
        body(cx, kind, tvb.sub(at + head, len)?, depth)?;
        at += head + len;
    }
    Ok(())
}

fn body<'f>(cx: &mut Cx<'f>, kind: u8, tvb: Tvb<'f>, depth: usize) -> Result<(), Stop> {
    let len = tvb.reported_len();
    match (kind, len) {
        (ORIGIN, 1) => cx.out.item(f::A_ORIGIN, tvb, 0, 1),
        (ORIGIN, _) => wrong(cx, "Origin (invalid)"),
        (AS_PATH | AS4_PATH, _) => path(cx, tvb, kind == AS4_PATH),
        (NEXT_HOP, 4) => cx.out.item(f::A_NEXT_HOP, tvb, 0, 4),
        (NEXT_HOP, _) => wrong(cx, "Next hop (invalid)"),
        (DISCRIMINATOR, 4) => cx.out.item(f::A_MULTI_EXIT_DISC, tvb, 0, 4),
        (DISCRIMINATOR, _) => wrong(cx, "Multiple exit discriminator (invalid)"),
        (LOCAL_PREFERENCE, 4) => cx.out.item(f::A_LOCAL_PREF, tvb, 0, 4),
        (LOCAL_PREFERENCE, _) => wrong(cx, "Local preference (invalid)"),
        (ATOMIC, 0) => Ok(()),
        (ATOMIC, _) => wrong(cx, "Atomic aggregate (invalid)"),
        (AGGREGATOR | AS4_AGGREGATOR, 6 | 8) => {
            let parts = [Item(f::A_AGGREGATOR_AS, len - 4), Item(f::A_AGGREGATOR_ORIGIN, 4)];
            walk(cx, tvb, 0, &parts).map(drop)
        }
        (AGGREGATOR | AS4_AGGREGATOR, _) => wrong(cx, "Aggregator (invalid)"),
        (COMMUNITIES, _) if len.is_multiple_of(4) => communities::plain(cx, tvb),
        (COMMUNITIES, _) => wrong(cx, "Communities (invalid)"),
        (ORIGINATOR, 4) => cx.out.item(f::A_ORIGINATOR_ID, tvb, 0, 4),
        (ORIGINATOR, _) => wrong(cx, "Originator identifier (invalid)"),
        (CLUSTERS, _) if len.is_multiple_of(4) => {
            cx.out.label(f::PATH_ATTRIBUTE_CLUSTER_LIST, tvb, 0, len);
            walk(cx, tvb, 0, &[Each(f::PATH_ATTRIBUTE_CLUSTER_ID, 4)]).map(drop)
        }
        (CLUSTERS, _) => wrong(cx, "Cluster list (invalid)"),
        (REACHABLE, _) => prefixes::reachable(cx, tvb),
        (UNREACHABLE, _) => prefixes::unreachable(cx, tvb),
        (EXTENDED_COMMUNITIES, _) if len.is_multiple_of(8) => communities::extended(cx, tvb),
        (EXTENDED_COMMUNITIES, _) => wrong(cx, "Extended communities (invalid)"),
        (LARGE_COMMUNITIES, _) if len.is_multiple_of(12) => communities::large(cx, tvb),
        (AIGP, _) => accumulated(cx, tvb),
        (SET, 4..) => {
            cx.out.item(f::A_ATTR_SET_ORIGIN_AS, tvb, 0, 4)?;
            if len > 4 && depth < MAX_DEPTH {
                dissect(cx, tvb.rest(4)?, depth + 1)?;
            }
            Ok(())
        }
        (SET, _) => wrong(cx, "Attribute set (invalid)"),
        _ => {
            cx.out.label(f::ATTRIBUTES_UNKNOWN, tvb, 0, len);
            Ok(())
        }
    }
}

fn wrong(cx: &mut Cx<'_>, text: &str) -> Result<(), Stop> {
    invalid_length(cx, text);
    Ok(())
}

/// Numbers are of two bytes, or of four where both ends know how (RFC 6793); nothing here says which.
fn path<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, four: bool) -> Result<(), Stop> {
    let size = if four || !fits(tvb, 2) { 4 } else { 2 };
    let field = if size == 4 { f::A_AS_PATH_SEGMENT_AS4 } else { f::A_AS_PATH_SEGMENT_AS2 };
    let mut at = 0;
    while tvb.reported_rest(at) > 0 {
        let count = usize::from(tvb.u8(at + 1)?);
        cx.out.label(f::A_AS_PATH_SEGMENT, tvb, at, 2 + count * size);
        walk(cx, tvb, at, &[Item(f::A_AS_PATH_SEGMENT_TYPE, 1), Item(f::A_AS_PATH_SEGMENT_LENGTH, 1)])?;
        at += 2;
        for _ in 0..count {
            cx.out.item(field, tvb, at, size)?;
            at += size;
        }
    }
    Ok(())
}

/// Whether segments with numbers of so many bytes fill the attribute.
fn fits(tvb: Tvb<'_>, size: usize) -> bool {
    let mut at = 0;
    while tvb.reported_rest(at) > 0 {
        match (tvb.u8(at), tvb.u8(at + 1)) {
            (Ok(1..=4), Ok(count)) if count > 0 => at += 2 + usize::from(count) * size,
            _ => return false,
        }
    }
    at == tvb.reported_len()
}

/// RFC 7311.
fn accumulated<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const METRIC: u8 = 1;
    cx.out.label(f::A_AIGP, tvb, 0, tvb.reported_len());
    let mut at = 0;
    while tvb.reported_rest(at) >= 3 {
        let (kind, len) = (tvb.u8(at)?, usize::from(tvb.u16(at + 1)?));
        walk(cx, tvb, at, &[Item(f::UPDATE_ATTRIBUTE_AIGP_TYPE, 1), Item(f::UPDATE_ATTRIBUTE_AIGP_LENGTH, 2)])?;
        if kind == METRIC && len == 11 {
            cx.out.item(f::UPDATE_ATTRIBUTE_AIGP_ACCU_IGP_METRIC, tvb, at + 3, 8)?;
        }
        at += len.max(3);
    }
    Ok(())
}
