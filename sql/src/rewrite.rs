//! What operators mean for addresses and lists.
//!
//! Text beside an address is read as one (`ip.src = '10.0.0.0/8'`), an address where text is wanted becomes text, and a list
//! compares as in display filters: some value is enough.

use datafusion::{
    arrow::datatypes::{DataType, Field},
    common::{DFSchema, DataFusionError, Result, ScalarValue, config::ConfigOptions, tree_node::Transformed},
    logical_expr::{
        Between, BinaryExpr, Cast, Expr, ExprSchemable, Like, Operator,
        expr::{InList, ScalarFunction},
        expr_rewriter::FunctionRewrite,
        lit,
        planner::{ExprPlanner, PlannerResult, RawBinaryExpr},
    },
    sql::sqlparser::ast::BinaryOperator,
};
use strato_filter_lang::{
    schema::{self, Names},
    types::Type,
};

use crate::{
    any::AnyCompare,
    column,
    functions::{self, CIDR_CONTAINS, IP_IS_PRIVATE, PRIVATE},
    kind::{Kind, Meant, hex},
};

/// Operators as they are planned.
#[derive(Debug)]
pub(crate) struct Operators;

impl ExprPlanner for Operators {
    fn plan_binary_op(&self, raw: RawBinaryExpr, schema: &DFSchema) -> Result<PlannerResult<RawBinaryExpr>> {
        let RawBinaryExpr { op, left, right } = raw;
        let planned = match &op {
            BinaryOperator::Eq => compare(&left, Operator::Eq, &right, schema)?,
            BinaryOperator::NotEq => compare(&left, Operator::NotEq, &right, schema)?,
            BinaryOperator::Lt => compare(&left, Operator::Lt, &right, schema)?,
            BinaryOperator::LtEq => compare(&left, Operator::LtEq, &right, schema)?,
            BinaryOperator::Gt => compare(&left, Operator::Gt, &right, schema)?,
            BinaryOperator::GtEq => compare(&left, Operator::GtEq, &right, schema)?,
            BinaryOperator::StringConcat => joined(&left, &right, schema),
            _ => None,
        };
        Ok(match planned {
            Some(expr) => PlannerResult::Planned(expr),
            None => PlannerResult::Original(RawBinaryExpr { op, left, right }),
        })
    }
}

/// Everything else, once the plan is whole.
#[derive(Debug)]
pub(crate) struct Rewrite;

impl FunctionRewrite for Rewrite {
    fn name(&self) -> &'static str {
        "addresses and lists"
    }

    fn rewrite(&self, expr: Expr, schema: &DFSchema, _config: &ConfigOptions) -> Result<Transformed<Expr>> {
        let rewritten = match &expr {
            Expr::InList(InList { expr, list, negated }) => in_list(expr, list, *negated, schema)?,
            Expr::Between(Between { expr, negated, low, high }) => between(expr, *negated, low, high, schema)?,
            Expr::Like(like) => {
                textual(&like.expr, schema).map(|text| Expr::Like(Like { expr: Box::new(text), ..like.clone() }))
            }
            Expr::SimilarTo(like) => {
                textual(&like.expr, schema).map(|text| Expr::SimilarTo(Like { expr: Box::new(text), ..like.clone() }))
            }
            Expr::Cast(Cast { expr, field }) if is_text(field.data_type()) => textual(expr, schema),
            Expr::ScalarFunction(call) if call.func.name() == CIDR_CONTAINS => match call.args.as_slice() {
                [address, network] => compare(address, Operator::Eq, network, schema)?,
                _ => None,
            },
            Expr::ScalarFunction(call) if call.func.name() == IP_IS_PRIVATE => match call.args.as_slice() {
                [address] => private(address, schema)?,
                _ => None,
            },
            Expr::ScalarFunction(call) if functions::takes_text(call.func.name()) => text_args(call, schema),
            _ => None,
        };
        Ok(rewritten.map_or_else(|| Transformed::no(expr), Transformed::yes))
    }
}

fn field_of(expr: &Expr, schema: &DFSchema) -> Option<std::sync::Arc<Field>> {
    expr.to_field(schema).ok().map(|(_, field)| field)
}

fn is_text(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View)
}

/// The text of a literal.
fn literal_text(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Literal(literal, _) => literal.try_as_str()?,
        Expr::Alias(alias) => literal_text(&alias.expr),
        _ => None,
    }
}

/// A comparison that SQL alone would not understand; `None` where it does.
fn compare(left: &Expr, op: Operator, right: &Expr, schema: &DFSchema) -> Result<Option<Expr>> {
    let (Some(of_left), Some(of_right)) = (field_of(left, schema), field_of(right, schema)) else { return Ok(None) };
    let (left_list, right_list) = (is_list(&of_left), is_list(&of_right));
    match (left_list, right_list) {
        (true, true) => return Ok(None),
        (true, false) => return any(left, &of_left, op, right, &of_right).map(Some),
        (false, true) => match op.swap() {
            Some(op) => return any(right, &of_right, op, left, &of_left).map(Some),
            None => return Ok(None),
        },
        (false, false) => {}
    }
    if let Some(text) = literal_text(right) {
        return with_text(left, &of_left, op, text);
    }
    if let (Some(text), Some(op)) = (literal_text(left), op.swap()) {
        return with_text(right, &of_right, op, text);
    }
    if let (DataType::Boolean, Some(set)) = (of_left.data_type(), zero_or_one(right)) {
        return Ok(Some(binary(left.clone(), op, lit(set))));
    }
    // Text that is no literal: text is compared.
    let mixed = |kind: &Field, text: &Field| Kind::of(kind).is_some() && is_text(text.data_type());
    if mixed(&of_left, &of_right) {
        return Ok(Some(binary(functions::text(left.clone()), op, right.clone())));
    }
    if mixed(&of_right, &of_left) {
        return Ok(Some(binary(left.clone(), op, functions::text(right.clone()))));
    }
    Ok(None)
}

/// Whether an address is in a private network.
fn private(address: &Expr, schema: &DFSchema) -> Result<Option<Expr>> {
    let Some(kind) = field_of(address, schema).and_then(|field| Kind::of(&field)) else { return Ok(None) };
    let mut found: Option<Expr> = None;
    for (_, network) in PRIVATE.iter().filter(|row| row.0 == kind) {
        let Some(one) = compare(address, Operator::Eq, &lit(*network), schema)? else { return Ok(None) };
        found = Some(match found {
            Some(before) => before.or(one),
            None => one,
        });
    }
    Ok(found)
}

fn is_list(field: &Field) -> bool {
    matches!(field.data_type(), DataType::List(_))
}

fn binary(left: Expr, op: Operator, right: Expr) -> Expr {
    Expr::BinaryExpr(BinaryExpr::new(Box::new(left), op, Box::new(right)))
}

/// 0 and 1, as display filters write of booleans.
fn zero_or_one(expr: &Expr) -> Option<bool> {
    match expr {
        Expr::Literal(ScalarValue::Int64(Some(0)), _) => Some(false),
        Expr::Literal(ScalarValue::Int64(Some(1)), _) => Some(true),
        _ => None,
    }
}

/// Text that must be an address or the like.
fn meant(kind: Kind, text: &str) -> Result<Meant> {
    kind.parse(text).ok_or_else(|| {
        let message = format!("'{text}' is not {}, such as {}", kind.words(), kind.example());
        DataFusionError::Plan(message)
    })
}

/// A comparison of one value with text.
fn with_text(expr: &Expr, field: &Field, op: Operator, text: &str) -> Result<Option<Expr>> {
    if let Some(kind) = Kind::of(field) {
        let one = |op, value: ScalarValue| binary(expr.clone(), op, Expr::Literal(value, None));
        return Ok(Some(match (meant(kind, text)?, op) {
            (Meant::One(value), op) => one(op, value),
            (Meant::Range(low, high), Operator::Eq) => one(Operator::GtEq, low).and(one(Operator::LtEq, high)),
            (Meant::Range(low, high), Operator::NotEq) => one(Operator::Lt, low).or(one(Operator::Gt, high)),
            (Meant::Range(low, _), Operator::Lt | Operator::GtEq) => one(op, low),
            (Meant::Range(_, high), op) => one(op, high),
        }));
    }
    if let (Some(named), true) = (column::named_values(field), text.parse::<f64>().is_err()) {
        return by_name(expr, named, op, text).map(Some);
    }
    match field.data_type() {
        // As in display filters: digits in pairs are bytes, everything else is text.
        DataType::BinaryView => {
            let bytes = hex(text).unwrap_or_else(|| text.as_bytes().to_vec());
            Ok(Some(binary(expr.clone(), op, Expr::Literal(ScalarValue::BinaryView(Some(bytes)), None))))
        }
        _ => Ok(None),
    }
}

/// A comparison of a field's value with a name of values.
fn by_name(expr: &Expr, field: &schema::Field, op: Operator, name: &str) -> Result<Expr> {
    let number = |number: u64| {
        lit(if field.ty.is_unsigned() {
            ScalarValue::UInt64(Some(number))
        } else {
            ScalarValue::Int64(Some(number as i64))
        })
    };
    let mut found: Option<Expr> = None;
    let ranges: Vec<(u64, u64)> = match field.names {
        Names::Table(values) => values.named(name.as_bytes()).collect(),
        Names::Bool(..) | Names::None | Names::Format(_) => Vec::new(),
    };
    if field.ty == Type::Boolean {
        let (yes, no) = field.bool_words();
        let set = [(yes, true), (no, false)].into_iter().find(|(word, _)| word.eq_ignore_ascii_case(name));
        found = set.map(|(_, set)| binary(expr.clone(), Operator::Eq, lit(set)));
    }
    for (low, high) in ranges {
        let one = match low == high {
            true => binary(expr.clone(), Operator::Eq, number(low)),
            false => binary(expr.clone(), Operator::GtEq, number(low)).and(binary(
                expr.clone(),
                Operator::LtEq,
                number(high),
            )),
        };
        found = Some(match found {
            Some(before) => before.or(one),
            None => one,
        });
    }
    match (found, op) {
        (Some(found), Operator::Eq) => Ok(found),
        (Some(found), Operator::NotEq) => Ok(!found),
        (Some(_), _) => Err(DataFusionError::Plan(format!("names of values have no order: '{name}'"))),
        (None, _) => Err(DataFusionError::Plan(format!(
            "'{name}' is neither a number nor the name of a value of `{}`; `strato fields --values {}` lists them",
            field.name, field.name
        ))),
    }
}

/// A comparison of a list with one value.
fn any(list: &Expr, of_list: &Field, op: Operator, value: &Expr, of_value: &Field) -> Result<Expr> {
    let negated = op == Operator::NotEq;
    let Some(compare) = AnyCompare::of(if negated { Operator::Eq } else { op }) else {
        return Ok(binary(list.clone(), op, value.clone()));
    };
    let found = match (Kind::of(of_list), literal_text(value)) {
        (Some(kind), Some(text)) => {
            let literal = |value| Expr::Literal(value, None);
            match (meant(kind, text)?, compare) {
                (Meant::One(value), _) => compare.call(vec![list.clone(), literal(value)]),
                (Meant::Range(low, high), AnyCompare::Eq | AnyCompare::Between) => {
                    AnyCompare::Between.call(vec![list.clone(), literal(low), literal(high)])
                }
                (Meant::Range(low, _), AnyCompare::Lt | AnyCompare::GtEq) => {
                    compare.call(vec![list.clone(), literal(low)])
                }
                (Meant::Range(_, high), AnyCompare::LtEq | AnyCompare::Gt) => {
                    compare.call(vec![list.clone(), literal(high)])
                }
            }
        }
        _ => {
            let boolean = matches!(of_list.data_type(), DataType::List(item) if *item.data_type() == DataType::Boolean);
            let value = zero_or_one(value).filter(|_| boolean).map_or_else(|| value.clone(), lit);
            if *of_value.data_type() == DataType::Null {
                return Ok(lit(ScalarValue::Boolean(None)));
            }
            compare.call(vec![list.clone(), value])
        }
    };
    Ok(if negated { !found } else { found })
}

/// `IN` of lists and addresses: one comparison after another.
fn in_list(expr: &Expr, list: &[Expr], negated: bool, schema: &DFSchema) -> Result<Option<Expr>> {
    let Some(field) = field_of(expr, schema) else { return Ok(None) };
    let boolean = *field.data_type() == DataType::Boolean;
    if !is_list(&field) && Kind::of(&field).is_none() && !boolean {
        return Ok(None);
    }
    if let (Some(kind), false) = (Kind::of(&field), is_list(&field)) {
        // A set of single addresses stays one.
        let values = list.iter().map(|member| match kind.parse(literal_text(member)?)? {
            Meant::One(value) => Some(Expr::Literal(value, None)),
            Meant::Range(..) => None,
        });
        if let Some(list) = values.collect::<Option<Vec<_>>>() {
            return Ok(Some(Expr::InList(InList { expr: Box::new(expr.clone()), list, negated })));
        }
    }
    let mut found: Option<Expr> = None;
    for member in list {
        let one = compare(expr, Operator::Eq, member, schema)?;
        let one = one.unwrap_or_else(|| binary(expr.clone(), Operator::Eq, member.clone()));
        found = Some(found.map_or_else(|| one.clone(), |before| before.or(one.clone())));
    }
    Ok(found.map(|found| if negated { !found } else { found }))
}

/// `BETWEEN` of lists and addresses.
fn between(expr: &Expr, negated: bool, low: &Expr, high: &Expr, schema: &DFSchema) -> Result<Option<Expr>> {
    let Some(field) = field_of(expr, schema) else { return Ok(None) };
    let kind = Kind::of(&field);
    if !is_list(&field) && kind.is_none() {
        return Ok(None);
    }
    let bound = |bound: &Expr, first: bool| match (kind, literal_text(bound)) {
        (Some(kind), Some(text)) => Ok(match meant(kind, text)? {
            Meant::One(value) => Expr::Literal(value, None),
            Meant::Range(low, high) => Expr::Literal(if first { low } else { high }, None),
        }),
        _ => Ok::<_, DataFusionError>(bound.clone()),
    };
    let (low, high) = (bound(low, true)?, bound(high, false)?);
    let found = if is_list(&field) {
        AnyCompare::Between.call(vec![expr.clone(), low, high])
    } else {
        binary(expr.clone(), Operator::GtEq, low).and(binary(expr.clone(), Operator::LtEq, high))
    };
    Ok(Some(if negated { !found } else { found }))
}

/// An address as text; `None` for what is none.
fn textual(expr: &Expr, schema: &DFSchema) -> Option<Expr> {
    let field = field_of(expr, schema)?;
    Kind::of(&field).filter(|_| !is_list(&field)).map(|_| functions::text(expr.clone()))
}

/// `a || b`, of which one is an address.
fn joined(left: &Expr, right: &Expr, schema: &DFSchema) -> Option<Expr> {
    let (of_left, of_right) = (textual(left, schema), textual(right, schema));
    if of_left.is_none() && of_right.is_none() {
        return None;
    }
    let (left, right) = (of_left.unwrap_or_else(|| left.clone()), of_right.unwrap_or_else(|| right.clone()));
    Some(binary(left, Operator::StringConcat, right))
}

/// A function of text with addresses among its arguments.
fn text_args(call: &ScalarFunction, schema: &DFSchema) -> Option<Expr> {
    let texts: Vec<_> = call.args.iter().map(|arg| textual(arg, schema)).collect();
    if texts.iter().all(Option::is_none) {
        return None;
    }
    let args = texts.into_iter().zip(&call.args).map(|(text, arg)| text.unwrap_or_else(|| arg.clone())).collect();
    Some(Expr::ScalarFunction(ScalarFunction { func: std::sync::Arc::clone(&call.func), args }))
}
