//! Any text compiles or is explained.

use std::sync::LazyLock;

use strato_engine::proto::registry;
use strato_filter_lang::{
    compile,
    diag::{Diagnostic, render::render},
    macros::Macros,
    parse::parse,
    print::print,
    schema::Schema,
};

use super::filters::FILTERS;
use crate::gen_frame;

static FEW: LazyLock<Schema> = LazyLock::new(gen_frame::schema);

/// Diagnostics point into the text and can be shown; a filter that compiles also does as it is printed.
pub(super) fn check(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    // Names of the whole dictionary take long to compare; most texts do with a few fields.
    let schema = if text.len().is_multiple_of(4) { registry::schema() } else { &FEW };
    let compiled = compile(text, schema, &macros());
    match &compiled {
        Ok(compiled) => explained(text, &compiled.warnings),
        Err(errors) => {
            assert!(!errors.is_empty(), "refused without a reason: {text:?}");
            explained(text, errors);
        }
    }
    let (Some(tree), errors) = parse(text) else { return };
    if !errors.is_empty() {
        return;
    }
    let printed = print(&tree);
    let (again, errors) = parse(&printed);
    assert!(errors.is_empty(), "{text:?} is printed as {printed:?}: {errors:?}");
    assert_eq!(again.as_ref().map(print).as_deref(), Some(printed.as_str()), "{text:?} is not printed alike");
    if compiled.is_ok() {
        let again = compile(&printed, schema, &macros());
        assert!(again.is_ok(), "{text:?} compiles, but not as printed: {printed:?}");
    }
}

fn macros() -> Macros {
    let mut macros = Macros::default();
    for (name, text) in [("web", "tcp.port in {80, $1}"), ("two", "$1 == $2 or $web($2)")] {
        assert!(macros.define(name, text).is_ok(), "the macro {name} is sound");
    }
    macros
}

fn explained(text: &str, diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        assert!(!diagnostic.labels.is_empty(), "{} has no place: {text:?}", diagnostic.code);
        let places = diagnostic.labels.iter().map(|label| label.0);
        for place in places.chain(diagnostic.suggestions.iter().map(|suggestion| suggestion.span)) {
            let range = place.start as usize..place.end as usize;
            assert!(text.get(range).is_some(), "{} points outside: {text:?}", diagnostic.code);
        }
    }
    if !diagnostics.is_empty() {
        assert!(!render(text, diagnostics, false).is_empty(), "{text:?}");
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let few = FEW
        .fields()
        .map(|(_, field)| format!("{0} == 1 or any {0} in {{\"a\", 2 .. 3}} and @{0}[0:2] != 00", field.name));
    FILTERS.iter().map(|filter| (*filter).to_owned()).chain(few).map(String::into_bytes).collect()
}
