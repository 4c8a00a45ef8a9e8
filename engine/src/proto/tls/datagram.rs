//! What DTLS needs of TLS: its messages, and what they agree on.

use super::{
    handshake,
    session::Negotiated,
    walk::Walk,
};
use crate::proto::{
    out::Out,
    tvb::{Stop, Tvb},
};

/// A connection of DTLS.
#[derive(Clone, Debug)]
pub(in crate::proto) struct Session {
    known: Negotiated,
}

impl Default for Session {
    fn default() -> Self {
        Self { known: Negotiated { datagrams: true, ..Negotiated::default() } }
    }
}

impl Session {
    /// The profile by which, as the last hello says, media will be sent in the same conversation.
    pub(in crate::proto) fn media_profile(&mut self) -> Option<u16> {
        self.known.media.take()
    }

    /// What runs over it, by ALPN.
    pub(in crate::proto) fn application(&self) -> Option<&'static str> {
        self.known.application
    }
}

/// Dissects a message after its header; gives the length of the connection id that its sender wants.
pub(in crate::proto) fn message<'f>(
    out: &mut Out<'f>,
    kind: u8,
    body: Tvb<'f>,
    session: &mut Session,
) -> Result<Option<usize>, Stop> {
    session.known.connection_id = None;
    handshake::body(&mut Walk::new(out, body), kind, &mut session.known)?;
    Ok(session.known.connection_id.take())
}
