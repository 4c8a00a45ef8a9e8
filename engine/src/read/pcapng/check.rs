//! Blocks whose inner lengths must hold, or nothing after them can be trusted.

use super::{block, body::Body};
use crate::error::Damage;

/// The section header: version, and options.
pub(super) fn section(body: Body<'_>) -> Result<(), Damage> {
    body.fixed_u32(block::SECTION, 16, 0)?;
    match (body.u16(4), body.u16(6)) {
        // 1.2 was written by mistake for a while and means 1.0.
        (Some(1), Some(0 | 2)) => options(block::SECTION, body, 16),
        (major, minor) => {
            let (major, minor) = (major.unwrap_or_default(), minor.unwrap_or_default());
            Err(Damage::Version { format: "pcapng", major, minor })
        }
    }
}

/// Options from `at` to the end of the body.
#[inline]
pub(super) fn options(block_type: u32, body: Body<'_>, mut at: usize) -> Result<(), Damage> {
    while let (Some(code), Some(len)) = (body.u16(at), body.u16(at.saturating_add(2))) {
        if code == 0 {
            break;
        }
        at = at.saturating_add(4).saturating_add(usize::from(len));
        if at > body.len() {
            return Err(Damage::Overrun { block_type, what: "an option" });
        }
        at = at.next_multiple_of(4);
    }
    Ok(())
}

/// Name records, then options.
pub(super) fn names(body: Body<'_>) -> Result<(), Damage> {
    let mut at = 0_usize;
    while let (Some(kind), Some(len)) = (body.u16(at), body.u16(at.saturating_add(2))) {
        at = at.saturating_add(4);
        if kind == 0 {
            return options(block::NAMES, body, at);
        }
        at = at.saturating_add(usize::from(len));
        if at > body.len() {
            return Err(Damage::Overrun { block_type: block::NAMES, what: "a name" });
        }
        at = at.next_multiple_of(4);
    }
    Ok(())
}

/// Secrets and their length.
pub(super) fn secrets(body: Body<'_>) -> Result<(), Damage> {
    let len = body.fixed_u32(block::SECRETS, 8, 4)?;
    let end = 8_usize.saturating_add(len as usize);
    if end > body.len() {
        return Err(Damage::Overrun { block_type: block::SECRETS, what: "secrets" });
    }
    options(block::SECRETS, body, end.next_multiple_of(4))
}
