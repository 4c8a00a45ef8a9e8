//! What decryption needs of cryptography, all of it from RustCrypto: authenticated ciphers, key derivation.

use aes::cipher::{BlockCipherEncrypt, BlockModeDecrypt, KeyIvInit, block_padding::NoPadding};
use aes_gcm::{
    Aes128Gcm, Aes256Gcm, KeyInit,
    aead::{Aead as _, Payload},
};
use chacha20::{
    ChaCha20,
    cipher::{StreamCipher, StreamCipherSeek},
};
use chacha20poly1305::ChaCha20Poly1305;
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::{Sha256, Sha384};

/// The hash function of a cipher suite's key derivation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hash {
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
}

impl Hash {
    /// Length of its result, bytes.
    pub(crate) fn len(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
        }
    }

    fn hmac(self, key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
        // HMAC takes keys of any length.
        match self {
            Self::Sha256 => hmac_of(Hmac::<Sha256>::new_from_slice(key).ok(), parts),
            Self::Sha384 => hmac_of(Hmac::<Sha384>::new_from_slice(key).ok(), parts),
        }
    }

    /// HKDF-Extract, RFC 5869 §2.2.
    pub(crate) fn extract(self, salt: &[u8], secret: &[u8]) -> Vec<u8> {
        self.hmac(salt, &[secret])
    }

    /// HKDF-Expand-Label of TLS 1.3 without a context, RFC 8446 §7.1; empty if the secret is too short.
    pub(crate) fn expand_label(self, secret: &[u8], label: &str, len: usize) -> Vec<u8> {
        let mut info = Vec::with_capacity(10 + label.len());
        info.extend((len as u16).to_be_bytes());
        info.push(6 + label.len() as u8);
        info.extend(b"tls13 ");
        info.extend(label.as_bytes());
        info.push(0);
        let mut out = vec![0; len];
        let done = match self {
            Self::Sha256 => Hkdf::<Sha256>::from_prk(secret).is_ok_and(|key| key.expand(&info, &mut out).is_ok()),
            Self::Sha384 => Hkdf::<Sha384>::from_prk(secret).is_ok_and(|key| key.expand(&info, &mut out).is_ok()),
        };
        if done { out } else { Vec::new() }
    }

    /// The pseudo-random function of TLS 1.2, RFC 5246 §5.
    pub(crate) fn prf(self, secret: &[u8], label: &str, seed: &[u8], len: usize) -> Vec<u8> {
        let mut out = Vec::with_capacity(len + self.len());
        let mut a = self.hmac(secret, &[label.as_bytes(), seed]);
        while out.len() < len {
            out.extend(self.hmac(secret, &[&a, label.as_bytes(), seed]));
            a = self.hmac(secret, &[&a]);
        }
        out.truncate(len);
        out
    }
}

fn hmac_of(mac: Option<impl Mac>, parts: &[&[u8]]) -> Vec<u8> {
    let Some(mut mac) = mac else { return Vec::new() };
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().to_vec()
}

/// A cipher that authenticates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aead {
    /// AES-128 in Galois/Counter Mode.
    Aes128Gcm,
    /// AES-256 in Galois/Counter Mode.
    Aes256Gcm,
    /// ChaCha20-Poly1305, RFC 8439.
    ChaCha20Poly1305,
}

impl Aead {
    /// Length of its key, bytes.
    pub(crate) fn key_len(self) -> usize {
        match self {
            Self::Aes128Gcm => 16,
            Self::Aes256Gcm | Self::ChaCha20Poly1305 => 32,
        }
    }

    /// Decrypts; `None` if the key is not the right one or the bytes were changed.
    pub(crate) fn open(self, key: &[u8], nonce: [u8; 12], associated: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let payload = Payload { msg: sealed, aad: associated };
        match self {
            Self::Aes128Gcm => Aes128Gcm::new_from_slice(key).ok()?.decrypt(&nonce.into(), payload).ok(),
            Self::Aes256Gcm => Aes256Gcm::new_from_slice(key).ok()?.decrypt(&nonce.into(), payload).ok(),
            Self::ChaCha20Poly1305 => ChaCha20Poly1305::new_from_slice(key).ok()?.decrypt(&nonce.into(), payload).ok(),
        }
    }
}

/// Decrypts whole blocks of AES-CBC, padding left in place; `None` for a wrong length.
pub(crate) fn aes_cbc(key: &[u8], iv: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    match key.len() {
        16 => {
            cbc::Decryptor::<aes::Aes128>::new_from_slices(key, iv).ok()?.decrypt_padded_vec::<NoPadding>(sealed).ok()
        }
        32 => {
            cbc::Decryptor::<aes::Aes256>::new_from_slices(key, iv).ok()?.decrypt_padded_vec::<NoPadding>(sealed).ok()
        }
        _ => None,
    }
}

/// The mask of QUIC's header protection with ChaCha20 (RFC 9001 §5.4.4): the sample is counter and nonce.
pub(crate) fn chacha20_mask(key: &[u8], sample: [u8; 16]) -> Option<[u8; 5]> {
    let (counter, nonce) = sample.split_first_chunk::<4>()?;
    let mut cipher = ChaCha20::new_from_slices(key, nonce).ok()?;
    cipher.try_seek(u64::from(u32::from_le_bytes(*counter)) * 64).ok()?;
    let mut mask = [0; 5];
    cipher.apply_keystream(&mut mask);
    Some(mask)
}

/// Encrypts one block of AES, the mask of QUIC's header protection (RFC 9001 §5.4.3).
pub(crate) fn aes_block(key: &[u8], block: [u8; 16]) -> Option<[u8; 16]> {
    let mut block = block.into();
    match key.len() {
        16 => aes::Aes128::new_from_slice(key).ok()?.encrypt_block(&mut block),
        32 => aes::Aes256::new_from_slice(key).ok()?.encrypt_block(&mut block),
        _ => return None,
    }
    Some(block.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unhex(text: &str) -> Vec<u8> {
        (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
    }

    /// RFC 9001, Appendix A.1: the client's initial keys.
    #[test]
    fn keys_of_a_quic_client() {
        let salt = unhex("38762cf7f55934b34d179ae6a4c80cadccbb7f0a");
        let initial = Hash::Sha256.extract(&salt, &unhex("8394c8f03e515708"));
        let client = Hash::Sha256.expand_label(&initial, "client in", 32);
        assert_eq!(Hash::Sha256.expand_label(&client, "quic key", 16), unhex("1f369613dd76d5467730efcbe3b1a22d"));
        assert_eq!(Hash::Sha256.expand_label(&client, "quic iv", 12), unhex("fa044b2f42a3fd3b46fb255c"));
    }

    #[test]
    fn the_mask_of_a_quic_header() {
        let sample = unhex("d1b1c98dd7689fb8ec11d242b123dc9b");
        let mask = aes_block(&unhex("9f50449e04a0e810283a1e9933adedd2"), sample.try_into().unwrap()).unwrap();
        assert_eq!(mask[..5], unhex("437b9aec36"));
    }

    /// RFC 9001, Appendix A.5.
    #[test]
    fn the_mask_of_chacha20() {
        let key = unhex("25a282b9e82f06f21f488917a4fc8f1b73573685608597d0efcb076b0ab7a7a4");
        let sample = unhex("5e5cd55c41f69080575d7999c25a5bfb").try_into().unwrap();
        assert_eq!(chacha20_mask(&key, sample).unwrap(), unhex("aefefe7d03")[..]);
    }

    #[test]
    fn what_was_changed_does_not_open() {
        assert_eq!(Aead::Aes128Gcm.open(&[0; 16], [0; 12], &[], &[0; 16]), None);
        assert_eq!(Aead::Aes128Gcm.open(&[0; 15], [0; 12], &[], &[0; 16]), None);
        let tag = unhex("58e2fccefa7e3061367f1d57a4e7455a");
        assert_eq!(Aead::Aes128Gcm.open(&[0; 16], [0; 12], &[], &tag), Some(Vec::new()));
        assert_eq!(aes_cbc(&[0; 16], &[0; 16], &[0; 15]), None);
    }
}
