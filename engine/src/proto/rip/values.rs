//! Names of values of RIP.

values! {
    COMMAND {
        1 => "Request", 2 => "Response", 3 => "Traceon", 4 => "Traceoff", 5 => "Vendor specific (Sun)",
    }
    VERSION {
        1 => "RIPv1", 2 => "RIPv2",
    }
    AUTH_TYPE {
        1 => "IP Route", 2 => "Simple Password", 3 => "Keyed Message Digest",
    }
    FAMILY {
        0 => "Unspecified", 2 => "IP",
    }
}
