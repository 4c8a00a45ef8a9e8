//! Commands of the client.

use super::{
    binary, column,
    connection::{Column, Step, ext, with},
    f, greeting, incomplete, lenenc, text, values,
};
use crate::proto::{
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

pub(super) fn request<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let command = tvb.u8(at)?;
    cx.out.label(f::REQUEST, tvb, at, tvb.reported_rest(at));
    cx.out.item(f::COMMAND, tvb, at, 1)?;
    column(cx, || format!(" Request {} ", values::COMMAND.name(command.into()).unwrap_or("Unknown")));
    let at = at + 1;
    let rest = tvb.reported_rest(at);
    let (end, step) = match command {
        // Quit
        1 => (at, Step::Request),
        // InitDB, CreateDB, DropDB
        2 | 5 | 6 => {
            cx.out.ascii(f::SCHEMA, tvb, at, (at, rest), rest)?;
            (at + rest, Step::ResponseOk)
        }
        3 => (query(cx, tvb, at)?, Step::ResponseTabular),
        // FieldList
        4 => (text(cx, f::TABLE_NAME, tvb, at)?, Step::ResponseShowFields),
        // Refresh
        7 => (refresh(cx, tvb, at)?, Step::ResponseOk),
        // Shutdown
        8 => {
            cx.out.item(f::SHUTDOWN, tvb, at, 1)?;
            (at + 1, Step::ResponseOk)
        }
        // Statistics
        9 => (at, Step::ResponseMessage),
        // ProcessInfo
        10 => (at, Step::ResponseTabular),
        // ProcessKill
        12 => {
            cx.out.item_le(f::THREAD_ID, tvb, at, 4)?;
            (at + 4, Step::ResponseOk)
        }
        // Debug, Ping
        13 | 14 => (at, Step::ResponseOk),
        17 => change_user(cx, tvb, at)?,
        // BinlogDump, BinlogDumpGtid
        18 | 30 => (binlog_dump(cx, tvb, at)?, Step::Binlog),
        // RegisterSlave
        21 => (register_slave(cx, tvb, at)?, Step::ResponseOk),
        // TableDump, ConnectOut
        19 | 20 => {
            cx.out.item(f::PAYLOAD, tvb, at, rest.max(1))?;
            incomplete(cx, "FIXME: implement replication packets");
            (at + rest, Step::Request)
        }
        // Prepare
        22 => {
            cx.out.ascii(f::QUERY, tvb, at, (at, rest), rest)?;
            (at + rest, Step::ResponsePrepare)
        }
        23 => (execute(cx, tvb, at)?, Step::ResponseTabular),
        24 => (long_data(cx, tvb, at)?, Step::Request),
        // StmtClose
        25 => {
            cx.out.item_le(f::STMT_ID, tvb, at, 4)?;
            (at + 4, Step::Request)
        }
        // StmtReset
        26 => {
            cx.out.item_le(f::STMT_ID, tvb, at, 4)?;
            (at + 4, Step::ResponseOk)
        }
        // SetOption
        27 => {
            cx.out.item_le(f::OPTION, tvb, at, 2)?;
            (at + 2, Step::ResponseOk)
        }
        250 => (execute_bulk(cx, tvb, at)?, Step::ResponseTabular),
        // StmtFetch
        28 => {
            cx.out.item_le(f::STMT_ID, tvb, at, 4)?;
            cx.out.item_le(f::NUM_ROWS, tvb, at + 4, 4)?;
            (at + 8, Step::ResponseTabular)
        }
        _ => {
            // Wireshark wants something to show.
            cx.out.item(f::PAYLOAD, tvb, at, rest.max(1))?;
            let text = "Unknown/invalid command code";
            cx.out.expert(f::COMMAND_INVALID, Severity::Warn, Group::Protocol, text);
            (at + rest, Step::Undefined)
        }
    };
    with(cx, |conn| conn.step = step);
    Ok(end)
}

/// A query; attributes may stand before it.
fn query<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let mut at = at;
    if with(cx, |conn| conn.both_ext(ext::QUERY_ATTRS)) {
        at = query_attributes(cx, tvb, at)?;
    }
    let rest = tvb.reported_rest(at);
    cx.out.ascii(f::QUERY, tvb, at, (at, rest), rest)?;
    Ok(at + rest)
}

fn query_attributes<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.label(f::QUERY_ATTRS, tvb, at, tvb.reported_rest(at));
    let count = cx.out.uint(f::QUERY_ATTRS_COUNT, tvb, at, 1)? as usize;
    // The number of sets of attributes is always 1.
    let mut at = at + 2;
    if count == 0 {
        return Ok(at);
    }
    let nulls = count.div_ceil(8);
    cx.out.item(f::UNUSED, tvb, at, nulls)?;
    at += nulls;
    cx.out.item(f::QUERY_ATTRS_SEND_TYPES_TO_SERVER, tvb, at, 1)?;
    at += 1;
    for _ in 0..count {
        cx.out.item(f::QUERY_ATTR_NAME_TYPE, tvb, at, 2)?;
        at = lenenc::text(cx, f::QUERY_ATTR_NAME, tvb, at + 2)?;
    }
    for _ in 0..count {
        at = lenenc::text(cx, f::QUERY_ATTR_VALUE, tvb, at)?;
    }
    Ok(at)
}

fn refresh<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    for field in [
        f::REFRESH,
        f::RFSH_GRANTS,
        f::RFSH_LOG,
        f::RFSH_TABLES,
        f::RFSH_HOSTS,
        f::RFSH_STATUS,
        f::RFSH_THREADS,
        f::RFSH_SLAVE,
        f::RFSH_MASTER,
    ] {
        cx.out.item(field, tvb, at, 1)?;
    }
    Ok(at + 1)
}

fn change_user<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(usize, Step), Stop> {
    let client = with(cx, |conn| conn.client);
    let at = text(cx, f::USER, tvb, at)?;
    let at = greeting::password(cx, tvb, at, client.base & super::connection::base::SECURE_CONNECTION != 0)?;
    let mut at = text(cx, f::SCHEMA, tvb, at)?;
    if tvb.reported_rest(at) > 0 {
        cx.out.item(f::CHARSET, tvb, at, 1)?;
        at += 1;
        // The charset has two bytes, of which the second is 0.
        at += tvb.reported_rest(at).min(1);
    }
    let plugins = client.ext & ext::PLUGIN_AUTH != 0;
    if plugins {
        at = text(cx, f::CLIENT_AUTH_PLUGIN, tvb, at)?;
    }
    if client.ext & ext::CONNECT_ATTRS != 0 {
        at = greeting::attributes(cx, tvb, at)?;
    }
    Ok((at, if plugins { Step::AuthSwitchRequest } else { Step::ResponseOk }))
}

fn binlog_dump<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.item_le(f::BINLOG_POSITION, tvb, at, 4)?;
    cx.out.item(f::BINLOG_FLAGS, tvb, at + 4, 2)?;
    cx.out.item_le(f::BINLOG_SERVER_ID, tvb, at + 6, 4)?;
    let rest = tvb.reported_rest(at + 10);
    if rest > 0 {
        cx.out.ascii(f::BINLOG_FILE_NAME, tvb, at + 10, (at + 10, rest), rest)?;
    }
    Ok(at + 10 + rest)
}

fn register_slave<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.item_le(f::BINLOG_SERVER_ID, tvb, at, 4)?;
    let mut at = at + 4;
    for (len_field, field) in [
        (f::BINLOG_SLAVE_HOSTNAME_LENGTH, f::BINLOG_SLAVE_HOSTNAME),
        (f::BINLOG_SLAVE_USER_LENGTH, f::BINLOG_SLAVE_USER),
        (f::BINLOG_SLAVE_PASSWORD_LENGTH, f::BINLOG_SLAVE_PASSWORD),
    ] {
        let len = cx.out.uint(len_field, tvb, at, 1)? as usize;
        cx.out.ascii(field, tvb, at + 1, (at + 1, len), len)?;
        at += 1 + len;
    }
    cx.out.item_le(f::BINLOG_SLAVE_MYSQL_PORT, tvb, at, 2)?;
    cx.out.item_le(f::BINLOG_REPLICATION_RANK, tvb, at + 2, 4)?;
    cx.out.item_le(f::BINLOG_MASTER_ID, tvb, at + 6, 4)?;
    Ok(at + 10)
}

/// A value of a parameter of a prepared statement that is sent on its own.
fn long_data<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let id = cx.out.uint_le(f::STMT_ID, tvb, at, 4)? as u32;
    let param = cx.out.uint_le(f::PARAM, tvb, at + 4, 2)? as u16;
    with(cx, |conn| {
        if let Some(statement) = conn.statements.get_mut(&id)
            && param < statement.params
            && !statement.streamed.contains(&param)
        {
            statement.streamed.push(param);
        }
    });
    let rest = tvb.reported_rest(at + 6);
    if rest > 0 {
        cx.out.item(f::PAYLOAD, tvb, at + 6, rest)?;
    }
    Ok(at + 6 + rest)
}

fn execute<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let id = cx.out.uint_le(f::STMT_ID, tvb, at, 4)? as u32;
    cx.out.item(f::EXEC_FLAGS, tvb, at + 4, 1)?;
    cx.out.item_le(f::EXEC_ITER, tvb, at + 5, 4)?;
    let mut at = at + 9;
    match with(cx, |conn| conn.statements.get(&id).cloned()) {
        None => {
            let rest = tvb.reported_rest(at);
            if rest > 0 {
                cx.out.item(f::PAYLOAD, tvb, at, rest)?;
                let text = "PREPARE Response packet is needed to dissect the payload";
                cx.out.expert(f::PREPARE_RESPONSE_NEEDED, Severity::Warn, Group::Undecoded, text);
            }
            at += rest;
        }
        Some(statement) if statement.params > 0 => {
            let params = usize::from(statement.params);
            // A bit for each that is NULL.
            at += params.div_ceil(8);
            let bound = cx.out.uint(f::NEW_PARAMETER_BOUND_FLAG, tvb, at, 1)?;
            at += 1;
            if bound == 1 {
                let mut value_at = at + params * 2;
                for i in 0..statement.params {
                    let type_at = at + usize::from(i) * 2;
                    let streamed = statement.streamed.contains(&i);
                    match binary::parameter(cx, tvb, type_at, value_at, streamed)? {
                        Some(end) => value_at = end,
                        None => break,
                    }
                }
                at = value_at;
            }
        }
        Some(_) => {}
    }
    Ok(at)
}

/// A statement of MariaDB with many sets of parameters.
fn execute_bulk<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    /// Types of the parameters stand before the values.
    const SEND_TYPES: u64 = 0x80;
    let id = cx.out.uint_le(f::STMT_ID, tvb, at, 4)? as u32;
    let flags = cx.out.uint_le(f::MARIADB_BULK_FLAGS, tvb, at + 4, 2)?;
    cx.out.item_le(f::MARIADB_BULK_FLAG_AUTOID, tvb, at + 4, 2)?;
    cx.out.item_le(f::MARIADB_BULK_FLAG_SENDTYPES, tvb, at + 4, 2)?;
    let mut at = at + 6;
    let Some(params) = with(cx, |conn| conn.statements.get(&id).map(|statement| statement.params)) else {
        return Ok(at);
    };
    let mut types = with(cx, |conn| conn.statements.get(&id).map(|statement| statement.types.clone())).unwrap_or_default();
    if flags & SEND_TYPES != 0 {
        cx.out.label(f::MARIADB_BULK_PARAMTYPESG, tvb, at, tvb.reported_rest(at));
        types.clear();
        for _ in 0..params {
            let kind = cx.out.uint(f::FIELD_TYPE, tvb, at, 1)? as u8;
            let unsigned = cx.out.uint(f::EXEC_UNSIGNED, tvb, at + 1, 1)? != 0;
            types.push(Column { kind, unsigned });
            at += 2;
        }
        with(cx, |conn| conn.statements.entry(id).or_default().types.clone_from(&types));
    }
    let mut row = 0;
    while !types.is_empty() && tvb.reported_rest(at) > 0 {
        row += 1;
        cx.out.number(f::MARIADB_BULK_ROW_NR, tvb, at, 0, row)?;
        for column in &types {
            let indicator = cx.out.uint(f::MARIADB_BULK_INDICATORS, tvb, at, 1)?;
            at += 1;
            if indicator == 0 {
                match binary::value(cx, tvb, at, *column)? {
                    Some(end) => at = end,
                    None => return Ok(at),
                }
            }
        }
    }
    Ok(at)
}
