//! From text to IR.

use super::{
    super::verify,
    ARITH, COMPARE, arith_word, declared,
    sexp::{self, Kind, Sexp, Wrong},
};
use crate::{
    diag::{Diagnostic, codes},
    functions,
    ir::{Element, Expr, ExprKind, Ir, Node, Quant, Read, Set, Test, TestKind},
    pattern::Pattern,
    schema::Schema,
    syntax::Range,
    types::Type,
    value::Value,
};

/// Reads a filter that [`print`](super::print) wrote, or somebody by hand. Its tests' places are those in this text.
///
/// # Errors
/// `E0601` for what is no such text, `E0602` for a filter that breaks the rules of the IR.
pub fn parse(text: &str, schema: &Schema) -> Result<Ir, Vec<Diagnostic>> {
    let root = sexp::read(text).and_then(|whole| Cx { schema }.node(&whole));
    let root = root.map_err(|(span, message)| {
        vec![Diagnostic::error(codes::IR_TEXT, span, message, "this is no text of the IR")]
    })?;
    let ir = Ir { root };
    let problems = verify::verify(&ir, schema);
    if problems.is_empty() {
        return Ok(ir);
    }
    let told = problems.into_iter().map(|problem| {
        Diagnostic::error(codes::IR_RULE, problem.span, problem.message, "this breaks a rule of the IR")
    });
    Err(told.collect())
}

#[derive(Clone, Copy)]
struct Cx<'s> {
    schema: &'s Schema,
}

/// The word of an atom.
fn word(part: &Sexp) -> Result<&str, Wrong> {
    match &part.kind {
        Kind::Atom(text) => Ok(text),
        Kind::List(_) => Err((part.span, "a word is expected, not a list".to_owned())),
    }
}

fn expected<T>(part: &Sexp, what: &str) -> Result<T, Wrong> {
    Err((part.span, format!("{what} is expected")))
}

impl Cx<'_> {
    fn node(self, part: &Sexp) -> Result<Node, Wrong> {
        let parts = match &part.kind {
            Kind::Atom(text) => match text.as_str() {
                "true" => return Ok(Node::Const(true)),
                "false" => return Ok(Node::Const(false)),
                _ => return expected(part, "true, false or a list"),
            },
            Kind::List(parts) => parts,
        };
        let Some((head, rest)) = parts.split_first() else { return expected(part, "and, or, xor, not or a test") };
        let nodes = || rest.iter().map(|part| self.node(part)).collect::<Result<Vec<_>, _>>();
        let kind = match (word(head)?, rest) {
            ("and", _) => return Ok(Node::And(nodes()?)),
            ("or", _) => return Ok(Node::Or(nodes()?)),
            ("xor", [left, right]) => return Ok(Node::Xor(Box::new(self.node(left)?), Box::new(self.node(right)?))),
            ("not", [inner]) => return Ok(Node::Not(Box::new(self.node(inner)?))),
            ("exists", [what]) => TestKind::Exists(self.read(what)?),
            ("truth", [operand]) => TestKind::Truth(self.expr(operand)?),
            ("any", [op, left, rest @ ..]) => self.relation(part, Quant::Any, word(op)?, left, rest)?,
            ("all", [op, left, rest @ ..]) => self.relation(part, Quant::All, word(op)?, left, rest)?,
            _ => return expected(head, "and, or, xor, not or a test with its operands"),
        };
        Ok(Node::Test(Test { span: part.span, kind }))
    }

    fn relation(self, whole: &Sexp, quant: Quant, op: &str, left: &Sexp, rest: &[Sexp]) -> Result<TestKind, Wrong> {
        let left = self.expr(left)?;
        Ok(match (op, rest) {
            ("in" | "not-in", elements) => {
                let elements = elements.iter().map(|one| self.element(one)).collect::<Result<Vec<_>, _>>()?;
                TestKind::Member { quant, negated: op == "not-in", left, set: Set::new(elements) }
            }
            ("contains", [right]) => TestKind::Contains { quant, left, right: self.expr(right)? },
            ("matches", [pattern]) => {
                let Some(text) = unquoted(word(pattern)?) else { return expected(pattern, "a pattern in quotes") };
                let pattern = Pattern::new(&text).map_err(|why| (pattern.span, why))?;
                TestKind::Matches { quant, left, pattern }
            }
            (op, [right]) => match COMPARE.iter().find(|row| row.1 == op) {
                Some((op, _)) => TestKind::Compare { op: *op, quant, left, right: self.expr(right)? },
                None => return expected(whole, "a comparison, contains, matches, in or not-in"),
            },
            _ => return expected(whole, "a relation with its operands"),
        })
    }

    fn element(self, one: &Sexp) -> Result<Element, Wrong> {
        let parts = match &one.kind {
            Kind::Atom(text) => return constant(one, text).map(Element::Value),
            Kind::List(parts) => parts,
        };
        let [head, rest @ ..] = parts.as_slice() else { return expected(one, "a member") };
        Ok(match (word(head)?, rest) {
            ("range", [low, high]) => Element::Range(constant(low, word(low)?)?, constant(high, word(high)?)?),
            ("expr", [inner]) => Element::Expr(self.expr(inner)?),
            ("expr-range", [low, high]) => Element::ExprRange(self.expr(low)?, self.expr(high)?),
            _ => return expected(one, "a constant, range, expr or expr-range"),
        })
    }

    fn expr(self, part: &Sexp) -> Result<Expr, Wrong> {
        let parts = match &part.kind {
            Kind::Atom(_) => {
                let read = self.read(part)?;
                return Ok(Expr { ty: declared(&read, self.schema), kind: ExprKind::Field(read) });
            }
            Kind::List(parts) => parts,
        };
        let Some((head, rest)) = parts.split_first() else { return expected(part, "an expression") };
        let all = |parts: &[Sexp]| parts.iter().map(|part| self.expr(part)).collect::<Result<Vec<_>, _>>();
        let (ty, kind) = match (word(head)?, rest) {
            ("as", [ty, what]) => (type_of(ty)?, ExprKind::Field(self.read(what)?)),
            ("reference", [ty, what]) => (type_of(ty)?, ExprKind::Reference(self.read(what)?)),
            ("bound", [ty, values @ ..]) => {
                let values = values.iter().map(|value| constant(value, word(value)?)).collect::<Result<Vec<_>, _>>()?;
                (type_of(ty)?, ExprKind::Bound(values))
            }
            ("names", [what]) => (Type::String, ExprKind::Names { read: self.read(what)?, lowercase: false }),
            ("folded-names", [what]) => (Type::String, ExprKind::Names { read: self.read(what)?, lowercase: true }),
            ("slice", [ty, parts, base]) => {
                let Some(ranges) = ranges(word(parts)?) else { return expected(parts, "ranges such as `[0:2,-1]`") };
                (type_of(ty)?, ExprKind::Slice { base: Box::new(self.expr(base)?), ranges })
            }
            ("negate", [ty, inner]) => (type_of(ty)?, ExprKind::Negate(Box::new(self.expr(inner)?))),
            ("call", [name, ty, args @ ..]) => match functions::lookup(word(name)?) {
                Some(function) => (type_of(ty)?, ExprKind::Call { function, args: all(args)? }),
                None => return expected(name, "the name of a function"),
            },
            (op, [ty, left, right]) if ARITH.iter().any(|arith| arith_word(*arith) == op) => {
                let Some(op) = ARITH.into_iter().find(|arith| arith_word(*arith) == op) else {
                    return expected(head, "an operator");
                };
                let (left, right) = (Box::new(self.expr(left)?), Box::new(self.expr(right)?));
                (type_of(ty)?, ExprKind::Binary { op, left, right })
            }
            (_, [value]) => (type_of(head)?, ExprKind::Const(constant(value, word(value)?)?)),
            _ => return expected(part, "an expression"),
        };
        Ok(Expr { ty, kind })
    }

    fn read(self, part: &Sexp) -> Result<Read, Wrong> {
        let text = word(part)?;
        let (raw, text) = text.strip_prefix('@').map_or((false, text), |rest| (true, rest));
        let (name, layers) = match text.split_once('#') {
            Some((name, layers)) => match ranges(layers) {
                Some(ranges) => (name, Some(ranges)),
                None => return expected(part, "layers such as `#[1,-1]`"),
            },
            None => (text, None),
        };
        match self.schema.resolve(name) {
            Some(found) => Ok(Read { field: found.id, raw, layers }),
            None => Err((part.span, format!("no field or protocol `{name}`"))),
        }
    }
}

fn type_of(part: &Sexp) -> Result<Type, Wrong> {
    match Type::from_name(word(part)?) {
        Some(ty) => Ok(ty),
        None => expected(part, "a type such as UINT16"),
    }
}

/// `[0:2,-1,3-4,5:]`.
fn ranges(text: &str) -> Option<Vec<Range>> {
    text.strip_prefix('[')?.strip_suffix(']')?.split(',').map(range).collect()
}

fn range(text: &str) -> Option<Range> {
    if let Some((start, len)) = text.split_once(':') {
        let start = start.parse().ok()?;
        return Some(if len.is_empty() { Range::From(start) } else { Range::Length(start, len.parse().ok()?) });
    }
    // A minus at the start is a sign.
    match text.char_indices().skip(1).find(|(_, c)| *c == '-') {
        Some((dash, _)) => Some(Range::Through(text.get(..dash)?.parse().ok()?, text.get(dash + 1..)?.parse().ok()?)),
        None => Some(Range::One(text.parse().ok()?)),
    }
}

fn constant(part: &Sexp, text: &str) -> Result<Value<'static>, Wrong> {
    match value(text) {
        Some(value) => Ok(value),
        None => expected(part, "a constant such as 80, -1i, 1.5f, 20ns, \"text\", 0x0a0b, 10.0.0.0/8 or true"),
    }
}

fn value(text: &str) -> Option<Value<'static>> {
    match text {
        "label" => return Some(Value::Label),
        "true" => return Some(Value::Bool(true)),
        "false" => return Some(Value::Bool(false)),
        _ => {}
    }
    if text.starts_with('"') {
        return Some(Value::Str(unquoted(text)?.into()));
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return Some(Value::Bytes(unhex(digits)?.into()));
    }
    if let Some(digits) = text.strip_prefix("guid:") {
        return Some(Value::Guid(unhex(digits)?.try_into().ok()?));
    }
    if let Some(digits) = text.strip_prefix("protocol:") {
        return Some(Value::Protocol { bytes: unhex(digits)?.into(), text: "" });
    }
    if let Some((addr, prefix)) = text.split_once('/') {
        let prefix = prefix.parse().ok()?;
        return match addr.parse().ok()? {
            std::net::IpAddr::V4(addr) if prefix <= 32 => Some(Value::Ipv4 { addr: addr.into(), prefix }),
            std::net::IpAddr::V6(addr) if prefix <= 128 => Some(Value::Ipv6 { addr: addr.into(), prefix }),
            std::net::IpAddr::V4(_) | std::net::IpAddr::V6(_) => None,
        };
    }
    if let Some(number) = text.strip_suffix("ns") {
        return number.parse().ok().map(Value::Time);
    }
    if let Some(number) = text.strip_suffix('i') {
        return number.parse().ok().map(Value::Int);
    }
    if let Some(number) = text.strip_suffix('f') {
        // Also `inf` and `NaN`, which end in an f of their own only by accident.
        return number.parse().ok().map(Value::Float);
    }
    text.parse().ok().map(Value::Uint)
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    if !digits.is_ascii() || !digits.len().is_multiple_of(2) {
        return None;
    }
    (0..digits.len()).step_by(2).map(|i| u8::from_str_radix(digits.get(i..i + 2)?, 16).ok()).collect()
}

/// The bytes of a string in quotes.
fn unquoted(text: &str) -> Option<Vec<u8>> {
    let mut bytes = text.strip_prefix('"')?.strip_suffix('"')?.bytes();
    let mut out = Vec::with_capacity(bytes.len());
    while let Some(byte) = bytes.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        match bytes.next()? {
            b'x' => {
                let digits = [bytes.next()?, bytes.next()?];
                out.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
            }
            other => out.push(other),
        }
    }
    Some(out)
}
