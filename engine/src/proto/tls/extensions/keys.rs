//! Groups, signatures, key shares, pre-shared keys and encrypted hellos.

use super::In;
use crate::proto::{
    tls::{f, fingerprint::Hello, walk::Walk},
    tvb::Stop,
};

/// RFC 8422 §5.1.1, RFC 7919.
pub(super) fn groups(walk: &mut Walk<'_, '_>, hello: &mut Hello) -> Result<(), Stop> {
    let mut list = walk.vector(f::HANDSHAKE_EXTENSIONS_SUPPORTED_GROUPS_LENGTH, 2)?;
    let len = list.left();
    list.label(f::HANDSHAKE_EXTENSIONS_SUPPORTED_GROUPS, len);
    while list.left() >= 2 {
        hello.groups.push(list.uint(f::HANDSHAKE_EXTENSIONS_SUPPORTED_GROUP, 2)? as u16);
    }
    Ok(())
}

/// RFC 8422 §5.1.2.
pub(super) fn point_formats(walk: &mut Walk<'_, '_>, hello: &mut Hello) -> Result<(), Stop> {
    let mut list = walk.vector(f::HANDSHAKE_EXTENSIONS_EC_POINT_FORMATS_LENGTH, 1)?;
    let len = list.left();
    list.label(f::HANDSHAKE_EXTENSIONS_EC_POINT_FORMATS, len);
    while list.left() > 0 {
        hello.points.push(list.uint(f::HANDSHAKE_EXTENSIONS_EC_POINT_FORMAT, 1)? as u8);
    }
    Ok(())
}

/// RFC 8446 §4.2.3; also in a CertificateRequest of TLS 1.2.
pub(in crate::proto::tls) fn signature_algorithms(
    walk: &mut Walk<'_, '_>,
    mut hello: Option<&mut Hello>,
) -> Result<(), Stop> {
    let mut list = walk.vector(f::HANDSHAKE_SIG_HASH_ALG_LEN, 2)?;
    let len = list.left();
    list.label(f::HANDSHAKE_SIG_HASH_ALGS, len);
    while list.left() >= 2 {
        let algorithm = signature_algorithm(&mut list)?;
        if let Some(hello) = hello.as_deref_mut() {
            hello.signatures.push(algorithm);
        }
    }
    Ok(())
}

/// One algorithm, and the hash and signature it was split into up to TLS 1.2.
pub(in crate::proto::tls) fn signature_algorithm(walk: &mut Walk<'_, '_>) -> Result<u16, Stop> {
    let at = walk.at;
    let algorithm = walk.uint(f::HANDSHAKE_SIG_HASH_ALG, 2)?;
    walk.out.item(f::HANDSHAKE_SIG_HASH_HASH, walk.tvb, at, 1)?;
    walk.out.item(f::HANDSHAKE_SIG_HASH_SIG, walk.tvb, at + 1, 1)?;
    Ok(algorithm as u16)
}

/// RFC 8446 §4.2.8.
pub(super) fn key_share(walk: &mut Walk<'_, '_>, place: In) -> Result<(), Stop> {
    match place {
        In::ClientHello => {
            let mut list = walk.vector(f::HANDSHAKE_EXTENSIONS_KEY_SHARE_CLIENT_LENGTH, 2)?;
            while list.left() >= 4 {
                key_share_entry(&mut list)?;
            }
            Ok(())
        }
        In::HelloRetryRequest => walk.item(f::HANDSHAKE_EXTENSIONS_KEY_SHARE_SELECTED_GROUP, 2).map(drop),
        _ => key_share_entry(walk),
    }
}

fn key_share_entry(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.item(f::HANDSHAKE_EXTENSIONS_KEY_SHARE_GROUP, 2)?;
    let (length, key) =
        (f::HANDSHAKE_EXTENSIONS_KEY_SHARE_KEY_EXCHANGE_LENGTH, f::HANDSHAKE_EXTENSIONS_KEY_SHARE_KEY_EXCHANGE);
    walk.counted(length, 2, key).map(drop)
}

/// RFC 8446 §4.2.11.
pub(super) fn pre_shared_key(walk: &mut Walk<'_, '_>, place: In) -> Result<(), Stop> {
    if place != In::ClientHello {
        return walk.item(f::HANDSHAKE_EXTENSIONS_PSK_IDENTITY_SELECTED, 2).map(drop);
    }
    let mut identities = walk.vector(f::HANDSHAKE_EXTENSIONS_PSK_IDENTITIES_LENGTH, 2)?;
    while identities.left() > 0 {
        identities.counted(
            f::HANDSHAKE_EXTENSIONS_PSK_IDENTITY_IDENTITY_LENGTH,
            2,
            f::HANDSHAKE_EXTENSIONS_PSK_IDENTITY_IDENTITY,
        )?;
        identities.item(f::HANDSHAKE_EXTENSIONS_PSK_IDENTITY_OBFUSCATED_TICKET_AGE, 4)?;
    }
    let mut binders = walk.vector(f::HANDSHAKE_EXTENSIONS_PSK_BINDERS_LEN, 2)?;
    let len = binders.left();
    binders.label(f::HANDSHAKE_EXTENSIONS_PSK_BINDERS, len);
    while binders.left() > 0 {
        let len = 1 + usize::from(binders.tvb.u8(binders.at)?);
        binders.label(f::HANDSHAKE_EXTENSIONS_PSK_BINDER, len);
        binders.counted(
            f::HANDSHAKE_EXTENSIONS_PSK_BINDER_BINDER_LENGTH,
            1,
            f::HANDSHAKE_EXTENSIONS_PSK_BINDER_BINDER,
        )?;
    }
    Ok(())
}

/// Encrypted Client Hello, draft-ietf-tls-esni-18.
pub(super) fn encrypted_client_hello(walk: &mut Walk<'_, '_>, place: In) -> Result<(), Stop> {
    match place {
        In::ClientHello => {
            // 1 is the inner hello: nothing follows.
            if walk.uint(f::ECH_CLIENT_HELLO_TYPE, 1)? != 0 {
                return Ok(());
            }
            walk.label(f::ECH_CIPHER_SUITE, 4);
            walk.item(f::ECH_HPKE_KEYCONFIG_CIPHER_SUITE_KDF_ID, 2)?;
            walk.item(f::ECH_HPKE_KEYCONFIG_CIPHER_SUITE_AEAD_ID, 2)?;
            walk.item(f::ECH_CONFIG_ID, 1)?;
            counted_unless_empty(walk, f::ECH_ENC_LENGTH, f::ECH_ENC)?;
            counted_unless_empty(walk, f::ECH_PAYLOAD_LENGTH, f::ECH_PAYLOAD)
        }
        In::HelloRetryRequest => walk.item(f::ECH_CONFIRMATION, 8).map(drop),
        In::EncryptedExtensions => {
            let len = walk.left();
            walk.label(f::ECH_RETRY_CONFIGS, len);
            walk.rest(f::HANDSHAKE_EXTENSION_DATA).map(drop)
        }
        _ => walk.rest(f::HANDSHAKE_EXTENSION_DATA).map(drop),
    }
}

fn counted_unless_empty(
    walk: &mut Walk<'_, '_>,
    length: crate::proto::out::F,
    content: crate::proto::out::F,
) -> Result<(), Stop> {
    let len = walk.uint(length, 2)? as usize;
    if len > 0 {
        walk.item(content, len)?;
    }
    Ok(())
}

/// Encrypted server name, the draft before ECH (draft-ietf-tls-esni-02).
pub(super) fn encrypted_server_name(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.item(f::ESNI_SUITE, 2)?;
    key_share_entry(walk)?;
    walk.counted(f::ESNI_RECORD_DIGEST_LENGTH, 2, f::ESNI_RECORD_DIGEST)?;
    walk.counted(f::ESNI_ENCRYPTED_SNI_LENGTH, 2, f::ESNI_ENCRYPTED_SNI).map(drop)
}
