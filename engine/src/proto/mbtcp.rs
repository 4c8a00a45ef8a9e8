//! Modbus over TCP: Modbus Messaging on TCP/IP Implementation Guide V1.0b.

use super::{
    Parent, Proto, Protocol,
    dissect::Cx,
    tcp::pdus::dissect_pdus,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Mbtcp =>
    TRANS_ID: "mbtcp.trans_id", "Transaction Identifier", u16();
    PROT_ID: "mbtcp.prot_id", "Protocol Identifier", u16();
    LEN: "mbtcp.len", "Length", u16();
    UNIT_ID: "mbtcp.unit_id", "Unit Identifier", u8();
    CANNOT_CLASSIFY: "mbtcp.cannot_classify", "Cannot classify packet type. Try setting Modbus/TCP Port preference to this destination or source port", none();
}

/// Modbus over TCP.
pub static MBTCP: Protocol = Protocol {
    name: "mbtcp",
    title: "Modbus/TCP",
    frame_name: "mbtcp",
    fields: FIELDS,
    parents: &[Parent::TcpPort(502)],
    may_reject: true,
    waits_silently: true,
    stateful: &["mbtcp"],
    dissect,
    ..Protocol::DEFAULT
};

/// The server's port.
pub(super) const PORT: u16 = 502;

/// Bytes before the unit: transaction, protocol, length.
const HEADER: usize = 6;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    // Modbus' protocol number is 0, and a message has at least a unit and a function.
    if tvb.u16(2).is_ok_and(|protocol| protocol != 0) || tvb.u16(4).is_ok_and(|len| len < 2) {
        return Ok(0);
    }
    let length = |tvb: Tvb<'f>, at: usize| Ok(Some(HEADER + usize::from(tvb.u16(at + 4)?)));
    dissect_pdus(cx, tvb, HEADER, length, message)
}

/// Transaction and unit of the message that is open.
#[derive(Default)]
pub(super) struct Message {
    pub(super) transaction: u16,
    pub(super) unit: u8,
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("Modbus/TCP", || "Modbus/TCP".to_owned());
    cx.out.item(f::TRANS_ID, tvb, 0, 2)?;
    cx.out.item(f::PROT_ID, tvb, 2, 2)?;
    cx.out.item(f::LEN, tvb, 4, 2)?;
    cx.out.item(f::UNIT_ID, tvb, 6, 1)?;
    let open = Message { transaction: tvb.u16(0)?, unit: tvb.u8(6)? };
    *cx.state.of::<Message>(Proto::Mbtcp) = open;
    let message = tvb.rest(7)?;
    if message.reported_len() > 0 {
        cx.call(Proto::Modbus, message);
    }
    Ok(7)
}
