//! What the bits of an IPv6 address tell: embedded IPv4 and MAC addresses, multicast flags.

use strato_filter_lang::value::Value;

use super::{Cx, F, Stop, Tvb, f};

/// The fields of one of the two addresses.
struct Side {
    multicast: [F; 6],
    gateway: F,
    sla: F,
    teredo_server: F,
    teredo_port: F,
    teredo_client: F,
    isatap: F,
    slaac: F,
    embedded: F,
}

const SRC: Side = Side {
    multicast: [
        f::SRC_MULTICAST_FLAGS,
        f::SRC_MULTICAST_FLAGS_RESERVED,
        f::SRC_MULTICAST_FLAGS_EMBED_RP,
        f::SRC_MULTICAST_FLAGS_NETWORK_PREFIX,
        f::SRC_MULTICAST_FLAGS_TRANSIENT,
        f::SRC_MULTICAST_SCOPE,
    ],
    gateway: f::SRC_6TO4_GW_IPV4,
    sla: f::SRC_6TO4_SLA_ID,
    teredo_server: f::SRC_TS_IPV4,
    teredo_port: f::SRC_TC_PORT,
    teredo_client: f::SRC_TC_IPV4,
    isatap: f::SRC_ISATAP_IPV4,
    slaac: f::SRC_SLAAC_MAC,
    embedded: f::SRC_EMBED_IPV4,
};

const DST: Side = Side {
    multicast: [
        f::DST_MULTICAST_FLAGS,
        f::DST_MULTICAST_FLAGS_RESERVED,
        f::DST_MULTICAST_FLAGS_EMBED_RP,
        f::DST_MULTICAST_FLAGS_NETWORK_PREFIX,
        f::DST_MULTICAST_FLAGS_TRANSIENT,
        f::DST_MULTICAST_SCOPE,
    ],
    gateway: f::DST_6TO4_GW_IPV4,
    sla: f::DST_6TO4_SLA_ID,
    teredo_server: f::DST_TS_IPV4,
    teredo_port: f::DST_TC_PORT,
    teredo_client: f::DST_TC_IPV4,
    isatap: f::DST_ISATAP_IPV4,
    slaac: f::DST_SLAAC_MAC,
    embedded: f::DST_EMBED_IPV4,
};

/// Emits what both addresses of a header tell.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, src: u128, dst: u128) -> Result<(), Stop> {
    side(cx, tvb, 8, src, &SRC)?;
    side(cx, tvb, 24, dst, &DST)
}

fn side<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, addr: u128, side: &Side) -> Result<(), Stop> {
    if addr >> 120 == 0xff {
        for field in side.multicast {
            cx.out.item(field, tvb, at, 2)?;
        }
        return Ok(());
    }
    if addr >> 112 == 0x2002 {
        cx.out.item(side.gateway, tvb, at + 2, 4)?;
        cx.out.item(side.sla, tvb, at + 6, 2)?;
    } else if addr >> 96 == 0x2001_0000 {
        cx.out.item(side.teredo_server, tvb, at + 4, 4)?;
        // Port and address of the client are stored inverted (RFC 4380 §4).
        let port = !(addr >> 32) as u16;
        cx.out.add(side.teredo_port, tvb.bytes(at + 10, 2)?, Value::Uint(port.into()));
        cx.out.add(side.teredo_client, tvb.bytes(at + 12, 4)?, Value::ipv4(!addr as u32));
    }
    if addr >> 96 == 0x0064_ff9b {
        // The well-known prefix of RFC 6052.
        cx.out.item(side.embedded, tvb, at + 12, 4)?;
    }
    let interface = addr as u64;
    if interface >> 32 & !0x0200_0000 == 0x5efe {
        cx.out.item(side.isatap, tvb, at + 12, 4)?;
    } else if interface >> 24 & 0xffff == 0xfffe && interface >> 57 & 1 == 1 && cx.out.wants(side.slaac) {
        let [a, b, c, _, _, d, e, g] = interface.to_be_bytes();
        let mac = cx.out.alloc_bytes(&[a ^ 2, b, c, d, e, g]);
        cx.out.add(side.slaac, tvb.bytes(at + 8, 8)?, Value::bytes(mac));
    }
    Ok(())
}
