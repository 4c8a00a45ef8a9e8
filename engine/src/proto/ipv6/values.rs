//! Names of values in IPv6 headers and options.

values! {
    DST_MULTICAST_SCOPE {
        0x0 => "Reserved", 0x1 => "Interface-Local scope", 0x2 => "Link-Local scope", 0x3 => "Realm-Local scope",
        0x4 => "Admin-Local scope", 0x5 => "Site-Local scope", 0x6 => "Unassigned", 0x7 => "Unassigned",
        0x8 => "Organization-Local scope", 0x9 => "Unassigned", 0xa => "Unassigned", 0xb => "Unassigned",
        0xc => "Unassigned", 0xd => "Unassigned", 0xe => "Global scope", 0xf => "Reserved",
    }
    OPT_APN_ID_TYPE {
        0 => "Invalid", 1 => "32-bit", 2 => "64-bit", 3 => "128-bit",
    }
    OPT_IOAM_OPT_TYPE {
        0 => "Pre-allocated Trace", 1 => "Incremental Trace", 2 => "Proof of Transit", 3 => "Edge to Edge",
        4 => "Direct Export",
    }
    OPT_MPL_FLAG_S {
        0 => "0", 1 => "16-bit unsigned integer", 2 => "64-bit unsigned integer", 3 => "128-bit unsigned integer",
    }
    OPT_ROUTER_ALERT {
        0 => "MLD", 1 => "RSVP", 2 => "Active Network",
    }
    OPT_SMF_DPD_TID_TYPE {
        0 => "NULL", 1 => "DEFAULT", 2 => "IPv4", 3 => "IPv6",
    }
    OPT_TYPE {
        0 => "Pad1", 1 => "PadN", 4 => "Tunnel Encapsulation Limit", 5 => "Router Alert", 7 => "CALIPSO",
        8 => "SMF_DPD", 15 => "Performance and Diagnostic Metrics", 30 => "Experimental (0x1E)", 38 => "Quick-Start",
        48 => "Path MTU Option", 49 => "IOAM Option", 62 => "Experimental (0x3E)",
        65 => "Tunnel Payload Forwarding (TPF) Information", 94 => "Experimental (0x5E)", 109 => "MPL Option",
        126 => "Experimental (0x7E)", 138 => "Endpoint Identification", 139 => "ILNP Nonce",
        140 => "Line-Identification Option", 158 => "Experimental (0x9E)", 190 => "Experimental (0xBE)",
        194 => "Jumbo Payload", 201 => "Home Address", 222 => "Experimental (0xDE)", 238 => "IP_DFF",
        254 => "Experimental (0xFE)", 19 => "Application-Aware IPv6 Networking (APN6)", 35 => "RPL Option",
        99 => "RPL Option (deprecated)",
    }
    OPT_TYPE_ACTION {
        0 => "Skip and continue", 1 => "Discard", 2 => "Discard and send ICMP Parameter Problem",
        3 => "Discard and send ICMP if not multicast",
    }
    ROUTING_TYPE {
        0 => "Source Route", 1 => "Nimrod", 2 => "Type 2", 3 => "RPL Source Route", 4 => "Segment Routing",
        5 => "CRH-16", 6 => "CRH-32", 253 => "Experiment 1", 254 => "Experiment 2",
    }
}
