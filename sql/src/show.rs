//! Values of results as text.

use datafusion::arrow::{
    array::{Array, ArrayRef, AsArray},
    datatypes::{DataType, Field, UInt32Type},
    error::ArrowError,
    util::display::{ArrayFormatter, DurationFormat, FormatOptions},
};

use crate::kind::{Kind, hex_text};

/// How values are formatted that have no form of their own here.
static OPTIONS: FormatOptions<'static> = FormatOptions::new()
    .with_null("")
    .with_timestamp_format(Some("%Y-%m-%d %H:%M:%S%.9f"))
    .with_timestamp_tz_format(Some("%Y-%m-%d %H:%M:%S%.9f%:z"))
    .with_duration_format(DurationFormat::Pretty);

/// A column of a result whose values can be written as text.
pub(crate) struct Shown<'a> {
    array: &'a dyn Array,
    how: How<'a>,
}

enum How<'a> {
    Kind(Kind),
    Bytes,
    List(Box<Shown<'a>>),
    /// What Arrow says.
    Plain(ArrayFormatter<'a>),
}

impl<'a> Shown<'a> {
    /// A column with its declaration.
    pub(crate) fn new(array: &'a ArrayRef, field: &Field) -> Result<Self, ArrowError> {
        let how = match (Kind::of(field), array.data_type()) {
            (_, DataType::List(item)) => How::List(Box::new(Shown::new(array.as_list::<i32>().values(), item)?)),
            (Some(kind), _) => How::Kind(kind),
            // Extension types get lost in computations; these widths are addresses all the same.
            (None, DataType::FixedSizeBinary(16)) => How::Kind(Kind::Ipv6),
            (None, DataType::FixedSizeBinary(6)) => How::Kind(Kind::Ether),
            (None, DataType::Binary | DataType::BinaryView | DataType::LargeBinary | DataType::FixedSizeBinary(_)) => {
                How::Bytes
            }
            _ => How::Plain(ArrayFormatter::try_new(array, &OPTIONS)?),
        };
        Ok(Self { array, how })
    }

    /// Whether there is no value.
    pub(crate) fn is_null(&self, row: usize) -> bool {
        self.array.is_null(row)
    }

    /// Writes a value behind what is there; nothing for null.
    pub(crate) fn push(&self, row: usize, text: &mut String) {
        if self.array.is_null(row) {
            return;
        }
        match &self.how {
            How::Kind(kind) => match self.array.data_type() {
                DataType::UInt32 => {
                    let number = self.array.as_primitive::<UInt32Type>().value(row);
                    text.push_str(&kind.number_text(number).unwrap_or_else(|| number.to_string()));
                }
                _ => text.push_str(&kind.bytes_text(bytes(self.array, row))),
            },
            How::Bytes => text.push_str(&hex_text(bytes(self.array, row), "")),
            How::List(values) => {
                text.push('[');
                let mut between = "";
                self.each(row, |at| {
                    text.push_str(std::mem::replace(&mut between, ", "));
                    if values.is_null(at) { text.push_str("NULL") } else { values.push(at, text) }
                });
                text.push(']');
            }
            How::Plain(formatter) => {
                // Writing to a string cannot fail; what cannot be formatted stays empty.
                drop(formatter.value(row).write(text));
            }
        }
    }

    /// The places of a list's values.
    fn each(&self, row: usize, mut look: impl FnMut(usize)) {
        let ends = self.array.as_list::<i32>().value_offsets();
        let (Some(from), Some(to)) = (ends.get(row), ends.get(row + 1)) else { return };
        (*from as usize..*to as usize).for_each(&mut look);
    }

    /// Writes a value as JSON behind what is there.
    pub(crate) fn push_json(&self, row: usize, text: &mut String) {
        if self.array.is_null(row) {
            text.push_str("null");
            return;
        }
        match (&self.how, self.array.data_type()) {
            (How::List(values), _) => {
                text.push('[');
                let mut between = "";
                self.each(row, |at| {
                    text.push_str(std::mem::replace(&mut between, ","));
                    values.push_json(at, text);
                });
                text.push(']');
            }
            (How::Plain(_), DataType::Boolean) => self.push(row, text),
            (How::Plain(_), DataType::Float32 | DataType::Float64) => {
                let before = text.len();
                self.push(row, text);
                // JSON has no word for these.
                if text[before..].contains(['N', 'n', 'i']) {
                    text.truncate(before);
                    text.push_str("null");
                }
            }
            (How::Plain(_), data_type) if data_type.is_numeric() && !is_decimal(data_type) => self.push(row, text),
            _ => {
                let mut plain = String::new();
                self.push(row, &mut plain);
                quote(&plain, text);
            }
        }
    }

    /// Whether values stand to the right.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self.how, How::Plain(_)) && self.array.data_type().is_numeric()
    }
}

fn is_decimal(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Decimal128(..) | DataType::Decimal256(..))
}

fn bytes(array: &dyn Array, row: usize) -> &[u8] {
    match array.data_type() {
        DataType::Binary => array.as_binary::<i32>().value(row),
        DataType::LargeBinary => array.as_binary::<i64>().value(row),
        DataType::BinaryView => array.as_binary_view().value(row),
        DataType::FixedSizeBinary(_) => array.as_fixed_size_binary().value(row),
        _ => &[],
    }
}

/// A string of JSON.
pub(crate) fn quote(plain: &str, text: &mut String) {
    text.push('"');
    for c in plain.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            c if c.is_control() => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => text.push(c),
        }
    }
    text.push('"');
}
