//! Fields of GSS-API.

fields! { crate::proto::Proto::GssApi =>
    OID: "gss-api.OID", "OID", str();
    TOKEN_OBJECT: "gss-api.token_object", "Token object", bytes();
    AUTH_VERIFIER: "gss-api.auth_verifier", "Authentication verifier", bytes();
    AUTH_CREDENTIALS: "gss-api.auth_credentials", "Authentication credentials", bytes();
    SEGMENT: "gss-api.segment", "GSSAPI Segment", framenum();
    SEGMENT_SEGMENTS: "gss-api.segment.segments", "GSSAPI Segments", none();
    SEGMENT_OVERLAP: "gss-api.segment.overlap", "Fragment overlap", bool();
    SEGMENT_OVERLAP_CONFLICT: "gss-api.segment.overlap.conflict", "Conflicting data in fragment overlap", bool();
    SEGMENT_MULTIPLETAILS: "gss-api.segment.multipletails", "Multiple tail fragments found", bool();
    SEGMENT_TOOLONGFRAGMENT: "gss-api.segment.toolongfragment", "Fragment too long", bool();
    SEGMENT_ERROR: "gss-api.segment.error", "Defragmentation error", framenum();
    SEGMENT_COUNT: "gss-api.segment.count", "Fragment count", u32();
    REASSEMBLED_IN: "gss-api.reassembled_in", "Reassembled In", framenum();
    REASSEMBLED_LENGTH: "gss-api.reassembled.length", "Reassembled GSSAPI length", u32();
    UNKNOWN_HEADER: "gssapi.unknown_header", "Unknown header", none();
}
