//! Version 3, RFC 1813.

use super::{
    attributes::{DTIME, FATTR3, FH3, GUARD, POST_OP, POST_OP_FH, SATTR3, SPECDATA, WCC, access_asked, access_granted, status},
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

/// The results of procedures: those of success, and of failure.
macro_rules! result {
    ($name:ident, $success:expr, $failure:expr) => {
        fn $name<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
            const SUCCESS: &[Xdr] = $success;
            const FAILURE: &[Xdr] = $failure;
            let failed = status(cx, tvb, at, f::STATUS3)? != 0;
            xdr::read(cx, tvb, at + 4, if failed { FAILURE } else { SUCCESS })
        }
    };
}

result!(getattr, FATTR3, &[]);
result!(changed, WCC, WCC);
result!(lookup, &[FH3, POST_OP, POST_OP], &[POST_OP]);
result!(access, &[POST_OP, Xdr::Own(access_granted)], &[POST_OP]);
result!(readlink, &[POST_OP, Xdr::Counted(f::READLINK_DATA)], &[POST_OP]);
result!(
    read,
    &[POST_OP, Xdr::Num(f::COUNT3, 4), Xdr::Num(f::READ_EOF, 4), Xdr::Counted(f::DATA)],
    &[POST_OP]
);
result!(
    write,
    &[Xdr::Own(wcc), Xdr::Num(f::COUNT3, 4), Xdr::Num(f::WRITE_COMMITTED, 4), VERIFIER],
    WCC
);
result!(create, &[POST_OP_FH, POST_OP, Xdr::Own(wcc)], WCC);
result!(rename, &[Xdr::Own(wcc), Xdr::Own(wcc)], &[Xdr::Own(wcc), Xdr::Own(wcc)]);
result!(link, &[POST_OP, Xdr::Own(wcc)], &[POST_OP, Xdr::Own(wcc)]);
result!(
    readdir,
    &[POST_OP, VERIFIER, Xdr::List(VALUE_FOLLOWS, &[Xdr::Item(f::READDIR_ENTRY, ENTRY)]), Xdr::Num(f::READDIR_EOF, 4)],
    &[POST_OP]
);
result!(
    readdirplus,
    &[POST_OP, VERIFIER, Xdr::List(VALUE_FOLLOWS, &[Xdr::Item(f::READDIR_ENTRY, ENTRY_PLUS)]), Xdr::Num(f::READDIR_EOF, 4)],
    &[POST_OP]
);
result!(fsstat, FSSTAT, &[POST_OP]);
result!(fsinfo, FSINFO, &[POST_OP]);
result!(pathconf, PATHCONF, &[POST_OP]);
result!(commit, &[Xdr::Own(wcc), VERIFIER], WCC);

fn wcc<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    xdr::read(cx, tvb, at, WCC)
}

fn sattr<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    xdr::read(cx, tvb, at, SATTR3)
}

const NAME: Xdr = Xdr::Counted(f::NAME);
const SATTR: Xdr = Xdr::Own(sattr);
const VERIFIER: Xdr = Xdr::Fixed(f::VERIFIER, 8);

const ENTRY: &[Xdr] = &[
    Xdr::Num(f::READDIR_ENTRY3_FILEID, 8),
    Xdr::Counted(f::READDIR_ENTRY3_NAME),
    Xdr::Num(f::READDIR_ENTRY3_COOKIE, 8),
];
const ENTRY_PLUS: &[Xdr] = &[
    Xdr::Num(f::READDIRPLUS_ENTRY_FILEID, 8),
    Xdr::Counted(f::READDIRPLUS_ENTRY_NAME),
    Xdr::Num(f::READDIRPLUS_ENTRY_COOKIE, 8),
    POST_OP,
    POST_OP_FH,
];
const FSSTAT: &[Xdr] = &[
    POST_OP,
    Xdr::Num(f::FSSTAT3_RESOK_TBYTES, 8),
    Xdr::Num(f::FSSTAT3_RESOK_FBYTES, 8),
    Xdr::Num(f::FSSTAT3_RESOK_ABYTES, 8),
    Xdr::Num(f::FSSTAT3_RESOK_TFILES, 8),
    Xdr::Num(f::FSSTAT3_RESOK_FFILES, 8),
    Xdr::Num(f::FSSTAT3_RESOK_AFILES, 8),
    Xdr::Num(f::FSSTAT_INVARSEC, 4),
];
const FSINFO: &[Xdr] = &[
    POST_OP,
    Xdr::Num(f::FSINFO_RTMAX, 4),
    Xdr::Num(f::FSINFO_RTPREF, 4),
    Xdr::Num(f::FSINFO_RTMULT, 4),
    Xdr::Num(f::FSINFO_WTMAX, 4),
    Xdr::Num(f::FSINFO_WTPREF, 4),
    Xdr::Num(f::FSINFO_WTMULT, 4),
    Xdr::Num(f::FSINFO_DTPREF, 4),
    Xdr::Num(f::FSINFO_MAXFILESIZE, 8),
    DTIME,
    Xdr::Bits(
        f::FSINFO_PROPERTIES,
        &[
            f::FSINFO_PROPERTIES_SETATTR,
            f::FSINFO_PROPERTIES_PATHCONF,
            f::FSINFO_PROPERTIES_SYMLINKS,
            f::FSINFO_PROPERTIES_HARDLINKS,
        ],
    ),
];
const PATHCONF: &[Xdr] = &[
    POST_OP,
    Xdr::Num(f::PATHCONF_LINKMAX, 4),
    Xdr::Num(f::PATHCONF_NAME_MAX, 4),
    Xdr::Num(f::PATHCONF_NO_TRUNC, 4),
    Xdr::Num(f::PATHCONF_CHOWN_RESTRICTED, 4),
    Xdr::Num(f::PATHCONF_CASE_INSENSITIVE, 4),
    Xdr::Num(f::PATHCONF_CASE_PRESERVING, 4),
];

/// The procedures by number.
pub(super) static PROCEDURES: &[Procedure] = &[
    NULL,
    // GETATTR, SETATTR, LOOKUP, ACCESS, READLINK
    Procedure { call: &[FH3], reply: &[Xdr::Own(getattr)] },
    Procedure { call: &[FH3, SATTR, GUARD], reply: &[Xdr::Own(changed)] },
    Procedure { call: &[FH3, NAME], reply: &[Xdr::Own(lookup)] },
    Procedure { call: &[FH3, Xdr::Own(access_asked)], reply: &[Xdr::Own(access)] },
    Procedure { call: &[FH3], reply: &[Xdr::Own(readlink)] },
    // READ, WRITE
    Procedure { call: &[FH3, Xdr::Num(f::OFFSET3, 8), Xdr::Num(f::COUNT3, 4)], reply: &[Xdr::Own(read)] },
    Procedure {
        call: &[
            FH3,
            Xdr::Num(f::OFFSET3, 8),
            Xdr::Num(f::COUNT3, 4),
            Xdr::Num(f::WRITE_STABLE, 4),
            Xdr::Counted(f::DATA),
        ],
        reply: &[Xdr::Own(write)],
    },
    // CREATE: only an exclusive one has a verifier instead of attributes
    Procedure {
        call: &[FH3, NAME, Xdr::Choice(f::CREATEMODE, &[(2, &[VERIFIER])], &[SATTR])],
        reply: &[Xdr::Own(create)],
    },
    // MKDIR, SYMLINK, MKNOD
    Procedure { call: &[FH3, NAME, SATTR], reply: &[Xdr::Own(create)] },
    Procedure { call: &[FH3, NAME, SATTR, Xdr::Counted(f::SYMLINK_TO)], reply: &[Xdr::Own(create)] },
    Procedure {
        call: &[
            FH3,
            NAME,
            Xdr::Choice(
                f::TYPE,
                &[
                    (3, &[SATTR, SPECDATA_PARTS]),
                    (4, &[SATTR, SPECDATA_PARTS]),
                    (6, &[SATTR]),
                    (7, &[SATTR]),
                ],
                &[],
            ),
        ],
        reply: &[Xdr::Own(create)],
    },
    // REMOVE, RMDIR, RENAME, LINK
    Procedure { call: &[FH3, NAME], reply: &[Xdr::Own(changed)] },
    Procedure { call: &[FH3, NAME], reply: &[Xdr::Own(changed)] },
    Procedure { call: &[FH3, NAME, FH3, NAME], reply: &[Xdr::Own(rename)] },
    Procedure { call: &[FH3, FH3, NAME], reply: &[Xdr::Own(link)] },
    // READDIR, READDIRPLUS
    Procedure {
        call: &[FH3, Xdr::Num(f::COOKIE3, 8), VERIFIER, Xdr::Num(f::COUNT3, 4)],
        reply: &[Xdr::Own(readdir)],
    },
    Procedure {
        call: &[
            FH3,
            Xdr::Num(f::COOKIE3, 8),
            VERIFIER,
            Xdr::Num(f::COUNT3_DIRCOUNT, 4),
            Xdr::Num(f::COUNT3_MAXCOUNT, 4),
        ],
        reply: &[Xdr::Own(readdirplus)],
    },
    // FSSTAT, FSINFO, PATHCONF, COMMIT
    Procedure { call: &[FH3], reply: &[Xdr::Own(fsstat)] },
    Procedure { call: &[FH3], reply: &[Xdr::Own(fsinfo)] },
    Procedure { call: &[FH3], reply: &[Xdr::Own(pathconf)] },
    Procedure { call: &[FH3, Xdr::Num(f::OFFSET3, 8), Xdr::Num(f::COUNT3, 4)], reply: &[Xdr::Own(commit)] },
];

const SPECDATA_PARTS: Xdr = Xdr::Own(specdata);

fn specdata<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    xdr::read(cx, tvb, at, SPECDATA)
}
