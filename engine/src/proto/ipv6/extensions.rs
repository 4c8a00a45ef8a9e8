//! The chain of extension headers, and what follows it.

use strato_filter_lang::value::Value;

use super::{
    Addr, Cx, F, Group, Key, Proto, ReassemblyFields, Severity, State, Stop, Tvb, f, ip, options, p, routing,
};

/// Next header: hop-by-hop options.
pub(super) const HOP_BY_HOP: u8 = 0;
/// Next header: routing.
const ROUTING: u8 = 43;
/// Next header: fragment.
const FRAGMENT: u8 = 44;
/// Next header: nothing follows.
pub(super) const NONE: u8 = 59;
/// Next header: options for the destination.
const DESTINATION: u8 = 60;

const REASSEMBLY: ReassemblyFields = ReassemblyFields {
    fragments: f::FRAGMENTS,
    fragment: f::FRAGMENT,
    error: f::FRAGMENT_ERROR,
    overlap: f::FRAGMENT_OVERLAP,
    conflict: f::FRAGMENT_OVERLAP_CONFLICT,
    multiple_tails: f::FRAGMENT_MULTIPLETAILS,
    too_long: f::FRAGMENT_TOOLONGFRAGMENT,
    count: f::FRAGMENT_COUNT,
    length: f::REASSEMBLED_LENGTH,
    data: f::REASSEMBLED_DATA,
};

/// Where the chain stands.
pub(super) struct Chain<'f> {
    /// Protocol number of what comes next.
    next: u8,
    /// It and all that follows.
    tvb: Tvb<'f>,
    /// The IPv6 header's payload length.
    pub(super) plen: u16,
    fragmented: bool,
}

/// Dissects the extension headers and hands on what follows; returns their length.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, next: u8, plen: u16) -> Result<usize, Stop> {
    let mut chain = Chain { next, tvb, plen, fragmented: false };
    let mut first = true;
    loop {
        match chain.next {
            HOP_BY_HOP => {
                if !first {
                    let text = "IPv6 Hop-by-Hop extension header must appear immediately after IPv6 header";
                    cx.out.expert(f::HOPOPTS_NOT_FIRST, Severity::Warn, Group::Protocol, text);
                }
                options_header(cx, &mut chain, true)?;
            }
            DESTINATION => options_header(cx, &mut chain, false)?,
            ROUTING => routing_header(cx, &mut chain)?,
            FRAGMENT => {
                if !fragment_header(cx, &mut chain)? {
                    break;
                }
            }
            _ => {
                upper(cx, &chain);
                break;
            }
        }
        first = false;
    }
    // Reassembly continues in another buffer; then the headers before it count.
    Ok(tvb.reported_len().saturating_sub(chain.tvb.reported_len()))
}

fn upper<'f>(cx: &mut Cx<'f>, chain: &Chain<'f>) {
    if chain.next == NONE {
        cx.column("IPv6", || "IPv6 no next header".into());
        cx.call_data(chain.tvb);
        return;
    }
    ip::upper(cx, chain.next, chain.tvb);
}

/// Enters a header: its item and its name in `frame.protocols`.
fn enter<'f>(cx: &mut Cx<'f>, name: &'static str, whole: F, header: Tvb<'f>) {
    if cx.out.plan.everything {
        cx.protocols.push(name);
    }
    cx.out.add(whole, header.data(), Value::Protocol { bytes: header.data().into(), text: "" });
}

fn options_header<'f>(cx: &mut Cx<'f>, chain: &mut Chain<'f>, hop_by_hop: bool) -> Result<(), Stop> {
    let tvb = chain.tvb;
    let (name, whole, nxt, len, octets) = if hop_by_hop {
        ("ipv6.hopopts", f::HOPOPTS, f::HOPOPTS_NXT, f::HOPOPTS_LEN, f::HOPOPTS_LEN_OCT)
    } else {
        ("ipv6.dstopts", f::DSTOPTS, f::DSTOPTS_NXT, f::DSTOPTS_LEN, f::DSTOPTS_LEN_OCT)
    };
    let size = (usize::from(tvb.u8(1)?) + 1) * 8;
    enter(cx, name, whole, tvb.limit(size));
    chain.next = cx.out.uint(nxt, tvb, 0, 1)? as u8;
    cx.out.item(len, tvb, 1, 1)?;
    cx.out.add(octets, tvb.bytes(1, 1)?, Value::Uint(size as u64));
    options::dissect(cx, tvb.sub(2, size - 2)?, chain, hop_by_hop)?;
    chain.tvb = tvb.rest(size)?;
    Ok(())
}

fn routing_header<'f>(cx: &mut Cx<'f>, chain: &mut Chain<'f>) -> Result<(), Stop> {
    let tvb = chain.tvb;
    let size = (usize::from(tvb.u8(1)?) + 1) * 8;
    enter(cx, "ipv6.routing", f::ROUTING, tvb.limit(size));
    chain.next = cx.out.uint(f::ROUTING_NXT, tvb, 0, 1)? as u8;
    cx.out.item(f::ROUTING_LEN, tvb, 1, 1)?;
    cx.out.add(f::ROUTING_LEN_OCT, tvb.bytes(1, 1)?, Value::Uint(size as u64));
    routing::dissect(cx, tvb.sub(0, size)?)?;
    chain.tvb = tvb.rest(size)?;
    Ok(())
}

/// Returns whether the chain goes on.
fn fragment_header<'f>(cx: &mut Cx<'f>, chain: &mut Chain<'f>) -> Result<bool, Stop> {
    let tvb = chain.tvb;
    enter(cx, "ipv6.fraghdr", f::FRAGHDR, tvb.limit(8));
    chain.next = cx.out.uint(f::FRAGHDR_NXT, tvb, 0, 1)? as u8;
    cx.out.item(f::FRAGHDR_RESERVED_OCTET, tvb, 1, 1)?;
    let bits = cx.out.uint(f::FRAGHDR_OFFSET, tvb, 2, 2)?;
    cx.out.item(f::FRAGHDR_RESERVED_BITS, tvb, 2, 2)?;
    cx.out.item(f::FRAGHDR_MORE, tvb, 2, 2)?;
    let id = cx.out.uint(f::FRAGHDR_IDENT, tvb, 4, 4)? as u32;
    let (offset, more) = ((bits & 0xfff8) as usize, bits & 1 != 0);
    let payload = tvb.rest(8)?;
    chain.tvb = payload;
    if offset == 0 && !more {
        return Ok(true);
    }
    chain.fragmented = true;
    cx.info.fragmented = true;
    // Not by what this fragment says is inside: others of the datagram may say something else.
    let above = |inner: Proto| cx.out.needs(inner) && cx.out.routes().may_carry(Proto::Ipv6, inner);
    let read = cx.out.plan.everything || REASSEMBLY.wanted(cx) || cx.out.wants(f::REASSEMBLED_IN) || Proto::ALL.into_iter().any(above);
    if !read {
        return Ok(false);
    }
    if payload.len() < payload.reported_len() || cx.info.in_error {
        // Never to be complete: what is there of it.
        return Ok(offset == 0);
    }
    if !cx.out.prefers(p::DEFRAGMENT) {
        if offset > 0 {
            cx.call_data(payload);
        }
        return Ok(offset == 0);
    }
    let key = Key { src: cx.info.src, dst: cx.info.dst, id, proto: 0 };
    let (frame, state) = (cx.frame.number, cx.state.of::<State>(Proto::Ipv6));
    let Some(whole) = state.fragments.add(key, frame, offset, payload.data(), more) else {
        cx.column("IPv6", || format!("IPv6 fragment (off={offset} more={more} ident=0x{id:08x})"));
        cx.tell(id, f::REASSEMBLED_IN);
        cx.call_data(payload);
        return Ok(false);
    };
    ReassemblyFields::learn(cx, &whole, id, f::REASSEMBLED_IN);
    let datagram = REASSEMBLY.emit(cx, &whole);
    cx.info.fragmented = false;
    // The headers inside belong to the datagram, not to this frame's chain.
    let mut inner = Chain { next: chain.next, tvb: datagram, plen: chain.plen, fragmented: true };
    while is_extension(inner.next) && inner.next != FRAGMENT {
        match inner.next {
            ROUTING => routing_header(cx, &mut inner)?,
            other => options_header(cx, &mut inner, other == HOP_BY_HOP)?,
        }
    }
    upper(cx, &inner);
    Ok(false)
}

fn is_extension(next: u8) -> bool {
    matches!(next, HOP_BY_HOP | ROUTING | FRAGMENT | DESTINATION)
}

impl Chain<'_> {
    /// A fragment header came before.
    pub(super) fn is_fragmented(&self) -> bool {
        self.fragmented
    }
}

/// The destination of the packet when it has passed all of its route.
pub(super) fn final_destination(cx: &mut Cx<'_>, addr: u128) {
    cx.info.dst = Addr::V6(addr);
}
