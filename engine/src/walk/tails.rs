//! What may stand behind the walked layers, worked out once from the fields somebody reads.

use strato_filter_lang::schema::Source;

use super::layout::slot_of;
use crate::proto::{
    Proto, Table,
    plan::Plan,
    registry::{self, Registry, Routes},
    set::Protos,
};

/// What bytes that a protocol is handed may hold. Of two that may take them the later one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Tail {
    /// No field that is read, and nobody knows the port.
    Nothing,
    /// No field that is read.
    Ignored,
    /// Fields that are read; without them nothing is learnt that a later frame needs.
    More,
    /// Fields that are read, put together from a stream; nothing that is walked, and no news for other conversations.
    Stream,
    /// Fields that are read, or news for later frames: it must be dissected.
    Dissect,
    /// VXLAN's layers.
    Vxlan,
}

/// What may stand behind each port and number.
pub(super) struct Tails {
    tcp: Ports,
    udp: Ports,
    protos: Vec<Tail>,
}

/// What may stand behind ports.
struct Ports {
    /// By port, a number in `rows`: few pages of it are ever touched. Nothing that is read has a port if there is none.
    by_port: Option<Box<[u8; 1 << 16]>>,
    /// All that may stand behind a port; the first is [`NOBODY`].
    rows: Vec<Behind>,
    /// What recognises its bytes itself.
    other: Tail,
    /// A port whose protocol takes whatever comes decides.
    decides: bool,
}

/// What may stand behind a port.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Behind {
    /// In the protocol that the port names.
    named: Tail,
    asked: Asked,
}

/// Whether a port's protocol gets the bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// No protocol has this port.
    Nobody,
    /// It may reject them.
    First,
    /// It takes whatever comes.
    Only,
}

const NOBODY: Behind = Behind { named: Tail::Nothing, asked: Asked::Nobody };

impl Tails {
    pub(super) fn new(plan: &Plan) -> Self {
        let (routes, read) = (plan.routes(), Read::of(plan, registry::registry()));
        let walked: Protos = Proto::ALL.into_iter().filter(|proto| slot_of(*proto).is_some()).collect();
        let protos: Vec<Tail> = Proto::ALL.into_iter().map(|proto| read.tail(proto, routes, &walked)).collect();
        let of = |proto: Proto| protos.get(proto as usize).copied().unwrap_or(Tail::Dissect);
        let ports = |under, table, stateful: bool| {
            // A stream is put together from all its segments.
            let of = |proto| match of(proto) {
                Tail::Stream if !stateful => Tail::Dissect,
                Tail::More if stateful => Tail::Stream,
                tail => tail,
            };
            let heuristics = routes.heuristics(under).iter().map(|proto| of(*proto)).max();
            let other = heuristics.unwrap_or(Tail::Nothing);
            let other = if other == Tail::Ignored { Tail::Nothing } else { other };
            let known = routes.keys(table).filter_map(|(port, proto)| {
                let vxlan = (proto, port) == (Proto::Vxlan, 4789);
                // What the user says of a port is asked before what another one names.
                let said = !routes.decode_as().rules().is_empty();
                let declared = registry::protocol(proto);
                let rejects = declared.may_reject && !declared.takes_port;
                let asked = if said || rejects { Asked::First } else { Asked::Only };
                let behind = Behind { named: if vxlan { Tail::Vxlan } else { of(proto) }, asked };
                Some((usize::try_from(port).ok()?, behind))
            });
            let known: Vec<_> = known.collect();
            // What keeps a connection alive is data, whatever the ports.
            let decides = !stateful || !read.wants(Proto::Data);
            let mut found = Ports { by_port: None, rows: vec![NOBODY], other, decides };
            // The ports of streams need not be told apart for those alone who take whatever comes.
            if known.iter().any(|(_, behind)| behind.named != Tail::Ignored) || !stateful && other != Tail::Nothing {
                let by_port =
                    found.by_port.insert(vec![0; 1 << 16].try_into().unwrap_or_else(|_| unreachable!("so long")));
                for (port, behind) in known {
                    let row = found.rows.iter().position(|row| *row == behind).unwrap_or_else(|| {
                        found.rows.push(behind);
                        found.rows.len() - 1
                    });
                    if let Some(place) = by_port.get_mut(port) {
                        *place = row as u8;
                    }
                }
            }
            found
        };
        Self { tcp: ports(Proto::Tcp, Table::TcpPort, true), udp: ports(Proto::Udp, Table::UdpPort, false), protos }
    }

    /// Behind a protocol that is neither TCP nor UDP.
    pub(super) fn behind(&self, proto: Proto) -> Tail {
        match self.protos.get(proto as usize).copied() {
            None | Some(Tail::Stream) => Tail::Dissect,
            Some(tail) => tail,
        }
    }

    /// Whether no TCP segment holds anything that is read.
    pub(super) fn tcp_is_ignored(&self) -> bool {
        self.tcp.by_port.is_none() && self.tcp.other <= Tail::Ignored
    }

    /// Whether a TCP segment between unknown ports is one of a stream that must be put together.
    pub(super) fn follows_streams(&self) -> bool {
        self.tcp.other == Tail::Stream
    }

    /// Whether some TCP segments are of streams that must be put together.
    pub(super) fn has_streams(&self) -> bool {
        self.tcp.other == Tail::Stream || self.tcp.rows.iter().any(|behind| behind.named == Tail::Stream)
    }

    /// In a TCP segment.
    #[inline(always)]
    pub(super) fn tcp(&self, source: u16, destination: u16) -> Tail {
        let Some(by_port) = &self.tcp.by_port else { return self.tcp.other };
        let of = |port| self.tcp.row(by_port, port);
        let (source, destination) = (of(source), of(destination));
        let named = source.named.max(destination.named);
        match (source.asked, destination.asked) {
            // Who is asked first takes them, whichever of the two that is.
            (Asked::Only, Asked::Only | Asked::Nobody) | (Asked::Nobody, Asked::Only) if self.tcp.decides => named,
            _ => named.max(self.tcp.other),
        }
    }

    /// In a UDP datagram.
    #[inline]
    pub(super) fn udp(&self, source: u16, destination: u16) -> Tail {
        let Some(by_port) = &self.udp.by_port else { return self.udp.other };
        let of = |port| self.udp.row(by_port, port);
        // The lower port is asked first, both before those that recognise their bytes.
        let (low, high) = (of(source.min(destination)), of(source.max(destination)));
        match (low.asked, high.asked) {
            (Asked::Only, _) => low.named,
            (Asked::Nobody, Asked::Only) => high.named,
            (Asked::First, Asked::Only) => either(low.named, high.named, Tail::Nothing),
            (Asked::Nobody | Asked::First, Asked::Nobody | Asked::First) => {
                either(low.named, high.named, self.udp.other)
            }
        }
    }
}

/// What may stand behind two ports, of which neither surely gets the bytes.
fn either(low: Tail, high: Tail, other: Tail) -> Tail {
    match low.max(high).max(other) {
        // Or something else.
        Tail::Vxlan => Tail::Dissect,
        tail => tail,
    }
}

impl Ports {
    #[inline(always)]
    fn row(&self, by_port: &[u8; 1 << 16], port: u16) -> Behind {
        self.rows.get(usize::from(by_port[usize::from(port)])).copied().unwrap_or(NOBODY)
    }
}

/// The fields that are read, by protocol.
pub(super) struct Read {
    /// The protocols of which a field is read, or what one depends on.
    wanted: Protos,
    /// Those of which such a field depends on earlier frames.
    remembers: Protos,
    /// Those of which such a field depends on other conversations.
    across: Protos,
}

impl Read {
    pub(super) fn of(plan: &Plan, registry: &Registry) -> Self {
        let mut read = Self { wanted: Protos::default(), remembers: Protos::default(), across: Protos::default() };
        for (id, field) in plan.wanted() {
            let proto = registry.proto_of(id);
            read.wanted.insert(proto);
            let stateful = registry::protocol(proto).stateful.iter().any(|prefix| field.name.starts_with(prefix));
            // Headers of walked protocols stand where they stand; whether others occur at all may depend on the past.
            let computed = field.source == Source::Computed && registry.protocol_id(proto) != id;
            if stateful && (computed || slot_of(proto).is_none()) {
                read.remembers.insert(proto);
            }
            if registry::protocol(proto).across.iter().any(|prefix| field.name.starts_with(prefix)) {
                read.across.insert(proto);
            }
        }
        let mut changed = true;
        while std::mem::take(&mut changed) {
            for proto in read.wanted.iter() {
                let needs = [registry::protocol(proto).needs].into_iter().chain(plan.needs_for(proto));
                for other in needs.flatten() {
                    changed |= read.wanted.insert(*other);
                    // It is needed for what it remembers.
                    if !registry::protocol(*other).stateful.is_empty() {
                        read.remembers.insert(*other);
                    }
                    if !registry::protocol(*other).across.is_empty() {
                        read.across.insert(*other);
                    }
                }
            }
        }
        read
    }

    /// Whether a field of the protocol is read.
    pub(super) fn wants(&self, proto: Proto) -> bool {
        self.wanted.contains(proto)
    }

    /// Whether a field that is read depends on what the protocol saw in earlier frames.
    pub(super) fn remembers(&self, proto: Proto) -> bool {
        self.remembers.contains(proto)
    }

    /// Whether a field that is read depends on other conversations than the frame's own.
    pub(super) fn across(&self, proto: Proto) -> bool {
        self.across.contains(proto)
    }

    /// What a protocol that is not walked may bring.
    fn tail(&self, proto: Proto, routes: &Routes, walked: &Protos) -> Tail {
        let inside = routes.holds(proto);
        if inside.meets(walked) {
            Tail::Dissect
        } else if inside.meets(&self.wanted.and(&self.remembers)) {
            if inside.meets(&self.across) { Tail::Dissect } else { Tail::Stream }
        } else if inside.meets(&self.wanted) {
            Tail::More
        } else {
            Tail::Ignored
        }
    }
}
