//! Names of values of the Spanning Tree Protocol.

values! {
    PROTOCOL {
        0 => "Spanning Tree Protocol",
    }
    VERSION {
        0 => "Spanning Tree", 2 => "Rapid Spanning Tree", 3 => "Multiple Spanning Tree", 4 => "Shortest Path Tree",
    }
    TYPE {
        0 => "Configuration", 2 => "Rapid/Multiple Spanning Tree", 128 => "Topology Change Notification",
    }
    FLAGS_PORT_ROLE {
        1 => "Alternate or Backup", 2 => "Root", 3 => "Designated",
    }
    PVST_TLVTYPE {
        0 => "Originating VLAN",
    }
}
