//! Diagnostics: what is wrong with a filter, as plain data.

pub mod codes;
pub mod render;
pub mod similar;

use crate::span::Span;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The filter means nothing.
    Error,
    /// The filter works, but probably not as meant.
    Warning,
}

/// One problem of a filter's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Stable code, e.g. `E0201`; `strato explain E0201` tells more.
    pub code: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// What is, lower case, names in backticks.
    pub message: String,
    /// Places and why there; the first is the main one.
    pub labels: Vec<(Span, String)>,
    /// Further remarks.
    pub notes: Vec<String>,
    /// Edits that would mend it, best first, at most three.
    pub suggestions: Vec<Suggestion>,
}

/// An edit that mends a filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What to replace.
    pub span: Span,
    /// By what.
    pub text: String,
    /// Why, e.g. "a field with a similar name exists".
    pub why: String,
}

impl Diagnostic {
    /// An error with its main place and the reason shown there.
    pub fn error(code: &'static str, span: Span, message: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            labels: vec![(span, label.into())],
            notes: Vec::new(),
            suggestions: Vec::new(),
        }
    }

    /// The same as a warning.
    pub fn warning(code: &'static str, span: Span, message: impl Into<String>, label: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, message, label) }
    }

    /// Adds a remark.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds an edit.
    #[must_use]
    pub fn suggest(mut self, span: Span, text: impl Into<String>, why: impl Into<String>) -> Self {
        self.suggestions.push(Suggestion { span, text: text.into(), why: why.into() });
        self
    }
}
