//! Options of the IPv4 header.

use strato_filter_lang::value::Value;

use super::{Cx, F, Group, Severity, Stop, Tvb, f};

/// One option: what its declaration is called, and what its bytes after type and length mean.
type Body = for<'f> fn(&mut Cx<'f>, Tvb<'f>) -> Result<(), Stop>;

/// Type, its `FT_PROTOCOL` item, shortest and longest length, contents.
const OPTIONS: &[(u8, F, usize, usize, Body)] = &[
    (7, f::OPTIONS_RECORD_ROUTE, 3, 40, record_route),
    (11, f::OPTIONS_MTU_PROBE, 4, 4, |cx, option| cx.out.item(f::OPT_MTU, option, 2, 2)),
    (12, f::OPTIONS_MTU_REPLY, 4, 4, |cx, option| cx.out.item(f::OPT_MTU, option, 2, 2)),
    (25, f::OPTIONS_QS, 8, 8, quick_start),
    (68, f::OPTIONS_TIMESTAMP, 4, 40, time_stamps),
    (82, f::OPTIONS_TRACEROUTE, 12, 12, traceroute),
    (130, f::OPTIONS_SECURITY, 3, 40, security),
    (131, f::OPTIONS_ROUTE, 3, 40, source_route),
    (133, f::OPTIONS_EXT_SECURITY, 3, 40, extended_security),
    (134, f::OPTIONS_CIPSO, 10, 40, cipso),
    (136, f::OPTIONS_SID, 4, 4, |cx, option| cx.out.item(f::OPT_SID, option, 2, 2)),
    (137, f::OPTIONS_SOURCE_ROUTE, 3, 40, source_route),
    (148, f::OPTIONS_ROUTERALERT, 4, 4, |cx, option| cx.out.item(f::OPT_RA, option, 2, 2)),
    (149, f::OPTIONS_SDB, 6, 38, |cx, option| each(option, 2, 4, |at| cx.out.item(f::OPT_ADDR, option, at, 4))),
    (154, f::OPTIONS_DSR, 8, 8, cilium_dsr),
];

/// Emits the options of a header.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, options: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while at < options.reported_len() {
        let kind = options.u8(at)?;
        if kind <= 1 {
            let whole = if kind == 0 { f::OPTIONS_EOL } else { f::OPTIONS_NOP };
            protocol(cx, whole, options.sub(at, 1)?);
            type_fields(cx, options, at)?;
            at += 1;
            if kind == 0 {
                break;
            }
            continue;
        }
        let len = usize::from(options.u8(at + 1)?);
        let Ok(option) = options.sub(at, len) else {
            cx.out.expert(f::OPT_LEN_INVALID, Severity::Warn, Group::Protocol, "Invalid length for option");
            return Ok(());
        };
        if len < 2 {
            cx.out.expert(f::OPT_LEN_INVALID, Severity::Warn, Group::Protocol, "Invalid length for option");
            return Ok(());
        }
        one(cx, kind, option)?;
        at += len;
    }
    Ok(())
}

fn one<'f>(cx: &mut Cx<'f>, kind: u8, option: Tvb<'f>) -> Result<(), Stop> {
    let known = OPTIONS.iter().find(|row| row.0 == kind);
    if let Some(row) = known {
        protocol(cx, row.1, option);
    }
    type_fields(cx, option, 0)?;
    cx.out.item(f::OPT_LEN, option, 1, 1)?;
    let len = option.reported_len();
    match known {
        Some((_, _, min, max, _)) if len < *min || len > *max => {
            cx.out.expert(f::OPT_LEN_INVALID, Severity::Warn, Group::Protocol, "Invalid length for option");
            Ok(())
        }
        Some((.., body)) => body(cx, option),
        None if len > 2 => cx.out.item(f::OPT_DATA, option, 2, len - 2),
        None => Ok(()),
    }
}

/// The item that covers a whole option.
fn protocol<'f>(cx: &mut Cx<'f>, field: F, option: Tvb<'f>) {
    let bytes = option.data();
    cx.out.add(field, bytes, Value::Protocol { bytes: bytes.into(), text: "" });
}

fn type_fields<'f>(cx: &mut Cx<'f>, option: Tvb<'f>, at: usize) -> Result<(), Stop> {
    for field in [f::OPT_TYPE, f::OPT_TYPE_COPY, f::OPT_TYPE_CLASS, f::OPT_TYPE_NUMBER] {
        cx.out.item(field, option, at, 1)?;
    }
    Ok(())
}

/// Calls `item` for each whole piece of `size` bytes from `at` on.
fn each(
    option: Tvb<'_>,
    at: usize,
    size: usize,
    mut item: impl FnMut(usize) -> Result<(), Stop>,
) -> Result<(), Stop> {
    (at..option.reported_len()).step_by(size).filter(|at| at + size <= option.reported_len()).try_for_each(&mut item)
}

/// An address of a route, as address and as host.
fn hop<'f>(cx: &mut Cx<'f>, option: Tvb<'f>, at: usize, addr: F, name: F) -> Result<(), Stop> {
    cx.out.item(addr, option, at, 4)?;
    super::host(cx, name, option, at)
}

fn pointer<'f>(cx: &mut Cx<'f>, option: Tvb<'f>) -> Result<usize, Stop> {
    let pointer = cx.out.uint(f::OPT_PTR, option, 2, 1)? as usize;
    if pointer < 4 {
        let text = "Pointer points before first address";
        cx.out.expert(f::OPT_PTR_BEFORE_ADDRESS, Severity::Warn, Group::Protocol, text);
    } else if pointer & 3 != 0 {
        let text = "Pointer points to middle of address";
        cx.out.expert(f::OPT_PTR_MIDDLE_ADDRESS, Severity::Warn, Group::Protocol, text);
    }
    Ok(pointer)
}

fn record_route<'f>(cx: &mut Cx<'f>, option: Tvb<'f>) -> Result<(), Stop> {
    let pointer = pointer(cx, option)?;
    each(option, 3, 4, |at| {
        let (addr, name) =
            if at + 1 < pointer { (f::REC_RT, f::REC_RT_HOST) } else { (f::EMPTY_RT, f::EMPTY_RT_HOST) };
        hop(cx, option, at, addr, name)
    })
}

fn source_route<'f>(cx: &mut Cx<'f>, option: Tvb<'f>) -> Result<(), Stop> {
    let pointer = pointer(cx, option)?;
    each(option, 3, 4, |at| {
        let (addr, name) = if at + 1 < pointer { (f::REC_RT, f::REC_RT_HOST) } else { (f::SRC_RT, f::SRC_RT_HOST) };
        hop(cx, option, at, addr, name)
    })
}

fn time_stamps<'f>(cx: &mut Cx<'f>, option: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::OPT_PTR, option, 2, 1)?;
    cx.out.item(f::OPT_OVERFLOW, option, 3, 1)?;
    let flag = cx.out.uint(f::OPT_FLAG, option, 3, 1)? & 0x0f;
    if flag == 0 {
        return each(option, 4, 4, |at| cx.out.item(f::OPT_TIME_STAMP, option, at, 4));
    }
    each(option, 4, 8, |at| {
        cx.out.item(f::OPT_TIME_STAMP_ADDR, option, at, 4)?;
        cx.out.item(f::OPT_TIME_STAMP, option, at + 4, 4)
    })
}

fn traceroute<'f>(cx: &mut Cx<'f>, option: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::OPT_ID_NUMBER, option, 2, 2)?;
    cx.out.item(f::OPT_OHC, option, 4, 2)?;
    cx.out.item(f::OPT_RHC, option, 6, 2)?;
    cx.out.item(f::OPT_ORIGINATOR, option, 8, 4)
}

/// RFC 4782.
fn quick_start<'f>(cx: &mut Cx<'f>, option: Tvb<'f>) -> Result<(), Stop> {
    let function = cx.out.uint(f::OPT_QS_FUNC, option, 2, 1)? >> 4;
    if function == 0 {
        cx.out.item(f::OPT_QS_RATE, option, 2, 1)?;
        cx.out.item(f::OPT_QS_TTL, option, 3, 1)?;
    } else {
        cx.out.item(f::OPT_QS_RATE, option, 2, 1)?;
        cx.out.item(f::OPT_QS_UNUSED, option, 3, 1)?;
    }
    cx.out.item(f::OPT_QS_NONCE, option, 4, 4)?;
    cx.out.item(f::OPT_QS_RESERVED, option, 4, 4)
}

/// RFC 791 has 11 bytes, RFC 1108 any other number.
fn security<'f>(cx: &mut Cx<'f>, option: Tvb<'f>) -> Result<(), Stop> {
    if option.reported_len() == 11 {
        cx.out.item(f::OPT_SEC_RFC791_SEC, option, 2, 2)?;
        cx.out.item(f::OPT_SEC_RFC791_COMP, option, 4, 2)?;
        cx.out.item(f::OPT_SEC_RFC791_HR, option, 6, 2)?;
        return cx.out.item(f::OPT_SEC_RFC791_TCC, option, 8, 3);
    }
    cx.out.item(f::OPT_SEC_CL, option, 2, 1)?;
    let flags = [
        f::OPT_SEC_PROT_AUTH_FLAGS,
        f::OPT_SEC_PROT_AUTH_GENSER,
        f::OPT_SEC_PROT_AUTH_SIOP_ESI,
        f::OPT_SEC_PROT_AUTH_SCI,
        f::OPT_SEC_PROT_AUTH_NSA,
        f::OPT_SEC_PROT_AUTH_DOE,
        f::OPT_SEC_PROT_AUTH_UNASSIGNED,
        f::OPT_SEC_PROT_AUTH_FTI,
    ];
    for at in 3..option.reported_len() {
        flags.into_iter().try_for_each(|field| cx.out.item(field, option, at, 1))?;
        let last = option.u8(at)? & 1 == 0;
        if last && at + 1 < option.reported_len() {
            let text = "Extraneous data in option";
            cx.out.expert(f::OPT_LEN_EXTRA_FOUND, Severity::Warn, Group::Protocol, text);
        }
        if last {
            break;
        }
    }
    Ok(())
}

fn extended_security<'f>(cx: &mut Cx<'f>, option: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::OPT_EXT_SEC_ADD_SEC_INFO_FORMAT_CODE, option, 2, 1)?;
    match option.reported_len() {
        3 => Ok(()),
        len => cx.out.item(f::OPT_EXT_SEC_ADD_SEC_INFO, option, 3, len - 3),
    }
}

/// Commercial IP Security Option (FIPS 188).
fn cipso<'f>(cx: &mut Cx<'f>, option: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::CIPSO_DOI, option, 2, 4)?;
    let mut at = 6;
    while at + 2 <= option.reported_len() {
        let kind = cx.out.uint(f::CIPSO_TAG_TYPE, option, at, 1)?;
        let len = usize::from(option.u8(at + 1)?);
        if len < 2 || at + len > option.reported_len() {
            cx.out.expert(f::CIPSO_MALFORMED, Severity::Warn, Group::Malformed, "Malformed CIPSO tag");
            return Ok(());
        }
        match kind {
            1 | 2 | 5 if len >= 4 => {
                cx.out.item(f::CIPSO_SENSITIVITY_LEVEL, option, at + 3, 1)?;
                if cx.out.wants(f::CIPSO_CATEGORIES) {
                    let text = categories(kind, option.bytes(at + 4, len - 4)?);
                    cx.out.generated_str(f::CIPSO_CATEGORIES, &text);
                }
            }
            _ if len > 2 => cx.out.item(f::CIPSO_TAG_DATA, option, at + 2, len - 2)?,
            _ => {}
        }
        at += len;
    }
    Ok(())
}

/// The numbers of categories: a bitmap (tag 1), a list (2), ranges from high to low (5).
fn categories(kind: u64, bytes: &[u8]) -> String {
    let number = |pair: &[u8]| pair.iter().fold(0u32, |n, byte| n << 8 | u32::from(*byte));
    let names: Vec<String> = match kind {
        1 => (0..bytes.len() * 8)
            .filter(|bit| bytes.get(bit / 8).is_some_and(|byte| byte & (0x80 >> (bit % 8)) != 0))
            .map(|bit| bit.to_string())
            .collect(),
        2 => bytes.chunks_exact(2).map(|pair| number(pair).to_string()).collect(),
        _ => bytes
            .chunks(4)
            .map(|range| {
                let (high, low) = range.split_at(range.len().min(2));
                format!("{}-{}", number(low), number(high))
            })
            .collect(),
    };
    names.join(",")
}

fn cilium_dsr<'f>(cx: &mut Cx<'f>, option: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::OPT_DSR_CILIUM_SERVICE_PORT, option, 2, 2)?;
    cx.out.item(f::OPT_DSR_CILIUM_SERVICE_IP, option, 4, 4)
}
