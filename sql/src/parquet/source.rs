//! The scan of Parquet files: DataFusion's, which passes over row groups and pages by their statistics.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use datafusion::{
    arrow::datatypes::{DataType, Field as ArrowField, Schema, SchemaRef},
    catalog::Session,
    common::{
        Column as Named, DFSchema, DataFusionError, Result, ScalarValue, Statistics,
        stats::Precision,
        tree_node::{Transformed, TransformedResult, TreeNode, TreeNodeRecursion},
    },
    datasource::{
        listing::PartitionedFile,
        physical_plan::{FileGroup, FileScanConfigBuilder, ParquetSource},
        source::DataSourceExec,
    },
    execution::object_store::ObjectStoreUrl,
    logical_expr::{BinaryExpr, Cast, Expr, Operator, lit},
    physical_plan::{ExecutionPlan, empty::EmptyExec, filter::FilterExec, projection::ProjectionExec},
};
use strato_engine::proto::registry;
use strato_filter_lang::{compile, ir::Ir, macros::Macros};

pub(crate) use super::place::Lack;
use super::{
    filter::{self, at},
    prune,
    stored::Stored,
};
use crate::{
    any::Any,
    column::{Column, FILE, SUMMARY, Shape, Source},
};

/// How the column `file` comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Naming {
    /// As the file says.
    Own,
    /// The file's own name, as it does not say of which capture its frames are.
    Path(String),
    /// Both, where several files hold frames of captures with the same name.
    Both(String),
}

/// Parquet files that are asked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files {
    pub(crate) files: Vec<(Arc<Stored>, Naming)>,
    pub(crate) macros: Macros,
}

impl Files {
    /// The plan that reads columns of the rows that satisfy all conditions.
    pub(crate) fn plan(
        &self,
        session: &dyn Session,
        columns: &[Column],
        conditions: &[Expr],
        filter: &str,
        limit: Option<usize>,
    ) -> Result<Vec<Arc<dyn ExecutionPlan>>> {
        let mut conditions = conditions.to_vec();
        if !filter.trim().is_empty() {
            conditions.push(at(&Column::filter(filter).name));
        }
        // Files that are read alike are one scan.
        let mut groups: Vec<(Naming, Vec<Arc<Stored>>)> = Vec::new();
        for (stored, naming) in &self.files {
            match groups.iter_mut().find(|(one, _)| one == naming) {
                Some((_, files)) => files.push(Arc::clone(stored)),
                None => groups.push((naming.clone(), vec![Arc::clone(stored)])),
            }
        }
        let mut plans = Vec::new();
        for (naming, files) in &groups {
            // What a filter becomes depends on what the file holds.
            let mut alike: Vec<(Reading, Vec<Arc<Stored>>)> = Vec::new();
            for stored in files {
                let cx = Cx { stored, naming, macros: &self.macros };
                let conditions = conditions.iter().map(|one| cx.condition(one, true)).collect::<Result<Vec<_>>>()?;
                let values = columns.iter().map(|column| cx.value(column)).collect::<Result<Vec<_>>>()?;
                let reading = Reading { conditions, values };
                match alike.iter_mut().find(|(one, _)| *one == reading) {
                    Some((_, files)) => files.push(Arc::clone(stored)),
                    None => alike.push((reading, vec![Arc::clone(stored)])),
                }
            }
            for (reading, files) in alike {
                plans.push(scan(session, columns, &reading, &files, limit)?);
            }
        }
        Ok(plans)
    }
}

/// What is read of a file: which of its rows, and what of them.
#[derive(Debug, PartialEq)]
struct Reading {
    conditions: Vec<Expr>,
    values: Vec<Expr>,
}

/// One scan of files that are alike.
fn scan(
    session: &dyn Session,
    columns: &[Column],
    reading: &Reading,
    files: &[Arc<Stored>],
    limit: Option<usize>,
) -> Result<Arc<dyn ExecutionPlan>> {
    let Reading { conditions, values } = reading;
    let mut read: BTreeMap<String, ArrowField> = BTreeMap::new();
    for expr in conditions.iter().chain(values) {
        for named in expr.column_refs() {
            if let Some(column) = Column::stored(&named.name) {
                read.insert(named.name.clone(), column.arrow());
            }
        }
    }
    let schema: SchemaRef = Arc::new(Schema::new(read.into_values().collect::<Vec<_>>()));
    let of_schema = DFSchema::try_from(Arc::clone(&schema))?;
    let mut options = session.table_options().parquet.clone();
    options.global.bloom_filter_on_read = true;
    options.global.enable_page_index = true;
    options.global.pruning = true;
    let source = ParquetSource::new(Arc::clone(&schema)).with_table_parquet_options(options);
    let condition = match conditions.iter().cloned().reduce(Expr::and) {
        Some(condition) => Some(session.create_physical_expr(condition, &of_schema)?),
        None => None,
    };
    let files = match &condition {
        Some(condition) => prune::kept(files, condition, &schema),
        None => files.to_vec(),
    };
    if files.is_empty() {
        let columns: Vec<_> = columns.iter().map(Column::arrow).collect();
        return Ok(Arc::new(EmptyExec::new(Arc::new(Schema::new(columns)))));
    }
    let rows = files.iter().map(|stored| stored.metadata.metadata().file_metadata().num_rows()).sum::<i64>();
    let rows = usize::try_from(rows).unwrap_or_default();
    let parts = files.iter().map(|stored| PartitionedFile::new_from_meta(stored.object.clone()));
    let config = FileScanConfigBuilder::new(ObjectStoreUrl::local_filesystem(), Arc::new(source))
        .with_file_group(FileGroup::new(parts.collect()))
        .with_limit(limit.filter(|_| conditions.is_empty()))
        .with_statistics(Statistics { num_rows: Precision::Exact(rows), ..Statistics::new_unknown(&schema) })
        .build();
    let mut plan: Arc<dyn ExecutionPlan> = DataSourceExec::from_data_source(config);
    if let Some(condition) = condition {
        plan = Arc::new(FilterExec::try_new(condition, plan)?);
    }
    let values = values
        .iter()
        .zip(columns)
        .map(|(value, column)| Ok((session.create_physical_expr(value.clone(), &of_schema)?, column.name.clone())));
    let values = values.collect::<Result<Vec<_>>>()?;
    Ok(Arc::new(ProjectionExec::try_new(values, plan)?))
}

struct Cx<'c> {
    stored: &'c Stored,
    naming: &'c Naming,
    macros: &'c Macros,
}

impl Cx<'_> {
    /// The value of a column of `frames`.
    fn value(&self, column: &Column) -> Result<Expr> {
        Ok(match &column.source {
            Source::Field(id) => at(registry::schema().field(*id).name),
            Source::File => self.file(),
            Source::Filter(text) => Expr::IsTrue(Box::new(self.filter(text, true)?)),
            Source::Payload => at(crate::column::PAYLOAD),
        })
    }

    fn file(&self) -> Expr {
        let text = |text: &str| lit(ScalarValue::Utf8View(Some(text.to_owned())));
        match self.naming {
            Naming::Own => at(FILE),
            Naming::Path(path) => text(path),
            Naming::Both(path) => {
                let both =
                    BinaryExpr::new(Box::new(text(&format!("{path}:"))), Operator::StringConcat, Box::new(at(FILE)));
                Expr::Cast(Cast::new(Box::new(Expr::BinaryExpr(both)), DataType::Utf8View))
            }
        }
    }

    fn filter(&self, text: &str, wanted: bool) -> Result<Expr> {
        let compiled = compile(text, registry::schema(), self.macros);
        let ir =
            compiled.map_err(|_| DataFusionError::Plan(format!("the display filter `{text}` does not compile")))?.ir;
        filter::condition(&ir, text, self.stored, wanted)
            .map_err(|lack| DataFusionError::Plan(format!("{}: {lack:?}", self.stored.path.display())))
    }

    /// A condition that is true (`wanted`) or false where the one on `frames` is.
    fn condition(&self, condition: &Expr, wanted: bool) -> Result<Expr> {
        let filter_of = |expr: &Expr| match expr {
            Expr::Column(named) => column_of(named).and_then(|column| match column.source {
                Source::Filter(text) => Some(text),
                Source::Field(_) | Source::File | Source::Payload => None,
            }),
            _ => None,
        };
        if let Some(text) = filter_of(condition) {
            return self.filter(&text, wanted);
        }
        match condition {
            Expr::Not(inner) => self.condition(inner, !wanted),
            Expr::BinaryExpr(BinaryExpr { left, op: op @ (Operator::And | Operator::Or), right }) => {
                let (left, right) = (self.condition(left, wanted)?, self.condition(right, wanted)?);
                Ok(if (*op == Operator::And) == wanted { left.and(right) } else { left.or(right) })
            }
            other => {
                let other = self.any(other).unwrap_or_else(|| other.clone());
                let written = other.transform_up(|expr| match &expr {
                    Expr::Column(named) => match column_of(named) {
                        Some(column) => Ok(Transformed::yes(self.value(&column)?)),
                        None => Ok(Transformed::no(expr)),
                    },
                    _ => Ok(Transformed::no(expr)),
                });
                let written = written.data()?;
                Ok(if wanted { written } else { !written })
            }
        }
    }

    /// Whether some value of a list compares so, where the list is that of several fields: their columns have statistics.
    fn any(&self, condition: &Expr) -> Option<Expr> {
        let Expr::ScalarFunction(call) = condition else { return None };
        let any = call.func.inner().downcast_ref::<Any>()?;
        let [Expr::Column(named), rest @ ..] = call.args.as_slice() else { return None };
        let Source::Field(id) = column_of(named)?.source else { return None };
        let place = self.stored.place(id, false).ok()?;
        let firsts = place.columns.iter().all(|column| matches!(column.shape(), Shape::First(_)));
        let column = |column: &Column| at(&column.name);
        let compare = |place: Expr, op: Operator, value: &Expr| {
            Expr::BinaryExpr(BinaryExpr::new(Box::new(place), op, Box::new(value.clone())))
        };
        let parts = place.columns.iter().map(|part| match (any.compare().op(), rest) {
            (Some(op), [value]) => Some(compare(column(part), op, value)),
            (None, [low, high]) => {
                let low = compare(column(part), Operator::GtEq, low);
                Some(low.and(compare(column(part), Operator::LtEq, high)))
            }
            _ => None,
        });
        let parts = parts.collect::<Option<Vec<_>>>().filter(|_| firsts)?;
        parts.into_iter().reduce(Expr::or)
    }
}

/// The column of `frames` with this name.
fn column_of(named: &Named) -> Option<Column> {
    let name = &named.name;
    let text = name.strip_prefix("dfilter('").and_then(|rest| rest.strip_suffix("')"));
    text.map(|text| Column::filter(&text.replace("''", "'"))).or_else(|| Column::named(name))
}

/// What a file lacks to answer a statement: columns, or what its filters read.
pub(crate) fn lacks(stored: &Stored, columns: &[Column], filters: &[Ir]) -> Vec<Lack> {
    let mut found = Vec::new();
    for column in columns {
        match column.source {
            Source::Field(id) if stored.column(id).is_none() => {
                found.push(Lack::Column(registry::schema().field(id).name.to_owned()));
            }
            Source::Field(_) | Source::File | Source::Filter(_) | Source::Payload => {}
        }
    }
    found.extend(filters.iter().flat_map(|filter| stored.lacks(filter)));
    found.sort();
    found.dedup();
    found
}

/// What to do about a file that lacks something.
pub(crate) fn advice(path: &Path, lacks: &[Lack]) -> (String, String) {
    let names = |lacks: &mut dyn Iterator<Item = &String>| {
        let names: Vec<String> = lacks.map(|name| format!("`{name}`")).collect();
        match names.as_slice() {
            [start @ .., _, _] if start.len() > 6 => format!("{} and {} more", names[..6].join(", "), names.len() - 6),
            _ => names.join(", "),
        }
    };
    let path = path.display();
    let absent: Vec<&String> = lacks
        .iter()
        .filter_map(|lack| match lack {
            Lack::Column(name) => Some(name),
            Lack::Repeats(_) | Lack::Lossy(_) | Lack::Frames(_) => None,
        })
        .collect();
    if !absent.is_empty() {
        let mut options: Vec<String> = absent
            .iter()
            .map(|name| match SUMMARY.contains(&name.as_str()) {
                true => "--with summary".to_owned(),
                false => format!("-e {name}"),
            })
            .collect();
        options.dedup();
        let more = if options.len() > 8 { " …" } else { "" };
        options.truncate(8);
        return (
            format!("{path} does not hold {}", names(&mut absent.into_iter())),
            format!(
                "convert the capture again with {}{more}, or with --payload, which keeps the frames for any question",
                options.join(" ")
            ),
        );
    }
    let repeats = names(&mut lacks.iter().filter_map(|lack| match lack {
        Lack::Repeats(name) => Some(name),
        Lack::Column(_) | Lack::Lossy(_) | Lack::Frames(_) => None,
    }));
    let lossy = names(&mut lacks.iter().filter_map(|lack| match lack {
        Lack::Lossy(name) => Some(name),
        Lack::Column(_) | Lack::Repeats(_) | Lack::Frames(_) => None,
    }));
    let frames = names(&mut lacks.iter().filter_map(|lack| match lack {
        Lack::Frames(name) => Some(name),
        Lack::Column(_) | Lack::Repeats(_) | Lack::Lossy(_) => None,
    }));
    let (message, help) = if !repeats.is_empty() {
        (
            format!(
                "{path} cannot answer this filter: frames have {repeats} more than once, and it holds the first value"
            ),
            "a condition in SQL looks at the first value; for the filter, convert the capture again with --payload",
        )
    } else if !frames.is_empty() {
        (
            format!("{path} cannot answer this filter: it reads bytes or layers of {frames}"),
            "convert the capture again with --payload",
        )
    } else {
        (
            format!("{path} cannot answer this filter: it is not known to hold {lossy} as frames have it"),
            "convert the capture again with --payload",
        )
    };
    (message, help.to_owned())
}

/// Tells whether a plan only hands rows on: then they keep their order.
pub(crate) fn keeps_order(plan: &datafusion::logical_expr::LogicalPlan) -> bool {
    use datafusion::logical_expr::LogicalPlan;
    let mut keeps = true;
    // It never fails.
    drop(plan.apply(|node| {
        keeps &= !matches!(
            node,
            LogicalPlan::Aggregate(_)
                | LogicalPlan::Join(_)
                | LogicalPlan::Sort(_)
                | LogicalPlan::Distinct(_)
                | LogicalPlan::Window(_)
                | LogicalPlan::Union(_)
        );
        Ok(TreeNodeRecursion::Continue)
    }));
    keeps
}
