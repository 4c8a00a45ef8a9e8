//! Fields of IS-IS.

use super::values;

fields! { crate::proto::Proto::Isis =>
    IRPD: "isis.irpd", "Intradomain Routing Protocol Discriminator", u8().hex().values(&values::IRPD);
    LEN: "isis.len", "Length Indicator", u8();
    VERSION: "isis.version", "Version/Protocol ID Extension", u8();
    SYSID_LEN: "isis.sysid_len", "ID Length", u8();
    TYPE: "isis.type", "PDU Type", u8().mask(0x1f).values(&values::TYPE);
    TYPE_RESERVED: "isis.type.reserved", "Reserved", u8().hex().mask(0xe0);
    VERSION2: "isis.version2", "Version", u8();
    RESERVED: "isis.reserved", "Reserved", u8();
    MAX_AREA_ADR: "isis.max_area_adr", "Maximum Area Addresses", u8();
    CLV_KEY_ID: "isis.clv.key_id", "Key ID", u16();
    LENGTH_INDICATOR_TOO_SMALL: "isis.length_indicator_too_small", "ISIS length indicator value smaller than the fixed length header size", none();
    VERSION_UNKNOWN: "isis.version.unknown", "Unknown ISIS version", none();
    VERSION2_NOTONE: "isis.version2.notone", "Version must be 1", none();
    RESERVED_NOTZERO: "isis.reserved.notzero", "Reserved must be 0", none();
    TYPE_UNKNOWN: "isis.type.unknown", "Unknown ISIS packet type", none();
}
