//! What a process costs.

use std::{
    io::{self, Write},
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, bail};
use wait4::{ResUse, Wait4};

/// What a process took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// Processor time, user and system, seconds.
    pub(crate) cpu_s: f64,
    /// From its start to its end, seconds.
    pub(crate) wall_s: f64,
    /// Most resident memory, MiB.
    pub(crate) mib: f64,
}

/// Runs a program to its end; it must succeed. Nobody reads what it prints.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<Cost> {
    finish(command.stdout(Stdio::null()), &mut io::sink())
}

/// Runs a program to its end; it must succeed. What it prints goes to `out`.
///
/// Long outputs should not be collected: the system counts to a process what this one had when it started it.
pub(crate) fn read(command: &mut Command, out: &mut dyn Write) -> anyhow::Result<Cost> {
    finish(command.stdout(Stdio::piped()), out)
}

/// Runs a program that prints little, for what it prints.
pub(crate) fn text(command: &mut Command) -> anyhow::Result<(Cost, String)> {
    let mut text = Vec::new();
    let cost = read(command, &mut text)?;
    Ok((cost, String::from_utf8_lossy(&text).trim().to_owned()))
}

fn finish(command: &mut Command, mut out: &mut dyn Write) -> anyhow::Result<Cost> {
    let name = format!("{command:?}");
    command.stdin(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn().with_context(|| format!("cannot run {name}"))?;
    let read = child.stdout.take().map_or(Ok(0), |mut pipe| io::copy(&mut pipe, &mut out));
    let ResUse { status, rusage } = child.wait4().with_context(|| format!("cannot wait for {name}"))?;
    let wall_s = start.elapsed().as_secs_f64();
    read.with_context(|| format!("cannot read from {name}"))?;
    if !status.success() {
        bail!("{name} failed: {status}");
    }
    let cpu_s = (rusage.utime + rusage.stime).as_secs_f64();
    Ok(Cost { cpu_s, wall_s, mib: rusage.maxrss as f64 / f64::from(1 << 20) })
}

/// Several runs of one command.
#[derive(Clone, Debug, Default)]
pub(crate) struct Costs(Vec<Cost>);

impl Costs {
    /// Adds a run.
    pub(crate) fn push(&mut self, cost: Cost) {
        self.0.push(cost);
    }

    /// Medians of the times, the most memory; `None` without a run.
    pub(crate) fn median(&self) -> Option<Cost> {
        let mib = self.0.iter().map(|cost| cost.mib).reduce(f64::max)?;
        Some(Cost { cpu_s: self.middle(|cost| cost.cpu_s), wall_s: self.middle(|cost| cost.wall_s), mib })
    }

    fn middle(&self, of: impl Fn(&Cost) -> f64) -> f64 {
        let mut values: Vec<f64> = self.0.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        let upper = values.len() / 2;
        if values.len() % 2 == 1 { values[upper] } else { f64::midpoint(values[upper - 1], values[upper]) }
    }
}
