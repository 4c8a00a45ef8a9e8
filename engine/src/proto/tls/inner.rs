//! What was decrypted goes on to the protocol inside, message by message.

use super::{p, record::session, session::MAX_PLAIN};
use crate::proto::{
    Proto,
    dissect::{Cx, Desegment},
    http2,
    tvb::Tvb,
};

/// Wireshark's name of HTTP/2.
const HTTP2: &str = "HyperText Transfer Protocol 2";

/// The dissectors of what Wireshark's names stand for.
fn proto(name: &str) -> Option<Proto> {
    match name {
        "Hypertext Transfer Protocol" => Some(Proto::Http),
        HTTP2 => Some(Proto::Http2),
        "Domain Name System" => Some(Proto::Dns),
        "Mongo Wire Protocol" => Some(Proto::Mongo),
        "MySQL Protocol" => Some(Proto::Mysql),
        "PostgreSQL" => Some(Proto::Pgsql),
        "Lightweight Directory Access Protocol" => Some(Proto::Ldap),
        "Session Initiation Protocol" => Some(Proto::Sip),
        "Post Office Protocol" => Some(Proto::Pop),
        "Internet Message Access Protocol" => Some(Proto::Imap),
        "Simple Mail Transfer Protocol" => Some(Proto::Smtp),
        _ => None,
    }
}

/// Hands the bytes of a record on, behind those that an unfinished message left.
pub(super) fn data<'f>(cx: &mut Cx<'f>, name: Option<&str>, plain: &'f [u8]) {
    let name = match name {
        // Neither ALPN nor a port told it: its preface does.
        None if plain.starts_with(http2::MAGIC) => {
            session(cx, |session, _| session.known.application = Some(HTTP2));
            Some(HTTP2)
        }
        name => name,
    };
    let Some(proto) = name.and_then(proto) else {
        cx.call(Proto::Data, Tvb::whole(plain));
        return;
    };
    let mut joined = session(cx, |session, reversed| std::mem::take(&mut session.direction(reversed).plain));
    let bytes = if joined.is_empty() {
        plain
    } else {
        joined.extend_from_slice(plain);
        cx.out.alloc_bytes(&joined)
    };
    // The stream inside is put together here, not by TCP.
    let outer = (cx.info.can_desegment, cx.info.desegment.take(), cx.info.matched_port, cx.info.follow_up);
    cx.info.can_desegment = bytes.len() < MAX_PLAIN && cx.out.prefers(p::DESEGMENT_DATA);
    // The server's port, by which protocols know who sends.
    let (srcport, dstport) = (cx.info.srcport, cx.info.dstport);
    let from_server = session(cx, |session, reversed| session.is_from_server(reversed, srcport));
    cx.info.matched_port = if from_server { srcport } else { dstport };
    cx.call(proto, Tvb::whole(bytes));
    let wish = cx.info.desegment.take();
    (cx.info.can_desegment, cx.info.desegment, cx.info.matched_port, cx.info.follow_up) = outer;
    if let Some(Desegment { offset, .. }) = wish {
        let rest = bytes.get(offset..).unwrap_or_default().to_vec();
        session(cx, |session, reversed| session.direction(reversed).plain = rest);
    }
}
