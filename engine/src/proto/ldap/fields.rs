//! Fields of LDAP, and of the pings of Active Directory.

fields! { crate::proto::Proto::Ldap =>
    SASL_BUFFER_LENGTH: "ldap.sasl_buffer_length", "SASL Buffer Length", u32();
    RESPONSE_IN: "ldap.response_in", "Response In", framenum();
    RESPONSE_TO: "ldap.response_to", "Response To", framenum();
    TIME: "ldap.time", "Time", rel_time();
    NETLOGON_OPCODE: "mscldap.netlogon.opcode", "Operation code", u16().values(&NETLOGON_OPCODE);
    NETLOGON_IPADDRESS_FAMILY: "mscldap.netlogon.ipaddress.family", "Family", u16();
    NETLOGON_IPADDRESS_IPV4: "mscldap.netlogon.ipaddress.ipv4", "IPv4", ipv4();
    NETLOGON_IPADDRESS_PORT: "mscldap.netlogon.ipaddress.port", "Port", u16();
    NETLOGON_IPADDRESS: "mscldap.netlogon.ipaddress", "IP Address", ipv4();
    NETLOGON_LM_TOKEN: "mscldap.netlogon.lm_token", "LM Token", u16().hex();
    NETLOGON_NT_TOKEN: "mscldap.netlogon.nt_token", "NT Token", u16().hex();
    NETLOGON_FLAGS: "mscldap.netlogon.flags", "Flags", u32().hex();
    NTVER_FLAGS: "mscldap.ntver.flags", "Version Flags", u32().hex();
    DOMAIN_GUID: "mscldap.domain.guid", "Domain GUID", guid();
    FOREST: "mscldap.forest", "Forest", str();
    DOMAIN: "mscldap.domain", "Domain", str();
    HOSTNAME: "mscldap.hostname", "Hostname", str();
    NB_DOMAIN: "mscldap.nb_domain", "NetBIOS Domain", str();
    NB_HOSTNAME: "mscldap.nb_hostname", "NetBIOS Hostname", str();
    USERNAME: "mscldap.username", "Username", str();
    SITENAME: "mscldap.sitename", "Server Site", str();
    CLIENTSITENAME: "mscldap.clientsitename", "Client Site", str();
    SID: "ldap.sid", "Sid", str();
    NTVER_SEARCHFLAGS_V1: "mscldap.ntver.searchflags.v1", "V1",
        bool().mask(0x1).words("Client requested version 1 netlogon response", "Version 1 netlogon response not requested");
    NTVER_SEARCHFLAGS_V5: "mscldap.ntver.searchflags.v5", "V5",
        bool().mask(0x2).words("Client requested version 5 netlogon response", "Version 5 netlogon response not requested");
    NTVER_SEARCHFLAGS_V5EX: "mscldap.ntver.searchflags.v5ex", "V5EX",
        bool().mask(0x4).words("Client requested version 5 extended netlogon response", "Version 5 extended response not requested");
    NTVER_SEARCHFLAGS_V5EP: "mscldap.ntver.searchflags.v5ep", "V5EP",
        bool().mask(0x8).words("Client has requested IP address of the server", "IP address of server not requested");
    NTVER_SEARCHFLAGS_VCS: "mscldap.ntver.searchflags.vcs", "VCS",
        bool().mask(0x10).words("Client has asked for the closest site information", "Closest site information not requested");
    NTVER_SEARCHFLAGS_VNT4: "mscldap.ntver.searchflags.vnt4", "VNT4",
        bool().mask(0x1000000).words("Client is requesting server to avoid NT4 emulation", "Only full AD DS requested");
    NTVER_SEARCHFLAGS_VPDC: "mscldap.ntver.searchflags.vpdc", "VPDC",
        bool().mask(0x10000000).words("Client has requested the Primary Domain Controller", "Primary Domain Controller not requested");
    NTVER_SEARCHFLAGS_VIP: "mscldap.ntver.searchflags.vip", "VIP",
        bool().mask(0x20000000).words("Client has requested IP details (obsolete)", "IP details not requested (obsolete)");
    NTVER_SEARCHFLAGS_VL: "mscldap.ntver.searchflags.vl", "VL",
        bool().mask(0x40000000).words("Client indicated that it is the local machine", "Client is not the local machine");
    NTVER_SEARCHFLAGS_VGC: "mscldap.ntver.searchflags.vgc", "VGC",
        bool().mask(0x80000000).words("Client has requested a Global Catalog server", "Global Catalog not requested");
    NETLOGON_FLAGS_PDC: "mscldap.netlogon.flags.pdc", "PDC",
        bool().mask(0x1).words("This is a PDC", "This is NOT a pdc");
    NETLOGON_FLAGS_GC: "mscldap.netlogon.flags.gc", "GC",
        bool().mask(0x4).words("This is a GLOBAL CATALOGUE of forest", "This is NOT a global catalog of forest");
    NETLOGON_FLAGS_LDAP: "mscldap.netlogon.flags.ldap", "LDAP",
        bool().mask(0x8).words("This is an LDAP server", "This is NOT an ldap server");
    NETLOGON_FLAGS_DS: "mscldap.netlogon.flags.ds", "DS",
        bool().mask(0x10).words("This dc supports DS", "This dc does NOT support ds");
    NETLOGON_FLAGS_KDC: "mscldap.netlogon.flags.kdc", "KDC",
        bool().mask(0x20).words("This is a KDC (kerberos)", "This is NOT a kdc (kerberos)");
    NETLOGON_FLAGS_TIMESERV: "mscldap.netlogon.flags.timeserv", "Time Serv",
        bool().mask(0x40).words("This dc is running TIME SERVICES (ntp)", "This dc is NOT running time services (ntp)");
    NETLOGON_FLAGS_CLOSEST: "mscldap.netlogon.flags.closest", "Closest",
        bool().mask(0x80).words("This server is in the same site as the client", "This server is NOT in the same site as the client");
    NETLOGON_FLAGS_WRITABLE: "mscldap.netlogon.flags.writable", "Writable",
        bool().mask(0x100).words("This dc is WRITABLE", "This dc is NOT writable");
    NETLOGON_FLAGS_GOOD_TIMESERV: "mscldap.netlogon.flags.good_timeserv", "Good Time Serv",
        bool().mask(0x200).words("This dc has a GOOD TIME SERVICE (i.e. hardware clock)", "This dc does NOT have a good time service (i.e. no hardware clock)");
    NETLOGON_FLAGS_NDNC: "mscldap.netlogon.flags.ndnc", "NDNC",
        bool().mask(0x400).words("Domain is NON-DOMAIN NC serviced by ldap server", "Domain is NOT non-domain nc serviced by ldap server");
    NETLOGON_FLAGS_RODC: "mscldap.netlogon.flags.rodc", "RODC",
        bool().mask(0x800).words("Domain controller is a Windows 2008 RODC", "Domain controller is not a Windows 2008 RODC");
    NETLOGON_FLAGS_WRITABLEDC: "mscldap.netlogon.flags.writabledc", "WDC",
        bool().mask(0x1000).words("Domain controller is a Windows 2008 writable NC", "Domain controller is not a Windows 2008 writable NC");
    NETLOGON_FLAGS_DNSNAME: "mscldap.netlogon.flags.dnsname", "DNS",
        bool().mask(0x20000000).words("Server name is in DNS format (Windows 2008)", "Server name is not in DNS format (Windows 2008)");
    NETLOGON_FLAGS_DEFAULTNC: "mscldap.netlogon.flags.defaultnc", "DNC",
        bool().mask(0x40000000).words("The NC is the default NC (Windows 2008)", "The NC is not the default NC (Windows 2008)");
    NETLOGON_FLAGS_FORESTNC: "mscldap.netlogon.flags.forestnc", "FDC",
        bool().mask(0x80000000).words("The NC is the default forest NC(Windows 2008)", "The NC is not the default forest NC (Windows 2008)");
    GUID: "ldap.guid", "GUID", guid();
    ACCESS_MASK_ADS_CREATE_CHILD: "ldap.AccessMask.ADS_CREATE_CHILD", "Ads Create Child",
        bool().mask(0x1).words("Set", "Not set");
    ACCESS_MASK_ADS_DELETE_CHILD: "ldap.AccessMask.ADS_DELETE_CHILD", "Ads Delete Child",
        bool().mask(0x2).words("Set", "Not set");
    ACCESS_MASK_ADS_LIST: "ldap.AccessMask.ADS_LIST", "Ads List", bool().mask(0x4).words("Set", "Not set");
    ACCESS_MASK_ADS_SELF_WRITE: "ldap.AccessMask.ADS_SELF_WRITE", "Ads Self Write",
        bool().mask(0x8).words("Set", "Not set");
    ACCESS_MASK_ADS_READ_PROP: "ldap.AccessMask.ADS_READ_PROP", "Ads Read Prop",
        bool().mask(0x10).words("Set", "Not set");
    ACCESS_MASK_ADS_WRITE_PROP: "ldap.AccessMask.ADS_WRITE_PROP", "Ads Write Prop",
        bool().mask(0x20).words("Set", "Not set");
    ACCESS_MASK_ADS_DELETE_TREE: "ldap.AccessMask.ADS_DELETE_TREE", "Ads Delete Tree",
        bool().mask(0x40).words("Set", "Not set");
    ACCESS_MASK_ADS_LIST_OBJECT: "ldap.AccessMask.ADS_LIST_OBJECT", "Ads List Object",
        bool().mask(0x80).words("Set", "Not set");
    ACCESS_MASK_ADS_CONTROL_ACCESS: "ldap.AccessMask.ADS_CONTROL_ACCESS", "Ads Control Access",
        bool().mask(0x100).words("Set", "Not set");
    LDAPMESSAGE_ELEMENT: "ldap.LDAPMessage_element", "LDAPMessage", none();
    OBJECT_SECURITY_FLAG: "ldap.object_security_flag", "Flag Object_Security", bool().mask(0x1);
    ANCESTOR_FIRST_FLAG: "ldap.ancestor_first_flag", "Flag Ancestor_First", bool().mask(0x800);
    PUBLIC_DATA_ONLY_FLAG: "ldap.public_data_only_flag", "Flag Public_Data_Only", bool().mask(0x2000);
    INCREMENTAL_VALUE_FLAG: "ldap.incremental_value_flag", "Flag Incremental_Value", bool().mask(0x80000000);
    OID: "ldap.oid", "OID", str();
    GSSAPI_ENCRYPTED_PAYLOAD: "ldap.gssapi_encrypted_payload", "GSS-API Encrypted payload", bytes();
    SEARCH_CONTROL_VALUE_ELEMENT: "ldap.SearchControlValue_element", "SearchControlValue", none();
    SORT_KEY_LIST: "ldap.SortKeyList", "SortKeyList", u32();
    SORT_RESULT_ELEMENT: "ldap.SortResult_element", "SortResult", none();
    DIR_SYNC_CONTROL_VALUE_ELEMENT: "ldap.DirSyncControlValue_element", "DirSyncControlValue", none();
    PASSWD_MODIFY_REQUEST_VALUE_ELEMENT: "ldap.PasswdModifyRequestValue_element", "PasswdModifyRequestValue", none();
    CANCEL_REQUEST_VALUE_ELEMENT: "ldap.CancelRequestValue_element", "CancelRequestValue", none();
    SYNC_REQUEST_VALUE_ELEMENT: "ldap.SyncRequestValue_element", "SyncRequestValue", none();
    SYNC_STATE_VALUE_ELEMENT: "ldap.SyncStateValue_element", "SyncStateValue", none();
    SYNC_DONE_VALUE_ELEMENT: "ldap.SyncDoneValue_element", "SyncDoneValue", none();
    SYNC_INFO_VALUE: "ldap.SyncInfoValue", "SyncInfoValue", u32().values(&SYNC_INFO_VALUE);
    PASSWORD_POLICY_RESPONSE_VALUE_ELEMENT: "ldap.PasswordPolicyResponseValue_element", "PasswordPolicyResponseValue",
        none();
    MESSAGE_ID: "ldap.messageID", "messageID", u32();
    PROTOCOL_OP: "ldap.protocolOp", "protocolOp", u32().values(&PROTOCOL_OP);
    CONTROLS: "ldap.controls", "controls", u32();
    BIND_REQUEST_ELEMENT: "ldap.bindRequest_element", "bindRequest", none();
    BIND_RESPONSE_ELEMENT: "ldap.bindResponse_element", "bindResponse", none();
    UNBIND_REQUEST_ELEMENT: "ldap.unbindRequest_element", "unbindRequest", none();
    SEARCH_REQUEST_ELEMENT: "ldap.searchRequest_element", "searchRequest", none();
    SEARCH_RES_ENTRY_ELEMENT: "ldap.searchResEntry_element", "searchResEntry", none();
    SEARCH_RES_DONE_ELEMENT: "ldap.searchResDone_element", "searchResDone", none();
    SEARCH_RES_REF: "ldap.searchResRef", "searchResRef", u32();
    MODIFY_REQUEST_ELEMENT: "ldap.modifyRequest_element", "modifyRequest", none();
    MODIFY_RESPONSE_ELEMENT: "ldap.modifyResponse_element", "modifyResponse", none();
    ADD_REQUEST_ELEMENT: "ldap.addRequest_element", "addRequest", none();
    ADD_RESPONSE_ELEMENT: "ldap.addResponse_element", "addResponse", none();
    DEL_REQUEST: "ldap.delRequest", "delRequest", str();
    DEL_RESPONSE_ELEMENT: "ldap.delResponse_element", "delResponse", none();
    MOD_DNREQUEST_ELEMENT: "ldap.modDNRequest_element", "modDNRequest", none();
    MOD_DNRESPONSE_ELEMENT: "ldap.modDNResponse_element", "modDNResponse", none();
    COMPARE_REQUEST_ELEMENT: "ldap.compareRequest_element", "compareRequest", none();
    COMPARE_RESPONSE_ELEMENT: "ldap.compareResponse_element", "compareResponse", none();
    ABANDON_REQUEST: "ldap.abandonRequest", "abandonRequest", u32();
    EXTENDED_REQ_ELEMENT: "ldap.extendedReq_element", "extendedReq", none();
    EXTENDED_RESP_ELEMENT: "ldap.extendedResp_element", "extendedResp", none();
    INTERMEDIATE_RESPONSE_ELEMENT: "ldap.intermediateResponse_element", "intermediateResponse", none();
    ATTRIBUTE_DESCRIPTION: "ldap.AttributeDescription", "AttributeDescription", str();
    ATTRIBUTE_DESC: "ldap.attributeDesc", "attributeDesc", str();
    ASSERTION_VALUE: "ldap.assertionValue", "assertionValue", str();
    TYPE: "ldap.type", "type", str();
    VALS: "ldap.vals", "vals", u32();
    ATTRIBUTE_VALUE: "ldap.AttributeValue", "AttributeValue", bytes();
    RESULT_CODE: "ldap.resultCode", "resultCode", u32().values(&RESULT_CODE);
    MATCHED_DN: "ldap.matchedDN", "matchedDN", str();
    ERROR_MESSAGE: "ldap.errorMessage", "errorMessage", str();
    REFERRAL: "ldap.referral", "referral", u32();
    LDAPURL: "ldap.LDAPURL", "LDAPURL", str();
    CONTROL_ELEMENT: "ldap.Control_element", "Control", none();
    CONTROL_TYPE: "ldap.controlType", "controlType", str();
    CRITICALITY: "ldap.criticality", "criticality", bool();
    CONTROL_VALUE: "ldap.controlValue", "controlValue", bytes();
    VERSION: "ldap.version", "version", u32();
    NAME: "ldap.name", "name", str();
    AUTHENTICATION: "ldap.authentication", "authentication", u32().values(&AUTHENTICATION);
    SIMPLE: "ldap.simple", "simple", str();
    SASL_ELEMENT: "ldap.sasl_element", "sasl", none();
    NTLMSSP_NEGOTIATE: "ldap.ntlmsspNegotiate", "ntlmsspNegotiate", bytes();
    NTLMSSP_AUTH: "ldap.ntlmsspAuth", "ntlmsspAuth", bytes();
    MECHANISM: "ldap.mechanism", "mechanism", str();
    CREDENTIALS: "ldap.credentials", "credentials", bytes();
    SERVER_SASL_CREDS: "ldap.serverSaslCreds", "serverSaslCreds", bytes();
    BASE_OBJECT: "ldap.baseObject", "baseObject", str();
    SCOPE: "ldap.scope", "scope", u32().values(&SCOPE);
    DEREF_ALIASES: "ldap.derefAliases", "derefAliases", u32().values(&DEREF_ALIASES);
    SIZE_LIMIT: "ldap.sizeLimit", "sizeLimit", u32();
    TIME_LIMIT: "ldap.timeLimit", "timeLimit", u32();
    TYPES_ONLY: "ldap.typesOnly", "typesOnly", bool();
    FILTER: "ldap.filter", "filter", u32().values(&FILTER);
    ATTRIBUTES: "ldap.attributes", "attributes", u32();
    AND: "ldap.and", "and", u32();
    AND_ITEM: "ldap.and_item", "and item", u32().values(&FILTER);
    OR: "ldap.or", "or", u32();
    OR_ITEM: "ldap.or_item", "or item", u32().values(&FILTER);
    NOT: "ldap.not", "not", u32().values(&FILTER);
    EQUALITY_MATCH_ELEMENT: "ldap.equalityMatch_element", "equalityMatch", none();
    SUBSTRINGS_ELEMENT: "ldap.substrings_element", "substrings", none();
    GREATER_OR_EQUAL_ELEMENT: "ldap.greaterOrEqual_element", "greaterOrEqual", none();
    LESS_OR_EQUAL_ELEMENT: "ldap.lessOrEqual_element", "lessOrEqual", none();
    PRESENT: "ldap.present", "present", str();
    APPROX_MATCH_ELEMENT: "ldap.approxMatch_element", "approxMatch", none();
    EXTENSIBLE_MATCH_ELEMENT: "ldap.extensibleMatch_element", "extensibleMatch", none();
    SUBSTRINGS: "ldap.substrings", "substrings", u32();
    SUBSTRINGS_ITEM: "ldap.substrings_item", "substrings item", u32().values(&SUBSTRINGS_ITEM);
    INITIAL: "ldap.initial", "initial", str();
    ANY: "ldap.any", "any", str();
    FINAL: "ldap.final", "final", str();
    MATCHING_RULE: "ldap.matchingRule", "matchingRule", str();
    MATCH_VALUE: "ldap.matchValue", "matchValue", str();
    DN_ATTRIBUTES: "ldap.dnAttributes", "dnAttributes", bool();
    OBJECT_NAME: "ldap.objectName", "objectName", str();
    PARTIAL_ATTRIBUTE_LIST_ITEM_ELEMENT: "ldap.PartialAttributeList_item_element", "PartialAttributeList item", none();
    OBJECT: "ldap.object", "object", str();
    MODIFICATION: "ldap.modification", "modification", u32();
    MODIFICATION_ITEM_ELEMENT: "ldap.modification_item_element", "modification item", none();
    OPERATION: "ldap.operation", "operation", u32().values(&OPERATION);
    MODIFICATION_ELEMENT: "ldap.modification_element", "modification", none();
    ENTRY: "ldap.entry", "entry", str();
    ATTRIBUTE_LIST_ITEM_ELEMENT: "ldap.AttributeList_item_element", "AttributeList item", none();
    NEWRDN: "ldap.newrdn", "newrdn", str();
    DELETEOLDRDN: "ldap.deleteoldrdn", "deleteoldrdn", bool();
    NEW_SUPERIOR: "ldap.newSuperior", "newSuperior", str();
    AVA_ELEMENT: "ldap.ava_element", "ava", none();
    REQUEST_NAME: "ldap.requestName", "requestName", str();
    REQUEST_VALUE: "ldap.requestValue", "requestValue", bytes();
    RESPONSE_NAME: "ldap.responseName", "responseName", str();
    RESPONSE: "ldap.response", "response", bytes();
    RESPONSE_VALUE: "ldap.responseValue", "responseValue", bytes();
    SIZE: "ldap.size", "size", i32();
    COOKIE: "ldap.cookie", "cookie", bytes();
    SORT_KEY_LIST_ITEM_ELEMENT: "ldap.SortKeyList_item_element", "SortKeyList item", none();
    ATTRIBUTE_TYPE: "ldap.attributeType", "attributeType", str();
    ORDERING_RULE: "ldap.orderingRule", "orderingRule", str();
    REVERSE_ORDER: "ldap.reverseOrder", "reverseOrder", bool();
    SORT_RESULT: "ldap.sortResult", "sortResult", u32().values(&SORT_RESULT);
    FLAGS: "ldap.flags", "flags", u32().hex();
    MAX_BYTES: "ldap.maxBytes", "maxBytes", i32();
    USER_IDENTITY: "ldap.userIdentity", "userIdentity", bytes();
    OLD_PASSWD: "ldap.oldPasswd", "oldPasswd", bytes();
    NEW_PASSWD: "ldap.newPasswd", "newPasswd", bytes();
    CANCEL_ID: "ldap.cancelID", "cancelID", u32();
    MODE: "ldap.mode", "mode", u32().values(&MODE);
    RELOAD_HINT: "ldap.reloadHint", "reloadHint", bool();
    STATE: "ldap.state", "state", u32().values(&STATE);
    ENTRY_UUID: "ldap.entryUUID", "entryUUID", bytes();
    REFRESH_DELETES: "ldap.refreshDeletes", "refreshDeletes", bool();
    NEWCOOKIE: "ldap.newcookie", "newcookie", bytes();
    REFRESH_DELETE_ELEMENT: "ldap.refreshDelete_element", "refreshDelete", none();
    REFRESH_DONE: "ldap.refreshDone", "refreshDone", bool();
    REFRESH_PRESENT_ELEMENT: "ldap.refreshPresent_element", "refreshPresent", none();
    SYNC_ID_SET_ELEMENT: "ldap.syncIdSet_element", "syncIdSet", none();
    SYNC_UUIDS: "ldap.syncUUIDs", "syncUUIDs", u32();
    SYNC_UUID: "ldap.SyncUUID", "SyncUUID", bytes();
    WARNING: "ldap.warning", "warning", u32().values(&WARNING);
    TIME_BEFORE_EXPIRATION: "ldap.timeBeforeExpiration", "timeBeforeExpiration", u32();
    GRACE_AUTH_NS_REMAINING: "ldap.graceAuthNsRemaining", "graceAuthNsRemaining", u32();
    ERROR: "ldap.error", "error", u32().values(&ERROR);
    EXCEEDED_FILTER_LENGTH: "ldap.exceeded_filter_length", "Filter length exceeds number. Giving up", none();
    TOO_MANY_FILTER_ELEMENTS: "ldap.too_many_filter_elements", "Found more than %%u filter elements. Giving up.",
        none();
}

values! {
    NETLOGON_OPCODE {
        7 => "LOGON_PRIMARY_QUERY", 12 => "LOGON_PRIMARY_RESPONSE", 18 => "LOGON_SAM_LOGON_REQUEST",
        19 => "LOGON_SAM_LOGON_RESPONSE", 20 => "LOGON_SAM_PAUSE_RESPONSE", 23 => "LOGON_SAM_LOGON_RESPONSE_EX",
        24 => "LOGON_SAM_PAUSE_RESPONSE_EX", 25 => "LOGON_SAM_USER_UNKNOWN_EX",
    }
    SYNC_INFO_VALUE { 0 => "newcookie", 1 => "refreshDelete", 2 => "refreshPresent", 3 => "syncIdSet" }
    PROTOCOL_OP {
        0 => "bindRequest", 1 => "bindResponse", 2 => "unbindRequest", 3 => "searchRequest", 4 => "searchResEntry",
        5 => "searchResDone", 19 => "searchResRef", 6 => "modifyRequest", 7 => "modifyResponse", 8 => "addRequest",
        9 => "addResponse", 10 => "delRequest", 11 => "delResponse", 12 => "modDNRequest", 13 => "modDNResponse",
        14 => "compareRequest", 15 => "compareResponse", 16 => "abandonRequest", 23 => "extendedReq",
        24 => "extendedResp", 25 => "intermediateResponse",
    }
    RESULT_CODE {
        0 => "success", 1 => "operationsError", 2 => "protocolError", 3 => "timeLimitExceeded",
        4 => "sizeLimitExceeded", 5 => "compareFalse", 6 => "compareTrue", 7 => "authMethodNotSupported",
        8 => "strongAuthRequired", 10 => "referral", 11 => "adminLimitExceeded", 12 => "unavailableCriticalExtension",
        13 => "confidentialityRequired", 14 => "saslBindInProgress", 16 => "noSuchAttribute",
        17 => "undefinedAttributeType", 18 => "inappropriateMatching", 19 => "constraintViolation",
        20 => "attributeOrValueExists", 21 => "invalidAttributeSyntax", 32 => "noSuchObject", 33 => "aliasProblem",
        34 => "invalidDNSyntax", 36 => "aliasDereferencingProblem", 48 => "inappropriateAuthentication",
        49 => "invalidCredentials", 50 => "insufficientAccessRights", 51 => "busy", 52 => "unavailable",
        53 => "unwillingToPerform", 54 => "loopDetect", 64 => "namingViolation", 65 => "objectClassViolation",
        66 => "notAllowedOnNonLeaf", 67 => "notAllowedOnRDN", 68 => "entryAlreadyExists",
        69 => "objectClassModsProhibited", 71 => "affectsMultipleDSAs", 80 => "other", 118 => "canceled",
        119 => "noSuchOperation", 120 => "tooLate", 121 => "cannotCancel",
    }
    AUTHENTICATION { 0 => "simple", 3 => "sasl", 10 => "ntlmsspNegotiate", 11 => "ntlmsspAuth" }
    SCOPE { 0 => "baseObject", 1 => "singleLevel", 2 => "wholeSubtree" }
    DEREF_ALIASES {
        0 => "neverDerefAliases", 1 => "derefInSearching", 2 => "derefFindingBaseObj", 3 => "derefAlways",
    }
    FILTER {
        0 => "and", 1 => "or", 2 => "not", 3 => "equalityMatch", 4 => "substrings", 5 => "greaterOrEqual",
        6 => "lessOrEqual", 7 => "present", 8 => "approxMatch", 9 => "extensibleMatch",
    }
    SUBSTRINGS_ITEM { 0 => "initial", 1 => "any", 2 => "final" }
    OPERATION { 0 => "add", 1 => "delete", 2 => "replace", 3 => "increment" }
    SORT_RESULT {
        0 => "success", 1 => "operationsError", 3 => "timeLimitExceeded", 8 => "strongAuthRequired",
        11 => "adminLimitExceeded", 16 => "noSuchAttribute", 18 => "inappropriateMatching",
        50 => "insufficientAccessRights", 51 => "busy", 53 => "unwillingToPerform", 80 => "other",
    }
    MODE { 1 => "refreshOnly", 3 => "refreshAndPersist" }
    STATE { 0 => "present", 1 => "add", 2 => "modify", 3 => "delete" }
    WARNING { 0 => "timeBeforeExpiration", 1 => "graceAuthNsRemaining" }
    ERROR {
        0 => "passwordExpired", 1 => "accountLocked", 2 => "changeAfterReset", 3 => "passwordModNotAllowed",
        4 => "mustSupplyOldPassword", 5 => "insufficientPasswordQuality", 6 => "passwordTooShort",
        7 => "passwordTooYoung", 8 => "passwordInHistory",
    }
}
