//! Fields of IS-IS.

fields! { crate::proto::Proto::IsisPsnp =>
    PDU_LENGTH: "isis.psnp.pdu_length", "PDU length", u16();
    SOURCE_ID: "isis.psnp.source_id", "Source-ID", bytes();
    SOURCE_CIRCUIT: "isis.psnp.source_circuit", "Source-ID-Circuit", bytes();
    CLV_TYPE: "isis.psnp.clv.type", "Type", u8();
    CLV_LENGTH: "isis.psnp.clv.length", "Length", u8();
    SHORT_PDU: "isis.psnp.short_pdu", "PDU length less than header length", none();
    LONG_PDU: "isis.psnp.long_pdu", "PDU length greater than packet length", none();
    SHORT_CLV: "isis.psnp.short_clv", "Short CLV", none();
    CLV_UNKNOWN: "isis.psnp.clv.unknown", "Unknown option", none();
}
