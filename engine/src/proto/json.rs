//! JavaScript Object Notation, RFC 8259 (and `NaN`).

mod parse;

use std::borrow::Cow;

use strato_filter_lang::value::Value;

use self::parse::{Event, Scalar, Span, Text, parse};
use super::{
    Parent, Proto, Protocol, Table,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Json =>
    ARRAY: "json.array", "Array", none();
    OBJECT: "json.object", "Object", none();
    MEMBER: "json.member", "Member", str();
    KEY: "json.key", "Key", str();
    PATH: "json.path", "Path", str();
    PATH_WITH_VALUE: "json.path_with_value", "Path with value", str();
    MEMBER_WITH_VALUE: "json.member_with_value", "Member with value", str();
    VALUE_STRING: "json.value.string", "String value", str();
    VALUE_NUMBER: "json.value.number", "Number value", str();
    VALUE_FALSE: "json.value.false", "False value", none();
    VALUE_NULL: "json.value.null", "Null value", none();
    VALUE_TRUE: "json.value.true", "True value", none();
    VALUE_NAN: "json.value.nan", "NaN value", none();
    ARRAY_COMPACT: "json.array_compact", "Array compact", none();
    OBJECT_COMPACT: "json.object_compact", "Object compact", none();
    MEMBER_COMPACT: "json.member_compact", "Member compact", none();
    ARRAY_ITEM_COMPACT: "json.array_item_compact", "Array item compact", none();
    BINARY_DATA: "json.binary_data", "Binary data", bytes();
    IGNORED_LEADING_BYTES: "json.ignored_leading_bytes", "Ignored leading bytes", str();
}

/// JSON.
pub static JSON: Protocol = Protocol {
    name: "json",
    title: "JavaScript Object Notation",
    frame_name: "json",
    fields: FIELDS,
    parents: &[
        Parent::MediaType("application/json"),
        Parent::MediaType("application/senml+json"),
        Parent::MediaType("application/sensml+json"),
        Parent::MediaType("application/json-rpc"),
        Parent::MediaType("application/jsonrequest"),
        Parent::MediaType("application/dds-web+json"),
        Parent::MediaType("application/vnd.oma.lwm2m+json"),
        Parent::MediaType("application/problem+json"),
        Parent::MediaType("application/merge-patch+json"),
        Parent::MediaType("application/json-patch+json"),
        Parent::MediaType("application/x-ndjson"),
        Parent::Below(Proto::Grpc),
        Parent::Below(Proto::Nats),
        Parent::Below(Proto::DbLspDisc),
        Parent::DecodeAs(Table::TcpPort),
        Parent::DecodeAs(Table::UdpPort),
    ],
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of paths that are made for each byte of a text, and for a text of any length: each value repeats all keys above
/// it.
const PATHS_PER_BYTE: usize = 1000;
const PATHS: usize = 64 << 10;

/// Whether bytes look like JSON, as far as those ask who may as well carry something else.
pub(super) fn looks_valid(text: &[u8]) -> bool {
    parse::looks_valid(text)
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let text = tvb.data();
    let mut events = Vec::new();
    let end = parse(text, &mut events);
    if cx.out.needs_itself(Proto::Json) || cx.out.plan.everything {
        Emitter { text, path: String::new(), key: Cow::Borrowed(""), made: 0 }.emit(cx, &events);
    }
    cx.info.protocol_column = "JSON";
    if end < tvb.reported_len() {
        cx.call(Proto::DataTextLines, tvb.rest(end)?);
    }
    Ok(end)
}

/// Walks through the events of texts.
struct Emitter<'f> {
    text: &'f [u8],
    /// Keys above, each after a slash.
    path: String,
    /// The last of them.
    key: Cow<'f, str>,
    /// Bytes of paths made so far.
    made: usize,
}

impl<'f> Emitter<'f> {
    fn emit(&mut self, cx: &mut Cx<'f>, events: &[Event]) {
        let mut open: Vec<(usize, Cow<'f, str>)> = Vec::new();
        for event in events {
            match *event {
                Event::Object(span) => cx.out.add(f::OBJECT, self.bytes(span), Value::Label),
                Event::Array(span) => {
                    cx.out.add(f::ARRAY, self.bytes(span), Value::Label);
                    open.push((self.path.len(), std::mem::replace(&mut self.key, Cow::Borrowed("[]"))));
                    self.path.push_str("/[]");
                }
                Event::EndArray => {
                    let Some((len, key)) = open.pop() else { return };
                    self.path.truncate(len);
                    self.key = key;
                }
                Event::Member { span, key } => {
                    let name = key.unescaped(self.text);
                    self.add(cx, f::MEMBER, span, &name);
                    open.push((self.path.len(), std::mem::replace(&mut self.key, name)));
                    self.path.push('/');
                    self.path.push_str(&self.key);
                }
                Event::EndMember { span, key } => {
                    let Some((len, outer)) = open.pop() else { return };
                    self.add(cx, f::KEY, key.quoted(), &self.key);
                    self.add_path(cx, f::PATH, span, "");
                    self.path.truncate(len);
                    self.key = outer;
                }
                Event::Scalar(scalar) => self.scalar(cx, scalar),
            }
        }
    }

    fn bytes(&self, span: Span) -> &'f [u8] {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    fn add(&self, cx: &mut Cx<'f>, field: F, span: Span, text: &str) {
        if cx.out.wants(field) {
            let text = cx.out.alloc_str(text);
            cx.out.add(field, self.bytes(span), Value::str(text));
        }
    }

    /// Emits the path, with the value it leads to.
    fn add_path(&mut self, cx: &mut Cx<'f>, field: F, span: Span, value: &str) {
        if cx.out.wants(field) && self.made < PATHS + PATHS_PER_BYTE * self.text.len() {
            let text = format!("{}{value}", self.path);
            self.made += text.len();
            self.add(cx, field, span, &text);
        }
    }

    fn scalar(&mut self, cx: &mut Cx<'f>, scalar: Scalar) {
        let (span, field) = match scalar {
            Scalar::String(text) => (text.quoted(), f::VALUE_STRING),
            Scalar::Number(span) => (span, f::VALUE_NUMBER),
            Scalar::False(span) => (span, f::VALUE_FALSE),
            Scalar::Null(span) => (span, f::VALUE_NULL),
            Scalar::True(span) => (span, f::VALUE_TRUE),
            Scalar::NaN(span) => (span, f::VALUE_NAN),
        };
        let shown = match scalar {
            Scalar::String(text) => text.unescaped(self.text),
            _ => String::from_utf8_lossy(self.bytes(span)),
        };
        if cx.out.wants(f::PATH_WITH_VALUE) {
            self.add_path(cx, f::PATH_WITH_VALUE, span, &format!(":{shown}"));
        }
        if cx.out.wants(f::MEMBER_WITH_VALUE) {
            self.add(cx, f::MEMBER_WITH_VALUE, span, &format!("{}:{shown}", self.key));
        }
        match scalar {
            Scalar::String(_) | Scalar::Number(_) => self.add(cx, field, span, &shown),
            _ => cx.out.add(field, self.bytes(span), Value::Label),
        }
    }
}

impl Text {
    /// What it says, escapes undone.
    fn unescaped(self, text: &[u8]) -> Cow<'_, str> {
        let bytes = text.get(self.start..self.end).unwrap_or_default();
        if memchr::memchr(b'\\', bytes).is_some() { Cow::Owned(parse::unescape(bytes)) } else { String::from_utf8_lossy(bytes) }
    }

    /// With its quotation marks.
    fn quoted(self) -> Span {
        Span { start: self.start.saturating_sub(1), end: self.end + 1 }
    }
}
