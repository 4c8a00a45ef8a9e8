//! Names of values in IPX.

values! {
    PACKET_TYPE {
        0x0 => "IPX", 0x1 => "RIP", 0x2 => "Echo", 0x3 => "Error", 0x4 => "PEP", 0x5 => "SPX",
        0x10 => "Experimental Protocol", 0x11 => "NCP", 0x12 => "Experimental Protocol",
        0x13 => "Experimental Protocol", 0x14 => "NetBIOS Broadcast", 0x15 => "Experimental Protocol",
        0x16 => "Experimental Protocol", 0x17 => "Experimental Protocol", 0x18 => "Experimental Protocol",
        0x19 => "Experimental Protocol", 0x1a => "Experimental Protocol", 0x1b => "Experimental Protocol",
        0x1c => "Experimental Protocol", 0x1d => "Experimental Protocol", 0x1e => "Experimental Protocol",
        0x1f => "Experimental Protocol",
    }
    DST_SOCKET {
        2 => "CISCO PING", 1105 => "NCP", 1106 => "SAP", 1107 => "RIP", 1109 => "NetBIOS", 1110 => "Diagnostic",
        1111 => "Serialization", 1360 => "NWLink SMB Server", 1361 => "NWLink SMB Name Query",
        1362 => "NWLink SMB Redirector", 1363 => "NWLink SMB Mailslot Datagram", 1364 => "NWLink SMB Messenger",
        1365 => "NWLink SMB Browse", 1373 => "Attachmate Gateway", 16385 => "IPX Message", 16387 => "IPX Message",
        16390 => "NetWare Directory Server", 16396 => "HP LaserJet/QuickSilver", 33028 => "NetWare 386",
        34082 => "ADSM", 34238 => "Cisco EIGRP for IPX", 36739 => "Powerchute UPS Monitoring",
        36865 => "NetWare Link Services Protocol", 36868 => "IPX WAN", 36879 => "SNMP Agent", 36880 => "SNMP Sink",
        36987 => "SMS Testing and Development", 36998 => "Novell PING", 37009 => "TCP Tunnel", 37010 => "UDP Tunnel",
        37042 => "NDPS Printer Agent/PSM", 37043 => "NDPS Broker", 37044 => "NDPS Service Registry Service",
        37045 => "NDPS Event Notification Service", 37046 => "NDPS Remote Management Service",
        37047 => "NDPS Notify Listener", 59525 => "NT Server-RPC/GW",
    }
}
