//! Stage 1: a filter as machine code over walked layers.

mod conversation;

use std::{collections::BTreeSet, ops::ControlFlow};

use strato_filter_jit::{
    Compiled, JitError, Listing, Verdict,
    access::ByLayers,
    layers::Layers,
    layout::{Layout, Place},
};
use strato_filter_lang::{access::Occurrence, ir::Ir, schema::FieldId};

use self::conversation::Conversations;
use crate::{
    frame::{Frame, FrameKind},
    proto::{plan::Plan, registry},
    read::Packet,
    walk::{FrameLayout, Walk, Walker},
};

/// A filter that judges frames before anything is dissected.
pub struct Stage1 {
    compiled: Compiled,
    walker: Walker,
    layers: Layers,
    /// The fields that are shown, with their places, if all of them can be read from layers.
    shown: Option<Vec<(FieldId, Vec<Place>)>>,
    /// What tells conversations apart that nothing is selected of.
    conversations: Option<Conversations>,
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
        if conversations.is_some() {
            slots.push(Conversations::SLOT);
        }
        let Some(walker) = Walker::new(plan, &slots) else { return Ok(None) };
        let layers = compiled.layers();
        let shown = places.iter().all(exact).then_some(places);
        Ok(Some(Self { compiled, walker, layers, shown, conversations }))
    }

    /// Reads the shown fields of the frame that was judged last into `found`; `false` if that takes dissecting it.
    pub fn read<'f>(&self, frame: &'f Frame<'_>, found: &mut Vec<Occurrence<'f>>) -> bool {
        let Some(shown) = &self.shown else { return false };
        for (field, places) in shown {
            let places = |_: FieldId| places.as_slice();
            let (data, layers, schema) = (frame.data, &self.layers, registry::schema());
            ByLayers { data, layers, schema, places: &places }.each_of(*field, &mut |occurrence| {
                found.push(occurrence);
                ControlFlow::Continue(())
            });
        }
        true
    }

    /// Judges a frame. [`Verdict::More`]: it must be dissected, be it only for the frames after it.
    #[inline]
    pub fn judge(&mut self, packet: &Packet<'_>) -> Verdict {
        match self.walker.walk(packet, &mut self.layers) {
            Walk::Found => self.compiled.stage1(packet.data, &self.layers),
            Walk::Stream => {
                let selects = self.conversations.as_mut().is_none_or(|test| test.may_select(packet.data, &self.layers));
                if selects { Verdict::More } else { Verdict::No }
            }
            Walk::Dissect => Verdict::More,
        }
    }

    /// From now on conversations tell of others: with secrets, what one session agreed on another may resume.
    pub fn secrets(&mut self) {
        self.conversations = None;
    }

    /// The same for a frame, which need not be a packet.
    pub fn judge_frame(&mut self, frame: &Frame<'_>) -> Verdict {
        match frame.kind {
            FrameKind::Packet => self.judge(&Packet {
                number: frame.number,
                data: frame.data,
                original_len: frame.original_len,
                link_type: frame.link_type,
            }),
            FrameKind::Journal | FrameKind::Sysdig { .. } | FrameKind::Custom { .. } => Verdict::More,
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
