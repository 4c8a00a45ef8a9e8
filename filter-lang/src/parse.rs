//! The one door to the parser: a filter's text to its syntax tree.
//!
//! LALRPOP's tables do the work. Where a mistake has an obvious cure (a missing comma, `AND`), the cure is applied to
//! the tokens and the filter parsed again, so that everything behind it is still looked at.

use lalrpop_util::{ErrorRecovery, ParseError, lalrpop_mod};

use crate::{
    diag::{Diagnostic, codes},
    lexer, limits,
    span::Span,
    syntax::{Expr, ExprKind},
    token::Token,
};

mod cure;
mod expected;
mod habits;
mod repair;

lalrpop_mod!(
    #[allow(
        clippy::all,
        clippy::use_self,
        clippy::ptr_as_ptr,
        clippy::uninlined_format_args,
        clippy::manual_let_else,
        clippy::semicolon_if_nothing_returned,
        clippy::allow_attributes_without_reason,
        clippy::cast_lossless,
        unreachable_pub,
        unused,
        reason = "generated"
    )]
    filter
);

/// Tokens that are parsed again for the sake of further errors.
const RECURE_TOKENS: usize = 200_000;

/// A syntax error as LALRPOP reports it.
type Found<'i> = ParseError<u32, Token<'i>, ()>;

/// The errors the grammar has recovered from.
#[derive(Debug, Default)]
pub struct Recovered<'i> {
    found: Vec<Found<'i>>,
}

impl<'i> Recovered<'i> {
    /// Keeps an error, unless there are enough.
    pub(crate) fn push(&mut self, error: ErrorRecovery<u32, Token<'i>, ()>) {
        if self.found.len() < limits::ERRORS {
            self.found.push(error.error);
        }
    }
}

/// Parses a filter. The tree is `None` for an empty filter; parts that could not be parsed are
/// [`ExprKind::Error`] and have been reported.
pub fn parse(text: &str) -> (Option<Expr>, Vec<Diagnostic>) {
    let error = || Some(Expr::new(0, text.len().min(limits::FILTER_BYTES) as u32, ExprKind::Error));
    if text.len() > limits::FILTER_BYTES {
        return (error(), vec![too_long(text)]);
    }
    let (mut tokens, mut diagnostics) = lexer::lex(text);
    if let Some(limit) = repair::limits(&tokens) {
        diagnostics.push(limit);
        return (error(), diagnostics);
    }
    repair::brackets(&mut tokens, &mut diagnostics, text);
    // Every cure costs another pass; big filters get few of them.
    let mut passes = 1 + (RECURE_TOKENS / (tokens.len() + 1)).min(limits::ERRORS);
    let tree = loop {
        let mut recovered = Recovered::default();
        let result = filter::FilterParser::new().parse(&mut recovered, tokens.iter().cloned());
        let mut found = recovered.found;
        let tree = result.unwrap_or_else(|error_met| {
            found.push(error_met);
            error()
        });
        passes -= 1;
        if passes > 0
            && diagnostics.len() < limits::ERRORS
            && let Some(cured) = found.iter().find_map(|found| cure::cure(found, &mut tokens, text))
        {
            diagnostics.push(cured);
            continue;
        }
        diagnostics.extend(found.iter().map(|found| expected::describe(found, &tokens, text)));
        break tree;
    };
    diagnostics.sort_by_key(|diagnostic| diagnostic.labels.first().map(|(span, _)| span.start));
    diagnostics.truncate(limits::ERRORS);
    (tree, diagnostics)
}

fn too_long(text: &str) -> Diagnostic {
    let message = format!("a filter has at most {} bytes", limits::FILTER_BYTES);
    Diagnostic::error(codes::FILTER_TOO_LONG, Span::new(0, 1), message, format!("{} bytes", text.len()))
}

#[cfg(test)]
mod tests;
