//! The tokens of a filter (rules L1–L16).

use logos::Logos;

use crate::syntax::{ArithOp, CompareOp, Range};

/// A token. Rules that need what stands before (L17) are in [`crate::lexer`].
#[derive(Clone, Debug, PartialEq, Logos)]
#[logos(skip r"[ \t\r\n]+")]
pub enum Token<'i> {
    /// `or`, `||`.
    #[token("or")]
    #[token("||")]
    Or,
    /// `xor`, `^^`.
    #[token("xor")]
    #[token("^^")]
    Xor,
    /// `and`, `&&`.
    #[token("and")]
    #[token("&&")]
    And,
    /// `not`, `!`.
    #[token("not")]
    #[token("!")]
    Not,
    /// `any`.
    #[token("any")]
    Any,
    /// `all`.
    #[token("all")]
    All,
    /// `contains`.
    #[token("contains")]
    Contains,
    /// `matches`, `~`.
    #[token("matches")]
    #[token("~")]
    Matches,
    /// `in`.
    #[token("in")]
    In,
    /// A comparison operator in any spelling.
    #[token("==", |_| CompareOp::AnyEq)]
    #[token("eq", |_| CompareOp::AnyEq)]
    #[token("any_eq", |_| CompareOp::AnyEq)]
    #[token("!=", |_| CompareOp::AllNe)]
    #[token("ne", |_| CompareOp::AllNe)]
    #[token("all_ne", |_| CompareOp::AllNe)]
    #[token("===", |_| CompareOp::AllEq)]
    #[token("all_eq", |_| CompareOp::AllEq)]
    #[token("!==", |_| CompareOp::AnyNe)]
    #[token("any_ne", |_| CompareOp::AnyNe)]
    #[token("<", |_| CompareOp::Lt)]
    #[token("lt", |_| CompareOp::Lt)]
    #[token("<=", |_| CompareOp::Le)]
    #[token("le", |_| CompareOp::Le)]
    #[token(">", |_| CompareOp::Gt)]
    #[token("gt", |_| CompareOp::Gt)]
    #[token(">=", |_| CompareOp::Ge)]
    #[token("ge", |_| CompareOp::Ge)]
    Compare(CompareOp),
    /// `&`, `bitand`, `bitwise_and`.
    #[token("&")]
    #[token("bitand")]
    #[token("bitwise_and")]
    BitAnd,
    /// `+`.
    #[token("+")]
    Plus,
    /// `-`.
    #[token("-")]
    Minus,
    /// `*`, `/` or `%`.
    #[token("*", |_| ArithOp::Multiply)]
    #[token("/", |_| ArithOp::Divide)]
    #[token("%", |_| ArithOp::Modulo)]
    Scale(ArithOp),
    /// `(`.
    #[token("(")]
    LeftParen,
    /// `)`.
    #[token(")")]
    RightParen,
    /// `{`.
    #[token("{")]
    LeftBrace,
    /// `}`.
    #[token("}")]
    RightBrace,
    /// `[`.
    #[token("[")]
    LeftBracket,
    /// `]`.
    #[token("]")]
    RightBracket,
    /// `,`.
    #[token(",")]
    Comma,
    /// `..`.
    #[token("..")]
    DotDot,
    /// A `.` that neither starts nor continues a name.
    #[token(".")]
    Dot,
    /// `#`.
    #[token("#")]
    Hash,
    /// `@`.
    #[token("@")]
    At,
    /// `$`.
    #[token("$")]
    Dollar,
    /// A name or a plain literal; the checker tells which (rules L3, L9, L18).
    #[regex(r"[A-Za-z0-9_:](\.?[A-Za-z0-9_:/\-])*")]
    Word(&'i str),
    /// A name behind a leading dot, without it (rule L4).
    #[regex(r"\.[A-Za-z0-9_](\.?[A-Za-z0-9_\-])*", undotted)]
    Dotted(&'i str),
    /// An integer (rule L6); made from a word.
    Integer((u64, &'i str)),
    /// A float (rule L7); those without a `+` are made from words.
    #[regex(r"[0-9]+(\.[0-9]+)?[eE]\+[0-9]+", scanned)]
    #[regex(r"0[xX][0-9A-Fa-f]+(\.[0-9A-Fa-f]+)?[pP]\+[0-9]+", scanned)]
    #[regex(r"[nN][aA][nN]\([A-Za-z0-9_]*\)", scanned)]
    Float((f64, &'i str)),
    /// A string (rules L12, L13): its bytes, and whether it is raw.
    String((Vec<u8>, bool)),
    /// A character constant (rule L14).
    Char(u32),
    /// The number behind `#`.
    Layer(i32),
    /// An item between `[` and `]` (rule E22).
    Range(Range),
    /// Something already reported; stands for an operand.
    Mistake,
    /// The opening quote of a string or character constant; the lexer reads on from here.
    #[token("\"")]
    #[token("r\"")]
    #[token("R\"")]
    #[token("'")]
    Quote,
    /// Something of another language; the lexer puts what was meant in its place.
    #[token("=")]
    #[token("<>")]
    #[token("=<")]
    #[token("=>")]
    #[token("~=")]
    #[token("=~")]
    #[token("|")]
    #[token("^")]
    #[token("**")]
    #[token("<<")]
    #[token(">>")]
    #[token(";")]
    #[token("//")]
    #[token("/*")]
    Foreign,
}

/// The lexer computes the value.
fn scanned<'i>(lex: &mut logos::Lexer<'i, Token<'i>>) -> (f64, &'i str) {
    (f64::NAN, lex.slice())
}

fn undotted<'i>(lex: &mut logos::Lexer<'i, Token<'i>>) -> &'i str {
    &lex.slice()[1..]
}
