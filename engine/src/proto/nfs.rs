//! Network File System: recognised as an RPC program; of version 3 the attributes that GETATTR returns (RFC 1813 §2.5).

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    rpc::Call,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Nfs =>
    STATUS: "nfs.status", "Status", u32();
    FATTR3_TYPE: "nfs.fattr3.type", "Type", u32();
    FATTR3_NLINK: "nfs.fattr3.nlink", "nlink", u32();
    FATTR3_UID: "nfs.fattr3.uid", "uid", u32();
    FATTR3_GID: "nfs.fattr3.gid", "gid", u32();
    FATTR3_SIZE: "nfs.fattr3.size", "size", u64();
    FATTR3_USED: "nfs.fattr3.used", "used", u64();
    FATTR3_FSID: "nfs.fattr3.fsid", "fsid", u64();
    FATTR3_FILEID: "nfs.fattr3.fileid", "fileid", u64();
}

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
    dissect,
    ..Protocol::DEFAULT
};

/// The call that the reply at hand answers, as RPC found it.
#[derive(Debug, Default)]
pub(super) struct Replies {
    pub(super) answered: Option<Call>,
}

const GETATTR: u32 = 1;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("NFS", || "Network File System".to_owned());
    let answered = cx.state.of::<Replies>(Proto::Nfs).answered.take();
    if answered.is_some_and(|call| call.version == 3 && call.procedure == GETATTR) {
        cx.out.item(f::STATUS, tvb, 0, 4)?;
        if tvb.u32(0)? == 0 {
            attributes(cx, tvb, 4)?;
        }
    }
    Ok(tvb.len())
}

/// `fattr3`.
fn attributes<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let fields = [
        (f::FATTR3_TYPE, 0, 4),
        (f::FATTR3_NLINK, 8, 4),
        (f::FATTR3_UID, 12, 4),
        (f::FATTR3_GID, 16, 4),
        (f::FATTR3_SIZE, 20, 8),
        (f::FATTR3_USED, 28, 8),
        (f::FATTR3_FSID, 44, 8),
        (f::FATTR3_FILEID, 52, 8),
    ];
    fields.into_iter().try_for_each(|(field, offset, len)| cx.out.item(field, tvb, at + offset, len))
}
