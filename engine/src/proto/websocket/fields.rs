//! Fields of WebSocket.

use super::values;

fields! { crate::proto::Proto::Websocket =>
    FIN: "websocket.fin", "Fin", bool().mask(0x80);
    RSV: "websocket.rsv", "Reserved", u8().hex().mask(0x70);
    PMC: "websocket.pmc", "Per-Message Compressed", bool().mask(0x40);
    OPCODE: "websocket.opcode", "Opcode", u8().mask(0xf).values(&values::OPCODE);
    MASK: "websocket.mask", "Mask", bool().mask(0x80);
    PAYLOAD_LENGTH: "websocket.payload_length", "Payload length", u8().mask(0x7f);
    PAYLOAD_LENGTH_EXT_16: "websocket.payload_length_ext_16", "Extended Payload length (16 bits)", u16();
    PAYLOAD_LENGTH_EXT_64: "websocket.payload_length_ext_64", "Extended Payload length (64 bits)", u64();
    MASKING_KEY: "websocket.masking_key", "Masking-Key", bytes();
    PAYLOAD: "websocket.payload", "Payload", none();
    MASKED_PAYLOAD: "websocket.masked_payload", "Masked payload", none();
    PAYLOAD_CONTINUE: "websocket.payload.continue", "Continue", bytes();
    PAYLOAD_TEXT: "websocket.payload.text", "Text", str();
    PAYLOAD_CLOSE: "websocket.payload.close", "Close", none();
    PAYLOAD_CLOSE_STATUS_CODE: "websocket.payload.close.status_code", "Status code", u16().values(&values::PAYLOAD_CLOSE_STATUS_CODE);
    PAYLOAD_CLOSE_REASON: "websocket.payload.close.reason", "Reason", str();
    PAYLOAD_PING: "websocket.payload.ping", "Ping", bytes();
    PAYLOAD_PONG: "websocket.payload.pong", "Pong", bytes();
    PAYLOAD_UNKNOWN: "websocket.payload.unknown", "Unknown", bytes();
    FRAGMENTS: "websocket.fragments", "Reassembled websocket Fragments", none();
    FRAGMENT: "websocket.fragment", "Websocket Fragment", framenum();
    FRAGMENT_OVERLAP: "websocket.fragment.overlap", "Fragment overlap", bool();
    FRAGMENT_OVERLAP_CONFLICT: "websocket.fragment.overlap.conflict", "Conflicting data in fragment overlap", bool();
    FRAGMENT_MULTIPLETAILS: "websocket.fragment.multipletails", "Multiple tail fragments found", bool();
    FRAGMENT_TOOLONGFRAGMENT: "websocket.fragment.toolongfragment", "Fragment too long", bool();
    FRAGMENT_ERROR: "websocket.fragment.error", "Defragmentation error", framenum();
    FRAGMENT_COUNT: "websocket.fragment.count", "Fragment count", u32();
    REASSEMBLED_LENGTH: "websocket.reassembled.length", "Reassembled websocket Payload length", u32();
    PAYLOAD_UNKNOWN_EXPERT: "websocket.payload.unknown.expert", "Dissector for Websocket Opcode", none();
    DECOMPRESSION_FAILED_EXPERT: "websocket.decompression.failed.expert", "Decompression failed", none();
}
