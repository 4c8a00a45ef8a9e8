//! Frames as they stand in captures: records of pcap, blocks of pcapng.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex, PoisonError},
};

use strato_engine::{
    error::WriteError,
    frame::Frame,
    read::{self, Compression, RawBlock, Reader},
    write::{Format, Writer},
};

/// Writes a capture frame by frame: put together, the parts are a capture again.
#[derive(Default)]
pub(crate) struct Blocks {
    writer: Option<Result<Writer, WriteError>>,
    written: Written,
    part: Vec<u8>,
}

impl Blocks {
    /// Starts with a capture, whose format the parts have.
    pub(crate) fn input(&mut self, reader: &Reader) {
        let format = match reader.format() {
            read::Format::Pcap(header) if header.nanoseconds => Format::NsecPcap,
            read::Format::Pcap(_) => Format::Pcap,
            read::Format::Pcapng => Format::Pcapng,
        };
        self.writer = Some(Writer::to_write(self.written.clone(), format, Compression::None));
        self.write(|writer| writer.input(reader));
    }

    /// A block that is no frame stands before the next one.
    pub(crate) fn block(&mut self, block: &RawBlock<'_>) {
        self.write(|writer| writer.block(block));
    }

    /// The part of a frame.
    pub(crate) fn frame(&mut self, frame: &Frame<'_>) -> &[u8] {
        self.write(|writer| writer.frame(frame));
        self.take();
        &self.part
    }

    /// What stands behind the last frame.
    pub(crate) fn rest(&mut self) -> Vec<u8> {
        if let Some(Ok(writer)) = self.writer.take()
            && let Err(error) = writer.finish()
        {
            self.writer = Some(Err(error));
        }
        self.take();
        std::mem::take(&mut self.part)
    }

    /// What went wrong.
    pub(crate) fn error(&mut self) -> Option<WriteError> {
        self.writer.take_if(|writer| writer.is_err()).and_then(Result::err)
    }

    fn write(&mut self, write: impl FnOnce(&mut Writer) -> Result<(), WriteError>) {
        if let Some(Ok(writer)) = &mut self.writer
            && let Err(error) = write(writer)
        {
            self.writer = Some(Err(error));
        }
    }

    fn take(&mut self) {
        self.write(Writer::flush);
        self.part.clear();
        self.part.append(&mut self.written.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// What the writer wrote since it was last taken.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
