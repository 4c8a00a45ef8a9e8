//! The columns of `frames`: the fields of the schema, and what stands beside them.

mod repeats;

use std::sync::Arc;

use datafusion::arrow::datatypes::{DataType, Field as ArrowField, TimeUnit};
use strato_engine::proto::registry;
use strato_filter_lang::{
    schema::{Field, FieldId},
    types::Type,
};

use crate::kind::Kind;

/// The key of a field's name in the metadata of its column, where its values have names.
const FIELD: &str = "strato.field";

/// What `SELECT *` shows of `frames`: a summary line.
pub const SUMMARY: [&str; 7] = [
    "frame.number",
    "frame.time",
    "_ws.col.def_src",
    "_ws.col.def_dst",
    "_ws.col.protocol",
    "frame.len",
    "_ws.col.info",
];

/// The column that says of which capture a frame is.
pub const FILE: &str = "file";

/// The column of a Parquet file that holds the frames themselves.
pub const PAYLOAD: &str = "payload";

/// A column of `frames`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, as it was asked for: of a field or an alias, [`FILE`], or `dfilter('…')`.
    pub name: String,
    /// Where its values come from.
    pub source: Source,
}

/// Where the values of a column come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A field of the frame.
    Field(FieldId),
    /// The capture's name.
    File,
    /// Whether a display filter selects the frame.
    Filter(String),
    /// The frame as its capture has it, behind what came before it there.
    Payload,
}

/// The type of one value in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// True or false.
    Bool,
    /// Unsigned, of so many bits.
    Uint(u8),
    /// Signed, of so many bits.
    Int(u8),
    /// A number with a fraction, of 32 or 64 bits.
    Float(u8),
    /// A point in time: nanoseconds, UTC.
    Time,
    /// A time span: seconds.
    Seconds,
    /// Text.
    Text,
    /// Bytes of any length.
    Bytes,
    /// One of the kinds that Arrow has no type for.
    Kind(Kind),
}

/// What a frame has of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// True where the field occurs.
    Presence,
    /// The first value, if there is one.
    First(Cell),
    /// All values, if there is one.
    List(Cell),
}

impl Column {
    /// The column of a field's name or alias, or `file`.
    pub fn named(name: &str) -> Option<Self> {
        let source = match registry::schema().resolve(name) {
            Some(found) => Source::Field(found.id),
            None if name == FILE => Source::File,
            None => return None,
        };
        Some(Self { name: name.to_owned(), source })
    }

    /// The column of a display filter's answer.
    pub fn filter(text: &str) -> Self {
        Self { name: format!("dfilter('{}')", text.replace('\'', "''")), source: Source::Filter(text.to_owned()) }
    }

    /// The column of the frames themselves.
    pub(crate) fn payload() -> Self {
        Self { name: PAYLOAD.to_owned(), source: Source::Payload }
    }

    /// A column of a Parquet file.
    pub(crate) fn stored(name: &str) -> Option<Self> {
        if name == PAYLOAD { Some(Self::payload()) } else { Self::named(name) }
    }

    /// What a frame has of it.
    pub fn shape(&self) -> Shape {
        match &self.source {
            Source::Field(id) => shape(registry::schema().field(*id)),
            Source::File => Shape::First(Cell::Text),
            Source::Filter(_) => Shape::Presence,
            Source::Payload => Shape::First(Cell::Bytes),
        }
    }

    /// Its declaration in Arrow.
    pub fn arrow(&self) -> ArrowField {
        let names = match &self.source {
            Source::Field(id) => Some(registry::schema().field(*id)).filter(|field| field.has_names()),
            Source::File | Source::Filter(_) | Source::Payload => None,
        };
        let cell = |cell: Cell, name: &str| {
            let mut arrow = cell.arrow(name);
            if let Some(field) = names {
                arrow.metadata_mut().insert(FIELD.to_owned(), field.name.to_owned());
            }
            arrow
        };
        match self.shape() {
            Shape::Presence => ArrowField::new(&self.name, DataType::Boolean, false),
            Shape::First(one) => cell(one, &self.name),
            Shape::List(one) => ArrowField::new(&self.name, DataType::List(Arc::new(cell(one, "item"))), true),
        }
    }
}

/// The field of a column, or of a list's elements, whose values have names.
pub(crate) fn named_values(column: &ArrowField) -> Option<&'static Field> {
    let column = match column.data_type() {
        DataType::List(item) => item,
        _ => column,
    };
    let found = registry::schema().resolve(column.metadata().get(FIELD)?)?;
    Some(registry::schema().field(found.id))
}

/// What a frame has of a field.
///
/// A protocol is there or not. Fields whose occurrences are those of others (`tcp.port`, `ip.addr`), and those that often
/// occur more than once in a frame, are lists. Of all others a frame has the first value.
pub fn shape(field: &Field) -> Shape {
    let cells = field.definitions().map(|definition| cell(definition.ty));
    match cells.reduce(both).flatten() {
        None => Shape::Presence,
        Some(cell) if !field.occurs_as.is_empty() || repeats::repeats(field.name) => Shape::List(cell),
        Some(cell) => Shape::First(cell),
    }
}

/// The type of a field's values; `None` where only their presence tells something.
pub fn cell(ty: Type) -> Option<Cell> {
    Some(match ty {
        Type::None | Type::Protocol => return None,
        Type::Boolean => Cell::Bool,
        Type::Char => Cell::Uint(8),
        Type::Uint(bits) => Cell::Uint(width(bits)),
        Type::Int(bits) => Cell::Int(width(bits)),
        Type::Framenum | Type::Ipxnet => Cell::Uint(32),
        Type::Float => Cell::Float(32),
        Type::Double | Type::Ieee11073Sfloat | Type::Ieee11073Float => Cell::Float(64),
        Type::AbsoluteTime => Cell::Time,
        Type::RelativeTime => Cell::Seconds,
        Type::String | Type::Ax25 => Cell::Text,
        Type::Bytes | Type::UintBytes | Type::Vines | Type::Fcwwn | Type::SystemId => Cell::Bytes,
        // What people write of these is text.
        Type::Oid | Type::RelOid => Cell::Text,
        Type::Ether => Cell::Kind(Kind::Ether),
        Type::Eui64 => Cell::Kind(Kind::Eui64),
        Type::Ipv4 => Cell::Kind(Kind::Ipv4),
        Type::Ipv6 => Cell::Kind(Kind::Ipv6),
        Type::Guid => Cell::Kind(Kind::Guid),
    })
}

/// The width of Arrow's integers that holds so many bits.
fn width(bits: u8) -> u8 {
    match bits {
        0..=8 => 8,
        9..=16 => 16,
        17..=32 => 32,
        33.. => 64,
    }
}

/// A type for the values of two definitions of one name.
fn both(one: Option<Cell>, other: Option<Cell>) -> Option<Cell> {
    let (Some(one), Some(other)) = (one, other) else { return one.or(other) };
    Some(match (one, other) {
        _ if one == other => one,
        (Cell::Uint(a), Cell::Uint(b)) => Cell::Uint(a.max(b)),
        (Cell::Int(a), Cell::Int(b)) => Cell::Int(a.max(b)),
        (Cell::Float(_), Cell::Float(_)) => Cell::Float(64),
        _ => Cell::Text,
    })
}

impl Cell {
    /// A column of such values.
    pub fn arrow(self, name: &str) -> ArrowField {
        let field = ArrowField::new(name, self.data_type(), true);
        match self {
            Self::Kind(kind) => field.with_metadata(kind.metadata()),
            _ => field,
        }
    }

    /// Arrow's type.
    pub fn data_type(self) -> DataType {
        match self {
            Self::Bool => DataType::Boolean,
            Self::Uint(8) => DataType::UInt8,
            Self::Uint(16) => DataType::UInt16,
            Self::Uint(32) => DataType::UInt32,
            Self::Uint(_) => DataType::UInt64,
            Self::Int(8) => DataType::Int8,
            Self::Int(16) => DataType::Int16,
            Self::Int(32) => DataType::Int32,
            Self::Int(_) => DataType::Int64,
            Self::Float(32) => DataType::Float32,
            Self::Float(_) | Self::Seconds => DataType::Float64,
            Self::Time => DataType::Timestamp(TimeUnit::Nanosecond, None),
            Self::Text => DataType::Utf8View,
            Self::Bytes => DataType::BinaryView,
            Self::Kind(kind) => kind.data_type(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_types_that_people_expect() {
        let data_type = |name: &str| Column::named(name).unwrap().arrow().data_type().to_string();
        assert_eq!(data_type("tcp.srcport"), "UInt16");
        assert_eq!(data_type("frame.time"), "Timestamp(ns)");
        assert_eq!(data_type("tcp.time_delta"), "Float64");
        assert_eq!(data_type("ip.src"), "UInt32");
        assert_eq!(data_type("ipv6.src"), "FixedSizeBinary(16)");
        assert_eq!(data_type("eth.src"), "FixedSizeBinary(6)");
        assert_eq!(data_type("http.host"), "Utf8View");
        assert_eq!(data_type("tcp.payload"), "BinaryView");
        assert_eq!(data_type("tcp"), "Boolean");
        assert_eq!(data_type("tcp.flags.syn"), "Boolean");
        assert!(data_type("tcp.port").starts_with("List"));
        assert!(data_type("dns.a").starts_with("List"));
        assert_eq!(Kind::of(&Column::named("ip.addr").unwrap().arrow()), Some(Kind::Ipv4));
        assert!(Column::named("no.such.field").is_none());
    }
}
