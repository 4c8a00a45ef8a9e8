//! Portable Network Graphics, ISO/IEC 15948 (W3C PNG).

mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// PNG.
pub static PNG: Protocol = Protocol {
    name: "png",
    title: "Portable Network Graphics",
    frame_name: "png",
    fields: FIELDS,
    parents: &[Parent::MediaType("image/png"), Parent::Heuristic(Proto::Http)],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Longest chunk that is taken apart.
const MAX_CHUNK: u32 = i32::MAX as u32;
/// Colours and gamma are counted in such parts.
const PARTS: f64 = 100_000.0;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if !tvb.data().starts_with(SIGNATURE) {
        return Ok(0);
    }
    cx.column("PNG", || "(PNG)".to_owned());
    cx.out.item(f::SIGNATURE, tvb, 0, SIGNATURE.len())?;
    let mut at = SIGNATURE.len();
    while tvb.reported_rest(at) > 0 {
        let len = tvb.u32(at)?;
        cx.out.item(f::CHUNK_LEN, tvb, at, 4)?;
        cx.out.item(f::CHUNK_TYPE, tvb, at + 4, 4)?;
        for flag in [f::CHUNK_FLAG_ANCILLARY, f::CHUNK_FLAG_PRIVATE, f::CHUNK_FLAG_STC] {
            cx.out.item(flag, tvb, at + 4, 4)?;
        }
        if len >= MAX_CHUNK {
            let text = "chunk size too large, dissection of this chunk is not supported";
            cx.out.expert(f::CHUNK_TOO_LARGE, Severity::Warn, Group::Undecoded, text);
            return Ok(tvb.len());
        }
        let kind = tvb.array::<4>(at + 4)?;
        at += 8;
        let len = len as usize;
        let data = tvb.sub(at, len).or_else(|_| tvb.rest(at))?;
        if data.reported_len() > 0 {
            chunk(cx, kind, data)?;
        }
        at = at.saturating_add(len);
        cx.out.item(f::CHUNK_CRC, tvb, at, 4)?;
        at += 4;
    }
    Ok(tvb.len())
}

fn chunk<'f>(cx: &mut Cx<'f>, kind: [u8; 4], data: Tvb<'f>) -> Result<(), Stop> {
    match &kind {
        b"IHDR" => run(
            cx,
            data,
            &[
                (f::IHDR_WIDTH, 4),
                (f::IHDR_HEIGHT, 4),
                (f::IHDR_BITDEPTH, 1),
                (f::IHDR_COLOUR_TYPE, 1),
                (f::IHDR_COMPRESSION_METHOD, 1),
                (f::IHDR_FILTER_METHOD, 1),
                (f::IHDR_INTERLACE_METHOD, 1),
            ],
        ),
        b"sRGB" => run(cx, data, &[(f::SRGB_INTENT, 1)]),
        b"pHYs" => run(cx, data, &[(f::PHYS_HORIZ, 4), (f::PHYS_VERT, 4), (f::PHYS_UNIT, 1)]),
        b"tIME" => run(
            cx,
            data,
            &[
                (f::TIME_YEAR, 2),
                (f::TIME_MONTH, 1),
                (f::TIME_DAY, 1),
                (f::TIME_HOUR, 1),
                (f::TIME_MINUTE, 1),
                (f::TIME_SECOND, 1),
            ],
        ),
        b"bKGD" => match data.reported_len() {
            1 => run(cx, data, &[(f::BKGD_PALETTE_INDEX, 1)]),
            2 => run(cx, data, &[(f::BKGD_GREYSCALE, 2)]),
            6 => run(cx, data, &[(f::BKGD_RED, 2), (f::BKGD_GREEN, 2), (f::BKGD_BLUE, 2)]),
            _ => Ok(()),
        },
        b"tEXt" => text(cx, data),
        b"gAMA" => parts(cx, data, &[f::GAMA_GAMMA]),
        b"cHRM" => parts(
            cx,
            data,
            &[
                f::CHRM_WHITE_X,
                f::CHRM_WHITE_Y,
                f::CHRM_RED_X,
                f::CHRM_RED_Y,
                f::CHRM_GREEN_X,
                f::CHRM_GREEN_Y,
                f::CHRM_BLUE_X,
                f::CHRM_BLUE_Y,
            ],
        ),
        _ => {
            data.bytes(0, data.reported_len())?;
            cx.out.label(f::CHUNK_DATA, data, 0, data.len());
            Ok(())
        }
    }
}

fn run<'f>(cx: &mut Cx<'f>, data: Tvb<'f>, fields: &[(F, usize)]) -> Result<(), Stop> {
    let mut at = 0;
    for (field, len) in fields {
        cx.out.item(*field, data, at, *len)?;
        at += len;
    }
    Ok(())
}

/// A keyword, NUL, text.
fn text<'f>(cx: &mut Cx<'f>, data: Tvb<'f>) -> Result<(), Stop> {
    let Some(end) = memchr::memchr(0, data.data()) else { return Ok(()) };
    cx.out.item(f::TEXT_KEYWORD, data, 0, end)?;
    cx.out.item(f::TEXT_STRING, data, end + 1, data.reported_rest(end + 1))
}

fn parts<'f>(cx: &mut Cx<'f>, data: Tvb<'f>, fields: &[F]) -> Result<(), Stop> {
    for (i, field) in fields.iter().enumerate() {
        let raw = data.bytes(4 * i, 4)?;
        let value = (f64::from(data.u32(4 * i)?) / PARTS) as f32;
        cx.out.add(*field, raw, Value::Float(f64::from(value)));
    }
    Ok(())
}
