//! What the dissectors noted, by severity.

use strato_filter_lang::schema::FieldId;

use super::{Cell, Table, Tap, read::Read, tally::Tally};
use crate::{frame::Frame, proto::dissect::Dissection};

/// Counts notes.
#[derive(Debug)]
pub(super) struct Expert {
    severity: Read,
    group: Read,
    message: Read,
    /// Severity (the number, so that the worst comes first), its name, group, message.
    notes: Tally<(std::cmp::Reverse<u64>, String, String, String)>,
}

impl Default for Expert {
    fn default() -> Self {
        Self {
            severity: Read::new("_ws.expert.severity"),
            group: Read::new("_ws.expert.group"),
            message: Read::new("_ws.expert.message"),
            notes: Tally::default(),
        }
    }
}

impl Tap for Expert {
    fn fields(&self) -> Vec<FieldId> {
        [self.severity, self.group, self.message].map(|read| read.0).to_vec()
    }

    fn frame(&mut self, _: &Frame<'_>, found: &Dissection<'_>) {
        let (mut groups, mut messages) = (self.group.names(found), self.message.texts(found));
        for (severity, name) in self.severity.numbers(found).zip(self.severity.names(found)) {
            let (group, message) = (groups.next().unwrap_or_default(), messages.next().unwrap_or_default());
            self.notes.add((std::cmp::Reverse(severity), name, group, message));
        }
    }

    fn tables(&self) -> Vec<Table> {
        let mut notes = self.notes.sorted();
        notes.sort_by_key(|((severity, ..), _)| *severity);
        let row = |(note, count): (&(_, String, String, String), u64)| {
            let (_, severity, group, message) = note;
            vec![Cell::text(severity), Cell::Count(count), Cell::text(group), Cell::text(message)]
        };
        vec![Table {
            name: "expert".to_owned(),
            title: "Expert information".to_owned(),
            columns: vec![("severity", "Severity"), ("count", "Count"), ("group", "Group"), ("summary", "Summary")],
            rows: notes.into_iter().map(row).collect(),
        }]
    }
}
