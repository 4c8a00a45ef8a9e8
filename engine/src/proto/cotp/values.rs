//! Value names of COTP.

values! {
    TYPE {
        1 => "ED Expedited Data",
        2 => "EA Expedited Data Acknowledgement",
        5 => "RJ Reject",
        6 => "AK Data Acknowledgement",
        7 => "ER TPDU Error",
        8 => "DR Disconnect Request",
        12 => "DC Disconnect Confirm",
        13 => "CC Connect Confirm",
        14 => "CR Connect Request",
        15 => "DT Data",
    }
    PARAMETER_CODE {
        9 => "ATN extended checksum - 16 bit",
        8 => "ATN extended checksum - 32 bit",
        133 => "ack time",
        134 => "res error",
        135 => "priority",
        136 => "transit delay",
        137 => "throughput",
        138 => "seq number",
        139 => "reassignment",
        140 => "flow control",
        192 => "tpdu-size",
        193 => "src-tsap",
        194 => "dst-tsap",
        195 => "checksum",
        196 => "version",
        197 => "protection",
        198 => "options",
        199 => "proto class",
        224 => "additional connection clearing info",
        240 => "preferred max TPDU size",
        242 => "inactivity timer",
    }
    CAUSE {
        0 => "Reason not specified",
        1 => "Congestion at TSAP",
        2 => "Session entity not attached to TSAP",
        3 => "Address unknown",
        128 => "Normal Disconnect",
        129 => "Remote transport entity congestion",
        130 => "Connection negotiation failed",
        131 => "Duplicate source reference",
        132 => "Mismatched references",
        133 => "Protocol error",
        135 => "Reference overflow",
        136 => "Connection request refused",
        138 => "Header or parameter length invalid",
    }
}
