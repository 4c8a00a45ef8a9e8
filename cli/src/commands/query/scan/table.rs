//! Frames of Parquet files that hold columns alone.

use std::{io, ops::ControlFlow, path::Path};

use anyhow::bail;
use strato_engine::{frame::Frame, proto::dissect::Dissection};
use strato_sql::{Captures, Error, Session, Settings};

use super::{Run, output::Output};
use crate::{
    commands::Lost,
    interrupt,
    render::{View, color},
};

impl Run<'_> {
    /// Answers from the columns of a file.
    pub(super) fn table(&mut self, file: &Path) -> anyhow::Result<()> {
        let plan = self.plan;
        let needs = [
            (plan.two_pass, "-2"),
            (self.writer.is_some(), "-w"),
            (matches!(plan.output, Output::Tree { .. }), "-V"),
            (plan.output == Output::Summary { hex: true }, "-x"),
            (plan.ask.tree, "-T json or ndjson without -e"),
            (plan.output == Output::Json, "-T json"),
        ];
        if let Some((_, option)) = needs.iter().find(|(needs, _)| *needs) {
            bail!(
                "{}: it holds columns and not the frames themselves, which {option} needs; convert the capture with \
                 --payload",
                file.display()
            );
        }
        match self.of_table(file) {
            Ok(()) => {
                self.answered = true;
                Ok(())
            }
            Err(Error::Output(error)) => Err(error.into()),
            Err(Error::Run(message)) => Err(Lost(message).into()),
            Err(error) => {
                self.damaged = true;
                self.flush()?;
                io::Write::write_all(&mut anstream::stderr(), error.render(color::of_messages()).as_bytes())?;
                Ok(())
            }
        }
    }

    fn of_table(&mut self, file: &Path) -> Result<(), Error> {
        let plan = self.plan;
        let mut captures = Captures::new(vec![file.to_owned()], plan.options());
        captures.filter.clone_from(&plan.filter);
        captures.stop = interrupt::asked;
        let mut session = Session::new(captures, Settings { threads: plan.threads, ..Settings::default() })?;
        if self.counts_only() && plan.max.is_none() {
            self.selected += session.count()?;
            return Ok(());
        }
        let fields: Vec<_> = plan.columns.iter().map(|column| column.id).collect();
        session.each_frame(&fields, plan.ask.columns, &mut |frame, found, first_ns| {
            self.row(frame, found, first_ns)?;
            Ok(if self.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        })
    }

    fn row(&mut self, frame: &Frame<'_>, found: &Dissection<'_>, first_ns: Option<i128>) -> io::Result<()> {
        if let Some(sink) = &self.sink {
            self.text.clear();
            sink.frame(&mut self.text, &View::new(frame, found, first_ns))?;
            if self.selected > 0 {
                io::Write::write_all(&mut self.out, sink.between().as_bytes())?;
            }
            io::Write::write_all(&mut self.out, &self.text)?;
        }
        self.selected += 1;
        Ok(())
    }
}
