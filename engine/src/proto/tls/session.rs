//! What a TLS connection is remembered by.

use super::{super::recent::Recent, cipher::Opener, keylog::KeyLog};

/// TLS 1.2.
pub(super) const TLS12: u16 = 0x0303;
/// DTLS 1.2.
pub(super) const DTLS12: u16 = 0xfefd;
/// TLS 1.3; drafts are 0x7fXX on the wire.
pub(super) const TLS13: u16 = 0x0304;

/// Longest handshake message that is put together from records.
pub(super) const MAX_MESSAGE: usize = 1 << 18;
/// Most bytes of an unfinished decrypted message that are kept.
pub(super) const MAX_PLAIN: usize = 1 << 20;

/// What both ends agreed on.
#[derive(Clone, Debug, Default)]
pub(super) struct Negotiated {
    /// Version of the ServerHello, 0 while unknown.
    pub(super) version: u16,
    /// Cipher suite of the ServerHello, 0 while unknown.
    pub(super) cipher: u16,
    /// What runs over the connection, by ALPN (or because it started TLS).
    pub(super) application: Option<&'static str>,
    /// It runs over datagrams: hellos hold cookies, versions have other numbers.
    pub(super) datagrams: bool,
    /// Length of the connection id that the sender of the last hello wants.
    pub(super) connection_id: Option<usize>,
    /// In the second pass over a capture: it turns out to be TLS 1.3.
    pub(super) turns_tls13: bool,
    /// A hello names the one profile by which media will be sent in the same conversation.
    pub(super) media: Option<u16>,
}

impl Negotiated {
    /// TLS 1.2, where signatures tell their algorithm first.
    pub(super) fn is_tls12(&self) -> bool {
        matches!(self.version, TLS12 | DTLS12)
    }

    /// TLS 1.3 or one of its drafts.
    pub(super) fn is_tls13(&self) -> bool {
        super::extensions::is_tls13(self.version)
    }
}

/// One direction of a connection.
#[derive(Clone, Debug, Default)]
pub(super) struct Direction {
    /// Its records are encrypted from here on.
    pub(super) encrypted: bool,
    /// Start of a handshake message that goes on in the next record.
    pub(super) pending: Vec<u8>,
    /// Frames that `pending` came from.
    pub(super) pending_frames: Vec<u64>,
    /// What opens its records, when there are keys.
    pub(super) opener: Option<Opener>,
    /// Start of a decrypted message that goes on in the next record.
    pub(super) plain: Vec<u8>,
    /// No key that comes opens its records, see [`Session::passed_data`].
    pub(super) lost: bool,
}

/// One connection.
#[derive(Clone, Debug, Default)]
pub(super) struct Session {
    /// Running number (`tls.stream`).
    pub(super) number: u32,
    pub(super) known: Negotiated,
    /// Random of the ClientHello: what keys are found by.
    pub(super) client_random: [u8; 32],
    /// Random of the ServerHello.
    pub(super) server_random: [u8; 32],
    /// Whether the server is the end that did not send the first packet; a hello tells it.
    pub(super) server_reversed: Option<bool>,
    /// By direction: that of the first packet, the other.
    pub(super) directions: [Direction; 2],
}

impl Session {
    /// One direction.
    pub(super) fn direction(&mut self, reversed: bool) -> &mut Direction {
        let [there, back] = &mut self.directions;
        if reversed { back } else { there }
    }

    /// A protected record with data of the protocol inside passed that was not opened. TLS 1.3 counts records, the first one
    /// with the keys of the handshake: without a server's first one none that follows can be opened. (Clients may send some
    /// before, with other keys.)
    pub(super) fn passed_data(&mut self, reversed: bool) {
        let counted = self.known.is_tls13() && self.server_reversed == Some(reversed);
        let direction = self.direction(reversed);
        direction.lost |= counted && direction.opener.is_none();
    }

    /// Whether the server sends: told by a hello, else by a port known for TLS.
    pub(super) fn is_from_server(&self, reversed: bool, srcport: u16) -> bool {
        match self.server_reversed {
            Some(server) => server == reversed,
            None => super::application::by_port(srcport).is_some(),
        }
    }
}

/// All connections.
#[derive(Default)]
pub(super) struct Sessions {
    by_flow: Recent<u32, Session>,
    count: u32,
    /// Secrets that decrypt them.
    pub(super) keys: KeyLog,
}

impl Sessions {
    /// The session of a flow, and the secrets.
    pub(super) fn with_keys(&mut self, flow: u32) -> (&mut Session, &KeyLog) {
        let Self { by_flow, count, keys } = self;
        let session = by_flow.entry(flow, || {
            let number = *count;
            *count += 1;
            Session { number, ..Session::default() }
        });
        (session, keys)
    }

    /// Forgets a session.
    pub(super) fn forget(&mut self, flow: u32) {
        self.by_flow.remove(flow);
    }

    /// Whether there is a session of a flow.
    pub(super) fn is_known(&mut self, flow: u32) -> bool {
        self.by_flow.get(flow).is_some()
    }

    /// The session of a flow, made when first asked for.
    pub(super) fn of(&mut self, flow: u32) -> &mut Session {
        self.with_keys(flow).0
    }
}
