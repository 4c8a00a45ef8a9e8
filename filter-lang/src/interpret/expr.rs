//! Values of expressions.

use std::{borrow::Cow, ops::ControlFlow};

use super::{Cx, bytes_of, part};
use crate::{
    access::{Access, Occurrence},
    functions::{Absent, Function},
    ir::{Expr, ExprKind, Read},
    syntax::Range,
    types::Type,
    value::{Value, arith},
};

/// A list of values; `None` where one is expected means that a field was absent (E11).
pub(super) type Values<'s> = Vec<Value<'s>>;

/// The values of an expression, or `None` when the relation that reads it is false.
pub(super) fn values<'s, A: Access>(expr: &'s Expr, cx: Cx<'s, A>) -> Option<Values<'s>> {
    match &expr.kind {
        ExprKind::Field(read) => field(read, cx),
        // Never bound: no frame is selected (E32).
        ExprKind::Reference(_) => None,
        ExprKind::Bound(found) => (!found.is_empty()).then(|| found.clone()),
        ExprKind::Const(value) => Some(vec![value.clone()]),
        ExprKind::Names { read, lowercase } => names(read, *lowercase, cx),
        ExprKind::Slice { base, ranges } => {
            let found = values(base, cx)?;
            Some(found.iter().map(|value| slice(value, base.ty, ranges)).collect())
        }
        ExprKind::Negate(inner) => Some(values(inner, cx)?.iter().filter_map(arith::negate).collect()),
        ExprKind::Binary { op, left, right } => {
            let (left, right) = (values(left, cx)?, values(right, cx)?);
            // E36: all pairs; E20: those that fail are dropped.
            let pairs = left.iter().flat_map(|l| right.iter().map(move |r| (l, r)));
            Some(pairs.filter_map(|(l, r)| arith::combine(*op, l, r)).collect())
        }
        ExprKind::Call { function, args } => call(function, args, cx),
    }
}

/// The values of a field; `None` when it is absent.
pub(super) fn field<'s, A: Access>(read: &Read, cx: Cx<'s, A>) -> Option<Values<'s>> {
    let value = |occurrence: &Occurrence<'s>| match read.raw {
        // E30
        true => Value::Bytes(Cow::Borrowed(occurrence.raw)),
        false => occurrence.value.clone(),
    };
    let found: Values<'s> = occurrences(read, cx).iter().map(value).collect();
    (!found.is_empty()).then_some(found)
}

fn occurrences<'s, A: Access>(read: &Read, cx: Cx<'s, A>) -> Vec<Occurrence<'s>> {
    if let Some(layers) = &read.layers {
        return in_layers(read, layers, cx);
    }
    let mut found = Vec::new();
    cx.frame.each(read.field, &mut |occurrence| {
        found.push(occurrence.clone());
        ControlFlow::Continue(())
    });
    found
}

/// E28: the occurrences in the layers of any of the ranges.
pub(super) fn in_layers<'s, A: Access>(read: &Read, layers: &[Range], cx: Cx<'s, A>) -> Vec<Occurrence<'s>> {
    let mut found = occurrences(&Read { layers: None, ..read.clone() }, cx);
    let highest = found.iter().map(|occurrence| i64::from(occurrence.layer)).max().unwrap_or(0);
    let from = |i: i32| if i < 0 { highest + 1 + i64::from(i) } else { i64::from(i) };
    found.retain(|occurrence| {
        let layer = i64::from(occurrence.layer);
        layers.iter().any(|range| match range {
            Range::One(i) => layer == from(*i),
            Range::Length(i, n) => (from(*i)..from(*i) + i64::from(*n)).contains(&layer),
            // A negative end is not counted from the last layer: it selects nothing.
            Range::Through(i, j) => (from(*i)..=i64::from(*j)).contains(&layer),
            Range::From(i) => layer >= from(*i),
        })
    });
    found
}

/// E42, `vals()`: values without a name are dropped, an absent field makes the relation false.
fn names<'s, A: Access>(read: &Read, lowercase: bool, cx: Cx<'s, A>) -> Option<Values<'s>> {
    let declared = cx.schema.field(read.field);
    let found = occurrences(read, cx);
    if found.is_empty() {
        return None;
    }
    let named = |occurrence: &Occurrence<'s>| {
        let mut name = declared.definition(occurrence.def).name_of(&occurrence.value)?;
        if lowercase {
            name.to_mut().make_ascii_lowercase();
        }
        Some(Value::Str(match name {
            Cow::Borrowed(name) => Cow::Borrowed(name.as_bytes()),
            Cow::Owned(name) => Cow::Owned(name.into_bytes()),
        }))
    };
    Some(found.iter().filter_map(named).collect())
}

/// §12: of a string by code points (E25), else by bytes.
fn slice(value: &Value<'_>, ty: Type, ranges: &[Range]) -> Value<'static> {
    let bytes = bytes_of(value);
    if ty.is_string() {
        let chars: Vec<char> = String::from_utf8_lossy(&bytes).chars().collect();
        let text: String = part::of(&chars, ranges).into_iter().collect();
        return Value::Str(Cow::Owned(text.into_bytes()));
    }
    Value::Bytes(Cow::Owned(part::of(&bytes, ranges)))
}

fn call<'s, A: Access>(function: &'static Function, args: &'s [Expr], cx: Cx<'s, A>) -> Option<Values<'s>> {
    let mut lists = Vec::with_capacity(args.len());
    for arg in args {
        match (values(arg, cx), function.absent) {
            (Some(found), _) => lists.push(found),
            // E12
            (None, Absent::False) => return None,
            (None, Absent::Empty | Absent::SkipUnlessAll) => lists.push(Vec::new()),
        }
    }
    let types: Vec<Type> = args.iter().map(|arg| arg.ty).collect();
    let result = (function.eval)(&lists, &types);
    match function.absent {
        Absent::SkipUnlessAll if result.is_empty() => None,
        Absent::SkipUnlessAll | Absent::False | Absent::Empty => Some(result),
    }
}
