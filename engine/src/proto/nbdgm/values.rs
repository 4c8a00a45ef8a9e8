//! Names of the numbers of the NetBIOS datagram service.

values! {
    TYPE {
        16 => "Direct_unique datagram", 17 => "Direct_group datagram", 18 => "Broadcast datagram",
        19 => "Datagram error", 20 => "Datagram query request", 21 => "Datagram positive query response",
        22 => "Datagram negative query response",
    }
    NODE_TYPE {
        0 => "B node", 1 => "P node", 2 => "M node", 3 => "NBDD",
    }
    ERROR_CODE {
        130 => "Destination name not present", 131 => "Invalid source name format",
        132 => "Invalid destination name format",
    }
}
