//! Rows of Parquet files as frames with what was found in them: for those who show frames.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    ops::ControlFlow,
    sync::{Arc, Mutex, PoisonError},
};

use datafusion::{
    arrow::{
        array::{ArrayRef, AsArray, RecordBatch},
        datatypes::Int64Type,
    },
    common::Column as Named,
    datasource::provider_as_source,
    logical_expr::{Expr, LogicalPlanBuilder},
};
use futures::StreamExt;
use strato_engine::{
    frame::{Frame, FrameKind, Options},
    proto::{
        dissect::{Addr, Dissection, Info},
        registry,
    },
};
use strato_filter_lang::{access::Occurrence, schema::FieldId, value::Value};

use super::{
    row::{Row, Rows},
    source::{Lack, advice},
    stored::Stored,
};
use crate::{
    column::{Column, Shape},
    error::Error,
    frames::Frames,
    inputs,
    names::FRAMES,
    session::Session,
};

/// A frame and what was found in it, with the time of the capture's first frame.
pub type Take<'t> = dyn FnMut(&Frame<'_>, &Dissection<'_>, Option<i128>) -> io::Result<ControlFlow<()>> + 't;

/// What a summary line shows beside the frame's record.
const SUMMARY: [&str; 4] = ["_ws.col.def_src", "_ws.col.def_dst", "_ws.col.protocol", "_ws.col.info"];
/// What a frame's record says.
const RECORD: [&str; 4] = ["frame.number", "frame.time", "frame.time_relative", "frame.len"];

impl Session {
    /// Hands on the frames of Parquet files with all values of some fields, and what a summary line shows if that is
    /// wanted.
    ///
    /// # Errors
    /// A file that does not have what is wanted, and all that may go wrong while it is read.
    pub fn each_frame(&mut self, fields: &[FieldId], summary: bool, take: &mut Take<'_>) -> Result<(), Error> {
        let named = |name: &&str| registry::schema().resolve(name).map(|found| found.id);
        let wanted: Vec<FieldId> = match summary {
            true => fields.iter().copied().chain(SUMMARY.iter().filter_map(named)).collect(),
            false => fields.to_vec(),
        };
        // Files may have the values of a field in different columns: each is one scan.
        for stored in self.stored().to_vec() {
            let record = RECORD.iter().filter_map(named).filter(|id| stored.column(*id).is_some());
            let reading = Reading::new(&stored, wanted.iter().copied().chain(record).collect())?;
            if self.each_of(&stored, &reading, take)?.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// How many frames there are.
    ///
    /// # Errors
    /// Those of [`Self::run`].
    pub fn count(&mut self) -> Result<u64, Error> {
        let (_, batches) = self.collect("SELECT count(*) FROM frames")?;
        let counts = batches.iter().filter_map(|batch| batch.column(0).as_primitive_opt::<Int64Type>());
        Ok(counts.flat_map(|counts| counts.values().iter()).map(|count| count.unsigned_abs()).sum())
    }

    fn each_of(&self, stored: &Stored, reading: &Reading, take: &mut Take<'_>) -> Result<ControlFlow<()>, Error> {
        let one = self.captures().of(vec![stored.path.clone()], BTreeMap::new());
        let own = [Arc::new(stored.clone())];
        let (captures, files) = inputs::split(&one.into(), &own, &reading.columns)?;
        let context = self.context();
        let running = |error| Error::running(&error);
        let frames = Frames::new(captures, files, reading.columns.clone());
        let plan = LogicalPlanBuilder::scan(FRAMES, provider_as_source(Arc::new(frames)), None);
        let all = reading.columns.iter().map(|column| Expr::Column(Named::from_name(&column.name)));
        let plan = plan.and_then(|plan| plan.project(all)).and_then(LogicalPlanBuilder::build).map_err(running)?;
        self.keep_order(&context);
        self.runtime().block_on(async {
            let frames = context.execute_logical_plan(plan).await.map_err(running)?;
            let mut stream = frames.execute_stream().await.map_err(running)?;
            while let Some(batch) = stream.next().await {
                let batch = batch.map_err(|error| self.broken(&error))?;
                if reading.hand_on(&batch, take)?.is_break() || (self.captures().stop)() {
                    return Ok(ControlFlow::Break(()));
                }
            }
            Ok(ControlFlow::Continue(()))
        })
    }
}

/// What is read of a file.
struct Reading {
    columns: Vec<Column>,
    places: Vec<(FieldId, Vec<usize>)>,
    /// Of [`RECORD`] and [`SUMMARY`].
    record: [Option<FieldId>; 4],
    summary: [Option<FieldId>; 4],
}

impl Reading {
    fn new(stored: &Stored, fields: Vec<FieldId>) -> Result<Self, Error> {
        let mut columns: Vec<Column> = Vec::new();
        let mut places = Vec::new();
        let mut lacks: Vec<Lack> = Vec::new();
        for id in fields {
            let place = match stored.place(id, false).or_else(|lack| match stored.column(id) {
                // Of a protocol its name is shown.
                Some(column) if column.shape() == Shape::Presence => stored.place(id, true),
                _ => Err(lack),
            }) {
                Ok(place) => place,
                Err(lack) => {
                    lacks.push(lack);
                    continue;
                }
            };
            let numbers = place.columns.into_iter().map(|column| {
                columns.iter().position(|one| *one == column).unwrap_or_else(|| {
                    columns.push(column);
                    columns.len() - 1
                })
            });
            places.push((id, numbers.collect()));
        }
        if lacks.is_empty() {
            let id = |name: &str| registry::schema().resolve(name).map(|found| found.id);
            return Ok(Self { columns, places, record: RECORD.map(id), summary: SUMMARY.map(id) });
        }
        lacks.sort();
        lacks.dedup();
        let (message, help) = advice(&stored.path, &lacks);
        Err(Error::lacking(&message, &help))
    }

    fn hand_on(&self, batch: &RecordBatch, take: &mut Take<'_>) -> Result<ControlFlow<()>, Error> {
        let arrays = self.columns.iter().cloned().zip(batch.columns().iter().map(ArrayRef::clone));
        let rows = Rows::new(&arrays.collect::<Vec<_>>(), self.places.clone());
        let rows = rows.map_err(|error| Error::Run(error.to_string()))?;
        for number in 0..batch.num_rows() {
            let row = rows.row(number);
            let [number, time, since, len] = self.record.map(|id| first(&row, id?));
            let frame = frame(number, ns(time), len);
            let first_ns = frame.timestamp_ns.zip(ns(since)).map(|(now, since)| now - since);
            let mut occurrences = Vec::new();
            for (id, _) in &self.places {
                row.values(*id, &mut |occurrence| {
                    occurrences.push(occurrence.clone());
                    ControlFlow::Continue(())
                });
            }
            let found = Dissection {
                info: info(self.summary, &occurrences),
                occurrences,
                layers: Vec::new(),
                taps: Vec::new(),
            };
            if take(&frame, &found, first_ns)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}

/// The first value of a field.
fn first<'r>(row: &Row<'r>, id: FieldId) -> Option<Value<'r>> {
    let mut found = None;
    row.values(id, &mut |occurrence: &Occurrence<'r>| {
        found = Some(occurrence.value.clone());
        ControlFlow::Break(())
    });
    found
}

fn ns(value: Option<Value<'_>>) -> Option<i128> {
    match value? {
        Value::Time(ns) => Some(ns),
        _ => None,
    }
}

/// The frame, without its bytes.
fn frame<'f>(number: Option<Value<'_>>, timestamp_ns: Option<i128>, len: Option<Value<'_>>) -> Frame<'f> {
    let integer = |value: Option<Value<'_>>| value.and_then(|value| value.as_integer()).unwrap_or_default();
    Frame {
        number: integer(number).try_into().unwrap_or_default(),
        timestamp_ns,
        data: &[],
        pseudo_header: &[],
        original_len: integer(len).try_into().unwrap_or_default(),
        link_type: 0,
        kind: FrameKind::Packet,
        interface: None,
        section: 1,
        options: Options::default(),
        file_offset: 0,
        block: &[],
    }
}

/// What a summary line shows.
fn info(ids: [Option<FieldId>; 4], occurrences: &[Occurrence<'_>]) -> Info {
    let text = |id: Option<FieldId>| {
        let occurrence = occurrences.iter().find(|occurrence| Some(occurrence.field) == id)?;
        match &occurrence.value {
            Value::Str(text) => std::str::from_utf8(text).ok(),
            _ => None,
        }
    };
    let [src, dst, protocol, info] = ids.map(|id| text(id).unwrap_or_default());
    Info {
        src: address(src),
        dst: address(dst),
        protocol_column: lasting(protocol),
        info_column: info.to_owned(),
        ..Info::default()
    }
}

fn address(text: &str) -> Addr {
    if let Ok(address) = text.parse::<std::net::IpAddr>() {
        return match address {
            std::net::IpAddr::V4(address) => Addr::V4(address.into()),
            std::net::IpAddr::V6(address) => Addr::V6(address.into()),
        };
    }
    let bytes = crate::kind::hex(text).and_then(|bytes| bytes.try_into().ok());
    bytes.map_or(Addr::None, Addr::Ether)
}

/// A name of a protocol, for as long as the program runs: there are few of them.
fn lasting(name: &str) -> &'static str {
    /// More names than there are protocols are no names of protocols.
    const MOST: usize = 4096;
    static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(name) = names.get(name) {
        return name;
    }
    if names.len() >= MOST {
        return "";
    }
    let name: &'static str = Box::leak(name.to_owned().into_boxed_str());
    names.insert(name);
    name
}
