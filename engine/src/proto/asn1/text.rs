//! Text and times of ASN.1 as Unicode text and nanoseconds.

use std::borrow::Cow;

/// How a string type encodes its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    Ascii,
    Utf8,
    /// T.61, of which senders use what ISO 8859-1 has, too.
    Teletex,
    /// UCS-2.
    Bmp,
    /// UCS-4.
    Universal,
}

/// Decodes text, up to a NUL; U+FFFD stands for what is none.
pub(super) fn decode(charset: Charset, raw: &[u8]) -> Cow<'_, str> {
    let text = match charset {
        Charset::Utf8 => String::from_utf8_lossy(raw),
        _ if raw.is_ascii() && matches!(charset, Charset::Ascii | Charset::Teletex) => String::from_utf8_lossy(raw),
        Charset::Ascii => Cow::Owned(
            raw.iter().map(|b| if b.is_ascii() { char::from(*b) } else { char::REPLACEMENT_CHARACTER }).collect(),
        ),
        Charset::Teletex => Cow::Owned(raw.iter().copied().map(char::from).collect()),
        Charset::Bmp => {
            let units = raw.chunks_exact(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]]));
            Cow::Owned(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
        }
        Charset::Universal => {
            let units = raw.chunks_exact(4).map(|unit| u32::from_be_bytes([unit[0], unit[1], unit[2], unit[3]]));
            Cow::Owned(units.map(|c| char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
        }
    };
    match text.find('\0') {
        Some(end) => Cow::Owned(text.get(..end).unwrap_or_default().to_owned()),
        None => text,
    }
}

/// Reads decimal digits from the front.
fn digits(text: &mut &[u8], count: usize) -> Option<i64> {
    let (head, rest) = text.split_at_checked(count)?;
    *text = rest;
    head.iter().try_fold(0i64, |n, digit| digit.is_ascii_digit().then(|| n * 10 + i64::from(digit - b'0')))
}

/// Days from 1970-01-01 to a date of the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    // Years that begin in March have their leap day last.
    let year = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year - 719_468
}

/// A `GeneralizedTime` in nanoseconds since the epoch, X.680 §46.
pub(in crate::proto) fn time(raw: &[u8]) -> Option<i128> {
    let text = &mut &*raw;
    let (year, month, day) = (digits(text, 4)?, digits(text, 2)?, digits(text, 2)?);
    let hour = digits(text, 2)?;
    let minute = if text.first().is_some_and(u8::is_ascii_digit) { digits(text, 2)? } else { 0 };
    let second = if text.first().is_some_and(u8::is_ascii_digit) { digits(text, 2)? } else { 0 };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let mut ns = 0i128;
    if let Some((b'.' | b',', rest)) = text.split_first() {
        *text = rest;
        let mut unit = 100_000_000;
        while text.first().is_some_and(u8::is_ascii_digit) {
            ns += i128::from(digits(text, 1)?) * unit;
            unit /= 10;
        }
    }
    let zone = match text.split_first() {
        Some((sign @ (b'+' | b'-'), rest)) => {
            *text = rest;
            let minutes = digits(text, 2)? * 60 + digits(text, 2).unwrap_or(0);
            if *sign == b'-' { -minutes } else { minutes }
        }
        _ => 0,
    };
    let seconds = ((days(year, month, day) * 24 + hour) * 60 + minute - zone) * 60 + second;
    Some(i128::from(seconds) * 1_000_000_000 + ns)
}

/// A `UTCTime` as Wireshark writes it, X.680 §47; `None` if it is malformed.
pub(super) fn utc(raw: &[u8]) -> Option<String> {
    let text = &mut &*raw;
    let [year, month, day, hour, minute] =
        [digits(text, 2)?, digits(text, 2)?, digits(text, 2)?, digits(text, 2)?, digits(text, 2)?];
    let century = if year < 50 { 20 } else { 19 };
    let mut out = format!("{century}{year:02}-{month:02}-{day:02} {hour:02}:{minute:02}");
    if text.first().is_some_and(u8::is_ascii_digit) {
        out.push_str(&format!(":{:02}", digits(text, 2)?));
    }
    match **text {
        [b'Z'] => out.push_str(" (UTC)"),
        [sign @ (b'+' | b'-'), ref zone @ ..] => {
            let zone = &mut &*zone;
            out.push_str(&format!(" (UTC{}{:02}:{:02})", char::from(sign), digits(zone, 2)?, digits(zone, 2)?));
        }
        _ => return None,
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times() {
        assert_eq!(time(b"19700101000000Z"), Some(0));
        assert_eq!(time(b"20370913024805Z"), Some(2_136_422_885_000_000_000));
        assert_eq!(time(b"20000229010000.5+0100"), Some(951_782_400_500_000_000));
        assert_eq!(time(b"20001301000000Z"), None);
        assert_eq!(utc(b"220615000000Z").as_deref(), Some("2022-06-15 00:00:00 (UTC)"));
        assert_eq!(utc(b"9906150000-0700").as_deref(), Some("1999-06-15 00:00 (UTC-07:00)"));
        assert_eq!(utc(b"99061"), None);
    }

    #[test]
    fn text_of_all_widths() {
        assert_eq!(decode(Charset::Bmp, b"\0C\0A\0"), "CA");
        assert_eq!(decode(Charset::Universal, b"\0\0\0C"), "C");
        assert_eq!(decode(Charset::Ascii, b"a\xff"), "a\u{fffd}");
        assert_eq!(decode(Charset::Utf8, b"a\0b"), "a");
    }
}
