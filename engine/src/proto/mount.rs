//! The mount protocol of NFS, RFC 1094 appendix A and RFC 1813 §5.

mod fields;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    nfs,
    rpc::{
        self, VALUE_FOLLOWS, Version,
        xdr::{self, NULL, Procedure, Xdr},
    },
    tvb::{Stop, Tvb},
};

/// The mount service.
pub static MOUNT: Protocol = Protocol {
    name: "mount",
    title: "Mount Service",
    frame_name: "mount",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Rpc)],
    extent: Extent::Whole,
    across: &["mount"],
    stateful: &["mount"],
    dissect,
    ..Protocol::DEFAULT
};

/// Versions of the program.
pub(super) static VERSIONS: &[Version] = &[
    Version { number: 1, procedure: f::PROCEDURE_V1, procedures: V1 },
    Version { number: 2, procedure: f::PROCEDURE_V2, procedures: V1 },
    Version { number: 3, procedure: f::PROCEDURE_V3, procedures: V3 },
];

const PATH: &[Xdr] = &[Xdr::Counted(f::PATH)];
const DUMP: &[Xdr] = &[Xdr::List(
    VALUE_FOLLOWS,
    &[Xdr::Item(f::DUMP_ENTRY, &[Xdr::Counted(f::DUMP_HOSTNAME), Xdr::Counted(f::DUMP_DIRECTORY)])],
)];
const EXPORT: &[Xdr] = &[Xdr::List(
    VALUE_FOLLOWS,
    &[Xdr::Item(f::EXPORT_ENTRY, &[Xdr::Counted(f::EXPORT_DIRECTORY), Xdr::Own(groups)])],
)];

static V1: &[Procedure] = &[
    NULL,
    // MNT, DUMP, UMNT, UMNTALL, EXPORT, EXPORTALL, PATHCONF
    Procedure { call: PATH, reply: &[Xdr::Choice(f::STATUS, &[(0, &[Xdr::Own(nfs::handle2)])], &[])] },
    Procedure { call: &[], reply: DUMP },
    Procedure { call: PATH, reply: &[] },
    NULL,
    Procedure { call: &[], reply: EXPORT },
    Procedure { call: &[], reply: EXPORT },
    Procedure { call: PATH, reply: &[] },
];

const FLAVORS: Xdr = Xdr::Array(f::FLAVORS, &[Xdr::Num(f::FLAVOR, 4)]);

static V3: &[Procedure] = &[
    NULL,
    // MNT, DUMP, UMNT, UMNTALL, EXPORT
    Procedure { call: PATH, reply: &[Xdr::Choice(f::STATUS, &[(0, &[Xdr::Own(nfs::handle3), FLAVORS])], &[])] },
    Procedure { call: &[], reply: DUMP },
    Procedure { call: PATH, reply: &[] },
    NULL,
    Procedure { call: &[], reply: EXPORT },
];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("MOUNT", || "Mount Service".to_owned());
    rpc::program(cx, tvb, VERSIONS)
}

/// Groups that may mount a directory: a list whose flags no field shows.
fn groups<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, start: usize) -> Result<usize, Stop> {
    let mut at = start;
    while tvb.u32(at)? == 1 {
        at = xdr::counted(cx, tvb, at + 4, f::EXPORT_GROUP)?;
    }
    cx.out.label(f::EXPORT_GROUPS, tvb, start, at - start);
    Ok(at + 4)
}
