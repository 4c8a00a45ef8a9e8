//! `_ws.malformed`: a packet that ends in the middle of something, or says what cannot be.

use super::{
    Protocol,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Malformed =>
    EXPERT: "_ws.malformed.expert", "Malformed Packet (Exception occurred)", none();
    REASSEMBLY: "_ws.malformed.reassembly", "Reassembly error", none();
}

/// Malformed packets.
pub static MALFORMED: Protocol = Protocol {
    name: "_ws.malformed",
    title: "Malformed Packet",
    fields: FIELDS,
    whole_frame: &["_ws.malformed", "_ws.malformed.expert"],
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, _: Tvb<'f>) -> Result<usize, Stop> {
    cx.out.expert(f::EXPERT, Severity::Error, Group::Malformed, "Malformed Packet (Exception occurred)");
    Ok(0)
}
