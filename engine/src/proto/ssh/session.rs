//! What is remembered of a connection.

use crate::proto::recent::Recent;

pub(super) type Sessions = Recent<u32, Session>;

/// Bytes of the tag that AES-GCM adds.
pub(super) const GCM_TAG: usize = 16;

/// Which messages the numbers from 30 to 39 stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Method {
    #[default]
    DiffieHellman,
    GroupExchange,
    EllipticCurve,
}

impl Method {
    fn named(name: &str) -> Self {
        match name {
            "diffie-hellman-group-exchange-sha1" | "diffie-hellman-group-exchange-sha256" => Self::GroupExchange,
            "curve25519-sha256" | "curve25519-sha256@libssh.org" | "curve448-sha512" => Self::EllipticCurve,
            _ if name.starts_with("ecdh-sha2-") => Self::EllipticCurve,
            _ => Self::DiffieHellman,
        }
    }
}

/// How much can be seen of encrypted packets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Cipher {
    /// Wireshark could decrypt it with keys and shows nothing without; it looks at a block of this size.
    Hidden { block: usize },
    /// The same, with the length in the clear.
    Gcm,
    /// It tells the parts of a packet apart.
    #[default]
    Other,
}

impl Cipher {
    fn named(name: &str) -> Self {
        match name {
            "chacha20-poly1305@openssh.com" => Self::Hidden { block: 4 },
            "aes128-gcm@openssh.com" | "aes256-gcm@openssh.com" => Self::Gcm,
            "aes128-cbc" | "aes192-cbc" | "aes256-cbc" | "aes128-ctr" | "aes192-ctr" | "aes256-ctr" => {
                Self::Hidden { block: 16 }
            }
            _ => Self::Other,
        }
    }
}

/// The lists of a key exchange's first message that matter later, each for client to server and back.
#[derive(Clone, Debug, Default)]
pub(super) struct Proposal {
    pub(super) kex: String,
    pub(super) encryption: [String; 2],
    pub(super) mac: [String; 2],
    pub(super) compression: [String; 2],
}

/// One end of a connection.
#[derive(Clone, Debug, Default)]
pub(super) struct Peer {
    /// Frames of the greeting.
    pub(super) greeted_from: Option<u64>,
    pub(super) greeted_until: Option<u64>,
    /// Frame of the first message of the key exchange.
    pub(super) kex_from: Option<u64>,
    /// Frame and offset of the last one.
    pub(super) kex_until: Option<(u64, usize)>,
    pub(super) proposal: Option<Proposal>,
    pub(super) cipher: Cipher,
    pub(super) mac_len: usize,
    pub(super) length_in_the_clear: bool,
    /// Messages counted so far, and the numbers that some got.
    sequence: u32,
    numbers: Vec<(u8, u32)>,
    /// What the keys agreed upon will be used with, known before they are.
    agreed: Option<(Cipher, usize, bool)>,
}

impl Peer {
    pub(super) fn may_greet(&self, frame: u64) -> bool {
        self.greeted_from.is_none_or(|from| frame >= from) && self.greeted_until.is_none_or(|until| frame <= until)
    }

    /// Whether what stands at an offset of a frame is not encrypted yet.
    pub(super) fn in_the_clear(&self, frame: u64, at: usize) -> bool {
        match (self.kex_from, self.kex_until) {
            (None, _) => true,
            (Some(from), _) if from > frame => false,
            (_, Some((until, offset))) => frame < until || (frame == until && at < offset),
            (_, None) => true,
        }
    }

    /// The number of a message that is numbered before it is counted.
    pub(super) fn number(&mut self, code: u8) -> u32 {
        self.numbered(code, false)
    }

    /// The number of a message that is counted first, as Wireshark does with those of Diffie and Hellman.
    pub(super) fn next_number(&mut self, code: u8) -> u32 {
        self.numbered(code, true)
    }

    fn numbered(&mut self, code: u8, counted_first: bool) -> u32 {
        if let Some((_, number)) = self.numbers.iter().find(|(known, _)| *known == code) {
            return *number;
        }
        let before = self.sequence;
        self.sequence = before.wrapping_add(1);
        let number = if counted_first { self.sequence } else { before };
        self.numbers.push((code, number));
        number
    }

    /// New keys are used from now on.
    pub(super) fn take_keys(&mut self, frame: u64, offset: usize) {
        if self.kex_until.is_none() {
            self.kex_until = Some((frame, offset));
            if let Some((cipher, mac_len, clear)) = self.agreed {
                (self.cipher, self.mac_len, self.length_in_the_clear) = (cipher, mac_len, clear);
            }
        }
    }
}

/// A connection.
#[derive(Clone, Debug, Default)]
pub(super) struct Session {
    /// 1 or 2; 0 while the client has not said.
    pub(super) version: u8,
    pub(super) method: Option<Method>,
    peers: [Peer; 2],
}

impl Session {
    pub(super) fn peer(&mut self, server: bool) -> &mut Peer {
        let [client, other] = &mut self.peers;
        if server { other } else { client }
    }

    /// The first of the client's names that the server knows too.
    fn choose<'s>(&'s self, list: impl Fn(&'s Proposal) -> &'s str) -> Option<&'s str> {
        let [Some(client), Some(server)] = self.peers.each_ref().map(|peer| peer.proposal.as_ref()) else {
            return None;
        };
        let offered = list(server);
        list(client).split(',').find(|name| offered.split(',').any(|other| other == *name))
    }

    /// Both proposals may be there: the method is known.
    pub(super) fn choose_method(&mut self) {
        if self.method.is_none() {
            self.method = self.choose(|proposal| &proposal.kex).map(Method::named);
        }
    }

    /// Agrees on algorithms for both directions; in use when new keys are.
    pub(super) fn agree(&mut self) {
        for way in 0..2 {
            let pick = |lists: &'static dyn Fn(&Proposal) -> &[String; 2]| {
                self.choose(move |proposal| lists(proposal).get(way).map_or("", String::as_str)).map(str::to_owned)
            };
            let Some(encryption) = pick(&|proposal| &proposal.encryption) else { continue };
            let mac = pick(&|proposal| &proposal.mac).unwrap_or_default();
            let (len, clear) = mac_length(&mac);
            if let Some(peer) = self.peers.get_mut(way) {
                peer.agreed.get_or_insert((Cipher::named(&encryption), len, clear));
            }
        }
    }
}

/// Bytes of a message authentication code, and whether packets with it have their length in the clear.
fn mac_length(name: &str) -> (usize, bool) {
    let clear = name.contains("-etm@openssh.com");
    let name = name.split_once("-etm@openssh.com").or(name.split_once("@openssh.com")).map_or(name, |(name, _)| name);
    let bits = name.rsplit_once('-').and_then(|(_, bits)| bits.parse::<usize>().ok());
    let len = match (bits, name) {
        (Some(bits), _) if bits > 0 && bits % 8 == 0 => bits / 8,
        (_, "hmac-sha1" | "hmac-ripemd160") => 20,
        (_, "hmac-md5") => 16,
        _ => 0,
    };
    (len, clear)
}

#[cfg(test)]
mod tests {
    use super::mac_length;

    #[test]
    fn lengths_of_codes_by_name() {
        assert_eq!(mac_length("hmac-sha2-256-etm@openssh.com"), (32, true));
        assert_eq!(mac_length("umac-64@openssh.com"), (8, false));
        assert_eq!(mac_length("hmac-sha1-96"), (12, false));
        assert_eq!(mac_length("hmac-md5"), (16, false));
        assert_eq!(mac_length("none"), (0, false));
    }
}
