//! The display-filter language: text to IR, and the IR's meaning.

pub mod access;
pub mod check;
pub mod diag;
pub mod functions;
pub mod ir;
pub mod lexer;
pub mod limits;
pub mod literal;
pub mod lower;
pub mod parse;
pub mod pattern;
pub mod schema;
pub mod span;
pub mod syntax;
pub mod token;
pub mod typed;
pub mod types;
pub mod value;

#[cfg(test)]
mod test_schema;
