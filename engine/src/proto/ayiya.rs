//! AYIYA: IPv6 over UDP with an identity and a signature before it.

use super::{
    Extent, Parent, Protocol, Table,
    dissect::Cx,
    ip,
    tvb::{Stop, Tvb},
};

/// Anything in Anything Protocol.
pub static AYIYA: Protocol = Protocol {
    name: "ayiya",
    title: "Anything in Anything Protocol",
    frame_name: "ayiya",
    parents: &[Parent::UdpPort(5072)],
    calls: &[Table::IpProto],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (identity, signature) = (1usize << (tvb.u8(0)? >> 4), usize::from(tvb.u8(1)? >> 4) * 4);
    let next = tvb.u8(3)?;
    let header = 8 + identity + signature;
    let opcode = tvb.u8(2)? & 0x0f;
    let payload = tvb.rest(header)?;
    cx.column("AYIYA", || "Anything in Anything".into());
    // Forwarded packets; other operations talk to the tunnel's end.
    if opcode == 1 {
        ip::upper(cx, next, payload);
    } else {
        cx.call_data(payload);
    }
    Ok(header)
}
