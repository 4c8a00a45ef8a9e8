//! SQL over captures.
//!
//! The table `frames` has a row for each frame and a column for each field of the schema, of which only those are read that
//! a statement names. Display filters are part of the language: `dfilter('…')` is a condition that the scan decides.
//!
//! ```no_run
//! use strato_sql::{Captures, Format, Session, Settings};
//!
//! let captures = Captures::new(vec!["capture.pcapng".into()], Default::default());
//! let mut session = Session::new(captures, Settings::default())?;
//! let sql = "SELECT ip.src, count(*) FROM frames WHERE tcp.port == 443 GROUP BY 1";
//! session.run(sql, &mut *Format::Csv.sink(std::io::stdout(), 80))?;
//! # Ok::<(), strato_sql::Error>(())
//! ```
//!
//! **Architecture invariant:** nothing but this crate knows DataFusion, Arrow or Parquet.

mod any;
mod captures;
pub mod column;
pub mod convert;
mod error;
mod expand;
mod fill;
mod frames;
mod functions;
mod inputs;
pub mod kind;
mod kinds;
mod names;
pub mod output;
mod parquet;
mod pushdown;
mod rewrite;
mod scan;
mod session;
mod show;
pub mod views;

pub use self::{
    captures::{Captures, Damage},
    error::Error,
    expand::expand,
    inputs::{Held, held},
    output::{Format, Sink},
    parquet::{each::Take, payload::Payload},
    session::{Session, Settings},
};
pub use datafusion::arrow;
