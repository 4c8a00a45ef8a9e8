//! `_ws.short`: a packet of which not everything was captured.

use super::Protocol;

/// Packets cut short by the capture.
pub static SHORT: Protocol = Protocol {
    name: "_ws.short",
    title: "Packet size limited during capture",
    whole_frame: &["_ws.short"],
    ..Protocol::DEFAULT
};
