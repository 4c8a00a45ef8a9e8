//! Extensible Messaging and Presence Protocol, RFC 6120 and 6121: its stanzas, with the queries of service discovery and
//! of rosters (XEP-0030). The XML itself is shown by that protocol.

mod fields;

use std::ops::Range;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    out::F,
    recent::Recent,
    tvb::{Stop, Tvb},
    xml::{Element, elements},
};

/// XMPP.
pub static XMPP: Protocol = Protocol {
    name: "xmpp",
    title: "XMPP Protocol",
    frame_name: "xmpp",
    fields: FIELDS,
    parents: &[Parent::TcpPort(5222)],
    stateful: &["xmpp.response"],
    extent: Extent::Whole,
    may_reject: true,
    waits_silently: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Queries that wait for their result, by conversation and a hash of their identifier.
#[derive(Default)]
struct State {
    asked: Recent<(u32, u64), u64>,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    const SERVER: u16 = 5222;
    let bytes = tvb.data();
    // Blanks keep the connection alive; a stanza is there when its last tag is.
    // Wireshark takes bytes that are not ASCII for blanks.
    let last = bytes.iter().rev().find(|byte| (b'!'..0x80).contains(*byte));
    if cx.info.can_desegment && last.is_some_and(|last| *last != b'>') {
        cx.info.desegment = Some(Desegment { offset: 0, more: More::OneSegment });
        return Ok(tvb.len());
    }
    cx.column("XMPP", String::new);
    let elements = elements(bytes);
    let incoming = cx.info.srcport == SERVER;
    for top in elements.iter().filter(|element| element.depth == 0) {
        cx.out.generated_bool(if incoming { f::IN } else { f::OUT }, true);
        let inside = elements.iter().filter(|element| element.depth > 0 && top.whole.contains(&element.whole.start));
        stanza(cx, tvb, top, inside)?;
    }
    cx.call(Proto::Xml, tvb);
    Ok(tvb.len())
}

fn show<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, place: &Range<usize>) -> Result<(), Stop> {
    cx.out.item(field, tvb, place.start, place.len())
}

fn attributes<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, element: &Element<'f>, fields: &[(&[u8], F)]) -> Result<(), Stop> {
    for (name, field) in fields {
        if let Some((_, place)) = element.attributes.iter().find(|(known, _)| known == name) {
            show(cx, *field, tvb, place)?;
        }
    }
    Ok(())
}

fn stanza<'a, 'f: 'a>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    top: &Element<'f>,
    inside: impl Iterator<Item = &'a Element<'f>>,
) -> Result<(), Stop> {
    let label = match top.name {
        b"iq" => f::IQ,
        b"presence" => f::PRESENCE,
        b"message" => f::MESSAGE,
        b"stream:stream" => f::STREAM,
        b"stream:features" => f::FEATURES,
        b"auth" => f::AUTH,
        b"challenge" => f::CHALLENGE,
        b"response" => f::RESPONSE,
        b"success" => f::SUCCESS,
        b"failure" => f::FAILURE,
        _ => return Ok(()),
    };
    cx.out.label(label, tvb, top.whole.start, top.whole.len());
    if label != f::IQ && label != f::PRESENCE && label != f::MESSAGE {
        return Ok(());
    }
    let own = [(b"id".as_slice(), f::ID), (b"type", f::TYPE), (b"from", f::FROM), (b"to", f::TO)];
    attributes(cx, tvb, top, &own)?;
    if label == f::IQ {
        exchange(cx, tvb, top);
    }
    for element in inside {
        match (element.depth, element.name) {
            (1, b"query") => {
                cx.out.label(f::QUERY, tvb, element.whole.start, element.whole.len());
                attributes(cx, tvb, element, &[(b"xmlns", f::XMLNS), (b"node", f::QUERY_NODE)])?;
            }
            (2, b"item") if label == f::IQ => {
                cx.out.label(f::QUERY_ITEM, tvb, element.whole.start, element.whole.len());
                let fields = [
                    (b"jid".as_slice(), f::QUERY_ITEM_JID),
                    (b"name", f::QUERY_ITEM_NAME),
                    (b"node", f::QUERY_ITEM_NODE),
                    (b"subscription", f::QUERY_ITEM_SUBSCRIPTION),
                    (b"ask", f::QUERY_ITEM_ASK),
                ];
                attributes(cx, tvb, element, &fields)?;
            }
            (2, b"identity") => {
                cx.out.label(f::QUERY_IDENTITY, tvb, element.whole.start, element.whole.len());
                let fields = [
                    (b"category".as_slice(), f::QUERY_IDENTITY_CATEGORY),
                    (b"type", f::QUERY_IDENTITY_TYPE),
                    (b"name", f::QUERY_IDENTITY_NAME),
                ];
                attributes(cx, tvb, element, &fields)?;
            }
            (2, b"feature") => attributes(cx, tvb, element, &[(b"var", f::QUERY_FEATURE)])?,
            (1, b"body") => cx.out.label(f::MESSAGE_BODY, tvb, element.whole.start, element.whole.len()),
            (1, b"subject") => cx.out.label(f::MESSAGE_SUBJECT, tvb, element.whole.start, element.whole.len()),
            (1, _) => attributes(cx, tvb, element, &[(b"xmlns", f::XMLNS)])?,
            _ => {}
        }
    }
    Ok(())
}

/// Links a result with what asked for it.
fn exchange<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, iq: &Element<'f>) {
    use std::hash::{Hash, Hasher};
    let value = |name: &[u8]| {
        let place = iq.attributes.iter().find(|(known, _)| *known == name).map(|row| row.1.clone())?;
        tvb.data().get(place)
    };
    let Some(flow) = cx.info.flow.filter(|_| !cx.info.in_error) else { return };
    let (Some(id), Some(kind)) = (value(b"id"), value(b"type")) else { return };
    let mut hasher = rustc_hash::FxHasher::default();
    id.hash(&mut hasher);
    let key = (flow.id, hasher.finish());
    let frame = cx.frame.number;
    let asked = &mut cx.state.of::<State>(Proto::Xmpp).asked;
    match kind {
        b"get" | b"set" => asked.insert(key, frame),
        b"result" | b"error" => {
            if let Some(request) = asked.get(key).copied() {
                cx.out.generated_uint(f::RESPONSE_TO, request);
            }
        }
        _ => {}
    }
}
