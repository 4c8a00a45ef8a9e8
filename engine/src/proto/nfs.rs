//! Network File System, versions 2 (RFC 1094) and 3 (RFC 1813); of version 4 the procedure only.

mod attributes;
mod fields;
mod v2;
mod v3;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    rpc::{self, Version},
    tvb::{Stop, Tvb},
};

/// NFS.
pub static NFS: Protocol = Protocol {
    name: "nfs",
    title: "Network File System",
    frame_name: "nfs",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Rpc)],
    extent: Extent::Whole,
    across: &["nfs"],
    stateful: &["nfs"],
    // They emit its handles, too.
    needs: &[Proto::Mount, Proto::Nlm],
    dissect,
    ..Protocol::DEFAULT
};

pub(super) use self::attributes::{handle2, handle3};

/// Versions of the program.
pub(super) static VERSIONS: &[Version] = &[
    Version { number: 2, procedure: f::PROCEDURE_V2, procedures: v2::PROCEDURES },
    Version { number: 3, procedure: f::PROCEDURE_V3, procedures: v3::PROCEDURES },
    Version { number: 4, procedure: f::PROCEDURE_V4, procedures: &[] },
];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("NFS", || "Network File System".to_owned());
    rpc::program(cx, tvb, VERSIONS)
}
