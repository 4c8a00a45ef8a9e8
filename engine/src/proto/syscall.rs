//! The frame's place in events of system calls: `syscall` stands where packets have `frame`, whose fields they have, too.

use super::{Extent, Parent, Proto, Protocol, frame};

/// Events of system calls.
pub static SYSCALL: Protocol = Protocol {
    name: "syscall",
    title: "System Call",
    parents: &[Parent::Below(Proto::Frame)],
    extent: Extent::Whole,
    dissect: frame::dissect,
    ..Protocol::DEFAULT
};
