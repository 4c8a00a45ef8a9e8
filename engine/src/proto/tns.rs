//! Transparent Network Substrate of Oracle: its packets, and which calls its data are (as its traffic shows; no
//! specification is public).

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    out::F,
    tcp::pdus::dissect_messages,
    tvb::{Stop, Tvb},
};

/// TNS.
pub static TNS: Protocol = Protocol {
    name: "tns",
    title: "Transparent Network Substrate Protocol",
    frame_name: "tns",
    fields: FIELDS,
    parents: &[Parent::TcpPort(1521)],
    extent: Extent::Items,
    dissect,
    ..Protocol::DEFAULT
};

/// Length, checksum, type, reserved, checksum.
const HEADER: usize = 8;

const CONNECT: u64 = 1;
const ACCEPT: u64 = 2;
const REFUSE: u64 = 4;
const REDIRECT: u64 = 5;
const DATA: u64 = 6;
const ABORT: u64 = 9;
const MARKERS: [u64; 2] = [12, 13];
const CONTROL: u64 = 14;

/// In the place of a call: the negotiation of services.
const SERVICES: u32 = 0xdead_beef;

const SERVICE_OPTIONS: [F; 12] = [
    f::SERVICE_OPTIONS,
    f::SO_FLAG_BCONN,
    f::SO_FLAG_PC,
    f::SO_FLAG_HC,
    f::SO_FLAG_FD,
    f::SO_FLAG_HD,
    f::SO_FLAG_DC1,
    f::SO_FLAG_DC2,
    f::SO_FLAG_DIO,
    f::SO_FLAG_AP,
    f::SO_FLAG_RA,
    f::SO_FLAG_SA,
];

const CHARACTERISTICS: [F; 17] = [
    f::NT_PROTO_CHARACTERISTICS,
    f::NTP_FLAG_HANGON,
    f::NTP_FLAG_CREL,
    f::NTP_FLAG_TDUIO,
    f::NTP_FLAG_SRUN,
    f::NTP_FLAG_DTEST,
    f::NTP_FLAG_CBIO,
    f::NTP_FLAG_ASIO,
    f::NTP_FLAG_PIO,
    f::NTP_FLAG_GRANT,
    f::NTP_FLAG_HANDOFF,
    f::NTP_FLAG_SIGIO,
    f::NTP_FLAG_SIGPIPE,
    f::NTP_FLAG_SIGURG,
    f::NTP_FLAG_URGENTIO,
    f::NTP_FLAG_DFIO,
    f::NTP_FLAG_TESTOP,
];

const DATA_FLAGS: [F; 10] = [
    f::DATA_FLAG,
    f::DATA_FLAG_SEND,
    f::DATA_FLAG_RC,
    f::DATA_FLAG_C,
    f::DATA_FLAG_RESERVED,
    f::DATA_FLAG_MORE,
    f::DATA_FLAG_EOF,
    f::DATA_FLAG_DIC,
    f::DATA_FLAG_RTS,
    f::DATA_FLAG_SNTT,
];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let length = |tvb: Tvb<'f>, at: usize| Ok(Some(length(tvb, at)?.0));
    dissect_messages(cx, Proto::Tns, tvb, HEADER, length, message)
}

/// The length of a packet, and the bytes that say it: since version 12 four where two are zero.
fn length(tvb: Tvb<'_>, at: usize) -> Result<(usize, usize), Stop> {
    match tvb.u16(at)? {
        0 => Ok((tvb.u32(at)? as usize, 4)),
        len => Ok((len.into(), 2)),
    }
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let request = cx.info.matched_port == cx.info.dstport;
    cx.out.generated_bool(if request { f::REQUEST } else { f::RESPONSE }, true);
    let (len, width) = length(tvb, 0)?;
    cx.out.number(f::LENGTH, tvb, 0, width, len as u64)?;
    if width == 2 {
        cx.out.item(f::PACKET_CHECKSUM, tvb, 2, 2)?;
    }
    let kind = cx.out.uint(f::TYPE, tvb, 4, 1)?;
    cx.column("TNS", || {
        let name = values::TYPE.name(kind).unwrap_or("Unknown");
        format!("{}, {name} ({kind})", if request { "Request" } else { "Response" })
    });
    cx.out.item(f::RESERVED_BYTE, tvb, 5, 1)?;
    cx.out.item(f::HEADER_CHECKSUM, tvb, 6, 2)?;
    let mut at = Cursor::new(tvb, HEADER);
    match kind {
        CONNECT => connect(cx, &mut at)?,
        ACCEPT => accept(cx, &mut at)?,
        REFUSE => {
            at.item(cx, f::REFUSE_REASON_USER, 1)?;
            at.item(cx, f::REFUSE_REASON_SYSTEM, 1)?;
            at.item(cx, f::REFUSE_DATA_LENGTH, 2)?;
            at.item(cx, f::REFUSE_DATA, at.left())?;
        }
        REDIRECT => {
            at.item(cx, f::REDIRECT_DATA_LENGTH, 2)?;
            at.item(cx, f::REDIRECT_DATA, at.left())?;
        }
        DATA => data(cx, &mut at, request)?,
        ABORT => {
            at.item(cx, f::ABORT_REASON_USER, 1)?;
            at.item(cx, f::ABORT_REASON_SYSTEM, 1)?;
            at.item(cx, f::ABORT_DATA, at.left())?;
        }
        CONTROL => {
            at.item(cx, f::CONTROL_CMD, 2)?;
            at.item(cx, f::CONTROL_DATA, at.left())?;
        }
        _ if MARKERS.contains(&kind) => {
            at.item(cx, f::MARKER_TYPE, 1)?;
            at.item(cx, f::MARKER_DATABYTE, 1)?;
            at.item(cx, f::MARKER_DATABYTE, 1)?;
        }
        _ => cx.call_data(tvb.rest(HEADER)?),
    }
    Ok(tvb.len())
}

fn connect_flags<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    for field in [f::CONNECT_FLAGS0, f::CONNECT_FLAGS1] {
        let bits = [
            field,
            f::CONNECT_FLAGS_NAREQ,
            f::CONNECT_FLAGS_NALINK,
            f::CONNECT_FLAGS_ENABLENA,
            f::CONNECT_FLAGS_ICHG,
            f::CONNECT_FLAGS_WANTNA,
        ];
        at.bits(cx, &bits, 1)?;
    }
    Ok(())
}

fn connect<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    at.item(cx, f::VERSION, 2)?;
    at.item(cx, f::COMPAT_VERSION, 2)?;
    at.bits(cx, &SERVICE_OPTIONS, 2)?;
    at.item(cx, f::SDU_SIZE, 2)?;
    at.item(cx, f::MAX_TDU_SIZE, 2)?;
    at.bits(cx, &CHARACTERISTICS, 2)?;
    at.item(cx, f::LINE_TURNAROUND, 2)?;
    at.item(cx, f::VALUE_OF_ONE, 2)?;
    let len = at.uint(cx, f::CONNECT_DATA_LENGTH, 2)? as usize;
    let offset = at.uint(cx, f::CONNECT_DATA_OFFSET, 2)? as usize;
    at.item(cx, f::CONNECT_DATA_MAX, 4)?;
    connect_flags(cx, at)?;
    // Old clients end here.
    if at.at + 16 <= offset {
        at.item(cx, f::TRACE_CF1, 4)?;
        at.item(cx, f::TRACE_CF2, 4)?;
        at.item(cx, f::TRACE_CID, 8)?;
    }
    if len > 0 && at.tvb.reported_rest(offset) > 0 {
        cx.out.item(f::CONNECT_DATA, at.tvb, offset, at.tvb.reported_rest(offset))?;
    }
    Ok(())
}

fn accept<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    at.item(cx, f::VERSION, 2)?;
    at.bits(cx, &SERVICE_OPTIONS, 2)?;
    at.item(cx, f::SDU_SIZE, 2)?;
    at.item(cx, f::MAX_TDU_SIZE, 2)?;
    at.item(cx, f::VALUE_OF_ONE, 2)?;
    let len = at.uint(cx, f::ACCEPT_DATA_LENGTH, 2)?;
    let offset = at.uint(cx, f::ACCEPT_DATA_OFFSET, 2)? as usize;
    connect_flags(cx, at)?;
    if len > 0 && at.tvb.reported_rest(offset) > 0 {
        cx.out.item(f::ACCEPT_DATA, at.tvb, offset, at.tvb.reported_rest(offset))?;
    }
    Ok(())
}

fn data<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, request: bool) -> Result<(), Stop> {
    at.bits(cx, &DATA_FLAGS, 2)?;
    if at.left() == 0 {
        return Ok(());
    }
    let start = at.at;
    if at.tvb.u32(start) == Ok(SERVICES) {
        // Wireshark's field has room for the last byte of it.
        cx.out.number(f::DATA_ID, at.tvb, start, 4, (SERVICES & 0xff).into())?;
        at.at += 4;
        at.item(cx, f::DATA_LENGTH, 2)?;
        at.item(cx, if request { f::DATA_SNS_CLI_VERS } else { f::DATA_SNS_SRV_VERS }, 4)?;
        at.item(cx, f::DATA_SNS_SRVCNT, 2)?;
        cx.call_data(at.tvb.rest(start)?);
        return Ok(());
    }
    match at.uint(cx, f::DATA_ID, 1)? {
        1 => {
            let version = if request { f::DATA_SETP_REQ_ACC_VERS } else { f::DATA_SETP_RESP_VERSION };
            while at.tvb.u8(at.at)? != 0 {
                at.item(cx, version, 1)?;
            }
            at.at += 1;
            text(cx, at, if request { f::DATA_SETP_REQ_CLI_PLAT } else { f::DATA_SETP_RESP_BANNER })?;
        }
        3 => at.item(cx, f::DATA_OCI_ID, 1)?,
        0x11 => at.item(cx, f::DATA_PIGGYBACK_ID, 1)?,
        _ => {}
    }
    cx.call_data(at.tvb.rest(at.at)?);
    Ok(())
}

/// Text that a zero ends.
fn text<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, field: F) -> Result<(), Stop> {
    let rest = at.tvb.rest(at.at)?;
    let len = memchr::memchr(0, rest.data()).ok_or(Stop::Malformed)?;
    cx.out.ascii(field, at.tvb, at.at, (at.at, len), len + 1)?;
    at.at += len + 1;
    Ok(())
}
