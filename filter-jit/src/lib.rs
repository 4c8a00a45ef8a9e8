//! Filters as machine code over the layers of a frame.
//!
//! A filter is compiled twice. Stage 1 reads fields at fixed places straight from a frame's bytes, where the
//! [`Layers`] say that they are, and answers [`Verdict::More`] where that is not enough. Stage 2 reads
//! a dissected frame and knows everything. Both answer as [`interpret`] does.
//!
//! Nothing here knows a protocol or a file: the host says through a [`Layout`] where fields live.

#![deny(unsafe_code)]

pub mod access;
mod emit;
pub mod layers;
pub mod layout;
mod leaf;
mod machine;
mod number;
mod search;
mod tables;

use std::sync::{Arc, OnceLock};

use strato_filter_lang::{access::Access, interpret::interpret, ir::Ir, schema::Schema};

use self::{
    emit::Stage,
    layers::{HeaderLens, Layers},
    layout::{Layout, SLOTS, Slot},
    leaf::Leaves,
    machine::Machine,
};

/// What stage 1 says of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Not selected.
    No,
    /// Selected.
    Yes,
    /// It takes fields that are not at fixed places.
    More,
}

/// Why a filter has no machine code; it can still be interpreted.
#[derive(Debug, thiserror::Error)]
pub enum JitError {
    /// No code generator for this processor.
    #[error("no machine code for this processor: {0}")]
    Processor(&'static str),
    /// The code generator gave up.
    #[error("no machine code for this filter: {0}")]
    Code(String),
}

/// A filter as machine code.
pub struct Compiled {
    schema: &'static Schema,
    ir: Ir,
    leaves: Box<Leaves>,
    header_lens: Arc<HeaderLens>,
    stage1: Machine,
    /// Compiled when first needed: many filters are decided by stage 1.
    stage2: OnceLock<Option<Machine>>,
}

impl Compiled {
    /// Compiles a filter.
    ///
    /// # Errors
    /// [`JitError`].
    pub fn compile(ir: &Ir, schema: &'static Schema, layout: &dyn Layout) -> Result<Self, JitError> {
        if !leaf::is_small(ir) {
            return Err(JitError::Code("it has too many tests".to_owned()));
        }
        let header_lens = Arc::new(header_lens(layout));
        let leaves = Box::new(Leaves::of(ir, schema, layout, &header_lens));
        let stage1 = Machine::compile(ir, &leaves, Stage::Layers)?;
        Ok(Self { schema, ir: ir.clone(), leaves, header_lens, stage1, stage2: OnceLock::new() })
    }

    /// An empty layer table for this filter's layout.
    pub fn layers(&self) -> Layers {
        Layers::made_for(&self.header_lens)
    }

    /// Judges a frame by its bytes and layers.
    #[inline]
    pub fn stage1(&self, data: &[u8], layers: &Layers) -> Verdict {
        // What was pushed fits frames of this length and headers of these lengths, and no others.
        if layers.captured_len() != data.len() as u64 || !layers.is_for(&self.header_lens) {
            return Verdict::More;
        }
        self.stage1.judge_layers(&self.leaves, data, layers)
    }

    /// Judges a dissected frame.
    pub fn stage2(&self, frame: &dyn Access) -> bool {
        let machine = self.stage2.get_or_init(|| Machine::compile(&self.ir, &self.leaves, Stage::Fields).ok());
        match machine {
            Some(machine) => machine.judge_fields(&self.leaves, frame),
            None => interpret(&self.ir, self.schema, &access::Dyn(frame)),
        }
    }

    /// Whether stage 1 never needs more.
    pub fn is_whole(&self) -> bool {
        self.leaves.all_exact()
    }

    /// The protocols whose layers stage 1 asks for.
    pub fn slots(&self) -> Vec<Slot> {
        (0..SLOTS as u8).map(Slot).filter(|slot| self.leaves.reads(*slot)).collect()
    }

    /// Bytes of machine code of stage 1.
    pub fn code_len(&self) -> usize {
        self.stage1.code_len()
    }
}

/// Stage 1 of a filter as text: Cranelift's IR and the machine's instructions.
#[derive(Clone, Debug)]
pub struct Listing {
    /// CLIF, after Cranelift's own optimisation.
    pub clif: String,
    /// Instructions.
    pub asm: String,
}

/// Compiles a filter for reading.
///
/// # Errors
/// [`JitError`].
pub fn listing(ir: &Ir, schema: &'static Schema, layout: &dyn Layout) -> Result<Listing, JitError> {
    if !leaf::is_small(ir) {
        return Err(JitError::Code("it has too many tests".to_owned()));
    }
    let leaves = Box::new(Leaves::of(ir, schema, layout, &header_lens(layout)));
    machine::listing(ir, &leaves)
}

fn header_lens(layout: &dyn Layout) -> HeaderLens {
    std::array::from_fn(|slot| layout.header_len(Slot(slot as u8)))
}
