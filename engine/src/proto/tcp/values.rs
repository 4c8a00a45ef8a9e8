//! Names of numbers in TCP.

values! {
    CHECKSUM_STATUS {
        0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal",
    }
    OPTION_KIND {
        0 => "End of Option List", 1 => "No-Operation", 2 => "Maximum Segment Size", 3 => "Window Scale",
        4 => "SACK Permitted", 5 => "SACK", 6 => "Echo", 7 => "Echo Reply", 8 => "Time Stamp Option",
        9 => "Partial Order Connection Permitted", 10 => "Partial Order Service Profile", 11 => "CC", 12 => "CC.NEW",
        13 => "CC.ECHO", 14 => "TCP Alternate Checksum Request", 15 => "TCP Alternate Checksum Data", 16 => "Skeeter",
        17 => "Bubba", 18 => "Trailer Checksum Option", 19 => "MD5 Signature Option", 20 => "SCPS Capabilities",
        21 => "Selective Negative Acknowledgements", 22 => "Record Boundaries", 23 => "Corruption experienced",
        24 => "SNAP", 25 => "Unassigned", 26 => "TCP Compression Filter", 27 => "Quick-Start Response",
        28 => "User Timeout Option", 29 => "The TCP Authentication Option", 30 => "Multipath TCP",
        34 => "TCP Fast Open Cookie", 76 => "Riverbed Probe", 78 => "Riverbed Transparency",
        172 => "Accurate ECN Order 0", 174 => "Accurate ECN Order 1", 253 => "RFC3692-style Experiment 1",
        254 => "RFC3692-style Experiment 2",
    }
    OPTIONS_EXPERIMENTAL_EXID {
        0xac => "TCP ACK Rate Request", 0x348 => "Host ID", 0xa0d => "Autonomous System Compensation",
        0xca0 => "Capability Option", 0xed0 => "Extended Data Offset", 0x454e => "Encryption Negotiation",
        0x5323 => "Service Number", 0x75ec => "Timestamp Interval", 0xacc0 => "Accurate ECN - Order 0",
        0xacc1 => "Accurate ECN - Order 1", 0xacce => "Accurate ECN",
        0xe2d4 => "Shared Memory communications over RMDA protocol", 0xf989 => "Fast Open", 0xf990 => "Low Latency",
    }
    OPTIONS_MPTCP_RST_REASON {
        0x0 => "Unspecified error", 0x1 => "MPTCP-specific error", 0x2 => "Lack of resources",
        0x3 => "Administratively prohibited", 0x4 => "Too much outstanding data", 0x5 => "Unacceptable performance",
        0x6 => "Middlebox interference",
    }
    OPTIONS_MPTCP_SUBTYPE {
        0 => "Multipath Capable", 1 => "Join Connection", 2 => "Data Sequence Signal", 3 => "Add Address",
        4 => "Remove Address", 5 => "Change Subflow Priority", 6 => "TCP Fallback", 7 => "Fast Close",
        8 => "TCP Reset",
    }
    OPTIONS_QS_RATE {
        0 => "0 bit/s", 1 => "80 Kbit/s", 2 => "160 Kbit/s", 3 => "320 Kbit/s", 4 => "640 Kbit/s", 5 => "1.28 Mbit/s",
        6 => "2.56 Mbit/s", 7 => "5.12 Mbit/s", 8 => "10.24 Mbit/s", 9 => "20.48 Mbit/s", 10 => "40.96 Mbit/s",
        11 => "81.92 Mbit/s", 12 => "163.84 Mbit/s", 13 => "327.68 Mbit/s", 14 => "655.36 Mbit/s",
        15 => "1.31072 Gbit/s",
    }
}
