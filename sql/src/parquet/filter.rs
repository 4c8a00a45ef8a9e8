//! Display filters as conditions on the columns of a Parquet file.
//!
//! A condition has three outcomes, a filter two. So there are two expressions of each part: one that is true where the filter
//! selects the frame, and one that is true where it does not; either may be null instead of false. What SQL has no words for,
//! the interpreter of filters judges, test by test.

use std::{
    hash::{Hash, Hasher},
    sync::Arc,
};

use datafusion::{
    arrow::{
        array::BooleanArray,
        datatypes::{DataType, Field as ArrowField, FieldRef},
    },
    common::{Column as Named, DataFusionError, Result, ScalarValue, exec_err},
    logical_expr::{
        BinaryExpr, ColumnarValue, Expr, Operator, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl,
        Signature, Volatility, lit,
    },
};
use strato_engine::proto::registry;
use strato_filter_lang::{
    interpret::interpret,
    ir::{Compare, Element, Expr as Operand, ExprKind, Ir, Node, Quant, Set, Test, TestKind, visit},
    schema::FieldId,
    value::Value,
};

use super::{
    place::{Lack, Place},
    row::Rows,
    stored::Stored,
};
use crate::{
    any::AnyCompare,
    column::{Cell, Column, Shape},
    fill::EXACT_SECONDS,
    kind::Kind,
};

/// Longest set whose members become one `IN`.
const MAX_SET: usize = 1000;

/// A condition that is true where the filter selects the frame (`wanted`), or else where it does not.
pub(crate) fn condition(filter: &Ir, text: &str, stored: &Stored, wanted: bool) -> Result<Expr, Lack> {
    Cx { text, stored }.node(&filter.root, wanted)
}

struct Cx<'c> {
    text: &'c str,
    stored: &'c Stored,
}

/// The column of the file.
pub(crate) fn at(name: &str) -> Expr {
    Expr::Column(Named::from_name(name))
}

fn all(exprs: impl IntoIterator<Item = Expr>, op: Operator) -> Expr {
    let joined = exprs.into_iter().reduce(|left, right| binary(left, op, right));
    joined.unwrap_or_else(|| lit(op == Operator::And))
}

fn binary(left: Expr, op: Operator, right: Expr) -> Expr {
    Expr::BinaryExpr(BinaryExpr::new(Box::new(left), op, Box::new(right)))
}

fn literal(value: ScalarValue) -> Expr {
    Expr::Literal(value, None)
}

impl Cx<'_> {
    fn node(&self, part: &Node, wanted: bool) -> Result<Expr, Lack> {
        let several = |parts: &[Node], op| {
            let parts: Result<Vec<_>, _> = parts.iter().map(|part| self.node(part, wanted)).collect();
            parts.map(|parts| all(parts, op))
        };
        match part {
            Node::Const(value) => Ok(lit(*value == wanted)),
            Node::And(parts) => several(parts, if wanted { Operator::And } else { Operator::Or }),
            Node::Or(parts) => several(parts, if wanted { Operator::Or } else { Operator::And }),
            Node::Xor(left, right) => {
                let one = self.node(left, true)?.and(self.node(right, !wanted)?);
                Ok(one.or(self.node(left, false)?.and(self.node(right, wanted)?)))
            }
            Node::Not(part) => self.node(part, !wanted),
            Node::Test(test) => self.test(test, wanted),
        }
    }

    fn test(&self, test: &Test, wanted: bool) -> Result<Expr, Lack> {
        let lacks = self.stored.lacks(&Ir { root: Node::Test(test.clone()) });
        if let Some(lack) = lacks.into_iter().next() {
            return Err(lack);
        }
        let written = match &test.kind {
            TestKind::Exists(read) => self.exists(read.field, wanted)?,
            TestKind::Truth(Operand { kind: ExprKind::Field(read), .. }) => self.truth(read.field, wanted)?,
            TestKind::Compare { op, quant, left, right } => match (&left.kind, &right.kind) {
                (ExprKind::Field(read), ExprKind::Const(value)) => {
                    self.each(read.field, *quant, wanted, &|column, cell| compared(column, cell, *op, value))?
                }
                _ => None,
            },
            TestKind::Member { quant, negated: false, left, set } => match &left.kind {
                ExprKind::Field(read) => {
                    self.each(read.field, *quant, wanted, &|column, cell| member(column, cell, set))?
                }
                _ => None,
            },
            TestKind::Truth(_) | TestKind::Contains { .. } | TestKind::Matches { .. } | TestKind::Member { .. } => None,
        };
        match written {
            Some(expr) => Ok(expr),
            None => {
                let judged = self.judged(test)?;
                Ok(if wanted { judged } else { !judged })
            }
        }
    }

    fn exists(&self, field: FieldId, wanted: bool) -> Result<Option<Expr>, Lack> {
        let Place { columns } = self.stored.place(field, true)?;
        let parts = columns.iter().map(|column| match (column.shape(), wanted) {
            (Shape::Presence, true) => at(&column.name),
            (Shape::Presence, false) => !at(&column.name),
            (_, true) => at(&column.name).is_not_null(),
            (_, false) => at(&column.name).is_null(),
        });
        Ok(Some(all(parts, if wanted { Operator::Or } else { Operator::And })))
    }

    fn truth(&self, field: FieldId, wanted: bool) -> Result<Option<Expr>, Lack> {
        self.each(field, Quant::Any, wanted, &|column, cell| match (column.shape(), cell) {
            (Shape::First(_), Cell::Bool) => Some(at(&column.name)),
            (Shape::First(_), Cell::Uint(_)) => compared(column, cell, Compare::Ne, &Value::Uint(0)),
            (Shape::First(_), Cell::Int(_)) => compared(column, cell, Compare::Ne, &Value::Int(0)),
            _ => None,
        })
    }

    /// A test of each value of a field, in all its columns.
    fn each(
        &self,
        field: FieldId,
        quant: Quant,
        wanted: bool,
        holds: &dyn Fn(&Column, Cell) -> Option<Expr>,
    ) -> Result<Option<Expr>, Lack> {
        let Place { columns } = self.stored.place(field, false)?;
        if columns.len() > 1 && quant == Quant::All {
            return Ok(None);
        }
        let mut parts = Vec::new();
        for column in &columns {
            let (cell, list) = match column.shape() {
                Shape::First(cell) => (cell, false),
                Shape::List(cell) => (cell, true),
                Shape::Presence => return Ok(None),
            };
            if list && quant == Quant::All {
                return Ok(None);
            }
            let Some(holds) = holds(column, cell) else { return Ok(None) };
            // Without a value the test is false, and the comparison null.
            parts.push(if wanted { holds } else { at(&column.name).is_null().or(!holds) });
        }
        Ok(Some(all(parts, if wanted { Operator::Or } else { Operator::And })))
    }

    /// The interpreter's verdict.
    fn judged(&self, test: &Test) -> Result<Expr, Lack> {
        let filter = Ir { root: Node::Test(test.clone()) };
        let mut columns: Vec<Column> = Vec::new();
        let mut places = Vec::new();
        let presence = matches!(test.kind, TestKind::Exists(_));
        for field in visit::fields(&filter) {
            let Place { columns: own } = self.stored.place(field, presence)?;
            let numbers = own.into_iter().map(|column| {
                columns.iter().position(|one| *one == column).unwrap_or_else(|| {
                    columns.push(column);
                    columns.len() - 1
                })
            });
            places.push((field, numbers.collect()));
        }
        let text = self.text.get(test.span.start as usize..test.span.end as usize).unwrap_or(self.text);
        let args = columns.iter().map(|column| at(&column.name)).collect();
        let name = format!("dfilter('{}')", text.replace('\'', "''"));
        let signature = match columns.len() {
            0 => Signature::nullary(Volatility::Immutable),
            len => Signature::any(len, Volatility::Immutable),
        };
        Ok(ScalarUDF::from(Judge { name, filter: Arc::new(filter), columns, places, signature }).call(args))
    }
}

/// A comparison of a column with a value; `None` where SQL's means something else.
fn compared(column: &Column, cell: Cell, op: Compare, value: &Value<'static>) -> Option<Expr> {
    let sql = match op {
        Compare::Eq => Operator::Eq,
        Compare::Ne => Operator::NotEq,
        Compare::Lt => Operator::Lt,
        Compare::Le => Operator::LtEq,
        Compare::Gt => Operator::Gt,
        Compare::Ge => Operator::GtEq,
    };
    if cell == Cell::Bool && !matches!(op, Compare::Eq | Compare::Ne) {
        return None;
    }
    if let Some((low, high)) = network(cell, value) {
        return (op == Compare::Eq).then(|| between(column, low, high)).flatten();
    }
    let value = scalar(cell, value)?;
    match column.shape() {
        Shape::First(_) => Some(binary(at(&column.name), sql, literal(value))),
        Shape::List(_) => Some(AnyCompare::of(sql)?.call(vec![at(&column.name), literal(value)])),
        Shape::Presence => None,
    }
}

fn between(column: &Column, low: ScalarValue, high: ScalarValue) -> Option<Expr> {
    let place = at(&column.name);
    match column.shape() {
        Shape::First(_) => {
            let low = binary(place.clone(), Operator::GtEq, literal(low));
            Some(low.and(binary(place, Operator::LtEq, literal(high))))
        }
        Shape::List(_) => Some(AnyCompare::Between.call(vec![place, literal(low), literal(high)])),
        Shape::Presence => None,
    }
}

fn member(column: &Column, cell: Cell, set: &Set) -> Option<Expr> {
    if cell == Cell::Bool || set.elements().is_empty() || set.elements().len() > MAX_SET {
        return None;
    }
    let (mut values, mut parts) = (Vec::new(), Vec::new());
    for element in set.elements() {
        match element {
            Element::Value(value) => match (network(cell, value), column.shape()) {
                (Some((low, high)), _) => parts.push(between(column, low, high)?),
                (None, Shape::First(_)) => values.push(literal(scalar(cell, value)?)),
                (None, _) => parts.push(compared(column, cell, Compare::Eq, value)?),
            },
            Element::Range(low, high) if network(cell, low).or(network(cell, high)).is_none() => {
                parts.push(between(column, scalar(cell, low)?, scalar(cell, high)?)?);
            }
            Element::Range(..) | Element::Expr(_) | Element::ExprRange(..) => return None,
        }
    }
    if !values.is_empty() {
        parts.push(at(&column.name).in_list(values, false));
    }
    Some(all(parts, Operator::Or))
}

/// First and last address of a network.
fn network(cell: Cell, value: &Value<'_>) -> Option<(ScalarValue, ScalarValue)> {
    match (cell, value) {
        (Cell::Kind(Kind::Ipv4), Value::Ipv4 { addr, prefix }) if *prefix < 32 => {
            let host = u32::MAX.checked_shr((*prefix).into()).unwrap_or(0);
            Some((ScalarValue::UInt32(Some(addr & !host)), ScalarValue::UInt32(Some(addr | host))))
        }
        (Cell::Kind(Kind::Ipv6), Value::Ipv6 { addr, prefix }) if *prefix < 128 => {
            let host = u128::MAX.checked_shr((*prefix).into()).unwrap_or(0);
            let value = |addr: u128| ScalarValue::FixedSizeBinary(16, Some(addr.to_be_bytes().to_vec()));
            Some((value(addr & !host), value(addr | host)))
        }
        _ => None,
    }
}

/// A value in the type of a column; `None` where it does not fit.
fn scalar(cell: Cell, value: &Value<'_>) -> Option<ScalarValue> {
    let fixed = |bytes: &[u8], width: i32| {
        (usize::try_from(width) == Ok(bytes.len())).then(|| ScalarValue::FixedSizeBinary(width, Some(bytes.to_vec())))
    };
    match (cell, value) {
        (Cell::Bool, Value::Bool(set)) => Some(ScalarValue::Boolean(Some(*set))),
        (Cell::Uint(8), value) => Some(ScalarValue::UInt8(Some(value.as_integer()?.try_into().ok()?))),
        (Cell::Uint(16), value) => Some(ScalarValue::UInt16(Some(value.as_integer()?.try_into().ok()?))),
        (Cell::Uint(32), value) => Some(ScalarValue::UInt32(Some(value.as_integer()?.try_into().ok()?))),
        (Cell::Uint(_), value) => Some(ScalarValue::UInt64(Some(value.as_integer()?.try_into().ok()?))),
        (Cell::Int(8), value) => Some(ScalarValue::Int8(Some(value.as_integer()?.try_into().ok()?))),
        (Cell::Int(16), value) => Some(ScalarValue::Int16(Some(value.as_integer()?.try_into().ok()?))),
        (Cell::Int(32), value) => Some(ScalarValue::Int32(Some(value.as_integer()?.try_into().ok()?))),
        (Cell::Int(_), value) => Some(ScalarValue::Int64(Some(value.as_integer()?.try_into().ok()?))),
        (Cell::Time, Value::Time(ns)) => Some(ScalarValue::TimestampNanosecond(Some(i64::try_from(*ns).ok()?), None)),
        (Cell::Seconds, Value::Time(ns)) if ns.unsigned_abs() <= EXACT_SECONDS => {
            Some(ScalarValue::Float64(Some(*ns as f64 / 1e9)))
        }
        (Cell::Text, Value::Str(text)) => Some(ScalarValue::Utf8View(Some(std::str::from_utf8(text).ok()?.to_owned()))),
        (Cell::Bytes, Value::Bytes(bytes)) => Some(ScalarValue::BinaryView(Some(bytes.to_vec()))),
        (Cell::Kind(Kind::Ipv4), Value::Ipv4 { addr, .. }) => Some(ScalarValue::UInt32(Some(*addr))),
        (Cell::Kind(Kind::Ipv6), Value::Ipv6 { addr, .. }) => fixed(&addr.to_be_bytes(), 16),
        (Cell::Kind(Kind::Guid), Value::Guid(guid)) => fixed(guid, 16),
        (Cell::Kind(Kind::Ether), Value::Bytes(bytes)) => fixed(bytes, 6),
        (Cell::Kind(Kind::Eui64), Value::Bytes(bytes)) => fixed(bytes, 8),
        _ => None,
    }
}

/// A test that the interpreter judges, of the fields that its arguments hold.
#[derive(Clone, Debug)]
struct Judge {
    name: String,
    filter: Arc<Ir>,
    columns: Vec<Column>,
    places: Vec<(FieldId, Vec<usize>)>,
    signature: Signature,
}

impl PartialEq for Judge {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.filter == other.filter && self.columns == other.columns
    }
}

impl Eq for Judge {}

impl Hash for Judge {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl ScalarUDFImpl for Judge {
    fn name(&self) -> &str {
        &self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _args: &[DataType]) -> Result<DataType> {
        Ok(DataType::Boolean)
    }

    fn return_field_from_args(&self, _args: ReturnFieldArgs<'_>) -> Result<FieldRef> {
        Ok(Arc::new(ArrowField::new("dfilter", DataType::Boolean, false)))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        if args.args.len() != self.columns.len() {
            return exec_err!("{} needs other arguments", self.name);
        }
        let columns = self.columns.iter().zip(&args.args).map(|(column, value)| {
            let array = value.to_array(args.number_rows)?;
            Ok::<_, DataFusionError>((column.clone(), array))
        });
        let columns = columns.collect::<Result<Vec<_>>>()?;
        let rows = Rows::new(&columns, self.places.clone())?;
        let verdicts = (0..args.number_rows).map(|row| interpret(&self.filter, registry::schema(), &rows.row(row)));
        Ok(ColumnarValue::Array(Arc::new(BooleanArray::from(verdicts.collect::<Vec<bool>>()))))
    }
}
