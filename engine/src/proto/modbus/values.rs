//! Names of the numbers of Modbus.

values! {
    FUNC_CODE {
        1 => "Read Coils", 2 => "Read Discrete Inputs", 3 => "Read Holding Registers", 4 => "Read Input Registers",
        5 => "Write Single Coil", 6 => "Write Single Register", 7 => "Read Exception Status", 8 => "Diagnostics",
        11 => "Get Comm. Event Counters", 12 => "Get Comm. Event Log", 15 => "Write Multiple Coils",
        16 => "Write Multiple Registers", 17 => "Report Slave ID", 20 => "Read File Record",
        21 => "Write File Record", 22 => "Mask Write Register", 23 => "Read Write Register", 24 => "Read FIFO Queue",
        43 => "Encapsulated Interface Transport", 90 => "Unity (Schneider)",
    }
    EXCEPTION_CODE {
        1 => "Illegal function", 2 => "Illegal data address", 3 => "Illegal data value", 4 => "Slave device failure",
        5 => "Acknowledge", 6 => "Slave device busy", 8 => "Memory parity error", 10 => "Gateway path unavailable",
        11 => "Gateway target device failed to respond",
    }
    DIAGNOSTIC_CODE {
        0 => "Return Query Data", 1 => "Restart Communications Option", 2 => "Return Diagnostic Register",
        3 => "Change ASCII Input Delimiter", 4 => "Force Listen Only Mode",
        10 => "Clear Counters and Diagnostic Register", 11 => "Return Bus Message Count",
        12 => "Return Bus Communication Error Count", 13 => "Return Bus Exception Error Count",
        14 => "Return Slave Message Count", 15 => "Return Slave No Response Count", 16 => "Return Slave NAK Count",
        17 => "Return Slave Busy Count", 18 => "Return Bus Character Overrun Count",
        20 => "Clear Overrun Counter and Flag",
    }
    DIAGNOSTIC_RESTART_COMMUNICATION_OPTION {
        0 => "Leave Log", 255 => "Clear Log",
    }
    MEI {
        13 => "CANopen Request/Response ", 14 => "Read Device Identification",
    }
    READ_DEVICE_ID {
        1 => "Basic Device Identification", 2 => "Regular Device Identification",
        3 => "Extended Device Identification", 4 => "Specific Identification Object",
    }
    OBJECT_ID {
        0 => "VendorName", 1 => "ProductCode", 2 => "MajorMinorRevision", 3 => "VendorURL", 4 => "ProductName",
        5 => "ModelName", 6 => "UserApplicationName",
    }
    CONFORMITY_LEVEL {
        1 => "Basic Device Identification (stream)", 2 => "Regular Device Identification (stream)",
        3 => "Extended Device Identification (stream)", 129 => "Basic Device Identification (stream and individual)",
        130 => "Regular Device Identification (stream and individual)",
        131 => "Extended Device Identification (stream and individual)",
    }
}
