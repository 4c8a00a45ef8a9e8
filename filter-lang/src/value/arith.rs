//! Arithmetic on single values (§16). `None`: there is no result, the value is dropped (rule E20).

use std::borrow::Cow;

use super::Value;
use crate::syntax::ArithOp;

/// Combines two values.
pub fn combine(op: ArithOp, left: &Value<'_>, right: &Value<'_>) -> Option<Value<'static>> {
    match (left, right) {
        // E37: the left operand's domain decides, the right one's bits are taken as they are.
        (Value::Uint(a), Value::Uint(b)) => unsigned(op, *a, *b),
        (Value::Uint(a), Value::Int(b)) => unsigned(op, *a, *b as u64),
        (Value::Int(a), Value::Int(b)) => signed(op, *a, *b).map(Value::Int),
        (Value::Int(a), Value::Uint(b)) => signed(op, *a, *b as i64).map(Value::Int),
        (Value::Float(a), Value::Float(b)) => float(op, *a, *b).map(Value::Float),
        (Value::Time(a), _) => time(op, *a, right).map(Value::Time),
        (Value::Ipv4 { addr, prefix }, Value::Ipv4 { addr: mask, .. }) if op == ArithOp::BitAnd => {
            Some(Value::Ipv4 { addr: addr & mask, prefix: *prefix })
        }
        (Value::Ipv6 { addr, prefix }, Value::Ipv6 { addr: mask, .. }) if op == ArithOp::BitAnd => {
            Some(Value::Ipv6 { addr: addr & mask, prefix: *prefix })
        }
        // E40: over the shorter length.
        (Value::Bytes(a), Value::Bytes(b)) if op == ArithOp::BitAnd => {
            Some(Value::Bytes(Cow::Owned(a.iter().zip(b.iter()).map(|(x, y)| x & y).collect())))
        }
        _ => None,
    }
}

/// Changes the sign; an unsigned number becomes a signed one.
pub fn negate(value: &Value<'_>) -> Option<Value<'static>> {
    match value {
        Value::Uint(n) => 0i64.checked_sub_unsigned(*n).map(Value::Int),
        Value::Int(n) => n.checked_neg().map(Value::Int),
        Value::Float(x) => Some(Value::Float(-x)),
        Value::Time(t) => t.checked_neg().map(Value::Time),
        _ => None,
    }
}

fn unsigned(op: ArithOp, a: u64, b: u64) -> Option<Value<'static>> {
    match op {
        ArithOp::Add => a.checked_add(b),
        // Below zero the result is signed.
        ArithOp::Subtract if a < b => return 0i64.checked_sub_unsigned(b - a).map(Value::Int),
        ArithOp::Subtract => a.checked_sub(b),
        ArithOp::Multiply => a.checked_mul(b),
        ArithOp::Divide => a.checked_div(b),
        ArithOp::Modulo => a.checked_rem(b),
        ArithOp::BitAnd => Some(a & b),
    }
    .map(Value::Uint)
}

fn signed(op: ArithOp, a: i64, b: i64) -> Option<i64> {
    match op {
        ArithOp::Add => a.checked_add(b),
        ArithOp::Subtract => a.checked_sub(b),
        ArithOp::Multiply => a.checked_mul(b),
        ArithOp::Divide => a.checked_div(b),
        ArithOp::Modulo => a.checked_rem(b),
        ArithOp::BitAnd => Some(a & b),
    }
}

fn float(op: ArithOp, a: f64, b: f64) -> Option<f64> {
    match op {
        ArithOp::Add => Some(a + b),
        ArithOp::Subtract => Some(a - b),
        ArithOp::Multiply => Some(a * b),
        ArithOp::Divide => Some(a / b),
        ArithOp::Modulo | ArithOp::BitAnd => None,
    }
}

/// E38: a time plus or minus a time, or scaled by a number.
fn time(op: ArithOp, a: i128, right: &Value<'_>) -> Option<i128> {
    match (op, right) {
        (ArithOp::Add, Value::Time(b)) => a.checked_add(*b),
        (ArithOp::Subtract, Value::Time(b)) => a.checked_sub(*b),
        (ArithOp::Multiply, Value::Float(k)) => nanoseconds(a as f64 * k),
        (ArithOp::Divide, Value::Float(k)) => nanoseconds(a as f64 / k),
        (ArithOp::Multiply, _) => a.checked_mul(right.as_integer()?),
        (ArithOp::Divide, _) => a.checked_div(right.as_integer()?),
        _ => None,
    }
}

fn nanoseconds(ns: f64) -> Option<i128> {
    // Beyond this no time of 64-bit seconds exists; infinity (division by zero) and NaN go the same way.
    (ns.abs() < i64::MAX as f64 * 1e9).then(|| ns.round() as i128)
}
