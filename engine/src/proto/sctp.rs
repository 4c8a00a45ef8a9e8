//! Stream Control Transmission Protocol, RFC 9260, with the extensions that are in use: RFC 3758, 4895, 5061, 6525, 8260.

mod association;
mod causes;
mod chunks;
mod data;
mod fields;
mod parameters;
mod reassembly;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol, Table,
    checksum,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// SCTP.
pub static SCTP: Protocol = Protocol {
    name: "sctp",
    title: "Stream Control Transmission Protocol",
    frame_name: "sctp",
    fields: FIELDS,
    parents: &[Parent::IpProto(132), Parent::UdpPort(9899)],
    calls: &[Table::SctpPort, Table::SctpPpi],
    stateful: &["sctp.data_tsn", "sctp.sack_", "sctp.nr_sack_", "sctp.fragment", "sctp.retransmi", "sctp.reassembled_in"],
    extent: Extent::Items,
    dissect,
    ..Protocol::DEFAULT
};

const HEADER: usize = 12;
/// Deepest nesting of parameters, causes and chunks in one another.
const MAX_DEPTH: usize = 8;
/// `sctp.assoc_index` while associations are not numbered, which Wireshark does on demand only.
const NOT_NUMBERED: u64 = 65535;

/// A packet being read.
#[derive(Clone, Copy)]
struct Packet {
    /// The half of an association that its sender is, when it is known.
    half: Option<association::Key>,
    /// How deep it is nested in parameters and causes of others.
    depth: usize,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (src, dst, tag) = (tvb.u16(0)?, tvb.u16(2)?, tvb.u32(4)?);
    // Nothing of the header is shown that is not whole, so no field is read by its place alone.
    tvb.u32(8)?;
    for (field, at, len) in [(f::SRCPORT, 0, 2), (f::DSTPORT, 2, 2), (f::VERIFICATION_TAG, 4, 4), (f::CHECKSUM, 8, 4)] {
        cx.out.item(field, tvb, at, len)?;
    }
    cx.info.srcport = src;
    cx.info.dstport = dst;
    cx.info.flow = None;
    cx.info.can_desegment = false;
    cx.column("SCTP", || format!("{src} → {dst}"));
    cx.out.generated_uint(f::CHECKSUM_STATUS, checksum::UNVERIFIED);
    let known = cx.out.plan.stateful(Proto::Sctp) && !cx.info.in_error && tag != 0;
    let packet = Packet { half: known.then(|| association::enter(cx, tag)), depth: 0 };
    let mut at = HEADER;
    let mut item = item_end(tvb, at);
    cx.item(Proto::Sctp, tvb.limit(item));
    while tvb.reported_rest(at) > 0 {
        // Each item ends with a header of data; what follows the data is another one.
        if at >= item {
            item = item_end(tvb, at);
            cx.item(Proto::Sctp, tvb.rest(at)?.limit(item - at));
        }
        let Some(next) = chunks::chunk(cx, tvb, at, packet)? else { break };
        at = next;
    }
    // What has no tag yet and is no start of an association belongs to none.
    let none = tag == 0 && tvb.u8(HEADER) != Ok(chunks::INIT);
    cx.out.generated_uint(f::ASSOC_INDEX, if none { 0 } else { NOT_NUMBERED });
    Ok(tvb.len())
}

/// Where the item ends that starts with the chunk at `at`.
fn item_end(tvb: Tvb<'_>, mut at: usize) -> usize {
    while let (Ok(kind), Ok(len)) = (tvb.u8(at), tvb.u16(at + 2)) {
        match kind {
            chunks::DATA => return at + data::HEADER,
            chunks::I_DATA => return at + data::I_HEADER,
            _ if len < 4 => break,
            _ => at += usize::from(len).next_multiple_of(4),
        }
    }
    tvb.reported_len()
}
