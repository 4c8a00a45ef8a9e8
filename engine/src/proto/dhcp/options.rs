//! Options whose value is one thing or a list of one thing (RFC 2132 and later): a row each.

use super::f;
use crate::proto::out::F;

/// How often the thing occurs in the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Once, the whole value.
    Whole,
    /// Once, of this many bytes; other lengths are left undecoded.
    One(usize),
    /// As often as it fits, of this many bytes each.
    Many(usize),
}
use Shape::{Many, One, Whole};

/// Sorted by code.
#[rustfmt::skip]
static SIMPLE: &[(u8, F, Shape)] = &[
    (1, f::OPTION_SUBNET_MASK, One(4)), (2, f::OPTION_TIME_OFFSET, One(4)), (3, f::OPTION_ROUTER, Many(4)),
    (4, f::OPTION_TIME_SERVER, Many(4)), (5, f::OPTION_NAME_SERVER, Many(4)),
    (6, f::OPTION_DOMAIN_NAME_SERVER, Many(4)), (7, f::OPTION_LOG_SERVER, Many(4)),
    (8, f::OPTION_QUOTES_SERVER, Many(4)), (9, f::OPTION_LPR_SERVER, Many(4)),
    (10, f::OPTION_IMPRESS_SERVER, Many(4)), (11, f::OPTION_RESOURCE_LOCATION_SERVER, Many(4)),
    (12, f::OPTION_HOSTNAME, Whole), (13, f::OPTION_BOOT_FILE_SIZE, One(2)), (14, f::OPTION_MERIT_DUMP_FILE, Whole),
    (15, f::OPTION_DOMAIN_NAME, Whole), (16, f::OPTION_SWAP_SERVER, One(4)), (17, f::OPTION_ROOT_PATH, Whole),
    (18, f::OPTION_EXTENSION_PATH, Whole), (19, f::OPTION_IP_FORWARDING, One(1)),
    (20, f::OPTION_NON_LOCAL_SOURCE_ROUTING, One(1)), (22, f::OPTION_MAX_DATAGRAM_REASSEMBLY_SIZE, One(2)),
    (23, f::OPTION_DEFAULT_IP_TTL, One(1)), (24, f::OPTION_PATH_MTU_AGING_TIMEOUT, One(4)),
    (25, f::OPTION_PATH_MTU_PLATEAU_TABLE_ITEM, Many(2)), (26, f::OPTION_INTERFACE_MTU, One(2)),
    (27, f::OPTION_ALL_SUBNETS_ARE_LOCAL, One(1)), (28, f::OPTION_BROADCAST_ADDRESS, One(4)),
    (29, f::OPTION_PERFORM_MASK_DISCOVERY, One(1)), (30, f::OPTION_MASK_SUPPLIER, One(1)),
    (31, f::OPTION_PERFORM_ROUTER_DISCOVER, One(1)), (32, f::OPTION_ROUTER_SOLICITATION_ADDRESS, One(4)),
    (34, f::OPTION_TRAILER_ENCAPSULATION, One(1)), (35, f::OPTION_ARP_CACHE_TIMEOUT, One(4)),
    (36, f::OPTION_ETHERNET_ENCAPSULATION, One(1)), (37, f::OPTION_TCP_DEFAULT_TTL, One(1)),
    (38, f::OPTION_TCP_KEEPALIVE_INTERVAL, One(4)), (39, f::OPTION_TCP_KEEPALIVE_GARBAGE, One(1)),
    (40, f::OPTION_NIS_DOMAIN, Whole), (41, f::OPTION_NIS_SERVER, Many(4)), (42, f::OPTION_NTP_SERVER, Many(4)),
    (44, f::OPTION_NETBIOS_OVER_TCPIP_NAME_SERVER, Many(4)),
    (45, f::OPTION_NETBIOS_OVER_TCPIP_DD_NAME_SERVER, Many(4)),
    (46, f::OPTION_NETBIOS_OVER_TCPIP_NODE_TYPE, One(1)), (47, f::OPTION_NETBIOS_OVER_TCPIP_SCOPE, Whole),
    (50, f::OPTION_REQUESTED_IP_ADDRESS, One(4)), (51, f::OPTION_IP_ADDRESS_LEASE_TIME, One(4)),
    (52, f::OPTION_OPTION_OVERLOAD, One(1)), (53, f::OPTION_DHCP, One(1)), (54, f::OPTION_DHCP_SERVER_ID, One(4)),
    (55, f::OPTION_REQUEST_LIST_ITEM, Many(1)), (56, f::OPTION_MESSAGE, Whole),
    (57, f::OPTION_DHCP_MAX_MESSAGE_SIZE, One(2)), (58, f::OPTION_RENEWAL_TIME_VALUE, One(4)),
    (59, f::OPTION_REBINDING_TIME_VALUE, One(4)), (60, f::OPTION_VENDOR_CLASS_ID, Whole),
    (62, f::OPTION_NOVELL_NETWARE_IP_DOMAIN, Whole), (64, f::OPTION_NIS_PLUS_DOMAIN, Whole),
    (65, f::OPTION_NIS_PLUS_SERVER, Many(4)), (66, f::OPTION_TFTP_SERVER_NAME, Whole),
    (67, f::OPTION_BOOTFILE_NAME, Whole), (68, f::OPTION_MOBILE_IP_HOME_AGENT, Many(4)),
    (69, f::OPTION_SMTP_SERVER, Many(4)), (70, f::OPTION_POP3_SERVER, Many(4)), (71, f::OPTION_NNTP_SERVER, Many(4)),
    (72, f::OPTION_DEFAULT_WWW_SERVER, Many(4)), (73, f::OPTION_DEFAULT_FINGER_SERVER, Many(4)),
    (74, f::OPTION_DEFAULT_IRC_SERVER, Many(4)), (75, f::OPTION_STREETTALK_SERVER, Many(4)),
    (76, f::OPTION_STREETTALK_DA_SERVER, Many(4)), (86, f::OPTION_NOVELL_DS_TREE_NAME, Whole),
    (87, f::OPTION_NOVELL_DS_CONTEXT, Whole), (91, f::OPTION_CLIENT_LAST_TRANSACTION_TIME, One(4)),
    (92, f::OPTION_ASSOCIATED_IP_OPTION, Many(4)), (93, f::OPTION_CLIENT_SYSTEM_ARCHITECTURE, One(2)),
    (100, f::OPTION_TZ_PCODE, Whole), (101, f::OPTION_TZ_TCODE, Whole),
    (112, f::OPTION_NETINFO_PARENT_SERVER_ADDRESS, Many(4)), (113, f::OPTION_NETINFO_PARENT_SERVER_TAG, Whole),
    (114, f::OPTION_CAPTIVE_PORTAL, Whole), (116, f::OPTION_DHCP_AUTO_CONFIGURATION, One(1)),
    (118, f::OPTION_SUBNET_SELECTION_OPTION, One(4)), (138, f::OPTION_CAPWAP_ACCESS_CONTROLLER, Many(4)),
    (150, f::OPTION_TFTP_SERVER_ADDRESS, Many(4)), (161, f::OPTION_MUDURL, Whole),
    (209, f::OPTION_PXE_CONFIG_FILE, Whole), (210, f::OPTION_PXE_PATH_PREFIX, Whole),
    (211, f::OPTION_PXE_REBOOT_TIME, One(4)), (252, f::OPTION_PRIVATE_PROXY_AUTODISCOVERY, Whole),
];

/// The field of an option's value.
pub(super) fn simple(code: u8) -> Option<(F, Shape)> {
    let at = SIMPLE.binary_search_by_key(&code, |row| row.0).ok()?;
    SIMPLE.get(at).map(|row| (row.1, row.2))
}
