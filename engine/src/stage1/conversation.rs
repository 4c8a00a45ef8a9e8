//! Conversations that a filter cannot select a frame of.
//!
//! What is put together from a stream takes all its segments, so a cheap test of the frame spares nothing:
//! `tcp.dstport == 8080 && http.request` needs every segment of the connections to that port. But of no others. The
//! parts of the filter that only depend on ports are asked of the frame and of its opposite, ports exchanged; where both
//! fail, they fail for every frame of the conversation, for all of them have these ports and no others.
//!
//! Addresses are another matter: the same conversation may be seen in a tunnel, too, whose addresses the filter may mean.

use std::sync::Arc;

use strato_filter_jit::{
    Compiled, Verdict,
    layers::Layers,
    layout::{Layout, Place},
};
use strato_filter_lang::ir::{Ir, Node, visit};

use crate::{
    proto::registry,
    walk::{FrameLayout, TCP},
};

/// Bytes of TCP's two ports.
const PORTS: usize = 4;

/// A test of conversations.
pub(super) struct Conversations {
    test: Arc<Compiled>,
    /// The layers of the opposite frame, and its bytes.
    layers: Layers,
    opposite: Vec<u8>,
}

impl Conversations {
    /// The test that a filter makes of its frames' conversations, if there is one.
    pub(super) fn of(ir: &Ir) -> Option<Self> {
        let parts: Vec<Node> = match &ir.root {
            Node::And(parts) => parts.iter().filter(|part| of_ports(part)).cloned().collect(),
            _ => return None,
        };
        if parts.is_empty() {
            return None;
        }
        let test = Compiled::compile(&Ir { root: Node::And(parts) }, registry::schema(), &FrameLayout).ok()?;
        let layers = test.layers();
        Some(Self { test: Arc::new(test), layers, opposite: Vec::new() })
    }

    /// The same for another thread.
    pub(super) fn fork(&self) -> Self {
        Self { test: Arc::clone(&self.test), layers: self.test.layers(), opposite: Vec::new() }
    }

    /// Whether the filter may select a frame of the conversation that this segment belongs to.
    pub(super) fn may_select(&mut self, data: &[u8], layers: &Layers) -> bool {
        layers.count(TCP) != 1
            || self.test.stage1(data, layers) != Verdict::No
            || self.turn(data, layers).is_none()
            || self.test.stage1(&self.opposite, &self.layers) != Verdict::No
    }

    /// Makes the TCP header of the opposite frame.
    fn turn(&mut self, data: &[u8], layers: &Layers) -> Option<()> {
        let layer = layers.layer(TCP, 0)?;
        self.opposite.clear();
        self.opposite.extend_from_slice(data.get(layer.start()..layer.payload())?);
        let end = self.opposite.len();
        self.opposite.get_mut(..PORTS)?.rotate_left(PORTS / 2);
        self.layers.start(0, end, u32::try_from(end).ok()?);
        self.layers.push(TCP, 0, end, end, end).ok()
    }
}

/// Whether a part of a filter only depends on the ports of the conversation.
fn of_ports(part: &Node) -> bool {
    let port = |place: &Place| match *place {
        Place::Header { slot, offset, width, .. } => slot == TCP && usize::from(offset) + usize::from(width) <= PORTS,
        _ => false,
    };
    let fields = visit::fields(&Ir { root: part.clone() });
    let places = |field| FrameLayout.places(field);
    !fields.is_empty() && fields.into_iter().all(|field| places(field).iter().all(port) && !places(field).is_empty())
}

#[cfg(test)]
mod tests {
    use strato_filter_lang::{compile, macros::Macros};

    use super::*;

    fn parts(filter: &str) -> Option<usize> {
        let ir = compile(filter, registry::schema(), &Macros::default()).unwrap().ir;
        match &ir.root {
            Node::And(parts) => Some(parts.iter().filter(|part| of_ports(part)).count()),
            _ => None,
        }
    }

    #[test]
    fn parts_of_ports_are_found() {
        assert_eq!(parts("ip.src == 10.0.0.1 && tcp.port in {80, 8080} && http.request"), Some(1));
        assert_eq!(parts("(tcp.srcport < tcp.dstport or !(tcp.dstport == 80)) && http.request"), Some(1));
        assert_eq!(parts("tcp.port && tcp.flags.syn == 1 && http.request"), Some(1));
        assert_eq!(parts("(tcp.port == 80 || ip.ttl == 3) && http.request"), Some(0));
        assert_eq!(parts("tcp.port == 80 || http.request"), None);
    }
}
