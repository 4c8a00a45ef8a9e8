//! Names of its values.

values! {
    MESGTYP {
        0 => "Who-Is-Router-To-Network",
        1 => "I-Am-Router-To-Network",
        2 => "I-Could-Be-Router-To-Network",
        3 => "Reject-Message-To-Network",
        4 => "Router-Busy-To-Network",
        5 => "Router-Available-To-Network",
        6 => "Initialize-Routing-Table",
        7 => "Initialize-Routing-Table-Ack",
        8 => "Establish-Connection-To-Network",
        9 => "Disconnect-Connection-To-Network",
        10 => "Challenge-Request",
        11 => "Security-Payload",
        12 => "Security-Response",
        13 => "Request-Key-Update",
        14 => "Update-Keyset",
        15 => "Update-distribution-Key",
        16 => "Request-Masterkey",
        17 => "Set-Masterkey",
        18 => "What-Is-Networknumber",
        19 => "Networknumber-Is",
        20..=127 => "Reserved for Use by ASHRAE",
        128..=255 => "Vendor Proprietary Message",
    }
    REJECTREASON {
        0 => "Other error.",
        1 => "The router is not directly connected to DNET and cannot find a router to DNET on any directly connected network using Who-Is-Router-To-Network messages.",
        2 => "The router is busy and unable to accept messages for the specified DNET at the present time.",
        3 => "It is an unknown network layer message type.",
        4 => "The message is too long to be routed to this DNET.",
        5 => "The router is no longer directly connected to DNET but can reconnect if requested.",
        6 => "The router is no longer directly connected to DNET and cannot reconnect even if requested.",
        7..=255 => "Invalid Rejection Reason.",
    }
}
