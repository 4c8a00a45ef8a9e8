//! The functions of the language (§17): a file each, listed here.

use std::fmt;

use crate::{types::Type, value::Value};

/// What an absent argument does to the test that reads it (rule E12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// The relation is false.
    False,
    /// It arrives as an empty list.
    Empty,
    /// It arrives as an empty list; an empty *result* makes the relation false.
    SkipUnlessAll,
}

/// What may stand as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A field, with `@` and `#` at most.
    Field,
    /// A field that has value names.
    NamedField,
    /// Any expression; literals become of this type.
    Of(Type),
    /// Any expression; literals take the type of the other arguments, else of what the call is compared with
    /// (rule T8).
    Context,
}

/// A function of the language.
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// One sentence.
    pub help: &'static str,
    /// `(filter, what it finds)`; each is compiled by a test.
    pub examples: &'static [(&'static str, &'static str)],
    /// Least number of arguments.
    pub min_args: usize,
    /// Greatest number of arguments; `None`: any.
    pub max_args: Option<usize>,
    /// What each argument may be.
    pub argument: Argument,
    /// Effect of absent arguments.
    pub absent: Absent,
    /// Type of the result for these argument types, or why an argument's type will not do
    /// (its index and the message).
    pub check: fn(args: &[Type]) -> Result<Type, (usize, String)>,
    /// Computes the result from the values and the types of each argument.
    pub eval: for<'a> fn(args: &[Vec<Value<'a>>], types: &[Type]) -> Vec<Value<'a>>,
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
