//! Mistakes whose meaning is plain: each is explained, and mended in the tokens.
//!
//! A cure looks at the tokens around the place where the parser got stuck. It returns what to say and has changed the
//! tokens so that the parser gets further, or it returns `None` and has changed nothing.

use lalrpop_util::ParseError;

use super::{Found, expected::shorten, habits};
use crate::{diag::Diagnostic, lexer::Spanned, span::Span, token::Token};

mod brackets;
mod sets;
mod tests;
mod words;

/// The tokens, the index where the parser got stuck, and the filter.
pub(super) struct Stuck<'t, 'i> {
    pub(super) tokens: &'t mut Vec<Spanned<'i>>,
    pub(super) at: usize,
    pub(super) text: &'i str,
}

/// All cures; the first that knows the mistake is taken.
const CURES: &[fn(&mut Stuck<'_, '_>) -> Option<Diagnostic>] = &[
    words::keyword,
    words::dot,
    words::dot_dot,
    sets::missing_braces,
    sets::members,
    brackets::around_operand,
    brackets::around_test,
    tests::quantifier,
    // Before everything that takes two words for two tests.
    habits::capture_filter,
    tests::chain,
    tests::left_side,
    words::glued,
    words::blanks_in_value,
    tests::side_by_side,
];

/// Explains and mends what the parser met, if it is known.
pub(super) fn cure<'i>(found: &Found<'i>, tokens: &mut Vec<Spanned<'i>>, text: &'i str) -> Option<Diagnostic> {
    let at = match found {
        ParseError::UnrecognizedToken { token, .. } => {
            let first = tokens.partition_point(|(start, ..)| *start < token.0);
            // Brackets that were added take no room, so that several tokens may start here.
            first
                + tokens[first..]
                    .iter()
                    .take_while(|t| t.0 == token.0)
                    .position(|t| t.2 == token.2 && t.1 == token.1)?
        }
        ParseError::UnrecognizedEof { .. } => tokens.len(),
        ParseError::InvalidToken { .. } | ParseError::ExtraToken { .. } | ParseError::User { .. } => return None,
    };
    CURES.iter().find_map(|cure| cure(&mut Stuck { tokens, at, text }))
}

impl<'i> Stuck<'_, 'i> {
    /// The token at an index.
    pub(super) fn token(&self, index: usize) -> Option<&Token<'i>> {
        self.tokens.get(index).map(|(_, token, _)| token)
    }

    /// The token where the parser got stuck; `None` at the end.
    pub(super) fn here(&self) -> Option<&Token<'i>> {
        self.token(self.at)
    }

    /// The token before it.
    pub(super) fn before(&self) -> Option<&Token<'i>> {
        self.token(self.at.checked_sub(1)?)
    }

    /// Where a token stands; the end of the text for none.
    pub(super) fn span(&self, index: usize) -> Span {
        let end = self.text.len() as u32;
        self.tokens.get(index).map_or(Span { start: end, end }, |(start, _, end)| Span { start: *start, end: *end })
    }

    /// The text of `first..=last`.
    pub(super) fn slice(&self, first: usize, last: usize) -> &'i str {
        let span = self.span(first).to(self.span(last));
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// Puts a token without width before `index`.
    pub(super) fn insert(&mut self, index: usize, token: Token<'i>) {
        let place = self.span(index).start;
        self.tokens.insert(index, (place, token, place));
    }

    /// Replaces `first..=last` by a mark that stands for any operand.
    pub(super) fn blot(&mut self, first: usize, last: usize) {
        let span = self.span(first).to(self.span(last));
        self.tokens.splice(first..=last, [(span.start, Token::Mistake, span.end)]);
    }

    /// The bracket that closes the one at `open`.
    pub(super) fn closer(&self, open: usize) -> Option<usize> {
        let mut depth = 0_usize;
        (open..self.tokens.len()).find(|index| {
            depth += usize::from(is_open(&self.tokens[*index].1));
            depth -= usize::from(is_close(&self.tokens[*index].1)).min(depth);
            depth == 0
        })
    }

    /// The bracket that the one at `close` closes.
    pub(super) fn opener(&self, close: usize) -> Option<usize> {
        let mut depth = 0_usize;
        (0..=close).rev().find(|index| {
            depth += usize::from(is_close(&self.tokens[*index].1));
            depth -= usize::from(is_open(&self.tokens[*index].1)).min(depth);
            depth == 0
        })
    }

    /// The open bracket in which `index` stands.
    pub(super) fn enclosing(&self, index: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for at in (0..index.min(self.tokens.len())).rev() {
            match &self.tokens[at].1 {
                token if is_close(token) => depth += 1,
                token if is_open(token) && depth == 0 => return Some(at),
                token if is_open(token) => depth -= 1,
                _ => {}
            }
        }
        None
    }

    /// Where the test begins in which `index` stands.
    pub(super) fn test_start(&self, index: usize) -> usize {
        let mut at = index;
        while let Some(before) = at.checked_sub(1) {
            at = match &self.tokens[before].1 {
                Token::Not if self.token(before + 1) == Some(&Token::In) => before,
                Token::And | Token::Or | Token::Xor | Token::Not => return at,
                token if is_open(token) => return at,
                token if is_close(token) => match self.opener(before) {
                    Some(open) => open,
                    None => return at,
                },
                _ => before,
            };
        }
        0
    }

    /// An error at a token.
    pub(super) fn error(&self, code: &'static str, at: usize, message: impl Into<String>, label: &str) -> Diagnostic {
        Diagnostic::error(code, self.span(at), message, label)
    }

    /// The text of a token for a message.
    pub(super) fn shown(&self, index: usize) -> String {
        shorten(self.slice(index, index))
    }
}

fn is_open(token: &Token<'_>) -> bool {
    matches!(token, Token::LeftParen | Token::LeftBrace | Token::LeftBracket)
}

fn is_close(token: &Token<'_>) -> bool {
    matches!(token, Token::RightParen | Token::RightBrace | Token::RightBracket)
}

/// Can begin an operand.
fn begins_operand(token: &Token<'_>) -> bool {
    matches!(
        token,
        Token::Word(_)
            | Token::Dotted(_)
            | Token::Integer(_)
            | Token::Float(_)
            | Token::String(_)
            | Token::Char(_)
            | Token::At
            | Token::Dollar
            | Token::Mistake
    )
}

/// Can end an operand.
fn ends_operand(token: &Token<'_>) -> bool {
    is_close(token)
        || matches!(
            token,
            Token::Word(_)
                | Token::Dotted(_)
                | Token::Integer(_)
                | Token::Float(_)
                | Token::String(_)
                | Token::Char(_)
                | Token::Layer(_)
                | Token::Mistake
        )
}

/// Joins or negates tests.
fn is_logic(token: &Token<'_>) -> bool {
    matches!(token, Token::And | Token::Or | Token::Xor | Token::Not)
}

/// Makes a test of operands.
fn is_relation(token: &Token<'_>) -> bool {
    matches!(token, Token::Compare(_) | Token::Contains | Token::Matches | Token::In)
}

/// Calculates.
fn is_arithmetic(token: &Token<'_>) -> bool {
    matches!(token, Token::Plus | Token::Minus | Token::Scale(_) | Token::BitAnd)
}
