//! All stages in a row: text to IR.

use crate::{
    check::check,
    diag::{Diagnostic, Severity},
    ir::{Ir, Node},
    lower::lower,
    parse::parse,
    schema::Schema,
};

/// A compiled filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Compiled {
    /// What it means.
    pub ir: Ir,
    /// What its author should know.
    pub warnings: Vec<Diagnostic>,
}

/// Compiles a filter. An empty one matches every frame.
///
/// # Errors
/// All diagnostics of a filter that has at least one error.
pub fn compile(text: &str, schema: &Schema) -> Result<Compiled, Vec<Diagnostic>> {
    let (tree, mut diagnostics) = parse(text);
    let Some(tree) = tree else {
        return finish(Some(Ir { root: Node::Const(true) }), diagnostics);
    };
    let (typed, found) = check(&tree, schema);
    diagnostics.extend(found);
    finish(typed.map(|typed| lower(&typed)), diagnostics)
}

fn finish(ir: Option<Ir>, diagnostics: Vec<Diagnostic>) -> Result<Compiled, Vec<Diagnostic>> {
    match ir {
        Some(ir) if diagnostics.iter().all(|d| d.severity == Severity::Warning) => {
            Ok(Compiled { ir, warnings: diagnostics })
        }
        _ => Err(diagnostics),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_schema::schema;

    #[test]
    fn an_empty_filter_matches_everything() {
        let compiled = compile(" \t\n", &schema()).unwrap();
        assert_eq!(compiled, Compiled { ir: Ir { root: Node::Const(true) }, warnings: Vec::new() });
    }

    #[test]
    fn long_filters_compile() {
        let schema = schema();
        let members: Vec<_> = (0..10_000).map(|n| n.to_string()).collect();
        let set = format!("tcp.port in {{{}}}", members.join(", "));
        let or = vec!["tcp.port == 80"; 20_000].join(" or ");
        assert!(compile(&set, &schema).is_ok());
        assert!(compile(&or, &schema).is_ok());
    }
}
