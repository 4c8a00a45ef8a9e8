//! Names of values of CAN.

values! {
    ERR_PROT_LOCATION {
        0 => "unspecified", 2 => "ID bits 28 - 21 (SFF: 10 - 3)", 3 => "start of frame",
        4 => "substitute RTR (SFF: RTR)", 5 => "identifier extension", 6 => "ID bits 20 - 18 (SFF: 2 - 0)",
        7 => "ID bits 17-13", 8 => "CRC sequence", 9 => "reserved bit 0", 10 => "data section",
        11 => "data length code", 12 => "RTR", 13 => "reserved bit 1", 14 => "ID bits 4-0", 15 => "ID bits 12-5",
        18 => "intermission", 24 => "CRC delimiter", 25 => "ACK slot", 26 => "end of frame", 27 => "ACK delimiter",
    }
    ERR_TRX_CANH {
        0 => "unspecified", 4 => "no wire", 5 => "short to BAT", 6 => "short to VCC", 7 => "short to GND",
    }
    ERR_TRX_CANL {
        0 => "unspecified", 4 => "no wire", 5 => "short to BAT", 6 => "short to VCC", 7 => "short to GND",
        8 => "short to CANH",
    }
}
