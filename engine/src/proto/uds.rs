//! Unified diagnostic services, ISO 14229-1.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// UDS.
pub static UDS: Protocol = Protocol {
    name: "uds",
    title: "Unified Diagnostic Services",
    frame_name: "uds",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Doip)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Between which ends the message is.
#[derive(Clone, Copy, Debug, Default)]
struct Ends {
    source: u16,
    target: u16,
}

/// Dissects a message between two ends.
pub(super) fn call<'f>(cx: &mut Cx<'f>, source: u16, target: u16, message: Tvb<'f>) {
    *cx.state.of::<Ends>(Proto::Uds) = Ends { source, target };
    cx.call(Proto::Uds, message);
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    const REPLY: u64 = 0x40;
    cx.column("UDS", String::new);
    if tvb.reported_len() == 0 {
        // It ends before it shows anything.
        cx.withdraw_item(Proto::Uds);
        return Err(Stop::Malformed);
    }
    let ends = *cx.state.of::<Ends>(Proto::Uds);
    for (own, name, end) in [
        (f::DIAG_ADDR_SOURCE, f::DIAG_ADDR_SOURCE_NAME, ends.source),
        (f::DIAG_ADDR_TARGET, f::DIAG_ADDR_TARGET_NAME, ends.target),
    ] {
        for (number, text) in [(own, name), (f::DIAG_ADDR, f::DIAG_ADDR_NAME)] {
            cx.out.generated_uint(number, end.into());
            // Nobody has named it.
            cx.out.generated_str(text, &end.to_string());
        }
    }
    let at = &mut Cursor::new(tvb, 0);
    let service = at.bits(cx, &[f::SID, f::REPLY], 1)?;
    body(cx, at, service & !REPLY, service & REPLY != 0)?;
    Ok(tvb.len())
}

fn rest<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, field: F) -> Result<(), Stop> {
    let len = at.left();
    if len > 0 { at.item(cx, field, len) } else { Ok(()) }
}

fn body<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, service: u64, reply: bool) -> Result<(), Stop> {
    match service {
        0x10 => {
            at.item(cx, f::DSC_TYPE, 1)?;
            if reply { rest(cx, at, f::DSC_PARAMETER_RECORD) } else { Ok(()) }
        }
        0x11 => at.item(cx, f::ER_TYPE, 1),
        0x19 => {
            at.item(cx, f::RDTCI_TYPE, 1)?;
            rest(cx, at, f::RDTCI_RECORD)
        }
        0x22 if reply => {
            at.item(cx, f::RDBI_DATA_IDENTIFIER, 2)?;
            rest(cx, at, f::RDBI_DATA_RECORD)
        }
        0x22 => {
            while at.left() > 0 {
                at.item(cx, f::RDBI_DATA_IDENTIFIER, 2)?;
            }
            Ok(())
        }
        0x27 => {
            // Odd types ask for a seed, even ones bring the key.
            let kind = at.uint(cx, f::SA_TYPE, 1)?;
            match (reply, kind % 2 == 0) {
                (true, false) => rest(cx, at, f::SA_SEED),
                (false, true) => rest(cx, at, f::SA_KEY),
                _ => Ok(()),
            }
        }
        0x2e => {
            at.item(cx, f::WDBI_DATA_IDENTIFIER, 2)?;
            if reply { Ok(()) } else { rest(cx, at, f::WDBI_DATA_RECORD) }
        }
        0x2f => {
            at.item(cx, f::IOCBI_DATA_IDENTIFIER, 2)?;
            at.item(cx, f::IOCBI_PARAMETER, 1)?;
            rest(cx, at, f::IOCBI_STATE)
        }
        0x31 => {
            at.item(cx, f::RC_TYPE, 1)?;
            at.item(cx, f::RC_IDENTIFIER, 2)?;
            if !reply {
                return rest(cx, at, f::RC_OPTION_RECORD);
            }
            if at.left() > 0 {
                at.item(cx, f::RC_INFO, 1)?;
            }
            rest(cx, at, f::RC_STATUS_RECORD)
        }
        0x34 if !reply => {
            at.bits(cx, &[f::RD_COMPRESSION_METHOD, f::RD_ENCRYPTING_METHOD], 1)?;
            let lengths = at.bits(cx, &[f::RD_MEMORY_SIZE_LENGTH, f::RD_MEMORY_ADDRESS_LENGTH], 1)? as usize;
            number(cx, at, f::RD_MEMORY_ADDRESS, lengths & 0xf)?;
            number(cx, at, f::RD_MEMORY_SIZE, lengths >> 4)
        }
        0x34 => {
            let len = at.uint(cx, f::RD_MAX_NUMBER_OF_BLOCK_LENGTH_LENGTH, 1)? as usize >> 4;
            number(cx, at, f::RD_MAX_NUMBER_OF_BLOCK_LENGTH, len)
        }
        0x36 => at.item(cx, f::TD_BLOCK_SEQUENCE_COUNTER, 1),
        0x3e => at.bits(cx, &[f::TP_SUPPRESS_REPLY, f::TP_SUPPRESS_REPLY_INDIFICATION], 1).map(drop),
        0x3f => {
            at.item(cx, f::ERR_SID, 1)?;
            at.item(cx, f::ERR_CODE, 1)
        }
        0x85 => at.item(cx, f::CDTCS_TYPE, 1),
        _ => Ok(()),
    }
}

/// A number of up to eight bytes.
fn number<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, field: F, len: usize) -> Result<(), Stop> {
    if !(1..=8).contains(&len) {
        return Ok(());
    }
    let value = at.tvb.uint(at.at, len)?;
    cx.out.number(field, at.tvb, at.at, len, value)?;
    at.at += len;
    Ok(())
}
