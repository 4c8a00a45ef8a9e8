//! The short way to TCP and UDP: what lies below them is walked through where nothing is read of it but headers.

use smallvec::SmallVec;
use strato_filter_jit::{layers::NoPlace, layout::Slot};

use super::{
    Proto,
    dissect::{Addr, Cx},
    frame,
    plan::Plan,
    registry,
    tvb::Tvb,
};
use crate::{
    frame::FrameKind,
    walk::{IP, IPV6, TCP, Trail, UDP, Walker, proto_of},
};

/// Layers that a frame is walked through with; they have only headers that are read.
const WALKED: [Proto; 7] = [Proto::Eth, Proto::Vlan, Proto::Ip, Proto::Ipv6, Proto::Udp, Proto::Vxlan, Proto::Tcp];

/// The walk below the transport layer.
pub(super) struct Direct {
    walker: Walker,
    /// Nothing at all is read of the layers below TCP.
    silent: bool,
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
        may.then(|| Self { walker: Walker::to_transport(plan), silent: !reads })
    }

    /// Dissects a frame from its transport layer on; `false` if it must be dissected layer by layer.
    pub(super) fn dissect<'f>(&self, cx: &mut Cx<'f>) -> bool {
        if cx.frame.kind != FrameKind::Packet {
            return false;
        }
        if self.silent { self.leap(cx) } else { self.walk(cx) }
    }

    /// To TCP or UDP, which alone is a layer then.
    fn leap<'f>(&self, cx: &mut Cx<'f>) -> bool {
        let frame = cx.frame;
        let mut last = Last::default();
        if self.walker.layers(frame.data, frame.original_len, frame.link_type, &mut last).is_err() {
            return false;
        }
        let Some(step) = last.step else { return false };
        let transport = match step.slot {
            TCP => Proto::Tcp,
            UDP => Proto::Udp,
            _ => return false,
        };
        let at = |start: usize, from: usize| frame.data.get(start + from..);
        let v4 =
            |bytes: Option<&[u8]>| bytes.and_then(<[u8]>::first_chunk).map_or(0, |bytes| u32::from_be_bytes(*bytes));
        let v6 =
            |bytes: Option<&[u8]>| bytes.and_then(<[u8]>::first_chunk).map_or(0, |bytes| u128::from_be_bytes(*bytes));
        (cx.info.src, cx.info.dst) = match last.network {
            Some((IP, start)) => (Addr::V4(v4(at(start, 12))), Addr::V4(v4(at(start, 16)))),
            Some((_, start)) => (Addr::V6(v6(at(start, 8))), Addr::V6(v6(at(start, 24)))),
            None => return false,
        };
        let data = frame.data.get(step.start..step.end).unwrap_or_default();
        cx.call(transport, Tvb::new(data, step.wire_end.saturating_sub(step.start)));
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
