//! Where the values of fields are in a Parquet file.

use strato_engine::proto::registry;
use strato_filter_lang::{
    ir::{Element, Expr, ExprKind, Ir, Node, Read, TestKind},
    schema::{Field, FieldId},
};

use super::stored::Stored;
use crate::column::{Column, Shape, Source};

/// The columns that have the values of a field: its own, or those of the fields it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) columns: Vec<Column>,
}

/// Why a file does not answer by its columns.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lack {
    /// There is no such column.
    Column(String),
    /// Frames have more values than the column holds.
    Repeats(String),
    /// The column cannot hold all values as they are, or nobody knows whether it does.
    Lossy(String),
    /// It takes the bytes of the frame, or its layers.
    Frames(String),
}

impl Stored {
    /// The column of a field under its own name, if it is there.
    pub(crate) fn column(&self, id: FieldId) -> Option<Column> {
        let name = registry::schema().field(id).name;
        let column = Column { name: name.to_owned(), source: Source::Field(id) };
        self.holds(&column).then_some(column)
    }

    /// Where all values of a field are, exactly as frames have them.
    pub(crate) fn place(&self, id: FieldId, presence: bool) -> Result<Place, Lack> {
        let schema = registry::schema();
        let field = schema.field(id);
        if !field.occurs_as.is_empty() {
            let parts = field.occurs_as.iter().map(|name| {
                let part = schema.resolve(name).filter(|part| schema.field(part.id).occurs_as.is_empty())?;
                self.exact(part.id, presence).ok()
            });
            if let Some(columns) = parts.collect::<Option<Vec<_>>>() {
                return Ok(Place { columns });
            }
        }
        Ok(Place { columns: vec![self.exact(id, presence)?] })
    }

    fn exact(&self, id: FieldId, presence: bool) -> Result<Column, Lack> {
        let field = registry::schema().field(id);
        let name = || field.name.to_owned();
        let column = self.column(id).ok_or_else(|| Lack::Column(name()))?;
        let held = self.held(&column.name).ok_or_else(|| Lack::Lossy(name()))?;
        match column.shape() {
            Shape::Presence if presence => Ok(column),
            Shape::Presence => Err(Lack::Frames(name())),
            _ if held.lossy || !presence && !is_plain(field) => Err(Lack::Lossy(name())),
            Shape::First(_) if held.repeats && !presence => Err(Lack::Repeats(name())),
            Shape::First(_) | Shape::List(_) => Ok(column),
        }
    }

    /// What the file lacks to answer a display filter from its columns.
    pub(crate) fn lacks(&self, filter: &Ir) -> Vec<Lack> {
        let mut found = Vec::new();
        reads(&filter.root, &mut |read, presence| {
            let lack = if read.raw || read.layers.is_some() {
                Some(Lack::Frames(registry::schema().field(read.field).name.to_owned()))
            } else {
                self.place(read.field, presence).err()
            };
            found.extend(lack);
        });
        found.sort();
        found.dedup();
        found
    }
}

/// Whether a field has one definition: a column does not tell whose a value is.
fn is_plain(field: &Field) -> bool {
    field.also.is_empty()
}

/// Every read of a field, and whether only its presence matters.
fn reads(part: &Node, visit: &mut dyn FnMut(&Read, bool)) {
    match part {
        Node::Const(_) => {}
        Node::And(parts) | Node::Or(parts) => parts.iter().for_each(|part| reads(part, visit)),
        Node::Xor(left, right) => {
            reads(left, visit);
            reads(right, visit);
        }
        Node::Not(part) => reads(part, visit),
        Node::Test(test) => match &test.kind {
            TestKind::Exists(read) => visit(read, true),
            TestKind::Truth(expr) | TestKind::Matches { left: expr, .. } => of_expr(expr, visit),
            TestKind::Compare { left, right, .. } | TestKind::Contains { left, right, .. } => {
                of_expr(left, visit);
                of_expr(right, visit);
            }
            TestKind::Member { left, set, .. } => {
                of_expr(left, visit);
                for element in set.elements() {
                    match element {
                        Element::Value(_) | Element::Range(..) => {}
                        Element::Expr(expr) => of_expr(expr, visit),
                        Element::ExprRange(low, high) => {
                            of_expr(low, visit);
                            of_expr(high, visit);
                        }
                    }
                }
            }
        },
    }
}

fn of_expr(expr: &Expr, visit: &mut dyn FnMut(&Read, bool)) {
    match &expr.kind {
        // A reference reads the frame that it was bound to.
        ExprKind::Reference(_) | ExprKind::Bound(_) | ExprKind::Const(_) => {}
        ExprKind::Field(read) | ExprKind::Names { read, .. } => visit(read, false),
        ExprKind::Slice { base, .. } => of_expr(base, visit),
        ExprKind::Negate(inner) => of_expr(inner, visit),
        ExprKind::Binary { left, right, .. } => {
            of_expr(left, visit);
            of_expr(right, visit);
        }
        ExprKind::Call { args, .. } => args.iter().for_each(|arg| of_expr(arg, visit)),
    }
}
