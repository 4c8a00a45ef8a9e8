//! Captures into a Parquet file.

use std::{io::Write, sync::Arc};

use datafusion::{
    common::Column as Named,
    datasource::provider_as_source,
    execution::SendableRecordBatchStream,
    logical_expr::{Expr, LogicalPlanBuilder},
};
use futures::StreamExt;
use strato_engine::proto::registry;
use strato_filter_lang::{compile, ir::visit, macros::Macros};

use crate::{
    column::{Column, FILE, SUMMARY, Source},
    error::Error,
    frames::Frames,
    inputs,
    names::{self, FRAMES},
    parquet::{about::About, source::Files, write::Writer},
    session::Session,
    views::VIEWS,
};

/// Columns that are always there: what frames are told apart by, and sorted.
const ALWAYS: [&str; 3] = [FILE, "frame.number", "frame.time"];

/// Columns of a file where none are named: link, network and transport layers.
pub const DEFAULT: &[&str] = &[
    "frame.time_relative",
    "frame.len",
    "frame.cap_len",
    "frame.interface_id",
    "_ws.col.protocol",
    "eth",
    "eth.src",
    "eth.dst",
    "eth.addr",
    "eth.type",
    "vlan",
    "vlan.id",
    "arp",
    "arp.opcode",
    "arp.src.proto_ipv4",
    "arp.dst.proto_ipv4",
    "ip",
    "ip.src",
    "ip.dst",
    "ip.addr",
    "ip.proto",
    "ip.ttl",
    "ip.len",
    "ip.dsfield.dscp",
    "ip.flags.df",
    "ip.flags.mf",
    "ipv6",
    "ipv6.src",
    "ipv6.dst",
    "ipv6.addr",
    "ipv6.nxt",
    "ipv6.hlim",
    "icmp",
    "icmp.type",
    "icmp.code",
    "icmpv6",
    "icmpv6.type",
    "icmpv6.code",
    "tcp",
    "tcp.stream",
    "tcp.srcport",
    "tcp.dstport",
    "tcp.port",
    "tcp.len",
    "tcp.seq",
    "tcp.ack",
    "tcp.flags",
    "tcp.flags.syn",
    "tcp.flags.ack",
    "tcp.flags.fin",
    "tcp.flags.reset",
    "tcp.flags.push",
    "tcp.window_size",
    "udp",
    "udp.stream",
    "udp.srcport",
    "udp.dstport",
    "udp.port",
    "udp.length",
];

/// Sets of columns with a name of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What a summary line shows.
    Summary,
    /// What the table `flows` reads.
    Flows,
    /// What the table `http` reads.
    Http,
    /// What the table `dns` reads.
    Dns,
    /// What the table `tls` reads.
    Tls,
}

/// What is converted, and how.
#[derive(Clone, Debug, Default)]
pub struct Conversion {
    /// Columns.
    pub columns: Vec<Column>,
    /// Keep the frames themselves.
    pub payload: bool,
    /// Sort by time.
    pub sort: bool,
    /// Rows of a row group; `None` for what is mostly best.
    pub rows: Option<usize>,
}

/// What was converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Converted {
    /// Frames.
    pub frames: u64,
    /// Columns.
    pub columns: usize,
}

impl Group {
    /// Its columns.
    pub fn columns(self) -> Vec<Column> {
        let (view, protocols): (&str, &[&str]) = match self {
            Self::Summary => {
                let names = SUMMARY.iter().chain(&["frame.time_relative"]);
                return names.filter_map(|name| Column::named(name)).collect();
            }
            Self::Flows => ("flows", &["tcp", "udp"]),
            Self::Http => ("http", &["http", "http.request", "http.response"]),
            Self::Dns => ("dns", &["dns"]),
            Self::Tls => ("tls", &["tls"]),
        };
        let view = VIEWS.iter().find(|one| one.name == view).map_or("", |view| view.sql);
        let mut found: Vec<Column> = protocols.iter().filter_map(|name| Column::named(name)).collect();
        for column in names::of_query(view) {
            match &column.source {
                Source::Filter(text) => {
                    // The filters of views compile; they read few fields.
                    let Ok(compiled) = compile(text, registry::schema(), &Macros::default()) else { continue };
                    let fields = visit::fields(&compiled.ir).into_iter();
                    found.extend(fields.filter_map(|id| Column::named(registry::schema().field(id).name)));
                }
                Source::Field(_) | Source::File | Source::Payload => found.push(column),
            }
        }
        found
    }
}

impl Conversion {
    /// The columns, under the names of their fields, each once: those that are always there first.
    fn all(&self) -> Vec<Column> {
        let mut found: Vec<Column> = ALWAYS.iter().filter_map(|name| Column::named(name)).collect();
        for column in &self.columns {
            let name = match column.source {
                Source::Field(id) => registry::schema().field(id).name,
                Source::File | Source::Filter(_) | Source::Payload => column.name.as_str(),
            };
            if found.iter().all(|one| one.name != name) {
                found.push(Column { name: name.to_owned(), source: column.source.clone() });
            }
        }
        if self.payload {
            found.push(Column::payload());
        }
        found
    }
}

impl Session {
    /// Writes the frames into a Parquet file.
    ///
    /// # Errors
    /// What went wrong with the captures, the disk, or the memory. The file is not whole then.
    pub fn convert<W: Write + Send>(&mut self, conversion: &Conversion, out: W) -> Result<(Converted, W), Error> {
        let columns = conversion.all();
        let captures = inputs::dissected(&self.shared_captures(), self.stored())?;
        let names = captures.files.iter().map(|file| (file.display().to_string(), Vec::new()));
        let about = About {
            captures: names.collect(),
            filter: self.captures().filter.clone(),
            sorted: conversion.sort,
            payload: conversion.payload,
            ..About::default()
        };
        let frames = Frames::new(captures, Files::default(), columns.clone());
        let context = self.context();
        let running = |error| Error::running(&error);
        let source = provider_as_source(Arc::new(frames));
        let mut plan = LogicalPlanBuilder::scan(FRAMES, source, None).map_err(running)?;
        if conversion.sort {
            let key = |name: &str| Expr::Column(Named::from_name(name)).sort(true, false);
            plan = plan.sort(["frame.time", FILE, "frame.number"].map(key)).map_err(running)?;
        }
        let plan = plan.build().map_err(running)?;
        let (writer, out) = self.runtime().block_on(async {
            let frames = context.execute_logical_plan(plan).await.map_err(running)?;
            let mut stream: SendableRecordBatchStream = frames.execute_stream().await.map_err(running)?;
            let mut writer = Writer::new(out, &stream.schema(), &columns, conversion)?;
            while let Some(batch) = stream.next().await {
                writer.batch(&batch.map_err(running)?)?;
            }
            let rows = writer.rows;
            Ok::<_, Error>((rows, writer.finish(about, &self.captures().noted())?))
        })?;
        Ok((Converted { frames: writer, columns: columns.len() }, out))
    }
}
