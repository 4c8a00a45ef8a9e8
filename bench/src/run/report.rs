//! What was measured, as a table or as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::{
    measure::Cost,
    rows::{Figure, Gate, Rival, Row, Subject},
};

/// What a row came to.
#[derive(Debug, Serialize)]
pub(crate) struct Measured {
    /// The filter.
    filter: &'static str,
    /// What is special about the run.
    note: &'static str,
    /// Fields that were printed.
    fields: &'static [&'static str],
    /// Frames that were selected.
    pub(crate) frames: u64,
    /// Whether the frames are those of tshark; `None` if nobody knows.
    pub(crate) agrees: Option<bool>,
    ns_per_packet: Option<f64>,
    mb_per_s: Option<f64>,
    million_packets_per_s: Option<f64>,
    cpu_ms: f64,
    wall_ms: f64,
    mib: f64,
    /// Processor times of others by that of strato.
    tshark: Option<f64>,
    /// tshark was measured at another time.
    tshark_remembered: bool,
    tcpdump: Option<f64>,
    ngrep: Option<f64>,
    bound: Option<f64>,
    gates: Vec<Verdict>,
}

/// Whether what is wanted holds.
#[derive(Debug, Serialize)]
struct Verdict {
    target: u8,
    figure: &'static str,
    value: Option<f64>,
    must: f64,
    goal: f64,
    holds: &'static str,
}

/// The costs of a row.
#[derive(Debug)]
pub(crate) struct RowCosts {
    /// strato's.
    pub(crate) strato: Cost,
    /// Those of the others that were measured.
    pub(crate) rivals: Vec<(Rival, Cost)>,
    /// tshark's are from an earlier run.
    pub(crate) tshark_remembered: bool,
}

/// How large the capture is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub(crate) packets: u64,
    pub(crate) bytes: u64,
}

impl Measured {
    /// Works out the figures of a row.
    pub(crate) fn new(row: &'static Row, size: Size, costs: &RowCosts, frames: u64, agrees: Option<bool>) -> Self {
        let cpu_s = costs.strato.cpu_s;
        let of_capture = |figure: f64| (row.subject != Subject::Empty).then_some(figure);
        let ratio = |of: fn(Rival) -> bool| {
            costs.rivals.iter().find(|(rival, _)| of(*rival)).map(|(_, cost)| cost.cpu_s / cpu_s)
        };
        Self {
            filter: row.filter,
            note: match row.subject {
                Subject::Capture if row.fields.is_empty() => "",
                Subject::Capture => "fields",
                Subject::Pcapng => "pcapng",
                Subject::Empty => "empty capture",
                Subject::TwoThreads => "two threads",
            },
            fields: row.fields,
            frames,
            agrees,
            ns_per_packet: of_capture(cpu_s * 1e9 / size.packets.max(1) as f64),
            mb_per_s: of_capture(size.bytes as f64 / 1e6 / cpu_s),
            million_packets_per_s: of_capture(size.packets as f64 / 1e6 / cpu_s),
            cpu_ms: cpu_s * 1e3,
            wall_ms: costs.strato.wall_s * 1e3,
            mib: costs.strato.mib,
            tshark: ratio(|rival| rival == Rival::Tshark),
            tshark_remembered: costs.tshark_remembered,
            tcpdump: ratio(|rival| matches!(rival, Rival::Tcpdump(_))),
            ngrep: ratio(|rival| matches!(rival, Rival::Ngrep(_))),
            bound: ratio(|rival| rival == Rival::Bound),
            gates: row.gates.iter().map(|gate| verdict(gate, costs)).collect(),
        }
    }
}

fn verdict(gate: &Gate, costs: &RowCosts) -> Verdict {
    let strato = costs.strato;
    let rival = |wanted: Rival| costs.rivals.iter().find(|(rival, _)| *rival == wanted).map(|(_, cost)| *cost);
    let value = match gate.figure {
        Figure::Faster(other) => rival(other).map(|other| other.cpu_s / strato.cpu_s),
        Figure::Slower(other) => rival(other).map(|other| strato.cpu_s / other.cpu_s),
        Figure::Speedup(other) => rival(other).map(|other| other.wall_s / strato.wall_s),
        Figure::Memory => Some(strato.mib),
        Figure::Milliseconds => Some(strato.cpu_s * 1e3),
    };
    let holds = value.map_or("not measured", |value| holds(value, gate.must, gate.goal, gate.figure.at_least()));
    Verdict { target: gate.target, figure: name(gate.figure), value, must: gate.must, goal: gate.goal, holds }
}

/// How good a figure is.
pub(crate) fn holds(value: f64, must: f64, goal: f64, at_least: bool) -> &'static str {
    let reaches = |limit: f64| if at_least { value >= limit } else { value <= limit };
    match (reaches(must), reaches(goal)) {
        (_, true) => "goal",
        (true, _) => "must",
        (false, _) => "MISSED",
    }
}

fn name(figure: Figure) -> &'static str {
    match figure {
        Figure::Faster(Rival::Tshark) => "× tshark",
        Figure::Faster(Rival::Tcpdump(_)) => "× tcpdump",
        Figure::Faster(Rival::Ngrep(_)) => "× ngrep",
        Figure::Faster(Rival::Bound) => "× bound",
        Figure::Faster(Rival::Filter(_) | Rival::Plain) => "× strato",
        Figure::Slower(Rival::Filter(_)) => "of the other filter",
        Figure::Slower(_) => "of the plain run",
        Figure::Speedup(_) => "× one thread",
        Figure::Memory => "MiB",
        Figure::Milliseconds => "ms",
    }
}

/// Begins the table.
pub(crate) fn head(out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "| filter | frames | ns/packet | MB/s | Mpackets/s | MiB | tshark | tcpdump | ngrep | bound | targets |\n\
         |---|---|---|---|---|---|---|---|---|---|---|"
    )
}

/// A row of the table.
pub(crate) fn line(out: &mut dyn Write, row: &Measured) -> io::Result<()> {
    let agrees = match row.agrees {
        Some(true) => "",
        Some(false) => " DIFFER",
        None => " ?",
    };
    let filter = match (row.filter, row.note) {
        ("", "fields") => format!("`-e {}`", row.fields.join(" -e ")),
        (filter, "") => format!("`{filter}`"),
        (filter, note) => format!("`{filter}`, {note}"),
    };
    let remembered = if row.tshark_remembered && row.tshark.is_some() { "~" } else { "" };
    let gates: Vec<String> = row
        .gates
        .iter()
        .map(|gate| match gate.value {
            Some(value) => format!("{}: {} ({} {})", gate.target, gate.holds, digits(Some(value)), gate.figure),
            None => format!("{}: not measured", gate.target),
        })
        .collect();
    writeln!(
        out,
        "| {filter} | {}{agrees} | {} | {} | {} | {:.0} | {remembered}{} | {} | {} | {} | {} |",
        row.frames,
        digits(row.ns_per_packet),
        digits(row.mb_per_s),
        digits(row.million_packets_per_s),
        row.mib,
        digits(row.tshark),
        digits(row.tcpdump),
        digits(row.ngrep),
        digits(row.bound),
        gates.join(", "),
    )?;
    out.flush()
}

/// Three digits, or nothing.
pub(crate) fn digits(figure: Option<f64>) -> String {
    match figure {
        None => String::new(),
        Some(figure) if figure >= 100.0 => format!("{figure:.0}"),
        Some(figure) if figure >= 10.0 => format!("{figure:.1}"),
        Some(figure) => format!("{figure:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TSHARK: Figure = Figure::Faster(Rival::Tshark);
    const MEMORY: Figure = Figure::Memory;

    fn check(figure: Figure, value: f64, must: f64, goal: f64, expect: &str) {
        let strato = Cost { cpu_s: 1.0, wall_s: 1.0, mib: value };
        let rivals = vec![(Rival::Tshark, Cost { cpu_s: value, wall_s: value, mib: 1.0 })];
        let costs = RowCosts { strato, rivals, tshark_remembered: false };
        let verdict = verdict(&Gate { target: 1, figure, must, goal }, &costs);
        assert_eq!(verdict.holds, expect, "{figure:?} {value}");
    }

    #[test]
    fn targets_hold_on_their_side_of_the_limit() {
        for (value, expect) in [(54.9, "MISSED"), (55.0, "must"), (109.0, "must"), (110.0, "goal")] {
            check(TSHARK, value, 55.0, 110.0, expect);
        }
        for (value, expect) in [(65.0, "MISSED"), (64.0, "must"), (24.1, "must"), (24.0, "goal")] {
            check(MEMORY, value, 64.0, 24.0, expect);
        }
        check(Figure::Faster(Rival::Bound), 1.0, 1.0, 1.0, "not measured");
    }

    #[test]
    fn figures_have_three_digits() {
        let shown = [None, Some(0.123), Some(9.876), Some(45.67), Some(1234.5)].map(digits);
        assert_eq!(shown, ["", "0.12", "9.88", "45.7", "1234"]);
    }
}
