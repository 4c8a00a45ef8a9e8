//! Names of its values.

values! {
    ESMC_TLV_TYPE {
        1 => "Quality Level",
        2 => "Extended Quality Level",
    }
}
