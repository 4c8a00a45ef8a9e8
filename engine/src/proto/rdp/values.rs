//! Value names of RDP.

values! {
    NEG_TYPE {
        1 => "RDP Negotiation Request",
        2 => "RDP Negotiation Response",
        3 => "RDP Negotiation Failure",
        6 => "RDP Correlation Info",
    }
    NEGREQ_SELECTEDPROTOCOL {
        0 => "Standard RDP Security",
        1 => "TLS 1.0, 1.1 or 1.2",
        2 => "CredSSP",
        4 => "RDSTLS protocol",
        8 => "CredSSP with Early User Authorization Result PDU",
    }
    NEGFAILURE_FAILURECODE {
        1 => "TLS required by server",
        2 => "TLS not allowed by server",
        3 => "TLS certificate not on server",
        4 => "Inconsistent flags",
        5 => "Server requires Enhanced RDP Security with CredSSP",
        6 => "Server requires Enhanced RDP Security with TLS and certificate-based client authentication",
    }
    FASTPATH_ACTION {
        0 => "Fastpath",
        3 => "X224",
    }
    FASTPATH_CLIENTEVENTCODE {
        0 => "Orders",
        1 => "Bitmap",
        2 => "Palette",
        3 => "Synchronize",
        4 => "Surface command",
        5 => "Pointer null",
        6 => "Pointer default",
        8 => "Pointer position",
        9 => "Color pointer",
        10 => "Cached pointer",
        11 => "New pointer",
        12 => "Large pointer",
        0 => "Scancode",
        1 => "Mouse",
        2 => "MouseEx",
        3 => "Sync",
        4 => "Unicode",
        6 => "QUOE Timestamp",
    }
    FASTPATH_SERVERFRAGMENTATION {
        0 => "Single fragment",
        1 => "Last fragment",
        2 => "First fragment",
        3 => "Next fragment",
    }
    FASTPATH_SERVER_COMPRESSIONFLAGS {
        0 => "RDP 4.0 bulk compression",
        1 => "RDP 5.0 bulk compression",
        2 => "RDP 6.0 bulk compression",
        3 => "RDP 6.1 bulk compression",
    }
}
