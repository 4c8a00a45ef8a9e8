//! Atoms and lists in brackets.

use crate::{limits, span::Span};

/// An atom or a list, and where it was written.
#[derive(Clone, Debug)]
pub(super) struct Sexp {
    pub(super) span: Span,
    pub(super) kind: Kind,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// A word, a number, a string with its quotes.
    Atom(String),
    List(Vec<Sexp>),
}

/// What is no such text, and where.
pub(super) type Wrong = (Span, String);

/// Lists that fit into this many columns stay on one line.
const WIDTH: usize = 100;

impl Sexp {
    pub(super) fn atom(text: String) -> Self {
        Self { span: Span::default(), kind: Kind::Atom(text) }
    }

    pub(super) fn list(parts: Vec<Self>) -> Self {
        Self { span: Span::default(), kind: Kind::List(parts) }
    }

    /// The text, long lists with a part a line.
    pub(super) fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out
    }

    fn write(&self, out: &mut String, indent: usize) {
        let parts = match &self.kind {
            Kind::Atom(text) => return out.push_str(text),
            Kind::List(parts) => parts,
        };
        if self.fits(WIDTH.saturating_sub(indent)).is_some() {
            return self.write_flat(out);
        }
        out.push('(');
        for (i, part) in parts.iter().enumerate() {
            if i > 0 {
                out.push('\n');
                out.extend(std::iter::repeat_n(' ', indent + 2));
            }
            part.write(out, indent + 2);
        }
        out.push(')');
    }

    fn write_flat(&self, out: &mut String) {
        match &self.kind {
            Kind::Atom(text) => out.push_str(text),
            Kind::List(parts) => {
                out.push('(');
                for (i, part) in parts.iter().enumerate() {
                    if i > 0 {
                        out.push(' ');
                    }
                    part.write_flat(out);
                }
                out.push(')');
            }
        }
    }

    /// What is left of `room` columns after it; `None` if it does not fit.
    fn fits(&self, room: usize) -> Option<usize> {
        match &self.kind {
            Kind::Atom(text) => room.checked_sub(text.len()),
            Kind::List(parts) => {
                parts.iter().try_fold(room.checked_sub(2)?, |room, part| part.fits(room)?.checked_sub(1))
            }
        }
    }
}

/// Reads one atom or list that is the whole text.
pub(super) fn read(text: &str) -> Result<Sexp, Wrong> {
    let mut open: Vec<(usize, Vec<Sexp>)> = Vec::new();
    let mut done: Option<Sexp> = None;
    let mut at = 0;
    while let Some((start, c)) = next(text, at) {
        at = start + c.len_utf8();
        let part = match c {
            '(' if open.len() >= limits::NESTING * 4 => return Err(wrong(start, at, "nested too deeply")),
            '(' => {
                open.push((start, Vec::new()));
                continue;
            }
            ')' => match open.pop() {
                Some((from, parts)) => Sexp { span: Span::new(from, at), kind: Kind::List(parts) },
                None => return Err(wrong(start, at, "a bracket without its partner")),
            },
            '"' => {
                at = string_end(text, at).ok_or_else(|| wrong(start, text.len(), "a string that is never closed"))?;
                atom_at(text, start, at)
            }
            _ => {
                let rest = text.get(start..).unwrap_or_default();
                at = start + rest.find(|c: char| c.is_whitespace() || "()\"".contains(c)).unwrap_or(rest.len());
                atom_at(text, start, at)
            }
        };
        match (open.last_mut(), &done) {
            (Some((_, parts)), _) => parts.push(part),
            (None, None) => done = Some(part),
            (None, Some(_)) => return Err((part.span, "something behind the end".to_owned())),
        }
    }
    match (open.last(), done) {
        (Some((start, _)), _) => Err(wrong(*start, start + 1, "a bracket that is never closed")),
        (None, Some(whole)) => Ok(whole),
        (None, None) => Err(wrong(0, text.len(), "no text")),
    }
}

/// The next character that is no space.
fn next(text: &str, at: usize) -> Option<(usize, char)> {
    let rest = text.get(at..)?;
    rest.char_indices().find(|(_, c)| !c.is_whitespace()).map(|(i, c)| (at + i, c))
}

/// Behind the quote that closes a string.
fn string_end(text: &str, from: usize) -> Option<usize> {
    let mut escaped = false;
    for (i, byte) in text.bytes().enumerate().skip(from) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(i + 1),
            _ => {}
        }
    }
    None
}

fn atom_at(text: &str, start: usize, end: usize) -> Sexp {
    let atom = text.get(start..end).unwrap_or_default().to_owned();
    Sexp { span: Span::new(start, end), kind: Kind::Atom(atom) }
}

fn wrong(start: usize, end: usize, message: &str) -> Wrong {
    (Span::new(start, end), message.to_owned())
}
