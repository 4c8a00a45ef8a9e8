//! Value names of Telnet.

values! {
    CMD {
        236 => "End of File",
        237 => "Suspend Current Process",
        238 => "Abort Process",
        239 => "End of Record",
        240 => "Suboption End",
        241 => "No Operation",
        242 => "Data Mark",
        243 => "Break",
        244 => "Interrupt Process",
        245 => "Abort Output",
        246 => "Are You There?",
        247 => "Escape Character",
        248 => "Erase Line",
        249 => "Go Ahead",
        254 => "Don't",
        253 => "Do",
        252 => "Won't",
        251 => "Will",
        250 => "Suboption",
    }
    AUTH_CMD {
        0 => "IS",
        1 => "SEND",
        2 => "REPLY",
        3 => "NAME",
    }
    AUTH_TYPE {
        0 => "NULL",
        1 => "Kerberos v4",
        2 => "Kerberos v5",
        3 => "SPX",
        4 => "MINK",
        5 => "SRP",
        6 => "RSA",
        7 => "SSL",
        10 => "LOKI",
        11 => "SSA",
        12 => "KEA_SJ",
        13 => "KEA_SJ_INTEG",
        14 => "DSS",
        15 => "NTLM",
    }
    AUTH_MOD_ENC {
        0 => "Off",
        1 => "Telnet Options",
        2 => "After Exchange",
        4 => "Reserved",
    }
    AUTH_KRB5_CMD {
        0 => "Auth",
        1 => "Reject",
        2 => "Accept",
        3 => "Response",
        4 => "Forward",
        5 => "Forward Accept",
        6 => "Forward Reject",
    }
    OUTMARK_SUBOPT_CMD {
        6 => "ACK",
        21 => "NAK",
        68 => "Default",
        84 => "Top",
        66 => "Bottom",
        76 => "Left",
        82 => "Right",
    }
    RFC_SUBOPT_CMD {
        0 => "OFF",
        1 => "ON",
        2 => "RESTART-ANY",
        3 => "RESTART-XON",
    }
    ENC_CMD {
        0 => "IS",
        1 => "SUPPORT",
        2 => "REPLY",
        3 => "START",
        4 => "END",
        5 => "REQUEST-START",
        6 => "REQUEST-END",
        7 => "ENC_KEYID",
        8 => "DEC_KEYID",
    }
    ENC_TYPE {
        0 => "NULL",
        1 => "DES_CFB64",
        2 => "DES_OFB64",
        3 => "DES3_CFB64",
        4 => "DES3_OFB64",
        8 => "CAST5_40_CFB64",
        9 => "CAST5_40_OFB64",
        10 => "CAST128_CFB64",
        11 => "CAST128_OFB64",
    }
    TN3270_SUBOPT {
        0 => "ASSOCIATE",
        1 => "CONNECT",
        2 => "DEVICE-TYPE",
        3 => "FUNCTIONS",
        4 => "IS",
        5 => "REASON",
        6 => "REJECT",
        7 => "REQUEST",
        8 => "SEND",
    }
    TN3270_REASON {
        0 => "CONN-PARTNER",
        1 => "DEVICE-IN-USE",
        2 => "INV-ASSOCIATE",
        3 => "INV-DEVICE-NAME",
        4 => "INV-DEVICE-TYPE",
        5 => "TYPE-NAME-ERROR",
        6 => "UNKNOWN-ERROR",
        7 => "UNSUPPORTED-REQ",
    }
    TN3270_REQUEST {
        0 => "BIND-IMAGE",
        1 => "DATA-STREAM-CTL",
        2 => "RESPONSES",
        3 => "SCS-CTL-CODES",
        4 => "SYSREQ",
    }
}
