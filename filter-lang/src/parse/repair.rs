//! Limits, and cures for mistakes whose meaning is plain.

use crate::{
    diag::{Diagnostic, codes},
    lexer::Spanned,
    limits,
    span::Span,
    token::Token,
};

/// Finds what would be too big to parse: nesting (the trees built from it are walked recursively) and sets.
///
/// Every level of the tree comes from an open bracket or from an operator whose operand goes on, so counting both
/// bounds its height.
pub(super) fn limits(tokens: &[Spanned<'_>]) -> Option<Diagnostic> {
    // Operators pending in each open bracket, and members seen in it.
    let mut open = vec![(0_usize, 1_usize)];
    let mut height = 0_usize;
    for (start, token, end) in tokens {
        let depth = open.len();
        let (pending, members) = open.last_mut()?;
        match token {
            Token::LeftParen | Token::LeftBrace | Token::LeftBracket => {
                // A slice stays above what follows it: `a[0][0]`.
                let stays = usize::from(*token == Token::LeftBracket);
                *pending += stays;
                height += 1 + stays;
                open.push((0, 1));
            }
            Token::RightParen | Token::RightBrace | Token::RightBracket if depth > 1 => {
                height -= 1 + open.pop()?.0;
            }
            Token::Not | Token::BitAnd | Token::Plus | Token::Minus | Token::Scale(_) => {
                *pending += 1;
                height += 1;
            }
            Token::And | Token::Or | Token::Xor | Token::Comma | Token::DotDot | Token::Compare(_) => {
                *members += usize::from(*token == Token::Comma);
                if *members > limits::SET_MEMBERS {
                    let message = format!("a set has at most {} members", limits::SET_MEMBERS);
                    let span = Span { start: *start, end: *end };
                    return Some(Diagnostic::error(codes::SET_TOO_BIG, span, message, "here they become too many"));
                }
                height -= std::mem::take(pending);
            }
            _ => {}
        }
        if height > limits::NESTING {
            let message = format!("the filter is nested more than {} levels deep", limits::NESTING);
            let span = Span { start: *start, end: *end };
            return Some(Diagnostic::error(codes::NESTING, span, message, "here it becomes too deep"));
        }
    }
    None
}

/// Pairs the brackets: closes what was left open and drops what was never opened, so that one missing bracket is one
/// error and the rest of the filter keeps its shape.
pub(super) fn brackets<'i>(tokens: &mut Vec<Spanned<'i>>, diagnostics: &mut Vec<Diagnostic>, text: &str) {
    if is_paired(tokens) {
        return;
    }
    let mut open: Vec<(Token<'i>, Span)> = Vec::new();
    let mut paired = Vec::with_capacity(tokens.len() + 8);
    let mut previous = 0;
    for (start, token, end) in tokens.drain(..) {
        let span = Span { start, end };
        // No test can stand in a set: where the next one begins, the set must have ended.
        if matches!(token, Token::And | Token::Or | Token::Xor)
            && let Some((Token::RightBrace, at)) = open.last()
            && is_set(&paired, *at)
        {
            diagnostics.push(unclosed(&Token::RightBrace, *at, previous));
            paired.push((previous, Token::RightBrace, previous));
            open.pop();
        }
        if let Some(closer) = closer(&token) {
            open.push((closer, span));
        } else if matches!(token, Token::RightParen | Token::RightBrace | Token::RightBracket) {
            // `[` in the place of `(` has been reported by the lexer.
            let swapped = |(closer, at): &(Token<'_>, Span)| {
                token == Token::RightBracket
                    && *closer == Token::RightParen
                    && text.as_bytes().get(at.start as usize) == Some(&b'[')
            };
            let Some(partner) = open.iter().rposition(|entry| entry.0 == token || swapped(entry)) else {
                let message = format!("`{}` closes nothing", name(&token));
                let error = Diagnostic::error(codes::UNBALANCED, span, message, "never opened");
                diagnostics.push(error.suggest(span, "", "leave it out"));
                continue;
            };
            for (closer, at) in open.drain(partner + 1..).rev() {
                diagnostics.push(unclosed(&closer, at, previous));
                paired.push((previous, closer, previous));
            }
            if let Some((closer, _)) = open.pop() {
                paired.push((start, closer, end));
            }
            previous = end;
            continue;
        }
        previous = end;
        paired.push((start, token, end));
    }
    let end = text.trim_end().len() as u32;
    for (closer, at) in open.drain(..).rev() {
        diagnostics.push(unclosed(&closer, at, end));
        paired.push((end, closer, end));
    }
    *tokens = paired;
}

/// Whether the bracket that stands at `open` follows `in`.
fn is_set(tokens: &[Spanned<'_>], open: Span) -> bool {
    let index = tokens.partition_point(|token| token.0 < open.start);
    index.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| token.1 == Token::In)
}

fn is_paired(tokens: &[Spanned<'_>]) -> bool {
    let mut open = Vec::new();
    for (_, token, _) in tokens {
        if let Some(closer) = closer(token) {
            open.push(closer);
        } else if matches!(token, Token::RightParen | Token::RightBrace | Token::RightBracket)
            && open.pop().as_ref() != Some(token)
        {
            return false;
        }
    }
    open.is_empty()
}

fn closer<'i>(token: &Token<'_>) -> Option<Token<'i>> {
    match token {
        Token::LeftParen => Some(Token::RightParen),
        Token::LeftBrace => Some(Token::RightBrace),
        Token::LeftBracket => Some(Token::RightBracket),
        _ => None,
    }
}

fn name(token: &Token<'_>) -> &'static str {
    match token {
        Token::RightParen => ")",
        Token::RightBrace => "}",
        _ => "]",
    }
}

fn unclosed(closer: &Token<'_>, open: Span, end: u32) -> Diagnostic {
    let opener = match closer {
        Token::RightParen => "(",
        Token::RightBrace => "{",
        _ => "[",
    };
    let message = format!("`{opener}` is never closed");
    let error = Diagnostic::error(codes::UNBALANCED, open, message, "opened here");
    error.suggest(Span { start: end, end }, name(closer), "close it")
}
