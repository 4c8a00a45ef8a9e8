//! From places in the expanded text back to the filter as written.

use std::borrow::Cow;

use crate::{diag::Diagnostic, span::Span};

/// A filter with its macros expanded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion<'t> {
    /// The expanded text.
    pub text: Cow<'t, str>,
    /// Where each part of it comes from, in order; empty when nothing was expanded.
    pub(super) pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Place in the expanded text.
    pub(super) generated: Span,
    pub(super) origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Copied from the filter, where it begins here.
    Copied(u32),
    /// Made by this call.
    Call(Span),
}

impl Expansion<'_> {
    /// The place in the filter for a place in the expanded text: what was made by a call stands where the call stands.
    pub fn original(&self, span: Span) -> Span {
        if self.pieces.is_empty() {
            return span;
        }
        let start = self.piece(span.start);
        let end = self.piece(span.end.saturating_sub(1).max(span.start));
        Span {
            start: start.map_or(span.start, |p| p.begin(span.start)),
            end: end.map_or(span.end, |p| p.end(span.end)),
        }
    }

    /// Moves a diagnostic of the expanded text to the filter. Edits inside a macro's text are left out, and the
    /// expanded text is noted, for what is wrong with it cannot be seen in the filter.
    #[must_use]
    pub fn relocate(&self, mut diagnostic: Diagnostic) -> Diagnostic {
        let inside = |span: Span| {
            self.pieces.iter().any(|piece| {
                piece.is_call()
                    && piece.generated.start < span.end.max(span.start + 1)
                    && span.start < piece.generated.end
            })
        };
        if !self.pieces.iter().any(Piece::is_call) {
            return diagnostic;
        }
        if diagnostic.labels.iter().any(|(span, _)| inside(*span)) {
            let text: String = self.text.chars().take(400).collect();
            let more = if text.len() < self.text.len() { "…" } else { "" };
            diagnostic.notes.push(format!("with its macros expanded, the filter is `{text}{more}`"));
        }
        for (span, _) in &mut diagnostic.labels {
            *span = self.original(*span);
        }
        diagnostic.suggestions.retain(|suggestion| !inside(suggestion.span));
        for suggestion in &mut diagnostic.suggestions {
            suggestion.span = self.original(suggestion.span);
        }
        diagnostic
    }

    /// The piece that holds a place; the last one for the end of the text.
    fn piece(&self, at: u32) -> Option<&Piece> {
        let index = self.pieces.partition_point(|piece| piece.generated.end <= at);
        self.pieces.get(index).or(self.pieces.last())
    }
}

impl Piece {
    fn is_call(&self) -> bool {
        matches!(self.origin, Origin::Call(_))
    }

    fn begin(&self, at: u32) -> u32 {
        match self.origin {
            Origin::Copied(from) => from + at.saturating_sub(self.generated.start),
            Origin::Call(call) => call.start,
        }
    }

    fn end(&self, at: u32) -> u32 {
        match self.origin {
            Origin::Copied(from) => from + at.saturating_sub(self.generated.start),
            Origin::Call(call) => call.end,
        }
    }
}
