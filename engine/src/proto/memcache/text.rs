//! Lines of the text protocol. Which it is, a request or a response, its first word says.

use strato_filter_lang::value::Value;

use super::{fields::f, note, value};
use crate::proto::{
    Proto,
    dissect::{Cx, Desegment, More},
    out::F,
    tvb::{Stop, Tvb},
};

/// What the first word of a message says it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A request that brings a value; `Cas` also brings the value's number.
    Store,
    Cas,
    /// Increment, decrement.
    Count,
    Delete,
    Get,
    Stats,
    Flush,
    /// Version, quit.
    Bare,
    /// Values that were asked for.
    Values,
    /// Statistics that were asked for.
    Statistics,
    ItsVersion,
    /// One word.
    Response,
}

impl Kind {
    fn of(word: &[u8]) -> Option<Self> {
        Some(match word {
            b"OK" | b"END" | b"EXISTS" | b"STORED" | b"DELETED" | b"NOT_FOUND" | b"NOT_STORED" => Self::Response,
            b"STAT" => Self::Statistics,
            b"VALUE" => Self::Values,
            b"VERSION" => Self::ItsVersion,
            b"get" | b"gets" => Self::Get,
            b"set" | b"add" | b"replace" | b"append" | b"prepend" => Self::Store,
            b"cas" => Self::Cas,
            b"incr" | b"decr" => Self::Count,
            b"delete" => Self::Delete,
            b"stats" => Self::Stats,
            b"flush_all" => Self::Flush,
            b"version" | b"quit" => Self::Bare,
            _ => return None,
        })
    }

    /// Which word of its line is the length of the value behind it.
    fn length_word(self) -> Option<usize> {
        match self {
            Self::Store | Self::Cas => Some(4),
            Self::Values => Some(3),
            _ => None,
        }
    }
}

/// Words of a line, from `at` to `end`.
#[derive(Clone, Copy)]
struct Words<'f> {
    tvb: Tvb<'f>,
    at: usize,
    end: usize,
}

impl<'f> Words<'f> {
    /// The next word and where it is; blanks behind it are passed.
    fn next(&mut self) -> Option<(usize, &'f [u8])> {
        let rest = self.tvb.captured(self.at, self.end.saturating_sub(self.at));
        let len = rest.iter().position(|byte| matches!(byte, b' ' | b'\r' | b'\n')).unwrap_or(rest.len());
        let blanks = rest.get(len..).unwrap_or_default().iter().take_while(|byte| **byte == b' ').count();
        let at = self.at;
        self.at += len + blanks;
        rest.get(..len).filter(|word| !word.is_empty()).map(|word| (at, word))
    }

    fn at_end(&self) -> bool {
        let mut rest = *self;
        rest.next().is_none()
    }

    /// Emits the next word as text.
    fn text(&mut self, cx: &mut Cx<'f>, field: F) -> Option<()> {
        let (at, word) = self.next()?;
        _ = cx.out.ascii(field, self.tvb, at, (at, word.len()), word.len());
        Some(())
    }

    /// Emits the next word as a number of at most so many digits.
    fn number(&mut self, cx: &mut Cx<'f>, field: F, digits: usize) -> Option<u64> {
        let (_, word) = self.next().filter(|(_, word)| word.len() <= digits)?;
        let number = match field {
            f::FLAGS => u64::from(number(word) as u16),
            f::CAS => number(word),
            _ => u64::from(number(word) as u32),
        };
        cx.out.add(field, word, Value::Uint(number));
        Some(number)
    }

    fn noreply(&mut self, cx: &mut Cx<'f>) -> bool {
        let is_it = { *self }.next().is_some_and(|(_, word)| word == b"noreply");
        is_it && self.text(cx, f::NOREPLY).is_some()
    }
}

/// The number at the start of a word.
fn number(word: &[u8]) -> u64 {
    let digits = word.iter().take_while(|byte| byte.is_ascii_digit());
    digits.fold(0u64, |n, byte| n.saturating_mul(10).saturating_add(u64::from(byte - b'0')))
}

/// The line at `at`: its length, and where the next one starts.
fn line(tvb: Tvb<'_>, at: usize) -> (usize, usize) {
    let rest = tvb.captured(at, tvb.len());
    match memchr::memchr2(b'\r', b'\n', rest) {
        Some(len) if rest.get(len..len + 2) == Some(b"\r\n") => (len, at + len + 2),
        Some(len) => (len, at + len + 1),
        None => (rest.len(), at + rest.len()),
    }
}

pub(super) fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let (len, next) = line(tvb, 0);
    let first = tvb.captured(0, len);
    let word = first.split(|byte| *byte == b' ').next().unwrap_or_default();
    let kind = Kind::of(word);
    if let Some(kind) = kind
        && !complete(cx, tvb, kind, len, next)
    {
        return Ok(());
    }
    cx.item(Proto::Memcache, tvb);
    cx.column("MEMCACHE", || match kind {
        Some(_) => format!("{} ", String::from_utf8_lossy(first)),
        None => "MEMCACHE Continuation".to_owned(),
    });
    let words = Words { tvb, at: 0, end: len };
    match kind {
        Some(Kind::Values) => values(cx, tvb),
        Some(Kind::Statistics) => _ = statistics(cx, tvb),
        Some(kind @ (Kind::ItsVersion | Kind::Response)) => _ = response(cx, words, kind),
        Some(kind) => _ = request(cx, words, kind, next),
        None => {}
    }
    Ok(())
}

/// Whether all of the message is there; asks for the rest where there is more to get.
fn complete<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, kind: Kind, len: usize, next: usize) -> bool {
    if !cx.info.can_desegment {
        return true;
    }
    let ends = len < tvb.len() && tvb.captured(len, 2) != b"\r";
    if !ends && tvb.len() >= tvb.reported_len() {
        cx.info.desegment = Some(Desegment { offset: 0, more: More::OneSegment });
        return false;
    }
    let Some(index) = kind.length_word() else { return true };
    let mut words = Words { tvb, at: 0, end: len };
    let length = std::iter::from_fn(|| words.next()).nth(index).map(|(_, word)| word);
    let Some(length) = length.filter(|word| word.first().is_some_and(u8::is_ascii_digit)) else { return false };
    let length = number(length) as u32 as usize;
    let there = tvb.len().saturating_sub(next);
    if there < length && tvb.len() >= tvb.reported_len() {
        let more = More::Bytes(length.saturating_add(2).saturating_sub(there));
        cx.info.desegment = Some(Desegment { offset: 0, more });
        return false;
    }
    true
}

/// A value of `len` bytes and the end of its line; returns where the next line starts.
fn block<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize, stored: Option<&str>) -> usize {
    if tvb.reported_rest(at) == 0 {
        return at;
    }
    let there = tvb.len().saturating_sub(at);
    let (len, end) = if there >= len.saturating_add(2) { (len, at + len + 2) } else { (there, at + there) };
    if len == 0 {
        if let Some(command) = stored {
            note(cx, f::VALUE_MISSING, &format!("{command} Request must have Value"));
        }
        // As in Wireshark, which goes on at the end of the line only behind a value.
        return at;
    }
    _ = value(cx, tvb, at, len);
    end
}

/// `VALUE key flags bytes`, the value, and so on up to `END`.
fn values<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) {
    let mut at = 0;
    while at < tvb.len() {
        let (len, next) = line(tvb, at);
        let mut words = Words { tvb, at, end: at + len };
        if words.next().is_none_or(|(_, word)| word != b"VALUE") || words.text(cx, f::KEY).is_none() {
            return;
        }
        let Some(_) = words.number(cx, f::FLAGS, 5) else { return };
        let Some(bytes) = words.number(cx, f::VALUE_LENGTH, 10) else { return };
        // Wireshark does not read on behind the number of a value.
        if !words.at_end() {
            words.number(cx, f::CAS, 20);
            return;
        }
        at = block(cx, tvb, next, bytes as usize, None);
    }
}

/// `STAT name value`, with names that may tell of items and slab classes: `items:1:number`, `1:chunk_size`.
fn statistics<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Option<()> {
    let mut at = 0;
    while at < tvb.len() {
        let (len, next) = line(tvb, at);
        let end = at + len;
        let mut words = Words { tvb, at, end };
        if { words }.next().is_none_or(|(_, word)| word != b"STAT") {
            return None;
        }
        words.text(cx, f::COMMAND)?;
        let rest = tvb.captured(words.at, end.saturating_sub(words.at));
        let colons: Vec<usize> = memchr::memchr_iter(b':', rest).take(3).collect();
        let class = match colons[..] {
            [] => None,
            [colon] => Some((0, colon)),
            [first, last] => {
                cx.out.ascii(f::SUBCOMMAND, tvb, words.at, (words.at, first), first).ok()?;
                Some((first + 1, last))
            }
            _ => return None,
        };
        if let Some((from, to)) = class {
            let digits = rest.get(from..to).filter(|digits| (1..=10).contains(&digits.len()))?;
            cx.out.add(f::SLABCLASS, digits, Value::Uint((number(digits) as u32).into()));
            words.at += to + 1;
        }
        words.text(cx, f::NAME)?;
        words.text(cx, f::NAME_VALUE)?;
        at = next;
    }
    Some(())
}

fn response<'f>(cx: &mut Cx<'f>, mut words: Words<'f>, kind: Kind) -> Option<()> {
    if kind == Kind::ItsVersion {
        words.next()?;
        return words.text(cx, f::VERSION);
    }
    words.text(cx, f::RESPONSE)
}

fn request<'f>(cx: &mut Cx<'f>, mut words: Words<'f>, kind: Kind, next: usize) -> Option<()> {
    let (_, command) = { words }.next()?;
    words.text(cx, f::COMMAND)?;
    match kind {
        Kind::Store | Kind::Cas => {
            words.text(cx, f::KEY)?;
            words.number(cx, f::FLAGS, 5)?;
            words.number(cx, f::EXPIRATION, 10)?;
            let bytes = words.number(cx, f::VALUE_LENGTH, 10)?;
            if kind == Kind::Cas {
                words.number(cx, f::CAS, 20)?;
            }
            words.noreply(cx);
            let command = match command {
                b"set" => Some("Set"),
                b"add" => Some("Add"),
                b"replace" => Some("Replace"),
                b"append" => Some("Append"),
                b"prepend" => Some("Prepend"),
                _ => None,
            };
            block(cx, words.tvb, next, bytes as usize, command);
        }
        Kind::Count => {
            words.text(cx, f::KEY)?;
            words.text(cx, f::VALUE)?;
            words.noreply(cx);
        }
        Kind::Delete => {
            words.text(cx, f::KEY)?;
            expiration_or_noreply(cx, &mut words);
        }
        Kind::Flush => {
            if expiration_or_noreply(cx, &mut words) {
                words.noreply(cx);
            }
        }
        Kind::Get => while words.text(cx, f::KEY).is_some() {},
        Kind::Stats => words.text(cx, f::SUBCOMMAND)?,
        Kind::Bare | Kind::Values | Kind::Statistics | Kind::ItsVersion | Kind::Response => {}
    }
    Some(())
}

/// Whether there was one of them.
fn expiration_or_noreply<'f>(cx: &mut Cx<'f>, words: &mut Words<'f>) -> bool {
    words.noreply(cx) || words.number(cx, f::EXPIRATION, 10).is_some()
}
