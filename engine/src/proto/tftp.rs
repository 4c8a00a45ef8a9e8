//! Trivial File Transfer Protocol, RFC 1350, options of RFC 2347.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Addr, Cx},
    out::{F, Group, Severity},
    recent::Recent,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Tftp =>
    OPCODE: "tftp.opcode", "Opcode", u16().at(0).values(&OPCODES);
    SOURCE_FILE: "tftp.source_file", "Source File", str();
    DESTINATION_FILE: "tftp.destination_file", "Destination File", str();
    TYPE: "tftp.type", "Type", str();
    BLOCK: "tftp.block", "Block", u16();
    BLOCK_FULL: "tftp.block.full", "Full Block Number", u32();
    ERROR_CODE: "tftp.error.code", "Error code", u16().values(&ERRORS);
    ERROR_MESSAGE: "tftp.error.message", "Error message", str();
    OPTION_NAME: "tftp.option.name", "Option name", str();
    OPTION_VALUE: "tftp.option.value", "Option value", str();
    REQUEST_FRAME: "tftp.request_frame", "Request frame", framenum();
    ERROR: "tftp.error", "TFTP ERROR packet", none();
}

values! {
    OPCODES {
        1 => "Read Request", 2 => "Write Request", 3 => "Data Packet", 4 => "Acknowledgement", 5 => "Error Code",
        6 => "Option Acknowledgement",
    }
    ERRORS {
        0 => "Not defined", 1 => "File not found", 2 => "Access violation", 3 => "Disk full or allocation exceeded",
        4 => "Illegal TFTP Operation", 5 => "Unknown transfer ID", 6 => "File already exists", 7 => "No such user",
        8 => "Option negotiation failed",
    }
}

/// TFTP. The server answers from a port of its own, which takes the conversation along.
pub static TFTP: Protocol = Protocol {
    name: "tftp",
    title: "Trivial File Transfer Protocol",
    frame_name: "tftp",
    fields: FIELDS,
    parents: &[Parent::UdpPort(69), Parent::Heuristic(Proto::Udp)],
    across: &["tftp"],
    stateful: &["tftp"],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

/// A request, and how far its transfer is.
#[derive(Clone, Default)]
struct Transfer {
    frame: u64,
    file: String,
    /// The last block, counted on where its 16 bits begin anew.
    block: u32,
}

/// Requests by the endpoint that made them: the server answers it from any port.
#[derive(Default)]
struct Requests {
    transfers: Recent<(Addr, u16), Transfer>,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let Some(key) = transfer(cx, tvb) else { return Ok(0) };
    let opcode = tvb.u16(0)?;
    let name = OPCODES.name(opcode.into()).unwrap_or("Unknown");
    cx.column("TFTP", || name.to_owned());
    match opcode {
        1 | 2 => {
            let file = if opcode == 1 { f::SOURCE_FILE } else { f::DESTINATION_FILE };
            let at = text(cx, tvb, 2, file)?;
            let at = text(cx, tvb, at, f::TYPE)?;
            options(cx, tvb, at)?;
        }
        3 => {
            block(cx, tvb, key)?;
            cx.call(Proto::Data, tvb.rest(4)?);
        }
        4 => block(cx, tvb, key)?,
        5 => {
            cx.out.item(f::ERROR_CODE, tvb, 2, 2)?;
            text(cx, tvb, 4, f::ERROR_MESSAGE)?;
            cx.out.expert(f::ERROR, Severity::Warn, Group::Response, "TFTP ERROR packet");
        }
        6 => options(cx, tvb, 2)?,
        _ => {}
    }
    Ok(tvb.len())
}

/// Who asked for the transfer that the packet belongs to, if it belongs to one; remembers one that begins.
fn transfer(cx: &mut Cx<'_>, tvb: Tvb<'_>) -> Option<(Addr, u16)> {
    let (src, dst) = ((cx.info.src, cx.info.srcport), (cx.info.dst, cx.info.dstport));
    let on_port = cx.info.matched_port != 0;
    let (in_error, frame) = (cx.info.in_error, cx.frame.number);
    let transfers = &mut cx.state.of::<Requests>(Proto::Tftp).transfers;
    if matches!(tvb.u16(0), Ok(1 | 2)) && on_port {
        if !in_error {
            let name = tvb.captured(2, tvb.len()).split(|byte| *byte == 0).next().unwrap_or_default();
            let file = String::from_utf8_lossy(name).into_owned();
            transfers.insert(src, Transfer { frame, file, block: 0 });
        }
        return Some(src);
    }
    let key = if transfers.get(dst).is_some() { dst } else { src };
    let Some(known) = transfers.get(key).cloned() else { return on_port.then_some(src) };
    // Wireshark names the file so whichever way it goes.
    cx.out.generated_str(f::DESTINATION_FILE, &known.file);
    cx.out.generated_uint(f::REQUEST_FRAME, known.frame);
    Some(key)
}

/// The number of a block, as sent and counted on.
fn block<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, key: (Addr, u16)) -> Result<(), Stop> {
    let number = cx.out.uint(f::BLOCK, tvb, 2, 2)? as u16;
    if let Some(known) = cx.state.of::<Requests>(Proto::Tftp).transfers.get(key) {
        // The nearest of those with these 16 bits.
        let ahead = number.wrapping_sub(known.block as u16).cast_signed();
        known.block = known.block.checked_add_signed(ahead.into()).unwrap_or(number.into());
        let full = known.block;
        cx.out.generated_uint(f::BLOCK_FULL, full.into());
    }
    Ok(())
}

/// Text up to its NUL; returns the offset behind it.
fn text<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, field: F) -> Result<usize, Stop> {
    let rest = tvb.captured(at, tvb.len());
    let len = memchr::memchr(0, rest).map_or(rest.len(), |nul| nul + 1);
    cx.out.item(field, tvb, at, len)?;
    Ok(at + len)
}

fn options<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<(), Stop> {
    while at < tvb.len() {
        at = text(cx, tvb, at, f::OPTION_NAME)?;
        at = text(cx, tvb, at, f::OPTION_VALUE)?;
    }
    Ok(())
}
