//! Names of its values.

values! {
    OPCODE {
        0 => "External Address Request",
        128 => "External Address Response",
        1 => "Map UDP Request",
        129 => "Map UDP Response",
        2 => "Map TCP Request",
        130 => "Map TCP Response",
    }
    RESULT_CODE {
        0 => "Success",
        1 => "Unsupported Version",
        2 => "Not Authorized/Refused",
        3 => "Network Failure",
        4 => "Out of resources",
        5 => "Unsupported opcode",
    }
}
