//! Fields of SMTP.

use super::values;

fields! { crate::proto::Proto::Smtp =>
    REQ: "smtp.req", "Request", bool();
    RSP: "smtp.rsp", "Response", bool();
    MESSAGE: "smtp.message", "Message", str();
    COMMAND_LINE: "smtp.command_line", "Command Line", str();
    REQ_COMMAND: "smtp.req.command", "Command", str();
    REQ_PARAMETER: "smtp.req.parameter", "Request parameter", str();
    RESPONSE: "smtp.response", "Response", str();
    RESPONSE_CODE: "smtp.response.code", "Response code", u32().values(&values::RESPONSE_CODE);
    RSP_PARAMETER: "smtp.rsp.parameter", "Response parameter", str();
    AUTH_USERNAME: "smtp.auth.username", "Username", str();
    AUTH_PASSWORD: "smtp.auth.password", "Password", str();
    AUTH_USERNAME_PASSWORD: "smtp.auth.username_password", "Username/Password", str();
    EOM: "smtp.eom", "EOM", none();
    DATA_FRAGMENTS: "smtp.data.fragments", "DATA fragments", none();
    DATA_FRAGMENT: "smtp.data.fragment", "DATA fragment", framenum();
    DATA_FRAGMENT_OVERLAP: "smtp.data.fragment.overlap", "DATA fragment overlap", bool();
    DATA_FRAGMENT_OVERLAP_CONFLICTS: "smtp.data.fragment.overlap.conflicts", "DATA fragment overlapping with conflicting data", bool();
    DATA_FRAGMENT_MULTIPLE_TAILS: "smtp.data.fragment.multiple_tails", "DATA has multiple tail fragments", bool();
    DATA_FRAGMENT_TOO_LONG_FRAGMENT: "smtp.data.fragment.too_long_fragment", "DATA fragment too long", bool();
    DATA_FRAGMENT_ERROR: "smtp.data.fragment.error", "DATA defragmentation error", framenum();
    DATA_FRAGMENT_COUNT: "smtp.data.fragment.count", "DATA fragment count", u32();
    DATA_REASSEMBLED_IN: "smtp.data.reassembled.in", "Reassembled DATA in frame", framenum();
    DATA_REASSEMBLED_LENGTH: "smtp.data.reassembled.length", "Reassembled DATA length", u32();
    BASE64_DECODE: "smtp.base64_decode", "base64 decode failed or is not enabled (check SMTP preferences)", none();
    RESPONSE_CODE_UNEXPECTED: "smtp.response.code.unexpected", "Unexpected response code in multiline response", none();
}
