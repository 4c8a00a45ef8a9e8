//! Sessions that share the conversations of a capture, so that several threads can work on it.

use std::sync::Arc;

use super::Session;
use crate::{
    frame::Frame,
    proto::{
        direct::{Transport, When},
        dissect::{Dissection, Info},
        plan::Plan,
        tcp::GivenUp,
    },
    read::RawBlock,
    stage1::{Route, conversation},
};

/// One session or more. Each follows conversations of its own; what may belong to any goes to all of them.
pub(crate) struct Sessions {
    plan: Arc<Plan>,
    all: Vec<Session>,
}

impl Sessions {
    /// One.
    pub(crate) fn new(plan: Plan) -> Self {
        let plan = Arc::new(plan);
        Self { all: vec![Session::new(Arc::clone(&plan))], plan }
    }

    /// Makes them so many, before the first frame.
    pub(crate) fn split(&mut self, count: usize) {
        self.all.resize_with(count.max(1), || Session::new(Arc::clone(&self.plan)));
    }

    pub(crate) fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    pub(crate) fn each(&mut self) -> std::slice::IterMut<'_, Session> {
        self.all.iter_mut()
    }

    pub(crate) fn count(&self) -> usize {
        self.all.len()
    }

    /// Dissects the next frame where it must be, and lets `look` read it once.
    pub(crate) fn with<R>(
        &mut self,
        route: Route,
        frame: &Frame<'_>,
        look: impl FnOnce(&Dissection<'_>) -> R,
    ) -> Option<R> {
        let count = self.all.len();
        match route {
            Route::Any => self.all.first_mut().map(|session| session.with(frame, look)),
            Route::Own(conversation) | Route::Follow(conversation) => {
                self.all.get_mut(conversation as usize % count).map(|session| session.with(frame, look))
            }
            Route::All => {
                let mut look = Some(look);
                let mut result = None;
                let mut of = None;
                for (i, session) in self.all.iter_mut().enumerate() {
                    session.with(frame, |found| {
                        if *of.get_or_insert_with(|| owner(&found.info, count)) == i {
                            result = look.take().map(|look| look(found));
                        }
                    });
                }
                result
            }
        }
    }

    /// Dissects the next frame only for those after it: see [`Session::learn`].
    pub(crate) fn learn(&mut self, plan: &Arc<Plan>, frame: &Frame<'_>) {
        self.all.iter_mut().for_each(|session| session.learn(plan, frame));
    }

    /// [Follows](Session::pass) the next frame, if it may be enough.
    #[inline(always)]
    pub(crate) fn pass(&mut self, conversation: u32, segment: &Transport<'_>, when: &When) -> bool {
        let number = if self.all.len() == 1 { 0 } else { conversation as usize % self.all.len() };
        self.all.get_mut(number).is_some_and(|session| session.pass(segment, when))
    }

    /// Learns from a block between frames.
    pub(crate) fn block(&mut self, block: &RawBlock<'_>) {
        self.all.iter_mut().for_each(|session| session.block(block));
    }

    /// Adds TLS secrets in the form of NSS' key log.
    pub(crate) fn secrets(&mut self, log: &[u8]) {
        self.all.iter_mut().for_each(|session| session.secrets(log));
    }

    /// What was given up because more would not have been bounded.
    pub(crate) fn given_up(&self) -> GivenUp {
        let mut sum = GivenUp::default();
        self.all.iter().for_each(|session| sum += session.given_up());
        sum
    }

    /// Facts of the first pass for which there was no room.
    pub(crate) fn lost(&self) -> u64 {
        self.all.iter().map(Session::lost).sum()
    }

    /// Remembers that the frame passed the filter.
    pub(crate) fn displayed(&mut self, frame: &Frame<'_>) {
        self.all.iter_mut().for_each(|session| session.displayed(frame));
    }
}

/// Which of so many sessions knows most of a dissected frame: the one with the frame's conversation.
pub(crate) fn owner(info: &Info, sessions: usize) -> usize {
    conversation(info.srcport, info.dstport) as usize % sessions.max(1)
}
