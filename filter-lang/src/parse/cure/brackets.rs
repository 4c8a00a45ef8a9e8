//! Brackets of the wrong kind (rule G2).

use super::{Stuck, is_arithmetic, is_logic, is_relation};
use crate::{
    diag::{Diagnostic, codes},
    token::Token,
};

/// `(f + 1) == 2`, `f == (2)`, `(a) == (b)`: round brackets around an operand, or a test used as one.
pub(super) fn around_operand(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    let operator = |token: &Token<'_>| is_relation(token) || is_arithmetic(token);
    let here = stuck.here()?;
    let at = stuck.at;
    if operator(here) && stuck.before() == Some(&Token::RightParen) {
        let open = stuck.opener(at - 1)?;
        let only_entity = matches!(here, Token::Contains | Token::Matches | Token::In);
        if is_test(stuck, open, at - 1) {
            return Some(test_as_operand(stuck, open, at - 1));
        }
        return Some(regroup(stuck, open, at - 1, only_entity));
    }
    let operand_follows =
        |token: &Token<'_>| operator(token) || matches!(token, Token::LeftBrace | Token::Comma | Token::DotDot);
    if *here == Token::LeftParen && stuck.before().is_some_and(operand_follows) {
        let close = stuck.closer(at)?;
        let only_entity = matches!(stuck.before(), Some(Token::Contains | Token::Matches));
        if is_test(stuck, at, close) {
            let span = stuck.span(at).to(stuck.span(close));
            stuck.blot(at, close);
            let message = "a test is not a value";
            return Some(Diagnostic::error(codes::LOGIC_OPERAND, span, message, "true or false, nothing to compare"));
        }
        return Some(regroup(stuck, at, close, only_entity));
    }
    None
}

fn is_test(stuck: &Stuck<'_, '_>, open: usize, close: usize) -> bool {
    (open..close).any(|index| stuck.token(index).is_some_and(|token| is_logic(token) || is_relation(token)))
}

/// `(a == b) == …`.
fn test_as_operand(stuck: &mut Stuck<'_, '_>, open: usize, close: usize) -> Diagnostic {
    let at = close + 1;
    let span = stuck.span(open).to(stuck.span(close));
    let operator = stuck.shown(at);
    let message = format!("a test is not a value that `{operator}` could take");
    let error = Diagnostic::error(codes::LOGIC_OPERAND, span, message, "true or false, nothing to compare")
        .note("tests are joined by `and`, `or` and `xor`; `not (a xor b)` holds when both do or neither does");
    if stuck.token(at + 1) == Some(&Token::LeftParen) {
        stuck.tokens[at].1 = Token::And;
    } else {
        stuck.insert(at, Token::Mistake);
        stuck.insert(at, Token::And);
    }
    error
}

/// Curly instead of round brackets, or none around a single value.
fn regroup(stuck: &mut Stuck<'_, '_>, open: usize, close: usize, only_entity: bool) -> Diagnostic {
    let span = stuck.span(open).to(stuck.span(close));
    let message = "round brackets group tests, not values";
    let error = Diagnostic::error(codes::PARENTHESES, span, message, "a value");
    if close == open + 1 {
        stuck.blot(open, close);
        return error;
    }
    let inner = stuck.slice(open + 1, close - 1);
    let arithmetic = (open + 1..close).any(|index| stuck.token(index).is_some_and(is_arithmetic));
    if !arithmetic || only_entity {
        let error = if arithmetic { error } else { error.suggest(span, inner, "a single value needs no brackets") };
        stuck.blot(open, close);
        return error;
    }
    let error = error.suggest(span, format!("{{{inner}}}"), "arithmetic is grouped by curly brackets");
    stuck.tokens[open].1 = Token::LeftBrace;
    stuck.tokens[close].1 = Token::RightBrace;
    error
}

/// `{a == b}`: curly brackets around a test.
pub(super) fn around_test(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    let here = stuck.here()?;
    if !is_relation(here) && !is_logic(here) {
        return None;
    }
    let open = stuck.enclosing(stuck.at)?;
    let at_test = match open.checked_sub(1).and_then(|before| stuck.token(before)) {
        None | Some(Token::LeftParen | Token::LeftBrace) => true,
        Some(token) => is_logic(token),
    };
    if stuck.token(open) != Some(&Token::LeftBrace) || !at_test {
        return None;
    }
    let close = stuck.closer(open)?;
    let span = stuck.span(open).to(stuck.span(close));
    let text = format!("({})", stuck.slice(open + 1, close - 1));
    stuck.tokens[open].1 = Token::LeftParen;
    stuck.tokens[close].1 = Token::RightParen;
    let message = "curly brackets group arithmetic, not tests";
    Some(Diagnostic::error(codes::PARENTHESES, span, message, "a test").suggest(
        span,
        text,
        "tests are grouped by round brackets",
    ))
}
