//! Routing for low-power networks, RFC 6550: its four base messages and their common options.

use super::f;
use crate::proto::{
    dissect::Cx,
    layout::{
        Part::{self, Bits, Item, Label, Prefix, Rest},
        walk,
    },
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

/// The flag that says that an identifier follows.
const FLAG_D: u8 = 0x40;
/// The same flag in acknowledgements.
const FLAG_D_ACK: u8 = 0x80;

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, code: u8) -> Result<(), Stop> {
    let (parts, id): (&[Part], _) = match code {
        0 => (&[Item(f::RPL_DIS_FLAGS, 1), Item(f::RESERVED, 1)], None),
        1 => (
            &[
                Item(f::RPL_DIO_INSTANCE, 1),
                Item(f::RPL_DIO_VERSION, 1),
                Item(f::RPL_DIO_RANK, 2),
                Bits(
                    &[
                        f::RPL_DIO_FLAG,
                        f::RPL_DIO_FLAG_G,
                        f::RPL_DIO_FLAG_0,
                        f::RPL_DIO_FLAG_MOP,
                        f::RPL_DIO_FLAG_PREFERENCE,
                    ],
                    1,
                ),
                Item(f::RPL_DIO_DTSN, 1),
                Item(f::RPL_DIO_FLAG, 1),
                Item(f::RESERVED, 1),
                Item(f::RPL_DIO_DAGID, 16),
            ],
            None,
        ),
        2 => (
            &[
                Item(f::RPL_DAO_INSTANCE, 1),
                Bits(&[f::RPL_DAO_FLAG, f::RPL_DAO_FLAG_K, f::RPL_DAO_FLAG_D, f::RPL_DAO_FLAG_RSV], 1),
                Item(f::RESERVED, 1),
                Item(f::RPL_DAO_SEQUENCE, 1),
            ],
            Some((FLAG_D, f::RPL_DAO_DODAGID)),
        ),
        3 => (
            &[
                Item(f::RPL_DAOACK_INSTANCE, 1),
                Bits(&[f::RPL_DAOACK_FLAG, f::RPL_DAOACK_FLAG_D, f::RPL_DAOACK_FLAG_RSV], 1),
                Item(f::RPL_DAOACK_SEQUENCE, 1),
                Item(f::RPL_DAOACK_STATUS, 1),
            ],
            Some((FLAG_D_ACK, f::RPL_DAOACK_DODAGID)),
        ),
        _ => return Ok(()),
    };
    let mut at = walk(cx, tvb, 4, parts)?;
    if let Some((flag, field)) = id
        && tvb.u8(5)? & flag != 0
    {
        cx.out.item(field, tvb, at, 16)?;
        at += 16;
    }
    options(cx, tvb, at)
}

fn options<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, mut at: usize) -> Result<(), Stop> {
    while tvb.reported_rest(at) > 0 {
        let ty = tvb.u8(at)?;
        // One byte of padding has no length.
        let len = if ty == 0 { 1 } else { 2 + usize::from(tvb.u8(at + 1)?) };
        cx.out.label(f::OPT, tvb, at, len);
        cx.out.item(f::RPL_OPT_TYPE, tvb, at, 1)?;
        if ty != 0 {
            cx.out.item(f::RPL_OPT_LENGTH, tvb, at + 1, 1)?;
            option(cx, tvb.sub(at, len)?, ty)?;
        }
        at += len;
    }
    Ok(())
}

fn option<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, ty: u8) -> Result<(), Stop> {
    let parts: &[Part] = match ty {
        1 => {
            cx.out.label(f::RPL_OPT_PADN, tvb, 2, tvb.len().saturating_sub(2));
            return Ok(());
        }
        3 => &[
            Item(f::RPL_OPT_ROUTE_PREFIX_LENGTH, 1),
            Bits(&[f::RPL_OPT_ROUTE_FLAG, f::RPL_OPT_ROUTE_PREF, f::RPL_OPT_ROUTE_RESERVED], 1),
            Item(f::RPL_OPT_ROUTE_LIFETIME, 4),
            Prefix(f::RPL_OPT_ROUTE_PREFIX),
        ],
        4 => &[
            Bits(
                &[f::RPL_OPT_CONFIG_FLAG, f::RPL_OPT_CONFIG_RESERVED, f::RPL_OPT_CONFIG_AUTH, f::RPL_OPT_CONFIG_PCS],
                1,
            ),
            Item(f::RPL_OPT_CONFIG_INTERVAL_DOUBLE, 1),
            Item(f::RPL_OPT_CONFIG_INTERVAL_MIN, 1),
            Item(f::RPL_OPT_CONFIG_REDUNDANCY, 1),
            Item(f::RPL_OPT_CONFIG_MAX_RANK_INC, 2),
            Item(f::RPL_OPT_CONFIG_MIN_HOP_RANK_INC, 2),
            Item(f::RPL_OPT_CONFIG_OCP, 2),
            Item(f::RPL_OPT_CONFIG_RSV, 1),
            Item(f::RPL_OPT_CONFIG_DEF_LIFETIME, 1),
            Item(f::RPL_OPT_CONFIG_LIFETIME_UNIT, 2),
        ],
        5 => &[
            Label(f::RPL_OPT_TARGET_FLAG, 1),
            Item(f::RPL_OPT_TARGET_PREFIX_LENGTH, 1),
            Prefix(f::RPL_OPT_TARGET_PREFIX),
        ],
        6 => &[
            Bits(&[f::RPL_OPT_TRANSIT_FLAG, f::RPL_OPT_TRANSIT_FLAG_E, f::RPL_OPT_TRANSIT_FLAG_RSV], 1),
            Item(f::RPL_OPT_TRANSIT_PATHCTL, 1),
            Item(f::RPL_OPT_TRANSIT_PATHSEQ, 1),
            Item(f::RPL_OPT_TRANSIT_PATHLIFETIME, 1),
            Part::Each(f::RPL_OPT_TRANSIT_PARENT, 16),
        ],
        7 => &[
            Item(f::RPL_OPT_SOLICITED_INSTANCE, 1),
            Bits(
                &[
                    f::RPL_OPT_SOLICITED_FLAG,
                    f::RPL_OPT_SOLICITED_FLAG_V,
                    f::RPL_OPT_SOLICITED_FLAG_I,
                    f::RPL_OPT_SOLICITED_FLAG_D,
                    f::RPL_OPT_SOLICITED_FLAG_RSV,
                ],
                1,
            ),
            Item(f::RPL_OPT_SOLICITED_DODAGID, 16),
            Item(f::RPL_OPT_SOLICITED_VERSION, 1),
        ],
        8 => &[
            Item(f::RPL_OPT_PREFIX_LENGTH, 1),
            Bits(
                &[
                    f::RPL_OPT_PREFIX_FLAG,
                    f::RPL_OPT_PREFIX_FLAG_L,
                    f::RPL_OPT_CONFIG_FLAG_A,
                    f::RPL_OPT_CONFIG_FLAG_R,
                    f::RPL_OPT_CONFIG_FLAG_RSV,
                ],
                1,
            ),
            Item(f::RPL_OPT_PREFIX_VALID_LIFETIME, 4),
            Item(f::RPL_OPT_PREFIX_PREFERRED_LIFETIME, 4),
            Label(f::RPL_OPT_RESERVED, 4),
            Item(f::RPL_OPT_PREFIX, 16),
        ],
        9 => &[Item(f::RPL_OPT_TARGETDESC_DESCRIPTOR, 4)],
        _ => {
            let text = "Undecoded RPL option";
            cx.out.expert(f::UNDECODED_RPL_OPTION, Severity::Note, Group::Undecoded, text);
            &[Rest(f::DATA)]
        }
    };
    walk(cx, tvb, 2, parts).map(drop)
}
