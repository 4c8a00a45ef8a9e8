//! The bare bound: how long a program takes that only reads a capture, finds the layers of each frame and makes one
//! comparison that is written into it. No filter can be faster on the same machine; what strato takes more is its own.

mod layers;
mod records;

use std::{
    fs::File,
    io::{Read, Write},
    path::PathBuf,
};

use anyhow::Context;
use clap::Args;

use self::records::Cut;

/// Walk over a capture and count the frames with `tcp.flags.syn == 1`, with as little work as can be.
#[derive(Args, Clone, Debug)]
pub struct Bound {
    /// The capture: pcap or pcapng, little endian.
    capture: PathBuf,
    /// Count all records, without a look at what is in them.
    #[arg(long)]
    records: bool,
}

/// Bytes that are read at once: more do not fit the cache, fewer cost more calls.
const BLOCK_LEN: usize = 256 << 10;

/// Counts, and prints the number.
pub fn run(args: &Bound, out: &mut dyn Write) -> anyhow::Result<()> {
    let path = args.capture.display();
    let file = File::open(&args.capture).with_context(|| format!("cannot open {path}"))?;
    let counted = if args.records { all_frames(file) } else { syn_frames(file) };
    let count = counted.with_context(|| format!("cannot walk over {path}"))?;
    writeln!(out, "{count}")?;
    Ok(())
}

/// Counts the frames with `tcp.flags.syn == 1`.
pub fn syn_frames(source: impl Read) -> anyhow::Result<u64> {
    let mut count = 0;
    in_blocks(source, |frame| count += u64::from(layers::has_syn(frame)))?;
    Ok(count)
}

fn all_frames(source: impl Read) -> anyhow::Result<u64> {
    let mut count = 0;
    in_blocks(source, |_| count += 1)?;
    Ok(count)
}

/// Walks over a capture that is read once. Mapping it would need unsafe code to save a tenth.
fn in_blocks(mut source: impl Read, mut visit: impl FnMut(&[u8])) -> anyhow::Result<()> {
    let (mut buffer, mut filled, mut cut) = (vec![0; 2 * BLOCK_LEN], 0, None);
    loop {
        if buffer.len() < filled + BLOCK_LEN {
            buffer.resize(filled + BLOCK_LEN, 0);
        }
        let read = source.read(&mut buffer[filled..filled + BLOCK_LEN])?;
        filled += read;
        let bytes = &buffer[..filled];
        let cut = match &mut cut {
            Some(cut) => cut,
            None => cut.insert(Cut::new(bytes)?),
        };
        let taken = cut.records(bytes, &mut visit);
        if read == 0 {
            anyhow::ensure!(taken == filled, "the last record is not whole");
            return Ok(());
        }
        buffer.copy_within(taken..filled, 0);
        filled -= taken;
    }
}
