//! Fast-path packets: input of the client, updates of the server. Encrypted ones are read as Wireshark reads them, as if
//! they were not.

use super::f;
use crate::proto::{
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// A signature stands in front of the data.
const ENCRYPTED: u8 = 2;
const SIGNATURE: usize = 8;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let header = tvb.u8(0)?;
    let Ok(first) = tvb.u8(1) else { return Ok(0) };
    let (len, len_bytes) = if first & 0x80 == 0 {
        (usize::from(first), 1)
    } else {
        let Ok(len) = tvb.u16(1) else { return Ok(0) };
        (usize::from(len & 0x7fff), 2)
    };
    if header & 3 != 0 || len != tvb.reported_len() {
        return Ok(0);
    }
    let from_client = cx.info.matched_port == cx.info.dstport;
    cx.column("RDP", || "Fast-Path".to_owned());
    cx.out.item(f::FASTPATH_HEADER, tvb, 0, 1)?;
    cx.out.item(f::FASTPATH_ACTION, tvb, 0, 1)?;
    cx.out.item(if from_client { f::FASTPATH_NUMEVENTS } else { f::FASTPATH_RESERVED }, tvb, 0, 1)?;
    cx.out.item(f::FASTPATH_FLAGS, tvb, 0, 1)?;
    cx.out.number(f::FASTPATHPDULENGTH, tvb, 1, len_bytes, len as u64)?;
    let mut at = 1 + len_bytes;
    if header >> 6 & ENCRYPTED != 0 {
        at += SIGNATURE;
    }
    if !from_client {
        return updates(cx, tvb, at).map(|()| tvb.len());
    }
    let mut events = header >> 2 & 0xf;
    if events == 0 {
        events = tvb.u8(at)?;
        cx.out.item(f::FASTPATH_NUMEVENTS2, tvb, at, 1)?;
        at += 1;
    }
    for _ in 0..events {
        at = event(cx, tvb, at)?;
    }
    Ok(tvb.len())
}

/// An input event (§2.2.8.1.2.2); returns where it ends.
fn event<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let header = tvb.u8(at)?;
    let code = header >> 5;
    if matches!(code, 5 | 7) {
        // Unknown: its header alone is passed over.
        return Ok(at + 1);
    }
    cx.out.item(f::FASTPATH_EVENTHEADER, tvb, at, 1)?;
    let flags: &[F] = match code {
        0 => &[f::FASTPATH_SCANCODE_RELEASE, f::FASTPATH_SCANCODE_EXTENDED, f::FASTPATH_SCANCODE_EXTENDED1],
        3 => &[
            f::FASTPATH_SYNC_SCROLLLOCK,
            f::FASTPATH_SYNC_NUMLOCK,
            f::FASTPATH_SYNC_CAPSLOCK,
            f::FASTPATH_SYNC_KANALOCK,
        ],
        4 => &[f::FASTPATH_UNICODE_RELEASE],
        _ => &[f::FASTPATH_EVENTFLAGS],
    };
    flags.iter().try_for_each(|field| cx.out.item(*field, tvb, at, 1))?;
    cx.out.number(f::FASTPATH_CLIENTEVENTCODE, tvb, at, 1, code.into())?;
    let at = at + 1;
    match code {
        0 => {
            cx.out.item(f::FASTPATH_SCANCODE_KEYCODE, tvb, at, 1)?;
            Ok(at + 1)
        }
        1 => {
            let bits = [
                f::POINTERFLAGS,
                f::POINTERFLAGS_MOVE,
                f::POINTERFLAGS_DOWN,
                f::POINTERFLAGS_BUTTON1,
                f::POINTERFLAGS_BUTTON2,
                f::POINTERFLAGS_BUTTON3,
                f::POINTERFLAGS_WHEELROTATION,
                f::POINTERFLAGS_WHEELNEGATIVE,
                f::POINTERFLAGS_WHEEL,
                f::POINTERFLAGS_HWHEEL,
            ];
            pointer(cx, tvb, at, &bits, [f::POINTER_XPOS, f::POINTER_YPOS])
        }
        2 => {
            let bits = [f::POINTERXFLAGS, f::POINTERXFLAGS_DOWN, f::POINTERXFLAGS_BUTTON1, f::POINTERXFLAGS_BUTTON2];
            pointer(cx, tvb, at, &bits, [f::POINTERX_XPOS, f::POINTERX_YPOS])
        }
        4 => {
            cx.out.item_le(f::FASTPATH_UNICODE_CODE, tvb, at, 2)?;
            Ok(at + 2)
        }
        6 => {
            cx.out.item_le(f::FASTPATH_QOE_TIMESTAMP, tvb, at, 4)?;
            Ok(at + 4)
        }
        _ => Ok(at),
    }
}

fn pointer<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, bits: &[F], [x, y]: [F; 2]) -> Result<usize, Stop> {
    bits.iter().try_for_each(|field| cx.out.item_le(*field, tvb, at, 2))?;
    cx.out.item_le(x, tvb, at + 2, 2)?;
    cx.out.item_le(y, tvb, at + 4, 2)?;
    Ok(at + 6)
}

/// Updates (§2.2.9.1.2.1). One that is not all there shows nothing.
fn updates<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<(), Stop> {
    while at < tvb.reported_len() {
        let compressed = tvb.u8(at)? >> 6 & 2 != 0;
        let size_at = at + 1 + usize::from(compressed);
        let len = usize::from(tvb.u16_le(size_at)?);
        tvb.bytes(size_at + 2, len)?;
        cx.out.item(f::FASTPATH_EVENTHEADER, tvb, at, 1)?;
        cx.out.item(f::FASTPATH_CLIENTEVENTCODE, tvb, at, 1)?;
        cx.out.item(f::FASTPATH_SERVERFRAGMENTATION, tvb, at, 1)?;
        cx.out.item(f::FASTPATH_SERVERCOMPRESSION, tvb, at, 1)?;
        if compressed {
            for field in [
                f::FASTPATH_SERVER_COMPRESSIONTYPE,
                f::FASTPATH_SERVER_COMPRESSIONFLAGS,
                f::FASTPATH_SERVER_COMPRESSIONFLAGS_COMPRESSED,
                f::FASTPATH_SERVER_COMPRESSIONFLAGS_ATFRONT,
                f::FASTPATH_SERVER_COMPRESSIONFLAGS_FLUSHED,
            ] {
                cx.out.item(field, tvb, at + 1, 1)?;
            }
        }
        cx.out.item_le(f::FASTPATH_SERVER_SIZE, tvb, size_at, 2)?;
        at = size_at + 2 + len;
    }
    Ok(())
}
