//! A small schema for unit tests, like the real one where the language can tell.

use crate::schema::{Alias, Field, Schema, Values, field};

static PROTOCOLS: Values = Values { ranges: &[(1, 1, "ICMP"), (6, 6, "TCP"), (17, 17, "UDP"), (58, 58, "ICMPv6")] };
static STATUS: Values = Values { ranges: &[(0, 0, "Bad"), (1, 1, "Good"), (2, 2, "Unverified")] };
static SHARED: Values = Values { ranges: &[(0, 0, "None"), (1, 3, "Low"), (7, 7, "Twice"), (9, 9, "Twice")] };
static SIGNED: Values = Values { ranges: &[(0xffff_ffff, 0xffff_ffff, "Unknown"), (0, 0, "Fine")] };
static OLD: Values = Values { ranges: &[(0, 0, "Best Effort"), (2, 2, "Spare")] };
static NEW: Values = Values { ranges: &[(0, 0, "Background"), (1, 1, "Best Effort")] };
static PRIORITIES: &[Field] = &[field("vlan.priority", "Priority").u16().values(&NEW)];
static IDS: &[Field] = &[field("test.id", "Id").u8(), field("test.id", "Id").u24()];

/// The schema.
pub(crate) fn schema() -> Schema {
    let fields: Vec<Field> = vec![
        field("frame", "Frame").protocol(),
        field("frame.number", "Number").u32(),
        field("frame.len", "Length").u32(),
        field("frame.time", "Time").abs_time(),
        field("frame.time_relative", "Time since start").rel_time(),
        field("eth", "Ethernet").protocol(),
        field("eth.src", "Source").ether(),
        field("eth.dst", "Destination").ether(),
        field("ip", "IPv4").protocol(),
        field("ip.src", "Source").ipv4(),
        field("ip.dst", "Destination").ipv4(),
        field("ip.addr", "Address").ipv4(),
        field("ip.len", "Length").u16(),
        field("ip.ttl", "Time to live").u8(),
        field("ip.proto", "Protocol").u8().values(&PROTOCOLS),
        field("ipv6", "IPv6").protocol(),
        field("ipv6.src", "Source").ipv6(),
        field("ipv6.dst", "Destination").ipv6(),
        field("tcp", "TCP").protocol(),
        field("tcp.port", "Port").u16(),
        field("tcp.srcport", "Source port").u16(),
        field("tcp.dstport", "Destination port").u16(),
        field("tcp.flags", "Flags").u16().hex(),
        field("tcp.flags.push", "Push").bool().words("Set", "Not set"),
        field("tcp.analysis", "Analysis").none(),
        field("tcp.payload", "Payload").bytes(),
        field("tcp.scale", "Window scale").i32(),
        field("tcp.status", "Status").u8().values(&STATUS),
        field("udp", "UDP").protocol(),
        field("udp.port", "Port").u16(),
        field("http", "HTTP").protocol(),
        field("http.host", "Host").str(),
        field("http.request", "Request").bool(),
        field("dns.qry.name", "Name").str(),
        field("dhcp", "DHCP").protocol(),
        field("dhcp.type", "Type").u8(),
        field("fc", "Fibre Channel").protocol(),
        field("icmp.resptime", "Response time").f64(),
        field("kafka.error", "Error").i16().values(&SIGNED),
        field("vlan.priority", "Priority").u16().values(&OLD).also(PRIORITIES),
        field("test.level", "Level").u8().values(&SHARED),
        field("test.custom", "Custom").u8().format(|n| format!("<{n}>")),
        field("test.id", "Id").str().also(IDS),
        field("test.guid", "GUID").guid(),
        field("test.oid", "OID").oid(),
    ];
    let bootp = Alias { name: "bootp", target: "dhcp", deprecated_prefix: true };
    Schema::new(fields, &[bootp])
}
