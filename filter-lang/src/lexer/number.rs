//! Words that are numbers (rules L6, L7).

use super::Lexer;
use crate::{
    diag::{Diagnostic, codes},
    token::Token,
};

/// A word as the number it is, or as the word it is.
pub(super) fn classify<'i>(lexer: &mut Lexer<'i>, text: &'i str) -> Token<'i> {
    match text.as_bytes().first() {
        Some(b'0'..=b'9') => {}
        Some(b'i' | b'I') if text.eq_ignore_ascii_case("inf") || text.eq_ignore_ascii_case("infinity") => {
            return Token::Float((f64::INFINITY, text));
        }
        Some(b'n' | b'N') if text.eq_ignore_ascii_case("nan") || text.ends_with(')') => {
            return Token::Float((f64::NAN, text));
        }
        _ => return Token::Word(text),
    }
    if let Some(value) = integer(text) {
        return Token::Integer((value, text));
    }
    let Some((value, zero)) = float(text) else { return Token::Word(text) };
    if value.is_infinite() || (value == 0.0 && !zero) {
        let (message, label) = if value.is_infinite() {
            ("too big for a floating-point number", "more than 1.8e308")
        } else {
            ("too small for a floating-point number", "would become zero")
        };
        let message = format!("`{text}` is {message}");
        lexer.report(Diagnostic::error(codes::FLOAT_RANGE, lexer.span(), message, label));
    }
    Token::Float((value, text))
}

/// The value of an integer in any base; `None` when it is none or needs more than 64 bits: then it is a plain
/// literal, which may still be bytes.
fn integer(text: &str) -> Option<u64> {
    let (digits, base) = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => (&text[2..], 16),
        [b'0', b'b' | b'B', ..] => (&text[2..], 2),
        [b'0', _, ..] => (&text[1..], 8),
        _ => (text, 10),
    };
    // `from_str_radix` takes a sign, which is no part of a number here; a word holds no `+`, but may hold `-`.
    if digits.starts_with(['+', '-']) { None } else { u64::from_str_radix(digits, base).ok() }
}

/// The value of a float and whether it was written as zero; `None` when it is none.
fn float(text: &str) -> Option<(f64, bool)> {
    if text.starts_with("0x") || text.starts_with("0X") {
        return hex_float(&text[2..]);
    }
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let (whole, fraction) = split_point(mantissa);
    if !is_digits(whole, 10) || fraction.is_some_and(|f| !is_digits(f, 10)) {
        return None;
    }
    if whole.len() > 1 && whole.starts_with('0') && fraction.is_none() {
        return None; // `00e0` is two bytes
    }
    match exponent {
        None => fraction?,
        Some(exponent) => exponent.strip_prefix(['+', '-']).unwrap_or(exponent),
    }
    .bytes()
    .all(|b| b.is_ascii_digit())
    .then_some(())?;
    let zero = mantissa.bytes().all(|b| matches!(b, b'0' | b'.'));
    Some((text.parse().ok()?, zero))
}

/// `h[.h]p[+-]d`, the part behind `0x`.
fn hex_float(text: &str) -> Option<(f64, bool)> {
    let (mantissa, exponent) = text.split_once(['p', 'P'])?;
    let (whole, fraction) = split_point(mantissa);
    let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    if !is_digits(whole, 16) || fraction.is_some_and(|f| !is_digits(f, 16)) || !is_digits(digits, 10) {
        return None;
    }
    // Beyond these no double is left; a clamped exponent keeps the arithmetic from overflowing.
    let written: i64 = digits.parse().unwrap_or(i64::MAX).min(1_000_000);
    let mut power = if exponent.starts_with('-') { -written } else { written };
    let mut bits = 0_u128;
    for (digit, is_fraction) in
        whole.chars().map(|d| (d, false)).chain(fraction.unwrap_or("").chars().map(|d| (d, true)))
    {
        // 124 bits are kept, more than a double can hold; further digits only scale.
        if bits >> 120 == 0 {
            bits = bits << 4 | u128::from(digit.to_digit(16)?);
            power -= if is_fraction { 4 } else { 0 };
        } else if !is_fraction {
            power += 4;
        }
    }
    let half = (power / 2).clamp(-2000, 2000) as i32;
    let rest = (power - i64::from(half)).clamp(-2000, 2000) as i32;
    Some((bits as f64 * 2_f64.powi(half) * 2_f64.powi(rest), bits == 0))
}

fn split_point(text: &str) -> (&str, Option<&str>) {
    text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)))
}

fn is_digits(text: &str, base: u32) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_digit(base))
}
