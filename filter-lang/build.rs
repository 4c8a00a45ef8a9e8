//! Generates the parser from `grammar/filter.lalrpop`.

fn main() {}
