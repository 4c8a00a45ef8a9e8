//! Names of the numbers of the NetBIOS name service.

values! {
    FLAGS_OPCODE {
        0 => "Name query", 5 => "Registration", 6 => "Release", 7 => "Wait for acknowledgment", 8 => "Refresh",
        9 => "Refresh (alternate opcode)", 15 => "Multi-homed registration",
    }
    FLAGS_RCODE {
        0 => "No error", 1 => "Request was invalidly formatted", 2 => "Server failure",
        3 => "Requested name does not exist", 4 => "Request is not implemented", 5 => "Request was refused",
        6 => "Name is owned by another node", 7 => "Name is in conflict",
    }
    NAME_FLAGS_ONT {
        0 => "B-node", 8192 => "P-node", 16384 => "M-node",
    }
    NB_FLAGS_ONT {
        0 => "B-node", 8192 => "P-node", 16384 => "M-node", 24576 => "H-node",
    }
    TYPE {
        32 => "NB", 33 => "NBSTAT",
    }
    CLASS {
        1 => "IN", 2 => "CS", 3 => "CH", 4 => "HS", 254 => "NONE", 255 => "ANY",
    }
}
