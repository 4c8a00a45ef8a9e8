//! HTTP: requests, answers, hosts, and how long answers took.

use strato_filter_lang::schema::FieldId;

use super::{
    Cell, Table, Tap,
    read::Read,
    tally::{Tally, Times},
};
use crate::{frame::Frame, proto::dissect::Dissection};

/// Counts messages.
#[derive(Debug)]
pub(super) struct Http {
    method: Read,
    host: Read,
    code: Read,
    phrase: Read,
    time: Read,
    methods: Tally<String>,
    hosts: Tally<String>,
    codes: Tally<(u64, String)>,
    times: Times,
}

impl Default for Http {
    fn default() -> Self {
        Self {
            method: Read::new("http.request.method"),
            host: Read::new("http.host"),
            code: Read::new("http.response.code"),
            phrase: Read::new("http.response.phrase"),
            time: Read::new("http.time"),
            methods: Tally::default(),
            hosts: Tally::default(),
            codes: Tally::default(),
            times: Times::default(),
        }
    }
}

impl Tap for Http {
    fn fields(&self) -> Vec<FieldId> {
        [self.method, self.host, self.code, self.phrase, self.time].map(|read| read.0).to_vec()
    }

    fn frame(&mut self, _: &Frame<'_>, found: &Dissection<'_>) {
        self.method.texts(found).for_each(|method| self.methods.add(method));
        self.host.texts(found).for_each(|host| self.hosts.add(host));
        let mut phrases = self.phrase.texts(found);
        for code in self.code.numbers(found) {
            self.codes.add((code, phrases.next().unwrap_or_default()));
        }
        self.time.times(found).for_each(|time| self.times.add(time));
    }

    fn tables(&self) -> Vec<Table> {
        let mut classes = Tally::default();
        for ((code, _), count) in self.codes.sorted() {
            (0..count).for_each(|_| classes.add(code / 100));
        }
        let class = |class: &u64| {
            let name = match class {
                1 => "informational",
                2 => "success",
                3 => "redirection",
                4 => "client error",
                5 => "server error",
                _ => "unknown",
            };
            format!("{class}xx {name}")
        };
        let text = String::clone;
        vec![
            self.methods.table("http.methods", "HTTP requests by method", ("method", "Method"), text),
            classes.table("http.classes", "HTTP responses by class", ("class", "Class"), class),
            self.code_table(),
            self.hosts.table("http.hosts", "HTTP requests by host", ("host", "Host"), text),
            self.times.table("http.time", "HTTP time from request to response"),
        ]
    }
}

impl Http {
    fn code_table(&self) -> Table {
        let row = |(thing, count): (&(u64, String), u64)| {
            vec![Cell::Count(thing.0), Cell::text(thing.1.as_str()), Cell::Count(count)]
        };
        Table {
            name: "http.codes".to_owned(),
            title: "HTTP responses by status code".to_owned(),
            columns: vec![("code", "Code"), ("phrase", "Phrase"), ("count", "Count")],
            rows: self.codes.sorted().into_iter().map(row).collect(),
        }
    }
}
