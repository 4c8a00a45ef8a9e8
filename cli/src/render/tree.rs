//! `-V`: every layer with its fields, each below what holds it.

use std::{
    fmt::Write as _,
    io::{self, Write},
    ops::Range,
};

use strato_engine::proto::registry;
use strato_filter_lang::{
    access::Occurrence,
    schema::{Display, Field, Names},
    types::Type,
    value::Value,
};

use super::{Sink, View, hex, value};

/// Bytes of a value that are shown; the rest is an ellipsis.
const SHOWN_BYTES: usize = 36;

/// A layer of a frame.
pub(crate) struct Layer<'v> {
    pub(crate) protocol: &'static Field,
    pub(crate) items: Vec<Item<'v>>,
}

/// A field of a layer.
pub(crate) struct Item<'v> {
    pub(crate) field: &'static Field,
    pub(crate) occurrence: &'v Occurrence<'v>,
    /// Bytes of the frame that it covers; `None` for what was worked out or lies elsewhere.
    span: Option<Range<usize>>,
}

/// The layers of a frame, outermost first, their fields in the order of their bytes.
pub(crate) fn layers<'v>(view: &View<'v>) -> Vec<Layer<'v>> {
    let schema = registry::schema();
    let mut layers: Vec<(Layer<'v>, _)> = Vec::new();
    for occurrence in &view.found.occurrences {
        let declared = schema.field(occurrence.field);
        let owner = registry::registry().owner(occurrence.field);
        let key = (owner, occurrence.layer);
        let at = layers.iter().rposition(|(_, other)| *other == key).unwrap_or_else(|| {
            layers.push((Layer { protocol: schema.field(owner), items: Vec::new() }, key));
            layers.len() - 1
        });
        // A field that others count for (`ip.addr`) repeats them; the layer's own item is its heading.
        if declared.occurs_as.is_empty() && occurrence.field != owner {
            let field = declared.definition(occurrence.def);
            let span = span(view.frame.data, occurrence.raw);
            if let Some((layer, _)) = layers.get_mut(at) {
                layer.items.push(Item { field, occurrence, span });
            }
        }
    }
    // The summary's columns say nothing that is not in the layers.
    layers.retain(|(layer, _)| layer.protocol.name != "_ws.col");
    layers.into_iter().map(|(layer, _)| Layer { items: sorted(layer.items), ..layer }).collect()
}

/// Where `part` lies in `whole`.
fn span(whole: &[u8], part: &[u8]) -> Option<Range<usize>> {
    let start = (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize)?;
    let end = start.checked_add(part.len())?;
    (!part.is_empty() && end <= whole.len()).then_some(start..end)
}

/// By place, what covers more before what it holds; what has no place stays behind its predecessor.
fn sorted(items: Vec<Item<'_>>) -> Vec<Item<'_>> {
    let mut last = (0, 0, 0);
    let mut keyed: Vec<_> = items
        .into_iter()
        .map(|item| {
            if let Some(span) = &item.span {
                // Of two parts of the same bytes the one with the higher bits comes first.
                let high = if item.field.mask == 0 { 0 } else { u64::from(item.field.mask.leading_zeros()) + 1 };
                last = (span.start, usize::MAX - span.end, high);
            }
            (last, item)
        })
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, item)| item).collect()
}

/// Trees.
pub(crate) struct Tree {
    /// With the bytes.
    pub(crate) hex: bool,
}

impl Sink for Tree {
    fn frame(&self, out: &mut Vec<u8>, view: &View<'_>) -> io::Result<()> {
        for layer in layers(view) {
            writeln!(out, "{}", heading(&layer, view))?;
            let mut open: Vec<&Item<'_>> = Vec::new();
            for item in &layer.items {
                while open.last().is_some_and(|outer| !outer.holds(item)) {
                    open.pop();
                }
                let indent = (open.len() + 1) * 4;
                writeln!(out, "{:indent$}{}", "", label(item))?;
                open.push(item);
            }
        }
        writeln!(out)?;
        if self.hex { hex::write(out, view.frame.data) } else { Ok(()) }
    }
}

impl Item<'_> {
    /// A heading, or a field whose name begins the other's, holds what lies in its bytes.
    fn holds(&self, inner: &Self) -> bool {
        let (Some(outer), Some(span)) = (&self.span, &inner.span) else { return false };
        let within = outer.start <= span.start && span.end <= outer.end;
        let below = inner.field.name.strip_prefix(self.field.name).is_some_and(|rest| rest.starts_with('.'));
        within && (below || matches!(self.occurrence.value, Value::Label) && outer.len() > span.len())
    }
}

fn heading(layer: &Layer<'_>, view: &View<'_>) -> String {
    if layer.protocol.name != "frame" {
        return layer.protocol.label.to_owned();
    }
    let (wire, captured) = (u64::from(view.frame.original_len), view.frame.data.len() as u64);
    let (number, wire_bits, captured_bits) = (view.frame.number, wire * 8, captured * 8);
    format!("Frame {number}: {wire} bytes on wire ({wire_bits} bits), {captured} bytes captured ({captured_bits} bits)")
}

/// `Label: Name (value) unit`, bits drawn before a part of a number, brackets around what was worked out.
fn label(item: &Item<'_>) -> String {
    let (field, occurrence) = (item.field, item.occurrence);
    let mut text = String::new();
    if field.mask != 0 && !occurrence.raw.is_empty() {
        text.push_str(&bits(field.mask, occurrence));
        text.push_str(" = ");
    }
    text.push_str(field.label);
    if !matches!(occurrence.value, Value::Label) {
        // Writing to a string cannot fail.
        _ = write!(text, ": {}", described(field, occurrence));
    }
    if item.span.is_none() && occurrence.raw.is_empty() { format!("[{text}]") } else { text }
}

/// The value with its name and unit.
fn described(field: &Field, occurrence: &Occurrence<'_>) -> String {
    let value = &occurrence.value;
    let number = match value {
        Value::Bool(_) => return field.name_of(value).unwrap_or_default().into_owned(),
        Value::Uint(n) => *n,
        Value::Int(n) => n.unsigned_abs(),
        Value::Time(_) if field.ty == Type::RelativeTime => return format!("{} seconds", value.text(field.ty)),
        Value::Bytes(bytes) => return shortened(&value.text(field.ty), bytes.len()),
        Value::Label
        | Value::Float(_)
        | Value::Time(_)
        | Value::Str(_)
        | Value::Ipv4 { .. }
        | Value::Ipv6 { .. }
        | Value::Guid(_)
        | Value::Protocol { .. } => return with_unit(value::plain(field, occurrence), field),
    };
    let text = value::plain(field, occurrence);
    match (field.name_of(value), field.names) {
        (Some(name), Names::Format(_)) => name.into_owned(),
        (Some(name), _) => format!("{name} ({text})"),
        (None, Names::Table(_)) => format!("Unknown ({text})"),
        (None, _) => match field.display {
            Display::HexDec => format!("{text} ({number})"),
            Display::DecHex => format!("{text} (0x{number:x})"),
            _ => with_unit(text, field),
        },
    }
}

fn with_unit(text: String, field: &Field) -> String {
    if field.unit.is_empty() { text } else { format!("{text} {}", field.unit) }
}

/// Long bytes by their start.
fn shortened(text: &str, bytes: usize) -> String {
    if bytes <= SHOWN_BYTES {
        return text.to_owned();
    }
    let digits = text.len() / bytes.max(1) * SHOWN_BYTES;
    format!("{}… ({bytes} bytes)", text.get(..digits).unwrap_or(text))
}

/// `.1.. ....`: the bits of the mask as they are set, in groups of four.
fn bits(mask: u64, occurrence: &Occurrence<'_>) -> String {
    let number = match occurrence.value {
        Value::Bool(set) => u64::from(set) * mask,
        Value::Uint(n) => n << mask.trailing_zeros(),
        Value::Int(n) => n.cast_unsigned() << mask.trailing_zeros(),
        _ => 0,
    };
    let width = (occurrence.raw.len() * 8).clamp(8, 64);
    let mut text = String::with_capacity(width * 5 / 4);
    for bit in (0..width).rev() {
        let place = 1u64 << bit;
        text.push(match (mask & place != 0, number & place != 0) {
            (false, _) => '.',
            (true, false) => '0',
            (true, true) => '1',
        });
        if bit % 4 == 0 && bit != 0 {
            text.push(' ');
        }
    }
    text
}
