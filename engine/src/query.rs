//! A filter ready to run over a capture.

use std::path::Path;

use strato_filter_lang::{bind, compile, diag::Diagnostic, interpret::interpret, ir::Ir, ir::visit, macros::Macros};

use crate::{
    exec::Session,
    frame::Frame,
    proto::{
        dissect::Dissection,
        plan::{Ask, Plan},
        registry,
    },
    read::{Item, RawBlock, Reader},
};

/// What a query is compiled with.
#[derive(Clone, Debug, Default)]
pub struct QueryOptions {
    /// Macros that the filter may call.
    pub macros: Macros,
    /// Fields that are read besides those of the filter.
    pub fields: Vec<strato_filter_lang::schema::FieldId>,
    /// What is read of each frame besides fields.
    pub ask: Ask,
}

/// A compiled filter with the state of its run.
pub struct Query {
    ir: Ir,
    session: Session,
    /// What was handed to [`Self::secrets`].
    secrets: Vec<u8>,
    warnings: Vec<Diagnostic>,
}

impl Query {
    /// Compiles a filter.
    ///
    /// # Errors
    /// All that is wrong with the filter's text.
    pub fn compile(filter: &str, options: QueryOptions) -> Result<Self, Vec<Diagnostic>> {
        let compiled = compile(filter, registry::schema(), &options.macros)?;
        let fields = visit::fields(&compiled.ir).into_iter().chain(options.fields);
        let session = Session::new(Plan::new(fields, options.ask));
        Ok(Self { ir: compiled.ir, session, secrets: Vec::new(), warnings: compiled.warnings })
    }

    /// Warnings about the filter.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// The filter as the backends see it.
    pub fn ir(&self) -> &Ir {
        &self.ir
    }

    /// Binds `${field}` to the values in frame `number` of a capture; `false` when there is no such frame.
    pub fn bind_to_frame(&mut self, capture: &Path, number: u64) -> bool {
        let mut session = Session::new(Plan::new(visit::fields(&self.ir), Ask::default()));
        session.secrets(&self.secrets);
        let Ok(mut reader) = Reader::open(capture) else { return false };
        while let Ok(Some(item)) = reader.next() {
            let frame = match item {
                Item::Frame(frame) => frame,
                Item::Block(block) => {
                    session.block(&block);
                    continue;
                }
            };
            let found = frame.number == number;
            let bound =
                session.with(&frame, |dissection| found.then(|| bind::bind(&self.ir, registry::schema(), dissection)));
            if let Some(ir) = bound {
                self.ir = ir;
                return true;
            }
        }
        false
    }

    /// Learns from a block between frames: secrets decrypt the frames after it.
    pub fn block(&mut self, block: &RawBlock<'_>) {
        self.session.block(block);
    }

    /// Adds TLS secrets in the form of NSS' key log (`SSLKEYLOGFILE`).
    pub fn secrets(&mut self, log: &[u8]) {
        self.session.secrets(log);
        self.secrets.extend_from_slice(log);
    }

    /// Whether the filter selects the next frame.
    pub fn matches(&mut self, frame: &Frame<'_>) -> bool {
        self.select(frame, |_| ()).is_some()
    }

    /// Lets `look` read the next frame if the filter selects it. Frames must come in the order of the capture.
    pub fn select<R>(&mut self, frame: &Frame<'_>, look: impl FnOnce(&Dissection<'_>) -> R) -> Option<R> {
        let ir = &self.ir;
        let result = self
            .session
            .with(frame, |dissection| interpret(ir, registry::schema(), dissection).then(|| look(dissection)));
        if result.is_some() {
            self.session.displayed(frame);
        }
        result
    }
}
