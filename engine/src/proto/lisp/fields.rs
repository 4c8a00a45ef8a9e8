//! Fields of LISP.

use super::values as v;

fields! { crate::proto::Proto::Lisp =>
    TYPE: "lisp.type", "Type", u24().mask(0xf00000).values(&v::TYPE);
    RECORDS: "lisp.records", "Record Count", u8();
    NONCE: "lisp.nonce", "Nonce", u64().hex();
    MREG_FLAGS_PMR: "lisp.mreg.flags.pmr", "P bit (Proxy-Map-Reply)", bool().mask(0x80000).words("Set", "Not set");
    MREG_FLAGS_SEC: "lisp.mreg.flags.sec", "S bit (LISP-SEC capable)", bool().mask(0x40000).words("Set", "Not set");
    MREG_FLAGS_XTRID: "lisp.mreg.flags.xtrid", "I bit (xTR-ID present)", bool().mask(0x20000).words("Set", "Not set");
    MREG_FLAGS_RTR: "lisp.mreg.flags.rtr", "R bit (Built for an RTR)", bool().mask(0x10000).words("Set", "Not set");
    MREG_FLAGS_WMN: "lisp.mreg.flags.wmn", "M bit (Want-Map-Notify)", bool().mask(0x1).words("Set", "Not set");
    MREG_RES: "lisp.mreg.res", "Reserved bits", u24().hex().mask(0xfffe);
    KEYID: "lisp.keyid", "Key ID", u16().hex();
    AUTHLEN: "lisp.authlen", "Authentication Data Length", u16();
    AUTH: "lisp.auth", "Authentication Data", bytes();
    XTRID: "lisp.xtrid", "xTR-ID", bytes();
    SITEID: "lisp.siteid", "Site-ID", bytes();
    MNOT_FLAGS_XTRID: "lisp.mnot.flags.xtrid", "I bit (xTR-ID present)", bool().mask(0x80000).words("Set", "Not set");
    MNOT_FLAGS_RTR: "lisp.mnot.flags.rtr", "R bit (Built for an RTR)", bool().mask(0x40000).words("Set", "Not set");
    MNOT_RES: "lisp.mnot.res", "Reserved bits", u24().hex().mask(0x3ffff);
    LOC: "lisp.loc", "Locator Record", none();
    LOC_PRIORITY: "lisp.loc.priority", "Priority", u8();
    LOC_WEIGHT: "lisp.loc.weight", "Weight", u8();
    LOC_MULTICAST_PRIORITY: "lisp.loc.multicast_priority", "Multicast Priority", u8();
    LOC_MULTICAST_WEIGHT: "lisp.loc.multicast_weight", "Multicast Weight", u8();
    LOC_FLAGS: "lisp.loc.flags", "Flags", u16().hex();
    LOC_FLAGS_LOCAL: "lisp.loc.flags.local", "Local", bool().mask(0x4).words("Set", "Not set");
    LOC_FLAGS_PROBE: "lisp.loc.flags.probe", "Probe", bool().mask(0x2).words("Set", "Not set");
    LOC_FLAGS_REACH: "lisp.loc.flags.reach", "Reachable", bool().mask(0x1).words("Set", "Not set");
    LOC_FLAGS_RES: "lisp.loc.flags.res", "Reserved", u16().hex().mask(0xfff8);
    LOC_AFI: "lisp.loc.afi", "AFI", u16().values(&v::LOC_AFI);
    LOC_LOCATOR: "lisp.loc.locator", "Locator", str();
    MAPPING: "lisp.mapping", "Mapping Record", none();
    MAPPING_TTL: "lisp.mapping.ttl", "Record TTL", u32();
    MAPPING_LOCCNT: "lisp.mapping.loccnt", "Locator Count", u8();
    MAPPING_EID_MASKLEN: "lisp.mapping.eid.masklen", "EID Mask Length", u8();
    MAPPING_ACT: "lisp.mapping.act", "Action", u16().mask(0xe000).values(&v::MAPPING_ACT);
    MAPPING_AUTH: "lisp.mapping.auth", "Authoritative bit", bool().mask(0x1000).words("Set", "Not set");
    MAPPING_RES1: "lisp.mapping.res1", "Reserved", u16().hex().mask(0x7ff);
    MAPPING_RES2: "lisp.mapping.res2", "Reserved", u16().hex().mask(0xf000);
    MAPPING_VER: "lisp.mapping.ver", "Mapping Version", u16().mask(0xfff);
    MAPPING_EID_AFI: "lisp.mapping.eid.afi", "EID Prefix AFI", u16().values(&v::LOC_AFI);
    MAPPING_EID_IPV4: "lisp.mapping.eid.ipv4", "EID Prefix", ipv4();
    MAPPING_EID_IPV6: "lisp.mapping.eid.ipv6", "EID Prefix", ipv6();
    LCAF: "lisp.lcaf", "LCAF", none();
    LCAF_HEADER: "lisp.lcaf.header", "LCAF Header", bytes();
    LCAF_RES1: "lisp.lcaf.res1", "Reserved bits", u8().hex();
    LCAF_FLAGS: "lisp.lcaf.flags", "Flags", u8().hex();
    LCAF_TYPE: "lisp.lcaf.type", "Type", u8().values(&v::LCAF_TYPE);
    LCAF_RES2: "lisp.lcaf.res2", "Reserved bits", u8().hex();
    LCAF_LENGTH: "lisp.lcaf.length", "Length", u16();
    LCAF_IID: "lisp.lcaf.iid", "Instance ID", u32();
    LCAF_IID_AFI: "lisp.lcaf.iid.afi", "Address AFI", u16().values(&v::LOC_AFI);
    LCAF_IID_IPV4: "lisp.lcaf.iid.ipv4", "Address", ipv4();
    LCAF_IID_IPV6: "lisp.lcaf.iid.ipv6", "Address", ipv6();
}
