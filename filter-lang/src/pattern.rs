//! Regular expressions of `matches` (§11): caseless search over bytes, linear time wherever the pattern allows it.

use std::fmt;

/// Bytes of a compiled pattern.
const SIZE_LIMIT: usize = 4 << 20;
/// Steps a pattern with lookaround or back-references may take on one value; beyond it the value does not match.
const BACKTRACK_LIMIT: usize = 1_000_000;

/// A compiled pattern; compares equal by its text.
#[derive(Clone)]
pub struct Pattern {
    text: Vec<u8>,
    engine: Engine,
}

#[derive(Clone)]
enum Engine {
    /// Linear time, over bytes.
    Linear(regex::bytes::Regex),
    /// Backtracking, over one character a byte (Latin-1), so that a byte stays what the pattern counts.
    Backtracking(Box<fancy_regex::Regex>),
}

impl Pattern {
    /// Compiles a pattern: Perl syntax, caseless unless `(?-i)`, one byte a character, ASCII letters folded.
    ///
    /// # Errors
    /// Says what is wrong with the pattern, for the user.
    pub fn new(text: &[u8]) -> Result<Self, String> {
        // What is no UTF-8 is written as escapes; what is, stays its bytes.
        let source: String = text.iter().map(|byte| escaped(*byte)).collect();
        let linear = regex::bytes::RegexBuilder::new(&source)
            .unicode(false)
            .case_insensitive(true)
            .size_limit(SIZE_LIMIT)
            .dfa_size_limit(SIZE_LIMIT)
            .build();
        let engine = match linear {
            Ok(regex) => Engine::Linear(regex),
            Err(regex::Error::CompiledTooBig(_)) => return Err("the pattern is too big".to_owned()),
            Err(why) => match backtracking(&source) {
                Ok(regex) => Engine::Backtracking(Box::new(regex)),
                Err(_) => return Err(last_line(&why.to_string())),
            },
        };
        Ok(Self { text: text.to_vec(), engine })
    }

    /// The pattern's text.
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// Searches `subject`.
    pub fn is_match(&self, subject: &[u8]) -> bool {
        match &self.engine {
            Engine::Linear(regex) => regex.is_match(subject),
            Engine::Backtracking(regex) => {
                let latin1: String = subject.iter().map(|byte| char::from(*byte)).collect();
                regex.is_match(&latin1).unwrap_or(false)
            }
        }
    }
}

fn escaped(byte: u8) -> String {
    if byte.is_ascii() { char::from(byte).to_string() } else { format!("\\x{byte:02x}") }
}

/// Compiles for the engine that knows lookaround and back-references. It counts code points; the subject has one a
/// byte. Classes such as `\w` are narrowed to ASCII.
fn backtracking(source: &str) -> Result<fancy_regex::Regex, fancy_regex::Error> {
    let ascii = source.replace("\\w", "[A-Za-z0-9_]").replace("\\d", "[0-9]").replace("\\s", "[ \\t\\n\\r\\f\\x0b]");
    fancy_regex::RegexBuilder::new(&format!("(?i){ascii}"))
        .backtrack_limit(BACKTRACK_LIMIT)
        .delegate_size_limit(SIZE_LIMIT)
        .build()
}

/// The regex crate draws the pattern with a caret; its last line says what is wrong.
fn last_line(message: &str) -> String {
    let last = message.lines().last().unwrap_or(message).trim();
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}/", self.text.escape_ascii())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &str, subject: &[u8]) -> bool {
        Pattern::new(pattern.as_bytes()).is_ok_and(|pattern| pattern.is_match(subject))
    }

    #[test]
    fn case_is_folded_unless_told_otherwise() {
        assert!(found("^get ", b"GET /"));
        assert!(!found("(?-i)^get ", b"GET /"));
    }

    #[test]
    fn a_dot_is_one_byte() {
        assert!(found("^..$", "é".as_bytes()));
        assert!(!found("^.$", b"\n"));
        assert!(found("\\xff\\x00", b"a\xff\x00b"));
    }

    #[test]
    fn lookaround_and_back_references_work() {
        assert!(found("(a)(?=b)", b"xAb"));
        assert!(!found("(a)(?=b)", b"ac"));
        assert!(found(r"(\w)\1", b"hello"));
        assert!(found("^.(?=\\xff)", b"\xe9\xff"));
    }

    #[test]
    fn a_costly_pattern_ends() {
        assert!(!found(r"^(?=a)(a|a)*\1b$", &[b'a'; 64]));
    }

    #[test]
    fn a_wrong_pattern_says_why() {
        assert_eq!(Pattern::new(b"(").unwrap_err(), "unclosed group");
    }
}
