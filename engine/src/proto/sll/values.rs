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
    HATYPE {
        0 => "NET/ROM pseudo", 1 => "Ethernet", 2 => "Experimental Ethernet", 3 => "AX.25", 4 => "ProNET",
        5 => "Chaos", 6 => "IEEE 802", 7 => "ARCNET", 8 => "Hyperchannel", 9 => "Lanstar",
        10 => "Autonet Short Address", 11 => "Localtalk", 12 => "LocalNet", 13 => "Ultra link", 14 => "SMDS",
        15 => "Frame Relay DLCI", 16 => "ATM", 17 => "HDLC", 18 => "Fibre Channel", 19 => "ATM (RFC 2225)",
        20 => "Serial Line", 21 => "ATM", 22 => "MIL-STD-188-220", 23 => "Metricom STRIP", 24 => "IEEE 1394.1995",
        25 => "MAPOS", 26 => "Twinaxial", 27 => "EUI-64", 28 => "HIPARP", 29 => "IP and ARP over ISO 7816-3",
        30 => "ARPSec", 31 => "IPsec tunnel", 32 => "InfiniBand", 33 => "TIA-102 Project 25 CAI",
        34 => "Wiegand Interface", 35 => "Pure IP", 36 => "Experimental 1", 37 => "HFI", 256 => "Experimental 2",
        257 => "AEthernet", 260 => "Notional KISS type", 264 => "ADAPT", 270 => "ROSE", 271 => "CCITT X.25",
        272 => "Boards with X.25 in firmware", 280 => "Controller Area Network", 512 => "PPP", 513 => "Cisco HDLC",
        516 => "LAPB", 517 => "Digital's DDCMP protocol", 518 => "Raw HDLC", 519 => "Raw IP", 768 => "IPIP tunnel",
        769 => "IP6IP6 tunnel", 770 => "Frame Relay Access Device", 771 => "SKIP vif", 772 => "Loopback",
        774 => "Fiber Distributed Data Interface", 775 => "AP1000 BIF", 776 => "sit0 device - IPv6-in-IPv4",
        777 => "IP over DDP tunneller", 778 => "GRE over IP", 779 => "PIMSM register interface",
        780 => "High Performance Parallel Interface", 781 => "Nexus 64Mbps Ash", 782 => "Acorn Econet",
        783 => "Linux-IrDA", 784 => "Point to point fibrechannel", 785 => "Fibrechannel arbitrated loop",
        786 => "Fibrechannel public loop", 787 => "Fibrechannel fabric", 800 => "Magic type ident for TR",
        801 => "IEEE 802.11", 802 => "IEEE 802.11 + Prism2 header", 803 => "IEEE 802.11 + radiotap header",
        804 => "IEEE 802.15.4", 805 => "IEEE 802.15.4 network monitor", 820 => "PhoNet media type",
        821 => "PhoNet pipe header", 822 => "CAIF media type", 823 => "GRE over IPv6", 824 => "Netlink",
        825 => "IPv6 over LoWPAN", 826 => "Vsock monitor header", 65535 => "Void type, nothing is known",
        65534 => "zero header length", 38 => "Unified Bus",
    }
    LTYPE {
        0x1 => "Raw 802.3", 0x3 => "Ethernet", 0x4 => "802.2 LLC", 0x7 => "PPP (HDLC)", 0xc => "CAN", 0xd => "CAN FD",
        0x17 => "IrDA LAP", 0xf5 => "ISI", 0xf6 => "IEEE 802.15.4", 0xfa => "MCTP",
    }
    PKTTYPE {
        0 => "Unicast to us", 1 => "Broadcast", 2 => "Multicast", 3 => "Unicast to another host", 4 => "Sent by us",
    }
}
