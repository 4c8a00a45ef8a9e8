//! The dialogue of client and server, message by message.

use strato_filter_lang::value::Value;

use super::{f, session};
use crate::proto::{
    dissect::{Addr, Cx},
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// What the next message is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stage {
    #[default]
    Start,
    MethodReply,
    Password,
    PasswordReply,
    Command,
    Reply,
    /// A second reply: somebody connected to the port that was bound.
    BindReply,
    Data,
}

/// One conversation.
#[derive(Clone, Debug, Default)]
pub(super) struct Session {
    pub(super) stage: Stage,
    pub(super) version: u8,
    pub(super) command: u8,
    pub(super) dst: Addr,
    pub(super) port: u16,
}

pub(super) type Sessions = Recent<u32, Session>;

const CONNECT: u8 = 1;
const BIND: u8 = 2;
/// Method: name and password.
const PASSWORD: u8 = 2;

/// Dissects a message and remembers what follows it.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut known: Session, from_client: bool) -> Result<(), Stop> {
    let result = message(cx, tvb, &mut known, from_client);
    session(cx, |session| *session = known);
    result
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, known: &mut Session, from_client: bool) -> Result<(), Stop> {
    if known.stage == Stage::Start {
        known.version = tvb.u8(0)?;
    }
    if known.version == 4 {
        return version4(cx, tvb, known, from_client);
    }
    match (known.stage, from_client) {
        (Stage::Start, true) => methods(cx, tvb, known),
        (Stage::MethodReply, false) => {
            cx.out.item(f::VERSION, tvb, 0, 1)?;
            cx.out.item(f::AUTH_ACCEPTED_METHOD, tvb, 1, 1)?;
            known.stage = if tvb.u8(1)? == PASSWORD { Stage::Password } else { Stage::Command };
            Ok(())
        }
        (Stage::Password, true) => {
            known.stage = Stage::PasswordReply;
            password(cx, tvb, known.version)
        }
        (Stage::PasswordReply, false) => {
            known.stage = Stage::Command;
            cx.out.generated_uint(f::VERSION, known.version.into());
            cx.out.item(f::SUBNEGOTIATION_VERSION, tvb, 0, 1)?;
            cx.out.item(f::AUTH_STATUS, tvb, 1, 1)
        }
        (Stage::Command, true) => {
            known.stage = Stage::Reply;
            cx.out.item(f::VERSION, tvb, 0, 1)?;
            known.command = tvb.u8(1)?;
            cx.out.item(f::COMMAND, tvb, 1, 1)?;
            let (dst, port) = address(cx, tvb)?;
            if known.command == CONNECT || known.command == BIND {
                (known.dst, known.port) = (dst, port);
            }
            Ok(())
        }
        (Stage::Reply | Stage::BindReply, false) => {
            let bound = known.command == BIND && known.stage == Stage::Reply;
            known.stage = if bound { Stage::BindReply } else { Stage::Data };
            cx.out.item(f::VERSION, tvb, 0, 1)?;
            cx.out.item(f::RESULTS, tvb, 1, 1)?;
            address(cx, tvb).map(drop)
        }
        _ => Ok(()),
    }
}

/// Version 4: a request and its reply.
fn version4<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, known: &mut Session, from_client: bool) -> Result<(), Stop> {
    let ends = |cx: &mut Cx<'f>| {
        cx.out.item(f::DSTPORT, tvb, 2, 2)?;
        cx.out.item(f::DST, tvb, 4, 4)
    };
    if !from_client {
        known.stage = Stage::Data;
        cx.out.item(f::VERSION, tvb, 0, 1)?;
        cx.out.item(f::RESULTS, tvb, 1, 1)?;
        return ends(cx);
    }
    known.stage = Stage::Reply;
    cx.out.item(f::VERSION, tvb, 0, 1)?;
    cx.out.item(f::COMMAND, tvb, 1, 1)?;
    known.command = tvb.u8(1)?;
    // Later frames show the start of the request for the address; and a port of those that connected.
    known.dst = Addr::V4(tvb.u32(0)?);
    if known.command == CONNECT {
        known.port = tvb.u16(2)?;
    }
    ends(cx)?;
    let text = |at: usize| memchr::memchr(0, tvb.captured(at, tvb.len())).map(|len| len + 1);
    let Some(len) = text(8) else { return Ok(()) };
    cx.out.item(f::USERNAME, tvb, 8, len)?;
    // An address that cannot be: the name follows (version 4a).
    let is_name = matches!(tvb.u32(4)?, 1..=255);
    match text(8 + len).filter(|_| is_name) {
        Some(name) => cx.out.item(f::V4A_DNS_NAME, tvb, 8 + len, name),
        None => Ok(()),
    }
}

fn methods<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, known: &mut Session) -> Result<(), Stop> {
    known.stage = Stage::MethodReply;
    cx.out.item(f::VERSION, tvb, 0, 1)?;
    cx.out.item(f::AUTH_METHOD_COUNT, tvb, 1, 1)?;
    (0..usize::from(tvb.u8(1)?)).try_for_each(|i| cx.out.item(f::AUTH_METHOD, tvb, 2 + i, 1))
}

fn password<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, version: u8) -> Result<(), Stop> {
    cx.out.generated_uint(f::VERSION, version.into());
    cx.out.item(f::SUBNEGOTIATION_VERSION, tvb, 0, 1)?;
    let mut at = 1;
    for field in [f::USERNAME, f::PASSWORD] {
        at = counted(cx, field, tvb, at)?;
    }
    Ok(())
}

/// Text behind its length, which the item covers, too.
fn counted<'f>(cx: &mut Cx<'f>, field: super::super::out::F, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = usize::from(tvb.u8(at)?);
    let text = tvb.bytes(at + 1, len)?;
    if cx.out.wants(field) {
        let shown = String::from_utf8_lossy(text).into_owned();
        cx.out.text(field, tvb, at, len + 1, &shown)?;
    }
    Ok(at + 1 + len)
}

/// The address and port of a command or its reply, from the third byte on.
fn address<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(Addr, u16), Stop> {
    cx.out.item(f::RESERVED, tvb, 2, 1)?;
    cx.out.item(f::ADDRESS_TYPE, tvb, 3, 1)?;
    let (addr, at) = match tvb.u8(3)? {
        1 => {
            cx.out.item(f::DST, tvb, 4, 4)?;
            (Addr::V4(tvb.u32(4)?), 8)
        }
        3 => (Addr::None, counted(cx, f::REMOTE_NAME, tvb, 4)?),
        4 => {
            let addr = tvb.u128(4)?;
            cx.out.add(f::DSTV6, tvb.bytes(4, 16)?, Value::ipv6(addr));
            (Addr::V6(addr), 20)
        }
        _ => (Addr::None, 4),
    };
    cx.out.item(f::PORT, tvb, at, 2)?;
    Ok((addr, tvb.u16(at)?))
}
