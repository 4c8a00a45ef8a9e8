//! Remote Desktop Protocol over UDP: its transport, version 1 and 2 ([MS-RDPEUDP], [MS-RDPEUDP2]).

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// RDP over UDP.
pub static RDPUDP: Protocol = Protocol {
    name: "rdpudp",
    title: "UDP Remote Desktop Protocol",
    frame_name: "rdpudp",
    fields: FIELDS,
    parents: &[Parent::UdpPort(3389)],
    extent: Extent::Whole,
    // The handshake says which version all that follows is.
    stateful: &["rdpudp"],
    dissect,
    ..Protocol::DEFAULT
};

/// What the handshake of a conversation agreed on.
#[derive(Clone, Copy, Debug, Default)]
struct Agreed {
    lossy: bool,
    /// The frame that agreed on version 2.
    version_2: Option<u64>,
}

/// By conversation.
type Conversations = Recent<u32, Agreed>;

// Flags of version 1.
const SYN: u16 = 1;
const ACK: u16 = 1 << 2;
const DATA: u16 = 1 << 3;
const FEC: u16 = 1 << 4;
const ACK_OF_ACKS: u16 = 1 << 8;
const SYN_LOSSY: u16 = 1 << 9;
const CORRELATION_ID: u16 = 1 << 11;
const SYN_EX: u16 = 1 << 12;
/// A version of the extended handshake: that with a hash of a cookie.
const VERSION_2: u16 = 0x101;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let agreed = agreed(cx, |agreed| *agreed);
    if agreed.version_2.is_some_and(|frame| cx.frame.number > frame) {
        version_2(cx, tvb)?;
    } else {
        version_1(cx, tvb)?;
    }
    Ok(tvb.len().max(1))
}

fn agreed<T>(cx: &mut Cx<'_>, look: impl FnOnce(&mut Agreed) -> T) -> T {
    match cx.info.flow.filter(|_| !cx.info.in_error) {
        Some(flow) => look(cx.state.of::<Conversations>(Proto::Rdpudp).entry(flow.id, Agreed::default)),
        None => look(&mut Agreed::default()),
    }
}

fn version_1<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = Cursor::new(tvb, 0);
    at.item(cx, f::SNSOURCEACK, 4)?;
    at.item(cx, f::RECEIVEWINDOWSIZE, 2)?;
    for field in [
        f::FLAGS_SYN,
        f::FLAGS_FIN,
        f::FLAGS_ACK,
        f::FLAGS_DATA,
        f::FLAGS_FEC,
        f::FLAGS_CN,
        f::FLAGS_CWR,
        f::FLAGS_AOA,
        f::FLAGS_SYNLOSSY,
        f::FLAGS_ACKDELAYED,
        f::FLAGS_CORRELATIONID,
        f::FLAGS_SYNEX,
    ] {
        cx.out.item(field, tvb, at.at, 2)?;
    }
    let flags = at.uint(cx, f::FLAGS, 2)? as u16;
    cx.column("RDPUDP", || if flags & SYN != 0 { "SYN".to_owned() } else { String::new() });
    if flags & SYN != 0 {
        agreed(cx, |agreed| agreed.lossy = flags & SYN_LOSSY != 0);
        at.item(cx, f::INITIALSEQUENCENUMBER, 4)?;
        at.item(cx, f::UPSTREAMMTU, 2)?;
        at.item(cx, f::DOWNSTREAMMTU, 2)?;
    }
    if flags & CORRELATION_ID != 0 {
        at.item(cx, f::CORRELATIONID, 16)?;
        // Sixteen more are reserved.
        at.at += 16;
    }
    if flags & SYN_EX != 0 {
        extended(cx, &mut at, flags)?;
    }
    if flags & (ACK | SYN) == ACK {
        let len = usize::from(tvb.u16(at.at)?);
        at.at += 2;
        for _ in 0..len {
            cx.out.item(f::ACK_ITEM, tvb, at.at, 1)?;
            cx.out.item(f::ACK_ITEM_STATE, tvb, at.at, 1)?;
            at.item(cx, f::ACK_ITEM_RLE, 1)?;
        }
    }
    if flags & FEC != 0 {
        at.item(cx, f::FEC_CODED, 4)?;
        at.item(cx, f::FEC_SOURCESTART, 4)?;
        at.item(cx, f::FEC_RANGE, 1)?;
        at.item(cx, f::FEC_FECINDEX, 1)?;
    }
    if flags & ACK_OF_ACKS != 0 {
        at.item(cx, f::RESETSEQNUM, 4)?;
    }
    if flags & DATA != 0 {
        at.item(cx, f::DATA_SNCODED, 4)?;
        at.item(cx, f::DATA_SOURCESTART, 4)?;
        let lossy = agreed(cx, |agreed| agreed.lossy);
        cx.call(if lossy { Proto::Dtls } else { Proto::Tls }, tvb.rest(at.at)?);
    }
    Ok(())
}

/// The handshake's extension: which version is wanted, or agreed on.
fn extended<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, flags: u16) -> Result<(), Stop> {
    cx.out.item(f::SYNEX_FLAGS_VERSIONINFO, at.tvb, at.at, 2)?;
    if at.uint(cx, f::SYNEX_FLAGS, 2)? & 1 == 0 {
        return Ok(());
    }
    if at.uint(cx, f::SYNEX_VERSION, 2)? as u16 == VERSION_2 {
        at.item(cx, f::SYNEX_COOKIEHASH, 32)?;
        if flags & ACK != 0 {
            let frame = cx.frame.number;
            agreed(cx, |agreed| agreed.version_2 = Some(frame));
        }
    }
    Ok(())
}

/// Kind of packet that only fills the line.
const DUMMY: u8 = 8;

fn version_2<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    // So that it is not taken for version 1, two bytes change places.
    let (first, prefix) = (tvb.u8(0)?, tvb.u8(7)?);
    let mut bytes = tvb.data().to_vec();
    if let [a, _, _, _, _, _, _, b, ..] = &mut bytes[..] {
        (*a, *b) = (prefix, first);
    }
    let tvb = Tvb::new(cx.out.alloc_bytes(&bytes), tvb.reported_len());
    let kind = prefix >> 1 & 0xf;
    cx.out.item(f::RDPUDP2_PREFIXBYTE, tvb, 0, 1)?;
    cx.out.item(f::RDPUDP2_PACKETTYPE, tvb, 0, 1)?;
    cx.out.item(f::RDPUDP2_SHORTPACKETLEN, tvb, 0, 1)?;
    let flags = tvb.u16_le(1)?;
    for field in [
        f::RDPUDP2_FLAGS,
        f::RDPUDP2_FLAGS_ACK,
        f::RDPUDP2_FLAGS_DATA,
        f::RDPUDP2_FLAGS_ACKVEC,
        f::RDPUDP2_FLAGS_ACKOFACKS,
        f::RDPUDP2_FLAGS_OVERHEADSIZE,
        f::RDPUDP2_FLAGS_DELAYACKINFO,
        f::RDPUDP2_LOGWINDOW,
    ] {
        cx.out.item_le(field, tvb, 1, 2)?;
    }
    cx.column("RDPUDP2", || if kind == DUMMY { "DUMMY".to_owned() } else { String::new() });
    let mut at = Cursor::new(tvb, 3);
    if flags & 1 != 0 {
        at.item_le(cx, f::RDPUDP2_ACK_SEQNUM, 2)?;
        at.item_le(cx, f::RDPUDP2_ACK_TS, 3)?;
        at.item(cx, f::RDPUDP2_ACK_SENDTIMEGAP, 1)?;
        cx.out.item(f::RDPUDP2_ACK_NUMDELAYEDACKS, tvb, at.at, 1)?;
        let delayed = usize::from(tvb.u8(at.at)? & 0xf);
        at.item(cx, f::RDPUDP2_ACK_DELAYEDTIMESCALE, 1)?;
        at.at += delayed;
    }
    if flags & 0x40 != 0 {
        at.item(cx, f::RDPUDP2_OVERHEADSIZE, 1)?;
    }
    if flags & 0x100 != 0 {
        at.item(cx, f::RDPUDP2_DELAYACKINFO_MAX, 1)?;
        at.item_le(cx, f::RDPUDP2_DELAYACKINFO_TIMEOUT, 2)?;
    }
    if flags & 0x10 != 0 {
        at.item_le(cx, f::RDPUDP2_ACKOFACKSSEQNUM, 2)?;
    }
    let has_data = flags & 4 != 0;
    if has_data {
        at.item_le(cx, f::RDPUDP2_DATA_SEQNUM, 2)?;
    }
    if flags & 8 != 0 {
        acknowledged(cx, &mut at)?;
    }
    if has_data && kind != DUMMY {
        at.item_le(cx, f::RDPUDP2_DATA_CHANNELSEQNUMBER, 2)?;
        // A record that goes on in the next packet is not put together.
        cx.info.can_desegment = true;
        cx.call(Proto::Tls, tvb.rest(at.at)?);
        cx.info.can_desegment = false;
        cx.info.desegment = None;
    }
    Ok(())
}

/// Which packets came, as bits or as runs.
fn acknowledged<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    at.item_le(cx, f::RDPUDP2_ACKVEC_BASESEQNUM, 2)?;
    let size = at.tvb.u8(at.at)?;
    cx.out.item(f::RDPUDP2_ACKVEC_CODEDACKVECSIZE, at.tvb, at.at, 1)?;
    at.item(cx, f::RDPUDP2_ACKVEC_HAVETS, 1)?;
    if size & 0x80 != 0 {
        at.item_le(cx, f::RDPUDP2_ACKVEC_TIMESTAMP, 3)?;
        at.item(cx, f::RDPUDP2_ACKVEC_SENDACKTIMEGAP, 1)?;
    }
    for _ in 0..size & 0x7f {
        let run = at.tvb.u8(at.at)? & 0x80 != 0;
        cx.out.item(f::RDPUDP2_ACKVEC_CODECACKMODE, at.tvb, at.at, 1)?;
        if run {
            cx.out.item(f::RDPUDP2_ACKVEC_CODECACKRLESTATE, at.tvb, at.at, 1)?;
            cx.out.item(f::RDPUDP2_ACKVEC_CODECACKRLELEN, at.tvb, at.at, 1)?;
        }
        at.at += 1;
    }
    Ok(())
}
