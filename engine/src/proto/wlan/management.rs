//! Bodies of management frames, IEEE 802.11-2020 §9.3.3: fixed parameters, then elements.

use super::{Cx, F, Stop, Tvb, f};

const CAPABILITIES: &[F] = &[
    f::FIXED_CAPABILITIES,
    f::FIXED_CAPABILITIES_ESS,
    f::FIXED_CAPABILITIES_IBSS,
    f::FIXED_CAPABILITIES_RESERVED1,
    f::FIXED_CAPABILITIES_RESERVED2,
    f::FIXED_CAPABILITIES_PRIVACY,
    f::FIXED_CAPABILITIES_SHORT_PREAMBLE,
    f::FIXED_CAPABILITIES_RESERVED3,
    f::FIXED_CAPABILITIES_RESERVED4,
    f::FIXED_CAPABILITIES_SPEC_MAN,
    f::FIXED_CAPABILITIES_QOS,
    f::FIXED_CAPABILITIES_SHORT_SLOT_TIME,
    f::FIXED_CAPABILITIES_APSD,
    f::FIXED_CAPABILITIES_RADIO_MEASUREMENT,
    f::FIXED_CAPABILITIES_EPD,
    f::FIXED_CAPABILITIES_RESERVED5,
    f::FIXED_CAPABILITIES_RESERVED6,
];

type Part = (&'static [F], usize);

const CAPABILITY: Part = (CAPABILITIES, 2);
const LISTEN: Part = (&[f::FIXED_LISTEN_IVAL], 2);
const STATUS: Part = (&[f::FIXED_STATUS_CODE], 2);
const REASON: Part = (&[f::FIXED_REASON_CODE], 2);
const ASSOCIATION: Part = (&[f::FIXED_AID], 2);

/// The fixed parameters of a subtype, all little endian; `None` when this does not know them.
fn fixed(subtype: u8) -> Option<&'static [Part]> {
    Some(match subtype {
        // association request and response, reassociation request and response
        0 => &[CAPABILITY, LISTEN],
        1 | 3 => &[CAPABILITY, STATUS, ASSOCIATION],
        2 => &[CAPABILITY, LISTEN, (&[f::FIXED_CURRENT_AP], 6)],
        // probe request, announcement of traffic
        4 | 9 => &[],
        // probe response, beacon; the interval is shown in seconds
        5 | 8 => &[(&[f::FIXED_TIMESTAMP], 8), (&[f::FIXED_BEACON], 2), CAPABILITY],
        // disassociation, deauthentication
        10 | 12 => &[REASON],
        11 => &[(&[f::FIXED_AUTH_ALG], 2), (&[f::FIXED_AUTH_SEQ], 2), STATUS],
        _ => return None,
    })
}

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, subtype: u8) -> Result<(), Stop> {
    let Some(parts) = fixed(subtype) else { return Ok(()) };
    let len = parts.iter().map(|part| part.1).sum();
    if len > 0 {
        cx.out.label(f::FIXED_ALL, tvb, 0, len);
    }
    let mut at = 0;
    for (fields, size) in parts {
        for field in *fields {
            if *field == f::FIXED_CURRENT_AP {
                cx.out.item(*field, tvb, at, *size)?;
            } else {
                cx.out.item_le(*field, tvb, at, *size)?;
            }
        }
        at += size;
    }
    let rest = tvb.reported_rest(at);
    if rest > 0 {
        cx.out.label(f::TAGGED_ALL, tvb, at, rest);
        elements(cx, tvb.rest(at)?)?;
    }
    Ok(())
}

fn elements<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const SSID: u8 = 0;
    const RATES: u8 = 1;
    const CHANNEL: u8 = 3;
    const EXTENDED_RATES: u8 = 50;
    let mut at = 0;
    while tvb.reported_rest(at) >= 2 {
        let (kind, len) = (tvb.u8(at)?, usize::from(tvb.u8(at + 1)?));
        cx.out.label(f::TAG, tvb, at, 2 + len);
        cx.out.item(f::TAG_NUMBER, tvb, at, 1)?;
        cx.out.item(f::TAG_LENGTH, tvb, at + 1, 1)?;
        let body = tvb.sub(at + 2, len)?;
        match kind {
            SSID => cx.out.item(f::SSID, body, 0, len)?,
            RATES => (0..len).try_for_each(|i| cx.out.item(f::SUPPORTED_RATES, body, i, 1))?,
            EXTENDED_RATES => (0..len).try_for_each(|i| cx.out.item(f::EXTENDED_SUPPORTED_RATES, body, i, 1))?,
            CHANNEL if len == 1 => cx.out.item(f::DS_CURRENT_CHANNEL, body, 0, 1)?,
            _ => {}
        }
        at += 2 + len;
    }
    Ok(())
}
