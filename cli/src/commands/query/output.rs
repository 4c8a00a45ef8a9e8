//! Which form of output was asked for.

use std::io::{self, Write as _};

use anyhow::bail;

use super::{Args, Form, Plan};
use crate::render::{Column, Sink, View, color, csv::Csv, fields::Fields, hex, json, lines::Lines, tree::Tree};

/// A form of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Output {
    /// None: counted or only written.
    Nothing,
    /// Summary lines, with bytes or not.
    Summary { hex: bool },
    /// Trees, with bytes or not.
    Tree { hex: bool },
    /// Fields in columns.
    Fields,
    /// tshark's JSON.
    Json,
    /// An object a line.
    Ndjson,
    /// Comma-separated values.
    Csv,
}

/// The form that the options mean together.
pub(super) fn of(args: &Args) -> anyhow::Result<Output> {
    let hex = args.hex;
    let form = match (args.format, args.fields.is_empty()) {
        (Some(form), _) => Some(form),
        (None, false) => Some(Form::Fields),
        (None, true) => None,
    };
    if args.count && (form.is_some() || args.verbose || hex || args.print) {
        bail!("--count prints a number: -T, -e, -V, -x and -P do not go with it");
    }
    let asked = form.is_some() || args.verbose || hex || args.print;
    if args.count || args.write.is_some() && !asked {
        return Ok(Output::Nothing);
    }
    let output = match form {
        None | Some(Form::Text) if args.verbose => Output::Tree { hex },
        None | Some(Form::Text) => Output::Summary { hex },
        Some(_) if args.verbose || hex => bail!("-V and -x go only with -T text"),
        Some(Form::Fields) if args.fields.is_empty() => bail!("-T fields needs fields to show: -e FIELD"),
        Some(Form::Fields) => Output::Fields,
        Some(Form::Json) => Output::Json,
        Some(Form::Ndjson) => Output::Ndjson,
        Some(Form::Csv) => Output::Csv,
    };
    if form == Some(Form::Text) && !args.fields.is_empty() {
        bail!("-T text shows no fields: leave -T out, or use -T fields, json, ndjson or csv with -e");
    }
    Ok(output)
}

impl Output {
    /// Refuses a `-E` option that the form does not heed.
    pub(super) fn takes(self, option: &str) -> anyhow::Result<()> {
        let values = ["occurrence=", "aggregator="].iter().any(|name| option.starts_with(name));
        match self {
            Self::Fields => Ok(()),
            Self::Csv if values => Ok(()),
            Self::Csv => bail!("-E {option}: csv has a form of its own; occurrence= and aggregator= go with it"),
            Self::Nothing | Self::Summary { .. } | Self::Tree { .. } | Self::Json | Self::Ndjson => {
                bail!("-E {option}: it shapes columns of fields: -e FIELD, with -T fields or csv")
            }
        }
    }

    /// Needs every field of a frame.
    pub(super) fn tree(self, columns: &[Column]) -> bool {
        match self {
            Self::Tree { .. } => true,
            Self::Json | Self::Ndjson => columns.is_empty(),
            Self::Nothing | Self::Summary { .. } | Self::Fields | Self::Csv => false,
        }
    }

    /// Needs the summary of a frame.
    pub(super) fn summary(self, columns: &[Column]) -> bool {
        match self {
            Self::Summary { .. } => true,
            Self::Csv => columns.is_empty(),
            Self::Nothing | Self::Tree { .. } | Self::Fields | Self::Json | Self::Ndjson => false,
        }
    }
}

impl Output {
    /// Whether it has colours, or text as it stands in packets.
    pub(super) fn is_styled(self) -> bool {
        match self {
            Self::Summary { .. } => color::of_output(),
            Self::Tree { .. } => true,
            Self::Nothing | Self::Fields | Self::Json | Self::Ndjson | Self::Csv => false,
        }
    }
}

/// What writes it.
pub(super) fn sink(plan: &Plan) -> Option<Box<dyn Sink>> {
    let columns = plan.columns.clone();
    let lines = || Lines { styled: color::of_output() };
    Some(match plan.output {
        Output::Nothing => return None,
        Output::Summary { hex: false } => Box::new(lines()),
        Output::Summary { hex: true } => Box::new(WithBytes { lines: lines() }),
        Output::Tree { hex } => Box::new(Tree { hex }),
        Output::Fields => Box::new(Fields::new(columns, plan.format.clone())),
        Output::Json => Box::new(json::Documents::new(columns)),
        Output::Ndjson => Box::new(json::Lines { columns }),
        Output::Csv => Box::new(Csv { columns, format: plan.format.clone() }),
    })
}

/// Summary lines with the bytes below.
struct WithBytes {
    lines: Lines,
}

impl Sink for WithBytes {
    fn frame(&self, out: &mut Vec<u8>, view: &View<'_>) -> io::Result<()> {
        self.lines.frame(out, view)?;
        writeln!(out)?;
        hex::write(out, view.frame.data)
    }
}
