//! Names of values of LLDP.

values! {
    TLV_TYPE {
        0 => "End of LLDPDU", 1 => "Chassis Id", 2 => "Port Id", 3 => "Time to Live", 4 => "Port Description",
        5 => "System Name", 6 => "System Description", 7 => "System Capabilities", 8 => "Management Address",
        127 => "Organization Specific",
    }
    CHASSIS_SUBTYPE {
        0 => "Reserved", 1 => "Chassis component", 2 => "Interface alias", 3 => "Port component",
        4 => "MAC address", 5 => "Network address", 6 => "Interface name", 7 => "Locally assigned",
    }
    PORT_SUBTYPE {
        0 => "Reserved", 1 => "Interface alias", 2 => "Port component", 3 => "MAC address", 4 => "Network address",
        5 => "Interface name", 6 => "Agent circuit Id", 7 => "Locally assigned",
    }
    NETWORK_ADDRESS_SUBTYPE {
        0 => "Reserved", 1 => "IPv4", 2 => "IPv6", 3 => "NSAP", 4 => "HDLC (8-bit multidrop)", 5 => "BBN 1822",
        6 => "802 (includes all 802 media plus Ethernet)", 7 => "E.163", 8 => "E.164 (SMDS, Frame Relay, ATM)",
        9 => "F.69 (Telex)", 10 => "X.121 (X.25, Frame Relay)", 11 => "IPX", 12 => "Appletalk", 13 => "Decnet IV",
        14 => "Banyan Vines", 15 => "E.164 with NSAP subaddress", 16 => "DNS (Domain Name System)",
        17 => "Distinguished Name", 18 => "AS Number", 19 => "XTP over IP version 4", 20 => "XTP over IP version 6",
        21 => "XTP native mode XTP", 22 => "Fibre Channel World-Wide Port Name",
        23 => "Fibre Channel World-Wide Node Name", 24 => "GWID", 25 => "Layer-2 VPN", 196 => "Layer-2 VPN (old)",
        26 => "MPLS-TP Section Endpoint Identifier", 27 => "MPLS-TP LSP Endpoint Identifier",
        28 => "MPLS-TP Pseudowire Endpoint Identifier", 29 => "MT IP: Multi-Topology IP version 4",
        30 => "MT IPv6: Multi-Topology IP version 6", 16384 => "EIGRP Common Service Family",
        16385 => "EIGRP IPv4 Service Family", 16386 => "EIGRP IPv6 Service Family",
        16387 => "LISP Canonical Address Format (LCAF)", 16388 => "BGP-LS", 16389 => "48-bit MAC Address",
        16390 => "64-bit MAC Address", 16391 => "OUI", 16392 => "MAC/24", 16393 => "MAC/40", 16394 => "IPv6/64",
        16395 => "RBridge Port ID", 16396 => "TRILL Nickname", 65535 => "Reserved",
    }
    MGN_INTERFACE_SUBTYPE {
        1 => "Unknown", 2 => "ifIndex", 3 => "System port number",
    }
    E1_SUBTYPE {
        1 => "Port VLAN ID", 2 => "Port and Protocol VLAN ID", 3 => "VLAN Name", 4 => "Protocol Identity",
        5 => "VID Usage Digest", 6 => "Management VID", 7 => "Link Aggregation", 8 => "Congestion Notification",
        9 => "ETS Configuration", 10 => "ETS Recommendation", 11 => "Priority Flow Control Configuration",
        12 => "Application Protocol", 13 => "EVB", 14 => "CDCP", 15 => "Port extension", 16 => "Application VLAN",
        17 => "LRP ECP Discovery", 18 => "LRP TCP Discovery", 19 => "Congestion Isolation",
        20 => "Topology Recognition",
    }
    DCBX_ETS_TSA0 {
        0 => "Strict Priority", 1 => "Credit-Based Shaper", 2 => "Enhanced Transmission Selection",
        255 => "Vendor Specific Algorithm",
    }
    E3_SUBTYPE {
        1 => "MAC/PHY Configuration/Status", 2 => "Power Via MDI", 3 => "Link Aggregation",
        4 => "Maximum Frame Size", 5 => "EEE (Energy-Efficient Ethernet)",
        7 => "IEEE 802.3br Additional Ethernet capabilities",
    }
    E3_PMD_MAU_TYPE {
        0 => "other or unknown", 1 => "AUI - no internal MAU, view from AUI", 2 => "10Base5 - thick coax MAU",
        3 => "Foirl - FOIRL MAU", 4 => "10Base2 - thin coax MAU", 5 => "10BaseT - UTP MAU",
        6 => "10BaseFP - passive fiber MAU", 7 => "10BaseFB - sync fiber MAU", 8 => "10BaseFL - async fiber MAU",
        9 => "10Broad36 - broadband DTE MAU", 10 => "10BaseTHD - UTP MAU, half duplex mode",
        11 => "10BaseTFD - UTP MAU, full duplex mode", 12 => "10BaseFLHD - async fiber MAU, half duplex mode",
        13 => "10BaseFLDF - async fiber MAU, full duplex mode", 14 => "10BaseT4 - 4 pair category 3 UTP",
        15 => "100BaseTXHD - 2 pair category 5 UTP, half duplex mode",
        16 => "100BaseTXFD - 2 pair category 5 UTP, full duplex mode",
        17 => "100BaseFXHD - X fiber over PMT, half duplex mode",
        18 => "100BaseFXFD - X fiber over PMT, full duplex mode",
        19 => "100BaseT2HD - 2 pair category 3 UTP, half duplex mode",
        20 => "100BaseT2DF - 2 pair category 3 UTP, full duplex mode",
        21 => "1000BaseXHD - PCS/PMA, unknown PMD, half duplex mode",
        22 => "1000BaseXFD - PCS/PMA, unknown PMD, full duplex mode",
        23 => "1000BaseLXHD - Fiber over long-wavelength laser, half duplex mode",
        24 => "1000BaseLXFD - Fiber over long-wavelength laser, full duplex mode",
        25 => "1000BaseSXHD - Fiber over short-wavelength laser, half duplex mode",
        26 => "1000BaseSXFD - Fiber over short-wavelength laser, full duplex mode",
        27 => "1000BaseCXHD - Copper over 150-Ohm balanced cable, half duplex mode",
        28 => "1000BaseCXFD - Copper over 150-Ohm balanced cable, full duplex mode",
        29 => "1000BaseTHD - Four-pair Category 5 UTP, half duplex mode",
        30 => "1000BaseTFD - Four-pair Category 5 UTP, full duplex mode",
        31 => "10GigBaseX - X PCS/PMA, unknown PMD.", 32 => "10GigBaseLX4 - X fiber over WWDM optics",
        33 => "10GigBaseR - R PCS/PMA, unknown PMD.", 34 => "10GigBaseER - R fiber over 1550 nm optics",
        35 => "10GigBaseLR - R fiber over 1310 nm optics", 36 => "10GigBaseSR - R fiber over 850 nm optics",
        37 => "10GigBaseW - W PCS/PMA, unknown PMD.", 38 => "10GigBaseEW - W fiber over 1550 nm optics",
        39 => "10GigBaseLW - W fiber over 1310 nm optics", 40 => "10GigBaseSW - W fiber over 850 nm optics",
        41 => "10GBASE-CX4 - X copper over 8 pair 100-Ohm balanced cable",
        42 => "2BASE-TL - Voice grade UTP copper, up to 2700m, optional PAF",
        43 => "10PASS-TS - Voice grade UTP copper, up to 750m, optional PAF",
        44 => "100BASE-BX10D - One single-mode fiber OLT, long wavelength, 10km",
        45 => "100BASE-BX10U - One single-mode fiber ONU, long wavelength, 10km",
        46 => "100BASE-LX10 - One single-mode fiber ONU, long wavelength, 10km",
        47 => "1000BASE-BX10D - One single-mode fiber OLT, long wavelength, 10km",
        48 => "1000BASE-BX10U - One single-mode fiber ONU, long wavelength, 10km",
        49 => "1000BASE-LX10 - Two sigle-mode fiber, long wavelength, 10km",
        50 => "1000BASE-PX10D - One single-mode fiber EPON OLT, 10km",
        51 => "1000BASE-PX10U - One single-mode fiber EPON ONU, 10km",
        52 => "1000BASE-PX20D - One single-mode fiber EPON OLT, 20km",
        53 => "1000BASE-PX20U - One single-mode fiber EPON ONU, 20km",
    }
    E3_MDI_POWER_CLASS {
        1 => "0", 2 => "1", 3 => "2", 4 => "3", 5 => "4",
    }
    MEDIA_SUBTYPE {
        1 => "Media Capabilities", 2 => "Network Policy", 3 => "Location Identification",
        4 => "Extended Power-via-MDI", 5 => "Inventory - Hardware Revision", 6 => "Inventory - Firmware Revision",
        7 => "Inventory - Software Revision", 8 => "Inventory - Serial Number",
        9 => "Inventory - Manufacturer Name", 10 => "Inventory - Model Name", 11 => "Inventory - Asset ID",
    }
    MED_CLASS {
        0 => "Type Not Defined", 1 => "Endpoint Class I", 2 => "Endpoint Class II", 3 => "Endpoint Class III",
        4 => "Network Connectivity",
    }
}
