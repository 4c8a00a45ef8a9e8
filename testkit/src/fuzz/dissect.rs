//! Any packets, of any link type or handed to any protocol, are dissected within bounds; and what is asked for
//! changes nothing of what is found.

use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use strato_engine::{
    exec::Session,
    proto::{
        dissect::Dissection,
        plan::{Ask, Plan},
        registry,
    },
};
use strato_filter_lang::{access::Occurrence, schema::FieldId, value::Value};

use super::packets::Packets;
use crate::walk::everything;

/// Fields that a frame may have whatever its length, and per byte received so far.
const FIELDS: usize = 2_000;
const FIELDS_PER_BYTE: usize = 100;
/// The same of the bytes of text and of other values.
const VALUES: usize = 64 << 10;
const VALUES_PER_BYTE: usize = 2_000;

pub(super) fn check(input: &[u8]) {
    if let Some(packets) = Packets::parse(input) {
        check_packets(&packets, input);
    }
}

/// What must hold of packets; `input` chooses the field that is asked for alone.
pub(super) fn check_packets(packets: &Packets<'_>, input: &[u8]) {
    let fields = found(packets);
    // One field that occurs, chosen by the input alone.
    let mut hasher = DefaultHasher::new();
    input.hash(&mut hasher);
    let chosen = hasher.finish().checked_rem(fields.len() as u64).and_then(|i| fields.get(i as usize));
    if let Some(difference) = chosen.and_then(|field| asked_alone(packets, *field)) {
        panic!("{difference}");
    }
}

/// What `check` asks of one field, of every field that `chosen` picks: how they differ.
pub fn differences(input: &[u8], chosen: &mut dyn FnMut(FieldId) -> bool) -> Vec<String> {
    let Some(packets) = Packets::parse(input) else { return Vec::new() };
    found(&packets)
        .into_iter()
        .filter(|field| chosen(*field))
        .filter_map(|field| asked_alone(&packets, field))
        .collect()
}

/// The fields that occur, within bounds.
fn found(packets: &Packets<'_>) -> Vec<FieldId> {
    let (mut fields, mut received) = (BTreeSet::new(), 0);
    everything(|session| {
        packets.each(session, |frame, found| {
            received += frame.data.len();
            bounded(found, received);
            fields.extend(found.occurrences.iter().map(|occurrence| occurrence.field.0));
        });
    });
    fields.into_iter().map(FieldId).collect()
}

fn bounded(found: &Dissection<'_>, received: usize) {
    assert!(
        found.occurrences.len() <= FIELDS + FIELDS_PER_BYTE * received,
        "{} fields of {received} bytes",
        found.occurrences.len()
    );
    let mut total = 0;
    for Occurrence { field, def, value, .. } in &found.occurrences {
        let declared = registry::schema().field(*field).definition(*def);
        total += declared.name_of(value).map_or(0, |name| name.len());
        total += match value {
            // Bytes of the frame are no copies.
            Value::Str(text) => text.len(),
            _ => 0,
        };
    }
    assert!(total <= VALUES + VALUES_PER_BYTE * received, "{total} bytes of text of {received} bytes");
}

/// A field has the same values when nothing else is asked for; else, how they differ.
fn asked_alone(packets: &Packets<'_>, field: FieldId) -> Option<String> {
    let all = everything(|session| values(packets, session, field));
    let alone = values(packets, &mut Session::new(Plan::new([field], Ask::default())), field);
    let name = registry::schema().field(field).name;
    let differing = all.iter().zip(&alone).position(|(all, alone)| all != alone)?;
    let (all, alone) = (&all[differing], &alone[differing]);
    Some(format!("{name} in packet {}: {all} with everything, {alone} alone", differing + 1))
}

fn values(packets: &Packets<'_>, session: &mut Session, field: FieldId) -> Vec<String> {
    let mut values = Vec::new();
    packets.each(session, |_, found| {
        let of_field = found.occurrences.iter().filter(|occurrence| occurrence.field == field);
        let of_field: Vec<_> = of_field.map(|o| (o.def, o.layer, &o.value, o.raw)).collect();
        values.push(format!("{of_field:?}"));
    });
    values
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::packets::seeds()
}
