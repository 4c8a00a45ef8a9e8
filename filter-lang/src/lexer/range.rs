//! The items between `[` and `]` (rules L17, E22, E23).

use super::Lexer;
use crate::{
    diag::{Diagnostic, codes},
    limits,
    span::Span,
    syntax::Range,
    token::Token,
};

/// Reads the items behind a `[` up to and with its `]`.
pub(super) fn items(lexer: &mut Lexer<'_>) {
    let open = lexer.tokens.last().map_or(lexer.span(), |(start, _, end)| Span { start: *start, end: *end });
    for count in 0_usize.. {
        let start = lexer.logos.span().end;
        let rest = lexer.rest();
        let Some(length) = rest.find([',', ']']) else {
            return unclosed(lexer, open, start);
        };
        let closes = rest.as_bytes()[length] == b']';
        item(lexer, &rest[..length], start);
        lexer.logos.bump(length + 1);
        let end = Span::new(start + length, start + length + 1);
        lexer.push_at(end, if closes { Token::RightBracket } else { Token::Comma });
        if count >= limits::RANGES {
            let message = format!("more than {} ranges between brackets", limits::RANGES);
            return lexer.report(Diagnostic::error(codes::SET_TOO_BIG, open, message, "opened here"));
        }
        if closes {
            return;
        }
    }
}

/// Reads one item; nothing is pushed for an empty one, which the grammar then reports.
fn item(lexer: &mut Lexer<'_>, text: &str, start: usize) {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = start + (text.len() - text.trim_start().len());
    let span = Span::new(start, start + trimmed.len());
    let range = parse(trimmed).unwrap_or_else(|why| {
        lexer.report(bad(trimmed, span, why));
        Range::From(0)
    });
    lexer.push_at(span, Token::Range(range));
}

/// The bracket is never closed: takes what looks like a range and goes on behind it.
fn unclosed(lexer: &mut Lexer<'_>, open: Span, start: usize) {
    let rest = lexer.rest();
    let looks = rest.find(|c: char| !matches!(c, '0'..='9' | 'x' | 'X' | ':' | '-' | ',' | ' ' | '\t'));
    let length = rest[..looks.unwrap_or(rest.len())].trim_end().len();
    let end = Span::new(start + length, start + length);
    lexer.report(Diagnostic::error(codes::BRACKET_OPEN, open, "`[` is never closed", "opened here").suggest(
        end,
        "]",
        "close the bracket",
    ));
    let mut at = start;
    for (number, text) in rest[..length].split(',').enumerate() {
        if number > 0 {
            lexer.push_at(Span::new(at - 1, at), Token::Comma);
        }
        item(lexer, text, at);
        at += text.len() + 1;
    }
    if length == 0 {
        lexer.push_at(end, Token::Range(Range::From(0)));
    }
    lexer.push_at(end, Token::RightBracket);
    lexer.logos.bump(length);
}

/// Why an item is no range.
#[derive(Debug, PartialEq, Eq)]
enum Bad {
    Form,
    Overflow,
    Length(i32),
    Signs,
    Order(i32, i32),
}

fn bad(text: &str, span: Span, why: Bad) -> Diagnostic {
    let impossible = |message: String, label: &str| Diagnostic::error(codes::RANGE_IMPOSSIBLE, span, message, label);
    match why {
        Bad::Form => Diagnostic::error(codes::RANGE_FORM, span, format!("`{text}` is not a range"), "not a range")
            .note("ranges are `i`, `i:length`, `i-j`, `:length`, `i:` and `:`"),
        Bad::Overflow => impossible(format!("a number in the range `{text}` is too big"), "more than 31 bits"),
        Bad::Length(length) => {
            impossible(format!("the range `{text}` has the length {length}"), "the length must be positive")
                .note("`i:n` takes n elements from i on; `i-j` goes from i to j")
        }
        Bad::Signs => impossible(
            format!("the range `{text}` mixes an end counted from the front with one counted from the back"),
            "both ends need the same sign",
        ),
        Bad::Order(i, j) if i == j => impossible(
            format!("the range `{text}` ends where it begins"),
            "`i-j` needs i < j",
        )
        .suggest(span, i.to_string(), "one element is written as its index"),
        Bad::Order(i, j) => impossible(format!("the range `{text}` ends before it begins"), "`i-j` needs i < j")
            .suggest(span, format!("{j}-{i}"), "the lower index stands first"),
    }
}

fn parse(text: &str) -> Result<Range, Bad> {
    if let Some(length) = text.strip_prefix(':') {
        return if length.trim().is_empty() { Ok(Range::From(0)) } else { length_of(0, length) };
    }
    let (first, rest) = number(text)?;
    let rest = rest.trim_start();
    if rest.is_empty() {
        return Ok(Range::One(first));
    }
    if let Some(length) = rest.strip_prefix(':') {
        return if length.trim().is_empty() { Ok(Range::From(first)) } else { length_of(first, length) };
    }
    let end = rest.strip_prefix('-').ok_or(Bad::Form)?;
    let last = whole(end)?;
    match () {
        () if last > first && (first < 0) == (last < 0) => Ok(Range::Through(first, last)),
        () if last <= first => Err(Bad::Order(first, last)),
        () => Err(Bad::Signs),
    }
}

fn length_of(start: i32, text: &str) -> Result<Range, Bad> {
    match whole(text)? {
        length if length > 0 => Ok(Range::Length(start, length)),
        length => Err(Bad::Length(length)),
    }
}

fn whole(text: &str) -> Result<i32, Bad> {
    let (value, rest) = number(text.trim())?;
    if rest.is_empty() { Ok(value) } else { Err(Bad::Form) }
}

/// Reads a number as C's `strtol` does and returns what stands behind it.
fn number(text: &str) -> Result<(i32, &str), Bad> {
    let text = text.trim_start();
    let negative = text.starts_with('-');
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (text, base) = match text.as_bytes() {
        [b'0', b'x' | b'X', digit, ..] if digit.is_ascii_hexdigit() => (&text[2..], 16),
        [b'0', b'0'..=b'7', ..] => (&text[1..], 8),
        _ => (text, 10),
    };
    let length = text.find(|c: char| !c.is_digit(base)).unwrap_or(text.len());
    if length == 0 {
        return Err(Bad::Form);
    }
    let value = i64::from_str_radix(&text[..length], base).map_err(|_| Bad::Overflow)?;
    let value = if negative { -value } else { value };
    Ok((i32::try_from(value).map_err(|_| Bad::Overflow)?, &text[length..]))
}
