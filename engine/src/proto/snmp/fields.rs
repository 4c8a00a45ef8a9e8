//! Fields of SNMP.

use crate::proto::out::F;

fields! { crate::proto::Proto::Snmp =>
    VERSION: "snmp.version", "version", i32().values(&VERSIONS);
    COMMUNITY: "snmp.community", "community", str();
    DATA: "snmp.data", "data", u32().values(&PDUS);
    MSG_VERSION: "snmp.msgVersion", "msgVersion", i32().values(&VERSIONS);
    MSG_GLOBAL_DATA: "snmp.msgGlobalData_element", "msgGlobalData", none();
    MSG_ID: "snmp.msgID", "msgID", u32();
    MSG_MAX_SIZE: "snmp.msgMaxSize", "msgMaxSize", u32();
    MSG_FLAGS: "snmp.msgFlags", "msgFlags", bytes();
    FLAG_REPORT: "snmp.v3.flags.report", "Reportable", bool().mask(0x4).words("Set", "Not set");
    FLAG_CRYPT: "snmp.v3.flags.crypt", "Encrypted", bool().mask(0x2).words("Set", "Not set");
    FLAG_AUTH: "snmp.v3.flags.auth", "Authenticated", bool().mask(0x1).words("Set", "Not set");
    MSG_SECURITY_MODEL: "snmp.msgSecurityModel", "msgSecurityModel", u32().values(&MODELS);
    MSG_ENGINE_ID: "snmp.msgAuthoritativeEngineID", "msgAuthoritativeEngineID", bytes();
    MSG_ENGINE_BOOTS: "snmp.msgAuthoritativeEngineBoots", "msgAuthoritativeEngineBoots", u32();
    MSG_ENGINE_TIME: "snmp.msgAuthoritativeEngineTime", "msgAuthoritativeEngineTime", u32();
    MSG_USER_NAME: "snmp.msgUserName", "msgUserName", str();
    MSG_AUTH_PARAMETERS: "snmp.msgAuthenticationParameters", "msgAuthenticationParameters", bytes();
    MSG_PRIV_PARAMETERS: "snmp.msgPrivacyParameters", "msgPrivacyParameters", bytes();
    MSG_DATA: "snmp.msgData", "msgData", u32().values(&SCOPES);
    PLAINTEXT: "snmp.plaintext_element", "plaintext", none();
    ENCRYPTED_PDU: "snmp.encryptedPDU", "encryptedPDU", bytes();
    CONTEXT_ENGINE_ID: "snmp.contextEngineID", "contextEngineID", bytes();
    CONTEXT_NAME: "snmp.contextName", "contextName", str();

    GET_REQUEST: "snmp.get_request_element", "get-request", none();
    GET_NEXT_REQUEST: "snmp.get_next_request_element", "get-next-request", none();
    GET_RESPONSE: "snmp.get_response_element", "get-response", none();
    SET_REQUEST: "snmp.set_request_element", "set-request", none();
    TRAP: "snmp.trap_element", "trap", none();
    BULK: "snmp.getBulkRequest_element", "getBulkRequest", none();
    INFORM: "snmp.informRequest_element", "informRequest", none();
    TRAP2: "snmp.snmpV2_trap_element", "snmpV2-trap", none();
    REPORT: "snmp.report_element", "report", none();
    REQUEST_ID: "snmp.request_id", "request-id", i32();
    ERROR_STATUS: "snmp.error_status", "error-status", i32().values(&ERRORS);
    ERROR_INDEX: "snmp.error_index", "error-index", i32();
    NON_REPEATERS: "snmp.non_repeaters", "non-repeaters", u32();
    MAX_REPETITIONS: "snmp.max_repetitions", "max-repetitions", u32();
    ENTERPRISE: "snmp.enterprise", "enterprise", oid();
    AGENT_ADDR: "snmp.agent_addr", "agent-addr", ipv4();
    GENERIC_TRAP: "snmp.generic_trap", "generic-trap", i32().values(&TRAPS);
    SPECIFIC_TRAP: "snmp.specific_trap", "specific-trap", i32();
    TIME_STAMP: "snmp.time_stamp", "time-stamp", u32();

    VARIABLE_BINDINGS: "snmp.variable_bindings", "variable-bindings", u32();
    NAME: "snmp.name", "Object Name", oid();
    VALUE_INT: "snmp.value.int", "Value (Integer32)", i64();
    VALUE_OCTETS: "snmp.value.octets", "Value (OctetString)", bytes();
    VALUE_OID: "snmp.value.oid", "Value (OID)", oid();
    VALUE_NULL: "snmp.value.null", "Value (Null)", none();
    VALUE_IPV4: "snmp.value.ipv4", "Value (IpAddress)", ipv4();
    VALUE_ADDR: "snmp.value.addr", "Value (IpAddress)", bytes();
    VALUE_U32: "snmp.value.u32", "Value (Unsigned32)", i64();
    VALUE_G32: "snmp.value.g32", "Value (Gauge32)", i64();
    VALUE_COUNTER: "snmp.value.counter", "Value (Counter32)", u64();
    VALUE_TIMETICKS: "snmp.value.timeticks", "Value (Timeticks)", u64();
    VALUE_OPAQUE: "snmp.value.opaque", "Value (Opaque)", bytes();
    VALUE_UNKNOWN: "snmp.value.unk", "Value (Unknown)", bytes();
    VAR_BIND_STR: "snmp.var-bind_str", "Variable-binding-string", str();
    NO_SUCH_OBJECT: "snmp.noSuchObject", "noSuchObject", none();
    NO_SUCH_INSTANCE: "snmp.noSuchInstance", "noSuchInstance", none();
    END_OF_MIB_VIEW: "snmp.endOfMibView", "endOfMibView", none();

    RESPONSE_IN: "snmp.response_in", "Response In", framenum();
    RESPONSE_TO: "snmp.response_to", "Response To", framenum();
    TIME: "snmp.time", "Time", rel_time();
    ENGINEID_CONFORM: "snmp.engineid.conform", "Engine ID Conformance", bool().mask(0x80)
        .words("RFC3411 (SNMPv3)", "RFC1910 (Non-SNMPv3)");
    ENGINEID_ENTERPRISE: "snmp.engineid.enterprise", "Engine Enterprise ID", u32();
    ENGINEID_FORMAT: "snmp.engineid.format", "Engine ID Format", u8().values(&FORMATS);
    ENGINEID_IPV4: "snmp.engineid.ipv4", "Engine ID Data: IPv4 address", ipv4();
    ENGINEID_IPV6: "snmp.engineid.ipv6", "Engine ID Data: IPv6 address", ipv6();
    ENGINEID_MAC: "snmp.engineid.mac", "Engine ID Data: MAC address", ether();
    ENGINEID_TEXT: "snmp.engineid.text", "Engine ID Data: Text", str();
    ENGINEID_TIME: "snmp.engineid.time", "Engine ID Data: Creation Time", abs_time();
    ENGINEID_DATA: "snmp.engineid.data", "Engine ID Data", bytes();
}

/// The items of the data units, in the order of their tags.
pub(super) const ELEMENTS: &[F] = &[
    f::GET_REQUEST,
    f::GET_NEXT_REQUEST,
    f::GET_RESPONSE,
    f::SET_REQUEST,
    f::TRAP,
    f::BULK,
    f::INFORM,
    f::TRAP2,
    f::REPORT,
];

values! {
    VERSIONS { 0 => "version-1", 1 => "v2c", 2 => "v2u", 3 => "snmpv3" }
    PDUS {
        0 => "get-request", 1 => "get-next-request", 2 => "get-response", 3 => "set-request", 4 => "trap",
        5 => "getBulkRequest", 6 => "informRequest", 7 => "snmpV2-trap", 8 => "report",
    }
    FORMATS {
        1 => "IPv4 address", 2 => "IPv6 address", 3 => "MAC address", 4 => "Text, administratively assigned",
        5 => "Octets, administratively assigned", 128 => "Net-SNMP Random",
    }
    SCOPES { 0 => "plaintext", 1 => "encryptedPDU" }
    MODELS { 0 => "Any", 1 => "V1", 2 => "V2C", 3 => "USM" }
    ERRORS {
        0 => "noError", 1 => "tooBig", 2 => "noSuchName", 3 => "badValue", 4 => "readOnly", 5 => "genErr",
        6 => "noAccess", 7 => "wrongType", 8 => "wrongLength", 9 => "wrongEncoding", 10 => "wrongValue",
        11 => "noCreation", 12 => "inconsistentValue", 13 => "resourceUnavailable", 14 => "commitFailed",
        15 => "undoFailed", 16 => "authorizationError", 17 => "notWritable", 18 => "inconsistentName",
    }
    TRAPS {
        0 => "coldStart", 1 => "warmStart", 2 => "linkDown", 3 => "linkUp", 4 => "authenticationFailure",
        5 => "egpNeighborLoss", 6 => "enterpriseSpecific",
    }
}
