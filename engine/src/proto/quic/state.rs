//! What is remembered of a connection.

use std::collections::BTreeMap;

use super::keys::{Keys, initial_secrets};
use crate::proto::recent::Recent;

/// Bytes of handshake messages kept that came before those in front of them.
const MAX_AHEAD: usize = 64 * 1024;

/// Levels of encryption whose packets are opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Initial,
    Handshake,
}

/// Handshake messages of one direction at one level, put in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Crypto {
    next: u64,
    ahead: BTreeMap<u64, Vec<u8>>,
    kept: usize,
}

impl Crypto {
    /// Takes a piece and gives what can be read now, in order: nothing while something before it is missing.
    pub(super) fn take(&mut self, offset: u64, data: &[u8]) -> Vec<u8> {
        if offset > self.next {
            // Empty pieces would take room that is not counted.
            if !data.is_empty() && self.kept + data.len() <= MAX_AHEAD && !self.ahead.contains_key(&offset) {
                self.kept += data.len();
                self.ahead.insert(offset, data.to_vec());
            }
            return Vec::new();
        }
        let mut ready = self.unread(offset, data);
        while let Some(entry) = self.ahead.first_entry().filter(|entry| *entry.key() <= self.next) {
            let (offset, data) = entry.remove_entry();
            self.kept -= data.len();
            ready.extend(self.unread(offset, &data));
        }
        ready
    }

    /// What of a piece was not read before.
    fn unread(&mut self, offset: u64, data: &[u8]) -> Vec<u8> {
        let known = usize::try_from(self.next - offset).unwrap_or(usize::MAX);
        let new = data.get(known..).unwrap_or_default();
        self.next += new.len() as u64;
        new.to_vec()
    }
}

/// One connection.
#[derive(Clone, Debug, Default)]
pub(super) struct Connection {
    /// Running number.
    pub(super) number: u32,
    /// Whether the client is the end that did not send the first packet of the flow.
    pub(super) client_reversed: bool,
    /// The server sent a Retry: the client begins again, with another id for the same connection.
    pub(super) retried: bool,
    /// Keys of Initial packets, the client's and the server's.
    pub(super) initial: [Option<Keys>; 2],
    /// Keys of Handshake packets.
    pub(super) handshake: [Option<Keys>; 2],
    crypto: [[Crypto; 2]; 2],
}

impl Connection {
    /// A connection that begins with an Initial packet of the client.
    pub(super) fn begin(number: u32, version: u32, id: &[u8], client_reversed: bool) -> Option<Self> {
        let initial = initial_secrets(version, id)?.map(|secret| Keys::initial(version, &secret));
        Some(Self { number, client_reversed, initial, ..Self::default() })
    }

    /// The messages of a direction at a level.
    pub(super) fn crypto(&mut self, level: Level, from_server: bool) -> &mut Crypto {
        let [initial, handshake] = &mut self.crypto;
        let [client, server] = match level {
            Level::Initial => initial,
            Level::Handshake => handshake,
        };
        if from_server { server } else { client }
    }
}

/// All connections, by the flow of their packets.
#[derive(Default)]
pub(super) struct Connections {
    pub(super) by_flow: Recent<u32, Connection>,
    pub(super) count: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_put_in_order() {
        let mut crypto = Crypto::default();
        assert_eq!(crypto.take(4, b"ef"), b"");
        assert_eq!(crypto.take(2, b"cd"), b"");
        assert_eq!(crypto.take(0, b"ab"), b"abcdef");
        assert_eq!(crypto.take(3, b"defg"), b"g");
        assert_eq!(crypto.take(0, b"ab"), b"");
        assert_eq!(crypto.take(u64::MAX, b"x"), b"");
        (100..200).for_each(|offset| assert_eq!(crypto.take(offset, b""), b""));
        assert_eq!(crypto.ahead.len(), 1);
    }
}
