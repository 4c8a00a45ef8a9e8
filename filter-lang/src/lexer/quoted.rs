//! Strings and character constants (rules L12–L14).

use super::Lexer;
use crate::{
    diag::{Diagnostic, codes},
    span::Span,
    token::Token,
};

/// Reads what an opening quote begins.
pub(super) fn quoted<'i>(lexer: &mut Lexer<'i>) -> Token<'i> {
    match lexer.logos.slice() {
        "'" => character(lexer),
        "\"" => string(lexer, false),
        _ => string(lexer, true),
    }
}

fn string<'i>(lexer: &mut Lexer<'i>, raw: bool) -> Token<'i> {
    let open = lexer.span();
    let rest = lexer.rest();
    let (body, length) = match closing(rest, b'"') {
        Some(at) => (&rest[..at], at + 1),
        None => {
            let end = Span { start: open.end + rest.len() as u32, end: open.end + rest.len() as u32 };
            let error = Diagnostic::error(codes::QUOTE_OPEN, open, "the string is never closed", "opened here");
            lexer.report(error.suggest(end, "\"", "close the string"));
            (rest, rest.len())
        }
    };
    lexer.logos.bump(length);
    let bytes = if raw { body.as_bytes().to_vec() } else { unescape(lexer, body, open.end) };
    Token::String((bytes, raw))
}

/// Where the quote stands that closes; a backslash hides the character behind it.
fn closing(text: &str, quote: u8) -> Option<usize> {
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => {
                bytes.next();
            }
            byte if byte == quote => return Some(at),
            _ => {}
        }
    }
    None
}

/// Undoes the escapes of a string whose first byte stands at `start`.
fn unescape(lexer: &mut Lexer<'_>, text: &str, start: u32) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        rest = &rest[at..];
        let place = start + (text.len() - rest.len()) as u32;
        let length = match escape(&rest[1..]) {
            Ok((value, length)) => {
                value.append_to(&mut bytes);
                1 + length
            }
            Err(bad) => {
                let length = 1 + bad.length;
                bytes.extend_from_slice(&rest.as_bytes()[..length]);
                // An open string has no quote at its end.
                let end = (start as usize + text.len() + 1).min(lexer.logos.source().len());
                let whole = Span { start: start - 1, end: end as u32 };
                lexer.report(bad.report(&rest[..length], place, Some((whole, text))));
                length
            }
        };
        rest = &rest[length..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

fn character<'i>(lexer: &mut Lexer<'i>) -> Token<'i> {
    let open = lexer.span();
    let rest = lexer.rest();
    let Some(length) = closing(rest, b'\'') else {
        let error =
            Diagnostic::error(codes::CHAR_CONSTANT, open, "the character constant is never closed", "opened here");
        let word = rest.find(|c: char| c.is_whitespace() || c == ')' || c == '}').unwrap_or(rest.len());
        lexer.logos.bump(word);
        lexer.report(error.note("a character is written `'x'`, text is written `\"text\"`"));
        return Token::String((rest.as_bytes()[..word].to_vec(), false));
    };
    let body = &rest[..length];
    lexer.logos.bump(length + 1);
    let span = lexer.span();
    let error = |message: String, label: &str| Diagnostic::error(codes::CHAR_CONSTANT, span, message, label);
    if body.is_empty() {
        let error = error("a character constant is empty".to_owned(), "nothing between the quotes");
        lexer.report(error.suggest(span, "\"\"", "an empty string has double quotes"));
        return Token::String((Vec::new(), false));
    }
    if let Some(escaped) = body.strip_prefix('\\') {
        match escape(escaped) {
            Ok((value, taken)) if taken == escaped.len() => return Token::Char(value.code()),
            Err(bad) => {
                lexer.report(bad.report(&body[..1 + bad.length], open.end, None));
                return Token::Char(0);
            }
            Ok(_) => {}
        }
    } else if let [byte] = body.as_bytes()
        && (b' '..=b'~').contains(byte)
    {
        return Token::Char(u32::from(*byte));
    }
    let shown = format!("`'{body}'` is more than one character");
    let label =
        if body.chars().count() == 1 { "not a printable ASCII character" } else { "single quotes hold one character" };
    let message = if body.chars().count() == 1 { format!("`'{body}'` is not a character constant") } else { shown };
    let text = format!("\"{}\"", body.replace('"', "\\\""));
    lexer.report(error(message, label).suggest(span, text, "text has double quotes"));
    Token::String((body.as_bytes().to_vec(), false))
}

/// What an escape stands for.
enum Escaped {
    Byte(u8),
    Unicode(char),
}

impl Escaped {
    fn append_to(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Byte(byte) => bytes.push(*byte),
            Self::Unicode(character) => bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }

    fn code(&self) -> u32 {
        match self {
            Self::Byte(byte) => u32::from(*byte),
            Self::Unicode(character) => u32::from(*character),
        }
    }
}

/// An escape that is none.
struct BadEscape {
    /// Bytes behind the backslash that belong to it.
    length: usize,
    why: &'static str,
}

impl BadEscape {
    /// `string`: the whole string with its quotes, and what is between them.
    fn report(&self, written: &str, place: u32, string: Option<(Span, &str)>) -> Diagnostic {
        let span = Span { start: place, end: place + written.len() as u32 };
        let message = format!("`{written}` is not an escape");
        let error = Diagnostic::error(codes::ESCAPE, span, message, self.why);
        match string {
            Some((whole, text)) if !text.contains('"') && !text.ends_with('\\') => error
                .suggest(whole, format!("r\"{text}\""), "a raw string keeps its backslashes")
                .suggest(span, format!("\\{written}"), "a backslash is written twice"),
            _ => error.suggest(span, format!("\\{written}"), "a backslash is written twice"),
        }
    }
}

/// Reads an escape behind its backslash; returns how many bytes it takes.
fn escape(text: &str) -> Result<(Escaped, usize), BadEscape> {
    let Some(first) = text.chars().next() else {
        return Err(BadEscape { length: 0, why: "nothing follows the backslash" });
    };
    let simple = |byte| Ok((Escaped::Byte(byte), 1));
    match first {
        'a' => simple(7),
        'b' => simple(8),
        'f' => simple(12),
        'n' => simple(b'\n'),
        'r' => simple(b'\r'),
        't' => simple(b'\t'),
        'v' => simple(11),
        '\\' | '\'' | '"' => simple(first as u8),
        '0'..='7' => {
            let length = text.bytes().take(3).take_while(|b| (b'0'..=b'7').contains(b)).count();
            match u8::from_str_radix(&text[..length], 8) {
                Ok(byte) => Ok((Escaped::Byte(byte), length)),
                Err(_) => Err(BadEscape { length, why: "more than 255" }),
            }
        }
        'x' => {
            let length = text[1..].bytes().take(2).take_while(u8::is_ascii_hexdigit).count();
            match u8::from_str_radix(&text[1..1 + length], 16) {
                Ok(byte) => Ok((Escaped::Byte(byte), 1 + length)),
                Err(_) => Err(BadEscape { length: 1, why: "one or two hexadecimal digits must follow" }),
            }
        }
        'u' => universal(text, 4, "four hexadecimal digits must follow"),
        'U' => universal(text, 8, "eight hexadecimal digits must follow"),
        _ => Err(BadEscape { length: first.len_utf8(), why: "no such escape" }),
    }
}

fn universal(text: &str, digits: usize, why: &'static str) -> Result<(Escaped, usize), BadEscape> {
    let length = text[1..].bytes().take(digits).take_while(u8::is_ascii_hexdigit).count();
    if length < digits {
        return Err(BadEscape { length: 1 + length, why });
    }
    let bad = |why| BadEscape { length: 1 + digits, why };
    let code = u32::from_str_radix(&text[1..=digits], 16).map_err(|_| bad("not a number"))?;
    if code < 0xA0 && !matches!(code, 0x24 | 0x40 | 0x60) {
        return Err(bad("below U+00A0; write the character itself or `\\x`"));
    }
    char::from_u32(code).map(|c| (Escaped::Unicode(c), 1 + digits)).ok_or_else(|| bad("not a Unicode character"))
}
