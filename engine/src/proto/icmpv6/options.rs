//! Options of neighbor discovery.

use super::f;
use crate::proto::{
    dissect::Cx,
    dns::name::Name,
    layout::{
        Part::{self, Bits, Each, Item, Label, Prefix, Rest},
        walk,
    },
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

const REDIRECTED: u64 = 4;
const SEARCH_LIST: u64 = 31;

/// Dissects options up to the end of the message.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<(), Stop> {
    while tvb.reported_rest(at) > 0 {
        // In units of 8 bytes.
        let len = usize::from(tvb.u8(at + 1)?) * 8;
        cx.out.label(f::OPT, tvb, at, len);
        let ty = cx.out.uint(f::OPT_TYPE, tvb, at, 1)?;
        cx.out.item(f::OPT_LENGTH, tvb, at + 1, 1)?;
        if len == 0 {
            let text = "Invalid length: zero";
            cx.out.expert(f::INVALID_OPTION_LENGTH, Severity::Error, Group::Malformed, text);
            return Err(Stop::Malformed);
        }
        option(cx, tvb.sub(at, len)?, ty)?;
        at += len;
    }
    Ok(())
}

/// One option, as long as `tvb`.
fn option<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, ty: u64) -> Result<(), Stop> {
    let end = match ty {
        REDIRECTED => {
            cx.out.label(f::OPT_RESERVED, tvb, 2, 6);
            cx.out.label(f::OPT_REDIRECTED_PACKET, tvb, 8, tvb.len().saturating_sub(8));
            super::quoted(cx, tvb.rest(8)?);
            tvb.reported_len()
        }
        SEARCH_LIST => search_list(cx, tvb)?,
        _ => match parts(ty, tvb.reported_len()) {
            Some(parts) => walk(cx, tvb, 2, parts)?,
            None => {
                cx.out.expert(f::UNDECODED_OPTION, Severity::Note, Group::Undecoded, "Undecoded option");
                cx.out.item(f::DATA, tvb, 2, tvb.reported_rest(2))?;
                tvb.reported_len()
            }
        },
    };
    let rest = tvb.reported_rest(end);
    if rest > 0 {
        cx.out.item(f::UNKNOWN_DATA, tvb, end, rest)?;
        let text = "Unknown data (not interpreted)";
        cx.out.expert(f::UNKNOWN_DATA_EXPERT, Severity::Note, Group::Undecoded, text);
    }
    Ok(())
}

/// Domain names, RFC 8106 §5.2, padded with zeros.
fn search_list<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let mut at = walk(cx, tvb, 2, &[Label(f::OPT_RESERVED, 2), Item(f::OPT_DNSSL_LIFETIME, 4)])?;
    while tvb.reported_rest(at) > 0 {
        if tvb.u8(at)? == 0 {
            cx.out.label(f::OPT_PADDING, tvb, at, tvb.len().saturating_sub(at));
            break;
        }
        let name = Name::read(tvb, at, 0, None)?;
        cx.out.text(f::OPT_DNSSL, tvb, at, name.len, &name.text())?;
        at += name.len;
    }
    Ok(tvb.reported_len())
}

/// The fields of an option after its length.
fn parts(ty: u64, len: usize) -> Option<&'static [Part]> {
    Some(match ty {
        // Link-layer addresses; those of 802.15.4 are longer and padded.
        1 if len == 8 => &[Bits(&[f::OPT_LINKADDR, f::OPT_SRC_LINKADDR], 6)],
        1 => &[Bits(&[f::OPT_LINKADDR_EUI64, f::OPT_SRC_LINKADDR_EUI64], 8), Label(f::OPT_PADDING, 6)],
        2 if len == 8 => &[Bits(&[f::OPT_LINKADDR, f::OPT_TARGET_LINKADDR], 6)],
        2 => &[Bits(&[f::OPT_LINKADDR_EUI64, f::OPT_TARGET_LINKADDR_EUI64], 8), Label(f::OPT_PADDING, 6)],
        3 => &[
            Item(f::OPT_PREFIX_LENGTH, 1),
            Bits(
                &[
                    f::OPT_PREFIX_FLAG,
                    f::OPT_PREFIX_FLAG_L,
                    f::OPT_PREFIX_FLAG_A,
                    f::OPT_PREFIX_FLAG_R,
                    f::OPT_PREFIX_FLAG_P,
                    f::OPT_PREFIX_FLAG_RESERVED,
                ],
                1,
            ),
            Item(f::OPT_PREFIX_VALID_LIFETIME, 4),
            Item(f::OPT_PREFIX_PREFERRED_LIFETIME, 4),
            Label(f::OPT_RESERVED, 4),
            Item(f::OPT_PREFIX, 16),
        ],
        5 => &[Label(f::OPT_RESERVED, 2), Item(f::OPT_MTU, 4)],
        6 => &[Item(f::OPT_NBMA_SHORTCUT_LIMIT, 1), Label(f::OPT_RESERVED, 5)],
        7 => &[Label(f::OPT_RESERVED, 2), Item(f::OPT_ADVERTISEMENT_INTERVAL, 4)],
        8 => &[Label(f::OPT_RESERVED, 2), Item(f::OPT_HOME_AGENT_PREFERENCE, 2), Item(f::OPT_HOME_AGENT_LIFETIME, 2)],
        9 | 10 => &[Label(f::OPT_RESERVED, 6), Each(f::OPT_IPV6_ADDRESS, 16)],
        14 => &[Rest(f::OPT_NONCE)],
        24 => &[
            Item(f::OPT_PREFIX_LENGTH, 1),
            Bits(
                &[f::OPT_ROUTE_INFO_FLAG, f::OPT_ROUTE_INFO_FLAG_ROUTE_PREFERENCE, f::OPT_ROUTE_INFO_FLAG_RESERVED],
                1,
            ),
            Item(f::OPT_ROUTE_LIFETIME, 4),
            Prefix(f::OPT_PREFIX),
        ],
        25 => &[Label(f::OPT_RESERVED, 2), Item(f::OPT_RDNSS_LIFETIME, 4), Each(f::OPT_RDNSS, 16)],
        26 => &[
            Bits(&[f::OPT_EFO_M, f::OPT_EFO_O, f::OPT_EFO_H, f::OPT_EFO_PRF, f::OPT_EFO_P], 2),
            Label(f::OPT_RESERVED, 4),
        ],
        33 => &[
            Item(f::OPT_ARO_STATUS, 1),
            Label(f::OPT_RESERVED, 3),
            Item(f::OPT_ARO_REGISTRATION_LIFETIME, 2),
            Item(f::OPT_ARO_EUI64, 8),
        ],
        34 => &[
            Item(f::OPT_6CO_CONTEXT_LENGTH, 1),
            Bits(&[f::OPT_6CO_FLAG, f::OPT_6CO_FLAG_C, f::OPT_6CO_FLAG_CID, f::OPT_6CO_FLAG_RESERVED], 1),
            Label(f::OPT_RESERVED, 2),
            Item(f::OPT_6CO_VALID_LIFETIME, 2),
            Prefix(f::OPT_6CO_CONTEXT_PREFIX),
        ],
        35 => &[
            Item(f::OPT_ABRO_VERSION_LOW, 2),
            Item(f::OPT_ABRO_VERSION_HIGH, 2),
            Item(f::OPT_ABRO_VALID_LIFETIME, 2),
            Item(f::OPT_ABRO_6LBR_ADDRESS, 16),
        ],
        36 => &[Bits(&[f::OPT_6CIO_UNASSIGNED1, f::OPT_6CIO_FLAG_G], 2), Item(f::OPT_6CIO_UNASSIGNED2, 4)],
        37 => &[Rest(f::OPT_CAPTIVE_PORTAL)],
        38 => &[Bits(&[f::OPT_PREF64_SCALED_LIFETIME, f::OPT_PREF64_PLC], 2), Prefix(f::OPT_PREF64_PREFIX)],
        _ => return None,
    })
}
