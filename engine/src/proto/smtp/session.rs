//! What an SMTP conversation is remembered by: whether the client sends commands, a message or credentials.

use super::{GO_ON, READY};
use crate::proto::{http::head::line_len, recent::Recent};

/// Longest message that is put together.
const MAX_MESSAGE: usize = 16 << 20;

/// What the client's next line is, when it is no command.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Auth {
    /// None of them.
    #[default]
    None,
    /// A user name.
    User,
    /// A password.
    Password,
    /// Both.
    Plain,
}

/// What a segment of the client holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Commands or credentials.
    Commands,
    /// A part of a message; `last`: chunks say that it ends here.
    Message {
        /// The last chunk ends here.
        last: bool,
    },
    /// The end of a message: all of it, and the frames it came in.
    End {
        /// The message.
        message: Vec<u8>,
        /// Numbers of frames.
        frames: Vec<(u64, usize)>,
    },
}

/// What a segment of the client holds, and what its first line is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) kind: Kind,
    pub(super) auth: Auth,
}

/// What the client sends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Commands,
    /// A message up to a line with a dot.
    Data,
    /// So many more bytes of a chunk.
    Chunk { left: usize, last: bool },
}

/// One conversation.
#[derive(Clone, Debug, Default)]
pub(super) struct Session {
    state: State,
    auth: Auth,
    /// There was a message: what is no command belongs to one, too.
    had_data: bool,
    asked_for_tls: bool,
    message: Vec<u8>,
    frames: Vec<(u64, usize)>,
}

/// By conversation.
pub(super) type Sessions = Recent<u32, Session>;

/// The code of a reply line.
pub(super) fn code(line: &[u8]) -> Option<u16> {
    let digits = line.get(..3).filter(|digits| digits.iter().all(u8::is_ascii_digit))?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// The mechanism and the credentials that an AUTH command itself holds.
pub(super) fn initial_response(line: &[u8]) -> Option<(Auth, &[u8])> {
    let (mechanism, rest) = mechanism(line)?;
    let initial = rest.trim_ascii_start();
    (!initial.is_empty()).then_some((mechanism, initial))
}

/// The mechanism of an AUTH command and what stands behind it.
fn mechanism(line: &[u8]) -> Option<(Auth, &[u8])> {
    let begins = |name: &[u8]| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    [(&b"AUTH LOGIN"[..], Auth::User), (b"AUTH PLAIN", Auth::Plain)]
        .into_iter()
        .find(|(name, _)| begins(name))
        .map(|(name, auth)| (auth, line.get(name.len()..).unwrap_or_default()))
}

/// Four letters, alone or with a blank behind them.
fn is_command(line: &[u8]) -> bool {
    line.get(..4).is_some_and(|name| name.iter().all(u8::is_ascii_alphabetic)) && line.get(4).is_none_or(|b| *b == b' ')
}

impl Session {
    /// Takes a segment of the client; `None` when its last line is not all there.
    pub(super) fn client(&mut self, bytes: &[u8], frame: u64, can_wait: bool) -> Option<Seen> {
        if self.state == State::Commands && can_wait && !bytes.ends_with(b"\n") && !self.brings_message(bytes) {
            return None;
        }
        let auth = std::mem::take(&mut self.auth);
        if auth == Auth::User {
            self.auth = Auth::Password;
        }
        let mut at = 0;
        let (mut message, mut last) = (self.state != State::Commands, false);
        while at < bytes.len() {
            let rest = bytes.get(at..).unwrap_or_default();
            let (len, whole) = line_len(rest).unwrap_or((rest.len(), rest.len()));
            let line = rest.get(..len).unwrap_or_default();
            match self.state {
                State::Data if line == b"." && whole > len => {
                    let text = bytes.get(..at).unwrap_or_default();
                    if text != b"\r\n" {
                        self.keep(text, frame);
                    }
                    self.state = State::Commands;
                    let kind = Kind::End {
                        message: std::mem::take(&mut self.message),
                        frames: std::mem::take(&mut self.frames),
                    };
                    return Some(Seen { kind, auth: Auth::None });
                }
                State::Data => at += whole,
                State::Chunk { left, last: final_one } => {
                    message = true;
                    let used = left.min(rest.len());
                    at += used;
                    self.state = State::Chunk { left: left - used, last: final_one };
                    if left == used {
                        self.state = State::Commands;
                        last |= final_one;
                    }
                }
                State::Commands if auth == Auth::None && !message => {
                    self.command(line);
                    at += whole;
                    // What follows in this segment makes a message of all of it.
                    message |= self.had_data && !is_command(line) && !self.asked_for_tls;
                    message |= self.state != State::Commands && at < bytes.len();
                }
                State::Commands => at += whole,
            }
        }
        if !message {
            return Some(Seen { kind: Kind::Commands, auth });
        }
        if self.state == State::Data {
            self.keep(bytes, frame);
        }
        Some(Seen { kind: Kind::Message { last }, auth: Auth::None })
    }

    /// Whether the lines of a segment start a message whose lines need not be whole.
    fn brings_message(&self, bytes: &[u8]) -> bool {
        let mut session = Self { had_data: self.had_data, ..Self::default() };
        bytes.split_inclusive(|byte| *byte == b'\n').any(|line| {
            session.command(line.trim_ascii_end());
            session.state != State::Commands
        })
    }

    fn keep(&mut self, bytes: &[u8], frame: u64) {
        if !bytes.is_empty() && self.message.len().saturating_add(bytes.len()) <= MAX_MESSAGE {
            self.message.extend_from_slice(bytes);
            self.frames.push((frame, bytes.len()));
        }
    }

    fn command(&mut self, line: &[u8]) {
        let is = |name: &[u8]| line.eq_ignore_ascii_case(name);
        if is(b"STARTTLS") {
            self.asked_for_tls = true;
        } else if is(b"DATA") {
            self.state = State::Data;
            self.had_data = true;
        } else if line.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"BDAT ")) {
            let mut words = line.split(|byte| *byte == b' ').skip(1).filter(|word| !word.is_empty());
            let left = words.next().and_then(|n| std::str::from_utf8(n).ok()?.parse().ok()).unwrap_or(0);
            let last = words.next().is_some_and(|word| word.eq_ignore_ascii_case(b"LAST"));
            self.had_data = true;
            if left > 0 {
                self.state = State::Chunk { left, last };
            }
        } else if let Some((mechanism, rest)) = mechanism(line) {
            let initial = !rest.trim_ascii().is_empty();
            self.auth = match mechanism {
                Auth::User if initial => Auth::Password,
                Auth::Plain if initial => Auth::None,
                other => other,
            };
        }
    }

    /// Takes a reply of the server; `true` when TLS starts behind it.
    pub(super) fn server(&mut self, code: u16) -> bool {
        if code != GO_ON {
            self.auth = Auth::None;
        }
        std::mem::take(&mut self.asked_for_tls) && code == READY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_ends_with_a_dot() {
        let mut session = Session::default();
        assert_eq!(session.client(b"DATA\r\n", 1, true).map(|seen| seen.kind), Some(Kind::Commands));
        assert_eq!(session.client(b"a\r\nb", 2, true).map(|seen| seen.kind), Some(Kind::Message { last: false }));
        let end = session.client(b"c\r\n.\r\nQUIT\r\n", 3, true).map(|seen| seen.kind);
        assert_eq!(end, Some(Kind::End { message: b"a\r\nbc\r\n".to_vec(), frames: vec![(2, 4), (3, 3)] }));
        assert_eq!(session.client(b"QU", 4, true), None);
    }

    #[test]
    fn credentials_follow_auth() {
        let mut session = Session::default();
        let mut auth = |bytes: &[u8]| session.client(bytes, 1, true).map(|seen| seen.auth);
        assert_eq!(auth(b"AUTH LOGIN\r\n"), Some(Auth::None));
        assert_eq!(auth(b"dXNlcg==\r\n"), Some(Auth::User));
        assert_eq!(auth(b"cGFzcw==\r\n"), Some(Auth::Password));
        assert_eq!(auth(b"NOOP\r\n"), Some(Auth::None));
    }
}
