//! `_ws.type_length`: numbers of a length that their type cannot have.

use super::{Protocol, dissect::Cx, out::{Group, Severity}};

fields! { super::super::Proto::TypeLength =>
    MISMATCH: "_ws.type_length.mismatch", "Trying to fetch X with length Y", none();
}

/// Numbers of a wrong length.
pub static TYPE_LENGTH: Protocol = Protocol {
    name: "_ws.type_length",
    title: "Type Length Mismatch",
    fields: FIELDS,
    whole_frame: &["_ws.type_length", "_ws.type_length.mismatch"],
    ..Protocol::DEFAULT
};

/// Notes that `len` bytes were to be read as `what` integer ("an unsigned").
pub(super) fn mismatch(cx: &mut Cx<'_>, severity: Severity, what: &str, len: usize) {
    let text = format!("Trying to fetch {what} integer with length {len}");
    cx.out.expert(f::MISMATCH, severity, Group::Malformed, &text);
}
