//! Names of values of PPI.

values! {
    FIELD_TYPE {
        2 => "802.11-Common", 3 => "802.11n MAC Extensions", 4 => "802.11n MAC+PHY Extensions", 5 => "Spectrum-Map",
        6 => "Process-Info", 7 => "Capture-Info", 8 => "Aggregation Extension", 9 => "802.3 Extension",
        30000 => "Intel Corporation (private)", 30001 => "Mohamed Thaga (private)", 30002 => "GPS Tagging",
        30003 => "Vector Tagging", 30004 => "Sensor tagging", 30005 => "Antenna Tagging",
        49175 => "FlukeNetworks (private)", 51918 => "CACE Technologies (private)",
    }
}
