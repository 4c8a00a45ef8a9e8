//! What a backend can decide.

use crate::{
    ir::{Element, Expr, ExprKind, Node, Read, TestKind},
    schema::{Schema, Source},
    types::Type,
};

/// What a backend can decide of a filter; everything else is left to somebody behind it.
#[derive(Clone, Copy, Debug)]
pub struct Capability {
    /// Its name.
    pub name: &'static str,
    /// What it is, for people.
    pub help: &'static str,
    /// Fields it can read, by where their values live.
    pub reads: fn(&Source) -> bool,
    /// The presence of protocols, by their layers.
    pub protocols: bool,
    /// Sets of constants.
    pub sets: bool,
    /// Slices and raw bytes.
    pub bytes: bool,
    /// Arithmetic.
    pub arithmetic: bool,
    /// `contains`.
    pub contains: bool,
}

/// Fields at fixed places in headers: what needs no dissector.
pub static HEADER: Capability = Capability {
    name: "header",
    help: "fields at fixed places in headers, against constants",
    reads: |source| matches!(source, Source::Header { .. }),
    protocols: true,
    sets: true,
    bytes: true,
    arithmetic: true,
    contains: false,
};

/// Members of event records: what a probe sees where it happens.
pub static EVENT: Capability = Capability {
    name: "event",
    help: "members of event records, against constants",
    reads: |source| matches!(source, Source::Event { .. }),
    protocols: false,
    sets: true,
    bytes: false,
    arithmetic: false,
    contains: false,
};

/// All of them.
pub static ALL: &[&Capability] = &[&HEADER, &EVENT];

impl Capability {
    /// The capability of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        ALL.iter().copied().find(|capability| capability.name == name)
    }

    /// Whether a test can be decided.
    pub fn decides(&self, kind: &TestKind, schema: &Schema) -> bool {
        match kind {
            TestKind::Exists(read) => self.read(read, schema),
            TestKind::Truth(one) => self.expr(one, schema),
            TestKind::Compare { left, right, .. } => self.expr(left, schema) && self.expr(right, schema),
            TestKind::Contains { left, right, .. } => {
                self.contains && self.expr(left, schema) && self.expr(right, schema)
            }
            TestKind::Matches { .. } => false,
            TestKind::Member { left, set, .. } => {
                let constant = |element: &Element| matches!(element, Element::Value(_) | Element::Range(..));
                self.sets && self.expr(left, schema) && set.elements().iter().all(constant)
            }
        }
    }

    /// Whether all of a filter's part can be decided.
    pub fn decides_all(&self, part: &Node, schema: &Schema) -> bool {
        match part {
            Node::Const(_) => true,
            Node::And(parts) | Node::Or(parts) => parts.iter().all(|part| self.decides_all(part, schema)),
            Node::Xor(left, right) => self.decides_all(left, schema) && self.decides_all(right, schema),
            Node::Not(part) => self.decides_all(part, schema),
            Node::Test(test) => self.decides(&test.kind, schema),
        }
    }

    fn expr(&self, one: &Expr, schema: &Schema) -> bool {
        match &one.kind {
            // The bytes of a protocol end where its dissector says: only its presence is known.
            ExprKind::Field(read) => schema.field(read.field).ty != Type::Protocol && self.read(read, schema),
            ExprKind::Const(_) | ExprKind::Bound(_) => true,
            ExprKind::Reference(_) | ExprKind::Names { .. } | ExprKind::Call { .. } => false,
            ExprKind::Slice { base, .. } => self.bytes && self.expr(base, schema),
            ExprKind::Negate(inner) => self.arithmetic && self.expr(inner, schema),
            ExprKind::Binary { left, right, .. } => {
                self.arithmetic && self.expr(left, schema) && self.expr(right, schema)
            }
        }
    }

    fn read(&self, read: &Read, schema: &Schema) -> bool {
        let field = schema.field(read.field);
        if read.raw && !self.bytes {
            return false;
        }
        if field.ty == Type::Protocol {
            return self.protocols && !read.raw;
        }
        if !field.occurs_as.is_empty() {
            let parts = field.occurs_as.iter().map(|name| schema.resolve(name));
            return parts.into_iter().all(|part| part.is_some_and(|part| (self.reads)(&schema.field(part.id).source)));
        }
        field.definitions().all(|definition| (self.reads)(&definition.source))
    }
}
