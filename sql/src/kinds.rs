//! Addresses stay addresses where a function hands its argument on: `min(ip.src)`, `coalesce(…)`, `CASE …`.
//!
//! DataFusion carries the type of the numbers through such functions, but not what marks them. So what a query selects is
//! marked again.

use std::sync::Arc;

use datafusion::{
    arrow::{
        array::{Array, AsArray, ListArray},
        datatypes::{DataType, Field, FieldRef},
    },
    common::{
        Result,
        config::ConfigOptions,
        plan_err,
        tree_node::{Transformed, TransformedResult},
    },
    logical_expr::{
        ColumnarValue, Expr, ExprSchemable, LogicalPlan, Projection, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDF,
        ScalarUDFImpl, Signature, Volatility,
    },
    optimizer::AnalyzerRule,
};

use crate::kind::Kind;

/// The rule.
#[derive(Debug)]
pub(crate) struct Kinds;

impl AnalyzerRule for Kinds {
    fn name(&self) -> &'static str {
        "kinds"
    }

    fn analyze(&self, plan: LogicalPlan, _config: &ConfigOptions) -> Result<LogicalPlan> {
        plan.transform_up_with_subqueries(|plan| match plan {
            LogicalPlan::Projection(projection) => {
                let exprs = projection.expr.iter().map(|expr| marked(expr, &projection.input)).collect();
                Ok(Transformed::yes(LogicalPlan::Projection(Projection::try_new(exprs, projection.input)?)))
            }
            other => Ok(Transformed::yes(other.recompute_schema()?)),
        })
        .data()
    }
}

/// What is selected, marked if it must be.
fn marked(expr: &Expr, input: &LogicalPlan) -> Expr {
    let known = expr.to_field(input.schema()).is_ok_and(|(_, field)| Kind::of(&field).is_some());
    match handed_on(expr, input) {
        Some(kind) if !known => {
            let (relation, name) = expr.qualified_name();
            let inner = expr.clone().unalias();
            let mark = Mark { kind, signature: Signature::any(1, Volatility::Immutable) };
            ScalarUDF::from(mark).call(vec![inner]).alias_qualified(relation, name)
        }
        _ => expr.clone(),
    }
}

/// The kind of what an expression hands on.
fn handed_on(expr: &Expr, input: &LogicalPlan) -> Option<Kind> {
    const AGGREGATES: [&str; 7] = ["min", "max", "first_value", "last_value", "nth_value", "any_value", "array_agg"];
    const SCALARS: [&str; 6] = ["coalesce", "nvl", "nullif", "greatest", "least", "array_element"];
    let some = |args: &[Expr]| args.iter().find_map(|arg| handed_on(arg, input));
    match expr {
        Expr::Alias(alias) => handed_on(&alias.expr, input),
        Expr::Column(column) => {
            let (_, field) = input.schema().qualified_field_from_column(column).ok()?;
            Kind::of(field).or_else(|| match input {
                LogicalPlan::Aggregate(aggregate) => {
                    let found = aggregate.aggr_expr.iter().find(|expr| expr.schema_name().to_string() == column.name);
                    handed_on(found?, &aggregate.input)
                }
                LogicalPlan::Window(window) => {
                    let found = window.window_expr.iter().find(|expr| expr.schema_name().to_string() == column.name);
                    handed_on(found.unwrap_or(expr), &window.input)
                }
                // A list whose elements are rows here has the same name, without how deep it was.
                LogicalPlan::Unnest(unnest) => {
                    let list = column.name.split(",depth=").next()?;
                    let fields = unnest.input.schema().fields();
                    fields.iter().find(|field| field.name().starts_with(list)).and_then(|field| Kind::of(field))
                }
                LogicalPlan::Filter(filter) => handed_on(expr, &filter.input),
                LogicalPlan::Sort(sort) => handed_on(expr, &sort.input),
                LogicalPlan::Limit(limit) => handed_on(expr, &limit.input),
                _ => None,
            })
        }
        Expr::AggregateFunction(call) if AGGREGATES.contains(&call.func.name()) => some(&call.params.args),
        Expr::WindowFunction(call)
            if AGGREGATES.contains(&call.fun.name()) || ["lag", "lead"].contains(&call.fun.name()) =>
        {
            call.params.args.first().and_then(|arg| handed_on(arg, input))
        }
        Expr::ScalarFunction(call) if SCALARS.contains(&call.func.name()) => some(&call.args),
        Expr::Case(case) => {
            let values = case.when_then_expr.iter().map(|(_, then)| &**then);
            values.chain(case.else_expr.as_deref()).find_map(|value| handed_on(value, input))
        }
        _ => None,
    }
}

/// Marks a column.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Mark {
    kind: Kind,
    signature: Signature,
}

impl ScalarUDFImpl for Mark {
    fn name(&self) -> &'static str {
        "address"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _args: &[DataType]) -> Result<DataType> {
        plan_err!("its field is asked for")
    }

    fn return_field_from_args(&self, args: ReturnFieldArgs<'_>) -> Result<FieldRef> {
        let Some(arg) = args.arg_fields.first() else { return plan_err!("it takes one value") };
        let mark = |field: &Field| field.clone().with_metadata(self.kind.metadata());
        Ok(Arc::new(match arg.data_type() {
            DataType::List(item) if *item.data_type() == self.kind.data_type() => {
                Field::new(arg.name(), DataType::List(Arc::new(mark(item))), arg.is_nullable())
            }
            plain if *plain == self.kind.data_type() => mark(arg),
            _ => Field::clone(arg),
        }))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let (Some(value), returned) = (args.args.into_iter().next(), args.return_field.data_type()) else {
            return plan_err!("it takes one value");
        };
        let DataType::List(item) = returned else { return Ok(value) };
        let array = value.to_array(args.number_rows)?;
        let Some(list) = array.as_list_opt::<i32>() else { return Ok(ColumnarValue::Array(array)) };
        let (offsets, values, nulls) = (list.offsets().clone(), Arc::clone(list.values()), list.nulls().cloned());
        Ok(ColumnarValue::Array(Arc::new(ListArray::try_new(Arc::clone(item), offsets, values, nulls)?)))
    }
}
