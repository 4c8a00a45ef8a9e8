//! The codes of diagnostics; stable, never reused. `E01xx` text and grammar, `E02xx` names, `E03xx` types,
//! `E04xx` limits; `W` for warnings, numbered alike.

/// A row of the registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// `E0201`.
    pub code: &'static str,
    /// What it says, in general.
    pub title: &'static str,
}

macro_rules! codes {
    ($($name:ident = $code:literal, $title:literal;)*) => {
        $(#[doc = $title] pub const $name: &str = $code;)*
        /// Every code, in order.
        pub const ALL: &[Code] = &[$(Code { code: $code, title: $title }),*];
    };
}

codes! {
    UNKNOWN_FIELD = "E0201", "no field or protocol has this name";
    UNKNOWN_FUNCTION = "E0202", "no function has this name";
    FIELD_EXPECTED = "E0203", "only a field may stand here";
    OPERATION = "E0301", "the type does not allow the operation";
    INCOMPATIBLE = "E0302", "the types of two operands do not go together";
    CONVERSION = "E0303", "the literal cannot become a value of the wanted type";
    RANGE = "E0304", "the literal is out of the range of the type";
    VALUE_NAME = "E0305", "no value of the field has this name";
    VALUE_NAME_ORDER = "E0306", "a name of several values has no order";
    CONSTANT = "E0307", "the test reads no field";
    ARITHMETIC = "E0308", "the constant expression has no result";
    NAN_ORDER = "E0309", "NaN has no order";
    ARGUMENT_COUNT = "E0310", "wrong number of arguments";
    ARGUMENT = "E0311", "the argument does not suit the function";
    PATTERN_EXPECTED = "E0312", "`matches` needs a quoted string";
    PATTERN = "E0313", "the regular expression is malformed";
    NOT_SLICEABLE = "E0314", "the operand cannot be sliced";
    SLICE_IN_SET = "E0315", "a slice may not be a member of a set";
    DEPRECATED_NAME = "W0201", "the name has been replaced by another";
    NAME_LIKE_BYTES = "W0202", "the name of a field could be meant as bytes";
    UNQUOTED_VALUE_NAME = "W0301", "the name of a value stands without quotes";
    QUANTIFIER_IGNORED = "W0302", "`any` or `all` in front of a chain has no effect";
}
