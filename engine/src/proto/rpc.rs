//! ONC Remote Procedure Call, RFC 5531, over UDP and TCP.

mod auth;
mod fields;
mod programs;
mod tcp;
pub(super) mod xdr;

use rustc_hash::FxHashMap;
use strato_filter_lang::value::Value;

pub(super) use self::programs::Version;
use self::{
    auth::Wrapping,
    fields::{FIELDS, f},
};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Addr, Cx, Flow},
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// ONC RPC.
pub static RPC: Protocol = Protocol {
    name: "rpc",
    title: "Remote Procedure Call",
    frame_name: "rpc",
    fields: FIELDS,
    parents: &[
        Parent::UdpPort(111),
        Parent::TcpPort(111),
        Parent::Heuristic(Proto::Udp),
        Parent::Heuristic(Proto::Tcp),
    ],
    extent: Extent::Consumed,
    may_take: |cx, tvb| cx.innermost() != Some(Proto::Tcp) || tcp::may_take(cx, tvb),
    may_reject: true,
    waits_silently: true,
    across: &["rpc"],
    stateful: &["rpc"],
    // They emit its fields, too.
    needs: &[Proto::Nfs, Proto::Mount, Proto::Portmap, Proto::Nlm],
    dissect,
    ..Protocol::DEFAULT
};

/// The flag before each entry of a list.
pub(super) const VALUE_FOLLOWS: super::out::F = f::VALUE_FOLLOWS;

/// Where a call came from: over UDP its client, wherever the answer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Client {
    Flow(u32),
    Port(Addr, u16),
}

/// A call that was seen; the reply says nothing of its program.
#[derive(Clone, Copy, Debug)]
pub(super) struct Call {
    program: u32,
    /// Version of the program.
    pub(super) version: u32,
    /// The procedure called.
    pub(super) procedure: u32,
    /// A number that the program keeps for its reply.
    pub(super) note: u32,
    wrapping: Wrapping,
    frame: u64,
    reply: u64,
    time_ns: Option<i128>,
}

/// What outlives frames.
#[derive(Default)]
pub(super) struct State {
    calls: Recent<(Client, u32), Call>,
    /// Conversations over TCP that speak RPC.
    flows: Recent<u32, ()>,
    /// Records that wait for their last fragment, and how long they are together.
    parts: FxHashMap<Flow, Vec<u8>>,
    kept: usize,
    /// The message at hand: its call, and whether it is the reply.
    current: Option<((Client, u32), Call, bool)>,
}

impl State {
    /// The call at hand, or the one that the reply at hand answers.
    pub(super) fn call(&self) -> Option<&Call> {
        self.current.as_ref().map(|(_, call, _)| call)
    }

    /// The call that the message at hand answers.
    pub(super) fn answered(&self) -> Option<&Call> {
        self.current.as_ref().filter(|(_, _, reply)| *reply).map(|(_, call, _)| call)
    }

    /// Keeps a number for the reply of the call at hand.
    pub(super) fn keep(&mut self, note: u32) {
        if let Some((key, _, false)) = self.current
            && let Some(call) = self.calls.get(key)
        {
            call.note = note;
        }
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if cx.parent() == Some(Proto::Tcp) {
        return tcp::dissect(cx, tvb);
    }
    if !recognise(cx, tvb) {
        return Ok(0);
    }
    message(cx, tvb)
}

/// Emits a further item of the protocol: each message over TCP is one.
fn layer<'f>(cx: &mut Cx<'f>, bytes: &'f [u8]) {
    let own = super::registry::registry().protocol_id(Proto::Rpc);
    if cx.out.plan.wants(own) {
        cx.out.push_protocol(own, bytes);
    }
}

/// Whom the call of a message came from.
fn client(cx: &Cx<'_>, reply: bool) -> Option<Client> {
    let tcp = cx.parent() == Some(Proto::Tcp);
    match (tcp, reply) {
        (true, _) => cx.info.flow.map(|flow| Client::Flow(flow.id)),
        (false, false) => Some(Client::Port(cx.info.src, cx.info.srcport)),
        (false, true) => Some(Client::Port(cx.info.dst, cx.info.dstport)),
    }
}

/// Whether bytes begin as a message: a call of a program that is known, or the reply to a call that was seen.
fn recognise(cx: &mut Cx<'_>, tvb: Tvb<'_>) -> bool {
    let (Ok(xid), Ok(kind)) = (tvb.u32(0), tvb.u32(4)) else { return false };
    match kind {
        0 => tvb.u32(8) == Ok(2) && tvb.u32(12).is_ok_and(programs::is_known) && tvb.u32(20).is_ok(),
        1 => {
            let Some(client) = client(cx, true) else { return false };
            cx.state.of::<State>(Proto::Rpc).calls.get((client, xid)).is_some()
        }
        _ => false,
    }
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let reply = tvb.u32(4)? == 1;
    let Some(client) = client(cx, reply) else { return Ok(0) };
    let key = (client, tvb.u32(0)?);
    cx.out.item(f::XID, tvb, 0, 4)?;
    cx.out.item(f::MSGTYP, tvb, 4, 4)?;
    let result = if reply { answer(cx, tvb, key) } else { call(cx, tvb, key) };
    cx.state.of::<State>(Proto::Rpc).current = None;
    result
}

fn call<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, key: (Client, u32)) -> Result<usize, Stop> {
    let (program, version, procedure) = (tvb.u32(12)?, tvb.u32(16)?, tvb.u32(20)?);
    cx.column("RPC", || format!("V{version} proc-{procedure} Call"));
    for (i, field) in [f::VERSION, f::PROGRAM, f::PROGRAMVERSION, f::PROCEDURE].into_iter().enumerate() {
        cx.out.item(field, tvb, 8 + 4 * i, 4)?;
    }
    let (frame, time_ns) = (cx.frame.number, cx.frame.timestamp_ns);
    let wrapping = Wrapping::Plain;
    let made = Call { program, version, procedure, note: 0, wrapping, frame, reply: 0, time_ns };
    let seen = *cx.state.of::<State>(Proto::Rpc).calls.entry(key, || made);
    cx.tell(key.1, f::REQFRAME);
    // The same number again: sent once more, or another call that took it.
    if seen.frame != frame && seen.program == program {
        cx.out.label(f::DUP, tvb, 0, 0);
        cx.out.generated_uint(f::CALL_DUP, seen.frame);
    }
    let (at, wrapping) = auth::credentials(cx, tvb, 24)?;
    let at = auth::verifier(cx, tvb, at)?;
    let state: &mut State = cx.state.of(Proto::Rpc);
    if let Some(call) = state.calls.get(key) {
        call.wrapping = wrapping;
    }
    let current = Call { wrapping, ..made };
    state.current = Some((key, current, false));
    body(cx, tvb.rest(at)?, &current)?;
    Ok(at)
}

fn answer<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, key: (Client, u32)) -> Result<usize, Stop> {
    let frame = cx.frame.number;
    let Some(found) = cx.state.of::<State>(Proto::Rpc).calls.get(key) else { return Ok(0) };
    let call = *found;
    if found.reply == 0 {
        found.reply = frame;
    }
    cx.column("RPC", || format!("V{} proc-{} Reply (Call In {})", call.version, call.procedure, call.frame));
    cx.out.generated_uint(f::PROGRAM, call.program.into());
    cx.out.generated_uint(f::PROGRAMVERSION, call.version.into());
    cx.out.generated_uint(f::PROCEDURE, call.procedure.into());
    cx.out.item(f::REPLYSTAT, tvb, 8, 4)?;
    // Wireshark's name for the frame of the call.
    cx.out.generated_uint(f::REPFRAME, call.frame);
    if let (Some(now), Some(then)) = (cx.frame.timestamp_ns, call.time_ns) {
        cx.out.generated(f::TIME, Value::Time(now - then));
    }
    if call.reply == 0 {
        cx.note_frame_for(call.frame, key.1, f::REQFRAME);
    }
    if call.reply != 0 && call.reply != frame {
        cx.out.label(f::DUP, tvb, 0, 0);
        cx.out.generated_uint(f::REPLY_DUP, call.reply);
    }
    if tvb.u32(8)? != 0 {
        return rejected(cx, tvb, 12);
    }
    let at = auth::verifier(cx, tvb, 12)?;
    let status = cx.out.uint(f::STATE_ACCEPT, tvb, at, 4)?;
    match status {
        0 => {
            cx.state.of::<State>(Proto::Rpc).current = Some((key, call, true));
            body(cx, tvb.rest(at + 4)?, &call)?;
        }
        2 => {
            cx.out.item(f::PROGRAMVERSION_MIN, tvb, at + 4, 4)?;
            cx.out.item(f::PROGRAMVERSION_MAX, tvb, at + 8, 4)?;
        }
        _ => {}
    }
    Ok(at + 4)
}

fn rejected<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    if cx.out.uint(f::STATE_REJECT, tvb, at, 4)? == 0 {
        cx.out.item(f::VERSION_MIN, tvb, at + 4, 4)?;
        cx.out.item(f::VERSION_MAX, tvb, at + 8, 4)?;
    } else {
        cx.out.item(f::STATE_AUTH, tvb, at + 4, 4)?;
    }
    Ok(tvb.len())
}

/// Hands the body of a message to its program.
fn body<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, call: &Call) -> Result<(), Stop> {
    if call.wrapping == Wrapping::Gss {
        if tvb.reported_len() >= 4 {
            let len = usize::try_from(cx.out.uint(f::AUTHGSS_DATA_LENGTH, tvb, 0, 4)?).unwrap_or(usize::MAX);
            cx.out.item(f::AUTHGSS_DATA, tvb, 4, len)?;
        }
        return Ok(());
    }
    match programs::dissector(call.program) {
        Some(proto) => _ = cx.call(proto, tvb),
        None => {
            cx.out.generated_uint(f::PROGRAMVERSION, call.version.into());
            cx.out.generated_uint(f::PROCEDURE, call.procedure.into());
            cx.call_data(tvb);
        }
    }
    Ok(())
}

/// Dissects the body of a message by the tables of its program.
pub(super) fn program<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, versions: &'static [Version]) -> Result<usize, Stop> {
    // Nothing in it: Wireshark does not name the program among the frame's protocols.
    if tvb.reported_len() == 0 {
        cx.protocols.pop();
    }
    let Some((_, call, reply)) = cx.state.of::<State>(Proto::Rpc).current else { return Ok(0) };
    cx.out.generated_uint(f::PROGRAMVERSION, call.version.into());
    let Some(version) = versions.iter().find(|version| version.number == call.version) else {
        cx.out.generated_uint(f::PROCEDURE, call.procedure.into());
        return Ok(tvb.len());
    };
    cx.out.generated_uint(version.procedure, call.procedure.into());
    let procedure = usize::try_from(call.procedure).ok().and_then(|number| version.procedures.get(number));
    let Some(procedure) = procedure else { return Ok(tvb.len()) };
    xdr::read(cx, tvb, 0, if reply { procedure.reply } else { procedure.call })
}
