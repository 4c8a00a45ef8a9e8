//! The syntax tree: what was written, before any name or type is known.

use crate::span::Span;

/// A logical expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: ExprKind,
}

impl Expr {
    /// Makes a node that stands at `start..end`.
    pub fn new(start: u32, end: u32, kind: ExprKind) -> Self {
        Self { span: Span { start, end }, kind }
    }
}

/// The kinds of logical expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// `a or b or …`: two or more. A chain is one node, so that long chains are no deep trees.
    Or(Vec<Expr>),
    /// `a xor b xor …`: two or more, from left to right.
    Xor(Vec<Expr>),
    /// `a and b and …`: two or more.
    And(Vec<Expr>),
    /// `not a`.
    Not(Box<Expr>),
    /// `[any|all] a < b <= c`: one link or a chain (rule G4).
    Compare {
        /// Quantifier written in front.
        quant: Option<Quant>,
        /// The first operand.
        first: Operand,
        /// Each operator, where it stands, and the operand behind it; never empty.
        links: Vec<(CompareOp, Span, Operand)>,
    },
    /// `[any|all] a contains b`.
    Contains {
        /// Quantifier written in front.
        quant: Option<Quant>,
        /// Searched.
        left: Operand,
        /// Sought.
        right: Operand,
    },
    /// `[any|all] a matches "regex"`.
    Matches {
        /// Quantifier written in front.
        quant: Option<Quant>,
        /// Searched.
        left: Operand,
        /// The pattern; the checker demands a string.
        right: Operand,
    },
    /// `[any|all] a [not] in {…}`.
    In {
        /// Quantifier written in front.
        quant: Option<Quant>,
        /// `not in`.
        negated: bool,
        /// Tested.
        left: Operand,
        /// The members; never empty.
        set: Vec<Element>,
    },
    /// An operand used as a condition.
    Truth(Operand),
    /// A part that could not be parsed; already reported.
    Error,
}

/// `any` or `all`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quant {
    /// Some pair of values.
    Any,
    /// Every pair of values.
    All,
}

/// A comparison operator as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompareOp {
    /// `==`: some pair is equal.
    AnyEq,
    /// `!=`: every pair differs.
    AllNe,
    /// `===`: every pair is equal.
    AllEq,
    /// `!==`: some pair differs.
    AnyNe,
    /// `<`.
    Lt,
    /// `<=`.
    Le,
    /// `>`.
    Gt,
    /// `>=`.
    Ge,
}

/// A member of a set.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// The value, or the low end of a range.
    pub low: Operand,
    /// The high end of a range, inclusive.
    pub high: Option<Operand>,
}

/// Something that has values.
#[derive(Clone, Debug, PartialEq)]
pub struct Operand {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: OperandKind,
}

impl Operand {
    /// Makes a node that stands at `start..end`.
    pub fn new(start: u32, end: u32, kind: OperandKind) -> Self {
        Self { span: Span { start, end }, kind }
    }
}

impl Operand {
    /// Makes `left op right`.
    pub(crate) fn binary(start: u32, end: u32, left: Self, op: ArithOp, op_span: Span, right: Self) -> Self {
        let (left, right) = (Box::new(left), Box::new(right));
        Self::new(start, end, OperandKind::Binary { op, op_span, left, right })
    }
}

impl FieldRef {
    /// Makes a field without `@` or leading dot.
    pub(crate) fn new(name: &str, name_span: Span, layers: Option<Vec<Range>>) -> Self {
        Self { name: name.to_owned(), name_span, raw: false, dotted: false, layers }
    }
}

/// The kinds of operands.
#[derive(Clone, Debug, PartialEq)]
pub enum OperandKind {
    /// An unquoted word: a field name or a plain literal, which only the schema can tell (rule L18).
    Word(String),
    /// A field for certain: written with `@`, `#` or a leading dot (not part of the name).
    Field(FieldRef),
    /// `${field}` or `$field`.
    Reference(FieldRef),
    /// An integer token.
    Integer {
        /// Its value.
        value: u64,
        /// As written: bytes literals need it.
        text: String,
    },
    /// A float token.
    Float {
        /// Its value.
        value: f64,
        /// As written.
        text: String,
    },
    /// A quoted string, escapes undone.
    String {
        /// Its bytes.
        bytes: Vec<u8>,
        /// Written `r"…"`.
        raw: bool,
    },
    /// A character constant.
    Char(u32),
    /// A function call.
    Call {
        /// Name of the function.
        name: String,
        /// Where the name stands.
        name_span: Span,
        /// Arguments.
        args: Vec<Operand>,
    },
    /// `base[ranges]`.
    Slice {
        /// What is sliced.
        base: Box<Operand>,
        /// The ranges; never empty.
        ranges: Vec<Range>,
    },
    /// `-a`.
    Negate(Box<Operand>),
    /// `+a`.
    Plus(Box<Operand>),
    /// `a op b`.
    Binary {
        /// Operator.
        op: ArithOp,
        /// Where the operator stands.
        op_span: Span,
        /// Left operand.
        left: Box<Operand>,
        /// Right operand.
        right: Box<Operand>,
    },
    /// A part that could not be parsed; already reported.
    Error,
}

/// A field with what was written around it.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldRef {
    /// Name without a leading dot.
    pub name: String,
    /// Where the name stands.
    pub name_span: Span,
    /// `@` in front.
    pub raw: bool,
    /// `.` in front.
    pub dotted: bool,
    /// `#n` or `#[…]` behind.
    pub layers: Option<Vec<Range>>,
}

/// An arithmetic operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArithOp {
    /// `+`.
    Add,
    /// `-`.
    Subtract,
    /// `*`.
    Multiply,
    /// `/`.
    Divide,
    /// `%`.
    Modulo,
    /// `&`.
    BitAnd,
}

/// One item of a slice or a layer range (rule E22), already checked by rule E23.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Range {
    /// `i`: one element.
    One(i32),
    /// `i:n`: n elements from i; `:n` starts at 0.
    Length(i32, i32),
    /// `i-j`: from i to j, inclusive.
    Through(i32, i32),
    /// `i:` or `:`: from i to the end.
    From(i32),
}
