//! Fields of IGMP.

use super::values as v;

fields! { crate::proto::Proto::Igmp =>
    TYPE: "igmp.type", "Type", u8().hex().values(&v::TYPE).at(0);
    RESERVED: "igmp.reserved", "Reserved", bytes();
    VERSION: "igmp.version", "IGMP Version", u8();
    GROUP_TYPE: "igmp.group_type", "Type Of Group", u8().values(&v::GROUP_TYPE);
    REPLY: "igmp.reply", "Reply", u8().values(&v::REPLY);
    REPLY_PENDING: "igmp.reply.pending", "Reply Pending", u8();
    CHECKSUM: "igmp.checksum", "Checksum", u16().hex().at(2);
    CHECKSUM_STATUS: "igmp.checksum.status", "Checksum Status", u8().values(&v::CHECKSUM_STATUS);
    IDENTIFIER: "igmp.identifier", "Identifier", u32();
    ACCESS_KEY: "igmp.access_key", "Access Key", bytes();
    MAX_RESP: "igmp.max_resp", "Max Resp Time", u8();
    S: "igmp.s", "S", bool().mask(0x8).words("SUPPRESS router side processing", "Do not suppress router side processing");
    QRV: "igmp.qrv", "QRV", u8().mask(0x7);
    QQIC: "igmp.qqic", "QQIC", u8();
    NUM_SRC: "igmp.num_src", "Num Src", u16();
    SADDR: "igmp.saddr", "Source Address", ipv4();
    NUM_GRP_RECS: "igmp.num_grp_recs", "Num Group Records", u16();
    RECORD_TYPE: "igmp.record_type", "Record Type", u8().values(&v::RECORD_TYPE);
    AUX_DATA_LEN: "igmp.aux_data_len", "Aux Data Len", u8();
    MADDR: "igmp.maddr", "Multicast Address", ipv4();
    AUX_DATA: "igmp.aux_data", "Aux Data", bytes();
    DATA: "igmp.data", "Data", bytes();
    MAX_RESP_EXP: "igmp.max_resp.exp", "Exponent", u8().hex().mask(0x70);
    MAX_RESP_MANT: "igmp.max_resp.mant", "Mantissa", u8().hex().mask(0xf);
    MTRACE_MAX_HOPS: "igmp.mtrace.max_hops", "# hops", u8();
    MTRACE_SADDR: "igmp.mtrace.saddr", "Source Address", ipv4();
    MTRACE_RADDR: "igmp.mtrace.raddr", "Receiver Address", ipv4();
    MTRACE_RSPADDR: "igmp.mtrace.rspaddr", "Response Address", ipv4();
    MTRACE_RESP_TTL: "igmp.mtrace.resp_ttl", "Response TTL", u8();
    MTRACE_Q_ID: "igmp.mtrace.q_id", "Query ID", u24();
    MTRACE_Q_ARRIVAL: "igmp.mtrace.q_arrival", "Query Arrival", u32();
    MTRACE_Q_INADDR: "igmp.mtrace.q_inaddr", "In itf addr", ipv4();
    MTRACE_Q_OUTADDR: "igmp.mtrace.q_outaddr", "Out itf addr", ipv4();
    MTRACE_Q_PREVRTR: "igmp.mtrace.q_prevrtr", "Previous rtr addr", ipv4();
    MTRACE_Q_INPKT: "igmp.mtrace.q_inpkt", "In pkts", u32();
    MTRACE_Q_OUTPKT: "igmp.mtrace.q_outpkt", "Out pkts", u32();
    MTRACE_Q_TOTAL: "igmp.mtrace.q_total", "S,G pkt count", u32();
    MTRACE_Q_RTG_PROTO: "igmp.mtrace.q_rtg_proto", "Rtg Protocol", u8().values(&v::MTRACE_Q_RTG_PROTO);
    MTRACE_Q_FWD_TTL: "igmp.mtrace.q_fwd_ttl", "FwdTTL", u8();
    MTRACE_Q_MBZ: "igmp.mtrace.q_mbz", "MBZ", u8().hex().mask(0x80);
    MTRACE_Q_S: "igmp.mtrace.q_s", "S", u8().hex().mask(0x40);
    MTRACE_Q_SRC_MASK: "igmp.mtrace.q_src_mask", "Src Mask", u8().hex().mask(0x3f);
    MTRACE_Q_FWD_CODE: "igmp.mtrace.q_fwd_code", "Forwarding Code", u8().hex().values(&v::MTRACE_Q_FWD_CODE);
    BAD_CHECKSUM: "igmp.bad_checksum", "Bad checksum", none();
}
