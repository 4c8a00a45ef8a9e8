//! Fields of OpenVPN.

fields! { crate::proto::Proto::Openvpn =>
    PLEN: "openvpn.plen", "Packet Length", u16();
    TYPE: "openvpn.type", "Type", u8().hex();
    OPCODE: "openvpn.opcode", "Opcode", u8().hex().mask(0xf8).values(&OPCODE);
    KEYID: "openvpn.keyid", "Key ID", u8().mask(0x7);
    PEERID: "openvpn.peerid", "Peer ID", u24();
    SESSIONID: "openvpn.sessionid", "Session ID", u64();
    HMAC: "openvpn.hmac", "HMAC", bytes();
    PID: "openvpn.pid", "Replay-Packet-ID", u32();
    NET_TIME: "openvpn.net_time", "Net Time", abs_time();
    RSESSIONID: "openvpn.rsessionid", "Remote Session ID", u64();
    MPID: "openvpn.mpid", "Message Packet-ID", u32();
    MPIDARRAYLENGTH: "openvpn.mpidarraylength", "Message Packet-ID Array Length", u8();
    MPIDARRAYELEMENT: "openvpn.mpidarrayelement", "Message Packet-ID Array Element", u32();
    DATA: "openvpn.data", "Data", bytes();
    WKC: "openvpn.wkc", "Wrapped client key", bytes();
    WKC_LEN: "openvpn.wkc_len", "Wrapped client key length", u16();
    FRAGMENT_BYTES: "openvpn.fragment_bytes", "Fragment bytes", bytes();
    FRAGMENTS: "openvpn.fragments", "Message fragments", none();
    FRAGMENT: "openvpn.fragment", "Message fragment", framenum();
    FRAGMENT_OVERLAP: "openvpn.fragment.overlap", "Message fragment overlap", bool();
    FRAGMENT_OVERLAP_CONFLICTS: "openvpn.fragment.overlap.conflicts", "Message fragment overlapping with conflicting data",
        bool();
    FRAGMENT_MULTIPLE_TAILS: "openvpn.fragment.multiple_tails", "Message has multiple tail fragments", bool();
    FRAGMENT_TOO_LONG_FRAGMENT: "openvpn.fragment.too_long_fragment", "Message fragment too long", bool();
    FRAGMENT_ERROR: "openvpn.fragment.error", "Message defragmentation error", framenum();
    FRAGMENT_COUNT: "openvpn.fragment.count", "Message fragment count", u32();
    REASSEMBLED_IN: "openvpn.reassembled.in", "Reassembled message in frame", framenum();
    REASSEMBLED_LENGTH: "openvpn.reassembled.length", "Reassembled message length", u32();
}

values! {
    OPCODE {
        1 => "P_CONTROL_HARD_RESET_CLIENT_V1", 2 => "P_CONTROL_HARD_RESET_SERVER_V1", 3 => "P_CONTROL_SOFT_RESET_V1",
        4 => "P_CONTROL_V1", 5 => "P_ACK_V1", 6 => "P_DATA_V1", 7 => "P_CONTROL_HARD_RESET_CLIENT_V2",
        8 => "P_CONTROL_HARD_RESET_SERVER_V2", 9 => "P_DATA_V2", 10 => "P_CONTROL_HARD_RESET_CLIENT_V3",
        11 => "P_CONTROL_WKC_V1",
    }
}
