//! Sets that are not well-formed.

use super::{Stuck, begins_operand, ends_operand, is_arithmetic, words::is_set};
use crate::{
    diag::{Diagnostic, codes},
    token::Token,
};

/// `in (80)`, `in [80]`, `in 80`: members without curly brackets.
pub(super) fn missing_braces(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    if stuck.before() != Some(&Token::In) {
        return None;
    }
    let first = stuck.at;
    let error = |stuck: &Stuck<'_, '_>, last| {
        let span = stuck.span(first).to(stuck.span(last));
        Diagnostic::error(codes::SET_FORM, span, "a set without curly brackets", "a set must follow `in`")
    };
    match stuck.here()? {
        Token::LeftParen | Token::LeftBracket => {
            let last = stuck.closer(first)?;
            let span = stuck.span(first).to(stuck.span(last));
            let inner = if last > first + 1 { stuck.slice(first + 1, last - 1) } else { "" };
            let error = error(stuck, last).suggest(span, format!("{{{inner}}}"), "members stand in curly brackets");
            if stuck.here() == Some(&Token::LeftBracket) {
                // What stands inside was read as ranges.
                stuck.tokens.drain(first + 1..last);
                stuck.insert(first + 1, Token::Mistake);
                stuck.tokens[first + 2].1 = Token::RightBrace;
            } else {
                stuck.tokens[last].1 = Token::RightBrace;
            }
            stuck.tokens[first].1 = Token::LeftBrace;
            Some(error)
        }
        token if begins_operand(token) => {
            let member = |index: &usize| {
                stuck.token(*index).is_some_and(|token| {
                    begins_operand(token) || is_arithmetic(token) || matches!(token, Token::DotDot | Token::Comma)
                })
            };
            let last = (first..stuck.tokens.len()).take_while(member).last()?;
            let span = stuck.span(first).to(stuck.span(last));
            let text = format!("{{{}}}", stuck.slice(first, last));
            let error = error(stuck, last).suggest(span, text, "members stand in curly brackets");
            stuck.blot(first, last);
            stuck.insert(first + 1, Token::RightBrace);
            stuck.insert(first, Token::LeftBrace);
            Some(error)
        }
        _ => None,
    }
}

/// `{}`, `{80,}`, `{80..}`, `{80 443}`: members and commas.
pub(super) fn members(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    let open = stuck.enclosing(stuck.at).filter(|open| is_set(stuck, *open))?;
    let at = stuck.at;
    let (here, before) = (stuck.here()?.clone(), stuck.before()?.clone());
    match (before, here) {
        (Token::LeftBrace, Token::RightBrace) => {
            let span = stuck.span(at - 1).to(stuck.span(at));
            stuck.insert(at, Token::Mistake);
            let error = Diagnostic::error(codes::SET_FORM, span, "an empty set", "at least one member must stand here");
            Some(error.note("a test of an empty set would never hold"))
        }
        (Token::Comma | Token::LeftBrace, Token::RightBrace | Token::Comma) => {
            let extra = if matches!(stuck.here(), Some(Token::Comma)) { at } else { at - 1 };
            let span = stuck.span(extra);
            let error = stuck.error(codes::SET_FORM, extra, "a comma without a member", "no member stands beside it");
            stuck.tokens.remove(extra);
            Some(error.suggest(span, "", "leave the comma out"))
        }
        (Token::DotDot, Token::RightBrace | Token::Comma) | (Token::LeftBrace | Token::Comma, Token::DotDot) => {
            let dots = if matches!(stuck.here(), Some(Token::DotDot)) { at } else { at - 1 };
            let error = stuck.error(codes::SET_FORM, dots, "a range with one end", "both ends must stand beside it");
            stuck.insert(at, Token::Mistake);
            Some(error.note("`f >= 80` and `f <= 80` have one end only"))
        }
        (before, here) if ends_operand(&before) && begins_operand(&here) => {
            let close = stuck.closer(open)?;
            let span = stuck.span(open).to(stuck.span(close));
            let error = stuck.error(codes::SET_FORM, at, "a comma is missing", "another member");
            let mut index = at;
            while index < stuck.tokens.len() && index <= stuck.closer(open)? {
                if ends_operand(stuck.token(index - 1)?) && begins_operand(stuck.token(index)?) {
                    stuck.insert(index, Token::Comma);
                    index += 1;
                }
                index += 1;
                // Big sets: the rest is found when the parser gets there.
                if index > at + 2000 {
                    break;
                }
            }
            let text = with_commas(stuck, open)?;
            Some(error.suggest(span, text, "members have commas between them"))
        }
        _ => None,
    }
}

/// The text of a set with the commas that were added.
fn with_commas(stuck: &Stuck<'_, '_>, open: usize) -> Option<String> {
    let close = stuck.closer(open)?;
    let mut text = String::new();
    let mut last = stuck.span(open).start as usize;
    for index in open..=close {
        let span = stuck.span(index);
        if span.start == span.end && stuck.token(index) == Some(&Token::Comma) {
            let blanks = stuck.text[last..span.start as usize].trim_end();
            text.push_str(blanks);
            text.push_str(", ");
            last = span.start as usize;
        }
    }
    text.push_str(&stuck.text[last..stuck.span(close).end as usize]);
    Some(text)
}
