//! HTTP/1, RFC 9112.

mod body;
mod exchange;
mod fields;
pub(super) mod head;
mod headers;
mod skim;
mod status;

use strato_filter_lang::value::Value;

use self::{
    fields::{FIELDS, f},
    head::{Start, headers as header_lines},
    headers::Needed,
};
use super::{
    Extent, Parent, Proto, Protocol, Table,
    dissect::{Cx, Desegment, More, Unread},
    http2,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
    websocket,
};
use crate::preferences::P;

preferences! { super::super::Proto::Http =>
    DESEGMENT_HEADERS: "http.desegment_headers", true, "Put heads together that span several TCP segments";
    DESEGMENT_BODY: "http.desegment_body", true, "Put bodies together that span several TCP segments";
    DECHUNK_BODY: "http.dechunk_body", true, "Join the chunks of bodies";
    DECOMPRESS_BODY: "http.decompress_body", true, "Decompress bodies";
}

/// HTTP.
pub static HTTP: Protocol = Protocol {
    name: "http",
    title: "Hypertext Transfer Protocol",
    frame_name: "http",
    fields: FIELDS,
    preferences: PREFERENCES,
    parents: &[
        Parent::TcpPort(80),
        Parent::TcpPort(1900),
        Parent::TcpPort(2710),
        Parent::TcpPort(2869),
        Parent::TcpPort(3128),
        Parent::TcpPort(3132),
        Parent::TcpPort(5985),
        Parent::TcpPort(8080),
        Parent::TcpPort(8088),
        Parent::TcpPort(11371),
        Parent::Heuristic(Proto::Tcp),
        Parent::Below(Proto::Ssdp),
        Parent::Below(Proto::Tls),
    ],
    calls: &[Table::MediaType],
    extent: Extent::Whole,
    groups: &[
        // What is behind the head.
        &[
            "http.file_data",
            "http.chunk_size",
            "http.chunk_data",
            "http.chunk_boundary",
            "http.decompression_failed",
            "http.subdissector_failed",
        ],
        // What is not in header lines.
        &[
            "http.chat",
            "http.notification",
            "http.request",
            "http.request.method",
            "http.request.uri",
            "http.request.uri.path",
            "http.request.uri.query",
            "http.request.uri.query.parameter",
            "http.request.version",
            "http.request_number",
            "http.request_in",
            "http.prev_request_in",
            "http.prev_response_in",
            "http.response",
            "http.response.code",
            "http.response.code.desc",
            "http.response.phrase",
            "http.response.version",
            "http.response_number",
            "http.time",
        ],
        // What is made of the request's URI and its host.
        &["http.request.full_uri", "http.response_for.uri"],
    ],
    may_take,
    may_reject: true,
    takes_port: true,
    waits_silently: true,
    stateful: &["http"],
    skim: Some(skim::skim),
    lent: &[("http.path_segment", Proto::Http2), ("http.path_sub_segment", Proto::Http2)],
    dissect,
    ..Protocol::DEFAULT
};

// The groups.
const BODY: u32 = 1;
const LINKS: u32 = 1 << 2;

/// The port where HTTP should be encrypted.
const TLS_PORT: u16 = 443;

/// All methods, and the version, start with a capital letter.
fn may_take<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> bool {
    cx.info.in_error || tvb.u8(0).is_ok_and(|first| first.is_ascii_uppercase())
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let mut passed = std::mem::take(&mut cx.info.passed);
    // On a port that says nothing only a whole first line will do.
    let by_port = cx.info.matched_port != 0 || cx.parent() == Some(Proto::Ssdp);
    // What speaks HTTP/2 from the start.
    if by_port
        && tvb.captured(0, http2::MAGIC.len()) == http2::MAGIC
        && let Some(exchange) = exchange::of(cx)
    {
        exchange.switched = Some(Proto::Http2);
    }
    if switched(cx, tvb, 0)? {
        cx.withdraw_item(Proto::Http);
        return Ok(tvb.len().max(1));
    }
    if !by_port && !recognised(tvb) {
        return Ok(0);
    }
    if !by_port {
        cx.info.follow_up = Some(Proto::Http);
    }
    if cx.parent() == Some(Proto::Tcp) && [cx.info.srcport, cx.info.dstport].contains(&TLS_PORT) {
        let text =
            "Unencrypted HTTP protocol detected over encrypted port, could indicate a dangerous misconfiguration.";
        cx.out.expert(f::TLS_PORT, Severity::Warn, Group::Security, text);
    }
    let datagram = cx.parent() == Some(Proto::Ssdp);
    let mut at = 0;
    while at < tvb.len() {
        match message(cx, tvb, at, std::mem::take(&mut passed))? {
            Some(next) => at = next.max(at + 1),
            None => break,
        }
        // A datagram holds one.
        if datagram {
            break;
        }
        if at < tvb.len() && switched(cx, tvb, at)? {
            break;
        }
    }
    if datagram {
        // Its messages are HTTP's, but the frame is said to hold SSDP.
        cx.withdraw_item(Proto::Http);
    }
    Ok(tvb.len().max(1))
}

/// Hands what follows an upgrade to the protocol that was agreed on; `false` when there was none.
fn switched<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<bool, Stop> {
    let Some(proto) = exchange::switched(cx) else { return Ok(false) };
    cx.call(proto, tvb.rest(at)?);
    if let Some(wish) = &mut cx.info.desegment {
        wish.offset += at;
    }
    Ok(true)
}

/// What the handshake of WebSocket agreed on.
pub(super) fn agreed(cx: &mut Cx<'_>) -> websocket::Agreed {
    exchange::of(cx).map(|exchange| exchange.websocket).unwrap_or_default()
}

/// Whether the packet comes from the end that answered.
pub(super) fn is_server(cx: &mut Cx<'_>) -> bool {
    let reversed = cx.info.flow.is_some_and(|flow| flow.reversed);
    exchange::of(cx).is_some_and(|exchange| exchange.server_reversed == reversed)
}

fn recognised(tvb: Tvb<'_>) -> bool {
    let line = tvb.data();
    let Some((len, _)) = head::line_len(line) else { return false };
    match line.get(..len).and_then(head::start) {
        Some(Start::Request { version, .. }) => version.starts_with(b"HTTP/"),
        Some(Start::Response { .. }) => true,
        None => false,
    }
}

/// Asks for more of the stream; `false` when there is no more to get.
fn wait(cx: &mut Cx<'_>, at: usize, more: More, preferred: P) -> bool {
    if !cx.out.prefers(preferred) {
        return false;
    }
    if cx.info.can_desegment {
        cx.info.desegment = Some(Desegment { offset: at, more });
    }
    cx.info.can_desegment
}

/// Whether nobody reads more of a message than its head.
fn heads_only(cx: &Cx<'_>, needed: &headers::Needed<'_>) -> bool {
    let plan = cx.out.plan;
    let own = super::registry::registry().protocol_id(Proto::Http);
    // Only TCP counts bytes that are not read.
    cx.parent() == Some(Proto::Tcp)
        && plan.groups(Proto::Http) & BODY == 0
        && !cx.reads_media(needed.content_type.unwrap_or_default(), Proto::Http)
        && !plan.wants(own)
}

/// Dissects the message at `at`, of which `passed` bytes behind the head are missing; returns where the next one starts, or `None` when the stream must bring more first.
fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, passed: usize) -> Result<Option<usize>, Stop> {
    let bytes = tvb.captured(at, tvb.len());
    let line = head::line_len(bytes).and_then(|(len, whole)| Some((head::start(bytes.get(..len)?)?, len, whole)));
    let Some((start, line_len, line_whole)) = line else {
        if head::line_len(bytes).is_none() && head::may_start(bytes) && wait(cx, at, More::OneSegment, p::DESEGMENT_HEADERS) {
            return Ok(None);
        }
        return rest(cx, tvb, at);
    };
    let end = match head::end(bytes) {
        Some(end) => end,
        None if bytes.len() < head::MAX_HEAD && wait(cx, at, More::OneSegment, p::DESEGMENT_HEADERS) => return Ok(None),
        None => bytes.len(),
    };
    let lines = header_lines(bytes, line_whole, end);
    let needed = headers::needed(lines.iter().copied());
    let extent = body::extent(cx, &start, &needed, bytes, (end, passed));
    // Of a message that is too long to be kept, no more comes.
    let cut = tvb.reported_len() > tvb.len();
    if let body::Extent::Wait { more, from } = extent
        && !cut
        && cx.out.prefers(p::DESEGMENT_HEADERS)
        && wait(cx, at, more, p::DESEGMENT_BODY)
    {
        cx.info.unread = heads_only(cx, &needed).then_some(Unread { head: end, until: from });
        return Ok(None);
    }
    let whole = tvb.rest(at)?;
    let first = Line { len: line_len, whole: line_whole };
    match start {
        Start::Request { .. } => request(cx, whole, start, first, &lines, &needed)?,
        Start::Response { .. } => response(cx, whole, start, first, &lines, &needed)?,
    }
    cx.tap(Proto::Http, 0, bytes.get(..end).unwrap_or_default());
    let len = body::emit(cx, whole, end, extent, &needed)?;
    Ok(Some(at + len))
}

/// Dissects what is left of a message of which the beginning is missing: header lines perhaps, and a body.
fn rest<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<Option<usize>, Stop> {
    cx.column("HTTP", || "Continuation".to_owned());
    let whole = tvb.rest(at)?;
    let (lines, end) = head::loose_headers(whole.data());
    headers::emit(cx, whole, &lines, None)?;
    let end = match end {
        head::End::At(end) => end,
        head::End::Cut => return Err(Stop::Malformed),
    };
    if end < whole.len() {
        cx.out.item(f::FILE_DATA, whole, end, whole.len() - end)?;
        let outer = std::mem::replace(&mut cx.info.can_desegment, false);
        cx.call_data(whole.rest(end)?);
        cx.info.can_desegment = outer;
    }
    Ok(Some(tvb.len()))
}

/// The path of a request of HTTP/2, taken apart if there is a query in it.
pub(super) fn path_parts<'f>(cx: &mut Cx<'f>, raw: &'f [u8], path: &[u8]) {
    if !cx.out.wants(f::PATH_SEGMENT) && !cx.out.wants(f::PATH_SUB_SEGMENT) {
        return;
    }
    let Some(mark) = memchr::memchr(b'?', path) else { return };
    let (before, query) = (path.get(..mark).unwrap_or_default(), path.get(mark + 1..).unwrap_or_default());
    let parts = query.split(|byte| *byte == b'&').map(|part| (f::PATH_SUB_SEGMENT, part));
    for (field, part) in std::iter::once((f::PATH_SEGMENT, before)).chain(parts) {
        let text = cx.out.alloc_str(&String::from_utf8_lossy(part));
        cx.out.add(field, raw, Value::str(text));
    }
}

/// Length of the first line without its end and with it.
#[derive(Clone, Copy)]
struct Line {
    len: usize,
    whole: usize,
}

fn request<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    start: Start<'f>,
    line: Line,
    lines: &[head::Header<'f>],
    needed: &Needed<'f>,
) -> Result<(), Stop> {
    let Start::Request { method, uri, version } = start else { return Ok(()) };
    chat(cx, tvb, line, Group::Sequence)?;
    cx.out.item(f::REQUEST_METHOD, tvb, 0, method.len())?;
    let uri_at = method.len() + 1;
    cx.out.item(f::REQUEST_URI, tvb, uri_at, uri.len())?;
    uri_parts(cx, tvb, uri_at, uri)?;
    if !version.is_empty() {
        cx.out.item(f::REQUEST_VERSION, tvb, uri_at + uri.len() + 1, version.len())?;
    }
    // What tells of events is no request.
    let notifies = matches!(method, b"NOTIFY" | b"SUBSCRIBE" | b"UNSUBSCRIBE");
    headers::emit(cx, tvb, lines, if notifies { None } else { Some(f::REQUEST_LINE) })?;
    let linked = cx.out.plan.groups(Proto::Http) & LINKS != 0;
    let full = if linked { full_uri(cx, method, uri, needed.host) } else { String::new() };
    if !full.is_empty() {
        cx.out.generated_str(f::REQUEST_FULL_URI, &full);
    }
    cx.out.generated_bool(if notifies { f::NOTIFICATION } else { f::REQUEST }, true);
    if !notifies {
        exchange::request(cx, full, method == b"HEAD");
    } else if let Some(flow) = cx.info.flow {
        exchange::note_head(cx.state, flow.id, false);
    }
    let shown = tvb.captured(0, line.len);
    cx.column("HTTP", || format!("{} ", String::from_utf8_lossy(shown)));
    Ok(())
}

/// Path, query and its parameters.
fn uri_parts<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, uri: &'f [u8]) -> Result<(), Stop> {
    let Some(mark) = memchr::memchr(b'?', uri) else { return Ok(()) };
    cx.out.item(f::REQUEST_URI_PATH, tvb, at, mark)?;
    let (query, query_at) = (uri.get(mark + 1..).unwrap_or_default(), at + mark + 1);
    cx.out.item(f::REQUEST_URI_QUERY, tvb, query_at, query.len())?;
    let mut from = query_at;
    for parameter in query.split(|byte| *byte == b'&') {
        cx.out.item(f::REQUEST_URI_QUERY_PARAMETER, tvb, from, parameter.len())?;
        from += parameter.len() + 1;
    }
    Ok(())
}

fn full_uri(cx: &Cx<'_>, method: &[u8], uri: &[u8], host: Option<&[u8]>) -> String {
    let uri = String::from_utf8_lossy(uri);
    let scheme = if cx.parent() == Some(Proto::Tls) { "https" } else { "http" };
    match host {
        _ if method == b"CONNECT" || uri.contains("://") => uri.into_owned(),
        Some(host) => format!("{scheme}://{}{uri}", String::from_utf8_lossy(host)),
        None => String::new(),
    }
}

fn response<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    start: Start<'f>,
    line: Line,
    lines: &[head::Header<'f>],
    needed: &Needed<'f>,
) -> Result<(), Stop> {
    let Start::Response { version, code, phrase } = start else { return Ok(()) };
    chat(cx, tvb, line, Group::Sequence)?;
    cx.out.item(f::RESPONSE_VERSION, tvb, 0, version.len())?;
    let code_at = version.len() + 1;
    let number = std::str::from_utf8(code).ok().and_then(|text| text.parse::<u16>().ok());
    if let Some(number) = number {
        cx.out.number(f::RESPONSE_CODE, tvb, code_at, code.len(), number.into())?;
        cx.out.generated_str(f::RESPONSE_CODE_DESC, status::description(number));
    }
    if !phrase.is_empty() {
        cx.out.item(f::RESPONSE_PHRASE, tvb, code_at + code.len() + 1, phrase.len())?;
    }
    headers::emit(cx, tvb, lines, Some(f::RESPONSE_LINE))?;
    cx.out.generated_bool(f::RESPONSE, true);
    let number = number.unwrap_or_default();
    exchange::response(cx, number);
    if number == 101 && needed.upgrade.is_some_and(|upgrade| upgrade.eq_ignore_ascii_case(b"websocket")) {
        let reversed = cx.info.flow.is_some_and(|flow| flow.reversed);
        let value = |name: &str| {
            lines.iter().find(|line| line.name.eq_ignore_ascii_case(name.as_bytes())).map(|line| line.value)
        };
        let agreed = websocket::Agreed::new(value("sec-websocket-extensions"), value("sec-websocket-protocol"));
        if let Some(exchange) = exchange::of(cx) {
            exchange.switched = Some(Proto::Websocket);
            exchange.websocket = agreed;
            exchange.server_reversed = reversed;
        }
        websocket::start(cx);
    }
    if number == 101 && needed.upgrade.is_some_and(|upgrade| upgrade.eq_ignore_ascii_case(b"h2c"))
        && let Some(exchange) = exchange::of(cx)
    {
        exchange.switched = Some(Proto::Http2);
    }
    let shown = tvb.captured(0, line.len);
    cx.column("HTTP", || format!("{} ", String::from_utf8_lossy(shown)));
    Ok(())
}

/// What a status code means.
pub(super) fn status_words(code: u16) -> &'static str {
    status::description(code)
}

/// The first line as an expert note.
fn chat<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: Line, group: Group) -> Result<(), Stop> {
    let raw = tvb.bytes(0, line.whole)?;
    cx.out.label(f::CHAT, tvb, 0, line.whole);
    // Notes of all kinds are read together with everything else.
    if cx.out.plan.everything {
        let text = raw.escape_ascii().to_string();
        cx.out.note(Severity::Chat, group, &text);
    }
    Ok(())
}
