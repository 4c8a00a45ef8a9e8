//! All stages in a row: text to IR.

use crate::{
    check::check,
    diag::{Diagnostic, Severity},
    ir::{Ir, Node, verify::verify},
    lower::lower,
    macros::{Expansion, Macros, expand},
    optimize::optimize,
    parse::parse,
    schema::Schema,
    types::Type,
};

/// A compiled filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Compiled {
    /// What it means.
    pub ir: Ir,
    /// What its author should know.
    pub warnings: Vec<Diagnostic>,
}

/// Compiles a filter, ready to run. An empty one matches every frame.
///
/// # Errors
/// All diagnostics of a filter that has at least one error.
pub fn compile(text: &str, schema: &Schema, macros: &Macros) -> Result<Compiled, Vec<Diagnostic>> {
    let Compiled { ir, warnings } = lowered(text, schema, macros)?;
    debug_assert!(verify(&ir, schema).is_empty(), "{text}: {:?}", verify(&ir, schema));
    Ok(Compiled { ir: optimize(ir, schema), warnings })
}

/// Compiles a filter up to the IR as it was written, before any pass.
///
/// # Errors
/// Those of [`compile`].
pub fn lowered(text: &str, schema: &Schema, macros: &Macros) -> Result<Compiled, Vec<Diagnostic>> {
    let expanded = expanded(text, schema, macros)?;
    let (tree, mut diagnostics) = parse(&expanded.text);
    let ir = match tree {
        None => Some(Ir { root: Node::Const(true) }),
        Some(tree) => {
            let (typed, found) = check(&tree, schema);
            diagnostics.extend(found);
            typed.map(|typed| lower(&typed))
        }
    };
    let mut diagnostics: Vec<_> = diagnostics.into_iter().map(|diagnostic| expanded.relocate(diagnostic)).collect();
    diagnostics.sort_by_key(|diagnostic| diagnostic.labels.first().map(|(span, _)| span.start));
    match ir {
        Some(mut ir) if diagnostics.iter().all(|d| d.severity == Severity::Warning) => {
            relocate(&mut ir.root, &expanded);
            Ok(Compiled { ir, warnings: diagnostics })
        }
        _ => Err(diagnostics),
    }
}

/// The filter's text with its macros expanded.
pub(crate) fn expanded<'t>(text: &'t str, schema: &Schema, macros: &Macros) -> Result<Expansion<'t>, Vec<Diagnostic>> {
    // M4: `${x}` is a reference where x is a field with values.
    let is_field = |name: &str| {
        let found = schema.resolve(name).map(|found| schema.field(found.id).ty);
        found.is_some_and(|ty| !matches!(ty, Type::Protocol | Type::None))
    };
    expand(text, macros, &is_field).map_err(|error| vec![*error])
}

/// Moves the places of the tests from the expanded text to the filter.
fn relocate(node: &mut Node, expanded: &Expansion<'_>) {
    match node {
        Node::Const(_) => {}
        Node::And(parts) | Node::Or(parts) => parts.iter_mut().for_each(|part| relocate(part, expanded)),
        Node::Xor(left, right) => {
            relocate(left, expanded);
            relocate(right, expanded);
        }
        Node::Not(part) => relocate(part, expanded),
        Node::Test(test) => test.span = expanded.original(test.span),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{limits, span::Span, test_schema::schema};

    #[test]
    fn an_empty_filter_matches_everything() {
        let compiled = compile(" \t\n", &schema(), &Macros::default()).unwrap();
        assert_eq!(compiled, Compiled { ir: Ir { root: Node::Const(true) }, warnings: Vec::new() });
    }

    #[test]
    fn places_are_in_the_filter_as_written() {
        let mut macros = Macros::default();
        macros.define("web", "tcp.port in {$1} or bogus").unwrap();
        let errors = compile("ip and $web(80)", &schema(), &macros).unwrap_err();
        assert_eq!(errors[0].labels[0].0, Span::new(7, 15));
        macros.define("web", "tcp.port in {$1}").unwrap();
        let compiled = compile("ip and $web(80)", &schema(), &macros).unwrap();
        let Node::And(parts) = compiled.ir.root else { panic!() };
        assert!(matches!(&parts[1], Node::Test(test) if test.span == Span::new(7, 15)));
    }

    #[test]
    fn long_filters_compile() {
        let schema = schema();
        let members: Vec<_> = (0..10_000).map(|n| n.to_string()).collect();
        let set = format!("tcp.port in {{{}}}", members.join(", "));
        let or = vec!["tcp.port == 80"; 20_000].join(" or ");
        assert!(compile(&set, &schema, &Macros::default()).is_ok());
        let bad = vec!["bogus.name == 1"; 20_000].join(" or ");
        assert_eq!(compile(&bad, &schema, &Macros::default()).unwrap_err().len(), limits::ERRORS);
        assert!(compile(&or, &schema, &Macros::default()).is_ok());
    }
}
