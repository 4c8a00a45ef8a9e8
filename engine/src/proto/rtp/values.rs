//! Names of values of RTP.

values! {
    VERSION {
        2 => "RFC 1889 Version", 0 => "Old VAT Version", 1 => "First Draft Version",
    }
    EXT_PROFILE {
        103 => "ED137", 359 => "ED137A",
    }
}
