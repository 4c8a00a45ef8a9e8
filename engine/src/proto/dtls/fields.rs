//! Fields of DTLS: those of TLS under other names, and its own.

use crate::proto::tls::values;

fields! { crate::proto::Proto::Dtls =>
    RECORD: "dtls.record", "Record Layer", none();
    RECORD_CONTENT_TYPE: "dtls.record.content_type", "Content Type", u8().values(&values::RECORD_CONTENT_TYPE);
    RECORD_SPECIAL_TYPE: "dtls.record.special_type", "Special Type", u8();
    RECORD_VERSION: "dtls.record.version", "Version", u16().hex().values(&values::VERSION);
    RECORD_EPOCH: "dtls.record.epoch", "Epoch", u16();
    RECORD_SEQUENCE_NUMBER: "dtls.record.sequence_number", "Sequence Number", u64();
    RECORD_CONNECTION_ID: "dtls.record.connection_id", "Connection ID", bytes();
    RECORD_LENGTH: "dtls.record.length", "Length", u16();
    APP_DATA: "dtls.app_data", "Encrypted Application Data", bytes();
    APP_DATA_PROTO: "dtls.app_data_proto", "Application Data Protocol", str();
    ENC_CONTENT: "dtls.enc_content", "Encrypted Record Content", bytes();
    ALERT_MESSAGE: "dtls.alert_message", "Alert Message", none();
    ALERT_MESSAGE_LEVEL: "dtls.alert_message.level", "Level", u8().values(&values::ALERT_MESSAGE_LEVEL);
    ALERT_MESSAGE_DESC: "dtls.alert_message.desc", "Description", u8().values(&values::ALERT_MESSAGE_DESC);
    HANDSHAKE: "dtls.handshake", "Handshake Protocol", none();
    HANDSHAKE_TYPE: "dtls.handshake.type", "Handshake Type", u8().values(&values::HANDSHAKE_TYPE);
    HANDSHAKE_LENGTH: "dtls.handshake.length", "Length", u24();
    HANDSHAKE_MESSAGE_SEQ: "dtls.handshake.message_seq", "Message Sequence", u16();
    HANDSHAKE_FRAGMENT_OFFSET: "dtls.handshake.fragment_offset", "Fragment Offset", u24();
    HANDSHAKE_FRAGMENT_LENGTH: "dtls.handshake.fragment_length", "Fragment Length", u24();
    HANDSHAKE_COOKIE_LENGTH: "dtls.handshake.cookie_length", "Cookie Length", u8();
    HANDSHAKE_COOKIE: "dtls.handshake.cookie", "Cookie", bytes();
    HEARTBEAT_MESSAGE: "dtls.heartbeat_message", "Heartbeat Message", none();
    HEARTBEAT_MESSAGE_TYPE: "dtls.heartbeat_message.type", "Type", u8().values(&values::HEARTBEAT_MESSAGE_TYPE);
    HEARTBEAT_MESSAGE_PAYLOAD_LENGTH: "dtls.heartbeat_message.payload_length", "Payload Length", u16();
    HEARTBEAT_MESSAGE_PAYLOAD: "dtls.heartbeat_message.payload", "Payload Length", bytes();
    HEARTBEAT_MESSAGE_PADDING: "dtls.heartbeat_message.padding", "Payload Length", bytes();
    FRAGMENTS: "dtls.fragments", "Message fragments", none();
    FRAGMENT: "dtls.fragment", "Message fragment", framenum();
    FRAGMENT_OVERLAP: "dtls.fragment.overlap", "Message fragment overlap", bool();
    FRAGMENT_OVERLAP_CONFLICTS: "dtls.fragment.overlap.conflicts", "Message fragment overlapping with conflicting data",
        bool();
    FRAGMENT_MULTIPLE_TAILS: "dtls.fragment.multiple_tails", "Message has multiple tail fragments", bool();
    FRAGMENT_TOO_LONG_FRAGMENT: "dtls.fragment.too_long_fragment", "Message fragment too long", bool();
    FRAGMENT_ERROR: "dtls.fragment.error", "Message defragmentation error", framenum();
    FRAGMENT_COUNT: "dtls.fragment.count", "Message fragment count", u32();
    REASSEMBLED_IN: "dtls.reassembled.in", "Reassembled in", framenum();
    REASSEMBLED_LENGTH: "dtls.reassembled.length", "Reassembled DTLS length", u32();
    USE_SRTP_PROTECTION_PROFILES_LENGTH: "dtls.use_srtp.protection_profiles_length", "SRTP Protection Profiles Length",
        u16();
    USE_SRTP_PROTECTION_PROFILE: "dtls.use_srtp.protection_profile", "SRTP Protection Profile", u16().hex();
    USE_SRTP_MKI_LENGTH: "dtls.use_srtp.mki_length", "MKI Length", u8();
    USE_SRTP_MKI: "dtls.use_srtp.mki", "MKI", bytes();
    CHANGE_CIPHER_SPEC: "dtls.change_cipher_spec", "Change Cipher Spec Message", none();
    HANDSHAKE_EXTENSIONS_LENGTH: "dtls.handshake.extensions_length", "Extensions Length", u16();
    HANDSHAKE_EXTENSION_TYPE: "dtls.handshake.extension.type", "Type", u16().values(&values::HANDSHAKE_EXTENSION_TYPE);
    HANDSHAKE_EXTENSION_LEN: "dtls.handshake.extension.len", "Length", u16();
    HANDSHAKE_EXTENSION_DATA: "dtls.handshake.extension.data", "Data", bytes();
    HANDSHAKE_EXTENSIONS_SUPPORTED_GROUPS_LENGTH: "dtls.handshake.extensions_supported_groups_length", "Supported Groups List Length",
        u16();
    HANDSHAKE_EXTENSIONS_SUPPORTED_GROUPS: "dtls.handshake.extensions_supported_groups", "Supported Groups List",
        none();
    HANDSHAKE_EXTENSIONS_SUPPORTED_GROUP: "dtls.handshake.extensions_supported_group", "Supported Group",
        u16().hex().values(&values::GROUP);
    HANDSHAKE_EXTENSIONS_EC_POINT_FORMATS_LENGTH: "dtls.handshake.extensions_ec_point_formats_length", "EC point formats Length",
        u8();
    HANDSHAKE_EXTENSIONS_EC_POINT_FORMATS: "dtls.handshake.extensions_ec_point_formats", "EC point formats", none();
    HANDSHAKE_EXTENSIONS_EC_POINT_FORMAT: "dtls.handshake.extensions_ec_point_format", "EC point format",
        u8().values(&values::HANDSHAKE_EXTENSIONS_EC_POINT_FORMAT);
    HANDSHAKE_EXTENSIONS_SRP_LEN: "dtls.handshake.extensions_srp_len", "SRP username length", u8();
    HANDSHAKE_EXTENSIONS_SRP_USERNAME: "dtls.handshake.extensions_srp_username", "SRP username", str();
    HANDSHAKE_EXTENSIONS_ALPN_LEN: "dtls.handshake.extensions_alpn_len", "ALPN Extension Length", u16();
    HANDSHAKE_EXTENSIONS_ALPN_LIST: "dtls.handshake.extensions_alpn_list", "ALPN Protocol", none();
    HANDSHAKE_EXTENSIONS_ALPN_STR_LEN: "dtls.handshake.extensions_alpn_str_len", "ALPN string length", u8();
    HANDSHAKE_EXTENSIONS_ALPN_STR: "dtls.handshake.extensions_alpn_str", "ALPN Next Protocol", str();
    HANDSHAKE_EXTENSIONS_NPN_STR_LEN: "dtls.handshake.extensions_npn_str_len", "Protocol string length", u8();
    HANDSHAKE_EXTENSIONS_NPN: "dtls.handshake.extensions_npn", "Next Protocol", str();
    HANDSHAKE_EXTENSIONS_RENEG_INFO_LEN: "dtls.handshake.extensions_reneg_info_len", "Renegotiation info extension length",
        u8();
    HANDSHAKE_EXTENSIONS_RENEG_INFO: "dtls.handshake.extensions_reneg_info", "Renegotiation info", bytes();
    HANDSHAKE_EXTENSIONS_KEY_SHARE_CLIENT_LENGTH: "dtls.handshake.extensions_key_share_client_length", "Client Key Share Length",
        u16();
    HANDSHAKE_EXTENSIONS_KEY_SHARE_GROUP: "dtls.handshake.extensions_key_share_group", "Group",
        u16().values(&values::KEY_SHARE_GROUP);
    HANDSHAKE_EXTENSIONS_KEY_SHARE_KEY_EXCHANGE_LENGTH: "dtls.handshake.extensions_key_share_key_exchange_length", "Key Exchange Length",
        u16();
    HANDSHAKE_EXTENSIONS_KEY_SHARE_KEY_EXCHANGE: "dtls.handshake.extensions_key_share_key_exchange", "Key Exchange",
        bytes();
    HANDSHAKE_EXTENSIONS_KEY_SHARE_SELECTED_GROUP: "dtls.handshake.extensions_key_share_selected_group", "Selected Group",
        u16().values(&values::KEY_SHARE_GROUP);
    HANDSHAKE_EXTENSIONS_PSK_IDENTITIES_LENGTH: "dtls.handshake.extensions.psk.identities.length", "Identities Length",
        u16();
    HANDSHAKE_EXTENSIONS_PSK_IDENTITY_IDENTITY_LENGTH: "dtls.handshake.extensions.psk.identity.identity_length", "Identity Length",
        u16();
    HANDSHAKE_EXTENSIONS_PSK_IDENTITY_IDENTITY: "dtls.handshake.extensions.psk.identity.identity", "Identity", bytes();
    HANDSHAKE_EXTENSIONS_PSK_IDENTITY_OBFUSCATED_TICKET_AGE: "dtls.handshake.extensions.psk.identity.obfuscated_ticket_age", "Obfuscated Ticket Age",
        u32();
    HANDSHAKE_EXTENSIONS_PSK_BINDERS_LEN: "dtls.handshake.extensions.psk.binders_len", "PSK Binders length", u16();
    HANDSHAKE_EXTENSIONS_PSK_BINDERS: "dtls.handshake.extensions.psk.binders", "PSK Binders", none();
    HANDSHAKE_EXTENSIONS_PSK_IDENTITY_SELECTED: "dtls.handshake.extensions.psk.identity.selected", "Selected Identity",
        u16();
    HANDSHAKE_EXTENSIONS_SUPPORTED_VERSIONS_LEN: "dtls.handshake.extensions.supported_versions_len", "Supported Versions length",
        u8();
    HANDSHAKE_EXTENSIONS_SUPPORTED_VERSION: "dtls.handshake.extensions.supported_version", "Supported Version",
        u16().hex().values(&values::VERSION);
    HANDSHAKE_EXTENSIONS_COOKIE_LEN: "dtls.handshake.extensions.cookie_len", "Cookie length", u16();
    HANDSHAKE_EXTENSIONS_COOKIE: "dtls.handshake.extensions.cookie", "Cookie", bytes();
    HANDSHAKE_EXTENSIONS_SERVER_NAME_LIST_LEN: "dtls.handshake.extensions_server_name_list_len", "Server Name list length",
        u16();
    HANDSHAKE_EXTENSIONS_SERVER_NAME_LEN: "dtls.handshake.extensions_server_name_len", "Server Name length", u16();
    HANDSHAKE_EXTENSIONS_SERVER_NAME_TYPE: "dtls.handshake.extensions_server_name_type", "Server Name Type",
        u8().values(&values::HANDSHAKE_EXTENSIONS_SERVER_NAME_TYPE);
    HANDSHAKE_EXTENSIONS_SERVER_NAME: "dtls.handshake.extensions_server_name", "Server Name", str();
    HANDSHAKE_MAX_FRAGMENT_LENGTH: "dtls.handshake.max_fragment_length", "Maximum Fragment Length",
        u8().values(&values::HANDSHAKE_MAX_FRAGMENT_LENGTH);
    HANDSHAKE_EXTENSIONS_PADDING_DATA: "dtls.handshake.extensions_padding_data", "Padding Data", bytes();
    HANDSHAKE_CERT_URL_TYPE: "dtls.handshake.cert_url_type", "Certificate Chain Type",
        u8().values(&values::HANDSHAKE_CERT_URL_TYPE);
    HANDSHAKE_CERT_URL_URL_HASH_LEN: "dtls.handshake.cert_url.url_hash_len", "URL and Hash list Length", u16();
    HANDSHAKE_CERT_URL_URL_HASH: "dtls.handshake.cert_url.url_hash", "URL and Hash", none();
    HANDSHAKE_CERT_URL_URL_LEN: "dtls.handshake.cert_url.url_len", "URL Length", u16();
    HANDSHAKE_CERT_TYPE_TYPE: "dtls.handshake.cert_type.type", "Certificate Type",
        u8().hex().values(&values::HANDSHAKE_CERT_TYPE_TYPE);
    HANDSHAKE_CERT_TYPE_TYPES: "dtls.handshake.cert_type.types", "Certificate Type List", none();
    HANDSHAKE_CERT_TYPE_TYPES_LEN: "dtls.handshake.cert_type.types_len", "Certificate Type List Length", u8();
    HANDSHAKE_CERT_URL_URL: "dtls.handshake.cert_url.url", "URL", str();
    HANDSHAKE_CERT_URL_PADDING: "dtls.handshake.cert_url.padding", "Padding", none();
    HANDSHAKE_CERT_URL_SHA1: "dtls.handshake.cert_url.sha1", "SHA1 Hash", bytes();
    HANDSHAKE_EXTENSIONS_STATUS_REQUEST_TYPE: "dtls.handshake.extensions_status_request_type", "Certificate Status Type",
        u8().values(&values::HANDSHAKE_EXTENSIONS_STATUS_REQUEST_TYPE);
    HANDSHAKE_EXTENSIONS_STATUS_REQUEST_LEN: "dtls.handshake.extensions_status_request_len", "Certificate Status Length",
        u16();
    HANDSHAKE_EXTENSIONS_STATUS_REQUEST_RESPONDER_IDS_LEN: "dtls.handshake.extensions_status_request_responder_ids_len", "Responder ID list Length",
        u16();
    HANDSHAKE_EXTENSIONS_STATUS_REQUEST_EXTS_LEN: "dtls.handshake.extensions_status_request_exts_len", "Request Extensions Length",
        u16();
    HANDSHAKE_EXTENSIONS_STATUS_REQUEST_LIST_LEN: "dtls.handshake.extensions_status_request_list_len", "Certificate Status List Length",
        u16();
    HANDSHAKE_OCSP_RESPONSE_LIST_LEN: "dtls.handshake.ocsp_response_list_len", "OCSP Response List Length", u24();
    HANDSHAKE_OCSP_RESPONSE_LEN: "dtls.handshake.ocsp_response_len", "OCSP Response Length", u24();
    HANDSHAKE_SIG_HASH_ALG_LEN: "dtls.handshake.sig_hash_alg_len", "Signature Hash Algorithms Length", u16();
    HANDSHAKE_SIG_HASH_ALGS: "dtls.handshake.sig_hash_algs", "Signature Algorithms", none();
    HANDSHAKE_SIG_HASH_ALG: "dtls.handshake.sig_hash_alg", "Signature Algorithm",
        u16().hex().values(&values::HANDSHAKE_SIG_HASH_ALG);
    HANDSHAKE_SIG_HASH_HASH: "dtls.handshake.sig_hash_hash", "Signature Hash Algorithm Hash",
        u8().values(&values::HANDSHAKE_SIG_HASH_HASH);
    HANDSHAKE_SIG_HASH_SIG: "dtls.handshake.sig_hash_sig", "Signature Hash Algorithm Signature",
        u8().values(&values::HANDSHAKE_SIG_HASH_SIG);
    HANDSHAKE_EPMS_LEN: "dtls.handshake.epms_len", "Encrypted PreMaster length", u16();
    HANDSHAKE_EPMS: "dtls.handshake.epms", "Encrypted PreMaster", bytes();
    HANDSHAKE_MODULUS_LEN: "dtls.handshake.modulus_len", "Modulus Length", u16();
    HANDSHAKE_EXPONENT_LEN: "dtls.handshake.exponent_len", "Exponent Length", u16();
    HANDSHAKE_SIG_LEN: "dtls.handshake.sig_len", "Signature Length", u16();
    HANDSHAKE_P_LEN: "dtls.handshake.p_len", "p Length", u16();
    HANDSHAKE_G_LEN: "dtls.handshake.g_len", "g Length", u16();
    HANDSHAKE_YS_LEN: "dtls.handshake.ys_len", "Pubkey Length", u16();
    HANDSHAKE_YC_LEN: "dtls.handshake.yc_len", "Pubkey Length", u16();
    HANDSHAKE_CLIENT_POINT_LEN: "dtls.handshake.client_point_len", "Pubkey Length", u8();
    HANDSHAKE_SERVER_POINT_LEN: "dtls.handshake.server_point_len", "Pubkey Length", u8();
    HANDSHAKE_P: "dtls.handshake.p", "p", bytes();
    HANDSHAKE_G: "dtls.handshake.g", "g", bytes();
    HANDSHAKE_SERVER_CURVE_TYPE: "dtls.handshake.server_curve_type", "Curve Type",
        u8().hex().values(&values::HANDSHAKE_SERVER_CURVE_TYPE);
    HANDSHAKE_SERVER_NAMED_CURVE: "dtls.handshake.server_named_curve", "Named Curve",
        u16().hex().values(&values::GROUP);
    HANDSHAKE_YS: "dtls.handshake.ys", "Pubkey", bytes();
    HANDSHAKE_YC: "dtls.handshake.yc", "Pubkey", bytes();
    HANDSHAKE_SERVER_POINT: "dtls.handshake.server_point", "Pubkey", bytes();
    HANDSHAKE_CLIENT_POINT: "dtls.handshake.client_point", "Pubkey", bytes();
    HANDSHAKE_XS_LEN: "dtls.handshake.xs_len", "Pubkey Length", u8();
    HANDSHAKE_XC_LEN: "dtls.handshake.xc_len", "Pubkey Length", u8();
    HANDSHAKE_XS: "dtls.handshake.xs", "Pubkey", bytes();
    HANDSHAKE_XC: "dtls.handshake.xc", "Pubkey", bytes();
    HANDSHAKE_VS_LEN: "dtls.handshake.vs_len", "Ephemeral Pubkey Length", u8();
    HANDSHAKE_VC_LEN: "dtls.handshake.vc_len", "Ephemeral Pubkey Length", u8();
    HANDSHAKE_VS: "dtls.handshake.vs", "Ephemeral Pubkey", bytes();
    HANDSHAKE_VC: "dtls.handshake.vc", "Ephemeral Pubkey", bytes();
    HANDSHAKE_RS_LEN: "dtls.handshake.rs_len", "Schnorr signature Length", u8();
    HANDSHAKE_RC_LEN: "dtls.handshake.rc_len", "Schnorr signature Length", u8();
    HANDSHAKE_RS: "dtls.handshake.rs", "Schnorr signature", bytes();
    HANDSHAKE_RC: "dtls.handshake.rc", "Schnorr signature", bytes();
    HANDSHAKE_MODULUS: "dtls.handshake.modulus", "Modulus", bytes();
    HANDSHAKE_EXPONENT: "dtls.handshake.exponent", "Exponent", bytes();
    HANDSHAKE_SIG: "dtls.handshake.sig", "Signature", bytes();
    HANDSHAKE_HINT_LEN: "dtls.handshake.hint_len", "Hint Length", u16();
    HANDSHAKE_HINT: "dtls.handshake.hint", "Hint", bytes();
    HANDSHAKE_IDENTITY_LEN: "dtls.handshake.identity_len", "Identity Length", u16();
    HANDSHAKE_IDENTITY: "dtls.handshake.identity", "Identity", bytes();
    HANDSHAKE_EXTENSION_HEARTBEAT_MODE: "dtls.handshake.extension.heartbeat.mode", "Mode",
        u8().values(&values::HANDSHAKE_EXTENSION_HEARTBEAT_MODE);
    HANDSHAKE_CERTIFICATES_LENGTH: "dtls.handshake.certificates_length", "Certificates Length", u24();
    HANDSHAKE_CERTIFICATES: "dtls.handshake.certificates", "Certificates", none();
    HANDSHAKE_CERTIFICATE: "dtls.handshake.certificate", "Certificate", bytes();
    HANDSHAKE_CERTIFICATE_LENGTH: "dtls.handshake.certificate_length", "Certificate Length", u24();
    HANDSHAKE_CERT_TYPES_COUNT: "dtls.handshake.cert_types_count", "Certificate types count", u8();
    HANDSHAKE_CERT_TYPES: "dtls.handshake.cert_types", "Certificate types", none();
    HANDSHAKE_CERT_TYPE: "dtls.handshake.cert_type", "Certificate type", u8().values(&values::HANDSHAKE_CERT_TYPE);
    HANDSHAKE_DNAMES_LEN: "dtls.handshake.dnames_len", "Distinguished Names Length", u16();
    HANDSHAKE_DNAMES: "dtls.handshake.dnames", "Distinguished Names", none();
    HANDSHAKE_DNAME_LEN: "dtls.handshake.dname_len", "Distinguished Name Length", u16();
    HANDSHAKE_DNAMES_TRUNCATED: "dtls.handshake.dnames_truncated", "Tree view truncated", none();
    HANDSHAKE_DNAME: "dtls.handshake.dname", "Distinguished Name", none();
    HANDSHAKE_RANDOM: "dtls.handshake.random", "Random", bytes();
    HANDSHAKE_RANDOM_TIME: "dtls.handshake.random_time", "GMT Unix Time", abs_time();
    HANDSHAKE_RANDOM_BYTES: "dtls.handshake.random_bytes", "Random Bytes", bytes();
    HANDSHAKE_SESSION_ID: "dtls.handshake.session_id", "Session ID", bytes();
    HANDSHAKE_SESSION_ID_LENGTH: "dtls.handshake.session_id_length", "Session ID Length", u8();
    HANDSHAKE_VERSION: "dtls.handshake.version", "Version", u16().hex().values(&values::VERSION);
    HANDSHAKE_CIPHER_SUITES_LENGTH: "dtls.handshake.cipher_suites_length", "Cipher Suites Length", u16();
    HANDSHAKE_CIPHERSUITES: "dtls.handshake.ciphersuites", "Cipher Suites", none();
    HANDSHAKE_CIPHERSUITE: "dtls.handshake.ciphersuite", "Cipher Suite", u16().hex().values(&values::CIPHER_SUITE);
    HANDSHAKE_COMP_METHODS_LENGTH: "dtls.handshake.comp_methods_length", "Compression Methods Length", u8();
    HANDSHAKE_COMP_METHODS: "dtls.handshake.comp_methods", "Compression Methods", none();
    HANDSHAKE_COMP_METHOD: "dtls.handshake.comp_method", "Compression Method",
        u8().values(&values::HANDSHAKE_COMP_METHOD);
    HANDSHAKE_SESSION_TICKET_LIFETIME_HINT: "dtls.handshake.session_ticket_lifetime_hint", "Session Ticket Lifetime Hint",
        u32();
    HANDSHAKE_SESSION_TICKET_AGE_ADD: "dtls.handshake.session_ticket_age_add", "Session Ticket Age Add", u32();
    HANDSHAKE_SESSION_TICKET_NONCE_LENGTH: "dtls.handshake.session_ticket_nonce_length", "Session Ticket Nonce Length",
        u8();
    HANDSHAKE_SESSION_TICKET_NONCE: "dtls.handshake.session_ticket_nonce", "Session Ticket Nonce", bytes();
    HANDSHAKE_SESSION_TICKET_LENGTH: "dtls.handshake.session_ticket_length", "Session Ticket Length", u16();
    HANDSHAKE_SESSION_TICKET: "dtls.handshake.session_ticket", "Session Ticket", bytes();
    HANDSHAKE_VERIFY_DATA: "dtls.handshake.verify_data", "Verify Data", none();
    HANDSHAKE_CLIENT_CERT_VRFY_SIG_LEN: "dtls.handshake.client_cert_vrfy.sig_len", "Signature length", u16();
    HANDSHAKE_CLIENT_CERT_VRFY_SIG: "dtls.handshake.client_cert_vrfy.sig", "Signature", bytes();
    HANDSHAKE_JA3_FULL: "dtls.handshake.ja3_full", "JA3 Fullstring", str();
    HANDSHAKE_JA3: "dtls.handshake.ja3", "JA3", str();
    HANDSHAKE_JA3S_FULL: "dtls.handshake.ja3s_full", "JA3S Fullstring", str();
    HANDSHAKE_JA3S: "dtls.handshake.ja3s", "JA3S", str();
    EXTENSION_PSK_KE_MODES_LENGTH: "dtls.extension.psk_ke_modes_length", "PSK Key Exchange Modes Length", u8();
    EXTENSION_PSK_KE_MODE: "dtls.extension.psk_ke_mode", "PSK Key Exchange Mode",
        u8().values(&values::EXTENSION_PSK_KE_MODE);
    HANDSHAKE_CERTIFICATE_REQUEST_CONTEXT_LENGTH: "dtls.handshake.certificate_request_context_length", "Certificate Request Context Length",
        u8();
    HANDSHAKE_CERTIFICATE_REQUEST_CONTEXT: "dtls.handshake.certificate_request_context", "Certificate Request Context",
        bytes();
    HANDSHAKE_KEY_UPDATE_REQUEST_UPDATE: "dtls.handshake.key_update.request_update", "Key Update Request",
        u8().values(&values::HANDSHAKE_KEY_UPDATE_REQUEST_UPDATE);
    SCT_SCTS_LENGTH: "dtls.sct.scts_length", "Serialized SCT List Length", u16();
    SCT_SCT_LENGTH: "dtls.sct.sct_length", "Serialized SCT Length", u16();
    SCT_SCT_VERSION: "dtls.sct.sct_version", "SCT Version", u8();
    SCT_SCT_LOGID: "dtls.sct.sct_logid", "Log ID", bytes();
    SCT_SCT_TIMESTAMP: "dtls.sct.sct_timestamp", "Timestamp", abs_time();
    SCT_SCT_EXTENSIONS_LENGTH: "dtls.sct.sct_extensions_length", "Extensions length", u16();
    SCT_SCT_EXTENSIONS: "dtls.sct.sct_extensions", "Extensions", none();
    SCT_SCT_SIGNATURE_LENGTH: "dtls.sct.sct_signature_length", "Signature Length", u16();
    SCT_SCT_SIGNATURE: "dtls.sct.sct_signature", "Signature", bytes();
    EARLY_DATA_MAX_EARLY_DATA_SIZE: "dtls.early_data.max_early_data_size", "Maximum Early Data Size", u32();
    EXTENSION_OID_FILTERS_LENGTH: "dtls.extension.oid_filters_length", "OID Filters Length", u16();
    EXTENSION_OID_FILTERS_OID_LENGTH: "dtls.extension.oid_filters.oid_length", "Certificate Extension OID Length", u8();
    EXTENSION_OID_FILTERS_OID: "dtls.extension.oid_filters.oid", "Certificate Extension OID", oid();
    EXTENSION_OID_FILTERS_VALUES_LENGTH: "dtls.extension.oid_filters.values_length", "Certificate Extension Values Length",
        u16();
    HANDSHAKE_CRED_VALID_TIME: "dtls.handshake.cred.valid_time", "Valid Time", u16();
    HANDSHAKE_CRED_PUBKEY: "dtls.handshake.cred.pubkey", "Subject Public Key Info", bytes();
    HANDSHAKE_CRED_PUBKEY_LEN: "dtls.handshake.cred.pubkey_len", "Subject Public Key Info Length", u24();
    HANDSHAKE_CRED_SIGNATURE: "dtls.handshake.cred.signature", "Signature", bytes();
    HANDSHAKE_CRED_SIGNATURE_LEN: "dtls.handshake.cred.signature_len", "Signature Length", u16();
    COMPRESS_CERTIFICATE_ALGORITHMS_LENGTH: "dtls.compress_certificate.algorithms_length", "Algorithms Length", u8();
    COMPRESS_CERTIFICATE_ALGORITHM: "dtls.compress_certificate.algorithm", "Algorithm",
        u16().values(&values::COMPRESS_CERTIFICATE_ALGORITHM);
    COMPRESS_CERTIFICATE_UNCOMPRESSED_LENGTH: "dtls.compress_certificate.uncompressed_length", "Uncompressed Length",
        u24();
    COMPRESS_CERTIFICATE_COMPRESSED_CERTIFICATE_MESSAGE_LENGTH: "dtls.compress_certificate.compressed_certificate_message.length", "Length",
        u24();
    COMPRESS_CERTIFICATE_COMPRESSED_CERTIFICATE_MESSAGE: "dtls.compress_certificate.compressed_certificate_message", "Compressed Certificate Message",
        bytes();
    RECORD_SIZE_LIMIT: "dtls.record_size_limit", "Record Size Limit", u16();
    QUIC_LEN: "dtls.quic.len", "Parameters Length", u16();
    QUIC_PARAMETER: "dtls.quic.parameter", "Parameter", none();
    QUIC_PARAMETER_TYPE: "dtls.quic.parameter.type", "Type", u64();
    QUIC_PARAMETER_LENGTH: "dtls.quic.parameter.length", "Length", u64();
    QUIC_PARAMETER_LENGT_OLD: "dtls.quic.parameter.lengt.old", "Length", u16();
    QUIC_PARAMETER_VALUE: "dtls.quic.parameter.value", "Value", bytes();
    QUIC_PARAMETER_ORIGINAL_DESTINATION_CONNECTION_ID: "dtls.quic.parameter.original_destination_connection_id", "original_destination_connection_id",
        bytes();
    QUIC_PARAMETER_MAX_IDLE_TIMEOUT: "dtls.quic.parameter.max_idle_timeout", "max_idle_timeout", u64();
    QUIC_PARAMETER_STATELESS_RESET_TOKEN: "dtls.quic.parameter.stateless_reset_token", "stateless_reset_token", bytes();
    QUIC_PARAMETER_MAX_UDP_PAYLOAD_SIZE: "dtls.quic.parameter.max_udp_payload_size", "max_udp_payload_size", u64();
    QUIC_PARAMETER_INITIAL_MAX_DATA: "dtls.quic.parameter.initial_max_data", "initial_max_data", u64();
    QUIC_PARAMETER_INITIAL_MAX_STREAM_DATA_BIDI_LOCAL: "dtls.quic.parameter.initial_max_stream_data_bidi_local", "initial_max_stream_data_bidi_local",
        u64();
    QUIC_PARAMETER_INITIAL_MAX_STREAM_DATA_BIDI_REMOTE: "dtls.quic.parameter.initial_max_stream_data_bidi_remote", "initial_max_stream_data_bidi_remote",
        u64();
    QUIC_PARAMETER_INITIAL_MAX_STREAM_DATA_UNI: "dtls.quic.parameter.initial_max_stream_data_uni", "initial_max_stream_data_uni",
        u64();
    QUIC_PARAMETER_INITIAL_MAX_STREAMS_BIDI: "dtls.quic.parameter.initial_max_streams_bidi", "initial_max_streams_bidi",
        u64();
    QUIC_PARAMETER_INITIAL_MAX_STREAMS_UNI: "dtls.quic.parameter.initial_max_streams_uni", "initial_max_streams_uni",
        u64();
    QUIC_PARAMETER_ACK_DELAY_EXPONENT: "dtls.quic.parameter.ack_delay_exponent", "ack_delay_exponent", u64();
    QUIC_PARAMETER_MAX_ACK_DELAY: "dtls.quic.parameter.max_ack_delay", "max_ack_delay", u64();
    QUIC_PARAMETER_PREFERRED_ADDRESS_IPV4ADDRESS: "dtls.quic.parameter.preferred_address.ipv4address", "ipv4Address",
        ipv4();
    QUIC_PARAMETER_PREFERRED_ADDRESS_IPV6ADDRESS: "dtls.quic.parameter.preferred_address.ipv6address", "ipv6Address",
        ipv6();
    QUIC_PARAMETER_PREFERRED_ADDRESS_IPV4PORT: "dtls.quic.parameter.preferred_address.ipv4port", "ipv4Port", u16();
    QUIC_PARAMETER_PREFERRED_ADDRESS_IPV6PORT: "dtls.quic.parameter.preferred_address.ipv6port", "ipv6Port", u16();
    QUIC_PARAMETER_PREFERRED_ADDRESS_CONNECTIONID_LENGTH: "dtls.quic.parameter.preferred_address.connectionid.length", "Length",
        u8();
    QUIC_PARAMETER_PREFERRED_ADDRESS_CONNECTIONID: "dtls.quic.parameter.preferred_address.connectionid", "connectionId",
        bytes();
    QUIC_PARAMETER_PREFERRED_ADDRESS_STATELESSRESETTOKEN: "dtls.quic.parameter.preferred_address.statelessresettoken", "statelessResetToken",
        bytes();
    QUIC_PARAMETER_ACTIVE_CONNECTION_ID_LIMIT: "dtls.quic.parameter.active_connection_id_limit", "Active Connection ID Limit",
        u64();
    QUIC_PARAMETER_INITIAL_SOURCE_CONNECTION_ID: "dtls.quic.parameter.initial_source_connection_id", "Initial Source Connection ID",
        bytes();
    QUIC_PARAMETER_RETRY_SOURCE_CONNECTION_ID: "dtls.quic.parameter.retry_source_connection_id", "Retry Source Connection ID",
        bytes();
    QUIC_PARAMETER_MAX_DATAGRAM_FRAME_SIZE: "dtls.quic.parameter.max_datagram_frame_size", "max_datagram_frame_size",
        u64();
    QUIC_PARAMETER_CIBIR_ENCODING_LENGTH: "dtls.quic.parameter.cibir_encoding.length", "length", u64();
    QUIC_PARAMETER_CIBIR_ENCODING_OFFSET: "dtls.quic.parameter.cibir_encoding.offset", "offset", u64();
    QUIC_PARAMETER_LOSS_BITS: "dtls.quic.parameter.loss_bits", "loss_bits", u64();
    QUIC_PARAMETER_ENABLE_TIME_STAMP_V2: "dtls.quic.parameter.enable_time_stamp_v2", "Enable TimestampV2", u64();
    QUIC_PARAMETER_MIN_ACK_DELAY: "dtls.quic.parameter.min_ack_delay", "min_ack_delay", u64();
    QUIC_PARAMETER_GOOGLE_USER_AGENT: "dtls.quic.parameter.google.user_agent", "Google UserAgent", str();
    QUIC_PARAMETER_GOOGLE_KEY_UPDATE_NOT_YET_SUPPORTED: "dtls.quic.parameter.google.key_update_not_yet_supported", "Google Key Update not yet supported",
        none();
    QUIC_PARAMETER_GOOGLE_QUIC_VERSION: "dtls.quic.parameter.google.quic_version", "Google QUIC version",
        u32().hex().values(&values::QUIC_PARAMETER_GOOGLE_QUIC_VERSION);
    QUIC_PARAMETER_GOOGLE_INITIAL_RTT: "dtls.quic.parameter.google.initial_rtt", "Google Initial RTT", u64();
    QUIC_PARAMETER_GOOGLE_SUPPORT_HANDSHAKE_DONE: "dtls.quic.parameter.google.support_handshake_done", "Google Support Handshake Done",
        none();
    QUIC_PARAMETER_GOOGLE_QUIC_PARAMS: "dtls.quic.parameter.google.quic_params", "Google QUIC parameters", bytes();
    QUIC_PARAMETER_GOOGLE_QUIC_PARAMS_UNKNOWN_FIELD: "dtls.quic.parameter.google.quic_params_unknown_field", "Google Unknown Field",
        bytes();
    QUIC_PARAMETER_GOOGLE_CONNECTION_OPTIONS: "dtls.quic.parameter.google.connection_options", "Google Connection options",
        bytes();
    QUIC_PARAMETER_GOOGLE_SUPPORTED_VERSIONS_LENGTH: "dtls.quic.parameter.google.supported_versions_length", "Google Supported Versions Length",
        u8();
    QUIC_PARAMETER_GOOGLE_SUPPORTED_VERSION: "dtls.quic.parameter.google.supported_version", "Google Supported Version",
        u32().hex().values(&values::QUIC_PARAMETER_GOOGLE_QUIC_VERSION);
    QUIC_PARAMETER_FACEBOOK_PARTIAL_RELIABILITY: "dtls.quic.parameter.facebook.partial_reliability", "Facebook Partial Reliability",
        u64();
    QUIC_PARAMETER_VI_CHOSEN_VERSION: "dtls.quic.parameter.vi.chosen_version", "Chosen Version",
        u32().hex().values(&values::QUIC_PARAMETER_GOOGLE_QUIC_VERSION);
    QUIC_PARAMETER_VI_OTHER_VERSION: "dtls.quic.parameter.vi.other_version", "Other Version",
        u32().hex().values(&values::QUIC_PARAMETER_GOOGLE_QUIC_VERSION);
    CONNECTION_ID_LENGTH: "dtls.connection_id_length", "Connection ID length", u8();
    CONNECTION_ID: "dtls.connection_id", "Connection ID", bytes();
    ESNI_SUITE: "dtls.esni.suite", "Cipher Suite", u16().hex().values(&values::CIPHER_SUITE);
    ESNI_RECORD_DIGEST_LENGTH: "dtls.esni.record_digest_length", "Record Digest Length", u16();
    ESNI_RECORD_DIGEST: "dtls.esni.record_digest", "Record Digest", bytes();
    ESNI_ENCRYPTED_SNI_LENGTH: "dtls.esni.encrypted_sni_length", "Encrypted SNI Length", u16();
    ESNI_ENCRYPTED_SNI: "dtls.esni.encrypted_sni", "Encrypted SNI", bytes();
    ESNI_NONCE: "dtls.esni.nonce", "Nonce", bytes();
    HANDSHAKE_EXTENSIONS_ALPS_LEN: "dtls.handshake.extensions_alps_len", "ALPS Extension Length", u16();
    HANDSHAKE_EXTENSIONS_ALPS_ALPN_LIST: "dtls.handshake.extensions_alps_alpn_list", "Supported ALPN List", none();
    HANDSHAKE_EXTENSIONS_ALPS_ALPN_STR_LEN: "dtls.handshake.extensions_alps_alpn_str_len", "Supported ALPN Length",
        u8();
    HANDSHAKE_EXTENSIONS_ALPS_ALPN_STR: "dtls.handshake.extensions_alps_alpn_str", "Supported ALPN", str();
    HANDSHAKE_EXTENSIONS_ALPS_SETTINGS: "dtls.handshake.extensions_alps.settings", "ALPN Opaque Settings", bytes();
    HANDSHAKE_FRAGMENT_LENGTH_ZERO: "dtls.handshake.fragment_length.zero", "Zero-length fragment length for fragmented message",
        none();
    HANDSHAKE_FRAGMENT_LENGTH_TOO_LONG: "dtls.handshake.fragment_length.too_long", "Fragment length is larger than message length",
        none();
    HANDSHAKE_FRAGMENT_PAST_END_MSG: "dtls.handshake.fragment_past_end_msg", "Fragment runs past the end of the message",
        none();
    MSG_LEN_DIFF_FRAGMENT: "dtls.msg_len_diff_fragment", "Message length differs from value in earlier fragment",
        none();
    HEARTBEAT_MESSAGE_PAYLOAD_LENGTH_INVALID: "dtls.heartbeat_message.payload_length.invalid", "Invalid heartbeat payload length",
        none();
    CID_CONTENT_TYPE_INVALID: "dtls.cid.content_type.invalid", "Invalid real content type", none();
    USE_SRTP_PROTECTION_PROFILES_LENGTH_INVALID: "dtls.use_srtp.protection_profiles_length.invalid", "Invalid real content type",
        none();
    MALFORMED_VECTOR_LENGTH: "dtls.malformed.vector_length", "Variable vector length is outside the permitted range",
        none();
    MALFORMED_BUFFER_TOO_SMALL: "dtls.malformed.buffer_too_small", "Malformed message, not enough data is available",
        none();
    MALFORMED_TRAILING_DATA: "dtls.malformed.trailing_data", "Undecoded trailing data is present", none();
    HANDSHAKE_STATUS_REQUEST_UNDECODED: "dtls.handshake.status_request.undecoded", "Responder ID list or Request Extensions are not implemented, contact Wireshark developers if you want this to be supported",
        none();
    RESUMED: "dtls.resumed", "This session reuses previously negotiated keys (Session resumption)", none();
    RECORD_LENGTH_INVALID: "dtls.record.length.invalid", "Record fragment length is too small or too large", none();
    DECOMPRESSION_ERROR: "dtls.decompression_error", "Decompression error", none();
}
