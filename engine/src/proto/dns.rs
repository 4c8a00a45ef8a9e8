//! Domain Name System, RFC 1035, over UDP and TCP; also the messages of mDNS and LLMNR.

mod column;
mod fields;
pub(super) mod name;
mod opt;
mod rdata;
mod record;
mod security;
mod stateful;
mod svcb;
mod transaction;
mod values;

use strato_filter_lang::value::Value;

use self::{
    fields::{FIELDS, f},
};
use super::{
    Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    out::F,
    tvb::{Stop, Tvb},
    ws,
};

preferences! { super::super::Proto::Dns =>
    DESEGMENT: "dns.desegment_dns_messages", true, "Put messages together that span several TCP segments";
}

/// DNS.
pub static DNS: Protocol = Protocol {
    name: "dns",
    title: "Domain Name System",
    frame_name: "dns",
    fields: FIELDS,
    parents: &[
        Parent::UdpPort(53),
        Parent::TcpPort(53),
        Parent::SctpPort(53),
        Parent::MediaType("application/dns-message"),
        Parent::Below(Proto::Mdns),
        Parent::Below(Proto::Llmnr),
        Parent::Heuristic(Proto::Udp),
    ],
    may_take,
    front: &["dns.id", "dns.flags", "dns.count", "dns.qry"],
    waits_silently: true,
    preferences: PREFERENCES,
    stateful: &["dns.response_", "dns.retransmi", "dns.time", "dns.unsolicited"],
    dissect,
    ..Protocol::DEFAULT
};

/// Which of the protocols that share the message format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Dns,
    Mdns,
    Llmnr,
}

/// A message being read.
#[derive(Clone, Copy)]
struct Message<'f> {
    tvb: Tvb<'f>,
    kind: Kind,
    /// Where the message starts: 2 after a length, else 0.
    base: usize,
}

/// The numbers of the header.
#[derive(Clone, Copy)]
struct Header {
    id: u16,
    flags: u16,
    counts: [u16; 4],
}

/// The bit of authentic data.
const AUTHENTIC: u16 = 0x20;
const OPCODE_UPDATE: u16 = 5;
const OPCODE_STATEFUL: u16 = 6;

impl Header {
    fn response(self) -> bool {
        self.flags & 0x8000 != 0
    }

    fn opcode(self) -> u16 {
        self.flags >> 11 & 0xf
    }
}

/// Where no port says that it is DNS: a standard query with one question, or a response with sensible counts.
fn may_take<'f>(_: &mut Cx<'f>, tvb: Tvb<'f>) -> bool {
    const RESPONSE: u16 = 0x8000;
    const OPCODE: u16 = 0x7800;
    let count = |at| tvb.u16(at).unwrap_or(u16::MAX);
    let (flags, questions, answers, authorities, more) = (count(2), count(4), count(6), count(8), count(10));
    let counted = match flags & RESPONSE {
        0 => questions == 1 && answers == 0 && authorities == 0,
        _ => questions <= 1 && answers <= 100 && authorities <= 10,
    };
    counted && flags & OPCODE == 0 && more <= 10 && tvb.reported_len() > 12
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    match cx.parent() {
        Some(Proto::Tcp) => dissect_stream(cx, tvb),
        // One of several messages of a segment.
        Some(Proto::Dns) => message(cx, tvb, Kind::Dns, 2),
        _ => message(cx, tvb, Kind::Dns, 0),
    }
}

/// Messages with a length before each, RFC 1035 §4.2.2.
fn dissect_stream<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let mut at = 0;
    let mut first = 0;
    while at < tvb.reported_len() {
        let rest = tvb.rest(at)?;
        if let Some(more) = missing(rest).filter(|_| cx.info.can_desegment && cx.out.prefers(p::DESEGMENT)) {
            cx.info.desegment = Some(Desegment { offset: at, more });
            return Ok(at);
        }
        let len = usize::from(rest.u16(0)?) + 2;
        let one = rest.limit(len);
        if at == 0 {
            first = len;
            // What is malformed ends that message only.
            if let Err(stop) = message(cx, one, Kind::Dns, 2) {
                ws::stopped(cx, stop);
            }
        } else {
            let names = cx.protocols.len();
            cx.call(Proto::Dns, one);
            cx.protocols.truncate(names);
        }
        at += len;
    }
    Ok(first.min(tvb.len()))
}

/// How much more of the stream the message needs, if it is not whole.
fn missing(tvb: Tvb<'_>) -> Option<More> {
    let Ok(len) = tvb.u16(0) else { return Some(More::OneSegment) };
    let more = (usize::from(len) + 2).checked_sub(tvb.reported_len())?;
    (more > 0).then_some(More::Bytes(more))
}

/// Dissects a message that starts at `base`.
pub(super) fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, kind: Kind, base: usize) -> Result<usize, Stop> {
    let msg = Message { tvb, kind, base };
    // Without these nothing is shown.
    tvb.u16(base + 2)?;
    if base == 2 {
        cx.out.item(f::LENGTH, tvb, 0, 2)?;
    }
    let header = header(cx, msg)?;
    cx.column(protocol(kind), || column::text(msg, header));
    let end = if header.opcode() == OPCODE_STATEFUL {
        stateful::operations(cx, tvb, base + 12)?;
        tvb.reported_len()
    } else {
        sections(cx, msg, header)?
    };
    transaction::track(cx, header.id, header.response());
    let extra = tvb.reported_rest(end);
    if extra > 0 {
        cx.out.label(f::EXTRANEOUS, tvb, end, extra);
        cx.out.generated(f::EXTRANEOUS_LENGTH, Value::Int(extra as i64));
        cx.out.item(f::EXTRANEOUS_DATA, tvb, end, extra)?;
    }
    Ok(tvb.len())
}

fn header<'f>(cx: &mut Cx<'f>, msg: Message<'f>) -> Result<Header, Stop> {
    let (tvb, base) = (msg.tvb, msg.base);
    let id = cx.out.uint(f::ID, tvb, base, 2)? as u16;
    let mut header = Header { id, flags: tvb.u16(base + 2)?, counts: [0; 4] };
    flags(cx, msg, header)?;
    let names = if header.opcode() == OPCODE_UPDATE {
        [f::COUNT_ZONES, f::COUNT_PREREQUISITES, f::COUNT_UPDATES, f::COUNT_ADD_RR]
    } else {
        [f::COUNT_QUERIES, f::COUNT_ANSWERS, f::COUNT_AUTH_RR, f::COUNT_ADD_RR]
    };
    for (i, (field, count)) in names.into_iter().zip(&mut header.counts).enumerate() {
        *count = cx.out.uint(field, tvb, base + 4 + 2 * i, 2)? as u16;
    }
    Ok(header)
}

/// The flags; queries show fewer of them.
fn flags<'f>(cx: &mut Cx<'f>, msg: Message<'f>, header: Header) -> Result<(), Stop> {
    let shown: &[F] = match (msg.kind, header.response()) {
        (Kind::Llmnr, false) => {
            &[f::FLAGS_RESPONSE, f::FLAGS_OPCODE, f::FLAGS_CONFLICT, f::FLAGS_TRUNCATED, f::FLAGS_TENTATIVE]
        }
        (Kind::Llmnr, true) => &[
            f::FLAGS_RESPONSE,
            f::FLAGS_OPCODE,
            f::FLAGS_CONFLICT,
            f::FLAGS_TRUNCATED,
            f::FLAGS_TENTATIVE,
            f::FLAGS_RCODE,
        ],
        (Kind::Dns | Kind::Mdns, false) => &[
            f::FLAGS_RESPONSE,
            f::FLAGS_OPCODE,
            f::FLAGS_TRUNCATED,
            f::FLAGS_RECDESIRED,
            f::FLAGS_Z,
            f::FLAGS_AD,
            f::FLAGS_CHECKDISABLE,
        ],
        (Kind::Dns | Kind::Mdns, true) => &[
            f::FLAGS_RESPONSE,
            f::FLAGS_OPCODE,
            f::FLAGS_AUTHORITATIVE,
            f::FLAGS_TRUNCATED,
            f::FLAGS_RECDESIRED,
            f::FLAGS_RECAVAIL,
            f::FLAGS_Z,
            f::FLAGS_AUTHENTICATED,
            f::FLAGS_CHECKDISABLE,
            f::FLAGS_RCODE,
        ],
    };
    cx.out.item(f::FLAGS, msg.tvb, msg.base + 2, 2)?;
    for field in shown {
        cx.out.item(*field, msg.tvb, msg.base + 2, 2)?;
    }
    // A query with that bit set also answers to the name it has in responses.
    if !header.response() && header.flags & AUTHENTIC != 0 && msg.kind != Kind::Llmnr {
        cx.out.item(f::FLAGS_AUTHENTICATED, msg.tvb, msg.base + 2, 2)?;
    }
    Ok(())
}

/// The four sections.
fn sections<'f>(cx: &mut Cx<'f>, msg: Message<'f>, header: Header) -> Result<usize, Stop> {
    let [questions, records @ ..] = header.counts;
    let mut at = msg.base + 12;
    for _ in 0..questions {
        at += record::question(cx, msg, at)?;
    }
    if cx.out.plan.reads_front_only(Proto::Dns) {
        return Ok(msg.tvb.reported_len());
    }
    for count in records {
        for _ in 0..count {
            at += record::record(cx, msg, at)?;
        }
    }
    Ok(at)
}

fn protocol(kind: Kind) -> &'static str {
    match kind {
        Kind::Dns => "DNS",
        Kind::Mdns => "MDNS",
        Kind::Llmnr => "LLMNR",
    }
}

