//! Teredo, RFC 4380: IPv6 over UDP through NATs.

use strato_filter_lang::value::Value;

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Teredo =>
    AUTH: "teredo.auth", "Teredo Authentication header", none();
    AUTH_IDLEN: "teredo.auth.idlen", "Client identifier length", u8();
    AUTH_AULEN: "teredo.auth.aulen", "Authentication value length", u8();
    AUTH_ID: "teredo.auth.id", "Client identifier", bytes();
    AUTH_VALUE: "teredo.auth.value", "Authentication value", bytes();
    AUTH_NONCE: "teredo.auth.nonce", "Nonce value", bytes();
    AUTH_CONF: "teredo.auth.conf", "Confirmation byte", bytes();
    ORIG: "teredo.orig", "Teredo Origin Indication header", none();
    ORIG_PORT: "teredo.orig.port", "Origin UDP port", u16();
    ORIG_ADDR: "teredo.orig.addr", "Origin IPv4 address", ipv4();
}

/// Teredo IPv6 over UDP tunneling.
pub static TEREDO: Protocol = Protocol {
    name: "teredo",
    title: "Teredo IPv6 over UDP tunneling",
    frame_name: "teredo",
    fields: FIELDS,
    parents: &[Parent::UdpPort(3544)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let mut at = 0;
    if tvb.u16(at)? == 1 {
        let (id, value) = (usize::from(tvb.u8(at + 2)?), usize::from(tvb.u8(at + 3)?));
        cx.out.label(f::AUTH, tvb, at, 13 + id + value);
        cx.out.item(f::AUTH_IDLEN, tvb, at + 2, 1)?;
        cx.out.item(f::AUTH_AULEN, tvb, at + 3, 1)?;
        at += 4;
        for (field, len) in [(f::AUTH_ID, id), (f::AUTH_VALUE, value), (f::AUTH_NONCE, 8), (f::AUTH_CONF, 1)] {
            if len > 0 {
                cx.out.item(field, tvb, at, len)?;
            }
            at += len;
        }
    }
    if tvb.u16(at)? == 0 {
        // Port and address are stored inverted (RFC 4380 §5.1.1).
        cx.out.label(f::ORIG, tvb, at, 8);
        let (port, addr) = (!tvb.u16(at + 2)?, !tvb.u32(at + 4)?);
        cx.out.add(f::ORIG_PORT, tvb.bytes(at + 2, 2)?, Value::Uint(port.into()));
        cx.out.add(f::ORIG_ADDR, tvb.bytes(at + 4, 4)?, Value::ipv4(addr));
        at += 8;
    }
    cx.column("Teredo", || "IPv6 over UDP".into());
    cx.call(Proto::Ipv6, tvb.rest(at)?);
    Ok(at)
}
