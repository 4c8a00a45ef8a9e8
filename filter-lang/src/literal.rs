//! Literals: from what was written to a value of the type that the other operand wants (§6).

mod bytes;
mod ip;
mod number;
mod string;
mod time;

use std::fmt;

use crate::{diag::codes, types::Type, value::Value};

/// A literal as written.
#[derive(Clone, Copy, Debug)]
pub enum Literal<'a> {
    /// An integer token, perhaps behind a minus sign.
    Integer {
        /// A minus sign stands in front.
        negative: bool,
        /// Its magnitude.
        value: u64,
        /// As written, without the sign.
        text: &'a str,
    },
    /// A float token.
    Float {
        /// Its value.
        value: f64,
        /// As written.
        text: &'a str,
    },
    /// A quoted string.
    String(&'a [u8]),
    /// A character constant.
    Char(u32),
    /// Anything unquoted that is no name.
    Word(&'a str),
}

impl fmt::Display for Literal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer { negative, text, .. } => write!(f, "{}{text}", if *negative { "-" } else { "" }),
            Self::Float { text, .. } | Self::Word(text) => f.write_str(text),
            Self::String(bytes) => write!(f, "\"{}\"", String::from_utf8_lossy(bytes).escape_debug()),
            Self::Char(code) => match char::from_u32(*code) {
                Some(c) => write!(f, "'{}'", c.escape_debug()),
                None => write!(f, "'\\x{code:x}'"),
            },
        }
    }
}

/// Why a literal cannot become a value of a type.
#[derive(Debug)]
pub struct Problem {
    /// Code of the diagnostic.
    pub code: &'static str,
    /// What is.
    pub message: String,
    /// Why here.
    pub label: String,
    /// Remark.
    pub help: Option<Box<str>>,
    /// What to type instead, and why.
    pub fix: Option<(Box<str>, &'static str)>,
}

impl Problem {
    fn kind(literal: &Literal<'_>, ty: Type, label: impl Into<String>) -> Self {
        Self {
            code: codes::CONVERSION,
            message: format!("`{literal}` is not {}", ty.words()),
            label: label.into(),
            help: None,
            fix: None,
        }
    }

    fn range(message: String, label: impl Into<String>) -> Self {
        Self { code: codes::RANGE, message, label: label.into(), help: None, fix: None }
    }

    fn fix(mut self, text: impl Into<Box<str>>, why: &'static str) -> Self {
        self.fix = Some((text.into(), why));
        self
    }

    fn help(mut self, help: impl Into<Box<str>>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Makes a value of type `ty`; `partial` allows shorter addresses, for `contains`.
///
/// # Errors
/// The literal is of another kind, malformed or out of range.
pub fn convert(literal: &Literal<'_>, ty: Type, partial: bool) -> Result<Value<'static>, Problem> {
    match ty {
        Type::None => Err(Problem::kind(literal, ty, "a label has no value to compare")),
        Type::Boolean => number::boolean(literal),
        Type::Char | Type::Uint(_) | Type::Ipxnet | Type::Framenum => number::unsigned(literal, ty),
        Type::Int(bits) => number::signed(literal, bits),
        Type::Float | Type::Double | Type::Ieee11073Sfloat | Type::Ieee11073Float => number::float(literal, ty),
        Type::AbsoluteTime => time::absolute(literal),
        Type::RelativeTime => time::relative(literal),
        Type::String => string::string(literal),
        Type::Ax25 => string::call_sign(literal),
        Type::Protocol
        | Type::Bytes
        | Type::UintBytes
        | Type::Ether
        | Type::Eui64
        | Type::Fcwwn
        | Type::Vines
        | Type::SystemId => bytes::bytes(literal, ty, partial),
        Type::Oid | Type::RelOid => bytes::oid(literal, ty),
        Type::Guid => bytes::guid(literal),
        Type::Ipv4 => ip::v4(literal),
        Type::Ipv6 => ip::v6(literal),
    }
}

/// The bytes of a character constant: one byte, or UTF-8 beyond that.
fn char_bytes(code: u32) -> Vec<u8> {
    match (u8::try_from(code), char::from_u32(code)) {
        (Ok(byte), _) => vec![byte],
        (_, Some(c)) => c.to_string().into_bytes(),
        (Err(_), None) => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
