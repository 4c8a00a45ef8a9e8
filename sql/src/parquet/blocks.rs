//! Frames as blocks of pcapng.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex, PoisonError},
};

use strato_engine::{
    error::WriteError,
    frame::Frame,
    read::{Compression, RawBlock, Reader},
    write::{Format, Writer},
};

/// Writes a capture frame by frame: put together, the parts are a capture again.
pub(crate) struct Blocks {
    writer: Result<Writer, WriteError>,
    written: Written,
    part: Vec<u8>,
}

impl Default for Blocks {
    fn default() -> Self {
        let written = Written::default();
        let writer = Writer::to_write(written.clone(), Format::Pcapng, Compression::None);
        Self { writer, written, part: Vec::new() }
    }
}

impl Blocks {
    /// Starts with a capture.
    pub(crate) fn input(&mut self, reader: &Reader) {
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
        self.take();
        std::mem::take(&mut self.part)
    }

    /// What went wrong.
    pub(crate) fn error(&mut self) -> Option<WriteError> {
        let writer = std::mem::replace(&mut self.writer, Err(WriteError::Output(io::ErrorKind::Other.into())));
        match writer {
            Ok(writer) => {
                self.writer = Ok(writer);
                None
            }
            Err(error) => Some(error),
        }
    }

    fn write(&mut self, write: impl FnOnce(&mut Writer) -> Result<(), WriteError>) {
        if let Ok(writer) = &mut self.writer
            && let Err(error) = write(writer)
        {
            self.writer = Err(error);
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
