//! Names of values of Fibre Channel.

values! {
    TYPE {
        0 => "Basic Link Svc", 1 => "Ext Link Svc", 4 => "LLC_SNAP", 5 => "IP/FC", 8 => "FCP", 32 => "FC_CT",
        34 => "SW_ILS", 35 => "AL", 36 => "SNMP", 28 => "SB-3(CU->Channel)", 27 => "SB-3(Channel->CU)",
    }
    FCTL_LAST_DATA_FRAME {
        0 => "Last Data Frame - No Info", 16384 => "Last Data Frame - Seq Imm",
        32768 => "Last Data Frame - Seq Soon", 49152 => "Last Data Frame - Seq Delyd",
    }
    FCTL_ACK_0_1 {
        12288 => "ACK_0 Required", 8192 => "ACK_0 Required", 4096 => "ACK_1 Required", 0 => "no ack required",
    }
    FCTL_ABTS_ACK {
        0 => "ABTS - Cont", 16 => "ABTS - Abort", 32 => "ABTS - Stop", 48 => "ABTS - Imm Seq Retx",
    }
}
