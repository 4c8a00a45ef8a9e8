//! Dissects and judges the frames that stage 1 does not judge.

use std::time::Instant;

use strato_filter_lang::{interpret::interpret, ir::Ir};

use super::{Judged, Stats};
use crate::{
    exec::Sessions,
    frame::Frame,
    proto::{direct::When, dissect::Dissection, registry},
    read::{Details, Packet},
    stage1::{First, Route, Stage1},
};

/// What judges the frames that stage 1 does not.
pub(super) struct Rest<'q> {
    pub(super) ir: &'q Ir,
    pub(super) sessions: &'q mut Sessions,
    pub(super) stats: &'q mut Stats,
    pub(super) timed: bool,
    /// Frames may be dissected that nobody looks at then.
    pub(super) whole: bool,
}

impl Rest<'_> {
    /// Follows a frame's conversation, and judges it unless it must be looked at.
    #[inline(never)]
    pub(super) fn judge(&mut self, stage1: &Stage1, route: Route, packet: &Packet<'_>, details: Details<'_>) -> Judged {
        if let (Route::Follow(conversation), Some(segment)) = (route, stage1.tcp_segment(packet.data)) {
            let (timestamp_ns, keys_may_come) = (details.timestamp_ns(), details.keys_may_come());
            let when = When { number: packet.number, timestamp_ns, keys_may_come };
            if self.sessions.pass(conversation, &segment, &when) {
                self.stats.followed += 1;
                return Judged::No;
            }
        }
        let frame = if self.whole { details.frame() } else { None };
        let Some(frame) = frame else { return Judged::Stage1(First::More(route)) };
        let selected = self.dissect(Some(stage1), &frame, route, None, |_| ());
        if selected.is_some() { Judged::Selected } else { Judged::No }
    }

    /// Dissects a frame and judges it, unless that is `known`.
    pub(super) fn dissect<R>(
        &mut self,
        stage1: Option<&Stage1>,
        frame: &Frame<'_>,
        route: Route,
        known: Option<bool>,
        look: impl FnOnce(&Dissection<'_>) -> R,
    ) -> Option<R> {
        self.stats.dissected += 1;
        let start = self.timed.then(Instant::now);
        let ir = self.ir;
        let result = self.sessions.with(route, frame, |dissection| {
            let selected = known.unwrap_or_else(|| selects(ir, stage1, dissection));
            selected.then(|| look(dissection))
        });
        let result = result.flatten();
        if let Some(start) = start {
            self.stats.dissecting += start.elapsed();
        }
        if result.is_some() {
            self.sessions.displayed(frame);
        }
        result
    }
}

/// Whether a filter selects a dissected frame.
pub(crate) fn selects(ir: &Ir, stage1: Option<&Stage1>, dissection: &Dissection<'_>) -> bool {
    match stage1 {
        Some(stage1) => stage1.compiled().stage2(dissection),
        None => interpret(ir, registry::schema(), dissection),
    }
}
