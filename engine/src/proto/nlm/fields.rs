//! Fields of the network lock manager.

fields! { crate::proto::Proto::Nlm =>
    PROCEDURE_V1: "nlm.procedure_v1", "V1 Procedure", u32().values(&PROCEDURE_V1);
    PROCEDURE_V2: "nlm.procedure_v2", "V2 Procedure", u32().values(&PROCEDURE_V2);
    PROCEDURE_V3: "nlm.procedure_v3", "V3 Procedure", u32().values(&PROCEDURE_V3);
    PROCEDURE_V4: "nlm.procedure_v4", "V4 Procedure", u32().values(&PROCEDURE_V4);
    COOKIE: "nlm.cookie", "cookie", bytes();
    BLOCK: "nlm.block", "block", bool().words("Yes", "No");
    EXCLUSIVE: "nlm.exclusive", "exclusive", bool().words("Yes", "No");
    LOCK: "nlm.lock", "lock", none();
    LOCK_CALLER_NAME: "nlm.lock.caller_name", "caller_name", str();
    LOCK_OWNER: "nlm.lock.owner", "owner", bytes();
    LOCK_SVID: "nlm.lock.svid", "svid", u32();
    LOCK_L_OFFSET64: "nlm.lock.l_offset64", "l_offset", u64();
    LOCK_L_OFFSET: "nlm.lock.l_offset", "l_offset", u32();
    LOCK_L_LEN64: "nlm.lock.l_len64", "l_len", u64();
    LOCK_L_LEN: "nlm.lock.l_len", "l_len", u32();
    RECLAIM: "nlm.reclaim", "reclaim", bool().words("Yes", "No");
    STATE: "nlm.state", "state", u32();
    STAT: "nlm.stat", "stat", u32().values(&STAT);
    TEST_STAT: "nlm.test_stat", "test_stat", none();
    TEST_STAT_STAT: "nlm.test_stat.stat", "stat", u32().values(&TEST_STAT_STAT);
    HOLDER: "nlm.holder", "holder", none();
    SHARE: "nlm.share", "share", none();
    SHARE_MODE: "nlm.share.mode", "mode", u32().values(&SHARE_MODE);
    SHARE_ACCESS: "nlm.share.access", "access", u32().values(&SHARE_ACCESS);
    SHARE_NAME: "nlm.share.name", "name", str();
    SEQUENCE: "nlm.sequence", "sequence", i32();
    MSG_IN: "nlm.msg_in", "Request MSG in", u32();
    RES_IN: "nlm.res_in", "Reply RES in", u32();
    TIME: "nlm.time", "Time from request", rel_time();
}

values! {
    PROCEDURE_V1 {
        0 => "NULL", 1 => "TEST", 2 => "LOCK", 3 => "CANCEL", 4 => "UNLOCK", 5 => "GRANTED", 6 => "TEST_MSG",
        7 => "LOCK_MSG", 8 => "CANCEL_MSG", 9 => "UNLOCK_MSG", 10 => "GRANTED_MSG", 11 => "TEST_RES",
        12 => "LOCK_RES", 13 => "CANCEL_RES", 14 => "UNLOCK_RES", 15 => "GRANTED_RES",
    }
    PROCEDURE_V2 {
        0 => "NULL", 1 => "TEST", 2 => "LOCK", 3 => "CANCEL", 4 => "UNLOCK", 5 => "GRANTED", 6 => "TEST_MSG",
        7 => "LOCK_MSG", 8 => "CANCEL_MSG", 9 => "UNLOCK_MSG", 10 => "GRANTED_MSG", 11 => "TEST_RES",
        12 => "LOCK_RES", 13 => "CANCEL_RES", 14 => "UNLOCK_RES", 15 => "GRANTED_RES",
    }
    PROCEDURE_V3 {
        0 => "NULL", 1 => "TEST", 2 => "LOCK", 3 => "CANCEL", 4 => "UNLOCK", 5 => "GRANTED", 6 => "TEST_MSG",
        7 => "LOCK_MSG", 8 => "CANCEL_MSG", 9 => "UNLOCK_MSG", 10 => "GRANTED_MSG", 11 => "TEST_RES",
        12 => "LOCK_RES", 13 => "CANCEL_RES", 14 => "UNLOCK_RES", 15 => "GRANTED_RES", 20 => "SHARE", 21 => "UNSHARE",
        22 => "NM_LOCK", 23 => "FREE_ALL",
    }
    PROCEDURE_V4 {
        0 => "NULL", 1 => "TEST", 2 => "LOCK", 3 => "CANCEL", 4 => "UNLOCK", 5 => "GRANTED", 6 => "TEST_MSG",
        7 => "LOCK_MSG", 8 => "CANCEL_MSG", 9 => "UNLOCK_MSG", 10 => "GRANTED_MSG", 11 => "TEST_RES",
        12 => "LOCK_RES", 13 => "CANCEL_RES", 14 => "UNLOCK_RES", 15 => "GRANTED_RES", 20 => "SHARE", 21 => "UNSHARE",
        22 => "NM_LOCK", 23 => "FREE_ALL",
    }
    STAT {
        0 => "NLM_GRANTED", 1 => "NLM_DENIED", 2 => "NLM_DENIED_NOLOCKS", 3 => "NLM_BLOCKED",
        4 => "NLM_DENIED_GRACE_PERIOD", 5 => "NLM_DEADLCK", 6 => "NLM_ROFS", 7 => "NLM_STALE_FH", 8 => "NLM_BIG",
        9 => "NLM_FAILED",
    }
    TEST_STAT_STAT {
        0 => "NLM_GRANTED", 1 => "NLM_DENIED", 2 => "NLM_DENIED_NOLOCKS", 3 => "NLM_BLOCKED",
        4 => "NLM_DENIED_GRACE_PERIOD", 5 => "NLM_DEADLCK", 6 => "NLM_ROFS", 7 => "NLM_STALE_FH", 8 => "NLM_BIG",
        9 => "NLM_FAILED",
    }
    SHARE_MODE {
        0 => "deny none", 1 => "deny read", 2 => "deny write", 3 => "deny read/write",
    }
    SHARE_ACCESS {
        0 => "no access", 1 => "read-only", 2 => "write-only", 3 => "read/write",
    }
}
