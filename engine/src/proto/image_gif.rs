//! Graphics Interchange Format, versions 87a and 89a (CompuServe).

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

/// GIF.
pub static IMAGE_GIF: Protocol = Protocol {
    name: "image-gif",
    title: "Compuserve GIF",
    frame_name: "image-gif",
    fields: FIELDS,
    parents: &[Parent::MediaType("image/gif"), Parent::Heuristic(Proto::Http)],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if !tvb.data().starts_with(b"GIF87a") && !tvb.data().starts_with(b"GIF89a") {
        return Ok(0);
    }
    cx.column("GIF", || "(GIF)".to_owned());
    cx.out.item(f::VERSION, tvb, 0, 6)?;
    cx.out.item_le(f::SCREEN_WIDTH, tvb, 6, 2)?;
    cx.out.item_le(f::SCREEN_HEIGHT, tvb, 8, 2)?;
    let settings = tvb.u8(10)?;
    let global = [
        f::GLOBAL_COLOR_MAP_PRESENT,
        f::GLOBAL_COLOR_BPP,
        f::GLOBAL_COLOR_MAP_ORDERED,
        f::GLOBAL_BPP,
    ];
    global.iter().try_for_each(|field| cx.out.item(*field, tvb, 10, 1))?;
    cx.out.item(f::IMAGE_BACKGROUND_INDEX, tvb, 11, 1)?;
    if tvb.u8(12)? != 0 {
        cx.out.item(f::GLOBAL_PIXEL_ASPECT_RATIO, tvb, 12, 1)?;
    }
    let mut at = color_map(cx, f::GLOBAL_COLOR_MAP, tvb, 13, settings)?;
    while tvb.reported_rest(at) > 0 {
        at = match tvb.u8(at)? {
            b'!' => {
                cx.out.label(f::EXTENSION, tvb, at, tvb.reported_rest(at));
                cx.out.item(f::EXTENSION_LABEL, tvb, at + 1, 1)?;
                blocks(cx, tvb, at + 2)?
            }
            b',' => image(cx, tvb, at)?,
            b';' => {
                cx.out.label(f::END, tvb, at, 1);
                return Ok(tvb.len());
            }
            _ => {
                let text = "Unknown GIF data block type";
                cx.out.expert(f::GIF_DATA_BLOCK_TYPE_UNKNOWN, Severity::Error, Group::Protocol, text);
                return Ok(tvb.len());
            }
        };
    }
    Ok(tvb.len())
}

/// The colours, should there be any; three bytes each.
fn color_map<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize, settings: u8) -> Result<usize, Stop> {
    if settings & 0x80 == 0 {
        return Ok(at);
    }
    let len = 3 << ((settings & 7) + 1);
    cx.out.item(field, tvb, at, len)?;
    Ok(at + len)
}

fn image<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.label(f::IMAGE, tvb, at, tvb.reported_rest(at));
    for (i, field) in [f::IMAGE_LEFT, f::IMAGE_TOP, f::IMAGE_WIDTH, f::IMAGE_HEIGHT].into_iter().enumerate() {
        cx.out.item_le(field, tvb, at + 1 + 2 * i, 2)?;
    }
    let settings = tvb.u8(at + 9)?;
    // The last one stands under its global name.
    let local = [f::LOCAL_COLOR_MAP_PRESENT, f::LOCAL_COLOR_BPP, f::LOCAL_COLOR_MAP_ORDERED, f::GLOBAL_BPP];
    local.iter().try_for_each(|field| cx.out.item(*field, tvb, at + 9, 1))?;
    let at = color_map(cx, f::LOCAL_COLOR_MAP, tvb, at + 10, settings)?;
    cx.out.item(f::IMAGE_CODE_SIZE, tvb, at, 1)?;
    blocks(cx, tvb, at + 1)
}

/// Blocks of up to 255 bytes; an empty one is the last.
fn blocks<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<usize, Stop> {
    loop {
        let len = usize::from(tvb.u8(at)?);
        let data = tvb.bytes(at + 1, len)?;
        cx.out.add(f::DATA_BLOCK, tvb.bytes(at, len + 1)?, Value::bytes(data));
        at += 1 + len;
        if len == 0 {
            return Ok(at);
        }
    }
}
