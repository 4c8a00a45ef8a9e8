//! SOCKS, versions 4, 4a and 5 (RFC 1928, 1929): a dialogue, and then what was asked for.

mod dialogue;
mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::{
    dialogue::{Session, Sessions, Stage},
    fields::{FIELDS, f},
};
use super::{
    Extent, Parent, Proto, Protocol, Table,
    dissect::{Addr, Cx, Tunnel},
    tvb::{Stop, Tvb},
};

/// SOCKS.
pub static SOCKS: Protocol = Protocol {
    name: "socks",
    title: "Socks Protocol",
    frame_name: "socks",
    fields: FIELDS,
    parents: &[Parent::TcpPort(1080)],
    calls: &[Table::TcpPort],
    extent: Extent::Whole,
    stateful: &["socks"],
    dissect,
    ..Protocol::DEFAULT
};

fn session<T>(cx: &mut Cx<'_>, look: impl FnOnce(&mut Session) -> T) -> T {
    match cx.info.flow.filter(|_| !cx.info.in_error) {
        Some(flow) => look(cx.state.of::<Sessions>(Proto::Socks).entry(flow.id, Session::default)),
        None => look(&mut Session::default()),
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let from_client = cx.info.matched_port == cx.info.dstport;
    let known = session(cx, |session| session.clone());
    cx.column("Socks", || format!("Version: {}", known.version));
    if known.stage != Stage::Data {
        let result = dialogue::dissect(cx, tvb, known, from_client);
        if let (Stage::Data, port) = session(cx, |session| (session.stage, session.port)) {
            // From now on the bytes go to whom the remote port names, as if the client had connected to it.
            cx.info.tunnel = Some(Tunnel { proto: Proto::Socks, own: cx.info.matched_port, port });
        }
        result?;
        return Ok(tvb.len().max(1));
    }
    cx.out.generated_uint(f::VERSION, known.version.into());
    cx.out.generated_uint(f::COMMAND, known.command.into());
    match known.dst {
        Addr::V4(addr) => cx.out.generated(f::DST, Value::ipv4(addr)),
        Addr::V6(addr) => cx.out.generated(f::DSTV6, Value::ipv6(addr)),
        Addr::Ether(_) | Addr::None => {}
    }
    cx.out.generated_uint(f::DSTPORT, known.port.into());
    Ok(tvb.len().max(1))
}
