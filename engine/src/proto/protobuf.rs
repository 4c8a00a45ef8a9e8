//! Protocol Buffers without their definitions: the encoding of <https://protobuf.dev/programming-guides/encoding/>.

use strato_filter_lang::value::Value;

use super::{
    Parent, Proto, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Protobuf =>
    MESSAGE_NAME: "protobuf.message.name", "Message Name", str();
    FIELD_NAME: "protobuf.field.name", "Field Name", str();
    FIELD_TYPE: "protobuf.field.type", "Field Type", i32().values(&FIELD_TYPE);
    FIELD_NUMBER: "protobuf.field.number", "Field Number", u64();
    FIELD_WIRETYPE: "protobuf.field.wiretype", "Wire Type", u8().mask(0x7).values(&WIRE_TYPE);
    VALUE_LENGTH: "protobuf.field.value.length", "Value Length", u64();
    VALUE: "protobuf.field.value", "Value", bytes();
    VALUE_DOUBLE: "protobuf.field.value.double", "Double", f64();
    VALUE_FLOAT: "protobuf.field.value.float", "Float", f32();
    VALUE_INT64: "protobuf.field.value.int64", "Int64", i64();
    VALUE_UINT64: "protobuf.field.value.uint64", "Uint64", u64();
    VALUE_INT32: "protobuf.field.value.int32", "Int32", i32();
    VALUE_UINT32: "protobuf.field.value.uint32", "Uint32", u32();
    VALUE_BOOL: "protobuf.field.value.bool", "Bool", bool();
    VALUE_STRING: "protobuf.field.value.string", "String", str();
    VALUE_REPEATED: "protobuf.field.value.repeated", "Repeated", bytes();
    FAILED_PARSE_TAG: "protobuf.failed_parse_tag", "Failed to parse tag field", none();
    WIRETYPE_INVALID: "protobuf.field.wiretype.invalid", "Unknown or unsupported wiretype", none();
    FAILED_PARSE_LENGTH: "protobuf.field.failed_parse_length_delimited_field", "Failed to parse length delimited field", none();
    FAILED_PARSE_FIELD: "protobuf.field.failed_parse_field", "Failed to parse value field", none();
    MESSAGE_TYPE_NOT_FOUND: "protobuf.field.message_type_not_found", "Failed to find message type of a field", none();
    NOT_PACKED: "protobuf.field.wire_type_not_support_packed_repeated", "The wire type does not support protobuf packed repeated field", none();
    FAILED_PARSE_PACKED: "protobuf.field.failed_parse_packed_repeated_field", "Failed to parse packed repeated field", none();
    MISSING_REQUIRED: "protobuf.message.missing_required_field", "The required field is not found in message payload", none();
    DEFAULT_VALUE_ERROR: "protobuf.message.default_value_error", "Parsing default value of a field error", none();
}

values! {
    WIRE_TYPE {
        0 => "varint", 1 => "64-bit", 2 => "Length-delimited", 3 => "Start group (deprecated)",
        4 => "End group (deprecated)", 5 => "32-bit",
    }
    FIELD_TYPE {
        0 => "", 1 => "double", 2 => "float", 3 => "int64", 4 => "uint64", 5 => "int32", 6 => "fixed64",
        7 => "fixed32", 8 => "bool", 9 => "string", 10 => "group", 11 => "message", 12 => "bytes", 13 => "uint32",
        14 => "enum", 15 => "sfixed32", 16 => "sfixed64", 17 => "sint32", 18 => "sint64",
    }
}

/// Protocol Buffers.
pub static PROTOBUF: Protocol = Protocol {
    name: "protobuf",
    title: "Protocol Buffers",
    frame_name: "protobuf",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Grpc)],
    dissect,
    ..Protocol::DEFAULT
};

/// What fields are called without definitions.
const UNKNOWN: &str = "<UNKNOWN>";
const UNKNOWN_MESSAGE: &str = "<UNKNOWN> Message Type";

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.out.add(f::MESSAGE_NAME, tvb.data(), Value::str(UNKNOWN_MESSAGE));
    let mut at = 0;
    while at < tvb.len() {
        match field(cx, tvb, at)? {
            Some(next) => at = next,
            None => break,
        }
    }
    Ok(tvb.len())
}

/// A varint of at most ten bytes, and its length.
fn varint(tvb: Tvb<'_>, at: usize) -> Option<(u64, usize)> {
    let mut value = 0u64;
    for (i, byte) in tvb.captured(at, 10).iter().enumerate() {
        value |= u64::from(byte & 0x7f).checked_shl(7 * i as u32)?;
        if byte & 0x80 == 0 {
            return Some((value, i + 1));
        }
    }
    None
}

/// Dissects the field at `at`; returns where the next one starts.
fn field<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<Option<usize>, Stop> {
    let Some((tag, tag_len)) = varint(tvb, at) else {
        cx.out.expert(f::FAILED_PARSE_TAG, Severity::Error, Group::Malformed, "Failed to parse tag field");
        return Ok(None);
    };
    let value_at = at + tag_len;
    let wire = tag & 7;
    // Where the value starts, how long it is, and the number in it.
    let value = match wire {
        0 => varint(tvb, value_at).map(|(number, len)| (value_at, len, Some(number))),
        1 => Some((value_at, 8, tvb.u64_le(value_at).ok())),
        2 => varint(tvb, value_at).map(|(len, size)| (value_at + size, usize::try_from(len).unwrap_or(usize::MAX), None)),
        5 => Some((value_at, 4, tvb.u32_le(value_at).ok().map(u64::from))),
        _ => None,
    };
    let end = value.map_or(tvb.len(), |(start, len, _)| start.saturating_add(len));
    cx.out.add(f::FIELD_NAME, tvb.captured(at, end - at), Value::str(UNKNOWN));
    cx.out.number(f::FIELD_NUMBER, tvb, at, tag_len, tag >> 3)?;
    cx.out.number(f::FIELD_WIRETYPE, tvb, at, 1, wire)?;
    let Some((start, len, number)) = value else {
        match wire {
            0 => cx.out.expert(f::FAILED_PARSE_FIELD, Severity::Error, Group::Malformed, "Failed to parse value field"),
            2 => {
                let text = "Failed to parse length delimited field";
                cx.out.expert(f::FAILED_PARSE_LENGTH, Severity::Error, Group::Malformed, text);
            }
            _ => {
                let text = "Unknown or unsupported wiretype";
                cx.out.expert(f::WIRETYPE_INVALID, Severity::Warn, Group::Protocol, text);
            }
        }
        return Ok(None);
    };
    if wire == 2 {
        cx.out.number(f::VALUE_LENGTH, tvb, value_at, start - value_at, len as u64)?;
    }
    cx.out.item(f::VALUE, tvb, start, len)?;
    if let Some(number) = number {
        let wide = wire == 1 || number > u64::from(u32::MAX);
        cx.out.number(if wide { f::VALUE_UINT64 } else { f::VALUE_UINT32 }, tvb, start, len, number)?;
    }
    Ok(Some(start + len))
}
