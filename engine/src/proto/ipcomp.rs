//! IP Payload Compression, RFC 3173; payloads compressed by DEFLATE (RFC 2394) are dissected.

use std::io::Read;

use super::{
    Extent, Parent, Protocol, Table,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Ipcomp =>
    FLAGS: "ipcomp.flags", "IPComp Flags", u8().at(1).hex();
    CPI: "ipcomp.cpi", "IPComp CPI", u16().at(2).hex();
}

/// IPComp.
pub static IPCOMP: Protocol = Protocol {
    name: "ipcomp",
    title: "IP Payload Compression",
    frame_name: "ipcomp",
    fields: FIELDS,
    parents: &[Parent::IpProto(108)],
    calls: &[Table::IpProto],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Longest payload, in bytes of the result: that of an IP packet.
const MAX_PAYLOAD: u64 = 64 << 10;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let next = tvb.u8(0)?;
    tvb.bytes(1, 3)?;
    cx.column("IPComp", || "IP Payload Compression".to_owned());
    let payload = tvb.rest(4)?;
    cx.call_data(payload);
    let mut inflated = Vec::new();
    let inflate = flate2::read::DeflateDecoder::new(payload.data()).take(MAX_PAYLOAD).read_to_end(&mut inflated);
    if inflate.is_ok() && !inflated.is_empty() {
        let inner = Tvb::whole(cx.out.alloc_bytes(&inflated));
        if !cx.call_table(Table::IpProto, next.into(), inner) {
            cx.call_data(inner);
        }
    }
    Ok(tvb.len())
}
