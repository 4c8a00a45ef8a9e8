//! One of several threads.

use std::{sync::Arc, thread, time::Instant};

use strato_filter_lang::ir::Ir;

use super::{
    BEHIND, MAX_RECORD, Wanted,
    board::{Board, Kept, Left, Part, Place, Task},
};
use crate::{
    exec::{Session, owner},
    frame::Frame,
    proto::{
        dissect::{Buffers, Dissection},
        plan::Plan,
    },
    query::{Stats, selects},
    read::{Border, Rest, Walked},
    stage1::{First, Route, Stage1},
};

/// What all workers share.
pub(super) struct Shared<'w> {
    pub(super) rest: &'w Rest<'w>,
    pub(super) board: &'w Board,
    pub(super) ir: &'w Ir,
    pub(super) stage1: &'w Stage1,
    pub(super) plan: &'w Arc<Plan>,
    /// How many sessions there are.
    pub(super) sessions: usize,
    pub(super) wanted: Wanted<'w>,
    /// Measure how long dissecting takes.
    pub(super) timed: bool,
}

/// A thread's own things.
pub(super) struct Worker<'w> {
    rest: &'w Rest<'w>,
    board: &'w Board,
    ir: &'w Ir,
    wanted: Wanted<'w>,
    timed: bool,
    /// The session that this worker dissects for, its number, and the first part that it has not seen.
    own: Option<(usize, &'w mut Session)>,
    seen: u64,
    stage1: Stage1,
    /// For frames that need no state.
    any: Session,
    buffers: Buffers,
    /// For the next part.
    buffer: Vec<u8>,
    sessions: usize,
    stats: Stats,
}

impl<'w> Worker<'w> {
    /// A worker with `own` session, if there is one for it.
    pub(super) fn new(shared: &Shared<'w>, own: Option<(usize, &'w mut Session)>) -> Self {
        let Shared { rest, board, ir, stage1, plan, sessions, wanted, timed } = *shared;
        Self {
            rest,
            board,
            ir,
            wanted,
            timed,
            own,
            seen: 0,
            stage1: stage1.fork(),
            any: Session::new(Arc::clone(plan)),
            buffers: Buffers::default(),
            buffer: Vec::new(),
            sessions,
            stats: Stats::default(),
        }
    }

    /// Works until there is nothing more to do.
    pub(super) fn run(mut self) -> Stats {
        let _stop = StopOnPanic(self.board);
        loop {
            let own = self.own.as_ref().map(|(number, _)| (*number, &mut self.seen));
            match self.board.task(own) {
                Task::Nothing => return self.stats,
                Task::Dissect(number, part) => self.dissect(number, &part),
                Task::Read(number, buffer) => {
                    let buffer = if self.buffer.is_empty() { buffer } else { std::mem::take(&mut self.buffer) };
                    self.read(number, buffer);
                }
            }
        }
    }

    /// Reads a part, hands its border on, judges it. Where the file cannot be read the records end, for the threads: the
    /// reader, who goes on there, says why.
    fn read(&mut self, number: u64, mut buffer: Vec<u8>) {
        let offset = self.board.offset(number);
        buffer.resize(self.board.part_len() + BEHIND, 0);
        let len = self.rest.read(&mut buffer, offset).unwrap_or_default();
        buffer.truncate(len);
        let Some(from) = self.board.border(number) else { return };
        // A long record of an earlier part may reach into this one, or over it.
        let skip = from.offset.saturating_sub(offset) as usize;
        let to = self.walk(number, &mut buffer, skip, from);
        buffer.truncate(skip + (to.offset - from.offset) as usize);
        self.part(number, Part { bytes: buffer, offset, frames: from.frames, left: Vec::new() }, skip);
    }

    /// Walks over the records of a part and hands on where the next one starts.
    fn walk(&self, number: u64, buffer: &mut Vec<u8>, skip: usize, from: Border) -> Border {
        let stop = self.board.part_len().saturating_sub(skip);
        loop {
            let (border, ends) = match self.rest.walk(buffer.get(skip..).unwrap_or_default(), stop, from) {
                Walked::Passed(next) => (next, false),
                Walked::Other(next) => (next, true),
                Walked::Longer(next, need) => {
                    let more = (skip + need).saturating_sub(buffer.len());
                    if need <= self.board.part_len() + MAX_RECORD && self.read_on(buffer, number, more) {
                        continue;
                    }
                    (next, true)
                }
            };
            self.board.tell_border(number, border, ends);
            return border;
        }
    }

    /// Reads so many bytes behind what was read of a part; `false` if there are no more.
    fn read_on(&self, buffer: &mut Vec<u8>, number: u64, more: usize) -> bool {
        let len = buffer.len();
        buffer.resize(len + more, 0);
        let offset = self.board.offset(number) + len as u64;
        let came = self.rest.read(buffer.get_mut(len..).unwrap_or_default(), offset).unwrap_or_default();
        buffer.truncate(len + came);
        came > 0
    }

    /// Judges the records of a part, which start at `skip`.
    fn part(&mut self, number: u64, mut part: Part, skip: usize) {
        let mut left = vec![Vec::new(); self.sessions];
        let mut kept = Kept::default();
        let rest = self.rest;
        rest.packets(part.bytes.get(skip..).unwrap_or_default(), part.frames, |at, packet| {
            let place = Place { at: (skip + at) as u32, frame: (packet.number - part.frames - 1) as u32 };
            self.stats.frames += 1;
            self.stats.bytes += packet.data.len() as u64;
            match self.stage1.judge(packet) {
                First::No => self.stats.stage1_no += 1,
                First::Yes => {
                    self.stats.stage1_yes += 1;
                    self.stats.selected += 1;
                    kept.frames += 1;
                    if self.wanted.shows() || self.wanted.each {
                        self.selected(&part, place, &mut kept);
                    }
                }
                First::More(Route::Any) => self.judge(&part, place, &mut kept),
                First::More(route @ (Route::Own(conversation) | Route::Follow(conversation))) => {
                    if let Some(left) = left.get_mut(conversation as usize % self.sessions) {
                        left.push(Left { place, route });
                    }
                }
                First::More(route @ Route::All) => left.iter_mut().for_each(|left| left.push(Left { place, route })),
            }
        });
        if left.iter().all(Vec::is_empty) && !(self.wanted.each && kept.frames > 0) {
            // Nobody needs the bytes: the next part is read into the same cache lines.
            self.buffer = std::mem::take(&mut part.bytes);
        }
        part.left = left;
        self.board.judged(number, part, kept);
    }

    /// The frame at a place.
    fn frame<'f>(&self, part: &'f Part, place: Place) -> Option<Frame<'f>>
    where
        'w: 'f,
    {
        let record = part.bytes.get(place.at as usize..)?;
        self.rest.frame(record, part.number(place.frame), part.offset + u64::from(place.at))
    }

    /// Keeps a frame that stage 1 selected.
    fn selected(&mut self, part: &Part, place: Place, kept: &mut Kept) {
        let wanted = self.wanted;
        if wanted.shows() {
            let Some(frame) = self.frame(part, place) else { return };
            let mut found = Dissection::empty(std::mem::take(&mut self.buffers));
            if self.stage1.read(&frame, &mut found.occurrences) {
                kept.show(wanted, &frame, &found);
                self.buffers = found.into_buffers();
            } else {
                self.buffers = found.into_buffers();
                self.stats.dissected += 1;
                self.any.with(&frame, |found| kept.show(wanted, &frame, found));
            }
        }
        kept.place(place);
    }

    /// Dissects and judges a frame that depends on no other.
    fn judge(&mut self, part: &Part, place: Place, kept: &mut Kept) {
        let Some(frame) = self.frame(part, place) else { return };
        let start = self.timed.then(Instant::now);
        let (ir, stage1, wanted) = (self.ir, &self.stage1, self.wanted);
        let selected =
            self.any.with(&frame, |found| selects(ir, Some(stage1), found) && keep(wanted, &frame, found, kept, place));
        self.stats.dissected += 1;
        self.stats.selected += u64::from(selected);
        self.stats.dissecting += start.map(|start| start.elapsed()).unwrap_or_default();
    }

    /// Dissects and judges what a part left to the worker's session.
    fn dissect(&mut self, number: u64, part: &Part) {
        let mut kept = Kept::default();
        let start = self.timed.then(Instant::now);
        let Some((own, session)) = self.own.take() else { return };
        for Left { place, route } in part.left.get(own).into_iter().flatten() {
            let Some(frame) = self.frame(part, *place) else { continue };
            if matches!(route, Route::Follow(_)) && session.pass_frame(&frame) {
                self.stats.followed += 1;
                continue;
            }
            let shared = *route == Route::All;
            let (ir, stage1, wanted, sessions) = (self.ir, &self.stage1, self.wanted, self.sessions);
            let (mine, selected) = session.with(&frame, |found| {
                let mine = !shared || owner(&found.info, sessions) == own;
                (mine, mine && selects(ir, Some(stage1), found) && keep(wanted, &frame, found, &mut kept, *place))
            });
            self.stats.dissected += u64::from(mine);
            self.stats.selected += u64::from(selected);
        }
        self.own = Some((own, session));
        self.stats.dissecting += start.map(|start| start.elapsed()).unwrap_or_default();
        self.board.dissected(number, kept);
    }
}

/// The others would wait for ever for a thread that panicked.
struct StopOnPanic<'w>(&'w Board);

impl Drop for StopOnPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.stop();
        }
    }
}

/// Keeps a selected frame; says `true`.
fn keep(wanted: Wanted<'_>, frame: &Frame<'_>, found: &Dissection<'_>, kept: &mut Kept, place: Place) -> bool {
    kept.frames += 1;
    kept.show(wanted, frame, found);
    if wanted.shows() || wanted.each {
        kept.place(place);
    }
    true
}
