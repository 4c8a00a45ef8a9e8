//! Fields of DoIP.

use super::values;

fields! { crate::proto::Proto::Doip =>
    VERSION: "doip.version", "Version", u8().hex().values(&values::VERSION);
    INVERSE: "doip.inverse", "Inverse version", u8().hex();
    TYPE: "doip.type", "Type", u16().hex().values(&values::TYPE);
    LENGTH: "doip.length", "Length", u32();
    NACK_CODE: "doip.nack_code", "DoIP Header NACK code", u8().hex().values(&values::NACK_CODE);
    VIN: "doip.vin", "VIN", str();
    LOGICAL_ADDRESS: "doip.logical_address", "Logical Address", u16().hex();
    LOGICAL_ADDRESS_NAME: "doip.logical_address_name", "Logical Address Name", str();
    EID: "doip.eid", "EID", bytes();
    GID: "doip.gid", "GID", bytes();
    FUTHER_ACTION: "doip.futher_action", "Further action required", u8().hex().values(&values::FUTHER_ACTION);
    SYNC_STATUS: "doip.sync_status", "VIN/GID sync. status", u8().hex().values(&values::SYNC_STATUS);
    POWER_MODE: "doip.power_mode", "Diagnostic power mode", u8().hex().values(&values::POWER_MODE);
    NODE_TYPE: "doip.node_type", "Node type", u8().hex().values(&values::NODE_TYPE);
    MAX_SOCKETS: "doip.max_sockets", "Max concurrent sockets", u8();
    SOCKETS: "doip.sockets", "Currently open sockets", u8();
    MAX_DATA_SIZE: "doip.max_data_size", "Max data size", u32();
    SOURCE_ADDRESS: "doip.source_address", "Source Address", u16().hex();
    SOURCE_ADDRESS_NAME: "doip.source_address_name", "Source Address Name", str();
    TARGET_ADDRESS: "doip.target_address", "Target Address", u16().hex();
    TARGET_ADDRESS_NAME: "doip.target_address_name", "Target Address Name", str();
    ACTIVATION_TYPE_V1: "doip.activation_type_v1", "Activation type", u16().hex();
    ACTIVATION_TYPE: "doip.activation_type", "Activation type", u8().hex().values(&values::ACTIVATION_TYPE);
    TESTER_LOGICAL_ADDRESS: "doip.tester_logical_address", "Logical address of external tester", u16().hex();
    TESTER_LOGICAL_ADDRESS_NAME: "doip.tester_logical_address_name", "Name of external tester", str();
    RESPONSE_CODE: "doip.response_code", "Routing activation response code", u8().hex().values(&values::RESPONSE_CODE);
    RESERVED_ISO: "doip.reserved_iso", "Reserved by ISO", u32().hex();
    RESERVED_OEM: "doip.reserved_oem", "Reserved by OEM", u32().hex();
    DATA: "doip.data", "User data", bytes();
    DIAG_ACK_CODE: "doip.diag_ack_code", "ACK code", u8().hex().values(&values::DIAG_ACK_CODE);
    DIAG_NACK_CODE: "doip.diag_nack_code", "NACK code", u8().hex().values(&values::DIAG_NACK_CODE);
    PREVIOUS: "doip.previous", "Previous message", bytes();
    ILLEGAL_LENGTH_FIELD: "doip.illegal_length_field", "DoIP illegal length field", none();
}
