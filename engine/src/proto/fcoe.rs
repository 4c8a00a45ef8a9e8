//! Fibre Channel over Ethernet (FC-BB-5): delimiters and a checksum around a frame.

use strato_filter_lang::value::Value;

use super::{
    Extent, Parent, Proto, Protocol,
    checksum,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Fcoe =>
    SOF: "fcoe.sof", "SOF", u8().hex().values(&SOF);
    EOF: "fcoe.eof", "EOF", u8().hex().values(&EOF);
    VER: "fcoe.ver", "Version", u32();
    LEN: "fcoe.len", "Frame length", u32();
    CRC: "fcoe.crc", "CRC", u32().hex();
    CRC_STATUS: "fcoe.crc.status", "CRC Status", u8().values(&STATUS);
    CRC_BAD: "fcoe.crc.bad", "Bad checksum", none();
}

values! {
    SOF {
        0x28 => "SOFf", 0x2d => "SOFi2", 0x35 => "SOFn2", 0x2e => "SOFi3", 0x36 => "SOFn3", 0x29 => "SOFi4",
        0x31 => "SOFn4", 0x39 => "SOFc4",
    }
    EOF {
        0x41 => "EOFn", 0x42 => "EOFt", 0x44 => "EOFrt", 0x46 => "EOFdt", 0x49 => "EOFni", 0x4e => "EOFdti",
        0x4f => "EOFrti", 0x50 => "EOFa",
    }
    STATUS {
        0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present",
    }
}

/// FCoE.
pub static FCOE: Protocol = Protocol {
    name: "fcoe",
    title: "Fibre Channel over Ethernet",
    frame_name: "fcoe",
    fields: FIELDS,
    parents: &[Parent::EtherType(0x8906)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes before the frame: version, reserved bits, start of frame.
const HEADER: usize = 14;
/// Bytes behind it: checksum, end of frame, padding.
const TRAILER: usize = 8;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let version = tvb.u8(0)? >> 4;
    let len = tvb.reported_len().checked_sub(HEADER + TRAILER).ok_or(Stop::Malformed)?;
    cx.column("FCoE", || "Fibre Channel over Ethernet".to_owned());
    cx.out.item(f::SOF, tvb, HEADER - 1, 1)?;
    cx.out.number(f::VER, tvb, 0, 1, version.into())?;
    let (crc, end) = (HEADER + len, HEADER + len + 4);
    let frame = tvb.sub(HEADER, len)?;
    if let (Ok(bytes), Ok(read)) = (frame.bytes(0, len), tvb.u32_le(crc)) {
        cx.out.number(f::CRC, tvb, crc, 4, read.into())?;
        let status = if checksum::crc32(bytes) == read {
            checksum::GOOD
        } else {
            cx.out.expert(f::CRC_BAD, Severity::Error, Group::Checksum, "Bad checksum");
            checksum::BAD
        };
        cx.out.add(f::CRC_STATUS, &[], Value::Uint(status));
        cx.out.item(f::EOF, tvb, end, 1)?;
    }
    cx.call(Proto::Fc, frame);
    Ok(HEADER)
}
