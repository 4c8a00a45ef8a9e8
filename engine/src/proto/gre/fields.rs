//! Fields of `gre`.

use super::{super::ip::values::CHECKSUM_STATUS, values};

fields! { crate::proto::Proto::Gre =>
    FLAGS_AND_VERSION: "gre.flags_and_version", "Flags and Version", u16().hex().at(0);
    FLAGS_CHECKSUM: "gre.flags.checksum", "Checksum Bit", bool().mask(0x8000).words("Yes", "No").at_width(0, 2);
    FLAGS_ROUTING: "gre.flags.routing", "Routing Bit", bool().mask(0x4000).words("Yes", "No").at_width(0, 2);
    FLAGS_KEY: "gre.flags.key", "Key Bit", bool().mask(0x2000).words("Yes", "No").at_width(0, 2);
    FLAGS_SEQUENCE_NUMBER: "gre.flags.sequence_number", "Sequence Number Bit", bool().mask(0x1000).words("Yes", "No").at_width(0, 2);
    FLAGS_STRICT_SOURCE_ROUTE: "gre.flags.strict_source_route", "Strict Source Route Bit", bool().mask(0x800).words("Yes", "No").at_width(0, 2);
    FLAGS_RECURSION_CONTROL: "gre.flags.recursion_control", "Recursion control", u16().mask(0x700).at(0);
    FLAGS_ACK: "gre.flags.ack", "Acknowledgment", bool().mask(0x80).words("Yes", "No");
    FLAGS_RESERVED: "gre.flags.reserved", "Flags (Reserved)", u16().mask(0xf8);
    FLAGS_VERSION: "gre.flags.version", "Version", u16().mask(0x7).values(&values::FLAGS_VERSION).at(0);
    PROTO: "gre.proto", "Protocol Type", u16().hex().values(&values::PROTO).at(2);
    N3GPP2_ATTRIB: "gre.3gpp2_attrib", "3GPP2 Attributes", none();
    N3GPP2_ATTRIB_ID: "gre.3gpp2_attrib_id", "Type", u8().hex().mask(0x7f).values(&values::N3GPP2_ATTRIB_ID);
    N3GPP2_ATTRIB_LENGTH: "gre.3gpp2_attrib_length", "Length", u8().hex();
    N3GPP2_DI: "gre.3gpp2_di", "Duration Indicator", bool().mask(0x4000).words("INDEFINITE:", "TEMPORARY");
    N3GPP2_FCI: "gre.3gpp2_fci", "Flow Control Indicator", bool().mask(0x8000).words("XOFF", "XON");
    N3GPP2_SDI: "gre.3gpp2_sdi", "SDI/DOS", bool().mask(0x8000).words("Packet suitable for 1x SDB or HRPD DOS transmission", "Reserved");
    ACK_NUMBER: "gre.ack_number", "Acknowledgment Number", u32();
    CHECKSUM: "gre.checksum", "Checksum", u16().hex();
    CHECKSUM_INCORRECT: "gre.checksum.incorrect", "Incorrect GRE Checksum", none();
    CHECKSUM_STATUS: "gre.checksum.status", "Checksum Status", u8().values(&CHECKSUM_STATUS);
    GGP2_3GPP2_SEG: "gre.ggp2_3gpp2_seg", "Type", u16().hex().mask(0xc000).values(&values::GGP2_3GPP2_SEG);
    GGP2_FLOW_DISC: "gre.ggp2_flow_disc", "Flow ID", bytes();
    KEY: "gre.key", "Key", u32().hex();
    KEY_CALL_ID: "gre.key.call_id", "Call ID", u16();
    KEY_PAYLOAD_LENGTH: "gre.key.payload_length", "Payload Length", u16();
    OFFSET: "gre.offset", "Offset", u16();
    ROUTING: "gre.routing", "Routing", none();
    ROUTING_ADDRESS_FAMILY: "gre.routing.address_family", "Address Family", u16();
    ROUTING_INFORMATION: "gre.routing.information", "Routing Information", bytes();
    ROUTING_SRC_LENGTH: "gre.routing.src_length", "SRE Length", u8();
    ROUTING_SRE_OFFSET: "gre.routing.sre_offset", "SRE Offset", u8();
    SEQUENCE_NUMBER: "gre.sequence_number", "Sequence Number", u32();
    WCCP_ALTERNATIVE_BUCKET: "gre.wccp.alternative_bucket", "Alternative Bucket", u8();
    WCCP_ALTERNATIVE_BUCKET_USED: "gre.wccp.alternative_bucket_used", "Alternative bucket used", bool().mask(0x2).words("Alternative bucket used", "Primary bucket used");
    WCCP_DYNAMIC_SERVICE: "gre.wccp.dynamic_service", "Dynamic Service", bool().mask(0x1).words("Dynamic service", "Well-known service");
    WCCP_PRIMARY_BUCKET: "gre.wccp.primary_bucket", "Primary Bucket", u8();
    WCCP_REDIRECT_HEADER: "gre.wccp.redirect_header", "Redirect Header", none();
    WCCP_REDIRECT_HEADER_VALID: "gre.wccp.redirect_header_valid", "WCCP Redirect header is valid", bool().mask(0x4).words("Header is present, but ignore contents", "Header contents are valid");
    WCCP_SERVICE_ID: "gre.wccp.service_id", "Service ID", u8().values(&values::WCCP_SERVICE_ID);
}
