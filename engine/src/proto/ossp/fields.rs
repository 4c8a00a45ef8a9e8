//! Fields of ITU-T's slow protocol.

use super::values;

fields! { crate::proto::Proto::Ossp =>
    OUI: "ossp.oui", "OUI", u24();
    ITU_SUBTYPE: "ossp.itu.subtype", "ITU-T OSSP Subtype", u16().hex();
    ESMC_VERSION: "ossp.esmc.version", "Version", u8().hex().mask(0xf0);
    ESMC_EVENT_FLAG: "ossp.esmc.event_flag", "Event Flag", bool().mask(0x8).words("Time-critical Event ESMC PDU", "Information ESMC PDU");
    ESMC_RESERVED_BITS: "ossp.esmc.reserved_bits", "Reserved", u8().hex().mask(0x7);
    ESMC_RESERVED: "ossp.esmc.reserved", "Reserved", u24().hex();
    ESMC_TLV: "ossp.esmc.tlv", "ESMC TLV", none();
    ESMC_TLV_TYPE: "ossp.esmc.tlv_type", "TLV Type", u8().hex().values(&values::ESMC_TLV_TYPE);
    ESMC_TLV_LENGTH: "ossp.esmc.tlv_length", "TLV Length", u16().hex();
    ESMC_TLV_QL_UNUSED: "ossp.esmc.tlv_ql_unused", "Unused", u8().hex().mask(0xf0);
    ESMC_TLV_QL_SSM: "ossp.esmc.tlv_ql_ssm", "SSM Code", u8().hex().mask(0xf);
    ESMC_TLV_EXT_QL_ESSM: "ossp.esmc.tlv_ext_ql_essm", "Enhanced SSM Code", u8().hex();
    ESMC_TLV_EXT_QL_CLOCKID: "ossp.esmc.tlv_ext_ql_clockid", "SyncE clockID", u64().hex();
    ESMC_TLV_EXT_QL_FLAG_RESERVED: "ossp.esmc.tlv_ext_ql_flag_reserved", "Reserved", u8().hex().mask(0xfc);
    ESMC_TLV_EXT_QL_FLAG_CHAIN: "ossp.esmc.tlv_ext_ql_flag_chain", "Partial chain", bool().mask(0x2).words("Yes", "No");
    ESMC_TLV_EXT_QL_FLAG_MIXED: "ossp.esmc.tlv_ext_ql_flag_mixed", "Mixed EEC/eEEC clocks", bool().mask(0x1).words("Yes", "No");
    ESMC_TLV_EXT_QL_EEEC: "ossp.esmc.tlv_ext_ql_eeec", "Cascaded eEECs", u8();
    ESMC_TLV_EXT_QL_EEC: "ossp.esmc.tlv_ext_ql_eec", "Cascaded EECs", u8();
    ESMC_TLV_EXT_QL_RESERVED: "ossp.esmc.tlv_ext_ql_reserved", "Reserved", u40().hex();
    ESMC_QL: "ossp.esmc.ql", "Quality Level", u16().hex();
    ESMC_PADDING: "ossp.esmc.padding", "Padding", bytes();
    ESMC_VERSION_COMPLIANCE: "ossp.esmc.version.compliance", "Version must claim compliance with Version 1 of this protocol", none();
    ESMC_TLV_TYPE_QL_TYPE_NOT_FIRST: "ossp.esmc.tlv_type.ql_type_not_first", "TLV Type must be QL because QL TLV must be first in the ESMC PDU", none();
    ESMC_TLV_TYPE_DECODED_AS_QL_TYPE: "ossp.esmc.tlv_type.decoded_as_ql_type", "Let's decode as if this is QL TLV", none();
    ESMC_TLV_LENGTH_BAD: "ossp.esmc.tlv_length.bad", "QL TLV Length must be X", none();
    ESMC_TLV_QL_UNUSED_NOT_ZERO: "ossp.esmc.tlv_ql_unused.not_zero", "Unused bits of TLV must be all zeroes", none();
    ESMC_QL_INVALID: "ossp.esmc.ql.invalid", "Invalid SSM message, unknown QL code", none();
    ESMC_TLV_TYPE_NOT_EXT_QL: "ossp.esmc.tlv_type.not_ext_ql", "TLV Type must be == Extended QL", none();
    ESMC_TLV_TYPE_DECODED_AS_EXT_QL: "ossp.esmc.tlv_type.decoded_as_ext_ql", "Let's decode as if this is Extended QL TLV", none();
    ESMC_RESERVED_BITS_MUST_BE_SET_TO_ALL_ZERO: "ossp.esmc.reserved_bits_must_be_set_to_all_zero", "Reserved bits must be set to all zero", none();
}
