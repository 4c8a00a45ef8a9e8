//! What is measured: filters, who else runs them, and what is wanted.

/// A filter to measure.
#[derive(Debug)]
pub(crate) struct Row {
    /// The filter; empty selects every frame.
    pub(crate) filter: &'static str,
    /// What it runs on.
    pub(crate) subject: Subject,
    /// Fields that are printed; without any, frames are counted.
    pub(crate) fields: &'static [&'static str],
    /// Who else is measured.
    pub(crate) rivals: &'static [Rival],
    /// What is wanted.
    pub(crate) gates: &'static [Gate],
}

/// What strato runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The capture.
    Capture,
    /// The same frames as pcapng.
    Pcapng,
    /// A capture without frames.
    Empty,
    /// The capture, with two threads.
    TwoThreads,
}

/// Who is measured in turn with strato.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Rival {
    /// tshark with the same filter.
    Tshark,
    /// tcpdump with an expression that selects nearly the same: it does not look into tunnels.
    Tcpdump(&'static str),
    /// ngrep with a pattern.
    Ngrep(&'static str),
    /// The bare bound.
    Bound,
    /// strato with another filter.
    Filter(&'static str),
    /// strato on the capture as it is, one thread.
    Plain,
}

/// Something wanted: a number of `docs/performance.md`.
#[derive(Debug)]
pub(crate) struct Gate {
    /// Number of the target.
    pub(crate) target: u8,
    /// What is compared.
    pub(crate) figure: Figure,
    /// What must hold.
    pub(crate) must: f64,
    /// What is aimed at.
    pub(crate) goal: f64,
}

/// A figure of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Figure {
    /// The rival's processor time by strato's: at least.
    Faster(Rival),
    /// strato's processor time by the rival's: at most.
    Slower(Rival),
    /// The rival's time on the clock by strato's: at least.
    Speedup(Rival),
    /// MiB: at most.
    Memory,
    /// Milliseconds of processor time: at most.
    Milliseconds,
}

impl Figure {
    /// Whether more is better.
    pub(crate) fn at_least(self) -> bool {
        match self {
            Self::Faster(_) | Self::Speedup(_) => true,
            Self::Slower(_) | Self::Memory | Self::Milliseconds => false,
        }
    }
}

const fn gate(target: u8, figure: Figure, must: f64, goal: f64) -> Gate {
    Gate { target, figure, must, goal }
}

const fn row(filter: &'static str, rivals: &'static [Rival], gates: &'static [Gate]) -> Row {
    Row { filter, subject: Subject::Capture, fields: &[], rivals, gates }
}

const fn on(subject: Subject, filter: &'static str, rivals: &'static [Rival], gates: &'static [Gate]) -> Row {
    Row { filter, subject, fields: &[], rivals, gates }
}

use Figure::{Faster, Memory, Milliseconds, Slower, Speedup};
use Rival::{Bound, Filter, Ngrep, Plain, Tcpdump, Tshark};

const SYN: Rival = Tcpdump("tcp[tcpflags] & tcp-syn != 0");
const HOST: Rival = Tcpdump("src host 10.0.0.1");
const PORTS: Rival = Tcpdump("tcp port 80 or tcp port 443");
const LENGTH: Rival = Tcpdump("udp[4:2] > 500");
const DEAR: &str = r#"http.host contains "checkout""#;
const CHEAP_FIRST: &str = r#"tcp.port == 8080 && http.host contains "checkout""#;
const DEAR_FIRST: &str = r#"http.host contains "checkout" && tcp.port == 8080"#;

/// Wanted of filters that look at messages of TCP connections.
const REASSEMBLED: &[Gate] = &[gate(4, Faster(Tshark), 55.0, 110.0), gate(9, Memory, 256.0, 96.0)];
const PCAPNG: &[Gate] = &[gate(18, Slower(Plain), 1.2, 1.1)];
const PER_PACKET: &[Gate] = &[gate(3, Faster(Tshark), 90.0, 150.0)];

/// Wanted of filters over the headers of IP, TCP and UDP.
macro_rules! headers {
    ($filter:literal, $tcpdump:expr) => {
        row(
            $filter,
            &[Tshark, $tcpdump, Bound],
            &[gate(1, Faster($tcpdump), 1.0, 1.5), gate(1, Faster(Tshark), 110.0, 200.0), gate(8, Memory, 64.0, 24.0)],
        )
    };
}

/// Wanted of filters that search in segments.
macro_rules! search {
    ($filter:literal, $ngrep:literal) => {
        row($filter, &[Tshark, Ngrep($ngrep), Bound], &[gate(2, Faster(Ngrep($ngrep)), 1.5, 2.5)])
    };
}

/// All that is measured, in this order.
pub(crate) static ROWS: &[Row] = &[
    headers!("tcp.flags.syn == 1", SYN),
    headers!("ip.src == 10.0.0.1", HOST),
    headers!("tcp.port in {80, 443}", PORTS),
    headers!("udp.length > 500", LENGTH),
    search!(r#"tcp.payload contains "checkout""#, "checkout"),
    search!(r#"tcp.payload matches "orders/[0-9]+""#, "orders/[0-9]+"),
    row("dns", &[Tshark, Bound], PER_PACKET),
    row(r#"dns.qry.name contains "internal""#, &[Tshark, Bound], PER_PACKET),
    row("http.request", &[Tshark, Bound], REASSEMBLED),
    row("http.response.code == 500", &[Tshark, Bound], REASSEMBLED),
    row(r#"tls.handshake.extensions_server_name contains "payments""#, &[Tshark, Bound], REASSEMBLED),
    row("tcp.analysis.retransmission", &[Tshark, Bound], &[gate(5, Faster(Tshark), 80.0, 130.0)]),
    row(DEAR, &[Tshark, Bound], REASSEMBLED),
    row(CHEAP_FIRST, &[Tshark, Filter(DEAR)], &[gate(6, Slower(Filter(DEAR)), 1.2, 0.8)]),
    row(DEAR_FIRST, &[Tshark, Filter(CHEAP_FIRST)], &[gate(6, Slower(Filter(CHEAP_FIRST)), 1.1, 1.05)]),
    Row {
        filter: "",
        subject: Subject::Capture,
        fields: &["frame.number", "frame.len", "ip.src", "ip.dst", "tcp.srcport", "tcp.dstport"],
        rivals: &[Tshark],
        gates: &[gate(7, Faster(Tshark), 35.0, 80.0)],
    },
    on(
        Subject::Empty,
        "http.request && ip.src == 10.0.0.0/8",
        &[],
        &[gate(10, Milliseconds, 30.0, 10.0), gate(10, Memory, 40.0, 40.0)],
    ),
    on(Subject::TwoThreads, "tcp.flags.syn == 1", &[Plain], &[gate(12, Speedup(Plain), 1.5, 1.8)]),
    on(Subject::TwoThreads, "http.request", &[Plain], &[gate(12, Speedup(Plain), 1.3, 1.6)]),
    on(Subject::Pcapng, "tcp.flags.syn == 1", &[Plain], PCAPNG),
    on(Subject::Pcapng, "dns", &[Plain], PCAPNG),
    on(Subject::Pcapng, "http.request", &[Plain], PCAPNG),
    on(Subject::Pcapng, "tcp.analysis.retransmission", &[Plain], PCAPNG),
];
