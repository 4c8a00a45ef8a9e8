//! Names of values in Geneve.

values! {
    OPTION_CLASS {
        0x0..=0xff => "Standard", 0x100..=0x100 => "Linux", 0x101..=0x101 => "Open vSwitch",
        0x102..=0x102 => "Open Virtual Networking (OVN)", 0x103..=0x103 => "In-band Network Telemetry (INT)",
        0x104..=0x104 => "VMware", 0x105..=0x105 => "Amazon.com, Inc.", 0x106..=0x106 => "Cisco Systems, Inc.",
        0x107..=0x107 => "Oracle Corporation", 0x108..=0x110 => "Amazon.com, Inc.", 0x111..=0x118 => "IBM",
        0x119..=0x128 => "Ericsson", 0x129..=0x129 => "Oxide Computer Company",
        0x130..=0x131 => "Cisco Systems, Inc.", 0x132..=0x135 => "Google LLC",
        0x136..=0x136 => "InfoQuick Global Connection Tech Ltd.", 0xfff0..=0xffff => "Experimental",
        0x137..=0x140 => "Alibaba, inc", 0x141..=0x144 => "Palo Alto Networks",
        0x145..=0x149 => "Huawei Technologies Co., Ltd", 0x14a..=0x14a => "EMnify GmbH", 0x14b..=0x14b => "Cilium",
        0x14c..=0x14c => "Corelight, Inc.", 0x14d..=0x14d => "1NCE GmbH",
        0x14e..=0x157 => "Cloud of China Telecom (CTYUN)", 0x158..=0x161 => "Volcengine, inc",
        0x162..=0x162 => "nat64.net", 0x163..=0x163 => "Multi Segment SD-WAN",
        0x164..=0x164 => "cPacket Networks, Inc.", 0x165..=0x167 => "Tencent",
        0x168..=0x168 => "ExtraHop Networks, Inc.", 0x169..=0x169 => "Soosan INT Co., Ltd.",
        0x16a..=0xfeff => "Unassigned",
    }
}
