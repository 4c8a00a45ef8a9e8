//! A parser's error in words.

use lalrpop_util::ParseError;

use super::Found;
use crate::{
    diag::{Diagnostic, codes},
    lexer::Spanned,
    span::Span,
};

/// What stands for a set of terminals: words a reader knows. Earlier rows win; a row counts when all its terminals
/// can follow.
const WORDS: &[(&[&str], &str)] = &[
    (&["word", "string", "\"not\"", "\"(\""], "a test"),
    (&["word", "string", "\"-\"", "\"{\""], "a value"),
    (&["word", "string"], "a field or value"),
    (&["word", "dotted"], "a field"),
    (&["\"and\"", "\"or\""], "`and` or `or`"),
    (&["comparison"], "a comparison"),
    (&["scale", "\"+\""], "an arithmetic operator"),
    (&["range"], "a range"),
    (&["layer"], "a layer number"),
    (&["\"in\""], "`in`"),
    (&["\"{\""], "`{`"),
    (&["\"}\""], "`}`"),
    (&["\")\""], "`)`"),
    (&["\"]\""], "`]`"),
    (&["\",\""], "`,`"),
    (&["\"..\""], "`..`"),
    (&["\"(\""], "`(`"),
];

/// Kinds of operands that imply one another: with the first shown, the others say nothing new.
const IMPLIED: &[&[&str]] = &[&["a test", "a value", "a field or value", "a field", "`{`", "`(`"]];

/// Describes an error that has no better explanation.
pub(super) fn describe(found: &Found<'_>, tokens: &[Spanned<'_>], text: &str) -> Diagnostic {
    match found {
        ParseError::UnrecognizedToken { token: (start, _, end), expected } => {
            let span = Span { start: *start, end: *end };
            let what = words(expected);
            if start == end {
                // A bracket that was added where one is missing: something else is missing before it.
                return ends_early(span, tokens, &what);
            }
            let shown = shorten(&text[*start as usize..*end as usize]);
            let label = if what.is_empty() { "unexpected here".to_owned() } else { format!("expected {what}") };
            Diagnostic::error(codes::UNEXPECTED, span, format!("`{shown}` cannot stand here"), label)
        }
        ParseError::UnrecognizedEof { location, expected } => {
            let span = Span { start: *location, end: *location };
            ends_early(span, tokens, &words(expected))
        }
        // LALRPOP has these for lexers and actions that fail; ours do not.
        ParseError::InvalidToken { location } => {
            let span = Span { start: *location, end: *location };
            Diagnostic::error(codes::UNEXPECTED, span, "this cannot stand here", "unexpected here")
        }
        ParseError::ExtraToken { token: (start, _, end) } => {
            let span = Span { start: *start, end: *end };
            Diagnostic::error(codes::UNEXPECTED, span, "this cannot stand here", "the filter ends before it")
        }
        ParseError::User { error: () } => {
            Diagnostic::error(codes::UNEXPECTED, Span::default(), "this cannot stand here", "unexpected here")
        }
    }
}

/// Something is missing at the end of the text or of a bracket.
fn ends_early(at: Span, tokens: &[Spanned<'_>], what: &str) -> Diagnostic {
    let before = tokens.iter().rfind(|token| token.2 <= at.start && token.0 < token.2);
    let span = before.map_or(at, |token| Span { start: token.0, end: token.2 });
    let label = if what.is_empty() { "nothing follows".to_owned() } else { format!("{what} must follow") };
    Diagnostic::error(codes::UNEXPECTED_END, span, "the filter ends too early", label)
}

/// At most four words for what could follow.
fn words(expected: &[String]) -> String {
    let has = |terminal: &&str| expected.iter().any(|name| name == terminal);
    let mut words: Vec<&str> = Vec::new();
    for (terminals, word) in WORDS {
        let implied = IMPLIED.iter().any(|group| group.contains(word) && words.iter().any(|w| group.contains(w)));
        if !implied && terminals.iter().all(&has) {
            words.push(word);
        }
    }
    words.truncate(4);
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// A piece of the filter short enough for a message.
pub(super) fn shorten(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    if line.chars().count() <= 40 && line.len() == text.len() {
        return line.to_owned();
    }
    line.chars().take(37).chain("…".chars()).collect()
}
