//! Fields of Kerberos.

fields! { crate::proto::Proto::Kerberos =>
    RM_RESERVED: "kerberos.rm.reserved", "Reserved", bool().mask(0x80000000).words("Set", "Not set");
    RM_LENGTH: "kerberos.rm.length", "Record Length", u32().mask(0x7fffffff);
    PROVSRV_LOCATION: "kerberos.provsrv_location", "PROVSRV Location", str();
    PW_SALT: "kerberos.pw_salt", "pw-salt", bytes();
    SMB_NT_STATUS: "kerberos.smb.nt_status", "NT Status", u32().hex();
    EXT_ERROR_RESERVED: "kerberos.ext_error.reserved", "Reserved", u32().hex();
    EXT_ERROR_FLAGS: "kerberos.ext_error.flags", "Flags", u32().hex();
    ADDR_IP: "kerberos.addr_ip", "IP Address", ipv4();
    ADDR_IPV6: "kerberos.addr_ipv6", "IPv6 Address", ipv6();
    ADDR_NB: "kerberos.addr_nb", "NetBIOS Address", str();
    GSSAPI_LEN: "kerberos.gssapi.len", "Length", u32();
    GSSAPI_BDN: "kerberos.gssapi.bdn", "Bnd", bytes();
    GSSAPI_CHECKSUM_FLAGS_DELEG: "kerberos.gssapi.checksum.flags.deleg", "Deleg",
        bool().mask(0x1).words("Delegate credentials to remote peer", "Do NOT delegate");
    GSSAPI_CHECKSUM_FLAGS_MUTUAL: "kerberos.gssapi.checksum.flags.mutual", "Mutual",
        bool().mask(0x2).words("Request that remote peer authenticates itself", "Mutual authentication NOT required");
    GSSAPI_CHECKSUM_FLAGS_REPLAY: "kerberos.gssapi.checksum.flags.replay", "Replay",
        bool().mask(0x4).words("Enable replay protection for signed or sealed messages", "Do NOT enable replay protection");
    GSSAPI_CHECKSUM_FLAGS_SEQUENCE: "kerberos.gssapi.checksum.flags.sequence", "Sequence",
        bool().mask(0x8).words("Enable Out-of-sequence detection for sign or sealed messages", "Do NOT enable out-of-sequence detection");
    GSSAPI_CHECKSUM_FLAGS_CONF: "kerberos.gssapi.checksum.flags.conf", "Conf",
        bool().mask(0x10).words("Confidentiality (sealing) may be invoked", "Do NOT use Confidentiality (sealing)");
    GSSAPI_CHECKSUM_FLAGS_INTEG: "kerberos.gssapi.checksum.flags.integ", "Integ",
        bool().mask(0x20).words("Integrity protection (signing) may be invoked", "Do NOT use integrity protection");
    GSSAPI_CHECKSUM_FLAGS_DCE_STYLE: "kerberos.gssapi.checksum.flags.dce-style", "DCE-style",
        bool().mask(0x1000).words("DCE-STYLE", "Not using DCE-STYLE");
    GSSAPI_DLGOPT: "kerberos.gssapi.dlgopt", "DlgOpt", u16();
    GSSAPI_DLGLEN: "kerberos.gssapi.dlglen", "DlgLen", u16();
    MIDL_BLOB_LEN: "kerberos.midl_blob_len", "Blob Length", u64();
    MIDL_FILL_BYTES: "kerberos.midl.fill_bytes", "Fill bytes", u32().hex();
    MIDL_VERSION: "kerberos.midl.version", "Version", u8();
    MIDL_HDR_LEN: "kerberos.midl.hdr_len", "HDR Length", u16();
    PAC_SIGNATURE_TYPE: "kerberos.pac.signature.type", "Type", i32();
    PAC_SIGNATURE_SIGNATURE: "kerberos.pac.signature.signature", "Signature", bytes();
    PAC_ENTRIES: "kerberos.pac.entries", "Num Entries", u32();
    PAC_VERSION: "kerberos.pac.version", "Version", u32();
    PAC_TYPE: "kerberos.pac.type", "Type", u32().values(&PAC_TYPE);
    PAC_SIZE: "kerberos.pac.size", "Size", u32();
    PAC_OFFSET: "kerberos.pac.offset", "Offset", u32();
    PAC_CLIENTID: "kerberos.pac.clientid", "ClientID", abs_time();
    PAC_NAMELEN: "kerberos.pac.namelen", "Name Length", u16();
    PAC_NAME: "kerberos.pac.name", "Name", str();
    PAC_LOGON_INFO: "kerberos.pac_logon_info", "PAC_LOGON_INFO", bytes();
    PAC_CREDENTIAL_DATA: "kerberos.pac_credential_data", "PAC_CREDENTIAL_DATA", bytes();
    PAC_CREDENTIAL_INFO: "kerberos.pac_credential_info", "PAC_CREDENTIAL_INFO", bytes();
    PAC_CREDENTIAL_INFO_VERSION: "kerberos.pac_credential_info.version", "Version", u32();
    PAC_CREDENTIAL_INFO_ETYPE: "kerberos.pac_credential_info.etype", "Etype", u32();
    PAC_SERVER_CHECKSUM: "kerberos.pac_server_checksum", "PAC_SERVER_CHECKSUM", bytes();
    PAC_PRIVSVR_CHECKSUM: "kerberos.pac_privsvr_checksum", "PAC_PRIVSVR_CHECKSUM", bytes();
    PAC_CLIENT_INFO_TYPE: "kerberos.pac_client_info_type", "PAC_CLIENT_INFO_TYPE", bytes();
    PAC_S4U_DELEGATION_INFO: "kerberos.pac_s4u_delegation_info", "PAC_S4U_DELEGATION_INFO", bytes();
    PAC_UPN_DNS_INFO: "kerberos.pac_upn_dns_info", "UPN_DNS_INFO", bytes();
    PAC_UPN_FLAGS: "kerberos.pac.upn.flags", "Flags", u32().hex();
    PAC_UPN_FLAGS_UPN_CONSTRUCTED: "kerberos.pac.upn.flags.upn_constructed", "UPN Name Constructed",
        bool().mask(0x1).words("UPN Name is Constructed", "UPN Name is NOT Constructed");
    PAC_UPN_FLAGS_HAS_SAM_NAME_AND_SID: "kerberos.pac.upn.flags.has_sam_name_and_sid", "SAM_NAME and SID Included",
        bool().mask(0x2).words("SAM_NAME and SID are included", "SAM_NAME and SID are NOT included");
    PAC_UPN_UPN_OFFSET: "kerberos.pac.upn.upn_offset", "UPN Offset", u16();
    PAC_UPN_UPN_LEN: "kerberos.pac.upn.upn_len", "UPN Len", u16();
    PAC_UPN_UPN_NAME: "kerberos.pac.upn.upn_name", "UPN Name", str();
    PAC_UPN_DNS_OFFSET: "kerberos.pac.upn.dns_offset", "DNS Offset", u16();
    PAC_UPN_DNS_LEN: "kerberos.pac.upn.dns_len", "DNS Len", u16();
    PAC_UPN_DNS_NAME: "kerberos.pac.upn.dns_name", "DNS Name", str();
    PAC_UPN_SAMACCOUNTNAME_OFFSET: "kerberos.pac.upn.samaccountname_offset", "sAMAccountName Offset", u16();
    PAC_UPN_SAMACCOUNTNAME_LEN: "kerberos.pac.upn.samaccountname_len", "sAMAccountName Len", u16();
    PAC_UPN_SAMACCOUNTNAME: "kerberos.pac.upn.samaccountname", "sAMAccountName", str();
    PAC_UPN_OBJECTSID_OFFSET: "kerberos.pac.upn.objectsid_offset", "objectSid Offset", u16();
    PAC_UPN_OBJECTSID_LEN: "kerberos.pac.upn.objectsid_len", "objectSid Len", u16();
    PAC_CLIENT_CLAIMS_INFO: "kerberos.pac_client_claims_info", "PAC_CLIENT_CLAIMS_INFO", bytes();
    PAC_DEVICE_INFO: "kerberos.pac_device_info", "PAC_DEVICE_INFO", bytes();
    PAC_DEVICE_CLAIMS_INFO: "kerberos.pac_device_claims_info", "PAC_DEVICE_CLAIMS_INFO", bytes();
    PAC_TICKET_CHECKSUM: "kerberos.pac_ticket_checksum", "PAC_TICKET_CHECKSUM", bytes();
    PAC_ATTRIBUTES_INFO: "kerberos.pac_attributes_info", "PAC_ATTRIBUTES_INFO", bytes();
    PAC_ATTRIBUTES_INFO_LENGTH: "kerberos.pac.attributes_info.length", "Flags Valid Length", u32();
    PAC_ATTRIBUTES_INFO_FLAGS: "kerberos.pac.attributes_info.flags", "Flags", u32().hex();
    PAC_ATTRIBUTES_FLAGS_PAC_WAS_REQUESTED: "kerberos.pac.attributes.flags.pac_was_requested", "PAC Requested",
        bool().mask(0x1).words("PAC was requested", "PAC was NOT requested");
    PAC_ATTRIBUTES_FLAGS_PAC_WAS_GIVEN_IMPLICITLY: "kerberos.pac.attributes.flags.pac_was_given_implicitly", "PAC given Implicitly",
        bool().mask(0x2).words("PAC was given implicitly", "PAC was NOT given implicitly");
    PAC_REQUESTER_SID: "kerberos.pac_requester_sid", "PAC_REQUESTER_SID", bytes();
    SUPPORTED_ENTYPES: "kerberos.supported_entypes", "SupportedEnctypes", u32().hex();
    SUPPORTED_ENTYPES_DES_CBC_CRC: "kerberos.supported_entypes.des-cbc-crc", "des-cbc-crc",
        bool().mask(0x1).words("Supported", "Not supported");
    SUPPORTED_ENTYPES_DES_CBC_MD5: "kerberos.supported_entypes.des-cbc-md5", "des-cbc-md5",
        bool().mask(0x2).words("Supported", "Not supported");
    SUPPORTED_ENTYPES_RC4_HMAC: "kerberos.supported_entypes.rc4-hmac", "rc4-hmac",
        bool().mask(0x4).words("Supported", "Not supported");
    SUPPORTED_ENTYPES_AES128_CTS_HMAC_SHA1_96: "kerberos.supported_entypes.aes128-cts-hmac-sha1-96", "aes128-cts-hmac-sha1-96",
        bool().mask(0x8).words("Supported", "Not supported");
    SUPPORTED_ENTYPES_AES256_CTS_HMAC_SHA1_96: "kerberos.supported_entypes.aes256-cts-hmac-sha1-96", "aes256-cts-hmac-sha1-96",
        bool().mask(0x10).words("Supported", "Not supported");
    SUPPORTED_ENTYPES_FAST_SUPPORTED: "kerberos.supported_entypes.fast-supported", "fast-supported",
        bool().mask(0x10000).words("Supported", "Not supported");
    SUPPORTED_ENTYPES_COMPOUND_IDENTITY_SUPPORTED: "kerberos.supported_entypes.compound-identity-supported", "compound-identity-supported",
        bool().mask(0x20000).words("Supported", "Not supported");
    SUPPORTED_ENTYPES_CLAIMS_SUPPORTED: "kerberos.supported_entypes.claims-supported", "claims-supported",
        bool().mask(0x40000).words("Supported", "Not supported");
    SUPPORTED_ENTYPES_RESOURCE_SID_COMPRESSION_DISABLED: "kerberos.supported_entypes.resource-sid-compression-disabled", "resource-sid-compression-disabled",
        bool().mask(0x80000).words("Supported", "Not supported");
    AD_AP_OPTIONS: "kerberos.ad_ap_options", "AD-AP-Options", u32().hex();
    AD_AP_OPTIONS_CBT: "kerberos.ad_ap_options.cbt", "ChannelBindings", bool().mask(0x4000).words("Set", "Not set");
    AD_TARGET_PRINCIPAL: "kerberos.ad_target_principal", "Target Principal", str();
    KEY_HIDDEN_ITEM: "krb5.key_hidden_item", "KeyHiddenItem", none();
    KERB_TICKET_LOGON: "kerberos.KERB_TICKET_LOGON", "KERB_TICKET_LOGON", none();
    KERB_TICKET_LOGON_MESSAGE_TYPE: "kerberos.KERB_TICKET_LOGON.MessageType", "MessageType",
        u32().values(&KERB_TICKET_LOGON_MESSAGE_TYPE);
    KERB_TICKET_LOGON_FLAGS: "kerberos.KERB_TICKET_LOGON.Flags", "Flags", u32();
    KERB_TICKET_LOGON_SERVICE_TICKET_LENGTH: "kerberos.KERB_TICKET_LOGON.ServiceTicketLength", "ServiceTicketLength",
        u32();
    KERB_TICKET_LOGON_TICKET_GRANTING_TICKET_LENGTH: "kerberos.KERB_TICKET_LOGON.TicketGrantingTicketLength", "TicketGrantingTicketLength",
        u32();
    KERB_TICKET_LOGON_SERVICE_TICKET: "kerberos.KERB_TICKET_LOGON.ServiceTicket", "ServiceTicket", none();
    KERB_TICKET_LOGON_TICKET_GRANTING_TICKET: "kerberos.KERB_TICKET_LOGON.TicketGrantingTicket", "TicketGrantingTicket",
        none();
    KERB_TICKET_LOGON_FLAG_ALLOW_EXPIRED_TICKET: "kerberos.KERB_TICKET_LOGON.FLAG_ALLOW_EXPIRED_TICKET", "allow_expired_ticket",
        bool().mask(0x1);
    KERB_TICKET_LOGON_FLAG_REDIRECTED: "kerberos.KERB_TICKET_LOGON.FLAG_REDIRECTED", "redirected", bool().mask(0x2);
    KRB_FAST_RESPONSE_ELEMENT: "kerberos.KrbFastResponse_element", "KrbFastResponse", none();
    STRENGTHEN_KEY_ELEMENT: "kerberos.strengthen_key_element", "strengthen-key", none();
    FINISHED_ELEMENT: "kerberos.finished_element", "finished", none();
    FAST_OPTIONS: "kerberos.fast_options", "fast-options", bytes();
    FAST_OPTIONS_RESERVED: "kerberos.FastOptions.reserved", "reserved", bool().mask(0x80);
    FAST_OPTIONS_HIDE_CLIENT_NAMES: "kerberos.FastOptions.hide.client.names", "hide-client-names", bool().mask(0x40);
    FAST_OPTIONS_SPARE_BIT2: "kerberos.FastOptions.spare.bit2", "spare_bit2", bool().mask(0x20);
    FAST_OPTIONS_SPARE_BIT3: "kerberos.FastOptions.spare.bit3", "spare_bit3", bool().mask(0x10);
    FAST_OPTIONS_SPARE_BIT4: "kerberos.FastOptions.spare.bit4", "spare_bit4", bool().mask(0x8);
    FAST_OPTIONS_SPARE_BIT5: "kerberos.FastOptions.spare.bit5", "spare_bit5", bool().mask(0x4);
    FAST_OPTIONS_SPARE_BIT6: "kerberos.FastOptions.spare.bit6", "spare_bit6", bool().mask(0x2);
    FAST_OPTIONS_SPARE_BIT7: "kerberos.FastOptions.spare.bit7", "spare_bit7", bool().mask(0x1);
    FAST_OPTIONS_SPARE_BIT8: "kerberos.FastOptions.spare.bit8", "spare_bit8", bool().mask(0x80);
    FAST_OPTIONS_SPARE_BIT9: "kerberos.FastOptions.spare.bit9", "spare_bit9", bool().mask(0x40);
    FAST_OPTIONS_SPARE_BIT10: "kerberos.FastOptions.spare.bit10", "spare_bit10", bool().mask(0x20);
    FAST_OPTIONS_SPARE_BIT11: "kerberos.FastOptions.spare.bit11", "spare_bit11", bool().mask(0x10);
    FAST_OPTIONS_SPARE_BIT12: "kerberos.FastOptions.spare.bit12", "spare_bit12", bool().mask(0x8);
    FAST_OPTIONS_SPARE_BIT13: "kerberos.FastOptions.spare.bit13", "spare_bit13", bool().mask(0x4);
    FAST_OPTIONS_SPARE_BIT14: "kerberos.FastOptions.spare.bit14", "spare_bit14", bool().mask(0x2);
    FAST_OPTIONS_SPARE_BIT15: "kerberos.FastOptions.spare.bit15", "spare_bit15", bool().mask(0x1);
    FAST_OPTIONS_KDC_FOLLOW_REFERRALS: "kerberos.FastOptions.kdc.follow.referrals", "kdc-follow-referrals",
        bool().mask(0x80);
    TICKET_CHECKSUM_ELEMENT: "kerberos.ticket_checksum_element", "ticket-checksum", none();
    PATIMESTAMP: "kerberos.patimestamp", "patimestamp", abs_time();
    PAUSEC: "kerberos.pausec", "pausec", u32();
    TICKET_ELEMENT: "kerberos.ticket_element", "ticket", none();
    AUTHENTICATOR_ELEMENT: "kerberos.authenticator_element", "authenticator", none();
    ENC_TICKET_PART_ELEMENT: "kerberos.encTicketPart_element", "encTicketPart", none();
    AS_REQ_ELEMENT: "kerberos.as_req_element", "as-req", none();
    AS_REP_ELEMENT: "kerberos.as_rep_element", "as-rep", none();
    TGS_REQ_ELEMENT: "kerberos.tgs_req_element", "tgs-req", none();
    TGS_REP_ELEMENT: "kerberos.tgs_rep_element", "tgs-rep", none();
    AP_REQ_ELEMENT: "kerberos.ap_req_element", "ap-req", none();
    AP_REP_ELEMENT: "kerberos.ap_rep_element", "ap-rep", none();
    KRB_SAFE_ELEMENT: "kerberos.krb_safe_element", "krb-safe", none();
    KRB_PRIV_ELEMENT: "kerberos.krb_priv_element", "krb-priv", none();
    KRB_CRED_ELEMENT: "kerberos.krb_cred_element", "krb-cred", none();
    ENC_ASREP_PART_ELEMENT: "kerberos.encASRepPart_element", "encASRepPart", none();
    ENC_TGSREP_PART_ELEMENT: "kerberos.encTGSRepPart_element", "encTGSRepPart", none();
    ENC_APREP_PART_ELEMENT: "kerberos.encAPRepPart_element", "encAPRepPart", none();
    ENC_KRB_PRIV_PART_ELEMENT: "kerberos.encKrbPrivPart_element", "encKrbPrivPart", none();
    ENC_KRB_CRED_PART_ELEMENT: "kerberos.encKrbCredPart_element", "encKrbCredPart", none();
    KRB_ERROR_ELEMENT: "kerberos.krb_error_element", "krb-error", none();
    NAME_TYPE: "kerberos.name_type", "name-type", i32().values(&NAME_TYPE);
    NAME_STRING: "kerberos.name_string", "name-string", u32();
    KERBEROS_STRING: "kerberos.KerberosString", "KerberosString", str();
    CNAME_STRING: "kerberos.cname_string", "cname-string", u32();
    T_CNAME_STRING: "kerberos.CNameString", "CNameString", str();
    SNAME_STRING: "kerberos.sname_string", "sname-string", u32();
    T_SNAME_STRING: "kerberos.SNameString", "SNameString", str();
    ADDR_TYPE: "kerberos.addr_type", "addr-type", i32().values(&ADDR_TYPE);
    ADDRESS: "kerberos.address", "address", bytes();
    HOST_ADDRESS_ELEMENT: "kerberos.HostAddress_element", "HostAddress", none();
    AUTHORIZATION_DATA_ITEM_ELEMENT: "kerberos.AuthorizationData_item_element", "AuthorizationData item", none();
    AD_TYPE: "kerberos.ad_type", "ad-type", i32().values(&AD_TYPE);
    AD_DATA: "kerberos.ad_data", "ad-data", bytes();
    PADATA_TYPE: "kerberos.padata_type", "padata-type", i32().values(&PADATA_TYPE);
    PADATA_VALUE: "kerberos.padata_value", "padata-value", bytes();
    KEYTYPE: "kerberos.keytype", "keytype", i32();
    KEYVALUE: "kerberos.keyvalue", "keyvalue", bytes();
    CKSUMTYPE: "kerberos.cksumtype", "cksumtype", i32().values(&CKSUMTYPE);
    CHECKSUM: "kerberos.checksum", "checksum", bytes();
    ETYPE: "kerberos.etype", "etype", i32().values(&ETYPE);
    KVNO: "kerberos.kvno", "kvno", u32();
    CIPHER: "kerberos.cipher", "cipher", bytes();
    TKT_VNO: "kerberos.tkt_vno", "tkt-vno", u32();
    REALM: "kerberos.realm", "realm", str();
    SNAME_ELEMENT: "kerberos.sname_element", "sname", none();
    ENC_PART_ELEMENT: "kerberos.enc_part_element", "enc-part", none();
    FLAGS: "kerberos.flags", "flags", bytes();
    KEY_ELEMENT: "kerberos.key_element", "key", none();
    CREALM: "kerberos.crealm", "crealm", str();
    CNAME_ELEMENT: "kerberos.cname_element", "cname", none();
    TRANSITED_ELEMENT: "kerberos.transited_element", "transited", none();
    AUTHTIME: "kerberos.authtime", "authtime", abs_time();
    STARTTIME: "kerberos.starttime", "starttime", abs_time();
    ENDTIME: "kerberos.endtime", "endtime", abs_time();
    RENEW_TILL: "kerberos.renew_till", "renew-till", abs_time();
    CADDR: "kerberos.caddr", "caddr", u32();
    AUTHORIZATION_DATA: "kerberos.authorization_data", "authorization-data", u32();
    TR_TYPE: "kerberos.tr_type", "tr-type", i32();
    CONTENTS: "kerberos.contents", "contents", bytes();
    PVNO: "kerberos.pvno", "pvno", u32();
    MSG_TYPE: "kerberos.msg_type", "msg-type", i32().values(&MSG_TYPE);
    PADATA: "kerberos.padata", "padata", u32();
    PA_DATA_ELEMENT: "kerberos.PA_DATA_element", "PA-DATA", none();
    REQ_BODY_ELEMENT: "kerberos.req_body_element", "req-body", none();
    KDC_OPTIONS: "kerberos.kdc_options", "kdc-options", bytes();
    FROM: "kerberos.from", "from", abs_time();
    TILL: "kerberos.till", "till", abs_time();
    RTIME: "kerberos.rtime", "rtime", abs_time();
    NONCE: "kerberos.nonce", "nonce", u32();
    KDC_REQ_BODY_ETYPE: "kerberos.kdc-req-body.etype", "etype", u32();
    ENCTYPE: "kerberos.ENCTYPE", "ENCTYPE", i32().values(&ETYPE);
    ADDRESSES: "kerberos.addresses", "addresses", u32();
    ENC_AUTHORIZATION_DATA_ELEMENT: "kerberos.enc_authorization_data_element", "enc-authorization-data", none();
    ADDITIONAL_TICKETS: "kerberos.additional_tickets", "additional-tickets", u32();
    T_TICKET_ELEMENT: "kerberos.Ticket_element", "Ticket", none();
    LAST_REQ: "kerberos.last_req", "last-req", u32();
    KEY_EXPIRATION: "kerberos.key_expiration", "key-expiration", abs_time();
    SREALM: "kerberos.srealm", "srealm", str();
    ENCRYPTED_PA_DATA: "kerberos.encrypted_pa_data", "encrypted-pa-data", u32();
    LAST_REQ_ITEM_ELEMENT: "kerberos.LastReq_item_element", "LastReq item", none();
    LR_TYPE: "kerberos.lr_type", "lr-type", i32().values(&LR_TYPE);
    LR_VALUE: "kerberos.lr_value", "lr-value", abs_time();
    AP_OPTIONS: "kerberos.ap_options", "ap-options", bytes();
    AUTHENTICATOR_VNO: "kerberos.authenticator_vno", "authenticator-vno", u32();
    CKSUM_ELEMENT: "kerberos.cksum_element", "cksum", none();
    CUSEC: "kerberos.cusec", "cusec", u32();
    CTIME: "kerberos.ctime", "ctime", abs_time();
    SUBKEY_ELEMENT: "kerberos.subkey_element", "subkey", none();
    SEQ_NUMBER: "kerberos.seq_number", "seq-number", u32();
    SAFE_BODY_ELEMENT: "kerberos.safe_body_element", "safe-body", none();
    USER_DATA: "kerberos.user_data", "user-data", bytes();
    TIMESTAMP: "kerberos.timestamp", "timestamp", abs_time();
    USEC: "kerberos.usec", "usec", u32();
    S_ADDRESS_ELEMENT: "kerberos.s_address_element", "s-address", none();
    R_ADDRESS_ELEMENT: "kerberos.r_address_element", "r-address", none();
    TICKETS: "kerberos.tickets", "tickets", u32();
    TICKET_INFO: "kerberos.ticket_info", "ticket-info", u32();
    KRB_CRED_INFO_ELEMENT: "kerberos.KrbCredInfo_element", "KrbCredInfo", none();
    PREALM: "kerberos.prealm", "prealm", str();
    PNAME_ELEMENT: "kerberos.pname_element", "pname", none();
    STIME: "kerberos.stime", "stime", abs_time();
    SUSEC: "kerberos.susec", "susec", u32();
    ERROR_CODE: "kerberos.error_code", "error-code", i32().values(&ERROR_CODE);
    E_TEXT: "kerberos.e_text", "e-text", str();
    E_DATA: "kerberos.e_data", "e-data", bytes();
    E_CHECKSUM_ELEMENT: "kerberos.e_checksum_element", "e-checksum", none();
    INFO_SALT: "kerberos.info_salt", "salt", bytes();
    ETYPE_INFO_ENTRY_ELEMENT: "kerberos.ETYPE_INFO_ENTRY_element", "ETYPE-INFO-ENTRY", none();
    INFO2_SALT: "kerberos.info2_salt", "salt", str();
    S2KPARAMS: "kerberos.s2kparams", "s2kparams", bytes();
    ETYPE_INFO2_ENTRY_ELEMENT: "kerberos.ETYPE_INFO2_ENTRY_element", "ETYPE-INFO2-ENTRY", none();
    SERVER_NAME_ELEMENT: "kerberos.server_name_element", "server-name", none();
    INCLUDE_PAC: "kerberos.include_pac", "include-pac", bool();
    NAME_ELEMENT: "kerberos.name_element", "name", none();
    AUTH: "kerberos.auth", "auth", str();
    USER_ID_ELEMENT: "kerberos.user_id_element", "user-id", none();
    CHECKSUM_ELEMENT: "kerberos.checksum_element", "checksum", none();
    SUBJECT_CERTIFICATE: "kerberos.subject_certificate", "subject-certificate", bytes();
    OPTIONS: "kerberos.options", "options", bytes();
    RESTRICTION_TYPE: "kerberos.restriction_type", "restriction-type", i32();
    RESTRICTION: "kerberos.restriction", "restriction", bytes();
    KERB_KEY_LIST_REP_KEY_ELEMENT: "kerberos.kerbKeyListRep.key_element", "key", none();
    NEWPASSWD: "kerberos.newpasswd", "newpasswd", bytes();
    TARGNAME_ELEMENT: "kerberos.targname_element", "targname", none();
    TARGREALM: "kerberos.targrealm", "targrealm", str();
    PA_TYPE: "kerberos.pa_type", "pa-type", i32().values(&PADATA_TYPE);
    PA_HINT: "kerberos.pa_hint", "pa-hint", bytes();
    PA_VALUE: "kerberos.pa_value", "pa-value", bytes();
    ARMOR_TYPE: "kerberos.armor_type", "armor-type", i32().values(&ARMOR_TYPE);
    ARMOR_VALUE: "kerberos.armor_value", "armor-value", bytes();
    ARMORED_DATA_ELEMENT: "kerberos.armored_data_element", "armored-data", none();
    ARMOR_ELEMENT: "kerberos.armor_element", "armor", none();
    REQ_CHECKSUM_ELEMENT: "kerberos.req_checksum_element", "req-checksum", none();
    ENC_FAST_REQ_ELEMENT: "kerberos.enc_fast_req_element", "enc-fast-req", none();
    ENC_FAST_REP_ELEMENT: "kerberos.enc_fast_rep_element", "enc-fast-rep", none();
    GROUPS: "kerberos.groups", "groups", u32();
    SPAKEGROUP: "kerberos.SPAKEGroup", "SPAKEGroup", i32().values(&SPAKEGROUP);
    GROUP: "kerberos.group", "group", i32().values(&SPAKEGROUP);
    PUBKEY: "kerberos.pubkey", "pubkey", bytes();
    FACTORS: "kerberos.factors", "factors", u32();
    SPAKESECOND_FACTOR_ELEMENT: "kerberos.SPAKESecondFactor_element", "SPAKESecondFactor", none();
    TYPE: "kerberos.type", "type", i32().values(&TYPE);
    DATA: "kerberos.data", "data", bytes();
    FACTOR_ELEMENT: "kerberos.factor_element", "factor", none();
    SUPPORT_ELEMENT: "kerberos.support_element", "support", none();
    CHALLENGE_ELEMENT: "kerberos.challenge_element", "challenge", none();
    RESPONSE_ELEMENT: "kerberos.response_element", "response", none();
    ENCDATA_ELEMENT: "kerberos.encdata_element", "encdata", none();
    APOPTIONS_RESERVED: "kerberos.APOptions.reserved", "reserved", bool().mask(0x80);
    APOPTIONS_USE_SESSION_KEY: "kerberos.APOptions.use.session.key", "use-session-key", bool().mask(0x40);
    APOPTIONS_MUTUAL_REQUIRED: "kerberos.APOptions.mutual.required", "mutual-required", bool().mask(0x20);
    TICKET_FLAGS_RESERVED: "kerberos.TicketFlags.reserved", "reserved", bool().mask(0x80);
    TICKET_FLAGS_FORWARDABLE: "kerberos.TicketFlags.forwardable", "forwardable", bool().mask(0x40);
    TICKET_FLAGS_FORWARDED: "kerberos.TicketFlags.forwarded", "forwarded", bool().mask(0x20);
    TICKET_FLAGS_PROXIABLE: "kerberos.TicketFlags.proxiable", "proxiable", bool().mask(0x10);
    TICKET_FLAGS_PROXY: "kerberos.TicketFlags.proxy", "proxy", bool().mask(0x8);
    TICKET_FLAGS_MAY_POSTDATE: "kerberos.TicketFlags.may.postdate", "may-postdate", bool().mask(0x4);
    TICKET_FLAGS_POSTDATED: "kerberos.TicketFlags.postdated", "postdated", bool().mask(0x2);
    TICKET_FLAGS_INVALID: "kerberos.TicketFlags.invalid", "invalid", bool().mask(0x1);
    TICKET_FLAGS_RENEWABLE: "kerberos.TicketFlags.renewable", "renewable", bool().mask(0x80);
    TICKET_FLAGS_INITIAL: "kerberos.TicketFlags.initial", "initial", bool().mask(0x40);
    TICKET_FLAGS_PRE_AUTHENT: "kerberos.TicketFlags.pre.authent", "pre-authent", bool().mask(0x20);
    TICKET_FLAGS_HW_AUTHENT: "kerberos.TicketFlags.hw.authent", "hw-authent", bool().mask(0x10);
    TICKET_FLAGS_TRANSITED_POLICY_CHECKED: "kerberos.TicketFlags.transited.policy.checked", "transited-policy-checked",
        bool().mask(0x8);
    TICKET_FLAGS_OK_AS_DELEGATE: "kerberos.TicketFlags.ok.as.delegate", "ok-as-delegate", bool().mask(0x4);
    TICKET_FLAGS_UNUSED: "kerberos.TicketFlags.unused", "unused", bool().mask(0x2);
    TICKET_FLAGS_ENC_PA_REP: "kerberos.TicketFlags.enc.pa.rep", "enc-pa-rep", bool().mask(0x1);
    TICKET_FLAGS_ANONYMOUS: "kerberos.TicketFlags.anonymous", "anonymous", bool().mask(0x80);
    KDCOPTIONS_RESERVED: "kerberos.KDCOptions.reserved", "reserved", bool().mask(0x80);
    KDCOPTIONS_FORWARDABLE: "kerberos.KDCOptions.forwardable", "forwardable", bool().mask(0x40);
    KDCOPTIONS_FORWARDED: "kerberos.KDCOptions.forwarded", "forwarded", bool().mask(0x20);
    KDCOPTIONS_PROXIABLE: "kerberos.KDCOptions.proxiable", "proxiable", bool().mask(0x10);
    KDCOPTIONS_PROXY: "kerberos.KDCOptions.proxy", "proxy", bool().mask(0x8);
    KDCOPTIONS_ALLOW_POSTDATE: "kerberos.KDCOptions.allow.postdate", "allow-postdate", bool().mask(0x4);
    KDCOPTIONS_POSTDATED: "kerberos.KDCOptions.postdated", "postdated", bool().mask(0x2);
    KDCOPTIONS_UNUSED7: "kerberos.KDCOptions.unused7", "unused7", bool().mask(0x1);
    KDCOPTIONS_RENEWABLE: "kerberos.KDCOptions.renewable", "renewable", bool().mask(0x80);
    KDCOPTIONS_UNUSED9: "kerberos.KDCOptions.unused9", "unused9", bool().mask(0x40);
    KDCOPTIONS_UNUSED10: "kerberos.KDCOptions.unused10", "unused10", bool().mask(0x20);
    KDCOPTIONS_OPT_HARDWARE_AUTH: "kerberos.KDCOptions.opt.hardware.auth", "opt-hardware-auth", bool().mask(0x10);
    KDCOPTIONS_UNUSED12: "kerberos.KDCOptions.unused12", "unused12", bool().mask(0x8);
    KDCOPTIONS_UNUSED13: "kerberos.KDCOptions.unused13", "unused13", bool().mask(0x4);
    KDCOPTIONS_CONSTRAINED_DELEGATION: "kerberos.KDCOptions.constrained.delegation", "constrained-delegation",
        bool().mask(0x2);
    KDCOPTIONS_CANONICALIZE: "kerberos.KDCOptions.canonicalize", "canonicalize", bool().mask(0x1);
    KDCOPTIONS_REQUEST_ANONYMOUS: "kerberos.KDCOptions.request.anonymous", "request-anonymous", bool().mask(0x80);
    KDCOPTIONS_UNUSED17: "kerberos.KDCOptions.unused17", "unused17", bool().mask(0x40);
    KDCOPTIONS_UNUSED18: "kerberos.KDCOptions.unused18", "unused18", bool().mask(0x20);
    KDCOPTIONS_UNUSED19: "kerberos.KDCOptions.unused19", "unused19", bool().mask(0x10);
    KDCOPTIONS_UNUSED20: "kerberos.KDCOptions.unused20", "unused20", bool().mask(0x8);
    KDCOPTIONS_UNUSED21: "kerberos.KDCOptions.unused21", "unused21", bool().mask(0x4);
    KDCOPTIONS_UNUSED22: "kerberos.KDCOptions.unused22", "unused22", bool().mask(0x2);
    KDCOPTIONS_UNUSED23: "kerberos.KDCOptions.unused23", "unused23", bool().mask(0x1);
    KDCOPTIONS_UNUSED24: "kerberos.KDCOptions.unused24", "unused24", bool().mask(0x80);
    KDCOPTIONS_UNUSED25: "kerberos.KDCOptions.unused25", "unused25", bool().mask(0x40);
    KDCOPTIONS_DISABLE_TRANSITED_CHECK: "kerberos.KDCOptions.disable.transited.check", "disable-transited-check",
        bool().mask(0x20);
    KDCOPTIONS_RENEWABLE_OK: "kerberos.KDCOptions.renewable.ok", "renewable-ok", bool().mask(0x10);
    KDCOPTIONS_ENC_TKT_IN_SKEY: "kerberos.KDCOptions.enc.tkt.in.skey", "enc-tkt-in-skey", bool().mask(0x8);
    KDCOPTIONS_UNUSED29: "kerberos.KDCOptions.unused29", "unused29", bool().mask(0x4);
    KDCOPTIONS_RENEW: "kerberos.KDCOptions.renew", "renew", bool().mask(0x2);
    KDCOPTIONS_VALIDATE: "kerberos.KDCOptions.validate", "validate", bool().mask(0x1);
    PAC_OPTIONS_FLAGS_CLAIMS: "kerberos.PAC.OPTIONS.FLAGS.claims", "claims", bool().mask(0x80);
    PAC_OPTIONS_FLAGS_BRANCH_AWARE: "kerberos.PAC.OPTIONS.FLAGS.branch.aware", "branch-aware", bool().mask(0x40);
    PAC_OPTIONS_FLAGS_FORWARD_TO_FULL_DC: "kerberos.PAC.OPTIONS.FLAGS.forward.to.full.dc", "forward-to-full-dc",
        bool().mask(0x20);
    PAC_OPTIONS_FLAGS_RESOURCE_BASED_CONSTRAINED_DELEGATION: "kerberos.PAC.OPTIONS.FLAGS.resource.based.constrained.delegation", "resource-based-constrained-delegation",
        bool().mask(0x10);
    MISSING_KEYTYPE: "kerberos.missing_keytype", "Missing keytype", none();
    DECRYPTED_KEYTYPE: "kerberos.decrypted_keytype", "Decrypted keytype", none();
    LEARNT_KEYTYPE: "kerberos.learnt_keytype", "Learnt keytype", none();
    ADDRESS_UNKNOWN: "kerberos.address.unknown", "KRB Address: I don't know how to parse this type of address yet",
        none();
    GSSAPI_DLGLEN_ERROR: "kerberos.gssapi.dlglen.error", "DlgLen is not the same as number of bytes remaining", none();
}

values! {
    PAC_TYPE {
        1 => "Logon Info", 2 => "Credential Type", 6 => "Server Checksum", 7 => "Privsvr Checksum",
        10 => "Client Info Type", 11 => "S4U Delegation Info", 12 => "UPN DNS Info", 13 => "Client Claims Info",
        14 => "Device Info", 15 => "Device Claims Info", 16 => "Ticket Checksum", 17 => "Attributes Info",
        18 => "Requester Sid",
    }
    KERB_TICKET_LOGON_MESSAGE_TYPE {
        2 => "KerbInteractiveLogon", 6 => "KerbSmartCardLogon", 7 => "KerbWorkstationUnlockLogon",
        8 => "KerbSmartCardUnlockLogon", 9 => "KerbProxyLogon", 10 => "KerbTicketLogon",
        11 => "KerbTicketUnlockLogon", 12 => "KerbS4ULogon", 13 => "KerbCertificateLogon",
        14 => "KerbCertificateS4ULogon", 15 => "KerbCertificateUnlockLogon",
    }
    NAME_TYPE {
        0 => "kRB5-NT-UNKNOWN", 1 => "kRB5-NT-PRINCIPAL", 2 => "kRB5-NT-SRV-INST", 3 => "kRB5-NT-SRV-HST",
        4 => "kRB5-NT-SRV-XHST", 5 => "kRB5-NT-UID", 6 => "kRB5-NT-X500-PRINCIPAL", 7 => "kRB5-NT-SMTP-NAME",
        10 => "kRB5-NT-ENTERPRISE-PRINCIPAL", 11 => "kRB5-NT-WELLKNOWN", 12 => "kRB5-NT-SRV-HST-DOMAIN",
        4294967166 => "kRB5-NT-ENT-PRINCIPAL-AND-ID", 4294967168 => "kRB5-NT-MS-PRINCIPAL",
        4294967167 => "kRB5-NT-MS-PRINCIPAL-AND-ID", 4294966096 => "kRB5-NT-NTLM",
        4294966095 => "kRB5-NT-X509-GENERAL-NAME", 4294966094 => "kRB5-NT-GSS-HOSTBASED-SERVICE",
        4294966093 => "kRB5-NT-CACHE-UUID", 4099072534 => "kRB5-NT-SRV-HST-NEEDS-CANON",
    }
    ADDR_TYPE {
        2 => "iPv4", 5 => "cHAOS", 6 => "xEROX", 7 => "iSO", 12 => "dECNET", 16 => "aPPLETALK", 20 => "nETBIOS",
        24 => "iPv6",
    }
    AD_TYPE {
        1 => "aD-IF-RELEVANT", 2 => "aD-INTENDED-FOR-SERVER", 3 => "aD-INTENDED-FOR-APPLICATION-CLASS",
        4 => "aD-KDC-ISSUED", 5 => "aD-AND-OR", 6 => "aD-MANDATORY-TICKET-EXTENSIONS", 7 => "aD-IN-TICKET-EXTENSIONS",
        8 => "aD-MANDATORY-FOR-KDC", 9 => "aD-INITIAL-VERIFIED-CAS", 64 => "aD-OSF-DCE", 65 => "aD-SESAME",
        66 => "aD-OSF-DCE-PKI-CERTID", 70 => "aD-authentication-strength", 71 => "aD-fx-fast-armor",
        72 => "aD-fx-fast-used", 128 => "aD-WIN2K-PAC", 129 => "aD-GSS-API-ETYPE-NEGOTIATION",
        141 => "aD-TOKEN-RESTRICTIONS", 142 => "aD-LOCAL", 143 => "aD-AP-OPTIONS", 144 => "aD-TARGET-PRINCIPAL",
        4294967279 => "aD-SIGNTICKET-OLDER", 512 => "aD-SIGNTICKET",
    }
    PADATA_TYPE {
        0 => "pA-NONE", 1 => "pA-TGS-REQ", 2 => "pA-ENC-TIMESTAMP", 3 => "pA-PW-SALT", 5 => "pA-ENC-UNIX-TIME",
        6 => "pA-SANDIA-SECUREID", 7 => "pA-SESAME", 8 => "pA-OSF-DCE", 9 => "pA-CYBERSAFE-SECUREID",
        10 => "pA-AFS3-SALT", 11 => "pA-ETYPE-INFO", 12 => "pA-SAM-CHALLENGE", 13 => "pA-SAM-RESPONSE",
        14 => "pA-PK-AS-REQ-19", 15 => "pA-PK-AS-REP-19", 16 => "pA-PK-AS-REQ", 17 => "pA-PK-AS-REP",
        18 => "pA-PK-OCSP-RESPONSE", 19 => "pA-ETYPE-INFO2", 20 => "pA-USE-SPECIFIED-KVNO", 21 => "pA-SAM-REDIRECT",
        22 => "pA-GET-FROM-TYPED-DATA", 23 => "pA-SAM-ETYPE-INFO", 24 => "pA-ALT-PRINC", 25 => "pA-SERVER-REFERRAL",
        30 => "pA-SAM-CHALLENGE2", 31 => "pA-SAM-RESPONSE2", 41 => "pA-EXTRA-TGT",
        101 => "tD-PKINIT-CMS-CERTIFICATES", 102 => "tD-KRB-PRINCIPAL", 103 => "tD-KRB-REALM",
        104 => "tD-TRUSTED-CERTIFIERS", 105 => "tD-CERTIFICATE-INDEX", 106 => "tD-APP-DEFINED-ERROR",
        107 => "tD-REQ-NONCE", 108 => "tD-REQ-SEQ", 109 => "tD-DH-PARAMETERS", 111 => "tD-CMS-DIGEST-ALGORITHMS",
        112 => "tD-CERT-DIGEST-ALGORITHMS", 128 => "pA-PAC-REQUEST", 129 => "pA-FOR-USER", 130 => "pA-FOR-X509-USER",
        131 => "pA-FOR-CHECK-DUPS", 132 => "pA-PK-AS-09-BINDING", 133 => "pA-FX-COOKIE",
        134 => "pA-AUTHENTICATION-SET", 135 => "pA-AUTH-SET-SELECTED", 136 => "pA-FX-FAST", 137 => "pA-FX-ERROR",
        138 => "pA-ENCRYPTED-CHALLENGE", 141 => "pA-OTP-CHALLENGE", 142 => "pA-OTP-REQUEST", 143 => "pA-OTP-CONFIRM",
        144 => "pA-OTP-PIN-CHANGE", 145 => "pA-EPAK-AS-REQ", 146 => "pA-EPAK-AS-REP", 147 => "pA-PKINIT-KX",
        148 => "pA-PKU2U-NAME", 149 => "pA-REQ-ENC-PA-REP", 150 => "pA-AS-FRESHNESS", 151 => "pA-SPAKE",
        152 => "pA-REDHAT-IDP-OAUTH2", 153 => "pA-REDHAT-PASSKEY", 161 => "pA-KERB-KEY-LIST-REQ",
        162 => "pA-KERB-KEY-LIST-REP", 165 => "pA-SUPPORTED-ETYPES", 166 => "pA-EXTENDED-ERROR",
        167 => "pA-PAC-OPTIONS", 4294967295 => "pA-PROV-SRV-LOCATION",
    }
    CKSUMTYPE {
        0 => "cKSUMTYPE-NONE", 1 => "cKSUMTYPE-CRC32", 2 => "cKSUMTYPE-RSA-MD4", 3 => "cKSUMTYPE-RSA-MD4-DES",
        4 => "cKSUMTYPE-DES-MAC", 5 => "cKSUMTYPE-DES-MAC-K", 6 => "cKSUMTYPE-RSA-MD4-DES-K",
        7 => "cKSUMTYPE-RSA-MD5", 8 => "cKSUMTYPE-RSA-MD5-DES", 9 => "cKSUMTYPE-RSA-MD5-DES3",
        10 => "cKSUMTYPE-SHA1-OTHER", 12 => "cKSUMTYPE-HMAC-SHA1-DES3-KD", 13 => "cKSUMTYPE-HMAC-SHA1-DES3",
        14 => "cKSUMTYPE-SHA1", 15 => "cKSUMTYPE-HMAC-SHA1-96-AES-128", 16 => "cKSUMTYPE-HMAC-SHA1-96-AES-256",
        17 => "cKSUMTYPE-CMAC-CAMELLIA128", 18 => "cKSUMTYPE-CMAC-CAMELLIA256",
        19 => "cKSUMTYPE-HMAC-SHA256-128-AES128", 20 => "cKSUMTYPE-HMAC-SHA384-192-AES256",
        32771 => "cKSUMTYPE-GSSAPI", 4294967158 => "cKSUMTYPE-HMAC-MD5", 4294966158 => "cKSUMTYPE-HMAC-MD5-ENC",
    }
    ETYPE {
        0 => "eTYPE-NULL", 1 => "eTYPE-DES-CBC-CRC", 2 => "eTYPE-DES-CBC-MD4", 3 => "eTYPE-DES-CBC-MD5",
        5 => "eTYPE-DES3-CBC-MD5", 7 => "eTYPE-OLD-DES3-CBC-SHA1", 8 => "eTYPE-SIGN-DSA-GENERATE",
        9 => "eTYPE-DSA-SHA1", 10 => "eTYPE-RSA-MD5", 11 => "eTYPE-RSA-SHA1", 12 => "eTYPE-RC2-CBC",
        13 => "eTYPE-RSA", 14 => "eTYPE-RSAES-OAEP", 15 => "eTYPE-DES-EDE3-CBC", 16 => "eTYPE-DES3-CBC-SHA1",
        17 => "eTYPE-AES128-CTS-HMAC-SHA1-96", 18 => "eTYPE-AES256-CTS-HMAC-SHA1-96",
        19 => "eTYPE-AES128-CTS-HMAC-SHA256-128", 20 => "eTYPE-AES256-CTS-HMAC-SHA384-192",
        23 => "eTYPE-ARCFOUR-HMAC-MD5", 24 => "eTYPE-ARCFOUR-HMAC-MD5-56", 25 => "eTYPE-CAMELLIA128-CTS-CMAC",
        26 => "eTYPE-CAMELLIA256-CTS-CMAC", 48 => "eTYPE-ENCTYPE-PK-CROSS", 4294967168 => "eTYPE-ARCFOUR-MD4",
        4294967163 => "eTYPE-ARCFOUR-HMAC-OLD", 4294967161 => "eTYPE-ARCFOUR-HMAC-OLD-EXP",
        4294963200 => "eTYPE-DES-CBC-NONE", 4294963199 => "eTYPE-DES3-CBC-NONE", 4294963198 => "eTYPE-DES-CFB64-NONE",
        4294963197 => "eTYPE-DES-PCBC-NONE", 4294963196 => "eTYPE-DIGEST-MD5-NONE",
        4294963195 => "eTYPE-CRAM-MD5-NONE",
    }
    MSG_TYPE {
        10 => "krb-as-req", 11 => "krb-as-rep", 12 => "krb-tgs-req", 13 => "krb-tgs-rep", 14 => "krb-ap-req",
        15 => "krb-ap-rep", 16 => "krb-tgt-req", 17 => "krb-tgt-rep", 20 => "krb-safe", 21 => "krb-priv",
        22 => "krb-cred", 30 => "krb-error",
    }
    LR_TYPE {
        0 => "lR-NONE", 1 => "lR-INITIAL-TGT", 2 => "lR-INITIAL", 3 => "lR-ISSUE-USE-TGT", 4 => "lR-RENEWAL",
        5 => "lR-REQUEST", 6 => "lR-PW-EXPTIME", 7 => "lR-ACCT-EXPTIME",
    }
    ERROR_CODE {
        0 => "eRR-NONE", 1 => "eRR-NAME-EXP", 2 => "eRR-SERVICE-EXP", 3 => "eRR-BAD-PVNO", 4 => "eRR-C-OLD-MAST-KVNO",
        5 => "eRR-S-OLD-MAST-KVNO", 6 => "eRR-C-PRINCIPAL-UNKNOWN", 7 => "eRR-S-PRINCIPAL-UNKNOWN",
        8 => "eRR-PRINCIPAL-NOT-UNIQUE", 9 => "eRR-NULL-KEY", 10 => "eRR-CANNOT-POSTDATE", 11 => "eRR-NEVER-VALID",
        12 => "eRR-POLICY", 13 => "eRR-BADOPTION", 14 => "eRR-ETYPE-NOSUPP", 15 => "eRR-SUMTYPE-NOSUPP",
        16 => "eRR-PADATA-TYPE-NOSUPP", 17 => "eRR-TRTYPE-NOSUPP", 18 => "eRR-CLIENT-REVOKED",
        19 => "eRR-SERVICE-REVOKED", 20 => "eRR-TGT-REVOKED", 21 => "eRR-CLIENT-NOTYET", 22 => "eRR-SERVICE-NOTYET",
        23 => "eRR-KEY-EXP", 24 => "eRR-PREAUTH-FAILED", 25 => "eRR-PREAUTH-REQUIRED", 26 => "eRR-SERVER-NOMATCH",
        27 => "eRR-MUST-USE-USER2USER", 28 => "eRR-PATH-NOT-ACCEPTED", 29 => "eRR-SVC-UNAVAILABLE",
        31 => "eRR-BAD-INTEGRITY", 32 => "eRR-TKT-EXPIRED", 33 => "eRR-TKT-NYV", 34 => "eRR-REPEAT",
        35 => "eRR-NOT-US", 36 => "eRR-BADMATCH", 37 => "eRR-SKEW", 38 => "eRR-BADADDR", 39 => "eRR-BADVERSION",
        40 => "eRR-MSG-TYPE", 41 => "eRR-MODIFIED", 42 => "eRR-BADORDER", 43 => "eRR-ILL-CR-TKT",
        44 => "eRR-BADKEYVER", 45 => "eRR-NOKEY", 46 => "eRR-MUT-FAIL", 47 => "eRR-BADDIRECTION", 48 => "eRR-METHOD",
        49 => "eRR-BADSEQ", 50 => "eRR-INAPP-CKSUM", 51 => "pATH-NOT-ACCEPTED", 52 => "eRR-RESPONSE-TOO-BIG",
        60 => "eRR-GENERIC", 61 => "eRR-FIELD-TOOLONG", 62 => "eRROR-CLIENT-NOT-TRUSTED",
        63 => "eRROR-KDC-NOT-TRUSTED", 64 => "eRROR-INVALID-SIG", 65 => "eRR-KEY-TOO-WEAK",
        66 => "eRR-CERTIFICATE-MISMATCH", 67 => "eRR-NO-TGT", 68 => "eRR-WRONG-REALM",
        69 => "eRR-USER-TO-USER-REQUIRED", 70 => "eRR-CANT-VERIFY-CERTIFICATE", 71 => "eRR-INVALID-CERTIFICATE",
        72 => "eRR-REVOKED-CERTIFICATE", 73 => "eRR-REVOCATION-STATUS-UNKNOWN",
        74 => "eRR-REVOCATION-STATUS-UNAVAILABLE", 75 => "eRR-CLIENT-NAME-MISMATCH", 76 => "eRR-KDC-NAME-MISMATCH",
    }
    ARMOR_TYPE { 0 => "fX-FAST-reserved", 1 => "fX-FAST-ARMOR-AP-REQUEST" }
    SPAKEGROUP {
        1 => "sPAKEGroup-edwards25519", 2 => "sPAKEGroup-P-256", 3 => "sPAKEGroup-P-384", 4 => "sPAKEGroup-P-521",
    }
    TYPE { 1 => "sPAKESecondFactor-SF-NONE" }
}
