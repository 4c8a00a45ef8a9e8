//! Trivial File Transfer Protocol, RFC 1350, options of RFC 2347.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Addr, Cx},
    out::F,
    recent::Recent,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Tftp =>
    OPCODE: "tftp.opcode", "Opcode", u16().at(0).values(&OPCODES);
    SOURCE_FILE: "tftp.source_file", "Source File", str();
    DESTINATION_FILE: "tftp.destination_file", "Destination File", str();
    TYPE: "tftp.type", "Type", str();
    BLOCK: "tftp.block", "Block", u16();
    ERROR_CODE: "tftp.error.code", "Error code", u16().values(&ERRORS);
    ERROR_MESSAGE: "tftp.error.message", "Error message", str();
    OPTION_NAME: "tftp.option.name", "Option name", str();
    OPTION_VALUE: "tftp.option.value", "Option value", str();
    REQUEST_FRAME: "tftp.request_frame", "Request frame", framenum();
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

/// Requests by the endpoint that made them: the server answers it from any port.
#[derive(Default)]
struct Requests {
    frames: Recent<(Addr, u16), u64>,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if !transfer(cx, tvb) {
        return Ok(0);
    }
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
            cx.out.item(f::BLOCK, tvb, 2, 2)?;
            cx.call(Proto::Data, tvb.rest(4)?);
        }
        4 => cx.out.item(f::BLOCK, tvb, 2, 2)?,
        5 => {
            cx.out.item(f::ERROR_CODE, tvb, 2, 2)?;
            text(cx, tvb, 4, f::ERROR_MESSAGE)?;
        }
        6 => options(cx, tvb, 2)?,
        _ => {}
    }
    Ok(tvb.len())
}

/// Whether the packet belongs to a transfer; remembers one that begins.
fn transfer(cx: &mut Cx<'_>, tvb: Tvb<'_>) -> bool {
    let (src, dst) = ((cx.info.src, cx.info.srcport), (cx.info.dst, cx.info.dstport));
    let on_port = cx.info.matched_port != 0;
    let (in_error, frame) = (cx.info.in_error, cx.frame.number);
    let requests = &mut cx.state.of::<Requests>(Proto::Tftp).frames;
    let request = if matches!(tvb.u16(0), Ok(1 | 2)) && on_port {
        if !in_error {
            requests.insert(src, frame);
        }
        None
    } else {
        requests.get(dst).copied().or_else(|| requests.get(src).copied())
    };
    if let Some(request) = request {
        cx.out.generated_uint(f::REQUEST_FRAME, request);
    }
    on_port || request.is_some()
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
