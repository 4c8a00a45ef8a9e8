//! The `strato` command.

fn main() {}
