//! Macros (§19): text replaced by text, before anything is read, also inside strings.

use std::{borrow::Cow, collections::HashMap};

use crate::{
    diag::{Diagnostic, codes, similar},
    limits,
    span::Span,
};

mod call;
mod map;

pub use map::Expansion;

/// A macro: its text, in which `$1`, `$2`, … are the arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Macro {
    /// The text.
    pub text: String,
    /// Number of arguments: the highest `$N` of the text.
    pub arity: usize,
}

/// Macros by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Macros {
    by_name: HashMap<String, Macro>,
}

impl Macros {
    /// Defines a macro, in the place of one with the same name.
    pub fn define(&mut self, name: &str, text: &str) -> Result<(), Diagnostic> {
        if name.is_empty() || !name.bytes().all(is_name_byte) {
            let message = format!("`{name}` is not a name for a macro");
            let label = "letters, digits and `_` make a name";
            return Err(Diagnostic::error(codes::MACRO_DEFINITION, Span::new(0, name.len()), message, label));
        }
        let mut arity = 0;
        call::parameters(text, |piece| {
            if let call::Piece::Parameter(number) = piece {
                arity = arity.max(number);
            }
        });
        self.by_name.insert(name.to_owned(), Macro { text: text.to_owned(), arity });
        Ok(())
    }

    /// Adds the definitions of a file with lines `"name" text` (Wireshark's `dmacros`). Blank lines and those that
    /// begin with `#` are skipped.
    pub fn define_lines(&mut self, file: &str) -> Result<(), Diagnostic> {
        let mut start = 0;
        for line in file.split_inclusive('\n') {
            let content = line.trim();
            let place = start + (line.len() - line.trim_start().len());
            start += line.len();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            let definition = content.strip_prefix('"').and_then(|rest| rest.split_once('"'));
            let span = Span::new(place, place + content.len());
            let Some((name, text)) = definition.filter(|(_, text)| !text.trim().is_empty()) else {
                let message = "a line that defines no macro";
                let error = Diagnostic::error(codes::MACRO_DEFINITION, span, message, "expected `\"name\" text`");
                return Err(error);
            };
            self.define(name, text.trim()).map_err(|mut error| {
                error.labels[0].0 = Span::new(place + 1, place + 1 + name.len());
                error
            })?;
        }
        Ok(())
    }

    /// All macros, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Macro)> {
        let mut all: Vec<_> = self.by_name.iter().map(|(name, row)| (name.as_str(), row)).collect();
        all.sort_by_key(|(name, _)| *name);
        all.into_iter()
    }
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Replaces all calls of macros. `is_field` says whether a name is a registered field that is neither a protocol nor
/// a label: then `${name}` is a reference, not a macro (rule M4).
pub fn expand<'t>(
    text: &'t str,
    macros: &Macros,
    is_field: &dyn Fn(&str) -> bool,
) -> Result<Expansion<'t>, Box<Diagnostic>> {
    if !text.contains('$') {
        return Ok(Expansion { text: Cow::Borrowed(text), pieces: Vec::new() });
    }
    let mut expander =
        Expander { macros, is_field, calls: 0, out: String::with_capacity(text.len()), pieces: Vec::new() };
    expander.expand(text, None, 0)?;
    Ok(Expansion { text: Cow::Owned(expander.out), pieces: expander.pieces })
}

/// Calls in one filter. Macros that call each other several times and yield nothing would run for ever otherwise.
const CALLS: usize = 10_000;

struct Expander<'m> {
    macros: &'m Macros,
    is_field: &'m dyn Fn(&str) -> bool,
    calls: usize,
    out: String,
    pieces: Vec<map::Piece>,
}

impl Expander<'_> {
    /// Appends the expansion of `text`. `within`: the call in the filter that led here; `None` for the filter itself.
    fn expand(&mut self, text: &str, within: Option<Span>, level: usize) -> Result<(), Box<Diagnostic>> {
        let mut copied = 0;
        let mut at = 0;
        while let Some(found) = text.get(at..).and_then(|rest| rest.find('$')) {
            let start = at + found;
            let place = |from: usize, to: usize| within.unwrap_or(Span::new(from, to));
            let call = match call::read(&text[start..], self.is_field) {
                Ok(Some(call)) => call,
                Ok(None) => {
                    at = start + 1;
                    continue;
                }
                Err(bad) => return Err(Box::new(bad.report(place(start, start + bad.length)))),
            };
            self.copy(&text[copied..start], copied, within)?;
            let span = place(start, start + call.length);
            let body = self.body(&call, span)?;
            if level >= limits::MACRO_LEVELS || self.calls > CALLS {
                let message = if level >= limits::MACRO_LEVELS {
                    format!("macros are nested more than {} levels deep", limits::MACRO_LEVELS)
                } else {
                    format!("a filter calls macros at most {CALLS} times")
                };
                return Err(Box::new(Diagnostic::error(codes::MACRO_DEPTH, span, message, "expanded from here")));
            }
            let before = self.out.len();
            self.expand(&body, Some(span), level + 1)?;
            if within.is_none() {
                let generated = Span::new(before, self.out.len());
                self.pieces.push(map::Piece { generated, origin: map::Origin::Call(span) });
            }
            at = start + call.length;
            copied = at;
        }
        self.copy(&text[copied..], copied, within)
    }

    /// Appends text as it is.
    fn copy(&mut self, text: &str, from: usize, within: Option<Span>) -> Result<(), Box<Diagnostic>> {
        if self.out.len() + text.len() > limits::FILTER_BYTES {
            let message = format!("with its macros expanded, a filter has at most {} bytes", limits::FILTER_BYTES);
            let span = within.unwrap_or(Span::new(from, from + 1));
            return Err(Box::new(Diagnostic::error(codes::FILTER_TOO_LONG, span, message, "expanded from here")));
        }
        let before = self.out.len();
        self.out.push_str(text);
        if within.is_none() {
            let generated = Span::new(before, self.out.len());
            self.pieces.push(map::Piece { generated, origin: map::Origin::Copied(from as u32) });
        }
        Ok(())
    }

    /// The text of the macro with its arguments put in.
    fn body(&mut self, call: &call::Call<'_>, span: Span) -> Result<String, Box<Diagnostic>> {
        self.calls += 1;
        let name = call.name;
        let Some(found) = self.macros.by_name.get(name) else {
            return Err(Box::new(unknown(call, span, self.macros)));
        };
        if call.arguments.len() > 1 && call.arguments.iter().any(String::is_empty) {
            let message = format!("an argument of the macro `{name}` is empty");
            return Err(Box::new(Diagnostic::error(
                codes::MACRO_NULL,
                span,
                message,
                "text is missing beside a separator",
            )));
        }
        if call.arguments.len() != found.arity {
            let message = format!("the macro `{name}` takes {}", count(found.arity));
            let label = format!("{} given", count(call.arguments.len()));
            let error = Diagnostic::error(codes::MACRO_ARITY, span, message, label);
            return Err(Box::new(error.note(format!("`{name}` is `{}`", found.text))));
        }
        let mut body = String::with_capacity(found.text.len());
        let mut too_long = false;
        call::parameters(&found.text, |piece| {
            let text = match piece {
                call::Piece::Text(text) => text,
                call::Piece::Parameter(number) => call.arguments.get(number - 1).map_or("", String::as_str),
            };
            too_long |= body.len() + text.len() > limits::FILTER_BYTES;
            if !too_long {
                body.push_str(text);
            }
        });
        if too_long {
            let message = format!("with its macros expanded, a filter has at most {} bytes", limits::FILTER_BYTES);
            return Err(Box::new(Diagnostic::error(codes::FILTER_TOO_LONG, span, message, "expanded from here")));
        }
        Ok(body)
    }
}

fn count(arguments: usize) -> String {
    match arguments {
        0 => "no arguments".to_owned(),
        1 => "1 argument".to_owned(),
        n => format!("{n} arguments"),
    }
}

fn unknown(call: &call::Call<'_>, span: Span, macros: &Macros) -> Diagnostic {
    let name = call.name;
    let plain = call.arguments.is_empty() && call.braced;
    let message = if plain { format!("no field and no macro `{name}`") } else { format!("no macro `{name}`") };
    let label = if plain { "neither a field with values nor a macro" } else { "not defined" };
    let mut error = Diagnostic::error(codes::MACRO_UNKNOWN, span, message, label);
    let name_span =
        Span { start: span.start + call.name_at as u32, end: span.start + (call.name_at + name.len()) as u32 };
    for similar in similar::names(name, macros.by_name.keys().map(String::as_str)) {
        error = error.suggest(name_span, similar, "a macro with a similar name exists");
    }
    error.note("`$` with a name and a bracket calls a macro, also inside strings")
}

#[cfg(test)]
mod tests;
