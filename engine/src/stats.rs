//! Summaries of captures: what `tshark -z` counts, as tables of typed cells.
//!
//! A [`Tap`] names the fields that it reads, sees the frames that a filter selects, and gives its tables at the end.

mod conversations;
mod dns;
mod endpoints;
mod expert;
mod hierarchy;
mod http;
mod io;
mod read;
mod tally;

use std::time::Duration;

use strato_filter_lang::schema::FieldId;

pub use self::conversations::Ends;
use crate::{frame::Frame, proto::dissect::Dissection};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Frames and bytes of each protocol, by what it stands in (`io,phs`).
    Hierarchy,
    /// Who talked to whom (`conv`).
    Conversations,
    /// Who talked (`endpoints`).
    Endpoints,
    /// Frames and bytes in each interval (`io,stat`).
    Io(Duration),
    /// Requests, answers, hosts and times of HTTP (`http,tree`).
    Http,
    /// Questions, answers and times of DNS (`dns,tree`).
    Dns,
    /// What the dissectors noted (`expert`).
    Expert,
}

/// Sees frames and counts.
pub trait Tap {
    /// The fields that it reads.
    fn fields(&self) -> Vec<FieldId>;

    /// Sees a frame, in the order of the capture.
    fn frame(&mut self, frame: &Frame<'_>, found: &Dissection<'_>);

    /// What it counted.
    fn tables(&self) -> Vec<Table>;
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its name for machines.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// Names of the columns, for machines and people.
    pub columns: Vec<(&'static str, &'static str)>,
    /// As many cells a row as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    None,
    /// Text.
    Text(String),
    /// A number of things.
    Count(u64),
    /// Nanoseconds, shown as seconds.
    Time(i128),
    /// A share of 1.
    Share(f64),
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// What counts; `ends` are the layers that conversations and endpoints are told of, all that occur when empty.
pub fn tap(kind: Kind, ends: &[Ends]) -> Box<dyn Tap> {
    match kind {
        Kind::Hierarchy => Box::new(hierarchy::Hierarchy::default()),
        Kind::Conversations => Box::new(conversations::Conversations::new(ends)),
        Kind::Endpoints => Box::new(endpoints::Endpoints::new(ends)),
        Kind::Io(interval) => Box::new(io::Io::new(interval)),
        Kind::Http => Box::new(http::Http::default()),
        Kind::Dns => Box::new(dns::Dns::default()),
        Kind::Expert => Box::new(expert::Expert::default()),
    }
}
