//! Link types that are free for private use (`LINKTYPE_USER0` to `LINKTYPE_USER15`): nobody says what they hold.

use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::UserDlt =>
    NOT_HANDLED: "user_dlt.not_handled", "Formatted text", none();
}

/// Private link types.
pub static USER_DLT: Protocol = Protocol {
    name: "user_dlt",
    title: "DLT User",
    frame_name: "user_dlt",
    fields: FIELDS,
    parents: &[
        Parent::LinkType(147),
        Parent::LinkType(148),
        Parent::LinkType(149),
        Parent::LinkType(150),
        Parent::LinkType(151),
        Parent::LinkType(152),
        Parent::LinkType(153),
        Parent::LinkType(154),
        Parent::LinkType(155),
        Parent::LinkType(156),
        Parent::LinkType(157),
        Parent::LinkType(158),
        Parent::LinkType(159),
        Parent::LinkType(160),
        Parent::LinkType(161),
        Parent::LinkType(162),
    ],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let number = cx.frame.link_type;
    let text =
        format!("User encapsulation not handled: DLT={number}, check your Preferences->Protocols->DLT_USER");
    cx.column("DLT", || text.clone());
    cx.out.expert(f::NOT_HANDLED, Severity::Warn, Group::Undecoded, &text);
    cx.call_data(tvb);
    Ok(tvb.len())
}
