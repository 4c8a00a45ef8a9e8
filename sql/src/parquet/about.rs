//! What a Parquet file says of itself, beside its schema: key-value pairs of its footer.
//!
//! | key | value |
//! |---|---|
//! | `strato.version` | of these rules |
//! | `strato.columns` | an array: `name`, `type` of the field as Wireshark calls it, `values` (`presence`, `first`, `all`), `repeats`, `lossy` |
//! | `strato.captures` | an array: `name`; `rest`, what stands behind its last frame, in hexadecimal |
//! | `strato.filter` | the display filter that selected the frames, if there was one |
//! | `strato.order` | `capture`, or `time` |
//! | `strato.payload` | `capture`, where the frames themselves are kept |
//!
//! A column repeats if it holds the first value, and some frame has its field more than once; it is lossy if it cannot hold
//! some value as it is. Display filters can be answered from columns that are neither.

use std::collections::BTreeMap;

use datafusion::parquet::file::metadata::KeyValue;
use serde_json::{Value, json};
use strato_engine::proto::registry;

use crate::{
    captures::Noted,
    column::{Column, Shape, Source},
    kind::{hex, hex_text},
};

/// The rules that this version writes, and reads.
const VERSION: &str = "1";

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    /// By the name of a column, what it holds.
    pub(crate) columns: BTreeMap<String, Held>,
    /// The captures that were converted, with the blocks behind their last frames.
    pub(crate) captures: Vec<(String, Vec<u8>)>,
    /// The display filter that selected the frames.
    pub(crate) filter: String,
    /// The frames are sorted by time.
    pub(crate) sorted: bool,
    /// The frames of each capture have the order that they had in it.
    pub(crate) in_order: bool,
    /// The frames themselves are kept.
    pub(crate) payload: bool,
}

/// What a column holds of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    /// Some frame has more values than the first.
    pub(crate) repeats: bool,
    /// Some value cannot be had back.
    pub(crate) lossy: bool,
}

impl About {
    /// The pairs for a file with these columns.
    pub(crate) fn pairs(&self, columns: &[Column], noted: &Noted) -> Vec<KeyValue> {
        let schema = registry::schema();
        let columns = columns.iter().map(|column| {
            let values = match column.shape() {
                Shape::Presence => "presence",
                Shape::First(_) => "first",
                Shape::List(_) => "all",
            };
            let (repeats, lossy) = (noted.repeats.contains(&column.name), noted.lossy.contains(&column.name));
            match column.source {
                Source::Field(id) => {
                    let ty = schema.field(id).ty.name();
                    json!({"name": column.name, "type": ty, "values": values, "repeats": repeats, "lossy": lossy})
                }
                Source::File | Source::Filter(_) | Source::Payload => json!({"name": column.name, "values": values}),
            }
        });
        let captures = self.captures.iter().map(|(name, _)| {
            let rest = noted.rests.iter().find(|(of, rest)| of == name && !rest.is_empty());
            match rest {
                Some((_, rest)) => json!({"name": name, "rest": hex_text(rest, "")}),
                None => json!({ "name": name }),
            }
        });
        let order = match (self.sorted, self.in_order) {
            (true, true) => "time, capture",
            (true, false) => "time",
            (false, _) => "capture",
        };
        let mut pairs = vec![
            pair("strato.version", VERSION),
            pair("strato.columns", &Value::Array(columns.collect()).to_string()),
            pair("strato.captures", &Value::Array(captures.collect()).to_string()),
            pair("strato.order", order),
        ];
        if !self.filter.trim().is_empty() {
            pairs.push(pair("strato.filter", &self.filter));
        }
        if self.payload {
            pairs.push(pair("strato.payload", "capture"));
        }
        pairs
    }

    /// Reads the pairs of a file; `None` where they are not ours.
    ///
    /// # Errors
    /// They are ours, and not understood.
    pub(crate) fn read(pairs: &[KeyValue]) -> Result<Option<Self>, String> {
        let get = |key: &str| pairs.iter().find(|pair| pair.key == key)?.value.as_deref();
        let Some(version) = get("strato.version") else { return Ok(None) };
        if version != VERSION {
            return Err(format!("it was written by another version of strato (rules {version}, not {VERSION})"));
        }
        let array = |key: &str| -> Result<Vec<Value>, String> {
            let found = get(key).and_then(|text| serde_json::from_str(text).ok());
            found.ok_or_else(|| format!("what it says of itself is damaged: {key}"))
        };
        let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let columns = array("strato.columns")?;
        let columns = columns.iter().filter_map(|column| {
            let is = |key: &str| column.get(key).and_then(Value::as_bool);
            Some((text(column, "name")?, Held { repeats: is("repeats")?, lossy: is("lossy")? }))
        });
        let captures = array("strato.captures")?;
        let captures = captures.iter().filter_map(|capture| {
            let rest = text(capture, "rest").and_then(|rest| hex(&rest)).unwrap_or_default();
            Some((text(capture, "name")?, rest))
        });
        let order = get("strato.order").unwrap_or_default();
        Ok(Some(Self {
            columns: columns.collect(),
            captures: captures.collect(),
            filter: get("strato.filter").unwrap_or_default().to_owned(),
            sorted: order.contains("time"),
            in_order: order.contains("capture"),
            payload: get("strato.payload") == Some("capture"),
        }))
    }
}

fn pair(key: &str, value: &str) -> KeyValue {
    KeyValue { key: key.to_owned(), value: Some(value.to_owned()) }
}
