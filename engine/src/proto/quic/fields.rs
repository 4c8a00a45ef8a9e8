//! Fields of QUIC.

fields! { crate::proto::Proto::Quic =>
    CONNECTION_NUMBER: "quic.connection.number", "Connection Number", u32();
    PACKET_LENGTH: "quic.packet_length", "Packet Length", u32();
    HEADER_FORM: "quic.header_form", "Header Form", u8().mask(0x80).values(&FORMS);
    FIXED_BIT: "quic.fixed_bit", "Fixed Bit", bool().mask(0x40);
    LONG_PACKET_TYPE: "quic.long.packet_type", "Packet Type", u8().mask(0x30).values(&KINDS);
    LONG_PACKET_TYPE_V2: "quic.long.packet_type_v2", "Packet Type", u8().mask(0x30).values(&KINDS_V2);
    LONG_RESERVED: "quic.long.reserved", "Reserved", u8().mask(0xc);
    PACKET_NUMBER_LENGTH: "quic.packet_number_length", "Packet Number Length", u8().mask(0x3).values(&LENGTHS);
    VERSION: "quic.version", "Version", u32().hex().values(&VERSIONS);
    SUPPORTED_VERSION: "quic.supported_version", "Supported Version", u32().hex().values(&VERSIONS);
    VN_UNUSED: "quic.vn.unused", "Unused", u8().hex().mask(0x7f);
    DCIL: "quic.dcil", "Destination Connection ID Length", u8();
    DCID: "quic.dcid", "Destination Connection ID", bytes();
    SCIL: "quic.scil", "Source Connection ID Length", u8();
    SCID: "quic.scid", "Source Connection ID", bytes();
    TOKEN_LENGTH: "quic.token_length", "Token Length", u64();
    TOKEN: "quic.token", "Token", bytes();
    LENGTH: "quic.length", "Length", u64();
    PACKET_NUMBER: "quic.packet_number", "Packet Number", u64();
    PAYLOAD: "quic.payload", "Payload", bytes();
    REMAINING_PAYLOAD: "quic.remaining_payload", "Remaining Payload", bytes();
    SHORT: "quic.short", "QUIC Short Header", none();
    SPIN_BIT: "quic.spin_bit", "Spin Bit", bool().mask(0x20);
    RETRY_TOKEN: "quic.retry_token", "Retry Token", bytes();
    RETRY_INTEGRITY_TAG: "quic.retry_integrity_tag", "Retry Integrity Tag", bytes();

    FRAME: "quic.frame", "Frame", none();
    FRAME_TYPE: "quic.frame_type", "Frame Type", u64().values(&FRAMES);
    PADDING_LENGTH: "quic.padding_length", "Padding Length", u32();
    ACK_LARGEST: "quic.ack.largest_acknowledged", "Largest Acknowledged", u64();
    ACK_DELAY: "quic.ack.ack_delay", "ACK Delay", u64();
    ACK_RANGE_COUNT: "quic.ack.ack_range_count", "ACK Range Count", u64();
    ACK_FIRST_RANGE: "quic.ack.first_ack_range", "First ACK Range", u64();
    ACK_GAP: "quic.ack.gap", "Gap", u64();
    ACK_RANGE: "quic.ack.ack_range", "ACK Range", u64();
    ACK_ECT0: "quic.ack.ect0_count", "ECT(0) Count", u64();
    ACK_ECT1: "quic.ack.ect1_count", "ECT(1) Count", u64();
    ACK_CE: "quic.ack.ecn_ce_count", "ECN-CE Count", u64();
    CRYPTO_OFFSET: "quic.crypto.offset", "Offset", u64();
    CRYPTO_LENGTH: "quic.crypto.length", "Length", u64();
    CRYPTO_DATA: "quic.crypto.crypto_data", "Crypto Data", none();
    CC_ERROR_CODE: "quic.cc.error_code", "Error code", u64();
    CC_FRAME_TYPE: "quic.cc.frame_type", "Frame Type", u64();
    CC_REASON_LENGTH: "quic.cc.reason_phrase.length", "Reason phrase Length", u64();
    CC_REASON: "quic.cc.reason_phrase", "Reason phrase", str();
}

values! {
    FORMS { 0 => "Short Header", 1 => "Long Header" }
    KINDS { 0 => "Initial", 1 => "0-RTT", 2 => "Handshake", 3 => "Retry" }
    KINDS_V2 { 0 => "Retry", 1 => "Initial", 2 => "0-RTT", 3 => "Handshake" }
    LENGTHS { 0 => "1 bytes", 1 => "2 bytes", 2 => "3 bytes", 3 => "4 bytes" }
    VERSIONS {
        0x0 => "Version Negotiation", 0x1 => "1", 0x6b33_43cf => "2", 0xff00_0016 => "draft-22",
        0xff00_0017 => "draft-23", 0xff00_0018 => "draft-24", 0xff00_0019 => "draft-25", 0xff00_001a => "draft-26",
        0xff00_001b => "draft-27", 0xff00_001c => "draft-28", 0xff00_001d => "draft-29", 0xff00_001e => "draft-30",
        0xff00_001f => "draft-31", 0xff00_0020 => "draft-32", 0xff00_0021 => "draft-33", 0xff00_0022 => "draft-34",
        0xface_b001 => "Facebook mvfst (draft-22)", 0xface_b002 => "Facebook mvfst (draft-27)",
        0xface_b00e => "Facebook mvfst (Experimental)",
    }
    FRAMES {
        0x00 => "PADDING", 0x01 => "PING", 0x02..=0x03 => "ACK", 0x04 => "RESET_STREAM", 0x05 => "STOP_SENDING",
        0x06 => "CRYPTO", 0x07 => "NEW_TOKEN", 0x08..=0x0f => "STREAM", 0x10 => "MAX_DATA",
        0x11 => "MAX_STREAM_DATA", 0x12 => "MAX_STREAMS (BIDI)", 0x13 => "MAX_STREAMS (UNI)", 0x14 => "DATA_BLOCKED",
        0x15 => "STREAM_DATA_BLOCKED", 0x16 => "STREAMS_BLOCKED (BIDI)", 0x17 => "STREAMS_BLOCKED (UNI)",
        0x18 => "NEW_CONNECTION_ID", 0x19 => "RETIRE_CONNECTION_ID", 0x1a => "PATH_CHALLENGE",
        0x1b => "PATH_RESPONSE", 0x1c => "CONNECTION_CLOSE (Transport)", 0x1d => "CONNECTION_CLOSE (Application)",
        0x1e => "HANDSHAKE_DONE", 0x30..=0x31 => "DATAGRAM",
    }
}
