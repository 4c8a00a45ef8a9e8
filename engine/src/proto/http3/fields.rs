//! Fields of HTTP/3.

fields! { crate::proto::Proto::Http3 =>
    STREAM_TYPE: "http3.stream_type", "Stream Type", u64();
    PUSH_ID: "http3.push_id", "Push ID", u64();
    FRAME_TYPE: "http3.frame_type", "Type", u64();
    FRAME_LENGTH: "http3.frame_length", "Length", u64();
    FRAME_PAYLOAD: "http3.frame_payload", "Frame Payload", bytes();
    SETTINGS: "http3.settings", "Settings", none();
    SETTINGS_ID: "http3.settings.id", "Settings Identifier", u64();
    SETTINGS_VALUE: "http3.settings.value", "Settings Value", u64();
    SETTINGS_QPACK_MAX_TABLE_CAPACITY: "http3.settings.qpack.max_table_capacity", "Max Table Capacity", u64();
    SETTINGS_MAX_FIELD_SECTION_SIZE: "http3.settings.max_field_section_size", "Max header list size", u64();
    SETTINGS_QPACK_BLOCKED_STREAMS: "http3.settings.qpack.blocked_streams", "Blocked Streams", u64();
    SETTINGS_EXTENDED_CONNECT: "http3.settings.extended_connect", "Extended CONNECT", u64();
    PRIORITY_UPDATE_ELEMENT_ID: "http3.priority_update_element_id", "Priority Update Element ID", u64();
    PRIORITY_UPDATE_FIELD_VALUE: "http3.priority_update_field_value", "Priority Update Field Value", str();
    UNKNOWN_STREAM_TYPE: "http3.unknown_stream_type", "An unknown stream type was encountered", none();
}
