//! Questions and resource records.

use strato_filter_lang::value::Value;

use super::{
    Kind, Message,
    fields::f,
    name::{Name, is_printable, printable},
    opt,
    rdata::{self, Rdata},
};
use crate::proto::{
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::Stop,
};

const TYPE_SRV: u16 = 33;
const TYPE_OPT: u16 = 41;

impl<'f> Message<'f> {
    /// Reads a name and emits it; returns how long it is.
    pub(super) fn name(self, cx: &mut Cx<'f>, field: F, at: usize) -> Result<usize, Stop> {
        let name = Name::read(self.tvb, at, self.base, None)?;
        self.emit_name(cx, field, at, &name);
        Ok(name.len)
    }

    /// Emits a name that was read at `at`.
    pub(super) fn emit_name(self, cx: &mut Cx<'f>, field: F, at: usize, name: &Name) {
        if cx.out.wants(field) {
            let text = name.bytes();
            let text = match is_printable(text) {
                true => cx.out.alloc_bytes(text),
                false => cx.out.alloc_bytes(name.text().as_bytes()),
            };
            cx.out.add(field, self.tvb.captured(at, name.len), Value::Str(text.into()));
        }
    }
}

/// A question; returns its length.
pub(super) fn question<'f>(cx: &mut Cx<'f>, msg: Message<'f>, at: usize) -> Result<usize, Stop> {
    let tvb = msg.tvb;
    let name = Name::read(tvb, at, msg.base, None)?;
    let end = at + name.len;
    let class = tvb.u16(end + 2)?;
    msg.emit_name(cx, f::QRY_NAME, at, &name);
    cx.out.number(f::QRY_NAME_LEN, tvb, at, name.len, name.bytes().len() as u64)?;
    let labels = if cx.out.wants(f::COUNT_LABELS) { name.labels() } else { 0 };
    cx.out.number(f::COUNT_LABELS, tvb, at, name.len, labels as u64)?;
    cx.out.item(f::QRY_TYPE, tvb, end, 2)?;
    if msg.kind == Kind::Mdns {
        cx.out.number(f::QRY_CLASS, tvb, end + 2, 2, u64::from(class & 0x7fff))?;
        cx.out.item(f::QRY_QU, tvb, end + 2, 2)?;
    } else {
        cx.out.item(f::QRY_CLASS, tvb, end + 2, 2)?;
    }
    Ok(name.len + 4)
}

/// A resource record; returns its length.
pub(super) fn record<'f>(cx: &mut Cx<'f>, msg: Message<'f>, at: usize) -> Result<usize, Stop> {
    let tvb = msg.tvb;
    let name = Name::read(tvb, at, msg.base, None)?;
    let end = at + name.len;
    let (ty, class) = (tvb.u16(end)?, tvb.u16(end + 2)?);
    let len = usize::from(tvb.u16(end + 8)?);
    // A record that is not there to its end shows nothing.
    tvb.bytes(end + 10, len)?;
    if ty == TYPE_SRV {
        service(cx, msg, at, &name);
    } else {
        msg.emit_name(cx, f::RESP_NAME, at, &name);
    }
    cx.out.item(f::RESP_TYPE, tvb, end, 2)?;
    if ty == TYPE_OPT {
        opt::header(cx, msg, end)?;
    } else {
        class_and_ttl(cx, msg, end, class)?;
    }
    cx.out.item(f::RESP_LEN, tvb, end + 8, 2)?;
    let rdata = Rdata { at: end + 10, len, ty, class };
    if len > 0 {
        rdata::dissect(cx, msg, rdata)?;
    }
    Ok(name.len + 10 + len)
}

fn class_and_ttl<'f>(cx: &mut Cx<'f>, msg: Message<'f>, at: usize, class: u16) -> Result<(), Stop> {
    if msg.kind == Kind::Mdns {
        cx.out.number(f::RESP_CLASS, msg.tvb, at + 2, 2, u64::from(class & 0x7fff))?;
        cx.out.item(f::RESP_CACHE_FLUSH, msg.tvb, at + 2, 2)?;
    } else {
        cx.out.item(f::RESP_CLASS, msg.tvb, at + 2, 2)?;
    }
    let ttl = cx.out.uint(f::RESP_TTL, msg.tvb, at + 4, 4)?;
    if ttl & 0x8000_0000 != 0 {
        let text = "The uppermost bit of the TTL is set (RFC 2181, section 8)";
        cx.out.expert(f::TTL_HIGH_BIT_SET, Severity::Warn, Group::Protocol, text);
    }
    Ok(())
}

/// The name of a SRV record is shown in three parts: service, protocol and the rest.
fn service<'f>(cx: &mut Cx<'f>, msg: Message<'f>, at: usize, name: &Name) {
    let raw = msg.tvb.captured(at, name.len);
    let mut parts = name.bytes().splitn(3, |b| *b == b'.');
    for field in [f::SRV_SERVICE, f::SRV_PROTO, f::SRV_NAME] {
        let Some(part) = parts.next() else { return };
        if cx.out.wants(field) {
            let text = cx.out.alloc_str(&printable(part));
            cx.out.add(field, raw, Value::str(text));
        }
    }
}
