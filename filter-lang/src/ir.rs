//! The intermediate representation every backend starts from.
//!
//! Everything the text leaves implicit is explicit here: quantifiers, coerced literals, layer ranges, presence.
//! The IR is two-valued: a test that reads an absent field is *false* (rule E11), unless a rule says otherwise
//! at the node. Its meaning is [`crate::interpret`]; its rules are [`verify`].

pub mod text;
pub mod verify;
pub mod visit;

use crate::{
    functions::Function, pattern::Pattern, schema::FieldId, span::Span, syntax::Range, types::Type, value::Value,
};

pub use crate::syntax::{ArithOp, Quant};

/// A whole filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Ir {
    /// The condition a frame must satisfy.
    pub root: Node,
}

/// Boolean structure over tests.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Always or never.
    Const(bool),
    /// All of them, evaluated left to right; at least two after lowering.
    And(Vec<Self>),
    /// Some of them; at least two after lowering.
    Or(Vec<Self>),
    /// Exactly one of the two.
    Xor(Box<Self>, Box<Self>),
    /// Not.
    Not(Box<Self>),
    /// A leaf.
    Test(Test),
}

/// A test of fields' occurrences.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// The text it came from, for messages of backends; no part of the meaning.
    pub span: Span,
    /// What is tested.
    pub kind: TestKind,
}

/// The kinds of tests.
#[derive(Clone, Debug, PartialEq)]
pub enum TestKind {
    /// The field occurs (in these layers).
    Exists(Read),
    /// Some value is non-zero, non-empty (rule E14).
    Truth(Expr),
    /// A comparison over all pairs of values (rule E6).
    Compare {
        /// Operator on one pair.
        op: Compare,
        /// Some pair or every pair.
        quant: Quant,
        /// Left operand.
        left: Expr,
        /// Right operand.
        right: Expr,
    },
    /// Left contains right as a substring; an empty right is never contained (§11).
    Contains {
        /// Some pair or every pair.
        quant: Quant,
        /// Searched.
        left: Expr,
        /// Sought.
        right: Expr,
    },
    /// A regular expression is found in the bytes of left (§11).
    Matches {
        /// Some value or every value.
        quant: Quant,
        /// Searched.
        left: Expr,
        /// The pattern.
        pattern: Pattern,
    },
    /// Left has values, and (some value / every value is in the set) differs from `negated` (rules E17–E19).
    Member {
        /// Some value or every value.
        quant: Quant,
        /// `not in`.
        negated: bool,
        /// Tested.
        left: Expr,
        /// The set.
        set: Set,
    },
}

/// A comparison of two single values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compare {
    /// Equal.
    Eq,
    /// Different.
    Ne,
    /// Less.
    Lt,
    /// Less or equal.
    Le,
    /// Greater.
    Gt,
    /// Greater or equal.
    Ge,
}

/// A read of a field's occurrences.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The field.
    pub field: FieldId,
    /// The bytes of its span (`@`) instead of its value.
    pub raw: bool,
    /// Only these layers (§13).
    pub layers: Option<Vec<Range>>,
}

/// An expression: a list of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Type of each value.
    pub ty: Type,
    /// How they come about.
    pub kind: ExprKind,
}

/// The kinds of expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// Values of a field; absent makes the test false.
    Field(Read),
    /// Values of a field in the selected frame; [`crate::bind`] replaces it before a run. Unbound it is absent.
    Reference(Read),
    /// The values a reference was bound to; none makes the test false.
    Bound(Vec<Value<'static>>),
    /// A literal, coerced to `ty`.
    Const(Value<'static>),
    /// The value names (text of the table, word or formatter) of a field's values; a value without a name is dropped.
    Names {
        /// The field.
        read: Read,
        /// Fold ASCII letters to lower case (`field == "name"` ignores case, `vals()` does not).
        lowercase: bool,
    },
    /// Parts of each value (§12).
    Slice {
        /// What is sliced.
        base: Box<Expr>,
        /// The ranges, concatenated.
        ranges: Vec<Range>,
    },
    /// Unary minus.
    Negate(Box<Expr>),
    /// All pairs combined (rule E36); failing pairs are dropped (rule E20).
    Binary {
        /// Operator.
        op: ArithOp,
        /// Left operand.
        left: Box<Expr>,
        /// Right operand.
        right: Box<Expr>,
    },
    /// A function of value lists.
    Call {
        /// The function.
        function: &'static Function,
        /// Its arguments.
        args: Vec<Expr>,
    },
}

/// Members of a set, all of the type of the tested field.
#[derive(Clone, Debug, PartialEq)]
pub struct Set {
    elements: Vec<Element>,
    /// All are unsigned constants, in order and apart: a member is found by halving.
    sorted: bool,
}

impl Set {
    /// Makes a set.
    pub fn new(elements: Vec<Element>) -> Self {
        let bounds = elements.iter().map(Element::uints);
        let sorted = bounds.clone().all(|bounds| bounds.is_some_and(|(low, high)| low <= high))
            && bounds.flatten().is_sorted_by(|before, after| before.1 < after.0);
        Self { elements, sorted }
    }

    /// The members.
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// The members, owned.
    pub fn into_elements(self) -> Vec<Element> {
        self.elements
    }

    /// Changes the expressions among the members.
    pub fn exprs_mut(&mut self) -> impl Iterator<Item = &mut Expr> {
        self.elements
            .iter_mut()
            .flat_map(|element| match element {
                Element::Value(_) | Element::Range(..) => [None, None],
                Element::Expr(expr) => [Some(expr), None],
                Element::ExprRange(low, high) => [Some(low), Some(high)],
            })
            .flatten()
    }

    /// Tells whether an unsigned number is a member; `None` when that takes a look at every member.
    pub fn has_uint(&self, number: u64) -> Option<bool> {
        if !self.sorted {
            return None;
        }
        let after = self.elements.partition_point(|element| element.uints().is_some_and(|(low, _)| low <= number));
        let last = after.checked_sub(1).and_then(|i| self.elements.get(i)?.uints());
        Some(last.is_some_and(|(_, high)| number <= high))
    }
}

impl Element {
    /// First and last number of a constant member that is unsigned.
    pub fn uints(&self) -> Option<(u64, u64)> {
        match self {
            Self::Value(Value::Uint(n)) => Some((*n, *n)),
            Self::Range(Value::Uint(low), Value::Uint(high)) => Some((*low, *high)),
            Self::Value(_) | Self::Range(..) | Self::Expr(_) | Self::ExprRange(..) => None,
        }
    }
}

/// One member.
#[derive(Clone, Debug, PartialEq)]
pub enum Element {
    /// A constant.
    Value(Value<'static>),
    /// A constant range, inclusive.
    Range(Value<'static>, Value<'static>),
    /// Any value of an expression; absent is skipped (rule E18).
    Expr(Expr),
    /// Between some value of the one and some value of the other.
    ExprRange(Expr, Expr),
}
