//! Fields of T.38.

use super::values;

fields! { crate::proto::Proto::T38 =>
    IFPPACKET_ELEMENT: "t38.IFPPacket_element", "IFPPacket", none();
    UDPTLPACKET_ELEMENT: "t38.UDPTLPacket_element", "UDPTLPacket", none();
    TYPE_OF_MSG: "t38.type_of_msg", "type-of-msg", u32().values(&values::TYPE_OF_MSG);
    DATA_FIELD: "t38.data_field", "data-field", u32();
    T30_INDICATOR: "t38.t30_indicator", "t30-indicator", u32().values(&values::T30_INDICATOR);
    T30_DATA: "t38.t30_data", "t30-data", u32().values(&values::T30_DATA);
    DATA_FIELD_ITEM_ELEMENT: "t38.Data_Field_item_element", "Data-Field item", none();
    FIELD_TYPE: "t38.field_type", "field-type", u32().values(&values::FIELD_TYPE);
    FIELD_DATA: "t38.field_data", "field-data", bytes();
    SEQ_NUMBER: "t38.seq_number", "seq-number", u32();
    PRIMARY_IFP_PACKET_ELEMENT: "t38.primary_ifp_packet_element", "primary-ifp-packet", none();
    ERROR_RECOVERY: "t38.error_recovery", "error-recovery", u32().values(&values::ERROR_RECOVERY);
    SECONDARY_IFP_PACKETS: "t38.secondary_ifp_packets", "secondary-ifp-packets", u32();
    SECONDARY_IFP_PACKETS_ITEM_ELEMENT: "t38.secondary_ifp_packets_item_element", "secondary-ifp-packets item", none();
    FEC_INFO_ELEMENT: "t38.fec_info_element", "fec-info", none();
    FEC_NPACKETS: "t38.fec_npackets", "fec-npackets", i32();
    FEC_DATA: "t38.fec_data", "fec-data", u32();
    FEC_DATA_ITEM: "t38.fec_data_item", "fec-data item", bytes();
    SETUP: "t38.setup", "Stream setup", str();
    SETUP_FRAME: "t38.setup-frame", "Stream frame", framenum();
    SETUP_METHOD: "t38.setup-method", "Stream Method", str();
    FRAGMENTS: "t38.fragments", "Message fragments", none();
    FRAGMENT: "t38.fragment", "Message fragment", framenum();
    FRAGMENT_OVERLAP: "t38.fragment.overlap", "Message fragment overlap", bool();
    FRAGMENT_OVERLAP_CONFLICTS: "t38.fragment.overlap.conflicts", "Message fragment overlapping with conflicting data", bool();
    FRAGMENT_MULTIPLE_TAILS: "t38.fragment.multiple_tails", "Message has multiple tail fragments", bool();
    FRAGMENT_TOO_LONG_FRAGMENT: "t38.fragment.too_long_fragment", "Message fragment too long", bool();
    FRAGMENT_ERROR: "t38.fragment.error", "Message defragmentation error", framenum();
    FRAGMENT_COUNT: "t38.fragment.count", "Message fragment count", u32();
    REASSEMBLED_IN: "t38.reassembled.in", "Reassembled in", framenum();
    REASSEMBLED_LENGTH: "t38.reassembled.length", "Reassembled T38 length", u32();
    MALFORMED: "t38.malformed", "Malformed packet", none();
}
