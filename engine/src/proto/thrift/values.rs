//! Names of values of Thrift.

values! {
    EXCEPTION_TYPE {
        0 => "Unknown (type of peer)", 1 => "Unknown Method", 2 => "Invalid Message Type", 3 => "Wrong Method Name",
        4 => "Bad Sequence Id", 5 => "Missing Result", 6 => "Internal Error",
        7 => "Protocol Error (something went wrong during decoding)", 8 => "Invalid Transform",
        9 => "Invalid Protocol", 10 => "Unsupported Client Type",
    }
    PROTOCOL_ID {
        128 => "Strict Binary Protocol", 130 => "Compact Protocol",
    }
    MTYPE {
        1 => "CALL", 2 => "REPLY", 3 => "EXCEPTION", 4 => "ONEWAY",
    }
    TYPE {
        0 => "T_STOP", 1 => "T_VOID", 2 => "T_BOOL", 3 => "T_I8", 4 => "T_DOUBLE", 6 => "T_I16", 8 => "T_I32",
        10 => "T_I64", 11 => "T_BINARY", 12 => "T_STRUCT", 13 => "T_MAP", 14 => "T_SET", 15 => "T_LIST",
        16 => "T_UUID", 5 => "T_I32", 7 => "T_DOUBLE", 9 => "T_LIST",
    }
}
