//! NetBIOS over IPX (Novell, "NetBIOS over IPX"; Microsoft NWLink).

mod fields;
mod values;

use self::fields::FIELDS;
pub(super) use self::fields::f;
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    netbios,
    tvb::{Stop, Tvb},
};

/// NetBIOS over IPX.
pub static NBIPX: Protocol = Protocol {
    name: "nbipx",
    title: "NetBIOS over IPX",
    fields: FIELDS,
    // Its fields also show what the name management protocol says.
    parents: &[Parent::Below(Proto::Ipx), Parent::Below(Proto::Nmpi)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Networks that a broadcast passed.
const ROUTES: usize = 32;
/// A broadcast with its routes, flags and name.
const BROADCAST: usize = 50;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let at = if tvb.reported_len() == BROADCAST { ROUTES } else { 0 };
    if at > 0 {
        networks(cx, tvb)?;
    }
    let kind = tvb.u8(at + 1)?;
    cx.column("NBIPX", || values::NMPI_PACKETTYPE.name(kind.into()).unwrap_or("Unknown").to_owned());
    match kind {
        1..=5 | 9 | 10 => {
            for field in [
                f::NMPI_NAME_FLAGS,
                f::NMPI_NAME_FLAGS_GROUP,
                f::NMPI_NAME_FLAGS_IN_USE,
                f::NMPI_NAME_FLAGS_REGISTERED,
                f::NMPI_NAME_FLAGS_DUPLICATED,
                f::NMPI_NAME_FLAGS_DEREGISTERED,
            ] {
                cx.out.item(field, tvb, at, 1)?;
            }
            cx.out.item(f::NMPI_PACKETTYPE, tvb, at + 1, 1)?;
            netbios::name(cx, tvb, at + 2)?;
            Ok(at + 18)
        }
        6..=8 => {
            control(cx, tvb, at)?;
            for (i, field) in [
                f::NMPI_SESSION_SRC_CONN_ID,
                f::NMPI_SESSION_DEST_CONN_ID,
                f::NMPI_SESSION_SEND_SEQ_NUMBER,
                f::NMPI_SESSION_TOTAL_DATA_LENGTH,
                f::NMPI_SESSION_OFFSET,
                f::NMPI_SESSION_DATA_LENGTH,
                f::NMPI_SESSION_RECV_SEQ_NUMBER,
                f::NMPI_SESSION_BYTES_RECEIVED,
            ]
            .into_iter()
            .enumerate()
            {
                cx.out.item_le(field, tvb, at + 2 + 2 * i, 2)?;
            }
            netbios::payload(cx, tvb.rest(at + 18)?, kind == 6)?;
            Ok(at + 18)
        }
        11 => {
            control(cx, tvb, at)?;
            netbios::name(cx, tvb, at + 2)?;
            netbios::name(cx, tvb, at + 18)?;
            netbios::payload(cx, tvb.rest(at + 34)?, true)?;
            Ok(at + 34)
        }
        _ => {
            control(cx, tvb, at)?;
            cx.call_data(tvb.rest(at + 2)?);
            Ok(at + 2)
        }
    }
}

/// The networks that a broadcast came through, as far as they are known.
pub(super) fn networks<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    for at in (0..ROUTES).step_by(4) {
        if tvb.u32(at)? != 0 {
            cx.out.item(f::NMPI_IPX_NETWORK, tvb, at, 4)?;
        }
    }
    Ok(())
}

fn control<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    for field in [
        f::NMPI_CONN_CONTROL,
        f::NMPI_CONN_CONTROL_SYS_PACKET,
        f::NMPI_CONN_CONTROL_ACK,
        f::NMPI_CONN_CONTROL_ATTENTION,
        f::NMPI_CONN_CONTROL_END_MSG,
        f::NMPI_CONN_CONTROL_RESEND,
    ] {
        cx.out.item(field, tvb, at, 1)?;
    }
    cx.out.item(f::NMPI_PACKETTYPE, tvb, at + 1, 1)
}
