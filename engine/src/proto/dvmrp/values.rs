//! Names of values of DVMRP.

values! {
    TYPE {
        19 => "DVMRP",
    }
    V1_CODE {
        1 => "Response", 2 => "Request", 3 => "Non-membership report", 4 => "Non-membership cancellation",
    }
    CHECKSUM_STATUS {
        0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal",
    }
    COMMAND {
        0 => "NULL", 2 => "Address Family Indicator", 3 => "Subnetmask", 4 => "Metric", 5 => "Flags0",
        6 => "Infinity", 7 => "Destination Address", 8 => "Requested Destination Address",
        9 => "Non-Membership Report", 10 => "Non-Membership Report Cancel",
    }
    AFI {
        2 => "IP v4 Family",
    }
    V3_CODE {
        1 => "Probe", 2 => "Report", 3 => "Ask Neighbors", 4 => "Neighbors", 5 => "Ask Neighbors 2",
        6 => "Neighbors 2", 7 => "Prune", 8 => "Graft", 9 => "Graft ACK",
    }
}
