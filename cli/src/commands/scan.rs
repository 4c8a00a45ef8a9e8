//! Shows the selected frames of a capture to a command.

use std::{
    io::{self, Write},
    path::Path,
};

use strato_engine::{
    error::ReadError,
    frame::Frame,
    proto::{
        dissect::Dissection,
        tcp::{
            GivenUp,
            stream::{MAX_MESSAGE, MAX_WAITING},
        },
    },
    query::{Query, QueryOptions, Then},
    read::{Item, Reader, name_of},
};
use strato_filter_lang::diag::render::render;

use crate::{interrupt, progress::Progress, render::color};

/// How a capture was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Read {
    /// To its end, or until Ctrl-C.
    Whole,
    /// To where it is damaged, which was said.
    Damaged,
    /// It is no capture that can be read, which was said.
    Not,
}

impl Read {
    /// The exit code: 130 after Ctrl-C.
    pub(crate) fn exit_code(self) -> u8 {
        match self {
            _ if interrupt::asked() => interrupt::EXIT_CODE,
            Self::Whole => 0,
            Self::Not => 1,
            Self::Damaged => 2,
        }
    }
}

/// Compiles a filter; `None` when its errors have been told.
pub(crate) fn compile(filter: &str, options: QueryOptions) -> anyhow::Result<Option<Query>> {
    let (warnings, query) = match Query::compile(filter, options) {
        Ok(query) => (query.warnings().to_vec(), Some(query)),
        Err(errors) => (errors, None),
    };
    if !warnings.is_empty() {
        writeln!(anstream::stderr(), "{}", render(filter, &warnings, color::of_messages()))?;
    }
    Ok(query)
}

/// Shows each selected frame of a capture to `look`.
pub(crate) fn scan(
    command: &str,
    query: &mut Query,
    file: &Path,
    mut look: impl FnMut(&Frame<'_>, &Dissection<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<Read> {
    let name = name_of(file);
    let complain = |error: &ReadError| writeln!(anstream::stderr(), "strato {command}: {name}: {error}");
    let opened = if file == Path::new("-") { Reader::stdin() } else { Reader::open_ahead(file) };
    let mut reader = match opened {
        Ok(reader) => reader,
        Err(error) => {
            complain(&error)?;
            return Ok(Read::Not);
        }
    };
    let progress = Progress::start(file, &reader, false);
    while !interrupt::asked() {
        progress.tick(&reader);
        query.pass(&mut reader, Then::Select);
        match reader.next() {
            Ok(Some(Item::Frame(frame))) => query.select(&frame, |found| look(&frame, found)).unwrap_or(Ok(()))?,
            Ok(Some(Item::Block(block))) => query.block(&block),
            Ok(None) => break,
            Err(error) => {
                drop(progress);
                complain(&error)?;
                return Ok(Read::Damaged);
            }
        }
    }
    warn_of_limits(command, &name, query.given_up())?;
    Ok(Read::Whole)
}

/// Says that answers may lack what there was no room for.
pub(crate) fn warn_of_limits(command: &str, name: &str, given_up: GivenUp) -> io::Result<()> {
    let GivenUp { messages, conversations, .. } = given_up;
    let mut parts = Vec::new();
    if messages > 0 {
        let (one, all) = (MAX_MESSAGE >> 20, MAX_WAITING >> 20);
        parts.push(format!(
            "TCP messages not put together whole: {messages} (of one at most {one} MiB are kept, of all {all} MiB)"
        ));
    }
    if conversations > 0 {
        parts.push(format!("open TCP conversations forgotten: {conversations}"));
    }
    if parts.is_empty() {
        return Ok(());
    }
    writeln!(anstream::stderr(), "strato {command}: {name}: {}; fields of theirs may be missing", parts.join(", "))
}
