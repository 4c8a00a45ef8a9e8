//! NetBIOS frames over LLC (IBM LAN Technical Reference, "NetBIOS Frames Protocol"), and NetBIOS names.

mod fields;
mod values;

use std::fmt::Write as _;

use self::fields::FIELDS;
pub(super) use self::fields::f;
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Taken},
    out::F,
    tvb::{Stop, Tvb},
};

/// NetBIOS.
pub static NETBIOS: Protocol = Protocol {
    name: "netbios",
    title: "NetBIOS",
    frame_name: "netbios",
    fields: FIELDS,
    // The names in the others are shown by its fields.
    parents: &[Parent::LlcSap(0xf0), Parent::Below(Proto::Nbipx), Parent::Below(Proto::Nmpi)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Characters of a name; one byte says what it is for.
const NAME: usize = 15;
/// Commands from this one on belong to sessions and have numbers in the place of names.
const SESSIONS: u8 = 0x14;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    // Some senders have a byte in front.
    let at = if tvb.u16_le(2)? == 0xefff { 0 } else { 1 };
    let tvb = tvb.rest(at)?;
    let len = cx.out.uint_le(f::HDR_LEN, tvb, 0, 2)? as usize;
    cx.out.item_le(f::DELIMITER, tvb, 2, 2)?;
    let command = cx.out.uint(f::COMMAND, tvb, 4, 1)? as u8;
    cx.column("NetBIOS", || values::COMMAND.name(command.into()).unwrap_or("Unknown").to_owned());
    if command < SESSIONS {
        names(cx, tvb, command)?;
    } else {
        session(cx, tvb, command)?;
    }
    let carries = matches!(command, 0x08 | 0x09 | 0x15 | 0x16);
    payload(cx, tvb.rest(len)?, carries)?;
    Ok(tvb.len())
}

/// Hands on what a datagram or a session carries.
pub(super) fn payload<'f>(cx: &mut Cx<'f>, payload: Tvb<'f>, carries: bool) -> Result<(), Stop> {
    if carries && payload.reported_len() > 0 && cx.call(Proto::Smb, payload) == Taken::Rejected {
        cx.call_data(payload);
    }
    Ok(())
}

/// A NetBIOS name of 16 bytes.
pub(super) fn name<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let bytes = tvb.bytes(at, NAME)?;
    let shown = bytes.iter().rposition(|byte| !matches!(byte, b' ')).map_or(0, |last| last + 1);
    let mut text = String::new();
    for byte in bytes.iter().take(shown).take_while(|byte| **byte != 0) {
        match byte {
            0x20..=0x7e => text.push(char::from(*byte)),
            other => _ = write!(text, "<{other:02x}>"),
        }
    }
    cx.out.text(f::NB_NAME, tvb, at, NAME, &text)?;
    cx.out.item(f::NB_NAME_TYPE, tvb, at + NAME, 1)
}

/// Commands that ask for names, tell of them, or carry datagrams.
fn names<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, command: u8) -> Result<(), Stop> {
    const RECEIVER: usize = 12;
    const SENDER: usize = 28;
    let correlators: &[(F, usize)] = match command {
        0x00 | 0x01 | 0x03 | 0x0a => &[(f::RESP_CORRL, 10)],
        0x0d | 0x0f => &[(f::XMIT_CORRL, 8)],
        0x0e => &[(f::XMIT_CORRL, 8), (f::RESP_CORRL, 10)],
        _ => &[],
    };
    match command {
        0x03 => {
            cx.out.item(f::STATUS_REQUEST, tvb, 5, 1)?;
            cx.out.item_le(f::STATUS_BUFFER_LEN, tvb, 6, 2)?;
        }
        0x0a | 0x0e => {
            cx.out.item(f::LOCAL_SESSION_NO, tvb, 6, 1)?;
            cx.out.item(f::CALL_NAME_TYPE, tvb, 7, 1)?;
        }
        0x0d => {
            cx.out.item(f::STATUS, tvb, 5, 1)?;
            cx.out.item_le(f::NAME_TYPE, tvb, 6, 2)?;
        }
        0x0f => {
            cx.out.item(f::STATUS_RESPONSE, tvb, 5, 1)?;
            for field in [f::DATA2, f::DATA2_FRAME, f::DATA2_USER, f::DATA2_STATUS] {
                cx.out.item_le(field, tvb, 6, 2)?;
            }
        }
        _ => {}
    }
    for (field, at) in correlators {
        cx.out.item_le(*field, tvb, *at, 2)?;
    }
    match command {
        0x00 | 0x01 => name(cx, tvb, SENDER),
        0x09 => {
            cx.out.item(f::DATAGRAM_BCAST_MAC, tvb, 16, 6)?;
            name(cx, tvb, SENDER)
        }
        0x08 => {
            name(cx, tvb, RECEIVER)?;
            // Ten zeros in front of the sender's address stand for a name.
            if tvb.bytes(SENDER, 10)?.iter().all(|byte| *byte == 0) {
                return cx.out.item(f::DATAGRAM_MAC, tvb, SENDER + 10, 6);
            }
            name(cx, tvb, SENDER)
        }
        0x02 | 0x03 | 0x0a | 0x0d..=0x0f => {
            name(cx, tvb, RECEIVER)?;
            name(cx, tvb, SENDER)
        }
        _ => Ok(()),
    }
}

/// Commands of sessions.
fn session<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, command: u8) -> Result<(), Stop> {
    let flags: &[F] = match command {
        0x15 => &[f::FLAGS_ACK, f::FLAGS_ACK_EXPECTED, f::FLAGS_RECV_CONT_REQ],
        0x16 => &[f::FLAGS_ACK, f::FLAGS_ACK_WITH_DATA, f::FLAGS_ACK_EXPECTED],
        0x17 => &[f::FLAGS_SEND_NO_ACK, f::VERSION],
        0x19 => &[f::FLAGS_SEND_NO_ACK, f::LARGEST_FRAME, f::VERSION],
        _ => &[],
    };
    if !flags.is_empty() {
        cx.out.item(f::FLAGS, tvb, 5, 1)?;
    }
    for field in flags {
        cx.out.item(*field, tvb, 5, 1)?;
    }
    if command == 0x1a {
        cx.out.item(f::NO_RECEIVE_FLAGS, tvb, 5, 1)?;
        cx.out.item(f::NO_RECEIVE_FLAGS_SEND_NO_ACK, tvb, 5, 1)?;
    }
    let numbers: &[(F, usize)] = match command {
        0x14 | 0x1c => &[(f::XMIT_CORRL, 8)],
        0x15 | 0x16 => &[(f::RESYNC_INDICATOR, 6), (f::XMIT_CORRL, 8), (f::RESP_CORRL, 10)],
        0x17 => &[(f::MAX_DATA_RECV_SIZE, 6), (f::XMIT_CORRL, 8), (f::RESP_CORRL, 10)],
        0x18 => &[(f::TERMINATION_INDICATOR, 6)],
        0x19 => &[(f::MAX_DATA_RECV_SIZE, 6), (f::RESP_CORRL, 10), (f::XMIT_CORRL, 8)],
        0x1a | 0x1b => &[(f::NUM_DATA_BYTES_ACCEPTED, 6)],
        _ => &[],
    };
    for (field, at) in numbers {
        cx.out.item_le(*field, tvb, *at, 2)?;
    }
    if matches!(command, 0x14..=0x1c) {
        cx.out.item(f::REMOTE_SESSION, tvb, 12, 1)?;
        cx.out.item(f::LOCAL_SESSION, tvb, 13, 1)?;
    }
    Ok(())
}
