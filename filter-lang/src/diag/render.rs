//! Diagnostics as text, in the look of rustc. The only place that knows `annotate-snippets`.

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use super::{Diagnostic, Severity};

/// Renders diagnostics of a filter.
pub fn render(diagnostics: &[Diagnostic], filter: &str, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let rendered: Vec<_> = diagnostics.iter().map(|diagnostic| one(&renderer, diagnostic, filter)).collect();
    rendered.join("\n\n")
}

fn one(renderer: &Renderer, diagnostic: &Diagnostic, filter: &str) -> String {
    let clamp = |at: u32| {
        let mut at = (at as usize).min(filter.len());
        while !filter.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let annotations = diagnostic.labels.iter().enumerate().map(|(i, (span, label))| {
        let kind = if i == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        kind.span(clamp(span.start)..clamp(span.end)).label(label.as_str())
    });
    let snippet = Snippet::source(filter).path("<filter>").annotations(annotations);
    let mut main = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code).element(snippet);
    for note in &diagnostic.notes {
        main = main.element(Level::NOTE.message(note.as_str()));
    }
    let mut groups: Vec<Group<'_>> = vec![main];
    for suggestion in &diagnostic.suggestions {
        let patch = Patch::new(clamp(suggestion.span.start)..clamp(suggestion.span.end), suggestion.text.as_str());
        groups.push(Level::HELP.secondary_title(suggestion.why.as_str()).element(Snippet::source(filter).patch(patch)));
    }
    renderer.render(&groups).to_string()
}
