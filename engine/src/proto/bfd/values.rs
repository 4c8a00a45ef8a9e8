//! Names of values of BFD.

values! {
    DIAG {
        0 => "No Diagnostic", 1 => "Control Detection Time Expired", 2 => "Echo Function Failed",
        3 => "Neighbor Signaled Session Down", 4 => "Forwarding Plane Reset", 5 => "Path Down",
        6 => "Concatenated Path Down", 7 => "Administratively Down", 8 => "Reverse Concatenated Path Down",
        9 => "Mis-Connectivity Defect",
    }
    STA {
        0 => "AdminDown", 1 => "Down", 2 => "Init", 3 => "Up",
    }
    AUTH_TYPE {
        1 => "Simple Password", 2 => "Keyed MD5", 3 => "Meticulous Keyed MD5", 4 => "Keyed SHA1",
        5 => "Meticulous Keyed SHA1",
    }
    MEP_TYPE {
        0 => "Section MEP-ID", 1 => "LSP MEP-ID", 2 => "PW MEP-ID",
    }
}
