//! DNS: questions, answers, and how long answers took.

use strato_filter_lang::schema::FieldId;

use super::{
    Table, Tap,
    read::Read,
    tally::{Tally, Times},
};
use crate::{frame::Frame, proto::dissect::Dissection};

/// Counts messages.
#[derive(Debug)]
pub(super) struct Dns {
    response: Read,
    rcode: Read,
    qtype: Read,
    name: Read,
    time: Read,
    rcodes: Tally<String>,
    qtypes: Tally<String>,
    names: Tally<String>,
    directions: Tally<&'static str>,
    times: Times,
}

impl Default for Dns {
    fn default() -> Self {
        Self {
            response: Read::new("dns.flags.response"),
            rcode: Read::new("dns.flags.rcode"),
            qtype: Read::new("dns.qry.type"),
            name: Read::new("dns.qry.name"),
            time: Read::new("dns.time"),
            rcodes: Tally::default(),
            qtypes: Tally::default(),
            names: Tally::default(),
            directions: Tally::default(),
            times: Times::default(),
        }
    }
}

impl Tap for Dns {
    fn fields(&self) -> Vec<FieldId> {
        [self.response, self.rcode, self.qtype, self.name, self.time].map(|read| read.0).to_vec()
    }

    fn frame(&mut self, _: &Frame<'_>, found: &Dissection<'_>) {
        let mut is_query = false;
        for response in self.response.numbers(found) {
            is_query |= response == 0;
            self.directions.add(if response == 0 { "query" } else { "response" });
        }
        self.rcode.names(found).for_each(|rcode| self.rcodes.add(rcode));
        if is_query {
            self.qtype.names(found).for_each(|qtype| self.qtypes.add(qtype));
            self.name.texts(found).for_each(|name| self.names.add(name));
        }
        self.time.times(found).for_each(|time| self.times.add(time));
    }

    fn tables(&self) -> Vec<Table> {
        let text = String::clone;
        vec![
            self.directions.table("dns.messages", "DNS messages", ("message", "Message"), |m| (*m).to_owned()),
            self.rcodes.table("dns.rcodes", "DNS responses by code", ("rcode", "Code"), text),
            self.qtypes.table("dns.types", "DNS queries by type", ("type", "Type"), text),
            self.names.table("dns.names", "DNS queries by name", ("name", "Name"), text),
            self.times.table("dns.time", "DNS time from query to response"),
        ]
    }
}
