//! PostgreSQL frontend/backend protocol, version 3 (PostgreSQL manual, "Message Formats").

mod backend;
mod fields;
mod frontend;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Cx, Desegment, More},
    out::F,
    recent::Recent,
    tcp::{Skim, Skimming, pdus::dissect_pdus},
    tls,
    tvb::{Stop, Tvb},
};

/// PostgreSQL.
pub static PGSQL: Protocol = Protocol {
    name: "pgsql",
    title: "PostgreSQL",
    frame_name: "pgsql",
    fields: FIELDS,
    parents: &[Parent::TcpPort(5432), Parent::Below(Proto::Tls)],
    extent: Extent::Items,
    waits_silently: true,
    stateful: &["pgsql"],
    skim: Some(skim),
    dissect,
    ..Protocol::DEFAULT
};

/// What the next bytes of a conversation are to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Messages,
    /// A byte that answers the request to use TLS; that of the frame with this number.
    TlsAsked(u64),
    /// The client answers a list of SASL mechanisms, …
    SaslRequested,
    /// … a challenge, …
    SaslContinued,
    /// … or a token of GSSAPI.
    Gssapi,
}

type States = Recent<u32, State>;

/// The state of the current conversation.
fn state(cx: &mut Cx<'_>) -> State {
    let Some(flow) = cx.info.flow.filter(|_| !cx.info.in_error) else { return State::default() };
    cx.state.of::<States>(Proto::Pgsql).get(flow.id).copied().unwrap_or_default()
}

fn set_state(cx: &mut Cx<'_>, state: State) {
    let Some(flow) = cx.info.flow.filter(|_| !cx.info.in_error) else { return };
    cx.state.of::<States>(Proto::Pgsql).insert(flow.id, state);
}

/// Type byte (none in the first messages of a client) and length.
const HEADER: usize = 5;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if matches!(state(cx), State::TlsAsked(asked) if asked < cx.frame.number) {
        set_state(cx, State::Messages);
        if tvb.u8(0)? == b'S' {
            tls::start(cx, "PostgreSQL");
        }
        return Ok(tvb.len());
    }
    let from_client = cx.info.matched_port == cx.info.dstport;
    column(cx, if from_client { ">" } else { "<" });
    let mut first = true;
    dissect_pdus(cx, tvb, HEADER, length, |cx, tvb| {
        if !std::mem::take(&mut first) {
            column(cx, "/");
        }
        message(cx, tvb, from_client)
    })
}

/// Adds to the summary, which only has directions and types.
fn column(cx: &mut Cx<'_>, more: &str) {
    let before = std::mem::take(&mut cx.info.info_column);
    let goes_on = cx.info.protocol_column == "PGSQL";
    cx.column("PGSQL", || if goes_on { before + more } else { more.to_owned() });
}

/// The length does not count the type byte.
fn length(tvb: Tvb<'_>, at: usize) -> Result<Option<usize>, Stop> {
    let typed = usize::from(tvb.u8(at)? != 0);
    Ok(Some(tvb.u32(at + typed)? as usize + typed))
}

/// Looks only at lengths, but for what leads to TLS: who authenticates how is only shown. See [`Skim`].
fn skim(skimming: &mut Skimming<'_>, tvb: Tvb<'_>) -> Skim {
    let state = skimming.state.of::<States>(Proto::Pgsql).get(skimming.flow.id);
    if skimming.plan.reads_own(Proto::Pgsql) || matches!(state, Some(State::TlsAsked(_))) {
        return Skim::Dissect;
    }
    let mut at = 0;
    while at < tvb.len() {
        let left = tvb.len() - at;
        let wait = |more| Skim::Waits(Desegment { offset: at, more }, None);
        if left < HEADER {
            return wait(More::OneSegment);
        }
        // What has no type is from the start of a connection.
        let (Ok(1..), Ok(len)) = (tvb.u8(at), tvb.u32(at + 1)) else { return Skim::Dissect };
        let len = len as usize + 1;
        if len < HEADER {
            return Skim::Dissect;
        }
        if left < len {
            return wait(More::Bytes(len - left));
        }
        at += len;
    }
    Skim::Done
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, from_client: bool) -> Result<usize, Stop> {
    let kind = tvb.u8(0)?;
    let typed = usize::from(kind != 0);
    if typed == 1 {
        column(cx, &char::from(kind).to_string());
    }
    cx.item(Proto::Pgsql, tvb);
    let auth = state(cx);
    let name = if from_client { frontend::name(tvb, kind, auth) } else { backend::name(kind) };
    cx.out.text(f::TYPE, tvb, 0, typed, name)?;
    cx.out.item(f::LENGTH, tvb, typed, 4)?;
    cx.out.generated_bool(f::FRONTEND, from_client);
    if from_client {
        frontend::message(cx, tvb, kind, auth)?;
    } else {
        backend::message(cx, tvb, kind)?;
    }
    Ok(tvb.len())
}

/// Emits text that ends with a zero byte; returns where it ends.
fn text<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = text_len(tvb, at)?;
    cx.out.ascii(field, tvb, at, (at, len), len)?;
    Ok(at + len)
}

/// Length of the text at `at` with its zero byte.
fn text_len(tvb: Tvb<'_>, at: usize) -> Result<usize, Stop> {
    let rest = tvb.rest(at)?;
    match memchr::memchr(0, rest.data()) {
        Some(len) => Ok(len + 1),
        // There is none: what reading on fails with.
        None => rest.u8(rest.len()).map(|_| 0),
    }
}

/// A counted list of values, each with its length (-1 for NULL); returns where it ends.
fn values_at<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let count = tvb.u16(at)?;
    let mut at = at + 2;
    for _ in 0..count {
        at = value(cx, tvb, at)?;
    }
    Ok(at)
}

fn value<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = cx.out.uint(f::VAL_LENGTH, tvb, at, 4)? as u32;
    let len = usize::try_from(len.cast_signed()).unwrap_or_default();
    if len > 0 {
        cx.out.item(f::VAL_DATA, tvb, at + 4, len)?;
    }
    Ok(at + 4 + len)
}

/// A counted list of numbers of `width` bytes; returns where it ends.
fn list<'f>(cx: &mut Cx<'f>, field: F, width: usize, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let count = tvb.u16(at)?;
    let mut at = at + 2;
    for _ in 0..count {
        cx.out.item(field, tvb, at, width)?;
        at += width;
    }
    Ok(at)
}
