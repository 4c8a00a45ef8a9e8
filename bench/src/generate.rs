//! Captures to measure with: synthetic traffic of a cluster, the same bytes for the same seed on every machine.

mod extreme;
pub mod file;
mod flow;
mod random;
mod schedule;
mod tcp;
mod traffic;
mod wire;
mod words;

use std::{
    fmt,
    fs::File,
    io::{self, BufWriter, Write},
    path::PathBuf,
};

use anyhow::Context;
use clap::Args;

pub use self::file::Format;
use self::{file::CaptureWriter, schedule::Schedule};

/// Write a capture of synthetic traffic.
#[derive(Args, Clone, Debug)]
pub struct Generate {
    /// The capture.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    options: Options,
    /// The format; that of the name (.pcapng, else pcap) unless said.
    #[arg(long, value_enum)]
    format: Option<Format>,
}

/// What determines a capture, besides its format.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// Bytes of the capture: the first packet that reaches them is the last; K, M and G are powers of 1000.
    #[arg(long, default_value = "100M", value_parser = parse_size, value_name = "BYTES")]
    pub size: u64,
    /// Number that all is made from.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Lose, repeat and swap no segments.
    #[arg(long)]
    pub no_loss: bool,
    /// Instead: so many HTTP connections that are all open at once; K, M and G as above.
    #[arg(long, value_parser = parse_size, value_name = "NUMBER", conflicts_with_all = ["size", "seed", "no_loss"])]
    pub flows: Option<u64>,
    /// Instead: one HTTP connection with one response of so many bytes.
    #[arg(long, value_parser = parse_size, value_name = "BYTES", conflicts_with_all = ["size", "seed", "no_loss", "flows"])]
    pub one_stream: Option<u64>,
}

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Length of the file.
    pub bytes: u64,
    /// Packets.
    pub packets: u64,
    /// Conversations that began.
    pub flows: u64,
    /// From the start of the capture to the last packet.
    pub duration_ns: u64,
    /// Bytes of all packets.
    pub packet_bytes: u64,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { bytes, packets, flows, duration_ns, packet_bytes } = self;
        let (seconds, mean) = (*duration_ns as f64 / 1e9, *packet_bytes as f64 / (*packets).max(1) as f64);
        write!(f, "{bytes} bytes, {packets} packets of {mean:.0} bytes, {flows} flows, {seconds:.1} s")
    }
}

/// Writes the capture that the arguments ask for.
pub fn run(args: &Generate, out: &mut dyn Write) -> anyhow::Result<()> {
    let path = &args.output;
    let by_name = if path.extension().is_some_and(|end| end == "pcapng") { Format::Pcapng } else { Format::Pcap };
    let file = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
    let file = BufWriter::with_capacity(1 << 20, file);
    let (_, summary) = generate(file, args.format.unwrap_or(by_name), &args.options)
        .with_context(|| format!("cannot write {}", path.display()))?;
    writeln!(out, "{}: {summary}", path.display())?;
    Ok(())
}

/// Writes a capture.
pub fn generate<W: Write>(out: W, format: Format, options: &Options) -> io::Result<(W, Summary)> {
    let mut writer = CaptureWriter::new(out, format)?;
    let extreme = match (options.flows, options.one_stream) {
        (Some(count), _) => {
            let count = u32::try_from(count).map_err(|_| io::Error::other("too many connections"))?;
            Some((extreme::flows(&mut writer, count)?, u64::from(count)))
        }
        (None, Some(len)) => Some((extreme::stream(&mut writer, len)?, 1)),
        (None, None) => None,
    };
    if let Some((duration_ns, flows)) = extreme {
        let (packets, bytes) = (writer.packets(), writer.written() + format.end_len());
        // What pcap says of each packet takes 16 bytes, and 24 stand before the first.
        let packet_bytes = bytes.saturating_sub(24 + 16 * packets);
        return Ok((writer.finish()?, Summary { bytes, packets, flows, duration_ns, packet_bytes }));
    }
    let mut schedule = Schedule::new(options.seed, !options.no_loss);
    let (mut duration_ns, mut packet_bytes) = (0, 0);
    while writer.written() + format.end_len() < options.size {
        let Some(packet) = schedule.next() else { break };
        duration_ns = packet.time_ns;
        packet_bytes += packet.bytes.len() as u64;
        writer.packet(packet.time_ns, packet.interface, packet.bytes)?;
    }
    let (packets, bytes) = (writer.packets(), writer.written() + format.end_len());
    Ok((writer.finish()?, Summary { bytes, packets, flows: schedule.flows(), duration_ns, packet_bytes }))
}

fn parse_size(text: &str) -> Result<u64, String> {
    let (digits, unit) = match text.as_bytes().last() {
        Some(b'K') => (&text[..text.len() - 1], 1_000),
        Some(b'M') => (&text[..text.len() - 1], 1_000_000),
        Some(b'G') => (&text[..text.len() - 1], 1_000_000_000),
        _ => (text, 1),
    };
    let number: u64 = digits.parse().map_err(|_| "a number, perhaps with K, M or G behind it".to_owned())?;
    number.checked_mul(unit).ok_or_else(|| "too large".to_owned())
}
