//! Records of organizations.

use super::{
    super::{
        layout::{
            Part::{Bits, Item},
            walk,
        },
        out::{F, Group, Severity},
    },
    Cx, Stop, Tvb, f,
};

const IEEE_802_1: u64 = 0x00_80c2;
const IEEE_802_3: u64 = 0x00_120f;
const MEDIA: u64 = 0x00_12bb;

/// Abilities in the order of their bits, and how they would be if those were turned round, as some write them.
const ABILITIES: &[F] = &[
    f::CAPS3,
    f::CAPS3_1000BASE_TFD,
    f::CAPS3_1000BASE_T,
    f::CAPS3_1000BASE_XFD,
    f::CAPS3_1000BASE_X,
    f::CAPS3_FDX_BPAUSE,
    f::CAPS3_FDX_SPAUSE,
    f::CAPS3_FDX_APAUSE,
    f::CAPS3_FDX_PAUSE,
    f::CAPS3_100BASE_T2FD,
    f::CAPS3_100BASE_T2,
    f::CAPS3_100BASE_TXFD,
    f::CAPS3_100BASE_TX,
    f::CAPS3_100BASE_T4,
    f::CAPS3_10BASE_TFD,
    f::CAPS3_10BASE_T,
    f::CAPS3_OTHER,
    f::CAPS3_INV_1000BASE_TFD,
    f::CAPS3_INV_1000BASE_T,
    f::CAPS3_INV_1000BASE_XFD,
    f::CAPS3_INV_1000BASE_X,
    f::CAPS3_INV_FDX_BPAUSE,
    f::CAPS3_INV_FDX_SPAUSE,
    f::CAPS3_INV_FDX_APAUSE,
    f::CAPS3_INV_FDX_PAUSE,
    f::CAPS3_INV_100BASE_T2FD,
    f::CAPS3_INV_100BASE_T2,
    f::CAPS3_INV_100BASE_TXFD,
    f::CAPS3_INV_100BASE_TX,
    f::CAPS3_INV_100BASE_T4,
    f::CAPS3_INV_10BASE_TFD,
    f::CAPS3_INV_10BASE_T,
    f::CAPS3_INV_OTHER,
];

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    match cx.out.uint(f::ORGTLV_OUI, tvb, 0, 3)? {
        IEEE_802_1 => bridging(cx, tvb),
        IEEE_802_3 => ethernet(cx, tvb),
        MEDIA => media(cx, tvb),
        _ => Ok(()),
    }
}

/// IEEE 802.1Q annex D.
fn bridging<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const PORT_VLAN: u64 = 1;
    const PROTOCOL_VLAN: u64 = 2;
    const VLAN_NAME: u64 = 3;
    const PROTOCOL: u64 = 4;
    const ETS: u64 = 9;
    const ETS_RECOMMENDATION: u64 = 10;
    const PFC: u64 = 11;
    match cx.out.uint(f::E1_SUBTYPE, tvb, 3, 1)? {
        PORT_VLAN => cx.out.item(f::E1_PORT_VLAN_ID, tvb, 4, 2),
        PROTOCOL_VLAN => {
            const FLAGS: &[F] = &[
                f::E1_PORT_AND_VLAN_ID_FLAG,
                f::E1_PORT_AND_VLAN_ID_FLAG_SUPPORTED,
                f::E1_PORT_AND_VLAN_ID_FLAG_ENABLED,
            ];
            walk(cx, tvb, 4, &[Bits(FLAGS, 1), Item(f::E1_PORT_PROTO_VLAN_ID, 2)]).map(drop)
        }
        VLAN_NAME => {
            let len = usize::from(tvb.u8(6)?);
            walk(cx, tvb, 4, &[Item(f::E1_VLAN_ID, 2), Item(f::E1_VLAN_NAME_LEN, 1)])?;
            if len > 0 { cx.out.item(f::E1_VLAN_NAME, tvb, 7, len) } else { Ok(()) }
        }
        PROTOCOL => {
            let len = cx.out.uint(f::E1_PROTO_ID_LENGTH, tvb, 4, 1)? as usize;
            if len > 0 { cx.out.item(f::E1_PROTO_ID, tvb, 5, len) } else { Ok(()) }
        }
        ETS => {
            let flags = [f::DCBX_WILLING, f::DCBX_ETS_CBS, f::DCBX_ETS_MAXTCS];
            flags.into_iter().try_for_each(|field| cx.out.item(field, tvb, 4, 1))?;
            selection(cx, tvb)
        }
        ETS_RECOMMENDATION => {
            cx.out.item(f::PG_RESERVED, tvb, 4, 1)?;
            selection(cx, tvb)
        }
        PFC => {
            let flags = [f::DCBX_WILLING, f::DCBX_PFC_MBC, f::DCBX_PFC_NUMTCS];
            flags.into_iter().try_for_each(|field| cx.out.item(field, tvb, 4, 1))
        }
        _ => Ok(()),
    }
}

/// Enhanced transmission selection: groups of priorities, their bandwidth, how each class is sent.
fn selection<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let parts = [
        Bits(&[f::PG_PGID_PRIO0, f::PG_PGID_PRIO1, f::PG_PGID_PRIO2, f::PG_PGID_PRIO3], 2),
        Bits(&[f::PG_PGID_PRIO4, f::PG_PGID_PRIO5, f::PG_PGID_PRIO6, f::PG_PGID_PRIO7], 2),
        Item(f::PG_PER0, 1),
        Item(f::PG_PER1, 1),
        Item(f::PG_PER2, 1),
        Item(f::PG_PER3, 1),
        Item(f::PG_PER4, 1),
        Item(f::PG_PER5, 1),
        Item(f::PG_PER6, 1),
        Item(f::PG_PER7, 1),
        Item(f::DCBX_ETS_TSA0, 1),
        Item(f::DCBX_ETS_TSA1, 1),
        Item(f::DCBX_ETS_TSA2, 1),
        Item(f::DCBX_ETS_TSA3, 1),
        Item(f::DCBX_ETS_TSA4, 1),
        Item(f::DCBX_ETS_TSA5, 1),
        Item(f::DCBX_ETS_TSA6, 1),
        Item(f::DCBX_ETS_TSA7, 1),
    ];
    walk(cx, tvb, 5, &parts).map(drop)
}

/// IEEE 802.3 clause 79.
fn ethernet<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const NEGOTIATION: u64 = 1;
    const POWER: u64 = 2;
    const AGGREGATION: u64 = 3;
    const FRAME_SIZE: u64 = 4;
    const STATUS: &[F] = &[f::E3_AUTO_NEG, f::E3_AUTO_NEG_SUPPORTED, f::E3_AUTO_NEG_ENABLED];
    const SUPPORT: &[F] = &[
        f::E3_MDI_POWER_SUPPORT,
        f::E3_MDI_POWER_SUPPORT_PORT_CLASS,
        f::E3_MDI_POWER_SUPPORT_SUPPORTED,
        f::E3_MDI_POWER_SUPPORT_ENABLED,
        f::E3_MDI_POWER_SUPPORT_PSE_PAIRS,
    ];
    const AGGREGATED: &[F] =
        &[f::E3_AGGREGATION_STATUS, f::E3_AGGREGATION_STATUS_CAP, f::E3_AGGREGATION_STATUS_ENABLED];
    let parts: &[_] = match cx.out.uint(f::E3_SUBTYPE, tvb, 3, 1)? {
        NEGOTIATION => &[Bits(STATUS, 1), Bits(ABILITIES, 2), Item(f::E3_PMD_MAU_TYPE, 2)],
        POWER => &[
            Bits(SUPPORT, 1),
            super::super::layout::Part::Skip(1),
            Item(f::E3_MDI_POWER_CLASS, 1),
        ],
        AGGREGATION => {
            let text = "TLV has been deprecated";
            cx.out.expert(f::TLV_DEPRECATED, Severity::Warn, Group::Protocol, text);
            &[Bits(AGGREGATED, 1), Item(f::E3_AGGREGATED_PORT_ID, 4)]
        }
        FRAME_SIZE => &[Item(f::E3_MAX_FRAME_SIZE, 2)],
        _ => &[],
    };
    walk(cx, tvb, 4, parts).map(drop)
}

/// LLDP-MED, ANSI/TIA-1057.
fn media<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const CAPABILITIES: u64 = 1;
    const BITS: &[F] = &[
        f::MED_CAPS,
        f::MED_CAPS_LLPD,
        f::MED_CAPS_NETWORK_POLICY,
        f::MED_CAPS_LOCATION_ID,
        f::MED_CAPS_MDI_PSE,
        f::MED_CAPS_MID_PD,
        f::MED_CAPS_INVENTORY,
    ];
    match cx.out.uint(f::MEDIA_SUBTYPE, tvb, 3, 1)? {
        CAPABILITIES => walk(cx, tvb, 4, &[Bits(BITS, 2), Item(f::MED_CLASS, 1)]).map(drop),
        _ => Ok(()),
    }
}
