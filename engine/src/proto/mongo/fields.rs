//! Fields of the MongoDB wire protocol.

use super::values;

fields! { crate::proto::Proto::Mongo =>
    MESSAGE_LENGTH: "mongo.message_length", "Message Length", i32();
    REQUEST_ID: "mongo.request_id", "Request ID", u32().hex();
    RESPONSE_TO: "mongo.response_to", "Response To", u32().hex();
    OPCODE: "mongo.opcode", "OpCode", i32().values(&values::OPCODE);
    QUERY_FLAGS: "mongo.query.flags", "Query Flags", none();
    FULL_COLLECTION_NAME: "mongo.full_collection_name", "fullCollectionName", str();
    DATABASE_NAME: "mongo.database_name", "Database Name", str();
    COLLECTION_NAME: "mongo.collection_name", "Collection Name", str();
    REPLY_FLAGS: "mongo.reply.flags", "Reply Flags", none();
    REPLY_FLAGS_CURSORNOTFOUND: "mongo.reply.flags.cursornotfound", "Cursor Not Found",
        bool().mask(0x1).words("Yes", "No");
    REPLY_FLAGS_QUERYFAILURE: "mongo.reply.flags.queryfailure", "Query Failure", bool().mask(0x2).words("Yes", "No");
    REPLY_FLAGS_SHAREDCONFIGSTALE: "mongo.reply.flags.sharedconfigstale", "Shared Config Stale",
        bool().mask(0x4).words("Yes", "No");
    REPLY_FLAGS_AWAITCAPABLE: "mongo.reply.flags.awaitcapable", "Await Capable", bool().mask(0x8).words("Yes", "No");
    MESSAGE: "mongo.message", "Message", str();
    CURSOR_ID: "mongo.cursor_id", "Cursor ID", i64();
    STARTING_FROM: "mongo.starting_from", "Starting From", i32();
    NUMBER_RETURNED: "mongo.number_returned", "Number Returned", i32();
    DOCUMENT: "mongo.document", "Document", none();
    DOCUMENT_LENGTH: "mongo.document.length", "Document length", i32();
    DOCUMENT_EMPTY: "mongo.document.empty", "Empty Document", none();
    DOCUMENT_ZERO: "mongo.document.zero", "Zero", bytes();
    UPDATE_FLAGS: "mongo.update.flags", "Update Flags", none();
    UPDATE_FLAGS_UPSERT: "mongo.update.flags.upsert", "Upsert", bool().mask(0x1).words("Yes", "No");
    UPDATE_FLAGS_MULTIUPDATE: "mongo.update.flags.multiupdate", "Multi Update", bool().mask(0x2).words("Yes", "No");
    SELECTOR: "mongo.selector", "Selector", none();
    UPDATE: "mongo.update", "Update", none();
    INSERT_FLAGS: "mongo.insert.flags", "Insert Flags", none();
    INSERT_FLAGS_CONTINUEONERROR: "mongo.insert.flags.continueonerror", "ContinueOnError",
        bool().mask(0x1).words("Yes", "No");
    QUERY_FLAGS_TAILABLE_CURSOR: "mongo.query.flags.tailable_cursor", "Tailable Cursor",
        bool().mask(0x2).words("Yes", "No");
    QUERY_FLAGS_SLAVE_OK: "mongo.query.flags.slave_ok", "Slave OK", bool().mask(0x4).words("Yes", "No");
    QUERY_FLAGS_OP_LOG_REPLY: "mongo.query.flags.op_log_reply", "Op Log Reply", bool().mask(0x8).words("Yes", "No");
    QUERY_FLAGS_NO_CURSOR_TIMEOUT: "mongo.query.flags.no_cursor_timeout", "No Cursor Timeout",
        bool().mask(0x10).words("Yes", "No");
    QUERY_FLAGS_AWAITDATA: "mongo.query.flags.awaitdata", "AwaitData", bool().mask(0x20).words("Yes", "No");
    QUERY_FLAGS_EXHAUST: "mongo.query.flags.exhaust", "Exhaust", bool().mask(0x40).words("Yes", "No");
    QUERY_FLAGS_PARTIAL: "mongo.query.flags.partial", "Partial", bool().mask(0x80).words("Yes", "No");
    NUMBER_TO_SKIP: "mongo.number_to_skip", "Number To Skip", i32();
    NUMBER_TO_RETURN: "mongo.number_to_return", "Number to Return", i32();
    QUERY: "mongo.query", "Query", none();
    RETURN_FIELD_SELECTOR: "mongo.return_field_selector", "Return Field Selector", none();
    DELETE_FLAGS: "mongo.delete.flags", "Delete Flags", none();
    DELETE_FLAGS_SINGLEREMOVE: "mongo.delete.flags.singleremove", "Single Remove", bool().mask(0x1).words("Yes", "No");
    COMPRESSION: "mongo.compression", "Compression Info", none();
    COMPRESSION_ORIGINAL_OPCODE: "mongo.compression.original_opcode", "Original OpCode",
        i32().values(&values::OPCODE);
    COMPRESSION_ORIGINAL_SIZE: "mongo.compression.original_size", "Uncompressed Size", i32();
    COMPRESSION_COMPRESSOR: "mongo.compression.compressor", "Compressor", i8().values(&values::COMPRESSION_COMPRESSOR);
    COMPRESSION_COMPRESSED_DATA: "mongo.compression.compressed_data", "Compressed Data", none();
    COMPRESSION_UNSUPPORTED_COMPRESSED: "mongo.compression.unsupported_compressed", "Unsupported Compressed Data",
        none();
    MSG_FLAGS: "mongo.msg.flags", "Message Flags", u32().hex();
    MSG_FLAGS_CHECKSUMPRESENT: "mongo.msg.flags.checksumpresent", "ChecksumPresent",
        bool().mask(0x1).words("Yes", "No");
    MSG_FLAGS_MORETOCOME: "mongo.msg.flags.moretocome", "MoreToCome", bool().mask(0x2).words("Yes", "No");
    MSG_FLAGS_EXHAUSTALLOWED: "mongo.msg.flags.exhaustallowed", "ExhaustAllowed",
        bool().mask(0x10000).words("Yes", "No");
    MSG_SECTIONS_SECTION: "mongo.msg.sections.section", "Section", none();
    MSG_SECTIONS_SECTION_KIND: "mongo.msg.sections.section.kind", "Kind",
        i32().values(&values::MSG_SECTIONS_SECTION_KIND);
    MSG_SECTIONS_SECTION_BODY: "mongo.msg.sections.section.body", "BodyDocument", none();
    MSG_SECTIONS_SECTION_DOC_SEQUENCE: "mongo.msg.sections.section.doc_sequence", "DocumentSequence", none();
    MSG_SECTIONS_SECTION_SIZE: "mongo.msg.sections.section.size", "Size", i32();
    MSG_SECTIONS_SECTION_DOC_SEQUENCE_ID: "mongo.msg.sections.section.doc_sequence_id", "SeqID", str();
    NUMBER_TO_CURSOR_IDS: "mongo.number_to_cursor_ids", "Number of Cursor IDS", i32();
    ELEMENTS: "mongo.elements", "Elements", none();
    ELEMENT_NAME: "mongo.element.name", "Element", str();
    ELEMENT_TYPE: "mongo.element.type", "Type", u8().hex().values(&values::ELEMENT_TYPE);
    ELEMENT_LENGTH: "mongo.element.length", "Length", i32();
    ELEMENT_VALUE_BOOL: "mongo.element.value.bool", "Value", bool();
    ELEMENT_VALUE_INT: "mongo.element.value.int", "Value", i32();
    ELEMENT_VALUE_INT64: "mongo.element.value.int64", "Value", i64();
    ELEMENT_VALUE_DOUBLE: "mongo.element.value.double", "Value", f64();
    ELEMENT_VALUE_STRING: "mongo.element.value.string", "Value", str();
    ELEMENT_VALUE_LENGTH: "mongo.element.value.length", "Length", i32();
    ELEMENT_VALUE_BYTES: "mongo.element.value.bytes", "Value", bytes();
    ELEMENT_VALUE_REGEX_PATTERN: "mongo.element.value.regex.pattern", "Value", str();
    ELEMENT_VALUE_REGEX_OPTIONS: "mongo.element.value.regex.options", "Value", str();
    ELEMENT_VALUE_OBJECTID: "mongo.element.value.objectid", "ObjectID", bytes();
    ELEMENT_VALUE_OBJECTID_TIME: "mongo.element.value.objectid.time", "ObjectID Time", i32();
    ELEMENT_VALUE_OBJECTID_HOST: "mongo.element.value.objectid.host", "ObjectID Host", u24().hex();
    ELEMENT_VALUE_OBJECTID_MACHINE_ID: "mongo.element.value.objectid.machine_id", "ObjectID Machine", bytes();
    ELEMENT_VALUE_OBJECTID_PID: "mongo.element.value.objectid.pid", "ObjectID PID", u16();
    ELEMENT_VALUE_OBJECTID_INC: "mongo.element.value.objectid.inc", "ObjectID Inc", u24();
    ELEMENT_VALUE_DB_PTR: "mongo.element.value.db_ptr", "ObjectID", bytes();
    ELEMENT_VALUE_JS_CODE: "mongo.element.value.js_code", "JavaScript code", none();
    ELEMENT_VALUE_JS_SCOPE: "mongo.element.value.js_scope", "JavaScript scope", none();
    DATABASE: "mongo.database", "database", str();
    COMMANDNAME: "mongo.commandname", "commandName", str();
    METADATA: "mongo.metadata", "metadata", none();
    COMMANDARGS: "mongo.commandargs", "CommandArgs", none();
    COMMANDREPLY: "mongo.commandreply", "CommandReply", none();
    OUTPUTDOCS: "mongo.outputdocs", "OutputDocs", none();
    UNKNOWN: "mongo.unknown", "Unknown", bytes();
    DOCUMENT_RECURSION_EXCEEDED: "mongo.document.recursion_exceeded", "BSON document recursion exceeds", none();
    DOCUMENT_LENGTH_BAD: "mongo.document.length.bad", "BSON document length bad", none();
    MSG_SECTIONS_SECTION_SIZE_BAD: "mongo.msg.sections.section.size.bad", "Bogus Mongo message section size", none();
    UNKNOWN_EXPERT: "mongo.unknown.expert", "Unknown Data (not interpreted)", none();
    UNSUPPORTED_COMPRESSION_EXPERT: "mongo.unsupported_compression.expert",
        "This packet was compressed with an unsupported compressor", none();
    TOO_LARGE_COMPRESSED_EXPERT: "mongo.too_large_compressed.expert",
        "The size of the uncompressed packet exceeded the maximum allowed value", none();
}
