//! Logical link control, IEEE 802.2, and SNAP.

use strato_filter_lang::{schema::Display::Oui, value::Value};

use super::{
    Extent, Proto, Protocol, Table,
    dissect::Cx,
    ethertype::ETHERTYPE,
    out::F,
    tvb::{Stop, Tvb},
};

mod values;
use values as v;

fields! { crate::proto::Proto::Llc =>
    DSAP: "llc.dsap", "DSAP", u8().hex().values(&v::DSAP).at(0);
    DSAP_SAP: "llc.dsap.sap", "SAP", u8().mask(0xfe).at(0);
    DSAP_IG: "llc.dsap.ig", "IG Bit", bool().mask(0x1).words("Group", "Individual").at(0);
    SSAP: "llc.ssap", "SSAP", u8().hex().values(&v::DSAP).at(1);
    SSAP_SAP: "llc.ssap.sap", "SAP", u8().mask(0xfe).at(1);
    SSAP_CR: "llc.ssap.cr", "CR Bit", bool().mask(0x1).words("Response", "Command").at(1);
    CONTROL: "llc.control", "Control", u16().hex();
    CONTROL_N_R: "llc.control.n_r", "N(R)", u16().mask(0xfe00);
    CONTROL_N_S: "llc.control.n_s", "N(S)", u16().mask(0xfe);
    CONTROL_P: "llc.control.p", "Poll", bool().mask(0x10).words("Set", "Not set");
    CONTROL_F: "llc.control.f", "Final", bool().mask(0x10).words("Set", "Not set");
    CONTROL_S_FTYPE: "llc.control.s_ftype", "Supervisory frame type", u16().hex().mask(0xc).values(&v::CONTROL_S_FTYPE);
    CONTROL_U_MODIFIER_CMD: "llc.control.u_modifier_cmd", "Command", u8().hex().mask(0xec).values(&v::CONTROL_U_MODIFIER_CMD);
    CONTROL_U_MODIFIER_RESP: "llc.control.u_modifier_resp", "Response", u8().hex().mask(0xec).values(&v::CONTROL_U_MODIFIER_RESP);
    CONTROL_FTYPE: "llc.control.ftype", "Frame type", u16().hex().mask(0x1).values(&v::CONTROL_FTYPE);
    TYPE: "llc.type", "Type", u16().hex().values(&ETHERTYPE);
    OUI: "llc.oui", "Organization Code", u24().display(Oui);
    PID: "llc.pid", "Protocol ID", u16().hex();
    CISCO_PID: "llc.cisco_pid", "PID", u16().hex().values(&v::CISCO_PID);
    NORTEL_PID: "llc.nortel_pid", "PID", u16().hex().values(&v::NORTEL_PID);
    APPLE_AWDL_PID: "llc.apple_awdl_pid", "PID", u16().hex().values(&v::APPLE_AWDL_PID);
    FORCE10_PID: "llc.force10_pid", "PID", u16().hex().values(&v::FORCE10_PID);
    CIMETRICS_PID: "llc.cimetrics_pid", "PID", u16().hex().values(&v::CIMETRICS_PID);
    HPTEAM_PID: "llc.hpteam_pid", "PID", u16().hex().values(&v::HPTEAM_PID);
    APPLE_ATALK_PID: "llc.apple_atalk_pid", "PID", u16().hex().values(&v::APPLE_ATALK_PID);
    EXTREME_PID: "llc.extreme_pid", "PID", u16().hex().values(&v::EXTREME_PID);
    FOUNDRY_PID: "llc.foundry_pid", "PID", u16().hex().values(&v::FOUNDRY_PID);
    BLUETOOTH_PID: "llc.bluetooth_pid", "PID", u16().hex().values(&v::BLUETOOTH_PID);
    WLCCP_PID: "llc.wlccp_pid", "PID", u16().hex().values(&v::WLCCP_PID);
    IANA_PID: "llc.iana_pid", "PID", u16().hex().values(&v::IANA_PID);
}

/// LLC.
pub static LLC: Protocol = Protocol {
    name: "llc",
    title: "Logical-Link Control",
    frame_name: "llc",
    fields: FIELDS,
    parents: &[
        super::Parent::EtherType(0x8870),
        super::Parent::LinkType(100),
        super::Parent::Below(Proto::Eth),
        super::Parent::Below(Proto::Tr),
        super::Parent::Below(Proto::Fddi),
        super::Parent::Below(Proto::Wlan),
        super::Parent::Below(Proto::Vlan),
        super::Parent::Below(Proto::Sll),
    ],
    calls: &[Table::EtherType, Table::LlcSap, Table::CiscoPid],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Both access points of a SNAP header.
const SNAP: u8 = 0xaa;
/// Cisco's organization code.
const CISCO: u64 = 0x0c;
/// Unnumbered information.
const UI: u8 = 0x03;

/// Organizations with fields of their own for the protocol number.
const ORGANIZATIONS: &[(u64, F)] = &[
    (0x00_000c, f::CISCO_PID),
    (0x00_0081, f::NORTEL_PID),
    (0x00_17f2, f::APPLE_AWDL_PID),
    (0x00_e8_10, f::FORCE10_PID),
    (0x00_805f, f::HPTEAM_PID),
    (0x08_0007, f::APPLE_ATALK_PID),
    (0x00_e02b, f::EXTREME_PID),
    (0x00_e052, f::FOUNDRY_PID),
    (0x00_1958, f::BLUETOOTH_PID),
    (0x00_4096, f::WLCCP_PID),
    (0x00_005e, f::IANA_PID),
];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (dsap, ssap) = (tvb.u8(0)?, tvb.u8(1)?);
    let first = tvb.u8(2)?;
    let header = 2 + control(cx, tvb, 2, first, ssap & 1 != 0)?;
    cx.column("LLC", || "Logical-Link Control".into());
    let payload = tvb.rest(header)?;
    if dsap == SNAP && ssap == SNAP && first == UI {
        snap(cx, payload)?;
        return Ok(header + 5);
    }
    // Only information carries a packet of another protocol.
    let carries = first & 1 == 0 || first & !0x10 == UI;
    if !carries || !cx.call_table(Table::LlcSap, (dsap & 0xfe).into(), payload) {
        cx.call_data(payload);
    }
    Ok(header)
}

/// The control field, of one byte (unnumbered) or two; returns its length.
fn control<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, first: u8, response: bool) -> Result<usize, Stop> {
    let poll = if response { f::CONTROL_F } else { f::CONTROL_P };
    if first & 3 == 3 {
        let raw = tvb.bytes(at, 1)?;
        cx.out.add(f::CONTROL, raw, Value::Uint(first.into()));
        if first & 0x10 != 0 {
            cx.out.add(poll, raw, Value::Bool(true));
        }
        let command = if response { f::CONTROL_U_MODIFIER_RESP } else { f::CONTROL_U_MODIFIER_CMD };
        cx.out.item(command, tvb, at, 1)?;
        cx.out.add(f::CONTROL_FTYPE, raw, Value::Uint(3));
        return Ok(1);
    }
    let (raw, word) = (tvb.bytes(at, 2)?, tvb.u16_le(at)?);
    cx.out.add(f::CONTROL, raw, Value::Uint(word.into()));
    cx.out.add(f::CONTROL_N_R, raw, Value::Uint((word >> 9).into()));
    // The bit is shown where it is set.
    if word & 0x100 != 0 {
        cx.out.add(poll, raw, Value::Bool(true));
    }
    if first & 1 == 0 {
        cx.out.add(f::CONTROL_N_S, raw, Value::Uint((word >> 1 & 0x7f).into()));
    } else {
        cx.out.add(f::CONTROL_S_FTYPE, raw, Value::Uint((word >> 2 & 3).into()));
    }
    cx.out.add(f::CONTROL_FTYPE, raw, Value::Uint((word & 1).into()));
    Ok(2)
}

/// Subnetwork access protocol: organization and protocol number.
fn snap<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let oui = cx.out.uint(f::OUI, tvb, 0, 3)?;
    let number = tvb.u16(3)?;
    let payload = tvb.rest(5)?;
    // Encapsulated Ethernet (RFC 1042) and bridge tunnels (IEEE 802.1H).
    if matches!(oui, 0 | 0x00_00f8) {
        cx.out.item(f::TYPE, tvb, 3, 2)?;
        if !cx.call_table(Table::EtherType, number.into(), payload) {
            cx.call_data(payload);
        }
        return Ok(());
    }
    let field = ORGANIZATIONS.iter().find(|row| row.0 == oui).map_or(f::PID, |row| row.1);
    cx.out.item(field, tvb, 3, 2)?;
    if oui != CISCO || !cx.call_table(Table::CiscoPid, number.into(), payload) {
        cx.call_data(payload);
    }
    Ok(())
}
