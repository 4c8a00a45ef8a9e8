//! Halves of associations: who sends to whom with which tag, and which sequence numbers were seen.

use super::f;
use crate::proto::{
    Proto,
    dissect::{Addr, Cx},
    out::{Group, Severity},
    recent::Recent,
};

/// Sender, receiver, their ports.
type Way = (Addr, Addr, u16, u16);
/// A half of an association: a way and its verification tag.
pub(super) type Key = (Way, u32);

/// What is remembered of a half.
#[derive(Clone, Copy, Debug, Default)]
struct Half {
    /// The first sequence number seen: relative ones count from it.
    first: Option<u32>,
    peer: Option<Key>,
}

/// When a sequence number was first seen, and how often again.
#[derive(Clone, Copy, Debug)]
struct Seen {
    frame: u64,
    last_frame: u64,
    time_ns: Option<i128>,
    again: u32,
}

/// All halves.
#[derive(Default)]
pub(super) struct Associations {
    halves: Recent<Key, Half>,
    /// The last half of each way that has no peer yet.
    single: Recent<Way, u32>,
    seen: Recent<(Key, u32), Seen>,
    pub(super) messages: super::reassembly::Messages,
}

/// Notes the half that a packet belongs to.
pub(super) fn enter(cx: &mut Cx<'_>, tag: u32) -> Key {
    let info = &cx.info;
    let way = (info.src, info.dst, info.srcport, info.dstport);
    let back = (info.dst, info.src, info.dstport, info.srcport);
    let key = (way, tag);
    let all: &mut Associations = cx.state.of(Proto::Sctp);
    if all.halves.get(key).is_none() {
        let peer = all.single.remove(back).map(|tag| (back, tag));
        all.halves.insert(key, Half { first: None, peer });
        match peer {
            Some(other) => all.halves.entry(other, Half::default).peer = Some(key),
            None => all.single.insert(way, tag),
        }
    }
    key
}

/// Sequence number of data, relative to the first of its half.
pub(super) fn relative(cx: &mut Cx<'_>, key: Key, tsn: u32) -> u32 {
    let half = cx.state.of::<Associations>(Proto::Sctp).halves.entry(key, Half::default);
    tsn.wrapping_sub(*half.first.get_or_insert(tsn))
}

/// A sequence number that acknowledges what the peer of a half sent; `None` when the peer is not known.
pub(super) fn relative_to_peer(cx: &mut Cx<'_>, key: Key, tsn: u32) -> Option<u32> {
    let all: &mut Associations = cx.state.of(Proto::Sctp);
    let peer = all.halves.get(key)?.peer?;
    Some(tsn.wrapping_sub(all.halves.get(peer)?.first.unwrap_or_default()))
}

/// Notes that data was seen; emits what can be said of it, and tells whether it was seen before.
pub(super) fn track(cx: &mut Cx<'_>, key: Key, tsn: u32) -> bool {
    let (frame, now) = (cx.frame.number, cx.frame.timestamp_ns);
    let all: &mut Associations = cx.state.of(Proto::Sctp);
    let new = Seen { frame, last_frame: frame, time_ns: now, again: 0 };
    let seen = all.seen.entry((key, tsn), || new);
    if seen.frame == frame {
        return false;
    }
    if seen.last_frame != frame {
        seen.last_frame = frame;
        seen.again = seen.again.saturating_add(1);
    }
    let seen = *seen;
    cx.out.generated_uint(f::RETRANSMISSION, seen.frame);
    if seen.again > 2 {
        let text = "This TSN was retransmitted more than 2 times.";
        cx.out.expert(f::RETRANSMISSION_MORE_THAN_TWICE, Severity::Warn, Group::Sequence, text);
    } else {
        cx.out.expert(f::RETRANSMISSION_EXPERT, Severity::Note, Group::Sequence, "Retransmitted TSN");
    }
    if let Some((now, then)) = now.zip(seen.time_ns) {
        cx.out.generated(f::RETRANSMISSION_TIME, strato_filter_lang::value::Value::Time(now - then));
    }
    true
}
