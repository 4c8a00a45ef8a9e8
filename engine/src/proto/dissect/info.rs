//! What layers tell one another: ends, conversations, what a stream is asked for.

use crate::proto::Proto;

/// A network or hardware address of the packet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Addr {
    /// None known.
    #[default]
    None,
    /// Hardware address.
    Ether([u8; 6]),
    /// IPv4.
    V4(u32),
    /// IPv6.
    V6(u128),
}

/// The conversation a packet belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Flow {
    /// Number of the conversation: unique over TCP and UDP, never reused within a run.
    pub id: u32,
    /// Sent by the endpoint that did not send the first packet of the conversation.
    pub reversed: bool,
    /// The frame of that packet.
    pub first_frame: u32,
}

/// A wish of a dissector that runs over TCP for more of the stream.
///
/// It is heard only if [`Info::can_desegment`] was set, and only if the dissector took its bytes (did not return `Ok(0)`
/// when it may reject). What lies before `offset` is done; what follows comes again, at the start of a `Tvb`, with more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Desegment {
    /// Offset in its [`Tvb`](crate::proto::tvb::Tvb) where the unfinished message starts.
    pub offset: usize,
    /// How many more bytes it needs.
    pub more: More,
}

/// What a dissector does not read of the message that it waits for: the stream counts these bytes, and does not keep them.
///
/// When the message comes again, it is without them, and [`Info::passed`] says how many they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// Bytes of the message that come again.
    pub head: usize,
    /// Where the bytes start, in the message as it is on the wire, that come again behind those.
    pub until: usize,
}

/// How much more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum More {
    /// This many bytes.
    Bytes(usize),
    /// The next segment, then it will know.
    OneSegment,
    /// Everything until the connection ends.
    UntilFin,
}

/// A conversation over TCP that carries another one, as if that had a connection of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tunnel {
    /// Who carries it: each segment is one of its layers, too.
    pub proto: Proto,
    /// The port it was found by.
    pub own: u16,
    /// The port that stands in for that one inside.
    pub port: u16,
}

/// What layers tell those above them.
#[derive(Clone, Debug, Default)]
pub struct Info {
    /// Source address of the innermost network layer.
    pub src: Addr,
    /// Destination address of the innermost network layer.
    pub dst: Addr,
    /// Source port of the innermost transport layer.
    pub srcport: u16,
    /// Destination port of the innermost transport layer.
    pub dstport: u16,
    /// Inside the packet quoted by an ICMP error: no state may be changed.
    pub in_error: bool,
    /// Part of a fragmented datagram that is not put together.
    pub fragmented: bool,
    /// Conversation of the innermost transport layer.
    pub flow: Option<Flow>,
    /// The stream can be put together: a dissector over TCP may set `desegment`.
    pub can_desegment: bool,
    /// Set by a dissector over TCP that needs more of the stream.
    pub desegment: Option<Desegment>,
    /// Set by a dissector that [waits silently](crate::proto::Protocol::waits_silently): this time it shows itself.
    pub shown_waiting: bool,
    /// Set with [`desegment`](Self::desegment) by a dissector that does not read all of the unfinished message.
    pub unread: Option<Unread>,
    /// Bytes that are missing behind [`Unread::head`] in the message at the start of the `Tvb`, as was wished.
    pub passed: usize,
    /// Set by a dissector over TCP or UDP: who gets the rest of the conversation, whatever its ports.
    pub follow_up: Option<Proto>,
    /// Set by a dissector over TCP: what follows in the conversation is a tunnel.
    pub tunnel: Option<Tunnel>,
    /// Port by which the current protocol was found (or 0).
    pub matched_port: u16,
    /// Protocol column.
    pub protocol_column: &'static str,
    /// Info column; kept only when the plan asks for columns.
    pub info_column: String,
    /// What stands before it, whatever upper protocols say.
    pub info_notes: String,
}

impl Info {
    /// What the info column says, with what stands before it.
    pub fn summary(&self) -> String {
        [self.info_notes.as_str(), &self.info_column].concat()
    }
}
