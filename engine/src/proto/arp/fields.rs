//! Fields of `arp`.

use super::{super::ethertype::ETHERTYPE, values};

fields! { crate::proto::Proto::Arp =>
    HW_TYPE: "arp.hw.type", "Hardware type", u16().values(&values::HW_TYPE).at(0);
    PROTO_TYPE: "arp.proto.type", "Protocol type", u16().hex().values(&ETHERTYPE).at(2);
    HW_SIZE: "arp.hw.size", "Hardware size", u8().at(4);
    PROTO_SIZE: "arp.proto.size", "Protocol size", u8().at(5);
    OPCODE: "arp.opcode", "Opcode", u16().values(&values::OPCODE).at(6);
    DST_ATM_NUM_E164: "arp.dst.atm_num_e164", "Target ATM number (E.164)", str();
    DST_ATM_NUM_NSAP: "arp.dst.atm_num_nsap", "Target ATM number (NSAP)", bytes();
    DST_ATM_SUBADDR: "arp.dst.atm_subaddr", "Target ATM subaddress", bytes();
    DST_DRARP_ERROR_STATUS: "arp.dst.drarp_error_status", "DRARP error status", u16().values(&values::DST_DRARP_ERROR_STATUS);
    DST_HLEN: "arp.dst.hlen", "Target ATM number length", u8().mask(0x3f);
    DST_HTYPE: "arp.dst.htype", "Target ATM number type", bool().mask(0x40).words("E.164", "ATM Forum NSAPA");
    DST_HW: "arp.dst.hw", "Target hardware address", bytes();
    DST_HW_AX25: "arp.dst.hw_ax25", "Target AX.25 address", ax25();
    DST_HW_MAC: "arp.dst.hw_mac", "Target MAC address", ether();
    DST_NONZERO_PROBE: "arp.dst.nonzero.probe", "Target Hardware Address field SHOULD be set to all zeroes in an ARP Probe (RFC 5227)", none();
    DST_PLN: "arp.dst.pln", "Target protocol size", u8();
    DST_PROTO: "arp.dst.proto", "Target protocol address", bytes();
    DST_PROTO_IPV4: "arp.dst.proto_ipv4", "Target IP address", ipv4();
    DST_SLEN: "arp.dst.slen", "Target ATM subaddress length", u8().mask(0x3f);
    DST_STYPE: "arp.dst.stype", "Target ATM subaddress type", bool().mask(0x40).words("E.164", "ATM Forum NSAPA");
    DUPLICATE_ADDRESS_DETECTED: "arp.duplicate-address-detected", "Duplicate IP address configured", none();
    DUPLICATE_ADDRESS_FRAME: "arp.duplicate-address-frame", "Frame showing earlier use of IP address", framenum();
    ISANNOUNCEMENT: "arp.isannouncement", "Is announcement", bool();
    ISGRATUITOUS: "arp.isgratuitous", "Is gratuitous", bool();
    ISPROBE: "arp.isprobe", "Is probe", bool();
    PACKET_STORM_DETECTED: "arp.packet-storm-detected", "ARP packet storm detected", none();
    SECONDS_SINCE_DUPLICATE_ADDRESS_FRAME: "arp.seconds-since-duplicate-address-frame", "Seconds since earlier frame seen", u32();
    SRC_ATM_AFI: "arp.src.atm_afi", "AFI", u8().hex().values(&values::SRC_ATM_AFI);
    SRC_ATM_AFI_UNKNOWN: "arp.src.atm_afi.unknown", "Unknown AFI", none();
    SRC_ATM_DATA_COUNTRY_CODE: "arp.src.atm_data_country_code", "Data Country Code", u16().hex();
    SRC_ATM_DATA_COUNTRY_CODE_GROUP: "arp.src.atm_data_country_code_group", "Data Country Code (group)", u16().hex();
    SRC_ATM_E_164_ISDN: "arp.src.atm_e.164_isdn", "E.164 ISDN", bytes();
    SRC_ATM_E_164_ISDN_GROUP: "arp.src.atm_e.164_isdn_group", "E.164 ISDN", bytes();
    SRC_ATM_END_SYSTEM_IDENTIFIER: "arp.src.atm_end_system_identifier", "End System Identifier", bytes();
    SRC_ATM_HIGH_ORDER_DSP: "arp.src.atm_high_order_dsp", "High Order DSP", bytes();
    SRC_ATM_INTERNATIONAL_CODE_DESIGNATOR: "arp.src.atm_international_code_designator", "International Code Designator", u16().hex();
    SRC_ATM_INTERNATIONAL_CODE_DESIGNATOR_GROUP: "arp.src.atm_international_code_designator_group", "International Code Designator (group)", u16().hex();
    SRC_ATM_NUM_E164: "arp.src.atm_num_e164", "Sender ATM number (E.164)", str();
    SRC_ATM_NUM_NSAP: "arp.src.atm_num_nsap", "Sender ATM number (NSAP)", bytes();
    SRC_ATM_REST_OF_ADDRESS: "arp.src.atm_rest_of_address", "Rest of address", bytes();
    SRC_ATM_SELECTOR: "arp.src.atm_selector", "Selector", u8().hex();
    SRC_ATM_SUBADDR: "arp.src.atm_subaddr", "Sender ATM subaddress", bytes();
    SRC_HLEN: "arp.src.hlen", "Sender ATM number length", u8().mask(0x3f);
    SRC_HTYPE: "arp.src.htype", "Sender ATM number type", bool().mask(0x40).words("E.164", "ATM Forum NSAPA");
    SRC_HW: "arp.src.hw", "Sender hardware address", bytes();
    SRC_HW_AX25: "arp.src.hw_ax25", "Sender AX.25 address", ax25();
    SRC_HW_MAC: "arp.src.hw_mac", "Sender MAC address", ether();
    SRC_PLN: "arp.src.pln", "Sender protocol size", u8();
    SRC_PROTO: "arp.src.proto", "Sender protocol address", bytes();
    SRC_PROTO_IPV4: "arp.src.proto_ipv4", "Sender IP address", ipv4();
    SRC_SLEN: "arp.src.slen", "Sender ATM subaddress length", u8().mask(0x3f);
    SRC_STYPE: "arp.src.stype", "Sender ATM subaddress type", bool().mask(0x40).words("E.164", "ATM Forum NSAPA");
}
