//! How big a filter may be. Filters come from people and from the network; none may exhaust the machine.

/// Bytes of a filter, before and after its macros are expanded.
pub const FILTER_BYTES: usize = 4 << 20;

/// Levels of nesting: brackets, `not`, signs and arithmetic operators that enclose one another.
pub const NESTING: usize = 128;

/// Bytes of one string, word or number.
pub const LITERAL_BYTES: usize = 64 << 10;

/// Members of one set.
pub const SET_MEMBERS: usize = 100_000;

/// Items between the brackets of one slice or layer range.
pub const RANGES: usize = 1_000;

/// Levels of macros that call macros (rule M1).
pub const MACRO_LEVELS: usize = 32;

/// Errors reported for one filter.
pub const ERRORS: usize = 20;
