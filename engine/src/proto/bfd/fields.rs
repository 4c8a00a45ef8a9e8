//! Fields of BFD.

use super::values as v;

fields! { crate::proto::Proto::Bfd =>
    VERSION: "bfd.version", "Protocol Version", u8().mask(0xe0);
    DIAG: "bfd.diag", "Diagnostic Code", u8().hex().mask(0x1f).values(&v::DIAG);
    STA: "bfd.sta", "Session State", u8().hex().mask(0xc0).values(&v::STA);
    FLAGS: "bfd.flags", "Message Flags", u8().hex();
    FLAGS_H: "bfd.flags.h", "I hear you", bool().mask(0x80).words("Set", "Not set");
    FLAGS_D: "bfd.flags.d", "Demand", bool().mask(0x40).words("Set", "Not set");
    FLAGS_P: "bfd.flags.p", "Poll", bool().mask(0x20).words("Set", "Not set");
    FLAGS_F: "bfd.flags.f", "Final", bool().mask(0x10).words("Set", "Not set");
    FLAGS_C: "bfd.flags.c", "Control Plane Independent", bool().mask(0x8).words("Set", "Not set");
    FLAGS_A: "bfd.flags.a", "Authentication Present", bool().mask(0x4).words("Set", "Not set");
    FLAGS_M: "bfd.flags.m", "Multipoint", bool().mask(0x1).words("Set", "Not set");
    DETECT_TIME_MULTIPLIER: "bfd.detect_time_multiplier", "Detect Time Multiplier", u8();
    MESSAGE_LENGTH: "bfd.message_length", "Message Length", u8();
    MY_DISCRIMINATOR: "bfd.my_discriminator", "My Discriminator", u32().hex();
    YOUR_DISCRIMINATOR: "bfd.your_discriminator", "Your Discriminator", u32().hex();
    DESIRED_MIN_TX_INTERVAL: "bfd.desired_min_tx_interval", "Desired Min TX Interval", u32();
    REQUIRED_MIN_RX_INTERVAL: "bfd.required_min_rx_interval", "Required Min RX Interval", u32();
    REQUIRED_MIN_ECHO_INTERVAL: "bfd.required_min_echo_interval", "Required Min Echo Interval", u32();
    CHECKSUM: "bfd.checksum", "Checksum", bytes();
    AUTH_TYPE: "bfd.auth.type", "Authentication Type", u8().values(&v::AUTH_TYPE);
    AUTH_LEN: "bfd.auth.len", "Authentication Length", u8();
    AUTH_KEY: "bfd.auth.key", "Authentication Key ID", u8();
    AUTH_PASSWORD: "bfd.auth.password", "Password", str();
    AUTH_SEQ_NUM: "bfd.auth.seq_num", "Sequence Number", u32().hex();
    MEP_TYPE: "bfd.mep.type", "Type", u16().values(&v::MEP_TYPE);
    MEP_LEN: "bfd.mep.len", "Length", u16();
    MEP_GLOBAL_ID: "bfd.mep.global.id", "Global Id", u32();
    MEP_NODE_ID: "bfd.mep.node.id", "Node Id", ipv4();
    MEP_TUNNEL_NO: "bfd.mep.tunnel.no", "Tunnel Number", u16();
    MEP_LSP_NO: "bfd.mep.lsp.no", "LSP Number", u16();
    MEP_AC_ID: "bfd.mep.ac.id", "AC Id", u32();
    MEP_AGI_TYPE: "bfd.mep.agi.type", "AGI TYPE", u8();
    MEP_AGI_LEN: "bfd.mep.agi.len", "AGI Length", u8();
    MEP_AGI_VAL: "bfd.mep.agi.val", "AGI value", str();
    MEP_INTERFACE_NO: "bfd.mep.interface.no", "Interface Number", u32();
    AUTH_LEN_INVALID: "bfd.auth.len.invalid", "Length of authentication section is invalid", none();
    AUTH_NO_DATA: "bfd.auth.no_data", "Authentication flag is set in a BFD packet, but no authentication data is present", none();
}
