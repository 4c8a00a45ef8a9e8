//! A filter over packets: the verdict is the same whether it is optimised and only its fields are dissected, or as written
//! with everything dissected.
//!
//! Input: the filter, a line feed, packets.

use strato_engine::{
    proto::registry,
    query::{Query, QueryOptions},
};
use strato_filter_lang::{Compiled, interpret::interpret, lowered, macros::Macros};

use super::{filters::FILTERS, packets::Packets};
use crate::walk::everything;

pub(super) fn check(input: &[u8]) {
    let Some(end) = input.iter().position(|byte| *byte == b'\n') else { return };
    let (filter, rest) = input.split_at(end);
    let Ok(filter) = std::str::from_utf8(filter) else { return };
    let Some(packets) = rest.get(1..).and_then(Packets::parse) else { return };
    let Ok(mut query) = Query::compile(filter, QueryOptions::default()) else { return };
    let Ok(Compiled { ir, .. }) = lowered(filter, registry::schema(), &Macros::default()) else { return };
    everything(|whole| {
        for frame in packets.frames() {
            let expected = whole.with(&frame, |found| interpret(&ir, registry::schema(), found));
            if expected {
                whole.displayed(&frame);
            }
            assert_eq!(query.matches(&frame), expected, "{filter:?} on frame {}", frame.number);
        }
    });
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let packets: Vec<_> = super::packets::seeds().into_iter().filter(|seed| seed[0].is_ascii_digit()).collect();
    let pairs = FILTERS.iter().enumerate().filter_map(|(i, filter)| Some((filter, packets.get(i % packets.len())?)));
    pairs.map(|(filter, packets)| [filter.as_bytes(), b"\n", packets].concat()).collect()
}
