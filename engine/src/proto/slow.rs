//! Slow protocols, IEEE 802.3 annex 57A: which one it is.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Slow =>
    SUBTYPE: "slow.subtype", "Slow Protocols subtype", u8().hex().values(&SUBTYPE);
}

values! {
    SUBTYPE { 1 => "LACP", 2 => "Marker Protocol", 3 => "OAM", 10 => "Organization Specific Slow Protocol" }
}

/// Slow protocols.
pub static SLOW: Protocol = Protocol {
    name: "slow",
    title: "Slow Protocols",
    frame_name: "slow",
    fields: FIELDS,
    parents: &[Parent::EtherType(0x8809)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let subtype = cx.out.uint(f::SUBTYPE, tvb, 0, 1)?;
    cx.column("Slow Protocols", || format!("Subtype = {subtype}"));
    // Of the others only that they are there is said.
    let name = match subtype {
        1 => "lacp",
        2 => "marker",
        3 => "oampdu",
        10 => {
            cx.call(Proto::Ossp, tvb.rest(1)?);
            return Ok(1);
        }
        _ => {
            cx.call_data(tvb.rest(1)?);
            return Ok(1);
        }
    };
    if cx.out.plan.everything {
        cx.protocols.push(name);
    }
    Ok(1)
}
