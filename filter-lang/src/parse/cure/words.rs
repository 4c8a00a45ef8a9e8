//! Words that are wrong: letter case, dots, blanks.

use super::{Stuck, is_arithmetic, is_relation};
use crate::{
    diag::{Diagnostic, codes},
    span::Span,
    syntax::CompareOp,
    token::Token,
};

/// What people write for an operator.
const KEYWORDS: &[(&str, &str, Token<'static>)] = &[
    ("and", "and", Token::And),
    ("or", "or", Token::Or),
    ("xor", "xor", Token::Xor),
    ("not", "not", Token::Not),
    ("any", "any", Token::Any),
    ("all", "all", Token::All),
    ("in", "in", Token::In),
    ("contains", "contains", Token::Contains),
    ("has", "contains", Token::Contains),
    ("includes", "contains", Token::Contains),
    ("matches", "matches", Token::Matches),
    ("match", "matches", Token::Matches),
    ("like", "matches", Token::Matches),
    ("eq", "eq", Token::Compare(CompareOp::AnyEq)),
    ("is", "==", Token::Compare(CompareOp::AnyEq)),
    ("equals", "==", Token::Compare(CompareOp::AnyEq)),
    ("ne", "ne", Token::Compare(CompareOp::AllNe)),
    ("gt", "gt", Token::Compare(CompareOp::Gt)),
    ("ge", "ge", Token::Compare(CompareOp::Ge)),
    ("lt", "lt", Token::Compare(CompareOp::Lt)),
    ("le", "le", Token::Compare(CompareOp::Le)),
];

/// `AND`, `In`, `is`: a keyword in other letters or of another language.
pub(super) fn keyword(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    let known = |index: usize| {
        let Some(Token::Word(word)) = stuck.token(index) else { return None };
        KEYWORDS.iter().find(|(name, ..)| word.eq_ignore_ascii_case(name))
    };
    // `NOT udp`: the parser takes `NOT` for a field and stumbles over `udp`.
    let prefix = |row: &&(_, _, Token<'_>)| matches!(row.2, Token::Not | Token::Any | Token::All);
    let before = stuck.at.checked_sub(1);
    let (index, (name, meant, token)) =
        known(stuck.at).map(|row| (stuck.at, row)).or_else(|| Some((before?, known(before?).filter(prefix)?)))?;
    let word = stuck.shown(index);
    let message = format!("`{word}` is not an operator");
    let error = stuck.error(codes::FOREIGN_OPERATOR, index, message, "taken as a name");
    let why = if name == meant { "keywords are lower case".to_owned() } else { format!("write `{meant}`") };
    let error = error.suggest(stuck.span(index), *meant, why);
    stuck.tokens[index].1 = token.clone();
    Some(error)
}

/// `tcp.`, `5.`: a dot at the end of a word.
pub(super) fn dot(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    let before = stuck.at.checked_sub(1)?;
    let dot = stuck.span(stuck.at);
    if stuck.here() != Some(&Token::Dot) || stuck.span(before).end != dot.start {
        return None;
    }
    let error = match stuck.before()? {
        Token::Integer(_) => stuck
            .error(codes::UNEXPECTED, stuck.at, "a number that ends in a dot", "digits must follow the dot")
            .suggest(dot, ".0", "a floating-point number has digits on both sides")
            .suggest(dot, "", "an integer has no dot"),
        Token::Word(_) | Token::Dotted(_) | Token::Float(_) => stuck
            .error(codes::UNEXPECTED, stuck.at, "a name that ends in a dot", "the rest of the name is missing")
            .suggest(dot, "", "leave the dot out"),
        _ => return None,
    };
    stuck.tokens.remove(stuck.at);
    Some(error)
}

/// `tcp..port`, `f == 1..2`: two dots outside a set.
pub(super) fn dot_dot(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    if stuck.here() != Some(&Token::DotDot) || stuck.enclosing(stuck.at).is_some_and(|i| is_set(stuck, i)) {
        return None;
    }
    let at = stuck.at;
    let error = stuck.error(codes::UNEXPECTED, at, "`..` outside a set", "makes a range of two values");
    let (before, after) = (at.checked_sub(1)?, at + 1);
    let operator = before.checked_sub(1);
    let error = if let (Some(index), Some(Token::Compare(CompareOp::AnyEq))) =
        (operator, operator.and_then(|i| stuck.token(i)))
    {
        let span = stuck.span(index).to(stuck.span(after));
        error.suggest(span, format!("in {{{}}}", stuck.slice(before, after)), "a range is the member of a set")
    } else if matches!((stuck.token(before), stuck.token(after)), (Some(Token::Word(_)), Some(Token::Word(_)))) {
        error.suggest(stuck.span(at), ".", "the parts of a name are joined by one dot")
    } else {
        error.note("ranges are members of sets: `f in {1..2}`")
    };
    let last = if stuck.token(after).is_some_and(super::begins_operand) { after } else { at };
    stuck.blot(before, last);
    Some(error)
}

/// Whether the bracket at `open` opens a set.
pub(super) fn is_set(stuck: &Stuck<'_, '_>, open: usize) -> bool {
    stuck.token(open) == Some(&Token::LeftBrace)
        && open.checked_sub(1).is_some_and(|before| stuck.token(before) == Some(&Token::In))
}

/// `80and`: a keyword that became part of a word.
pub(super) fn glued(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    let Token::Word(word) = stuck.before()? else { return None };
    let (value, keyword, token) = [("and", Token::And), ("or", Token::Or), ("xor", Token::Xor)]
        .into_iter()
        .find_map(|(keyword, token)| Some((word.strip_suffix(keyword)?, keyword, token)))?;
    if !value.ends_with(|c: char| c.is_ascii_digit()) || !value.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let before = stuck.at - 1;
    let error = stuck.error(codes::UNEXPECTED, before, format!("`{word}` is one word"), "taken as one value").suggest(
        stuck.span(before),
        format!("{value} {keyword}"),
        "a blank must stand before the keyword",
    );
    stuck.blot(before, before);
    stuck.insert(stuck.at, token);
    Some(error)
}

/// `== the quick brown fox`, `== 48 45`: a value with blanks in it.
pub(super) fn blanks_in_value(stuck: &mut Stuck<'_, '_>) -> Option<Diagnostic> {
    let plain = |index: usize| match stuck.token(index) {
        Some(Token::Word(word)) => !word.contains('.') || word.contains(':'),
        Some(Token::Integer(_)) => true,
        _ => false,
    };
    let first = stuck.at.checked_sub(1)?;
    let operator = stuck.token(first.checked_sub(1)?)?;
    if !is_relation(operator) || !plain(first) || !plain(stuck.at) {
        return None;
    }
    let last = (stuck.at..stuck.tokens.len()).take_while(|index| plain(*index)).last()?;
    if stuck.token(last + 1).is_some_and(|token| is_relation(token) || is_arithmetic(token)) {
        return None;
    }
    let span: Span = stuck.span(first).to(stuck.span(last));
    let text = stuck.slice(first, last);
    let parts = || text.split_ascii_whitespace();
    let error = Diagnostic::error(
        codes::UNEXPECTED,
        stuck.span(stuck.at),
        "a value with a blank in it",
        "the value ends before this",
    );
    let error = if parts().all(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_hexdigit())) {
        error.suggest(span, parts().collect::<Vec<_>>().join(":"), "bytes are joined by colons")
    } else if matches!(stuck.token(first), Some(Token::Word(_))) {
        error.suggest(span, format!("\"{text}\""), "text with blanks has quotes")
    } else {
        return None;
    };
    stuck.blot(first, last);
    Some(error)
}
