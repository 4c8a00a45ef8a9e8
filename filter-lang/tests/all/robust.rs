//! No text makes the compiler panic, and every diagnostic points into the text.

use proptest::prelude::*;
use strato_filter_lang::{
    compile,
    macros::Macros,
    schema::{Schema, Values, field},
};

static NAMES: Values = Values { ranges: &[(1, 1, "one"), (2, 4, "few")] };

fn schema() -> Schema {
    let fields = [
        field("p", "").protocol(),
        field("p.u", "").u8(),
        field("p.i", "").i64(),
        field("p.names", "").u16().values(&NAMES),
        field("p.flag", "").bool(),
        field("p.s", "").str(),
        field("p.b", "").bytes(),
        field("p.e", "").ether(),
        field("p.v4", "").ipv4(),
        field("p.v6", "").ipv6(),
        field("p.d", "").f64(),
        field("p.at", "").abs_time(),
        field("p.for", "").rel_time(),
        field("p.guid", "").guid(),
        field("p.oid", "").oid(),
        field("p.label", "").none(),
    ];
    Schema::new(fields, &[])
}

const PIECES: &[&str] = &[
    "p",
    "p.u",
    "p.i",
    "p.names",
    "p.flag",
    "p.s",
    "p.b",
    "p.e",
    "p.v4",
    "p.v6",
    "p.d",
    "p.at",
    "p.for",
    "p.guid",
    "p.oid",
    "p.label",
    "p.x",
    "==",
    "!=",
    "===",
    "!==",
    "<",
    ">=",
    "in",
    "not in",
    "contains",
    "matches",
    "and",
    "or",
    "xor",
    "not",
    "!",
    "any",
    "all",
    "+",
    "-",
    "*",
    "/",
    "%",
    "&",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ",",
    "..",
    "@",
    "#1",
    "#[0-1]",
    "[0]",
    "[1:2]",
    "[-3:]",
    "$p.u",
    "${p.s}",
    "len(",
    "max(",
    "min(",
    "abs(",
    "vals(",
    "double(",
    "string(",
    "count(",
    "hex(",
    "upper(",
    "ip_ula(",
    "0",
    "1",
    "-1",
    "255",
    "256",
    "18446744073709551615",
    "9223372036854775808",
    "0x10",
    "1.5",
    "nan",
    "inf",
    "\"one\"",
    "\"few\"",
    "\"\"",
    "\"2002-12-31\"",
    "'x'",
    "few",
    "aa:bb",
    "00:11:22:33:44:55",
    "10.0.0.1/8",
    "::1/64",
    "1.3.6.1",
    "true",
    "é",
    "12345678-1234-1234-1234-123456789abc",
];

/// Compiles a text and looks at the places of the diagnostics.
fn compiles_or_explains(text: &str, schema: &Schema) {
    let diagnostics =
        compile(text, schema, &Macros::default()).map_or_else(|errors| errors, |compiled| compiled.warnings);
    for diagnostic in diagnostics {
        let places = diagnostic.labels.iter().map(|label| label.0);
        for place in places.chain(diagnostic.suggestions.iter().map(|suggestion| suggestion.span)) {
            let range = place.start as usize..place.end as usize;
            assert!(text.get(range).is_some(), "{} points outside: {text:?}", diagnostic.code);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_tokens(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..12)) {
        compiles_or_explains(&pieces.join(" "), &schema());
    }

    #[test]
    fn of_tests(
        left in proptest::sample::select(&PIECES[..17]),
        op in proptest::sample::select(&PIECES[17..27]),
        right in proptest::collection::vec(proptest::sample::select(PIECES), 1..4),
    ) {
        compiles_or_explains(&format!("{left} {op} {}", right.join(" ")), &schema());
    }

    #[test]
    fn of_anything(text in ".{0,40}") {
        compiles_or_explains(&text, &schema());
    }
}
