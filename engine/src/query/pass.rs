//! Passes over frames in memory: with nothing else in the loops, they stay in registers.

use super::{Judged, Query, Rest};
use crate::{frame::Frame, proto::dissect::Dissection, read::Reader, stage1::First};

/// What becomes of the frames that [`Query::pass`] stops at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// [`Query::matches`] is asked of them; it passes over so many that are selected.
    Count(u64),
    /// [`Query::matches`] is asked of them.
    Match,
    /// [`Query::select`] is asked of them.
    Select,
}

impl Then {
    /// Selected frames that are passed over.
    fn count(self) -> u64 {
        if let Self::Count(count) = self { count } else { 0 }
    }
}

/// What was passed over.
#[derive(Default)]
struct Passed {
    /// Frames that stage 1 selected, and those that it left.
    yes: u64,
    more: u64,
    selected: u64,
    bytes: u64,
    stopped: Option<(u64, Judged)>,
}

impl Query {
    /// Passes over the frames in memory that the filter rejects, and perhaps over those that it selects; says how many
    /// those were. What must be looked at is the reader's next item.
    pub fn pass(&mut self, reader: &mut Reader, then: Then) -> u64 {
        let before = reader.frames();
        let passed = match &self.stage1 {
            Some(stage1) if stage1.follows_streams() => self.pass_streams(reader, then),
            Some(_) => self.pass_plain(reader, then.count()),
            None => return 0,
        };
        let selected = passed.selected;
        self.passed(reader, before, passed);
        selected
    }

    /// Counts what was passed over, and remembers what is known of the frame behind it.
    fn passed(&mut self, reader: &Reader, before: u64, passed: Passed) {
        if passed.stopped.is_some() {
            self.judged = passed.stopped;
        }
        let frames = reader.frames() - before;
        self.stats.frames += frames;
        self.stats.bytes += passed.bytes;
        self.stats.stage1_no += frames - passed.yes - passed.more;
        self.stats.stage1_yes += passed.yes;
        self.stats.selected += passed.selected;
    }

    /// Lets `look` read those of the selected frames in memory whose fields are in the layers that stage 1 found, until
    /// it says that this was enough. What must be looked at next is the reader's next item.
    pub fn pass_selected(&mut self, reader: &mut Reader, look: &mut dyn FnMut(&Frame<'_>, &Dissection<'_>) -> bool) {
        let Self { stage1: Some(stage1), buffers, .. } = self else { return };
        if stage1.follows_streams() || !stage1.reads_shown() {
            self.pass(reader, Then::Select);
            return;
        }
        let before = reader.frames();
        let (mut passed, mut more) = (Passed::default(), true);
        reader.pass(|packet, details| {
            let verdict = stage1.judge(packet);
            let frame = if verdict == First::Yes && more { details.frame() } else { None };
            match (verdict, frame) {
                (First::No, _) => {}
                (First::Yes, Some(frame)) => {
                    let mut found = Dissection::empty(std::mem::take(buffers));
                    stage1.read(&frame, &mut found.occurrences);
                    more = look(&frame, &found);
                    *buffers = found.into_buffers();
                    passed.selected += 1;
                }
                (First::Yes | First::More(_), _) => {
                    passed.stopped = Some((packet.number, Judged::Stage1(verdict)));
                    return false;
                }
            }
            passed.bytes += packet.data.len() as u64;
            true
        });
        passed.yes = passed.selected;
        self.passed(reader, before, passed);
    }

    /// Passes over what stage 1 judges: with nothing else in the loop, it stays in registers.
    fn pass_plain(&mut self, reader: &mut Reader, count: u64) -> Passed {
        let mut passed = Passed::default();
        let Some(stage1) = &mut self.stage1 else { return passed };
        let (mut selected, mut bytes) = (0, 0);
        reader.pass(|packet, _| {
            let verdict = stage1.judge(packet);
            match verdict {
                First::No => {}
                First::Yes if selected < count => selected += 1,
                First::Yes | First::More(_) => {
                    passed.stopped = Some((packet.number, Judged::Stage1(verdict)));
                    return false;
                }
            }
            bytes += packet.data.len() as u64;
            true
        });
        Passed { yes: selected, selected, bytes, ..passed }
    }

    /// The same, and follows the streams that stage 1 does not judge, or dissects what must be.
    fn pass_streams(&mut self, reader: &mut Reader, then: Then) -> Passed {
        let mut passed = Passed::default();
        let Self { stage1: Some(stage1), ir, sessions, stats, timed, .. } = self else { return passed };
        let mut rest = Rest { ir, sessions, stats, timed: *timed, whole: then != Then::Select };
        let count = then.count();
        reader.pass(|packet, details| {
            let verdict = stage1.judge(packet);
            let judged = match verdict {
                First::No => Judged::No,
                First::Yes => Judged::Stage1(verdict),
                First::More(route) => {
                    let judged = rest.judge(stage1, route, packet, details);
                    passed.more += u64::from(!matches!(judged, Judged::Stage1(_)));
                    judged
                }
            };
            match judged {
                Judged::No | Judged::Learn => {}
                Judged::Selected | Judged::Stage1(First::Yes) if passed.selected < count => {
                    passed.selected += 1;
                    passed.yes += u64::from(verdict == First::Yes);
                }
                Judged::Selected | Judged::Stage1(_) => {
                    passed.more -= u64::from(judged == Judged::Selected);
                    passed.stopped = Some((packet.number, judged));
                    return false;
                }
            }
            passed.bytes += packet.data.len() as u64;
            true
        });
        passed
    }
}
