//! Operands: arithmetic, fields, literals, calls, slices.

use super::{Parsed, Parser};
use crate::{
    span::Span,
    syntax::{ArithOp, FieldRef, Operand, OperandKind, Range},
    token::Token,
};

impl Parser<'_> {
    /// `a & b`: looser than `+` (rule G1).
    pub(super) fn arith(&mut self) -> Parsed<Operand> {
        self.binary(Self::sum, |token| matches!(token, Token::BitAnd).then_some(ArithOp::BitAnd))
    }

    fn sum(&mut self) -> Parsed<Operand> {
        self.binary(Self::product, |token| match token {
            Token::Plus => Some(ArithOp::Add),
            Token::Minus => Some(ArithOp::Subtract),
            _ => None,
        })
    }

    fn product(&mut self) -> Parsed<Operand> {
        self.binary(Self::sign, |token| if let Token::Scale(op) = token { Some(*op) } else { None })
    }

    fn binary(
        &mut self,
        operand: fn(&mut Self) -> Parsed<Operand>,
        operator: fn(&Token<'_>) -> Option<ArithOp>,
    ) -> Parsed<Operand> {
        let mut left = operand(self)?;
        let depth = self.depth;
        while let Some(op) = self.peek().and_then(operator) {
            let op_span = self.span();
            self.next += 1;
            // A long chain is a deep tree: it counts as nesting.
            let right = self.nested(operand)?;
            self.depth += 1;
            let span = left.span.to(right.span);
            let kind = OperandKind::Binary { op, op_span, left: Box::new(left), right: Box::new(right) };
            left = Operand { span, kind };
        }
        self.depth = depth;
        Ok(left)
    }

    fn sign(&mut self) -> Parsed<Operand> {
        let start = self.span().start;
        let minus = self.take(&Token::Minus);
        if minus || self.take(&Token::Plus) {
            let inner = Box::new(self.nested(Self::sign)?);
            let kind = if minus { OperandKind::Negate(inner) } else { OperandKind::Plus(inner) };
            return Ok(Operand::new(start, self.last_end(), kind));
        }
        if self.take(&Token::LeftBrace) {
            let inner = self.nested(Self::arith)?;
            return if self.take(&Token::RightBrace) { Ok(inner) } else { self.unexpected("`}`") };
        }
        self.entity()
    }

    /// A field, literal, reference or call, with slices behind it.
    pub(super) fn entity(&mut self) -> Parsed<Operand> {
        let start = self.span().start;
        let kind = self.simple()?;
        let mut operand = Operand::new(start, self.last_end(), kind);
        let depth = self.depth;
        while self.take(&Token::LeftBracket) {
            let ranges = self.ranges()?;
            self.depth += 1;
            self.nested(|_| Ok(()))?;
            operand = Operand::new(start, self.last_end(), OperandKind::Slice { base: Box::new(operand), ranges });
        }
        self.depth = depth;
        Ok(operand)
    }

    fn simple(&mut self) -> Parsed<OperandKind> {
        let span = self.span();
        let Some(token) = self.peek().cloned() else { return self.unexpected("a field or a value") };
        match token {
            Token::Integer((value, text)) => {
                self.next += 1;
                Ok(OperandKind::Integer { value, text: text.to_owned() })
            }
            Token::Float((value, text)) => {
                self.next += 1;
                Ok(OperandKind::Float { value, text: text.to_owned() })
            }
            Token::String((bytes, raw)) => {
                self.next += 1;
                Ok(OperandKind::String { bytes, raw })
            }
            Token::Char(code) => {
                self.next += 1;
                Ok(OperandKind::Char(code))
            }
            Token::Word(name) => {
                self.next += 1;
                self.word(name, span)
            }
            Token::Dotted(_) | Token::At => Ok(OperandKind::Field(self.field_ref()?)),
            Token::Dollar => {
                self.next += 1;
                let braced = self.take(&Token::LeftBrace);
                let field = self.field_ref()?;
                if braced && !self.take(&Token::RightBrace) {
                    return self.unexpected("`}`");
                }
                Ok(OperandKind::Reference(field))
            }
            _ => self.unexpected("a field or a value"),
        }
    }

    fn word(&mut self, name: &str, name_span: Span) -> Parsed<OperandKind> {
        let function = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
            && !name.starts_with(|c: char| c.is_ascii_digit());
        if function && self.peek() == Some(&Token::LeftParen) {
            self.next += 1;
            let args = self.nested(Self::args)?;
            return Ok(OperandKind::Call { name: name.to_owned(), name_span, args });
        }
        let layers = self.layers()?;
        if layers.is_none() {
            return Ok(OperandKind::Word(name.to_owned()));
        }
        Ok(OperandKind::Field(FieldRef { name: name.to_owned(), name_span, raw: false, dotted: false, layers }))
    }

    fn args(&mut self) -> Parsed<Vec<Operand>> {
        let mut args = Vec::new();
        if self.take(&Token::RightParen) {
            return Ok(args);
        }
        loop {
            args.push(self.arith()?);
            if self.take(&Token::RightParen) {
                return Ok(args);
            }
            if !self.take(&Token::Comma) {
                return self.unexpected("`,` or `)`");
            }
        }
    }

    fn field_ref(&mut self) -> Parsed<FieldRef> {
        let raw = self.take(&Token::At);
        let name_span = self.span();
        let (name, dotted) = match self.peek() {
            Some(Token::Word(name)) => ((*name).to_owned(), false),
            Some(Token::Dotted(name)) => ((*name).to_owned(), true),
            // `ff` and the like are names too; numbers are not.
            _ => return self.unexpected("the name of a field"),
        };
        self.next += 1;
        Ok(FieldRef { name, name_span, raw, dotted, layers: self.layers()? })
    }

    fn layers(&mut self) -> Parsed<Option<Vec<Range>>> {
        if !self.take(&Token::Hash) {
            return Ok(None);
        }
        if self.take(&Token::LeftBracket) {
            return Ok(Some(self.ranges()?));
        }
        match self.peek() {
            Some(Token::Layer(number)) => {
                let layer = Range::One(*number);
                self.next += 1;
                Ok(Some(vec![layer]))
            }
            _ => self.unexpected("a layer number"),
        }
    }

    /// The items behind `[`, up to and with `]`.
    fn ranges(&mut self) -> Parsed<Vec<Range>> {
        let mut ranges = Vec::new();
        loop {
            let Some(Token::Range(range)) = self.peek() else { return self.unexpected("a range such as `0:4`") };
            ranges.push(*range);
            self.next += 1;
            if self.take(&Token::RightBracket) {
                return Ok(ranges);
            }
            if !self.take(&Token::Comma) {
                return self.unexpected("`,` or `]`");
            }
        }
    }
}
