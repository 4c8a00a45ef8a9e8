//! Judges the rest of a file with several threads, in the order of the file.
//!
//! The file is cut into parts of equal length. A worker reads a part, is told where the first record that starts in it
//! does, walks over its records to tell the next part's worker, and then judges them. What must be dissected goes to the
//! session that its conversation belongs to; each session is one worker's, who takes the parts in their order. The thread
//! that called hands on what was selected, part after part: as text, as rows of each thread's own making, or frame by frame.

mod board;
mod worker;

use std::{any::Any, io, ops::ControlFlow, sync::Arc, thread};

use strato_filter_lang::ir::Ir;

use self::{
    board::{Board, Done},
    worker::{Shared, Worker},
};
use crate::{
    exec::Sessions,
    frame::Frame,
    proto::dissect::Dissection,
    query::Stats,
    read::{Border, Rest},
    stage1::Stage1,
};

/// Bytes of a part: what is read is judged while it is in the second-level cache, and longer ones wake fewer threads.
pub(crate) const PART: u32 = 512 * 1024;
/// Bytes read behind a part, so that its last record is mostly there as a whole.
const BEHIND: usize = 2 * 1024;
/// A record that is longer is left to the reader.
const MAX_RECORD: usize = 1024 * 1024;
/// Parts for each worker that are read and not yet handed on.
const IN_FLIGHT: usize = 8;

/// Writes what is shown of a selected frame behind what is there.
pub type Show<'s> = &'s (dyn Fn(&Frame<'_>, &Dissection<'_>, &mut Vec<u8>) + Sync);

/// Rows that one thread makes of selected frames, one after another.
pub trait Rows: Any + Send {
    /// Adds a frame's row.
    fn frame(&mut self, frame: &Frame<'_>, found: &Dissection<'_>);
}

/// Begins rows.
pub type Begin<'s> = &'s (dyn Fn() -> Box<dyn Rows> + Sync);

/// What is wanted of the frames that are selected.
#[derive(Clone, Copy, Default)]
pub struct Wanted<'s> {
    /// What is shown of each.
    pub show: Option<Show<'s>>,
    /// They become rows.
    pub rows: Option<Begin<'s>>,
    /// They are handed on one by one.
    pub each: bool,
}

impl Wanted<'_> {
    /// Something of the frames is.
    fn shows(&self) -> bool {
        self.show.is_some() || self.rows.is_some()
    }
}

/// Frames that were selected, one after another.
#[derive(Clone, Copy, Debug)]
pub struct Selected<'s> {
    /// How many.
    pub frames: u64,
    /// What is shown of them.
    pub text: &'s [u8],
    /// The frame, where [they were wanted one by one](Wanted::each).
    pub frame: Option<&'s Frame<'s>>,
}

/// Takes what is selected, in the order of the capture.
pub trait Taker {
    /// Frames that were selected.
    fn take(&mut self, selected: &Selected<'_>) -> ControlFlow<()>;

    /// The rows of a part of the capture, where [rows were wanted](Wanted::rows): those of several threads, and the order of
    /// the capture, a number and a row for each frame. With one element their order is that of the capture, and `order` is
    /// empty.
    fn rows(&mut self, _rows: Vec<Box<dyn Rows>>, _order: &[(usize, usize)]) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    /// So many bytes of the file were read.
    fn progress(&mut self, position: u64) -> ControlFlow<()>;
}

/// What judges.
pub(crate) struct Judge<'q> {
    pub(crate) ir: &'q Ir,
    pub(crate) stage1: &'q Stage1,
    pub(crate) sessions: &'q mut Sessions,
    pub(crate) threads: usize,
    /// Bytes of a part.
    pub(crate) part: u32,
    /// Measure how long dissecting takes.
    pub(crate) timed: bool,
}

/// Judges the plain records of the rest of a file; returns what was done, and where the next record starts unless the
/// taker wanted no more.
///
/// # Errors
/// A thread that cannot be started.
pub(crate) fn run(
    rest: &Rest<'_>,
    judge: Judge<'_>,
    wanted: Wanted<'_>,
    taker: &mut dyn Taker,
) -> io::Result<(Stats, Option<Border>)> {
    let count = judge.sessions.count();
    let plan = Arc::clone(judge.sessions.plan());
    let Judge { ir, stage1, threads, part, timed, .. } = judge;
    let board = Board::new(rest.start(), part, count, threads * IN_FLIGHT);
    let shared = Shared { rest, board: &board, ir, stage1, plan: &plan, sessions: count, wanted, timed };
    thread::scope(|scope| {
        let mut own = judge.sessions.each();
        let mut workers = Vec::with_capacity(threads);
        for number in 0..threads.max(count) {
            let worker = Worker::new(&shared, own.next().map(|session| (number, session)));
            let started = thread::Builder::new().name(format!("worker {number}")).spawn_scoped(scope, || worker.run());
            match started {
                Ok(worker) => workers.push(worker),
                Err(error) => {
                    board.stop();
                    return Err(error);
                }
            }
        }
        let done = deliver(rest, &board, wanted, taker);
        board.stop();
        let mut stats = Stats::default();
        for worker in workers {
            match worker.join() {
                Ok(of_worker) => stats += of_worker,
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        Ok((stats, done))
    })
}

/// Hands on what was selected, part after part.
fn deliver(rest: &Rest<'_>, board: &Board, wanted: Wanted<'_>, taker: &mut dyn Taker) -> Option<Border> {
    while let Some(mut done) = board.next() {
        let flow = match wanted.rows {
            Some(_) => hand_on_rows(&mut done, taker),
            None => hand_on(rest, &done, wanted, taker),
        };
        board.recycle(done);
        if flow.is_break() || taker.progress(rest.position()).is_break() {
            return None;
        }
    }
    board.end()
}

/// Hands on the rows of a part.
fn hand_on_rows(done: &mut Done, taker: &mut dyn Taker) -> ControlFlow<()> {
    done.kept.retain(|kept| kept.rows.is_some());
    let mut order = Vec::new();
    if done.kept.len() > 1 {
        let places = done
            .kept
            .iter()
            .enumerate()
            .flat_map(|(i, kept)| kept.places().enumerate().map(move |(row, (place, _))| (place.at, (i, row))));
        let mut sorted: Vec<_> = places.collect();
        sorted.sort_unstable();
        order.extend(sorted.into_iter().map(|(_, row)| row));
    }
    let rows: Vec<_> = done.kept.iter_mut().filter_map(|kept| kept.rows.take()).collect();
    if rows.is_empty() { ControlFlow::Continue(()) } else { taker.rows(rows, &order) }
}

/// Hands on what was selected of a part.
fn hand_on(rest: &Rest<'_>, done: &Done, wanted: Wanted<'_>, taker: &mut dyn Taker) -> ControlFlow<()> {
    let frames = done.kept.iter().map(|kept| kept.frames).sum();
    let mut some = done.kept.iter().filter(|kept| kept.frames > 0);
    match (some.next(), some.next()) {
        (None, _) => ControlFlow::Continue(()),
        (Some(kept), None) if !wanted.each => taker.take(&Selected { frames, text: &kept.text, frame: None }),
        _ if !wanted.each && wanted.show.is_none() => taker.take(&Selected { frames, text: &[], frame: None }),
        _ => {
            let mut order: Vec<_> = done.kept.iter().flat_map(board::Kept::places).collect();
            order.sort_unstable_by_key(|(place, _)| place.at);
            for (place, text) in order {
                let (number, offset) = (done.part.number(place.frame), done.part.offset + u64::from(place.at));
                let record = done.part.bytes.get(place.at as usize..).unwrap_or_default();
                let frame = if wanted.each { rest.frame(record, number, offset) } else { None };
                taker.take(&Selected { frames: 1, text, frame: frame.as_ref() })?;
            }
            ControlFlow::Continue(())
        }
    }
}
