//! Preferences that change what dissectors emit, by Wireshark's names.
//!
//! A protocol declares those it has beside its fields ([`Protocol::preferences`]); those about its ports come from its
//! parents. Anything but the usual is only known to the dissectors: the short ways around them are not taken then.

use std::{collections::BTreeMap, ops::RangeInclusive};

use strato_filter_lang::diag::similar;

use crate::proto::{Parent, Proto, Protocol, Table, registry};

/// The declaration of a flag.
#[derive(Clone, Copy, Debug)]
pub struct Preference {
    /// Its name.
    pub name: &'static str,
    /// What it does when it is set.
    pub help: &'static str,
    /// What it is unless it is said.
    pub usual: bool,
}

/// Names one flag in the code of a dissector; made by the macro `preferences!` of `proto.rs`.
#[derive(Clone, Copy, Debug)]
pub struct P {
    /// The protocol that declares it.
    pub proto: Proto,
    /// Its row there.
    pub index: u8,
}

/// Ports of a protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ports {
    /// Of TCP or UDP.
    pub table: Table,
    /// Whose they are.
    pub proto: Proto,
    /// All of them.
    pub ranges: Vec<RangeInclusive<u16>>,
}

/// The preferences, as `-o NAME:VALUE` sets them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    flags: BTreeMap<&'static str, bool>,
    ports: Vec<Ports>,
    keylog: Option<String>,
}

/// A preference as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// Its name.
    pub name: String,
    /// Kind of value.
    pub kind: &'static str,
    /// Its value unless it is said.
    pub usual: String,
    /// What it does.
    pub help: String,
}

/// The file with secrets of TLS.
const KEYLOG: &str = "tls.keylog_file";

impl Preferences {
    /// Sets a preference from `NAME:VALUE`.
    ///
    /// # Errors
    /// The name is not known or the value is none of its kind.
    pub fn set(&mut self, setting: &str) -> Result<(), String> {
        let (name, value) = setting.split_once(':').ok_or_else(|| format!("`{setting}` is not NAME:VALUE"))?;
        let (name, value) = (current_name(name.trim()), value.trim());
        if name == KEYLOG {
            self.keylog = Some(value.to_owned()).filter(|value| !value.is_empty());
            return Ok(());
        }
        if let Some(flag) = flags().find(|flag| flag.name == name) {
            let value = match value.to_ascii_lowercase().as_str() {
                "true" => true,
                "false" => false,
                _ => return Err(format!("`{value}` is neither TRUE nor FALSE")),
            };
            self.flags.insert(flag.name, value);
            return Ok(());
        }
        if let Some((table, proto)) = ports_named(&name) {
            let ranges = ranges(value)?;
            self.ports.retain(|ports| (ports.table, ports.proto) != (table, proto));
            self.ports.push(Ports { table, proto, ranges });
            return Ok(());
        }
        let known = all();
        let near = similar::names(&name, known.iter().map(|known| known.name.as_str()));
        let near = if near.is_empty() { String::new() } else { format!("; did you mean `{}`?", near.join("`, `")) };
        Err(format!("there is no preference `{name}`{near} (`strato fields --preferences` lists them)"))
    }

    /// Whether a flag is set.
    pub fn flag(&self, flag: &Preference) -> bool {
        self.flags.get(flag.name).copied().unwrap_or(flag.usual)
    }

    /// Ports that were said.
    pub fn ports(&self) -> &[Ports] {
        &self.ports
    }

    /// The file with secrets of TLS.
    pub fn keylog(&self) -> Option<&str> {
        self.keylog.as_deref()
    }

    /// Whether all that dissectors ask is as usual.
    pub fn are_usual(&self) -> bool {
        self.ports.is_empty() && flags().all(|flag| self.flag(flag) == flag.usual)
    }
}

/// The name of today of a preference of which Wireshark knows an older one.
fn current_name(name: &str) -> String {
    let renamed = [("ssl.", "tls."), ("bootp.", "dhcp.")];
    let new = renamed.iter().find_map(|(old, new)| Some(format!("{new}{}", name.strip_prefix(old)?)));
    new.unwrap_or_else(|| name.to_owned())
}

/// All flags, protocol by protocol.
fn flags() -> impl Iterator<Item = &'static Preference> {
    Proto::ALL.into_iter().flat_map(|proto| registry::protocol(proto).preferences)
}

/// Ports that a protocol is found by.
fn ports_of(protocol: &Protocol, table: Table) -> Vec<u16> {
    let port = |parent: &Parent| match *parent {
        Parent::TcpPort(port) if table == Table::TcpPort => Some(port),
        Parent::UdpPort(port) if table == Table::UdpPort => Some(port),
        _ => None,
    };
    let mut ports: Vec<u16> = protocol.parents.iter().filter_map(port).collect();
    ports.sort_unstable();
    ports
}

const PORT_TABLES: [(&str, Table); 2] = [("tcp", Table::TcpPort), ("udp", Table::UdpPort)];

/// Whose ports `NAME.tcp.port` or `NAME.udp.port` tells.
fn ports_named(name: &str) -> Option<(Table, Proto)> {
    PORT_TABLES.into_iter().find_map(|(transport, table)| {
        let protocol = name.strip_suffix(".port")?.strip_suffix(transport)?.strip_suffix('.')?;
        let of = |proto: &Proto| {
            let declared = registry::protocol(*proto);
            declared.name == protocol && !ports_of(declared, table).is_empty()
        };
        Some((table, Proto::ALL.into_iter().find(of)?))
    })
}

/// Numbers and ranges with commas; nothing says no port.
fn ranges(text: &str) -> Result<Vec<RangeInclusive<u16>>, String> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    let range = |part: &str| {
        let number = |text: &str| text.trim().parse::<u16>();
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        match (number(first), number(last)) {
            (Ok(first), Ok(last)) if first <= last => Ok(first..=last),
            _ => Err(format!("`{part}` is neither a port nor a range of ports such as `8000-8010`")),
        }
    };
    parts.map(range).collect()
}

/// All preferences, by name.
pub fn all() -> Vec<Described> {
    let mut all: Vec<Described> = flags()
        .map(|flag| Described {
            name: flag.name.to_owned(),
            kind: "TRUE or FALSE",
            usual: if flag.usual { "TRUE" } else { "FALSE" }.to_owned(),
            help: flag.help.to_owned(),
        })
        .collect();
    for proto in Proto::ALL {
        let declared = registry::protocol(proto);
        for (transport, table) in PORT_TABLES {
            let ports = ports_of(declared, table);
            if !ports.is_empty() {
                all.push(Described {
                    name: format!("{}.{transport}.port", declared.name),
                    kind: "ports",
                    usual: ports.iter().map(u16::to_string).collect::<Vec<_>>().join(","),
                    help: format!("more {} ports of {}", transport.to_uppercase(), declared.title),
                });
            }
        }
    }
    all.push(Described {
        name: KEYLOG.to_owned(),
        kind: "a file",
        usual: String::new(),
        help: "Secrets of TLS, as clients write them to SSLKEYLOGFILE".to_owned(),
    });
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_checked() {
        let mut preferences = Preferences::default();
        assert!(preferences.are_usual());
        preferences.set("tcp.relative_sequence_numbers: false").unwrap();
        assert!(!preferences.are_usual());
        preferences.set("tcp.relative_sequence_numbers:TRUE").unwrap();
        assert!(preferences.are_usual());
        preferences.set("http.tcp.port:80, 8000-8010").unwrap();
        assert_eq!(preferences.ports()[0].ranges, [80..=80, 8000..=8010]);
        preferences.set("ssl.keylog_file:keys").unwrap();
        assert_eq!(preferences.keylog(), Some("keys"));
        for wrong in ["tcp", "tcp.check_checksum:1", "http.tcp.port:9-8", "http.tcp.port:x"] {
            assert!(preferences.set(wrong).is_err(), "{wrong}");
        }
        let error = preferences.set("tcp.check_checksums:TRUE").unwrap_err();
        assert!(error.contains("did you mean `tcp.check_checksum`?"), "{error}");
    }

    #[test]
    fn names_are_told_once() {
        let all = all();
        assert!(all.windows(2).all(|pair| pair[0].name < pair[1].name));
    }
}
