//! Fields of RESP.

fields! { crate::proto::Proto::Resp =>
    PARTIAL: "resp.partial", "Field is only partially decoded", none();
    MALFORMED_LENGTH: "resp.malformed_length", "Malformed length specified", none();
    REASSEMBLED_IN_NEXT_FRAME: "resp.reassembled_in_next_frame",
        "Array is partially decoded. Re-assembled array is in the next frame", none();
    ARRAY_RECURSION_TOO_DEEP: "resp.array_recursion_too_deep",
        "Array is too deep to recurse any further. Subsequent elements attached to the protocol tree may not reflect their actual location in the array",
        none();
    STRING: "resp.string", "String", str();
    ERROR: "resp.error", "Error", str();
    BULK_STRING: "resp.bulk_string", "Bulk String", none();
    BULK_STRING_VALUE: "resp.bulk_string.value", "Value", bytes();
    BULK_STRING_LENGTH: "resp.bulk_string.length", "Length", i32();
    INTEGER: "resp.integer", "Integer", i64();
    ARRAY: "resp.array", "Array", none();
    ARRAY_LENGTH: "resp.array.length", "Length", i64();
    FRAGMENT: "resp.fragment", "Fragment", none();
}
