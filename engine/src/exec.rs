//! Dissects frame after frame.

mod sessions;

use std::sync::Arc;

use bumpalo::Bump;

pub(crate) use self::sessions::{Sessions, owner};

use crate::{
    frame::{Frame, FrameKind},
    proto::{
        Proto,
        direct::{Transport, When},
        dissect::{self, Buffers, Dissection, State},
        frame,
        later::Later,
        plan::Plan,
        recent, tcp, tls,
    },
    read::RawBlock,
};

/// Dissection of frame after frame, with the state that lies between them.
pub struct Session {
    plan: Arc<Plan>,
    state: State,
    arena: Bump,
    buffers: Buffers,
    /// Entries of maps that were forgotten.
    forgotten: u64,
}

impl Session {
    /// Starts before the first frame.
    pub fn new(plan: impl Into<Arc<Plan>>) -> Self {
        Self {
            plan: plan.into(),
            state: State::default(),
            arena: Bump::new(),
            buffers: Buffers::default(),
            forgotten: 0,
        }
    }

    /// What is read of each frame.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// Dissects the next frame and lets `look` read it. Frames must come in the order of the capture.
    pub fn with<R>(&mut self, frame: &Frame<'_>, look: impl FnOnce(&Dissection<'_>) -> R) -> R {
        self.with_as(entry(frame), frame, look)
    }

    /// The same for a frame whose bytes are those of a protocol, whatever its link type.
    pub fn with_as<R>(&mut self, entry: Proto, frame: &Frame<'_>, look: impl FnOnce(&Dissection<'_>) -> R) -> R {
        self.arena.reset();
        let forgotten = recent::forgotten();
        let buffers = std::mem::take(&mut self.buffers);
        let dissection = dissect::dissect(entry, frame, &self.plan, &mut self.state, &self.arena, buffers);
        self.forgotten += recent::forgotten() - forgotten;
        let result = look(&dissection);
        self.buffers = dissection.into_buffers();
        result
    }

    /// Dissects the next frame, of which nothing is read, for those after it. `plan` asks for [state](crate::proto::plan::Ask::state) alone.
    pub(crate) fn learn(&mut self, plan: &Arc<Plan>, frame: &Frame<'_>) {
        let own = std::mem::replace(&mut self.plan, Arc::clone(plan));
        self.with(frame, |_| ());
        self.plan = own;
    }

    /// Follows the next frame's stream if that is all there is to do: nothing that is read of TCP, nor of what it carries, is
    /// in the frame. `false` if it must be dissected.
    #[inline(always)]
    pub(crate) fn pass(&mut self, segment: &Transport<'_>, when: &When) -> bool {
        // In two passes any segment may have news for an earlier one.
        let Some(direct) = self.plan.direct().filter(|_| self.state.later.is_off()) else { return false };
        let forgotten = recent::forgotten();
        let done = direct.pass(&self.plan, &mut self.state, segment, when);
        self.forgotten += recent::forgotten() - forgotten;
        done
    }

    /// The same for a frame of which no layer is known.
    pub(crate) fn pass_frame(&mut self, frame: &Frame<'_>) -> bool {
        let direct = self.plan.direct();
        direct
            .and_then(|direct| direct.transport(&frame.packet()))
            .is_some_and(|segment| self.pass(&segment, &When::of(frame)))
    }

    /// Learns from a block between frames: secrets decrypt the frames after it.
    pub fn block(&mut self, block: &RawBlock<'_>) {
        if let Some(log) = block.tls_secrets() {
            self.secrets(log);
        }
    }

    /// Adds TLS secrets in the form of NSS' key log.
    pub fn secrets(&mut self, log: &[u8]) {
        tls::add_secrets(&mut self.state, log);
    }

    /// What was given up because more would not have been bounded.
    pub fn given_up(&self) -> tcp::GivenUp {
        tcp::GivenUp { sessions: self.forgotten, ..tcp::given_up(&self.state) }
    }

    /// Goes back before the first frame: what was seen is forgotten.
    pub fn restart(&mut self) {
        self.state = State::default();
        self.forgotten = 0;
    }

    /// Starts the first of two passes, before the first frame.
    pub fn first_pass(&mut self) {
        self.restart();
        self.state.later = Later::learning();
    }

    /// Goes back before the first frame, to tell of each what the frames after it showed. Secrets must be added anew.
    pub fn second_pass(&mut self) {
        let later = std::mem::take(&mut self.state.later).into_known();
        self.restart();
        self.state.later = later;
    }

    /// Facts of the first pass for which there was no room.
    pub fn lost(&self) -> u64 {
        self.state.later.lost()
    }

    /// Remembers that the frame passed the filter.
    pub fn displayed(&mut self, frame: &Frame<'_>) {
        frame::displayed(&mut self.state, frame.timestamp_ns);
    }
}

/// The protocol of a frame's bytes.
fn entry(frame: &Frame<'_>) -> Proto {
    match frame.kind {
        FrameKind::Packet | FrameKind::Journal | FrameKind::Custom { .. } => Proto::Frame,
        FrameKind::Sysdig { .. } => Proto::Syscall,
    }
}

#[cfg(test)]
mod tests;
