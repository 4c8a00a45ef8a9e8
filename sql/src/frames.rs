//! The table `frames`: one row a frame.

use std::{fmt, sync::Arc};

use async_trait::async_trait;
use datafusion::{
    arrow::{
        array::RecordBatch,
        datatypes::{Schema, SchemaRef},
    },
    catalog::{Session, TableProvider},
    common::{DataFusionError, Result, internal_err, tree_node::TreeNodeRecursion},
    execution::{SendableRecordBatchStream, TaskContext},
    logical_expr::{Expr, TableProviderFilterPushDown, TableType},
    physical_expr::{EquivalenceProperties, PhysicalExpr},
    physical_plan::{
        DisplayAs, DisplayFormatType, ExecutionPlan, Partitioning, PlanProperties,
        execution_plan::{Boundedness, EmissionType, ReplaceChildrenOptions, SchedulingType},
        stream::RecordBatchReceiverStream,
        union::UnionExec,
    },
};
use tokio::sync::mpsc::Sender;

use crate::{
    captures::Captures,
    column::Column,
    parquet::source::Files,
    pushdown::{self, Pushed},
    scan::{self, Wanted},
};

/// Batches that the reader may be ahead.
const AHEAD: usize = 2;

/// The table, with the columns that a statement names: thousands of others would only be carried along.
#[derive(Debug)]
pub(crate) struct Frames {
    captures: Arc<Captures>,
    files: Files,
    columns: Vec<Column>,
    schema: SchemaRef,
}

impl Frames {
    pub(crate) fn new(captures: Arc<Captures>, files: Files, columns: Vec<Column>) -> Self {
        let schema = schema(&columns);
        Self { captures, files, columns, schema }
    }
}

fn schema(columns: &[Column]) -> SchemaRef {
    Arc::new(Schema::new(columns.iter().map(Column::arrow).collect::<Vec<_>>()))
}

#[async_trait]
impl TableProvider for Frames {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }

    fn table_type(&self) -> TableType {
        TableType::Base
    }

    fn supports_filters_pushdown(&self, filters: &[&Expr]) -> Result<Vec<TableProviderFilterPushDown>> {
        if !self.files.files.is_empty() {
            // Every condition is decided there; captures may leave some to SQL.
            let all = match self.captures.files.is_empty() {
                true => TableProviderFilterPushDown::Exact,
                false => TableProviderFilterPushDown::Inexact,
            };
            return Ok(vec![all; filters.len()]);
        }
        Ok(filters
            .iter()
            .map(|filter| match pushdown::pushed(filter, &self.columns) {
                Some(Pushed { exact: true, .. }) => TableProviderFilterPushDown::Exact,
                Some(Pushed { exact: false, .. }) => TableProviderFilterPushDown::Inexact,
                None => TableProviderFilterPushDown::Unsupported,
            })
            .collect())
    }

    async fn scan(
        &self,
        session: &dyn Session,
        projection: Option<&Vec<usize>>,
        filters: &[Expr],
        limit: Option<usize>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let columns = match projection {
            Some(projection) => projection.iter().filter_map(|i| self.columns.get(*i).cloned()).collect(),
            None => self.columns.clone(),
        };
        let mut plans = self.files.plan(session, &columns, filters, &self.captures.filter, limit)?;
        if self.captures.files.is_empty() && !plans.is_empty() {
            return UnionExec::try_new(plans);
        }
        let pushed = filters.iter().filter_map(|filter| pushdown::pushed(filter, &self.columns));
        let own = Some(self.captures.filter.clone()).filter(|filter| !filter.trim().is_empty());
        let filters: Vec<String> = own.into_iter().chain(pushed.map(|pushed| pushed.filter)).collect();
        let filter = match filters.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            several => format!("({})", several.join(") and (")),
        };
        plans.insert(0, Arc::new(CapturesExec::new(Arc::clone(&self.captures), columns, filter, limit)));
        UnionExec::try_new(plans)
    }
}

/// Reads captures.
#[derive(Clone, Debug)]
pub(crate) struct CapturesExec {
    captures: Arc<Captures>,
    columns: Vec<Column>,
    filter: String,
    limit: Option<usize>,
    properties: Arc<PlanProperties>,
}

impl CapturesExec {
    fn new(captures: Arc<Captures>, columns: Vec<Column>, filter: String, limit: Option<usize>) -> Self {
        let properties = PlanProperties::new(
            EquivalenceProperties::new(schema(&columns)),
            Partitioning::UnknownPartitioning(1),
            EmissionType::Incremental,
            Boundedness::Bounded,
        );
        let properties = Arc::new(properties.with_scheduling_type(SchedulingType::Cooperative));
        Self { captures, columns, filter, limit, properties }
    }
}

impl DisplayAs for CapturesExec {
    fn fmt_as(&self, t: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        let (files, names) = (self.captures.files.len(), names.join(", "));
        match t {
            DisplayFormatType::TreeRender => {
                writeln!(f, "columns={names}")?;
                write!(f, "filter={}", self.filter)
            }
            DisplayFormatType::Default | DisplayFormatType::Verbose => {
                write!(f, "CapturesExec: files={files}, columns=[{names}]")?;
                if !self.filter.is_empty() {
                    write!(f, ", filter={}", self.filter)?;
                }
                match self.limit {
                    Some(limit) => write!(f, ", limit={limit}"),
                    None => Ok(()),
                }
            }
        }
    }
}

impl ExecutionPlan for CapturesExec {
    fn name(&self) -> &'static str {
        "CapturesExec"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        &self.properties
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        Vec::new()
    }

    fn apply_expressions(
        &self,
        _f: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        Ok(TreeNodeRecursion::Continue)
    }

    fn replace_children(
        self: Arc<Self>,
        children: Vec<Arc<dyn ExecutionPlan>>,
        _options: ReplaceChildrenOptions,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        if children.is_empty() { Ok(self) } else { internal_err!("captures have no children") }
    }

    fn with_new_children(self: Arc<Self>, children: Vec<Arc<dyn ExecutionPlan>>) -> Result<Arc<dyn ExecutionPlan>> {
        if children.is_empty() { Ok(self) } else { internal_err!("captures have no children") }
    }

    fn execute(&self, _partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        let wanted = Wanted {
            captures: Arc::clone(&self.captures),
            columns: self.columns.clone(),
            schema: self.schema(),
            filter: self.filter.clone(),
            limit: self.limit,
            batch: context.session_config().batch_size(),
            threads: context.session_config().target_partitions(),
        };
        let mut builder = RecordBatchReceiverStream::builder(self.schema(), AHEAD);
        let sender = builder.tx();
        builder.spawn_blocking(move || {
            let handed = scan::scan(&wanted, &mut |batch| hand_on(&sender, batch));
            handed.map_err(|error| DataFusionError::Execution(error.to_string()))
        });
        Ok(builder.build())
    }

    fn fetch(&self) -> Option<usize> {
        self.limit
    }

    fn with_fetch(&self, limit: Option<usize>) -> Option<Arc<dyn ExecutionPlan>> {
        Some(Arc::new(Self { limit, ..self.clone() }))
    }

    fn supports_limit_pushdown(&self) -> bool {
        false
    }
}

/// Waits until there is room for a batch; `false` if nobody wants it any more.
fn hand_on(sender: &Sender<Result<RecordBatch>>, batch: RecordBatch) -> bool {
    sender.blocking_send(Ok(batch)).is_ok()
}
