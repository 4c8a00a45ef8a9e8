//! Fields of DVMRP.

use super::values as v;

fields! { crate::proto::Proto::Dvmrp =>
    VERSION: "dvmrp.version", "DVMRP Version", u8();
    TYPE: "dvmrp.type", "Type", u8().hex().values(&v::TYPE);
    V1_CODE: "dvmrp.v1.code", "Code", u8().hex().values(&v::V1_CODE);
    CHECKSUM: "dvmrp.checksum", "Checksum", u16().hex();
    CHECKSUM_STATUS: "dvmrp.checksum.status", "Checksum Status", u8().values(&v::CHECKSUM_STATUS);
    RESERVED: "dvmrp.reserved", "Reserved", u16().hex();
    COMMANDS: "dvmrp.commands", "Commands", none();
    COMMAND: "dvmrp.command", "Command", u8().hex().values(&v::COMMAND);
    AFI: "dvmrp.afi", "Address Family", u8().hex().values(&v::AFI);
    COUNT: "dvmrp.count", "Count", u8().hex();
    NETMASK: "dvmrp.netmask", "Netmask", ipv4();
    METRIC: "dvmrp.metric", "Metric", u8();
    DEST_UNREACH: "dvmrp.dest_unreach", "Destination Unreachable", bool().mask(0x1).words("Destination Unreachable", "NOT Destination Unreachable");
    SPLIT_HORIZ: "dvmrp.split_horiz", "Split Horizon", bool().mask(0x2).words("Split Horizon concealed route", "NOT Split Horizon concealed route");
    INFINITY: "dvmrp.infinity", "Infinity", u8();
    DADDR: "dvmrp.daddr", "Dest Addr", ipv4();
    MADDR: "dvmrp.maddr", "Multicast Addr", ipv4();
    HOLD: "dvmrp.hold", "Hold Time", u32();
    V3_CODE: "dvmrp.v3.code", "Code", u8().hex().values(&v::V3_CODE);
    CAPABILITIES: "dvmrp.capabilities", "Capabilities", u8().hex();
    CAP_LEAF: "dvmrp.cap.leaf", "Leaf", bool().mask(0x1).words("Leaf", "NOT Leaf");
    CAP_PRUNE: "dvmrp.cap.prune", "Prune", bool().mask(0x2).words("Prune capable", "NOT Prune capable");
    CAP_GENID: "dvmrp.cap.genid", "Genid", bool().mask(0x4).words("Genid capable", "NOT Genid capable");
    CAP_MTRACE: "dvmrp.cap.mtrace", "Mtrace", bool().mask(0x8).words("Multicast Traceroute capable", "NOT Multicast Traceroute capable");
    CAP_SNMP: "dvmrp.cap.snmp", "SNMP", bool().mask(0x10).words("SNMP capable", "NOT SNMP capable");
    CAP_NETMASK: "dvmrp.cap.netmask", "Netmask", bool().mask(0x20).words("Netmask capable", "NOT Netmask capable");
    MIN_VER: "dvmrp.min_ver", "Minor Version", u8().hex();
    MAJ_VER: "dvmrp.maj_ver", "Major Version", u8().hex();
    GENID: "dvmrp.genid", "Generation ID", u32();
    ROUTE: "dvmrp.route", "Route", none();
    SADDR: "dvmrp.saddr", "Source Addr", ipv4();
    LIFETIME: "dvmrp.lifetime", "Prune lifetime", u32();
    LOCAL: "dvmrp.local", "Local Addr", ipv4();
    THRESHOLD: "dvmrp.threshold", "Threshold", u8();
    FLAGS: "dvmrp.flags", "Flags", none();
    FLAG_TUNNEL: "dvmrp.flag.tunnel", "Tunnel", bool().mask(0x1);
    FLAG_SRCROUTE: "dvmrp.flag.srcroute", "Source Route", bool().mask(0x2);
    FLAG_DOWN: "dvmrp.flag.down", "Down", bool().mask(0x10);
    FLAG_DISABLED: "dvmrp.flag.disabled", "Disabled", bool().mask(0x20);
    FLAG_QUERIER: "dvmrp.flag.querier", "Querier", bool().mask(0x40);
    FLAG_LEAF: "dvmrp.flag.leaf", "Leaf", bool().mask(0x80);
    NCOUNT: "dvmrp.ncount", "Neighbor Count", u8();
    NEIGHBOR: "dvmrp.neighbor", "Neighbor Addr", ipv4();
    BAD_CHECKSUM: "dvmrp.bad_checksum", "Bad checksum", none();
}
