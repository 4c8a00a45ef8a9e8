//! Names of values of CDP.

values! {
    CHECKSUM_STATUS {
        0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal",
    }
    TLV_TYPE {
        1 => "Device ID", 2 => "Addresses", 3 => "Port ID", 4 => "Capabilities", 5 => "Software version",
        6 => "Platform", 7 => "IP Prefix/Gateway (used for ODR)", 8 => "Protocol Hello",
        9 => "VTP Management Domain", 10 => "Native VLAN", 11 => "Duplex", 14 => "VoIP VLAN Reply",
        15 => "VoIP VLAN Query", 16 => "Power consumption", 17 => "MTU", 18 => "Trust Bitmap",
        19 => "Untrusted Port CoS", 20 => "System Name", 21 => "System Object ID", 22 => "Management Address",
        23 => "Location", 24 => "External Port-ID", 25 => "Power Requested", 26 => "Power Available",
        27 => "Port Unidirectional", 29 => "EnergyWise", 31 => "Spare PoE", 4096 => "BSSID",
        4097 => "Serial number", 4098 => "SSID", 4099 => "Radio1 channel", 4102 => "SNMP UDP port",
        4103 => "Web TCP port", 4104 => "Source MAC address", 4105 => "Radio2 channel",
        4106 => "Radio1 Operating mode", 4107 => "Radio2 Operating mode", 4108 => "Radio1 Radio mode",
        4109 => "Radio2 Radio mode",
    }
    PROTOCOL_ID {
        274 => "Cluster Management",
    }
    PROTOCOL_TYPE {
        1 => "NLPID", 2 => "802.2",
    }
}
