//! Chunks of data, RFC 9260 §3.3.1 and RFC 8260 §2.1, and who gets what they carry.

use smallvec::SmallVec;

use super::{
    Packet,
    association::{self, Associations},
    f,
    reassembly::{self, Piece},
};
use crate::proto::{
    Proto, Table,
    cursor::Cursor,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Bytes before the data of a DATA chunk.
pub(super) const HEADER: usize = 16;
/// Bytes before the data of an I-DATA chunk.
pub(super) const I_HEADER: usize = 20;

const LAST: u8 = 0x01;
const FIRST: u8 = 0x02;
const UNORDERED: u8 = 0x04;

/// Dissects what follows flags and length; `tvb` is the chunk without its padding.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, interleaved: bool, packet: Packet) -> Result<(), Stop> {
    let flags = tvb.u8(1)?;
    let mut at = Cursor::new(tvb, 4);
    let tsn = tvb.u32(4)?;
    let mut again = false;
    if let Some(half) = packet.half {
        let relative = association::relative(cx, half, tsn);
        cx.out.number(f::DATA_TSN, tvb, 4, 4, relative.into())?;
        again = association::track(cx, half, tsn);
    }
    at.item(cx, f::DATA_TSN_RAW, 4)?;
    let stream = at.uint(cx, f::DATA_SID, 2)? as u16;
    let mut ppi = 0;
    let number = if interleaved {
        at.item(cx, f::DATA_RESERVED, 2)?;
        let message = at.uint(cx, f::DATA_MID, 4)?;
        match flags & FIRST {
            0 => at.item(cx, f::DATA_FSN, 4)?,
            _ => ppi = at.uint(cx, f::DATA_PAYLOAD_PROTO_ID, 4)? as u32,
        }
        message as u32
    } else {
        let number = at.uint(cx, f::DATA_SSN, 2)?;
        ppi = at.uint(cx, f::DATA_PAYLOAD_PROTO_ID, 4)? as u32;
        number as u32
    };
    let payload = tvb.rest(at.at)?;
    // What was delivered before is not delivered again, nor what an error quotes.
    if again || packet.depth > 0 {
        return Ok(());
    }
    if flags & (FIRST | LAST) == FIRST | LAST {
        hand_over(cx, payload, ppi);
        return Ok(());
    }
    let Some(half) = packet.half.filter(|_| payload.len() == payload.reported_len()) else { return Ok(()) };
    let unordered = flags & UNORDERED != 0;
    // Numbers of unordered messages mean nothing, but for those that interleave.
    let number = if unordered && !interleaved { 0 } else { number };
    let key = (half, stream, number, unordered);
    let piece = Piece::new(cx.frame.number, flags & FIRST != 0, flags & LAST != 0, payload.data());
    let whole = cx.state.of::<Associations>(Proto::Sctp).messages.add(key, tsn, piece);
    if let Some(pieces) = whole {
        let message = reassembly::emit(cx, payload, &pieces);
        hand_over(cx, message, ppi);
    }
    Ok(())
}

/// Hands a message to the protocol that its payload identifier names, a port (the lower one first), or one that
/// recognises it.
fn hand_over<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, ppi: u32) {
    let (src, dst) = (cx.info.srcport, cx.info.dstport);
    let by_ppi = cx.lookup(Table::SctpPpi, ppi).map(|proto| (0, proto));
    let by_port = [src.min(dst), src.max(dst)].into_iter().filter(|port| *port != 0);
    let by_port = by_port.filter_map(|port| Some((port, cx.lookup(Table::SctpPort, port.into())?)));
    let candidates: SmallVec<[_; 3]> = by_ppi.into_iter().chain(by_port).collect();
    // Those inside may set ports and addresses of their own.
    let info = cx.info.clone();
    if !cx.offer(&candidates, Proto::Sctp, tvb) {
        cx.call_data(tvb);
    }
    (cx.info.srcport, cx.info.dstport, cx.info.flow) = (info.srcport, info.dstport, info.flow);
}
