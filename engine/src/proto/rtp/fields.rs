//! Fields of RTP.

use super::values;

fields! { crate::proto::Proto::Rtp =>
    VERSION: "rtp.version", "Version", u8().mask(0xc0).values(&values::VERSION);
    PADDING: "rtp.padding", "Padding", bool().mask(0x20);
    EXT: "rtp.ext", "Extension", bool().mask(0x10);
    CC: "rtp.cc", "Contributing source identifiers count", u8().mask(0xf);
    MARKER: "rtp.marker", "Marker", bool().mask(0x80);
    P_TYPE: "rtp.p_type", "Payload type", u8().mask(0x7f);
    SEQ: "rtp.seq", "Sequence number", u16();
    EXTSEQ: "rtp.extseq", "Extended sequence number", u32();
    TIMESTAMP: "rtp.timestamp", "Timestamp", u32();
    SSRC: "rtp.ssrc", "Synchronization Source identifier", u32().hex();
    EXT_PROFILE: "rtp.ext.profile", "Defined by profile", u16().hex().values(&values::EXT_PROFILE);
    EXT_LEN: "rtp.ext.len", "Extension length", u16();
    CSRC_ITEMS: "rtp.csrc.items", "Contributing Source identifiers", none();
    CSRC_ITEM: "rtp.csrc.item", "CSRC item", u32().hex();
    HDR_EXTS: "rtp.hdr_exts", "Header extensions", none();
    HDR_EXT: "rtp.hdr_ext", "Header extension", u32().hex();
    PAYLOAD: "rtp.payload", "Payload", bytes();
    PADDING_DATA: "rtp.padding.data", "Padding data", bytes();
    PADDING_COUNT: "rtp.padding.count", "Padding count", u8();
    SETUP: "rtp.setup", "Stream setup", str();
    SETUP_FRAME: "rtp.setup-frame", "Setup frame", framenum();
    SETUP_METHOD: "rtp.setup-method", "Setup Method", str();
    FOLLOW: "rtp.follow", "Follow", bool().mask(0x80).words("Set", "Not set");
    TIMESTAMP_OFFSET: "rtp.timestamp-offset", "Timestamp offset", u16().mask(0xfffc);
    BLOCK_LENGTH: "rtp.block-length", "Block length", u16().mask(0x3ff);
    EXT_RFC5285_ID: "rtp.ext.rfc5285.id", "Identifier", u8();
    EXT_RFC5285_LEN: "rtp.ext.rfc5285.len", "Length", u8();
    EXT_RFC5285_APPBITS: "rtp.ext.rfc5285.appbits", "Application Bits", u8();
    EXT_RFC5285_DATA: "rtp.ext.rfc5285.data", "Extension Data", bytes();
    RFC4571_LEN: "rtp.rfc4571.len", "RFC 4571 packet len", u16();
    FRAGMENTS: "rtp.fragments", "RTP Fragments", none();
    FRAGMENT: "rtp.fragment", "RTP Fragment data", framenum();
    FRAGMENT_OVERLAP: "rtp.fragment.overlap", "Fragment overlap", bool();
    FRAGMENT_OVERLAP_CONFLICT: "rtp.fragment.overlap.conflict", "Conflicting data in fragment overlap", bool();
    FRAGMENT_MULTIPLETAILS: "rtp.fragment.multipletails", "Multiple tail fragments found", bool();
    FRAGMENT_TOOLONGFRAGMENT: "rtp.fragment.toolongfragment", "Fragment too long", bool();
    FRAGMENT_ERROR: "rtp.fragment.error", "Defragmentation error", framenum();
    FRAGMENT_COUNT: "rtp.fragment.count", "Fragment count", u32();
    REASSEMBLED_IN: "rtp.reassembled_in", "RTP fragment, reassembled in frame", framenum();
    REASSEMBLED_LENGTH: "rtp.reassembled.length", "Reassembled RTP length", u32();
    SRTP_ENC_PAYLOAD: "srtp.enc_payload", "SRTP Encrypted Payload", bytes();
    SRTP_MKI: "srtp.mki", "SRTP MKI", bytes();
    SRTP_AUTH_TAG: "srtp.auth_tag", "SRTP Auth Tag", bytes();
    FRAGMENT_UNFINISHED: "rtp.fragment_unfinished", "RTP fragment, unfinished", none();
    PADDING_MISSING: "rtp.padding_missing", "Frame has padding, but not all the frame data was captured", none();
}
