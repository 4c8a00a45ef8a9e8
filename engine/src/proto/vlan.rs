//! VLAN tags, IEEE 802.1Q.

use super::{
    Extent, Parent, Proto, Protocol, Table,
    dissect::Cx,
    eth,
    ethertype::{self, ETHERTYPE},
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Vlan =>
    PRIORITY: "vlan.priority", "Priority", u16().mask(0xe000).values(&PRIORITY).at(0).also(PRIORITIES);
    DEI: "vlan.dei", "DEI", bool().mask(0x1000).words("Eligible", "Ineligible").at_width(0, 2);
    ID: "vlan.id", "ID", u16().mask(0xfff).at(0);
    CFI: "vlan.cfi", "CFI", bool().mask(0x1000).words("Non-canonical", "Canonical");
    ETYPE: "vlan.etype", "Type", u16().hex().values(&ETHERTYPE);
    ID_NAME: "vlan.id_name", "Name", str();
    LEN: "vlan.len", "Length", u16();
    LEN_PAST_END: "vlan.len.past_end", "Length field value goes past the end of the payload", none();
    TOO_MANY_TAGS: "vlan.too_many_tags", "Too many nested VLAN tags", none();
    TRAILER: "vlan.trailer", "Trailer", bytes();
}

values! {
    PRIORITY {
        0 => "Best Effort (default)", 1 => "Background", 2 => "Spare", 3 => "Excellent Effort",
        4 => "Controlled Load", 5 => "Video, < 100ms latency and jitter", 6 => "Voice, < 10ms latency and jitter",
        7 => "Network Control",
    }
    PRIORITY_8 {
        0 => "Best Effort (default)", 1 => "Background", 2 => "Excellent Effort", 3 => "Critical Applications",
        4 => "Video, < 100ms latency and jitter", 5 => "Voice, < 10ms latency and jitter",
        6 => "Internetwork Control", 7 => "Network Control",
    }
    PRIORITY_7 {
        0 => "Best Effort (default)", 1 => "Background", 2 => "Excellent Effort", 3 => "Critical Applications",
        4 => "Voice, < 10ms latency and jitter, Drop Eligible", 5 => "Voice, < 10ms latency and jitter",
        6 => "Internetwork Control", 7 => "Network Control",
    }
    PRIORITY_6 {
        0 => "Best Effort (default)", 1 => "Background", 2 => "Critical Applications, Drop Eligible",
        3 => "Critical Applications", 4 => "Voice, < 10ms latency and jitter, Drop Eligible",
        5 => "Voice, < 10ms latency and jitter", 6 => "Internetwork Control", 7 => "Network Control",
    }
    PRIORITY_5 {
        0 => "Best Effort (default), Drop Eligible", 1 => "Best Effort (default)",
        2 => "Critical Applications, Drop Eligible", 3 => "Critical Applications",
        4 => "Voice, < 10ms latency and jitter, Drop Eligible", 5 => "Voice, < 10ms latency and jitter",
        6 => "Internetwork Control", 7 => "Network Control",
    }
}

/// The names that later editions of IEEE 802.1Q give: with 7, 6 or 5 classes that are not drop eligible.
const PRIORITIES: &[strato_filter_lang::schema::Field] = &[
    priority(&PRIORITY_8),
    priority(&PRIORITY_7),
    priority(&PRIORITY_6),
    priority(&PRIORITY_5),
];

const fn priority(values: &'static strato_filter_lang::schema::Values) -> strato_filter_lang::schema::Field {
    strato_filter_lang::schema::field("vlan.priority", "Priority").u16().mask(0xe000).values(values).at(0)
}

/// A VLAN tag.
pub static VLAN: Protocol = Protocol {
    name: "vlan",
    title: "802.1Q Virtual LAN",
    frame_name: "vlan",
    fields: FIELDS,
    parents: &[Parent::EtherType(0x8100), Parent::EtherType(0x9100), Parent::EtherType(0x9200), Parent::EtherType(0x9300)],
    calls: &[Table::EtherType],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Tags nested deeper than this are noted, as Wireshark.
const MAX_TAGS: usize = 20;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    tvb.u16(0)?;
    let kind = tvb.u16(2)?;
    if cx.layers.iter().filter(|layer| layer.proto == Proto::Vlan).count() > MAX_TAGS {
        cx.out.expert(f::TOO_MANY_TAGS, Severity::Warn, Group::Undecoded, "Too many nested VLAN tags");
    }
    let payload = tvb.rest(4)?;
    let len = if kind <= 1500 {
        cx.out.item(f::LEN, tvb, 2, 2)?;
        let len = usize::from(kind);
        if len > payload.reported_len() {
            let text = "Length field value goes past the end of the payload";
            cx.out.expert(f::LEN_PAST_END, Severity::Error, Group::Malformed, text);
        }
        let inner = payload.limit(len);
        cx.call(if inner.u16(0) == Ok(0xffff) { Proto::Ipx } else { Proto::Llc }, inner);
        len
    } else {
        cx.out.item(f::ETYPE, tvb, 2, 2)?;
        ethertype::call(cx, kind, payload);
        ethertype::payload_len(kind, payload).unwrap_or(payload.reported_len())
    };
    if cx.out.wants(f::TRAILER) || eth::wants_trailer(cx) {
        eth::trailer(cx, f::TRAILER, payload, len, eth::End::PLAIN);
    }
    Ok(4)
}
