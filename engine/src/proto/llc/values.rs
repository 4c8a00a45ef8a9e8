//! Names of values in LLC headers.

values! {
    DSAP {
        0x0 => "NULL LSAP", 0x1 => "NULL LSAP", 0x2 => "LLC Sub-Layer Management", 0x4 => "SNA Path Control",
        0x6 => "TCP/IP", 0x8 => "SNA", 0xc => "SNA", 0xe => "PROWAY (IEC955) Network Management and Initialization",
        0x10 => "NetWare (unofficial?)", 0x14 => "ISO Network Layer (OSLAN 1)", 0x18 => "Texas Instruments",
        0x20 => "ISO Network Layer (unofficial?)", 0x34 => "ISO Network Layer (unofficial?)",
        0x42 => "Spanning Tree BPDU", 0x4e => "EIA RS-511 Manufacturing Message Service",
        0x54 => "ISO Network Layer (OSLAN 2)", 0x7e => "ISO 8208 (X.25 over 802.2)", 0x7f => "ISO 802.2",
        0x80 => "XNS", 0x82 => "BACnet", 0x86 => "Nestar", 0x8e => "PROWAY (IEC955) Active Station List Maintenance",
        0x98 => "ARP", 0xb4 => "HP JetDirect Printer", 0xaa => "SNAP", 0xba => "Banyan Vines", 0xbc => "Banyan Vines",
        0xe0 => "NetWare", 0xf0 => "NetBIOS", 0xf4 => "IBM Net Management", 0xf8 => "HP Extended LLC",
        0xfa => "Ungermann-Bass", 0xfc => "Remote Program Load", 0xfe => "ISO Network Layer", 0xff => "Global LSAP",
    }
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
    CISCO_PID {
        0x102 => "DRIP", 0x104 => "PAgP", 0x105 => "MLS Hello", 0x108 => "RLQ BPDUs (request)",
        0x109 => "RLQ BPDUs (response)", 0x10b => "PVSTP+", 0x10c => "VLAN Bridge", 0x111 => "UDLD", 0x139 => "MCP",
        0x2000 => "CDP", 0x2001 => "CGMP", 0x2003 => "VTP", 0x2004 => "DTP", 0x200a => "STP Uplink Fast",
    }
    NORTEL_PID {
        0x1a1 => "NDP flatnet hello", 0x1a2 => "NDP segment hello", 0x1a3 => "NDP bridge hello",
    }
    APPLE_AWDL_PID {
        0x800 => "AWDL",
    }
    FORCE10_PID {
        0x111 => "FEFD",
    }
    CIMETRICS_PID {
        0x1 => "U+4 MS/TP",
    }
    HPTEAM_PID {
        0x2 => "HP Teaming heartbeat",
    }
    APPLE_ATALK_PID {
        0x809b => "AppleTalk",
    }
    EXTREME_PID {
        0xbb => "EDP",
    }
    FOUNDRY_PID {
        0x2000 => "FDP",
    }
    BLUETOOTH_PID {
        0x1 => "AMP_U L2CAP ACL data", 0x2 => "AMP-C Activity Report", 0x3 => "AMP-C Security frames",
        0x4 => "AMP-C Link supervision request", 0x5 => "AMP-C Link supervision reply",
    }
    WLCCP_PID {
        0x0 => "WLCCP",
    }
    IANA_PID {
        0x1 => "MARS Data Messages (short form)", 0x2 => "Reserved for future NHRP use",
        0x3 => "MARS/NHRP Control Messages", 0x4 => "MARS Data Messages (long form)", 0x5 => "SCSP", 0x6 => "VRID",
        0x7 => "L2TP", 0x8 => "VPN ID", 0x9 => "MSDP-GRE-Protocol Type",
    }
}
