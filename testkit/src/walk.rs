//! Reads a capture to its end with everything dissected, and keeps a digest of each frame.

use std::{
    cell::RefCell,
    hash::{DefaultHasher, Hash, Hasher},
    io::Cursor,
};

use strato_engine::{
    error::ReadError,
    exec::Session,
    frame::Frame,
    proto::{
        dissect::Dissection,
        plan::{Ask, Plan},
    },
    read::{Item, Reader},
};

/// What became of a capture.
#[derive(Debug)]
pub struct Walk {
    /// A digest of each frame: its header, bytes, layers, fields and columns.
    pub frames: Vec<u64>,
    /// Fields in all frames.
    pub fields: usize,
    /// What ended it.
    pub error: Option<ReadError>,
}

/// A session that dissects everything.
pub fn session() -> Session {
    Session::new(Plan::new([], Ask { tree: true, columns: true, ..Ask::default() }))
}

/// Runs `with` on such a session before its first frame. What is planned is kept: it takes longer than most packets.
pub fn everything<R>(with: impl FnOnce(&mut Session) -> R) -> R {
    thread_local! {
        static SESSION: RefCell<Session> = RefCell::new(session());
    }
    SESSION.with_borrow_mut(|session| {
        session.restart();
        with(session)
    })
}

/// Walks through a capture.
pub fn walk(bytes: &[u8]) -> Walk {
    let mut walk = Walk { frames: Vec::new(), fields: 0, error: None };
    let mut reader = match Reader::from_read(Cursor::new(bytes.to_vec())) {
        Ok(reader) => reader,
        Err(error) => return Walk { error: Some(error), ..walk },
    };
    let mut session = session();
    loop {
        match reader.next() {
            Ok(Some(Item::Frame(frame))) => session.with(&frame, |found| {
                walk.fields += found.occurrences.len();
                walk.frames.push(digest(&frame, found));
            }),
            Ok(Some(Item::Block(_))) => {}
            Ok(None) => return walk,
            Err(error) => return Walk { error: Some(error), ..walk },
        }
    }
}

fn digest(frame: &Frame<'_>, found: &Dissection<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    (frame.number, frame.timestamp_ns, frame.data, frame.original_len, frame.link_type).hash(&mut hasher);
    for layer in &found.layers {
        (layer.proto, layer.number, layer.tvb.data()).hash(&mut hasher);
    }
    for occurrence in &found.occurrences {
        (occurrence.field, occurrence.layer, occurrence.raw).hash(&mut hasher);
    }
    (found.info.protocol_column, &found.info.info_column).hash(&mut hasher);
    hasher.finish()
}
