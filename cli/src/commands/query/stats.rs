//! `--stats`: what a run did, for people.

use std::{
    io::{self, Write},
    time::Duration,
};

use strato_engine::{
    proto::tcp::GivenUp,
    query::{Query, Stats},
};

/// What the captures of a run took.
#[derive(Default)]
pub(super) struct Totals {
    stats: Stats,
    given_up: GivenUp,
    lost: u64,
    compiling: Duration,
    scanning: Duration,
    /// Most that worked on a capture.
    threads: usize,
    /// Stage 1 of the filter is machine code of so many bytes.
    code_len: Option<usize>,
}

impl Totals {
    /// Adds a capture that was scanned with `query`.
    pub(super) fn add(&mut self, query: &Query, threads: usize, scanning: Duration) {
        self.threads = self.threads.max(threads);
        self.stats += query.stats();
        self.given_up += query.given_up();
        self.lost += query.lost();
        self.compiling += query.compiling();
        self.scanning += scanning;
        self.code_len = query.stage1().map(|stage1| stage1.compiled().code_len());
    }

    /// Writes them.
    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let Stats { frames, bytes, stage1_no, stage1_yes, followed, dissected, selected, dissecting } = self.stats;
        let seconds = self.scanning.as_secs_f64();
        let rate = |what: u64| if seconds > 0.0 { what as f64 / seconds } else { 0.0 };
        let share = |part: u64| if frames > 0 { part as f64 / frames as f64 * 100.0 } else { 0.0 };
        let row = |out: &mut dyn Write, name: &str, text: String| writeln!(out, "{name:<12}{text}");
        row(out, "frames", format!("{frames}, {selected} selected; {bytes} bytes"))?;
        row(
            out,
            "stage 1",
            match self.code_len {
                Some(len) => format!(
                    "{len} bytes of machine code; rejected {stage1_no} ({:.1} %), selected {stage1_yes} ({:.1} %)",
                    share(stage1_no),
                    share(stage1_yes)
                ),
                None => "none: every frame is dissected".to_owned(),
            },
        )?;
        row(
            out,
            "stage 2",
            format!(
                "dissected {dissected} ({:.1} %) in {:.3} s, followed {followed} ({:.1} %)",
                share(dissected),
                dissecting.as_secs_f64(),
                share(followed)
            ),
        )?;
        let GivenUp { messages, conversations, sessions } = self.given_up;
        if messages > 0 || conversations > 0 {
            let text = format!("{messages} unfinished TCP messages, {conversations} open TCP conversations");
            row(out, "given up", text)?;
        }
        if self.lost > 0 {
            row(out, "first pass", format!("{} facts of later frames were too many to keep", self.lost))?;
        }
        if sessions > 0 {
            row(out, "forgotten", format!("{sessions} sessions and requests above TCP and UDP, unused for longest"))?;
        }
        row(out, "compiling", format!("{:.3} ms", self.compiling.as_secs_f64() * 1e3))?;
        row(
            out,
            "scanning",
            format!(
                "{seconds:.3} s, {:.0} MB/s, {:.0} frames/s, threads: {}",
                rate(bytes) / 1e6,
                rate(frames),
                self.threads
            ),
        )
    }
}
