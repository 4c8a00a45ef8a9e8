//! Conversations that a filter cannot select a frame of.
//!
//! What is put together from a stream takes all its segments, so a cheap test of the frame spares nothing:
//! `ip.src == 10.0.0.1 && http.request` needs every segment of the connections of that host. But of no others. The
//! parts of the filter that only depend on addresses and ports are asked of the frame and of its opposite, addresses and
//! ports exchanged; where both fail, they fail for every frame of the conversation.

use strato_filter_jit::{
    Compiled, Verdict,
    layers::Layers,
    layout::{Layout, Place, Slot},
};
use strato_filter_lang::ir::{Ir, Node, visit};

use crate::{
    proto::registry,
    walk::{FrameLayout, IP, IPV6, TCP},
};

/// Where a conversation's ends stand in a layer: offset of the source's, of the destination's, and their width.
const ENDS: [(Slot, usize, usize, usize); 3] = [(IP, 12, 16, 4), (IPV6, 8, 24, 16), (TCP, 0, 2, 2)];

/// A test of conversations.
pub(super) struct Conversations {
    test: Compiled,
    /// The layers of the opposite frame, and its bytes.
    layers: Layers,
    opposite: Vec<u8>,
}

impl Conversations {
    /// The test that a filter makes of its frames' conversations, if there is one.
    pub(super) fn of(ir: &Ir) -> Option<Self> {
        let parts: Vec<Node> = match &ir.root {
            Node::And(parts) => parts.iter().filter(|part| of_ends(part)).cloned().collect(),
            _ => return None,
        };
        if parts.is_empty() {
            return None;
        }
        let test = Compiled::compile(&Ir { root: Node::And(parts) }, registry::schema(), &FrameLayout).ok()?;
        let layers = test.layers();
        Some(Self { test, layers, opposite: Vec::new() })
    }

    /// The layers it reads.
    pub(super) fn slots() -> [Slot; 3] {
        ENDS.map(|(slot, ..)| slot)
    }

    /// Whether the filter may select a frame of the conversation that this segment belongs to.
    pub(super) fn may_select(&mut self, data: &[u8], layers: &Layers) -> bool {
        // Tunnels: of several conversations any may be meant.
        if layers.count(TCP) != 1 || layers.count(IP) + layers.count(IPV6) != 1 {
            return true;
        }
        self.test.stage1(data, layers) != Verdict::No
            || self.turn(data, layers).is_none()
            || self.test.stage1(&self.opposite, &self.layers) != Verdict::No
    }

    /// Makes the headers of the opposite frame.
    fn turn(&mut self, data: &[u8], layers: &Layers) -> Option<()> {
        let end = layers.layer(TCP, 0)?.payload();
        self.opposite.clear();
        self.opposite.extend_from_slice(data.get(..end)?);
        self.layers.start(0, end, u32::try_from(end).ok()?);
        for (slot, source, destination, width) in ENDS {
            let Some(layer) = layers.layer(slot, 0) else { continue };
            let (before, after) = self.opposite.split_at_mut_checked(layer.start() + destination)?;
            before.get_mut(layer.start() + source..)?.get_mut(..width)?.swap_with_slice(after.get_mut(..width)?);
            self.layers.push(slot, layer.start(), layer.payload(), end, end).ok()?;
        }
        Some(())
    }
}

/// Whether a part of a filter only depends on the ends of the conversation.
fn of_ends(part: &Node) -> bool {
    let end = |place: &Place| match *place {
        Place::Header { slot, offset, width, mask: 0, .. } => ENDS.iter().any(|(of, source, destination, wide)| {
            *of == slot && usize::from(width) == *wide && [*source, *destination].contains(&usize::from(offset))
        }),
        _ => false,
    };
    let fields = visit::fields(&Ir { root: part.clone() });
    let places = |field| FrameLayout.places(field);
    !fields.is_empty() && fields.into_iter().all(|field| places(field).iter().all(end) && !places(field).is_empty())
}

#[cfg(test)]
mod tests {
    use strato_filter_lang::{compile, macros::Macros};

    use super::*;

    fn parts(filter: &str) -> Option<usize> {
        let ir = compile(filter, registry::schema(), &Macros::default()).unwrap().ir;
        match &ir.root {
            Node::And(parts) => Some(parts.iter().filter(|part| of_ends(part)).count()),
            _ => None,
        }
    }

    #[test]
    fn parts_of_ends_are_found() {
        assert_eq!(parts("ip.src == 10.0.0.1 && tcp.port in {80, 8080} && http.request"), Some(2));
        assert_eq!(parts("(ip.src == ip.dst or !(tcp.dstport == 80)) && http.request"), Some(1));
        assert_eq!(parts("ip.ttl == 64 && tcp.flags.syn == 1 && http.request"), Some(0));
        assert_eq!(parts("(ip.src == 10.0.0.1 || ip.ttl == 3) && http.request"), Some(0));
        assert_eq!(parts("ip.src == 10.0.0.1 || http.request"), None);
    }
}
