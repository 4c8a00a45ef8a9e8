//! Single values as text, the way tshark shows them with `-T fields`.

use std::fmt::Write;

use jiff::{Timestamp, tz::TimeZone};
use strato_filter_lang::{
    access::Occurrence,
    schema::{Display, Field},
    types::Type,
    value::Value,
};

/// A value for `-T fields`: numbers in their base, booleans as 1 and 0, text with escapes, a protocol by its name.
pub(crate) fn plain(field: &Field, occurrence: &Occurrence<'_>) -> String {
    match &occurrence.value {
        Value::Label => "1".to_owned(),
        Value::Bool(set) => if *set { "1" } else { "0" }.to_owned(),
        Value::Protocol { .. } => field.name.to_owned(),
        Value::Uint(n) => number(field, *n),
        Value::Time(ns) if field.ty == Type::AbsoluteTime => absolute(field, *ns),
        Value::Str(text) => escaped(text),
        Value::Bytes(bytes) if field.ty == Type::Bytes => match field.display {
            Display::NoneIfEmpty if bytes.is_empty() => "<none>".to_owned(),
            _ if bytes.is_empty() => "<MISSING>".to_owned(),
            Display::Colons => bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(":"),
            _ => occurrence.value.text(field.ty),
        },
        value => value.text(field.ty),
    }
}

/// Appends what [`plain`] says; the values that most columns hold are written digit by digit.
pub(crate) fn put(line: &mut Vec<u8>, field: &Field, occurrence: &Occurrence<'_>) {
    match &occurrence.value {
        Value::Uint(n)
            if matches!(field.ty, Type::Uint(_)) && matches!(field.display, Display::Dec | Display::DecHex) =>
        {
            decimal(line, *n);
        }
        Value::Ipv4 { addr, prefix: 32 } => dotted(line, *addr),
        _ => line.extend_from_slice(plain(field, occurrence).as_bytes()),
    }
}

/// The digits of the numbers up to 99.
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[0; 2]; 100];
    let mut n = 0;
    while n < 100 {
        pairs[n] = [b'0' + (n / 10) as u8, b'0' + (n % 10) as u8];
        n += 1;
    }
    pairs
};

/// The numbers of a byte, each with a dot behind it, and how long that is.
const PARTS: [([u8; 4], u8); 256] = {
    let mut parts = [([b'.'; 4], 2); 256];
    let mut n = 0;
    while n < 256 {
        let (hundreds, [tens, ones]) = (b'0' + (n / 100) as u8, PAIRS[n % 100]);
        parts[n] = match n {
            0..10 => ([ones, b'.', 0, 0], 2),
            10..100 => ([tens, ones, b'.', 0], 3),
            _ => ([hundreds, tens, ones, b'.'], 4),
        };
        n += 1;
    }
    parts
};

/// An address of four numbers.
fn dotted(line: &mut Vec<u8>, addr: u32) {
    let start = line.len();
    let mut len = 0;
    // Copies of a length that is known take no call.
    let mut text = [0; 16];
    for part in addr.to_be_bytes() {
        let (digits, digits_len) = PARTS[usize::from(part)];
        if let Some(place) = text.get_mut(len..).and_then(<[u8]>::first_chunk_mut) {
            *place = digits;
        }
        len += usize::from(digits_len);
    }
    line.extend_from_slice(&text);
    // But for the last dot.
    line.truncate(start + len - 1);
}

fn decimal(line: &mut Vec<u8>, mut n: u64) {
    // The longest is 18446744073709551615; copies of a length that is known take no call.
    const LONGEST: usize = 20;
    let mut digits = [0; 2 * LONGEST];
    let mut at = LONGEST;
    while n >= 10 {
        at -= 2;
        if let Some(place) = digits.get_mut(at..).and_then(<[u8]>::first_chunk_mut) {
            *place = PAIRS[(n % 100) as usize];
        }
        n /= 100;
    }
    let start = line.len();
    if n > 0 || at == LONGEST {
        at -= 1;
        if let Some(place) = digits.get_mut(at) {
            *place = b'0' + n as u8;
        }
    }
    if let Some(text) = digits.get(at..).and_then(<[u8]>::first_chunk::<LONGEST>) {
        line.extend_from_slice(text);
        line.truncate(start + LONGEST - at);
    }
}

/// An unsigned number in the base of its field.
pub(crate) fn number(field: &Field, n: u64) -> String {
    if !matches!(field.ty, Type::Uint(_)) {
        return Value::Uint(n).text(field.ty);
    }
    let digits = usize::from(field.ty.bits().unwrap_or(32)).div_ceil(4);
    match field.display {
        Display::Hex | Display::HexDec => format!("0x{n:0digits$x}"),
        Display::Oct => format!("0{n:o}"),
        _ => n.to_string(),
    }
}

/// `Jan  2, 2026 03:04:05.000000006 UTC`, in the time zone of the user unless the field is always in UTC.
pub(crate) fn absolute(field: &Field, ns: i128) -> String {
    if field.display == Display::Epoch {
        return Value::Time(ns).text(Type::RelativeTime);
    }
    if field.display == Display::NtpUtc && ns == 0 {
        return "NULL".to_owned();
    }
    let zone = if matches!(field.display, Display::Utc | Display::NtpUtc) { TimeZone::UTC } else { TimeZone::system() };
    let Ok(time) = Timestamp::from_nanosecond(ns) else {
        return Value::Time(ns).text(Type::RelativeTime);
    };
    let name = zone.to_offset_info(time).abbreviation().to_owned();
    let zoned = time.to_zoned(zone);
    let fraction = ns.rem_euclid(1_000_000_000);
    format!("{}.{fraction:09} {name}", zoned.strftime("%b %e, %Y %H:%M:%S"))
}

/// Text on one line: control characters as in C.
pub(crate) fn escaped(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\x07' => out.push_str("\\a"),
            '\x08' => out.push_str("\\b"),
            '\x0c' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\x0b' => out.push_str("\\v"),
            c if c.is_control() => {
                // Writing to a string cannot fail.
                _ = write!(out, "\\x{:02x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use strato_filter_lang::schema::{Display, FieldId, field};

    use super::*;

    #[test]
    fn numbers_are_shown_in_their_base() {
        assert_eq!(number(&field("a.b", "").u16().hex(), 8), "0x0008");
        assert_eq!(number(&field("a.b", "").u16(), 8), "8");
        assert_eq!(number(&field("a.b", "").u8().display(Display::HexDec), 8), "0x08");
    }

    #[test]
    fn digits_are_those_of_plain() {
        let (number, address) = (field("a.b", "").u64(), field("a.b", "").ipv4());
        let numbers =
            [0, 7, 10, 99, 100, 101, 999, 4096, 10_000, 1_234_567, u64::MAX].map(|n| (&number, Value::Uint(n)));
        let addresses = [0, 0x0a00_01ff, 0x0963_64c7, u32::MAX].map(|addr| (&address, Value::ipv4(addr)));
        for (field, value) in numbers.into_iter().chain(addresses) {
            let occurrence = Occurrence { field: FieldId(0), def: 0, layer: 1, value, raw: &[] };
            let mut line = Vec::new();
            put(&mut line, field, &occurrence);
            assert_eq!(String::from_utf8(line).unwrap(), plain(field, &occurrence));
        }
    }

    #[test]
    fn times_have_a_zone() {
        let utc = field("a.b", "").abs_time().display(Display::Utc);
        assert_eq!(absolute(&utc, 1_041_342_931_300_000_000), "Dec 31, 2002 13:55:31.300000000 UTC");
        assert_eq!(absolute(&utc, -1), "Dec 31, 1969 23:59:59.999999999 UTC");
        assert_eq!(absolute(&utc, 5_000_000_001), "Jan  1, 1970 00:00:05.000000001 UTC");
    }

    #[test]
    fn text_stays_on_its_line() {
        assert_eq!(escaped(b"a\r\n\x01\xff"), "a\\r\\n\\x01\u{fffd}");
    }
}
