//! Every stage of the compiler as text: what `strato explain` shows and the snapshots hold.

use std::fmt::Write;

use crate::{
    capability::Capability,
    check::check,
    compile::{Compiled, expanded},
    diag::Diagnostic,
    ir::{Ir, text},
    lexer::lex,
    lowered,
    macros::Macros,
    optimize::optimize,
    parse::parse,
    print,
    schema::Schema,
    split as split_ir,
};

/// The stages of one filter.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The compiled filter.
    pub filter: Ir,
    /// Tokens with their places, one a line; macros are expanded.
    pub tokens: String,
    /// What was written, in one canonical spelling.
    pub syntax: String,
    /// The same with fields, types and values resolved.
    pub typed: String,
    /// The IR before any pass.
    pub ir: String,
    /// The IR after all passes.
    pub optimized: String,
    /// What its author should know.
    pub warnings: Vec<Diagnostic>,
}

/// Runs all stages.
///
/// # Errors
/// Those of [`compile`](crate::compile()).
pub fn show(filter: &str, schema: &Schema, macros: &Macros) -> Result<Shown, Vec<Diagnostic>> {
    let Compiled { ir: as_written, warnings } = lowered(filter, schema, macros)?;
    let compiled = optimize(as_written.clone(), schema);
    let expanded = expanded(filter, schema, macros)?.text;
    let tokens = lex(&expanded).0.into_iter().fold(String::new(), |mut text, (start, token, end)| {
        // Writing to a string cannot fail.
        _ = writeln!(text, "{start}..{end} {token:?}");
        text
    });
    let tree = parse(&expanded).0;
    let syntax = tree.as_ref().map_or_else(|| "(empty: every frame)".to_owned(), print::print);
    let typed = tree.and_then(|tree| check(&tree, schema).0).map_or_else(String::new, |typed| format!("{typed:#?}"));
    Ok(Shown {
        tokens,
        syntax,
        typed,
        ir: text::print(&as_written, schema),
        optimized: text::print(&compiled, schema),
        filter: compiled,
        warnings,
    })
}

/// A filter in two parts, with headings.
pub fn split(filter: &Ir, capability: &Capability, schema: &Schema) -> String {
    let parts = split_ir::split(filter, capability, schema);
    let (pre, rest) = (text::print(&parts.pre, schema), text::print(&parts.rest, schema));
    format!("{} decides:\n{pre}\nleft:\n{rest}\n", capability.name)
}
