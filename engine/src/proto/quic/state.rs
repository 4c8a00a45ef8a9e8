//! What is remembered of connections, and how packets find theirs.

use std::collections::BTreeMap;

use super::keys::{DataKeys, Keys, initial_secrets};
use crate::proto::{dissect::Flow, recent::Recent};

/// Bytes of handshake messages kept that came before those in front of them.
const MAX_AHEAD: usize = 64 * 1024;
/// Ids of one end that are remembered.
const MAX_IDS: usize = 64;

/// Levels of encryption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Initial,
    ZeroRtt,
    Handshake,
    Data,
}

/// Longest connection id of the versions known here.
pub(super) const MAX_ID: usize = 20;

/// A connection id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Id {
    bytes: [u8; MAX_ID],
    len: u8,
}

impl Id {
    /// An id; `None` if it is too long.
    pub(super) fn new(raw: &[u8]) -> Option<Self> {
        let mut bytes = [0; MAX_ID];
        bytes.get_mut(..raw.len())?.copy_from_slice(raw);
        Some(Self { bytes, len: raw.len() as u8 })
    }

    pub(super) fn as_slice(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or_default()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len == 0
    }
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

    /// Whether all of a piece was read before.
    pub(super) fn is_read(&self, offset: u64, len: usize) -> bool {
        len > 0 && offset.saturating_add(len as u64) <= self.next
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
    pub(super) version: u32,
    /// The flow it began on: TLS keeps its session there.
    pub(super) flow: u32,
    /// Whether the client is the end that did not send the first packet of the flow.
    pub(super) client_reversed: bool,
    /// The id that the keys of Initial packets come from; none after a Retry.
    initial_id: Option<Id>,
    /// Ids of the client and the server.
    ids: [Vec<Id>; 2],
    /// Keys of Initial packets, the client's and the server's.
    pub(super) initial: [Option<Keys>; 2],
    /// Keys of 0-RTT packets.
    pub(super) early: Option<Keys>,
    /// Keys of Handshake packets.
    pub(super) handshake: [Option<Keys>; 2],
    /// Keys of 1-RTT packets.
    pub(super) data: [Option<DataKeys>; 2],
    /// The largest packet numbers: by sender; of Initial, Handshake, and other packets.
    largest: [[u64; 3]; 2],
    crypto: [[Crypto; 2]; 3],
    /// What runs over it is HTTP/3.
    pub(super) http3: bool,
}

impl Connection {
    /// The messages of a direction at a level.
    pub(super) fn crypto(&mut self, level: Level, from_server: bool) -> &mut Crypto {
        let [initial, handshake, data] = &mut self.crypto;
        let [client, server] = match level {
            Level::Initial => initial,
            Level::Handshake => handshake,
            Level::ZeroRtt | Level::Data => data,
        };
        if from_server { server } else { client }
    }

    /// The largest packet number of a sender at a level.
    pub(super) fn largest(&mut self, level: Level, from_server: bool) -> &mut u64 {
        let [client, server] = &mut self.largest;
        let [initial, handshake, data] = if from_server { server } else { client };
        match level {
            Level::Initial => initial,
            Level::Handshake => handshake,
            Level::ZeroRtt | Level::Data => data,
        }
    }

    /// How long the ids are that packets to an end bear; `None` if what stands there is none of them.
    pub(super) fn id_len(&self, to_server: bool, raw: &[u8]) -> Option<usize> {
        let ids = &self.ids[usize::from(to_server)];
        let Some(first) = ids.first() else { return Some(0) };
        ids.iter().any(|id| raw.starts_with(id.as_slice())).then_some(first.len.into())
    }
}

/// What a packet belongs to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) number: u32,
    pub(super) from_server: bool,
    /// Length of the id in a short header.
    pub(super) id_len: usize,
}

/// All connections.
#[derive(Default)]
pub(super) struct Connections {
    list: Recent<u32, Connection>,
    by_flow: Recent<u32, u32>,
    /// By the ids of clients and of servers.
    by_id: [Recent<Id, u32>; 2],
    by_initial: Recent<Id, u32>,
    count: u32,
}

impl Connections {
    /// A connection.
    pub(super) fn get(&mut self, number: u32) -> Option<&mut Connection> {
        self.list.get(number)
    }

    /// Whether there was one on a flow.
    pub(super) fn is_known(&mut self, flow: u32) -> bool {
        self.by_flow.get(flow).is_some()
    }

    fn find_id(&mut self, id: Id) -> Option<Found> {
        let [clients, servers] = &mut self.by_id;
        let found = |number: &mut u32, from_server| Found { number: *number, from_server, id_len: 0 };
        clients.get(id).map(|number| found(number, true)).or_else(|| servers.get(id).map(|number| found(number, false)))
    }

    fn find_flow(&mut self, flow: Flow) -> Option<Found> {
        let number = *self.by_flow.get(flow.id)?;
        let from_server = self.list.get(number)?.client_reversed != flow.reversed;
        Some(Found { number, from_server, id_len: 0 })
    }

    /// The connection of a packet with a long header.
    pub(super) fn find_long(&mut self, flow: Flow, to: Id, initial: bool, early: bool) -> Option<Found> {
        if to.is_empty() {
            return self.find_flow(flow);
        }
        let begun = if initial || early { self.by_initial.get(to).copied() } else { None };
        if let Some(number) = begun {
            return Some(Found { number, from_server: false, id_len: 0 });
        }
        if early { None } else { self.find_id(to) }
    }

    /// The connection of a packet with a short header: by addresses, then, should they have changed, by id.
    pub(super) fn find_short(&mut self, flow: Flow, raw: &[u8]) -> Option<Found> {
        if let Some(found) = self.find_flow(flow)
            && let Some(id_len) = self.list.get(found.number)?.id_len(!found.from_server, raw)
        {
            return Some(Found { id_len, ..found });
        }
        (1..=raw.len().min(MAX_ID)).rev().find_map(|len| {
            let found = self.find_id(Id::new(raw.get(..len)?)?)?;
            Some(Found { id_len: len, ..found })
        })
    }

    /// A connection begins with an Initial packet of its client.
    pub(super) fn begin(&mut self, flow: Flow, version: u32, to: Id, from: Id) -> Found {
        let number = self.count;
        self.count += 1;
        let connection =
            Connection { version, flow: flow.id, client_reversed: flow.reversed, ..Connection::default() };
        self.list.insert(number, connection);
        self.by_flow.insert(flow.id, number);
        self.set_initial(number, to);
        self.add_id(number, false, from);
        Found { number, from_server: false, id_len: 0 }
    }

    /// The client chose the id that the keys of Initial packets come from.
    pub(super) fn set_initial(&mut self, number: u32, id: Id) {
        let Some(connection) = self.list.get(number) else { return };
        connection.initial_id = Some(id);
        if let Some(secrets) = initial_secrets(connection.version, id.as_slice()) {
            connection.initial = secrets.map(|secret| Keys::initial(connection.version, &secret));
        }
        self.by_initial.insert(id, number);
    }

    /// A Retry: the client begins again, with another id.
    pub(super) fn retried(&mut self, number: u32) {
        if let Some(connection) = self.list.get(number) {
            connection.initial_id = None;
        }
    }

    /// Whether the next Initial packet of the client tells the id.
    pub(super) fn awaits_initial(&mut self, number: u32) -> bool {
        self.list.get(number).is_some_and(|connection| connection.initial_id.is_none())
    }

    /// An end has another id.
    pub(super) fn add_id(&mut self, number: u32, of_server: bool, id: Id) {
        let Some(connection) = self.list.get(number) else { return };
        let ids = &mut connection.ids[usize::from(of_server)];
        if ids.contains(&id) || id.is_empty() || ids.len() >= MAX_IDS {
            return;
        }
        ids.push(id);
        self.by_id[usize::from(of_server)].insert(id, number);
    }
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
        assert!(crypto.is_read(0, 7) && !crypto.is_read(0, 8));
        assert_eq!(crypto.take(u64::MAX, b"x"), b"");
        (100..200).for_each(|offset| assert_eq!(crypto.take(offset, b""), b""));
        assert_eq!(crypto.ahead.len(), 1);
    }

    #[test]
    fn packets_find_their_connection() {
        let mut all = Connections::default();
        let id = |text: &[u8]| Id::new(text).unwrap();
        let flow = |id, reversed| Flow { id, reversed, first_frame: 1 };
        let (there, back) = (flow(1, false), flow(1, true));
        let begun = all.begin(there, 1, id(b"initial"), id(b"cl"));
        all.add_id(begun.number, true, id(b"srv"));
        assert!(all.find_long(there, id(b"initial"), true, false).is_some_and(|found| !found.from_server));
        assert!(all.find_long(back, id(b"cl"), false, false).is_some_and(|found| found.from_server));
        assert_eq!(all.find_short(there, b"srv123").map(|found| found.id_len), Some(3));
        assert!(all.find_short(there, b"other").is_none());
        assert_eq!(all.find_short(flow(9, false), b"srv").map(|found| found.number), Some(0));
    }
}
