//! Names of values of SSH.

values! {
    MAC_STATUS {
        0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal",
    }
    MESSAGES {
        1 => "Disconnect", 2 => "Ignore", 3 => "Unimplemented", 4 => "Debug", 5 => "Service Request",
        6 => "Service Accept", 20 => "Key Exchange Init", 21 => "New Keys", 50 => "User Authentication Request",
        51 => "User Authentication Failure", 52 => "User Authentication Success", 53 => "User Authentication Banner",
        60 => "Public Key algorithm accepted", 80 => "Global Request", 81 => "Request Success",
        82 => "Request Failure", 90 => "Channel Open", 91 => "Channel Open Confirmation",
        92 => "Channel Open Failure", 93 => "Window Adjust", 94 => "Channel Data", 95 => "Channel Extended Data",
        96 => "Channel EOF", 97 => "Channel Close", 98 => "Channel Request", 99 => "Channel Success",
        100 => "Channel Failure",
    }
    DH_MESSAGES { 30 => "Diffie-Hellman Key Exchange Init", 31 => "Diffie-Hellman Key Exchange Reply" }
    GEX_MESSAGES {
        30 => "Diffie-Hellman Group Exchange Request (Old)", 31 => "Diffie-Hellman Group Exchange Group",
        32 => "Diffie-Hellman Group Exchange Init", 33 => "Diffie-Hellman Group Exchange Reply",
        34 => "Diffie-Hellman Group Exchange Request",
    }
    ECDH_MESSAGES {
        30 => "Elliptic Curve Diffie-Hellman Key Exchange Init",
        31 => "Elliptic Curve Diffie-Hellman Key Exchange Reply",
    }
    VERSION_1_MESSAGES { 0 => "No Message", 1 => "Disconnect", 2 => "Public Key", 3 => "Session Key", 4 => "User" }
}
