//! Encoded addresses, RFC 7761 §4.9.1: unicast, group and source.

use super::{
    super::{
        layout::{
            Part::{Bits, Item},
            walk,
        },
        out::F,
    },
    Cx, Stop, Tvb, f,
};

/// Form of an encoded address.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Unicast,
    Group,
    Source,
}

/// Form of an address and the fields that name its part in a message.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    form: Form,
    v4: F,
    v6: F,
}

impl Kind {
    pub(super) const GROUP: Self = Self { form: Form::Group, v4: f::GROUP, v6: f::GROUP_IP6 };
    pub(super) const SOURCE_UNICAST: Self = Self { form: Form::Unicast, v4: f::SOURCE, v6: f::SOURCE_IP6 };
    pub(super) const JOIN: Self = Self { form: Form::Source, v4: f::JOIN_IP, v6: f::JOIN_IP6 };
    pub(super) const PRUNE: Self = Self { form: Form::Source, v4: f::PRUNE_IP, v6: f::PRUNE_IP6 };
    pub(super) const UPSTREAM: Self =
        Self { form: Form::Unicast, v4: f::UPSTREAM_NEIGHBOR, v6: f::UPSTREAM_NEIGHBOR_IP6 };
    pub(super) const LIST: Self = Self { form: Form::Unicast, v4: f::ADDRESS_LIST, v6: f::ADDRESS_LIST_IP6 };
    pub(super) const BSR: Self = Self { form: Form::Unicast, v4: f::BSR, v6: f::BSR_IP6 };
    pub(super) const RP: Self = Self { form: Form::Unicast, v4: f::RP, v6: f::RP_IP6 };
    pub(super) const ORIGINATOR: Self = Self { form: Form::Unicast, v4: f::ORIGINATOR, v6: f::ORIGINATOR_IP6 };
    pub(super) const OFFERING: Self =
        Self { form: Form::Unicast, v4: f::BIDIR_OFFERING_IP4, v6: f::BIDIR_OFFERING_IP6 };
    pub(super) const WINNER: Self = Self { form: Form::Unicast, v4: f::BIDIR_WINNER_IP4, v6: f::BIDIR_WINNER_IP6 };
}

/// Address families, of IANA's list.
const V4: u8 = 1;
const V6: u8 = 2;
/// Encoding of a source with join attributes, RFC 5384.
const JOIN_ATTRIBUTES: u8 = 1;

/// Emits an address and what it is made of; returns where it ends.
pub(super) fn address<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, kind: &Kind) -> Result<usize, Stop> {
    let (family, encoding) = (tvb.u8(at)?, tvb.u8(at + 1)?);
    let len = match family {
        V4 => 4,
        V6 => 16,
        _ => return Err(Stop::Malformed),
    };
    let v6 = family == V6;
    let flags_len = if kind.form == Form::Unicast { 0 } else { 2 };
    // The whole stands first, its value is the address inside.
    let whole = tvb.bytes(at, 2 + flags_len + len)?;
    let value = strato_filter_lang::value::header::decode(
        if v6 { strato_filter_lang::types::Type::Ipv6 } else { strato_filter_lang::types::Type::Ipv4 },
        0,
        tvb.bytes(at + 2 + flags_len, len)?,
        strato_filter_lang::schema::Order::Big,
    );
    cx.out.add(if v6 { kind.v6 } else { kind.v4 }, whole, value);
    let inner = walk(cx, tvb, at, &[Item(f::ADDR_ADDRESS_FAMILY, 1), Item(f::ADDR_ENCODING_TYPE, 1)])?;
    let either = |v4: F, v6_field: F| if v6 { v6_field } else { v4 };
    match kind.form {
        Form::Unicast => walk(cx, tvb, inner, &[Item(either(f::UNICAST, f::UNICAST_IPV6), len)]),
        Form::Group => {
            let flags = &[
                f::GROUP_ADDR_FLAGS,
                f::GROUP_ADDR_FLAGS_B,
                f::GROUP_ADDR_FLAGS_RESERVED,
                f::GROUP_ADDR_FLAGS_Z,
            ];
            let own = Item(either(f::GROUP, f::GROUP_IP6), len);
            walk(cx, tvb, inner, &[Bits(flags, 1), Item(f::MASK_LEN, 1), own])
        }
        Form::Source => {
            let flags = &[
                f::SOURCE_ADDR_FLAGS,
                f::SOURCE_ADDR_FLAGS_RESERVED,
                f::SOURCE_ADDR_FLAGS_S,
                f::SOURCE_ADDR_FLAGS_W,
                f::SOURCE_ADDR_FLAGS_R,
            ];
            let own = Item(either(f::SOURCE, f::SOURCE_IP6), len);
            let end = walk(cx, tvb, inner, &[Bits(flags, 1), Item(f::MASK_LEN, 1), own])?;
            if encoding == JOIN_ATTRIBUTES { attributes(cx, tvb, end) } else { Ok(end) }
        }
    }
}

fn attributes<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<usize, Stop> {
    const LAST: u8 = 0x40;
    const RLOC: u8 = 4;
    const TRANSPORT: u8 = 5;
    loop {
        let (first, len) = (tvb.u8(at)?, usize::from(tvb.u8(at + 1)?));
        cx.out.label(f::SOURCE_JA, tvb, at, 2 + len);
        let flags = &[
            f::SOURCE_JA_FLAGS,
            f::SOURCE_JA_FLAGS_F,
            f::SOURCE_JA_FLAGS_E,
            f::SOURCE_JA_FLAGS_ATTR_TYPE,
        ];
        let start = walk(cx, tvb, at, &[Bits(flags, 1), Item(f::SOURCE_JA_LENGTH, 1)])?;
        match (first & 0x3f, len) {
            (TRANSPORT, 1..) => cx.out.item(f::ATTRIBUTE_TRANSPORT_MODE, tvb, start, 1)?,
            (RLOC, 5) => {
                walk(cx, tvb, start, &[Item(f::ADDR_ADDRESS_FAMILY, 1), Item(f::RLOC, 4)])?;
            }
            (RLOC, 17) => {
                walk(cx, tvb, start, &[Item(f::ADDR_ADDRESS_FAMILY, 1), Item(f::RLOC_IPV6, 16)])?;
            }
            (_, 1..) => cx.out.item(f::SOURCE_JA_VALUE, tvb, start, len)?,
            _ => {}
        }
        at = start + len;
        if first & LAST != 0 {
            return Ok(at);
        }
    }
}
