//! Fields of HSRP.

use super::values as v;

fields! { crate::proto::Proto::Hsrp =>
    VERSION: "hsrp.version", "Version", u8();
    OPCODE: "hsrp.opcode", "Op Code", u8().values(&v::OPCODE);
    STATE: "hsrp.state", "State", u8().values(&v::STATE);
    HELLOTIME: "hsrp.hellotime", "Hellotime", u8();
    HOLDTIME: "hsrp.holdtime", "Holdtime", u8();
    PRIORITY: "hsrp.priority", "Priority", u8();
    GROUP: "hsrp.group", "Group", u8();
    RESERVED: "hsrp.reserved", "Reserved", u8();
    AUTH_DATA: "hsrp.auth_data", "Authentication Data", str();
    VIRT_IP: "hsrp.virt_ip", "Virtual IP Address", ipv4();
    ADV_TLVTYPE: "hsrp.adv.tlvtype", "Adv type", u16().values(&v::ADV_TLVTYPE);
    ADV_TLVLENGTH: "hsrp.adv.tlvlength", "Adv length", u16();
    ADV_STATE: "hsrp.adv.state", "Adv state", u8().values(&v::ADV_STATE);
    ADV_RESERVED1: "hsrp.adv.reserved1", "Adv reserved1", u8();
    ADV_ACTIVEGRP: "hsrp.adv.activegrp", "Adv active groups", u16();
    ADV_PASSIVEGRP: "hsrp.adv.passivegrp", "Adv passive groups", u16();
    ADV_RESERVED2: "hsrp.adv.reserved2", "Adv reserved2", u32();
    HSRP2_VERSION: "hsrp2.version", "Version", u8();
    HSRP2_OPCODE: "hsrp2.opcode", "Op Code", u8().values(&v::HSRP2_OPCODE);
    HSRP2_STATE: "hsrp2.state", "State", u8().values(&v::HSRP2_STATE);
    HSRP2_GROUP_STATE_TLV: "hsrp2.group_state_tlv", "Group State TLV", u8();
    HSRP2_INTERFACE_STATE_TLV: "hsrp2.interface_state_tlv", "Interface State TLV", u8();
    HSRP2_TEXT_AUTH_TLV: "hsrp2.text_auth_tlv", "Text Authentication TLV", u8();
    HSRP2_MD5_AUTH_TLV: "hsrp2.md5_auth_tlv", "MD5 Authentication TLV", u8();
    HSRP2_IPVERSION: "hsrp2.ipversion", "IP Ver.", u8().values(&v::HSRP2_IPVERSION);
    HSRP2_GROUP: "hsrp2.group", "Group", u16();
    HSRP2_IDENTIFIER: "hsrp2.identifier", "Identifier", ether();
    HSRP2_HELLOTIME: "hsrp2.hellotime", "Hellotime", u32();
    HSRP2_HOLDTIME: "hsrp2.holdtime", "Holdtime", u32();
    HSRP2_PRIORITY: "hsrp2.priority", "Priority", u32();
    HSRP2_AUTH_DATA: "hsrp2.auth_data", "Authentication Data", str();
    HSRP2_VIRT_IP: "hsrp2.virt_ip", "Virtual IP Address", ipv4();
    HSRP2_VIRT_IP_V6: "hsrp2.virt_ip_v6", "Virtual IPv6 Address", ipv6();
    HSRP2_ACTIVE_GROUPS: "hsrp2.active_groups", "Active Groups", u16();
    HSRP2_PASSIVE_GROUPS: "hsrp2.passive_groups", "Passive Groups", u16();
    HSRP2_MD5_ALGORITHM: "hsrp2.md5_algorithm", "MD5 Algorithm", u8().values(&v::HSRP2_MD5_ALGORITHM);
    HSRP2_MD5_PADDING: "hsrp2.md5_padding", "Padding", u8().hex();
    HSRP2_MD5_FLAGS: "hsrp2.md5_flags", "MD5 Flags", u16();
    MD5_IP_ADDRESS: "hsrp.md5_ip_address", "Sender's IP Address", ipv4();
    HSRP2_MD5_KEY_ID: "hsrp2.md5_key_id", "MD5 Key ID", u32();
    HSRP2_MD5_AUTH_DATA: "hsrp2.md5_auth_data", "MD5 Authentication Data", bytes();
    UNKNOWN_TLV: "hsrp.unknown_tlv", "Unknown TLV sequence (HSRPv1)", none();
}
