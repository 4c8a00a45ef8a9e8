//! Numbers of conversations between two addresses: `eth.stream`, `ip.stream`, `ipv6.stream`.

use rustc_hash::FxHashMap;

use super::dissect::Addr;

/// Pairs of addresses in the order in which they were first seen.
#[derive(Default)]
pub(super) struct Conversations {
    numbers: FxHashMap<(Addr, Addr), u32>,
}

impl Conversations {
    /// The number of the conversation between two addresses, whichever sends.
    pub(super) fn number(&mut self, a: Addr, b: Addr) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry((a.min(b), a.max(b))).or_insert(next)
    }
}
