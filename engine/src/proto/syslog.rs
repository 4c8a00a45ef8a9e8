//! Syslog, RFC 3164 and 5424.

mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// Syslog.
pub static SYSLOG: Protocol = Protocol {
    name: "syslog",
    title: "Syslog Message",
    frame_name: "syslog",
    fields: FIELDS,
    parents: &[Parent::UdpPort(514)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Most digits of a priority.
const MAX_DIGITS: usize = 3;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let bytes = tvb.data();
    let mut at = 0;
    let mut priority = None;
    if bytes.first() == Some(&b'<') {
        let digits = tvb.captured(1, MAX_DIGITS).iter().take_while(|byte| byte.is_ascii_digit()).count();
        priority = Some(tvb.captured(1, digits).iter().fold(0u64, |n, byte| 10 * n + u64::from(byte - b'0')));
        at = 1 + digits;
        at += usize::from(bytes.get(at) == Some(&b'>'));
    }
    let message = tvb.rest(at)?;
    if message.reported_len() == 0 {
        cx.withdraw_item(Proto::Syslog);
        return Ok(tvb.len().max(1));
    }
    cx.column("Syslog", || String::from_utf8_lossy(message.data()).into_owned());
    if let Some(priority) = priority {
        cx.out.number(f::FACILITY, tvb, 0, at, priority >> 3)?;
        cx.out.number(f::LEVEL, tvb, 0, at, priority & 7)?;
    }
    cx.out.item(f::MSG, message, 0, message.reported_len())?;
    if message.data().first() == Some(&b'1') {
        rfc5424(cx, message)?;
    } else {
        rfc3164(cx, message)?;
    }
    Ok(tvb.len())
}

/// A word up to the next blank, which must be there; returns where the next one starts.
fn word<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<Option<usize>, Stop> {
    let Some(len) = memchr::memchr(b' ', tvb.captured(at, tvb.len())) else { return Ok(None) };
    ascii(cx, field, tvb, at, len)?;
    Ok(Some(at + len + 1))
}

fn ascii<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
    cx.out.ascii(field, tvb, at, (at, len), len)
}

fn rfc5424<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let Some(len) = memchr::memchr(b' ', tvb.data()) else { return Ok(()) };
    if !tvb.captured(0, len).iter().all(u8::is_ascii_digit) {
        return Ok(());
    }
    cx.out.item(f::VERSION, tvb, 0, len)?;
    let at = len + 1;
    let Some(len) = memchr::memchr(b' ', tvb.captured(at, tvb.len())) else { return Ok(()) };
    let time = std::str::from_utf8(tvb.bytes(at, len)?).ok().and_then(|text| text.parse::<jiff::Timestamp>().ok());
    let nanos = time.map_or(0, |time| time.as_nanosecond());
    cx.out.add(f::TIMESTAMP, tvb.bytes(at, len)?, Value::Time(nanos));
    let mut at = at + len + 1;
    for field in [f::HOSTNAME, f::APPNAME, f::PROCID] {
        let Some(next) = word(cx, field, tvb, at)? else { return Ok(()) };
        at = next;
    }
    // All that remains: as Wireshark reads it.
    if at < tvb.len() { ascii(cx, f::MSGID, tvb, at, tvb.len() - at) } else { Ok(()) }
}

const MONTHS: [&[u8]; 12] =
    [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];

/// `Mmm dd hh:mm:ss`.
fn is_timestamp(bytes: &[u8]) -> bool {
    let month = bytes.get(..3).is_some_and(|name| MONTHS.contains(&name));
    let shape = bytes.get(3..15).is_some_and(|rest| {
        rest.iter().zip(b" dd dd:dd:dd").all(|(byte, kind)| match kind {
            b'd' => byte.is_ascii_digit() || *byte == b' ',
            other => byte == other,
        })
    });
    month && shape
}

fn rfc3164<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const LEN: usize = 15;
    if !is_timestamp(tvb.data()) || tvb.data().get(LEN) != Some(&b' ') {
        return Ok(());
    }
    cx.out.item(f::TIMESTAMP_RFC3164, tvb, 0, LEN)?;
    let Some(at) = word(cx, f::HOSTNAME, tvb, LEN + 1)? else { return Ok(()) };
    let rest = tvb.captured(at, tvb.len());
    let Some(len) = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()) else { return Ok(()) };
    ascii(cx, f::PROCID, tvb, at, len)?;
    ascii(cx, f::MSGID, tvb, at + len, rest.len() - len)
}
