//! Fields of IEEE 802.15.4.

fields! { crate::proto::Proto::Wpan =>
    FCF: "wpan.fcf", "Frame Control Field", u16().hex().at(0).le();
    FRAME_TYPE: "wpan.frame_type", "Frame Type", u16().hex().at(0).le().mask(0x7).values(&KINDS);
    SECURITY: "wpan.security", "Security Enabled", bool().at_width(0, 2).le().mask(0x8);
    PENDING: "wpan.pending", "Frame Pending", bool().at_width(0, 2).le().mask(0x10);
    ACK_REQUEST: "wpan.ack_request", "Acknowledge Request", bool().at_width(0, 2).le().mask(0x20);
    PAN_ID_COMPRESSION: "wpan.pan_id_compression", "PAN ID Compression", bool().at_width(0, 2).le().mask(0x40);
    FCF_RESERVED: "wpan.fcf.reserved", "Reserved", bool().at_width(0, 2).le().mask(0x80);
    SEQNO_SUPPRESSION: "wpan.seqno_suppression", "Sequence Number Suppression",
        bool().at_width(0, 2).le().mask(0x100);
    IE_PRESENT: "wpan.ie_present", "Information Elements Present", bool().at_width(0, 2).le().mask(0x200);
    DST_ADDR_MODE: "wpan.dst_addr_mode", "Destination Addressing Mode",
        u16().hex().at(0).le().mask(0xc00).values(&MODES);
    VERSION: "wpan.version", "Frame Version", u16().at(0).le().mask(0x3000).values(&VERSIONS);
    SRC_ADDR_MODE: "wpan.src_addr_mode", "Source Addressing Mode",
        u16().hex().at(0).le().mask(0xc000).values(&MODES);
    SEQ_NO: "wpan.seq_no", "Sequence Number", u8();
    DST_PAN: "wpan.dst_pan", "Destination PAN", u16().hex();
    DST16: "wpan.dst16", "Destination", u16().hex();
    DST64: "wpan.dst64", "Destination", eui64();
    SRC_PAN: "wpan.src_pan", "Source PAN", u16().hex();
    SRC16: "wpan.src16", "Source", u16().hex();
    SRC64: "wpan.src64", "Extended Source", eui64();
    ADDR16: "wpan.addr16", "Address", u16().hex().occurs_as(&["wpan.dst16", "wpan.src16"]);
    ADDR64: "wpan.addr64", "Extended Address", eui64().occurs_as(&["wpan.dst64", "wpan.src64"]);
    FCS: "wpan.fcs", "FCS", u16().hex();
    FCS_OK: "wpan.fcs_ok", "FCS Valid", bool();
    CMD: "wpan.cmd", "Command Identifier", u8().hex().values(&COMMANDS);

    BEACON_ORDER: "wpan.beacon_order", "Beacon Interval", u16().mask(0xf);
    SUPERFRAME_ORDER: "wpan.superframe_order", "Superframe Interval", u16().mask(0xf0);
    CAP: "wpan.cap", "Final CAP Slot", u16().mask(0xf00);
    BATTERY: "wpan.battery_ext", "Battery Extension", bool().mask(0x1000);
    COORDINATOR: "wpan.bcn_coord", "PAN Coordinator", bool().mask(0x4000);
    ASSOCIATION: "wpan.assoc_permit", "Association Permit", bool().mask(0x8000);
    GTS_COUNT: "wpan.gts.count", "GTS Descriptor Count", u8().mask(0x7);
    GTS_PERMIT: "wpan.gts.permit", "GTS Permit", bool().mask(0x80);
    GTS_DIRECTION: "wpan.gts.direction", "Direction", bool().mask(0x7f);
    PENDING16: "wpan.pending16", "Address", u16().hex();
    PENDING64: "wpan.pending64", "Address", eui64();

    SECURITY_CONTROL: "wpan.aux_sec.security_control_field", "Security Control Field", u8().hex();
    SECURITY_LEVEL: "wpan.aux_sec.sec_level", "Security Level", u8().hex().mask(0x7).values(&LEVELS);
    KEY_ID_MODE: "wpan.aux_sec.key_id_mode", "Key Identifier Mode", u8().hex().mask(0x18).values(&KEY_MODES);
    FRAME_COUNTER: "wpan.aux_sec.frame_counter", "Frame Counter", u32();
    KEY_INDEX: "wpan.aux_sec.key_index", "Key Index", u8().hex();

    HEADER_IE_TLV: "wpan.header_ie_tlv", "IE Header", u16().hex();
    HEADER_IE_TYPE: "wpan.header_ie.type", "Type", u16().mask(0x8000);
    HEADER_IE_ID: "wpan.header_ie.id", "Id", u16().hex().mask(0x7f80);
    HEADER_IE_LENGTH: "wpan.header_ie.length", "Length", u16().mask(0x7f);
    PAYLOAD_IE_TLV: "wpan.payload_ie_tlv", "IE Header", u16().hex();
    PAYLOAD_IE_TYPE: "wpan.payload_ie.type", "Type", u16().mask(0x8000);
    PAYLOAD_IE_ID: "wpan.payload_ie.id", "Id", u16().hex().mask(0x7800);
    PAYLOAD_IE_LENGTH: "wpan.payload_ie.length", "Length", u16().mask(0x7ff);
}

values! {
    KINDS {
        0 => "Beacon", 1 => "Data", 2 => "Ack", 3 => "Command", 4 => "Reserved", 5 => "Multipurpose",
        6 => "Fragment or Frak", 7 => "Extended",
    }
    MODES { 0 => "None", 1 => "Reserved", 2 => "Short/16-bit", 3 => "Long/64-bit" }
    VERSIONS {
        0 => "IEEE Std 802.15.4-2003", 1 => "IEEE Std 802.15.4-2006", 2 => "IEEE Std 802.15.4-2015", 3 => "Reserved",
    }
    COMMANDS {
        1 => "Association Request", 2 => "Association Response", 3 => "Disassociation Notification",
        4 => "Data Request", 5 => "PAN ID Conflict", 6 => "Orphan Notification", 7 => "Beacon Request",
        8 => "Coordinator Realignment", 9 => "GTS Request", 0x0a => "TRLE Management Request",
        0x0b => "TRLE Management Response", 0x13 => "DSME Association Request", 0x14 => "DSME Association Response",
        0x15 => "DSME GTS Request", 0x16 => "DSME GTS Response", 0x17 => "DSME GTS Notify",
        0x18 => "DSME Information Request", 0x19 => "DSME Information Response",
        0x1a => "DSME Beacon Allocation Notification", 0x1b => "DSME Beacon Collision Notification",
        0x1c => "DSME Link Report", 0x20 => "RIT Data Request", 0x21 => "DBS Request", 0x22 => "DBS Response",
        0x23 => "RIT Data Response", 0x24 => "Vendor Specific",
    }
    LEVELS {
        0 => "No Security", 1 => "32-bit Message Integrity Code", 2 => "64-bit Message Integrity Code",
        3 => "128-bit Message Integrity Code", 4 => "Encryption",
        5 => "Encryption with 32-bit Message Integrity Code", 6 => "Encryption with 64-bit Message Integrity Code",
        7 => "Encryption with 128-bit Message Integrity Code",
    }
    KEY_MODES {
        0 => "Implicit Key", 1 => "Indexed Key using the Default Key Source",
        2 => "Explicit Key with 4-octet Key Source", 3 => "Explicit Key with 8-octet Key Source",
    }
}
