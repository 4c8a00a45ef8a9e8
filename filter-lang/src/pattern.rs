//! Regular expressions of `matches` (§11): caseless byte-mode search, linear time wherever the pattern allows it.

use std::fmt;

/// A compiled pattern; compares equal by its text.
#[derive(Clone)]
pub struct Pattern {
    text: Vec<u8>,
    engine: Engine,
}

#[derive(Clone)]
enum Engine {
    /// Linear time.
    Linear(regex::bytes::Regex),
}

impl Pattern {
    /// Compiles a pattern in the dialect of the language.
    ///
    /// # Errors
    /// Says what is wrong with the pattern, for the user.
    pub fn new(text: &[u8]) -> Result<Self, String> {
        let source = std::str::from_utf8(text).map_err(|e| e.to_string())?;
        let regex = regex::bytes::RegexBuilder::new(source)
            .unicode(false)
            .case_insensitive(true)
            .build()
            .map_err(|e| e.to_string())?;
        Ok(Self { text: text.to_vec(), engine: Engine::Linear(regex) })
    }

    /// The pattern's text.
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// Searches `subject`.
    pub fn is_match(&self, subject: &[u8]) -> bool {
        match &self.engine {
            Engine::Linear(regex) => regex.is_match(subject),
        }
    }
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
