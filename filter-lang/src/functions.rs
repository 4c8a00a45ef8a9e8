//! The functions of the language (§17): a file each, listed here.

mod abs;
mod blocks;
mod count;
mod dec;
mod double;
mod float;
mod hex;
mod ip_linklocal;
mod ip_multicast;
mod ip_rfc1918;
mod ip_special_mask;
mod ip_special_name;
mod ip_ula;
mod len;
mod lower;
mod max;
mod min;
mod string;
mod upper;
mod vals;

use std::fmt;

use crate::{
    types::{Operation, Type},
    value::Value,
};

/// Every function, by name.
pub static ALL: &[&Function] = &[
    &abs::ABS,
    &count::COUNT,
    &dec::DEC,
    &double::DOUBLE,
    &float::FLOAT,
    &hex::HEX,
    &ip_linklocal::IP_LINKLOCAL,
    &ip_multicast::IP_MULTICAST,
    &ip_rfc1918::IP_RFC1918,
    &ip_special_mask::IP_SPECIAL_MASK,
    &ip_special_name::IP_SPECIAL_NAME,
    &ip_ula::IP_ULA,
    &len::LEN,
    &lower::LOWER,
    &max::MAX,
    &min::MIN,
    &string::STRING,
    &upper::UPPER,
    &vals::VALS,
];

/// The function of a name.
pub fn lookup(name: &str) -> Option<&'static Function> {
    ALL.iter().copied().find(|function| function.name == name)
}

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

/// The type of a call's result, or the index of the argument that does not suit and what is wrong with it.
pub type Suits = Result<Type, (usize, String)>;

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
    /// Type of the result for these argument types.
    pub check: fn(args: &[Type]) -> Suits,
    /// Computes the result from the values and the types of each argument.
    pub eval: for<'a> fn(args: &[Vec<Value<'a>>], types: &[Type]) -> Vec<Value<'a>>,
}

/// Applies `f` to each value of the first argument; `None` drops it.
fn each<'a>(args: &[Vec<Value<'a>>], f: impl FnMut(&Value<'a>) -> Option<Value<'a>>) -> Vec<Value<'a>> {
    args.first().map(|values| values.iter().filter_map(f).collect()).unwrap_or_default()
}

/// The type of the first argument, if it is one of those wanted.
fn only(args: &[Type], wanted: impl Fn(Type) -> bool, what: &str) -> Suits {
    match args.first() {
        Some(ty) if wanted(*ty) => Ok(*ty),
        Some(ty) => Err((0, format!("{what} is expected, and this is {}", ty.words()))),
        None => Err((0, format!("{what} is expected"))),
    }
}

/// The type of the first argument, if all can be compared with it.
fn comparable(args: &[Type]) -> Suits {
    let first = only(args, |ty| ty.allows(Operation::Compare), "something with an order")?;
    match args.iter().position(|ty| !first.accepts(*ty) || !ty.allows(Operation::Compare)) {
        Some(i) => {
            let other = args.get(i).map_or("", |ty| ty.words());
            Err((i, format!("the first argument is {}, and this is {other}", first.words())))
        }
        None => Ok(first),
    }
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

#[cfg(test)]
mod tests;
