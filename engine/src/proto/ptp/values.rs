//! Names of values of PTP.

values! {
    V2_MAJORSDOID {
        1 => "gPTP Domain", 2 => "CMLDS",
    }
    V2_MESSAGETYPE {
        0 => "Sync Message", 1 => "Delay_Req Message", 2 => "Peer_Delay_Req Message",
        3 => "Peer_Delay_Resp Message", 8 => "Follow_Up Message", 9 => "Delay_Resp Message",
        10 => "Peer_Delay_Resp_Follow_Up Message", 11 => "Announce Message", 12 => "Signalling Message",
        13 => "Management Message",
    }
    V2_CONTROLFIELD {
        0 => "Sync Message", 1 => "Delay_Req Message", 2 => "Follow_Up Message", 3 => "Delay_Resp Message",
        4 => "Management Message", 5 => "Other Message",
    }
    V2_TIMESOURCE {
        16 => "ATOMIC_CLOCK", 32 => "GPS", 48 => "TERRESTRIAL_RADIO", 64 => "PTP", 80 => "NTP", 96 => "HAND_SET",
        144 => "OTHER", 160 => "INTERNAL_OSCILLATOR", 255 => "reserved",
    }
    V2_AN_GRANDMASTERCLOCKACCURACY {
        32 => "The time is accurate to within 25 ns", 33 => "The time is accurate to within 100 ns",
        34 => "The time is accurate to within 250 ns", 35 => "The time is accurate to within 1 us",
        36 => "The time is accurate to within 2,5 us", 37 => "The time is accurate to within 10 us",
        38 => "The time is accurate to within 25 us", 39 => "The time is accurate to within 100 us",
        40 => "The time is accurate to within 250 us", 41 => "The time is accurate to within 1 ms",
        42 => "The time is accurate to within 2,5 ms", 43 => "The time is accurate to within 10 ms",
        44 => "The time is accurate to within 25 ms", 45 => "The time is accurate to within 100 ms",
        46 => "The time is accurate to within 250 ms", 47 => "The time is accurate to within 1 s",
        48 => "The time is accurate to within 10 s", 49 => "The time is accurate to >10 s", 50 => "reserved",
        128 => "For use by alternate PTP profiles", 254 => "Accuracy Unknown", 255 => "reserved",
    }
    V2_AN_TLVTYPE {
        0 => "Reserved", 1 => "Management", 2 => "Management error status", 3 => "Organization extension",
        4 => "Request unicast transmission", 5 => "Grant unicast transmission", 6 => "Cancel unicast transmission",
        7 => "Acknowledge cancel unicast transmission", 8 => "Path trace", 9 => "Alternate time offset indicator",
        8192 => "Authentication", 8193 => "Authentication challenge", 8194 => "Security association update",
        8195 => "Cum. freq. scale factor offset",
    }
}
