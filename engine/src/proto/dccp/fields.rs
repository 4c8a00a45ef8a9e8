//! The fields of DCCP.

use super::values;

fields! { crate::proto::Proto::Dccp =>
    SRCPORT: "dccp.srcport", "Source Port", u16();
    DSTPORT: "dccp.dstport", "Destination Port", u16();
    PORT: "dccp.port", "Source or Destination Port", u16().occurs_as(&["dccp.srcport", "dccp.dstport"]);
    STREAM: "dccp.stream", "Stream index", u32();
    DATA_OFFSET: "dccp.data_offset", "Data Offset", u8();
    CCVAL: "dccp.ccval", "CCVal", u8();
    CSCOV: "dccp.cscov", "Checksum Coverage", u8();
    CHECKSUM_STATUS: "dccp.checksum.status", "Checksum Status", u8().values(&values::CHECKSUM_STATUS);
    CHECKSUM: "dccp.checksum", "Checksum", u16().hex();
    RES1: "dccp.res1", "Reserved", u8().hex();
    RES2: "dccp.res2", "Reserved", u8().hex();
    TYPE: "dccp.type", "Type", u8().values(&values::TYPE);
    X: "dccp.x", "Extended Sequence Numbers", bool();
    SEQ: "dccp.seq", "Sequence Number", u64();
    SEQ_RAW: "dccp.seq_raw", "Sequence Number (raw)", u64();
    ACK_RES: "dccp.ack_res", "Reserved", u16().hex();
    ACK: "dccp.ack", "Acknowledgement Number", u64();
    ACK_RAW: "dccp.ack_raw", "Acknowledgement Number (raw)", u64();
    SERVICE_CODE: "dccp.service_code", "Service Code", u32().values(&values::SERVICE_CODE);
    RESET_CODE: "dccp.reset_code", "Reset Code", u8().values(&values::RESET_CODE);
    DATA1: "dccp.data1", "Data 1", u8();
    DATA2: "dccp.data2", "Data 2", u8();
    DATA3: "dccp.data3", "Data 3", u8();
    OPTION_TYPE: "dccp.option_type", "Option Type", u8().values(&values::OPTION_TYPE);
    FEATURE_NUMBER: "dccp.feature_number", "Feature Number", u8().values(&values::FEATURE_NUMBER);
    NDP_COUNT: "dccp.ndp_count", "NDP Count", u64();
    TIMESTAMP: "dccp.timestamp", "Timestamp", u32();
    TIMESTAMP_ECHO: "dccp.timestamp_echo", "Timestamp Echo", u32();
    ELAPSED_TIME: "dccp.elapsed_time", "Elapsed Time", u32();
    CHECKSUM_DATA: "dccp.checksum_data", "Data Checksum", u32().hex();
    OPTIONS: "dccp.options", "Options", none();
    PADDING: "dccp.padding", "Padding", bytes();
    MANDATORY: "dccp.mandatory", "Mandatory", bytes();
    SLOW_RECEIVER: "dccp.slow_receiver", "Slow Receiver", bytes();
    INIT_COOKIE: "dccp.init_cookie", "Init Cookie", bytes();
    ACK_VECTOR_NONCE_0: "dccp.ack_vector.nonce_0", "Ack Vector [Nonce 0]", bytes();
    ACK_VECTOR_NONCE_1: "dccp.ack_vector.nonce_1", "Ack Vector [Nonce 1]", bytes();
    DATA_DROPPED: "dccp.data_dropped", "Data Dropped", bytes();
    CCID3_LOSS_EVENT_RATE: "dccp.ccid3_loss_event_rate", "CCID3 Loss Event Rate", u32();
    CCID3_LOSS_INTERVALS: "dccp.ccid3_loss_intervals", "CCID3 Loss Intervals", bytes();
    CCID3_RECEIVE_RATE: "dccp.ccid3_receive_rate", "CCID3 Receive Rate", u32();
    OPTION_RESERVED: "dccp.option_reserved", "Reserved", bytes();
    CCID_OPTION_DATA: "dccp.ccid_option_data", "CCID option", bytes();
    OPTION_UNKNOWN: "dccp.option_unknown", "Unknown", bytes();
    OPTION_LEN_BAD: "dccp.option.len.bad", "Bad option length", none();
    ADVERTISED_HEADER_LENGTH_BAD: "dccp.advertised_header_length.bad", "Advertised header length bad", none();
    PACKET_TYPE_RESERVED: "dccp.packet_type.reserved", "Reserved packet type: unable to dissect further", none();
    BAD_CHECKSUM: "dccp.bad_checksum", "Bad checksum", none();
}
