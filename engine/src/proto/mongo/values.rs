//! Names of values in the MongoDB wire protocol.

values! {
    OPCODE {
        1 => "Reply", 1000 => "Message", 2001 => "Update document", 2002 => "Insert document", 2003 => "Reserved",
        2004 => "Query", 2005 => "Get More", 2006 => "Delete document", 2007 => "Kill Cursors",
        2010 => "Command Request", 2011 => "Command Reply", 2012 => "Compressed Data",
        2013 => "Extensible Message Format",
    }
    COMPRESSION_COMPRESSOR {
        0 => "Noop (Uncompressed)", 1 => "Snappy", 2 => "Zlib",
    }
    MSG_SECTIONS_SECTION_KIND {
        0 => "Body", 1 => "Document Sequence",
    }
    ELEMENT_TYPE {
        1 => "Double", 2 => "String", 3 => "Document", 4 => "Array", 5 => "Binary", 6 => "Undefined", 7 => "Object ID",
        8 => "Boolean", 9 => "Datetime", 10 => "NULL", 11 => "Regular Expression", 12 => "DBPointer",
        13 => "JavaScript Code", 14 => "Symbol", 15 => "JavaScript Code w/Scope", 16 => "Int32", 17 => "Timestamp",
        18 => "Int64", 255 => "Min Key", 127 => "Max Key",
    }
}
