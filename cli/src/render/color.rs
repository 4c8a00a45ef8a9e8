//! Colours of summary lines: what a frame is, at a glance.

use std::io::{self, IsTerminal};

use clap::{
    ColorChoice,
    builder::styling::{AnsiColor, Style},
};
use strato_engine::proto::dissect::Info;

/// Settles for all output whether there are colours.
pub(crate) fn choose(choice: ColorChoice) {
    let choice = match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
}

/// Whether messages on standard error have colours.
pub(crate) fn of_messages() -> bool {
    match anstream::ColorChoice::global() {
        anstream::ColorChoice::Auto => io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        anstream::ColorChoice::Always | anstream::ColorChoice::AlwaysAnsi => true,
        anstream::ColorChoice::Never => false,
    }
}

/// Whether standard output has colours.
pub(crate) fn of_output() -> bool {
    anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
}

/// The style of a frame's line: trouble in red, then by protocol.
pub(crate) fn of_line(info: &Info) -> Style {
    let trouble = ["[RST", "Retransmission", "Out-Of-Order", "Dup ACK", "Malformed", "unreachable"];
    let says = |word: &&str| info.info_notes.contains(*word) || info.info_column.contains(*word);
    let color = match info.protocol_column {
        _ if trouble.iter().any(says) => AnsiColor::Red,
        "TCP" => AnsiColor::White,
        "HTTP" | "HTTP2" | "HTTP/JSON" => AnsiColor::Green,
        "ARP" => AnsiColor::Yellow,
        "ICMP" | "ICMPv6" => AnsiColor::Magenta,
        "UDP" | "DNS" | "MDNS" | "DHCP" | "NTP" | "QUIC" => AnsiColor::Cyan,
        name if name.starts_with("TLS") => AnsiColor::Blue,
        _ => return Style::new(),
    };
    color.on_default()
}
