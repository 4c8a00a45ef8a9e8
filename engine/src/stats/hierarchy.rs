//! Frames and bytes of each protocol, by what it stands in.

use std::collections::BTreeMap;

use strato_filter_lang::schema::FieldId;

use super::{Cell, Table, Tap, read::Read};
use crate::{frame::Frame, proto::dissect::Dissection};

/// The protocols of a capture as a tree.
#[derive(Debug)]
pub(super) struct Hierarchy {
    protocols: Read,
    root: Node,
}

#[derive(Debug, Default)]
struct Node {
    frames: u64,
    bytes: u64,
    inside: BTreeMap<(usize, String), Self>,
}

impl Default for Hierarchy {
    fn default() -> Self {
        Self { protocols: Read::new("frame.protocols"), root: Node::default() }
    }
}

impl Tap for Hierarchy {
    fn fields(&self) -> Vec<FieldId> {
        vec![self.protocols.0]
    }

    fn frame(&mut self, frame: &Frame<'_>, found: &Dissection<'_>) {
        let Some(protocols) = self.protocols.texts(found).next() else { return };
        let mut node = &mut self.root;
        node.count(frame);
        // EtherType is none of its own.
        for name in protocols.split(':').filter(|name| *name != "ethertype") {
            node = node.inside(name);
            node.count(frame);
        }
    }

    fn tables(&self) -> Vec<Table> {
        let mut table = Table {
            name: "hierarchy".to_owned(),
            title: "Protocol hierarchy".to_owned(),
            columns: vec![
                ("protocol", "Protocol"),
                ("frames", "Frames"),
                ("share", "Share"),
                ("bytes", "Bytes"),
                ("path", "Path"),
            ],
            rows: Vec::new(),
        };
        self.root.rows(&mut table, self.root.frames, "");
        vec![table]
    }
}

impl Node {
    fn count(&mut self, frame: &Frame<'_>) {
        self.frames += 1;
        self.bytes += u64::from(frame.original_len);
    }

    fn inside(&mut self, name: &str) -> &mut Self {
        // In the order in which they were first seen.
        let known = self.inside.keys().find(|(_, known)| known == name).cloned();
        let key = known.unwrap_or_else(|| (self.inside.len(), name.to_owned()));
        self.inside.entry(key).or_default()
    }

    fn rows(&self, table: &mut Table, all: u64, path: &str) {
        for ((_, name), node) in &self.inside {
            let depth = path.split(':').filter(|part| !part.is_empty()).count();
            let path = if path.is_empty() { name.clone() } else { format!("{path}:{name}") };
            table.rows.push(vec![
                Cell::Text(format!("{}{name}", "  ".repeat(depth))),
                Cell::Count(node.frames),
                Cell::Share(node.frames as f64 / all.max(1) as f64),
                Cell::Count(node.bytes),
                Cell::Text(path.clone()),
            ]);
            node.rows(table, all, &path);
        }
    }
}
