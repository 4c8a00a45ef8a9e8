//! Addresses in headers, RFC 5322 §3.4, as Wireshark splits them: at every comma, and over the end of the header.

use super::{Inside, f};
use crate::proto::{
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// Most items of a list.
const MAX_ITEMS: usize = 1 << 16;

/// Emits what is inside a header; `tvb` holds its value and the end of its line.
pub(super) fn emit<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, inside: Inside) -> Result<(), Stop> {
    match inside {
        Inside::Text | Inside::ContentType => Ok(()),
        Inside::Mailbox => mailbox(cx, tvb),
        Inside::Mailboxes => list(cx, tvb, f::MAILBOX_LIST_ITEM, mailbox),
        Inside::Addresses => list(cx, tvb, f::ADDRESS_LIST_ITEM, address),
    }
}

fn list<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    field: F,
    each: fn(&mut Cx<'f>, Tvb<'f>) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut at = 0;
    for item in tvb.data().split(|byte| *byte == b',').take(MAX_ITEMS) {
        let whole = tvb.rest(at)?.limit(item.len());
        cx.out.item(field, whole, 0, item.len())?;
        each(cx, whole)?;
        at += item.len() + 1;
    }
    Ok(())
}

/// A mailbox, or a group of them with a name.
fn address<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let Some(colon) = memchr::memchr(b':', tvb.data()) else { return mailbox(cx, tvb) };
    let blanks = tvb.captured(colon + 1, tvb.len()).iter().take_while(|byte| **byte == b' ').count();
    cx.out.item(f::DISPLAY_NAME, tvb, 0, colon.saturating_sub(1))?;
    list(cx, tvb.rest(colon + 1 + blanks)?, f::MAILBOX_LIST_ITEM, mailbox)
}

/// An address in angle brackets, behind a name if there is one; or an address alone.
fn mailbox<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let bytes = tvb.data();
    let Some(open) = memchr::memchr(b'<', bytes) else {
        return cx.out.item(f::ADDRESS, tvb, 0, tvb.len());
    };
    let before = bytes.get(..open).unwrap_or_default();
    let name_at = before.len() - before.trim_ascii_start().len();
    // One byte before the bracket is thought to be a blank.
    let name = before.get(name_at..open.saturating_sub(1)).unwrap_or_default();
    if !name.is_empty() {
        cx.out.item(f::DISPLAY_NAME, tvb, name_at, name.len())?;
    }
    match memchr::memchr(b'>', bytes.get(open..).unwrap_or_default()) {
        Some(len) => cx.out.item(f::ADDRESS, tvb, open + 1, len - 1),
        None => Ok(()),
    }
}
