//! Names of the numbers of the NetBIOS session service.

values! {
    TYPE {
        0 => "Session message", 129 => "Session request", 130 => "Positive session response",
        131 => "Negative session response", 132 => "Retarget session response", 133 => "Session keep-alive",
    }
    ERROR_CODE {
        128 => "Not listening on called name", 129 => "Not listening for calling name",
        130 => "Called name not present", 131 => "Called name present, but insufficient resources",
        143 => "Unspecified error",
    }
}
