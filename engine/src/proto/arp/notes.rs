//! What an ARP packet means among those before it: probes, announcements, duplicate addresses.

use rustc_hash::FxHashMap;

use super::{Addr, Cx, Proto, Stop, Tvb, at, f, ipv4};
use crate::proto::{
    eth::hardware_text,
    out::{Group, Severity},
};

const REQUEST: u16 = 1;
const REPLY: u16 = 2;

/// Who last used an address.
#[derive(Clone, Copy)]
struct User {
    mac: [u8; 6],
    frame: u64,
    time_ns: Option<i128>,
}

/// Users of addresses; at most as many as one link can have is not a bound, so it is cut at this many.
const MAX_USERS: usize = 1 << 20;

#[derive(Default)]
struct Users {
    by_ip: FxHashMap<Addr, User>,
}

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, opcode: u16) -> Result<(), Stop> {
    if !matches!(opcode, REQUEST | REPLY) {
        return Ok(());
    }
    let (sender, target) = (tvb.u32(at::SENDER_IP)?, tvb.u32(at::TARGET_IP)?);
    let target_mac: [u8; 6] = tvb.array(at::TARGET_MAC)?;
    if sender == target {
        cx.out.generated_bool(f::ISGRATUITOUS, true);
    }
    // RFC 5227 §2.1.1, §2.3.
    if opcode == REQUEST && sender == 0 {
        cx.out.generated_bool(f::ISPROBE, true);
        if target_mac != [0; 6] {
            let text = "Target Hardware Address field SHOULD be set to all zeroes in an ARP Probe (RFC 5227)";
            cx.out.expert(f::DST_NONZERO_PROBE, Severity::Warn, Group::Protocol, text);
        }
    }
    if opcode == REQUEST && sender == target {
        cx.out.generated_bool(f::ISANNOUNCEMENT, true);
    }
    let wanted = [f::DUPLICATE_ADDRESS_DETECTED, f::DUPLICATE_ADDRESS_FRAME, f::SECONDS_SINCE_DUPLICATE_ADDRESS_FRAME];
    if cx.out.plan.everything || wanted.into_iter().any(|field| cx.out.wants(field)) {
        duplicates(cx, ipv4(tvb, at::SENDER_IP)?, tvb.array(at::SENDER_MAC)?);
        if opcode == REPLY && sender != target && target_mac[0] & 1 == 0 {
            duplicates(cx, ipv4(tvb, at::TARGET_IP)?, target_mac);
        }
    }
    Ok(())
}

/// Notes when another machine used the address before.
fn duplicates(cx: &mut Cx<'_>, ip: Addr, mac: [u8; 6]) {
    if ip == Addr::V4(0) {
        return;
    }
    let now = User { mac, frame: cx.frame.number, time_ns: cx.frame.timestamp_ns };
    let users: &mut Users = cx.state.of(Proto::Arp);
    if users.by_ip.len() >= MAX_USERS {
        users.by_ip.clear();
    }
    let before = *users.by_ip.entry(ip).or_insert(now);
    if before.mac == mac {
        users.by_ip.insert(ip, now);
        return;
    }
    let text = format!("Duplicate IP address configured ({})", hardware_text(&mac));
    cx.out.expert(f::DUPLICATE_ADDRESS_DETECTED, Severity::Warn, Group::Sequence, &text);
    cx.out.generated_uint(f::DUPLICATE_ADDRESS_FRAME, before.frame);
    if let (Some(now), Some(then)) = (now.time_ns, before.time_ns) {
        let seconds = (now - then).max(0) / 1_000_000_000;
        cx.out.generated_uint(f::SECONDS_SINCE_DUPLICATE_ADDRESS_FRAME, u64::try_from(seconds).unwrap_or_default());
    }
}
