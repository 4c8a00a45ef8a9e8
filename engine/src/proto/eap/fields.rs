//! Fields of EAP.

use super::values;

fields! { crate::proto::Proto::Eap =>
    CODE: "eap.code", "Code", u8().values(&values::CODE);
    ID: "eap.id", "Id", u8();
    LEN: "eap.len", "Length", u16();
    TYPE: "eap.type", "Type", u8().values(&values::TYPE);
    DESIRED_TYPE: "eap.desired_type", "Desired Auth Type", u8().values(&values::TYPE);
    IDENTITY: "eap.identity", "Identity", str();
    IDENTITY_PREFIX: "eap.identity.prefix", "Identity Prefix", char().hex();
    IDENTITY_TYPE: "eap.identity.type", "Identity Type", str();
    IDENTITY_FULL: "eap.identity.full", "Identity (Full)", str();
    IDENTITY_CERT_SN: "eap.identity.cert_sn", "Certificate Serial Number", str();
    IDENTITY_MCC: "eap.identity.mcc", "Identity Mobile Country Code", u16();
    IDENTITY_MNC: "eap.identity.mnc", "Identity Mobile Network Code", u16();
    IDENTITY_PADDING: "eap.identity.padding", "Padding", bytes();
    IDENTITY_ACTUAL_LEN: "eap.identity.actual_len", "Identity Actual Length", u16();
    NOTIFICATION: "eap.notification", "Notification", str();
    MD5_VALUE_SIZE: "eap.md5.value_size", "EAP-MD5 Value-Size", u8();
    MD5_VALUE: "eap.md5.value", "EAP-MD5 Value", bytes();
    MD5_EXTRA_DATA: "eap.md5.extra_data", "EAP-MD5 Extra Data", bytes();
    TLS_FLAGS: "eap.tls.flags", "EAP-TLS Flags", u8().hex();
    TLS_FLAGS_LEN_INCLUDED: "eap.tls.flags.len_included", "Length Included", bool().mask(0x80);
    TLS_FLAGS_MORE_FRAGMENTS: "eap.tls.flags.more_fragments", "More Fragments", bool().mask(0x40);
    TLS_FLAGS_START: "eap.tls.flags.start", "Start", bool().mask(0x20);
    TLS_FLAGS_OUTER_TLV_LEN_INCLUDED: "eap.tls.flags.outer_tlv_len_included", "Outer TLV Length Included", bool().mask(0x10);
    TLS_FLAGS_VERSION: "eap.tls.flags.version", "Version", u8().mask(0x7);
    TLS_LEN: "eap.tls.len", "EAP-TLS Length", u32();
    TLS_FRAGMENT: "eap.tls.fragment", "EAP-TLS Fragment", framenum();
    TLS_FRAGMENTS: "eap.tls.fragments", "EAP-TLS Fragments", none();
    TLS_FRAGMENT_OVERLAP: "eap.tls.fragment.overlap", "Fragment Overlap", bool();
    TLS_FRAGMENT_OVERLAP_CONFLICT: "eap.tls.fragment.overlap_conflict", "Conflicting Data In Fragment Overlap", bool();
    TLS_FRAGMENT_MULTIPLE_TAILS: "eap.tls.fragment.multiple_tails", "Multiple Tail Fragments Found", bool();
    TLS_FRAGMENT_FRAGMENT_TOO_LONG: "eap.tls.fragment.fragment.too_long", "Fragment Too Long", bool();
    TLS_FRAGMENT_ERROR: "eap.tls.fragment.error", "Defragmentation Error", framenum();
    TLS_FRAGMENT_COUNT: "eap.tls.fragment.count", "Fragment Count", u32();
    TLS_REASSEMBLED_LEN: "eap.tls.reassembled.len", "Reassembled EAP-TLS Length", u32();
    DATA: "eap.data", "EAP Data", bytes();
    FAST_TYPE: "eap.fast.type", "EAP-FAST Type", u16();
    FAST_LENGTH: "eap.fast.length", "EAP-FAST Length", u16();
    FAST_AUTHORITY_ID_DATA: "eap.fast.authority_id_data", "Authority ID Data", bytes();
    IKVE2_FLAGS_LEN_INCLUDED: "eap.ikve2.flags.len_included", "Length Included", bool().mask(0x80);
    MITM_ATTACKS: "eap.mitm_attacks", "Vulnerable to MITM attacks. If possible, change EAP type.", none();
    MD5_VALUE_SIZE_OVERFLOW: "eap.md5.value_size.overflow", "Overflow", none();
    DICTIONARY_ATTACKS: "eap.dictionary_attacks", "Vulnerable to dictionary attacks. If possible, change EAP type. See http://www.cisco.com/warp/public/cc/pd/witc/ao350ap/prodlit/2331_pp.pdf", none();
    IDENTITY_NONASCII: "eap.identity.nonascii", "Non-ASCII characters within identity", none();
    IDENTITY_INVALID: "eap.identity.invalid", "Invalid identity code", none();
    RETRANSMISSION: "eap.retransmission", "This packet is a retransmission", none();
    BAD_LENGTH: "eap.bad_length", "Bad length (too small or too large)", none();
}
