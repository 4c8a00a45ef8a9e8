//! Names of values of RIPng.

values! {
    CMD {
        1 => "Request", 2 => "Response",
    }
}
