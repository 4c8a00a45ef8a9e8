//! Fills Arrow columns with the values of frames.

use std::{path::Path, sync::Arc};

use datafusion::arrow::{
    array::{
        ArrayBuilder, ArrayRef, BinaryViewBuilder, BooleanBuilder, FixedSizeBinaryBuilder, Float32Builder,
        Float64Builder, Int8Builder, Int16Builder, Int32Builder, Int64Builder, ListArray, RecordBatch,
        RecordBatchOptions, StringViewBuilder, TimestampNanosecondBuilder, UInt8Builder, UInt16Builder, UInt32Builder,
        UInt64Builder,
    },
    buffer::{Buffer, NullBuffer, OffsetBuffer, ScalarBuffer},
    datatypes::{DataType, SchemaRef},
    error::ArrowError,
};
use strato_engine::{
    frame::Frame,
    proto::{dissect::Dissection, registry},
};
use strato_filter_lang::{
    interpret::interpret,
    ir::Ir,
    schema::{Field, FieldId, Record, Source as FieldSource},
    types::Type,
    value::Value,
};

use crate::{
    captures::Captures,
    column::{Cell, Column, Shape, Source},
    kind::Kind,
    parquet::blocks::Blocks,
};

/// Longest time span, in nanoseconds, whose seconds tell it from all others: 13 days.
pub(crate) const EXACT_SECONDS: u128 = 1 << 50;

/// No column.
const NONE: u16 = u16::MAX;

/// Columns that are filled row by row.
pub(crate) struct Fill {
    schema: SchemaRef,
    columns: Vec<Filled>,
    /// By field, its column.
    by_field: Arc<[u16]>,
    /// Columns that the dissection says nothing of.
    of_frame: Arc<[(usize, OfFrame)]>,
    /// Columns that may lack a value.
    optional: Arc<[u16]>,
    /// The column of the capture's name, which is the same in all rows.
    file: Option<(usize, Arc<str>)>,
    /// The frames as their capture has them, where they are wanted.
    blocks: Option<Blocks>,
    rows: u32,
}

/// What is read of the frame's record, not of its bytes.
enum OfFrame {
    Record(Record),
    Time,
    /// After the first frame.
    Since,
    Filter(Ir),
    Payload,
}

struct Filled {
    field: Option<&'static Field>,
    values: Values,
    shape: Shape,
    /// Where the lists end, and which rows have one.
    ends: Vec<i32>,
    present: Vec<bool>,
    /// Some frame has more values than the first.
    repeats: bool,
    /// Some value cannot be had back.
    lossy: bool,
    /// The last row that has a value, counted from 1.
    row: u32,
}

/// How a column of `frames` is filled.
pub(crate) fn of_frame(column: &Column) -> bool {
    matches!(&column.source, Source::Field(id) if direct(registry::schema().field(*id)).is_none())
}

/// What the record says of a field.
fn direct(field: &Field) -> Option<OfFrame> {
    match (field.source, field.name) {
        (FieldSource::Record(record), _) => Some(OfFrame::Record(record)),
        (_, "frame.time" | "frame.time_epoch") => Some(OfFrame::Time),
        (_, "frame.time_relative") => Some(OfFrame::Since),
        _ => None,
    }
}

impl Fill {
    /// Empty columns. `filters` are those of the columns that answer one, in their order.
    pub(crate) fn new(schema: SchemaRef, columns: &[Column], file: &Path, filters: Vec<Ir>) -> Self {
        let mut by_field = vec![NONE; registry::schema().fields().len()];
        let (mut of_frame, mut named) = (Vec::new(), None);
        let mut filters = filters.into_iter();
        for (i, column) in columns.iter().enumerate() {
            match &column.source {
                Source::Field(id) => match direct(registry::schema().field(*id)) {
                    Some(direct) => of_frame.push((i, direct)),
                    None => by_field[id.0 as usize] = i as u16,
                },
                Source::File => named = Some((i, file.display().to_string().into())),
                Source::Payload => of_frame.push((i, OfFrame::Payload)),
                Source::Filter(_) => of_frame.extend(filters.next().map(|ir| (i, OfFrame::Filter(ir)))),
            }
        }
        let blocks = columns.iter().any(|column| column.source == Source::Payload).then(Blocks::default);
        let always = |i: usize| {
            named.as_ref().is_some_and(|(file, _)| *file == i)
                || of_frame.iter().any(|(at, of)| *at == i && matches!(of, OfFrame::Record(_)))
        };
        let optional = (0..columns.len()).filter(|i| !always(*i)).map(|i| i as u16).collect();
        let columns = columns.iter().map(Filled::new).collect();
        let (by_field, of_frame) = (by_field.into(), of_frame.into());
        Self { schema, columns, by_field, of_frame, optional, file: named, blocks, rows: 0 }
    }

    /// Empty columns of the same kind, for another thread; without the frames themselves.
    pub(crate) fn fork(&self) -> Self {
        let columns = self.columns.iter().map(|column| Filled::empty(column.field, column.shape)).collect();
        let (by_field, of_frame) = (Arc::clone(&self.by_field), Arc::clone(&self.of_frame));
        let (schema, optional, file) = (Arc::clone(&self.schema), Arc::clone(&self.optional), self.file.clone());
        Self { schema, columns, by_field, of_frame, optional, file, blocks: None, rows: 0 }
    }

    /// Learns what [`Self::note`] tells from columns that another thread filled.
    pub(crate) fn learn(&mut self, other: &Self) {
        for (own, other) in self.columns.iter_mut().zip(&other.columns) {
            own.repeats |= other.repeats;
            own.lossy |= other.lossy;
        }
    }

    /// Does something with the frames as their capture has them, where they are wanted.
    pub(crate) fn keep(&mut self, keep: impl FnOnce(&mut Blocks)) {
        if let Some(blocks) = &mut self.blocks {
            keep(blocks);
        }
    }

    /// Lets the writer of a Parquet file know what became of a capture.
    pub(crate) fn note(&mut self, captures: &Captures, file: &Path, columns: &[Column]) {
        let rest = self.blocks.as_mut().map(Blocks::rest);
        captures.note(|noted| {
            for (filled, column) in self.columns.iter().zip(columns) {
                if filled.repeats {
                    noted.repeats.insert(column.name.clone());
                }
                if filled.lossy {
                    noted.lossy.insert(column.name.clone());
                }
            }
            noted.rests.extend(rest.map(|rest| (file.display().to_string(), rest)));
        });
    }

    /// Rows since the last batch.
    pub(crate) fn rows(&self) -> usize {
        self.rows as usize
    }

    /// Adds a frame; `first_ns` is the time of the capture's first one.
    pub(crate) fn frame(&mut self, frame: &Frame<'_>, found: &Dissection<'_>, first_ns: Option<i128>) {
        self.rows += 1;
        let row = self.rows;
        for occurrence in &found.occurrences {
            let at = self.by_field.get(occurrence.field.0 as usize).copied().unwrap_or(NONE);
            if let Some(column) = self.columns.get_mut(usize::from(at)) {
                column.occurs(row, occurrence.def, &occurrence.value);
            }
        }
        for (at, of_frame) in self.of_frame.iter() {
            let Some(column) = self.columns.get_mut(*at) else { continue };
            match of_frame {
                OfFrame::Record(Record::Number) => column.occurs(row, 0, &Value::Uint(frame.number)),
                OfFrame::Record(Record::Len) => column.occurs(row, 0, &Value::Uint(frame.original_len.into())),
                OfFrame::Record(Record::CapturedLen) => {
                    column.occurs(row, 0, &Value::Uint(frame.data.len() as u64));
                }
                OfFrame::Time => {
                    if let Some(ns) = frame.timestamp_ns {
                        column.occurs(row, 0, &Value::Time(ns));
                    }
                }
                OfFrame::Since => {
                    if let (Some(ns), Some(first)) = (frame.timestamp_ns, first_ns) {
                        column.occurs(row, 0, &Value::Time(ns - first));
                    }
                }
                OfFrame::Filter(ir) => {
                    if interpret(ir, registry::schema(), found) {
                        column.occurs(row, 0, &Value::Label);
                    }
                }
                OfFrame::Payload => {
                    if let Some(blocks) = &mut self.blocks {
                        column.occurs(row, 0, &Value::bytes(blocks.frame(frame)));
                    }
                }
            }
        }
        for at in self.optional.iter() {
            if let Some(column) = self.columns.get_mut(usize::from(*at)) {
                column.end_row(row);
            }
        }
    }

    /// Adds so many frames of which nothing is read.
    pub(crate) fn count(&mut self, frames: usize) {
        self.rows += frames as u32;
    }

    /// The rows so far; the next one starts anew.
    pub(crate) fn batch(&mut self) -> Result<RecordBatch, ArrowError> {
        let rows = std::mem::take(&mut self.rows) as usize;
        if let Some(error) = self.blocks.as_mut().and_then(Blocks::error) {
            return Err(ArrowError::ExternalError(error.into()));
        }
        let mut arrays = Vec::with_capacity(self.columns.len());
        for (i, (field, column)) in self.schema.fields().iter().zip(&mut self.columns).enumerate() {
            arrays.push(match &self.file {
                Some((file, name)) if *file == i => repeated(name, rows)?,
                _ => column.finish(field.data_type())?,
            });
        }
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        RecordBatch::try_new_with_options(Arc::clone(&self.schema), arrays, &options)
    }
}

/// The same text in all rows.
fn repeated(text: &str, rows: usize) -> Result<ArrayRef, ArrowError> {
    let mut builder = StringViewBuilder::with_capacity(rows);
    let block = builder.append_block(Buffer::from(text.as_bytes()));
    for _ in 0..rows {
        builder.try_append_view(block, 0, text.len() as u32)?;
    }
    Ok(Arc::new(builder.finish()))
}

impl Filled {
    fn new(column: &Column) -> Self {
        let shape = column.shape();
        let field = match &column.source {
            Source::Field(id) => Some(registry::schema().field(*id)),
            Source::File | Source::Filter(_) | Source::Payload => None,
        };
        Self::empty(field, shape)
    }

    fn empty(field: Option<&'static Field>, shape: Shape) -> Self {
        let values = match shape {
            Shape::Presence => Values::Bool(BooleanBuilder::new()),
            Shape::First(cell) | Shape::List(cell) => Values::new(cell),
        };
        Self { field, values, shape, ends: Vec::new(), present: Vec::new(), repeats: false, lossy: false, row: 0 }
    }

    #[inline]
    fn occurs(&mut self, row: u32, def: u8, value: &Value<'_>) {
        let first = self.row != row;
        self.row = row;
        match self.shape {
            Shape::Presence if first => self.values.push_bool(true),
            Shape::First(_) if first => self.lossy |= !self.values.push(self.field, def, value),
            Shape::List(_) => self.lossy |= !self.values.push(self.field, def, value),
            Shape::First(_) => self.repeats = true,
            Shape::Presence => {}
        }
    }

    #[inline]
    fn end_row(&mut self, row: u32) {
        let there = self.row == row;
        match self.shape {
            Shape::Presence if !there => self.values.push_bool(false),
            Shape::First(_) if !there => self.values.push_null(),
            Shape::List(_) => {
                self.ends.push(self.values.len() as i32);
                self.present.push(there);
            }
            Shape::Presence | Shape::First(_) => {}
        }
    }

    fn finish(&mut self, data_type: &DataType) -> Result<ArrayRef, ArrowError> {
        self.row = 0;
        let values = self.values.finish();
        let DataType::List(item) = data_type else { return Ok(values) };
        let offsets = std::iter::once(0).chain(std::mem::take(&mut self.ends)).collect::<ScalarBuffer<i32>>();
        let present = NullBuffer::from(std::mem::take(&mut self.present));
        let list = ListArray::try_new(Arc::clone(item), OffsetBuffer::new(offsets), values, Some(present))?;
        Ok(Arc::new(list))
    }
}

/// The values of a column.
enum Values {
    Bool(BooleanBuilder),
    U8(UInt8Builder),
    U16(UInt16Builder),
    U32(UInt32Builder),
    U64(UInt64Builder),
    I8(Int8Builder),
    I16(Int16Builder),
    I32(Int32Builder),
    I64(Int64Builder),
    F32(Float32Builder),
    F64(Float64Builder),
    Time(TimestampNanosecondBuilder),
    Seconds(Float64Builder),
    Text(StringViewBuilder),
    Bytes(BinaryViewBuilder),
    Fixed(i32, FixedSizeBinaryBuilder),
}

/// The same for whatever builder it is.
macro_rules! each {
    ($values:expr, $builder:ident => $do:expr) => {
        match $values {
            Values::Bool($builder) => $do,
            Values::U8($builder) => $do,
            Values::U16($builder) => $do,
            Values::U32($builder) => $do,
            Values::U64($builder) => $do,
            Values::I8($builder) => $do,
            Values::I16($builder) => $do,
            Values::I32($builder) => $do,
            Values::I64($builder) => $do,
            Values::F32($builder) => $do,
            Values::F64($builder) | Values::Seconds($builder) => $do,
            Values::Time($builder) => $do,
            Values::Text($builder) => $do,
            Values::Bytes($builder) => $do,
            Values::Fixed(_, $builder) => $do,
        }
    };
}

impl Values {
    fn new(cell: Cell) -> Self {
        match cell {
            Cell::Bool => Self::Bool(BooleanBuilder::new()),
            Cell::Uint(8) => Self::U8(UInt8Builder::new()),
            Cell::Uint(16) => Self::U16(UInt16Builder::new()),
            Cell::Uint(32) | Cell::Kind(Kind::Ipv4) => Self::U32(UInt32Builder::new()),
            Cell::Uint(_) => Self::U64(UInt64Builder::new()),
            Cell::Int(8) => Self::I8(Int8Builder::new()),
            Cell::Int(16) => Self::I16(Int16Builder::new()),
            Cell::Int(32) => Self::I32(Int32Builder::new()),
            Cell::Int(_) => Self::I64(Int64Builder::new()),
            Cell::Float(32) => Self::F32(Float32Builder::new()),
            Cell::Float(_) => Self::F64(Float64Builder::new()),
            Cell::Time => Self::Time(TimestampNanosecondBuilder::new()),
            Cell::Seconds => Self::Seconds(Float64Builder::new()),
            Cell::Text => Self::Text(StringViewBuilder::new()),
            Cell::Bytes => Self::Bytes(BinaryViewBuilder::new()),
            Cell::Kind(Kind::Ipv6 | Kind::Guid) => Self::Fixed(16, FixedSizeBinaryBuilder::new(16)),
            Cell::Kind(Kind::Ether) => Self::Fixed(6, FixedSizeBinaryBuilder::new(6)),
            Cell::Kind(Kind::Eui64) => Self::Fixed(8, FixedSizeBinaryBuilder::new(8)),
        }
    }

    fn len(&self) -> usize {
        each!(self, builder => builder.len())
    }

    fn push_bool(&mut self, value: bool) {
        if let Self::Bool(builder) = self {
            builder.append_value(value);
        }
    }

    fn push_null(&mut self) {
        each!(self, builder => builder.append_null());
    }

    /// Adds a value; what does not fit its type is null. Tells whether the value can be had back from the column.
    #[inline]
    fn push(&mut self, field: Option<&'static Field>, def: u8, value: &Value<'_>) -> bool {
        /// Adds what fits.
        macro_rules! fitting {
            ($builder:expr, $value:expr) => {{
                let value = $value.ok();
                $builder.append_option(value);
                value.is_some()
            }};
        }
        match (self, value) {
            (Self::U32(builder), Value::Uint(n)) => fitting!(builder, u32::try_from(*n)),
            (Self::U32(builder), Value::Ipv4 { addr, .. }) => {
                builder.append_value(*addr);
                true
            }
            (Self::U16(builder), Value::Uint(n)) => fitting!(builder, u16::try_from(*n)),
            (Self::U8(builder), Value::Uint(n)) => fitting!(builder, u8::try_from(*n)),
            (Self::U64(builder), Value::Uint(n)) => {
                builder.append_value(*n);
                true
            }
            (Self::I8(builder), Value::Int(n)) => fitting!(builder, i8::try_from(*n)),
            (Self::I16(builder), Value::Int(n)) => fitting!(builder, i16::try_from(*n)),
            (Self::I32(builder), Value::Int(n)) => fitting!(builder, i32::try_from(*n)),
            (Self::I64(builder), Value::Int(n)) => {
                builder.append_value(*n);
                true
            }
            (Self::Bool(builder), Value::Bool(set)) => {
                builder.append_value(*set);
                true
            }
            (Self::F32(builder), Value::Float(x)) => {
                builder.append_value(*x as f32);
                f64::from(*x as f32).to_bits() == x.to_bits()
            }
            (Self::F64(builder), Value::Float(x)) => {
                builder.append_value(*x);
                true
            }
            (Self::Time(builder), Value::Time(ns)) => fitting!(builder, i64::try_from(*ns)),
            (Self::Seconds(builder), Value::Time(ns)) => {
                builder.append_value(*ns as f64 / 1e9);
                ns.unsigned_abs() <= EXACT_SECONDS
            }
            (Self::Text(builder), Value::Str(text)) => match std::str::from_utf8(text) {
                Ok(text) => {
                    builder.append_value(text);
                    true
                }
                Err(_) => {
                    builder.append_value(String::from_utf8_lossy(text));
                    false
                }
            },
            (Self::Bytes(builder), Value::Bytes(bytes)) => {
                builder.append_value(bytes);
                true
            }
            (Self::Fixed(width, builder), Value::Bytes(bytes)) => fixed(builder, *width, bytes),
            (Self::Fixed(16, builder), Value::Ipv6 { addr, .. }) => fixed(builder, 16, &addr.to_be_bytes()),
            (Self::Fixed(16, builder), Value::Guid(guid)) => fixed(builder, 16, guid),
            (Self::Text(builder), value) => {
                builder.append_value(text(field, def, value));
                false
            }
            (values, _) => {
                values.push_null();
                false
            }
        }
    }

    fn finish(&mut self) -> ArrayRef {
        each!(self, builder => ArrayBuilder::finish(builder))
    }
}

fn fixed(builder: &mut FixedSizeBinaryBuilder, width: i32, bytes: &[u8]) -> bool {
    let fits = usize::try_from(width) == Ok(bytes.len()) && builder.append_value(bytes).is_ok();
    if !fits {
        builder.append_null();
    }
    fits
}

/// The text of a value whose field has definitions of several types.
#[cold]
fn text(field: Option<&'static Field>, def: u8, value: &Value<'_>) -> String {
    value.text(field.map_or(Type::String, |field| field.definition(def).ty))
}

/// Whether the fields that a filter reads include this one.
pub(crate) fn fields_of(columns: &[Column], filters: &[Ir]) -> Vec<FieldId> {
    let own = columns.iter().filter(|column| of_frame(column)).filter_map(|column| match column.source {
        Source::Field(id) => Some(id),
        Source::File | Source::Filter(_) | Source::Payload => None,
    });
    let read = filters.iter().flat_map(strato_filter_lang::ir::visit::fields);
    own.chain(read).collect()
}
