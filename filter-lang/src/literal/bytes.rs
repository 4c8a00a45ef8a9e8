//! Byte sequences and everything made of bytes: hardware addresses, object identifiers, GUIDs.

use std::borrow::Cow;

use super::{Literal, Problem, char_bytes};
use crate::{diag::codes, types::Type, value::Value};

pub(super) fn bytes(literal: &Literal<'_>, ty: Type, partial: bool) -> Result<Value<'static>, Problem> {
    let free = matches!(ty, Type::Bytes | Type::Protocol);
    let bytes = match literal {
        Literal::Word(word) => parse(word).ok_or_else(|| malformed(literal, ty))?,
        Literal::String(bytes) if free => bytes.to_vec(),
        Literal::Char(code) if free => char_bytes(*code),
        Literal::Integer { negative: false, value, text } if ty == Type::Bytes => match u8::try_from(*value) {
            Ok(byte) => vec![byte],
            Err(_) => return Err(more_than_a_byte(text)),
        },
        Literal::Integer { negative: false, value, .. } if ty == Type::Eui64 => value.to_be_bytes().to_vec(),
        Literal::String(text) => {
            let problem = Problem::kind(literal, ty, "bytes are expected: `00:1b:2c`");
            let text = std::str::from_utf8(text).ok().filter(|text| parse(text).is_some_and(|b| b.len() > 1));
            return Err(match text {
                Some(text) => problem.fix(text, "addresses have no quotes"),
                None => problem,
            });
        }
        Literal::Integer { .. } | Literal::Float { .. } | Literal::Char(_) => {
            let problem = Problem::kind(literal, ty, "bytes are expected");
            return Err(problem.help("write bytes with a colon: `48:45`, or `48:` for a single one"));
        }
    };
    length(literal, ty, partial, bytes.len())?;
    Ok(match ty {
        Type::Protocol => Value::Protocol { bytes: Cow::Owned(bytes), text: "" },
        _ => Value::Bytes(Cow::Owned(bytes)),
    })
}

/// Checks that there are as many bytes as the type has.
fn length(literal: &Literal<'_>, ty: Type, partial: bool, len: usize) -> Result<(), Problem> {
    let (least, most) = match ty {
        Type::Ether | Type::Vines => (6, 6),
        Type::Eui64 => (8, 8),
        Type::Fcwwn => (0, 8),
        Type::SystemId => (0, 7),
        _ => return Ok(()),
    };
    let message = |many| format!("`{literal}` has too {many} bytes for {}", ty.words());
    let wrong = |message| Problem {
        code: codes::CONVERSION,
        message,
        label: format!("{len} of {most} bytes"),
        help: None,
        fix: None,
    };
    if len > most {
        Err(wrong(message("many")))
    } else if len < least && !partial {
        let bytes = literal.to_string();
        let bytes = bytes.trim_end_matches([':', '-', '.']);
        let problem = wrong(message("few"));
        Err(if len == 3 {
            problem.help(format!("to test the maker's part, take a slice: `field[0:3] == {bytes}`"))
        } else {
            problem
        })
    } else {
        Ok(())
    }
}

/// Reads T10's forms: pairs of hex digits with or without separators, which may differ.
fn parse(text: &str) -> Option<Vec<u8>> {
    let text = text.strip_prefix(':').unwrap_or(text);
    if let Some(digits) = text.strip_prefix("0b").or_else(|| text.strip_prefix("0B"))
        && digits.len() == 8
    {
        return u8::from_str_radix(digits, 2).ok().map(|byte| vec![byte]);
    }
    if let Some(digits) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        return if digits.len() == 2 { hex(digits) } else { None };
    }
    let text = text.strip_suffix([':', '-', '.']).unwrap_or(text);
    let mut bytes = Vec::with_capacity(text.len() / 2 + 1);
    for run in text.split([':', '-', '.']) {
        bytes.extend(hex(run)?);
    }
    Some(bytes)
}

/// One digit, or pairs of digits.
fn hex(run: &str) -> Option<Vec<u8>> {
    if run.is_empty() || run.len() > 1 && run.len() % 2 == 1 || !run.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let step = run.len().min(2);
    (0..run.len()).step_by(step).map(|i| u8::from_str_radix(run.get(i..i + step)?, 16).ok()).collect()
}

fn malformed(literal: &Literal<'_>, ty: Type) -> Problem {
    let problem = Problem::kind(literal, ty, "pairs of hex digits are expected: `00:1b:2c`");
    match literal {
        Literal::Word(word)
            if matches!(ty, Type::Bytes | Type::Protocol) && word.contains(|c: char| !c.is_ascii_hexdigit()) =>
        {
            problem.fix(format!("\"{word}\""), "text has quotes")
        }
        _ => problem,
    }
}

fn more_than_a_byte(text: &str) -> Problem {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
    let problem = Problem::range(format!("`{text}` is too large for a byte"), "a bare number is one byte, 0 to 255");
    if digits.len().is_multiple_of(2) && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        let pairs: Vec<_> = (0..digits.len()).step_by(2).filter_map(|i| digits.get(i..i + 2)).collect();
        return problem.fix(pairs.join(":"), "several bytes have colons");
    }
    problem
}

/// An object identifier in dotted numbers, encoded (X.690 §8.19).
pub(super) fn oid(literal: &Literal<'_>, ty: Type) -> Result<Value<'static>, Problem> {
    let problem = || Problem::kind(literal, ty, "dotted numbers are expected: `1.3.6.1`");
    // A two-part identifier scans as a float (§20.3).
    let (Literal::Word(text) | Literal::Float { text, .. }) = literal else { return Err(problem()) };
    if matches!(literal, Literal::Float { .. }) {
        return Err(problem().help("an identifier of two parts reads as a fraction; search for more of it"));
    }
    let arcs: Option<Vec<u64>> = text
        .split('.')
        .map(|arc| arc.bytes().all(|b| b.is_ascii_digit()).then(|| arc.parse().ok()).flatten())
        .collect();
    let arcs = arcs.ok_or_else(problem)?;
    let mut encoded = Vec::new();
    let mut rest = arcs.as_slice();
    if let ([first, second, others @ ..], Type::Oid) = (rest, ty) {
        let both = (*first <= 2).then(|| (first * 40).checked_add(*second)).flatten();
        push_arc(&mut encoded, both.ok_or_else(problem)?);
        rest = others;
    }
    rest.iter().for_each(|arc| push_arc(&mut encoded, *arc));
    Ok(Value::Bytes(Cow::Owned(encoded)))
}

fn push_arc(encoded: &mut Vec<u8>, arc: u64) {
    let groups = (64 - arc.leading_zeros()).div_ceil(7).max(1);
    for group in (0..groups).rev() {
        let more = if group == 0 { 0 } else { 0x80 };
        encoded.push((arc >> (7 * group)) as u8 & 0x7f | more);
    }
}

pub(super) fn guid(literal: &Literal<'_>) -> Result<Value<'static>, Problem> {
    let problem = || Problem::kind(literal, Type::Guid, "an unquoted 8-4-4-4-12 GUID is expected");
    let Literal::Word(text) = literal else { return Err(problem()) };
    let parts: Vec<&str> = text.split('-').collect();
    if parts.iter().map(|part| part.len()).ne([8, 4, 4, 4, 12]) {
        return Err(problem());
    }
    let bytes = hex(&parts.concat()).ok_or_else(problem)?;
    bytes.try_into().map(Value::Guid).map_err(|_| problem())
}
