//! Fields of UDS.

use super::values;

fields! { crate::proto::Proto::Uds =>
    DIAG_ADDR: "uds.diag_addr", "Diagnostic Address", u16().hex();
    DIAG_ADDR_NAME: "uds.diag_addr_name", "Diagnostic Address Name", str();
    DIAG_ADDR_SOURCE: "uds.diag_addr_source", "Diagnostic Source Address", u16().hex();
    DIAG_ADDR_SOURCE_NAME: "uds.diag_addr_source_name", "Diagnostic Source Address Name", str();
    DIAG_ADDR_TARGET: "uds.diag_addr_target", "Diagnostic Target Address", u16().hex();
    DIAG_ADDR_TARGET_NAME: "uds.diag_addr_target_name", "Diagnostic Target Address Name", str();
    SID: "uds.sid", "Service Identifier", u8().hex().mask(0xbf).values(&values::SID);
    REPLY: "uds.reply", "Reply Flag", u8().hex().mask(0x40);
    DSC_TYPE: "uds.dsc.type", "Type", u8().hex().values(&values::DSC_TYPE);
    DSC_PARAMETER_RECORD: "uds.dsc.parameter_record", "Parameter Record", bytes();
    ER_TYPE: "uds.er.type", "Type", u8().hex().values(&values::ER_TYPE);
    RDTCI_TYPE: "uds.rdtci.type", "Type", u8().hex().values(&values::RDTCI_TYPE);
    RDTCI_RECORD: "uds.rdtci.record", "Record", bytes();
    RDBI_DATA_IDENTIFIER: "uds.rdbi.data_identifier", "Data Identifier", u16().hex();
    RDBI_DATA_RECORD: "uds.rdbi.data_record", "Data Record", bytes();
    SA_TYPE: "uds.sa.type", "Type", u8().hex();
    SA_KEY: "uds.sa.key", "Key", bytes();
    SA_SEED: "uds.sa.seed", "Seed", bytes();
    WDBI_DATA_IDENTIFIER: "uds.wdbi.data_identifier", "Data Identifier", u16().hex();
    WDBI_DATA_RECORD: "uds.wdbi.data_record", "Data Record", bytes();
    IOCBI_DATA_IDENTIFIER: "uds.iocbi.data_identifier", "Data Identifier", u16().hex();
    IOCBI_PARAMETER: "uds.iocbi.parameter", "Parameter", u8().hex().values(&values::IOCBI_PARAMETER);
    IOCBI_STATE: "uds.iocbi.state", "State", bytes();
    RC_TYPE: "uds.rc.type", "Type", u8().hex().values(&values::RC_TYPE);
    RC_IDENTIFIER: "uds.rc.identifier", "Identifier", u16().hex();
    RC_OPTION_RECORD: "uds.rc.option_record", "Option record", bytes();
    RC_INFO: "uds.rc.info", "Info", u8().hex();
    RC_STATUS_RECORD: "uds.rc.status_record", "Status Record", bytes();
    RD_COMPRESSION_METHOD: "uds.rd.compression_method", "Compression Method", u8().hex().mask(0xf0);
    RD_ENCRYPTING_METHOD: "uds.rd.encrypting_method", "Encrypting Method", u8().hex().mask(0xf);
    RD_MEMORY_SIZE_LENGTH: "uds.rd.memory_size_length", "Memory size length", u8().hex().mask(0xf0);
    RD_MEMORY_ADDRESS_LENGTH: "uds.rd.memory_address_length", "Memory address length", u8().hex().mask(0xf);
    RD_MEMORY_ADDRESS: "uds.rd.memory_address", "Memory Address", u64().hex();
    RD_MEMORY_SIZE: "uds.rd.memory_size", "Memory Size", u64().hex();
    RD_MAX_NUMBER_OF_BLOCK_LENGTH_LENGTH: "uds.rd.max_number_of_block_length_length", "Memory address length", u8().hex().mask(0xf0);
    RD_MAX_NUMBER_OF_BLOCK_LENGTH: "uds.rd.max_number_of_block_length", "Memory Size", u64().hex();
    TD_BLOCK_SEQUENCE_COUNTER: "uds.td.block_sequence_counter", "Block Sequence Counter", u8();
    TP_SUPPRESS_REPLY: "uds.tp.suppress_reply", "Suppress reply", u8().hex().mask(0x7f);
    TP_SUPPRESS_REPLY_INDIFICATION: "uds.tp.suppress_reply.indification", "Suppress reply", bool().mask(0x80);
    ERR_SID: "uds.err.sid", "Service Identifier", u8().hex().values(&values::SID);
    ERR_CODE: "uds.err.code", "Code", u8().hex().values(&values::ERR_CODE);
    CDTCS_TYPE: "uds.cdtcs.type", "Type", u8().hex().values(&values::CDTCS_TYPE);
}
