//! Opens records when there are keys for them.

use super::{
    cipher::{Opener, Suite},
    keylog::{KeyLog, Label},
    session::{Session, TLS12},
};
use crate::crypto::{Aead, Hash};

/// Opens a record of a session; `None` when there are no keys for it or they do not fit.
pub(super) fn open(
    session: &mut Session,
    keys: &KeyLog,
    reversed: bool,
    header: [u8; 5],
    sealed: &[u8],
) -> Option<(u8, Vec<u8>)> {
    let from_server = session.server_reversed? == reversed;
    let tls13 = session.known.is_tls13();
    let protected = if tls13 { header[0] == 23 } else { session.direction(reversed).encrypted };
    if !protected {
        return None;
    }
    if session.direction(reversed).opener.is_none() {
        let opener = if tls13 {
            let label = if from_server { Label::ServerHandshake } else { Label::ClientHandshake };
            traffic(session, keys, label)
        } else {
            tls12(session, keys, from_server)
        };
        session.direction(reversed).opener = opener;
    }
    session.direction(reversed).opener.as_mut()?.open(header, sealed)
}

/// Cipher, hash and secret of QUIC's packets of a kind.
pub(super) fn quic_secret(session: &Session, keys: &KeyLog, label: Label) -> Option<(Aead, Hash, Vec<u8>)> {
    let suite = Suite::of(session.known.cipher)?;
    Some((suite.aead()?, suite.hash, keys.get(label, session.client_random)?.to_vec()))
}

fn traffic(session: &Session, keys: &KeyLog, label: Label) -> Option<Opener> {
    let secret = keys.get(label, session.client_random)?;
    Opener::tls13(Suite::of(session.known.cipher)?, secret)
}

fn tls12(session: &Session, keys: &KeyLog, from_server: bool) -> Option<Opener> {
    // Earlier versions derive keys in another way.
    if session.known.version != TLS12 {
        return None;
    }
    let master = keys.get(Label::Master, session.client_random)?;
    let randoms = [session.client_random, session.server_random];
    Opener::tls12(Suite::of(session.known.cipher)?, master, randoms, from_server)
}

/// A Finished of TLS 1.3 ends a direction's handshake: its data has keys of its own.
pub(super) fn finished(session: &mut Session, keys: &KeyLog, reversed: bool) {
    if !session.known.is_tls13() {
        return;
    }
    let from_server = session.server_reversed == Some(reversed);
    let label = if from_server { Label::ServerTraffic } else { Label::ClientTraffic };
    let next = traffic(session, keys, label);
    session.direction(reversed).opener = next;
}

/// A KeyUpdate.
pub(super) fn key_update(session: &mut Session, reversed: bool) {
    let direction = session.direction(reversed);
    direction.opener = direction.opener.as_ref().and_then(Opener::next);
}
