//! Which protocol the user says that bytes are: `-d LAYER==SELECTOR,PROTOCOL`, as tshark takes it.

use std::ops::RangeInclusive;

use strato_filter_lang::diag::similar;

use crate::proto::{Proto, Table, registry};

/// A layer whose tables can be changed.
struct LayerType {
    name: &'static str,
    table: Table,
    /// Largest number there.
    max: u32,
}

const LAYER_TYPES: [LayerType; 6] = [
    LayerType { name: "tcp.port", table: Table::TcpPort, max: 0xffff },
    LayerType { name: "udp.port", table: Table::UdpPort, max: 0xffff },
    LayerType { name: "sctp.port", table: Table::SctpPort, max: 0xffff },
    LayerType { name: "sctp.ppi", table: Table::SctpPpi, max: u32::MAX },
    LayerType { name: "ip.proto", table: Table::IpProto, max: 0xff },
    LayerType { name: "ethertype", table: Table::EtherType, max: 0xffff },
];

/// One row: these numbers of that table name this protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The table.
    pub table: Table,
    /// Its numbers.
    pub keys: RangeInclusive<u32>,
    /// Who gets the bytes.
    pub proto: Proto,
}

/// All that the user said; of two rules for a number the later one counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecodeAs {
    rules: Vec<Rule>,
}

impl DecodeAs {
    /// Adds a rule from `LAYER==SELECTOR,PROTOCOL`; the selector is a number, `FIRST-LAST` or `FIRST:COUNT`.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn add(&mut self, text: &str) -> Result<(), String> {
        let template = || {
            format!("`{text}` is not LAYER==SELECTOR,PROTOCOL, e.g. `tcp.port==8888,http` or `udp.port==5000-5010,sip`")
        };
        let (layer, rest) = text.split_once("==").ok_or_else(template)?;
        let (selector, name) = rest.split_once(',').ok_or_else(template)?;
        let layer = layer_type(layer.trim())?;
        let keys = keys(selector.trim(), layer)?;
        let proto = protocol(name.trim(), layer)?;
        self.rules.push(Rule { table: layer.table, keys, proto });
        Ok(())
    }

    /// The rules, the earliest first.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The protocol that the user named for a number.
    pub fn lookup(&self, table: Table, key: u32) -> Option<Proto> {
        let rule = self.rules.iter().rev().find(|rule| rule.table == table && rule.keys.contains(&key))?;
        Some(rule.proto)
    }
}

fn layer_type(name: &str) -> Result<&'static LayerType, String> {
    LAYER_TYPES.iter().find(|layer| layer.name == name).ok_or_else(|| {
        let all = || LAYER_TYPES.iter().map(|layer| layer.name);
        unknown("layer", name, &all().collect::<Vec<_>>(), "layers are")
    })
}

fn protocol(name: &str, layer: &LayerType) -> Result<Proto, String> {
    let fits =
        |proto: &Proto| registry::protocol(*proto).parents.iter().any(|parent| parent.table() == Some(layer.table));
    let mut known: Vec<_> = Proto::ALL.into_iter().filter(fits).collect();
    known.sort_unstable_by_key(|proto| registry::protocol(*proto).name);
    let found = known.iter().find(|proto| registry::protocol(**proto).name == name);
    found.copied().ok_or_else(|| {
        let names: Vec<_> = known.iter().map(|proto| registry::protocol(*proto).name).collect();
        unknown("protocol", name, &names, &format!("in `{}` there are", layer.name))
    })
}

fn unknown(kind: &str, name: &str, known: &[&str], there_are: &str) -> String {
    let near = similar::names(name, known.iter().copied());
    let near = if near.is_empty() { String::new() } else { format!("did you mean `{}`? ", near.join("`, `")) };
    format!("there is no {kind} `{name}`; {near}{there_are} `{}`", known.join("`, `"))
}

fn keys(selector: &str, layer: &LayerType) -> Result<RangeInclusive<u32>, String> {
    let number = |text: &str| {
        let value = match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => text.parse(),
        };
        let LayerType { name, max, .. } = layer;
        value.ok().filter(|value| value <= max).ok_or_else(|| {
            format!("`{text}` is no number of `{name}`: 0 to {max}, ranges as FIRST-LAST or FIRST:COUNT")
        })
    };
    let range = if let Some((first, last)) = selector.split_once('-') {
        number(first)?..=number(last)?
    } else if let Some((first, count)) = selector.split_once(':') {
        let (first, count) = (number(first)?, number(count)?);
        let last = (first + count).checked_sub(1).filter(|last| *last <= layer.max);
        first..=last.ok_or_else(|| format!("`{selector}` holds numbers that `{}` does not have", layer.name))?
    } else {
        let only = number(selector)?;
        only..=only
    };
    if range.is_empty() { Err(format!("`{selector}` holds no number")) } else { Ok(range) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys_of(text: &str) -> RangeInclusive<u32> {
        let mut rules = DecodeAs::default();
        rules.add(text).unwrap();
        rules.rules()[0].keys.clone()
    }

    #[test]
    fn selectors_are_those_of_tshark() {
        assert_eq!(keys_of("tcp.port==8888,http"), 8888..=8888);
        assert_eq!(keys_of("tcp.port==8000-8010,http"), 8000..=8010);
        assert_eq!(keys_of("tcp.port==8888:3,http"), 8888..=8890);
        assert_eq!(keys_of("ethertype==0x0900,ip"), 0x900..=0x900);
    }

    #[test]
    fn the_last_rule_counts() {
        let mut rules = DecodeAs::default();
        rules.add("tcp.port==1-9,http").unwrap();
        rules.add("tcp.port==5,tls").unwrap();
        let found = [4, 5, 10].map(|port| rules.lookup(Table::TcpPort, port));
        assert_eq!(found, [Some(Proto::Http), Some(Proto::Tls), None]);
        assert_eq!(rules.lookup(Table::UdpPort, 5), None);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let mut rules = DecodeAs::default();
        let mut error = |text: &str| rules.add(text).unwrap_err();
        assert!(error("tcp.port=80,http").contains("LAYER==SELECTOR,PROTOCOL"));
        assert!(error("tcp.prt==80,http").starts_with("there is no layer `tcp.prt`; did you mean `tcp.port`?"));
        let unknown = error("tcp.port==80,htp");
        assert!(
            unknown.starts_with("there is no protocol `htp`; did you mean ") && unknown.contains("`http`"),
            "{unknown}"
        );
        let elsewhere = error("tcp.port==80,arp");
        assert!(elsewhere.contains("in `tcp.port` there are `") && elsewhere.contains("`http`"), "{elsewhere}");
        for selector in ["", "x", "65536", "9-3", "80:0", "65535:2", "1-2:3"] {
            assert!(!error(&format!("tcp.port=={selector},http")).contains("protocol"), "{selector}");
        }
        assert_eq!(rules, DecodeAs::default());
    }
}
