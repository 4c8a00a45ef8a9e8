//! The display-filter language: text to IR, and the IR's meaning.
//!
//! ```
//! use strato_filter_lang::{compile, macros::Macros, schema::{Schema, field}};
//!
//! let schema = Schema::new([field("tcp.port", "Port").u16(), field("http.host", "Host").str()], &[]);
//! let macros = Macros::default();
//! let text = "tcp.port in {80, 8000..8010} and not http.host contains \"test\"";
//! let filter = compile(text, &schema, &macros);
//! assert!(filter.is_ok());
//!
//! let errors = compile("tcp.prot == 80", &schema, &macros).unwrap_err();
//! assert_eq!(errors[0].code, "E0201");
//! assert_eq!(errors[0].suggestions[0].text, "tcp.port");
//! ```

pub mod access;
pub mod bind;
pub mod capability;
pub mod check;
mod compile;
pub mod diag;
pub mod functions;
pub mod interpret;
pub mod ir;
pub mod lexer;
pub mod limits;
pub mod literal;
pub mod lower;
pub mod macros;
pub mod optimize;
pub mod parse;
pub mod pattern;
pub mod print;
pub mod schema;
pub mod span;
pub mod split;
pub mod stages;
pub mod syntax;
pub mod token;
pub mod typed;
pub mod types;
pub mod value;

pub use compile::{Compiled, compile, lowered};

#[cfg(test)]
mod test_schema;
