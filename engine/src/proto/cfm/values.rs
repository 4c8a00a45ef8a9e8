//! Names of its values.

values! {
    OPCODE {
        0 => "Reserved for IEEE 802.1",
        1 => "Continuity Check Message (CCM)",
        2 => "Loopback Reply (LBR)",
        3 => "Loopback Message (LBM)",
        4 => "Linktrace Reply (LTR)",
        5 => "Linktrace Message (LTM)",
        32 => "Generic Notification Message (GNM)",
        33 => "Alarm Indication Signal (AIS)",
        35 => "Lock Signal (LCK)",
        37 => "Test Signal (TST)",
        39 => "Automatic Protection Switching (APS)",
        40 => "Ring-Automatic Protection Switching (R-APS)",
        41 => "Maintenance Communication Channel (MCC)",
        43 => "Loss Measurement Message (LMM)",
        42 => "Loss Measurement Reply (LMR)",
        45 => "One Way Delay Measurement (1DM)",
        47 => "Delay Measurement Message (DMM)",
        46 => "Delay Measurement Reply (DMR)",
        49 => "Experimental OAM Message (EXM)",
        48 => "Experimental OAM Reply (EXR)",
        51 => "Vendor Specific Message (VSM)",
        50 => "Vendor Specific Reply (VSR)",
        52 => "Client Signal Fail (CSF)",
        53 => "One Way Synthetic Loss Measurement (1SL)",
        55 => "Synthetic Loss Message (SLM)",
        54 => "Synthetic Loss Reply (SLR)",
    }
    FLAGS_INTERVAL {
        0 => "invalid",
        1 => "Trans Int 3.33ms, max Lifetime 11.66ms, min Lifetime 10.83ms",
        2 => "Trans Int 10ms, max Lifetime 35ms, min Lifetime 32.5ms",
        3 => "Trans Int 100ms, max Lifetime 350ms, min Lifetime 325ms",
        4 => "Trans Int 1s, max Lifetime 3.5s, min Lifetime 3.25s",
        5 => "Trans Int 10s, max Lifetime 35s, min Lifetime 32.5s",
        6 => "Trans Int 1min, max Lifetime 3.5min, min Lifetime 3.25min",
        7 => "Trans Int 10min, max Lifetime 35min, min Lifetime 32.5min",
    }
    MAID_MD_NAME_FORMAT {
        0 => "Reserved for IEEE 802.1",
        1 => "No Maintenance Domain Name present",
        2 => "RFC1035 DNS Name",
        3 => "MAC address + 2-octet integer",
        4 => "Character String",
    }
    MAID_MA_NAME_FORMAT {
        0 => "Reserved for IEEE 802.1",
        1 => "Primary VID",
        2 => "Character String",
        3 => "2-octet integer",
        4 => "RFC 2685 VPN ID",
        32 => "ICC-based Format",
    }
    LTR_RELAY_ACTION {
        1 => "RlyHit",
        2 => "RlyFDB",
        3 => "RlyMPDB",
    }
    FLAGS_AIS_LCK_PERIOD {
        0 => "Invalid Value for AIS/LCK PDU's",
        1 => "Invalid Value for AIS/LCK PDU's",
        2 => "Invalid Value for AIS/LCK PDU's",
        3 => "Invalid Value for AIS/LCK PDU's",
        4 => "1 frame per second",
        5 => "Invalid Value for AIS/LCK PDU's",
        6 => "1 frame per minute",
        7 => "Invalid Value for AIS/LCK PDU's",
    }
    GNM_SUBOPCODE {
        1 => "Bandwidth Notification Message",
    }
    RAPS_REQ_ST {
        0 => "No request",
        1 => "Do not revert",
        2 => "Reverse request",
        3 => "Unknown",
        4 => "Exercise",
        5 => "Wait to restore",
        6 => "Depreciated",
        7 => "Manual switch",
        8 => "Unknown",
        9 => "Signal degrade",
        10 => "Unknown",
        11 => "Signal fail working",
        12 => "Unknown",
        13 => "Forced switch",
        14 => "Signal fail protection",
        15 => "Lockout",
        0 => "No Request",
        7 => "Manual Switch",
        11 => "Signal Failure",
        13 => "Forced Switch",
        14 => "Event",
    }
    APS_REQ_SGNL {
        0 => "Null",
        1 => "Normal traffic",
    }
    APS_BRDGD_SGNL {
        0 => "Null",
        1 => "Normal traffic",
    }
    APS_BRIDGE_TYPE {
        0 => "Selector",
        1 => "Broadcast",
    }
    RAPS_EVENT_SUBCODE {
        0 => "Flush Request",
    }
    CSF_FLAGS_TYPE {
        0 => "LOS",
        1 => "FDI/AIS",
        2 => "RDI",
        3 => "DCI",
    }
    CSF_FLAGS_PERIOD {
        0 => "Invalid",
        1 => "For further study",
        2 => "For further study",
        3 => "For further study",
        4 => "1s",
        5 => "For further study",
        6 => "1 min",
        7 => "For further study",
    }
    TLV_TYPE {
        0 => "End TLV",
        1 => "Sender ID TLV",
        2 => "Port Status TLV",
        3 => "Data TLV",
        4 => "Interface Status TLV",
        5 => "Reply Ingress TLV",
        6 => "Reply Egress TLV",
        7 => "LTM Egress Identifier TLV",
        8 => "LTR Egress Identifier TLV",
        13 => "Generic Notification Message TLV",
        31 => "Organizational-Specific TLV",
        32 => "Test TLV",
    }
    TLV_PORT_STATUS_VALUE {
        1 => "psBlocked",
        2 => "psUp",
    }
    TLV_PORT_INTERFACE_VALUE {
        1 => "isUp",
        2 => "isDown",
        3 => "isTesting",
        4 => "isUnknown",
        5 => "isDormant",
        6 => "isNotPresent",
        7 => "isLowerLayerDown",
    }
    TLV_REPLY_INGRESS_ACTION {
        1 => "IngOK",
        2 => "IngDown",
        3 => "IngBlocked",
        4 => "IngVID",
    }
    TLV_REPLY_EGRESS_ACTION {
        1 => "EgrOK",
        2 => "EgrDown",
        3 => "EgrBlocked",
        4 => "EgrVID",
    }
    TLV_TST_TEST_PATTERN_TYPE {
        0 => "Null signal without CRC-32",
        1 => "Null signal with CRC-32",
        2 => "PRBS (2.e-31 -1), without CRC-32",
        3 => "PRBS (2.e-31 -1), with CRC-32",
    }
}
