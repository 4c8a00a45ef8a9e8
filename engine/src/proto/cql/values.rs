//! Names of values of CQL.

values! {
    DIRECTION {
        0 => "Request", 8 => "Response",
    }
    OPCODE {
        0 => "ERROR", 1 => "STARTUP", 2 => "READY", 3 => "AUTHENTICATE", 5 => "OPTIONS", 6 => "SUPPORTED",
        7 => "QUERY", 8 => "RESULT", 9 => "PREPARE", 10 => "EXECUTE", 11 => "REGISTER", 12 => "EVENT", 13 => "BATCH",
        14 => "AUTH_CHALLENGE", 15 => "AUTH_RESPONSE", 16 => "AUTH_SUCCESS",
    }
    BATCH_TYPE {
        0 => "LOGGED", 1 => "UNLOGGED", 2 => "COUNTER",
    }
    BATCH_QUERY_TYPE {
        0 => "QUERY", 1 => "PREPARED",
    }
    CONSISTENCY {
        0 => "ANY", 1 => "ONE", 2 => "TWO", 3 => "THREE", 4 => "QUORUM", 5 => "ALL", 6 => "LOCAL_QUORUM",
        7 => "EACH_QUORUM", 8 => "SERIAL", 9 => "LOCAL_SERIAL", 10 => "LOCAL_ONE",
    }
    RESULT_KIND {
        1 => "VOID", 2 => "Rows", 3 => "Set Keyspace", 4 => "Prepared", 5 => "Schema Change",
    }
    DATA_TYPE {
        0 => "CUSTOM", 1 => "ASCII", 2 => "BIGINT", 3 => "BLOB", 4 => "BOOLEAN", 5 => "COUNTER", 6 => "DECIMAL",
        7 => "DOUBLE", 8 => "FLOAT", 9 => "INT", 11 => "TIMESTAMP", 12 => "UUID", 13 => "VARCHAR", 14 => "VARINT",
        15 => "TIMEUUID", 16 => "INET", 17 => "DATE", 18 => "TIME", 19 => "SMALLINT", 20 => "TINYINT", 32 => "LIST",
        33 => "MAP", 34 => "SET", 48 => "UDT", 49 => "TUBPLE",
    }
}
