//! Names of values of DCCP.

values! {
    CHECKSUM_STATUS {
        0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal",
    }
    TYPE {
        0 => "Request", 1 => "Response", 2 => "Data", 3 => "Ack", 4 => "DataAck", 5 => "CloseReq", 6 => "Close",
        7 => "Reset", 8 => "Sync", 9 => "SyncAck", 10 => "Listen", 11 => "Reserved", 12 => "Reserved",
        13 => "Reserved", 14 => "Reserved", 15 => "Reserved",
    }
    RESET_CODE {
        0 => "Unspecified", 1 => "Closed", 2 => "Aborted", 3 => "No Connection", 4 => "Packet Error",
        5 => "Option Error", 6 => "Mandatory Error", 7 => "Connection Refused", 8 => "Bad Service Code",
        9 => "Too Busy", 10 => "Bad Init Cookie", 11 => "Aggression Penalty", 12 => "Reserved",
    }
    OPTION_TYPE {
        0 => "Padding", 1 => "Mandatory", 2 => "Slow Receiver", 3..=31 => "Reserved", 32 => "Change L",
        33 => "Confirm L", 34 => "Change R", 35 => "Confirm R", 36 => "Init Cookie", 37 => "NDP Count",
        38 => "Ack Vector [Nonce 0]", 39 => "Ack Vector [Nonce 1]", 40 => "Data Dropped", 41 => "Timestamp",
        42 => "Timestamp Echo", 43 => "Elapsed Time", 44 => "Data checksum", 45..=127 => "Reserved",
        128..=191 => "CCID option", 192 => "CCID3 Loss Event Rate", 193 => "CCID3 Loss Intervals",
        194 => "CCID3 Receive Rate", 195..=255 => "CCID option",
    }
    FEATURE_NUMBER {
        0 => "Reserved", 1 => "Congestion Control ID (CCID)", 2 => "Allow Short Seqnums", 3 => "Sequence Window",
        4 => "ECN Incapable", 5 => "Ack Ratio", 6 => "Send Ack Vector", 7 => "Send NDP Count",
        8 => "Minimum Checksum Coverage", 9 => "Check Data Checksum", 3..=127 => "Reserved",
        192 => "Send Loss Event Rate", 193..=255 => "CCID-specific feature",
    }
    SERVICE_CODE {
        0 => "not specified", 7107696 => "LTP: Licklider Transmission Protocol", 1145656131 => "DISC: Discard",
        1381253968 => "RTCP: RTCP connection, separate from the corresponding RTP",
        1381257281 => "RTPA: RTP session conveying audio data (and associated RTCP)",
        1381257295 => "RTPO: RTP session conveying other media (and associated RTCP)",
        1381257300 => "RTPT: RTP session conveying text media (and associated RTCP)",
        1381257302 => "RTPV: RTP session conveying video data (and associated RTCP)",
        1398361159 => "SYLG: Syslog Protocol",
        1685351985 => "Bundle Protocol",
        1852861808 => "NPMP: NetPerfMeter Data",
        4294967295 => "Reserved (Invalid)",
    }
}
