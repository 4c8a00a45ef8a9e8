//! Tests that are put together wrongly.

use super::{Stuck, begins_operand, ends_operand, is_arithmetic, is_relation};
use crate::{
    diag::{Diagnostic, codes},
    span::Span,
    token::Token,
};

/// `any tcp.port`, `all (a == b)`, `any not a == b`: a quantifier without its comparison (rule G3).
pub(super) fn quantifier(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    let start = stuck.test_start(stuck.at);
    let quantifier = (start..stuck.at).find(|index| matches!(stuck.token(*index), Some(Token::Any | Token::All)))?;
    let between = quantifier + 1..stuck.at;
    let ends = match stuck.here() {
        None | Some(Token::And | Token::Or | Token::Xor | Token::RightParen) => true,
        Some(_) => between.is_empty(),
    };
    if !ends || between.clone().any(|index| stuck.token(index).is_some_and(is_relation)) {
        return None;
    }
    let word = stuck.shown(quantifier);
    let span = stuck.span(quantifier);
    let next = stuck.span(quantifier + 1).start;
    let message = format!("`{word}` without a comparison");
    let error = stuck.error(codes::QUANTIFIER, quantifier, message, "must stand directly before a comparison");
    let error = if between.is_empty() {
        error.note(format!("`{word}` belongs to one comparison: `{word} f == 1`, not to brackets and not to `not`"))
    } else {
        error.note("a field alone tests whether it is present")
    };
    stuck.tokens.remove(quantifier);
    Some(error.suggest(Span { start: span.start, end: next.max(span.end) }, "", "leave it out"))
}

/// `a matches "x" matches "y"`, `f in {1} == 2`: a test continued (rule G4).
pub(super) fn chain(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    let at = stuck.at;
    if !stuck.here().is_some_and(is_relation) {
        return None;
    }
    let start = stuck.test_start(at);
    let first = (start..at).find(|index| stuck.token(*index).is_some_and(is_relation))?;
    let (one, two) = (stuck.shown(first), stuck.shown(at));
    let message = format!("`{two}` cannot continue a test with `{one}`");
    let error = stuck.error(codes::NO_CHAIN, at, message, "the test ends before this");
    let left = matches!(stuck.token(start), Some(Token::Any | Token::All)).then_some(start + 1).unwrap_or(start);
    let left = stuck.slice(left, first.checked_sub(1)?).trim_end_matches(" not").to_owned();
    let place = stuck.span(at);
    let error = error.suggest(
        Span { start: place.start, end: place.start },
        format!("and {left} "),
        "two tests are joined by `and`",
    );
    stuck.insert(at, Token::Mistake);
    stuck.insert(at, Token::And);
    Some(error)
}

/// `a + 1 contains "x"`: arithmetic left of an operator that wants a field (rule G6).
pub(super) fn left_side(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    let at = stuck.at;
    // `not` of `not in` is where the parser gets stuck there.
    let operator = if stuck.here() == Some(&Token::Not) { at + 1 } else { at };
    if !matches!(stuck.token(operator), Some(Token::Contains | Token::Matches | Token::In)) {
        return None;
    }
    let mut start = stuck.test_start(at);
    start += usize::from(matches!(stuck.token(start), Some(Token::Any | Token::All)));
    if start >= at || !(start..at).any(|index| stuck.token(index).is_some_and(is_arithmetic)) {
        return None;
    }
    let span = stuck.span(start).to(stuck.span(at - 1));
    let message = format!("`{}` takes no arithmetic on its left", stuck.shown(operator));
    let error =
        Diagnostic::error(codes::NOT_AN_ENTITY, span, message, "only a field, slice or function can stand here");
    let note = "calculate on the other side, or compare with `==` and `<`, which take arithmetic on both";
    stuck.blot(start, at - 1);
    Some(error.note(note))
}

/// `tcp udp`: two tests with nothing between.
pub(super) fn side_by_side(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    let at = stuck.at;
    let (here, before) = (stuck.here()?, stuck.before()?);
    let begins = begins_operand(here) || matches!(here, Token::Not | Token::Any | Token::All | Token::LeftParen);
    if !begins
        || !ends_operand(before)
        || stuck.enclosing(at).is_some_and(|open| stuck.token(open) != Some(&Token::LeftParen))
    {
        return None;
    }
    if let (Token::String(_), Token::String(_)) = (before, here) {
        let error =
            stuck.error(codes::UNEXPECTED, at, "strings side by side do not join", "the value ends before this");
        let (one, two) = (stuck.slice(at - 1, at - 1), stuck.slice(at, at));
        let span = stuck.span(at - 1).to(stuck.span(at));
        let joined = match (one.strip_suffix('"'), two.strip_prefix('"')) {
            (Some(one), Some(two)) if one.starts_with('"') => Some(format!("{one}{two}")),
            _ => None,
        };
        stuck.tokens.remove(at);
        return Some(joined.into_iter().fold(error, |error, text| error.suggest(span, text, "write one string")));
    }
    let message = format!("nothing joins `{}` to what stands before it", stuck.shown(at));
    let place = stuck.span(at).start;
    let gap = Span { start: place, end: place };
    let error = stuck
        .error(codes::UNEXPECTED, at, message, "expected `and` or `or` before this")
        .suggest(gap, "and ", "both must hold")
        .suggest(gap, "or ", "one must hold");
    // A value alone is no test either, and a sentence is one mistake.
    let value = matches!(here, Token::Integer(_) | Token::Float(_) | Token::String(_) | Token::Char(_));
    let more = |index: &usize| stuck.token(*index).is_some_and(|token| begins_operand(token) && ends_operand(token));
    let mut last = (at..stuck.tokens.len()).take_while(more).last().unwrap_or(at);
    let begins_test = |token: &Token<'_>| is_relation(token) || is_arithmetic(token);
    if last > at && stuck.token(last + 1).is_some_and(begins_test) {
        last -= 1;
    }
    if last > at || value {
        stuck.blot(at, last);
    }
    stuck.insert(at, Token::And);
    Some(error)
}
