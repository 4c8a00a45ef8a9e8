//! SQL's conditions as display filters: what the scan decides itself.
//!
//! A display filter looks at all values of a field, a column holds the first or all of them. So a condition on a column that
//! holds the first becomes a filter that lets no such row slip, and SQL looks again at what is selected; one on a list, on
//! a protocol or on `dfilter('…')` means the same in both.

use datafusion::{
    common::ScalarValue,
    logical_expr::{Between, BinaryExpr, Expr, Operator, expr::InList},
};
use strato_engine::proto::registry;
use strato_filter_lang::{compile, macros::Macros, schema::Field};

use crate::{
    any::{Any, AnyCompare},
    column::{Cell, Column, Shape, Source, shape},
    kind::{Kind, hex_text},
};

/// A condition as a display filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pushed {
    /// The filter's text.
    pub(crate) filter: String,
    /// It selects what satisfies the condition, and nothing else.
    pub(crate) exact: bool,
}

/// Most members of a set that are handed to the scan.
const MAX_SET: usize = 1000;

/// The filter of a condition on the table with these columns; `None` where SQL must decide alone.
pub(crate) fn pushed(condition: &Expr, columns: &[Column]) -> Option<Pushed> {
    let pushed = Cx { columns }.of(condition, true)?;
    // What a column answers was checked with the macros of the user; everything else is ours.
    let ours = pushed.filter.contains("$") || compile(&pushed.filter, registry::schema(), &Macros::default()).is_ok();
    ours.then_some(pushed)
}

struct Cx<'c> {
    columns: &'c [Column],
}

fn exact(filter: impl Into<String>) -> Pushed {
    Pushed { filter: filter.into(), exact: true }
}

fn inexact(filter: impl Into<String>) -> Pushed {
    Pushed { filter: filter.into(), exact: false }
}

impl Cx<'_> {
    /// A filter that selects all frames of which the condition is `wanted` (true, or else false: null is neither).
    fn of(&self, condition: &Expr, wanted: bool) -> Option<Pushed> {
        match condition {
            Expr::Not(inner) => self.of(inner, !wanted),
            Expr::Column(_) => self.truth(condition, wanted),
            Expr::IsNotNull(inner) => self.presence(inner, wanted),
            Expr::IsNull(inner) => self.presence(inner, !wanted),
            Expr::BinaryExpr(BinaryExpr { left, op: op @ (Operator::And | Operator::Or), right }) => {
                let (left, right) = (self.of(left, wanted), self.of(right, wanted));
                // `a OR b` is false where both are.
                if (*op == Operator::And) == wanted { both(left, right) } else { either(left?, right?) }
            }
            Expr::BinaryExpr(BinaryExpr { left, op, right }) => match (&**left, &**right) {
                (column, Expr::Literal(literal, _)) => self.compare(column, *op, literal, wanted),
                (Expr::Literal(literal, _), column) => self.compare(column, op.swap()?, literal, wanted),
                _ => None,
            },
            Expr::InList(InList { expr, list, negated }) if *negated != wanted => self.member(expr, list),
            Expr::Between(Between { expr, negated, low, high }) if *negated != wanted => {
                let (Expr::Literal(low, _), Expr::Literal(high, _)) = (&**low, &**high) else { return None };
                let low = self.compare(expr, Operator::GtEq, low, true);
                both(low, self.compare(expr, Operator::LtEq, high, true))
            }
            Expr::ScalarFunction(call) => {
                let any = call.func.inner().downcast_ref::<Any>()?;
                self.any(any.compare(), &call.args, wanted)
            }
            _ => None,
        }
    }

    /// The column and its field; `None` for what the scan computes without looking into frames.
    fn column(&self, expr: &Expr) -> Option<(&Column, Option<&'static Field>)> {
        let Expr::Column(named) = expr else { return None };
        let column = self.columns.iter().find(|column| column.name == named.name)?;
        let field = match column.source {
            Source::Field(id) => Some(registry::schema().field(id)),
            Source::File | Source::Filter(_) | Source::Payload => None,
        };
        Some((column, field))
    }

    /// A boolean column as a condition.
    fn truth(&self, expr: &Expr, wanted: bool) -> Option<Pushed> {
        let (column, field) = self.column(expr)?;
        match (&column.source, field) {
            (Source::Filter(text), _) if wanted => Some(exact(text)),
            (Source::Filter(text), _) => Some(exact(format!("not ({text})"))),
            (_, Some(field)) if shape(field) == Shape::Presence => self.presence(expr, wanted),
            (_, Some(field)) if shape(field) == Shape::First(Cell::Bool) => {
                Some(inexact(format!("{} == {}", field.name, u8::from(wanted))))
            }
            _ => None,
        }
    }

    /// Whether a column is not null.
    fn presence(&self, expr: &Expr, wanted: bool) -> Option<Pushed> {
        let (_, field) = self.column(expr)?;
        let name = field.filter(|field| cheap(field))?.name;
        Some(exact(if wanted { name.to_owned() } else { format!("not {name}") }))
    }

    /// A comparison of a column that holds the first value.
    fn compare(&self, expr: &Expr, op: Operator, literal: &ScalarValue, wanted: bool) -> Option<Pushed> {
        let (_, field) = self.column(expr)?;
        let field = field.filter(|field| cheap(field))?;
        let Shape::First(cell) = shape(field) else { return None };
        let op = if wanted { op } else { op.negate()? };
        let sign = match op {
            Operator::Eq => "==",
            // Some value differs: `!=` would ask that of all.
            Operator::NotEq => "!==",
            other => sign(other)?,
        };
        Some(inexact(format!("{} {sign} {}", field.name, text(field, cell, literal)?)))
    }

    /// A column that holds the first value, in a set.
    fn member(&self, expr: &Expr, list: &[Expr]) -> Option<Pushed> {
        let (_, field) = self.column(expr)?;
        let field = field.filter(|field| cheap(field) && list.len() <= MAX_SET)?;
        let Shape::First(cell) = shape(field) else { return None };
        let members = list.iter().map(|member| match member {
            Expr::Literal(literal, _) => text(field, cell, literal),
            _ => None,
        });
        let members: Option<Vec<_>> = members.collect();
        Some(inexact(format!("{} in {{{}}}", field.name, members?.join(", "))))
    }

    /// Whether some value of a list compares so.
    fn any(&self, any: AnyCompare, args: &[Expr], wanted: bool) -> Option<Pushed> {
        let (list, args) = args.split_first()?;
        let (_, field) = self.column(list)?;
        let field = field.filter(|field| cheap(field))?;
        let Shape::List(cell) = shape(field) else { return None };
        let texts = args.iter().map(|arg| match arg {
            Expr::Literal(literal, _) => text(field, cell, literal),
            _ => None,
        });
        let texts: Vec<_> = texts.collect::<Option<_>>()?;
        let name = field.name;
        let filter = match (any.op(), texts.as_slice()) {
            (None, [low, high]) => format!("{name} in {{{low} .. {high}}}"),
            (Some(op), [value]) => format!("{name} {} {value}", if op == Operator::Eq { "==" } else { sign(op)? }),
            _ => return None,
        };
        // False, not null: the list is there.
        Some(exact(if wanted { filter } else { format!("{name} and not {filter}") }))
    }
}

/// What both select; one alone lets more through.
fn both(left: Option<Pushed>, right: Option<Pushed>) -> Option<Pushed> {
    match (left, right) {
        (Some(left), Some(right)) => {
            let exact = left.exact && right.exact;
            Some(Pushed { filter: format!("({}) and ({})", left.filter, right.filter), exact })
        }
        (Some(one), None) | (None, Some(one)) => Some(inexact(one.filter)),
        (None, None) => None,
    }
}

fn either(left: Pushed, right: Pushed) -> Option<Pushed> {
    let exact = left.exact && right.exact;
    Some(Pushed { filter: format!("({}) or ({})", left.filter, right.filter), exact })
}

/// Whether the scan does not pay more for a filter on the field than SQL does: times are known of every frame, a filter on
/// them takes dissecting it.
fn cheap(field: &Field) -> bool {
    !field.name.starts_with("frame.time") && field.also.is_empty()
}

fn sign(op: Operator) -> Option<&'static str> {
    Some(match op {
        Operator::Lt => "<",
        Operator::LtEq => "<=",
        Operator::Gt => ">",
        Operator::GtEq => ">=",
        _ => return None,
    })
}

/// A value as a literal of the filter language.
fn text(field: &Field, cell: Cell, literal: &ScalarValue) -> Option<String> {
    if literal.is_null() {
        return None;
    }
    match cell {
        Cell::Bool => match literal {
            ScalarValue::Boolean(Some(set)) => Some(u8::from(*set).to_string()),
            _ => None,
        },
        Cell::Uint(_) | Cell::Int(_) => match literal.data_type().is_integer() {
            true => Some(literal.to_string()),
            false => None,
        },
        Cell::Float(_) | Cell::Seconds => match literal {
            ScalarValue::Float64(Some(x)) => seconds(*x),
            _ => None,
        },
        Cell::Text if field.ty.is_string() => match literal.try_as_str()?? {
            text if text.chars().all(|c| !c.is_control() && c != char::REPLACEMENT_CHARACTER) => {
                Some(format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")))
            }
            _ => None,
        },
        Cell::Kind(kind) => match (kind, literal) {
            (Kind::Ipv4, ScalarValue::UInt32(Some(number))) => kind.number_text(*number),
            (_, ScalarValue::FixedSizeBinary(_, Some(bytes))) => Some(kind.bytes_text(bytes)),
            _ => None,
        },
        Cell::Bytes => match literal {
            ScalarValue::Binary(Some(bytes)) | ScalarValue::BinaryView(Some(bytes)) if bytes.len() > 1 => {
                Some(hex_text(bytes, ":"))
            }
            _ => None,
        },
        Cell::Time | Cell::Text => None,
    }
}

/// A number with at most nine digits of fraction, and no sign.
fn seconds(x: f64) -> Option<String> {
    let text = x.to_string();
    let fraction = text.split_once('.').map_or("", |(_, fraction)| fraction);
    (x.is_finite() && x >= 0.0 && fraction.len() <= 9).then_some(text)
}
