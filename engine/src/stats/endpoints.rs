//! Who talked, and how much.

use rustc_hash::FxHashMap;
use strato_filter_lang::schema::FieldId;

use super::{
    Cell, Table, Tap,
    conversations::{End, Ends, Layer, layers},
};
use crate::{frame::Frame, proto::dissect::Dissection};

/// Counts endpoints.
#[derive(Debug)]
pub(super) struct Endpoints {
    layers: Vec<(Layer, FxHashMap<End, Traffic>)>,
}

/// Of one endpoint: frames and bytes.
#[derive(Clone, Copy, Debug, Default)]
struct Traffic {
    sent: (u64, u64),
    received: (u64, u64),
}

impl Endpoints {
    pub(super) fn new(ends: &[Ends]) -> Self {
        Self { layers: layers(ends).into_iter().map(|layer| (layer, FxHashMap::default())).collect() }
    }
}

impl Tap for Endpoints {
    fn fields(&self) -> Vec<FieldId> {
        self.layers.iter().flat_map(|(layer, _)| layer.fields()).collect()
    }

    fn frame(&mut self, frame: &Frame<'_>, found: &Dissection<'_>) {
        let len = u64::from(frame.original_len);
        let add = |(frames, bytes): &mut (u64, u64)| {
            *frames += 1;
            *bytes += len;
        };
        for (layer, known) in &mut self.layers {
            for (src, dst, _) in layer.each(found) {
                add(&mut known.entry(src).or_default().sent);
                add(&mut known.entry(dst).or_default().received);
            }
        }
    }

    fn tables(&self) -> Vec<Table> {
        self.layers
            .iter()
            .filter(|(_, known)| !known.is_empty())
            .map(|(layer, known)| table(layer.ends, known))
            .collect()
    }
}

fn table(ends: Ends, known: &FxHashMap<End, Traffic>) -> Table {
    let mut rows: Vec<_> = known.iter().collect();
    let frames = |traffic: &Traffic| traffic.sent.0 + traffic.received.0;
    rows.sort_unstable_by(|(a, of_a), (b, of_b)| frames(of_b).cmp(&frames(of_a)).then_with(|| a.cmp(b)));
    let row = |(end, traffic): (&End, &Traffic)| {
        let Traffic { sent, received } = *traffic;
        let numbers = [sent.0 + received.0, sent.1 + received.1, sent.0, sent.1, received.0, received.1];
        std::iter::once(Cell::Text(end.text())).chain(numbers.map(Cell::Count)).collect()
    };
    Table {
        name: format!("endpoints.{}", ends.name()),
        title: format!("{} endpoints", ends.title()),
        columns: vec![
            ("address", "Address"),
            ("frames", "Frames"),
            ("bytes", "Bytes"),
            ("tx_frames", "Tx frames"),
            ("tx_bytes", "Tx bytes"),
            ("rx_frames", "Rx frames"),
            ("rx_bytes", "Rx bytes"),
        ],
        rows: rows.into_iter().map(row).collect(),
    }
}
