//! Properties of MQTT 5.0, §2.2.2.

use super::{f, varint};
use crate::proto::{
    cursor::Cursor,
    dissect::Cx,
    out::F,
    tvb::Stop,
};

const CONTENT_TYPE: u64 = 0x03;
const TOPIC_ALIAS: u64 = 0x23;
const MAXIMUM_QOS: u64 = 0x24;

/// What a property holds.
#[derive(Clone, Copy)]
enum Form {
    Number(usize),
    Varint,
    Text,
    Pair,
    Unknown,
}

fn form(id: u64) -> Form {
    match id {
        0x01 | 0x17 | 0x19 | 0x24 | 0x25 | 0x28 | 0x29 | 0x2a => Form::Number(1),
        0x13 | 0x21 | 0x22 | 0x23 => Form::Number(2),
        0x02 | 0x11 | 0x18 | 0x27 => Form::Number(4),
        0x0b => Form::Varint,
        0x03 | 0x08 | 0x09 | 0x12 | 0x15 | 0x16 | 0x1a | 0x1c | 0x1f => Form::Text,
        0x26 => Form::Pair,
        _ => Form::Unknown,
    }
}

/// Emits the properties at the cursor; returns the topic alias among them.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, label: F) -> Result<Option<u16>, Stop> {
    let (len, width) = varint(at.tvb, at.at)?;
    let end = at.at + width + len as usize;
    cx.out.label(label, at.tvb, at.at, width + len as usize);
    cx.out.number(f::PROPERTY_LEN, at.tvb, at.at, width, len)?;
    at.at += width;
    let mut alias = None;
    while at.at < end {
        let id = varint(at.tvb, at.at)?;
        cx.out.number(f::PROPERTY_ID, at.tvb, at.at, id.1, id.0)?;
        at.at += id.1;
        property(cx, at, id.0, end, &mut alias)?;
    }
    Ok(alias)
}

fn property<'f>(
    cx: &mut Cx<'f>,
    at: &mut Cursor<'f>,
    id: u64,
    end: usize,
    alias: &mut Option<u16>,
) -> Result<(), Stop> {
    match form(id) {
        Form::Number(len) => {
            let field = match id {
                MAXIMUM_QOS => f::PROPERTY_MAX_QOS,
                TOPIC_ALIAS => f::PROPERTY_TOPIC_ALIAS,
                _ => f::PROP_NUMBER,
            };
            let value = at.uint(cx, field, len)?;
            if id == TOPIC_ALIAS {
                *alias = Some(value as u16);
            }
        }
        Form::Varint => {
            let (value, width) = varint(at.tvb, at.at)?;
            cx.out.number(f::PROP_NUMBER, at.tvb, at.at, width, value)?;
            at.at += width;
        }
        Form::Text => {
            let field = if id == CONTENT_TYPE { f::PROPERTY_CONTENT_TYPE } else { f::PROP_STRING };
            at.counted(cx, f::PROP_STRING_LEN, field, 2)?;
        }
        Form::Pair => {
            at.counted(cx, f::PROP_KEY_LEN, f::PROP_KEY, 2)?;
            at.counted(cx, f::PROP_VALUE_LEN, f::PROP_VALUE, 2)?;
        }
        // Nothing says how long it is.
        Form::Unknown => {
            let len = end.saturating_sub(at.at);
            at.item(cx, f::PROP_UNKNOWN, len)?;
        }
    }
    Ok(())
}
