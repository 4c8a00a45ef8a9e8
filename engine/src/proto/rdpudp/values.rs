//! Names of its values.

values! {
    SYNEX_VERSION {
        1 => "UDPv1-1",
        2 => "UDPv1-2",
        257 => "UDPv2",
    }
    ACK_ITEM_STATE {
        0 => "Received",
        1 => "Reserved 1",
        2 => "Reserved 2",
        3 => "Pending",
    }
    RDPUDP2_PACKETTYPE {
        0 => "Data",
        8 => "Dummy",
    }
    RDPUDP2_ACKVEC_CODECACKMODE {
        0 => "Bitmap",
        1 => "Run length",
    }
    RDPUDP2_ACKVEC_CODECACKRLESTATE {
        0 => "lost",
        1 => "received",
    }
}
