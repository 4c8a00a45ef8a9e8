//! What can be wrong with a query.

use datafusion::common::{DataFusionError, SchemaError};
use strato_engine::proto::registry;
use strato_filter_lang::{
    diag::{Diagnostic, render, similar},
    span::Span,
};

use crate::captures::Damage;

/// Errors of SQL have no code.
pub(crate) const SQL: &str = "";

/// Why there is no answer, or no more of it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A display filter is wrong.
    #[error("{}", render::render(filter, diagnostics, false))]
    Filter {
        /// Its text.
        filter: String,
        /// What is wrong with it.
        diagnostics: Vec<Diagnostic>,
    },
    /// The query is wrong.
    #[error("{}", render::render_of("<sql>", sql, diagnostics, false))]
    Sql {
        /// Its text.
        sql: String,
        /// What is wrong with it.
        diagnostics: Vec<Diagnostic>,
    },
    /// A capture cannot be opened.
    #[error("{}: {}", .0.file, .0.message)]
    Capture(Damage),
    /// The answer cannot be written.
    #[error(transparent)]
    Output(#[from] std::io::Error),
    /// The answer cannot be computed: memory, disk, numbers that are too large.
    #[error("{0}")]
    Run(String),
}

impl Error {
    /// An error of the query at a place of its text.
    pub(crate) fn sql(sql: &str, diagnostics: Vec<Diagnostic>) -> Self {
        Self::Sql { sql: sql.to_owned(), diagnostics }
    }

    /// A file that does not have what is asked, and what to do about it.
    pub(crate) fn lacking(message: &str, help: &str) -> Self {
        Self::sql("", vec![plain(None, message, "").note(help)])
    }

    /// The message, with colours where there is a terminal to show them.
    pub fn render(&self, colour: bool) -> String {
        match self {
            Self::Filter { filter, diagnostics } => render::render(filter, diagnostics, colour),
            Self::Sql { sql, diagnostics } => render::render_of("<sql>", sql, diagnostics, colour),
            Self::Capture(_) | Self::Output(_) | Self::Run(_) => self.to_string(),
        }
    }

    /// What DataFusion says of a query while it plans it.
    pub(crate) fn planning(sql: &str, error: DataFusionError) -> Self {
        let place = place(sql, &error);
        let diagnostic = match error.find_root() {
            DataFusionError::SchemaError(schema, _) => match &**schema {
                SchemaError::FieldNotFound { field, valid_fields } => {
                    let valid = valid_fields.iter().map(|field| field.name.as_str());
                    return Self::sql(sql, vec![unknown(sql, place, &field.name, valid)]);
                }
                other => plain(place, &other.to_string(), "here"),
            },
            root => {
                let message = message(root);
                match message
                    .strip_prefix("table 'datafusion.public.")
                    .and_then(|rest| rest.strip_suffix("' not found"))
                {
                    Some(name) => plain(place, &format!("there is no table `{name}`"), "not known")
                        .note("the table of captures is called `frames`"),
                    None => plain(place, &message, "here"),
                }
            }
        };
        Self::sql(sql, vec![diagnostic])
    }

    /// What went wrong while it ran.
    pub(crate) fn running(error: &DataFusionError) -> Self {
        Self::Run(message(error.find_root()))
    }
}

fn plain(place: Option<Span>, message: &str, label: &str) -> Diagnostic {
    let mut diagnostic = Diagnostic::error(SQL, place.unwrap_or(Span::new(0, 0)), message, label);
    if place.is_none() {
        diagnostic.labels.clear();
    }
    diagnostic
}

/// A name that is neither a field nor a column of the query.
pub(crate) fn unknown<'c>(
    sql: &str,
    place: Option<Span>,
    name: &str,
    columns: impl Iterator<Item = &'c str>,
) -> Diagnostic {
    let place = place.or_else(|| word(sql, name));
    let fields = registry::schema().fields().map(|(_, field)| field.name);
    let columns: Vec<&str> = columns.filter(|column| !column.starts_with("dfilter(")).collect();
    let near = similar::names(name, fields.chain(columns));
    let mut diagnostic = plain(place, &format!("there is no field or column `{name}`"), "not known");
    if let Some(place) = place {
        for one in near {
            let quoted = one.split('.').all(|part| {
                part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
                    && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            });
            let text = if quoted { one.to_owned() } else { format!("\"{one}\"") };
            diagnostic = diagnostic.suggest(place, text, "a name like this exists");
        }
    }
    diagnostic
}

/// Where a word stands.
fn word(sql: &str, name: &str) -> Option<Span> {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let found = sql
        .match_indices(name)
        .find(|(at, _)| !sql[..*at].ends_with(part) && !sql[at + name.len()..].starts_with(part));
    found.map(|(at, _)| Span::new(at, at + name.len()))
}

/// Where DataFusion says that the error is.
fn place(sql: &str, error: &DataFusionError) -> Option<Span> {
    let span = error.diagnostic()?.span?;
    let start = offset(sql, span.start.line, span.start.column)?;
    let end = offset(sql, span.end.line, span.end.column).unwrap_or(start);
    Some(Span::new(start, end))
}

/// The offset of a line and column, both from 1.
pub(crate) fn offset(sql: &str, line: u64, column: u64) -> Option<usize> {
    let line_start = match line {
        0 => return None,
        1 => 0,
        _ => sql.match_indices('\n').nth(line as usize - 2)?.0 + 1,
    };
    let rest = sql.get(line_start..)?;
    let in_line = rest.char_indices().nth((column as usize).checked_sub(1)?).map_or(rest.len(), |(at, _)| at);
    Some(line_start + in_line)
}

/// An error's own words, without the names of its causes' layers.
fn message(error: &DataFusionError) -> String {
    match error {
        DataFusionError::Plan(message)
        | DataFusionError::Execution(message)
        | DataFusionError::NotImplemented(message)
        | DataFusionError::Configuration(message)
        | DataFusionError::ResourcesExhausted(message) => message.clone(),
        DataFusionError::SQL(error, _) => error.to_string().replace("sql parser error: ", ""),
        DataFusionError::ArrowError(error, _) => error.to_string(),
        other => other.strip_backtrace(),
    }
}
