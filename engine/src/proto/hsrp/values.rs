//! Names of values of HSRP.

values! {
    OPCODE {
        0 => "Hello", 1 => "Coup", 2 => "Resign", 3 => "Advertise",
    }
    STATE {
        0 => "Initial", 1 => "Learn", 2 => "Listen", 4 => "Speak", 8 => "Standby", 16 => "Active",
    }
    ADV_TLVTYPE {
        1 => "HSRP interface state", 2 => "IP redundancy",
    }
    ADV_STATE {
        1 => "Dormant", 2 => "Passive", 3 => "Active",
    }
    HSRP2_OPCODE {
        0 => "Hello", 1 => "Coup", 2 => "Resign",
    }
    HSRP2_STATE {
        1 => "Init", 2 => "Learn", 3 => "Listen", 4 => "Speak", 5 => "Standby", 6 => "Active",
    }
    HSRP2_IPVERSION {
        4 => "IPv4", 6 => "IPv6",
    }
    HSRP2_MD5_ALGORITHM {
        1 => "MD5",
    }
}
