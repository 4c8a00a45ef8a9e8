//! Fields of ONC RPC.

use strato_filter_lang::schema::Display::HexDec;

fields! { crate::proto::Proto::Rpc =>
    REQFRAME: "rpc.reqframe", "Request Frame", framenum();
    REPFRAME: "rpc.repframe", "Reply Frame", framenum();
    LASTFRAG: "rpc.lastfrag", "Last Fragment", bool().mask(0x80000000).words("Yes", "No");
    FRAGLEN: "rpc.fraglen", "Fragment Length", u32().mask(0x7fffffff);
    XID: "rpc.xid", "XID", u32().display(HexDec);
    MSGTYP: "rpc.msgtyp", "Message Type", u32().values(&MSGTYP);
    REPLYSTAT: "rpc.replystat", "Reply State", u32().values(&REPLYSTAT);
    STATE_ACCEPT: "rpc.state_accept", "Accept State", u32().values(&STATE_ACCEPT);
    STATE_REJECT: "rpc.state_reject", "Reject State", u32().values(&STATE_REJECT);
    STATE_AUTH: "rpc.state_auth", "Auth State", u32().values(&STATE_AUTH);
    VERSION: "rpc.version", "RPC Version", u32();
    VERSION_MIN: "rpc.version.min", "RPC Version (Minimum)", u32();
    VERSION_MAX: "rpc.version.max", "RPC Version (Maximum)", u32();
    PROGRAM: "rpc.program", "Program", u32();
    PROGRAMVERSION: "rpc.programversion", "Program Version", u32();
    PROGRAMVERSION_MIN: "rpc.programversion.min", "Program Version (Minimum)", u32();
    PROGRAMVERSION_MAX: "rpc.programversion.max", "Program Version (Maximum)", u32();
    PROCEDURE: "rpc.procedure", "Procedure", u32();
    AUTH_FLAVOR: "rpc.auth.flavor", "Flavor", u32().values(&AUTH_FLAVOR);
    AUTH_LENGTH: "rpc.auth.length", "Length", u32();
    AUTH_STAMP: "rpc.auth.stamp", "Stamp", u32().hex();
    AUTH_LK_OWNER: "rpc.auth.lk_owner", "Lock Owner", bytes();
    AUTH_PID: "rpc.auth.pid", "PID", u32();
    AUTH_UID: "rpc.auth.uid", "UID", u32();
    AUTH_GID: "rpc.auth.gid", "GID", u32();
    AUTH_FLAGS: "rpc.auth.flags", "FLAGS", u32().hex();
    AUTH_CTIME: "rpc.auth.ctime", "CTIME", abs_time();
    AUTHGSS_VERSION: "rpc.authgss.version", "GSS Version", u32();
    AUTHGSS_PROCEDURE: "rpc.authgss.procedure", "GSS Procedure", u32().values(&AUTHGSS_PROCEDURE);
    AUTHGSS_SEQNUM: "rpc.authgss.seqnum", "GSS Sequence Number", u32();
    AUTHGSS_SERVICE: "rpc.authgss.service", "GSS Service", u32().values(&AUTHGSS_SERVICE);
    AUTHGSS_CONTEXT: "rpc.authgss.context", "GSS Context", bytes();
    AUTHGSS_CONTEXT_CREATED_FRAME: "rpc.authgss.context.created_frame", "Created in frame", framenum();
    AUTHGSS_CONTEXT_DESTROYED_FRAME: "rpc.authgss.context.destroyed_frame", "Destroyed in frame", framenum();
    AUTHGSS_CONTEXT_LENGTH: "rpc.authgss.context.length", "GSS Context Length", u32();
    AUTHGSS_MAJOR: "rpc.authgss.major", "GSS Major Status", u32();
    AUTHGSS_MINOR: "rpc.authgss.minor", "GSS Minor Status", u32();
    AUTHGSS_WINDOW: "rpc.authgss.window", "GSS Sequence Window", u32();
    AUTHGSS_TOKEN_LENGTH: "rpc.authgss.token_length", "GSS Token Length", u32();
    AUTHGSS_DATA_LENGTH: "rpc.authgss.data.length", "Length", u32();
    AUTHGSS_DATA: "rpc.authgss.data", "GSS Data", bytes();
    AUTHGSS_CHECKSUM: "rpc.authgss.checksum", "GSS Checksum", bytes();
    AUTHGSS_TOKEN: "rpc.authgss.token", "GSS Token", bytes();
    AUTHGSSAPI_VERSION: "rpc.authgssapi.version", "AUTH_GSSAPI Version", u32();
    AUTHGSSAPI_MESSAGE: "rpc.authgssapi.message", "AUTH_GSSAPI Message", bool().words("Yes", "No");
    AUTHGSSAPI_MSGVERSION: "rpc.authgssapi.msgversion", "Msg Version", u32();
    AUTHGSSAPI_HANDLE: "rpc.authgssapi.handle", "Client Handle", bytes();
    AUTHGSSAPI_ISN: "rpc.authgssapi.isn", "Signed ISN", bytes();
    AUTHDES_NAMEKIND: "rpc.authdes.namekind", "Namekind", u32().values(&AUTHDES_NAMEKIND);
    AUTHDES_NETNAME: "rpc.authdes.netname", "Netname", str();
    AUTHDES_CONVKEY: "rpc.authdes.convkey", "Conversation Key (encrypted)", u64().hex();
    AUTHDES_WINDOW: "rpc.authdes.window", "Window (encrypted)", u32().hex();
    AUTHDES_NICKNAME: "rpc.authdes.nickname", "Nickname", u32().hex();
    AUTHDES_TIMESTAMP: "rpc.authdes.timestamp", "Timestamp (encrypted)", u64().hex();
    AUTHDES_WINDOWVERF: "rpc.authdes.windowverf", "Window verifier (encrypted)", u32().hex();
    AUTHDES_TIMEVERF: "rpc.authdes.timeverf", "Timestamp verifier (encrypted)", u64().hex();
    AUTH_MACHINENAME: "rpc.auth.machinename", "Machine Name", str();
    DUP: "rpc.dup", "Duplicate Call/Reply", none();
    CALL_DUP: "rpc.call.dup", "Duplicate to the call in", framenum();
    REPLY_DUP: "rpc.reply.dup", "Duplicate to the reply in", framenum();
    VALUE_FOLLOWS: "rpc.value_follows", "Value Follows", bool().words("Yes", "No");
    ARRAY_LEN: "rpc.array.len", "num", u32();
    OPAQUE_LENGTH: "rpc.opaque_length", "length", u32();
    FILL_BYTES: "rpc.fill_bytes", "fill bytes", bytes();
    ARRAY_NO_VALUES: "rpc.array_no_values", "no values", none();
    OPAQUE_DATA: "rpc.opaque_data", "opaque data", bytes();
    ARGUMENT_LENGTH: "rpc.argument_length", "Argument length", u32();
    CONTINUATION_DATA: "rpc.continuation_data", "Continuation data", bytes();
    FRAGMENT_DATA: "rpc.fragment_data", "Fragment Data", bytes();
    TIME: "rpc.time", "Time from request", rel_time();
    FRAGMENT_OVERLAP: "rpc.fragment.overlap", "Fragment overlap", bool();
    FRAGMENT_OVERLAP_CONFLICT: "rpc.fragment.overlap.conflict", "Conflicting data in fragment overlap", bool();
    FRAGMENT_MULTIPLETAILS: "rpc.fragment.multipletails", "Multiple tail fragments found", bool();
    FRAGMENT_TOOLONGFRAGMENT: "rpc.fragment.toolongfragment", "Fragment too long", bool();
    FRAGMENT_ERROR: "rpc.fragment.error", "Defragmentation error", framenum();
    FRAGMENT_COUNT: "rpc.fragment.count", "Fragment count", u32();
    FRAGMENT: "rpc.fragment", "RPC Fragment", framenum();
    FRAGMENTS: "rpc.fragments", "RPC Fragments", none();
    REASSEMBLED_LENGTH: "rpc.reassembled.length", "Reassembled RPC length", u32();
    UNKNOWN_BODY: "rpc.unknown_body", "Unknown RPC call/reply body", none();
    CANNOT_DISSECT: "rpc.cannot_dissect", "Cannot dissect", none();
    SEGMENT_NEEDED: "rpc.segment_needed", "Need another TCP segment but cannot desegment or not enabled (check RPC and TCP preferences)", none();
}

values! {
    MSGTYP {
        0 => "Call", 1 => "Reply",
    }
    REPLYSTAT {
        0 => "accepted", 1 => "denied",
    }
    STATE_ACCEPT {
        0 => "RPC executed successfully", 1 => "remote hasn't exported program",
        2 => "remote can't support version #", 3 => "program can't support procedure",
        4 => "procedure can't decode params", 5 => "system errors like memory allocation failure",
    }
    STATE_REJECT {
        0 => "RPC_MISMATCH", 1 => "AUTH_ERROR",
    }
    STATE_AUTH {
        1 => "bad credential (seal broken)", 2 => "client must begin new session", 3 => "bad verifier (seal broken)",
        4 => "verifier expired or replayed", 5 => "rejected for security reasons", 13 => "GSS credential problem",
        14 => "GSS context problem",
    }
    AUTH_FLAVOR {
        0 => "AUTH_NULL", 1 => "AUTH_UNIX", 2 => "AUTH_SHORT", 3 => "AUTH_DES", 5 => "AUTH_RSA/Gluster",
        6 => "RPCSEC_GSS", 300001 => "AUTH_GSSAPI", 390003 => "RPCSEC_GSS_KRB5", 390004 => "RPCSEC_GSS_KRB5I",
        390005 => "RPCSEC_GSS_KRB5P", 390006 => "RPCSEC_GSS_LIPKEY", 390007 => "RPCSEC_GSS_LIPKEY_I",
        390008 => "RPCSEC_GSS_LIPKEY_P", 390009 => "RPCSEC_GSS_SPKM3", 390010 => "RPCSEC_GSS_SPKM3I",
        390011 => "RPCSEC_GSS_SPKM3P", 390039 => "AUTH_GLUSTERFS",
    }
    AUTHGSS_PROCEDURE {
        0 => "RPCSEC_GSS_DATA", 1 => "RPCSEC_GSS_INIT", 2 => "RPCSEC_GSS_CONTINUE_INIT", 3 => "RPCSEC_GSS_DESTROY",
    }
    AUTHGSS_SERVICE {
        1 => "rpcsec_gss_svc_none", 2 => "rpcsec_gss_svc_integrity", 3 => "rpcsec_gss_svc_privacy",
    }
    AUTHDES_NAMEKIND {
        0 => "ADN_FULLNAME", 1 => "ADN_NICKNAME",
    }
}
