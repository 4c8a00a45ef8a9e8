//! Handles and attributes of files, which both versions of NFS have in nearly every message.

use strato_filter_lang::value::Value;

use super::fields::f;
use crate::proto::{
    Proto,
    dissect::Cx,
    out::F,
    rpc::{
        self,
        xdr::{
            self,
            Fraction::{Micro, Nano},
            Xdr,
        },
    },
    tvb::{Stop, Tvb},
};

const HANDLE2: usize = 32;

/// A handle of version 2.
pub(in crate::proto) fn handle2<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    handle(cx, tvb, at, HANDLE2)
}

/// A handle of version 3: its length is said.
pub(in crate::proto) fn handle3<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = usize::try_from(cx.out.uint(f::FH_LENGTH, tvb, at, 4)?).unwrap_or(usize::MAX);
    let end = handle(cx, tvb, at + 4, len)?;
    Ok(end.next_multiple_of(4))
}

fn handle<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize) -> Result<usize, Stop> {
    let bytes = tvb.bytes(at, len)?;
    if len > 0 {
        if cx.out.wants(f::FH_HASH) {
            cx.out.number(f::FH_HASH, tvb, at, len, crc32(bytes).into())?;
        }
        cx.out.item(f::FHANDLE, tvb, at, len)?;
    }
    Ok(at + len)
}

/// CRC-32 of IEEE 802.3.
fn crc32(bytes: &[u8]) -> u32 {
    let shift = |crc: u32| crc >> 1 ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| shift(crc)))
}

/// The status of a reply, also as `nfs.status`.
pub(super) fn status<'f>(
    cx: &mut Cx<'f>,
    tvb: Tvb<'f>,
    at: usize,
    field: F,
) -> Result<u32, Stop> {
    cx.out.item(field, tvb, at, 4)?;
    cx.out.item(f::STATUS, tvb, at, 4)?;
    tvb.u32(at)
}

/// ACCESS3args: the rights that are asked for.
pub(super) fn access_asked<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let asked = cx.out.uint(f::ACCESS_CHECK, tvb, at, 4)?;
    cx.state.of::<rpc::State>(Proto::Rpc).keep(asked as u32);
    access_bits(cx, tvb, at, asked as u32)
}

/// ACCESS3resok: of those, the ones that are granted.
pub(super) fn access_granted<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.item(f::ACCESS_RIGHTS, tvb, at, 4)?;
    let asked = cx.state.of::<rpc::State>(Proto::Rpc).call().map_or(0, |call| call.note);
    access_bits(cx, tvb, at, asked)
}

fn access_bits<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, asked: u32) -> Result<usize, Stop> {
    let bits = [
        (f::ACCESS_READ, 1),
        (f::ACCESS_LOOKUP, 2),
        (f::ACCESS_MODIFY, 4),
        (f::ACCESS_EXTEND, 8),
        (f::ACCESS_DELETE, 16),
        (f::ACCESS_EXECUTE, 32),
    ];
    for (field, _) in bits.into_iter().filter(|(_, bit)| asked & bit != 0) {
        cx.out.item(field, tvb, at, 4)?;
    }
    Ok(at + 4)
}

/// `fhandle`.
pub(super) const FH2: Xdr = Xdr::Own(handle2);
/// `nfs_fh3`.
pub(super) const FH3: Xdr = Xdr::Own(handle3);

const MODE2: Xdr = Xdr::Bits(
    f::MODE,
    &[
        f::MODE_NAME,
        f::MODE_SET_USER_ID,
        f::MODE_SET_GROUP_ID,
        f::MODE_SAVE_SWAP_TEXT,
        f::MODE_READ_OWNER,
        f::MODE_WRITE_OWNER,
        f::MODE_EXEC_OWNER,
        f::MODE_READ_GROUP,
        f::MODE_WRITE_GROUP,
        f::MODE_EXEC_GROUP,
        f::MODE_READ_OTHER,
        f::MODE_WRITE_OTHER,
        f::MODE_EXEC_OTHER,
    ],
);
const MODE3: Xdr = Xdr::Bits(
    f::MODE3,
    &[
        f::MODE3_SUID,
        f::MODE3_SGID,
        f::MODE3_STICKY,
        f::MODE3_RUSR,
        f::MODE3_WUSR,
        f::MODE3_XUSR,
        f::MODE3_RGRP,
        f::MODE3_WGRP,
        f::MODE3_XGRP,
        f::MODE3_ROTH,
        f::MODE3_WOTH,
        f::MODE3_XOTH,
    ],
);
const ATIME2: Xdr = Xdr::Time(f::ATIME, f::ATIME_SEC, f::ATIME_USEC, Micro);
const MTIME2: Xdr = Xdr::Time(f::MTIME, f::MTIME_SEC, f::MTIME_USEC, Micro);
const CTIME2: Xdr = Xdr::Time(f::CTIME, f::CTIME_SEC, f::CTIME_USEC, Micro);
const ATIME3: Xdr = Xdr::Time(f::ATIME, f::ATIME_SEC, f::ATIME_NSEC, Nano);
const MTIME3: Xdr = Xdr::Time(f::MTIME, f::MTIME_SEC, f::MTIME_NSEC, Nano);
const CTIME3: Xdr = Xdr::Time(f::CTIME, f::CTIME_SEC, f::CTIME_NSEC, Nano);
/// The step of a server's times.
pub(super) const DTIME: Xdr = Xdr::Time(f::DTIME, f::DTIME_SEC, f::DTIME_NSEC, Nano);

/// `fattr`.
pub(super) const FATTR2: &[Xdr] = &[
    Xdr::Num(f::FTYPE, 4),
    MODE2,
    Xdr::Num(f::FATTR_NLINK, 4),
    Xdr::Num(f::FATTR_UID, 4),
    Xdr::Num(f::FATTR_GID, 4),
    Xdr::Num(f::FATTR_SIZE, 4),
    Xdr::Num(f::FATTR_BLOCKSIZE, 4),
    Xdr::Num(f::FATTR_RDEV, 4),
    Xdr::Num(f::FATTR_BLOCKS, 4),
    Xdr::Num(f::FATTR_FSID, 4),
    Xdr::Num(f::FATTR_FILEID, 4),
    ATIME2,
    MTIME2,
    CTIME2,
];

/// `sattr`: all ones leave a mode or time as it is.
pub(super) const SATTR2: &[Xdr] = &[
    Xdr::Own(mode_or_none),
    Xdr::Num(f::FATTR_UID, 4),
    Xdr::Num(f::FATTR_GID, 4),
    Xdr::Num(f::FATTR_SIZE, 4),
    Xdr::Own(atime_or_none),
    Xdr::Own(mtime_or_none),
];

fn mode_or_none<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let parts = if tvb.u32(at)? == u32::MAX { Xdr::Num(f::MODE, 4) } else { MODE2 };
    xdr::read(cx, tvb, at, &[parts])
}

fn atime_or_none<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    time_or_none(cx, tvb, at, f::ATIME, ATIME2)
}

fn mtime_or_none<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    time_or_none(cx, tvb, at, f::MTIME, MTIME2)
}

fn time_or_none<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, field: F, parts: Xdr) -> Result<usize, Stop> {
    let seconds = tvb.u32(at)?;
    if seconds != u32::MAX {
        return xdr::read(cx, tvb, at, &[parts]);
    }
    let raw = tvb.bytes(at, 8)?;
    cx.out.add(field, raw, Value::Time(i128::from(seconds) * 1_000_000_000));
    Ok(at + 8)
}

/// `fattr3`.
pub(super) const FATTR3: &[Xdr] = &[
    Xdr::Num(f::FATTR3_TYPE, 4),
    MODE3,
    Xdr::Num(f::FATTR3_NLINK, 4),
    Xdr::Num(f::FATTR3_UID, 4),
    Xdr::Num(f::FATTR3_GID, 4),
    Xdr::Num(f::FATTR3_SIZE, 8),
    Xdr::Num(f::FATTR3_USED, 8),
    Xdr::Num(f::SPECDATA1, 4),
    Xdr::Num(f::SPECDATA2, 4),
    Xdr::Num(f::FATTR3_FSID, 8),
    Xdr::Num(f::FATTR3_FILEID, 8),
    ATIME3,
    MTIME3,
    CTIME3,
];

/// `post_op_attr`.
pub(super) const POST_OP: Xdr = Xdr::Optional(f::ATTRIBUTES_FOLLOW, FATTR3);
/// `post_op_fh3`.
pub(super) const POST_OP_FH: Xdr = Xdr::Optional(f::HANDLE_FOLLOW, &[FH3]);
/// `wcc_data`: some attributes before, all after.
pub(super) const WCC: &[Xdr] =
    &[Xdr::Optional(f::ATTRIBUTES_FOLLOW, &[Xdr::Num(f::WCC_ATTR_SIZE, 8), MTIME3, CTIME3]), POST_OP];

/// `sattr3`: what is to be set; times may be those of the server.
pub(super) const SATTR3: &[Xdr] = &[
    Xdr::Optional(f::SET_IT, &[MODE3]),
    Xdr::Optional(f::SET_IT, &[Xdr::Num(f::UID3, 4)]),
    Xdr::Optional(f::SET_IT, &[Xdr::Num(f::GID3, 4)]),
    Xdr::Optional(f::SET_IT, &[Xdr::Num(f::SET_SIZE, 8)]),
    Xdr::Choice(f::SET_IT, &[(2, &[ATIME3])], &[]),
    Xdr::Choice(f::SET_IT, &[(2, &[MTIME3])], &[]),
];

/// The time that a file must have to be changed.
pub(super) const GUARD: Xdr = Xdr::Optional(f::SATTRGUARD3, &[CTIME3]);
/// `specdata3`.
pub(super) const SPECDATA: &[Xdr] = &[Xdr::Num(f::SPECDATA1, 4), Xdr::Num(f::SPECDATA2, 4)];

#[cfg(test)]
mod tests {
    #[test]
    fn crc_of_the_check_string() {
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}
