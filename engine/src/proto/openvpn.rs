//! OpenVPN's protocol (draft-openvpn-wire-protocol): control messages, which carry TLS, acknowledgements and data.

mod fields;

use strato_filter_lang::value::Value;

use self::fields::f;
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Taken},
    recent::Recent,
    tcp::pdus::dissect_pdus,
    tvb::{Stop, Tvb},
};

/// OpenVPN.
pub static OPENVPN: Protocol = Protocol {
    name: "openvpn",
    title: "OpenVPN Protocol",
    frame_name: "openvpn",
    fields: fields::FIELDS,
    parents: &[Parent::UdpPort(1194), Parent::TcpPort(1194)],
    stateful: &["openvpn"],
    extent: Extent::Whole,
    waits_silently: true,
    dissect,
    ..Protocol::DEFAULT
};

const ACK: u8 = 5;
const DATA: u8 = 6;
const DATA_WITH_PEER: u8 = 9;
const CONTROL: u8 = 4;

/// Length of the authentication code that is looked for: SHA-1's.
const HMAC: usize = 20;
/// The code, the packet's number and the time.
const AUTHENTICATION: usize = HMAC + 8;
/// Control messages are cut into pieces of this length; a shorter one is the last.
const PIECE: usize = 100;
/// Most acknowledgements of a message.
const MAX_ACKS: u8 = 16;
/// Longest message that is put together.
const MAX_MESSAGE: usize = 1 << 18;

/// Pieces of a message that goes on.
#[derive(Debug, Default)]
struct Pending {
    bytes: Vec<u8>,
    frames: Vec<u64>,
    /// Number of the next piece.
    next: u32,
}

#[derive(Default)]
struct State {
    pending: Recent<(u32, bool), Pending>,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("OpenVPN", String::new);
    if cx.parent() == Some(Proto::Udp) {
        return message(cx, tvb, 0);
    }
    dissect_pdus(
        cx,
        tvb,
        2,
        |tvb, at| Ok(Some(2 + usize::from(tvb.u16(at)?))),
        |cx, tvb| {
            cx.out.item(f::PLEN, tvb, 0, 2)?;
            message(cx, tvb, 2)
        },
    )
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<usize, Stop> {
    for field in [f::TYPE, f::OPCODE, f::KEYID] {
        cx.out.item(field, tvb, at, 1)?;
    }
    let code = tvb.u8(at)? >> 3;
    at += 1;
    if matches!(code, DATA | DATA_WITH_PEER) {
        if code == DATA_WITH_PEER {
            cx.out.item(f::PEERID, tvb, at, 3)?;
            at += 3;
        }
        cx.out.item(f::DATA, tvb, at, tvb.reported_rest(at))?;
        return Ok(tvb.len());
    }
    cx.out.item(f::SESSIONID, tvb, at, 8)?;
    at += 8;
    if is_authenticated(tvb, at) {
        cx.out.item(f::HMAC, tvb, at, HMAC)?;
        cx.out.item(f::PID, tvb, at + HMAC, 4)?;
        let time = Value::Time(i128::from(tvb.u32(at + HMAC + 4)?) * 1_000_000_000);
        cx.out.add(f::NET_TIME, tvb.bytes(at + HMAC + 4, 4)?, time);
        at += AUTHENTICATION;
    }
    let acks = cx.out.uint(f::MPIDARRAYLENGTH, tvb, at, 1)?;
    at += 1;
    for _ in 0..acks {
        cx.out.item(f::MPIDARRAYELEMENT, tvb, at, 4)?;
        at += 4;
    }
    if acks > 0 {
        cx.out.item(f::RSESSIONID, tvb, at, 8)?;
        at += 8;
    }
    if code == ACK {
        return Ok(tvb.len());
    }
    let number = cx.out.uint(f::MPID, tvb, at, 4)? as u32;
    at += 4;
    let content = tvb.rest(at)?;
    if content.reported_len() == 0 {
        return Ok(tvb.len());
    }
    if code != CONTROL {
        cx.call_data(content);
        return Ok(tvb.len());
    }
    control(cx, content, number)?;
    Ok(tvb.len())
}

/// Whether a message is authenticated (`tls-auth`): nothing says so but that what follows makes sense.
fn is_authenticated(tvb: Tvb<'_>, at: usize) -> bool {
    /// Before OpenVPN existed.
    const EPOCH: u32 = 946_684_800;
    let plausible = |at| tvb.u8(at).is_ok_and(|acks| acks <= MAX_ACKS);
    let (Ok(packet), Ok(time)) = (tvb.u32(at + HMAC), tvb.u32(at + HMAC + 4)) else { return false };
    packet < 1 << 24 && time > EPOCH && plausible(at + AUTHENTICATION)
}

/// The content of a control message: TLS, in pieces or not.
fn control<'f>(cx: &mut Cx<'f>, content: Tvb<'f>, number: u32) -> Result<(), Stop> {
    let len = content.reported_len();
    let frame = cx.frame.number;
    let mut whole = None;
    let mut piece = false;
    if let Some(flow) = cx.info.flow.filter(|_| !cx.info.in_error) {
        let all = &mut cx.state.of::<State>(Proto::Openvpn).pending;
        let pending = all.entry((flow.id, flow.reversed), Pending::default);
        let goes_on = !pending.bytes.is_empty() && pending.next == number && pending.bytes.len() < MAX_MESSAGE;
        if len == PIECE || goes_on {
            piece = true;
            if !goes_on {
                *pending = Pending::default();
            }
            pending.bytes.extend_from_slice(content.data());
            pending.frames.push(frame);
            pending.next = number.wrapping_add(1);
            if len < PIECE {
                whole = Some(std::mem::take(pending));
            }
        }
    }
    if piece {
        cx.out.item(f::FRAGMENT_BYTES, content, 0, len)?;
    }
    let content = match whole {
        Some(Pending { bytes, frames, .. }) => {
            cx.out.add(f::FRAGMENTS, &[], Value::Label);
            for piece in frames.iter().filter(|piece| **piece != frame) {
                cx.note_frame_for(*piece, 0, f::REASSEMBLED_IN);
            }
            for frame in &frames {
                cx.out.generated_uint(f::FRAGMENT, *frame);
            }
            cx.out.generated_uint(f::FRAGMENT_COUNT, frames.len() as u64);
            cx.out.generated_uint(f::REASSEMBLED_LENGTH, bytes.len() as u64);
            Tvb::whole(cx.out.alloc_bytes(&bytes))
        }
        None if piece => {
            cx.tell(0, f::REASSEMBLED_IN);
            return Ok(());
        }
        None => content,
    };
    let outer = std::mem::replace(&mut cx.info.can_desegment, false);
    if cx.call(Proto::Tls, content) == Taken::Rejected {
        cx.call_data(content);
    }
    cx.info.can_desegment = outer;
    Ok(())
}
