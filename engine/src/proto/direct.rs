//! The short way to TCP and UDP: what lies below them is walked through where nothing is read of it but headers.

use smallvec::SmallVec;
use strato_filter_jit::{layers::NoPlace, layout::Slot};

use super::{
    Proto,
    dissect::{Addr, Cx, State},
    frame,
    plan::Plan,
    registry, tcp,
    tvb::Tvb,
};
use crate::{
    frame::{Frame, FrameKind},
    read::Packet,
    walk::{IP, IPV6, TCP, Trail, UDP, Walker, proto_of},
};

/// Layers that a frame is walked through with; they have only headers that are read.
const WALKED: [Proto; 7] = [Proto::Eth, Proto::Vlan, Proto::Ip, Proto::Ipv6, Proto::Udp, Proto::Vxlan, Proto::Tcp];

/// The walk below the transport layer.
pub(crate) struct Direct {
    walker: Walker,
    /// Nothing at all is read of the layers below TCP.
    silent: bool,
    /// Segments of TCP may be passed over.
    passes: bool,
}

impl std::fmt::Debug for Direct {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Direct")
    }
}

/// A layer that was found.
#[derive(Clone, Copy)]
struct Step {
    slot: Slot,
    start: usize,
    payload: usize,
    end: usize,
    wire_end: usize,
}

/// When a frame came.
#[derive(Clone, Copy, Debug)]
pub(crate) struct When {
    pub(crate) number: u64,
    pub(crate) timestamp_ns: Option<i128>,
    /// Blocks between the frames may bring keys.
    pub(crate) keys_may_come: bool,
}

impl When {
    pub(crate) fn of(frame: &Frame<'_>) -> Self {
        let Frame { number, timestamp_ns, .. } = *frame;
        Self { number, timestamp_ns, keys_may_come: frame.keys_may_come() }
    }
}

/// The transport layer, and who it runs between.
#[derive(Clone, Copy)]
pub(crate) struct Transport<'f> {
    slot: Slot,
    tvb: Tvb<'f>,
    src: Addr,
    dst: Addr,
}

impl<'f> Transport<'f> {
    /// By the slot and start of the network layer, the slot of the transport layer, and where that starts, ends, and ended on
    /// the wire.
    #[inline(always)]
    pub(crate) fn new(
        data: &'f [u8],
        (network, at): (Slot, usize),
        slot: Slot,
        (start, end, wire_end): (usize, usize, usize),
    ) -> Self {
        let bytes = |from: usize| data.get(at + from..).unwrap_or_default();
        let v4 = |from: usize| Addr::V4(bytes(from).first_chunk().map_or(0, |bytes| u32::from_be_bytes(*bytes)));
        let v6 = |from: usize| Addr::V6(bytes(from).first_chunk().map_or(0, |bytes| u128::from_be_bytes(*bytes)));
        let (src, dst) = if network == IP { (v4(12), v4(16)) } else { (v6(8), v6(24)) };
        let tvb = Tvb::new(data.get(start..end).unwrap_or_default(), wire_end.saturating_sub(start));
        Self { slot, tvb, src, dst }
    }
}

/// The last layer, and the last one that has addresses of the network.
#[derive(Default)]
struct Last {
    network: Option<(Slot, usize)>,
    step: Option<Step>,
}

impl Trail for Last {
    #[inline(always)]
    fn push(&mut self, slot: Slot, start: usize, payload: usize, end: usize, wire_end: usize) -> Result<(), NoPlace> {
        if payload > end && slot != TCP {
            return Err(NoPlace);
        }
        if slot == IP || slot == IPV6 {
            self.network = Some((slot, start));
        }
        self.step = Some(Step { slot, start, payload, end, wire_end });
        Ok(())
    }
}

#[derive(Default)]
struct Steps(SmallVec<[Step; 12]>);

impl Trail for Steps {
    #[inline(always)]
    fn push(&mut self, slot: Slot, start: usize, payload: usize, end: usize, wire_end: usize) -> Result<(), NoPlace> {
        // TCP itself says what is wrong with its header.
        if payload > end && slot != TCP {
            return Err(NoPlace);
        }
        self.0.push(Step { slot, start, payload, end, wire_end });
        Ok(())
    }
}

impl Direct {
    /// The short way for a plan, if it may go it.
    pub(super) fn new(plan: &Plan) -> Option<Self> {
        let needed = plan.needs(Proto::Tcp) || plan.needs(Proto::Udp);
        let below = |proto: &Proto| !matches!(proto, Proto::Tcp | Proto::Udp);
        let computed = WALKED.iter().filter(|proto| below(proto)).any(|proto| plan.computed(*proto));
        // Numbers of conversations count those that lead to others, too.
        let counted = plan.computed(Proto::Udp) && plan.needs(Proto::Vxlan);
        let lent = WALKED.iter().flat_map(|proto| registry::protocol(*proto).lent);
        let lends = lent.filter_map(|(name, _)| registry::schema().resolve(name)).any(|field| plan.wants(field.id));
        // What the user says of ports is asked first, and may be tunnels.
        let said = !plan.usual || !plan.routes().decode_as().rules().is_empty();
        let may = needed && !plan.everything && !computed && !counted && !lends && !said;
        let reads =
            WALKED.iter().chain([&Proto::Frame]).filter(|proto| **proto != Proto::Tcp).any(|p| plan.reads_own(*p));
        may.then(|| Self { walker: Walker::to_transport(plan), silent: !reads, passes: tcp::passes(plan) })
    }

    /// Dissects a frame from its transport layer on; `false` if it must be dissected layer by layer.
    pub(super) fn dissect<'f>(&self, cx: &mut Cx<'f>) -> bool {
        if cx.frame.kind != FrameKind::Packet {
            return false;
        }
        if self.silent { self.leap(cx) } else { self.walk(cx) }
    }

    /// Follows a segment of TCP without dissecting it, if that is all there is to do; then nothing that is read of TCP or
    /// what it carries is in the frame. `false` if it must be dissected.
    #[inline(always)]
    pub(crate) fn pass(&self, plan: &Plan, state: &mut State, segment: &Transport<'_>, when: &When) -> bool {
        let (Transport { slot: TCP, tvb, src, dst }, true) = (*segment, self.passes) else { return false };
        let When { number, timestamp_ns, keys_may_come } = *when;
        let arrival =
            tcp::Arrival { src, dst, frame: number, timestamp_ns, quoted: false, keys_may_come, analyzed: true };
        tcp::pass(state, plan, &arrival, tvb)
    }

    /// TCP or UDP.
    #[inline]
    pub(crate) fn transport<'f>(&self, packet: &Packet<'f>) -> Option<Transport<'f>> {
        let data = packet.data;
        let mut last = Last::default();
        self.walker.layers(data, packet.original_len, packet.link_type, &mut last).ok()?;
        let step = last.step.filter(|step| matches!(step.slot, TCP | UDP))?;
        let at = |start: usize, from: usize| data.get(start + from..);
        let v4 =
            |bytes: Option<&[u8]>| bytes.and_then(<[u8]>::first_chunk).map_or(0, |bytes| u32::from_be_bytes(*bytes));
        let v6 =
            |bytes: Option<&[u8]>| bytes.and_then(<[u8]>::first_chunk).map_or(0, |bytes| u128::from_be_bytes(*bytes));
        let (src, dst) = match last.network? {
            (IP, start) => (Addr::V4(v4(at(start, 12))), Addr::V4(v4(at(start, 16)))),
            (_, start) => (Addr::V6(v6(at(start, 8))), Addr::V6(v6(at(start, 24)))),
        };
        let tvb =
            Tvb::new(data.get(step.start..step.end).unwrap_or_default(), step.wire_end.saturating_sub(step.start));
        Some(Transport { slot: step.slot, tvb, src, dst })
    }

    /// To TCP or UDP, which alone is a layer then.
    fn leap<'f>(&self, cx: &mut Cx<'f>) -> bool {
        let Some(Transport { slot, tvb, src, dst }) = self.transport(&cx.frame.packet()) else { return false };
        (cx.info.src, cx.info.dst) = (src, dst);
        cx.call(if slot == TCP { Proto::Tcp } else { Proto::Udp }, tvb);
        true
    }

    /// Through layers of which headers are read.
    fn walk<'f>(&self, cx: &mut Cx<'f>) -> bool {
        let frame = cx.frame;
        let mut steps = Steps::default();
        if self.walker.layers(frame.data, frame.original_len, frame.link_type, &mut steps).is_err() {
            return false;
        }
        let Some((last, below)) = steps.0.split_last() else { return false };
        let Some(transport @ (Proto::Tcp | Proto::Udp)) = proto_of(last.slot) else { return false };
        let tvb = |step: &Step| {
            let data = frame.data.get(step.start..step.end).unwrap_or_default();
            Tvb::new(data, step.wire_end.saturating_sub(step.start))
        };
        for step in below {
            let Some(proto) = proto_of(step.slot) else { return false };
            let layer = tvb(step);
            cx.enter(proto, layer, step.payload.saturating_sub(step.start));
            match proto {
                Proto::Frame => frame::own(cx),
                Proto::Ip => {
                    cx.info.src = layer.u32(12).map_or(Addr::None, Addr::V4);
                    cx.info.dst = layer.u32(16).map_or(Addr::None, Addr::V4);
                }
                Proto::Ipv6 => {
                    cx.info.src = layer.u128(8).map_or(Addr::None, Addr::V6);
                    cx.info.dst = layer.u128(24).map_or(Addr::None, Addr::V6);
                }
                _ => {}
            }
        }
        cx.call(transport, tvb(last));
        true
    }
}
