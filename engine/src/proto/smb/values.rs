//! Names of the numbers of SMB.

values! {
    CMD {
        0 => "Create Directory", 1 => "Delete Directory", 2 => "Open", 3 => "Create", 4 => "Close", 5 => "Flush",
        6 => "Delete", 7 => "Rename", 8 => "Query Information", 9 => "Set Information", 10 => "Read", 11 => "Write",
        12 => "Lock Byte Range", 13 => "Unlock Byte Range", 14 => "Create Temp", 15 => "Create New",
        16 => "Check Directory", 17 => "Process Exit", 18 => "Seek", 19 => "Lock And Read", 20 => "Write And Unlock",
        21 => "unknown-0x15", 22 => "unknown-0x16", 23 => "unknown-0x17", 24 => "unknown-0x18", 25 => "unknown-0x19",
        26 => "Read Raw", 27 => "Read MPX", 28 => "Read MPX Secondary", 29 => "Write Raw", 30 => "Write MPX",
        31 => "Write MPX Secondary", 32 => "Write Complete", 33 => "Query Server (reserved)",
        34 => "Set Information2", 35 => "Query Information2", 36 => "Locking AndX", 37 => "Trans",
        38 => "Trans Secondary", 39 => "IOCTL", 40 => "IOCTL Secondary", 41 => "Copy", 42 => "Move", 43 => "Echo",
        44 => "Write And Close", 45 => "Open AndX", 46 => "Read AndX", 47 => "Write AndX",
        48 => "New File Size (reserved)", 49 => "Close And Tree Disconnect", 50 => "Trans2", 51 => "Trans2 Secondary",
        52 => "Find Close2", 53 => "Find Notify Close", 112 => "Tree Connect", 113 => "Tree Disconnect",
        114 => "Negotiate Protocol", 115 => "Session Setup AndX", 116 => "Logoff AndX", 117 => "Tree Connect AndX",
        128 => "Query Information Disk", 129 => "Search", 130 => "Find", 131 => "Find Unique", 132 => "Find Close",
        160 => "NT Trans", 161 => "NT Trans Secondary", 162 => "NT Create AndX", 163 => "unknown-0xA3",
        164 => "NT Cancel", 165 => "NT Rename", 192 => "Open Print File", 193 => "Write Print File",
        194 => "Close Print File", 195 => "Get Print Queue", 208 => "Send Single Block Message",
        209 => "Send Broadcast Message", 210 => "Forward User Name", 211 => "Cancel Forward",
        212 => "Get Machine Name", 213 => "Send Start of Multi-block Message",
        214 => "Send End of Multi-block Message", 215 => "Send Text of Multi-block Message", 216 => "SMBreadbulk",
        217 => "SMBwritebulk", 218 => "SMBwritebulkdata", 254 => "SMBinvalid", 0 => "Create Directory",
        1 => "Delete Directory", 2 => "Open", 3 => "Create", 4 => "Close", 5 => "Flush", 6 => "Delete", 7 => "Rename",
        8 => "Query Information", 9 => "Set Information", 10 => "Read", 11 => "Write", 12 => "Lock Byte Range",
        13 => "Unlock Byte Range", 14 => "Create Temp", 15 => "Create New", 16 => "Check Directory",
        17 => "Process Exit", 18 => "Seek", 19 => "Lock And Read", 20 => "Write And Unlock", 21 => "unknown-0x15",
        22 => "unknown-0x16", 23 => "unknown-0x17", 24 => "unknown-0x18", 25 => "unknown-0x19", 26 => "Read Raw",
        27 => "Read MPX", 28 => "Read MPX Secondary", 29 => "Write Raw", 30 => "Write MPX",
        31 => "Write MPX Secondary", 32 => "Write Complete", 33 => "Query Server (reserved)",
        34 => "Set Information2", 35 => "Query Information2", 36 => "Locking AndX", 37 => "Trans",
        38 => "Trans Secondary", 39 => "IOCTL", 40 => "IOCTL Secondary", 41 => "Copy", 42 => "Move", 43 => "Echo",
        44 => "Write And Close", 45 => "Open AndX", 46 => "Read AndX", 47 => "Write AndX",
        48 => "New File Size (reserved)", 49 => "Close And Tree Disconnect", 50 => "Trans2", 51 => "Trans2 Secondary",
        52 => "Find Close2", 53 => "Find Notify Close", 112 => "Tree Connect", 113 => "Tree Disconnect",
        114 => "Negotiate Protocol", 115 => "Session Setup AndX", 116 => "Logoff AndX", 117 => "Tree Connect AndX",
        128 => "Query Information Disk", 129 => "Search", 130 => "Find", 131 => "Find Unique", 132 => "Find Close",
        160 => "NT Trans", 161 => "NT Trans Secondary", 162 => "NT Create AndX", 163 => "unknown-0xA3",
        164 => "NT Cancel", 165 => "NT Rename", 192 => "Open Print File", 193 => "Write Print File",
        194 => "Close Print File", 195 => "Get Print Queue", 208 => "Send Single Block Message",
        209 => "Send Broadcast Message", 210 => "Forward User Name", 211 => "Cancel Forward",
        212 => "Get Machine Name", 213 => "Send Start of Multi-block Message",
        214 => "Send End of Multi-block Message", 215 => "Send Text of Multi-block Message", 216 => "SMBreadbulk",
        217 => "SMBwritebulk", 218 => "SMBwritebulkdata", 254 => "SMBinvalid",
    }
    TRANS2_CMD {
        0 => "OPEN2", 1 => "FIND_FIRST2", 2 => "FIND_NEXT2", 3 => "QUERY_FS_INFO", 4 => "SET_FS_INFO",
        5 => "QUERY_PATH_INFO", 6 => "SET_PATH_INFO", 7 => "QUERY_FILE_INFO", 8 => "SET_FILE_INFO", 9 => "FSCTL",
        10 => "IOCTL2", 11 => "FIND_NOTIFY_FIRST", 12 => "FIND_NOTIFY_NEXT", 13 => "CREATE_DIRECTORY",
        14 => "SESSION_SETUP", 15 => "Unknown (0x0f)", 16 => "GET_DFS_REFERRAL", 17 => "REPORT_DFS_INCONSISTENCY",
    }
    ERROR_CLASS {
        0 => "Success", 1 => "DOS Error", 2 => "Server Error", 3 => "Hardware Error",
        4 => "Command Error - Not an SMB format command",
    }
    BUFFER_FORMAT {
        1 => "Data Block", 2 => "Dialect", 3 => "Pathname", 4 => "ASCII", 5 => "Variable Block",
    }
    FILE_TYPE {
        0 => "Disk file or directory",
        1 => "Named pipe in byte mode",
        2 => "Named pipe in message mode",
        3 => "Spooled printer",
        4 => "Character mode device",
        65535 => "Unknown file type",
    }
    IPC_STATE_ENDPOINT {
        0 => "Consumer end of pipe",
        1 => "Server end of pipe",
    }
    IPC_STATE_PIPE_TYPE {
        0 => "Byte stream pipe",
        1 => "Message pipe",
    }
    IPC_STATE_READ_MODE {
        0 => "Read pipe as a byte stream",
        1 => "Read messages from pipe",
    }
    CREATE_DISPOSITION {
        0 => "Supersede (supersede existing file (if it exists))",
        1 => "Open (if file exists open it, else fail)",
        2 => "Create (if file exists fail, else create it)",
        3 => "Open If (if file exists open it, else create it)",
        4 => "Overwrite (if file exists overwrite, else fail)",
        5 => "Overwrite If (if file exists overwrite, else create it)",
    }
    IMPERSONATION_LEVEL {
        0 => "Anonymous",
        1 => "Identification",
        2 => "Impersonation",
        3 => "Delegation",
    }
    OPLOCK_LEVEL {
        0 => "No oplock granted",
        1 => "Exclusive oplock granted",
        2 => "Batch oplock granted",
        3 => "Level II oplock granted",
    }
    CREATE_ACTION {
        0 => "No action taken?",
        1 => "The file existed and was opened",
        2 => "The file did not exist but was created",
        3 => "The file existed and was truncated",
        32769 => "The file existed and was opened, and an OpLock was granted",
        32770 => "The file did not exist but was created, and an OpLock was granted",
        32771 => "The file existed and was truncated, and an OpLock was granted",
    }
    IS_DIRECTORY {
        0 => "This is NOT a directory",
        1 => "This is a DIRECTORY",
    }
    DELETE_PENDING {
        0 => "Normal, no pending delete",
        1 => "This object has DELETE PENDING",
    }
}
