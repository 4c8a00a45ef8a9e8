//! A small schema with a field of every type, and random frames over it.

use std::{borrow::Cow, ops::ControlFlow};

use proptest::prelude::*;
use strato_filter_lang::{
    access::{Access, Occurrence},
    schema::{Field, FieldId, Schema, Values, field},
    types::Type,
    value::Value,
};

static NAMES: Values = Values { ranges: &[(1, 1, "one"), (2, 4, "few"), (9, 9, "nine")] };

/// The fields. Headers and computed ones are mixed, so that a split has something to split.
pub fn schema() -> Schema {
    let fields = [
        field("p", "Protocol").protocol(),
        field("p.u", "Unsigned").u8().at(0),
        field("p.w", "Wide").u32(),
        field("p.i", "Signed").i16().at(2),
        field("p.named", "Named").u16().at(4).values(&NAMES),
        field("p.flag", "Flag").bool().at(6),
        field("p.text", "Text").str(),
        field("p.bytes", "Bytes").bytes().at_width(8, 4),
        field("p.mac", "Address").ether().at(12),
        field("p.v4", "IPv4").ipv4().at(18),
        field("p.v6", "IPv6").ipv6(),
        field("p.float", "Float").f64(),
        field("p.span", "Duration").rel_time(),
        field("p.label", "Label").none(),
    ];
    Schema::new(fields, &[])
}

/// A frame: occurrences of fields in some order.
#[derive(Clone, Debug)]
pub struct Fields(pub Vec<Occurrence<'static>>);

impl Access for Fields {
    fn each<'s>(&'s self, field: FieldId, visit: &mut dyn FnMut(&Occurrence<'s>) -> ControlFlow<()>) {
        for occurrence in self.0.iter().filter(|occurrence| occurrence.field == field) {
            if visit(occurrence).is_break() {
                return;
            }
        }
    }
}

/// The values that filters compare with: few, so that frames and filters meet.
pub fn pool(ty: Type) -> Vec<Value<'static>> {
    let bytes = |bytes: &[u8]| Value::Bytes(Cow::Owned(bytes.to_vec()));
    let text = |text: &str| Value::Str(Cow::Owned(text.as_bytes().to_vec()));
    match ty {
        Type::Uint(_) => [0, 1, 2, 3, 9].map(Value::Uint).to_vec(),
        Type::Int(_) => [-2, -1, 0, 1, 3].map(Value::Int).to_vec(),
        Type::Boolean => vec![Value::Bool(false), Value::Bool(true)],
        Type::String => ["", "a", "ab", "Abc", "few"].map(text).to_vec(),
        Type::Bytes => vec![bytes(&[]), bytes(&[0]), bytes(&[1, 2]), bytes(&[1, 2, 3, 4])],
        Type::Ether => vec![bytes(&[0, 1, 2, 3, 4, 5]), bytes(&[1, 2, 3, 4, 5, 6])],
        Type::Ipv4 => [0x0a00_0001, 0x0a00_0002, 0x0b00_0001].map(Value::ipv4).to_vec(),
        Type::Ipv6 => [1, 2].map(Value::ipv6).to_vec(),
        Type::Double => [-1.5, 0.0, 2.5].map(Value::Float).to_vec(),
        Type::RelativeTime => [-1, 0, 1_500_000_000].map(Value::Time).to_vec(),
        Type::Protocol => vec![Value::Protocol { bytes: Cow::Owned(vec![1, 2, 3, 4, 5]), text: "" }],
        _ => vec![Value::Label],
    }
}

/// Bytes that a value may cover.
fn raw(value: &Value<'_>) -> &'static [u8] {
    match value {
        Value::Uint(n) if *n < 3 => &[0, 1],
        Value::Bytes(bytes) if bytes.is_empty() => &[],
        Value::Bool(_) | Value::Float(_) => &[],
        _ => &[1, 2, 3, 4],
    }
}

/// A frame of the schema: each field none, once or several times, in one of two layers.
pub fn frame() -> impl Strategy<Value = Fields> {
    let schema = schema();
    let fields: Vec<(FieldId, Type)> = schema.fields().map(|(id, field): (_, &Field)| (id, field.ty)).collect();
    let one = (proptest::sample::select(fields), any::<prop::sample::Index>(), 1u8..3);
    let occurrence = one.prop_map(|((field, ty), index, layer)| {
        let pool = pool(ty);
        let value = index.get(&pool).clone();
        Occurrence { field, def: 0, layer, raw: raw(&value), value }
    });
    prop::collection::vec(occurrence, 0..24).prop_map(Fields)
}
