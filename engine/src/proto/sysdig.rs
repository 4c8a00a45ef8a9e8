//! Events of sysdig and Falco: blocks 0x204, 0x216 and 0x221 of pcapng (`userspace/libscap` of the libraries of Falco).
//!
//! The header (processor, thread, type, number of parameters) lies before the frame's bytes, the parameters are those:
//! the lengths of all of them, then their values, in the byte order of the machine that wrote them.

mod events;
mod fields;
mod values;

use std::borrow::Cow;

use strato_filter_lang::{
    schema::Order,
    types::Type,
    value::{Value, header::decode},
};

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{F, Severity},
    tvb::{Stop, Tvb},
    type_length,
};
use crate::frame::FrameKind;

/// Sysdig events.
pub static SYSDIG: Protocol = Protocol {
    name: "sysdig",
    title: "Sysdig Event",
    frame_name: "sysdig",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Syscall)],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Events that plugins made: their source says what they hold.
const PLUGIN: u16 = 322;

/// The event is no plugin's, even if it has no bytes.
const TAKEN: usize = 1;

/// What stands before the parameters, and how they are written.
struct Header {
    cpu: u16,
    thread: u64,
    len: u32,
    event_type: u16,
    /// As the block says it: the first version does not.
    parameters: Option<u32>,
    order: Order,
    /// Bytes of a parameter's length.
    width: usize,
}

impl Header {
    /// Reads `cpu 2 | flags? 4 | time 8 | thread 8 | length 4 | type 2 | parameters? 4`.
    fn read(cx: &Cx<'_>) -> Option<Self> {
        let FrameKind::Sysdig { block_type } = cx.frame.kind else { return None };
        let bytes = Tvb::whole(cx.frame.pseudo_header);
        let order = if cx.frame.options.big_endian { Order::Big } else { Order::Little };
        let number = |at: usize, len: usize| match order {
            Order::Big => bytes.uint(at, len).ok(),
            Order::Little => bytes.uint_le(at, len).ok(),
        };
        let flags = if matches!(block_type, 0x208 | 0x217 | 0x222) { 4 } else { 0 };
        let counts = !matches!(block_type, 0x204 | 0x208);
        Some(Self {
            cpu: number(0, 2)? as u16,
            thread: number(flags + 10, 8)?,
            len: number(flags + 18, 4)? as u32,
            event_type: number(flags + 22, 2)? as u16,
            parameters: if counts { Some(number(flags + 24, 4)? as u32) } else { None },
            order,
            width: if matches!(block_type, 0x221 | 0x222) { 4 } else { 2 },
        })
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let Some(header) = Header::read(cx) else { return Ok(0) };
    if header.event_type == PLUGIN {
        return Ok(0);
    }
    let name = events::EVENT_TYPES.name(header.event_type.into()).unwrap_or("UNKNOWN");
    cx.column("Sysdig Event", || name.to_owned());
    summary(header.event_type, tvb)?;
    cx.out.generated_uint(f::CPU_ID, header.cpu.into());
    cx.out.generated_uint(f::THREAD_ID, header.thread);
    cx.out.generated_uint(f::EVENT_LEN, header.len.into());
    if let Some(count @ 1..) = header.parameters {
        cx.out.generated_uint(f::NPARAMS, count.into());
    }
    cx.out.generated_uint(f::EVENT_TYPE, header.event_type.into());
    let Some(known) = events::parameters(header.event_type) else { return Ok(TAKEN) };
    let count = header.parameters.map_or(known.len(), |count| usize::try_from(count).unwrap_or(usize::MAX));
    // Values of the first version's blocks are not looked at.
    let known = if header.parameters.is_some() { known } else { &[] };
    parameters(cx, tvb, &header, count, known)?;
    Ok(TAKEN)
}

/// What the summary of some events shows is read before anything of the event: without it there is no event.
fn summary(event_type: u16, tvb: Tvb<'_>) -> Result<(), Stop> {
    match event_type {
        // A descriptor, behind the lengths of all parameters, and a name.
        3 => {
            tvb.bytes(8, 8)?;
            tvb.bytes(8, tvb.u16_le(2)?.into())?;
        }
        4 => _ = tvb.bytes(2, 8)?,
        6 | 8 => _ = tvb.bytes(4, 8)?,
        // A program and its arguments.
        215 => {
            let names = usize::from(tvb.u16_le(2)?) + usize::from(tvb.u16_le(4)?);
            if names > 0 {
                tvb.bytes(30, names)?;
            }
        }
        _ => {}
    }
    Ok(())
}

fn parameters<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    header: &Header,
    count: usize,
    known: &[F],
) -> Result<(), Stop> {
    let width = header.width;
    let lens = count.saturating_mul(width);
    cx.out.item(f::PARAM_LENS, tvb, 0, lens)?;
    let len_at = |at: usize| match header.order {
        Order::Big => tvb.uint(at, width),
        Order::Little => tvb.uint_le(at, width),
    };
    if cx.out.wants(f::PARAM_LEN) {
        for at in (0..lens).step_by(width) {
            cx.out.number(f::PARAM_LEN, tvb, at, width, len_at(at)?)?;
        }
    }
    let mut at = lens;
    for (field, len_place) in known.iter().zip((0..lens).step_by(width)) {
        let len = usize::try_from(len_at(len_place)?).unwrap_or(usize::MAX);
        parameter(cx, *field, tvb, at, len, header.order)?;
        at = at.saturating_add(len);
    }
    Ok(())
}

fn parameter<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize, len: usize, order: Order) -> Result<(), Stop> {
    let ty = cx.out.plan.field(cx.out.plan.id(field)).ty;
    let raw = tvb.bytes(at, len)?;
    match ty {
        Type::Uint(bits) | Type::Int(bits) => {
            let widest = if bits <= 32 { 4 } else { 8 };
            // A signed number of 64 bits is told of as the unsigned ones.
            let what = if bits <= 32 && matches!(ty, Type::Int(_)) { "a signed" } else { "an unsigned" };
            if len == 0 {
                type_length::mismatch(cx, Severity::Error, what, len);
                return Err(Stop::Malformed);
            }
            if len > widest {
                type_length::mismatch(cx, Severity::Warn, what, len);
            }
            if cx.out.wants(field) {
                cx.out.add(field, raw, decode(ty, 0, tvb.captured(at, len.min(widest)), order));
            }
        }
        Type::String => {
            if cx.out.wants(field) {
                let text = cx.out.alloc_bytes(&printable(raw));
                cx.out.add(field, raw, Value::Str(Cow::Borrowed(text)));
            }
        }
        _ => cx.out.item(field, tvb, at, len)?,
    }
    Ok(())
}

/// Text without its last byte, the end of a C string; a space for each byte that cannot be shown.
fn printable(raw: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(raw);
    let shown = text.bytes().take(raw.len().saturating_sub(1));
    shown.map(|byte| if byte.is_ascii_graphic() { byte } else { b' ' }).collect()
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn text_is_cut_as_it_stands_decoded() {
        let check = |raw: &[u8], text: &str| assert_eq!(printable(raw), text.as_bytes());
        check(b"/bin/sh\0", "/bin/sh");
        check(b"ls\0-l\0", "ls -l");
        check(b"a\xf0bcdefgh\0", "a   bcdef");
        check(b"a\xc0\x80cd\0", "a    ");
        check("a\u{e9}bc\0".as_bytes(), "a  bc");
        check(b"", "");
    }
}
