//! Names of values of IS-IS.

values! {
    IRPD {
        0 => "NULL", 1 => "X.29", 3 => "X.633", 8 => "Q.931", 9 => "Q.2931", 12 => "Q.2119", 128 => "SNAP",
        129 => "CLNP", 130 => "ESIS", 131 => "ISIS", 133 => "IDRP", 143 => "Avaya SPBM Fabric IPVPN",
        138 => "ESIS (X.25)", 140 => "ISO 10030", 141 => "ISO 11577", 176 => "Data compression protocol", 204 => "IP",
        192 => "TRILL", 193 => "SubNetwork Dependent Convergence Function", 142 => "IPv6", 207 => "PPP",
    }
    TYPE {
        15 => "L1 HELLO", 16 => "L2 HELLO", 17 => "P2P HELLO", 18 => "L1 LSP", 20 => "L2 LSP", 24 => "L1 CSNP",
        25 => "L2 CSNP", 26 => "L1 PSNP", 27 => "L2 PSNP",
    }
}
