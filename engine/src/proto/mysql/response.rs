//! What the server answers.

use strato_filter_lang::value::Value;

use super::{
    binary, column,
    connection::{Column, Conn, Step, base, ext, mariadb, with},
    f, incomplete, lenenc, text,
};
use crate::proto::{
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

const OK: u8 = 0;
const EOF: u8 = 0xfe;
const ERR: u8 = 0xff;
/// The event that has values with types.
const HEARTBEAT_V2: u8 = 41;
/// Longest packet of an EOF as it was before EOF was deprecated.
const EOF_LEN: usize = 9;
/// Shortest packet of an OK.
const OK_LEN: usize = 7;
/// Bit of the server status: another result follows.
const MORE_RESULTS: u16 = 8;
/// Bit of the server status: what changed stands at the end.
const SESSION_STATE_CHANGED: u16 = 0x4000;

pub(super) fn response<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, step: Step) -> Result<usize, Stop> {
    column(cx, || " Response ".to_owned());
    let left = tvb.reported_rest(at);
    let code = tvb.u8(at)?;
    let no_eof = with(cx, |conn| conn.both_ext(ext::DEPRECATE_EOF));
    match code {
        ERR => {
            cx.out.item(f::RESPONSE_CODE, tvb, at, 1)?;
            let end = error(cx, tvb, at + 1)?;
            with(cx, |conn| conn.step = Step::Request);
            Ok(end)
        }
        EOF if step == Step::AuthSwitchRequest || left < EOF_LEN || no_eof && step == Step::Row => {
            cx.out.item(f::RESPONSE_CODE, tvb, at, 1)?;
            cx.out.item(f::EOF, tvb, at, 1)?;
            if step == Step::AuthSwitchRequest {
                return auth_switch_request(cx, tvb, at + 1);
            }
            end_of_data(cx, tvb, at + 1, step, no_eof && left >= OK_LEN)
        }
        OK if step == Step::ResponsePrepare => {
            cx.out.item(f::RESPONSE_CODE, tvb, at, 1)?;
            prepared(cx, tvb, at + 1)
        }
        OK if step == Step::Binlog => {
            cx.out.item(f::RESPONSE_CODE, tvb, at, 1)?;
            binlog_event(cx, tvb, at + 1)
        }
        // As in Wireshark also a row of texts of which the first is empty.
        OK if step == Step::Row => {
            cx.out.item(f::RESPONSE_CODE, tvb, at, 1)?;
            binary::row(cx, tvb, at + 1)
        }
        OK => {
            cx.out.item(f::RESPONSE_CODE, tvb, at, 1)?;
            let (end, state) = ok(cx, tvb, at + 1)?;
            with(cx, |conn| {
                conn.step = after_ok(state);
                conn.compressed |= std::mem::take(&mut conn.will_compress);
            });
            Ok(end)
        }
        _ => other(cx, tvb, at, step),
    }
}

/// What starts with no code.
fn other<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, step: Step) -> Result<usize, Stop> {
    let left = tvb.reported_rest(at);
    match step {
        Step::ResponseMessage => {
            cx.out.ascii(f::MESSAGE, tvb, at, (at, left), left)?;
            with(cx, |conn| conn.step = Step::Request);
            Ok(at + left)
        }
        Step::ResponseTabular => result_header(cx, tvb, at),
        Step::Field | Step::ResponseShowFields | Step::PreparedParameters | Step::PreparedFields | Step::ResponsePrepare => {
            field_packet(cx, tvb, at, step)
        }
        Step::Row => row(cx, tvb, at),
        Step::AuthSwitchRequest => auth_switch_request(cx, tvb, at),
        Step::Undefined
        | Step::Login
        | Step::Request
        | Step::ResponseOk
        | Step::AuthSwitchResponse
        | Step::Binlog => {
            cx.out.item(f::PAYLOAD, tvb, at, left)?;
            let text = "unknown/invalid response";
            cx.out.expert(f::UNKNOWN_RESPONSE, Severity::Warn, Group::Undecoded, text);
            with(cx, |conn| conn.step = Step::Undefined);
            Ok(at + left)
        }
    }
}

pub(super) fn error<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let code = cx.out.uint_le(f::ERROR_CODE, tvb, at, 2)?;
    column(cx, || format!(" Error {code}"));
    let mut at = at + 2;
    if tvb.u8(at)? == b'#' {
        cx.out.ascii(f::SQLSTATE, tvb, at + 1, (at + 1, 5), 5)?;
        at += 6;
    }
    let left = tvb.reported_rest(at);
    cx.out.ascii(f::ERROR_MESSAGE, tvb, at, (at, left), left)?;
    Ok(at + left)
}

/// Emits the server status and returns it.
pub(super) fn status<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<u16, Stop> {
    for field in [
        f::SERVER_STATUS,
        f::STAT_IT,
        f::STAT_AC,
        f::STAT_MU,
        f::STAT_MR,
        f::STAT_BI,
        f::STAT_NI,
        f::STAT_CR,
        f::STAT_LR,
        f::STAT_DR,
        f::STAT_BS,
        f::STAT_MC,
        f::STAT_QUERY_WAS_SLOW,
        f::STAT_PS_OUT_PARAMS,
        f::STAT_TRANS_READONLY,
        f::STAT_SESSION_STATE_CHANGED,
    ] {
        cx.out.item_le(field, tvb, at, 2)?;
    }
    tvb.u16_le(at)
}

/// Success; returns where it ends, and the server status.
fn ok<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(usize, u16), Stop> {
    column(cx, || " OK".to_owned());
    let rows = lenenc::field(cx, f::AFFECTED_ROWS, tvb, at)?;
    let mut at = at + rows.width;
    let id = lenenc::number(cx, tvb, at)?;
    if id.or_zero() != 0 {
        cx.out.number(f::INSERT_ID, tvb, at, id.width, id.or_zero())?;
    }
    at += id.width;
    let mut state = 0;
    let (server, client) = with(cx, |conn| (conn.server, conn.client));
    if tvb.reported_rest(at) > 0 {
        state = status(cx, tvb, at)?;
        at += 2;
        if server.base & client.base & base::PROTOCOL_41 != 0 {
            cx.out.item_le(f::WARNINGS, tvb, at, 2)?;
            at += 2;
        }
    }
    if client.ext & ext::SESSION_TRACK != 0 {
        if tvb.reported_rest(at) > 0 {
            let len = lenenc::number(cx, tvb, at)?;
            at += len.width;
            if len.len() > 0 {
                cx.out.ascii(f::MESSAGE, tvb, at, (at, len.len()), len.len())?;
                at += len.len();
            }
            if state & SESSION_STATE_CHANGED != 0 {
                at = session_track(cx, tvb, at)?;
            }
        }
    } else if tvb.reported_rest(at) > 0 {
        let len = lenenc::peek(tvb, at)?.len();
        cx.out.ascii(f::MESSAGE, tvb, at, (at, len), len)?;
        at += len;
    }
    Ok((at, state))
}

/// What changed in the session.
fn session_track<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = lenenc::number(cx, tvb, at)?;
    cx.out.label(f::SESSION_TRACK_DATA, tvb, at, tvb.reported_rest(at));
    cx.out.number(f::SESSION_TRACK_DATA_LENGTH, tvb, at, len.width, len.or_zero())?;
    let mut at = at + len.width;
    let end = at.saturating_add(len.len());
    while at < end {
        let size = lenenc::peek(tvb, at + 1)?;
        cx.out.label(f::SESSION_TRACK, tvb, at, size.len().saturating_add(1 + size.width));
        let kind = cx.out.uint(f::SESSION_TRACK_TYPE, tvb, at, 1)?;
        let size = lenenc::field(cx, f::SESSION_TRACK_LENGTH, tvb, at + 1)?;
        at += 1 + size.width;
        at = match kind {
            0 => {
                let length = f::SESSION_TRACK_SYSVAR_LENGTH;
                let at = lenenc::text_with_len(cx, (length, f::SESSION_TRACK_SYSVAR_NAME), tvb, at)?;
                lenenc::text_with_len(cx, (length, f::SESSION_TRACK_SYSVAR_VALUE), tvb, at)?
            }
            1 => lenenc::text_with_len(cx, (f::SESSION_TRACK_SCHEMA_LENGTH, f::SESSION_TRACK_SCHEMA), tvb, at)?,
            2 => {
                cx.out.item(f::SESSION_TRACK_STATE_CHANGE, tvb, at, 1)?;
                at + 1
            }
            3 => {
                cx.out.item(f::SESSION_TRACK_GTIDS_ENCODING, tvb, at, 1)?;
                lenenc::text_with_len(cx, (f::SESSION_TRACK_GTIDS_LENGTH, f::SESSION_TRACK_GTIDS), tvb, at + 1)?
            }
            4 => {
                let length = f::SESSION_TRACK_TRANSACTION_CHARACTERISTICS_LENGTH;
                lenenc::text_with_len(cx, (length, f::SESSION_TRACK_TRANSACTION_CHARACTERISTICS), tvb, at)?
            }
            5 => {
                let length = f::SESSION_TRACK_TRANSACTION_STATE_LENGTH;
                lenenc::text_with_len(cx, (length, f::SESSION_TRACK_TRANSACTION_STATE), tvb, at)?
            }
            _ => {
                cx.out.item(f::PAYLOAD, tvb, at, size.len())?;
                incomplete(cx, "FIXME: unrecognized session tracker data");
                at + size.len()
            }
        };
    }
    Ok(at)
}

/// What follows success.
fn after_ok(status: u16) -> Step {
    if status & MORE_RESULTS != 0 { Step::ResponseTabular } else { Step::Request }
}

/// The end of a list of columns or rows.
fn end_of_data<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, step: Step, no_eof: bool) -> Result<usize, Stop> {
    if no_eof {
        let (end, state) = ok(cx, tvb, at)?;
        with(cx, |conn| conn.step = after_ok(state));
        return Ok(end);
    }
    let mut at = at;
    if tvb.reported_rest(at) > 0 {
        column(cx, || " EOF".to_owned());
        cx.out.item_le(f::WARNINGS, tvb, at, 2)?;
        status(cx, tvb, at + 2)?;
        at += 4;
    }
    with(cx, |conn| {
        conn.step = match step {
            Step::Field => Step::Row,
            // Whether another result follows or not.
            Step::Row => Step::ResponseTabular,
            Step::PreparedParameters if conn.prepared_fields > 0 => Step::PreparedFields,
            _ => Step::Request,
        };
    });
    Ok(at)
}

/// The server wants another way to prove who the client is.
fn auth_switch_request<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    column(cx, || " Auth Switch Request ".to_owned());
    let at = text(cx, f::AUTH_SWITCH_REQUEST_NAME, tvb, at)?;
    let left = tvb.reported_rest(at);
    cx.out.item(f::AUTH_SWITCH_REQUEST_DATA, tvb, at, left)?;
    with(cx, |conn| conn.step = Step::AuthSwitchResponse);
    Ok(at + left)
}

/// A statement was prepared.
fn prepared<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let id = cx.out.uint_le(f::STMT_ID, tvb, at, 4)? as u32;
    let fields = tvb.u16_le(at + 4)?;
    cx.out.item_le(f::NUM_FIELDS, tvb, at + 4, 2)?;
    let params = cx.out.uint_le(f::NUM_PARAMS, tvb, at + 6, 2)? as u16;
    with(cx, |conn| {
        conn.add_statement(id, params);
        conn.prepared_fields = fields;
        let (step, left) = match (params, fields) {
            (0, 0) => (Step::Request, 0),
            (0, fields) => (Step::PreparedFields, fields),
            (params, _) => (Step::PreparedParameters, params),
        };
        (conn.step, conn.fields_left) = (step, left.into());
    });
    let mut at = at + 9;
    if tvb.reported_rest(at) > 0 {
        cx.out.item_le(f::WARNINGS, tvb, at, 2)?;
        at += 2;
    }
    Ok(at)
}

/// The number of columns of a result.
fn result_header<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    column(cx, || " TABULAR".to_owned());
    let count = lenenc::field(cx, f::NUM_FIELDS, tvb, at)?;
    let mut at = at + count.width;
    if with(cx, |conn| conn.both_mariadb(mariadb::CACHE_METADATA)) && tvb.reported_rest(at) > 0 {
        cx.out.item(f::METADATA_FOLLOWS, tvb, at, 1)?;
        at += 1;
    }
    if tvb.reported_rest(at) > 0 {
        at += lenenc::field(cx, f::EXTRA, tvb, at)?.width;
    }
    with(cx, |conn| {
        conn.step = if count.or_zero() > 0 { Step::Field } else { Step::Row };
        conn.fields_left = count.or_zero();
        conn.columns.clear();
    });
    Ok(at)
}

/// The description of a column.
fn field_packet<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, step: Step) -> Result<usize, Stop> {
    let mut at = at;
    for field in
        [f::FIELD_CATALOG, f::FIELD_DB, f::FIELD_TABLE, f::FIELD_ORG_TABLE, f::FIELD_NAME, f::FIELD_ORG_NAME]
    {
        at = lenenc::text(cx, field, tvb, at)?;
    }
    if with(cx, |conn| conn.both_mariadb(mariadb::EXTENDED_METADATA)) {
        at = extended_metadata(cx, tvb, at)?;
    }
    // Length of what follows: always 12.
    at += 1;
    cx.out.item_le(f::FIELD_CHARSETNR, tvb, at, 2)?;
    cx.out.item_le(f::FIELD_LENGTH, tvb, at + 2, 4)?;
    let kind = tvb.u8(at + 6)?;
    cx.out.item(f::FIELD_TYPE, tvb, at + 6, 1)?;
    let flags = field_flags(cx, tvb, at + 7)?;
    cx.out.item(f::FIELD_DECIMALS, tvb, at + 9, 1)?;
    at += 12;
    if tvb.reported_rest(at) > 0 {
        at = lenenc::text(cx, f::FIELD_DEFAULT, tvb, at)?;
    }
    with(cx, |conn| {
        conn.add_column(Column { kind, unsigned: flags & 0x20 != 0 });
        described(conn, step);
    });
    Ok(at)
}

/// Where no EOF ends a list of columns, their number does.
fn described(conn: &mut Conn, step: Step) {
    conn.fields_left = conn.fields_left.saturating_sub(1);
    if conn.fields_left > 0 || !conn.both_ext(ext::DEPRECATE_EOF) {
        return;
    }
    match step {
        Step::Field => conn.step = Step::Row,
        Step::PreparedParameters if conn.prepared_fields > 0 => {
            conn.step = Step::PreparedFields;
            conn.fields_left = conn.prepared_fields.into();
        }
        Step::PreparedParameters | Step::PreparedFields => conn.step = Step::Request,
        _ => {}
    }
}

fn field_flags<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<u16, Stop> {
    for field in [
        f::FIELD_FLAGS,
        f::FIELD_FLAGS_NOT_NULL,
        f::FIELD_FLAGS_PRIMARY_KEY,
        f::FIELD_FLAGS_UNIQUE_KEY,
        f::FIELD_FLAGS_MULTIPLE_KEY,
        f::FIELD_FLAGS_BLOB,
        f::FIELD_FLAGS_UNSIGNED,
        f::FIELD_FLAGS_ZERO_FILL,
        f::FIELD_FLAGS_ENUM,
        f::FIELD_FLAGS_AUTO_INCREMENT,
        f::FIELD_FLAGS_TIMESTAMP,
        f::FIELD_FLAGS_SET,
    ] {
        cx.out.item_le(field, tvb, at, 2)?;
    }
    tvb.u16_le(at)
}

/// MariaDB's names of types and formats.
fn extended_metadata<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = lenenc::number(cx, tvb, at)?;
    cx.out.label(f::EXTMETA_DATA, tvb, at, len.len().saturating_add(len.width));
    cx.out.number(f::EXTMETA_LENGTH, tvb, at, len.width, len.or_zero())?;
    let mut at = at + len.width;
    let end = at.saturating_add(len.len());
    while at < end {
        cx.out.label(f::EXTMETA, tvb, at, end - at);
        let field = if cx.out.uint(f::EXTMETA_KEY, tvb, at, 1)? == 0 { f::EXTMETA_TYPE } else { f::EXTMETA_FORMAT };
        at = lenenc::text_with_len(cx, (f::EXTMETA_LENGTH, field), tvb, at + 1)?;
    }
    Ok(at)
}

/// A row of a query: texts until the end.
fn row<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let mut at = at;
    while tvb.reported_rest(at) > 0 {
        at = lenenc::text(cx, f::ROW_TEXT, tvb, at)?;
    }
    Ok(at)
}

/// An event of the binary log, sent to a replica.
fn binlog_event<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let seconds = tvb.u32_le(at)?;
    let time = Value::Time(i128::from(seconds) * 1_000_000_000);
    cx.out.add(f::BINLOG_EVENT_HEADER_TIMESTAMP, tvb.bytes(at, 4)?, time);
    cx.out.item(f::BINLOG_EVENT_HEADER_EVENT_TYPE, tvb, at + 4, 1)?;
    cx.out.item_le(f::BINLOG_EVENT_HEADER_SERVER_ID, tvb, at + 5, 4)?;
    cx.out.item_le(f::BINLOG_EVENT_HEADER_EVENT_SIZE, tvb, at + 9, 4)?;
    cx.out.item_le(f::BINLOG_EVENT_HEADER_LOG_POSITION, tvb, at + 13, 4)?;
    cx.out.item_le(f::BINLOG_EVENT_HEADER_FLAGS, tvb, at + 17, 2)?;
    let mut at = at + 19;
    if tvb.u8(at - 15)? == HEARTBEAT_V2 {
        at = heartbeat(cx, tvb, at)?;
    } else {
        at += tvb.reported_rest(at).saturating_sub(4);
    }
    if tvb.reported_rest(at) > 0 {
        cx.out.item_le(f::BINLOG_EVENT_CHECKSUM, tvb, at, 4)?;
        at += 4;
    }
    Ok(at)
}

/// Where the server stands, said in values with types.
fn heartbeat<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.label(f::BINLOG_EVENT_HEARTBEAT_V2, tvb, at, tvb.reported_rest(at));
    let mut at = at;
    loop {
        cx.out.label(f::BINLOG_EVENT_HEARTBEAT_V2_OTW, tvb, at, tvb.reported_rest(at));
        let kind = cx.out.uint(f::BINLOG_EVENT_HEARTBEAT_V2_OTW_TYPE, tvb, at, 1)?;
        at += 1;
        at = match kind {
            1 => lenenc::text(cx, f::BINLOG_HB_EVENT_FILENAME, tvb, at)?,
            2 => {
                at += lenenc::number(cx, tvb, at)?.width;
                at + lenenc::field(cx, f::BINLOG_HB_EVENT_LOG_POSITION, tvb, at)?.width
            }
            // 0 ends the list.
            _ => return Ok(at),
        };
    }
}
