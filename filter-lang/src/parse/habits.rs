//! The other language of packet people: capture filters, as tcpdump takes them.
//!
//! Field names stand here as words to suggest, nothing depends on them: no schema is asked, and a schema without them
//! only makes the suggestion useless.

use super::cure::Stuck;
use crate::{
    diag::{Diagnostic, codes},
    token::Token,
};

/// `tcp port 80`, `host 10.0.0.1`, `src net 10.0.0.0/8`: words of a capture filter side by side.
pub(super) fn capture_filter(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    let word = |index: usize| match stuck.token(index) {
        Some(Token::Word(word) | Token::Integer((_, word))) => Some(*word),
        _ => None,
    };
    word(stuck.at)?;
    let first = (0..stuck.at).rev().take_while(|index| word(*index).is_some()).last()?;
    let last = (stuck.at..stuck.tokens.len()).take_while(|index| word(*index).is_some()).last()?;
    // Longer than any primitive: a sentence, not a capture filter.
    if last - first > 8 {
        return None;
    }
    let (start, meant) = (first..=stuck.at).find_map(|start| {
        let words: Vec<&str> = (start..=last).filter_map(word).collect();
        Some((start, translate(&words)?))
    })?;
    let span = stuck.span(start).to(stuck.span(last));
    let message = format!("`{}` is a capture filter", stuck.slice(start, last));
    let error = Diagnostic::error(codes::CAPTURE_FILTER, span, message, "this is the language of tcpdump");
    let alone = start == 0 && last + 1 == stuck.tokens.len();
    let meant = if meant.contains(" or ") && !alone { format!("({meant})") } else { meant };
    stuck.blot(start, last);
    Some(error.suggest(span, meant, "a display filter compares fields with values"))
}

/// The display filter for one primitive of a capture filter.
fn translate(words: &[&str]) -> Option<String> {
    let (protocol, words) = match words {
        [protocol @ ("tcp" | "udp" | "sctp" | "ip" | "ip6" | "ether" | "arp"), rest @ ..] => (*protocol, rest),
        _ => ("", words),
    };
    let (direction, words) = match words {
        [direction @ ("src" | "dst"), rest @ ..] => (*direction, rest),
        _ => ("", words),
    };
    let is_number = |value: &str| !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit());
    match *words {
        ["port", port] if is_number(port) => Some(ports(protocol, direction, &format!("== {port}"))),
        ["portrange", range] => {
            let (low, high) = range.split_once('-').filter(|(low, high)| is_number(low) && is_number(high))?;
            Some(ports(protocol, direction, &format!("in {{{low}..{high}}}")))
        }
        ["host" | "net", address] => Some(addresses(protocol, direction, address)),
        [address] if !direction.is_empty() => Some(addresses(protocol, direction, address)),
        ["vlan", id] if is_number(id) && protocol.is_empty() => Some(format!("vlan.id == {id}")),
        ["less", length] if is_number(length) => Some(format!("frame.len <= {length}")),
        ["greater", length] if is_number(length) => Some(format!("frame.len >= {length}")),
        ["proto", number] if matches!(protocol, "ip" | "") && is_number(number) => {
            Some(format!("ip.proto == {number}"))
        }
        _ => None,
    }
}

fn ports(protocol: &str, direction: &str, test: &str) -> String {
    let field = match direction {
        "src" => "srcport",
        "dst" => "dstport",
        _ => "port",
    };
    match protocol {
        "tcp" | "udp" | "sctp" => format!("{protocol}.{field} {test}"),
        _ => format!("tcp.{field} {test} or udp.{field} {test}"),
    }
}

fn addresses(protocol: &str, direction: &str, address: &str) -> String {
    let is_mac = address.split([':', '-']).filter(|part| part.len() <= 2).count() == 6;
    let prefix = match protocol {
        "ether" => "eth",
        "ip6" => "ipv6",
        _ if is_mac => "eth",
        _ if address.contains(':') => "ipv6",
        _ => "ip",
    };
    let direction = if direction.is_empty() { "addr" } else { direction };
    let numeric = address.starts_with(|c: char| c.is_ascii_digit()) || address.contains(':');
    let (field, value) = if numeric {
        (format!("{prefix}.{direction}"), address.to_owned())
    } else {
        let direction = if direction == "addr" { "host".to_owned() } else { format!("{direction}_host") };
        (format!("{prefix}.{direction}"), format!("\"{address}\""))
    };
    format!("{field} == {value}")
}
