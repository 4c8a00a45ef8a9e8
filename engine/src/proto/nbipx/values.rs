//! Names of its values.

values! {
    NMPI_PACKETTYPE {
        1 => "Find name",
        2 => "Name recognized",
        3 => "Check name",
        4 => "Name in use",
        5 => "Deregister name",
        6 => "Session data",
        7 => "Session end",
        8 => "Session end ACK",
        9 => "Status query",
        10 => "Status response",
        11 => "Directed datagram",
    }
    NMPI_OPCODE {
        241 => "Claim name",
        242 => "Delete name",
        243 => "Query name",
        244 => "Name found",
        245 => "Messenger hangup",
        252 => "Mailslot write",
        253 => "Find mailslot name",
        254 => "Mailslot name found",
    }
    NMPI_NAME_TYPE {
        1 => "Machine",
        2 => "Workgroup",
        3 => "Browser",
    }
}
