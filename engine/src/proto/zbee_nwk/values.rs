//! Names of its values.

values! {
    FRAME_TYPE {
        0 => "Data",
        1 => "Command",
        3 => "Interpan",
    }
    DISCOVERY {
        0 => "Suppress",
        1 => "Enable",
        3 => "Force",
    }
    CMD_ID {
        1 => "Route Request",
        2 => "Route Reply",
        3 => "Network Status",
        4 => "Leave",
        5 => "Route Record",
        6 => "Rejoin Request",
        7 => "Rejoin Response",
        8 => "Link Status",
        9 => "Network Report",
        10 => "Network Update",
        11 => "End Device Timeout Request",
        12 => "End Device Timeout Response",
        13 => "Link Power Delta",
    }
    CMD_ROUTE_OPTS_MANY2ONE {
        0 => "Not Many-to-One",
        1 => "With Source Routing",
        2 => "Without Source Routing",
    }
    CMD_STATUS {
        0 => "No Route Available",
        1 => "Tree Link Failure",
        2 => "Non-tree Link Failure",
        3 => "Low Battery",
        4 => "No Routing Capacity",
        5 => "No Indirect Capacity",
        6 => "Indirect Transaction Expiry",
        7 => "Target Device Unavailable",
        8 => "Target Address Unallocated",
        9 => "Parent Link Failure",
        10 => "Validate Route",
        11 => "Source Route Failure",
        12 => "Many-to-One Route Failure",
        13 => "Address Conflict",
        14 => "Verify Address",
        15 => "PAN ID Update",
        16 => "Network Address Update",
        17 => "Bad Frame Counter",
        18 => "Bad Key Sequence Number",
    }
    CMD_REJOIN_STATUS {
        0 => "Success",
        1 => "PAN Full",
        2 => "PAN Access Denied",
    }
    CMD_REPORT_TYPE {
        0 => "PAN Identifier Conflict",
        6 => "ZBOSS key trace",
    }
    CMD_UPDATE_TYPE {
        0 => "PAN Identifier Update",
    }
    CMD_ED_TMO_REQ {
        0 => "10 sec",
        1 => "2 min",
        2 => "4 min",
        3 => "8 min",
        4 => "16 min",
        5 => "32 min",
        6 => "64 min",
        7 => "128 min",
        8 => "256 min",
        9 => "512 min",
        10 => "1024 min",
        11 => "2048 min",
        12 => "4096 min",
        13 => "8192 min",
        14 => "16384 min",
    }
    CMD_ED_TMO_RSP_STATUS {
        0 => "Success",
        1 => "Incorrect value",
    }
    CMD_LINK_PWR_DELTA_TYPE {
        0 => "Notification",
        1 => "Request",
        2 => "Response",
        3 => "Reserved",
    }
    ZBEE_BEACON_PROFILE {
        0 => "Network Specific",
        1 => "ZigBee Home",
        2 => "ZigBee PRO",
    }
    ZIGBEE_IE_ID {
        0 => "Rejoin",
        1 => "Tx Power",
        2 => "Extended Beacon Payload",
    }
    ZBEE_SEC_KEY_ID {
        0 => "Link Key",
        1 => "Network Key",
        2 => "Key-Transport Key",
        3 => "Key-Load Key",
    }
}
