//! Cisco's Interior Gateway Routing Protocol (Cisco, "An Introduction to IGRP").

use strato_filter_lang::value::Value;

use super::{
    Extent, Parent, Protocol,
    dissect::{Addr, Cx},
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Igrp =>
    UPDATE: "igrp.update", "Update Release", u8();
    AS: "igrp.as", "Autonomous System", u16();
    VERSION: "igrp.version", "IGRP Version", u8().mask(0xf0);
    COMMAND: "igrp.command", "Command", u8().mask(0xf);
    INTERIOR_ROUTES: "igrp.interior_routes", "Interior routes", u16();
    SYSTEM_ROUTES: "igrp.system_routes", "System routes", u16();
    EXTERIOR_ROUTES: "igrp.exterior_routes", "Exterior routes", u16();
    CHECKSUM: "igrp.checksum", "Checksum", u16().hex();
    NETWORK: "igrp.network", "Network", ipv4();
    DELAY: "igrp.delay", "Delay", u24();
    BANDWIDTH: "igrp.bandwidth", "Bandwidth", u24();
    MTU: "igrp.mtu", "MTU", u16();
    RELIABILITY: "igrp.reliability", "Reliability", u8();
    LOAD: "igrp.load", "Load", u8();
    HOP_COUNT: "igrp.hop_count", "Hop count", u8();
    VERSION_INVALID: "igrp.version.invalid", "Unknown Version, The dissection may be inaccurate", none();
}

/// IGRP.
pub static IGRP: Protocol = Protocol {
    name: "igrp",
    title: "Cisco Interior Gateway Routing Protocol",
    frame_name: "igrp",
    fields: FIELDS,
    parents: &[Parent::IpProto(9)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const HEADER: usize = 12;
/// Bytes of a route.
const ROUTE: usize = 14;
const UPDATE: u64 = 1;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.out.item(f::VERSION, tvb, 0, 1)?;
    if tvb.u8(0)? >> 4 != 1 {
        let text = "Unknown Version, The dissection may be inaccurate";
        cx.out.expert(f::VERSION_INVALID, Severity::Warn, Group::Protocol, text);
    }
    let command = cx.out.uint(f::COMMAND, tvb, 0, 1)? & 0xf;
    cx.column("IGRP", || if command == UPDATE { "Response".to_owned() } else { "Request".to_owned() });
    cx.out.item(f::UPDATE, tvb, 1, 1)?;
    cx.out.item(f::AS, tvb, 2, 2)?;
    let mut at = HEADER;
    // The networks inside are those of the sender's: they leave out its first byte.
    let own = match cx.info.src {
        Addr::V4(address) => (address >> 24) as u8,
        _ => 0,
    };
    let counts = [(f::INTERIOR_ROUTES, 4), (f::SYSTEM_ROUTES, 6), (f::EXTERIOR_ROUTES, 8)];
    for (field, count_at) in counts {
        let count = cx.out.uint(field, tvb, count_at, 2)?;
        for _ in 0..count {
            let inside = field == f::INTERIOR_ROUTES;
            route(cx, tvb.sub(at, ROUTE)?, inside.then_some(own))?;
            at += ROUTE;
        }
    }
    cx.out.item(f::CHECKSUM, tvb, 10, 2)?;
    Ok(tvb.len())
}

fn route<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, own: Option<u8>) -> Result<(), Stop> {
    let [a, b, c] = tvb.array(0)?;
    let network = own.map_or([a, b, c, 0], |own| [own, a, b, c]);
    cx.out.add(f::NETWORK, tvb.bytes(0, 3)?, Value::ipv4(u32::from_be_bytes(network)));
    cx.out.item(f::DELAY, tvb, 3, 3)?;
    cx.out.item(f::BANDWIDTH, tvb, 6, 3)?;
    cx.out.item(f::MTU, tvb, 9, 2)?;
    cx.out.item(f::RELIABILITY, tvb, 11, 1)?;
    cx.out.item(f::LOAD, tvb, 12, 1)?;
    cx.out.item(f::HOP_COUNT, tvb, 13, 1)
}
