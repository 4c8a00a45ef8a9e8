//! Other names of fields: a row each.

use strato_filter_lang::schema::Alias;

const fn prefix(name: &'static str, target: &'static str) -> Alias {
    Alias { name, target, deprecated_prefix: true }
}

/// All aliases.
pub static ALIASES: &[Alias] = &[
    // renamed in Wireshark (dfilter-semantics M6)
    prefix("bootp", "dhcp"),
    prefix("ssl", "tls"),
];
