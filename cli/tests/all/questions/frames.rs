//! What tshark tells of a capture.

use std::{path::Path, process::Command, str::FromStr};

use serde_json::Value;

/// The fields that the answers are made from.
const FIELDS: &[&str] = &[
    "frame.number",
    "frame.time_epoch",
    "frame.len",
    "frame.protocols",
    "arp.opcode",
    "arp.src.proto_ipv4",
    "arp.dst.proto_ipv4",
    "vlan",
    "vlan.id",
    "vxlan",
    "vxlan.vni",
    "geneve",
    "geneve.vni",
    "gre",
    "ip",
    "ip.src",
    "ip.dst",
    "ipv6.src",
    "ipv6.dst",
    "icmp.type",
    "icmp.code",
    "udp.stream",
    "udp.srcport",
    "udp.dstport",
    "tcp",
    "tcp.stream",
    "tcp.srcport",
    "tcp.dstport",
    "tcp.flags.syn",
    "tcp.flags.ack",
    "tcp.flags.fin",
    "tcp.flags.reset",
    "tcp.analysis.initial_rtt",
    "tcp.analysis.retransmission",
    "tcp.analysis.zero_window",
    "dns.flags.response",
    "dns.flags.rcode",
    "dns.qry.name",
    "dns.response_to",
    "dns.time",
    "http.request",
    "http.request.method",
    "http.request.uri",
    "http.request.uri.path",
    "http.host",
    "http.response",
    "http.response.code",
    "http.request_in",
    "http.time",
    "tls.handshake.type",
    "tls.handshake.version",
    "tls.handshake.extensions.supported_version",
    "tls.handshake.extensions_server_name",
];

/// Between values of one field; it occurs in none of them here.
const BETWEEN: char = '^';

/// A frame: what it has of each field.
pub(super) struct Frame(Vec<String>);

/// Whether there is a tshark to ask.
pub(super) fn is_installed() -> bool {
    Command::new("tshark").arg("--version").output().is_ok_and(|output| output.status.success())
}

/// The frames of a capture.
pub(super) fn of(capture: &Path) -> Vec<Frame> {
    let mut tshark = Command::new("tshark");
    // Preferences of whoever runs this do not count.
    tshark.args(["-n", "-T", "fields"]);
    tshark
        .args(["-E", "occurrence=a", "-E", &format!("aggregator={BETWEEN}")])
        .env("TZ", "UTC")
        .env("WIRESHARK_CONFIG_DIR", "none");
    tshark.args(FIELDS.iter().flat_map(|field| ["-e", field]));
    let output = tshark.arg("-r").arg(capture).output().expect("tshark runs");
    assert!(output.status.success(), "{}: {}", capture.display(), String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().map(|line| Frame(line.split('\t').map(str::to_owned).collect())).collect()
}

impl Frame {
    /// All values of a field.
    pub(super) fn all(&self, field: &str) -> impl Iterator<Item = &str> {
        let at = FIELDS.iter().position(|one| *one == field).unwrap_or_else(|| panic!("{field} was not asked for"));
        self.0[at].split(BETWEEN).filter(|value| !value.is_empty())
    }

    /// Whether a field or a protocol occurs.
    pub(super) fn has(&self, field: &str) -> bool {
        self.all(field).next().is_some()
    }

    /// The first value.
    pub(super) fn first(&self, field: &str) -> Option<&str> {
        self.all(field).next()
    }

    /// The first value, as whatever it is.
    pub(super) fn get<T: FromStr>(&self, field: &str) -> Option<T> {
        let wrong = |value: &str| panic!("{field} of a frame is {value}");
        self.first(field).map(|value| value.parse().unwrap_or_else(|_| wrong(value)))
    }

    /// A field that every frame has.
    pub(super) fn know<T: FromStr>(&self, field: &str) -> T {
        self.get(field).unwrap_or_else(|| panic!("a frame has no {field}"))
    }

    /// Whether a flag is set; `None` where it is not there.
    pub(super) fn flag(&self, field: &str) -> Option<bool> {
        self.first(field).map(|value| matches!(value, "1" | "True"))
    }

    /// The sender's address, whichever version of IP it is.
    pub(super) fn sender(&self) -> Option<String> {
        self.first("ip.src").or_else(|| self.first("ipv6.src")).map(str::to_owned)
    }

    /// The receiver's.
    pub(super) fn receiver(&self) -> Option<String> {
        self.first("ip.dst").or_else(|| self.first("ipv6.dst")).map(str::to_owned)
    }
}

/// A value that sorts behind all others where it is not there, as in SQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Last<T>(bool, Option<T>);

pub(super) fn last<T>(value: Option<T>) -> Last<T> {
    Last(value.is_none(), value)
}

impl<T: ToString> Last<T> {
    pub(super) fn text(&self) -> Value {
        self.1.as_ref().map_or(Value::Null, |value| Value::String(value.to_string()))
    }
}

impl<T: Copy + Into<Value>> Last<T> {
    pub(super) fn value(&self) -> Value {
        self.1.map_or(Value::Null, Into::into)
    }
}

/// Nanoseconds since 1970 of a time in seconds, whose nine digits are all there.
pub(super) fn nanoseconds(epoch: &str) -> i64 {
    epoch.replace('.', "").parse().expect("a time")
}

/// The second that a time in seconds since 1970 falls into, as it is printed.
pub(super) fn second(epoch: &str) -> String {
    let seconds = epoch.split('.').next().and_then(|whole| whole.parse().ok()).expect("a time");
    let second = jiff::Timestamp::from_second(seconds).expect("a time");
    second.strftime("%Y-%m-%d %H:%M:%S.000000000").to_string()
}

/// The value that so large a part of all are not above, between the two nearest.
pub(super) fn percentile(mut values: Vec<f64>, part: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = part * (values.len() - 1) as f64;
    let (low, high) = (values[place.floor() as usize], values[place.ceil() as usize]);
    low + (high - low) * place.fract()
}

/// A part of a whole, in percent.
pub(super) fn percent(part: u64, whole: u64, digits: i32) -> f64 {
    let shift = 10f64.powi(digits);
    (100.0 * part as f64 / whole as f64 * shift).round() / shift
}
