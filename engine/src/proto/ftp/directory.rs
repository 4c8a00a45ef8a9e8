//! The working directory, as far as it was told.

/// Longest path that is remembered.
const MAX_PATH: usize = 4096;

/// A path; empty while unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Directory {
    path: Vec<u8>,
}

impl Directory {
    /// The path as text.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.path).into_owned()
    }

    /// Changes to a path, which counts from here unless it starts at the root.
    pub(super) fn change(&mut self, path: &[u8]) {
        let absolute = path.starts_with(b"/") || self.path.starts_with(b"/");
        let mut joined: Vec<&[u8]> = Vec::new();
        let before = if path.starts_with(b"/") { &[][..] } else { self.path.as_slice() };
        for part in before.split(|byte| *byte == b'/').chain(path.split(|byte| *byte == b'/')) {
            match part {
                b"" | b"." => {}
                b".." => _ = joined.pop(),
                name => joined.push(name),
            }
        }
        let mut whole = if absolute { b"/".to_vec() } else { Vec::new() };
        whole.extend_from_slice(&joined.join(&b'/'));
        whole.truncate(MAX_PATH);
        self.path = whole;
    }
}

/// The path of a reply: in quotes, in which two of them are one.
pub(super) fn quoted(text: &[u8]) -> Option<Vec<u8>> {
    let open = memchr::memchr(b'"', text)?;
    let mut path = Vec::new();
    let mut rest = text.get(open + 1..)?;
    loop {
        let end = memchr::memchr(b'"', rest)?;
        path.extend_from_slice(rest.get(..end)?);
        rest = rest.get(end + 1..)?;
        let Some(more) = rest.strip_prefix(b"\"") else { return Some(path) };
        path.push(b'"');
        rest = more;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined() {
        let mut directory = Directory::default();
        for (path, whole) in
            [("uploads", "uploads"), ("/a/b", "/a/b"), ("c", "/a/b/c"), ("..", "/a/b"), ("../../../z", "/z"), ("/", "/")]
        {
            directory.change(path.as_bytes());
            assert_eq!(directory.text(), whole);
        }
        assert_eq!(quoted(b"\"/x/\"\"q\" is it"), Some(b"/x/\"q".to_vec()));
        assert_eq!(quoted(b"nothing"), None);
    }
}
