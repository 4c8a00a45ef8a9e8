//! Mailslots: messages to a name, in transactions of SMB ([MS-MAIL]).

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    smb,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Mailslot =>
    OPCODE: "mailslot.opcode", "Opcode", u16().values(&OPCODE);
    PRIORITY: "mailslot.priority", "Priority", u16();
    CLASS: "mailslot.class", "Class", u16().values(&CLASS);
    SIZE: "mailslot.size", "Size", u16();
    NAME: "mailslot.name", "Mailslot Name", str();
}

values! {
    OPCODE { 1 => "Write Mail Slot" }
    CLASS { 1 => "Reliable", 2 => "Unreliable & Broadcast" }
}

/// Mailslots.
pub static MAILSLOT: Protocol = Protocol {
    name: "mailslot",
    title: "SMB MailSlot Protocol",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Smb)],
    extent: Extent::Items,
    dissect,
    ..Protocol::DEFAULT
};

/// Names of mailslots begin so.
pub(super) const PREFIX: &str = "\\MAILSLOT\\";

/// Is handed the whole message of SMB: what belongs to it stands in several places.
fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let at = smb::SETUP;
    let name = smb::transaction_name(tvb)?;
    cx.item(Proto::Mailslot, tvb.sub(at, (name.at + name.len).saturating_sub(at))?);
    cx.column("SMB Mailslot", || "Write Mail Slot".to_owned());
    for (i, field) in [f::OPCODE, f::PRIORITY, f::CLASS, f::SIZE].into_iter().enumerate() {
        cx.out.item_le(field, tvb, at + 2 * i, 2)?;
    }
    cx.out.text(f::NAME, tvb, name.at, name.len, &name.text)?;
    let (len, offset) = (usize::from(tvb.u16_le(smb::DATA_COUNT)?), usize::from(tvb.u16_le(smb::DATA_OFFSET)?));
    if len == 0 {
        return Ok(tvb.len());
    }
    let data = tvb.sub(offset, len)?;
    match name.text.get(PREFIX.len()..) {
        Some("BROWSE" | "MSBROWSE") => _ = cx.call(Proto::Browser, data),
        _ => cx.call_data(data),
    }
    Ok(tvb.len())
}
