//! Intermediate System to Intermediate System, ISO/IEC 10589 and RFC 1195: the header that all packets begin with.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// IS-IS.
pub static ISIS: Protocol = Protocol {
    name: "isis",
    title: "ISO 10589 ISIS InTRA Domain Routeing Information Exchange Protocol",
    frame_name: "isis",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Osi), Parent::Below(Proto::Fr), Parent::EtherType(8948)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of the header.
const HEADER: usize = 8;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("ISIS", String::new);
    let at = &mut Cursor::new(tvb, 0);
    at.item(cx, f::IRPD, 1)?;
    let header = at.uint(cx, f::LEN, 1)? as usize;
    if header < HEADER {
        let text = "ISIS length indicator value smaller than the size of the fixed-length header";
        cx.out.expert(f::LENGTH_INDICATOR_TOO_SMALL, Severity::Error, Group::Malformed, text);
        return Ok(tvb.len());
    }
    if at.uint(cx, f::VERSION, 1)? != 1 {
        cx.out.expert(f::VERSION_UNKNOWN, Severity::Warn, Group::Protocol, "Unknown ISIS version");
    }
    let id = usize::from(tvb.u8(at.at)?);
    at.item(cx, f::SYSID_LEN, 1)?;
    let kind = at.bits(cx, &[f::TYPE_RESERVED, f::TYPE], 1)? & 0x1f;
    if at.uint(cx, f::VERSION2, 1)? != 1 {
        cx.out.expert(f::VERSION2_NOTONE, Severity::Warn, Group::Protocol, "Version must be 1");
    }
    if at.uint(cx, f::RESERVED, 1)? != 0 {
        cx.out.expert(f::RESERVED_NOTZERO, Severity::Warn, Group::Protocol, "Reserved must be 0");
    }
    at.item(cx, f::MAX_AREA_ADR, 1)?;
    let body = tvb.rest(at.at)?;
    let proto = match kind {
        15..=17 => Proto::IsisHello,
        18 | 20 => Proto::IsisLsp,
        24 | 25 => Proto::IsisCsnp,
        26 | 27 => Proto::IsisPsnp,
        _ => {
            cx.out.expert(f::TYPE_UNKNOWN, Severity::Warn, Group::Protocol, "Unknown ISIS packet type");
            cx.call_data(body);
            return Ok(tvb.len());
        }
    };
    cx.state.of::<Packet>(Proto::Isis).clone_from(&Packet { kind: kind as u8, header, id: id_len(id) });
    cx.call(proto, body);
    Ok(tvb.len())
}

/// Lengths of identifiers: zero stands for six, and all ones for none.
fn id_len(said: usize) -> usize {
    match said {
        0 => 6,
        255 => 0,
        len => len,
    }
}

/// What the header says of the packet.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Packet {
    pub(super) kind: u8,
    /// Bytes before the first variable field.
    pub(super) header: usize,
    /// Bytes of a system's identifier.
    pub(super) id: usize,
}

/// The packet that is dissected.
pub(super) fn packet(cx: &mut Cx<'_>) -> Packet {
    *cx.state.of::<Packet>(Proto::Isis)
}

impl Packet {
    /// Where the variable fields start, behind this header.
    pub(super) fn variable(self) -> usize {
        self.header.saturating_sub(HEADER)
    }
}

/// How variable fields of a packet are shown: code, length, and the note of those that are not known.
pub(super) struct Shown {
    pub(super) code: F,
    pub(super) len: F,
    pub(super) unknown: F,
}

/// Each variable field from `at` on; `show` tells whether it knows the code.
pub(super) fn variable<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    mut at: usize,
    shown: &Shown,
    show: &mut dyn FnMut(&mut Cx<'f>, u8, Tvb<'f>) -> Result<bool, Stop>,
) -> Result<(), Stop> {
    while tvb.reported_rest(at) > 0 {
        let (code, len) = (tvb.u8(at)?, usize::from(tvb.u8(at + 1)?));
        cx.out.item(shown.code, tvb, at, 1)?;
        cx.out.item(shown.len, tvb, at + 1, 1)?;
        if len > tvb.reported_rest(at + 2) {
            break;
        }
        if !show(cx, code, tvb.sub(at + 2, len)?)? {
            let text = format!(
                "Dissector for IS-IS CLV ({code}) code not implemented, Contact Wireshark developers if you want this supported"
            );
            cx.out.expert(shown.unknown, Severity::Note, Group::Undecoded, &text);
        }
        at += 2 + len;
    }
    Ok(())
}

/// Addresses of areas, each with its length.
pub(super) fn areas<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while tvb.reported_rest(at) > 0 {
        let len = usize::from(tvb.u8(at)?);
        // The length is part of it.
        cx.out.item(field, tvb, at, 1 + len)?;
        at += 1 + len;
    }
    Ok(())
}

/// Values of one length, one after another.
pub(super) fn list<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, len: usize) -> Result<(), Stop> {
    let mut at = 0;
    while tvb.reported_rest(at) >= len {
        cx.out.item(field, tvb, at, len)?;
        at += len;
    }
    Ok(())
}

/// A packet's summary of link states: lifetime, identifier, sequence number, checksum, each in the order shown.
pub(super) fn entries<'f>(cx: &mut Cx<'f>, fields: [F; 4], tvb: Tvb<'f>, id: usize) -> Result<(), Stop> {
    let [life, lsp, sequence, checksum] = fields;
    let at = &mut Cursor::new(tvb, 0);
    while at.left() > 0 {
        at.item(cx, life, 2)?;
        at.item(cx, lsp, id + 2)?;
        at.item(cx, sequence, 4)?;
        at.item(cx, checksum, 2)?;
    }
    Ok(())
}
