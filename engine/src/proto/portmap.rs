//! Port mapper (version 2) and rpcbind (versions 3 and 4), RFC 1833.

mod fields;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    rpc::{
        self, VALUE_FOLLOWS, Version,
        xdr::{NULL, Procedure, Xdr},
    },
    tvb::{Stop, Tvb},
    udp,
};

/// The port mapper.
pub static PORTMAP: Protocol = Protocol {
    name: "portmap",
    title: "Portmap",
    frame_name: "portmap",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Rpc)],
    extent: Extent::Whole,
    across: &["portmap"],
    stateful: &["portmap"],
    dissect,
    ..Protocol::DEFAULT
};

/// Versions of the program.
pub(super) static VERSIONS: &[Version] = &[
    Version { number: 1, procedure: f::PROCEDURE_V1, procedures: &[] },
    Version { number: 2, procedure: f::PROCEDURE_V2, procedures: V2 },
    Version { number: 3, procedure: f::PROCEDURE_V3, procedures: V4 },
    Version { number: 4, procedure: f::PROCEDURE_V4, procedures: V4 },
];

const ANSWER: &[Xdr] = &[Xdr::Num(f::ANSWER, 4)];
const MAPPING: &[Xdr] =
    &[Xdr::Num(f::PROG, 4), Xdr::Num(f::VERSION, 4), Xdr::Num(f::PROTO, 4), Xdr::Num(f::PORT, 4)];
const CALL: &[Xdr] = &[Xdr::Num(f::PROG, 4), Xdr::Num(f::VERSION, 4), Xdr::Num(f::PROC, 4), Xdr::Counted(f::ARGS)];

static V2: &[Procedure] = &[
    NULL,
    // SET, UNSET, GETPORT, DUMP, CALLIT
    Procedure { call: MAPPING, reply: ANSWER },
    Procedure { call: MAPPING, reply: ANSWER },
    Procedure { call: MAPPING, reply: &[Xdr::Num(f::PORT, 4)] },
    Procedure { call: &[], reply: &[Xdr::List(VALUE_FOLLOWS, MAPPING)] },
    Procedure { call: CALL, reply: &[Xdr::Num(f::PORT, 4), Xdr::Counted(f::RESULT)] },
];

const RPCB: Xdr = Xdr::Item(
    f::RPCB,
    &[
        Xdr::Num(f::RPCB_PROG, 4),
        Xdr::Num(f::RPCB_VERSION, 4),
        Xdr::Counted(f::RPCB_NETID),
        Xdr::Counted(f::RPCB_ADDR),
        Xdr::Counted(f::RPCB_OWNER),
    ],
);
const ADDRESS: &[Xdr] = &[Xdr::Counted(f::UADDR)];
const RESULT: &[Xdr] = &[Xdr::Counted(f::UADDR), Xdr::Counted(f::RESULT)];

static V4: &[Procedure] = &[
    NULL,
    // SET, UNSET, GETADDR, DUMP, CALLIT or BCAST
    Procedure { call: &[RPCB], reply: ANSWER },
    Procedure { call: &[RPCB], reply: ANSWER },
    Procedure { call: &[RPCB], reply: ADDRESS },
    Procedure { call: &[], reply: &[Xdr::List(VALUE_FOLLOWS, &[RPCB])] },
    Procedure { call: CALL, reply: RESULT },
    // GETTIME, UADDR2TADDR, TADDR2UADDR, GETVERSADDR, INDIRECT
    NULL,
    NULL,
    NULL,
    Procedure { call: &[RPCB], reply: ADDRESS },
    Procedure { call: CALL, reply: RESULT },
];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("Portmap", || "Portmap".to_owned());
    ports(cx, tvb);
    rpc::program(cx, tvb, VERSIONS)
}

/// Where a program is reached over UDP: what is sent to that port is one conversation.
fn ports(cx: &mut Cx<'_>, tvb: Tvb<'_>) {
    const GETPORT: u32 = 3;
    const UDP: u32 = 17;
    let state = cx.state.of::<rpc::State>(Proto::Rpc);
    if state.call().is_none_or(|call| (call.version, call.procedure) != (2, GETPORT)) {
        return;
    }
    // The protocol that is asked for.
    state.keep(tvb.u32(8).unwrap_or_default());
    if state.answered().is_some_and(|call| call.note == UDP)
        && let Ok(port @ 1..=0xffff) = tvb.u32(0)
    {
        let (server, frame) = (cx.info.src, cx.frame.number);
        udp::announce(cx, (server, port as u16), frame, false);
    }
}
