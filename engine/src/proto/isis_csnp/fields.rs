//! Fields of IS-IS.

use super::values;

fields! { crate::proto::Proto::IsisCsnp =>
    PDU_LENGTH: "isis.csnp.pdu_length", "PDU length", u16();
    SOURCE_ID: "isis.csnp.source_id", "Source-ID", bytes();
    SOURCE_CIRCUIT: "isis.csnp.source_circuit", "Source-ID-Circuit", bytes();
    START_LSP_ID: "isis.csnp.start_lsp_id", "Start LSP-ID", bytes();
    END_LSP_ID: "isis.csnp.end_lsp_id", "End LSP-ID", bytes();
    LSP_ID: "isis.csnp.lsp_id", "LSP-ID", bytes();
    LSP_SEQ_NUM: "isis.csnp.lsp_seq_num", "LSP Sequence Number", u32().hex();
    LSP_REMAIN_LIFE: "isis.csnp.lsp_remain_life", "Remaining Lifetime", u16();
    LSP_CHECKSUM: "isis.csnp.lsp_checksum", "LSP checksum", u16().hex();
    CHECKSUM: "isis.csnp.checksum", "Checksum", u16().hex();
    CHECKSUM_STATUS: "isis.csnp.checksum.status", "Checksum Status", u8().values(&values::CHECKSUM_STATUS);
    CLV_TYPE: "isis.csnp.clv.type", "Type", u8();
    CLV_LENGTH: "isis.csnp.clv.length", "Length", u8();
    IP_AUTHENTICATION: "isis.csnp.ip_authentication", "IP Authentication", str();
    AUTHENTICATION: "isis.csnp.authentication", "Authentication", bytes();
    IID: "isis.csnp.iid", "Instance Identifier", u16();
    SUPPORTED_ITID: "isis.csnp.supported_itid", "Supported ITID", u16();
    SHORT_PDU: "isis.csnp.short_pdu", "PDU length less than header length", none();
    LONG_PDU: "isis.csnp.long_pdu", "PDU length greater than packet length", none();
    BAD_CHECKSUM: "isis.csnp.bad_checksum", "Bad checksum", none();
    SHORT_CLV: "isis.csnp.short_clv", "Short packet", none();
    AUTHENTICATION_UNKNOWN: "isis.csnp.authentication.unknown", "Unknown authentication type", none();
    CLV_UNKNOWN: "isis.csnp.clv.unknown", "Unknown option", none();
}
