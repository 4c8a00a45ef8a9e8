//! The laws of the language, as functions of a filter and frames.

pub mod jit;
pub mod walk;

use strato_filter_lang::{
    access::Access,
    capability,
    check::check,
    interpret::interpret,
    ir::{Ir, text, verify::verify},
    lower::lower,
    lowered,
    macros::Macros,
    optimize::PASSES,
    parse::parse,
    print::print,
    schema::Schema,
    split::split,
};

/// How often a filter selected a frame, over a run: a run of only one answer says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verdicts {
    /// Selected.
    pub yes: u64,
    /// Not selected.
    pub no: u64,
    /// The split left the whole filter.
    pub nothing_decided: u64,
    /// The split left nothing.
    pub all_decided: u64,
}

/// Runs every law for a filter over frames; the error names the law that is broken.
///
/// # Errors
/// The law, the filter, and what differs.
pub fn laws<A: Access>(filter: &str, schema: &Schema, frames: &[A], verdicts: &mut Verdicts) -> Result<(), String> {
    let ir = lowered(filter, schema, &Macros::default()).map_err(|errors| format!("{filter}: {errors:?}"))?.ir;
    let broken = |law: &str, ir: &Ir| format!("{law}: `{filter}` became {}", text::print(ir, schema));
    rules(filter, &ir, schema)?;
    printed_and_parsed(filter, &ir, schema)?;
    let meaning: Vec<bool> = frames.iter().map(|frame| interpret(&ir, schema, frame)).collect();
    let same = |other: &Ir| frames.iter().zip(&meaning).all(|(frame, yes)| interpret(other, schema, frame) == *yes);
    let mut better = ir;
    for pass in PASSES {
        better = (pass.run)(better, schema);
        rules(filter, &better, schema)?;
        if !same(&better) {
            return Err(broken(&format!("pass {} keeps the meaning", pass.name), &better));
        }
    }
    let again = text::parse(&text::print(&better, schema), schema).map_err(|errors| format!("{filter}: {errors:?}"))?;
    if text::print(&again, schema) != text::print(&better, schema) || !same(&again) {
        return Err(broken("the text of the IR parses back", &again));
    }
    for capability in capability::ALL {
        let parts = split(&better, capability, schema);
        for (frame, yes) in frames.iter().zip(&meaning) {
            let (pre, rest) = (interpret(&parts.pre, schema, frame), interpret(&parts.rest, schema, frame));
            if *yes && !pre {
                return Err(broken(&format!("{} never loses a match", capability.name), &parts.pre));
            }
            if (pre && rest) != *yes {
                return Err(broken(&format!("{} and the rest are the filter", capability.name), &parts.rest));
            }
        }
        if !capability.decides_all(&parts.pre.root, schema) {
            return Err(broken(&format!("{} decides its part", capability.name), &parts.pre));
        }
        verdicts.nothing_decided += u64::from(text::print(&parts.pre, schema) == "true");
        verdicts.all_decided += u64::from(text::print(&parts.rest, schema) == "true");
    }
    for yes in meaning {
        *if yes { &mut verdicts.yes } else { &mut verdicts.no } += 1;
    }
    Ok(())
}

fn rules(filter: &str, ir: &Ir, schema: &Schema) -> Result<(), String> {
    let problems = verify(ir, schema);
    if problems.is_empty() { Ok(()) } else { Err(format!("the rules hold: `{filter}`: {problems:?}")) }
}

/// What is printed of a syntax tree means the same when it is read again.
fn printed_and_parsed(filter: &str, ir: &Ir, schema: &Schema) -> Result<(), String> {
    let Some(tree) = parse(filter).0 else { return Ok(()) };
    let printed = print(&tree);
    let again = parse(&printed).0.and_then(|tree| check(&tree, schema).0).map(|typed| lower(&typed));
    match again {
        Some(again) if text::print(&again, schema) == text::print(ir, schema) => Ok(()),
        _ => Err(format!("printed syntax parses back: `{filter}` became `{printed}`")),
    }
}
