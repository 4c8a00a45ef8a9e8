//! Names of its values.

values! {
    OPT_COMPRESS_PROTO {
        3 => "Robust Header Compression (ROHC)",
        45 => "VJ compression",
        55 => "VJ compression (RFC1172-typo)",
        97 => "IPHC compression",
    }
    OPT_ROHC_PROFILE {
        0 => "ROHC uncompressed -- no compression",
        2 => "ROHC UDP -- non-RTP UDP/IP compression",
        3 => "ROHC ESP -- ESP/IP compression",
    }
    OPT_IPHC_PARAM {
        1 => "The number of contexts for TCP Space is 0",
        2 => "The number of contexts for Non TCP Space is 0",
    }
}
