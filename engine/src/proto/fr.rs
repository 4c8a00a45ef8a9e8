//! Frame Relay (Q.922 addresses) with the encapsulations of RFC 2427 and of Cisco.

use strato_filter_lang::{schema::Display::Oui, value::Value};

use super::{
    Extent, Parent, Proto, Protocol, Table,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Fr =>
    EA: "fr.ea", "EA", bool().mask(0x1).words("Last Octet", "More Follows");
    UPPER_DLCI: "fr.upper_dlci", "Upper DLCI", u8().hex().mask(0xfc);
    CR: "fr.cr", "CR", bool().mask(0x2).words("Command", "Response");
    SECOND_DLCI: "fr.second_dlci", "Second DLCI", u8().hex().mask(0xf0);
    FECN: "fr.fecn", "FECN", bool().mask(0x8);
    BECN: "fr.becn", "BECN", bool().mask(0x4);
    DE: "fr.de", "DE", bool().mask(0x2);
    THIRD_DLCI: "fr.third_dlci", "Third DLCI", u8().hex().mask(0xfe);
    DLCORE_CONTROL: "fr.dlcore_control", "DL-CORE Control", u8().hex().mask(0xfc);
    LOWER_DLCI: "fr.lower_dlci", "Lower DLCI", u8().hex().mask(0xfc);
    DC: "fr.dc", "DC", bool().mask(0x2).words("DLCI Address", "Control");
    DLCI: "fr.dlci", "DLCI", u32();
    CONTROL: "fr.control", "Control Field", u8().hex();
    CONTROL_N_R: "fr.control.n_r", "N(R)", u16().mask(0xfe00);
    CONTROL_N_S: "fr.control.n_s", "N(S)", u16().mask(0xfe);
    CONTROL_P: "fr.control.p", "Poll", bool().mask(0x10).words("Set", "Not set");
    CONTROL_F: "fr.control.f", "Final", bool().mask(0x10).words("Set", "Not set");
    CONTROL_S_FTYPE: "fr.control.s_ftype", "Supervisory frame type", u16().hex().mask(0xc).values(&CONTROL_S_FTYPE);
    CONTROL_U_MODIFIER_CMD: "fr.control.u_modifier_cmd", "Command", u8().hex().mask(0xec).values(&CONTROL_U_MODIFIER_CMD);
    CONTROL_U_MODIFIER_RESP: "fr.control.u_modifier_resp", "Response", u8().hex().mask(0xec).values(&CONTROL_U_MODIFIER_RESP);
    CONTROL_FTYPE: "fr.control.ftype", "Frame type", u16().hex().mask(0x1).values(&CONTROL_FTYPE);
    NLPID: "fr.nlpid", "NLPID", u8().hex().values(&NLPID);
    SNAP_OUI: "fr.snap.oui", "Organization Code", u24().display(Oui);
    SNAP_PID: "fr.snap.pid", "Protocol ID", u16().hex();
    SNAPTYPE: "fr.snaptype", "Type", u16().hex().values(&SNAPTYPE);
    CHDLCTYPE: "fr.chdlctype", "Type", u16().hex().values(&CHDLCTYPE);
    FIRST_ADDR_OCTET: "fr.first_addr_octet", "First address octet", u8().hex();
    SECOND_ADDR_OCTET: "fr.second_addr_octet", "Second address octet", u8().hex();
    THIRD_ADDR_OCTET: "fr.third_addr_octet", "Third address octet", u8().hex();
    BOGUS_ADDRESS: "fr.bogus_address", "Bogus address", none();
    FRAME_RELAY_LAPF: "fr.frame_relay.lapf", "Frame relay lapf not yet implemented", none();
    FRAME_RELAY_XID: "fr.frame_relay.xid", "Frame relay xid not yet implemented", none();
}

values! {
    CONTROL_S_FTYPE {
        0x0 => "Receiver ready", 0x1 => "Receiver not ready", 0x2 => "Reject", 0x3 => "Selective reject",
    }
    CONTROL_U_MODIFIER_CMD {
        0x0 => "Unnumbered Information", 0x8 => "Unnumbered Poll", 0x10 => "Disconnect",
        0x18 => "Unnumbered Acknowledge", 0x20 => "Set Normal Response Mode", 0x38 => "Test",
        0x1 => "Set Initialization Mode", 0x21 => "Frame reject", 0x31 => "Configure",
        0x3 => "Set Asynchronous Response Mode", 0xb => "Set Asynchronous Balanced Mode",
        0x13 => "Set Asynchronous Response Mode Extended", 0x1b => "Set Asynchronous Balanced Mode Extended",
        0x23 => "Reset", 0x2b => "Exchange identification", 0x33 => "Set Normal Response Mode Extended",
        0x3b => "Beacon",
    }
    CONTROL_U_MODIFIER_RESP {
        0x0 => "Unnumbered Information", 0x8 => "Unnumbered Poll", 0x10 => "Request Disconnect",
        0x18 => "Unnumbered Acknowledge", 0x20 => "Set Normal Response Mode", 0x38 => "Test",
        0x1 => "Request Initialization Mode", 0x21 => "Frame reject", 0x31 => "Configure", 0x3 => "Disconnected mode",
        0xb => "Set Asynchronous Balanced Mode", 0x13 => "Set Asynchronous Response Mode Extended",
        0x1b => "Set Asynchronous Balanced Mode Extended", 0x23 => "Reset", 0x2b => "Exchange identification",
        0x33 => "Set Normal Response Mode Extended", 0x3b => "Beacon",
    }
    CONTROL_FTYPE {
        0x0 => "Information frame", 0x1 => "Supervisory frame", 0x3 => "Unnumbered frame",
    }
    NLPID {
        0x0 => "NULL", 0x1 => "T.70", 0x3 => "X.633", 0x8 => "Q.933", 0x9 => "LMI", 0xc => "Q.2119", 0x80 => "SNAP",
        0x81 => "CLNP", 0x82 => "ESIS", 0x83 => "ISIS", 0x85 => "IDRP", 0x8a => "ESIS (X.25)", 0x8c => "ISO 10030",
        0x8d => "ISO 11577", 0xb0 => "Data compression protocol", 0xcc => "IP", 0x8e => "IPv6", 0xcf => "PPP",
    }
    SNAPTYPE {
        0x800 => "IPv4", 0x86dd => "IPv6", 0x8100 => "802.1Q Virtual LAN",
        0x8102 => "Simple Loop Protection Protocol", 0x8103 => "Virtual LACP",
        0x8104 => "Simple Loop Protection Protocol (old)", 0x806 => "ARP",
        0x872d => "Cisco Wireless Lan Context Control Protocol",
        0x8783 => "Motorola Media Independent Network Transport", 0x2452 => "IEEE 802.11 (Centrino promiscuous)",
        0x600 => "XNS Internet Datagram Protocol", 0x805 => "X.25 Layer 3", 0x842 => "Wake on LAN",
        0x8f0 => "WiMax Mac-to-Mac", 0x3e3f => "EPL_V1", 0x8035 => "RARP", 0x8038 => "DEC LanBridge",
        0x809b => "AppleTalk LLAP bridging", 0x80d5 => "SNA-over-Ethernet", 0x80e1 => "EtherNet/IP Device Level Ring",
        0x80f3 => "AARP", 0x8137 => "Netware IPX/SPX", 0xbad => "Vines IP", 0xbaf => "Vines Echo",
        0x1984 => "Netmon Train", 0x9000 => "Loopback", 0x885a => "Foundry proprietary",
        0x80ff => "Wellfleet Compression Protocol", 0x8181 => "Spanning Tree Protocol",
        0x81fd => "Cabletron Interswitch Message Protocol", 0x81ff => "Cabletron SFVLAN 1.8 Tag-Based Flood",
        0x8204 => "QNX 6 QNET protocol", 0x8863 => "PPPoE Discovery", 0x8864 => "PPPoE Session",
        0x886c => "HomePNA, wlan link local tunnel", 0x886d => "Intel ANS probe", 0x886f => "MS NLB heartbeat",
        0x8870 => "Jumbo LLC", 0x8874 => "Broadcom tag", 0x887b => "Homeplug", 0x88e1 => "Homeplug AV",
        0x88e3 => "MRP", 0x88a8 => "802.1ad Provider Bridge (Q-in-Q)", 0x88e5 => "802.1AE (MACsec)",
        0x893a => "1905.1a Convergent Digital Home Network for Heterogenous Technologies",
        0x88e7 => "802.1ah Provider Backbone Bridge (mac-in-mac)", 0x893f => "802.1br Bridge Port Extension E-Tag",
        0x888e => "802.1X Authentication", 0x88c7 => "802.11i Pre-Authentication",
        0x8847 => "MPLS label switched packet", 0x8848 => "MPLS multicast label switched packet",
        0x3c07 => "3Com NBP Datagram", 0x6000 => "DEC proto", 0x6001 => "DEC DNA Dump/Load",
        0x6002 => "DEC DNA Remote Console", 0x6003 => "DEC DNA Routing", 0x6004 => "DEC LAT",
        0x6005 => "DEC Diagnostics", 0x6006 => "DEC Customer use", 0x6007 => "DEC LAVC/SCA", 0x8041 => "DEC LAST",
        0x6558 => "Transparent Ethernet bridging", 0x2001 => "Cisco Group Management Protocol",
        0x22e5 => "Gigamon Header", 0x22ea => "802.1Qat Multiple Stream Reservation Protocol",
        0x88f6 => "802.1ak Multiple Mac Registration Protocol", 0x894f => "Network Service Header",
        0x8988 => "PA HB Backup", 0x22f0 => "IEEE 1722 Audio Video Transport Protocol",
        0x22f1 => "Robust Header Compression(RoHC)", 0x22f3 => "Transparent Interconnection of Lots of Links",
        0x22f4 => "Intermediate System to Intermediate System", 0x8808 => "MAC Control", 0x8809 => "Slow Protocols",
        0x9021 => "Real-Time Media Access Control", 0x9022 => "Real-Time Configuration Protocol",
        0x8881 => "CDMA2000 A10 Unstructured byte stream", 0x8884 => "ATM over Ethernet", 0x8892 => "PROFINET",
        0x8899 => "Realtek Layer 2 Protocols", 0x88a2 => "ATA over Ethernet", 0x88a4 => "EtherCAT frame",
        0x88a1 => "Telkonet powerline", 0x88ab => "ETHERNET Powerlink v2", 0x88ad => "XiMeta Technology",
        0x889b => "CSM_ENCAPS Protocol", 0x88b5 => "Local Experimental Ethertype 1",
        0x88b6 => "Local Experimental Ethertype 2", 0x88b7 => "IEEE 802a OUI Extended Ethertype",
        0x88b8 => "IEC 61850/GOOSE", 0x88b9 => "IEC 61850/GSE management services",
        0x88ba => "IEC 61850/SV (Sampled Value Transmission", 0x88ca => "Transparent Inter Process Communication",
        0x88cc => "802.1 Link Layer Discovery Protocol (LLDP)", 0x88d2 => "CDMA2000 A10 3GPP2 Packet",
        0x891d => "TTEthernet Protocol Control Frame", 0x88d8 => "Circuit Emulation Services over Ethernet (MEF8)",
        0x88d9 => "Link Layer Topology Discovery (LLTD)", 0x88dc => "(WAVE) Short Message Protocol (WSM)",
        0x88de => "VMware Lab Manager", 0x8819 => "Cirrus Cobranet Packet",
        0x8133 => "Juniper Netscreen Redundant Protocol", 0x9104 => "EERO Broadcast Packet",
        0x8021 => "PPP IP Control Protocol", 0xc021 => "PPP Link Control Protocol",
        0xc023 => "PPP Password Authentication Protocol", 0x80fd => "PPP Compression Control Protocol",
        0xcafe => "Veritas Low Latency Transport (not officially registered)",
        0x8902 => "IEEE 802.1ag Connectivity Fault Management (CFM) protocol",
        0x8903 => "Data Center Ethernet (DCE) protocol(Cisco)", 0x8906 => "Fibre Channel over Ethernet",
        0x890d => "IEEE 802.11 data encapsulation", 0x8911 => "LINX IPC Protocol",
        0x8914 => "FCoE Initialization Protocol", 0x8917 => "Media Independent Handover Protocol",
        0x88ee => "Ethernet Local Management Interface (MEF16)", 0x88f7 => "PTPv2 over Ethernet (IEEE1588)",
        0x88f8 => "Network Controller Sideband Interface",
        0x88fb => "Parallel Redundancy Protocol (PRP) and HSR Supervision (IEC62439 Part 3)",
        0x8901 => "Flow Layer Internal Protocol", 0x8915 => "RDMA over Converged Ethernet",
        0xd00d => "Digium TDM over Ethernet Protocol", 0x88b4 => "WAI Authentication Protocol", 0x8926 => "VN-Tag",
        0x892b => "Schweitzer Engineering Labs Layer 2 Protocol",
        0x892f => "High-availability Seamless Redundancy (IEC62439 Part 3)", 0x8ff => "AX.25",
        0x8909 => "CiscoMetaData", 0x8947 => "GeoNetworking", 0xc0de => "eXpressive Internet Protocol",
        0xc0df => "Neighborhood Watch Protocol", 0x892d => "bluecom Protocol",
        0x9100 => "QinQ: old non-standard 802.1ad", 0x99fe => "Technically Enhanced Capture Module Protocol (TECMP)",
        0xa0ed => "6LoWPAN", 0xd28b => "Arista Timestamp", 0xaefe => "eCPRI", 0xb4e3 => "CableLabs Layer-3 Protocol",
        0xe555 => "EXos internal Extra Header", 0xfff2 => "Cisco ACI ARP gleaning",
        0xf1c1 => "802.1CB Frame Replication and Elimination for Reliability",
    }
    CHDLCTYPE {
        0x2000 => "Cisco Discovery Protocol", 0x800 => "IP", 0x86dd => "IPv6", 0x8035 => "SLARP",
        0x8038 => "DEC LanBridge", 0x4242 => "Spanning Tree BPDU", 0x809b => "Appletalk", 0x80f3 => "AARP",
        0x8137 => "Netware IPX/SPX", 0x6558 => "Transparent Ethernet bridging", 0xfefe => "OSI",
        0x8847 => "MPLS unicast", 0x8848 => "MPLS multicast",
    }
}

/// Frame Relay.
pub static FR: Protocol = Protocol {
    name: "fr",
    title: "Frame Relay",
    frame_name: "fr",
    fields: FIELDS,
    parents: &[Parent::LinkType(107), Parent::Below(Proto::Gre)],
    calls: &[Table::EtherType],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let mut at = 2;
    let (first, second) = (u32::from(tvb.u8(0)?), u32::from(tvb.u8(1)?));
    if first & 1 != 0 {
        cx.out.expert(f::BOGUS_ADDRESS, Severity::Warn, Group::Protocol, "Bogus address");
        return Ok(1);
    }
    let mut dlci = (first >> 2) << 4 | second >> 4;
    for field in [f::FIRST_ADDR_OCTET, f::UPPER_DLCI, f::CR] {
        cx.out.item(field, tvb, 0, 1)?;
    }
    for field in [f::SECOND_ADDR_OCTET, f::SECOND_DLCI, f::FECN, f::BECN, f::DE] {
        cx.out.item(field, tvb, 1, 1)?;
    }
    if second & 1 == 0 {
        let third = cx.out.uint(f::THIRD_ADDR_OCTET, tvb, 2, 1)? as u32;
        at = 3;
        if third & 1 == 0 {
            cx.out.item(f::THIRD_DLCI, tvb, 2, 1)?;
            dlci = dlci << 7 | third >> 1;
            let fourth = u32::from(tvb.u8(3)?);
            dlci = dlci << 6 | fourth >> 2;
            cx.out.item(f::LOWER_DLCI, tvb, 3, 1)?;
            at = 4;
        } else {
            dlci = dlci << 6 | third >> 2;
            cx.out.item(f::LOWER_DLCI, tvb, 2, 1)?;
        }
    }
    cx.out.item(f::EA, tvb, at - 1, 1)?;
    cx.out.add(f::DLCI, tvb.captured(0, at), Value::Uint(dlci.into()));
    cx.column("FR", || format!("DLCI {dlci}"));
    payload(cx, tvb, at)
}

fn payload<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    // Unnumbered information: RFC 2427. Else an EtherType (Cisco).
    if tvb.u8(at)? != 0x03 {
        let number = cx.out.uint(f::CHDLCTYPE, tvb, at, 2)? as u32;
        let payload = tvb.rest(at + 2)?;
        if !cx.call_table(Table::EtherType, number, payload) {
            cx.call_data(payload);
        }
        return Ok(at + 2);
    }
    cx.out.item(f::CONTROL, tvb, at, 1)?;
    // A padding byte may align what follows.
    let at = if tvb.u8(at + 1)? == 0 { at + 2 } else { at + 1 };
    let nlpid = cx.out.uint(f::NLPID, tvb, at, 1)?;
    let payload = tvb.rest(at + 1)?;
    match nlpid {
        0x80 => {
            let oui = cx.out.uint(f::SNAP_OUI, payload, 0, 3)?;
            let field = if oui == 0 { f::SNAPTYPE } else { f::SNAP_PID };
            let number = cx.out.uint(field, payload, 3, 2)? as u32;
            let inner = payload.rest(5)?;
            // Bridged Ethernet, with and without its check sequence.
            match (oui, number) {
                (0x00_80c2, 1 | 7) => _ = cx.call(Proto::Eth, inner),
                (0, number) if cx.call_table(Table::EtherType, number, inner) => {}
                _ => cx.call_data(inner),
            }
        }
        0x8e => _ = cx.call(Proto::Ipv6, payload),
        0x83 => _ = cx.call(Proto::Isis, payload),
        0xcc => _ = cx.call(Proto::Ip, payload),
        0xcf => _ = cx.call(Proto::Ppp, payload),
        _ => cx.call_data(payload),
    }
    Ok(at + 1)
}
