//! The tests of a filter, each with the cheapest way to decide it.

use std::collections::HashMap;

use strato_filter_lang::{
    interpret::{bytes_of, holds_for},
    ir::{ArithOp, Compare, Expr, ExprKind, Ir, Node, Quant, Read, Test, TestKind, visit},
    schema::{FieldId, Order, Record, Schema},
    types::Type,
    value::Value,
};

use crate::{
    access::{ByLayers, Nothing},
    layers::{HeaderLens, Layers},
    layout::{Edge, Layout, Place, SLOTS, Slot},
    number::{Domain, Intervals, Kind},
    search::{Search, Sought},
    tables::{Ranges, bitmap},
};

/// The tests of a filter in the order a walk finds them, with all that generated code needs of them.
pub(crate) struct Leaves {
    schema: &'static Schema,
    pub(crate) leaves: Vec<Leaf>,
    places: HashMap<FieldId, Vec<Place>>,
}

/// One test.
pub(crate) struct Leaf {
    test: Test,
    pub(crate) how: How,
    /// For stage 2: a search in the values of a field.
    search: Option<Box<Search>>,
    /// When stage 1 does not know: a layer of one of these, or more beyond the layers.
    pub(crate) hidden: Vec<Slot>,
    pub(crate) beyond: bool,
}

/// How stage 1 decides a test, once it knows that none of its fields is hidden.
pub(crate) enum How {
    /// The same for every frame.
    Const(bool),
    /// One of these occurs.
    Present(Vec<Presence>),
    /// The numbers of some or all layers lie in a set.
    Numbers { places: Vec<Number>, quant: Quant, set: NumberSet },
    /// Something is found in the bytes of some or all layers: the leaf's search.
    Search,
    /// By the interpreter's function.
    Call,
}

/// What occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Layer(Slot),
    Payload(Slot),
}

/// A number in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    /// In each layer of a slot.
    Header { slot: Slot, offset: u16, width: u8, order: Order, mask: u64, shift: u8, kind: Kind },
    /// In the record.
    Record(Record),
}

/// A set of numbers, by the way it is asked.
pub(crate) enum NumberSet {
    /// Few enough to compare with.
    Few(Vec<(u64, u64)>),
    /// A bit a number, of narrow fields.
    Bitmap(Box<[u8]>),
    /// Found by high bits.
    Ranges(Box<Ranges>),
}

/// Intervals that are compared with one by one.
const FEW: usize = 4;
/// Widest field, in bits, whose sets are bitmaps (8 KiB).
const BITMAP_BITS: u32 = 16;

impl Leaves {
    /// Plans every test of a filter.
    pub(crate) fn of(ir: &Ir, schema: &'static Schema, layout: &dyn Layout, header_lens: &HeaderLens) -> Self {
        let mut places = HashMap::new();
        for field in visit::fields(ir) {
            let checked = layout.places(field).into_iter().map(|place| within(place, header_lens));
            places.insert(field, checked.collect());
        }
        let planner = Planner { schema, layout, places: &places };
        let mut leaves = Vec::new();
        collect(&ir.root, &mut |test| leaves.push(planner.leaf(test)));
        Self { schema, leaves, places }
    }

    /// Whether stage 1 decides everything.
    pub(crate) fn all_exact(&self) -> bool {
        self.leaves.iter().all(|leaf| !leaf.may_be_unknown())
    }

    /// Whether stage 1 asks for layers of the slot.
    pub(crate) fn reads(&self, slot: Slot) -> bool {
        let hidden = self.leaves.iter().flat_map(|leaf| &leaf.hidden);
        let places = self.places.values().flatten().filter_map(|place| place.slot());
        let present = self.leaves.iter().filter_map(|leaf| match &leaf.how {
            How::Present(all) => Some(all),
            _ => None,
        });
        let present = present.flatten().map(|presence| match presence {
            Presence::Layer(slot) | Presence::Payload(slot) => *slot,
        });
        hidden.copied().chain(places).chain(present).any(|other| other == slot)
    }

    /// Decides a test by the interpreter's function over the layers.
    pub(crate) fn call(&self, index: usize, data: &[u8], layers: &Layers) -> bool {
        let Some(leaf) = self.leaves.get(index) else { return false };
        if let (How::Search, Some(search)) = (&leaf.how, &leaf.search) {
            return search.run(data, layers);
        }
        let places = |field: FieldId| self.places.get(&field).map(Vec::as_slice).unwrap_or_default();
        holds_for(&leaf.test, self.schema, &ByLayers { data, layers, schema: self.schema, places: &places })
    }

    /// Decides a test by the interpreter's function over a dissected frame.
    pub(crate) fn call_fields(&self, index: usize, frame: &dyn strato_filter_lang::access::Access) -> bool {
        self.leaves.get(index).is_some_and(|leaf| match &leaf.search {
            Some(search) => search.run_fields(frame),
            None => holds_for(&leaf.test, self.schema, &crate::access::Dyn(frame)),
        })
    }
}

/// Tests beyond which making code takes longer than it saves, and exclusive ors, of which each keeps two answers.
const MAX_TESTS: usize = 2048;
const MAX_XORS: usize = 64;

/// Whether a filter is small enough.
pub(crate) fn is_small(ir: &Ir) -> bool {
    let (mut tests, mut xors) = (0, 0);
    count(&ir.root, &mut tests, &mut xors);
    tests <= MAX_TESTS && xors <= MAX_XORS
}

fn count(node: &Node, tests: &mut usize, xors: &mut usize) {
    match node {
        Node::Const(_) => {}
        Node::And(parts) | Node::Or(parts) => parts.iter().for_each(|part| count(part, tests, xors)),
        Node::Xor(left, right) => {
            *xors += 1;
            count(left, tests, xors);
            count(right, tests, xors);
        }
        Node::Not(part) => count(part, tests, xors),
        Node::Test(_) => *tests += 1,
    }
}

/// Visits the tests of a filter, left to right.
fn collect<'i>(node: &'i Node, visit: &mut dyn FnMut(&'i Test)) {
    match node {
        Node::Const(_) => {}
        Node::And(parts) | Node::Or(parts) => parts.iter().for_each(|part| collect(part, visit)),
        Node::Xor(left, right) => {
            collect(left, visit);
            collect(right, visit);
        }
        Node::Not(part) => collect(part, visit),
        Node::Test(test) => visit(test),
    }
}

impl Leaf {
    /// Whether stage 1 may not know.
    pub(crate) fn may_be_unknown(&self) -> bool {
        self.beyond || !self.hidden.is_empty()
    }
}

struct Planner<'a> {
    schema: &'static Schema,
    layout: &'a dyn Layout,
    places: &'a HashMap<FieldId, Vec<Place>>,
}

impl Planner<'_> {
    fn leaf(&self, test: &Test) -> Leaf {
        if let TestKind::Exists(read) = &test.kind
            && let Some(present) = self.presence(read)
        {
            return Leaf { test: test.clone(), how: present, search: None, hidden: Vec::new(), beyond: false };
        }
        let fields = visit::fields(&Ir { root: Node::Test(test.clone()) });
        let places = || fields.iter().flat_map(|field| self.of(*field));
        let exact = |field: &FieldId| self.of(*field).iter().all(|place| place.is_exact());
        let mut hidden: Vec<Slot> = Vec::new();
        // A field is read as a whole: if one of its places is hidden, a layer of any of them makes it unknown.
        for place in fields.iter().filter(|field| !exact(field)).flat_map(|field| self.of(*field)) {
            hidden.extend(place.slot().filter(|slot| !hidden.contains(slot)));
        }
        let beyond = places().any(|place| *place == Place::Beyond);
        let search = self.search(&test.kind).map(Box::new);
        let how = if fields.is_empty() || !fields.iter().any(exact) {
            // Only asked when none of its fields can occur.
            How::Const(holds_for(test, self.schema, &Nothing))
        } else if hidden.is_empty() && !beyond {
            self.exact(&test.kind, search.as_deref()).unwrap_or(How::Call)
        } else {
            How::Call
        };
        Leaf { test: test.clone(), how, search, hidden, beyond }
    }

    fn of(&self, field: FieldId) -> &[Place] {
        self.places.get(&field).map(Vec::as_slice).unwrap_or_default()
    }

    /// The field's places, if a plain read of them is all there is to it.
    fn plain(&self, read: &Read) -> Option<&[Place]> {
        (!read.raw && read.layers.is_none()).then(|| self.of(read.field))
    }

    fn presence(&self, read: &Read) -> Option<How> {
        let places = self.plain(read)?;
        if let Some(slot) = self.layout.presence(read.field).filter(|slot| usize::from(slot.0) < SLOTS) {
            return Some(How::Present(vec![Presence::Layer(slot)]));
        }
        let of = |place: &Place| match *place {
            Place::Header { slot, .. } | Place::Span { slot, from: Edge::Start | Edge::End, .. } => {
                Some(Presence::Layer(slot))
            }
            Place::Span { slot, from: Edge::Payload, .. } => Some(Presence::Payload(slot)),
            Place::Record(_) | Place::Hidden(_) | Place::Beyond => None,
        };
        if places.iter().any(|place| matches!(place, Place::Record(_))) && places.iter().all(|place| place.is_exact()) {
            return Some(How::Const(true));
        }
        let mut present: Vec<Presence> = places.iter().map(of).collect::<Option<_>>()?;
        present.dedup();
        Some(How::Present(present))
    }

    /// The ways that need no call.
    fn exact(&self, kind: &TestKind, search: Option<&Search>) -> Option<How> {
        match kind {
            TestKind::Exists(_) => None,
            TestKind::Truth(expr) => self.numbers(expr, Quant::Any, |domain| Some(domain.truth()), false),
            TestKind::Compare { op, quant, left, right } => {
                let ExprKind::Const(literal) = &right.kind else { return None };
                if let Some(how) = self.masked(*op, *quant, left, literal) {
                    return Some(how);
                }
                self.numbers(left, *quant, |domain| domain.compare(*op, literal), false)
            }
            // E17–E19: present, and not "some is a member", is "every one is none".
            TestKind::Member { quant, negated, left, set } => {
                let quant = if *negated { other(*quant) } else { *quant };
                self.numbers(left, quant, |domain| domain.set(set.elements()), *negated)
            }
            TestKind::Contains { .. } | TestKind::Matches { .. } => {
                search.filter(|search| !search.spans.is_empty()).map(|_| How::Search)
            }
        }
    }

    /// A search in the values of one field for something that is known.
    fn search(&self, kind: &TestKind) -> Option<Search> {
        let (quant, left, sought) = match kind {
            TestKind::Contains { quant, left, right } => {
                let ExprKind::Const(literal) = &right.kind else { return None };
                (*quant, left, Sought::bytes(&bytes_of(literal)))
            }
            TestKind::Matches { quant, left, pattern } => (*quant, left, Sought::Pattern(pattern.clone())),
            _ => return None,
        };
        let ExprKind::Field(read) = &left.kind else { return None };
        let span = |place: &Place| match *place {
            Place::Span { slot, from, to } => Some((slot, from, to)),
            _ => None,
        };
        let spans = self.plain(read)?.iter().map(span).collect::<Option<Vec<_>>>().unwrap_or_default();
        Some(Search { field: read.field, spans, quant, sought })
    }

    fn numbers(
        &self,
        expr: &Expr,
        quant: Quant,
        intervals: impl Fn(Domain) -> Option<Intervals>,
        inverted: bool,
    ) -> Option<How> {
        let ExprKind::Field(read) = &expr.kind else { return None };
        let (places, domain) = self.number_places(read)?;
        let set = number_set(intervals(domain)?, domain, inverted);
        Some(How::Numbers { places, quant, set })
    }

    /// `field & mask == number`: fewer bits of the same number.
    fn masked(&self, op: Compare, quant: Quant, left: &Expr, literal: &Value<'_>) -> Option<How> {
        let ExprKind::Binary { op: ArithOp::BitAnd, left: field, right: mask } = &left.kind else { return None };
        let (ExprKind::Field(read), ExprKind::Const(Value::Uint(bits))) = (&field.kind, &mask.kind) else {
            return None;
        };
        let (mut places, domain) = self.number_places(read)?;
        // Of a field that is itself masked the bits would have to be moved.
        let [Number::Header { mask: 0, kind: Kind::Unsigned, .. }] = places.as_slice() else { return None };
        if !matches!(field.ty, Type::Uint(_)) {
            return None;
        }
        for place in &mut places {
            if let Number::Header { mask, shift, .. } = place {
                // A mask of 0 would stand for all bits.
                (*mask, *shift) = (Some(*bits).filter(|bits| *bits != 0)?, 0);
            }
        }
        Some(How::Numbers { places, quant, set: number_set(domain.compare(op, literal)?, domain, false) })
    }

    /// The places of a field all of whose values are numbers of one domain.
    fn number_places(&self, read: &Read) -> Option<(Vec<Number>, Domain)> {
        let mut domain = None;
        let mut numbers = Vec::new();
        for place in self.plain(read)? {
            let (number, own) = match *place {
                Place::Header { slot, offset, width, order, mask, ty } => {
                    let own = Domain::of(ty, mask, width)?;
                    let shift = if mask == 0 { 0 } else { mask.trailing_zeros() as u8 };
                    (Number::Header { slot, offset, width, order, mask, shift, kind: own.kind }, own)
                }
                Place::Record(record) => (Number::Record(record), Domain { kind: Kind::Unsigned, bits: 64 }),
                Place::Span { .. } | Place::Hidden(_) | Place::Beyond => return None,
            };
            if *domain.get_or_insert(own) != own {
                return None;
            }
            numbers.push(number);
        }
        Some((numbers, domain?))
    }
}

/// A place that generated code may read without a check, or one that it leaves alone: the host's word is not enough.
fn within(place: Place, header_lens: &HeaderLens) -> Place {
    let Some(slot) = place.slot() else { return place };
    match (header_lens.get(usize::from(slot.0)), place) {
        (None, _) => Place::Beyond,
        (Some(len), Place::Header { offset, width, .. }) if u32::from(offset) + u32::from(width) > u32::from(*len) => {
            Place::Hidden(slot)
        }
        (Some(_), place) => place,
    }
}

fn other(quant: Quant) -> Quant {
    match quant {
        Quant::Any => Quant::All,
        Quant::All => Quant::Any,
    }
}

/// A set as generated code sees its numbers: unsigned, a signed one with its sign bit turned over.
fn number_set(intervals: Intervals, domain: Domain, inverted: bool) -> NumberSet {
    let (min, max) = domain.bounds();
    let mut intervals = intervals.0;
    if inverted {
        let mut next = min;
        let mut gaps = Vec::with_capacity(intervals.len() + 1);
        for (low, high) in intervals {
            if next < low {
                gaps.push((next, low - 1));
            }
            next = high + 1;
        }
        if next <= max {
            gaps.push((next, max));
        }
        intervals = gaps;
    }
    let unsigned = |number: i128| (number - min) as u64;
    let set: Vec<(u64, u64)> = intervals.into_iter().map(|(low, high)| (unsigned(low), unsigned(high))).collect();
    match domain.bits {
        _ if set.len() <= FEW => NumberSet::Few(set),
        bits @ 3..=BITMAP_BITS => NumberSet::Bitmap(bitmap(&set, bits)),
        _ => NumberSet::Ranges(Box::new(Ranges::new(set))),
    }
}

const _: () = assert!(SLOTS <= 64, "slots are rows of a small table");
