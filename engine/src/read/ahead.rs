//! Reading ahead: another thread fills the next blocks while this one works on the last.

use std::{
    io::{self, Read},
    sync::mpsc::{self, Receiver, SyncSender},
    thread,
};

/// Blocks that are read and not yet taken.
const AHEAD: usize = 2;
/// Room before each block for what the one before it left unfinished.
pub(super) const HEADROOM: usize = 64 * 1024;

/// A block of the input, behind [`HEADROOM`] bytes.
pub(super) struct Block {
    pub(super) buffer: Vec<u8>,
    /// Bytes of the input in it.
    pub(super) len: usize,
}

/// The thread's end of things here.
pub(super) struct Ahead {
    full: Receiver<io::Result<Option<Block>>>,
    empty: SyncSender<Vec<u8>>,
}

impl Ahead {
    /// Starts reading `source` in blocks of `size` bytes; fails when no thread can be started.
    pub(super) fn start(source: Box<dyn Read + Send>, size: usize) -> io::Result<Self> {
        let (full_in, full) = mpsc::sync_channel(AHEAD);
        let (empty, empty_out) = mpsc::sync_channel::<Vec<u8>>(AHEAD + 2);
        for _ in 0..AHEAD + 2 {
            // The channel has room for all of them.
            drop(empty.try_send(vec![0; HEADROOM + size]));
        }
        thread::Builder::new().name("read ahead".to_owned()).spawn(move || run(source, size, &full_in, &empty_out))?;
        Ok(Self { full, empty })
    }

    /// The next block; `None` at the end.
    pub(super) fn next(&self) -> io::Result<Option<Block>> {
        // The thread says when the input ends.
        self.full.recv().unwrap_or_else(|_| Err(io::Error::other("the thread that reads ahead has ended")))
    }

    /// Gives a buffer back.
    pub(super) fn done(&self, buffer: Vec<u8>) {
        // The thread may have ended.
        drop(self.empty.try_send(buffer));
    }
}

/// Reads until the input ends, fails, or nobody wants it any more.
fn run(
    mut source: Box<dyn Read + Send>,
    size: usize,
    full: &SyncSender<io::Result<Option<Block>>>,
    empty: &Receiver<Vec<u8>>,
) {
    while let Ok(mut buffer) = empty.recv() {
        // It may have been made longer for a long record.
        buffer.resize(HEADROOM + size, 0);
        let (len, end) = fill(&mut source, buffer.get_mut(HEADROOM..).unwrap_or_default());
        if len > 0 && full.send(Ok(Some(Block { buffer, len }))).is_err() {
            return;
        }
        match end {
            None => {}
            Some(Ok(())) => return drop(full.send(Ok(None))),
            Some(Err(error)) => return drop(full.send(Err(error))),
        }
    }
}

/// Reads up to the end of the block, putting short reads together: how many bytes, and what ended the input if it did.
fn fill(source: &mut dyn Read, block: &mut [u8]) -> (usize, Option<io::Result<()>>) {
    let mut len = 0;
    while let Some(room) = block.get_mut(len..).filter(|room| !room.is_empty()) {
        match source.read(room) {
            Ok(0) => return (len, Some(Ok(()))),
            Ok(n) => len += n.min(room.len()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // A reader that has failed may say that it ended when it is asked again.
            Err(error) => return (len, Some(Err(error))),
        }
    }
    (len, None)
}
