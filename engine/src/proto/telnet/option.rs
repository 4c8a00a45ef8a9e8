//! What is inside suboptions: RFC 1091 and its kin, 1073, 1372, 2941, 2946, 2217, 2355.

use super::f;
use crate::proto::{
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, option: u8, tvb: Tvb<'f>) -> Result<(), Stop> {
    match option {
        // Terminal type, X display location: sent, or asked for.
        24 | 35 => string(cx, tvb),
        27 => outmark(cx, tvb),
        31 => {
            cx.out.item(f::NAWS_SUBOPT_WIDTH, tvb, 0, 2)?;
            cx.out.item(f::NAWS_SUBOPT_HEIGHT, tvb, 2, 2)
        }
        33 => cx.out.item(f::RFC_SUBOPT_CMD, tvb, 0, 1),
        37 => authentication(cx, tvb),
        38 => encryption(cx, tvb),
        40 => tn3270(cx, tvb),
        44 => com_port(cx, tvb),
        46 => cx.out.item(f::STARTTLS, tvb, 0, 1),
        _ => cx.out.item(f::OPTION_DATA, tvb, 0, tvb.len()),
    }
}

fn rest<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let len = tvb.reported_rest(at);
    if len == 0 { Ok(()) } else { cx.out.item(field, tvb, at, len) }
}

fn string<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    match tvb.u8(0)? {
        0 => {
            cx.out.item(f::SUBCMD, tvb, 0, 1)?;
            rest(cx, f::STRING_SUBOPT_VALUE, tvb, 1)
        }
        1 => {
            cx.out.item(f::SUBCMD, tvb, 0, 1)?;
            rest(cx, f::SUBCOMMAND_DATA, tvb, 1)
        }
        _ => {
            let text = "Invalid subcommand";
            cx.out.expert(f::INVALID_SUBCOMMAND, Severity::Warn, Group::Protocol, text);
            rest(cx, f::SUBCOMMAND_DATA, tvb, 1)
        }
    }
}

fn outmark<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while at < tvb.len() {
        cx.out.item(f::OUTMARK_SUBOPT_CMD, tvb, at, 1)?;
        let len = memchr::memchr(0x1d, tvb.captured(at, tvb.len())).unwrap_or(tvb.len() - at).max(1);
        if len > 1 {
            cx.out.item(f::OUTMARK_SUBOPT_BANNER, tvb, at + 1, len - 1)?;
        }
        at += len + 1;
    }
    Ok(())
}

fn authentication<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const NAME: u8 = 3;
    const SEND: u8 = 1;
    const KERBEROS_5: u8 = 2;
    let pair = |cx: &mut Cx<'f>, at: usize| {
        cx.out.item(f::AUTH_TYPE, tvb, at, 1)?;
        [f::AUTH_MOD_ENC, f::AUTH_MOD_CRED_FWD, f::AUTH_MOD_HOW, f::AUTH_MOD_WHO]
            .into_iter()
            .try_for_each(|field| cx.out.item(field, tvb, at + 1, 1))
    };
    cx.out.item(f::AUTH_CMD, tvb, 0, 1)?;
    match tvb.u8(0)? {
        NAME => rest(cx, f::AUTH_NAME, tvb, 1),
        SEND => (1..tvb.len()).step_by(2).try_for_each(|at| pair(cx, at)),
        _ => {
            pair(cx, 1)?;
            if tvb.u8(1)? == KERBEROS_5 && tvb.reported_len() > 3 {
                cx.out.item(f::AUTH_KRB5_CMD, tvb, 3, 1)?;
            }
            Ok(())
        }
    }
}

fn encryption<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::ENC_CMD, tvb, 0, 1)?;
    match tvb.u8(0)? {
        0 | 2 => {
            cx.out.item(f::ENC_TYPE, tvb, 1, 1)?;
            rest(cx, f::ENC_TYPE_DATA, tvb, 2)
        }
        1 => (1..tvb.len()).try_for_each(|at| cx.out.item(f::ENC_TYPE, tvb, at, 1)),
        3 | 5 | 7 | 8 => rest(cx, f::ENC_KEY_ID, tvb, 1),
        4 | 6 => Ok(()),
        _ => {
            let text = "Unknown encryption command";
            cx.out.expert(f::ENC_CMD_UNKNOWN, Severity::Warn, Group::Protocol, text);
            Ok(())
        }
    }
}

fn tn3270<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while at < tvb.len() {
        let sub = tvb.u8(at)?;
        cx.out.item(f::TN3270_SUBOPT, tvb, at, 1)?;
        at += 1;
        let text_len = |from: usize| {
            tvb.captured(from, tvb.len()).iter().take_while(|byte| byte.is_ascii_graphic()).count()
        };
        let text = match sub {
            1 => Some(f::TN3270_CONNECT),
            4 => Some(f::TN3270_IS),
            5 => {
                cx.out.item(f::TN3270_REASON, tvb, at, 1)?;
                at += 1;
                None
            }
            7 => Some(f::TN3270_REQUEST_STRING),
            _ => None,
        };
        let len = text_len(at);
        if let Some(field) = text.filter(|_| len > 0) {
            cx.out.item(field, tvb, at, len)?;
            at += len;
        }
    }
    Ok(())
}

fn com_port<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    // The server's codes are the client's and 100.
    let field = match tvb.u8(0)? % 100 {
        0 => return rest(cx, f::COMPORT_SUBOPT_SIGNATURE, tvb, 1),
        1 => return numbered(cx, f::COMPORT_SUBOPT_BAUD_RATE, tvb, 4),
        2 => f::COMPORT_SUBOPT_DATA_SIZE,
        3 => f::COMPORT_SUBOPT_PARITY,
        4 => f::COMPORT_SUBOPT_STOP,
        5 => f::COMPORT_SUBOPT_CONTROL,
        8 => {
            cx.out.label(f::COMPORT_SUBOPT_FLOW_CONTROL_SUSPEND, tvb, 0, 1);
            return Ok(());
        }
        9 => {
            cx.out.label(f::COMPORT_SUBOPT_FLOW_CONTROL_RESUME, tvb, 0, 1);
            return Ok(());
        }
        12 => f::COMPORT_SUBOPT_PURGE,
        _ => return Ok(()),
    };
    numbered(cx, field, tvb, 1)
}

/// A number behind the code, which the item covers, too.
fn numbered<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, len: usize) -> Result<(), Stop> {
    if tvb.reported_len() < 1 + len {
        return Ok(());
    }
    let value = tvb.uint(1, len)?;
    cx.out.number(field, tvb, 0, 1 + len, value)
}
