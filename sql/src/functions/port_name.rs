//! `port_name(port)`: the service that a port is registered for, where that is well known.

use std::sync::Arc;

use datafusion::{
    arrow::{
        array::{Array, ArrayRef, AsArray, StringViewBuilder},
        compute::cast,
        datatypes::{DataType, UInt16Type},
    },
    common::{Result, plan_err},
    logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility},
};

use super::text::mapped;

/// The function.
pub(super) fn function() -> ScalarUDF {
    ScalarUDF::from(PortName { signature: Signature::any(1, Volatility::Immutable) })
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct PortName {
    signature: Signature,
}

impl ScalarUDFImpl for PortName {
    fn name(&self) -> &'static str {
        "port_name"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, args: &[DataType]) -> Result<DataType> {
        match args.first() {
            Some(port) if port.is_integer() => Ok(DataType::Utf8View),
            _ => plan_err!("port_name() takes a port, such as tcp.dstport"),
        }
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        match args.args.first() {
            Some(port) => mapped(port, names),
            None => plan_err!("port_name() takes a port"),
        }
    }
}

fn names(ports: &ArrayRef) -> Result<ArrayRef> {
    let ports = cast(ports, &DataType::UInt16)?;
    let mut builder = StringViewBuilder::with_capacity(ports.len());
    for port in ports.as_primitive::<UInt16Type>() {
        builder.append_option(port.and_then(name));
    }
    Ok(Arc::new(builder.finish()))
}

/// The name of a port.
fn name(port: u16) -> Option<&'static str> {
    let row = SERVICES.binary_search_by_key(&port, |row| row.0).ok()?;
    SERVICES.get(row).map(|row| row.1)
}

/// Ports and names of IANA's registry, in order, of services that are often met.
#[rustfmt::skip]
static SERVICES: &[(u16, &str)] = &[
    (7, "echo"), (9, "discard"), (13, "daytime"), (19, "chargen"), (20, "ftp-data"), (21, "ftp"), (22, "ssh"),
    (23, "telnet"), (25, "smtp"), (37, "time"), (43, "whois"), (49, "tacacs"), (53, "domain"), (67, "bootps"),
    (68, "bootpc"), (69, "tftp"), (70, "gopher"), (79, "finger"), (80, "http"), (88, "kerberos"), (102, "iso-tsap"),
    (110, "pop3"), (111, "sunrpc"), (113, "ident"), (119, "nntp"), (123, "ntp"), (135, "epmap"), (137, "netbios-ns"),
    (138, "netbios-dgm"), (139, "netbios-ssn"), (143, "imap"), (161, "snmp"), (162, "snmptrap"), (179, "bgp"),
    (194, "irc"), (264, "bgmp"), (389, "ldap"), (427, "svrloc"), (443, "https"), (445, "microsoft-ds"), (464, "kpasswd"),
    (465, "submissions"), (500, "isakmp"), (502, "mbap"), (514, "syslog"), (515, "printer"), (520, "router"),
    (546, "dhcpv6-client"), (547, "dhcpv6-server"), (548, "afpovertcp"), (554, "rtsp"), (587, "submission"),
    (631, "ipp"), (636, "ldaps"), (646, "ldp"), (853, "domain-s"), (860, "iscsi"), (873, "rsync"), (989, "ftps-data"),
    (990, "ftps"), (992, "telnets"), (993, "imaps"), (995, "pop3s"), (1080, "socks"), (1194, "openvpn"),
    (1352, "lotusnote"), (1433, "ms-sql-s"), (1434, "ms-sql-m"), (1521, "ncube-lm"), (1701, "l2tp"), (1723, "pptp"),
    (1812, "radius"), (1813, "radius-acct"), (1883, "mqtt"), (1900, "ssdp"), (2049, "nfs"), (2055, "iop"),
    (2123, "gtp-control"), (2152, "gtp-user"), (2181, "eforward"), (2375, "docker"), (2376, "docker-s"),
    (2379, "etcd-client"), (2380, "etcd-server"), (3128, "ndl-aas"), (3260, "iscsi-target"), (3268, "msft-gc"),
    (3306, "mysql"), (3389, "ms-wbt-server"), (3478, "stun"), (3784, "bfd-control"), (4369, "epmd"), (4500, "ipsec-nat-t"),
    (4739, "ipfix"), (4789, "vxlan"), (5060, "sip"), (5061, "sips"), (5222, "xmpp-client"), (5269, "xmpp-server"),
    (5349, "stuns"), (5351, "nat-pmp"), (5353, "mdns"), (5355, "llmnr"), (5432, "postgresql"), (5671, "amqps"),
    (5672, "amqp"), (5683, "coap"), (5900, "rfb"), (5984, "couchdb"), (6081, "geneve"), (6343, "sflow"), (6379, "redis"),
    (6514, "syslog-tls"), (8080, "http-alt"), (8125, "statsd"), (8443, "pcsync-https"), (8883, "secure-mqtt"),
    (9042, "cql"), (9092, "kafka"), (9200, "wap-wsp"), (10250, "kubelet"), (11211, "memcache"), (27017, "mongodb"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_are_in_order() {
        assert!(SERVICES.is_sorted_by_key(|row| row.0));
        assert_eq!((name(443), name(1), name(7)), (Some("https"), None, Some("echo")));
    }
}
