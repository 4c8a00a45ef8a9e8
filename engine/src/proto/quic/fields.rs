//! Fields of QUIC.

fields! { crate::proto::Proto::Quic =>
    CONNECTION_NUMBER: "quic.connection.number", "Connection Number", u32();
    PACKET_LENGTH: "quic.packet_length", "Packet Length", u32();
    HEADER_FORM: "quic.header_form", "Header Form", u8().mask(0x80).values(&HEADER_FORM);
    LONG_PACKET_TYPE: "quic.long.packet_type", "Packet Type", u8().mask(0x30).values(&LONG_PACKET_TYPE);
    LONG_PACKET_TYPE_V2: "quic.long.packet_type_v2", "Packet Type", u8().mask(0x30).values(&LONG_PACKET_TYPE_V2);
    LONG_RESERVED: "quic.long.reserved", "Reserved", u8().mask(0xc);
    PACKET_NUMBER_LENGTH: "quic.packet_number_length", "Packet Number Length",
        u8().mask(0x3).values(&PACKET_NUMBER_LENGTH);
    DCID: "quic.dcid", "Destination Connection ID", bytes();
    SCID: "quic.scid", "Source Connection ID", bytes();
    DCIL: "quic.dcil", "Destination Connection ID Length", u8();
    SCIL: "quic.scil", "Source Connection ID Length", u8();
    TOKEN_LENGTH: "quic.token_length", "Token Length", u64();
    TOKEN: "quic.token", "Token", bytes();
    LENGTH: "quic.length", "Length", u64();
    PACKET_NUMBER: "quic.packet_number", "Packet Number", u64();
    VERSION: "quic.version", "Version", u32().hex().values(&VERSION);
    SUPPORTED_VERSION: "quic.supported_version", "Supported Version", u32().hex().values(&VERSION);
    VN_UNUSED: "quic.vn.unused", "Unused", u8().hex().mask(0x7f);
    SHORT: "quic.short", "QUIC Short Header", none();
    FIXED_BIT: "quic.fixed_bit", "Fixed Bit", bool().mask(0x40);
    SPIN_BIT: "quic.spin_bit", "Spin Bit", bool().mask(0x20);
    MP_FIRST_BYTE: "quic.mp_first_byte", "Config", u8().hex();
    MP_RESERVED_BIT: "quic.mp_reserved_bit", "Reserved", u8().mask(0xe0);
    PORT_PRESENCE_BIT: "quic.port_presence_bit", "Port presence", bool().mask(0x10);
    IP_VERSION: "quic.ip_version", "IP Version", u8().mask(0xf);
    MP_ADDRESS_ID: "quic.mp_address_id", "Address ID", u64();
    MP_SEQUENCE_NUMBER: "quic.mp_sequence_number", "Sequence Number", u64();
    MP_INTERFACE_TYPE: "quic.mp_interface_type", "Interface Type", u64();
    MP_IP_ADDRESS: "quic.mp_ip_address", "IP Address", ipv4();
    MP_IP_ADDRESS_V6: "quic.mp_ip_address_v6", "IP Address", ipv6();
    MP_PORT: "quic.mp_port", "Port", u32();
    MP_UNIFLOW_ID: "quic.mp_uniflow_id", "Uniflow ID", u64();
    MP_RECEIVING_UNIFLOWS: "quic.mp_receiving_uniflows", "Receiving uniflows", u64();
    MP_ACT_SEND_UF: "quic.mp_act_send_uf", "Active sending uniflows", u64();
    MP_RECEIVING_UNIFLOWS_SECTION: "quic.mp_receiving_uniflows_section", "Receiving uniflows", none();
    MP_ACT_SEND_UF_SECTION: "quic.mp_act_send_uf_section", "Active sending uniflows", none();
    MP_UNIFLOW_INFO_SECTION: "quic.mp_uniflow_info_section", "Uniflow Info Section", none();
    MP_ADD_LOCAL_ADDRESS_ID: "quic.mp_add_local_address_id", "Local address id", u64();
    SHORT_RESERVED: "quic.short.reserved", "Reserved", u8().mask(0x18);
    Q_BIT: "quic.q_bit", "Square Signal Bit (Q)", bool().mask(0x10);
    L_BIT: "quic.l_bit", "Loss Event Bit (L)", bool().mask(0x8);
    KEY_PHASE: "quic.key_phase", "Key Phase Bit", bool().mask(0x4);
    PAYLOAD: "quic.payload", "Payload", bytes();
    PROTECTED_PAYLOAD: "quic.protected_payload", "Protected Payload", bytes();
    REMAINING_PAYLOAD: "quic.remaining_payload", "Remaining Payload", bytes();
    ODCIL: "quic.odcil", "Original Destination Connection ID Length", u8();
    ODCID: "quic.odcid", "Original Destination Connection ID", bytes();
    RETRY_TOKEN: "quic.retry_token", "Retry Token", bytes();
    RETRY_INTEGRITY_TAG: "quic.retry_integrity_tag", "Retry Integrity Tag", bytes();
    FRAME: "quic.frame", "Frame", none();
    FRAME_TYPE: "quic.frame_type", "Frame Type", u64().values(&FRAME_TYPE);
    PADDING_LENGTH: "quic.padding_length", "Padding Length", u32();
    ACK_LARGEST_ACKNOWLEDGED: "quic.ack.largest_acknowledged", "Largest Acknowledged", u64();
    ACK_ACK_DELAY: "quic.ack.ack_delay", "ACK Delay", u64();
    ACK_ACK_RANGE_COUNT: "quic.ack.ack_range_count", "ACK Range Count", u64();
    ACK_FIRST_ACK_RANGE: "quic.ack.first_ack_range", "First ACK Range", u64();
    ACK_GAP: "quic.ack.gap", "Gap", u64();
    ACK_ACK_RANGE: "quic.ack.ack_range", "ACK Range", u64();
    ACK_ECT0_COUNT: "quic.ack.ect0_count", "ECT(0) Count", u64();
    ACK_ECT1_COUNT: "quic.ack.ect1_count", "ECT(1) Count", u64();
    ACK_ECN_CE_COUNT: "quic.ack.ecn_ce_count", "ECN-CE Count", u64();
    RSTS_STREAM_ID: "quic.rsts.stream_id", "Stream ID", u64();
    RSTS_APPLICATION_ERROR_CODE: "quic.rsts.application_error_code", "Application Error code", u64();
    RSTS_FINAL_SIZE: "quic.rsts.final_size", "Final Size", u64();
    SS_STREAM_ID: "quic.ss.stream_id", "Stream ID", u64();
    SS_APPLICATION_ERROR_CODE: "quic.ss.application_error_code", "Application Error code", u64();
    CRYPTO_OFFSET: "quic.crypto.offset", "Offset", u64();
    CRYPTO_LENGTH: "quic.crypto.length", "Length", u64();
    CRYPTO_CRYPTO_DATA: "quic.crypto.crypto_data", "Crypto Data", none();
    NT_LENGTH: "quic.nt.length", "(Token) Length", u64();
    NT_TOKEN: "quic.nt.token", "Token", bytes();
    STREAM_FIN: "quic.stream.fin", "Fin", bool().mask(0x1);
    STREAM_LEN: "quic.stream.len", "Len(gth)", bool().mask(0x2);
    STREAM_OFF: "quic.stream.off", "Off(set)", bool().mask(0x4);
    STREAM_STREAM_ID: "quic.stream.stream_id", "Stream ID", u64();
    STREAM_INITIATOR: "quic.stream.initiator", "Stream initiator", u64().mask(0x1);
    STREAM_DIRECTION: "quic.stream.direction", "Stream direction", u64().mask(0x2);
    STREAM_OFFSET: "quic.stream.offset", "Offset", u64();
    STREAM_LENGTH: "quic.stream.length", "Length", u64();
    STREAM_DATA: "quic.stream_data", "Stream Data", bytes();
    MD_MAXIMUM_DATA: "quic.md.maximum_data", "Maximum Data", u64();
    MSD_STREAM_ID: "quic.msd.stream_id", "Stream ID", u64();
    MSD_MAXIMUM_STREAM_DATA: "quic.msd.maximum_stream_data", "Maximum Stream Data", u64();
    MS_MAX_STREAMS: "quic.ms.max_streams", "Max Streams", u64();
    SB_STREAM_DATA_LIMIT: "quic.sb.stream_data_limit", "Stream Data Limit", u64();
    SDB_STREAM_ID: "quic.sdb.stream_id", "Stream ID", u64();
    SIB_STREAM_LIMIT: "quic.sib.stream_limit", "Stream Limit", u64();
    NCI_RETIRE_PRIOR_TO: "quic.nci.retire_prior_to", "Retire Prior To", u64();
    NCI_SEQUENCE: "quic.nci.sequence", "Sequence", u64();
    NCI_CONNECTION_ID_LENGTH: "quic.nci.connection_id.length", "Connection ID Length", u8();
    NCI_CONNECTION_ID: "quic.nci.connection_id", "Connection ID", bytes();
    NCI_STATELESS_RESET_TOKEN: "quic.nci.stateless_reset_token", "Stateless Reset Token", bytes();
    RCI_SEQUENCE: "quic.rci.sequence", "Sequence", u64();
    PATH_CHALLENGE_DATA: "quic.path_challenge.data", "Data", bytes();
    PATH_RESPONSE_DATA: "quic.path_response.data", "Data", bytes();
    CC_ERROR_CODE: "quic.cc.error_code", "Error code", u64().values(&CC_ERROR_CODE);
    CC_ERROR_CODE_APP: "quic.cc.error_code.app", "Application Error code", u64();
    CC_ERROR_CODE_TLS_ALERT: "quic.cc.error_code.tls_alert", "TLS Alert Description",
        u8().values(&CC_ERROR_CODE_TLS_ALERT);
    CC_FRAME_TYPE: "quic.cc.frame_type", "Frame Type", u64();
    CC_REASON_PHRASE_LENGTH: "quic.cc.reason_phrase.length", "Reason phrase Length", u64();
    CC_REASON_PHRASE: "quic.cc.reason_phrase", "Reason phrase", str();
    DG_LENGTH: "quic.dg.length", "Datagram Length", u64();
    DG: "quic.dg", "Datagram", bytes();
    AF_SEQUENCE_NUMBER: "quic.af.sequence_number", "Sequence Number", u64();
    AF_ACK_ELICITING_THRESHOLD: "quic.af.ack_eliciting_threshold", "Ack-Eliciting Threshold", u64();
    AF_REQUEST_MAX_ACK_DELAY: "quic.af.request_max_ack_delay", "Request Max Ack Delay", u64();
    AF_LAST_BYTE: "quic.af.last_byte", "Last Byte", u8().hex();
    AF_RESERVED: "quic.af.reserved", "Reserved", u8().mask(0xfc);
    AF_IGNORE_ORDER: "quic.af.ignore_order", "Ignore Order", bool().mask(0x2);
    AF_IGNORE_CE: "quic.af.ignore_ce", "Ignore CE", bool().mask(0x1);
    TS: "quic.ts", "Time Stamp", u64();
    UNPREDICTABLE_BITS: "quic.unpredictable_bits", "Unpredictable Bits", bytes();
    STATELESS_RESET_TOKEN: "quic.stateless_reset_token", "Stateless Reset Token", bytes();
    FRAGMENT_OVERLAP: "quic.fragment.overlap", "Fragment overlap", bool();
    FRAGMENT_OVERLAP_CONFLICT: "quic.fragment.overlap.conflict", "Conflicting data in fragment overlap", bool();
    FRAGMENT_MULTIPLETAILS: "quic.fragment.multipletails", "Multiple tail fragments found", bool();
    FRAGMENT_TOOLONGFRAGMENT: "quic.fragment.toolongfragment", "Fragment too long", bool();
    FRAGMENT_ERROR: "quic.fragment.error", "Reassembling error", framenum();
    FRAGMENT_COUNT: "quic.fragment.count", "Fragment count", u32();
    FRAGMENT: "quic.fragment", "QUIC STREAM Data Fragment", framenum();
    FRAGMENTS: "quic.fragments", "Reassembled QUIC STREAM Data Fragments", none();
    REASSEMBLED_IN: "quic.reassembled_in", "Reassembled PDU in frame", framenum();
    REASSEMBLED_LENGTH: "quic.reassembled.length", "Reassembled QUIC STREAM Data length", u32();
    REASSEMBLED_DATA: "quic.reassembled.data", "Reassembled QUIC STREAM Data", bytes();
    CRYPTO_FRAGMENT_COUNT: "quic.crypto.fragment.count", "Fragment count", u32();
    CRYPTO_FRAGMENT: "quic.crypto.fragment", "QUIC CRYPTO Data Fragment", framenum();
    CRYPTO_FRAGMENTS: "quic.crypto.fragments", "Reassembled QUIC CRYPTO Data Fragments", none();
    CRYPTO_REASSEMBLED_IN: "quic.crypto.reassembled_in", "Reassembled PDU in frame", framenum();
    CONNECTION_UNKNOWN: "quic.connection.unknown", "Unknown QUIC connection. Missing Initial Packet or migrated connection?",
        none();
    FT_UNKNOWN: "quic.ft.unknown", "Unknown Frame Type", none();
    DECRYPTION_FAILED: "quic.decryption_failed", "Failed to decrypt handshake", none();
    PROTOCOL_VIOLATION: "quic.protocol_violation", "Invalid data according to the protocol", none();
    BAD_RETRY: "quic.bad_retry", "Retry Integrity Tag verification failure", none();
    COALESCED_PADDING_DATA: "quic.coalesced_padding_data", "Coalesced Padding Data", none();
    RETRANSMISSION: "quic.retransmission", "This QUIC frame has a reused stream offset (retransmission?)", none();
    OVERLAP: "quic.overlap", "This QUIC frame overlaps a previous frame in the stream", none();
}

values! {
    HEADER_FORM { 0 => "Short Header", 1 => "Long Header" }
    LONG_PACKET_TYPE { 0 => "Initial", 3 => "Retry", 2 => "Handshake", 1 => "0-RTT" }
    LONG_PACKET_TYPE_V2 { 0 => "Retry", 1 => "Initial", 2 => "0-RTT", 3 => "Handshake" }
    PACKET_NUMBER_LENGTH { 0 => "1 bytes", 1 => "2 bytes", 2 => "3 bytes", 3 => "4 bytes" }
    VERSION {
        0 => "Version Negotiation", 1 => "1", 1162299136..=1162299391 => "Quant",
        1346588976..=1346588977 => "Picoquic internal", 1347571544 => "Proxied QUIC (PROX)",
        1362113587 => "Google Q043", 1362113588 => "Google Q044", 1362113590 => "Google Q046",
        1362113840 => "Google Q050", 1363627776..=1363628031 => "QGO (QUIC GO)", 1412445488 => "Google T050",
        1412445489 => "Google T051", 2445373440..=2445373695 => "Quicly", 2882338816..=2882338831 => "MsQuic",
        4042322160..=4042322175 => "ETH Zürich (Measurability experiments)",
        4042322416..=4042322431 => "Telecom Italia (Measurability experiments)", 4045664448..=4045664463 => "MozQuic",
        4207849473 => "Facebook mvfst (draft-22)", 4207849474 => "Facebook mvfst (draft-27)",
        4207849475..=4207849485 => "Facebook mvfst", 4207849486 => "Facebook mvfst (Experimental)",
        4207849487 => "Facebook mvfst", 4278190084 => "draft-04", 4278190085 => "draft-05", 4278190086 => "draft-06",
        4278190087 => "draft-07", 4278190088 => "draft-08", 4278190089 => "draft-09", 4278190090 => "draft-10",
        4278190091 => "draft-11", 4278190092 => "draft-12", 4278190093 => "draft-13", 4278190094 => "draft-14",
        4278190095 => "draft-15", 4278190096 => "draft-16", 4278190097 => "draft-17", 4278190098 => "draft-18",
        4278190099 => "draft-19", 4278190100 => "draft-20", 4278190101 => "draft-21", 4278190102 => "draft-22",
        4278190103 => "draft-23", 4278190104 => "draft-24", 4278190105 => "draft-25", 4278190106 => "draft-26",
        4278190107 => "draft-27", 4278190108 => "draft-28", 4278190109 => "draft-29", 4278190110 => "draft-30",
        4278190111 => "draft-31", 4278190112 => "draft-32", 4278190113 => "draft-33", 4278190114 => "draft-34",
        4278321152 => "v2-draft-00", 1889161412 => "v2-draft-01", 1798521807 => "2",
    }
    FRAME_TYPE {
        0 => "PADDING", 1 => "PING", 2..=3 => "ACK", 4 => "RESET_STREAM", 5 => "STOP_SENDING", 6 => "CRYPTO",
        7 => "NEW_TOKEN", 8..=15 => "STREAM", 16 => "MAX_DATA", 17 => "MAX_STREAM_DATA", 18 => "MAX_STREAMS (BIDI)",
        19 => "MAX_STREAMS (UNI)", 20 => "DATA_BLOCKED", 21 => "STREAM_DATA_BLOCKED", 22 => "STREAMS_BLOCKED (BIDI)",
        24 => "NEW_CONNECTION_ID", 25 => "RETIRE_CONNECTION_ID", 26 => "PATH_CHALLENGE", 27 => "PATH_RESPONSE",
        28 => "CONNECTION_CLOSE (Transport)", 29 => "CONNECTION_CLOSE (Application)", 30 => "HANDSHAKE_DONE",
        48..=49 => "DATAGRAM", 64 => "MP_NEW_CONNECTION_ID", 65 => "MP_RETIRE_CONNECTION_ID", 66..=67 => "MP_ACK",
        68 => "ADD_ADDRESS", 69 => "REMOVE_ADDRESS", 70 => "UNIFLOWS", 172 => "IMMEDIATE_ACK", 175 => "ACK_FREQUENCY",
        757 => "TIME_STAMP",
    }
    CC_ERROR_CODE {
        0 => "NO_ERROR", 1 => "INTERNAL_ERROR", 2 => "CONNECTION_REFUSED", 3 => "FLOW_CONTROL_ERROR",
        4 => "STREAM_ID_ERROR", 5 => "STREAM_STATE_ERROR", 6 => "FINAL_SIZE_ERROR", 7 => "FRAME_ENCODING_ERROR",
        8 => "TRANSPORT_PARAMETER_ERROR", 9 => "CONNECTION_ID_LIMIT_ERROR", 10 => "PROTOCOL_VIOLATION",
        11 => "INVALID_TOKEN", 12 => "APPLICATION_ERROR", 13 => "CRYPTO_BUFFER_EXCEEDED", 14 => "KEY_UPDATE_ERROR",
        15 => "AEAD_LIMIT_REACHED", 16 => "NO_VIABLE_PATH", 17 => "VERSION_NEGOTIATION_ERROR",
        256..=511 => "CRYPTO_ERROR",
    }
    CC_ERROR_CODE_TLS_ALERT {
        0 => "Close Notify", 1 => "End of Early Data", 10 => "Unexpected Message", 20 => "Bad Record MAC",
        21 => "Decryption Failed", 22 => "Record Overflow", 30 => "Decompression Failure", 40 => "Handshake Failure",
        41 => "No Certificate", 42 => "Bad Certificate", 43 => "Unsupported Certificate", 44 => "Certificate Revoked",
        45 => "Certificate Expired", 46 => "Certificate Unknown", 47 => "Illegal Parameter", 48 => "Unknown CA",
        49 => "Access Denied", 50 => "Decode Error", 51 => "Decrypt Error", 60 => "Export Restriction",
        70 => "Protocol Version", 71 => "Insufficient Security", 80 => "Internal Error",
        86 => "Inappropriate Fallback", 90 => "User Canceled", 100 => "No Renegotiation", 109 => "Missing Extension",
        110 => "Unsupported Extension", 111 => "Certificate Unobtainable", 112 => "Unrecognized Name",
        113 => "Bad Certificate Status Response", 114 => "Bad Certificate Hash Value", 115 => "Unknown PSK Identity",
        116 => "Certificate Required", 120 => "No application Protocol", 121 => "ECH Required",
    }
}
