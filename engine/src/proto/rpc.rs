//! ONC Remote Procedure Call over UDP, RFC 5531.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    recent::Recent,
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Rpc =>
    XID: "rpc.xid", "XID", u32().hex();
    MSGTYP: "rpc.msgtyp", "Message Type", u32().values(&MESSAGE_TYPES);
    VERSION: "rpc.version", "RPC Version", u32();
    PROGRAM: "rpc.program", "Program", u32();
    PROGRAMVERSION: "rpc.programversion", "Program Version", u32();
    PROCEDURE: "rpc.procedure", "Procedure", u32();
    REPLYSTAT: "rpc.replystat", "Reply State", u32().values(&REPLY_STATES);
    STATE_ACCEPT: "rpc.state_accept", "Accept State", u32().values(&ACCEPT_STATES);
    AUTH_FLAVOR: "rpc.auth.flavor", "Flavor", u32().values(&FLAVORS);
    AUTH_LENGTH: "rpc.auth.length", "Length", u32();
    REQFRAME: "rpc.reqframe", "Request Frame", framenum();
    TIME: "rpc.time", "Time from request", rel_time();
}

values! {
    MESSAGE_TYPES { 0 => "Call", 1 => "Reply" }
    REPLY_STATES { 0 => "accepted", 1 => "denied" }
    ACCEPT_STATES {
        0 => "RPC executed successfully", 1 => "remote hasn't exported program",
        2 => "remote can't support version #", 3 => "program can't support procedure",
        4 => "procedure can't decode params", 5 => "system errors like memory allocation failure",
    }
    FLAVORS { 0 => "AUTH_NULL", 1 => "AUTH_UNIX", 2 => "AUTH_SHORT", 3 => "AUTH_DES", 6 => "RPCSEC_GSS" }
}

/// ONC RPC.
pub static RPC: Protocol = Protocol {
    name: "rpc",
    title: "Remote Procedure Call",
    frame_name: "rpc",
    fields: FIELDS,
    parents: &[Parent::UdpPort(111), Parent::Heuristic(Proto::Udp), Parent::UdpPort(2049)],
    extent: Extent::Consumed,
    may_reject: true,
    across: &["rpc"],
    stateful: &["rpc"],
    dissect,
    ..Protocol::DEFAULT
};

const NFS: u32 = 100_003;

/// A call that was seen; the reply says nothing of its program.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    program: u32,
    /// Version of the program.
    pub version: u32,
    /// The procedure called.
    pub procedure: u32,
    frame: u64,
    time_ns: Option<i128>,
}

/// Calls by conversation and transaction.
type Calls = Recent<(u32, u32), Call>;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (Ok(xid), Ok(kind)) = (tvb.u32(0), tvb.u32(4)) else { return Ok(0) };
    let Some(flow) = cx.info.flow else { return Ok(0) };
    match kind {
        0 if tvb.u32(8) == Ok(2) && tvb.len() >= 40 => call(cx, tvb, (flow.id, xid)),
        1 => {
            let known = cx.state.of::<Calls>(Proto::Rpc).get((flow.id, xid)).copied();
            known.map_or(Ok(0), |call| reply(cx, tvb, call))
        }
        _ => Ok(0),
    }
}

fn call<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, key: (u32, u32)) -> Result<usize, Stop> {
    let (program, version, procedure) = (tvb.u32(12)?, tvb.u32(16)?, tvb.u32(20)?);
    let seen = Call { program, version, procedure, frame: cx.frame.number, time_ns: cx.frame.timestamp_ns };
    cx.state.of::<Calls>(Proto::Rpc).insert(key, seen);
    cx.column("RPC", || format!("Call: program {program} version {version} procedure {procedure}"));
    let fields = [f::XID, f::MSGTYP, f::VERSION, f::PROGRAM, f::PROGRAMVERSION, f::PROCEDURE];
    for (i, field) in fields.into_iter().enumerate() {
        cx.out.item(field, tvb, 4 * i, 4)?;
    }
    let at = auth(cx, tvb, 24)?;
    let at = auth(cx, tvb, at)?;
    inner(cx, program, tvb.rest(at)?);
    Ok(at)
}

fn reply<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, call: Call) -> Result<usize, Stop> {
    cx.column("RPC", || format!("Reply: program {} procedure {}", call.program, call.procedure));
    for (i, field) in [f::XID, f::MSGTYP, f::REPLYSTAT].into_iter().enumerate() {
        cx.out.item(field, tvb, 4 * i, 4)?;
    }
    cx.out.generated_uint(f::PROGRAM, call.program.into());
    cx.out.generated_uint(f::PROGRAMVERSION, call.version.into());
    cx.out.generated_uint(f::PROCEDURE, call.procedure.into());
    cx.out.generated_uint(f::REQFRAME, call.frame);
    if let (Some(now), Some(then)) = (cx.frame.timestamp_ns, call.time_ns) {
        cx.out.generated(f::TIME, strato_filter_lang::value::Value::Time(now - then));
    }
    if tvb.u32(8)? != 0 {
        return Ok(tvb.len());
    }
    let at = auth(cx, tvb, 12)?;
    cx.out.item(f::STATE_ACCEPT, tvb, at, 4)?;
    if tvb.u32(at)? == 0 {
        cx.state.of::<super::nfs::Replies>(Proto::Nfs).answered = Some(call);
        inner(cx, call.program, tvb.rest(at + 4)?);
    }
    Ok(at + 4)
}

/// Credentials or verifier: flavor, length, opaque; returns the offset behind it.
fn auth<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.item(f::AUTH_FLAVOR, tvb, at, 4)?;
    cx.out.item(f::AUTH_LENGTH, tvb, at + 4, 4)?;
    let len = usize::try_from(tvb.u32(at + 4)?).unwrap_or(usize::MAX);
    let end = at.saturating_add(8).saturating_add(len).checked_next_multiple_of(4).ok_or(Stop::Malformed)?;
    tvb.rest(end)?;
    Ok(end)
}

fn inner<'f>(cx: &mut Cx<'f>, program: u32, tvb: Tvb<'f>) {
    if program == NFS {
        cx.call(Proto::Nfs, tvb);
    }
}
