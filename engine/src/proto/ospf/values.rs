//! Names of values of OSPF.

values! {
    MSG {
        1 => "Hello Packet", 2 => "DB Description", 3 => "LS Request", 4 => "LS Update", 5 => "LS Acknowledge",
    }
    AUTH_TYPE {
        0 => "Null", 1 => "Simple password", 2 => "Cryptographic",
    }
    INSTANCE_ID {
        0..=31 => "IPv6 unicast AF", 32..=63 => "IPv6 multicast AF", 64..=95 => "IPv4 unicast AF",
        96..=127 => "IPv4 multicast AF", 128..=255 => "Reserved",
    }
    LSA {
        1 => "Router-LSA", 2 => "Network-LSA", 3 => "Summary-LSA (IP network)", 4 => "Summary-LSA (ASBR)",
        5 => "AS-External-LSA (ASBR)", 6 => "Group Membership LSA", 7 => "NSSA AS-External-LSA",
        8 => "External Attributes LSA", 9 => "Opaque LSA, Link-local scope", 10 => "Opaque LSA, Area-local scope",
        11 => "Opaque LSA, AS-local scope",
    }
    V3_LSA_S12 {
        0 => "Link-Local Scoping - Flooded only on originating link",
        1 => "Area Scoping - Flooded only in originating area", 2 => "AS Scoping - Flooded throughout AS",
        3 => "Reserved",
    }
    V3_LSA_FC {
        1 => "Router-LSA", 2 => "Network-LSA", 3 => "Inter-Area-Prefix-LSA", 4 => "Inter-Area-Router-LSA",
        5 => "AS-External-LSA", 6 => "Group-Membership-LSA", 7 => "NSSA-LSA", 8 => "Link-LSA",
        9 => "Intra-Area-Prefix-LSA", 12 => "Router Information Opaque-LSA",
    }
    V3_LSA_TYPE {
        1 => "Point-to-point connection to another router", 2 => "Connection to a transit network",
        3 => "Connection to a stub network", 4 => "Virtual link",
    }
}
