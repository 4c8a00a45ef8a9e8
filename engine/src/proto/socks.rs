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
    dissect::{Addr, Cx},
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
        dialogue::dissect(cx, tvb, known, from_client)?;
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
    inside(cx, tvb, known.port, from_client);
    Ok(tvb.len().max(1))
}

/// The bytes go to whom the remote port names, as if the client had connected to it.
fn inside<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, port: u16, from_client: bool) {
    let outer = (cx.info.srcport, cx.info.dstport, cx.info.matched_port, cx.info.follow_up);
    let other = if from_client {
        cx.info.dstport = port;
        cx.info.srcport
    } else {
        cx.info.srcport = port;
        cx.info.dstport
    };
    let candidates: smallvec::SmallVec<[_; 2]> = [port.min(other), port.max(other)]
        .into_iter()
        .filter_map(|port| Some((port, cx.lookup(Table::TcpPort, port.into())?)))
        .filter(|(_, proto)| *proto != Proto::Socks)
        .collect();
    if !cx.offer(&candidates, Proto::Tcp, tvb) {
        cx.call_data(tvb);
    }
    // The conversation itself stays with SOCKS.
    (cx.info.srcport, cx.info.dstport, cx.info.matched_port, cx.info.follow_up) = outer;
}
