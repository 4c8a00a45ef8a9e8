//! Fields of Thrift.

use super::values;

fields! { crate::proto::Proto::Thrift =>
    FRAME_LEN: "thrift.frame_len", "Frame length", i32();
    EXCEPTION: "thrift.exception", "Exception", none();
    EXCEPTION_MESSAGE: "thrift.exception.message", "Exception Message", str();
    EXCEPTION_TYPE: "thrift.exception.type", "Exception Type", i32().values(&values::EXCEPTION_TYPE);
    PROTOCOL_ID: "thrift.protocol_id", "Protocol id", u8().hex().values(&values::PROTOCOL_ID);
    VERSION: "thrift.version", "Version", u8();
    MTYPE: "thrift.mtype", "Message type", u8().hex().values(&values::MTYPE);
    STR_LEN: "thrift.str_len", "Length", i32();
    METHOD: "thrift.method", "Method", str();
    SEQ_ID: "thrift.seq_id", "Sequence Id", i32();
    TYPE: "thrift.type", "Type", u8().hex().values(&values::TYPE);
    FID: "thrift.fid", "Field Id", i16();
    FID_DELTA: "thrift.fid_delta", "Field Id Delta", u8();
    BOOL: "thrift.bool", "Boolean", bool();
    I8: "thrift.i8", "Integer8", i8();
    I16: "thrift.i16", "Integer16", i16();
    I32: "thrift.i32", "Integer32", i32();
    I64: "thrift.i64", "Integer64", i64();
    DOUBLE: "thrift.double", "Double", f64();
    BINARY: "thrift.binary", "Binary", bytes();
    STRING: "thrift.string", "String", str();
    STRUCT: "thrift.struct", "Struct", none();
    LIST: "thrift.list", "List", none();
    SET: "thrift.set", "Set", none();
    MAP: "thrift.map", "Map", none();
    NUM_SET_ITEM: "thrift.num_set_item", "Number of Set Items", i32();
    NUM_LIST_ITEM: "thrift.num_list_item", "Number of List Items", i32();
    NUM_MAP_ITEM: "thrift.num_map_item", "Number of Map Items", i32();
    NUM_ITEM: "thrift.num_item", "More than 14 items", u8().hex();
    UUID: "thrift.uuid", "UUID", guid();
    WRONG_TYPE: "thrift.wrong_type", "Type value not expected.", none();
    WRONG_FIELD_ID: "thrift.wrong_field_id", "Field id different from value provided by sub-dissector.", none();
    NEGATIVE_LENGTH: "thrift.negative_length", "Length greater than 2 GiB not supported.", none();
    WRONG_PROTO_VERSION: "thrift.wrong_proto_version", "Protocol version invalid or unsupported.", none();
    STRUCT_FID_NOT_IN_SEQ: "thrift.struct_fid_not_in_seq", "Missing mandatory field id in struct.", none();
    NOT_ENOUGH_DATA: "thrift.not_enough_data", "Not enough data to decode.", none();
    FRAME_TOO_SHORT: "thrift.frame_too_short", "Thrift frame shorter than data.", none();
    FRAME_TOO_LONG: "thrift.frame_too_long", "Thrift frame longer than data.", none();
    VARINT_TOO_LARGE: "thrift.varint_too_large", "Thrift varint value too large for target integer type.", none();
    UNDEFINED_FIELD_ID: "thrift.undefined_field_id", "Field id not defined by sub-dissector, using generic Thrift dissector.", none();
    NEGATIVE_FIELD_ID: "thrift.negative_field_id", "Encountered unexpected negative field id, possibly an old application.", none();
    UNORDERED_FIELD_ID: "thrift.unordered_field_id", "Field id not defined by sub-dissector, using generic Thrift dissector.", none();
    APPLICATION_EXCEPTION: "thrift.application_exception", "The application recognized the method but rejected the content.", none();
    PROTOCOL_EXCEPTION: "thrift.protocol_exception", "The application was not able to handle the request.", none();
    TOO_MANY_SUBTYPES: "thrift.too_many_subtypes", "Too many level of sub-types nesting.", none();
}
