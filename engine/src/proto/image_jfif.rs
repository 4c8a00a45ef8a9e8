//! JPEG files: markers of ISO/IEC 10918-1, JFIF 1.02 and the segments of Exif 2.2.

mod exif;
mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// JPEG.
pub static IMAGE_JFIF: Protocol = Protocol {
    name: "image-jfif",
    title: "JPEG File Interchange Format",
    frame_name: "image-jfif",
    fields: FIELDS,
    parents: &[
        Parent::MediaType("image/jfif"),
        Parent::MediaType("image/jpg"),
        Parent::MediaType("image/jpeg"),
        Parent::Heuristic(Proto::Http),
    ],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

const START_OF_IMAGE: u16 = 0xffd8;
const END_OF_IMAGE: u16 = 0xffd9;
const START_OF_SCAN: u16 = 0xffda;
const APP0: u16 = 0xffe0;
const APP1: u16 = 0xffe1;
const APP2: u16 = 0xffe2;
const COMMENT: u16 = 0xfffe;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let Ok(head) = tvb.u32(0) else { return Ok(0) };
    if (head >> 16) as u16 != START_OF_IMAGE || !matches!(head as u16, APP0 | APP1) {
        return Ok(0);
    }
    cx.column("JFIF (JPEG) image", || "(JPEG JFIF image)".to_owned());
    cx.out.item(f::MARKER, tvb, 0, 2)?;
    let mut is_jfif = false;
    let mut at = 2;
    while tvb.reported_rest(at) > 0 {
        let coded = coded_len(tvb, at);
        if coded > 0 {
            cx.out.item(f::ENTROPY_CODED_SEGMENT, tvb, at, coded)?;
            at += coded;
            if tvb.reported_rest(at) == 0 {
                break;
            }
        }
        let fill = tvb.captured(at + 1, tvb.len()).iter().take_while(|byte| **byte == 0xff).count();
        if fill > 0 {
            cx.out.item(f::FILL_BYTES, tvb, at, fill)?;
            at += fill;
        }
        let marker = tvb.u16(at)?;
        if matches!(marker, START_OF_IMAGE | END_OF_IMAGE | 0xff01 | 0xffd0..=0xffd7) {
            cx.out.item(f::MARKER, tvb, at, 2)?;
            at += 2;
        } else {
            let len = usize::from(tvb.u16(at + 2)?) + 2;
            if len < 4 {
                return Err(Stop::Malformed);
            }
            segment(cx, tvb.sub(at, len).or_else(|_| tvb.rest(at))?, marker, &mut is_jfif)?;
            tvb.sub(at, len)?;
            at += len;
        }
    }
    Ok(tvb.len())
}

/// Bytes that are no marker: those of a scan, in which `ff 00` means `ff`.
fn coded_len(tvb: Tvb<'_>, at: usize) -> usize {
    let bytes = tvb.captured(at, tvb.len());
    memchr::memchr_iter(0xff, bytes).find(|i| bytes.get(i + 1).is_none_or(|next| *next != 0)).unwrap_or(bytes.len())
}

fn segment<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, marker: u16, is_jfif: &mut bool) -> Result<(), Stop> {
    let label = match marker {
        0xffc0..=0xffcf if !matches!(marker, 0xffc4 | 0xffc8 | 0xffcc) => f::SOF,
        START_OF_SCAN => f::HEADER_SOS,
        COMMENT => f::HEADER_COMMENT,
        _ => f::MARKER_SEGMENT,
    };
    cx.out.label(label, tvb, 0, tvb.reported_len());
    cx.out.item(f::MARKER, tvb, 0, 2)?;
    cx.out.item(f::LENGTH, tvb, 2, 2)?;
    match marker {
        APP0 => app0(cx, tvb, is_jfif),
        APP1 => app1(cx, tvb, *is_jfif),
        APP2 => app2(cx, tvb),
        COMMENT => cx.out.item(f::COMMENT, tvb, 4, tvb.reported_rest(4)),
        START_OF_SCAN => scan(cx, tvb),
        _ if label == f::SOF => frame(cx, tvb),
        _ => rest(cx, tvb, 4),
    }
}

/// Bytes nobody names.
fn rest<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let len = tvb.reported_rest(at);
    if len == 0 { Ok(()) } else { cx.out.item(f::REMAIN_SEG_DATA, tvb, at, len) }
}

/// What the segment says it is: text that ends with NUL.
fn identifier<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(&'f [u8], usize), Stop> {
    let name = tvb.captured(4, tvb.len());
    let len = memchr::memchr(0, name).ok_or(Stop::Malformed)?;
    cx.out.item(f::IDENTIFIER, tvb, 4, len + 1)?;
    Ok((name.get(..len).unwrap_or_default(), 4 + len + 1))
}

fn app0<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, is_jfif: &mut bool) -> Result<(), Stop> {
    let (name, at) = identifier(cx, tvb)?;
    match name {
        b"JFIF" => {
            *is_jfif = true;
            cx.out.label(f::VERSION, tvb, at, 2);
            cx.out.item(f::VERSION_MAJOR, tvb, at, 1)?;
            cx.out.item(f::VERSION_MINOR, tvb, at + 1, 1)?;
            cx.out.item(f::UNITS, tvb, at + 2, 1)?;
            cx.out.item(f::XDENSITY, tvb, at + 3, 2)?;
            cx.out.item(f::YDENSITY, tvb, at + 5, 2)?;
            cx.out.item(f::XTHUMBNAIL, tvb, at + 7, 1)?;
            cx.out.item(f::YTHUMBNAIL, tvb, at + 8, 1)?;
            let pixels = usize::from(tvb.u8(at + 7)?) * usize::from(tvb.u8(at + 8)?);
            if pixels > 0 { cx.out.item(f::RGB, tvb, at + 9, 3 * pixels) } else { Ok(()) }
        }
        b"JFXX" => cx.out.item(f::EXTENSION_CODE, tvb, at, 1),
        _ => rest(cx, tvb, at),
    }
}

fn app1<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, is_jfif: bool) -> Result<(), Stop> {
    let (name, at) = identifier(cx, tvb)?;
    if name != b"Exif" {
        return rest(cx, tvb, at);
    }
    if !is_jfif {
        let text = "Initial App0 segment with \"JFIF\" Identifier not found";
        cx.out.expert(f::APP0_IDENTIFIER_NOT_JFIF, Severity::Warn, Group::Protocol, text);
    }
    // The name ends with two NULs.
    exif::dissect(cx, tvb.rest(at + 1)?)
}

fn app2<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let (name, at) = identifier(cx, tvb)?;
    if name != b"FPXR" {
        return rest(cx, tvb, at);
    }
    cx.out.label(f::EXIF_FLASHPIX_MARKER, tvb, 0, tvb.reported_len());
    Ok(())
}

/// A frame header and its components.
fn frame<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::SOF_PRECISION, tvb, 4, 1)?;
    cx.out.item(f::SOF_LINES, tvb, 5, 2)?;
    cx.out.item(f::SOF_SAMPLES_PER_LINE, tvb, 7, 2)?;
    cx.out.item(f::SOF_NF, tvb, 9, 1)?;
    for i in 0..usize::from(tvb.u8(9)?) {
        let at = 10 + 3 * i;
        cx.out.item(f::SOF_C_I, tvb, at, 1)?;
        cx.out.item(f::SOF_H_I, tvb, at + 1, 1)?;
        cx.out.item(f::SOF_V_I, tvb, at + 1, 1)?;
        cx.out.item(f::SOF_TQ_I, tvb, at + 2, 1)?;
    }
    Ok(())
}

/// A scan header and its components.
fn scan<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::SOS_NS, tvb, 4, 1)?;
    let components = usize::from(tvb.u8(4)?);
    for i in 0..components {
        let at = 5 + 2 * i;
        cx.out.item(f::SOS_COMPONENT_SELECTOR, tvb, at, 1)?;
        cx.out.item(f::SOS_DC_ENTROPY_SELECTOR, tvb, at + 1, 1)?;
        cx.out.item(f::SOS_AC_ENTROPY_SELECTOR, tvb, at + 1, 1)?;
    }
    let at = 5 + 2 * components;
    cx.out.item(f::SOS_SS, tvb, at, 1)?;
    cx.out.item(f::SOS_SE, tvb, at + 1, 1)?;
    cx.out.item(f::SOS_AH, tvb, at + 2, 1)?;
    cx.out.item(f::SOS_AL, tvb, at + 2, 1)
}
