//! Versions and the keys of packets, RFC 9001 §5, RFC 9369 §3.

use crate::crypto::{Aead, Hash, aes_block, chacha20_mask};

/// QUIC version 2.
pub(super) const V2: u32 = 0x6b33_43cf;

/// Salt of the initial keys of a version; `None` for a version that is not known.
fn salt(version: u32) -> Option<[u8; 20]> {
    Some(match draft(version)? {
        22 => *b"\x7f\xbc\xdb\x0e\x7c\x66\xbb\xe9\x19\x3a\x96\xcd\x21\x51\x9e\xbd\x7a\x02\x64\x4a",
        23..=28 => *b"\xc3\xee\xf7\x12\xc7\x2e\xbb\x5a\x11\xa7\xd2\x43\x2b\xb4\x63\x65\xbe\xf9\xf5\x02",
        29..=32 => *b"\xaf\xbf\xec\x28\x99\x93\xd2\x4c\x9e\x97\x86\xf1\x9c\x61\x11\xe0\x43\x90\xa8\x99",
        33..=34 if version == V2 => *b"\x0d\xed\xe3\xde\xf7\x00\xa6\xdb\x81\x93\x81\xbe\x6e\x26\x9d\xcb\xf9\xbd\x2e\xd9",
        _ => *b"\x38\x76\x2c\xf7\xf5\x59\x34\xb3\x4d\x17\x9a\xe6\xa4\xc8\x0c\xad\xcc\xbb\x7f\x0a",
    })
}

/// The draft that a version is, or is like.
fn draft(version: u32) -> Option<u32> {
    match version {
        1 | V2 => Some(34),
        0xff00_0016..=0xff00_0022 => Some(version & 0xff),
        0xface_b001 => Some(22),
        0xface_b002 | 0xface_b00e => Some(27),
        _ => None,
    }
}

/// Whether packets of this version are dissected.
pub(super) fn is_known(version: u32) -> bool {
    draft(version).is_some()
}

/// The secrets of Initial packets, client's and server's, from the connection id the client chose.
pub(super) fn initial_secrets(version: u32, id: &[u8]) -> Option<[Vec<u8>; 2]> {
    let secret = Hash::Sha256.extract(&salt(version)?, id);
    Some(["client in", "server in"].map(|label| Hash::Sha256.expand_label(&secret, label, 32)))
}

/// The keys of one direction at one level of encryption.
#[derive(Clone, Debug)]
pub(super) struct Keys {
    aead: Aead,
    key: Vec<u8>,
    iv: [u8; 12],
    header: Vec<u8>,
}

impl Keys {
    /// Of a secret.
    pub(super) fn of(version: u32, aead: Aead, hash: Hash, secret: &[u8]) -> Option<Self> {
        let prefix = if version == V2 { "quicv2" } else { "quic" };
        let part = |name: &str, len| hash.expand_label(secret, &format!("{prefix} {name}"), len);
        let iv = part("iv", 12).try_into().ok()?;
        Some(Self { aead, key: part("key", aead.key_len()), iv, header: part("hp", aead.key_len()) })
    }

    /// Of Initial packets.
    pub(super) fn initial(version: u32, secret: &[u8]) -> Option<Self> {
        Self::of(version, Aead::Aes128Gcm, Hash::Sha256, secret)
    }

    /// The mask that a packet's header is protected by.
    fn mask(&self, packet: &[u8], number_at: usize) -> Option<[u8; 5]> {
        let sample = packet.get(number_at + 4..)?.first_chunk::<16>()?;
        match self.aead {
            Aead::ChaCha20Poly1305 => chacha20_mask(&self.header, *sample),
            Aead::Aes128Gcm | Aead::Aes256Gcm => aes_block(&self.header, *sample)?.first_chunk().copied(),
        }
    }

    /// Takes the protection off a packet: its number stands at `number_at`, `largest` is the largest number so far.
    /// `None` if it is too short to have any.
    pub(super) fn open(&self, packet: &[u8], number_at: usize, largest: u64) -> Option<Opened> {
        let mask = self.mask(packet, number_at)?;
        let first = *packet.first()?;
        let hidden = if first & 0x80 == 0 { 0x1f } else { 0x0f };
        let first = first ^ mask[0] & hidden;
        let len = usize::from(first & 3) + 1;
        let mut header = packet.get(..number_at + len)?.to_vec();
        *header.first_mut()? = first;
        let mut number = 0u64;
        for (byte, mask) in header.iter_mut().skip(number_at).zip(&mask[1..]) {
            *byte ^= mask;
            number = number << 8 | u64::from(*byte);
        }
        let number = whole_number(number, len, largest);
        let mut nonce = self.iv;
        for (to, from) in nonce.iter_mut().skip(4).zip(number.to_be_bytes()) {
            *to ^= from;
        }
        let payload = self.aead.open(&self.key, nonce, &header, packet.get(number_at + len..)?);
        Some(Opened { first, number, number_len: len, payload })
    }
}

/// The packet number of which only the end is written, RFC 9000 appendix A.3.
fn whole_number(written: u64, len: usize, largest: u64) -> u64 {
    let (expected, window) = (largest + 1, 1u64 << (len * 8));
    let candidate = expected & !(window - 1) | written;
    if candidate + window / 2 <= expected && candidate < (1 << 62) - window {
        candidate + window
    } else if candidate > expected + window / 2 && candidate >= window {
        candidate - window
    } else {
        candidate
    }
}

/// The keys of 1-RTT packets: they change, the protection of headers stays.
#[derive(Clone, Debug)]
pub(super) struct DataKeys {
    version: u32,
    hash: Hash,
    secret: Vec<u8>,
    phase: bool,
    keys: Keys,
}

impl DataKeys {
    /// Of the first secret.
    pub(super) fn of(version: u32, aead: Aead, hash: Hash, secret: &[u8]) -> Option<Self> {
        let keys = Keys::of(version, aead, hash, secret)?;
        Some(Self { version, hash, secret: secret.to_vec(), phase: false, keys })
    }

    /// The first byte without its protection.
    pub(super) fn first(&self, packet: &[u8], number_at: usize) -> Option<u8> {
        Some(packet.first()? ^ self.keys.mask(packet, number_at)?[0] & 0x1f)
    }

    /// Opens a packet; with the next keys, if it says so and they fit (RFC 9001 §6).
    pub(super) fn open(&mut self, packet: &[u8], number_at: usize, largest: u64) -> Option<Opened> {
        let opened = self.keys.open(packet, number_at, largest)?;
        if opened.payload.is_some() || (opened.first & 4 != 0) == self.phase {
            return Some(opened);
        }
        let prefix = if self.version == V2 { "quicv2" } else { "quic" };
        let secret = self.hash.expand_label(&self.secret, &format!("{prefix} ku"), self.secret.len());
        let header = self.keys.header.clone();
        let keys = Keys { header, ..Keys::of(self.version, self.keys.aead, self.hash, &secret)? };
        let updated = keys.open(packet, number_at, largest)?;
        if updated.payload.is_some() {
            (self.secret, self.keys, self.phase) = (secret, keys, !self.phase);
        }
        Some(updated)
    }
}

/// A packet without its protection.
#[derive(Debug)]
pub(super) struct Opened {
    /// The first byte.
    pub(super) first: u8,
    /// The packet number.
    pub(super) number: u64,
    /// Bytes it takes.
    pub(super) number_len: usize,
    /// The frames; `None` if the keys do not fit.
    pub(super) payload: Option<Vec<u8>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 9000 appendix A.3's example, and numbers around a turn.
    #[test]
    fn numbers_are_completed() {
        assert_eq!(whole_number(0x9b32, 2, 0xa82f_30ea), 0xa82f_9b32);
        assert_eq!(whole_number(0x01, 1, 0xff), 0x101);
        assert_eq!(whole_number(0xfe, 1, 0x100), 0xfe);
        assert_eq!(whole_number(0, 1, 0), 0);
    }
}
