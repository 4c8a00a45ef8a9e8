//! Session Description Protocol, RFC 4566.

mod attribute;
mod fields;
mod media;
mod payload;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    http::head::line_len,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// SDP.
pub static SDP: Protocol = Protocol {
    name: "sdp",
    title: "Session Description Protocol",
    frame_name: "sdp",
    fields: FIELDS,
    parents: &[Parent::MediaType("application/sdp"), Parent::Below(Proto::Sap), Parent::Below(Proto::Megaco)],
    // What it says is remembered for the media that it announces.
    stateful: &["rtp"],
    across: &["rtp"],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// What a description is in a conversation of offers and answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Exchange {
    /// It holds from its own frame on.
    #[default]
    Alone,
    /// It answers what was offered in that frame.
    Answer(u64),
    /// It says nothing new, or is refused.
    Told,
}

/// Says what the next description is.
pub(super) fn expect(cx: &mut Cx<'_>, exchange: Exchange) {
    if exchange != Exchange::Alone || cx.state.get::<Exchange>(Proto::Sdp).is_some() {
        *cx.state.of::<Exchange>(Proto::Sdp) = exchange;
    }
}

/// One line: its offset, and where its value stands.
#[derive(Clone, Copy)]
struct Line<'f> {
    at: usize,
    value_at: usize,
    value: &'f [u8],
}

impl<'f> Line<'f> {
    /// Words with their offsets in the layer.
    fn words(self) -> impl Iterator<Item = (usize, &'f [u8])> {
        let mut at = self.value_at;
        self.value.split(|byte| *byte == b' ').filter_map(move |word| {
            let from = at;
            at += word.len() + 1;
            (!word.is_empty()).then_some((from, word))
        })
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    // Its lines show in the summary of the protocol that carries it.
    let (mut at, mut in_media, mut session) = (0, false, media::Session::default());
    while at < tvb.len() {
        let rest = tvb.captured(at, tvb.len());
        let (len, whole) = line_len(rest).unwrap_or((rest.len(), rest.len()));
        let text = rest.get(..len).unwrap_or_default();
        match text {
            [] => {}
            [kind, b'=', value @ ..] => {
                in_media |= *kind == b'm';
                session.line(*kind, value);
                line(cx, tvb, *kind, Line { at, value_at: at + 2, value }, in_media)?;
            }
            _ => {
                cx.out.item(f::INVALID, tvb, at, len)?;
                let text = "Invalid SDP line (no '=' delimiter)";
                cx.out.expert(f::INVALID_LINE_NO_EQUAL, Severity::Note, Group::Malformed, text);
            }
        }
        at += whole;
    }
    session.announce(cx);
    Ok(tvb.len().max(1))
}

fn line<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, kind: u8, line: Line<'f>, in_media: bool) -> Result<(), Stop> {
    let field = match kind {
        b'v' => f::VERSION,
        b'o' => f::OWNER,
        b's' => f::SESSION_NAME,
        b'i' if in_media => f::MEDIA_TITLE,
        b'i' => f::SESSION_INFO,
        b'u' => f::URI,
        b'e' => f::EMAIL,
        b'p' => f::PHONE,
        b'c' => f::CONNECTION_INFO,
        b'b' => f::BANDWIDTH,
        b't' => f::TIME,
        b'r' => f::REPEAT_TIME,
        b'z' => f::TIMEZONE,
        b'k' => f::ENCRYPTION_KEY,
        b'm' => f::MEDIA,
        b'a' if in_media => f::MEDIA_ATTR,
        b'a' => f::SESSION_ATTR,
        _ => f::UNKNOWN,
    };
    let text = String::from_utf8_lossy(line.value);
    cx.out.text(field, tvb, line.at, line.value.len() + 2, &text)?;
    match kind {
        b'o' => run(
            cx,
            tvb,
            line,
            &[
                f::OWNER_USERNAME,
                f::OWNER_SESSIONID,
                f::OWNER_VERSION,
                f::OWNER_NETWORK_TYPE,
                f::OWNER_ADDRESS_TYPE,
                f::OWNER_ADDRESS,
            ],
        ),
        b'c' => connection(cx, tvb, line),
        b'b' => pair(cx, tvb, line, [f::BANDWIDTH_MODIFIER, f::BANDWIDTH_VALUE]),
        b'k' => pair(cx, tvb, line, [f::ENCRYPTION_KEY_TYPE, f::ENCRYPTION_KEY_DATA]),
        b't' => run(cx, tvb, line, &[f::TIME_START, f::TIME_STOP]),
        b'r' => {
            for (i, (at, word)) in line.words().enumerate() {
                let fields = [f::REPEAT_TIME_INTERVAL, f::REPEAT_TIME_DURATION];
                cx.out.item(fields.get(i).copied().unwrap_or(f::REPEAT_TIME_OFFSET), tvb, at, word.len())?;
            }
            Ok(())
        }
        b'z' => timezone(cx, tvb, line),
        b'm' => media(cx, tvb, line),
        b'a' => attribute::emit(cx, tvb, line, in_media),
        _ => Ok(()),
    }
}

/// Word after word.
fn run<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: Line<'f>, fields: &[F]) -> Result<(), Stop> {
    fields.iter().zip(line.words()).try_for_each(|(field, (at, word))| cx.out.item(*field, tvb, at, word.len()))
}

/// Two parts with a colon between them.
fn pair<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: Line<'f>, [first, second]: [F; 2]) -> Result<(), Stop> {
    let len = memchr::memchr(b':', line.value).unwrap_or(line.value.len());
    cx.out.item(first, tvb, line.value_at, len)?;
    let rest = line.value.len().saturating_sub(len + 1);
    if rest > 0 { cx.out.item(second, tvb, line.value_at + len + 1, rest) } else { Ok(()) }
}

fn connection<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: Line<'f>) -> Result<(), Stop> {
    run(cx, tvb, line, &[f::CONNECTION_INFO_NETWORK_TYPE, f::CONNECTION_INFO_ADDRESS_TYPE])?;
    let Some((mut at, address)) = line.words().nth(2) else { return Ok(()) };
    // Address, time to live, number of addresses.
    let fields = [f::CONNECTION_INFO_ADDRESS, f::CONNECTION_INFO_TTL, f::CONNECTION_INFO_NUM_ADDR];
    for (field, part) in fields.into_iter().zip(address.split(|byte| *byte == b'/')) {
        cx.out.item(field, tvb, at, part.len())?;
        at += part.len() + 1;
    }
    Ok(())
}

fn timezone<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: Line<'f>) -> Result<(), Stop> {
    let mut words = line.words();
    while let Some((at, word)) = words.next() {
        cx.out.item(f::TIMEZONE_TIME, tvb, at, word.len())?;
        let (at, word) = words.next().unwrap_or((at, word));
        cx.out.item(f::TIMEZONE_OFFSET, tvb, at, word.len())?;
    }
    Ok(())
}

fn media<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: Line<'f>) -> Result<(), Stop> {
    let mut words = line.words();
    let Some((at, kind)) = words.next() else { return Ok(()) };
    cx.out.item(f::MEDIA_MEDIA, tvb, at, kind.len())?;
    let Some((at, ports)) = words.next() else { return Ok(()) };
    let len = memchr::memchr(b'/', ports).unwrap_or(ports.len());
    cx.out.item(f::MEDIA_PORT_STRING, tvb, at, len)?;
    let port = ports.get(..len).and_then(|port| std::str::from_utf8(port).ok()?.parse::<u16>().ok());
    if let Some(port) = port {
        cx.out.number(f::MEDIA_PORT, tvb, at, len, port.into())?;
    }
    if ports.len() > len + 1 {
        cx.out.item(f::MEDIA_PORTCOUNT, tvb, at + len + 1, ports.len() - len - 1)?;
    }
    let Some((at, proto)) = words.next() else { return Ok(()) };
    cx.out.item(f::MEDIA_PROTO, tvb, at, proto.len())?;
    let is_rtp = matches!(proto, b"RTP/AVP" | b"RTP/SAVP" | b"RTP/AVPF" | b"RTP/SAVPF");
    for (at, format) in words {
        let number = std::str::from_utf8(format).ok().and_then(|format| format.parse::<u64>().ok());
        let name = number.filter(|_| is_rtp).and_then(|number| payload::PAYLOAD_TYPE.name(number));
        match name {
            Some(name) => cx.out.text(f::MEDIA_FORMAT, tvb, at, format.len(), name)?,
            None => cx.out.item(f::MEDIA_FORMAT, tvb, at, format.len())?,
        }
    }
    Ok(())
}
