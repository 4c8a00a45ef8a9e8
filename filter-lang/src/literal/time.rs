//! Times as text (rules T20, T21), in nanoseconds.

use jiff::{Timestamp, civil, tz::TimeZone};

const SECOND_NS: i128 = 1_000_000_000;

/// Decimal seconds; exact for up to nine digits of fraction.
pub(super) fn seconds(text: &str) -> Option<i128> {
    let exact = text.split_once('.').and_then(|(whole, fraction)| {
        if fraction.len() > 9 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let nanos: i128 = format!("{fraction:0<9}").parse().ok()?;
        whole.parse::<i128>().ok()?.checked_mul(SECOND_NS)?.checked_add(nanos)
    });
    // Exponents and hex floats: as precise as a double is.
    let inexact = || text.parse::<f64>().ok().filter(|x| x.is_finite()).map(|x| (x * 1e9).round() as i128);
    exact.or_else(inexact)
}

/// A date and time; without a zone it is local time of this machine.
///
/// # Errors
/// Says which forms there are.
pub(super) fn absolute(text: &str) -> Result<i128, String> {
    let unix = seconds(text).filter(|_| text.bytes().all(|b| b.is_ascii_digit() || b == b'.'));
    if let Some(ns) = unix {
        return Ok(ns);
    }
    let written = text.replace(',', ".");
    if let Ok(time) = written.parse::<Timestamp>() {
        return Ok(time.as_nanosecond());
    }
    let (local, zone) = match written.strip_suffix(" UTC").or_else(|| written.strip_suffix(" GMT")) {
        Some(rest) => (rest, TimeZone::UTC),
        None => (written.as_str(), TimeZone::system()),
    };
    let civil = local.parse::<civil::DateTime>().or_else(|_| {
        let named = text.strip_suffix(" UTC").unwrap_or(text);
        civil::DateTime::strptime("%b %d, %Y %H:%M:%S%.f", named)
    });
    civil
        .and_then(|time| time.to_zoned(zone))
        .map(|time| time.timestamp().as_nanosecond())
        .map_err(|_| "write `2024-12-31 13:55:31.3Z` or `\"Dec 31, 2024 13:55:31.3\"`".to_owned())
}
