//! Dissection of one frame: layers call one another through the registry's tables.

mod info;

use std::{any::Any, borrow::Cow, ops::ControlFlow};

use bumpalo::Bump;
use smallvec::SmallVec;
use strato_filter_lang::{
    access::{Access, Occurrence},
    schema::FieldId,
    value::Value,
};

pub use self::info::{Addr, Desegment, Flow, Info, More, Tunnel, Unread};
use super::{Extent, Proto, Table, later::Later, media, out::Out, plan::Plan, registry, tvb::Tvb, ws};
use crate::frame::Frame;

/// Deepest nesting of layers: hostile frames nest tunnels without end.
const MAX_LAYERS: usize = 128;

/// One layer of a frame.
#[derive(Clone, Copy, Debug)]
pub struct Layer<'f> {
    /// Its protocol.
    pub proto: Proto,
    /// Running number among the layers of that protocol, from 1.
    pub number: u8,
    /// Its bytes.
    pub tvb: Tvb<'f>,
}

/// What a protocol carried, for those who follow a conversation: as it was before it was chunked, compressed, encrypted.
#[derive(Clone, Copy, Debug)]
pub struct Tap<'f> {
    /// Number of the stream within the conversation; 0 where there is only one.
    pub stream: u32,
    /// What was carried.
    pub bytes: &'f [u8],
}

/// State that outlives frames: each protocol keeps its own type in its slot.
#[derive(Default)]
pub struct State {
    slots: Vec<Option<Box<dyn Any + Send>>>,
    /// What later frames tell of earlier ones.
    pub later: Later,
}

impl State {
    /// The state of a protocol, made when first asked for.
    #[inline]
    pub fn of<T: Any + Send + Default>(&mut self, proto: Proto) -> &mut T {
        let index = proto as usize;
        if self.slots.len() <= index {
            self.make_room();
        }
        let slot = self.slots[index].get_or_insert_with(|| Box::<T>::default());
        match slot.downcast_mut::<T>() {
            Some(state) => state,
            None => unreachable!("a protocol keeps one type of state"),
        }
    }

    /// The state of a protocol, if it has some.
    pub fn get<T: Any>(&self, proto: Proto) -> Option<&T> {
        self.slots.get(proto as usize)?.as_ref()?.downcast_ref()
    }

    #[cold]
    fn make_room(&mut self) {
        self.slots.resize_with(Proto::COUNT, || None);
    }
}

/// The dissection in progress. Its parts are public so that dissectors can borrow them separately.
pub struct Cx<'f> {
    /// The frame.
    pub frame: &'f Frame<'f>,
    /// Where fields go.
    pub out: Out<'f>,
    /// What outlives the frame.
    pub state: &'f mut State,
    /// What layers tell one another.
    pub info: Info,
    /// The layers found so far, outermost first.
    pub layers: Vec<Layer<'f>>,
    /// Names of `frame.protocols`, collected when something asks for it.
    pub protocols: Vec<&'static str>,
    /// Content type, with its parameters, of the body that is handed on.
    pub content_type: &'f [u8],
    /// What the protocol carried that is tapped.
    pub taps: Vec<Tap<'f>>,
    /// The layers that are not yet done: each stands in the one before it.
    open: SmallVec<[Proto; 16]>,
    /// Items that protocols of [`Extent::Items`] have put into the frame.
    items: usize,
}

/// Buffers kept from frame to frame, so that dissecting allocates nothing.
#[derive(Default)]
pub struct Buffers {
    occurrences: Vec<Occurrence<'static>>,
    layers: Vec<Layer<'static>>,
}

/// What was found in a frame.
pub struct Dissection<'f> {
    /// Occurrences of the wanted fields, in the order of the frame.
    pub occurrences: Vec<Occurrence<'f>>,
    /// The layers, outermost first.
    pub layers: Vec<Layer<'f>>,
    /// What the protocol carried that is tapped.
    pub taps: Vec<Tap<'f>>,
    /// What the layers said of the frame.
    pub info: Info,
}

/// Dissects a frame as far as the plan needs, from `entry` on: [`Proto::Frame`], or what its first byte starts.
pub fn dissect<'f>(
    entry: Proto,
    frame: &'f Frame<'f>,
    plan: &'f Plan,
    state: &'f mut State,
    arena: &'f Bump,
    buffers: Buffers,
) -> Dissection<'f> {
    let mut cx = Cx {
        frame,
        out: Out { plan, arena, occurrences: recycle(buffers.occurrences), layer: 0, twins: None, names: Vec::new() },
        state,
        info: Info::default(),
        layers: recycle(buffers.layers),
        // Where they are collected there are some in each frame.
        protocols: Vec::with_capacity(if plan.everything { 16 } else { 0 }),
        content_type: &[],
        taps: Vec::new(),
        open: SmallVec::new(),
        items: 0,
    };
    let tvb = Tvb::new(frame.data, frame.original_len as usize);
    let direct = plan.direct().filter(|_| entry == Proto::Frame);
    if !direct.is_some_and(|direct| direct.dissect(&mut cx)) {
        cx.call(entry, tvb);
    }
    Dissection { occurrences: cx.out.occurrences, layers: cx.layers, taps: cx.taps, info: cx.info }
}

impl<'f> Dissection<'f> {
    /// Nothing found yet.
    pub fn empty(buffers: Buffers) -> Self {
        let (occurrences, layers) = (recycle(buffers.occurrences), recycle(buffers.layers));
        Self { occurrences, layers, taps: Vec::new(), info: Info::default() }
    }

    /// Gives the buffers back for the next frame.
    pub fn into_buffers(self) -> Buffers {
        Buffers { occurrences: recycle(self.occurrences), layers: recycle(self.layers) }
    }
}

/// Empties a vector and keeps its memory for values of another lifetime.
fn recycle<A, B>(mut vec: Vec<A>) -> Vec<B> {
    vec.clear();
    // Collected in place: same layout, no element is ever converted.
    vec.into_iter().map(|_| unreachable!("the vector is empty")).collect()
}

impl Access for Dissection<'_> {
    fn each<'s>(&'s self, field: FieldId, visit: &mut dyn FnMut(&Occurrence<'s>) -> ControlFlow<()>) {
        for occurrence in &self.occurrences {
            if occurrence.field == field && visit(occurrence).is_break() {
                return;
            }
        }
    }
}

/// How much was found of a frame at some moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    occurrences: usize,
    layers: usize,
    taps: usize,
    protocols: usize,
}

/// How a protocol took the bytes it was offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Dissected, so many bytes; also when it stopped early as malformed or short.
    Bytes(usize),
    /// Not its own: nothing was emitted.
    Rejected,
}

impl<'f> Cx<'f> {
    /// Hands bytes to a protocol. What it does not need is skipped, malformed bytes end it with `_ws.malformed`.
    pub fn call(&mut self, proto: Proto, tvb: Tvb<'f>) -> Taken {
        if !self.out.plan.needs(proto) {
            return Taken::Bytes(tvb.len());
        }
        self.call_needed(proto, tvb)
    }

    /// The same; where Wireshark's code calls the other's itself, it is not among the names of the frame.
    pub fn call_unnamed(&mut self, proto: Proto, tvb: Tvb<'f>) -> Taken {
        self.protocols.append(&mut self.out.names);
        let at = self.protocols.len();
        let taken = self.call(proto, tvb);
        if self.protocols.get(at) == Some(&registry::protocol(proto).frame_name) {
            self.protocols.remove(at);
        }
        taken
    }

    fn call_needed(&mut self, proto: Proto, tvb: Tvb<'f>) -> Taken {
        if self.layers.len() >= MAX_LAYERS {
            return Taken::Bytes(0);
        }
        let declared = registry::protocol(proto);
        self.protocols.append(&mut self.out.names);
        let (emitted, layers, names) = (self.out.occurrences.len(), self.layers.len(), self.protocols.len());
        let outer = self.out.layer;
        let number = self.layers.iter().filter(|layer| layer.proto == proto).count() as u8 + 1;
        self.layers.push(Layer { proto, number, tvb });
        self.open.push(proto);
        if self.out.plan.everything && !declared.frame_name.is_empty() {
            self.protocols.push(declared.frame_name);
        }
        self.out.layer = number;
        let own = registry::registry().protocol_id(proto);
        let item = self.out.occurrences.len();
        let items = declared.extent == Extent::Items;
        if self.out.plan.wants(own) && !items {
            self.out.push_protocol(own, tvb.data());
        }
        let items_before = self.items;
        let plan = self.out.plan;
        for read in plan.headers(proto) {
            self.out.header(read, tvb);
        }
        self.info.shown_waiting = false;
        let result = (declared.dissect)(self, tvb);
        let silent = declared.waits_silently && !std::mem::take(&mut self.info.shown_waiting);
        self.protocols.append(&mut self.out.names);
        let taken = match result {
            Ok(0) if declared.may_reject => {
                self.out.occurrences.truncate(emitted);
                self.layers.truncate(layers);
                self.protocols.truncate(names);
                Taken::Rejected
            }
            // Nothing of it is here until all of it is.
            Ok(len) if silent && self.info.desegment.is_some_and(|wish| wish.offset == 0) => {
                self.out.occurrences.truncate(emitted);
                self.layers.truncate(layers);
                self.protocols.truncate(names);
                Taken::Bytes(len)
            }
            // It took the bytes and showed nothing of them.
            Ok(len) if items && self.items == items_before && self.layers.len() == layers + 1 => {
                self.layers.truncate(layers);
                self.protocols.truncate(names);
                Taken::Bytes(len)
            }
            Ok(len) => {
                if self.out.plan.wants(own) && !items {
                    self.out.cover((own, number), item, declared.extent.of(tvb, len));
                }
                Taken::Bytes(len)
            }
            Err(stop) => {
                ws::stopped(self, stop);
                Taken::Bytes(tvb.len())
            }
        };
        self.out.layer = outer;
        self.open.pop();
        taken
    }

    /// Tells those who follow a conversation of the protocol what it carried.
    pub(super) fn tap(&mut self, proto: Proto, stream: u32, bytes: &'f [u8]) {
        if self.out.plan.tap == Some(proto) && !self.info.in_error {
            self.taps.push(Tap { stream, bytes });
        }
    }

    /// How much was found so far.
    pub(super) fn mark(&mut self) -> Mark {
        self.protocols.append(&mut self.out.names);
        Mark {
            occurrences: self.out.occurrences.len(),
            layers: self.layers.len(),
            taps: self.taps.len(),
            protocols: self.protocols.len(),
        }
    }

    /// Forgets what was found since.
    pub(super) fn forget(&mut self, since: Mark) {
        self.out.occurrences.truncate(since.occurrences);
        self.layers.truncate(since.layers);
        self.taps.truncate(since.taps);
        self.protocols.truncate(since.protocols);
        self.out.names.clear();
    }

    /// Puts an item of a protocol of [`Extent::Items`] into the frame: one of its messages.
    pub fn item(&mut self, proto: Proto, message: Tvb<'f>) {
        self.items += 1;
        let own = registry::registry().protocol_id(proto);
        if self.out.plan.wants(own) {
            self.out.push_protocol(own, message.data());
        }
    }

    /// Makes a layer of which only the header's fields and its item, over `len` bytes or all, are read.
    pub(super) fn enter(&mut self, proto: Proto, tvb: Tvb<'f>, len: usize) {
        let number = self.layers.iter().filter(|layer| layer.proto == proto).count() as u8 + 1;
        self.layers.push(Layer { proto, number, tvb });
        self.open.push(proto);
        if !self.out.plan.reads(proto) {
            return;
        }
        self.out.layer = number;
        let own = registry::registry().protocol_id(proto);
        if self.out.plan.wants(own) {
            self.out.push_protocol(own, registry::protocol(proto).extent.of(tvb, len));
        }
        let plan = self.out.plan;
        for read in plan.headers(proto) {
            self.out.header(read, tvb);
        }
    }

    /// Offers bytes to protocols in turn, each with the port it was found by, then to those that recognise themselves
    /// below `under`; `false` when none takes them.
    pub fn offer(&mut self, candidates: &[(u16, Proto)], under: Proto, tvb: Tvb<'f>) -> bool {
        let plan = self.out.plan;
        let later = |after: &[(u16, Proto)]| plan.tries(under) || after.iter().any(|(_, proto)| plan.needs(*proto));
        for (i, (port, proto)) in candidates.iter().enumerate() {
            self.info.matched_port = *port;
            // One that is not needed may still be the one that takes the bytes from one that is.
            let declared = registry::protocol(*proto);
            let rejects = declared.may_reject && !(declared.takes_port && *port != 0);
            let asked = rejects && later(candidates.get(i + 1..).unwrap_or_default());
            let taken = if asked { self.call_needed(*proto, tvb) } else { self.call(*proto, tvb) };
            if taken != Taken::Rejected {
                return true;
            }
        }
        self.info.matched_port = 0;
        self.call_heuristics(under, tvb)
    }

    /// Hands a body to the protocol of its content type, to those that recognise themselves below `under`, or to that of
    /// all other types.
    pub fn call_media(&mut self, content_type: &'f [u8], under: Proto, tvb: Tvb<'f>) {
        if tvb.reported_len() == 0 {
            return;
        }
        if self.candidates(content_type, under).any(|proto| self.out.plan.needs(proto)) {
            self.call_media_all(content_type, under, tvb);
        }
    }

    /// The same, whether or not anything of it is read; whether the protocol of the content type did not take it.
    pub fn call_media_all(&mut self, content_type: &'f [u8], under: Proto, tvb: Tvb<'f>) -> bool {
        let outer = std::mem::replace(&mut self.content_type, content_type);
        // A body is all there is.
        let stream = (std::mem::take(&mut self.info.can_desegment), self.info.desegment.take());
        let mut candidates = self.candidates(content_type, under);
        let took = candidates.position(|proto| self.call_needed(proto, tvb) != Taken::Rejected);
        self.content_type = outer;
        (self.info.can_desegment, self.info.desegment) = stream;
        took != Some(0) && media::by_type(registry::registry(), content_type).is_some()
    }

    /// Whether something is read of those that a body of this content type is offered to.
    pub fn reads_media(&self, content_type: &[u8], under: Proto) -> bool {
        self.out.plan.reads_media(content_type, under)
    }

    /// Who a body is offered to, in this order.
    fn candidates(&self, content_type: &[u8], under: Proto) -> impl Iterator<Item = Proto> + Clone + use<'f> {
        let other = if content_type.is_empty() { Proto::Data } else { Proto::Media };
        let named = media::by_type(registry::registry(), content_type).or_else(|| media::is_multipart(content_type));
        let plan: &'f Plan = self.out.plan;
        named.into_iter().chain(plan.routes().heuristics(under).iter().copied()).chain([other])
    }

    /// The current layer has one more item of its own: another message in the same bytes.
    pub fn further_item(&mut self, proto: Proto, tvb: Tvb<'f>) {
        let own = registry::registry().protocol_id(proto);
        if self.out.plan.wants(own) {
            self.out.push_protocol(own, tvb.data());
        }
    }

    /// Hands a body to the protocol of its content type alone.
    pub fn call_content(&mut self, content_type: &'f [u8], tvb: Tvb<'f>) {
        let Some(proto) = media::by_type(registry::registry(), content_type) else { return };
        let outer = std::mem::replace(&mut self.content_type, content_type);
        self.call(proto, tvb);
        self.content_type = outer;
    }

    /// The current layer has no item of its own: it only stands in `frame.protocols`.
    pub fn withdraw_item(&mut self, proto: Proto) {
        let own = registry::registry().protocol_id(proto);
        let layer = self.out.layer;
        self.out.occurrences.retain(|occurrence| occurrence.field != own || occurrence.layer != layer);
    }

    /// The current layer, of that protocol, only stands in `frame.protocols`: nothing it emitted so far is there.
    pub fn withdraw_layer(&mut self, proto: Proto) {
        let layer = self.out.layer;
        let own = |field| registry::registry().proto_of(field) == proto;
        self.out.occurrences.retain(|occurrence| !own(occurrence.field) || occurrence.layer != layer);
    }

    /// Hands bytes to the protocol a table names for `key`; `false` when there is none or it rejects them.
    pub fn call_table(&mut self, table: Table, key: u32, tvb: Tvb<'f>) -> bool {
        match self.lookup(table, key) {
            Some(proto) => self.call(proto, tvb) != Taken::Rejected,
            None => false,
        }
    }

    /// Offers bytes to the protocols that recognise themselves below `under`.
    pub fn call_heuristics(&mut self, under: Proto, tvb: Tvb<'f>) -> bool {
        if !self.out.plan.tries(under) {
            return false;
        }
        let protos = self.out.plan.routes().heuristics(under);
        // All of them, needed or not: one that is not needed may still be the one that takes the bytes.
        protos.iter().any(|proto| {
            let may_take = registry::protocol(*proto).may_take;
            may_take(self, tvb) && self.call_needed(*proto, tvb) != Taken::Rejected
        })
    }

    /// Bytes nobody knows: the `data` protocol.
    pub fn call_data(&mut self, tvb: Tvb<'f>) {
        if tvb.reported_len() > 0 {
            self.call(Proto::Data, tvb);
        }
    }

    /// The protocol a table names for `key`.
    pub fn lookup(&self, table: Table, key: u32) -> Option<Proto> {
        self.out.plan.routes().lookup(table, key)
    }

    /// The protocols that a table names for ports, each with its port: those first that the user named.
    pub fn by_port<'p>(&self, table: Table, ports: &'p [u16]) -> impl Iterator<Item = (u16, Proto)> + use<'f, 'p> {
        let routes = self.out.plan.routes();
        let known = ports.iter().filter(|port| **port != 0);
        let said =
            known.clone().filter_map(move |port| Some((*port, routes.decode_as().lookup(table, (*port).into())?)));
        said.chain(known.filter_map(move |port| Some((*port, routes.lookup(table, (*port).into())?))))
    }

    /// The protocol whose layer is the current one.
    pub fn innermost(&self) -> Option<Proto> {
        self.open.last().copied()
    }

    /// The protocol whose layer encloses the current one.
    pub fn parent(&self) -> Option<Proto> {
        self.open.len().checked_sub(2).and_then(|i| self.open.get(i)).copied()
    }

    /// Sets the protocol column and, when columns are wanted, the info column.
    pub fn column(&mut self, protocol: &'static str, info: impl FnOnce() -> String) {
        self.info.protocol_column = protocol;
        if self.out.plan.columns {
            self.info.info_column = info();
        }
    }
}

impl<'f> Out<'f> {
    pub(super) fn push_protocol(&mut self, field: FieldId, bytes: &'f [u8]) {
        let value = Value::Protocol { bytes: Cow::Borrowed(bytes), text: "" };
        self.occurrences.push(Occurrence { field, def: 0, layer: self.layer, value, raw: bytes });
    }

    /// Says which bytes the protocol item of a layer covers, known only after the dissection. Where that layer was withdrawn,
    /// an inner one may have come to its place.
    fn cover(&mut self, (own, layer): (FieldId, u8), item: usize, covered: &'f [u8]) {
        let found = self.occurrences.get_mut(item);
        if let Some(occurrence) = found.filter(|occurrence| occurrence.field == own && occurrence.layer == layer) {
            occurrence.value = Value::Protocol { bytes: Cow::Borrowed(covered), text: "" };
            occurrence.raw = covered;
        }
    }
}
