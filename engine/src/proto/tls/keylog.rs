//! Secrets of connections, in the form of NSS' key log: `LABEL client-random secret`, in hexadecimal, a line each.

use rustc_hash::FxHashMap;

/// What a secret is for (draft-ietf-tls-keylogfile §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Label {
    /// The master secret up to TLS 1.2.
    Master,
    /// Of the client's data before the handshake is done.
    Early,
    /// Of the client's handshake messages, TLS 1.3.
    ClientHandshake,
    /// Of the server's handshake messages.
    ServerHandshake,
    /// Of the client's data.
    ClientTraffic,
    /// Of the server's data.
    ServerTraffic,
}

impl Label {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "CLIENT_RANDOM" => Self::Master,
            "CLIENT_EARLY_TRAFFIC_SECRET" => Self::Early,
            "CLIENT_HANDSHAKE_TRAFFIC_SECRET" => Self::ClientHandshake,
            "SERVER_HANDSHAKE_TRAFFIC_SECRET" => Self::ServerHandshake,
            "CLIENT_TRAFFIC_SECRET_0" => Self::ClientTraffic,
            "SERVER_TRAFFIC_SECRET_0" => Self::ServerTraffic,
            _ => return None,
        })
    }
}

/// Secrets kept; a longer log forgets none of them, it is refused from there on.
const MAX_SECRETS: usize = 1 << 20;

/// Secrets by the random of their connection's ClientHello.
#[derive(Debug, Default)]
pub(crate) struct KeyLog {
    secrets: FxHashMap<Key, Vec<u8>>,
}

impl KeyLog {
    /// Adds the lines of a log; what is no secret is passed over.
    pub(crate) fn add(&mut self, text: &[u8]) {
        for line in text.split(|byte| matches!(byte, b'\n' | b'\r')) {
            if self.secrets.len() >= MAX_SECRETS {
                return;
            }
            if let Some((key, secret)) = parse(line) {
                self.secrets.insert(key, secret);
            }
        }
    }

    /// Whether there are any.
    pub(crate) fn is_empty(&self) -> bool {
        self.secrets.is_empty()
    }

    /// The secret of a connection.
    pub(crate) fn get(&self, label: Label, client_random: [u8; 32]) -> Option<&[u8]> {
        self.secrets.get(&(label, client_random)).map(Vec::as_slice)
    }
}

/// What a secret is found by.
type Key = (Label, [u8; 32]);

fn parse(line: &[u8]) -> Option<(Key, Vec<u8>)> {
    let mut words = std::str::from_utf8(line).ok()?.split_ascii_whitespace();
    let label = Label::named(words.next()?)?;
    let random = unhex(words.next()?)?.try_into().ok()?;
    let secret = unhex(words.next()?)?;
    (secret.len() <= 64).then_some(((label, random), secret))
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    if !digits.is_ascii() || !digits.len().is_multiple_of(2) {
        return None;
    }
    (0..digits.len()).step_by(2).map(|i| u8::from_str_radix(digits.get(i..i + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_secrets_or_nothing() {
        let mut log = KeyLog::default();
        let random = "ab".repeat(32);
        log.add(format!("# made by a test\nCLIENT_RANDOM {random} 0102\r\nOTHER {random} 03\nCLIENT_RANDOM x y\n").as_bytes());
        assert_eq!(log.get(Label::Master, [0xab; 32]), Some(&[1, 2][..]));
        assert_eq!(log.secrets.len(), 1);
    }
}
