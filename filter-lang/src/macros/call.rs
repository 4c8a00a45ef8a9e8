//! Calls of macros in text (rules M2, M4).

use super::is_name_byte;
use crate::{
    diag::{Diagnostic, codes},
    span::Span,
};

/// A call.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Call<'t> {
    pub(super) name: &'t str,
    /// Where the name stands behind the `$`, bytes from it.
    pub(super) name_at: usize,
    pub(super) arguments: Vec<String>,
    /// Bytes from the `$` to behind the closing bracket.
    pub(super) length: usize,
    /// Written `${…}`.
    pub(super) braced: bool,
}

/// A call that is not well-formed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bad {
    pub(super) length: usize,
    why: &'static str,
}

impl Bad {
    pub(super) fn report(&self, span: Span) -> Diagnostic {
        Diagnostic::error(codes::MACRO_FORM, span, "this call of a macro is not well-formed", self.why)
            .note("macros are called as `${name:argument;…}` or `$name(argument, …)`, also inside strings")
    }
}

/// Reads what stands at a `$`: a call, or `None` for a reference or a dollar sign of no meaning.
pub(super) fn read<'t>(text: &'t str, is_field: &dyn Fn(&str) -> bool) -> Result<Option<Call<'t>>, Bad> {
    let rest = text.strip_prefix('$').unwrap_or(text);
    let Some(inner) = rest.strip_prefix('{') else {
        let length = rest.bytes().take_while(|b| is_name_byte(*b)).count();
        let close = match rest.as_bytes().get(length) {
            Some(b'(') => ')',
            Some(b'{') => '}',
            _ => return Ok(None),
        };
        if length == 0 {
            return Ok(None);
        }
        let start = 1 + length + 1;
        let (arguments, end) = arguments(text, start, close)?;
        return Ok(Some(Call { name: &rest[..length], name_at: 1, arguments, length: end, braced: false }));
    };
    let whole = || inner.find(|c: char| c.is_whitespace()).map_or(text.len(), |at| 2 + at);
    let Some(end) = inner.find(['#', '}', ':', ';']) else {
        return Err(Bad { length: whole(), why: "the closing `}` is missing" });
    };
    let name = &inner[..end];
    let written = name.strip_prefix('@').unwrap_or(name);
    let terminator = inner.as_bytes()[end];
    let is_call = matches!(terminator, b':' | b';');
    if !is_call && is_field(written.strip_prefix('.').unwrap_or(written)) {
        return Ok(None);
    }
    if is_call && !name.bytes().all(is_name_byte) {
        return Err(Bad { length: 2 + end, why: "letters, digits and `_` make a name" });
    }
    if terminator == b'}' || terminator == b'#' {
        // An unknown name, a protocol, or a macro without arguments.
        let length = inner[end..].find('}').map_or_else(whole, |at| 2 + end + at + 1);
        return Ok(Some(Call { name, name_at: 2, arguments: Vec::new(), length, braced: true }));
    }
    let (arguments, length) = arguments(text, 2 + end + 1, '}')?;
    Ok(Some(Call { name, name_at: 2, arguments, length, braced: true }))
}

/// Reads arguments from `start` to the closing bracket; brackets inside belong to the argument, a backslash quotes.
fn arguments(text: &str, start: usize, close: char) -> Result<(Vec<String>, usize), Bad> {
    let mut arguments = vec![String::new()];
    let mut open: Vec<char> = Vec::new();
    let mut chars = text[start..].char_indices();
    while let Some((at, c)) = chars.next() {
        let mut argument = |c| {
            if let Some(last) = arguments.last_mut() {
                last.push(c);
            }
        };
        match c {
            '\\' => argument(chars.next().map_or('\\', |(_, quoted)| quoted)),
            '(' | '{' => {
                open.push(if c == '(' { ')' } else { '}' });
                argument(c);
            }
            c if open.last() == Some(&c) => {
                open.pop();
                argument(c);
            }
            ';' | ',' if open.is_empty() => arguments.push(String::new()),
            c if c == close && open.is_empty() => {
                if arguments.len() == 1 && arguments[0].is_empty() {
                    arguments.clear();
                }
                return Ok((arguments, start + at + c.len_utf8()));
            }
            c => argument(c),
        }
    }
    Err(Bad { length: start, why: "the closing bracket is missing" })
}

/// A part of a macro's text.
pub(super) enum Piece<'t> {
    Text(&'t str),
    /// `$N`, from 1.
    Parameter(usize),
}

/// Splits a macro's text at its parameters.
pub(super) fn parameters<'t>(text: &'t str, mut each: impl FnMut(Piece<'t>)) {
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find('$') {
        let start = at + found;
        let digits = text[start + 1..].bytes().take_while(u8::is_ascii_digit).count();
        at = start + 1 + digits;
        // A number beyond what anybody writes is no parameter, and neither is `$0`.
        if let Some(number) = text[start + 1..at].parse().ok().filter(|number| (1..=1000).contains(number)) {
            each(Piece::Text(&text[copied..start]));
            each(Piece::Parameter(number));
            copied = at;
        }
    }
    each(Piece::Text(&text[copied..]));
}
