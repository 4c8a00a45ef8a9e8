//! Which ends media will be sent from or to, as signalling says.

use super::State;
use crate::proto::{
    Proto,
    dissect::{Addr, Cx},
    out::F,
    recent::Recent,
    udp,
};

/// An end of a conversation.
pub(in crate::proto) type End = (Addr, u16);

pub(super) type Setups = Recent<End, Setup>;

/// What is sent between the ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::proto) enum What {
    Rtp,
    /// The same, encrypted; packets end with so many bytes that authenticate them.
    Srtp(u8),
    Rtcp,
    /// Facsimile.
    T38,
}

/// How a conversation was agreed on.
#[derive(Clone, Debug)]
pub(in crate::proto) struct Setup {
    /// The frame that says so.
    pub(in crate::proto) frame: u64,
    pub(in crate::proto) method: &'static str,
    pub(in crate::proto) what: What,
    /// Names of payload types.
    pub(in crate::proto) types: Vec<(u8, String)>,
}

impl Setup {
    /// Shows it.
    pub(in crate::proto) fn emit(&self, cx: &mut Cx<'_>, all: F, frame: F, method: F) {
        if cx.out.wants(all) {
            cx.out.generated_str(all, &format!("Stream setup by {} (frame {})", self.method, self.frame));
        }
        cx.out.generated_uint(frame, self.frame);
        cx.out.generated_str(method, self.method);
    }
}

/// Media will be sent from or to `end`.
pub(in crate::proto) fn announce(cx: &mut Cx<'_>, end: End, setup: Setup) {
    if cx.info.in_error || end.1 == 0 {
        return;
    }
    udp::announce(cx, end, setup.frame, true);
    let setups = &mut cx.state.of::<State>(Proto::Rtp).setups;
    // What a later frame said holds, whatever the frame that an answer belongs to.
    if setups.get(end).is_none_or(|known| known.frame <= setup.frame) {
        setups.insert(end, setup);
    }
}

/// What was said of the datagram's ends: the receiver's first.
pub(in crate::proto) fn of(cx: &mut Cx<'_>) -> Option<(End, Setup)> {
    cx.state.get::<State>(Proto::Rtp)?;
    let ends = [(cx.info.dst, cx.info.dstport), (cx.info.src, cx.info.srcport)];
    let setups = &mut cx.state.of::<State>(Proto::Rtp).setups;
    ends.into_iter().find_map(|end| setups.get(end).map(|setup| (end, setup.clone())))
}
