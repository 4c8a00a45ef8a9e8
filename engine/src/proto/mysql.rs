//! MySQL client/server protocol, of MySQL (manual of the source, "Client/Server Protocol") and MariaDB (knowledge base,
//! "Clientserver protocol").

mod binary;
mod charsets;
mod connection;
mod fields;
mod greeting;
mod lenenc;
mod request;
mod response;
mod values;

use self::{
    connection::{Step, with},
    fields::{FIELDS, f},
};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    tcp::pdus::dissect_pdus,
    tvb::{Stop, Tvb},
};

/// MySQL.
pub static MYSQL: Protocol = Protocol {
    name: "mysql",
    title: "MySQL Protocol",
    frame_name: "mysql",
    fields: FIELDS,
    parents: &[Parent::TcpPort(3306), Parent::Below(Proto::Tls)],
    extent: Extent::Items,
    waits_silently: true,
    stateful: &["mysql", "mariadb"],
    dissect,
    ..Protocol::DEFAULT
};

/// Length of what follows, and a running number.
const HEADER: usize = 4;

/// Length of what follows, a running number, and the length before compression, where compression was agreed on. As in
/// Wireshark it is not undone: what is not compressed (short packets) is shown.
const COMPRESSED_HEADER: usize = 7;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let header = if with(cx, |conn| conn.compressed) { COMPRESSED_HEADER } else { HEADER };
    dissect_pdus(cx, tvb, header, |tvb, at| Ok(Some(tvb.uint_le(at, 3)? as usize + header)), packet)
}

fn packet<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.item(Proto::Mysql, tvb);
    let (step, compressed) = with(cx, |conn| (conn.step, conn.compressed));
    let mut at = 0;
    if compressed {
        cx.out.item_le(f::COMPRESSED_PACKET_LENGTH, tvb, 0, 3)?;
        cx.out.item(f::COMPRESSED_PACKET_NUMBER, tvb, 3, 1)?;
        cx.out.item_le(f::COMPRESSED_PACKET_LENGTH_UNCOMPRESSED, tvb, 4, 3)?;
        at = COMPRESSED_HEADER;
    }
    cx.out.item_le(f::PACKET_LENGTH, tvb, at, 3)?;
    let number = cx.out.uint(f::PACKET_NUMBER, tvb, at + 3, 1)?;
    at += HEADER;
    let from_client = cx.info.matched_port == cx.info.dstport;
    let end = if !from_client {
        if number == 0 && step == Step::Undefined {
            greeting::greeting(cx, tvb, at)?
        } else {
            response::response(cx, tvb, at, step)?
        }
    } else if step == Step::Login && (number == 1 || number == 2 && with(cx, |conn| conn.tls)) {
        greeting::login(cx, tvb, at)?
    } else if step == Step::AuthSwitchResponse {
        auth_switch_response(cx, tvb, at)?
    } else {
        request::request(cx, tvb, at)?
    };
    let left = tvb.reported_rest(end);
    if left > 0 {
        cx.out.item(f::PAYLOAD, tvb, end, left)?;
        incomplete(cx, "FIXME - dissector is incomplete");
    }
    Ok(tvb.len())
}

/// Notes what Wireshark does not take apart, in its words: filters on `_ws.expert.message` compare with them.
fn incomplete(cx: &mut Cx<'_>, text: &str) {
    cx.out.expert(f::DISSECTOR_INCOMPLETE, Severity::Warn, Group::Undecoded, text);
}

/// What a plugin of the client answers a plugin of the server.
fn auth_switch_response<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    column(cx, || " Auth Switch Response ".to_owned());
    let left = tvb.reported_rest(at);
    if left > 0 {
        cx.out.item(f::AUTH_SWITCH_RESPONSE_DATA, tvb, at, left)?;
    }
    with(cx, |conn| conn.step = Step::ResponseOk);
    Ok(at + left)
}

/// Adds to the summary.
fn column(cx: &mut Cx<'_>, more: impl FnOnce() -> String) {
    let before = std::mem::take(&mut cx.info.info_column);
    let goes_on = cx.info.protocol_column == "MySQL";
    cx.column("MySQL", || if goes_on { before + &more() } else { more().trim_start().to_owned() });
}

/// Length of the text at `at`: up to its zero byte, that included, or to the end.
fn text_len(tvb: Tvb<'_>, at: usize) -> usize {
    let rest = tvb.captured(at, tvb.len());
    memchr::memchr(0, rest).map_or(tvb.reported_rest(at), |len| len + 1)
}

/// Emits such a text; returns where it ends.
fn text<'f>(cx: &mut Cx<'f>, field: super::out::F, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = text_len(tvb, at);
    cx.out.ascii(field, tvb, at, (at, len), len)?;
    Ok(at + len)
}
