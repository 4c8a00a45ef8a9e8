//! Points in time and durations (rules T20, T21).

use jiff::{civil::DateTime, tz::TimeZone};

use super::{Literal, Problem};
use crate::{types::Type, value::Value};

const SECOND: i128 = 1_000_000_000;

pub(super) fn relative(literal: &Literal<'_>) -> Result<Value<'static>, Problem> {
    match literal {
        Literal::Integer { negative, value, .. } => Ok(Value::Time(seconds(*negative, *value))),
        Literal::Float { value, text } => decimal(text)
            .or_else(|| (value.abs() < i64::MAX as f64).then(|| (value * 1e9).round() as i128))
            .map(Value::Time)
            .ok_or_else(|| Problem::kind(literal, Type::RelativeTime, "not a number of seconds")),
        Literal::String(_) | Literal::Char(_) | Literal::Word(_) => {
            Err(Problem::kind(literal, Type::RelativeTime, "a number of seconds without unit or quotes is expected"))
        }
    }
}

pub(super) fn absolute(literal: &Literal<'_>) -> Result<Value<'static>, Problem> {
    let problem = |label: &str| {
        Problem::kind(literal, Type::AbsoluteTime, label)
            .help("write it as `\"2011-07-04 12:34:56.789\"` or `\"Nov 12, 1999 08:55:44\"`")
    };
    let text = match literal {
        Literal::Integer { negative, value, .. } => return Ok(Value::Time(seconds(*negative, *value))),
        Literal::Char(_) => return Err(problem("a date is expected")),
        Literal::Float { text, .. } | Literal::Word(text) => text,
        Literal::String(bytes) => std::str::from_utf8(bytes).map_err(|_| problem("a date is expected"))?,
    };
    date(text).map(Value::Time).map_err(problem)
}

fn seconds(negative: bool, value: u64) -> i128 {
    let ns = i128::from(value) * SECOND;
    if negative { -ns } else { ns }
}

/// Reads `123` or `123.456`, exactly; at most nine digits behind the point.
fn decimal(text: &str) -> Option<i128> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    Some(i128::from(whole.parse::<i64>().ok()?) * SECOND + i128::from(nanoseconds(fraction)?))
}

/// The digits behind the point; `None`: more than nine that matter.
fn nanoseconds(digits: &str) -> Option<u32> {
    let digits = digits.trim_end_matches('0');
    if digits.len() > 9 {
        return None;
    }
    format!("{digits:0<9}").parse().ok()
}

/// Nanoseconds since the epoch, or why not.
fn date(text: &str) -> Result<i128, &'static str> {
    if let Some(ns) = decimal(text) {
        return Ok(ns);
    }
    let mut scan = Scan(text);
    let ((year, month, day), iso) = match scan.iso_date() {
        Some(date) => (date, true),
        None => (scan.word_date().ok_or("this is no date")?, false),
    };
    let mut time = (0, 0, 0, 0);
    let mut zone = None;
    if !scan.0.is_empty() {
        let strict = iso && scan.eat("T");
        if !strict && !scan.blanks() {
            return Err("unexpected text behind the date");
        }
        time = scan.time()?;
        let blank = scan.blanks();
        if !scan.0.is_empty() {
            if strict && blank {
                return Err("no blank may stand before the zone of a time with `T`");
            }
            zone = Some(offset(scan.0).ok_or("unexpected text behind the time")?);
        } else if blank {
            return Err("unexpected blank at the end");
        }
    }
    let (hour, minute, second, ns) = time;
    let civil = DateTime::new(year, month, day, hour, minute, second, 0).map_err(|_| "no such date or time exists")?;
    let seconds = match zone {
        Some(offset) => civil.to_zoned(TimeZone::UTC).map(|z| z.timestamp().as_second() - offset),
        None => civil.to_zoned(TimeZone::system()).map(|z| z.timestamp().as_second()),
    };
    let seconds = seconds.map_err(|_| "out of range")?;
    Ok(i128::from(seconds) * SECOND + i128::from(ns))
}

struct Scan<'a>(&'a str);

impl<'a> Scan<'a> {
    fn eat(&mut self, prefix: &str) -> bool {
        self.0.strip_prefix(prefix).map(|rest| self.0 = rest).is_some()
    }

    fn blanks(&mut self) -> bool {
        let rest = self.0.trim_start_matches(' ');
        std::mem::replace(&mut self.0, rest).len() != rest.len()
    }

    /// All leading characters of a class.
    fn run(&mut self, class: impl Fn(u8) -> bool) -> &'a str {
        let end = self.0.bytes().position(|b| !class(b)).unwrap_or(self.0.len());
        // The classes are of ASCII only, so `end` is a boundary.
        let (run, rest) = self.0.split_at(end);
        self.0 = rest;
        run
    }

    fn number<T: std::str::FromStr>(&mut self, least: usize, most: usize) -> Option<T> {
        let run = self.run(|b| b.is_ascii_digit());
        (least..=most).contains(&run.len()).then(|| run.parse().ok()).flatten()
    }

    /// `2002-12-31`; nothing is taken if that is not there.
    fn iso_date(&mut self) -> Option<(i16, i8, i8)> {
        let before = self.0;
        let date = (|| {
            let year = self.number(4, 4)?;
            let month = self.eat("-").then(|| self.number(2, 2))??;
            let day = self.eat("-").then(|| self.number(2, 2))??;
            Some((year, month, day))
        })();
        if date.is_none() {
            self.0 = before;
        }
        date
    }

    /// `Dec 31, 2002`.
    fn word_date(&mut self) -> Option<(i16, i8, i8)> {
        let word = self.run(|b| b.is_ascii_alphabetic());
        let month = MONTHS.iter().position(|name| {
            word.eq_ignore_ascii_case(name) || name.get(..3).is_some_and(|short| word.eq_ignore_ascii_case(short))
        })?;
        self.blanks();
        let day = self.number(1, 2)?;
        self.eat(",").then_some(())?;
        self.blanks();
        let year = self.number(4, 4)?;
        Some((year, month as i8 + 1, day))
    }

    /// `HH:MM[:SS[.fraction]]`.
    fn time(&mut self) -> Result<(i8, i8, i8, u32), &'static str> {
        let hour = self.number(1, 2).ok_or("hours are expected behind the date")?;
        if !self.eat(":") {
            return Err("minutes are missing");
        }
        let minute = self.number(2, 2).ok_or("minutes are missing")?;
        if !self.eat(":") {
            if self.0.starts_with(['.', ',']) {
                return Err("a fraction needs seconds before it");
            }
            return Ok((hour, minute, 0, 0));
        }
        let second = self.number(2, 2).ok_or("seconds are missing")?;
        let mut ns = 0;
        if self.eat(".") || self.eat(",") {
            let digits = self.run(|b| b.is_ascii_digit());
            if digits.is_empty() {
                return Err("digits are expected behind the point");
            }
            ns = nanoseconds(digits).ok_or("a fraction has at most nine digits")?;
        }
        Ok((hour, minute, second, ns))
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Seconds east of UTC.
fn offset(zone: &str) -> Option<i64> {
    let hours = match zone.to_ascii_uppercase().as_str() {
        "UTC" | "GMT" | "UT" | "Z" => 0,
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        other => match other.as_bytes() {
            // Military zones; J is local time and has no place here.
            [letter @ b'A'..=b'I'] => i64::from(letter - b'A') + 1,
            [letter @ b'K'..=b'M'] => i64::from(letter - b'K') + 10,
            [letter @ b'N'..=b'Y'] => -(i64::from(letter - b'N') + 1),
            _ => return numeric_offset(other),
        },
    };
    Some(hours * 3600)
}

/// `+01`, `+0100`, `+01:00`.
fn numeric_offset(zone: &str) -> Option<i64> {
    let sign = match zone.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let mut scan = Scan(zone.get(1..)?);
    let digits = scan.run(|b| b.is_ascii_digit());
    let (hours, minutes) = match digits.len() {
        2 if scan.eat(":") => (digits, scan.run(|b| b.is_ascii_digit())),
        2 => (digits, "00"),
        4 => digits.split_at(2),
        _ => return None,
    };
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    let good = scan.0.is_empty() && hours < 24 && minutes < 60;
    good.then_some(sign * (hours * 3600 + minutes * 60))
}
