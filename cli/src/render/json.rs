//! `-T json` as tshark's, and `-T ndjson`: one flat object a line, with numbers as numbers.

use std::io::{self, Write};

use jiff::Timestamp;
use serde_json::{Map, Value as Json, json};
use strato_filter_lang::{access::Occurrence, schema::Field, types::Type, value::Value};

use super::{Column, Sink, View, value};

/// An array of `{"_index", "_source": {"layers": …}}`.
pub(crate) struct Documents {
    columns: Vec<Column>,
}

impl Documents {
    /// With these fields, or all when there are none.
    pub(crate) fn new(columns: Vec<Column>) -> Self {
        Self { columns }
    }
}

impl Sink for Documents {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "[")
    }

    fn frame(&self, out: &mut Vec<u8>, view: &View<'_>) -> io::Result<()> {
        let layers = if self.columns.is_empty() { layers(view) } else { chosen(&self.columns, view) };
        let day = view.frame.timestamp_ns.and_then(|ns| Timestamp::from_nanosecond(ns).ok()).unwrap_or_default();
        let document = json!({
            "_index": format!("packets-{}", day.strftime("%Y-%m-%d")),
            "_type": "doc",
            "_score": null,
            "_source": { "layers": layers },
        });
        let text = serde_json::to_string_pretty(&document)?;
        write!(out, "\n  {}", text.replace('\n', "\n  "))
    }

    fn between(&self) -> &'static str {
        ","
    }

    fn end(&self, out: &mut dyn Write, any: bool) -> io::Result<()> {
        writeln!(out, "{}]", if any { "\n" } else { "" })
    }
}

fn chosen(columns: &[Column], view: &View<'_>) -> Json {
    let mut row = Map::new();
    for column in columns {
        let values = column.values(view, value::plain);
        if !values.is_empty() {
            row.insert(column.name.clone(), json!(values));
        }
    }
    Json::Object(row)
}

/// `{protocol: {field: text}}`; what occurs several times is an array.
fn layers(view: &View<'_>) -> Json {
    let mut layers = Map::new();
    for layer in super::tree::layers(view) {
        let mut fields = Map::new();
        for item in layer.items {
            add(&mut fields, item.field.name, Json::String(value::plain(item.field, item.occurrence)));
        }
        add(&mut layers, layer.protocol.name, Json::Object(fields));
    }
    Json::Object(layers)
}

/// A second value under a key makes an array of both.
fn add(map: &mut Map<String, Json>, key: &str, value: Json) {
    match map.get_mut(key) {
        None => {
            map.insert(key.to_owned(), value);
        }
        Some(Json::Array(all)) => all.push(value),
        Some(one) => *one = Json::Array(vec![one.take(), value]),
    }
}

/// One object a line.
pub(crate) struct Lines {
    pub(crate) columns: Vec<Column>,
}

impl Sink for Lines {
    fn frame(&self, out: &mut Vec<u8>, view: &View<'_>) -> io::Result<()> {
        let mut row = Map::new();
        if self.columns.is_empty() {
            for item in super::tree::layers(view).into_iter().flat_map(|layer| layer.items) {
                add(&mut row, item.field.name, typed(item.field, item.occurrence));
            }
        }
        for column in &self.columns {
            for value in column.values(view, typed) {
                add(&mut row, &column.name, value);
            }
        }
        writeln!(out, "{}", Json::Object(row))
    }
}

/// A value with the JSON type nearest to its own: absolute times as RFC 3339, durations in seconds.
fn typed(field: &Field, occurrence: &Occurrence<'_>) -> Json {
    match &occurrence.value {
        Value::Label | Value::Protocol { .. } => Json::Bool(true),
        Value::Bool(set) => json!(set),
        Value::Uint(n) => json!(n),
        Value::Int(n) => json!(n),
        Value::Float(x) => json!(x),
        Value::Time(ns) if field.ty == Type::AbsoluteTime => match Timestamp::from_nanosecond(*ns) {
            Ok(time) => json!(time.strftime("%Y-%m-%dT%H:%M:%S.%9fZ").to_string()),
            Err(_) => json!(occurrence.value.text(field.ty)),
        },
        // 53 bits are exact to the nanosecond for durations of up to 104 days.
        Value::Time(ns) => json!(*ns as f64 / 1e9),
        Value::Str(text) => json!(String::from_utf8_lossy(text)),
        value => json!(value.text(field.ty)),
    }
}
