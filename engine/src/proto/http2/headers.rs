//! Header blocks: their lines, and what is remembered of them.

use strato_filter_lang::value::Value;

use super::{
    f,
    hpack::{Fault, Item, Line},
    state::{connection, stream},
};
use crate::proto::{
    Proto,
    dissect::Cx,
    http,
    out::{F, Group, Severity},
    tvb::Tvb,
};

/// Lines of one block that are read.
const MAX_LINES: usize = 200;
/// Bytes of names and values of one block that are read.
const MAX_BLOCK: usize = 256 << 10;
/// The same of all blocks of a packet: a byte may stand for a long line.
const MAX_PACKET: usize = 512 << 10;
/// Longest representation that is put together from frames.
const MAX_PENDING: usize = 1 << 20;

/// The fields of well-known names.
#[rustfmt::skip]
static KNOWN: &[(&str, F)] = &[
    (":authority", f::HEADERS_AUTHORITY), (":status", f::HEADERS_STATUS), (":path", f::HEADERS_PATH),
    (":method", f::HEADERS_METHOD), (":scheme", f::HEADERS_SCHEME), ("accept", f::HEADERS_ACCEPT),
    ("accept-charset", f::HEADERS_ACCEPT_CHARSET), ("accept-encoding", f::HEADERS_ACCEPT_ENCODING),
    ("accept-language", f::HEADERS_ACCEPT_LANGUAGE), ("accept-ranges", f::HEADERS_ACCEPT_RANGES),
    ("access-control-allow-origin", f::HEADERS_ACCESS_CONTROL_ALLOW_ORIGIN), ("age", f::HEADERS_AGE),
    ("allow", f::HEADERS_ALLOW), ("authorization", f::HEADERS_AUTHORIZATION),
    ("cache-control", f::HEADERS_CACHE_CONTROL), ("content-disposition", f::HEADERS_CONTENT_DISPOSITION),
    ("content-encoding", f::HEADERS_CONTENT_ENCODING), ("content-language", f::HEADERS_CONTENT_LANGUAGE),
    ("content-length", f::HEADERS_CONTENT_LENGTH), ("content-location", f::HEADERS_CONTENT_LOCATION),
    ("content-range", f::HEADERS_CONTENT_RANGE), ("content-type", f::HEADERS_CONTENT_TYPE),
    ("cookie", f::HEADERS_COOKIE), ("date", f::HEADERS_DATE), ("etag", f::HEADERS_ETAG),
    ("expect", f::HEADERS_EXPECT), ("expires", f::HEADERS_EXPIRES), ("from", f::HEADERS_FROM),
    ("if-match", f::HEADERS_IF_MATCH), ("if-modified-since", f::HEADERS_IF_MODIFIED_SINCE),
    ("if-none-match", f::HEADERS_IF_NONE_MATCH), ("if-range", f::HEADERS_IF_RANGE),
    ("if-unmodified-since", f::HEADERS_IF_UNMODIFIED_SINCE), ("last-modified", f::HEADERS_LAST_MODIFIED),
    ("link", f::HEADERS_LINK), ("location", f::HEADERS_LOCATION), ("max-forwards", f::HEADERS_MAX_FORWARDS),
    ("proxy-authenticate", f::HEADERS_PROXY_AUTHENTICATE), ("proxy-authorization", f::HEADERS_PROXY_AUTHORIZATION),
    ("range", f::HEADERS_RANGE), ("referer", f::HEADERS_REFERER), ("refresh", f::HEADERS_REFRESH),
    ("retry-after", f::HEADERS_RETRY_AFTER), ("server", f::HEADERS_SERVER), ("set-cookie", f::HEADERS_SET_COOKIE),
    ("strict-transport-security", f::HEADERS_STRICT_TRANSPORT_SECURITY), ("user-agent", f::HEADERS_USER_AGENT),
    ("vary", f::HEADERS_VARY), ("via", f::HEADERS_VIA), ("www-authenticate", f::HEADERS_WWW_AUTHENTICATE),
];

/// Fields of [`KNOWN`] that are numbers.
const NUMBERS: [F; 4] =
    [f::HEADERS_STATUS, f::HEADERS_AGE, f::HEADERS_CONTENT_LENGTH, f::HEADERS_MAX_FORWARDS];

/// Media types whose messages are dissected as they come.
const STREAMING: [&[u8]; 6] = [
    b"application/grpc",
    b"application/grpc+json",
    b"application/grpc+proto",
    b"application/grpc-web",
    b"application/grpc-web+json",
    b"application/grpc-web+proto",
];

/// An item of a block, with the bytes of the frame that say it.
type Found<'f> = (Item, &'f [u8]);

/// Lines as they are told to those who follow the stream: names and values, each behind its length.
fn told<'l>(lines: impl Iterator<Item = &'l Line>, length: usize) -> Vec<u8> {
    let mut told = Vec::with_capacity(length);
    for line in lines {
        for text in [&line.name[..], &line.value[..]] {
            told.extend((text.len() as u32).to_be_bytes());
            told.extend(text);
        }
    }
    told
}

/// Dissects a fragment of a header block, the last one if it `ends` there.
pub(super) fn block<'f>(cx: &mut Cx<'f>, id: u32, fragment: Tvb<'f>, ends: bool) {
    let (found, lines_exceeded, size_exceeded) = read(cx, fragment.data(), ends);
    let lines = || found.iter().filter_map(|(item, raw)| if let Item::Line(line) = item { Some((line, *raw)) } else { None });
    if found.is_empty() {
        return;
    }
    let length: usize = lines().map(|(line, _)| line.name.len() + line.value.len() + 8).sum();
    cx.out.generated_uint(f::HEADER_LENGTH, length as u64);
    // Changes of the table's size count, too.
    cx.out.generated_uint(f::HEADER_COUNT, found.len() as u64);
    if size_exceeded {
        cx.out.expert(f::HEADER_SIZE_EXCEEDED, Severity::Error, Group::Undecoded, "Decompression stopped.");
    }
    if lines_exceeded {
        let text = "Decompression stopped after 200 header lines.";
        cx.out.expert(f::HEADER_LINES_EXCEEDED, Severity::Error, Group::Undecoded, text);
    }
    if cx.out.plan.tap == Some(Proto::Http2) {
        let told = told(lines().map(|(line, _)| line), length);
        let told = cx.out.alloc_bytes(&told);
        cx.tap(Proto::Http2, id, told);
    }
    for (item, raw) in &found {
        match item {
            Item::Line(line) => {
                emit(cx, line, raw);
                if *line.name == *b":path" {
                    http::path_parts(cx, raw, &line.value);
                }
            }
            Item::Resize(size) => {
                cx.out.add(f::HEADER_TABLE_SIZE_UPDATE, raw, Value::Label);
                cx.out.add(f::HEADER_TABLE_SIZE_UPDATE_HEADER_TABLE_SIZE, raw, Value::Uint((*size).into()));
            }
        }
    }
    let value = |name: &str| lines().rfind(|(line, _)| *line.name == *name.as_bytes()).map(|(line, _)| line);
    if cx.out.wants(f::REQUEST_FULL_URI) {
        let text = |name| value(name).map(|line| String::from_utf8_lossy(&line.value).into_owned());
        let uri = match (text(":method"), text(":scheme"), text(":authority"), text(":path")) {
            (Some(method), _, Some(authority), _) if method == "CONNECT" => Some(authority),
            (_, Some(scheme), Some(authority), Some(path)) => Some(format!("{scheme}://{authority}{path}")),
            _ => None,
        };
        if let Some(uri) = uri {
            cx.out.generated_str(f::REQUEST_FULL_URI, &uri);
        }
    }
    column(cx, value(":method"), value(":path"), value(":status"));
    stream(cx, id, |stream, reversed| {
        let (side, _) = stream.sides(reversed);
        side.has_headers = true;
        for (line, _) in lines() {
            let place = match &*line.name {
                b"content-type" => &mut side.content_type,
                b"content-encoding" => &mut side.content_encoding,
                b"grpc-encoding" => &mut side.message_encoding,
                b":path" => &mut side.path,
                b"transfer-encoding" => {
                    side.chunked = true;
                    continue;
                }
                _ => continue,
            };
            *place = line.value.to_vec();
        }
        let name = side.content_type.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
        let streaming = STREAMING.iter().any(|known| known.eq_ignore_ascii_case(name));
        stream.streaming |= streaming;
    });
}

/// Reads the items of a fragment, and says whether there were too many and whether they were too long; the start of one
/// that does not end here waits for the next frame.
fn read<'f>(cx: &mut Cx<'f>, fragment: &'f [u8], ends: bool) -> (Vec<Found<'f>>, bool, bool) {
    let (mut found, mut size) = (Vec::new(), 0);
    let frame = cx.frame.number;
    let read = connection(cx, |connection, reversed| {
        let before_this = connection.spent(frame);
        let direction = connection.direction(reversed);
        if direction.broken {
            return 0;
        }
        let mut joined = std::mem::take(&mut direction.pending);
        let before = joined.len();
        joined.extend_from_slice(fragment);
        let (mut at, mut lines) = (0, 0);
        loop {
            match direction.decoder.next(&joined, at) {
                // The table only changes its size before all lines.
                Ok((Item::Resize(_), _)) if lines > 0 => {
                    direction.broken = true;
                    return lines;
                }
                Ok((item, next)) => {
                    let raw = fragment.get(at.saturating_sub(before)..next.saturating_sub(before)).unwrap_or_default();
                    at = next;
                    if let Item::Line(line) = &item {
                        lines += 1;
                        size += line.name.len() + line.value.len();
                    }
                    // The table is kept up to date all the same.
                    if lines <= MAX_LINES && size <= MAX_BLOCK && before_this + size <= MAX_PACKET {
                        found.push((item, raw));
                    }
                }
                Err(Fault::End) => break,
                Err(Fault::Wrong) => {
                    direction.broken = true;
                    return lines;
                }
            }
        }
        let rest = joined.get(at..).unwrap_or_default();
        if rest.is_empty() {
            return lines;
        }
        direction.broken = ends || rest.len() > MAX_PENDING;
        if !direction.broken {
            direction.pending = rest.to_vec();
        }
        lines
    });
    connection(cx, |connection, _| connection.spend(frame, size.min(MAX_BLOCK)));
    (found, read > MAX_LINES, size > MAX_BLOCK)
}

fn emit<'f>(cx: &mut Cx<'f>, line: &Line, raw: &'f [u8]) {
    cx.out.add(f::HEADER, raw, Value::Label);
    cx.out.add(f::HEADER_NAME_LENGTH, raw, Value::Uint(line.name.len() as u64));
    text(cx, f::HEADER_NAME, &line.name);
    cx.out.add(f::HEADER_VALUE_LENGTH, raw, Value::Uint(line.value.len() as u64));
    text(cx, f::HEADER_VALUE, &line.value);
    if let Some((_, field)) = KNOWN.iter().find(|(name, _)| name.as_bytes() == &*line.name) {
        if NUMBERS.contains(field) {
            let number = std::str::from_utf8(&line.value).ok().and_then(|text| text.parse::<u64>().ok());
            if let Some(number) = number {
                cx.out.add(*field, raw, Value::Uint(number));
            }
        } else {
            text(cx, *field, &line.value);
        }
    }
    if cx.out.wants(f::HEADER_UNESCAPED)
        && let Some(unescaped) = unescape(&line.value)
    {
        text(cx, f::HEADER_UNESCAPED, &unescaped);
    }
    cx.out.add(f::HEADER_REPR, raw, Value::str(line.repr));
    if let Some(index) = line.index {
        cx.out.add(f::HEADER_INDEX, raw, Value::Uint(index.into()));
    }
}

fn text(cx: &mut Cx<'_>, field: F, bytes: &[u8]) {
    if cx.out.wants(field) {
        let raw = cx.out.alloc_bytes(bytes);
        let text = cx.out.alloc_str(&String::from_utf8_lossy(bytes));
        cx.out.add(field, raw, Value::str(text));
    }
}

/// Undoes percent-encoding; `None` where that is wrong.
fn unescape(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [byte, tail @ ..] = rest {
        rest = tail;
        if *byte != b'%' {
            out.push(*byte);
            continue;
        }
        let digits = rest.get(..2).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
        let code = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok().filter(|code| *code != 0)?;
        out.push(code);
        rest = rest.get(2..)?;
    }
    Some(out)
}

/// Adds the request or the status to the summary.
fn column(cx: &mut Cx<'_>, method: Option<&Line>, path: Option<&Line>, status: Option<&Line>) {
    if !cx.out.plan.columns {
        return;
    }
    let text = |line: &Line| String::from_utf8_lossy(&line.value).into_owned();
    let more = match (method, path, status) {
        (Some(method), Some(path), _) => format!(": {} {}", text(method), text(path)),
        (_, _, Some(status)) => {
            let code = text(status);
            let words = code.parse().map(crate::proto::http::status_words).unwrap_or_default();
            format!(": {code} {words}")
        }
        _ => return,
    };
    cx.info.info_column.push_str(&more);
}
