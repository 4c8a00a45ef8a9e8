//! Secure RTCP, RFC 3711 §3.4: what RTCP's code shows of it is an item of its own.

use super::{Extent, Parent, Proto, Protocol};

/// Secure RTCP.
pub static SRTCP: Protocol = Protocol {
    name: "srtcp",
    title: "Secure Real-time Transport Control Protocol",
    parents: &[Parent::Below(Proto::Rtcp)],
    needs: &[Proto::Rtcp],
    stateful: &["srtcp"],
    across: &["srtcp"],
    extent: Extent::Items,
    ..Protocol::DEFAULT
};
