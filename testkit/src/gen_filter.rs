//! Random filters over the schema of [`crate::gen_frame`], as their text, so that every stage is run.

use proptest::prelude::*;

/// Tests that a field of each type allows, with the values that frames have.
const LEAVES: &[&str] = &[
    "p",
    "p#2",
    "p.label",
    "p.u",
    "p.u == 1",
    "p.u != 2",
    "p.u === 3",
    "p.u !== 1",
    "p.u > 2",
    "p.u >= p.w",
    "all p.u < 3",
    "any p.u <= 1",
    "p.u in {1, 2..3}",
    "p.u not in {0..2}",
    "all p.u in {0, 1, 9}",
    "p.u == 9",
    "p.u == 2",
    "p.u != 1",
    "p.u & 1",
    "p.u & 3 == 2",
    "p.u + 1 == 3",
    "p.u * 2 < p.w - 1",
    "p.w / 2 == 1",
    "p.w % 2 == 1",
    "p.u#1 == 1",
    "p.u#[-1] in {2, 3}",
    "@p.u == 00:01",
    "1 < p.u < 9",
    "p.w == 3",
    "p.w in {p.u, 9}",
    "p.w in {p.u .. 9}",
    "max(p.u, p.w) > 2",
    "min(p.w) == 0",
    "count(p.u) > 1",
    "string(p.w) contains \"9\"",
    "p.i",
    "p.i < 0",
    "p.i == -1",
    "-p.i == 1",
    "abs(p.i) == 2",
    "p.i in {-2..0}",
    "p.i == 3 or p.i == -2",
    "p.named == \"few\"",
    "p.named != \"one\"",
    "p.named in {\"few\", \"nine\"}",
    "p.named not in {\"few\", 1}",
    "vals(p.named) contains \"n\"",
    "p.named == 9",
    "p.flag",
    "p.flag == 1",
    "p.flag == False",
    "p.text == \"ab\"",
    "p.text != \"a\"",
    "p.text contains \"b\"",
    "p.text matches \"^a\"",
    "p.text matches \"(?-i)^A.c$\"",
    "all p.text matches \"a\"",
    "p.text in {\"a\", \"few\"}",
    "p.text[0] == \"a\"",
    "p.text[1:]",
    "len(p.text) > 1",
    "upper(p.text) == \"AB\"",
    "p.text == \"a\" or p.text == \"Abc\"",
    "p.bytes == 01:02",
    "p.bytes[0] == 1",
    "p.bytes[1:2] == 02:03",
    "p.bytes[-1] > 2",
    "p.bytes contains 02",
    "p.bytes & 01:00",
    "len(p.bytes) == 0",
    "p.mac == 00:01:02:03:04:05",
    "p.mac[0:3] != 00:01:02",
    "p.mac > p.bytes",
    "p.v4 == 10.0.0.0/8",
    "p.v4 != 10.0.0.1",
    "p.v4 in {10.0.0.2, 11.0.0.0/8}",
    "p.v4 & 255.0.0.0 == 10.0.0.0",
    "p.v4 == 10.0.0.1 or p.v4 == 10.0.0.2",
    "p.v6 == ::1",
    "p.v6 not in {::2}",
    "p.float > 0.5",
    "p.float * 2.0 == 5.0",
    "p.float == 0.0",
    "p.span >= 0",
    "p.span == 1.5",
    "-p.span > 0",
    "p contains 02:03",
    "p[0:2] == 01:02",
];

/// A filter of up to some twenty tests.
pub fn filter() -> impl Strategy<Value = String> {
    let leaf = proptest::sample::select(LEAVES).prop_map(|leaf| {
        // `or` within a leaf is one test for whoever puts it together.
        if leaf.contains(" or ") { format!("({leaf})") } else { leaf.to_owned() }
    });
    leaf.prop_recursive(5, 20, 4, |inner| {
        let list = |word: &'static str| {
            let parts = prop::collection::vec(inner.clone(), 2..5);
            parts.prop_map(move |parts| format!("({})", parts.join(word)))
        };
        prop_oneof![
            3 => list(" and "),
            3 => list(" or "),
            1 => list(" xor "),
            2 => inner.clone().prop_map(|part| format!("not ({part})")),
        ]
    })
}
