//! Version 2, RFC 1094.

use super::{
    attributes::{FATTR2, FH2, SATTR2, status},
    fields::f,
};
use crate::proto::{
    dissect::Cx,
    rpc::{
        VALUE_FOLLOWS,
        xdr::{self, NULL, Procedure, Xdr},
    },
    tvb::{Stop, Tvb},
};

/// The results of procedures that may fail: those of success only.
macro_rules! result {
    ($name:ident, $parts:expr) => {
        fn $name<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
            const PARTS: &[Xdr] = $parts;
            if status(cx, tvb, at, f::STATUS2)? == 0 { xdr::read(cx, tvb, at + 4, PARTS) } else { Ok(at + 4) }
        }
    };
}

result!(nothing, &[]);
result!(attributes, FATTR2);
result!(directory, &[FH2, SEQUENCE_FATTR]);
result!(readlink, &[Xdr::Counted(f::READLINK_DATA)]);
result!(read, &[SEQUENCE_FATTR, Xdr::Counted(f::DATA)]);
result!(readdir, &[Xdr::List(VALUE_FOLLOWS, &[Xdr::Item(f::READDIR_ENTRY, ENTRY)]), Xdr::Num(f::READDIR_EOF, 4)]);
result!(statfs, STATFS);

const SEQUENCE_FATTR: Xdr = Xdr::Own(fattr);

fn fattr<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    xdr::read(cx, tvb, at, FATTR2)
}

fn sattr<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    xdr::read(cx, tvb, at, SATTR2)
}

const NAME: Xdr = Xdr::Counted(f::NAME);
const SATTR: Xdr = Xdr::Own(sattr);

const ENTRY: &[Xdr] =
    &[Xdr::Num(f::READDIR_ENTRY_FILEID, 4), Xdr::Counted(f::READDIR_ENTRY_NAME), Xdr::Num(f::READDIR_ENTRY_COOKIE, 4)];

const STATFS: &[Xdr] = &[
    Xdr::Num(f::STATFS_TSIZE, 4),
    Xdr::Num(f::STATFS_BSIZE, 4),
    Xdr::Num(f::STATFS_BLOCKS, 4),
    Xdr::Num(f::STATFS_BFREE, 4),
    Xdr::Num(f::STATFS_BAVAIL, 4),
];

/// The procedures by number.
pub(super) static PROCEDURES: &[Procedure] = &[
    NULL,
    // GETATTR, SETATTR, ROOT
    Procedure { call: &[FH2], reply: &[Xdr::Own(attributes)] },
    Procedure { call: &[FH2, SATTR], reply: &[Xdr::Own(attributes)] },
    NULL,
    // LOOKUP, READLINK
    Procedure { call: &[FH2, NAME], reply: &[Xdr::Own(directory)] },
    Procedure { call: &[FH2], reply: &[Xdr::Own(readlink)] },
    // READ, WRITECACHE, WRITE
    Procedure {
        call: &[FH2, Xdr::Num(f::READ_OFFSET, 4), Xdr::Num(f::READ_COUNT, 4), Xdr::Num(f::READ_TOTALCOUNT, 4)],
        reply: &[Xdr::Own(read)],
    },
    NULL,
    Procedure {
        call: &[
            FH2,
            Xdr::Num(f::WRITE_BEGINOFFSET, 4),
            Xdr::Num(f::WRITE_OFFSET, 4),
            Xdr::Num(f::WRITE_TOTALCOUNT, 4),
            Xdr::Counted(f::DATA),
        ],
        reply: &[Xdr::Own(attributes)],
    },
    // CREATE, REMOVE, RENAME, LINK, SYMLINK
    Procedure { call: &[FH2, NAME, SATTR], reply: &[Xdr::Own(directory)] },
    Procedure { call: &[FH2, NAME], reply: &[Xdr::Own(nothing)] },
    Procedure { call: &[FH2, NAME, FH2, NAME], reply: &[Xdr::Own(nothing)] },
    Procedure { call: &[FH2, FH2, NAME], reply: &[Xdr::Own(nothing)] },
    Procedure { call: &[FH2, NAME, Xdr::Counted(f::SYMLINK_TO), SATTR], reply: &[Xdr::Own(nothing)] },
    // MKDIR, RMDIR, READDIR, STATFS
    Procedure { call: &[FH2, NAME, SATTR], reply: &[Xdr::Own(directory)] },
    Procedure { call: &[FH2, NAME], reply: &[Xdr::Own(nothing)] },
    Procedure {
        call: &[FH2, Xdr::Num(f::READDIR_COOKIE, 4), Xdr::Num(f::READDIR_COUNT, 4)],
        reply: &[Xdr::Own(readdir)],
    },
    Procedure { call: &[FH2], reply: &[Xdr::Own(statfs)] },
];
