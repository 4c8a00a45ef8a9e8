//! Remote framebuffer protocol (VNC), RFC 6143: the handshake, what the client sends, and the heads of what the server
//! sends.

mod client;
mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::F,
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// VNC.
pub static VNC: Protocol = Protocol {
    name: "vnc",
    title: "Virtual Network Computing",
    frame_name: "vnc",
    fields: FIELDS,
    parents: &[
        Parent::TcpPort(5500),
        Parent::TcpPort(5501),
        Parent::TcpPort(5900),
        Parent::TcpPort(5901),
        Parent::Heuristic(Proto::Tcp),
    ],
    extent: Extent::Whole,
    may_take: |_, tvb| is_version(tvb),
    may_reject: true,
    stateful: &["vnc"],
    dissect,
    ..Protocol::DEFAULT
};

/// What the next packet is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    ServerVersion,
    ClientVersion,
    SecurityTypes,
    SecurityChoice,
    Challenge,
    Response,
    Result,
    ClientInit,
    ServerInit,
    Messages,
}

/// One conversation.
#[derive(Clone, Copy, Debug, Default)]
struct Session {
    stage: Stage,
    /// Minor version that the client speaks.
    minor: u32,
}

type Sessions = Recent<u32, Session>;

/// Authentication by a challenge.
const VNC_AUTHENTICATION: u32 = 2;
const NO_AUTHENTICATION: u32 = 1;
const VERSION_LEN: usize = 12;

fn is_version(tvb: Tvb<'_>) -> bool {
    let bytes = tvb.data();
    bytes.len() == VERSION_LEN && bytes.starts_with(b"RFB ") && bytes.get(7) == Some(&b'.') && bytes.ends_with(b"\n")
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let by_port = cx.info.matched_port != 0;
    if !by_port && !is_version(tvb) {
        return Ok(0);
    }
    let flow = cx.info.flow.filter(|_| !cx.info.in_error);
    let known = flow.and_then(|flow| cx.state.of::<Sessions>(Proto::Vnc).get(flow.id).copied()).unwrap_or_default();
    if !by_port {
        cx.info.follow_up = Some(Proto::Vnc);
    }
    cx.column("VNC", || "Protocol".to_owned());
    let mut next = known;
    // The greeting of the server starts all over.
    if is_version(tvb) && known.stage != Stage::ClientVersion {
        next.stage = Stage::ServerVersion;
    }
    let result = stage(cx, tvb, &mut next);
    if let Some(flow) = flow {
        cx.state.of::<Sessions>(Proto::Vnc).insert(flow.id, next);
    }
    result.map(|()| tvb.len().max(1))
}

fn stage<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, session: &mut Session) -> Result<(), Stop> {
    let from_server = cx.info.matched_port != 0 && cx.info.matched_port == cx.info.srcport;
    match session.stage {
        Stage::ServerVersion => {
            session.stage = Stage::ClientVersion;
            cx.out.item(f::SERVER_PROTO_VER, tvb, 4, 7)
        }
        Stage::ClientVersion => {
            session.stage = Stage::SecurityTypes;
            let minor = tvb.bytes(8, 3)?;
            session.minor = std::str::from_utf8(minor).ok().and_then(|minor| minor.parse().ok()).unwrap_or(3);
            cx.out.item(f::CLIENT_PROTO_VER, tvb, 4, 7)
        }
        Stage::SecurityTypes if session.minor < 7 => {
            cx.out.item(f::SERVER_SECURITY_TYPE, tvb, 0, 4)?;
            session.stage = after_security(tvb.u32(0)?, session.minor);
            Ok(())
        }
        Stage::SecurityTypes => {
            session.stage = Stage::SecurityChoice;
            cx.out.item(f::NUM_SECURITY_TYPES, tvb, 0, 1)?;
            (1..=usize::from(tvb.u8(0)?)).try_for_each(|at| cx.out.item(f::SECURITY_TYPE, tvb, at, 1))
        }
        Stage::SecurityChoice => {
            cx.out.item(f::CLIENT_SECURITY_TYPE, tvb, 0, 1)?;
            session.stage = after_security(tvb.u8(0)?.into(), session.minor);
            Ok(())
        }
        Stage::Challenge => {
            session.stage = Stage::Response;
            cx.out.item(f::AUTH_CHALLENGE, tvb, 0, 16)
        }
        Stage::Response => {
            session.stage = Stage::Result;
            cx.out.item(f::AUTH_RESPONSE, tvb, 0, 16)
        }
        Stage::Result => {
            session.stage = Stage::ClientInit;
            cx.out.item(f::AUTH_RESULT, tvb, 0, 4)?;
            let refused = tvb.u32(0)? & 1 != 0;
            if refused && session.minor >= 8 && tvb.reported_len() > 8 {
                cx.out.item(f::AUTH_ERROR_LEN, tvb, 4, 4)?;
                let len = tvb.u32(4)? as usize;
                cx.out.item(f::AUTH_ERROR, tvb, 8, len)?;
            }
            Ok(())
        }
        Stage::ClientInit => {
            session.stage = Stage::ServerInit;
            cx.out.item(f::SHARE_DESKTOP_FLAG, tvb, 0, 1)
        }
        Stage::ServerInit => {
            session.stage = Stage::Messages;
            server_init(cx, tvb)
        }
        Stage::Messages if from_server => server_message(cx, tvb),
        Stage::Messages => client::message(cx, tvb).map(drop),
    }
}

fn after_security(kind: u32, minor: u32) -> Stage {
    match kind {
        VNC_AUTHENTICATION => Stage::Challenge,
        NO_AUTHENTICATION if minor >= 8 => Stage::Result,
        _ => Stage::ClientInit,
    }
}

/// Fields one after another.
fn run<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize, fields: &[(F, usize)]) -> Result<usize, Stop> {
    for (field, len) in fields {
        cx.out.item(*field, tvb, at, *len)?;
        at += len;
    }
    Ok(at)
}

fn server_init<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let at = run(
        cx,
        tvb,
        0,
        &[
            (f::WIDTH, 2),
            (f::HEIGHT, 2),
            (f::SERVER_BITS_PER_PIXEL, 1),
            (f::SERVER_DEPTH, 1),
            (f::SERVER_BIG_ENDIAN_FLAG, 1),
            (f::SERVER_TRUE_COLOR_FLAG, 1),
            (f::SERVER_RED_MAX, 2),
            (f::SERVER_GREEN_MAX, 2),
            (f::SERVER_BLUE_MAX, 2),
            (f::SERVER_RED_SHIFT, 1),
            (f::SERVER_GREEN_SHIFT, 1),
            (f::SERVER_BLUE_SHIFT, 1),
            (f::PADDING, 3),
            (f::DESKTOP_NAME_LEN, 4),
        ],
    )?;
    let len = tvb.u32(at - 4)? as usize;
    cx.out.item(f::DESKTOP_NAME, tvb, at, len.min(tvb.reported_rest(at)))
}

/// The head of a message; what is in its rectangles is not taken apart.
fn server_message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const UPDATE: u8 = 0;
    const CUT_TEXT: u8 = 3;
    cx.out.item(f::SERVER_MESSAGE_TYPE, tvb, 0, 1)?;
    match tvb.u8(0)? {
        UPDATE => {
            let at = run(cx, tvb, 1, &[(f::PADDING, 1), (f::FB_UPDATE_NUM_RECTS, 2)])?;
            if tvb.u16(at - 2)? == 0 {
                return Ok(());
            }
            let head = [
                (f::FB_UPDATE_X_POS, 2),
                (f::FB_UPDATE_Y_POS, 2),
                (f::FB_UPDATE_WIDTH, 2),
                (f::FB_UPDATE_HEIGHT, 2),
                (f::FB_UPDATE_ENCODING_TYPE, 4),
            ];
            run(cx, tvb, at, &head).map(drop)
        }
        CUT_TEXT => {
            let at = run(cx, tvb, 1, &[(f::PADDING, 3), (f::SERVER_CUT_TEXT_LEN, 4)])?;
            let len = tvb.u32(at - 4)? as usize;
            cx.out.item(f::SERVER_CUT_TEXT, tvb, at, len)
        }
        _ => Ok(()),
    }
}
