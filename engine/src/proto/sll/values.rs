//! Names of values in Linux cooked captures.

values! {
    GRETYPE {
        0x0 => "Possible GRE keepalive packet", 0x880b => "PPP", 0x800 => "IP", 0x806 => "ARP", 0xfe => "OSI",
        0x883e => "WCCP", 0x2000 => "CDP (Cisco)", 0x2001 => "NHRP", 0x88be => "ERSPAN", 0x22eb => "ERSPAN III",
        0x6400 => "MIKROTIK EoIP", 0xfeae => "AIROHIVE AP AP", 0x8137 => "IPX",
        0x6558 => "Transparent Ethernet bridging", 0x6559 => "Frame Relay", 0x86dd => "IPv6",
        0x8847 => "MPLS label switched packet", 0x894f => "Network Service Header",
        0x8881 => "CDMA2000 A10 Unstructured byte stream", 0x88d2 => "CDMA2000 A10 3GPP2 Packet",
        0x8909 => "CiscoMetaData", 0xb7ea => "Huawei GRE bonding", 0x8200 => "ARUBA WLAN", 0x8210 => "ARUBA WLAN",
        0x8220 => "ARUBA WLAN", 0x8230 => "ARUBA WLAN", 0x8240 => "ARUBA WLAN", 0x8250 => "ARUBA WLAN",
        0x8260 => "ARUBA WLAN", 0x8270 => "ARUBA WLAN", 0x8280 => "ARUBA WLAN", 0x8290 => "ARUBA WLAN",
        0x82a0 => "ARUBA WLAN", 0x82b0 => "ARUBA WLAN", 0x82c0 => "ARUBA WLAN", 0x82d0 => "ARUBA WLAN",
        0x82e0 => "ARUBA WLAN", 0x82f0 => "ARUBA WLAN", 0x8300 => "ARUBA WLAN", 0x8310 => "ARUBA WLAN",
        0x8320 => "ARUBA WLAN", 0x8330 => "ARUBA WLAN", 0x8340 => "ARUBA WLAN", 0x8350 => "ARUBA WLAN",
        0x8360 => "ARUBA WLAN", 0x8370 => "ARUBA WLAN", 0x9000 => "ARUBA WLAN", 0x9100 => "ARUBA WLAN",
        0x9110 => "ARUBA WLAN", 0x9120 => "ARUBA WLAN", 0x9130 => "ARUBA WLAN", 0x9140 => "ARUBA WLAN",
        0x9150 => "ARUBA WLAN", 0x9160 => "ARUBA WLAN", 0x9170 => "ARUBA WLAN", 0x9180 => "ARUBA WLAN",
        0x9190 => "ARUBA WLAN", 0x91a0 => "ARUBA WLAN", 0x91b0 => "ARUBA WLAN", 0x91c0 => "ARUBA WLAN",
        0x91d0 => "ARUBA WLAN", 0x91e0 => "ARUBA WLAN", 0x91f0 => "ARUBA WLAN",
    }
    LTYPE {
        0x1 => "Raw 802.3", 0x3 => "Ethernet", 0x4 => "802.2 LLC", 0x7 => "PPP (HDLC)", 0xc => "CAN", 0xd => "CAN FD",
        0x17 => "IrDA LAP", 0xf5 => "ISI", 0xf6 => "IEEE 802.15.4", 0xfa => "MCTP",
    }
    PKTTYPE {
        0 => "Unicast to us", 1 => "Broadcast", 2 => "Multicast", 3 => "Unicast to another host", 4 => "Sent by us",
    }
}
