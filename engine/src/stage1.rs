//! Stage 1: a filter as machine code over walked layers.

use strato_filter_jit::{Compiled, JitError, Listing, Verdict, layers::Layers};
use strato_filter_lang::ir::Ir;

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
}

impl Stage1 {
    /// Compiles stage 1 of a filter; `None` where every frame must be dissected for what `plan` reads.
    ///
    /// # Errors
    /// [`JitError`]: the filter can only be interpreted.
    pub fn new(ir: &Ir, plan: &Plan) -> Result<Option<Self>, JitError> {
        let compiled = Compiled::compile(ir, registry::schema(), &FrameLayout)?;
        let Some(walker) = Walker::new(plan, &compiled.slots()) else { return Ok(None) };
        let layers = compiled.layers();
        Ok(Some(Self { compiled, walker, layers }))
    }

    /// Judges a frame. [`Verdict::More`]: it must be dissected, be it only for the frames after it.
    #[inline]
    pub fn judge(&mut self, packet: &Packet<'_>) -> Verdict {
        match self.walker.walk(packet, &mut self.layers) {
            Walk::Found => self.compiled.stage1(packet.data, &self.layers),
            Walk::Dissect => Verdict::More,
        }
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
