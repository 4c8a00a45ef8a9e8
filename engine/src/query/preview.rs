//! Judges frames where each must be dissected for what those that are selected show (summaries, trees): of the others
//! nothing is shown, so that only what later frames depend on is worked out.

use std::sync::Arc;

use strato_filter_lang::{
    ir::{Ir, visit},
    schema::{Field, FieldId, Source},
};

use crate::{
    frame::Frame,
    proto::plan::{Ask, Plan},
    stage1::{First, Stage1},
};

/// Stage 1 of a filter, and what is read of the frames that it rejects.
pub(super) struct Preview {
    stage1: Stage1,
    plan: Arc<Plan>,
}

impl Preview {
    /// Compiles it; `None` where it could reject nothing, or where what is read is not [`Plan::everything`].
    pub(super) fn new(ir: &Ir, plan: &Plan, ask: &Ask) -> Option<Self> {
        let fields = visit::fields(ir);
        if !plan.everything || ask.tap.is_some() || fields.is_empty() {
            return None;
        }
        let ask = Ask { tree: false, columns: false, state: false, ..ask.clone() };
        let stage1 = Stage1::new(ir, &Plan::new(fields, ask.clone()), &[]).ok().flatten()?;
        // Some conversations are only numbered if the number is read.
        let computed = |(_, field): &(FieldId, &Field)| field.source == Source::Computed && field.occurs_as.is_empty();
        let kept = plan.wanted().filter(computed).map(|(id, _)| id);
        Some(Self { stage1, plan: Arc::new(Plan::new(kept, Ask { state: true, ..ask })) })
    }

    pub(super) fn stage1(&mut self) -> &mut Stage1 {
        &mut self.stage1
    }

    /// The plan of the frames that are rejected.
    pub(super) fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// Whether a frame is not selected, as far as it tells itself.
    pub(super) fn rejects(&mut self, frame: &Frame<'_>) -> bool {
        self.stage1.judge_frame(frame) == First::No
    }
}
