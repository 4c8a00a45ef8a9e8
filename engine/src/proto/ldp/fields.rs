//! Fields of LDP.

use strato_filter_lang::schema::Display::DecHex;

use super::values as v;

fields! { crate::proto::Proto::Ldp =>
    HDR_VERSION: "ldp.hdr.version", "Version", u16();
    HDR_PDU_LEN: "ldp.hdr.pdu_len", "PDU Length", u16();
    HDR_LDPID_LSR: "ldp.hdr.ldpid.lsr", "LSR ID", ipv4();
    HDR_LDPID_LSID: "ldp.hdr.ldpid.lsid", "Label Space ID", u16();
    MSG_UBIT: "ldp.msg.ubit", "U bit", bool().mask(0x80).words("Unknown bit set", "Unknown bit not set");
    MSG_TYPE: "ldp.msg.type", "Message Type", u16().hex().mask(0x7fff).values(&v::MSG_TYPE);
    MSG_LEN: "ldp.msg.len", "Message Length", u16();
    MSG_ID: "ldp.msg.id", "Message ID", u32().hex();
    MSG_TLV_UNKNOWN: "ldp.msg.tlv.unknown", "TLV Unknown bits", u8().hex().mask(0xc0).values(&v::MSG_TLV_UNKNOWN);
    MSG_TLV_TYPE: "ldp.msg.tlv.type", "TLV Type", u16().hex().mask(0x3fff).values(&v::MSG_TLV_TYPE);
    MSG_TLV_LEN: "ldp.msg.tlv.len", "TLV Length", u16();
    MSG_TLV_VALUE: "ldp.msg.tlv.value", "TLV Value", bytes();
    MSG_TLV_HELLO_HOLD: "ldp.msg.tlv.hello.hold", "Hold Time", u16();
    MSG_TLV_HELLO_TARGETED: "ldp.msg.tlv.hello.targeted", "Targeted Hello", bool().mask(0x8000).words("Targeted Hello", "Link Hello");
    MSG_TLV_HELLO_REQUESTED: "ldp.msg.tlv.hello.requested", "Hello Requested", bool().mask(0x4000).words("Source requests periodic hellos", "Source does not request periodic hellos");
    MSG_TLV_HELLO_GTSM: "ldp.msg.tlv.hello.gtsm", "GTSM Flag", bool().mask(0x2000).words("Set", "Not set");
    MSG_TLV_HELLO_RES: "ldp.msg.tlv.hello.res", "Reserved", u16().hex().mask(0x1fff);
    MSG_TLV_IPV4_TADDR: "ldp.msg.tlv.ipv4.taddr", "IPv4 Transport Address", ipv4();
    MSG_TLV_HELLO_CNF_SEQNO: "ldp.msg.tlv.hello.cnf_seqno", "Configuration Sequence Number", u32();
    MSG_TLV_IPV6_TADDR: "ldp.msg.tlv.ipv6.taddr", "IPv6 Transport Address", ipv6();
    MSG_TLV_FEC_TYPE: "ldp.msg.tlv.fec.type", "FEC Element Type", u8().values(&v::MSG_TLV_FEC_TYPE);
    MSG_TLV_FEC_AF: "ldp.msg.tlv.fec.af", "FEC Element Address Type", u16().values(&v::MSG_TLV_FEC_AF);
    MSG_TLV_FEC_LEN: "ldp.msg.tlv.fec.len", "FEC Element Length", u8();
    MSG_TLV_FEC_PFVAL: "ldp.msg.tlv.fec.pfval", "FEC Element Prefix Value", str();
    MSG_TLV_FEC_HOVAL: "ldp.msg.tlv.fec.hoval", "FEC Element Host Address Value", str();
    MSG_TLV_ADDRL_ADDR_FAMILY: "ldp.msg.tlv.addrl.addr_family", "Address Family", u16().values(&v::MSG_TLV_FEC_AF);
    MSG_TLV_ADDRL_ADDR: "ldp.msg.tlv.addrl.addr", "Address", str();
    MSG_TLV_HC_VALUE: "ldp.msg.tlv.hc.value", "Hop Count Value", u8();
    MSG_TLV_PV_LSRID: "ldp.msg.tlv.pv.lsrid", "LSR Id", ipv4();
    MSG_TLV_SESS_VER: "ldp.msg.tlv.sess.ver", "Session Protocol Version", u16();
    MSG_TLV_SESS_KA: "ldp.msg.tlv.sess.ka", "Session KeepAlive Time", u16();
    MSG_TLV_SESS_ADVBIT: "ldp.msg.tlv.sess.advbit", "Session Label Advertisement Discipline", bool().mask(0x80).words("Downstream On Demand proposed", "Downstream Unsolicited proposed");
    MSG_TLV_SESS_LDETBIT: "ldp.msg.tlv.sess.ldetbit", "Session Loop Detection", bool().mask(0x40).words("Loop Detection Enabled", "Loop Detection Disabled");
    MSG_TLV_SESS_PVLIM: "ldp.msg.tlv.sess.pvlim", "Session Path Vector Limit", u8();
    MSG_TLV_SESS_MXPDU: "ldp.msg.tlv.sess.mxpdu", "Session Max PDU Length", u16();
    MSG_TLV_SESS_RXLSR: "ldp.msg.tlv.sess.rxlsr", "Session Receiver LSR Identifier", ipv4();
    MSG_TLV_SESS_RXLS: "ldp.msg.tlv.sess.rxls", "Session Receiver Label Space Identifier", u16();
    MSG_TLV_LBL_REQ_MSG_ID: "ldp.msg.tlv.lbl_req_msg_id", "Label Request Message ID", u32().hex();
    MSG_TLV_GENERIC_LABEL: "ldp.msg.tlv.generic.label", "Generic Label", u32().display(DecHex).mask(0xfffff);
    MSG_TLV_STATUS_EBIT: "ldp.msg.tlv.status.ebit", "E Bit", bool().mask(0x80).words("Fatal Error Notification", "Advisory Notification");
    MSG_TLV_STATUS_FBIT: "ldp.msg.tlv.status.fbit", "F Bit", bool().mask(0x40).words("Notification should be Forwarded", "Notification should NOT be Forwarded");
    MSG_TLV_STATUS_DATA: "ldp.msg.tlv.status.data", "Status Data", u32().hex().mask(0x3fffffff).values(&v::MSG_TLV_STATUS_DATA);
    MSG_TLV_STATUS_MSG_ID: "ldp.msg.tlv.status.msg.id", "Message ID", u32().hex();
    MSG_TLV_STATUS_MSG_TYPE: "ldp.msg.tlv.status.msg.type", "Message Type", u16().hex().values(&v::MSG_TYPE);
    MSG_TLV_RETURNED_VERSION: "ldp.msg.tlv.returned.version", "Returned PDU Version", u16();
    MSG_TLV_RETURNED_PDU_LEN: "ldp.msg.tlv.returned.pdu_len", "Returned PDU Length", u16();
    MSG_TLV_RETURNED_LDPID_LSR: "ldp.msg.tlv.returned.ldpid.lsr", "Returned PDU LSR ID", ipv4();
    MSG_TLV_RETURNED_LDPID_LSID: "ldp.msg.tlv.returned.ldpid.lsid", "Returned PDU Label Space ID", u16().hex();
    MSG_TLV_RETURNED_MSG_UBIT: "ldp.msg.tlv.returned.msg.ubit", "Returned Message Unknown bit", bool().mask(0x80).words("Unknown bit set", "Unknown bit not set");
    MSG_TLV_RETURNED_MSG_TYPE: "ldp.msg.tlv.returned.msg.type", "Returned Message Type", u16().hex().mask(0x7fff).values(&v::MSG_TYPE);
    MSG_TLV_RETURNED_MSG_LEN: "ldp.msg.tlv.returned.msg.len", "Returned Message Length", u16();
    MSG_TLV_RETURNED_MSG_ID: "ldp.msg.tlv.returned.msg.id", "Returned Message ID", u32().hex();
    MSG_TLV_IPV4_INTERFACE_ID_HOP_ADDR: "ldp.msg.tlv.ipv4_interface_ID.hop_addr", "IPv4 Next/Previous Hop Address", ipv4();
    GTSM_NOT_SUPPORTED: "ldp.gtsm_not_supported", "GTSM is not supported by the source", none();
    MSG_TLV_FEC_LEN_INVALID: "ldp.msg.tlv.fec.len.invalid", "Invalid prefix %u length for family %s", none();
}
