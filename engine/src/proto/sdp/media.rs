//! The ends of media that a description announces.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::Exchange;
use crate::proto::{
    Proto,
    dissect::{Addr, Cx},
    rtp::setup::{self, Setup, What},
};

/// Media that one description can announce.
const MOST: usize = 20;
/// Bytes that authenticate a packet, where nothing else is said, RFC 3711 §5.2.
const TAG: u8 = 10;

/// What was read of a description.
#[derive(Default)]
pub(super) struct Session {
    /// The address where media have none of their own.
    addr: Addr,
    media: Vec<Media>,
}

/// One kind of media.
struct Media {
    addr: Addr,
    port: u16,
    what: Option<What>,
    /// The port of its reports, where it is said.
    reports: Option<u16>,
    types: Vec<(u8, String)>,
}

impl Session {
    /// Takes a line.
    pub(super) fn line(&mut self, kind: u8, value: &[u8]) {
        let Ok(value) = std::str::from_utf8(value) else { return };
        match kind {
            b'c' => {
                let addr = connection(value);
                *self.media.last_mut().map_or(&mut self.addr, |media| &mut media.addr) = addr;
            }
            b'm' if self.media.len() < MOST => self.media.push(Media::new(self.addr, value)),
            b'a' => {
                if let Some(media) = self.media.last_mut() {
                    media.attribute(value);
                }
            }
            _ => {}
        }
    }

    /// Says where media will be.
    pub(super) fn announce(self, cx: &mut Cx<'_>) {
        let frame = match cx.state.get::<Exchange>(Proto::Sdp).copied().unwrap_or_default() {
            Exchange::Alone => cx.frame.number,
            Exchange::Answer(frame) => frame,
            Exchange::Told => return,
        };
        for media in self.media {
            let Some(what) = media.what.filter(|_| media.port != 0 && media.addr != Addr::None) else { continue };
            let setup = Setup { frame, method: "SDP", what, types: media.types };
            if matches!(what, What::Rtp | What::Srtp(_)) {
                let reports = media.reports.unwrap_or(media.port.wrapping_add(1));
                let setup = Setup { what: What::Rtcp, types: Vec::new(), ..setup };
                setup::announce(cx, (media.addr, reports), setup);
            }
            setup::announce(cx, (media.addr, media.port), setup);
        }
    }
}

impl Media {
    fn new(addr: Addr, line: &str) -> Self {
        let mut words = line.split_ascii_whitespace();
        let kind = words.next().unwrap_or_default();
        let ports = words.next().unwrap_or_default();
        let port = ports.split('/').next().unwrap_or_default().parse().unwrap_or_default();
        let proto = words.next().unwrap_or_default();
        let what = match proto {
            "RTP/AVP" | "RTP/AVPF" => Some(What::Rtp),
            "RTP/SAVP" | "RTP/SAVPF" => Some(What::Srtp(TAG)),
            _ if proto.eq_ignore_ascii_case("udptl") && kind == "image" => Some(What::T38),
            _ => None,
        };
        Self { addr, port, what, reports: None, types: Vec::new() }
    }

    fn attribute(&mut self, value: &str) {
        if let Some(rest) = value.strip_prefix("rtpmap:") {
            let mut words = rest.split_ascii_whitespace();
            let number = words.next().and_then(|word| word.parse().ok());
            let name = words.next().and_then(|word| word.split('/').next());
            if let (Some(number), Some(name)) = (number, name) {
                self.types.push((number, name.to_owned()));
            }
        } else if let Some(rest) = value.strip_prefix("rtcp:") {
            self.reports = rest.split_ascii_whitespace().next().and_then(|word| word.parse().ok());
        }
    }
}

/// The address of a connection line, if it is one.
fn connection(value: &str) -> Addr {
    let mut words = value.split_ascii_whitespace();
    let (Some("IN"), Some(kind), Some(addr)) = (words.next(), words.next(), words.next()) else { return Addr::None };
    let addr = addr.split('/').next().unwrap_or_default();
    match kind {
        "IP4" => addr.parse::<Ipv4Addr>().map_or(Addr::None, |addr| Addr::V4(addr.into())),
        "IP6" => addr.parse::<Ipv6Addr>().map_or(Addr::None, |addr| Addr::V6(addr.into())),
        _ => Addr::None,
    }
}
