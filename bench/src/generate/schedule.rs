//! Many flows at once: their packets in the order of time.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{
    flow::Flow,
    random::Random,
    traffic::{self, Conditions},
};

/// Flows that begin in a second, on average.
const FLOWS_PER_SECOND: u64 = 600;
/// The stream of random numbers that says when flows begin.
const ARRIVALS: u64 = u64::MAX;

/// A packet whose turn has come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scheduled<'s> {
    /// When, from the start of the capture.
    pub(crate) time_ns: u64,
    /// Which of the two interfaces sees it.
    pub(crate) interface: u32,
    /// The frame.
    pub(crate) bytes: &'s [u8],
}

/// A flow of which packets are left.
#[derive(Debug)]
struct Live {
    flow: Flow,
    next: usize,
}

/// Endless traffic.
#[derive(Debug)]
pub(crate) struct Schedule {
    seed: u64,
    losses: bool,
    arrivals: Random,
    flows: u64,
    next_arrival_ns: u64,
    live: Vec<Option<Live>>,
    free: Vec<usize>,
    /// Times of next packets, with their flows' places.
    queue: BinaryHeap<Reverse<(u64, usize)>>,
}

impl Schedule {
    /// The traffic of a seed.
    pub(crate) fn new(seed: u64, losses: bool) -> Self {
        Self {
            seed,
            losses,
            arrivals: Random::new(seed, ARRIVALS),
            flows: 0,
            next_arrival_ns: 0,
            live: Vec::new(),
            free: Vec::new(),
            queue: BinaryHeap::new(),
        }
    }

    /// Flows that have begun.
    pub(crate) fn flows(&self) -> u64 {
        self.flows
    }

    /// The next packet.
    pub(crate) fn next(&mut self) -> Option<Scheduled<'_>> {
        while self.queue.peek().is_none_or(|Reverse((time_ns, _))| self.next_arrival_ns <= *time_ns) {
            self.begin();
        }
        let Reverse((time_ns, place)) = self.queue.pop()?;
        let live = self.live.get_mut(place)?;
        let Live { flow, next } = live.as_mut()?;
        *next += 1;
        match flow.packets().get(*next) {
            Some(packet) => self.queue.push(Reverse((packet.time_ns, place))),
            None => self.free.push(place),
        }
        let packet = flow.packets().get(*next - 1)?;
        let interface = u32::from(flow.path.tunnel.is_some());
        Some(Scheduled { time_ns, interface, bytes: flow.bytes(packet) })
    }

    fn begin(&mut self) {
        let conditions = Conditions { start_ns: self.next_arrival_ns, losses: self.losses };
        let flow = traffic::flow(Random::new(self.seed, self.flows), conditions);
        self.flows += 1;
        self.next_arrival_ns += 1 + self.arrivals.below(2_000_000_000 / FLOWS_PER_SECOND);
        let Some(first) = flow.packets().first() else { return };
        let place = self.free.pop().unwrap_or(self.live.len());
        self.queue.push(Reverse((first.time_ns, place)));
        let live = Some(Live { flow, next: 0 });
        match self.live.get_mut(place) {
            Some(slot) => *slot = live,
            None => self.live.push(live),
        }
    }
}
