//! Network Lock Manager of NFS: X/Open Protocols for Interworking: XNFS, chapter 10.

mod fields;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    nfs,
    rpc::{
        self, Version,
        xdr::{NULL, Procedure, Xdr},
    },
    tvb::{Stop, Tvb},
};

/// The lock manager.
pub static NLM: Protocol = Protocol {
    name: "nlm",
    title: "Network Lock Manager Protocol",
    frame_name: "nlm",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Rpc)],
    extent: Extent::Whole,
    across: &["nlm"],
    stateful: &["nlm"],
    dissect,
    ..Protocol::DEFAULT
};

/// Versions of the program.
pub(super) static VERSIONS: &[Version] = &[
    Version { number: 1, procedure: f::PROCEDURE_V1, procedures: V1 },
    Version { number: 2, procedure: f::PROCEDURE_V2, procedures: V1 },
    Version { number: 3, procedure: f::PROCEDURE_V3, procedures: V1 },
    Version { number: 4, procedure: f::PROCEDURE_V4, procedures: V4 },
];

const COOKIE: Xdr = Xdr::Counted(f::COOKIE);
const BLOCK: Xdr = Xdr::Num(f::BLOCK, 4);
const EXCLUSIVE: Xdr = Xdr::Num(f::EXCLUSIVE, 4);
const FILE: Xdr = Xdr::Own(nfs::handle3);
const RESULT: &[Xdr] = &[COOKIE, Xdr::Num(f::STAT, 4)];
const SHARE: &[Xdr] = &[
    COOKIE,
    Xdr::Item(
        f::SHARE,
        &[
            Xdr::Counted(f::LOCK_CALLER_NAME),
            FILE,
            Xdr::Counted(f::LOCK_OWNER),
            Xdr::Num(f::SHARE_MODE, 4),
            Xdr::Num(f::SHARE_ACCESS, 4),
        ],
    ),
    Xdr::Num(f::RECLAIM, 4),
];
const SHARED: &[Xdr] = &[COOKIE, Xdr::Num(f::STAT, 4), Xdr::Num(f::SEQUENCE, 4)];

/// The procedures of a version whose offsets and lengths are so wide.
macro_rules! procedures {
    ($name:ident, $offset:expr, $length:expr) => {
        static $name: &[Procedure] = {
            const LOCK: Xdr = Xdr::Item(
                f::LOCK,
                &[
                    Xdr::Counted(f::LOCK_CALLER_NAME),
                    FILE,
                    Xdr::Counted(f::LOCK_OWNER),
                    Xdr::Num(f::LOCK_SVID, 4),
                    $offset,
                    $length,
                ],
            );
            const HOLDER: Xdr = Xdr::Item(
                f::HOLDER,
                &[EXCLUSIVE, Xdr::Num(f::LOCK_SVID, 4), Xdr::Counted(f::LOCK_OWNER), $offset, $length],
            );
            const TEST: &[Xdr] = &[COOKIE, EXCLUSIVE, LOCK];
            const TESTED: &[Xdr] = &[COOKIE, Xdr::Choice(f::TEST_STAT_STAT, &[(1, &[HOLDER])], &[])];
            const LOCKED: &[Xdr] = &[COOKIE, BLOCK, EXCLUSIVE, LOCK, Xdr::Num(f::RECLAIM, 4), Xdr::Num(f::STATE, 4)];
            const CANCEL: &[Xdr] = &[COOKIE, BLOCK, EXCLUSIVE, LOCK];
            const UNLOCK: &[Xdr] = &[COOKIE, LOCK];
            &[
                NULL,
                // TEST, LOCK, CANCEL, UNLOCK, GRANTED
                Procedure { call: TEST, reply: TESTED },
                Procedure { call: LOCKED, reply: RESULT },
                Procedure { call: CANCEL, reply: RESULT },
                Procedure { call: UNLOCK, reply: RESULT },
                Procedure { call: TEST, reply: RESULT },
                // the same as messages, whose results are messages, too
                Procedure { call: TEST, reply: &[] },
                Procedure { call: LOCKED, reply: &[] },
                Procedure { call: CANCEL, reply: &[] },
                Procedure { call: UNLOCK, reply: &[] },
                Procedure { call: TEST, reply: &[] },
                Procedure { call: TESTED, reply: &[] },
                Procedure { call: RESULT, reply: &[] },
                Procedure { call: RESULT, reply: &[] },
                Procedure { call: RESULT, reply: &[] },
                Procedure { call: RESULT, reply: &[] },
                NULL,
                NULL,
                NULL,
                NULL,
                // SHARE, UNSHARE, NM_LOCK, FREE_ALL
                Procedure { call: SHARE, reply: SHARED },
                Procedure { call: SHARE, reply: SHARED },
                Procedure { call: LOCKED, reply: RESULT },
                Procedure { call: &[Xdr::Counted(f::SHARE_NAME), Xdr::Num(f::STATE, 4)], reply: &[] },
            ]
        };
    };
}

procedures!(V1, Xdr::Num(f::LOCK_L_OFFSET, 4), Xdr::Num(f::LOCK_L_LEN, 4));
procedures!(V4, Xdr::Num(f::LOCK_L_OFFSET64, 8), Xdr::Num(f::LOCK_L_LEN64, 8));

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("NLM", || "Network Lock Manager Protocol".to_owned());
    rpc::program(cx, tvb, VERSIONS)
}
