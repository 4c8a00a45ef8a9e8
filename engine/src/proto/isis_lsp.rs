//! Link state packets of IS-IS, ISO/IEC 10589 §9.8, with fields of RFC 1195, 5301, 5305, 5308, 5120 and 6329.

mod fields;
mod reachability;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    isis::{self, Shown},
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// Link state packets.
pub static ISIS_LSP: Protocol = Protocol {
    name: "isis.lsp",
    title: "ISO 10589 ISIS Link State Protocol Data Unit",
    frame_name: "isis.lsp",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Isis)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const SHOWN: Shown = Shown { code: f::CLV_TYPE, len: f::CLV_LENGTH, unknown: f::CLV_UNKNOWN };

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let packet = isis::packet(cx);
    let at = &mut Cursor::new(tvb, 0);
    let len = at.uint(cx, f::PDU_LENGTH, 2)? as usize;
    let life = at.uint(cx, f::REMAINING_LIFE, 2)?;
    let checked = at.at;
    at.item(cx, f::LSP_ID, packet.id + 2)?;
    at.item(cx, f::SEQUENCE_NUMBER, 4)?;
    let sum = at.uint(cx, f::CHECKSUM, 2)?;
    let end = len.saturating_sub(packet.header - packet.variable());
    let status = match (sum, life) {
        // It is not set, or no longer is.
        (0, _) | (_, 0) => NOT_PRESENT,
        _ => match tvb.bytes(checked, end.saturating_sub(checked)) {
            Ok(bytes) if fletcher(bytes) => GOOD,
            Ok(_) => BAD,
            Err(_) => UNVERIFIED,
        },
    };
    cx.out.generated_uint(f::CHECKSUM_STATUS, status);
    if status == BAD {
        cx.out.expert(f::BAD_CHECKSUM, Severity::Error, Group::Checksum, "Bad checksum");
    }
    let bits = [
        f::PARTITION_REPAIR,
        f::ATT,
        f::ERROR_METRIC,
        f::EXPENSE_METRIC,
        f::DELAY_METRIC,
        f::DEFAULT_METRIC,
        f::OVERLOAD,
        f::IS_TYPE,
    ];
    // The metrics are bits of the attachment, which Wireshark reads from the four lower bits.
    at.bits(cx, &bits, 1)?;
    isis::variable(cx, tvb.limit(end), packet.variable(), &SHOWN, &mut |cx, code, value| {
        field(cx, code, value, packet.id)
    })?;
    Ok(tvb.len())
}

const BAD: u64 = 0;
const GOOD: u64 = 1;
const UNVERIFIED: u64 = 2;
const NOT_PRESENT: u64 = 3;

/// Whether both sums of ISO 8473's checksum are zero.
fn fletcher(bytes: &[u8]) -> bool {
    let (a, b) = bytes.iter().fold((0u32, 0u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 255;
        (a, (b + a) % 255)
    });
    a == 0 && b == 0
}

fn field<'f>(cx: &mut Cx<'f>, code: u8, tvb: Tvb<'f>, id: usize) -> Result<bool, Stop> {
    let len = tvb.reported_len();
    match code {
        1 => isis::areas(cx, f::AREA_ADDRESS, tvb)?,
        2 => reachability::neighbors(cx, tvb, id)?,
        10 => authentication(cx, tvb)?,
        14 => cx.out.item(f::ORIGINATING_LSP_BUFFER_SIZE, tvb, 0, 2)?,
        22 => reachability::extended_neighbors(cx, &mut Cursor::new(tvb, 0), id)?,
        128 | 130 => reachability::prefixes(cx, tvb)?,
        129 => isis::list(cx, f::CLV_NLPID_NLPID, tvb, 1)?,
        132 => isis::list(cx, f::CLV_IPV4_INT_ADDR, tvb, 4)?,
        133 => cx.out.item(f::IP_AUTHENTICATION, tvb, 0, len)?,
        134 => cx.out.item(f::CLV_TE_ROUTER_ID, tvb, 0, 4)?,
        135 => reachability::extended_prefixes(cx, &mut Cursor::new(tvb, 0))?,
        137 if len > 0 => cx.out.item(f::HOSTNAME, tvb, 0, len)?,
        140 if len >= 16 => cx.out.item(f::CLV_IPV6_TE_ROUTER_ID, tvb, 0, 16)?,
        144 => capability(cx, &mut Cursor::new(tvb, 0))?,
        222 => {
            let at = &mut Cursor::new(tvb, 0);
            at.item(cx, f::CLV_MT, 2)?;
            reachability::extended_neighbors(cx, at, id)?;
        }
        229 => isis::list(cx, f::CLV_MT, tvb, 2)?,
        232 => isis::list(cx, f::CLV_IPV6_INT_ADDR, tvb, 16)?,
        235 => {
            let at = &mut Cursor::new(tvb, 0);
            at.item(cx, f::CLV_MT, 2)?;
            reachability::extended_prefixes(cx, at)?;
        }
        236 => reachability::prefixes_v6(cx, &mut Cursor::new(tvb, 0))?,
        237 => {
            let at = &mut Cursor::new(tvb, 0);
            at.item(cx, f::CLV_MT, 2)?;
            reachability::prefixes_v6(cx, at)?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn authentication<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let rest = tvb.reported_rest(1);
    match tvb.u8(0)? {
        1 | 54 if rest > 0 => cx.out.item(f::AUTHENTICATION, tvb, 1, rest),
        1 | 54 => Ok(()),
        _ => {
            let text = "Unknown authentication type";
            cx.out.expert(f::AUTHENTICATION_UNKNOWN, Severity::Warn, Group::Protocol, text);
            Ok(())
        }
    }
}

/// What a bridge can do in a topology, RFC 6329 §14.
fn capability<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    // The overload bit of the topology is that of the field's name in the header, here in two bytes.
    let overload = at.tvb.u16(at.at)? & 0x8000 != 0;
    cx.out.add(f::OVERLOAD, at.tvb.bytes(at.at, 2)?, strato_filter_lang::value::Value::Bool(overload));
    at.item(cx, f::MT_CAP_MTID, 2)?;
    while at.left() >= 2 {
        let (code, len) = (at.tvb.u8(at.at)?, usize::from(at.tvb.u8(at.at + 1)?));
        at.at += 2;
        let inner = &mut Cursor::new(at.tvb.sub(at.at, len)?, 0);
        match code {
            1 if len >= 19 => instance(cx, inner)?,
            2 => {
                inner.item(cx, f::MT_CAP_SPB_OPAQUE_ALGORITHM, 4)?;
                inner.item(cx, f::MT_CAP_SPB_OPAQUE_INFORMATION, inner.left())?;
            }
            3 if len >= 8 => {
                inner.item(cx, f::MT_CAP_SPBM_SERVICE_IDENTIFIER_B_MAC, 6)?;
                inner.item(cx, f::MT_CAP_SPBM_SERVICE_IDENTIFIER_BASE_VID, 2)?;
                while inner.left() >= 4 {
                    let flags = [
                        f::MT_CAP_SPBM_SERVICE_IDENTIFIER_T,
                        f::MT_CAP_SPBM_SERVICE_IDENTIFIER_R,
                        f::MT_CAP_SPBM_SERVICE_IDENTIFIER_RESERVED,
                    ];
                    inner.bits(cx, &flags, 1)?;
                    inner.item(cx, f::MT_CAP_SPBM_SERVICE_IDENTIFIER_I_SID, 3)?;
                }
            }
            _ => {}
        }
        at.at += len;
    }
    Ok(())
}

fn instance<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    at.item(cx, f::MT_CAP_SPB_INSTANCE_CIST_ROOT_IDENTIFIER, 8)?;
    at.item(cx, f::MT_CAP_SPB_INSTANCE_CIST_EXTERNAL_ROOT_PATH_COST, 4)?;
    at.item(cx, f::MT_CAP_SPB_INSTANCE_BRIDGE_PRIORITY, 2)?;
    at.bits(cx, &[f::MT_CAP_SPB_INSTANCE_V, f::MT_CAP_SPSOURCEID], 4)?;
    let trees = at.uint(cx, f::MT_CAP_SPB_INSTANCE_NUMBER_OF_TREES, 1)?;
    for _ in 0..trees {
        if at.left() < 8 {
            break;
        }
        let flags = [
            f::MT_CAP_SPB_INSTANCE_VLANID_TUPLE_U,
            f::MT_CAP_SPB_INSTANCE_VLANID_TUPLE_M,
            f::MT_CAP_SPB_INSTANCE_VLANID_TUPLE_A,
            f::MT_CAP_SPB_INSTANCE_VLANID_TUPLE_RESERVED,
        ];
        at.bits(cx, &flags, 1)?;
        at.item(cx, f::MT_CAP_SPB_INSTANCE_VLANID_TUPLE_ECT, 4)?;
        let vids = [f::MT_CAP_SPB_INSTANCE_VLANID_TUPLE_BASEVID, f::MT_CAP_SPB_INSTANCE_VLANID_TUPLE_SPVID];
        at.bits(cx, &vids, 3)?;
    }
    Ok(())
}
