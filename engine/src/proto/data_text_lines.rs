//! Text bodies, as lines.

use super::{Extent, Parent, Proto, Protocol};

/// Line-based text.
pub static DATA_TEXT_LINES: Protocol = Protocol {
    name: "data-text-lines",
    title: "Line-based text data",
    frame_name: "data-text-lines",
    parents: &[Parent::Below(Proto::Http)],
    extent: Extent::Whole,
    ..Protocol::DEFAULT
};
