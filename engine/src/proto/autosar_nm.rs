//! AUTOSAR's network management (CP R4.3): which nodes of a network are awake.

mod fields;

use self::fields::{FIELDS, f};
use super::{
    Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Network management.
pub static AUTOSAR_NM: Protocol = Protocol {
    name: "autosar-nm",
    title: "AUTOSAR Network Management",
    frame_name: "autosar-nm",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Can)],
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("AUTOSAR NM", String::new);
    let bits = [
        f::CTRL,
        f::CTRL_REPEAT_MSG_REQ,
        f::CTRL_RESERVED1,
        f::CTRL_RESERVED2,
        f::CTRL_NM_COORD_SLEEP,
        f::CTRL_ACTIVE_WAKEUP,
        f::CTRL_RESERVED5,
        f::CTRL_PNI,
        f::CTRL_RESERVED7,
    ];
    bits.into_iter().try_for_each(|field| cx.out.item(field, tvb, 0, 1))?;
    cx.out.item(f::SRC, tvb, 1, 1)?;
    let rest = tvb.reported_rest(2);
    if rest > 0 {
        cx.out.item(f::USER_DATA, tvb, 2, rest)?;
    }
    Ok(tvb.len())
}
