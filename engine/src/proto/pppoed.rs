//! PPP over Ethernet: discovery of an access concentrator.

use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    out::F,
    pppoe::{self, HEADER},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Pppoed =>
    TAGS: "pppoed.tags", "PPPoE Tags", none();
    TAG: "pppoed.tag", "Tag", u16().hex().values(&TAG);
    TAG_LENGTH: "pppoed.tag_length", "Tag Length", u16();
    TAG_UNKNOWN_DATA: "pppoed.tag.unknown_data", "Unknown Data", bytes();
    TAGS_SERVICE_NAME: "pppoed.tags.service_name", "Service-Name", str();
    TAGS_AC_NAME: "pppoed.tags.ac_name", "AC-Name", str();
    TAGS_HOST_UNIQ: "pppoed.tags.host_uniq", "Host-Uniq", bytes();
    TAGS_AC_COOKIE: "pppoed.tags.ac_cookie", "AC-Cookie", bytes();
    TAGS_RELAY_SESSION_ID: "pppoed.tags.relay_session_id", "Relay-Session-Id", bytes();
    TAGS_HURL: "pppoed.tags.hurl", "HURL", bytes();
    TAGS_MOTM: "pppoed.tags.motm", "MOTM", bytes();
    TAGS_MAX_PAYLOAD: "pppoed.tags.max_payload", "PPP-Max-Payload", bytes();
    TAGS_SERVICE_NAME_ERROR: "pppoed.tags.service_name_error", "Service-Name-Error", str();
    TAGS_AC_SYSTEM_ERROR: "pppoed.tags.ac_system_error", "AC-System-Error", str();
    TAGS_GENERIC_ERROR: "pppoed.tags.generic_error", "Generic-Error", str();
}

values! {
    TAG {
        0x0 => "End-Of-List", 0x101 => "Service-Name", 0x102 => "AC-Name", 0x103 => "Host-Uniq", 0x104 => "AC-Cookie",
        0x105 => "Vendor-Specific", 0x106 => "Credits", 0x107 => "Metrics", 0x108 => "Sequence Number",
        0x109 => "Credit Scale Factor", 0x110 => "Relay-Session-Id", 0x111 => "HURL", 0x112 => "MOTM",
        0x120 => "PPP-Max-Payload", 0x121 => "IP Route Add", 0x201 => "Service-Name-Error",
        0x202 => "AC-System-Error", 0x203 => "Generic-Error",
    }
}

/// PPP-over-Ethernet Discovery.
pub static PPPOED: Protocol = Protocol {
    name: "pppoed",
    title: "PPP-over-Ethernet Discovery",
    frame_name: "pppoed",
    fields: FIELDS,
    parents: &[Parent::EtherType(0x8863)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Contents by tag.
const CONTENTS: &[(u64, F)] = &[
    (0x0101, f::TAGS_SERVICE_NAME),
    (0x0102, f::TAGS_AC_NAME),
    (0x0103, f::TAGS_HOST_UNIQ),
    (0x0104, f::TAGS_AC_COOKIE),
    (0x0110, f::TAGS_RELAY_SESSION_ID),
    (0x0111, f::TAGS_HURL),
    (0x0112, f::TAGS_MOTM),
    (0x0120, f::TAGS_MAX_PAYLOAD),
    (0x0201, f::TAGS_SERVICE_NAME_ERROR),
    (0x0202, f::TAGS_AC_SYSTEM_ERROR),
    (0x0203, f::TAGS_GENERIC_ERROR),
];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let payload = pppoe::header(cx, tvb)?;
    cx.column("PPPoED", || "Active Discovery".into());
    let len = payload.reported_len();
    if len > 0 {
        cx.out.label(f::TAGS, payload, 0, len);
    }
    let mut at = 0;
    while at + 4 <= len {
        let kind = cx.out.uint(f::TAG, payload, at, 2)?;
        let size = cx.out.uint(f::TAG_LENGTH, payload, at + 2, 2)? as usize;
        if kind == 0 {
            break;
        }
        if size > 0 {
            let field = CONTENTS.iter().find(|row| row.0 == kind).map_or(f::TAG_UNKNOWN_DATA, |row| row.1);
            cx.out.item(field, payload, at + 4, size)?;
        }
        at += 4 + size;
    }
    Ok(HEADER + len)
}
