//! Every diagnostic there is: its stable code and what `strato explain CODE` says.
//!
//! Codes are never used again for something else. E01xx text and grammar, E02xx names, E03xx types and values,
//! E04xx limits, E05xx what a backend lacks, E06xx text of the IR; W…: warnings of the same ranges.

/// Declares codes: a constant with the code for those who report it, and the row of the table.
macro_rules! codes {
    ($table:ident: $($name:ident = $code:literal, $title:literal, $explanation:literal, $wrong:literal => $right:literal;)*) => {
        $(#[doc = $title] pub const $name: &str = $code;)*

        /// The rows of this range.
        pub(super) static $table: &[super::Code] = &[$(super::Code {
            code: $code,
            title: $title,
            explanation: $explanation,
            wrong: $wrong,
            right: $right,
        }),*];
    };
}
use codes;

mod ir;
mod text;
mod types;

pub use ir::*;
pub use text::*;
pub use types::*;

/// A kind of diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// E.g. `E0201`.
    pub code: &'static str,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// Why it is wrong and how to mend it: a paragraph.
    pub explanation: &'static str,
    /// A filter (or, for macros, a call) that has the problem.
    pub wrong: &'static str,
    /// The same mended.
    pub right: &'static str,
}

/// All codes in order.
pub fn all() -> impl Iterator<Item = &'static Code> {
    text::TEXT.iter().chain(types::TYPES).chain(ir::IR)
}

/// The code a user asks about, in any letter case.
pub fn find(code: &str) -> Option<&'static Code> {
    all().find(|row| row.code.eq_ignore_ascii_case(code.trim()))
}
