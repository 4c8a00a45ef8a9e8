//! What the workers know of one another.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use super::{Rows, Wanted};
use crate::{frame::Frame, proto::dissect::Dissection, read::Border, stage1::Route};

/// Looks at a border that is not known before a thread sleeps.
const SPINS: u32 = 1000;
/// Parts that are handed on together: each time that wakes a thread.
const BATCH: usize = 4;

/// A part of the file whose records were judged by stage 1.
#[derive(Default)]
pub(super) struct Part {
    /// From the first record that starts in it.
    pub(super) bytes: Vec<u8>,
    /// Where that record is.
    pub(super) offset: u64,
    /// Frames before it.
    pub(super) frames: u64,
    /// What each session must dissect.
    pub(super) left: Vec<Vec<Left>>,
}

/// A frame that is left to a session.
#[derive(Clone, Copy, Debug)]
pub(super) struct Left {
    pub(super) place: Place,
    /// If it is left to all of them, the one that owns it answers.
    pub(super) route: Route,
}

/// A frame of a part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Offset of its record in the part's bytes.
    pub(super) at: u32,
    /// Its place among the frames of the part.
    pub(super) frame: u32,
}

impl Part {
    /// The number of a frame in the capture.
    pub(super) fn number(&self, frame: u32) -> u64 {
        self.frames + u64::from(frame) + 1
    }
}

/// What was selected of a part.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) frames: u64,
    /// What is shown, one frame after another.
    pub(super) text: Vec<u8>,
    /// Its rows, one for each frame.
    pub(super) rows: Option<Box<dyn Rows>>,
    /// The frames, each with the end of its text; only where somebody asks for them.
    ends: Vec<(Place, usize)>,
}

impl Kept {
    /// Adds what is wanted of a frame; then its [place](Self::place) must be added.
    pub(super) fn show(&mut self, wanted: Wanted<'_>, frame: &Frame<'_>, found: &Dissection<'_>) {
        if let Some(show) = wanted.show {
            show(frame, found, &mut self.text);
        }
        if let Some(begin) = wanted.rows {
            self.rows.get_or_insert_with(begin).frame(frame, found);
        }
    }

    /// Adds the place of a frame, whose text stands at the end.
    pub(super) fn place(&mut self, place: Place) {
        self.ends.push((place, self.text.len()));
    }

    /// The frames with their texts.
    pub(super) fn places(&self) -> impl Iterator<Item = (Place, &[u8])> {
        let mut start = 0;
        self.ends.iter().map(move |(place, end)| {
            let text = self.text.get(start..*end).unwrap_or_default();
            start = *end;
            (*place, text)
        })
    }
}

/// A part that all are done with.
pub(super) struct Done {
    pub(super) part: Arc<Part>,
    pub(super) kept: Vec<Kept>,
}

/// What a worker does next.
pub(super) enum Task {
    /// Read and judge this part, with this buffer.
    Read(u64, Vec<u8>),
    /// Dissect what this part left to the worker's session.
    Dissect(u64, Arc<Part>),
    /// There is nothing more.
    Nothing,
}

/// Where everybody looks.
pub(super) struct Board {
    state: Mutex<State>,
    /// For workers: there may be something to do.
    work: Condvar,
    /// For workers that wait for a border.
    border: Condvar,
    /// For the thread that hands on.
    done: Condvar,
    start: Border,
    sessions: usize,
    in_flight: usize,
    part_len: u32,
    /// The last part whose border is known.
    known: AtomicU64,
}

struct State {
    /// The next part that nobody reads.
    unread: u64,
    /// The first part that was not handed on, and those after it.
    first: u64,
    parts: VecDeque<Progress>,
    /// Where the first record of a part starts.
    border: (u64, Border),
    /// The part in which the plain records end, and where.
    end: Option<(u64, Border)>,
    stopped: bool,
    spare: Vec<Vec<u8>>,
    /// Workers that wait for something to do.
    idle: usize,
}

/// How far a part is.
#[derive(Default)]
struct Progress {
    part: Option<Arc<Part>>,
    kept: Vec<Kept>,
    /// Sessions that are not done with it.
    waiting: usize,
}

impl Progress {
    fn is_done(&self) -> bool {
        self.part.is_some() && self.waiting == 0
    }
}

impl Board {
    pub(super) fn new(start: Border, part_len: u32, sessions: usize, in_flight: usize) -> Self {
        let state = State {
            unread: 0,
            first: 0,
            parts: VecDeque::new(),
            border: (0, start),
            end: None,
            stopped: false,
            spare: Vec::new(),
            idle: 0,
        };
        let (work, border, done) = (Condvar::new(), Condvar::new(), Condvar::new());
        Self {
            state: Mutex::new(state),
            work,
            border,
            done,
            start,
            sessions,
            in_flight,
            part_len,
            known: AtomicU64::new(0),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A worker that panicked is joined, and its panic goes on there.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Bytes of a part.
    pub(super) fn part_len(&self) -> usize {
        self.part_len as usize
    }

    /// Offset of a part in the file.
    pub(super) fn offset(&self, part: u64) -> u64 {
        self.start.offset + part * self.part_len() as u64
    }

    /// Waits for something to do. `next` is the first part that the worker's session has not seen, if it has a session.
    pub(super) fn task(&self, session: Option<(usize, &mut u64)>) -> Task {
        let mut state = self.state();
        let mut session = session;
        loop {
            if state.stopped {
                return Task::Nothing;
            }
            if let Some((number, next)) = &mut session {
                // What was handed on had nothing for it.
                **next = state.first.max(**next);
                while let Some(part) = state.part(**next) {
                    let number_of_part = **next;
                    **next += 1;
                    if part.left.get(*number).is_some_and(|left| !left.is_empty()) {
                        return Task::Dissect(number_of_part, part);
                    }
                }
            }
            let seen = session.as_ref().is_none_or(|(_, next)| state.end.is_some_and(|(last, _)| **next > last));
            match state.end {
                Some(_) if seen => return Task::Nothing,
                None if state.unread < state.first + self.in_flight as u64 => {
                    let part = state.unread;
                    state.unread += 1;
                    return Task::Read(part, state.spare.pop().unwrap_or_default());
                }
                _ => {
                    // What is done must be handed on before there is more to do.
                    self.done.notify_one();
                    state.idle += 1;
                    state = self.work.wait(state).unwrap_or_else(PoisonError::into_inner);
                    state.idle -= 1;
                }
            }
        }
    }

    /// Waits for the border of a part; `None` when the records end before it.
    pub(super) fn border(&self, part: u64) -> Option<Border> {
        // It mostly comes within the time that waking a thread takes.
        for _ in 0..SPINS {
            if self.known.load(Ordering::Acquire) >= part {
                break;
            }
            std::hint::spin_loop();
        }
        let mut state = self.state();
        loop {
            match state.border {
                _ if state.stopped || state.end.is_some() => return None,
                (known, border) if known == part => return Some(border),
                _ => state = self.border.wait(state).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    /// Tells the border behind a part, or that the records end there.
    pub(super) fn tell_border(&self, part: u64, next: Border, ends: bool) {
        let mut state = self.state();
        if ends {
            state.end = Some((part, next));
            self.known.store(u64::MAX, Ordering::Release);
            self.work.notify_all();
            self.done.notify_one();
        } else {
            state.border = (part + 1, next);
            self.known.store(part + 1, Ordering::Release);
        }
        self.border.notify_all();
    }

    /// A part was judged.
    pub(super) fn judged(&self, number: u64, part: Part, kept: Kept) {
        let mut state = self.state();
        let waiting = part.left.iter().filter(|left| !left.is_empty()).count();
        let kept = vec![kept];
        state.put(number, Progress { part: Some(Arc::new(part)), kept, waiting });
        self.wake(&state);
        if state.idle > 0 && (waiting > 0 || self.sessions > 1) {
            self.work.notify_all();
        }
    }

    /// Wakes the thread that hands on if there is enough for it.
    fn wake(&self, state: &State) {
        let ready = state.parts.iter().take(BATCH).take_while(|progress| progress.is_done()).count();
        if ready == BATCH || ready > 0 && state.end.is_some() {
            self.done.notify_one();
        }
    }

    /// A session is done with a part.
    pub(super) fn dissected(&self, number: u64, kept: Kept) {
        let mut state = self.state();
        let index = number.saturating_sub(state.first) as usize;
        if let Some(progress) = state.parts.get_mut(index) {
            progress.waiting -= 1;
            progress.kept.push(kept);
        }
        self.wake(&state);
    }

    /// Waits for the next part that all are done with; `None` behind the last.
    pub(super) fn next(&self) -> Option<Done> {
        let mut state = self.state();
        loop {
            if state.parts.front().is_some_and(Progress::is_done) {
                let Progress { part, kept, .. } = state.parts.pop_front().unwrap_or_default();
                state.first += 1;
                if state.idle > 0 {
                    self.work.notify_one();
                }
                return part.map(|part| Done { part, kept });
            }
            if state.stopped || state.end.is_some_and(|(last, _)| state.first > last) {
                return None;
            }
            state = self.done.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Gives the buffer of a part back.
    pub(super) fn recycle(&self, done: Done) {
        // A session may still be about to let go of it.
        if let Ok(part) = Arc::try_unwrap(done.part)
            && !part.bytes.is_empty()
        {
            self.state().spare.push(part.bytes);
        }
    }

    /// Where the plain records end.
    pub(super) fn end(&self) -> Option<Border> {
        self.state().end.map(|(_, border)| border)
    }

    /// Nobody wants more.
    pub(super) fn stop(&self) {
        self.state().stopped = true;
        self.work.notify_all();
        self.border.notify_all();
        self.done.notify_all();
    }
}

impl State {
    /// A part that was judged.
    fn part(&self, number: u64) -> Option<Arc<Part>> {
        let index = number.checked_sub(self.first)?;
        self.parts.get(index as usize)?.part.clone()
    }

    /// Puts a part where it belongs.
    fn put(&mut self, number: u64, progress: Progress) {
        let index = number.saturating_sub(self.first) as usize;
        if self.parts.len() <= index {
            self.parts.resize_with(index + 1, Progress::default);
        }
        if let Some(place) = self.parts.get_mut(index) {
            *place = progress;
        }
    }
}
