//! DCE 1.1 RPC, connection oriented: The Open Group C706 chapter 12, [MS-RPCE].

mod fields;
mod values;

use strato_filter_lang::{schema::Order, value::Value};

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    ntlmssp,
    out::F,
    recent::Recent,
    registry,
    tcp::pdus::dissect_pdus,
    tvb::{Stop, Tvb},
};

/// DCE RPC.
pub static DCERPC: Protocol = Protocol {
    name: "dcerpc",
    title: "Distributed Computing Environment / Remote Procedure Call (DCE/RPC)",
    frame_name: "dcerpc",
    fields: FIELDS,
    parents: &[Parent::Heuristic(Proto::Tcp), Parent::Below(Proto::Smb), Parent::Below(Proto::Smb2)],
    extent: Extent::Whole,
    may_take: |_, tvb| recognise(tvb),
    may_reject: true,
    waits_silently: true,
    stateful: &["dcerpc"],
    dissect,
    ..Protocol::DEFAULT
};

const HEADER: usize = 16;
const REQUEST: u8 = 0;
const RESPONSE: u8 = 2;
const FAULT: u8 = 3;
const BIND: u8 = 11;
const BIND_ACK: u8 = 12;
const BIND_NAK: u8 = 13;
const ALTER: u8 = 14;
const ALTER_RESPONSE: u8 = 15;
const AUTH3: u8 = 16;
const LAST_TYPE: u8 = 20;
/// Flags: an object's number is there, it is the first fragment.
const OBJECT: u8 = 0x80;
/// Bytes before the credentials of a verifier.
const VERIFIER: usize = 8;
/// Ways to prove who one is.
const SPNEGO: u8 = 9;
const NTLM: u8 = 10;
/// Bind Time Feature Negotiation: such numbers begin so, what follows are features.
const FEATURES: [u8; 8] = [0x2c, 0x1c, 0xb7, 0x6c, 0x12, 0x98, 0x40, 0x45];

/// Calls by conversation and number: frame, time, operation.
type Calls = Recent<(u32, u32), (u64, Option<i128>, u16)>;

/// A message and the byte order that it says it has.
#[derive(Clone, Copy)]
struct Message<'f> {
    tvb: Tvb<'f>,
    order: Order,
}

impl<'f> Message<'f> {
    fn u16(self, at: usize) -> Result<u16, Stop> {
        match self.order {
            Order::Big => self.tvb.u16(at),
            Order::Little => self.tvb.u16_le(at),
        }
    }

    fn u32(self, at: usize) -> Result<u32, Stop> {
        match self.order {
            Order::Big => self.tvb.u32(at),
            Order::Little => self.tvb.u32_le(at),
        }
    }

    fn num(self, cx: &mut Cx<'f>, field: F, at: usize, len: usize) -> Result<(), Stop> {
        match self.order {
            Order::Big => cx.out.item(field, self.tvb, at, len),
            Order::Little => cx.out.item_le(field, self.tvb, at, len),
        }
    }

    fn guid(self, cx: &mut Cx<'f>, field: F, at: usize) -> Result<(), Stop> {
        let mut guid = self.tvb.array::<16>(at)?;
        if self.order == Order::Little {
            let [a, b, c, d, e, f, g, h, ..] = guid;
            let (head, _) = guid.split_at_mut(8);
            head.copy_from_slice(&[d, c, b, a, f, e, h, g]);
        }
        cx.out.add(field, self.tvb.captured(at, 16), Value::Guid(guid));
        Ok(())
    }
}

fn order(tvb: Tvb<'_>) -> Result<Order, Stop> {
    Ok(if tvb.u8(4)? & 0x10 != 0 { Order::Little } else { Order::Big })
}

/// Whether bytes begin as a message: version 5, a type and a representation that exist.
fn recognise(tvb: Tvb<'_>) -> bool {
    let Ok([version, minor, kind, _, drep, float, ..]) = tvb.array::<HEADER>(0) else { return false };
    version == 5 && minor <= 1 && kind < LAST_TYPE && drep & 0xee == 0 && float <= 3
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if !recognise(tvb) {
        return Ok(0);
    }
    if cx.parent() != Some(Proto::Tcp) {
        message(cx, tvb)?;
        return Ok(tvb.len());
    }
    cx.info.follow_up = Some(Proto::Dcerpc);
    let length = |tvb: Tvb<'f>, at: usize| {
        let rest = tvb.rest(at)?;
        Ok(Some(usize::from(Message { tvb: rest, order: order(rest)? }.u16(8)?)))
    };
    dissect_pdus(cx, tvb, HEADER, length, |cx, tvb| message(cx, tvb).map(|()| tvb.len()))
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.column("DCERPC", || "DCERPC".to_owned());
    let message = Message { tvb, order: order(tvb)? };
    for (i, field) in [f::VER, f::VER_MINOR, f::PKT_TYPE, f::CN_FLAGS].into_iter().enumerate() {
        cx.out.item(field, tvb, i, 1)?;
    }
    for (index, part) in registry::protocol(Proto::Dcerpc).fields.iter().enumerate() {
        if part.name.starts_with("dcerpc.cn_flags.") {
            cx.out.item(F { proto: Proto::Dcerpc, index: index as u16 }, tvb, 3, 1)?;
        }
    }
    cx.out.item(f::DREP, tvb, 4, 4)?;
    let drep = tvb.u8(4)?;
    cx.out.number(f::DREP_BYTEORDER, tvb, 4, 1, (drep >> 4).into())?;
    cx.out.number(f::DREP_CHARACTER, tvb, 4, 1, (drep & 0xf).into())?;
    cx.out.item(f::DREP_FP, tvb, 5, 1)?;
    message.num(cx, f::CN_FRAG_LEN, 8, 2)?;
    message.num(cx, f::CN_AUTH_LEN, 10, 2)?;
    message.num(cx, f::CN_CALL_ID, 12, 4)?;
    let kind = tvb.u8(2)?;
    match kind {
        BIND | ALTER => bind(cx, message)?,
        BIND_ACK | ALTER_RESPONSE => bound(cx, message)?,
        BIND_NAK => message.num(cx, f::CN_REJECT_REASON, 16, 2)?,
        REQUEST => request(cx, message)?,
        RESPONSE | FAULT => response(cx, message, kind)?,
        _ => {}
    }
    verifier(cx, message, kind)
}

/// Where the verifier begins: the end of the message if there is none.
fn body_end(message: Message<'_>) -> Result<usize, Stop> {
    let (whole, auth) = (usize::from(message.u16(8)?), usize::from(message.u16(10)?));
    Ok(if auth == 0 { whole } else { whole.saturating_sub(auth + VERIFIER) })
}

fn verifier<'f>(cx: &mut Cx<'f>, message: Message<'f>, kind: u8) -> Result<(), Stop> {
    let len = usize::from(message.u16(10)?);
    if len == 0 || kind > AUTH3 {
        return Ok(());
    }
    let at = body_end(message)?;
    let numbers = [f::AUTH_TYPE, f::AUTH_LEVEL, f::AUTH_PAD_LEN, f::AUTH_RSRVD];
    for (i, field) in numbers.into_iter().enumerate() {
        cx.out.item(field, message.tvb, at + i, 1)?;
    }
    message.num(cx, f::AUTH_CTX_ID, at + 4, 4)?;
    // Tokens are exchanged while binding only; later they are signatures.
    let exchange = matches!(kind, BIND | BIND_ACK | ALTER | ALTER_RESPONSE | AUTH3);
    match message.tvb.u8(at)? {
        SPNEGO => _ = cx.call_unnamed(Proto::GssApi, message.tvb.sub(at + VERIFIER, len)?),
        NTLM => {
            let token = message.tvb.sub(at + VERIFIER, len)?;
            if exchange || ntlmssp::is_verifier(token) {
                cx.call_unnamed(Proto::Ntlmssp, token);
            }
        }
        _ => {}
    }
    Ok(())
}

fn sizes<'f>(cx: &mut Cx<'f>, message: Message<'f>) -> Result<(), Stop> {
    message.num(cx, f::CN_MAX_XMIT, 16, 2)?;
    message.num(cx, f::CN_MAX_RECV, 18, 2)?;
    message.num(cx, f::CN_ASSOC_GROUP, 20, 4)
}

/// Features where a transfer syntax has a number.
fn features<'f>(cx: &mut Cx<'f>, message: Message<'f>, at: usize) -> Result<(), Stop> {
    for field in [f::CN_BIND_TRANS_BTFN, f::CN_BIND_TRANS_BTFN_01, f::CN_BIND_TRANS_BTFN_02] {
        message.num(cx, field, at, 2)?;
    }
    Ok(())
}

fn bind<'f>(cx: &mut Cx<'f>, message: Message<'f>) -> Result<(), Stop> {
    let tvb = message.tvb;
    sizes(cx, message)?;
    let contexts = cx.out.uint(f::CN_NUM_CTX_ITEMS, tvb, 24, 1)?;
    let mut at = 28;
    for _ in 0..contexts {
        let start = at;
        message.num(cx, f::CN_CTX_ID, at, 2)?;
        let syntaxes = cx.out.uint(f::CN_NUM_TRANS_ITEMS, tvb, at + 2, 1)?;
        cx.out.label(f::CN_BIND_ABSTRACT_SYNTAX, tvb, at + 4, 20);
        message.guid(cx, f::CN_BIND_TO_UUID, at + 4)?;
        message.num(cx, f::CN_BIND_IF_VER, at + 20, 2)?;
        message.num(cx, f::CN_BIND_IF_VER_MINOR, at + 22, 2)?;
        at += 24;
        for _ in 0..syntaxes {
            cx.out.label(f::CN_BIND_TRANS, tvb, at, 20);
            message.guid(cx, f::CN_BIND_TRANS_ID, at)?;
            if tvb.bytes(at, 8)? == FEATURES {
                features(cx, message, at + 8)?;
            }
            message.num(cx, f::CN_BIND_TRANS_VER, at + 16, 4)?;
            at += 20;
        }
        cx.out.label(f::CN_CTX_ITEM, tvb, start, at - start);
    }
    Ok(())
}

/// A negotiation of features is answered so.
const NEGOTIATE_ACK: u16 = 3;

fn bound<'f>(cx: &mut Cx<'f>, message: Message<'f>) -> Result<(), Stop> {
    let tvb = message.tvb;
    sizes(cx, message)?;
    message.num(cx, f::CN_SEC_ADDR_LEN, 24, 2)?;
    let len = usize::from(message.u16(24)?);
    if len > 0 {
        cx.out.item(f::CN_SEC_ADDR, tvb, 26, len)?;
    }
    let mut at = (26 + len).next_multiple_of(4);
    let results = cx.out.uint(f::CN_NUM_RESULTS, tvb, at, 1)?;
    at += 4;
    for _ in 0..results {
        message.num(cx, f::CN_ACK_RESULT, at, 2)?;
        match message.u16(at)? {
            0 => {}
            NEGOTIATE_ACK => features(cx, message, at + 2)?,
            _ => message.num(cx, f::CN_ACK_REASON, at + 2, 2)?,
        }
        message.guid(cx, f::CN_ACK_TRANS_ID, at + 4)?;
        message.num(cx, f::CN_ACK_TRANS_VER, at + 20, 4)?;
        at += 24;
    }
    Ok(())
}

fn request<'f>(cx: &mut Cx<'f>, message: Message<'f>) -> Result<(), Stop> {
    message.num(cx, f::CN_ALLOC_HINT, 16, 4)?;
    message.num(cx, f::CN_CTX_ID, 20, 2)?;
    message.num(cx, f::OPNUM, 22, 2)?;
    let mut at = 24;
    if message.tvb.u8(3)? & OBJECT != 0 {
        message.guid(cx, f::OBJ_ID, at)?;
        at += 16;
    }
    if let Some(flow) = cx.info.flow {
        let call = (cx.frame.number, cx.frame.timestamp_ns, message.u16(22)?);
        // Wireshark says so twice: of the request, and of what is in it.
        cx.tell(message.u32(12)?, f::RESPONSE_IN);
        cx.tell(message.u32(12)?, f::RESPONSE_IN);
        cx.state.of::<Calls>(Proto::Dcerpc).insert((flow.id, message.u32(12)?), call);
    }
    stub(cx, message, at)
}

fn response<'f>(cx: &mut Cx<'f>, message: Message<'f>, kind: u8) -> Result<(), Stop> {
    let tvb = message.tvb;
    message.num(cx, f::CN_ALLOC_HINT, 16, 4)?;
    message.num(cx, f::CN_CTX_ID, 20, 2)?;
    cx.out.item(f::CN_CANCEL_COUNT, tvb, 22, 1)?;
    let mut at = 24;
    if kind == FAULT {
        cx.out.item(f::CN_FAULT_FLAGS, tvb, 23, 1)?;
        message.num(cx, f::CN_STATUS, 24, 4)?;
        at = 32;
    }
    if let Some(flow) = cx.info.flow {
        let key = (flow.id, message.u32(12)?);
        if let Some((frame, then, opnum)) = cx.state.of::<Calls>(Proto::Dcerpc).get(key).copied() {
            cx.out.generated_uint(f::OPNUM, opnum.into());
            cx.note_frame_for(frame, key.1, f::RESPONSE_IN);
            cx.out.generated_uint(f::REQUEST_IN, frame);
            if let (Some(now), Some(then)) = (cx.frame.timestamp_ns, then) {
                cx.out.generated(f::TIME, Value::Time(now - then));
            }
        }
    }
    stub(cx, message, at)
}

/// Arguments and results: what they mean only the interface's definition says.
fn stub<'f>(cx: &mut Cx<'f>, message: Message<'f>, at: usize) -> Result<(), Stop> {
    let end = body_end(message)?;
    if end > at && message.u16(10)? == 0 {
        message.tvb.bytes(at, end - at)?;
        cx.out.item(f::PAYLOAD_STUB_DATA, message.tvb, at, end - at)?;
    }
    Ok(())
}
