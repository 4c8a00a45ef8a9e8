//! Names of numbers in TLS.

mod ciphers;

pub(crate) use ciphers::{CIPHER_SUITE, HANDSHAKE_CIPHERSPEC};

values! {
    ALERT_MESSAGE_DESC {
        0 => "Close Notify", 1 => "End of Early Data", 10 => "Unexpected Message", 20 => "Bad Record MAC",
        21 => "Decryption Failed", 22 => "Record Overflow", 30 => "Decompression Failure", 40 => "Handshake Failure",
        41 => "No Certificate", 42 => "Bad Certificate", 43 => "Unsupported Certificate", 44 => "Certificate Revoked",
        45 => "Certificate Expired", 46 => "Certificate Unknown", 47 => "Illegal Parameter", 48 => "Unknown CA",
        49 => "Access Denied", 50 => "Decode Error", 51 => "Decrypt Error", 60 => "Export Restriction",
        70 => "Protocol Version", 71 => "Insufficient Security", 80 => "Internal Error",
        86 => "Inappropriate Fallback", 90 => "User Canceled", 100 => "No Renegotiation", 109 => "Missing Extension",
        110 => "Unsupported Extension", 111 => "Certificate Unobtainable", 112 => "Unrecognized Name",
        113 => "Bad Certificate Status Response", 114 => "Bad Certificate Hash Value", 115 => "Unknown PSK Identity",
        116 => "Certificate Required", 120 => "No application Protocol", 121 => "ECH Required",
    }
    ALERT_MESSAGE_LEVEL {
        1 => "Warning", 2 => "Fatal",
    }
    COMPRESS_CERTIFICATE_ALGORITHM {
        1 => "zlib", 2 => "brotli", 3 => "zstd",
    }
    ECH_CLIENT_HELLO_TYPE {
        0 => "Outer Client Hello", 1 => "Inner Client Hello",
    }
    ECH_HPKE_KEYCONFIG_CIPHER_SUITE_AEAD_ID {
        0 => "Reserved", 1 => "AES-128-GCM", 2 => "AES-256-GCM", 3 => "ChaCha20Poly1305", 65535 => "Export-only",
    }
    ECH_HPKE_KEYCONFIG_CIPHER_SUITE_KDF_ID {
        0 => "Reserved", 1 => "HKDF-SHA256", 2 => "HKDF-SHA384", 3 => "HKDF-SHA512",
    }
    ECH_HPKE_KEYCONFIG_KEM_ID {
        0 => "Reserved", 16 => "DHKEM(P-256, HKDF-SHA256)", 17 => "DHKEM(P-384, HKDF-SHA384)",
        18 => "DHKEM(P-521, HKDF-SHA512)", 32 => "DHKEM(X25519, HKDF-SHA256)", 33 => "DHKEM(X448, HKDF-SHA512)",
    }
    EXTENSION_PSK_KE_MODE {
        0 => "PSK-only key establishment (psk_ke)", 1 => "PSK with (EC)DHE key establishment (psk_dhe_ke)",
    }
    HANDSHAKE_CERT_TYPE {
        1 => "RSA Sign", 2 => "DSS Sign", 3 => "RSA Fixed DH", 4 => "DSS Fixed DH", 21 => "GOST R 34.10-94",
        22 => "GOST R 34.10-2001", 64 => "ECDSA Sign", 65 => "RSA Fixed ECDH", 66 => "ECDSA Fixed ECDH",
        80 => "IBC Params",
    }
    HANDSHAKE_CERT_TYPE_TYPE {
        0x0 => "X.509", 0x1 => "OpenPGP", 0x2 => "Raw Public Key",
    }
    HANDSHAKE_CERT_URL_TYPE {
        1 => "Individual Certificates", 2 => "PKI Path",
    }
    HANDSHAKE_COMP_METHOD {
        0 => "null", 1 => "DEFLATE", 64 => "LZS",
    }
    HANDSHAKE_EXTENSION_HEARTBEAT_MODE {
        1 => "Peer allowed to send requests", 2 => "Peer not allowed to send requests",
    }
    HANDSHAKE_EXTENSION_TYPE {
        0 => "server_name", 1 => "max_fragment_length", 2 => "client_certificate_url", 3 => "trusted_ca_keys",
        4 => "truncated_hmac", 5 => "status_request", 6 => "user_mapping", 7 => "client_authz", 8 => "server_authz",
        9 => "cert_type", 10 => "supported_groups", 11 => "ec_point_formats", 12 => "srp",
        13 => "signature_algorithms", 14 => "use_srtp", 15 => "heartbeat",
        16 => "application_layer_protocol_negotiation", 17 => "status_request_v2",
        18 => "signed_certificate_timestamp", 19 => "client_certificate_type", 20 => "server_certificate_type",
        21 => "padding", 22 => "encrypt_then_mac", 23 => "extended_master_secret", 24 => "token_binding",
        25 => "cached_info", 27 => "compress_certificate", 28 => "record_size_limit", 34 => "delegated_credentials",
        35 => "session_ticket", 40 => "Reserved (key_share)", 41 => "pre_shared_key", 42 => "early_data",
        43 => "supported_versions", 44 => "cookie", 45 => "psk_key_exchange_modes",
        46 => "Reserved (ticket_early_data_info)", 47 => "certificate_authorities", 48 => "oid_filters",
        49 => "post_handshake_auth", 50 => "signature_algorithms_cert", 51 => "key_share", 52 => "transparency_info",
        53 => "connection_id (deprecated)", 54 => "connection_id", 55 => "external_id_hash",
        56 => "external_session_id", 57 => "quic_transport_parameters", 58 => "ticket_request", 59 => "dnssec_chain",
        2570 => "Reserved (GREASE)", 6682 => "Reserved (GREASE)", 10794 => "Reserved (GREASE)",
        13172 => "next_protocol_negotiation", 14906 => "Reserved (GREASE)", 19018 => "Reserved (GREASE)",
        23130 => "Reserved (GREASE)", 27242 => "Reserved (GREASE)", 30031 => "channel_id_old", 30032 => "channel_id",
        65281 => "renegotiation_info", 31354 => "Reserved (GREASE)", 35466 => "Reserved (GREASE)",
        39578 => "Reserved (GREASE)", 43690 => "Reserved (GREASE)", 47802 => "Reserved (GREASE)",
        51914 => "Reserved (GREASE)", 56026 => "Reserved (GREASE)", 60138 => "Reserved (GREASE)",
        64250 => "Reserved (GREASE)", 65445 => "quic_transport_parameters (drafts version)",
        65486 => "encrypted_server_name", 17513 => "application_settings_old", 17613 => "application_settings",
        65037 => "encrypted_client_hello", 64768 => "ech_outer_extensions",
    }
    VERSION {
        0x2 => "SSL 2.0", 0x300 => "SSL 3.0", 0x301 => "TLS 1.0", 0x302 => "TLS 1.1", 0x303 => "TLS 1.2",
        0x304 => "TLS 1.3", 0x7f0e => "TLS 1.3 (draft 14)", 0x7f0f => "TLS 1.3 (draft 15)",
        0x7f10 => "TLS 1.3 (draft 16)", 0x7f11 => "TLS 1.3 (draft 17)", 0x7f12 => "TLS 1.3 (draft 18)",
        0x7f13 => "TLS 1.3 (draft 19)", 0x7f14 => "TLS 1.3 (draft 20)", 0x7f15 => "TLS 1.3 (draft 21)",
        0x7f16 => "TLS 1.3 (draft 22)", 0x7f17 => "TLS 1.3 (draft 23)", 0x7f18 => "TLS 1.3 (draft 24)",
        0x7f19 => "TLS 1.3 (draft 25)", 0x7f1a => "TLS 1.3 (draft 26)", 0x7f1b => "TLS 1.3 (draft 27)",
        0x7f1c => "TLS 1.3 (draft 28)", 0xfb17 => "TLS 1.3 (Facebook draft 23)",
        0xfb1a => "TLS 1.3 (Facebook draft 26)", 0x100 => "DTLS 1.0 (OpenSSL pre 0.9.8f)", 0xfeff => "DTLS 1.0",
        0xfefd => "DTLS 1.2", 0xa0a => "Reserved (GREASE)", 0x1a1a => "Reserved (GREASE)",
        0x2a2a => "Reserved (GREASE)", 0x3a3a => "Reserved (GREASE)", 0x4a4a => "Reserved (GREASE)",
        0x5a5a => "Reserved (GREASE)", 0x6a6a => "Reserved (GREASE)", 0x7a7a => "Reserved (GREASE)",
        0x8a8a => "Reserved (GREASE)", 0x9a9a => "Reserved (GREASE)", 0xaaaa => "Reserved (GREASE)",
        0xbaba => "Reserved (GREASE)", 0xcaca => "Reserved (GREASE)", 0xdada => "Reserved (GREASE)",
        0xeaea => "Reserved (GREASE)", 0xfafa => "Reserved (GREASE)", 0x101 => "TLCP", 0xfefc => "DTLS 1.3",
    }
    HANDSHAKE_EXTENSIONS_EC_POINT_FORMAT {
        0 => "uncompressed", 1 => "ansiX962_compressed_prime", 2 => "ansiX962_compressed_char2",
    }
    KEY_SHARE_GROUP {
        1 => "sect163k1", 2 => "sect163r1", 3 => "sect163r2", 4 => "sect193r1", 5 => "sect193r2", 6 => "sect233k1",
        7 => "sect233r1", 8 => "sect239k1", 9 => "sect283k1", 10 => "sect283r1", 11 => "sect409k1", 12 => "sect409r1",
        13 => "sect571k1", 14 => "sect571r1", 15 => "secp160k1", 16 => "secp160r1", 17 => "secp160r2",
        18 => "secp192k1", 19 => "secp192r1", 20 => "secp224k1", 21 => "secp224r1", 22 => "secp256k1",
        23 => "secp256r1", 24 => "secp384r1", 25 => "secp521r1", 26 => "brainpoolP256r1", 27 => "brainpoolP384r1",
        28 => "brainpoolP512r1", 29 => "x25519", 30 => "x448", 41 => "curveSM2", 256 => "ffdhe2048",
        257 => "ffdhe3072", 258 => "ffdhe4096", 259 => "ffdhe6144", 260 => "ffdhe8192", 12032 => "p256_frodo640aes",
        12033 => "p256_frodo640shake", 12034 => "p384_frodo976aes", 515 => "frodo976shake",
        12035 => "p384_frodo976shake", 516 => "frodo1344aes", 12036 => "p521_frodo1344aes", 517 => "frodo1344shake",
        12037 => "p521_frodo1344shake", 570 => "kyber512", 12090 => "p256_kyber512", 572 => "kyber768",
        12092 => "p384_kyber768", 573 => "kyber1024", 12093 => "p521_kyber1024", 532 => "ntru_hps2048509",
        12052 => "p256_ntru_hps2048509", 533 => "ntru_hps2048677", 12053 => "p384_ntru_hps2048677",
        534 => "ntru_hps4096821", 12054 => "p521_ntru_hps4096821", 581 => "ntru_hps40961229",
        12101 => "p521_ntru_hps40961229", 535 => "ntru_hrss701", 12055 => "p384_ntru_hrss701", 582 => "ntru_hrss1373",
        12102 => "p521_ntru_hrss1373", 536 => "lightsaber", 12056 => "p256_lightsaber", 537 => "saber",
        12057 => "p384_saber", 538 => "firesaber", 12058 => "p521_firesaber", 539 => "sidhp434",
        12059 => "p256_sidhp434", 540 => "sidhp503", 12060 => "p256_sidhp503", 541 => "sidhp610",
        12061 => "p384_sidhp610", 542 => "sidhp751", 12062 => "p521_sidhp751", 543 => "sikep434",
        12063 => "p256_sikep434", 544 => "sikep503", 12064 => "p256_sikep503", 545 => "sikep610",
        12065 => "p384_sikep610", 546 => "sikep751", 12066 => "p521_sikep751", 568 => "bikel1",
        12088 => "p256_bikel1", 571 => "bikel3", 12091 => "p384_bikel3", 574 => "kyber90s512",
        12094 => "p256_kyber90s512", 575 => "kyber90s768", 12095 => "p384_kyber90s768", 576 => "kyber90s1024",
        12096 => "p521_kyber90s1024", 556 => "hqc128", 12076 => "p256_hqc128", 557 => "hqc192",
        12077 => "p384_hqc192", 558 => "hqc256", 12078 => "p521_hqc256", 559 => "ntrulpr653",
        12079 => "p256_ntrulpr653", 560 => "ntrulpr761", 12099 => "p256_ntrulpr761", 561 => "ntrulpr857",
        12081 => "p384_ntrulpr857", 577 => "ntrulpr1277", 12097 => "p521_ntrulpr1277", 562 => "sntrup653",
        12082 => "p256_sntrup653", 563 => "sntrup761", 12100 => "p256_sntrup761", 564 => "sntrup857",
        12084 => "p384_sntrup857", 578 => "sntrup1277", 12098 => "p521_sntrup1277", 2570 => "Reserved (GREASE)",
        6682 => "Reserved (GREASE)", 10794 => "Reserved (GREASE)", 14906 => "Reserved (GREASE)",
        19018 => "Reserved (GREASE)", 23130 => "Reserved (GREASE)", 27242 => "Reserved (GREASE)",
        31354 => "Reserved (GREASE)", 35466 => "Reserved (GREASE)", 39578 => "Reserved (GREASE)",
        43690 => "Reserved (GREASE)", 47802 => "Reserved (GREASE)", 51914 => "Reserved (GREASE)",
        56026 => "Reserved (GREASE)", 60138 => "Reserved (GREASE)", 64250 => "Reserved (GREASE)",
        65281 => "arbitrary_explicit_prime_curves", 65282 => "arbitrary_explicit_char2_curves",
        31 => "brainpoolP256r1tls13", 32 => "brainpoolP384r1tls13", 33 => "brainpoolP512r1tls13", 34 => "GC256A",
        35 => "GC256B", 36 => "GC256C", 37 => "GC256D", 38 => "GC512A", 39 => "GC512B", 40 => "GC512C",
        512 => "MLKEM512", 513 => "MLKEM768", 514 => "MLKEM1024", 4587 => "SecP256r1MLKEM768",
        4588 => "X25519MLKEM768", 4589 => "SecP384r1MLKEM1024", 25497 => "X25519Kyber768Draft00 (OBSOLETE)",
        25498 => "SecP256r1Kyber768Draft00 (OBSOLETE)", 65072 => "X25519Kyber512Draft00 (OBSOLETE)",
        65073 => "X25519Kyber768Draft00 (OBSOLETE)",
    }
    HANDSHAKE_EXTENSIONS_SERVER_NAME_TYPE {
        0 => "host_name",
    }
    HANDSHAKE_EXTENSIONS_STATUS_REQUEST_TYPE {
        1 => "OCSP", 2 => "OCSP Multi",
    }
    GROUP {
        0x1 => "sect163k1", 0x2 => "sect163r1", 0x3 => "sect163r2", 0x4 => "sect193r1", 0x5 => "sect193r2",
        0x6 => "sect233k1", 0x7 => "sect233r1", 0x8 => "sect239k1", 0x9 => "sect283k1", 0xa => "sect283r1",
        0xb => "sect409k1", 0xc => "sect409r1", 0xd => "sect571k1", 0xe => "sect571r1", 0xf => "secp160k1",
        0x10 => "secp160r1", 0x11 => "secp160r2", 0x12 => "secp192k1", 0x13 => "secp192r1", 0x14 => "secp224k1",
        0x15 => "secp224r1", 0x16 => "secp256k1", 0x17 => "secp256r1", 0x18 => "secp384r1", 0x19 => "secp521r1",
        0x1a => "brainpoolP256r1", 0x1b => "brainpoolP384r1", 0x1c => "brainpoolP512r1", 0x1d => "x25519",
        0x1e => "x448", 0x29 => "curveSM2", 0x100 => "ffdhe2048", 0x101 => "ffdhe3072", 0x102 => "ffdhe4096",
        0x103 => "ffdhe6144", 0x104 => "ffdhe8192", 0x2f00 => "p256_frodo640aes", 0x2f01 => "p256_frodo640shake",
        0x2f02 => "p384_frodo976aes", 0x203 => "frodo976shake", 0x2f03 => "p384_frodo976shake",
        0x204 => "frodo1344aes", 0x2f04 => "p521_frodo1344aes", 0x205 => "frodo1344shake",
        0x2f05 => "p521_frodo1344shake", 0x23a => "kyber512", 0x2f3a => "p256_kyber512", 0x23c => "kyber768",
        0x2f3c => "p384_kyber768", 0x23d => "kyber1024", 0x2f3d => "p521_kyber1024", 0x214 => "ntru_hps2048509",
        0x2f14 => "p256_ntru_hps2048509", 0x215 => "ntru_hps2048677", 0x2f15 => "p384_ntru_hps2048677",
        0x216 => "ntru_hps4096821", 0x2f16 => "p521_ntru_hps4096821", 0x245 => "ntru_hps40961229",
        0x2f45 => "p521_ntru_hps40961229", 0x217 => "ntru_hrss701", 0x2f17 => "p384_ntru_hrss701",
        0x246 => "ntru_hrss1373", 0x2f46 => "p521_ntru_hrss1373", 0x218 => "lightsaber", 0x2f18 => "p256_lightsaber",
        0x219 => "saber", 0x2f19 => "p384_saber", 0x21a => "firesaber", 0x2f1a => "p521_firesaber",
        0x21b => "sidhp434", 0x2f1b => "p256_sidhp434", 0x21c => "sidhp503", 0x2f1c => "p256_sidhp503",
        0x21d => "sidhp610", 0x2f1d => "p384_sidhp610", 0x21e => "sidhp751", 0x2f1e => "p521_sidhp751",
        0x21f => "sikep434", 0x2f1f => "p256_sikep434", 0x220 => "sikep503", 0x2f20 => "p256_sikep503",
        0x221 => "sikep610", 0x2f21 => "p384_sikep610", 0x222 => "sikep751", 0x2f22 => "p521_sikep751",
        0x238 => "bikel1", 0x2f38 => "p256_bikel1", 0x23b => "bikel3", 0x2f3b => "p384_bikel3",
        0x23e => "kyber90s512", 0x2f3e => "p256_kyber90s512", 0x23f => "kyber90s768", 0x2f3f => "p384_kyber90s768",
        0x240 => "kyber90s1024", 0x2f40 => "p521_kyber90s1024", 0x22c => "hqc128", 0x2f2c => "p256_hqc128",
        0x22d => "hqc192", 0x2f2d => "p384_hqc192", 0x22e => "hqc256", 0x2f2e => "p521_hqc256", 0x22f => "ntrulpr653",
        0x2f2f => "p256_ntrulpr653", 0x230 => "ntrulpr761", 0x2f43 => "p256_ntrulpr761", 0x231 => "ntrulpr857",
        0x2f31 => "p384_ntrulpr857", 0x241 => "ntrulpr1277", 0x2f41 => "p521_ntrulpr1277", 0x232 => "sntrup653",
        0x2f32 => "p256_sntrup653", 0x233 => "sntrup761", 0x2f44 => "p256_sntrup761", 0x234 => "sntrup857",
        0x2f34 => "p384_sntrup857", 0x242 => "sntrup1277", 0x2f42 => "p521_sntrup1277", 0xa0a => "Reserved (GREASE)",
        0x1a1a => "Reserved (GREASE)", 0x2a2a => "Reserved (GREASE)", 0x3a3a => "Reserved (GREASE)",
        0x4a4a => "Reserved (GREASE)", 0x5a5a => "Reserved (GREASE)", 0x6a6a => "Reserved (GREASE)",
        0x7a7a => "Reserved (GREASE)", 0x8a8a => "Reserved (GREASE)", 0x9a9a => "Reserved (GREASE)",
        0xaaaa => "Reserved (GREASE)", 0xbaba => "Reserved (GREASE)", 0xcaca => "Reserved (GREASE)",
        0xdada => "Reserved (GREASE)", 0xeaea => "Reserved (GREASE)", 0xfafa => "Reserved (GREASE)",
        0xff01 => "arbitrary_explicit_prime_curves", 0xff02 => "arbitrary_explicit_char2_curves",
        0x1f => "brainpoolP256r1tls13", 0x20 => "brainpoolP384r1tls13", 0x21 => "brainpoolP512r1tls13",
        0x22 => "GC256A", 0x23 => "GC256B", 0x24 => "GC256C", 0x25 => "GC256D", 0x26 => "GC512A", 0x27 => "GC512B",
        0x28 => "GC512C", 0x200 => "MLKEM512", 0x201 => "MLKEM768", 0x202 => "MLKEM1024",
        0x11eb => "SecP256r1MLKEM768", 0x11ec => "X25519MLKEM768", 0x11ed => "SecP384r1MLKEM1024",
        0x6399 => "X25519Kyber768Draft00 (OBSOLETE)", 0x639a => "SecP256r1Kyber768Draft00 (OBSOLETE)",
        0xfe30 => "X25519Kyber512Draft00 (OBSOLETE)", 0xfe31 => "X25519Kyber768Draft00 (OBSOLETE)",
    }
    HANDSHAKE_KEY_UPDATE_REQUEST_UPDATE {
        0 => "update_not_requested", 1 => "update_requested",
    }
    HANDSHAKE_MAX_FRAGMENT_LENGTH {
        1 => "512", 2 => "1024", 3 => "2048", 4 => "4096",
    }
    HANDSHAKE_SERVER_CURVE_TYPE {
        0x1 => "explicit_prime", 0x2 => "explicit_char2", 0x3 => "named_curve",
    }
    HANDSHAKE_SIG_HASH_ALG {
        0x201 => "rsa_pkcs1_sha1", 0x203 => "ecdsa_sha1", 0x401 => "rsa_pkcs1_sha256",
        0x403 => "ecdsa_secp256r1_sha256", 0x501 => "rsa_pkcs1_sha384", 0x503 => "ecdsa_secp384r1_sha384",
        0x601 => "rsa_pkcs1_sha512", 0x603 => "ecdsa_secp521r1_sha512", 0x708 => "sm2sig_sm3",
        0x804 => "rsa_pss_rsae_sha256", 0x805 => "rsa_pss_rsae_sha384", 0x806 => "rsa_pss_rsae_sha512",
        0x807 => "ed25519", 0x808 => "ed448", 0x809 => "rsa_pss_pss_sha256", 0x80a => "rsa_pss_pss_sha384",
        0x80b => "rsa_pss_pss_sha512", 0xfea0 => "dilithium2", 0xfea1 => "p256_dilithium2",
        0xfea2 => "rsa3072_dilithium2", 0xfea3 => "dilithium3", 0xfea4 => "p384_dilithium3", 0xfea5 => "dilithium5",
        0xfea6 => "p521_dilithium5", 0xfea7 => "dilithium2_aes", 0xfea8 => "p256_dilithium2_aes",
        0xfea9 => "rsa3072_dilithium2_aes", 0xfeaa => "dilithium3_aes", 0xfeab => "p384_dilithium3_aes",
        0xfeac => "dilithium5_aes", 0xfead => "p521_dilithium5_aes", 0xfe0b => "falcon512",
        0xfe0c => "p256_falcon512", 0xfe0d => "rsa3072_falcon512", 0xfe0e => "falcon1024",
        0xfe0f => "p521_falcon1024", 0xfe96 => "picnicl1full", 0xfe97 => "p256_picnicl1full",
        0xfe98 => "rsa3072_picnicl1full", 0xfe1b => "picnic3l1", 0xfe1c => "p256_picnic3l1",
        0xfe1d => "rsa3072_picnic3l1", 0xfe27 => "rainbowIclassic", 0xfe28 => "p256_rainbowIclassic",
        0xfe29 => "rsa3072_rainbowIclassic", 0xfe3c => "rainbowVclassic", 0xfe3d => "p521_rainbowVclassic",
        0xfe42 => "sphincsharaka128frobust", 0xfe43 => "p256_sphincsharaka128frobust",
        0xfe44 => "rsa3072_sphincsharaka128frobust", 0xfe5e => "sphincssha256128frobust",
        0xfe5f => "p256_sphincssha256128frobust", 0xfe60 => "rsa3072_sphincssha256128frobust",
        0xfe7a => "sphincsshake256128frobust", 0xfe7b => "p256_sphincsshake256128frobust",
        0xfe7c => "rsa3072_sphincsshake256128frobust", 0x420 => "rsa_pkcs1_sha256_legacy",
        0x520 => "rsa_pkcs1_sha384_legacy", 0x620 => "rsa_pkcs1_sha512_legacy", 0x704 => "eccsi_sha256",
        0x705 => "iso_ibs1", 0x706 => "iso_ibs2", 0x707 => "iso_chinese_ibs", 0x709 => "gostr34102012_256a",
        0x70a => "gostr34102012_256b", 0x70b => "gostr34102012_256c", 0x70c => "gostr34102012_256d",
        0x70d => "gostr34102012_512a", 0x70e => "gostr34102012_512b", 0x70f => "gostr34102012_512c",
        0x81a => "ecdsa_brainpoolP256r1tls13_sha256", 0x81b => "ecdsa_brainpoolP384r1tls13_sha384",
        0x81c => "ecdsa_brainpoolP512r1tls13_sha512", 0x904 => "mldsa44", 0x905 => "mldsa65", 0x906 => "mldsa87",
        0x911 => "slhdsa_sha2_128s", 0x912 => "slhdsa_sha2_128f", 0x913 => "slhdsa_sha2_192s",
        0x914 => "slhdsa_sha2_192f", 0x915 => "slhdsa_sha2_256s", 0x916 => "slhdsa_sha2_256f",
        0x917 => "slhdsa_shake_128s", 0x918 => "slhdsa_shake_128f", 0x919 => "slhdsa_shake_192s",
        0x91a => "slhdsa_shake_192f", 0x91b => "slhdsa_shake_256s", 0x91c => "slhdsa_shake_256f",
    }
    HANDSHAKE_SIG_HASH_HASH {
        0 => "None", 1 => "MD5", 2 => "SHA1", 3 => "SHA224", 4 => "SHA256", 5 => "SHA384", 6 => "SHA512",
    }
    HANDSHAKE_SIG_HASH_SIG {
        0 => "Anonymous", 1 => "RSA", 2 => "DSA", 3 => "ECDSA",
    }
    HANDSHAKE_TRUSTED_CA_KEY_TYPE {
        0 => "pre_agreed", 1 => "key_sha1_hash", 2 => "x509_name", 3 => "cert_sha1_hash",
    }
    HANDSHAKE_TYPE {
        1 => "Client Hello", 0 => "Hello Request", 2 => "Server Hello", 3 => "Hello Verify Request",
        4 => "New Session Ticket", 5 => "End of Early Data", 6 => "Hello Retry Request", 8 => "Encrypted Extensions",
        11 => "Certificate", 12 => "Server Key Exchange", 13 => "Certificate Request", 14 => "Server Hello Done",
        15 => "Certificate Verify", 16 => "Client Key Exchange", 20 => "Finished", 21 => "Client Certificate URL",
        22 => "Certificate Status", 23 => "Supplemental Data", 24 => "Key Update", 25 => "Compressed Certificate",
        67 => "Encrypted Extensions",
    }
    HEARTBEAT_MESSAGE_TYPE {
        1 => "Request", 2 => "Response",
    }
    QUIC_PARAMETER_GOOGLE_QUIC_VERSION {
        0x0..=0x0 => "Version Negotiation", 0x1..=0x1 => "1", 0x45474700..=0x454747ff => "Quant",
        0x50435130..=0x50435131 => "Picoquic internal", 0x50524f58..=0x50524f58 => "Proxied QUIC (PROX)",
        0x51303433..=0x51303433 => "Google Q043", 0x51303434..=0x51303434 => "Google Q044",
        0x51303436..=0x51303436 => "Google Q046", 0x51303530..=0x51303530 => "Google Q050",
        0x51474f00..=0x51474fff => "QGO (QUIC GO)", 0x54303530..=0x54303530 => "Google T050",
        0x54303531..=0x54303531 => "Google T051", 0x91c17000..=0x91c170ff => "Quicly",
        0xabcd0000..=0xabcd000f => "MsQuic", 0xf0f0f0f0..=0xf0f0f0ff => "ETH Zürich (Measurability experiments)",
        0xf0f0f1f0..=0xf0f0f1ff => "Telecom Italia (Measurability experiments)", 0xf123f0c0..=0xf123f0cf => "MozQuic",
        0xfaceb001..=0xfaceb001 => "Facebook mvfst (draft-22)",
        0xfaceb002..=0xfaceb002 => "Facebook mvfst (draft-27)", 0xfaceb003..=0xfaceb00d => "Facebook mvfst",
        0xfaceb00e..=0xfaceb00e => "Facebook mvfst (Experimental)", 0xfaceb00f..=0xfaceb00f => "Facebook mvfst",
        0xff000004..=0xff000004 => "draft-04", 0xff000005..=0xff000005 => "draft-05",
        0xff000006..=0xff000006 => "draft-06", 0xff000007..=0xff000007 => "draft-07",
        0xff000008..=0xff000008 => "draft-08", 0xff000009..=0xff000009 => "draft-09",
        0xff00000a..=0xff00000a => "draft-10", 0xff00000b..=0xff00000b => "draft-11",
        0xff00000c..=0xff00000c => "draft-12", 0xff00000d..=0xff00000d => "draft-13",
        0xff00000e..=0xff00000e => "draft-14", 0xff00000f..=0xff00000f => "draft-15",
        0xff000010..=0xff000010 => "draft-16", 0xff000011..=0xff000011 => "draft-17",
        0xff000012..=0xff000012 => "draft-18", 0xff000013..=0xff000013 => "draft-19",
        0xff000014..=0xff000014 => "draft-20", 0xff000015..=0xff000015 => "draft-21",
        0xff000016..=0xff000016 => "draft-22", 0xff000017..=0xff000017 => "draft-23",
        0xff000018..=0xff000018 => "draft-24", 0xff000019..=0xff000019 => "draft-25",
        0xff00001a..=0xff00001a => "draft-26", 0xff00001b..=0xff00001b => "draft-27",
        0xff00001c..=0xff00001c => "draft-28", 0xff00001d..=0xff00001d => "draft-29",
        0xff00001e..=0xff00001e => "draft-30", 0xff00001f..=0xff00001f => "draft-31",
        0xff000020..=0xff000020 => "draft-32", 0xff000021..=0xff000021 => "draft-33",
        0xff000022..=0xff000022 => "draft-34", 0xff020000..=0xff020000 => "v2-draft-00",
        0x709a50c4..=0x709a50c4 => "v2-draft-01", 0x6b3343cf..=0x6b3343cf => "2",
        0xfaceb010..=0xfaceb010 => "Facebook mvfst", 0xfaceb011..=0xfaceb015 => "Facebook mvfst (Experimental)",
    }
    RECORD_CONTENT_TYPE {
        20 => "Change Cipher Spec", 21 => "Alert", 22 => "Handshake", 23 => "Application Data", 24 => "Heartbeat",
        25 => "Connection ID",
    }
    SSL2_HANDSHAKE_CERT_TYPE {
        0 => "N/A", 1 => "X.509 Certificate",
    }
    SSL2_HANDSHAKE_TYPE {
        0 => "Error", 1 => "Client Hello", 2 => "Client Master Key", 3 => "Client Finished", 4 => "Server Hello",
        5 => "Server Verify", 6 => "Server Finished", 7 => "Request Certificate", 8 => "Client Certificate",
    }
    TOKEN_BINDING_KEY_PARAMETER {
        0 => "rsa2048_pkcs1.5", 1 => "rsa2048_pss", 2 => "ecdsap256",
    }
}
