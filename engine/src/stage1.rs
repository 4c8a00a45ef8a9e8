//! Stage 1: a filter as machine code over walked layers.

mod conversation;
mod quiet;

use std::{collections::BTreeSet, ops::ControlFlow, sync::Arc};

use strato_filter_jit::{
    Compiled, JitError, Listing, Verdict,
    access::ByLayers,
    layers::Layers,
    layout::{Edge, Layout, Place},
};
use strato_filter_lang::{access::Occurrence, ir::Ir, schema::FieldId};

use self::{conversation::Conversations, quiet::Quiet};
use crate::{
    frame::{Frame, FrameKind},
    proto::{direct::Transport, plan::Plan, registry},
    read::Packet,
    walk::{FrameLayout, IP, IPV6, TCP, Walk, Walker},
};

/// What stage 1 says of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// It is not selected.
    No,
    /// It is selected.
    Yes,
    /// It must be dissected, be it only for the frames after it.
    More(Route),
}

/// Where a frame must be dissected if several sessions share the conversations of a capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// In any: it depends on no earlier frame, and no later one on it.
    Any,
    /// In the one that its conversation belongs to, which this number tells.
    Own(u32),
    /// The same; unless it brings news of TCP or of what it carries it is not selected, and need not be dissected.
    Follow(u32),
    /// In all of them: what it belongs to is only known when it has been dissected.
    All,
}

/// The number of a conversation between two ports, the same in both directions.
pub fn conversation(srcport: u16, dstport: u16) -> u32 {
    // Fibonacci hashing: ports are given out one after another.
    (u32::from(srcport) + u32::from(dstport)).wrapping_mul(0x9e37_79b9) >> 16
}

/// A field that is shown, with its places.
type Shown = (FieldId, Vec<Place>);

/// A filter that judges frames before anything is dissected.
pub struct Stage1 {
    compiled: Arc<Compiled>,
    walker: Arc<Walker>,
    layers: Layers,
    /// The fields that are shown, with their places, if all of them can be read from layers.
    shown: Option<Arc<[Shown]>>,
    /// What tells conversations apart that nothing is selected of.
    conversations: Option<Conversations>,
    quiet: Quiet,
}

impl Stage1 {
    /// Compiles stage 1 of a filter; `None` where every frame must be dissected for what `plan` reads. `shown` are the
    /// fields that are read of selected frames.
    ///
    /// # Errors
    /// [`JitError`]: the filter can only be interpreted.
    pub fn new(ir: &Ir, plan: &Plan, shown: &[FieldId]) -> Result<Option<Self>, JitError> {
        let compiled = Compiled::compile(ir, registry::schema(), &FrameLayout)?;
        let shown: BTreeSet<FieldId> = shown.iter().copied().collect();
        let places: Vec<_> = shown.into_iter().map(|field| (field, FrameLayout.places(field))).collect();
        let exact = |(_, places): &(FieldId, Vec<Place>)| places.iter().all(|place| place.is_exact());
        let mut slots = compiled.slots();
        slots.extend(places.iter().flat_map(|(_, places)| places).filter_map(|place| place.slot()));
        let conversations = Conversations::of(ir);
        let Some(walker) = Walker::new(plan, &slots) else { return Ok(None) };
        let layers = compiled.layers();
        let shown = places.iter().all(exact).then(|| places.into());
        let quiet = Quiet::of(ir)?;
        Ok(Some(Self { compiled: Arc::new(compiled), walker: Arc::new(walker), layers, shown, conversations, quiet }))
    }

    /// The same for another thread.
    pub fn fork(&self) -> Self {
        Self {
            compiled: Arc::clone(&self.compiled),
            walker: Arc::clone(&self.walker),
            layers: self.compiled.layers(),
            shown: self.shown.clone(),
            conversations: self.conversations.as_ref().map(Conversations::fork),
            quiet: self.quiet.clone(),
        }
    }

    /// Whether frames are mostly [`Route::Own`] or [`Route::Follow`], so that sessions can share them.
    pub fn follows_streams(&self) -> bool {
        self.walker.follows_streams()
    }

    /// Whether the fields that are shown can be read from layers.
    pub fn reads_shown(&self) -> bool {
        self.shown.is_some()
    }

    /// Reads the shown fields of the frame that was judged last into `found`; `false` if that takes dissecting it.
    pub fn read<'f>(&self, frame: &'f Frame<'_>, found: &mut Vec<Occurrence<'f>>) -> bool {
        let Some(shown) = &self.shown else { return false };
        for (field, places) in shown.iter() {
            let places_of = |_: FieldId| places.as_slice();
            let (data, layers, schema) = (frame.data, &self.layers, registry::schema());
            ByLayers { data, layers, schema, places: &places_of }.each_at(*field, places, |occurrence| {
                found.push(occurrence);
                ControlFlow::Continue(())
            });
        }
        true
    }

    /// Judges a frame.
    #[inline(always)]
    pub fn judge(&mut self, packet: &Packet<'_>) -> First {
        match self.walker.walk(packet, &mut self.layers) {
            Walk::Found => match self.compiled.stage1(packet.data, &self.layers) {
                Verdict::No => First::No,
                Verdict::Yes => First::Yes,
                Verdict::More => First::More(Route::Any),
            },
            Walk::Stream => self.segment(packet.data),
            Walk::Dissect => First::More(Route::All),
        }
    }

    /// Judges a segment of a stream by its conversation.
    #[inline(never)]
    fn segment(&mut self, data: &[u8]) -> First {
        let selects = self.conversations.as_mut().is_none_or(|test| test.may_select(data, &self.layers));
        if selects { First::More(self.route(data)) } else { First::No }
    }

    /// The segment of a frame that was judged last, if it is one of a stream.
    #[inline(always)]
    pub(crate) fn tcp_segment<'f>(&self, data: &'f [u8]) -> Option<Transport<'f>> {
        let innermost = |slot| Some((slot, self.layers.layer(slot, self.layers.count(slot).checked_sub(1)?)?.start()));
        let network = match (innermost(IP), innermost(IPV6)) {
            (Some(v4), Some(v6)) => {
                if v4.1 > v6.1 {
                    v4
                } else {
                    v6
                }
            }
            (found, None) | (None, found) => found?,
        };
        let tcp = self.layers.layer(TCP, self.layers.count(TCP).checked_sub(1)?)?;
        Some(Transport::new(data, network, TCP, (tcp.start(), tcp.at(Edge::End), tcp.wire_end())))
    }

    /// Where a segment of a stream is dissected.
    fn route(&self, data: &[u8]) -> Route {
        let header = self.layers.layer(TCP, 0).and_then(|layer| data.get(layer.start()..)?.first_chunk::<4>());
        match header {
            Some(&[s0, s1, d0, d1]) => {
                let number = conversation(u16::from_be_bytes([s0, s1]), u16::from_be_bytes([d0, d1]));
                let verdict = match &self.quiet {
                    Quiet::No => Verdict::No,
                    Quiet::Same => self.compiled.stage1(data, &self.layers),
                    Quiet::Other(compiled) => compiled.stage1(data, &self.layers),
                };
                match verdict {
                    Verdict::No => Route::Follow(number),
                    Verdict::Yes | Verdict::More => Route::Own(number),
                }
            }
            None => Route::All,
        }
    }

    /// From now on conversations tell of others: with secrets, what one session agreed on another may resume.
    pub fn secrets(&mut self) {
        self.conversations = None;
    }

    /// The same for a frame, which need not be a packet.
    pub fn judge_frame(&mut self, frame: &Frame<'_>) -> First {
        match frame.kind {
            FrameKind::Packet => self.judge(&Packet {
                number: frame.number,
                data: frame.data,
                original_len: frame.original_len,
                link_type: frame.link_type,
            }),
            FrameKind::Journal | FrameKind::Sysdig { .. } | FrameKind::Custom { .. } => First::More(Route::All),
        }
    }

    /// The machine code.
    pub fn compiled(&self) -> &Compiled {
        &self.compiled
    }
}

/// Stage 1 of a filter as text.
///
/// # Errors
/// [`JitError`].
pub fn listing(ir: &Ir) -> Result<Listing, JitError> {
    strato_filter_jit::listing(ir, registry::schema(), &FrameLayout)
}
