//! Machine code answers as the interpreter does.

use strato_filter_jit::{Compiled, Verdict};
use strato_filter_lang::{compile, interpret::interpret, ir::Ir, macros::Macros, schema::Schema};

use crate::gen_layers::{Layered, TestLayout};

/// What the answers were, over a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Pairs of a filter and a frame.
    pub pairs: u64,
    /// Selected.
    pub yes: u64,
    /// Stage 1 knew.
    pub known: u64,
}

/// Compares both stages with the interpreter.
///
/// # Errors
/// The filter, the frame, and what differs.
pub fn same(filter: &str, schema: &'static Schema, frames: &[Layered], answers: &mut Answers) -> Result<(), String> {
    let ir = compile(filter, schema, &Macros::default()).map_err(|errors| format!("{filter}: {errors:?}"))?.ir;
    for beyond in [false, true] {
        stages(filter, &ir, &TestLayout { schema, beyond }, frames, answers)?;
    }
    Ok(())
}

fn stages(filter: &str, ir: &Ir, layout: &TestLayout, frames: &[Layered], answers: &mut Answers) -> Result<(), String> {
    let compiled = Compiled::compile(ir, layout.schema, layout).map_err(|error| format!("{filter}: {error}"))?;
    let mut layers = compiled.layers();
    for frame in frames {
        let dissected = frame.dissected(layout.schema);
        let meant = interpret(ir, layout.schema, &dissected);
        frame.fill(&mut layers);
        let first = compiled.stage1(&frame.data, &layers);
        let broken = |what: &str| Err(format!("{what}: `{filter}` is {meant} of {frame:?}"));
        match first {
            Verdict::Yes if !meant => return broken("stage 1 says yes"),
            Verdict::No if meant => return broken("stage 1 says no"),
            Verdict::More if compiled.is_whole() => return broken("stage 1 wants more, but reads it all"),
            Verdict::Yes | Verdict::No | Verdict::More => {}
        }
        if compiled.stage2(&dissected) != meant {
            return broken("stage 2 differs");
        }
        answers.pairs += 1;
        answers.yes += u64::from(meant);
        answers.known += u64::from(first != Verdict::More);
    }
    Ok(())
}
