//! Rows of columns as frames whose fields can be read.

use std::{borrow::Cow, ops::ControlFlow};

use datafusion::arrow::{
    array::{
        Array, ArrayRef, AsArray, BinaryViewArray, BooleanArray, FixedSizeBinaryArray, Float32Array, Float64Array,
        ListArray, PrimitiveArray, StringViewArray,
    },
    compute::cast,
    datatypes::{DataType, Int64Type, TimestampNanosecondType, UInt64Type},
    error::ArrowError,
};
use strato_engine::proto::registry;
use strato_filter_lang::{
    access::{Access, Occurrence},
    schema::FieldId,
    types::Type,
    value::Value,
};

use crate::{
    column::{Cell, Column, Shape, Source},
    kind::Kind,
};

/// Columns of a batch.
pub(crate) struct Rows {
    columns: Vec<Read>,
    /// By field, which of the columns have its values.
    places: Vec<(FieldId, Vec<usize>)>,
}

struct Read {
    list: Option<ListArray>,
    values: Values,
    ty: Type,
}

enum Values {
    Presence(BooleanArray),
    Bool(BooleanArray),
    Uint(PrimitiveArray<UInt64Type>),
    Int(PrimitiveArray<Int64Type>),
    F32(Float32Array),
    F64(Float64Array),
    Time(PrimitiveArray<TimestampNanosecondType>),
    Seconds(Float64Array),
    Text(StringViewArray),
    Bytes(BinaryViewArray),
    Fixed(FixedSizeBinaryArray),
}

/// One of the rows.
pub(crate) struct Row<'r> {
    rows: &'r Rows,
    row: usize,
}

impl Rows {
    /// Reads these columns; `places` says which fields they have the values of, by their numbers.
    pub(crate) fn new(columns: &[(Column, ArrayRef)], places: Vec<(FieldId, Vec<usize>)>) -> Result<Self, ArrowError> {
        let columns = columns.iter().map(|(column, array)| Read::new(column, array)).collect::<Result<_, _>>()?;
        Ok(Self { columns, places })
    }

    /// A row.
    pub(crate) fn row(&self, row: usize) -> Row<'_> {
        Row { rows: self, row }
    }
}

impl<'r> Row<'r> {
    /// Every value of a field.
    pub(crate) fn values(&self, id: FieldId, visit: &mut dyn FnMut(&Occurrence<'r>) -> ControlFlow<()>) {
        let rows: &'r Rows = self.rows;
        let Some((_, place)) = rows.places.iter().find(|(field, _)| *field == id) else { return };
        for read in place.iter().filter_map(|at| rows.columns.get(*at)) {
            let range = match &read.list {
                Some(list) if list.is_null(self.row) => 0..0,
                Some(list) => {
                    let ends = list.value_offsets();
                    let end = |at: usize| ends.get(at).map_or(0, |end| *end as usize);
                    end(self.row)..end(self.row + 1)
                }
                None => self.row..self.row + 1,
            };
            for at in range {
                let Some(value) = read.value(at) else { continue };
                if visit(&Occurrence { field: id, def: 0, layer: 1, value, raw: &[] }).is_break() {
                    return;
                }
            }
        }
    }
}

impl Access for Row<'_> {
    fn each<'s>(&'s self, field: FieldId, visit: &mut dyn FnMut(&Occurrence<'s>) -> ControlFlow<()>) {
        self.values(field, visit);
    }
}

impl Read {
    fn new(column: &Column, array: &ArrayRef) -> Result<Self, ArrowError> {
        let ty = match column.source {
            Source::Field(id) => registry::schema().field(id).ty,
            Source::File | Source::Filter(_) | Source::Payload => Type::String,
        };
        let (list, cell) = match column.shape() {
            Shape::Presence => {
                let values = Values::Presence(cast(array, &DataType::Boolean)?.as_boolean().clone());
                return Ok(Self { list: None, values, ty });
            }
            Shape::First(cell) => (None, cell),
            Shape::List(cell) => (array.as_list_opt::<i32>().cloned(), cell),
        };
        let values = list.as_ref().map_or(array, |list| list.values());
        Ok(Self { values: Values::new(cell, values)?, list, ty })
    }

    fn value(&self, at: usize) -> Option<Value<'_>> {
        Some(match &self.values {
            Values::Presence(array) if array.is_valid(at) && array.value(at) => match self.ty {
                Type::Protocol => Value::Protocol { bytes: Cow::Borrowed(&[]), text: "" },
                _ => Value::Label,
            },
            Values::Presence(_) => return None,
            Values::Bool(array) => Value::Bool(array.is_valid(at).then(|| array.value(at))?),
            Values::Uint(array) => {
                let number = array.is_valid(at).then(|| array.value(at))?;
                match self.ty {
                    Type::Ipv4 => Value::ipv4(number as u32),
                    _ => Value::Uint(number),
                }
            }
            Values::Int(array) => Value::Int(array.is_valid(at).then(|| array.value(at))?),
            Values::F32(array) => Value::Float(array.is_valid(at).then(|| array.value(at))?.into()),
            Values::F64(array) => Value::Float(array.is_valid(at).then(|| array.value(at))?),
            Values::Time(array) => Value::Time(array.is_valid(at).then(|| array.value(at))?.into()),
            Values::Seconds(array) => Value::Time((array.is_valid(at).then(|| array.value(at))? * 1e9).round() as i128),
            Values::Text(array) => Value::str(array.is_valid(at).then(|| array.value(at))?),
            Values::Bytes(array) => Value::bytes(array.is_valid(at).then(|| array.value(at))?),
            Values::Fixed(array) => {
                let bytes = array.is_valid(at).then(|| array.value(at))?;
                match (self.ty, <[u8; 16]>::try_from(bytes)) {
                    (Type::Ipv6, Ok(bytes)) => Value::ipv6(u128::from_be_bytes(bytes)),
                    (Type::Guid, Ok(bytes)) => Value::Guid(bytes),
                    _ => Value::bytes(bytes),
                }
            }
        })
    }
}

impl Values {
    fn new(cell: Cell, array: &ArrayRef) -> Result<Self, ArrowError> {
        let to = |data_type: DataType| cast(array, &data_type);
        Ok(match cell {
            Cell::Bool => Self::Bool(to(DataType::Boolean)?.as_boolean().clone()),
            Cell::Uint(_) | Cell::Kind(Kind::Ipv4) => Self::Uint(to(DataType::UInt64)?.as_primitive().clone()),
            Cell::Int(_) => Self::Int(to(DataType::Int64)?.as_primitive().clone()),
            Cell::Float(32) => Self::F32(to(DataType::Float32)?.as_primitive().clone()),
            Cell::Float(_) => Self::F64(to(DataType::Float64)?.as_primitive().clone()),
            Cell::Time => Self::Time(to(cell.data_type())?.as_primitive().clone()),
            Cell::Seconds => Self::Seconds(to(DataType::Float64)?.as_primitive().clone()),
            Cell::Text => Self::Text(to(DataType::Utf8View)?.as_string_view().clone()),
            Cell::Bytes => Self::Bytes(to(DataType::BinaryView)?.as_binary_view().clone()),
            Cell::Kind(kind) => Self::Fixed(to(kind.data_type())?.as_fixed_size_binary().clone()),
        })
    }
}
