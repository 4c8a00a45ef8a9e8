//! Fields of MySQL and MariaDB.

use strato_filter_lang::schema::{Field, field};

use super::{charsets, values};

/// Another bit with the same name.
const PLUGIN_AUTH_LENENC: &[Field] =
    &[field("mysql.caps.pm", "Plugin Auth LENENC Client Data").bool().mask(0x20).words("Set", "Not set")];

fields! { crate::proto::Proto::Mysql =>
    PACKET_LENGTH: "mysql.packet_length", "Packet Length", u24();
    PACKET_NUMBER: "mysql.packet_number", "Packet Number", u8();
    REQUEST: "mysql.request", "Request Command", none();
    COMMAND: "mysql.command", "Command", u8().values(&values::COMMAND);
    RESPONSE_CODE: "mysql.response_code", "Response Code", u8().hex().values(&values::RESPONSE_CODE);
    ERROR_CODE: "mysql.error_code", "Error Code", u16();
    ERROR_MESSAGE: "mysql.error.message", "Error message", str();
    SQLSTATE: "mysql.sqlstate", "SQL state", str();
    MESSAGE: "mysql.message", "Message", str();
    SERVER_GREETING: "mysql.server_greeting", "Server Greeting", none();
    PROTOCOL: "mysql.protocol", "Protocol", u8();
    VERSION: "mysql.version", "Version", str();
    SESSION_TRACK: "mysql.session_track", "Session Track", none();
    SESSION_TRACK_TYPE: "mysql.session_track.type", "Session tracking type", u8().values(&values::SESSION_TRACK_TYPE);
    SESSION_TRACK_LENGTH: "mysql.session_track.length", "Session tracking length", u64();
    SESSION_TRACK_DATA: "mysql.session_track.data", "Session tracking data", none();
    SESSION_TRACK_DATA_LENGTH: "mysql.session_track.data.length", "Session tracking data length", u64();
    SESSION_TRACK_SYSVAR_LENGTH: "mysql.session_track.sysvar.length", "System variable change Length", u64();
    SESSION_TRACK_SYSVAR_NAME: "mysql.session_track.sysvar.name", "System variable change Name", str();
    SESSION_TRACK_SYSVAR_VALUE: "mysql.session_track.sysvar.value", "System variable change Value", str();
    SESSION_TRACK_SCHEMA_LENGTH: "mysql.session_track.schema.length", "Schema change length", u64();
    SESSION_TRACK_SCHEMA: "mysql.session_track.schema", "Schema change", str();
    SESSION_TRACK_STATE_CHANGE: "mysql.session_track.state_change", "State change", str();
    SESSION_TRACK_GTIDS_ENCODING: "mysql.session_track.gtids.encoding", "GTIDs encoding", u8();
    SESSION_TRACK_GTIDS_LENGTH: "mysql.session_track.gtids.length", "GTIDs length", u64();
    SESSION_TRACK_GTIDS: "mysql.session_track.gtids", "GTIDs", str();
    SESSION_TRACK_TRANSACTION_CHARACTERISTICS_LENGTH: "mysql.session_track.transaction_characteristics.length",
        "Transaction characteristics length",
        u64();
    SESSION_TRACK_TRANSACTION_CHARACTERISTICS: "mysql.session_track.transaction_characteristics",
        "Transaction characteristics",
        str();
    SESSION_TRACK_TRANSACTION_STATE_LENGTH: "mysql.session_track.transaction_state.length", "Transaction state length",
        u64();
    SESSION_TRACK_TRANSACTION_STATE: "mysql.session_track.transaction_state", "Transaction state", str();
    CAPS_SERVER: "mysql.caps.server", "Server Capabilities", u16().hex();
    CAPS_CLIENT: "mysql.caps.client", "Client Capabilities", u16().hex();
    CAPS_LP: "mysql.caps.lp", "Long Password", bool().mask(0x1).words("Set", "Not set");
    CAPS_FR: "mysql.caps.fr", "Found Rows", bool().mask(0x2).words("Set", "Not set");
    CAPS_LF: "mysql.caps.lf", "Long Column Flags", bool().mask(0x4).words("Set", "Not set");
    CAPS_CD: "mysql.caps.cd", "Connect With Database", bool().mask(0x8).words("Set", "Not set");
    CAPS_NS: "mysql.caps.ns", "Don't Allow database.table.column", bool().mask(0x10).words("Set", "Not set");
    CAPS_CP: "mysql.caps.cp", "Can use compression protocol", bool().mask(0x20).words("Set", "Not set");
    CAPS_OB: "mysql.caps.ob", "ODBC Client", bool().mask(0x40).words("Set", "Not set");
    CAPS_LI: "mysql.caps.li", "Can Use LOAD DATA LOCAL", bool().mask(0x80).words("Set", "Not set");
    CAPS_IS: "mysql.caps.is", "Ignore Spaces before '('", bool().mask(0x100).words("Set", "Not set");
    CAPS_CU: "mysql.caps.cu", "Speaks 4.1 protocol (new flag)", bool().mask(0x200).words("Set", "Not set");
    CAPS_IA: "mysql.caps.ia", "Interactive Client", bool().mask(0x400).words("Set", "Not set");
    CAPS_SL: "mysql.caps.sl", "Switch to SSL after handshake", bool().mask(0x800).words("Set", "Not set");
    CAPS_II: "mysql.caps.ii", "Ignore sigpipes", bool().mask(0x1000).words("Set", "Not set");
    CAPS_TA: "mysql.caps.ta", "Knows about transactions", bool().mask(0x2000).words("Set", "Not set");
    CAPS_RS: "mysql.caps.rs", "Speaks 4.1 protocol (old flag)", bool().mask(0x4000).words("Set", "Not set");
    CAPS_SC: "mysql.caps.sc", "Can do 4.1 authentication", bool().mask(0x8000).words("Set", "Not set");
    EXTCAPS_SERVER: "mysql.extcaps.server", "Extended Server Capabilities", u16().hex();
    EXTCAPS_CLIENT: "mysql.extcaps.client", "Extended Client Capabilities", u16().hex();
    CAPS_MS: "mysql.caps.ms", "Multiple statements", bool().mask(0x1).words("Set", "Not set");
    CAPS_MR: "mysql.caps.mr", "Multiple results", bool().mask(0x2).words("Set", "Not set");
    CAPS_PM: "mysql.caps.pm", "PS Multiple results", bool().mask(0x4).words("Set", "Not set").also(PLUGIN_AUTH_LENENC);
    CAPS_PA: "mysql.caps.pa", "Plugin Auth", bool().mask(0x8).words("Set", "Not set");
    CAPS_CA: "mysql.caps.ca", "Connect attrs", bool().mask(0x10).words("Set", "Not set");
    CAPS_EP: "mysql.caps.ep", "Client can handle expired passwords", bool().mask(0x40).words("Set", "Not set");
    CAPS_SESSION_TRACK: "mysql.caps.session_track", "Session variable tracking",
        bool().mask(0x80).words("Set", "Not set");
    CAPS_DEPRECATE_EOF: "mysql.caps.deprecate_eof", "Deprecate EOF", bool().mask(0x100).words("Set", "Not set");
    CAPS_OPTIONAL_METADATA: "mysql.caps.optional_metadata", "Client can hanle optional resultset metadata",
        bool().mask(0x200).words("Set", "Not set");
    CAPS_COMPRESS_ZSD: "mysql.caps.compress_zsd", "ZSTD Compression Algorithm",
        bool().mask(0x400).words("Set", "Not set");
    CAPS_QUERY_ATTRS: "mysql.caps.query_attrs", "Query Attributes", bool().mask(0x800).words("Set", "Not set");
    CAPS_MF_AUTH: "mysql.caps.mf_auth", "Multifactor Authentication", bool().mask(0x1000).words("Set", "Not set");
    CAPS_CAP_EXT: "mysql.caps.cap_ext", "Capability Extension", bool().mask(0x2000).words("Set", "Not set");
    CAPS_UNUSED: "mysql.caps.unused", "Unused", u16().hex().mask(0xc000);
    LOGIN_REQUEST: "mysql.login_request", "Login Request", none();
    MAX_PACKET: "mysql.max_packet", "MAX Packet", u32();
    CHARSET: "mysql.charset", "Charset", u8().values(&charsets::MYSQL);
    MARIADB_CHARSET: "mariadb.charset", "Charset", u8().values(&charsets::MARIADB);
    TABLE_NAME: "mysql.table_name", "Table Name", str();
    USER: "mysql.user", "Username", str();
    SCHEMA: "mysql.schema", "Schema", str();
    CLIENT_AUTH_PLUGIN: "mysql.client_auth_plugin", "Client Auth Plugin", str();
    CONNATTRS: "mysql.connattrs", "Connection Attributes", none();
    CONNATTRS_LENGTH: "mysql.connattrs.length", "Connection Attributes length", u64();
    CONNATTRS_ATTR: "mysql.connattrs.attr", "Connection Attribute", none();
    CONNATTRS_NAME_LENGTH: "mysql.connattrs.name.length", "Connection Attribute Name Length", u64();
    CONNATTRS_NAME: "mysql.connattrs.name", "Connection Attribute Name", str();
    CONNATTRS_VALUE_LENGTH: "mysql.connattrs.value.length", "Connection Attribute Value Length", u64();
    CONNATTRS_VALUE: "mysql.connattrs.value", "Connection Attribute Value", str();
    COMPRESSION_ZSTD_LEVEL: "mysql.compression.zstd_level", "ZSTD Compression Level", u8();
    EXTMETA_DATA: "mysql.extmeta_data", "Extended metadata data", none();
    EXTMETA: "mysql.extmeta", "Extended metadata", none();
    EXTMETA_LENGTH: "mysql.extmeta.length", "Extended metadata length", u64();
    EXTMETA_KEY: "mysql.extmeta.key", "Extended metadata key", u64();
    EXTMETA_TYPE: "mysql.extmeta.type", "Extended metadata type", str();
    EXTMETA_FORMAT: "mysql.extmeta.format", "Extended metadata format", str();
    SALT: "mysql.salt", "Salt", str();
    SALT2: "mysql.salt2", "Salt", str();
    AUTH_PLUGIN_LENGTH: "mysql.auth_plugin.length", "Authentication Plugin Length", u8();
    AUTH_PLUGIN: "mysql.auth_plugin", "Authentication Plugin", str();
    THREAD_ID: "mysql.thread_id", "Thread ID", u32();
    SERVER_LANGUAGE: "mysql.server_language", "Server Language", u8().values(&charsets::MYSQL);
    MARIADB_SERVER_LANGUAGE: "mariadb.server_language", "Server Language", u8().values(&charsets::MARIADB);
    SERVER_STATUS: "mysql.server_status", "Server Status", u16().hex();
    STAT_IT: "mysql.stat.it", "In transaction", bool().mask(0x1).words("Set", "Not set");
    STAT_AC: "mysql.stat.ac", "AUTO_COMMIT", bool().mask(0x2).words("Set", "Not set");
    STAT_MR: "mysql.stat.mr", "More results", bool().mask(0x8).words("Set", "Not set");
    STAT_MU: "mysql.stat.mu", "Multi query / Unused", bool().mask(0x4).words("Set", "Not set");
    STAT_BI: "mysql.stat.bi", "Bad index used", bool().mask(0x10).words("Set", "Not set");
    STAT_NI: "mysql.stat.ni", "No index used", bool().mask(0x20).words("Set", "Not set");
    STAT_CR: "mysql.stat.cr", "Cursor exists", bool().mask(0x40).words("Set", "Not set");
    STAT_LR: "mysql.stat.lr", "Last row sent", bool().mask(0x80).words("Set", "Not set");
    STAT_DR: "mysql.stat.dr", "Database dropped", bool().mask(0x100).words("Set", "Not set");
    STAT_BS: "mysql.stat.bs", "No backslash escapes", bool().mask(0x200).words("Set", "Not set");
    STAT_MC: "mysql.stat.mc", "Metadata changed", bool().mask(0x400).words("Set", "Not set");
    STAT_SESSION_STATE_CHANGED: "mysql.stat.session_state_changed", "Session state changed",
        bool().mask(0x4000).words("Set", "Not set");
    STAT_QUERY_WAS_SLOW: "mysql.stat.query_was_slow", "Query was slow", bool().mask(0x800).words("Set", "Not set");
    STAT_PS_OUT_PARAMS: "mysql.stat.ps_out_params", "PS Out Params", bool().mask(0x1000).words("Set", "Not set");
    STAT_TRANS_READONLY: "mysql.stat.trans_readonly", "In Trans Readonly", bool().mask(0x2000).words("Set", "Not set");
    REFRESH: "mysql.refresh", "Refresh Option", u8().hex();
    RFSH_GRANTS: "mysql.rfsh.grants", "reload permissions", bool().mask(0x1).words("Set", "Not set");
    RFSH_LOG: "mysql.rfsh.log", "flush logfiles", bool().mask(0x2).words("Set", "Not set");
    RFSH_TABLES: "mysql.rfsh.tables", "flush tables", bool().mask(0x4).words("Set", "Not set");
    RFSH_HOSTS: "mysql.rfsh.hosts", "flush hosts", bool().mask(0x8).words("Set", "Not set");
    RFSH_STATUS: "mysql.rfsh.status", "reset statistics", bool().mask(0x10).words("Set", "Not set");
    RFSH_THREADS: "mysql.rfsh.threads", "empty thread cache", bool().mask(0x20).words("Set", "Not set");
    RFSH_SLAVE: "mysql.rfsh.slave", "flush slave status", bool().mask(0x40).words("Set", "Not set");
    RFSH_MASTER: "mysql.rfsh.master", "flush master status", bool().mask(0x80).words("Set", "Not set");
    UNUSED: "mysql.unused", "Unused", bytes();
    PASSWD: "mysql.passwd", "Password", bytes();
    PAYLOAD: "mysql.payload", "Payload", bytes();
    AFFECTED_ROWS: "mysql.affected_rows", "Affected Rows", u64();
    INSERT_ID: "mysql.insert_id", "Last INSERT ID", u64();
    WARNINGS: "mysql.warnings", "Warnings", u16();
    STMT_ID: "mysql.stmt_id", "Statement ID", u32();
    QUERY_ATTRS: "mysql.query_attrs", "Query Attributes", none();
    QUERY_ATTRS_COUNT: "mysql.query_attrs_count", "Count", u8();
    QUERY_ATTRS_SEND_TYPES_TO_SERVER: "mysql.query_attrs_send_types_to_server", "Send types to server", bool();
    QUERY_ATTR_NAME_TYPE: "mysql.query_attr_name_type", "Attribute Name Type", u16().hex();
    QUERY_ATTR_NAME: "mysql.query_attr_name", "Attribute Name", str();
    QUERY_ATTR_VALUE: "mysql.query_attr_value", "Attribute Value", str();
    QUERY: "mysql.query", "Statement", str();
    SHUTDOWN: "mysql.shutdown", "Shutdown Level", u8().values(&values::SHUTDOWN);
    OPTION: "mysql.option", "Option", u16().values(&values::OPTION);
    PARAM: "mysql.param", "Parameter", u16();
    NUM_PARAMS: "mysql.num_params", "Number of parameter", u16();
    NUM_ROWS: "mysql.num_rows", "Rows to fetch", u32();
    EXEC_FLAGS: "mysql.exec_flags", "Flags (unused)", u8().values(&values::EXEC_FLAGS);
    NEW_PARAMETER_BOUND_FLAG: "mysql.new_parameter_bound_flag", "New parameter bound flag",
        u8().values(&values::NEW_PARAMETER_BOUND_FLAG);
    EXEC_ITER: "mysql.exec_iter", "Iterations (unused)", u32();
    BINLOG_POSITION: "mysql.binlog.position", "Binlog Position", u32();
    BINLOG_FLAGS: "mysql.binlog.flags", "Binlog Flags", u16().hex();
    BINLOG_SERVER_ID: "mysql.binlog.server_id", "Binlog server id", u32().hex();
    BINLOG_SLAVE_HOSTNAME_LENGTH: "mysql.binlog.slave_hostname_length", "Slave hostname length", u8();
    BINLOG_SLAVE_HOSTNAME: "mysql.binlog.slave_hostname", "Slave hostname", str();
    BINLOG_SLAVE_USER_LENGTH: "mysql.binlog.slave_user_length", "Slave user length", u8();
    BINLOG_SLAVE_USER: "mysql.binlog.slave_user", "Slave user", str();
    BINLOG_SLAVE_PASSWORD_LENGTH: "mysql.binlog.slave_password_length", "Slave password length", u8();
    BINLOG_SLAVE_PASSWORD: "mysql.binlog.slave_password", "Slave password", str();
    BINLOG_SLAVE_MYSQL_PORT: "mysql.binlog.slave_mysql_port", "Slave MySQL port", u16();
    BINLOG_REPLICATION_RANK: "mysql.binlog.replication_rank", "Replication rank", u32();
    BINLOG_MASTER_ID: "mysql.binlog.master_id", "Master id", u32().hex();
    BINLOG_FILE_NAME: "mysql.binlog.file_name", "Binlog file name", str();
    BINLOG_EVENT_HEADER_TIMESTAMP: "mysql.binlog.event_header.timestamp", "Timestamp", abs_time();
    BINLOG_EVENT_HEADER_EVENT_TYPE: "mysql.binlog.event_header.event_type", "Binlog Event Type",
        u8().values(&values::BINLOG_EVENT_HEADER_EVENT_TYPE);
    BINLOG_EVENT_HEADER_SERVER_ID: "mysql.binlog.event_header.server_id", "Server ID", u32();
    BINLOG_EVENT_HEADER_EVENT_SIZE: "mysql.binlog.event_header.event_size", "Event Size", u32();
    BINLOG_EVENT_HEADER_LOG_POSITION: "mysql.binlog.event_header.log_position", "Binlog Position", u32();
    BINLOG_EVENT_HEADER_FLAGS: "mysql.binlog.event_header.flags", "Binlog Event Flags", u16().hex();
    BINLOG_EVENT_CHECKSUM: "mysql.binlog.event_checksum", "Checksum", u32().hex();
    BINLOG_EVENT_HEARTBEAT_V2: "mysql.binlog.event_heartbeat_v2", "Binlog Event: HEARTBEAT_LOG_EVENT_V2", none();
    BINLOG_EVENT_HEARTBEAT_V2_OTW: "mysql.binlog.event_heartbeat_v2_otw", "Entry", none();
    BINLOG_EVENT_HEARTBEAT_V2_OTW_TYPE: "mysql.binlog.event_heartbeat_v2_otw_type", "Type", u8();
    BINLOG_HB_EVENT_FILENAME: "mysql.binlog.hb_event.filename", "Binlog Filename", str();
    BINLOG_HB_EVENT_LOG_POSITION: "mysql.binlog.hb_event.log_position", "Binlog Position", u64();
    EOF: "mysql.eof", "EOF marker", u8();
    NUM_FIELDS: "mysql.num_fields", "Number of fields", u64();
    METADATA_FOLLOWS: "mysql.metadata_follows", "send metadata", u8();
    EXTRA: "mysql.extra", "Extra data", u64();
    FIELD_CATALOG: "mysql.field.catalog", "Catalog", str();
    FIELD_DB: "mysql.field.db", "Database", str();
    FIELD_TABLE: "mysql.field.table", "Table", str();
    FIELD_ORG_TABLE: "mysql.field.org_table", "Original table", str();
    FIELD_NAME: "mysql.field.name", "Name", str();
    FIELD_ORG_NAME: "mysql.field.org_name", "Original name", str();
    FIELD_CHARSETNR: "mysql.field.charsetnr", "Charset number", u16().values(&charsets::MYSQL);
    FIELD_LENGTH: "mysql.field.length", "Length", u32();
    FIELD_TYPE: "mysql.field.type", "Type", u8().values(&values::FIELD_TYPE);
    FIELD_FLAGS: "mysql.field.flags", "Flags", u16().hex();
    FIELD_FLAGS_NOT_NULL: "mysql.field.flags.not_null", "Not null", bool().mask(0x1).words("Set", "Not set");
    FIELD_FLAGS_PRIMARY_KEY: "mysql.field.flags.primary_key", "Primary key", bool().mask(0x2).words("Set", "Not set");
    FIELD_FLAGS_UNIQUE_KEY: "mysql.field.flags.unique_key", "Unique key", bool().mask(0x4).words("Set", "Not set");
    FIELD_FLAGS_MULTIPLE_KEY: "mysql.field.flags.multiple_key", "Multiple key",
        bool().mask(0x8).words("Set", "Not set");
    FIELD_FLAGS_BLOB: "mysql.field.flags.blob", "Blob", bool().mask(0x10).words("Set", "Not set");
    FIELD_FLAGS_UNSIGNED: "mysql.field.flags.unsigned", "Unsigned", bool().mask(0x20).words("Set", "Not set");
    FIELD_FLAGS_ZERO_FILL: "mysql.field.flags.zero_fill", "Zero fill", bool().mask(0x40).words("Set", "Not set");
    ROW_NULLBUFFER: "mysql.row.nullbuffer", "Row null buffer", bytes();
    FIELD_FLAGS_ENUM: "mysql.field.flags.enum", "Enum", bool().mask(0x100).words("Set", "Not set");
    FIELD_FLAGS_AUTO_INCREMENT: "mysql.field.flags.auto_increment", "Auto increment",
        bool().mask(0x200).words("Set", "Not set");
    FIELD_FLAGS_TIMESTAMP: "mysql.field.flags.timestamp", "Timestamp", bool().mask(0x400).words("Set", "Not set");
    FIELD_FLAGS_SET: "mysql.field.flags.set", "Set", bool().mask(0x800).words("Set", "Not set");
    FIELD_DECIMALS: "mysql.field.decimals", "Decimals", u8();
    FIELD_DEFAULT: "mysql.field.default", "Default", str();
    ROW_TEXT: "mysql.row.text", "text", str();
    EXEC_PARAM: "mysql.exec_param", "Parameter", none();
    EXEC_UNSIGNED: "mysql.exec.unsigned", "Unsigned", u8();
    EXEC_FIELD_LONGLONG: "mysql.exec.field.longlong", "Value (INT64)", i64();
    EXEC_FIELD_UNSIGNED_LONGLONG: "mysql.exec.field.unsigned_longlong", "Value (UINT64)", u64();
    EXEC_FIELD_STRING: "mysql.exec.field.string", "Value (String)", str();
    EXEC_FIELD_DOUBLE: "mysql.exec.field.double", "Value (Double)", f64();
    EXEC_FIELD_DATETIME_LENGTH: "mysql.exec.field.datetime.length", "Length", i8();
    EXEC_FIELD_YEAR: "mysql.exec.field.year", "Year", i16();
    EXEC_FIELD_MONTH: "mysql.exec.field.month", "Month", i8();
    EXEC_FIELD_DAY: "mysql.exec.field.day", "Day", i8();
    EXEC_FIELD_HOUR: "mysql.exec.field.hour", "Hour", i8();
    EXEC_FIELD_MINUTE: "mysql.exec.field.minute", "Minute", i8();
    EXEC_FIELD_SECOND: "mysql.exec.field.second", "Second", i8();
    EXEC_FIELD_SECONDB: "mysql.exec.field.secondb", "Billionth of a second", i32();
    EXEC_FIELD_LONG: "mysql.exec.field.long", "Value (INT32)", i32();
    EXEC_FIELD_UNSIGNED_LONG: "mysql.exec.field.unsigned_long", "Value (UINT32)", u32();
    EXEC_FIELD_TINY: "mysql.exec.field.tiny", "Value (INT8)", i8();
    EXEC_FIELD_UNSIGNED_TINY: "mysql.exec.field.unsigned_tiny", "Value (UINT8)", u8();
    EXEC_FIELD_SHORT: "mysql.exec.field.short", "Value (INT16)", i16();
    EXEC_FIELD_UNSIGNED_SHORT: "mysql.exec.field.unsigned_short", "Value (UINT16)", u16();
    EXEC_FIELD_FLOAT: "mysql.exec.field.float", "Value (Float)", f32();
    EXEC_FIELD_NULL: "mysql.exec.field.null", "Value: -NULL-", none();
    EXEC_FIELD_TIME_LENGTH: "mysql.exec.field.time.length", "Length", i8();
    EXEC_FIELD_TIME_SIGN: "mysql.exec.field.time.sign", "Flags", u8().values(&values::EXEC_FIELD_TIME_SIGN);
    EXEC_FIELD_TIME_DAYS: "mysql.exec.field.time.days", "Days", i32();
    AUTH_SWITCH_REQUEST_STATUS: "mysql.auth_switch_request.status", "Status", u8().hex();
    AUTH_SWITCH_REQUEST_NAME: "mysql.auth_switch_request.name", "Auth Method Name", str();
    AUTH_SWITCH_REQUEST_DATA: "mysql.auth_switch_request.data", "Auth Method Data", bytes();
    AUTH_SWITCH_RESPONSE_DATA: "mysql.auth_switch_response.data", "Auth Method Data", bytes();
    COMPRESSED_PACKET_LENGTH: "mysql.compressed_packet_length", "Compressed Packet Length", u24();
    COMPRESSED_PACKET_NUMBER: "mysql.compressed_packet_number", "Compressed Packet Number", u24();
    COMPRESSED_PACKET_LENGTH_UNCOMPRESSED: "mysql.compressed_packet_length_uncompressed", "Uncompressed Packet Length",
        u24();
    MARIADB_CAPS_PR: "mariadb.caps.pr", "Progress indication", bool().mask(0x1).words("Set", "Not set");
    MARIADB_CAPS_CM: "mariadb.caps.cm", "Multi commands", bool().mask(0x2).words("Set", "Not set");
    MARIADB_CAPS_BO: "mariadb.caps.bo", "Bulk Operations", bool().mask(0x4).words("Set", "Not set");
    MARIADB_CAPS_EM: "mariadb.caps.em", "Extended metadata", bool().mask(0x8).words("Set", "Not set");
    MARIADB_CAPS_ME: "mariadb.caps.me", "Cache metadata", bool().mask(0x10).words("Set", "Not set");
    MARIADB_EXTCAPS_SERVER: "mariadb.extcaps.server", "MariaDB Extended Server Capabilities", u32().hex();
    MARIADB_EXTCAPS_CLIENT: "mariadb.extcaps.client", "MariaDB Extended Client Capabilities", u32().hex();
    MARIADB_BULK_FLAG_AUTOID: "mariadb.bulk.flag.autoid", "Return Generated Autoincrement IDs",
        bool().mask(0x40).words("Set", "Not set");
    MARIADB_BULK_FLAG_SENDTYPES: "mariadb.bulk.flag.sendtypes", "Send Parameter Types",
        bool().mask(0x80).words("Set", "Not set");
    MARIADB_BULK_FLAGS: "mariadb.bulk.flags", "MariaDB Bulk Capabilities", u16().hex();
    MARIADB_BULK_PARAMTYPESG: "mariadb.bulk.paramtypesg", "Bulk Parameter Types", none();
    MARIADB_BULK_INDICATORS: "mariadb.bulk.indicators", "Indicator",
        u8().hex().values(&values::MARIADB_BULK_INDICATORS);
    MARIADB_BULK_ROW_NR: "mariadb.bulk.row_nr", "Row nr", u32();
    MARIADB_PREFIX: "mariadb.prefix", "Prefix", u8();
    MARIADB_LENGTH: "mariadb.length", "Length", u64();
    DISSECTOR_INCOMPLETE: "mysql.dissector_incomplete", "FIXME - dissector is incomplete", none();
    STREAMED_PARAM: "mysql.streamed_param", "This parameter was streamed, its value can be found in Send BLOB packets",
        none();
    PREPARE_RESPONSE_NEEDED: "mysql.prepare_response_needed",
        "PREPARE Response packet is needed to dissect the payload",
        none();
    COMMAND_INVALID: "mysql.command.invalid", "Unknown/invalid command code", none();
    UNKNOWN_RESPONSE: "mysql.unknown_response", "unknown/invalid response", none();
    INVALID_LENGTH: "mysql.invalid_length", "Invalid length", none();
    UNCOMPRESS_FAILURE: "mysql.uncompress_failure", "Uncompression faled", none();
}
