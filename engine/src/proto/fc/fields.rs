//! Fields of Fibre Channel.

use super::values as v;

fields! { crate::proto::Proto::Fc =>
    R_CTL: "fc.r_ctl", "R_CTL", u8().hex().at(0);
    D_ID: "fc.d_id", "Dest Addr", bytes().at_width(1, 3);
    CS_CTL: "fc.cs_ctl", "CS_CTL", u8().hex().at(4);
    S_ID: "fc.s_id", "Src Addr", bytes().at_width(5, 3);
    ID: "fc.id", "Addr", bytes().occurs_as(&["fc.d_id", "fc.s_id"]);
    TYPE: "fc.type", "Type", u8().hex().values(&v::TYPE).at(8);
    F_CTL: "fc.f_ctl", "F_CTL", u24().hex().at_width(9, 3);
    SEQ_ID: "fc.seq_id", "SEQ_ID", u8().hex().at(12);
    DF_CTL: "fc.df_ctl", "DF_CTL", u8().hex().at(13);
    SEQ_CNT: "fc.seq_cnt", "SEQ_CNT", u16().at(14);
    OX_ID: "fc.ox_id", "OX_ID", u16().hex().at(16);
    RX_ID: "fc.rx_id", "RX_ID", u16().hex().at(18);
    PARAMETER: "fc.parameter", "Parameter", u32().hex().at(20);
    FCTL_EXCHANGE_RESPONDER: "fc.fctl.exchange_responder", "ExgRpd", bool().mask(0x800000).words("Exchange Responder", "Exchange Originator").at_width(9, 3);
    FCTL_SEQ_RECIPIENT: "fc.fctl.seq_recipient", "SeqRec", bool().mask(0x400000).words("Seq Recipient", "Seq Initiator").at_width(9, 3);
    FCTL_EXCHANGE_FIRST: "fc.fctl.exchange_first", "ExgFst", bool().mask(0x200000).words("Exchg First", "NOT exchg first").at_width(9, 3);
    FCTL_EXCHANGE_LAST: "fc.fctl.exchange_last", "ExgLst", bool().mask(0x100000).words("Exchg Last", "NOT exchg last").at_width(9, 3);
    FCTL_SEQ_LAST: "fc.fctl.seq_last", "SeqLst", bool().mask(0x80000).words("Seq Last", "NOT seq last").at_width(9, 3);
    FCTL_PRIORITY: "fc.fctl.priority", "Pri", bool().mask(0x20000).words("Priority", "CS_CTL").at_width(9, 3);
    FCTL_TRANSFER_SEQ_INITIATIVE: "fc.fctl.transfer_seq_initiative", "TSI", bool().mask(0x10000).words("Transfer Seq Initiative", "NOT transfer seq initiative").at_width(9, 3);
    FCTL_REXMITTED_SEQ: "fc.fctl.rexmitted_seq", "RetSeq", bool().mask(0x200).words("Retransmitted Sequence", "NOT retransmitted sequence").at_width(9, 3);
    FCTL_REL_OFFSET: "fc.fctl.rel_offset", "RelOff", bool().mask(0x8).words("Rel Offset SET", "rel offset NOT set").at_width(9, 3);
    FCTL_LAST_DATA_FRAME: "fc.fctl.last_data_frame", "LDF", u24().hex().mask(0xc000).values(&v::FCTL_LAST_DATA_FRAME).at_width(9, 3);
    FCTL_ACK_0_1: "fc.fctl.ack_0_1", "A01", u24().hex().mask(0x3000).values(&v::FCTL_ACK_0_1).at_width(9, 3);
    FCTL_ABTS_ACK: "fc.fctl.abts_ack", "AA", u24().hex().mask(0x30).values(&v::FCTL_ABTS_ACK).at_width(9, 3);
    SHORT_HDR: "fc.short_hdr", "Packet length is shorter than the required header", none();
}
