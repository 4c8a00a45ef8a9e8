//! The typed tree: names resolved, literals converted, types checked; defaults still as written.

use crate::{
    functions::Function,
    ir::Read,
    pattern::Pattern,
    span::Span,
    syntax::{ArithOp, CompareOp, Quant, Range},
    types::Type,
    value::Value,
};

/// A logical expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: ExprKind,
}

/// The kinds of logical expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// Some of them.
    Or(Vec<Expr>),
    /// An odd number of them.
    Xor(Vec<Expr>),
    /// All of them.
    And(Vec<Expr>),
    /// Not.
    Not(Box<Expr>),
    /// One comparison, or the links of a chain.
    Chain(Vec<Relation>),
    /// A substring test.
    Contains {
        /// Quantifier written in front.
        quant: Option<Quant>,
        /// Searched.
        left: Operand,
        /// Sought.
        right: Operand,
    },
    /// A regular expression test.
    Matches {
        /// Quantifier written in front.
        quant: Option<Quant>,
        /// Searched.
        left: Operand,
        /// The pattern.
        pattern: Pattern,
    },
    /// A membership test.
    In {
        /// Quantifier written in front.
        quant: Option<Quant>,
        /// `not in`.
        negated: bool,
        /// The field tested.
        left: Operand,
        /// The members.
        set: Vec<Element>,
    },
    /// A field as a condition: it occurs.
    Exists(Read),
    /// Any other operand as a condition.
    Truth(Operand),
}

/// A comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Where it stands.
    pub span: Span,
    /// The operator as written.
    pub op: CompareOp,
    /// Quantifier written in front.
    pub quant: Option<Quant>,
    /// Left operand.
    pub left: Operand,
    /// Right operand.
    pub right: Operand,
}

/// A member of a set.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// The value, or the low end of a range.
    pub low: Operand,
    /// The high end of a range, inclusive.
    pub high: Option<Operand>,
}

/// Something that has values of a known type.
#[derive(Clone, Debug, PartialEq)]
pub struct Operand {
    /// Where it stands.
    pub span: Span,
    /// Type of each value.
    pub ty: Type,
    /// What it is.
    pub kind: OperandKind,
}

/// The kinds of operands.
#[derive(Clone, Debug, PartialEq)]
pub enum OperandKind {
    /// A field's values.
    Field(Read),
    /// A field's values in the selected frame.
    Reference(Read),
    /// The names of a field's values, case preserved.
    Names(Read),
    /// A literal, or constants combined.
    Literal(Value<'static>),
    /// The name of values of the other operand, which is a field (rule E42).
    ValueName {
        /// The name.
        text: Vec<u8>,
        /// The value, if only one has this name.
        value: Option<Value<'static>>,
    },
    /// The bytes of a protocol or address (rule T4).
    AsBytes(Box<Operand>),
    /// Parts of each value.
    Slice {
        /// What is sliced.
        base: Box<Operand>,
        /// The ranges.
        ranges: Vec<Range>,
    },
    /// Unary minus.
    Negate(Box<Operand>),
    /// All pairs combined.
    Binary {
        /// Operator.
        op: ArithOp,
        /// Left operand.
        left: Box<Operand>,
        /// Right operand.
        right: Box<Operand>,
    },
    /// A function call.
    Call {
        /// The function.
        function: &'static Function,
        /// Its arguments.
        args: Vec<Operand>,
    },
}

impl Operand {
    /// Tells whether a field of the frame is read; references do not count (rule T9).
    pub fn reads_field(&self) -> bool {
        match &self.kind {
            OperandKind::Field(_) | OperandKind::Names(_) => true,
            OperandKind::Reference(_) | OperandKind::Literal(_) | OperandKind::ValueName { .. } => false,
            OperandKind::AsBytes(base) | OperandKind::Slice { base, .. } | OperandKind::Negate(base) => {
                base.reads_field()
            }
            OperandKind::Binary { left, right, .. } => left.reads_field() || right.reads_field(),
            OperandKind::Call { args, .. } => args.iter().any(Self::reads_field),
        }
    }
}
