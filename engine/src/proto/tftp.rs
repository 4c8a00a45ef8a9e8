//! Trivial File Transfer Protocol, RFC 1350, options of RFC 2347.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::F,
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
    parents: &[Parent::UdpPort(69)],
    calls: &[],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
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
