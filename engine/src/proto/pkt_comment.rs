//! Comments that a capture has about its packets: an item of every frame that has some.

use super::{Parent, Proto, Protocol};

/// Comments.
pub static PKT_COMMENT: Protocol = Protocol {
    name: "pkt_comment",
    title: "Packet comments",
    parents: &[Parent::Below(Proto::Frame)],
    // The record has it, not the bytes that layers are found in.
    whole_frame: &["pkt_comment"],
    ..Protocol::DEFAULT
};
