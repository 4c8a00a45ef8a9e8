//! Fields of PKIX1Explicit.

fields! { crate::proto::Proto::Pkix1explicit =>
    ID: "pkix1explicit.id", "Id", str();
    ADDRESSFAMILY: "pkix1explicit.addressfamily", "Address family(AFN)", u16().values(&ADDRESSFAMILY);
    ADDRESSFAMILY_SAFI: "pkix1explicit.addressfamily.safi", "Subsequent Address Family Identifiers (SAFI)", u16();
    EXTENSIONS: "pkix1explicit.Extensions", "Extensions", u32();
    DOMAIN_PARAMETERS_ELEMENT: "pkix1explicit.DomainParameters_element", "DomainParameters", none();
    DIRECTORY_STRING: "pkix1explicit.DirectoryString", "DirectoryString", str();
    FEATURES: "pkix1explicit.Features", "Features", u32();
    IPADDR_BLOCKS: "pkix1explicit.IPAddrBlocks", "IPAddrBlocks", u32();
    ASIDENTIFIERS_ELEMENT: "pkix1explicit.ASIdentifiers_element", "ASIdentifiers", none();
    UTC_TIME: "pkix1explicit.utcTime", "utcTime", str();
    GENERAL_TIME: "pkix1explicit.generalTime", "generalTime", abs_time();
    EXTENSION_ELEMENT: "pkix1explicit.Extension_element", "Extension", none();
    EXTN_ID: "pkix1explicit.extnId", "extnId", oid();
    CRITICAL: "pkix1explicit.critical", "critical", bool();
    EXTN_VALUE: "pkix1explicit.extnValue", "extnValue", bytes();
    P: "pkix1explicit.p", "p", i32();
    G: "pkix1explicit.g", "g", i32();
    Q: "pkix1explicit.q", "q", i32();
    J: "pkix1explicit.j", "j", i32();
    VALIDATION_PARMS_ELEMENT: "pkix1explicit.validationParms_element", "validationParms", none();
    SEED: "pkix1explicit.seed", "seed", bytes();
    PGEN_COUNTER: "pkix1explicit.pgenCounter", "pgenCounter", i32();
    TYPE: "pkix1explicit.type", "type", oid();
    VALUES: "pkix1explicit.values", "values", u32();
    VALUES_ITEM_ELEMENT: "pkix1explicit.values_item_element", "values item", none();
    VALUE_ELEMENT: "pkix1explicit.value_element", "value", none();
    RELATIVE_DISTINGUISHED_NAME: "pkix1explicit.RelativeDistinguishedName", "RelativeDistinguishedName", u32();
    ATTRIBUTE_TYPE_AND_VALUE_ELEMENT: "pkix1explicit.AttributeTypeAndValue_element", "AttributeTypeAndValue", none();
    VALUE: "pkix1explicit.value", "value", str();
    FEATURES_ITEM: "pkix1explicit.Features_item", "Features item", u16().values(&FEATURES_ITEM);
    IPADDRESS_FAMILY_ELEMENT: "pkix1explicit.IPAddressFamily_element", "IPAddressFamily", none();
    ADDRESS_FAMILY: "pkix1explicit.addressFamily", "addressFamily", bytes();
    IP_ADDRESS_CHOICE: "pkix1explicit.ipAddressChoice", "ipAddressChoice", u32().values(&IP_ADDRESS_CHOICE);
    INHERIT_ELEMENT: "pkix1explicit.inherit_element", "inherit", none();
    ADDRESSES_OR_RANGES: "pkix1explicit.addressesOrRanges", "addressesOrRanges", u32();
    IPADDRESS_OR_RANGE: "pkix1explicit.IPAddressOrRange", "IPAddressOrRange", u32().values(&IPADDRESS_OR_RANGE);
    ADDRESS_PREFIX: "pkix1explicit.addressPrefix", "addressPrefix", bytes();
    ADDRESS_RANGE_ELEMENT: "pkix1explicit.addressRange_element", "addressRange", none();
    MIN: "pkix1explicit.min", "min", bytes();
    MAX: "pkix1explicit.max", "max", bytes();
    ASNUM: "pkix1explicit.asnum", "asnum", u32().values(&ASNUM);
    RDI: "pkix1explicit.rdi", "rdi", u32().values(&ASNUM);
    AS_IDS_OR_RANGES: "pkix1explicit.asIdsOrRanges", "asIdsOrRanges", u32();
    ASID_OR_RANGE: "pkix1explicit.ASIdOrRange", "ASIdOrRange", u32().values(&ASID_OR_RANGE);
    RANGE_ELEMENT: "pkix1explicit.range_element", "range", none();
}

values! {
    ADDRESSFAMILY {
        0 => "Reserved", 1 => "IPv4", 2 => "IPv6", 3 => "NSAP", 4 => "HDLC (8-bit multidrop)", 5 => "BBN 1822",
        6 => "802 (includes all 802 media plus Ethernet)", 7 => "E.163", 8 => "E.164 (SMDS, Frame Relay, ATM)",
        9 => "F.69 (Telex)", 10 => "X.121 (X.25, Frame Relay)", 11 => "IPX", 12 => "Appletalk", 13 => "Decnet IV",
        14 => "Banyan Vines", 15 => "E.164 with NSAP subaddress", 16 => "DNS (Domain Name System)",
        17 => "Distinguished Name", 18 => "AS Number", 19 => "XTP over IP version 4", 20 => "XTP over IP version 6",
        21 => "XTP native mode XTP", 22 => "Fibre Channel World-Wide Port Name",
        23 => "Fibre Channel World-Wide Node Name", 24 => "GWID", 25 => "Layer-2 VPN", 196 => "Layer-2 VPN (old)",
        26 => "MPLS-TP Section Endpoint Identifier", 27 => "MPLS-TP LSP Endpoint Identifier",
        28 => "MPLS-TP Pseudowire Endpoint Identifier", 29 => "MT IP: Multi-Topology IP version 4",
        30 => "MT IPv6: Multi-Topology IP version 6", 16384 => "EIGRP Common Service Family",
        16385 => "EIGRP IPv4 Service Family", 16386 => "EIGRP IPv6 Service Family",
        16387 => "LISP Canonical Address Format (LCAF)", 16388 => "BGP-LS", 16389 => "48-bit MAC Address",
        16390 => "64-bit MAC Address", 16391 => "OUI", 16392 => "MAC/24", 16393 => "MAC/40", 16394 => "IPv6/64",
        16395 => "RBridge Port ID", 16396 => "TRILL Nickname", 65535 => "Reserved",
    }
    FEATURES_ITEM {
        0 => "server_name", 1 => "max_fragment_length", 2 => "client_certificate_url", 3 => "trusted_ca_keys",
        4 => "truncated_hmac", 5 => "status_request", 6 => "user_mapping", 7 => "client_authz", 8 => "server_authz",
        9 => "cert_type", 10 => "supported_groups", 11 => "ec_point_formats", 12 => "srp",
        13 => "signature_algorithms", 14 => "use_srtp", 15 => "heartbeat",
        16 => "application_layer_protocol_negotiation", 17 => "status_request_v2",
        18 => "signed_certificate_timestamp", 19 => "client_certificate_type", 20 => "server_certificate_type",
        21 => "padding", 22 => "encrypt_then_mac", 23 => "extended_master_secret", 24 => "token_binding",
        25 => "cached_info", 27 => "compress_certificate", 28 => "record_size_limit", 34 => "delegated_credentials",
        35 => "session_ticket", 40 => "Reserved (key_share)", 41 => "pre_shared_key", 42 => "early_data",
        43 => "supported_versions", 44 => "cookie", 45 => "psk_key_exchange_modes",
        46 => "Reserved (ticket_early_data_info)", 47 => "certificate_authorities", 48 => "oid_filters",
        49 => "post_handshake_auth", 50 => "signature_algorithms_cert", 51 => "key_share", 52 => "transparency_info",
        53 => "connection_id (deprecated)", 54 => "connection_id", 55 => "external_id_hash",
        56 => "external_session_id", 57 => "quic_transport_parameters", 58 => "ticket_request", 59 => "dnssec_chain",
        2570 => "Reserved (GREASE)", 6682 => "Reserved (GREASE)", 10794 => "Reserved (GREASE)",
        13172 => "next_protocol_negotiation", 14906 => "Reserved (GREASE)", 17513 => "application_settings",
        19018 => "Reserved (GREASE)", 23130 => "Reserved (GREASE)", 27242 => "Reserved (GREASE)",
        30031 => "channel_id_old", 30032 => "channel_id", 65281 => "renegotiation_info", 31354 => "Reserved (GREASE)",
        35466 => "Reserved (GREASE)", 39578 => "Reserved (GREASE)", 43690 => "Reserved (GREASE)",
        47802 => "Reserved (GREASE)", 51914 => "Reserved (GREASE)", 56026 => "Reserved (GREASE)",
        60138 => "Reserved (GREASE)", 64250 => "Reserved (GREASE)",
        65445 => "quic_transport_parameters (drafts version)", 65486 => "encrypted_server_name",
    }
    IP_ADDRESS_CHOICE { 0 => "inherit", 1 => "addressesOrRanges" }
    IPADDRESS_OR_RANGE { 0 => "addressPrefix", 1 => "addressRange" }
    ASNUM { 0 => "inherit", 1 => "asIdsOrRanges" }
    ASID_OR_RANGE { 0 => "id", 1 => "range" }
}
