//! Fields of Syslog.

use super::values;

fields! { crate::proto::Proto::Syslog =>
    FACILITY: "syslog.facility", "Facility", u8().mask(0x3f8).values(&values::FACILITY);
    LEVEL: "syslog.level", "Level", u8().mask(0x7).values(&values::LEVEL);
    MSG: "syslog.msg", "Message", str();
    MSU_PRESENT: "syslog.msu_present", "SS7 MSU present", bool();
    VERSION: "syslog.version", "Syslog version", str();
    TIMESTAMP: "syslog.timestamp", "Syslog timestamp", abs_time();
    TIMESTAMP_RFC3164: "syslog.timestamp_rfc3164", "Syslog timestamp (RFC3164)", str();
    HOSTNAME: "syslog.hostname", "Syslog hostname", str();
    APPNAME: "syslog.appname", "Syslog app name", str();
    PROCID: "syslog.procid", "Syslog process id", str();
    MSGID: "syslog.msgid", "Syslog message id", str();
    MSGID_BOM: "syslog.msgid.bom", "Syslog BOM", u24().hex();
}
