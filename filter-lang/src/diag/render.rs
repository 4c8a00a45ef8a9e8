//! Diagnostics as text, in rustc's look.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use super::{Diagnostic, Severity, Suggestion};
use crate::span::Span;

/// Longest filter that is shown whole, bytes.
const SHOWN: usize = 1000;

/// Renders diagnostics of one filter, `colour`ed for a terminal or plain; a blank line stands between two.
pub fn render(text: &str, diagnostics: &[Diagnostic], colour: bool) -> String {
    render_of("<filter>", text, diagnostics, colour)
}

/// The same for a text that is called otherwise. A diagnostic without code or place has none.
pub fn render_of(name: &str, text: &str, diagnostics: &[Diagnostic], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for diagnostic in diagnostics {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&one(name, text, diagnostic, &renderer));
        out.push('\n');
    }
    out
}

fn one(name: &str, text: &str, diagnostic: &Diagnostic, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let window = window(text, diagnostic);
    let shown = &text[window.clone()];
    let mut kind = AnnotationKind::Primary;
    let annotations = diagnostic.labels.iter().filter_map(|(span, label)| {
        let annotation = kind.span(place(text, *span, &window)?).label(label.as_str());
        kind = AnnotationKind::Context;
        Some(annotation)
    });
    let snippet = Snippet::source(shown).path(name).fold(false).annotations(annotations);
    let title = level.primary_title(diagnostic.message.as_str());
    let title = if diagnostic.code.is_empty() { title } else { title.id(diagnostic.code) };
    let mut main = match diagnostic.labels.as_slice() {
        [] => Group::with_title(title),
        _ => title.element(snippet),
    };
    for note in &diagnostic.notes {
        main = main.element(Level::NOTE.message(note.as_str()));
    }
    let mut groups = vec![main];
    groups.extend(diagnostic.suggestions.iter().map(|suggestion| edit(text, &window, suggestion)));
    renderer.render(&groups)
}

/// An edit as a diff, or as a sentence where the filter is too long to show twice.
fn edit<'a>(text: &'a str, window: &Range<usize>, suggestion: &'a Suggestion) -> Group<'a> {
    let place = place(text, suggestion.span, window).filter(|_| window.len() == text.len());
    match place {
        Some(place) => {
            let patch = Patch::new(place, suggestion.text.as_str());
            Level::HELP.secondary_title(suggestion.why.as_str()).element(Snippet::source(text).fold(false).patch(patch))
        }
        None => Group::with_title(Level::HELP.secondary_title(format!("{}: `{}`", suggestion.why, suggestion.text))),
    }
}

/// The part of a filter that is shown: all of it, or what surrounds the main place.
fn window(text: &str, diagnostic: &Diagnostic) -> Range<usize> {
    if text.len() <= SHOWN {
        return 0..text.len();
    }
    let main = diagnostic.labels.first().map_or(0, |(span, _)| span.start as usize).min(text.len());
    let start = text.floor_char_boundary(main.saturating_sub(SHOWN / 2));
    start..text.ceil_char_boundary((start + SHOWN).min(text.len()))
}

/// A span within the window; whole characters, and one column wide where it is empty.
fn place(text: &str, span: Span, window: &Range<usize>) -> Option<Range<usize>> {
    let start = text.floor_char_boundary((span.start as usize).min(text.len()));
    let end = text.ceil_char_boundary((span.end as usize).clamp(start, text.len()));
    if start < window.start || start > window.end {
        return None;
    }
    Some(start - window.start..end.min(window.end) - window.start)
}
