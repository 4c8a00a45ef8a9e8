//! SMB 2 and 3, [MS-SMB2]: headers, the common commands, and which request a response answers.

mod commands;
mod fields;
mod info;
mod little;
mod values;

use strato_filter_lang::value::Value;

use self::{
    fields::{FIELDS, f},
    little::{flags, num},
};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// SMB2.
pub static SMB2: Protocol = Protocol {
    name: "smb2",
    title: "SMB2 (Server Message Block Protocol version 2)",
    frame_name: "smb2",
    fields: FIELDS,
    parents: &[Parent::Heuristic(Proto::Nbss)],
    extent: Extent::Whole,
    may_reject: true,
    stateful: &["smb2"],
    dissect,
    ..Protocol::DEFAULT
};

const PLAIN: u32 = 0xfe53_4d42;
const TRANSFORMED: u32 = 0xfd53_4d42;
const COMPRESSED: u32 = 0xfc53_4d42;
const HEADER: usize = 64;
/// Commands in one message that are looked at.
const MAX_CHAIN: usize = 256;

/// A request that a response will answer.
#[derive(Clone, Debug)]
struct Request {
    frame: u64,
    time_ns: Option<i128>,
    /// What it named: the share of a tree connect.
    name: String,
    /// The class and level of the information it asks for.
    info: Option<(u8, u8)>,
}

/// A connected share.
#[derive(Clone, Debug)]
struct Tree {
    name: String,
    kind: u8,
    frame: u64,
}

/// What outlives frames.
#[derive(Default)]
struct State {
    /// By conversation and message.
    requests: Recent<(u32, u64), Request>,
    /// By conversation, session and number.
    trees: Recent<(u32, u64, u32), Tree>,
}

/// What the header of a command says.
struct Header {
    command: u16,
    response: bool,
    status: u32,
    session: u64,
    tree: u32,
    message: u64,
    /// The class and level of the information that is told.
    info: Option<(u8, u8)>,
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    match tvb.u32(0) {
        Ok(PLAIN) => {}
        Ok(TRANSFORMED) => return transformed(cx, tvb),
        Ok(COMPRESSED) => return compressed(cx, tvb),
        _ => return Ok(0),
    }
    cx.column("SMB2", || "SMB2".to_owned());
    let mut at = 0;
    for _ in 0..MAX_CHAIN {
        let rest = tvb.rest(at)?;
        let next = rest.u32_le(20)? as usize;
        command(cx, if next == 0 { rest } else { rest.limit(next) })?;
        if next < HEADER {
            break;
        }
        at = at.saturating_add(next);
        if at >= tvb.reported_len() {
            break;
        }
    }
    Ok(tvb.len())
}

/// An encrypted message: what is inside needs the session's key.
fn transformed<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("SMB2", || "Encrypted SMB3".to_owned());
    cx.out.item(f::PROTOCOL_ID, tvb, 0, 4)?;
    cx.out.item(f::HEADER_TRANSFORM_SIGNATURE, tvb, 4, 16)?;
    cx.out.item(f::HEADER_TRANSFORM_NONCE, tvb, 20, 16)?;
    num(cx, f::HEADER_TRANSFORM_MSG_SIZE, tvb, 36, 4)?;
    cx.out.item(f::HEADER_TRANSFORM_RESERVED, tvb, 40, 2)?;
    num(cx, f::HEADER_TRANSFORM_FLAGS, tvb, 42, 2)?;
    num(cx, f::SESID, tvb, 44, 8)?;
    cx.out.item(f::HEADER_TRANSFORM_ENC_DATA, tvb, 52, tvb.len().saturating_sub(52))?;
    Ok(tvb.len())
}

fn compressed<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("SMB2", || "Compressed SMB3".to_owned());
    cx.out.item(f::PROTOCOL_ID, tvb, 0, 4)?;
    num(cx, f::HEADER_COMP_TRANSFORM_ORIGINAL_SIZE, tvb, 4, 4)?;
    num(cx, f::HEADER_COMP_TRANSFORM_COMP_ALG, tvb, 8, 2)?;
    num(cx, f::HEADER_COMP_TRANSFORM_FLAGS, tvb, 10, 2)?;
    num(cx, f::HEADER_COMP_TRANSFORM_OFFSET, tvb, 12, 4)?;
    Ok(tvb.len())
}

fn command<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let head = tvb.u32_le(16)?;
    let (response, asynchronous) = (head & 1 != 0, head & 2 != 0);
    let mut header = Header {
        command: tvb.u16_le(12)?,
        response,
        status: if response { tvb.u32_le(8)? } else { 0 },
        session: tvb.u64_le(40)?,
        tree: if asynchronous { 0 } else { tvb.u32_le(36)? },
        message: tvb.u64_le(24)?,
        info: None,
    };
    cx.out.item(f::PROTOCOL_ID, tvb, 0, 4)?;
    num(cx, f::HEADER_LEN, tvb, 4, 2)?;
    num(cx, f::CREDIT_CHARGE, tvb, 6, 2)?;
    if response {
        num(cx, f::NT_STATUS, tvb, 8, 4)?;
    } else {
        num(cx, f::CHANNEL_SEQUENCE, tvb, 8, 2)?;
        cx.out.item(f::RESERVED, tvb, 10, 2)?;
    }
    num(cx, f::CMD, tvb, 12, 2)?;
    num(cx, if response { f::CREDITS_GRANTED } else { f::CREDITS_REQUESTED }, tvb, 14, 2)?;
    flags(cx, f::FLAGS, "smb2.flags.", tvb, 16, 4)?;
    num(cx, f::CHAIN_OFFSET, tvb, 20, 4)?;
    num(cx, f::MSG_ID, tvb, 24, 8)?;
    if asynchronous {
        num(cx, f::AID, tvb, 32, 8)?;
    } else {
        num(cx, f::PID, tvb, 32, 4)?;
        num(cx, f::TID, tvb, 36, 4)?;
        tree(cx, &header);
    }
    num(cx, f::SESID, tvb, 40, 8)?;
    cx.out.item(f::SIGNATURE, tvb, 48, 16)?;
    let asked = exchange(cx, tvb, &header);
    header.info = asked.as_ref().and_then(|request| request.info);
    if tvb.reported_len() <= HEADER {
        return Ok(());
    }
    let named = commands::dissect(cx, tvb, &header)?;
    connected(cx, tvb, &header, asked, named);
    Ok(())
}

/// Emits what is known of the tree that a command goes to.
fn tree(cx: &mut Cx<'_>, header: &Header) {
    let Some(flow) = cx.info.flow else { return };
    let state: &mut State = cx.state.of(Proto::Smb2);
    let Some(tree) = state.trees.get((flow.id, header.session, header.tree)).cloned() else { return };
    if header.command == commands::TREE_CONNECT {
        return;
    }
    show(cx, &tree);
}

fn show(cx: &mut Cx<'_>, tree: &Tree) {
    cx.out.generated_str(f::TREE, &tree.name);
    cx.out.generated_uint(f::SHARE_TYPE, tree.kind.into());
    cx.out.generated_uint(f::TCON_FRAME, tree.frame);
}

/// Matches a response with its request, or remembers a request.
fn exchange(cx: &mut Cx<'_>, tvb: Tvb<'_>, header: &Header) -> Option<Request> {
    let flow = cx.info.flow?;
    let key = (flow.id, header.message);
    let (frame, time_ns) = (cx.frame.number, cx.frame.timestamp_ns);
    let state: &mut State = cx.state.of(Proto::Smb2);
    if !header.response {
        state.requests.insert(key, Request { frame, time_ns, name: String::new(), info: commands::asked_info(tvb, header) });
        cx.tell(header.message as u32, f::RESPONSE_IN);
        return None;
    }
    let request = state.requests.get(key)?.clone();
    cx.note_frame_for(request.frame, header.message as u32, f::RESPONSE_IN);
    cx.out.generated_uint(f::RESPONSE_TO, request.frame);
    if let (Some(now), Some(then)) = (time_ns, request.time_ns) {
        cx.out.generated(f::TIME, Value::Time(now - then));
    }
    Some(request)
}

/// Remembers the share that a tree connect names, and its tree once the server agrees.
fn connected(cx: &mut Cx<'_>, tvb: Tvb<'_>, header: &Header, asked: Option<Request>, named: Option<String>) {
    let Some(flow) = cx.info.flow else { return };
    if header.command != commands::TREE_CONNECT {
        return;
    }
    let frame = cx.frame.number;
    let state: &mut State = cx.state.of(Proto::Smb2);
    if let Some(name) = named {
        if let Some(request) = state.requests.get((flow.id, header.message)) {
            request.name = name;
        }
    } else if let (Some(request), 0, true) = (asked, header.status, header.response) {
        let kind = tvb.u8(HEADER + 2).unwrap_or_default();
        let tree = Tree { name: request.name, kind, frame };
        state.trees.insert((flow.id, header.session, header.tree), tree.clone());
        if cx.state.later.is_known() {
            show(cx, &tree);
        }
    }
}
