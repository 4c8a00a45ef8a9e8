//! Fields of NTLMSSP.

fields! { crate::proto::Proto::Ntlmssp =>
    IDENTIFIER: "ntlmssp.identifier", "NTLMSSP identifier", str();
    MESSAGETYPE: "ntlmssp.messagetype", "NTLM Message Type", u32().hex().values(&MESSAGETYPE);
    NEGOTIATEFLAGS: "ntlmssp.negotiateflags", "Negotiate Flags", u32().hex();
    NEGOTIATEUNICODE: "ntlmssp.negotiateunicode", "Negotiate UNICODE", bool().mask(0x1).words("Set", "Not set");
    NEGOTIATEOEM: "ntlmssp.negotiateoem", "Negotiate OEM", bool().mask(0x2).words("Set", "Not set");
    REQUESTTARGET: "ntlmssp.requesttarget", "Request Target", bool().mask(0x4).words("Set", "Not set");
    NEGOTIATE00000008: "ntlmssp.negotiate00000008", "Request 0x00000008", bool().mask(0x8).words("Set", "Not set");
    NEGOTIATESIGN: "ntlmssp.negotiatesign", "Negotiate Sign", bool().mask(0x10).words("Set", "Not set");
    NEGOTIATESEAL: "ntlmssp.negotiateseal", "Negotiate Seal", bool().mask(0x20).words("Set", "Not set");
    NEGOTIATEDATAGRAM: "ntlmssp.negotiatedatagram", "Negotiate Datagram", bool().mask(0x40).words("Set", "Not set");
    NEGOTIATELMKEY: "ntlmssp.negotiatelmkey", "Negotiate Lan Manager Key", bool().mask(0x80).words("Set", "Not set");
    NEGOTIATE00000100: "ntlmssp.negotiate00000100", "Negotiate 0x00000100", bool().mask(0x100).words("Set", "Not set");
    NEGOTIATENTLM: "ntlmssp.negotiatentlm", "Negotiate NTLM key", bool().mask(0x200).words("Set", "Not set");
    NEGOTIATENTONLY: "ntlmssp.negotiatentonly", "Negotiate NT Only", bool().mask(0x400).words("Set", "Not set");
    NEGOTIATEANONYMOUS: "ntlmssp.negotiateanonymous", "Negotiate Anonymous", bool().mask(0x800).words("Set", "Not set");
    NEGOTIATEOEMDOMAINSUPPLIED: "ntlmssp.negotiateoemdomainsupplied", "Negotiate OEM Domain Supplied",
        bool().mask(0x1000).words("Set", "Not set");
    NEGOTIATEOEMWORKSTATIONSUPPLIED: "ntlmssp.negotiateoemworkstationsupplied", "Negotiate OEM Workstation Supplied",
        bool().mask(0x2000).words("Set", "Not set");
    NEGOTIATE00004000: "ntlmssp.negotiate00004000", "Negotiate 0x00004000", bool().mask(0x4000).words("Set", "Not set");
    NEGOTIATEALWAYSSIGN: "ntlmssp.negotiatealwayssign", "Negotiate Always Sign",
        bool().mask(0x8000).words("Set", "Not set");
    TARGETTYPEDOMAIN: "ntlmssp.targettypedomain", "Target Type Domain", bool().mask(0x10000).words("Set", "Not set");
    TARGETTYPESERVER: "ntlmssp.targettypeserver", "Target Type Server", bool().mask(0x20000).words("Set", "Not set");
    TARGETTYPESHARE: "ntlmssp.targettypeshare", "Target Type Share", bool().mask(0x40000).words("Set", "Not set");
    NEGOTIATENTLM2: "ntlmssp.negotiatentlm2", "Negotiate Extended Security",
        bool().mask(0x80000).words("Set", "Not set");
    NEGOTIATEIDENTIFY: "ntlmssp.negotiateidentify", "Negotiate Identify", bool().mask(0x100000).words("Set", "Not set");
    NEGOTIATENT00200000: "ntlmssp.negotiatent00200000", "Negotiate 0x00200000",
        bool().mask(0x200000).words("Set", "Not set");
    REQUESTNONNTSESSION: "ntlmssp.requestnonntsession", "Request Non-NT Session",
        bool().mask(0x400000).words("Set", "Not set");
    NEGOTIATETARGETINFO: "ntlmssp.negotiatetargetinfo", "Negotiate Target Info",
        bool().mask(0x800000).words("Set", "Not set");
    NEGOTIATENT01000000: "ntlmssp.negotiatent01000000", "Negotiate 0x01000000",
        bool().mask(0x1000000).words("Set", "Not set");
    NEGOTIATEVERSION: "ntlmssp.negotiateversion", "Negotiate Version", bool().mask(0x2000000).words("Set", "Not set");
    NEGOTIATENT04000000: "ntlmssp.negotiatent04000000", "Negotiate 0x04000000",
        bool().mask(0x4000000).words("Set", "Not set");
    NEGOTIATENT08000000: "ntlmssp.negotiatent08000000", "Negotiate 0x08000000",
        bool().mask(0x8000000).words("Set", "Not set");
    NEGOTIATENT10000000: "ntlmssp.negotiatent10000000", "Negotiate 0x10000000",
        bool().mask(0x10000000).words("Set", "Not set");
    NEGOTIATE128: "ntlmssp.negotiate128", "Negotiate 128", bool().mask(0x20000000).words("Set", "Not set");
    NEGOTIATEKEYEXCH: "ntlmssp.negotiatekeyexch", "Negotiate Key Exchange",
        bool().mask(0x40000000).words("Set", "Not set");
    NEGOTIATE56: "ntlmssp.negotiate56", "Negotiate 56", bool().mask(0x80000000).words("Set", "Not set");
    NEGOTIATE_CALLINGWORKSTATION: "ntlmssp.negotiate.callingworkstation", "Calling workstation name", str();
    NEGOTIATE_DOMAIN: "ntlmssp.negotiate.domain", "Calling workstation domain", str();
    NTLMCLIENTCHALLENGE: "ntlmssp.ntlmclientchallenge", "LMv2 Client Challenge", bytes();
    NTLMSERVERCHALLENGE: "ntlmssp.ntlmserverchallenge", "NTLM Server Challenge", bytes();
    RESERVED: "ntlmssp.reserved", "Reserved", bytes();
    CHALLENGE_TARGET_NAME: "ntlmssp.challenge.target_name", "Target Name", str();
    AUTH_DOMAIN: "ntlmssp.auth.domain", "Domain name", str();
    AUTH_USERNAME: "ntlmssp.auth.username", "User name", str();
    AUTH_HOSTNAME: "ntlmssp.auth.hostname", "Host name", str();
    AUTH_LMRESPONSE: "ntlmssp.auth.lmresponse", "Lan Manager Response", bytes();
    AUTH_NTRESPONSE: "ntlmssp.auth.ntresponse", "NTLM Response", bytes();
    AUTH_SESSKEY: "ntlmssp.auth.sesskey", "Session Key", bytes();
    STRING_LENGTH: "ntlmssp.string.length", "Length", u16();
    STRING_MAXLEN: "ntlmssp.string.maxlen", "Maxlen", u16();
    STRING_OFFSET: "ntlmssp.string.offset", "Offset", u32();
    BLOB_LENGTH: "ntlmssp.blob.length", "Length", u16();
    BLOB_MAXLEN: "ntlmssp.blob.maxlen", "Maxlen", u16();
    BLOB_OFFSET: "ntlmssp.blob.offset", "Offset", u32();
    VERSION: "ntlmssp.version", "Version", none();
    VERSION_MAJOR: "ntlmssp.version.major", "Major Version", u8();
    VERSION_MINOR: "ntlmssp.version.minor", "Minor Version", u8();
    VERSION_BUILD_NUMBER: "ntlmssp.version.build_number", "Build Number", u16();
    VERSION_NTLM_CURRENT_REVISION: "ntlmssp.version.ntlm_current_revision", "NTLM Current Revision", u8();
    CHALLENGE_TARGET_INFO: "ntlmssp.challenge.target_info", "Target Info", none();
    CHALLENGE_TARGET_INFO_LENGTH: "ntlmssp.challenge.target_info.length", "Length", u16();
    CHALLENGE_TARGET_INFO_MAXLEN: "ntlmssp.challenge.target_info.maxlen", "Maxlen", u16();
    CHALLENGE_TARGET_INFO_OFFSET: "ntlmssp.challenge.target_info.offset", "Offset", u32();
    CHALLENGE_TARGET_INFO_ITEM_TYPE: "ntlmssp.challenge.target_info.item.type", "Target Info Item Type",
        u16().hex().values(&CHALLENGE_TARGET_INFO_ITEM_TYPE);
    CHALLENGE_TARGET_INFO_ITEM_LENGTH: "ntlmssp.challenge.target_info.item.length", "Target Info Item Length", u16();
    CHALLENGE_TARGET_INFO_END: "ntlmssp.challenge.target_info.end", "List End", none();
    CHALLENGE_TARGET_INFO_NB_COMPUTER_NAME: "ntlmssp.challenge.target_info.nb_computer_name", "NetBIOS Computer Name",
        str();
    CHALLENGE_TARGET_INFO_NB_DOMAIN_NAME: "ntlmssp.challenge.target_info.nb_domain_name", "NetBIOS Domain Name", str();
    CHALLENGE_TARGET_INFO_DNS_COMPUTER_NAME: "ntlmssp.challenge.target_info.dns_computer_name", "DNS Computer Name",
        str();
    CHALLENGE_TARGET_INFO_DNS_DOMAIN_NAME: "ntlmssp.challenge.target_info.dns_domain_name", "DNS Domain Name", str();
    CHALLENGE_TARGET_INFO_DNS_TREE_NAME: "ntlmssp.challenge.target_info.dns_tree_name", "DNS Tree Name", str();
    CHALLENGE_TARGET_INFO_FLAGS: "ntlmssp.challenge.target_info.flags", "Flags", u32().hex();
    CHALLENGE_TARGET_INFO_TIMESTAMP: "ntlmssp.challenge.target_info.timestamp", "Timestamp", abs_time();
    CHALLENGE_TARGET_INFO_RESTRICTIONS: "ntlmssp.challenge.target_info.restrictions", "Restrictions", bytes();
    CHALLENGE_TARGET_INFO_TARGET_NAME: "ntlmssp.challenge.target_info.target_name", "Target Name", str();
    CHALLENGE_TARGET_INFO_CHANNEL_BINDINGS: "ntlmssp.challenge.target_info.channel_bindings", "Channel Bindings",
        bytes();
    NTLMV2_RESPONSE_ITEM_TYPE: "ntlmssp.ntlmv2_response.item.type", "NTLMV2 Response Item Type",
        u16().hex().values(&CHALLENGE_TARGET_INFO_ITEM_TYPE);
    NTLMV2_RESPONSE_ITEM_LENGTH: "ntlmssp.ntlmv2_response.item.length", "NTLMV2 Response Item Length", u16();
    NTLMV2_RESPONSE_END: "ntlmssp.ntlmv2_response.end", "List End", none();
    NTLMV2_RESPONSE_NB_COMPUTER_NAME: "ntlmssp.ntlmv2_response.nb_computer_name", "NetBIOS Computer Name", str();
    NTLMV2_RESPONSE_NB_DOMAIN_NAME: "ntlmssp.ntlmv2_response.nb_domain_name", "NetBIOS Domain Name", str();
    NTLMV2_RESPONSE_DNS_COMPUTER_NAME: "ntlmssp.ntlmv2_response.dns_computer_name", "DNS Computer Name", str();
    NTLMV2_RESPONSE_DNS_DOMAIN_NAME: "ntlmssp.ntlmv2_response.dns_domain_name", "DNS Domain Name", str();
    NTLMV2_RESPONSE_DNS_TREE_NAME: "ntlmssp.ntlmv2_response.dns_tree_name", "DNS Tree Name", str();
    NTLMV2_RESPONSE_FLAGS: "ntlmssp.ntlmv2_response.flags", "Flags", u32().hex();
    NTLMV2_RESPONSE_TIMESTAMP: "ntlmssp.ntlmv2_response.timestamp", "Timestamp", abs_time();
    NTLMV2_RESPONSE_RESTRICTIONS: "ntlmssp.ntlmv2_response.restrictions", "Restrictions", bytes();
    NTLMV2_RESPONSE_TARGET_NAME: "ntlmssp.ntlmv2_response.target_name", "Target Name", str();
    NTLMV2_RESPONSE_CHANNEL_BINDINGS: "ntlmssp.ntlmv2_response.channel_bindings", "Channel Bindings", bytes();
    AUTHENTICATE_MIC: "ntlmssp.authenticate.mic", "MIC", bytes();
    VERF: "ntlmssp.verf", "NTLMSSP Verifier", none();
    VERF_VERS: "ntlmssp.verf.vers", "Version Number", u32();
    VERF_BODY: "ntlmssp.verf.body", "Verifier Body", bytes();
    VERF_RANDOMPAD: "ntlmssp.verf.randompad", "Random Pad", u32().hex();
    VERF_CRC32: "ntlmssp.verf.crc32", "Verifier CRC32", u32().hex();
    VERF_HMACMD5: "ntlmssp.verf.hmacmd5", "HMAC MD5", bytes();
    VERF_SEQUENCE: "ntlmssp.verf.sequence", "Sequence", bytes();
    NTLMV2_RESPONSE: "ntlmssp.ntlmv2_response", "NTLMv2 Response", bytes();
    NTLMV2_RESPONSE_NTPROOFSTR: "ntlmssp.ntlmv2_response.ntproofstr", "NTProofStr", bytes();
    NTLMV2_RESPONSE_RVERSION: "ntlmssp.ntlmv2_response.rversion", "Response Version", u8();
    NTLMV2_RESPONSE_HIRVERSION: "ntlmssp.ntlmv2_response.hirversion", "Hi Response Version", u8();
    NTLMV2_RESPONSE_Z: "ntlmssp.ntlmv2_response.z", "Z", bytes();
    NTLMV2_RESPONSE_PAD: "ntlmssp.ntlmv2_response.pad", "padding", bytes();
    NTLMV2_RESPONSE_TIME: "ntlmssp.ntlmv2_response.time", "Time", abs_time();
    NTLMV2_RESPONSE_CHAL: "ntlmssp.ntlmv2_response.chal", "NTLMv2 Client Challenge", bytes();
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL: "ntlmssp.NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL", "NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL",
        none();
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_VERSION: "ntlmssp.NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL.Version", "Version",
        u32().hex().values(&NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_VERSION);
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_FLAGS: "ntlmssp.NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL.Flags", "Flags",
        u32().hex();
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_LM_PRESENT: "ntlmssp.NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL.LM_PRESENT", "lm_present",
        bool().mask(0x1);
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_NT_PRESENT: "ntlmssp.NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL.NT_PRESENT", "nt_present",
        bool().mask(0x2);
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_REMOVED: "ntlmssp.NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL.REMOVED", "removed",
        bool().mask(0x4);
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_CREDKEY_PRESENT: "ntlmssp.NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL.CREDKEY_PRESENT", "credkey_present",
        bool().mask(0x8);
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_SHA_PRESENT: "ntlmssp.NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL.SHA_PRESENT", "sha_present",
        bool().mask(0x10);
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_CREDENTIAL_KEY: "ntlmssp.NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL.CredentialKey", "CredentialKey",
        bytes();
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_CREDENTIAL_KEY_TYPE: "ntlmssp.NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL.CredentialKeyType", "CredentialKeyType",
        u32().values(&NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_CREDENTIAL_KEY_TYPE);
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_ENCRYPTED_CREDS_SIZE: "ntlmssp.NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL.EncryptedCredsSize", "EncryptedCredsSize",
        u32();
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_ENCRYPTED_CREDS: "ntlmssp.NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL.EncryptedCreds", "EncryptedCreds",
        bytes();
    V2_KEY_TOO_LONG: "ntlmssp.v2_key_too_long", "NTLM v2 key is too long", none();
    BLOB_LENGTH_TOO_LONG: "ntlmssp.blob.length.too_long", "Session blob length too long", none();
    TARGET_INFO_ATTR_UNKNOWN: "ntlmssp.target_info_attr.unknown", "unknown NTLMSSP Target Info Attribute", none();
    TARGET_INFO_ATTR_INVALID: "ntlmssp.target_info_attr.invalid", "invalid NTLMSSP Target Info AvPairs", none();
    MESSAGETYPE_UNKNOWN: "ntlmssp.messagetype.unknown", "Unrecognized NTLMSSP Message", none();
    AUTHENTICATED: "ntlmssp.authenticated", "Authenticated NTHASH", none();
    SESSIONBASEKEY: "ntlmssp.sessionbasekey", "SessionBaseKey", none();
    SESSIONKEY: "ntlmssp.sessionkey", "SessionKey", none();
}

values! {
    MESSAGETYPE { 1 => "NTLMSSP_NEGOTIATE", 2 => "NTLMSSP_CHALLENGE", 3 => "NTLMSSP_AUTH", 4 => "NTLMSSP_UNKNOWN" }
    CHALLENGE_TARGET_INFO_ITEM_TYPE {
        0 => "End of list", 1 => "NetBIOS computer name", 2 => "NetBIOS domain name", 3 => "DNS computer name",
        4 => "DNS domain name", 5 => "DNS tree name", 6 => "Flags", 7 => "Timestamp", 8 => "Restrictions",
        9 => "Target Name", 10 => "Channel Bindings",
    }
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_VERSION {
        0 => "MSV1_0_CRED_VERSION", 2 => "MSV1_0_CRED_VERSION_V2", 4 => "MSV1_0_CRED_VERSION_V3",
        4294901761 => "MSV1_0_CRED_VERSION_IUM", 4294901762 => "MSV1_0_CRED_VERSION_REMOTE",
        4294967294 => "MSV1_0_CRED_VERSION_RESERVED_1", 4294967295 => "MSV1_0_CRED_VERSION_INVALID",
    }
    NTLM_REMOTE_SUPPLEMENTAL_CREDENTIAL_CREDENTIAL_KEY_TYPE {
        0 => "InvalidCredKey", 1 => "IUMCredKey", 2 => "DomainUserCredKey", 3 => "LocalUserCredKey",
        4 => "ExternallySuppliedCredKey",
    }
}
