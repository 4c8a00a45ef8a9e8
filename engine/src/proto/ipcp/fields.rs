//! Fields of IPCP.

use super::values;

fields! { crate::proto::Proto::Ipcp =>
    OPT_TYPE: "ipcp.opt.type", "Type", u8();
    OPT_LENGTH: "ipcp.opt.length", "Length", u8();
    OPT_SRC_ADDRESS: "ipcp.opt.src_address", "Source IP Address", ipv4();
    OPT_DST_ADDRESS: "ipcp.opt.dst_address", "Destination IP Address", ipv4();
    OPT_COMPRESS_PROTO: "ipcp.opt.compress_proto", "IP Compression Protocol", u16().hex().values(&values::OPT_COMPRESS_PROTO);
    OPT_MAX_CID: "ipcp.opt.max_cid", "Max CID", u16();
    OPT_MRRU: "ipcp.opt.mrru", "MRRU", u16();
    OPT_MAX_SLOT_ID: "ipcp.opt.max_slot_id", "Max Slot ID", u8();
    OPT_COMP_SLOT_ID: "ipcp.opt.comp_slot_id", "Comp Slot ID", bool().mask(0x1).words("The slot identifier may be compressed", "The slot identifier must not be compressed");
    OPT_TCP_SPACE: "ipcp.opt.tcp_space", "TCP Space", u16();
    OPT_NON_TCP_SPACE: "ipcp.opt.non_tcp_space", "Non TCP Space", u16();
    OPT_F_MAX_PERIOD: "ipcp.opt.f_max_period", "F Max Period", u16();
    OPT_F_MAX_TIME: "ipcp.opt.f_max_time", "F Max Time", u16();
    OPT_MAX_HEADER: "ipcp.opt.max_header", "Max Header", u16();
    DATA: "ipcp.data", "Data", bytes();
    OPT_IP_ADDRESS: "ipcp.opt.ip_address", "IP Address", ipv4();
    OPT_MOBILENODEHOMEADDRESS: "ipcp.opt.mobilenodehomeaddress", "Mobile Node's Home Address", ipv4();
    OPT_PRI_DNS_ADDRESS: "ipcp.opt.pri_dns_address", "Primary DNS Address", ipv4();
    OPT_PRI_NBNS_ADDRESS: "ipcp.opt.pri_nbns_address", "Primary NBNS Address", ipv4();
    OPT_SEC_DNS_ADDRESS: "ipcp.opt.sec_dns_address", "Secondary DNS Address", ipv4();
    OPT_SEC_NBNS_ADDRESS: "ipcp.opt.sec_nbns_address", "Secondary NBNS Address", ipv4();
    OPT_ROHC_TYPE: "ipcp.opt.rohc.type", "Type", u8();
    OPT_ROHC_LENGTH: "ipcp.opt.rohc.length", "Length", u8();
    OPT_ROHC_PROFILE: "ipcp.opt.rohc.profile", "Profile", u16().hex().values(&values::OPT_ROHC_PROFILE);
    OPT_IPHC_TYPE: "ipcp.opt.iphc.type", "Type", u8();
    OPT_IPHC_LENGTH: "ipcp.opt.iphc.length", "Length", u8();
    OPT_IPHC_PARAM: "ipcp.opt.iphc.param", "Parameter", u8().values(&values::OPT_IPHC_PARAM);
}
