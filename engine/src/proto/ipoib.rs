//! IP over InfiniBand, RFC 4391: an EtherType behind the global route header.

use super::{
    Extent, Parent, Protocol, Table,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// IP over Infiniband.
pub static IPOIB: Protocol = Protocol {
    name: "ipoib",
    title: "IP over Infiniband",
    frame_name: "ipoib",
    parents: &[Parent::LinkType(242)],
    calls: &[Table::EtherType],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of the global route header.
const ROUTE: usize = 40;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let number = tvb.u16(ROUTE)?;
    let payload = tvb.rest(ROUTE + 4)?;
    cx.column("IPoIB", || "IP over InfiniBand".into());
    if !cx.call_table(Table::EtherType, number.into(), payload) {
        cx.call_data(payload);
    }
    Ok(ROUTE + 4)
}
