//! Text to tokens: what a regular expression cannot say.
//!
//! The lexer never gives up: it reports what is wrong and goes on with the token that was probably meant.

use logos::Logos;

use crate::{
    diag::{Diagnostic, codes},
    limits,
    span::Span,
    token::Token,
};

mod foreign;
mod number;
mod quoted;
mod range;

/// A token and where it stands.
pub type Spanned<'i> = (u32, Token<'i>, u32);

/// The state while a filter is split into tokens.
struct Lexer<'i> {
    logos: logos::Lexer<'i, Token<'i>>,
    tokens: Vec<Spanned<'i>>,
    errors: Vec<Diagnostic>,
}

/// Splits a filter into tokens.
pub fn lex(text: &str) -> (Vec<Spanned<'_>>, Vec<Diagnostic>) {
    let tokens = Vec::with_capacity(text.len() / 4 + 4);
    let mut lexer = Lexer { logos: Token::lexer(text), tokens, errors: Vec::new() };
    while let Some(token) = lexer.logos.next() {
        match token {
            Ok(token) => lexer.token(token),
            Err(()) => foreign::character(&mut lexer),
        }
        if lexer.errors.len() >= limits::ERRORS {
            break;
        }
    }
    (lexer.tokens, lexer.errors)
}

impl<'i> Lexer<'i> {
    /// Where the current token stands.
    fn span(&self) -> Span {
        let span = self.logos.span();
        Span::new(span.start, span.end)
    }

    /// The text behind the current token.
    fn rest(&self) -> &'i str {
        self.logos.remainder()
    }

    fn push(&mut self, token: Token<'i>) {
        let span = self.span();
        self.push_at(span, token);
    }

    fn push_at(&mut self, span: Span, token: Token<'i>) {
        self.tokens.push((span.start, token, span.end));
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.errors.push(diagnostic);
    }

    fn token(&mut self, token: Token<'i>) {
        match token {
            Token::Word(text) => {
                let token = number::classify(self, text);
                self.push(token);
            }
            Token::Float((_, text)) => {
                let token = number::classify(self, text);
                self.push(token);
            }
            Token::Quote => {
                let token = quoted::quoted(self);
                self.push(token);
            }
            Token::Foreign => foreign::operator(self),
            Token::Hash => self.layer(),
            Token::LeftBracket => {
                self.push(token);
                range::items(self);
            }
            token => self.push(token),
        }
        if self.logos.span().len() > limits::LITERAL_BYTES {
            let (span, limit) = (self.span(), limits::LITERAL_BYTES);
            let label = format!("{} bytes", span.end - span.start);
            let message = format!("a literal has at most {limit} bytes");
            self.report(Diagnostic::error(codes::LITERAL_TOO_LONG, span, message, label));
        }
    }

    /// `#` wants a digit or `[` at once (rule L17).
    fn layer(&mut self) {
        let hash = self.span();
        let rest = self.rest();
        if rest.starts_with('[') {
            self.push_at(hash, Token::Hash);
            self.logos.bump(1);
            self.push_at(Span { start: hash.end, end: hash.end + 1 }, Token::LeftBracket);
            range::items(self);
            return;
        }
        self.push_at(hash, Token::Hash);
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
        let digits = rest[blanks..].bytes().take_while(u8::is_ascii_digit).count();
        let number = &rest[blanks..blanks + digits];
        let start = hash.end + blanks as u32;
        let place = Span { start, end: start + digits as u32 };
        if blanks > 0 || digits == 0 {
            self.report(no_layer(hash, rest, blanks, digits));
        }
        if digits == 0 {
            // What directly follows was meant as the layer: one error is enough.
            let junk = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
            self.logos.bump(junk);
            self.push_at(hash, Token::Layer(1));
            return;
        }
        self.logos.bump(blanks + digits);
        let layer = number.parse().unwrap_or_else(|_| {
            let message = format!("the layer number `{number}` is too big");
            self.report(Diagnostic::error(codes::RANGE_IMPOSSIBLE, place, message, "more than 31 bits"));
            1
        });
        self.push_at(place, Token::Layer(layer));
    }
}

fn no_layer(hash: Span, rest: &str, blanks: usize, digits: usize) -> Diagnostic {
    let message = "`#` without a layer number";
    let label = "a digit or `[` must follow at once";
    let error = Diagnostic::error(codes::NO_LAYER, hash, message, label);
    if digits > 0 {
        let gap = Span { start: hash.end, end: hash.end + blanks as u32 };
        return error.suggest(gap, "", "no blank may stand between `#` and the number");
    }
    if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return error.suggest(Span { start: hash.end, end: hash.end }, "1", "the first layer is number 1");
    }
    error.note("a layer is written `#1`, several are written `#[1-2]`")
}
