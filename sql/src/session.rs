//! From a statement's text to the batches of its answer.

use std::{path::PathBuf, sync::Arc};

use datafusion::{
    arrow::{array::RecordBatch, datatypes::SchemaRef},
    common::DataFusionError,
    config::Dialect,
    execution::{
        FunctionRegistry, SessionStateBuilder,
        disk_manager::{DiskManagerBuilder, DiskManagerMode},
        memory_pool::FairSpillPool,
        runtime_env::{RuntimeEnv, RuntimeEnvBuilder},
    },
    logical_expr::LogicalPlan,
    prelude::{SQLOptions, SessionConfig, SessionContext},
};
use futures::StreamExt;
use strato_engine::read::name_of;
use strato_filter_lang::{compile, diag::Diagnostic};
use tokio::runtime::{Builder, Runtime};

use crate::{
    captures::{Captures, Damage},
    column::Column,
    error::Error,
    frames::Frames,
    functions, inputs,
    kinds::Kinds,
    names::{self, FRAMES},
    output::Sink,
    parquet::{
        source,
        stored::{Stored, verify},
    },
    rewrite::{Operators, Rewrite},
};

/// How queries run.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Threads; 0 is one.
    pub threads: usize,
    /// Bytes that sorting, grouping and joining may take before they use the disk; `None` for no limit.
    pub memory: Option<usize>,
    /// Where they may write then, if not in the system's folder for such files.
    pub spill: Option<PathBuf>,
}

/// Answers statements about captures.
pub struct Session {
    captures: Arc<Captures>,
    settings: Settings,
    environment: Arc<RuntimeEnv>,
    runtime: Runtime,
    stored: Vec<Arc<Stored>>,
    warnings: Vec<(String, Vec<Diagnostic>)>,
}

impl Session {
    /// Starts.
    ///
    /// # Errors
    /// A capture that cannot be opened, a display filter that does not compile, threads that cannot be started.
    pub fn new(captures: Captures, settings: Settings) -> Result<Self, Error> {
        let stored = inputs::stored(&captures).map_err(Error::Capture)?;
        let mut warnings = Vec::new();
        let compiled = compile(&captures.filter, strato_engine::proto::registry::schema(), &captures.options.macros);
        match compiled {
            Ok(compiled) if compiled.warnings.is_empty() => {}
            Ok(compiled) => warnings.push((captures.filter.clone(), compiled.warnings)),
            Err(diagnostics) => return Err(Error::Filter { filter: captures.filter, diagnostics }),
        }
        let mut environment = RuntimeEnvBuilder::new();
        if let Some(memory) = settings.memory {
            environment = environment.with_memory_pool(Arc::new(FairSpillPool::new(memory)));
        }
        if let Some(folder) = &settings.spill {
            let mode = DiskManagerMode::Directories(vec![folder.clone()]);
            environment = environment.with_disk_manager_builder(DiskManagerBuilder::default().with_mode(mode));
        }
        let environment = environment.build_arc().map_err(|error| Error::running(&error))?;
        let runtime = Builder::new_multi_thread().worker_threads(settings.threads.max(1)).build()?;
        Ok(Self { captures: Arc::new(captures), settings, environment, runtime, stored, warnings })
    }

    /// The captures that are asked.
    pub fn captures(&self) -> &Captures {
        &self.captures
    }

    /// What the authors of display filters should know: text and warnings, since the last call.
    pub fn warnings(&mut self) -> Vec<(String, Vec<Diagnostic>)> {
        std::mem::take(&mut self.warnings)
    }

    /// The same, to share.
    pub(crate) fn shared_captures(&self) -> Arc<Captures> {
        Arc::clone(&self.captures)
    }

    /// The runtime of its threads.
    pub(crate) fn runtime(&self) -> &Runtime {
        &self.runtime
    }

    /// The Parquet files among the captures.
    pub(crate) fn stored(&self) -> &[Arc<Stored>] {
        &self.stored
    }

    /// Answers a statement.
    ///
    /// # Errors
    /// All that is wrong with it, or went wrong while it ran. What `sink` was handed before is right.
    pub fn run(&mut self, sql: &str, sink: &mut dyn Sink) -> Result<(), Error> {
        let context = self.context();
        let plan = self.plan(&context, sql)?;
        if source::keeps_order(&plan) {
            self.keep_order(&context);
        }
        self.runtime.block_on(async {
            let run = async {
                let mut stream = context.execute_logical_plan(plan).await?.execute_stream().await?;
                Ok::<_, DataFusionError>((
                    stream.schema(),
                    async move { stream.next().await.map(|batch| (batch, stream)) },
                ))
            };
            let (schema, first) = match run.await {
                Ok(started) => started,
                // Nothing ran yet: it is the query.
                Err(error) => return Err(Error::planning(sql, error)),
            };
            sink.begin(&schema)?;
            let mut next = first.await;
            while let Some((batch, mut stream)) = next.filter(|_| !(self.captures.stop)()) {
                sink.batch(&batch.map_err(|error| self.broken(&error))?)?;
                next = stream.next().await.map(|batch| (batch, stream));
            }
            sink.end()?;
            Ok(())
        })
    }

    /// Lets rows keep the order that they have in files: parts of them would come as they are done.
    pub(crate) fn keep_order(&self, context: &SessionContext) {
        context.state_ref().write().config_mut().options_mut().optimizer.repartition_file_scans = false;
    }

    /// What went wrong while it ran; if it is a Parquet file, which.
    pub(crate) fn broken(&self, error: &DataFusionError) -> Error {
        let damaged = matches!(error.find_root(), DataFusionError::ParquetError(_) | DataFusionError::ArrowError(..));
        let found = self.stored.iter().filter(|_| damaged).find_map(|stored| {
            let message = format!("this Parquet file is damaged: {}", verify(stored).err()?);
            Some(Damage { file: name_of(&stored.path), message, answered: true })
        });
        found.map_or_else(|| Error::running(error), |damage| Error::Run(format!("{}: {}", damage.file, damage.message)))
    }

    /// The answer as a whole, for tests and small results.
    ///
    /// # Errors
    /// Those of [`Self::run`].
    pub fn collect(&mut self, sql: &str) -> Result<(SchemaRef, Vec<RecordBatch>), Error> {
        let mut collected = Collected::default();
        self.run(sql, &mut collected)?;
        let schema = collected.schema.unwrap_or_else(|| Arc::new(datafusion::arrow::datatypes::Schema::empty()));
        Ok((schema, collected.batches))
    }

    pub(crate) fn context(&self) -> SessionContext {
        let mut config = SessionConfig::new()
            .with_target_partitions(self.settings.threads.max(1))
            // Rows of a capture keep their order.
            .with_round_robin_repartition(false)
            .with_information_schema(true);
        let options = config.options_mut();
        options.sql_parser.dialect = Dialect::Generic;
        options.sql_parser.collect_spans = true;
        let state = SessionStateBuilder::new()
            .with_config(config)
            .with_runtime_env(Arc::clone(&self.environment))
            .with_default_features()
            .with_analyzer_rule(Arc::new(Kinds))
            .build();
        let mut context = SessionContext::new_with_state(state);
        for function in functions::all() {
            context.register_udf(function);
        }
        // The last planner that is registered is the first to be asked. Neither fails: they are only kept.
        drop(context.register_expr_planner(Arc::new(Operators)));
        drop(context.register_function_rewrite(Arc::new(Rewrite)));
        context
    }

    fn plan(&mut self, context: &SessionContext, sql: &str) -> Result<LogicalPlan, Error> {
        let state = context.state();
        let parsed = state.sql_to_statement(sql, &Dialect::Generic);
        let mut statement = parsed.map_err(|error| Error::planning(sql, error))?;
        let star = inputs::star(&self.stored);
        let mut named = names::resolve(sql, &self.captures.options.macros, &star, &mut statement)?;
        self.warnings.append(&mut named.warnings);
        let mut columns = named.columns;
        if columns.is_empty() {
            // `DESCRIBE frames` shows these.
            columns = star.iter().filter_map(|name| Column::named(name)).collect();
        }
        let (captures, files) = inputs::split(&self.captures, &self.stored, &columns)?;
        let table = Arc::new(Frames::new(captures, files, columns));
        context.register_table(FRAMES, table).map_err(|error| Error::running(&error))?;
        let state = context.state();
        let plan = self.runtime.block_on(state.statement_to_plan(statement));
        let plan = plan.map_err(|error| Error::planning(sql, error))?;
        let allowed = SQLOptions::new().with_allow_ddl(false).with_allow_dml(false).with_allow_statements(false);
        allowed.verify_plan(&plan).map_err(|error| Error::planning(sql, error))?;
        Ok(plan)
    }
}

#[derive(Default)]
struct Collected {
    schema: Option<SchemaRef>,
    batches: Vec<RecordBatch>,
}

impl Sink for Collected {
    fn begin(&mut self, schema: &SchemaRef) -> std::io::Result<()> {
        self.schema = Some(Arc::clone(schema));
        Ok(())
    }

    fn batch(&mut self, batch: &RecordBatch) -> std::io::Result<()> {
        self.batches.push(batch.clone());
        Ok(())
    }
}
