//! Cipher suites as far as they are decrypted, and the keys of one direction.

use crate::crypto::{Aead, Hash, aes_cbc};

/// How records are protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bulk {
    Aead(Aead),
    /// AES-CBC with a key of this length and a code of that, RFC 5246 §6.2.3.2.
    Cbc { key_len: usize, mac_len: usize },
}

/// A cipher suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Suite {
    bulk: Bulk,
    pub(super) hash: Hash,
}

impl Suite {
    /// Its cipher, if that is one that authenticates.
    pub(super) fn aead(self) -> Option<Aead> {
        match self.bulk {
            Bulk::Aead(aead) => Some(aead),
            Bulk::Cbc { .. } => None,
        }
    }

    /// The suite of a number, if it is one that is decrypted.
    pub(super) fn of(number: u16) -> Option<Self> {
        use Hash::{Sha256, Sha384};
        let aead = |aead, hash| Some(Self { bulk: Bulk::Aead(aead), hash });
        let cbc = |key_len, mac_len, hash| Some(Self { bulk: Bulk::Cbc { key_len, mac_len }, hash });
        match number {
            0x1301 => aead(Aead::Aes128Gcm, Sha256),
            0x1302 => aead(Aead::Aes256Gcm, Sha384),
            0x1303 => aead(Aead::ChaCha20Poly1305, Sha256),
            0x009c | 0x009e | 0x00a0 | 0x00a2 | 0x00a8 | 0x00aa | 0xc02b | 0xc02d | 0xc02f | 0xc031 => {
                aead(Aead::Aes128Gcm, Sha256)
            }
            0x009d | 0x009f | 0x00a1 | 0x00a3 | 0x00a9 | 0x00ab | 0xc02c | 0xc02e | 0xc030 | 0xc032 => {
                aead(Aead::Aes256Gcm, Sha384)
            }
            0xcca8..=0xccae => aead(Aead::ChaCha20Poly1305, Sha256),
            0x002f | 0x0032 | 0x0033 | 0xc004 | 0xc009 | 0xc00e | 0xc013 => cbc(16, 20, Sha256),
            0x0035 | 0x0038 | 0x0039 | 0xc005 | 0xc00a | 0xc00f | 0xc014 => cbc(32, 20, Sha256),
            0x003c | 0x0040 | 0x0067 | 0xc023 | 0xc025 | 0xc027 | 0xc029 => cbc(16, 32, Sha256),
            0x003d | 0x006a | 0x006b => cbc(32, 32, Sha256),
            0xc024 | 0xc026 | 0xc028 | 0xc02a => cbc(32, 48, Sha384),
            _ => None,
        }
    }
}

/// What opens the records of one direction, one after the other.
#[derive(Clone, Debug)]
pub(super) struct Opener {
    suite: Suite,
    /// The traffic secret (TLS 1.3), from which later ones come.
    secret: Vec<u8>,
    key: Vec<u8>,
    iv: Vec<u8>,
    tls13: bool,
    sequence: u64,
}

impl Opener {
    /// From a traffic secret of TLS 1.3, RFC 8446 §7.3.
    pub(super) fn tls13(suite: Suite, secret: &[u8]) -> Option<Self> {
        let Bulk::Aead(aead) = suite.bulk else { return None };
        let key = suite.hash.expand_label(secret, "key", aead.key_len());
        let iv = suite.hash.expand_label(secret, "iv", 12);
        Some(Self { suite, secret: secret.to_vec(), key, iv, tls13: true, sequence: 0 })
    }

    /// From the master secret of TLS 1.2, RFC 5246 §6.3.
    pub(super) fn tls12(suite: Suite, master: &[u8], randoms: [[u8; 32]; 2], from_server: bool) -> Option<Self> {
        let [client, server] = randoms;
        let (mac_len, key_len, iv_len) = match suite.bulk {
            Bulk::Aead(Aead::ChaCha20Poly1305) => (0, 32, 12),
            Bulk::Aead(aead) => (0, aead.key_len(), 4),
            Bulk::Cbc { key_len, mac_len } => (mac_len, key_len, 16),
        };
        let block = suite.hash.prf(master, "key expansion", &[server, client].concat(), 2 * (mac_len + key_len + iv_len));
        let part = |start: usize, len: usize| {
            let start = start + if from_server { len } else { 0 };
            block.get(start..start + len).map(<[u8]>::to_vec)
        };
        let key = part(2 * mac_len, key_len)?;
        let iv = part(2 * (mac_len + key_len), iv_len)?;
        Some(Self { suite, secret: Vec::new(), key, iv, tls13: false, sequence: 0 })
    }

    /// After a KeyUpdate, RFC 8446 §7.2.
    pub(super) fn next(&self) -> Option<Self> {
        let secret = self.suite.hash.expand_label(&self.secret, "traffic upd", self.suite.hash.len());
        Self::tls13(self.suite, &secret)
    }

    /// Opens a record, `header` being its five bytes; gives its type and what is in it. `None` leaves everything as
    /// it was: the record is not protected by these keys.
    pub(super) fn open(&mut self, header: [u8; 5], sealed: &[u8]) -> Option<(u8, Vec<u8>)> {
        let opened = match self.suite.bulk {
            Bulk::Aead(aead) if self.tls13 => {
                let mut inner = aead.open(&self.key, self.counted_nonce()?, &header, sealed)?;
                let last = inner.iter().rposition(|byte| *byte != 0)?;
                let kind = inner.get(last).copied()?;
                inner.truncate(last);
                (kind, inner)
            }
            Bulk::Aead(aead) => (header[0], self.open_tls12(aead, header, sealed)?),
            Bulk::Cbc { mac_len, .. } => (header[0], self.open_cbc(mac_len, sealed)?),
        };
        self.sequence += 1;
        Some(opened)
    }

    /// The record's number into the nonce, RFC 8446 §5.3.
    fn counted_nonce(&self) -> Option<[u8; 12]> {
        let mut nonce: [u8; 12] = self.iv.as_slice().try_into().ok()?;
        for (to, from) in nonce.iter_mut().skip(4).zip(self.sequence.to_be_bytes()) {
            *to ^= from;
        }
        Some(nonce)
    }

    fn open_tls12(&self, aead: Aead, header: [u8; 5], sealed: &[u8]) -> Option<Vec<u8>> {
        const TAG: usize = 16;
        // RFC 5288 §3: four bytes are derived, eight stand in the record. RFC 7905 §2: all are derived.
        let (nonce, sealed) = match aead {
            Aead::ChaCha20Poly1305 => (self.counted_nonce()?, sealed),
            Aead::Aes128Gcm | Aead::Aes256Gcm => {
                let (explicit, sealed) = sealed.split_first_chunk::<8>()?;
                ([self.iv.as_slice(), explicit].concat().try_into().ok()?, sealed)
            }
        };
        let [kind, major, minor, ..] = header;
        let len = u16::try_from(sealed.len().checked_sub(TAG)?).ok()?;
        let mut associated = self.sequence.to_be_bytes().to_vec();
        associated.extend([kind, major, minor]);
        associated.extend(len.to_be_bytes());
        aead.open(&self.key, nonce, &associated, sealed)
    }

    fn open_cbc(&self, mac_len: usize, sealed: &[u8]) -> Option<Vec<u8>> {
        let (iv, rest) = sealed.split_first_chunk::<16>()?;
        if rest.len().is_multiple_of(16) {
            let mut plain = unpadded(aes_cbc(&self.key, iv, rest)?)?;
            plain.truncate(plain.len().checked_sub(mac_len)?);
            return Some(plain);
        }
        // RFC 7366: the code stands behind what is encrypted, and is not encrypted itself.
        let encrypted = rest.get(..rest.len().checked_sub(mac_len)?)?;
        unpadded(aes_cbc(&self.key, iv, encrypted)?)
    }
}

/// Without the padding, each byte of which says how much there is.
fn unpadded(mut plain: Vec<u8>) -> Option<Vec<u8>> {
    let padding = usize::from(*plain.last()?);
    let len = plain.len().checked_sub(padding + 1)?;
    let right = plain.get(len..)?.iter().all(|byte| usize::from(*byte) == padding);
    plain.truncate(len);
    right.then_some(plain)
}
