//! Names of its values.

values! {
    TYPE {
        129 => "BACnet/IP (Annex J)",
        130 => "BACnet/IPV6 (Annex U)",
    }
    FUNCTION {
        0 => "BVLC-Result",
        1 => "Write-Broadcast-Distribution-Table",
        2 => "Read-Broadcast-Distribution-Table",
        3 => "Read-Broadcast-Distribution-Table-Ack",
        4 => "Forwarded-NPDU",
        5 => "Register-Foreign-Device",
        6 => "Read-Foreign-Device-Table",
        7 => "Read-Foreign-Device-Table-Ack",
        8 => "Delete-Foreign-Device-Table-Entry",
        9 => "Distribute-Broadcast-To-Network",
        10 => "Original-Unicast-NPDU",
        11 => "Original-Broadcast-NPDU",
        12 => "Secured-BVLL",
    }
    FUNCTION_IPV6 {
        0 => "BVLC-Result",
        1 => "Original-Unicast-NPDU",
        2 => "Original-Broadcast-NPDU",
        3 => "Address-Resolution",
        4 => "Forwarded-Address-Resolution",
        5 => "Address-Resolution-ACK",
        6 => "Virtual-Address-Resolution",
        7 => "Virtual-Address-Resolution-ACK",
        8 => "Forwarded-NPDU",
        9 => "Register-Foreign-Device",
        10 => "Delete-Foreign-Device-Table-Entry",
        11 => "Secure-BVLL",
        12 => "Distribute-Broadcast-To-Network",
    }
    RESULT {
        0 => "Successful completion",
        16 => "Write-Broadcast-Distribution-Table NAK",
        32 => "Read-Broadcast-Distribution-Table NAK",
        48 => "Register-Foreign-Device NAK",
        64 => "Read-Foreign-Device-Table NAK",
        80 => "Delete-Foreign-Device-Table-Entry NAK",
        96 => "Distribute-Broadcast-To-Network NAK",
        0 => "Successful completion",
        48 => "Address-Resolution NAK",
        96 => "Virtual-Address-Resolution NAK",
        144 => "Register-Foreign-Device NAK",
        160 => "Delete-Foreign-Device-Table-Entry NAK",
        192 => "Distribute-Broadcast-To-Network NAK",
    }
}
