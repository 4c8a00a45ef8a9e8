//! Tokens to the syntax tree (dfilter-semantics §3), by recursive descent: one function a level of precedence.
//!
//! An error ends the test it stands in: the parser goes on behind the next `and`, `or`, `xor`, `)` or `}`, so that
//! independent errors are all reported.

mod operand;

use crate::{
    diag::{Diagnostic, codes},
    lexer::{self, Spanned},
    limits,
    span::Span,
    syntax::{CompareOp, Element, Expr, ExprKind, Operand, Quant},
    token::Token,
};

/// An error was reported; the test it stands in is given up.
struct Abandoned;
type Parsed<T> = Result<T, Abandoned>;

struct Parser<'i> {
    tokens: Vec<Spanned<'i>>,
    next: usize,
    depth: usize,
    end: u32,
    errors: Vec<Diagnostic>,
}

/// Parses a filter; `None` for an empty one and when nothing of it makes sense.
pub fn parse(text: &str) -> (Option<Expr>, Vec<Diagnostic>) {
    if text.len() > limits::FILTER_BYTES {
        let message = format!("a filter has at most {} bytes", limits::FILTER_BYTES);
        let error =
            Diagnostic::error(codes::FILTER_TOO_LONG, Span::new(0, 0), message, format!("{} bytes", text.len()));
        return (None, vec![error]);
    }
    let (tokens, errors) = lexer::lex(text);
    let mut parser = Parser { tokens, next: 0, depth: 0, end: text.trim_end().len() as u32, errors };
    if parser.tokens.is_empty() {
        return (None, parser.errors);
    }
    let expr = parser.or();
    while let Some(token) = parser.peek() {
        // Only a closing bracket that nothing opened stops the outermost level.
        let span = parser.span();
        let message = format!("{} closes nothing", words(token));
        parser.report(Diagnostic::error(codes::UNEXPECTED, span, message, "no bracket is open here").suggest(
            span,
            "",
            "leave it out",
        ));
        parser.next += 1;
        if parser.peek().is_some() {
            parser.or();
        }
    }
    parser.errors.sort_by_key(|error| error.labels.first().map(|label| label.0));
    (Some(expr), parser.errors)
}

impl<'i> Parser<'i> {
    fn peek(&self) -> Option<&Token<'i>> {
        self.tokens.get(self.next).map(|token| &token.1)
    }

    /// Where the next token stands; at the end, the end.
    fn span(&self) -> Span {
        let at_end = Span { start: self.end, end: self.end };
        self.tokens.get(self.next).map_or(at_end, |(start, _, end)| Span { start: *start, end: *end })
    }

    /// Where the last token taken ended.
    fn last_end(&self) -> u32 {
        self.next.checked_sub(1).and_then(|i| self.tokens.get(i)).map_or(0, |token| token.2)
    }

    fn take(&mut self, token: &Token<'_>) -> bool {
        let found = self.peek() == Some(token);
        self.next += usize::from(found);
        found
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        if self.errors.len() < limits::ERRORS {
            self.errors.push(diagnostic);
        }
    }

    /// Reports that something else was expected here.
    fn unexpected<T>(&mut self, expected: &str) -> Parsed<T> {
        let span = self.span();
        let diagnostic = match self.peek() {
            // What the lexer reported already needs no second message.
            Some(Token::Mistake) => return Err(Abandoned),
            Some(token) => {
                let message = format!("{} was not expected here", words(token));
                Diagnostic::error(codes::UNEXPECTED, span, message, format!("expected {expected}"))
            }
            None => {
                let label = format!("expected {expected}");
                Diagnostic::error(codes::UNFINISHED, span, "the filter ends too early", label)
            }
        };
        let diagnostic = self.hint(diagnostic, span);
        self.report(diagnostic);
        Err(Abandoned)
    }

    /// Adds what people used to other languages mean.
    fn hint(&self, diagnostic: Diagnostic, span: Span) -> Diagnostic {
        let before = self.next.checked_sub(1).and_then(|i| self.tokens.get(i)).map(|token| &token.1);
        match (before, self.peek()) {
            (
                _,
                Some(Token::Word(word @ ("AND" | "OR" | "NOT" | "IN" | "EQ" | "NE" | "XOR" | "CONTAINS" | "MATCHES"))),
            ) => diagnostic.suggest(span, word.to_ascii_lowercase(), "operators are written in lower case"),
            (Some(Token::Word("port")), Some(Token::Integer((_, n)))) => {
                let whole = Span { start: span.start.saturating_sub(5), end: span.end };
                diagnostic.suggest(
                    whole,
                    format!("tcp.port == {n} or udp.port == {n}"),
                    "a port is tested by its field",
                )
            }
            (Some(Token::Word(what @ ("host" | "net" | "src" | "dst"))), Some(Token::Word(address))) => {
                let field = if matches!(*what, "src" | "dst") { format!("ip.{what}") } else { "ip.addr".to_owned() };
                let whole = Span { start: span.start.saturating_sub(what.len() as u32 + 1), end: span.end };
                diagnostic.suggest(whole, format!("{field} == {address}"), "an address is tested by its field")
            }
            _ => diagnostic,
        }
    }

    /// Goes to where the next test may begin; the one given up began at token `first`.
    fn recover(&mut self, first: usize) {
        let given_up = self.tokens.get(first..self.next).unwrap_or_default();
        let mut open = given_up.iter().fold(0usize, |open, (_, token, _)| match token {
            Token::LeftParen | Token::LeftBrace => open + 1,
            Token::RightParen | Token::RightBrace => open.saturating_sub(1),
            _ => open,
        });
        while let Some(token) = self.peek() {
            match token {
                Token::LeftParen | Token::LeftBrace => open += 1,
                Token::RightParen | Token::RightBrace if open == 0 => return,
                Token::RightParen | Token::RightBrace => open -= 1,
                Token::And | Token::Or | Token::Xor if open == 0 => return,
                _ => {}
            }
            self.next += 1;
        }
    }

    fn nested<T>(&mut self, inner: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= limits::NESTING {
            let message = format!("the filter is nested more than {} levels deep", limits::NESTING);
            self.report(Diagnostic::error(codes::NESTING, self.span(), message, "the level too many begins here"));
            self.next = self.tokens.len();
            return Err(Abandoned);
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    fn chain(&mut self, operator: &Token<'_>, operand: fn(&mut Self) -> Expr, node: fn(Vec<Expr>) -> ExprKind) -> Expr {
        let first = operand(self);
        if self.peek() != Some(operator) {
            return first;
        }
        let start = first.span.start;
        let mut parts = vec![first];
        while self.take(operator) {
            parts.push(operand(self));
        }
        Expr::new(start, self.last_end(), node(parts))
    }

    fn or(&mut self) -> Expr {
        self.chain(&Token::Or, Self::xor, ExprKind::Or)
    }

    fn xor(&mut self) -> Expr {
        self.chain(&Token::Xor, Self::and, ExprKind::Xor)
    }

    fn and(&mut self) -> Expr {
        self.chain(&Token::And, Self::not, ExprKind::And)
    }

    fn not(&mut self) -> Expr {
        let (first, start) = (self.next, self.span().start);
        let depth = self.depth;
        match self.primary() {
            Ok(expr) => expr,
            Err(Abandoned) => {
                self.depth = depth;
                self.recover(first);
                Expr::new(start, self.last_end().max(start), ExprKind::Error)
            }
        }
    }

    fn primary(&mut self) -> Parsed<Expr> {
        let start = self.span().start;
        if self.take(&Token::Not) {
            let inner = self.nested(|p| Ok(p.not()))?;
            return Ok(Expr::new(start, self.last_end(), ExprKind::Not(Box::new(inner))));
        }
        if self.take(&Token::LeftParen) {
            let inner = self.nested(|p| Ok(p.or()))?;
            if !self.take(&Token::RightParen) {
                return self.unexpected("`)`");
            }
            return match self.peek() {
                None | Some(Token::And | Token::Or | Token::Xor | Token::RightParen | Token::RightBrace) => Ok(inner),
                Some(_) => self.unexpected("`and`, `or` or the end; arithmetic is grouped by `{…}`"),
            };
        }
        let quant = match self.peek() {
            Some(Token::Any) => Some(Quant::Any),
            Some(Token::All) => Some(Quant::All),
            _ => None,
        };
        self.next += usize::from(quant.is_some());
        let kind = self.test(quant)?;
        match self.peek() {
            None | Some(Token::And | Token::Or | Token::Xor | Token::RightParen | Token::RightBrace) => {
                Ok(Expr::new(start, self.last_end(), kind))
            }
            Some(_) => self.unexpected("an operator or the end"),
        }
    }

    fn test(&mut self, quant: Option<Quant>) -> Parsed<ExprKind> {
        let first = self.arith()?;
        let mut links: Vec<(CompareOp, Span, Operand)> = Vec::new();
        while let Some(Token::Compare(op)) = self.peek() {
            let (op, span) = (*op, self.span());
            self.next += 1;
            links.push((op, span, self.arith()?));
        }
        if !links.is_empty() {
            return Ok(ExprKind::Compare { quant, first, links });
        }
        if self.take(&Token::Contains) {
            return Ok(ExprKind::Contains { quant, left: first, right: self.entity()? });
        }
        if self.take(&Token::Matches) {
            return Ok(ExprKind::Matches { quant, left: first, right: self.entity()? });
        }
        let negated = self.peek() == Some(&Token::Not);
        if negated && self.tokens.get(self.next + 1).map(|t| &t.1) == Some(&Token::In) {
            self.next += 1;
        }
        if self.take(&Token::In) {
            return Ok(ExprKind::In { quant, negated, left: first, set: self.set()? });
        }
        if quant.is_some() {
            return self.unexpected("a comparison behind `any` or `all`");
        }
        Ok(ExprKind::Truth(first))
    }

    fn set(&mut self) -> Parsed<Vec<Element>> {
        if !self.take(&Token::LeftBrace) {
            return self.unexpected("a set: `{1, 2, 3..5}`");
        }
        let mut set = Vec::new();
        loop {
            let low = self.arith()?;
            let high = if self.take(&Token::DotDot) { Some(self.arith()?) } else { None };
            set.push(Element { low, high });
            if set.len() > limits::SET_MEMBERS {
                let message = format!("a set has at most {} members", limits::SET_MEMBERS);
                self.report(Diagnostic::error(codes::SET_TOO_BIG, self.span(), message, "one too many"));
                return Err(Abandoned);
            }
            if self.take(&Token::RightBrace) {
                return Ok(set);
            }
            if !self.take(&Token::Comma) {
                return self.unexpected("`,` or `}`: members of a set are separated by commas");
            }
        }
    }
}

/// A token in words, for messages.
fn words(token: &Token<'_>) -> String {
    match token {
        Token::Word(text) | Token::Integer((_, text)) | Token::Float((_, text)) => format!("`{text}`"),
        Token::Dotted(text) => format!("`.{text}`"),
        Token::String(..) => "a string".to_owned(),
        Token::Char(_) => "a character constant".to_owned(),
        Token::LeftParen => "`(`".to_owned(),
        Token::RightParen => "`)`".to_owned(),
        Token::LeftBrace => "`{`".to_owned(),
        Token::RightBrace => "`}`".to_owned(),
        Token::LeftBracket => "`[`".to_owned(),
        Token::RightBracket => "`]`".to_owned(),
        Token::Comma => "`,`".to_owned(),
        Token::DotDot => "`..`".to_owned(),
        Token::Compare(_) => "a comparison".to_owned(),
        Token::And => "`and`".to_owned(),
        Token::Or => "`or`".to_owned(),
        Token::Xor => "`xor`".to_owned(),
        Token::Not => "`not`".to_owned(),
        Token::In => "`in`".to_owned(),
        _ => "an operator".to_owned(),
    }
}

#[cfg(test)]
mod tests;
