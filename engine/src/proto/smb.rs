//! SMB 1, [MS-CIFS]: the header, what all commands have, negotiation and transactions.

mod create;
mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::FIELDS;
pub(super) use self::fields::f;
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    mailslot,
    out::F,
    recent::Recent,
    registry,
    tvb::{Stop, Tvb},
};

/// SMB.
pub static SMB: Protocol = Protocol {
    name: "smb",
    title: "SMB (Server Message Block Protocol)",
    frame_name: "smb",
    fields: FIELDS,
    parents: &[Parent::Heuristic(Proto::Nbss), Parent::Below(Proto::Nbdgm), Parent::Below(Proto::Netbios), Parent::Below(Proto::Nbipx), Parent::Below(Proto::Nmpi), Parent::Below(Proto::Ipx)],
    extent: Extent::Whole,
    may_reject: true,
    stateful: &["smb.response_", "smb.time"],
    // It names rights and options by these fields.
    needs: &[Proto::Smb2],
    dissect,
    ..Protocol::DEFAULT
};

/// The rights of an access mask.
pub(super) static RIGHTS: &[F] = &[
    f::ACCESS_GENERIC_READ,
    f::ACCESS_GENERIC_WRITE,
    f::ACCESS_GENERIC_EXECUTE,
    f::ACCESS_GENERIC_ALL,
    f::ACCESS_MAXIMUM_ALLOWED,
    f::ACCESS_SYSTEM_SECURITY,
    f::ACCESS_SYNCHRONIZE,
    f::ACCESS_WRITE_OWNER,
    f::ACCESS_WRITE_DAC,
    f::ACCESS_READ_CONTROL,
    f::ACCESS_DELETE,
    f::ACCESS_WRITE_ATTRIBUTES,
    f::ACCESS_READ_ATTRIBUTES,
    f::ACCESS_DELETE_CHILD,
    f::ACCESS_EXECUTE,
    f::ACCESS_WRITE_EA,
    f::ACCESS_READ_EA,
    f::ACCESS_APPEND,
    f::ACCESS_WRITE,
    f::ACCESS_READ,
];

const HEADER: usize = 32;
/// Where a request of a transaction says how much data there is, and where.
pub(super) const DATA_COUNT: usize = HEADER + 1 + 22;
pub(super) const DATA_OFFSET: usize = HEADER + 1 + 24;
/// Where it says what is to be done.
pub(super) const SETUP: usize = HEADER + 1 + 28;
const TRANSACTION: u8 = 0x25;
const TRANSACTION2: u8 = 0x32;
const NEGOTIATE: u8 = 0x72;
const SESSION_SETUP: u8 = 0x73;
const CLOSE: u8 = 0x04;
const NT_CREATE: u8 = 0xa2;
/// Commands that another may follow in the same message.
const ANDX: &[u8] = &[0x24, 0x2d, 0x2e, 0x2f, 0x73, 0x74, 0x75, 0xa2];

/// Requests by conversation, process and number: frame and time.
type Requests = Recent<(u32, u16, u16), (u64, Option<i128>)>;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if tvb.u32(0) != Ok(0xff53_4d42) {
        return Ok(0);
    }
    cx.column("SMB", || "SMB".to_owned());
    let (command, response) = (tvb.u8(4)?, tvb.u8(9)? & 0x80 != 0);
    num(cx, f::SERVER_COMPONENT, tvb, 0, 4)?;
    exchange(cx, tvb, response)?;
    num(cx, f::CMD, tvb, 4, 1)?;
    if tvb.u16_le(10)? & 0x4000 != 0 {
        num(cx, f::NT_STATUS, tvb, 5, 4)?;
    } else {
        num(cx, f::ERROR_CLASS, tvb, 5, 1)?;
        cx.out.item(f::RESERVED, tvb, 6, 1)?;
        num(cx, f::ERROR_CODE, tvb, 7, 2)?;
    }
    flags(cx, f::FLAGS, "smb.flags.", tvb, 9, 1)?;
    flags(cx, f::FLAGS2, "smb.flags2.", tvb, 10, 2)?;
    num(cx, f::PID_HIGH, tvb, 12, 2)?;
    cx.out.item(f::SIGNATURE, tvb, 14, 8)?;
    cx.out.item(f::RESERVED, tvb, 22, 2)?;
    for (i, field) in [f::TID, f::PID, f::UID, f::MID].into_iter().enumerate() {
        num(cx, field, tvb, 24 + 2 * i, 2)?;
    }
    body(cx, tvb, command, response)?;
    Ok(tvb.len())
}

fn num<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
    cx.out.item_le(field, tvb, at, len)
}

/// A number and the fields that are bits of it: those whose names begin with `prefix`.
fn flags<'f>(cx: &mut Cx<'f>, field: F, prefix: &str, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
    num(cx, field, tvb, at, len)?;
    for (index, part) in registry::protocol(Proto::Smb).fields.iter().enumerate() {
        if part.mask != 0 && part.name.starts_with(prefix) {
            num(cx, F { proto: Proto::Smb, index: index as u16 }, tvb, at, len)?;
        }
    }
    Ok(())
}

/// Matches a response with its request, or remembers a request.
fn exchange<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, response: bool) -> Result<(), Stop> {
    let Some(flow) = cx.info.flow else { return Ok(()) };
    let key = (flow.id, tvb.u16_le(26)?, tvb.u16_le(30)?);
    let (frame, now) = (cx.frame.number, cx.frame.timestamp_ns);
    let requests: &mut Requests = cx.state.of(Proto::Smb);
    if !response {
        requests.insert(key, (frame, now));
        cx.tell(u32::from(key.2), f::RESPONSE_IN);
        return Ok(());
    }
    let Some((asked, then)) = requests.get(key).copied() else { return Ok(()) };
    cx.note_frame_for(asked, key.2.into(), f::RESPONSE_IN);
    cx.out.generated_uint(f::RESPONSE_TO, asked);
    if let (Some(now), Some(then)) = (now, then) {
        cx.out.generated(f::TIME, Value::Time(now - then));
    }
    Ok(())
}

/// Words, then bytes, each behind their number.
fn body<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, command: u8, response: bool) -> Result<(), Stop> {
    let words = cx.out.uint(f::WCT, tvb, HEADER, 1)? as usize;
    let (start, bytes) = (HEADER + 1, HEADER + 1 + 2 * words);
    match (command, response) {
        (TRANSACTION | TRANSACTION2, false) if words >= 14 => transaction(cx, tvb, start, command)?,
        (TRANSACTION | TRANSACTION2, true) if words >= 10 => transacted(cx, tvb, start)?,
        (NEGOTIATE, true) if words == 17 => negotiated(cx, tvb, start)?,
        (CLOSE, false) if words == 3 => create::close(cx, tvb, start)?,
        _ if words >= 2 && ANDX.contains(&command) => {
            num(cx, f::CMD, tvb, start, 1)?;
            cx.out.item(f::RESERVED, tvb, start + 1, 1)?;
            num(cx, f::ANDXOFFSET, tvb, start + 2, 2)?;
            if (command, response) == (SESSION_SETUP, false) && words >= 10 {
                num(cx, f::MAX_BUFSIZE, tvb, start + 4, 2)?;
                num(cx, f::MAX_MPX_COUNT, tvb, start + 6, 2)?;
                num(cx, f::VC, tvb, start + 8, 2)?;
                num(cx, f::SESSION_KEY, tvb, start + 10, 4)?;
            }
            match (command, response, words) {
                (NT_CREATE, false, create::REQUEST_WORDS) => create::request(cx, tvb, start)?,
                (NT_CREATE, true, create::RESPONSE_WORDS) => create::response(cx, tvb, start)?,
                _ => {}
            }
        }
        _ => {}
    }
    num(cx, f::BCC, tvb, bytes, 2)?;
    let count = usize::from(tvb.u16_le(bytes)?);
    match (command, response) {
        (NEGOTIATE, false) => dialects(cx, tvb.rest(bytes + 2)?.limit(count))?,
        (TRANSACTION, false) if words >= 14 && count > 0 => named(cx, tvb)?,
        (TRANSACTION2, false) if words >= 14 => pipe(cx, tvb, tvb.u16_le(DATA_OFFSET)?, tvb.u16_le(DATA_COUNT)?)?,
        _ => {}
    }
    Ok(())
}

/// The dialects a client speaks: a 2 and a name each.
fn dialects<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while at < tvb.reported_len() {
        let name = tvb.rest(at + 1)?;
        let Some(len) = memchr::memchr(0, name.data()) else { return name.u8(name.len()).map(|_| ()) };
        let text = String::from_utf8_lossy(name.captured(0, len)).into_owned();
        cx.out.text(f::DIALECT, tvb, at, len + 2, &text)?;
        cx.out.item(f::BUFFER_FORMAT, tvb, at, 1)?;
        cx.out.item(f::DIALECT_NAME, tvb, at + 1, len + 1)?;
        at += len + 2;
    }
    Ok(())
}

/// 100 ns between 1601 and 1970.
const EPOCH: i128 = 116_444_736_000_000_000;

fn negotiated<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    num(cx, f::DIALECT_INDEX, tvb, at, 2)?;
    flags(cx, f::SM, "smb.sm.", tvb, at + 2, 1)?;
    num(cx, f::MAX_MPX_COUNT, tvb, at + 3, 2)?;
    num(cx, f::MAX_VCS, tvb, at + 5, 2)?;
    num(cx, f::MAX_BUFSIZE, tvb, at + 7, 4)?;
    num(cx, f::MAX_RAW, tvb, at + 11, 4)?;
    num(cx, f::SESSION_KEY, tvb, at + 15, 4)?;
    flags(cx, f::SERVER_CAP, "smb.server_cap.", tvb, at + 19, 4)?;
    let ticks = i128::from(tvb.u64_le(at + 23)?);
    cx.out.add(f::SYSTEM_TIME, tvb.captured(at + 23, 8), Value::Time((ticks - EPOCH) * 100));
    num(cx, f::SERVER_TIMEZONE, tvb, at + 31, 2)
}

fn transaction<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, command: u8) -> Result<(), Stop> {
    let counts = [f::TPC, f::TDC, f::MPC, f::MDC];
    counts.into_iter().enumerate().try_for_each(|(i, field)| num(cx, field, tvb, at + 2 * i, 2))?;
    num(cx, f::MSC, tvb, at + 8, 1)?;
    cx.out.item(f::RESERVED, tvb, at + 9, 1)?;
    flags(cx, f::TRANSACTION_FLAGS, "smb.transaction.flags.", tvb, at + 10, 2)?;
    num(cx, f::TIMEOUT, tvb, at + 12, 4)?;
    cx.out.item(f::RESERVED, tvb, at + 16, 2)?;
    let places = [f::PC, f::PO, f::DC, f::DATA_OFFSET];
    places.into_iter().enumerate().try_for_each(|(i, field)| num(cx, field, tvb, at + 18 + 2 * i, 2))?;
    let setup = cx.out.uint(f::SC, tvb, at + 26, 1)?;
    cx.out.item(f::RESERVED, tvb, at + 27, 1)?;
    if command == TRANSACTION2 && setup > 0 {
        num(cx, f::TRANS2_CMD, tvb, at + 28, 2)?;
    }
    Ok(())
}

/// The name that a transaction is with.
pub(super) struct Name {
    pub(super) at: usize,
    /// With the zero that ends it.
    pub(super) len: usize,
    pub(super) text: String,
}

/// Reads it from a request.
pub(super) fn transaction_name(tvb: Tvb<'_>) -> Result<Name, Stop> {
    let words = usize::from(tvb.u8(HEADER)?);
    let unicode = tvb.u16_le(10)? & 0x8000 != 0;
    let mut at = HEADER + 3 + 2 * words;
    if unicode {
        at += at % 2;
        let mut units = Vec::new();
        loop {
            match tvb.u16_le(at + 2 * units.len())? {
                0 => break,
                unit => units.push(unit),
            }
        }
        return Ok(Name { at, len: 2 * units.len() + 2, text: String::from_utf16_lossy(&units) });
    }
    let rest = tvb.rest(at)?;
    let len = memchr::memchr(0, rest.data()).ok_or(Stop::Malformed)?;
    Ok(Name { at, len: len + 1, text: String::from_utf8_lossy(rest.captured(0, len)).into_owned() })
}

/// What a transaction carries, by the name it is with.
fn named<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let name = transaction_name(tvb)?;
    cx.out.text(f::TRANS_NAME, tvb, name.at, name.len, &name.text)?;
    if name.text.starts_with(mailslot::PREFIX) {
        cx.call(Proto::Mailslot, tvb);
        return Ok(());
    }
    pipe(cx, tvb, tvb.u16_le(DATA_OFFSET)?, tvb.u16_le(DATA_COUNT)?)
}

fn transacted<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    num(cx, f::TPC, tvb, at, 2)?;
    num(cx, f::TDC, tvb, at + 2, 2)?;
    cx.out.item(f::RESERVED, tvb, at + 4, 2)?;
    let places = [f::PC, f::PO, f::PD, f::DC, f::DATA_OFFSET, f::DATA_DISP];
    places.into_iter().enumerate().try_for_each(|(i, field)| num(cx, field, tvb, at + 6 + 2 * i, 2))?;
    num(cx, f::SC, tvb, at + 18, 1)?;
    cx.out.item(f::RESERVED, tvb, at + 19, 1)?;
    pipe(cx, tvb, tvb.u16_le(at + 14)?, tvb.u16_le(at + 12)?)
}

/// What a named pipe carries, if it is DCE RPC.
fn pipe<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, offset: u16, len: u16) -> Result<(), Stop> {
    if len == 0 || offset == 0 {
        return Ok(());
    }
    cx.call(Proto::Dcerpc, tvb.sub(offset.into(), len.into())?);
    Ok(())
}
