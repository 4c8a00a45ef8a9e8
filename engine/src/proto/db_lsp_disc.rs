//! Discovery of Dropbox' LAN sync: JSON in UDP broadcasts. There is no specification; this is what Wireshark shows.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    json,
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::DbLspDisc =>
    TEXT: "db-lsp.text", "Text", str();
}

/// Discovery of LAN sync.
pub static DB_LSP_DISC: Protocol = Protocol {
    name: "db-lsp-disc",
    title: "Dropbox LAN sync Discovery Protocol",
    frame_name: "db-lsp-disc",
    fields: FIELDS,
    parents: &[Parent::UdpPort(17500)],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if tvb.reported_len() == 0 {
        return Ok(0);
    }
    cx.column("DB-LSP-DISC", || "Dropbox LAN sync Discovery Protocol".to_owned());
    if json::looks_valid(tvb.data()) {
        cx.call(Proto::Json, tvb);
    } else {
        cx.out.item(f::TEXT, tvb, 0, tvb.reported_len())?;
    }
    Ok(tvb.reported_len())
}
