//! The WebSocket protocol, RFC 6455, with compression per message (RFC 7692).

mod fields;
mod inflate;
mod values;

use self::{
    fields::{FIELDS, f},
    inflate::Inflate,
};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    recent::Recent,
    tcp::pdus::dissect_pdus,
    tvb::{Stop, Tvb},
};

/// WebSocket.
pub static WEBSOCKET: Protocol = Protocol {
    name: "websocket",
    title: "WebSocket",
    frame_name: "websocket",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Http)],
    extent: Extent::Whole,
    waits_silently: true,
    stateful: &["websocket"],
    dissect,
    ..Protocol::DEFAULT
};

const CONTINUATION: u8 = 0;
const TEXT: u8 = 1;
const BINARY: u8 = 2;
const CLOSE: u8 = 8;
const PING: u8 = 9;
const PONG: u8 = 10;

/// Longest message that is put together from fragments.
const MAX_MESSAGE: usize = 16 << 20;

/// What the handshake agreed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Agreed {
    /// Messages may be compressed.
    compressed: bool,
    /// Each message of the server, of the client, is compressed on its own.
    fresh: [bool; 2],
    /// Messages are of SIP (RFC 7118).
    sip: bool,
}

impl Agreed {
    /// Reads the header lines of the server's answer: extensions and subprotocol.
    pub(super) fn new(extensions: Option<&[u8]>, subprotocol: Option<&[u8]>) -> Self {
        let text = String::from_utf8_lossy(extensions.unwrap_or_default()).to_ascii_lowercase();
        let mut agreed = Self { sip: subprotocol == Some(b"sip"), ..Self::default() };
        let Some(offer) = text.split(',').find(|offer| offer.trim().starts_with("permessage-deflate")) else {
            return agreed;
        };
        agreed.compressed = true;
        for parameter in offer.split(';').skip(1) {
            match parameter.trim() {
                "server_no_context_takeover" => agreed.fresh[0] = true,
                "client_no_context_takeover" => agreed.fresh[1] = true,
                _ => {}
            }
        }
        agreed
    }
}

/// One direction of a conversation.
#[derive(Default)]
struct Direction {
    /// Opcode of the message whose fragments are collected.
    opcode: u8,
    message: Vec<u8>,
    /// Frames of the fragments.
    frames: Vec<u64>,
    inflate: Option<Inflate>,
}

/// By conversation, that of the first packet's direction and the other.
type Directions = Recent<u32, [Direction; 2]>;

/// Starts a conversation anew.
pub(super) fn start(cx: &mut Cx<'_>) {
    if let Some(flow) = cx.info.flow {
        cx.state.of::<Directions>(Proto::Websocket).remove(flow.id);
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let agreed = super::http::agreed(cx);
    dissect_pdus(cx, tvb, 2, |tvb, at| frame_len(tvb, at), |cx, tvb| frame(cx, tvb, agreed))
}

/// What the first bytes of a frame say.
struct Head {
    /// Length of the header, with the masking key.
    len: usize,
    /// Bits of the extended length.
    extended: usize,
    payload: usize,
    masked: bool,
}

/// Reads the header at `at`; `None` when not all of it is there.
fn head(tvb: Tvb<'_>, at: usize) -> Result<Option<Head>, Stop> {
    let second = tvb.u8(at + 1)?;
    let masked = second & 0x80 != 0;
    let (extended, payload) = match second & 0x7f {
        126 => (16, tvb.u16(at + 2).map(u64::from)),
        127 => (64, tvb.u64(at + 2)),
        len => (0, Ok(u64::from(len))),
    };
    let Ok(payload) = payload else { return Ok(None) };
    let payload = usize::try_from(payload).unwrap_or(usize::MAX);
    Ok(Some(Head { len: 2 + extended / 8 + 4 * usize::from(masked), extended, payload, masked }))
}

fn frame_len(tvb: Tvb<'_>, at: usize) -> Result<Option<usize>, Stop> {
    Ok(head(tvb, at)?.map(|head| head.len.saturating_add(head.payload)))
}

fn frame<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, agreed: Agreed) -> Result<usize, Stop> {
    let first = tvb.u8(0)?;
    let Some(head) = head(tvb, 0)? else { return Err(Stop::Malformed) };
    let (fin, opcode) = (first & 0x80 != 0, first & 0x0f);
    let compressed = agreed.compressed && first & 0x40 != 0;
    cx.column("WebSocket", || {
        let name = values::OPCODE.name(opcode.into()).unwrap_or("Unknown");
        format!("WebSocket {name} [{}]{}", if fin { "FIN" } else { "   " }, if head.masked { " [MASKED]" } else { "" })
    });
    cx.out.item(f::FIN, tvb, 0, 1)?;
    cx.out.item(f::RSV, tvb, 0, 1)?;
    if agreed.compressed {
        cx.out.item(f::PMC, tvb, 0, 1)?;
    }
    cx.out.item(f::OPCODE, tvb, 0, 1)?;
    cx.out.item(f::MASK, tvb, 1, 1)?;
    cx.out.item(f::PAYLOAD_LENGTH, tvb, 1, 1)?;
    match head.extended {
        16 => cx.out.item(f::PAYLOAD_LENGTH_EXT_16, tvb, 2, 2)?,
        64 => cx.out.item(f::PAYLOAD_LENGTH_EXT_64, tvb, 2, 8)?,
        _ => {}
    }
    if head.masked {
        cx.out.item(f::MASKING_KEY, tvb, head.len - 4, 4)?;
    }
    if head.payload == 0 {
        return Ok(tvb.len());
    }
    let payload = if head.masked {
        cx.out.label(f::MASKED_PAYLOAD, tvb, head.len, head.payload);
        unmask(cx, tvb, &head)?
    } else {
        tvb.captured(head.len, head.payload)
    };
    cx.out.add(f::PAYLOAD, payload, strato_filter_lang::value::Value::Label);
    message(cx, payload, (fin, opcode), compressed, agreed)?;
    Ok(tvb.len())
}

fn unmask<'f>(cx: &Cx<'f>, tvb: Tvb<'f>, head: &Head) -> Result<&'f [u8], Stop> {
    let key = tvb.array::<4>(head.len - 4)?;
    let masked = tvb.captured(head.len, head.payload);
    let plain: Vec<u8> = masked.iter().zip(key.iter().cycle()).map(|(byte, key)| byte ^ key).collect();
    Ok(cx.out.alloc_bytes(&plain))
}

/// Runs `look` on what is remembered of the packet's direction.
fn direction<T>(cx: &mut Cx<'_>, look: impl FnOnce(&mut Direction) -> T) -> T {
    match cx.info.flow.filter(|_| !cx.info.in_error) {
        Some(flow) => {
            let [there, back] =
                cx.state.of::<Directions>(Proto::Websocket).entry(flow.id, <[Direction; 2]>::default);
            look(if flow.reversed { back } else { there })
        }
        None => look(&mut Direction::default()),
    }
}

/// A frame's payload: a message, a part of one, or control.
fn message<'f>(
    cx: &mut Cx<'f>,
    payload: &'f [u8],
    (fin, opcode): (bool, u8),
    compressed: bool,
    agreed: Agreed,
) -> Result<(), Stop> {
    let number = cx.frame.number;
    if opcode >= CLOSE || fin && opcode != CONTINUATION {
        return content(cx, payload, opcode, compressed, agreed);
    }
    let (opcode, frames) = direction(cx, |direction| {
        if opcode != CONTINUATION {
            direction.opcode = opcode;
        }
        if direction.message.len().saturating_add(payload.len()) <= MAX_MESSAGE {
            direction.message.extend_from_slice(payload);
        }
        direction.frames.push(number);
        if fin { (direction.opcode, std::mem::take(&mut direction.frames)) } else { (opcode, Vec::new()) }
    });
    if !fin {
        if opcode == CONTINUATION {
            cx.out.item(f::PAYLOAD_CONTINUE, Tvb::whole(payload), 0, payload.len())?;
        }
        return Ok(());
    }
    let whole = direction(cx, |direction| {
        direction.opcode = CONTINUATION;
        std::mem::take(&mut direction.message)
    });
    let whole = cx.out.alloc_bytes(&whole);
    if frames.len() > 1 {
        cx.out.label(f::FRAGMENTS, Tvb::whole(whole), 0, whole.len());
        for frame in &frames {
            cx.out.generated_uint(f::FRAGMENT, *frame);
        }
        cx.out.generated_uint(f::FRAGMENT_COUNT, frames.len() as u64);
        cx.out.generated_uint(f::REASSEMBLED_LENGTH, whole.len() as u64);
    }
    content(cx, whole, opcode, compressed, agreed)
}

fn content<'f>(cx: &mut Cx<'f>, raw: &'f [u8], opcode: u8, compressed: bool, agreed: Agreed) -> Result<(), Stop> {
    let mut tvb = Tvb::whole(raw);
    match opcode {
        TEXT | BINARY => {
            if compressed {
                let Some(plain) = decompressed(cx, raw, agreed) else {
                    let text = "Decompression failed";
                    cx.out.expert(f::DECOMPRESSION_FAILED_EXPERT, Severity::Error, Group::Protocol, text);
                    return Ok(());
                };
                tvb = Tvb::whole(plain);
            }
            if opcode == TEXT && !agreed.sip {
                cx.out.item(f::PAYLOAD_TEXT, tvb, 0, tvb.len())?;
            }
            if !tvb.is_empty() {
                let inner = match opcode {
                    _ if agreed.sip => Proto::Sip,
                    TEXT => Proto::DataTextLines,
                    _ => Proto::Data,
                };
                inside(cx, inner, tvb);
            }
            Ok(())
        }
        CLOSE => {
            cx.out.label(f::PAYLOAD_CLOSE, tvb, 0, tvb.len());
            if tvb.len() >= 2 {
                cx.out.item(f::PAYLOAD_CLOSE_STATUS_CODE, tvb, 0, 2)?;
            }
            if tvb.len() > 2 { cx.out.item(f::PAYLOAD_CLOSE_REASON, tvb, 2, tvb.len() - 2) } else { Ok(()) }
        }
        PING => cx.out.item(f::PAYLOAD_PING, tvb, 0, tvb.len()),
        PONG => cx.out.item(f::PAYLOAD_PONG, tvb, 0, tvb.len()),
        _ => {
            cx.out.item(f::PAYLOAD_UNKNOWN, tvb, 0, tvb.len())?;
            let text = format!(
                "Dissector for Websocket Opcode ({opcode}) code not implemented, Contact Wireshark developers if you want \
                 this supported"
            );
            cx.out.expert(f::PAYLOAD_UNKNOWN_EXPERT, Severity::Note, Group::Undecoded, &text);
            Ok(())
        }
    }
}

/// A message is all there: what is in it cannot ask for more.
fn inside<'f>(cx: &mut Cx<'f>, proto: Proto, tvb: Tvb<'f>) {
    let outer = (cx.info.can_desegment, cx.info.desegment.take());
    cx.info.can_desegment = false;
    cx.call(proto, tvb);
    (cx.info.can_desegment, cx.info.desegment) = outer;
}

fn decompressed<'f>(cx: &mut Cx<'f>, raw: &[u8], agreed: Agreed) -> Option<&'f [u8]> {
    let from_server = super::http::is_server(cx);
    let fresh = if from_server { agreed.fresh[0] } else { agreed.fresh[1] };
    let plain = direction(cx, |direction| {
        if fresh {
            direction.inflate = None;
        }
        direction.inflate.get_or_insert_default().message(raw)
    })?;
    Some(cx.out.alloc_bytes(&plain))
}
