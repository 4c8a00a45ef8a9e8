//! HTTP/2, RFC 9113, with ALTSVC (RFC 7838), ORIGIN (RFC 8336) and PRIORITY_UPDATE (RFC 9218).

mod data;
mod fields;
mod frames;
mod headers;
mod hpack;
mod state;
mod values;

use self::{
    fields::{FIELDS, f},
    state::connection,
};
use super::{
    Parent, Proto, Protocol, Table,
    dissect::Cx,
    tcp::pdus::dissect_pdus,
    tvb::{Stop, Tvb},
};

/// HTTP/2.
pub static HTTP2: Protocol = Protocol {
    name: "http2",
    title: "HyperText Transfer Protocol 2",
    frame_name: "http2",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Http), Parent::Below(Proto::Tls), Parent::DecodeAs(Table::TcpPort)],
    calls: &[Table::MediaType],
    needs: &[Proto::Grpc],
    stateful: &["http2"],
    waits_silently: true,
    dissect,
    ..Protocol::DEFAULT
};

/// What a client says first.
pub(super) const MAGIC: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
/// Length, type, flags and stream before each frame.
const HEADER: usize = 9;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (mut first, mut given_up) = (None, false);
    let length = |tvb: Tvb<'f>, at: usize| {
        let magic = tvb.captured(at, MAGIC.len()) == MAGIC;
        Ok(Some(if magic { MAGIC.len() } else { HEADER + tvb.uint(at, 3)? as usize }))
    };
    cx.info.protocol_column = "HTTP2";
    cx.info.info_column.clear();
    dissect_pdus(cx, tvb, HEADER, length, |cx, frame| {
        // What stopped Wireshark stops it for the whole segment.
        if given_up {
            return Ok(frame.reported_len());
        }
        match first {
            None => first = Some(frame.reported_len()),
            Some(_) => cx.further_item(Proto::Http2, frame),
        }
        given_up = !frames::frame(cx, frame)?;
        Ok(frame.reported_len())
    })?;
    if first.is_none() {
        cx.withdraw_item(Proto::Http2);
    }
    Ok(first.unwrap_or_default().min(tvb.len()))
}

/// The settings in a request to upgrade, RFC 7540 §3.2.1.
pub(super) fn settings<'f>(cx: &mut Cx<'f>, bytes: &'f [u8]) -> Result<(), Stop> {
    frames::settings(cx, Tvb::whole(bytes), 0)
}

/// Number of the stream whose message is dissected.
pub(super) fn current_stream(cx: &mut Cx<'_>) -> Option<u32> {
    connection(cx, |connection, _| Some(connection.current))
}

/// What is known of the call that a message belongs to.
#[derive(Clone, Debug, Default)]
pub(super) struct Call {
    pub(super) content_type: Vec<u8>,
    pub(super) message_encoding: Vec<u8>,
}

/// The call of the message that is dissected; `None` when its headers were not seen.
pub(super) fn call(cx: &mut Cx<'_>) -> Option<Call> {
    connection(cx, |connection, reversed| {
        let (side, other) = connection.known_stream(connection.current)?.sides(reversed);
        let known = !(side.content_type.is_empty() || side.path.is_empty() && other.path.is_empty());
        known.then(|| Call {
            content_type: side.content_type.clone(),
            message_encoding: side.message_encoding.clone(),
        })
    })
}
