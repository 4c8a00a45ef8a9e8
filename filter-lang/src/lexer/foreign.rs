//! Characters and operators of other languages: what was meant goes on, and is said.

use super::Lexer;
use crate::{
    diag::{Diagnostic, codes},
    span::Span,
    syntax::{ArithOp, CompareOp},
    token::Token,
};

/// Reports an operator the language does not have.
pub(super) fn operator(lexer: &mut Lexer<'_>) {
    let (token, meant) = match lexer.logos.slice() {
        "=" => (Token::Compare(CompareOp::AnyEq), "=="),
        "<>" => (Token::Compare(CompareOp::AllNe), "!="),
        "=<" => (Token::Compare(CompareOp::Le), "<="),
        "=>" => (Token::Compare(CompareOp::Ge), ">="),
        "~=" => (Token::Compare(CompareOp::AnyNe), "!=="),
        "=~" => (Token::Matches, "matches"),
        "|" => (Token::Or, "||"),
        "^" => (Token::Xor, "^^"),
        "//" | "/*" => return comment(lexer),
        ";" => return semicolon(lexer),
        slice => {
            let message = format!("there is no operator `{slice}`");
            let error = Diagnostic::error(codes::FOREIGN_OPERATOR, lexer.span(), message, "not an operator")
                .note("numbers are combined with `+ - * / %` and `&`");
            lexer.report(error);
            return lexer.push(Token::Scale(ArithOp::Multiply));
        }
    };
    let (span, slice) = (lexer.span(), lexer.logos.slice());
    let message = format!("there is no operator `{slice}`");
    let mut error = Diagnostic::error(codes::FOREIGN_OPERATOR, span, message, "not an operator");
    error = match slice {
        "=" => error.suggest(span, meant, "equality is written `==`"),
        "|" => error.suggest(span, meant, "`or` is written `||`; there is no bitwise or"),
        "^" => error.suggest(span, meant, "exclusive `or` is written `^^`; there is no bitwise one"),
        "~=" => error
            .suggest(span, meant, "some value differs")
            .note("a regular expression in double quotes follows `matches`"),
        _ => error.suggest(span, meant, format!("write `{meant}`")),
    };
    lexer.report(error);
    lexer.push(token);
}

/// A comment: skipped.
fn comment(lexer: &mut Lexer<'_>) {
    let (rest, start) = (lexer.rest(), lexer.span().start);
    let length = match lexer.logos.slice() {
        "//" => rest.find('\n'),
        _ => rest.find("*/").map(|at| at + 2),
    };
    lexer.logos.bump(length.unwrap_or(rest.len()));
    let span = Span { start, end: lexer.span().end };
    let error = Diagnostic::error(codes::FOREIGN_OPERATOR, span, "filters have no comments", "a comment");
    let gap = lexer.tokens.last().map_or(span, |(_, _, end)| Span { start: *end, end: span.end });
    lexer.report(error.suggest(gap, "", "leave it out"));
}

/// `;` between tests means `and` to some, and ends a statement to others.
fn semicolon(lexer: &mut Lexer<'_>) {
    let span = lexer.span();
    let error = Diagnostic::error(codes::FOREIGN_OPERATOR, span, "`;` has no meaning here", "not an operator");
    if lexer.rest().trim().is_empty() {
        return lexer.report(error.suggest(span, "", "a filter ends without it"));
    }
    lexer.report(
        error
            .suggest(span, " and ", "both tests must hold")
            .suggest(span, " or ", "one test must hold")
            .note("`;` only separates the arguments of a macro"),
    );
    lexer.push(Token::And);
}

/// Reports a character that may stand only inside quotes, and goes on with what it looks like.
pub(super) fn character(lexer: &mut Lexer<'_>) {
    let (slice, start) = (lexer.logos.slice(), lexer.logos.span().start);
    let Some(found) = slice.chars().next() else { return };
    let span = Span::new(start, start + found.len_utf8());
    let shown = if found.is_control() { format!("U+{:04X}", found as u32) } else { found.to_string() };
    let message = format!("the character `{shown}` can only stand inside quotes");
    let error = Diagnostic::error(codes::CHARACTER, span, message, "not part of the language");
    let (instead, why) = match found {
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{2018}' | '\u{2019}' => return curly_string(lexer, error),
        '\u{00A0}' | '\u{2007}' | '\u{202F}' | '\u{3000}' => (" ", "this is another kind of blank"),
        '\u{2012}'..='\u{2015}' | '\u{2212}' => ("-", "minus is the plain hyphen"),
        '\u{2260}' => ("!=", "write it in two characters"),
        '\u{2264}' => ("<=", "write it in two characters"),
        '\u{2265}' => (">=", "write it in two characters"),
        '\u{2227}' => ("&&", "write it in two characters"),
        '\u{2228}' => ("||", "write it in two characters"),
        '\u{00AC}' => ("!", "write it in plain characters"),
        _ => ("", ""),
    };
    let error = if why.is_empty() { error } else { error.suggest(span, instead, why) };
    lexer.report(error);
    match instead {
        "" => rest_of_word(lexer),
        "-" => lexer.push(Token::Minus),
        "!=" => lexer.push(Token::Compare(CompareOp::AllNe)),
        "<=" => lexer.push(Token::Compare(CompareOp::Le)),
        ">=" => lexer.push(Token::Compare(CompareOp::Ge)),
        "&&" => lexer.push(Token::And),
        "||" => lexer.push(Token::Or),
        "!" => lexer.push(Token::Not),
        _ => {}
    }
}

/// A word with a foreign letter in it is one mistake, not three.
fn rest_of_word(lexer: &mut Lexer<'_>) {
    let rest = lexer.rest();
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
    let length = rest.find(|c| !joins(c)).unwrap_or(rest.len());
    let start = lexer.span().start;
    lexer.logos.bump(length);
    // It continues the word before it, if one ends here; else it is a word of its own.
    if !lexer.tokens.last().is_some_and(|(_, token, end)| *end == start && matches!(token, Token::Word(_))) {
        lexer.push(Token::Mistake);
    }
}

/// Text between curly quotes is taken as the string it was meant to be.
fn curly_string(lexer: &mut Lexer<'_>, error: Diagnostic) {
    let closing = ['\u{201C}', '\u{201D}', '\u{2018}', '\u{2019}', '"'];
    let rest = lexer.rest();
    let (length, whole) = match rest.find(closing) {
        Some(at) => (at, at + rest[at..].chars().next().map_or(0, char::len_utf8)),
        None => (rest.len(), rest.len()),
    };
    lexer.logos.bump(whole);
    let text = &rest[..length];
    let straight = format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    lexer.report(error.suggest(lexer.span(), straight, "quotes are straight"));
    lexer.push(Token::String((text.as_bytes().to_vec(), false)));
}
