//! The codes of diagnostics: stable, never reused.
//!
//! E01xx text and grammar · E02xx names · E03xx types · E04xx limits.

/// What is known of a code.
#[derive(Debug)]
pub struct Code {
    /// The code.
    pub code: &'static str,
    /// What it means, in a line.
    pub title: &'static str,
    /// A filter that shows it.
    pub wrong: &'static str,
    /// What to type instead.
    pub right: &'static str,
}

macro_rules! codes {
    ($($name:ident = $code:literal, $title:literal, $wrong:literal => $right:literal;)*) => {
        $(#[doc = $title] pub const $name: &str = $code;)*
        /// All codes.
        pub const ALL: &[Code] = &[$(Code { code: $code, title: $title, wrong: $wrong, right: $right }),*];
    };
}

codes! {
    CHARACTER = "E0101", "a character that can only stand inside quotes", "http.host == café" => "http.host == \"café\"";
    QUOTE_OPEN = "E0102", "a string that is never closed", "http.host == \"x" => "http.host == \"x\"";
    ESCAPE = "E0103", "an unknown escape in a string", r#"http.host matches "\.com""# => r#"http.host matches r"\.com""#;
    CHAR_CONSTANT = "E0104", "a character constant that is not one character", "http.host == 'abc'" => "http.host == \"abc\"";
    BRACKET_OPEN = "E0105", "a bracket that is never closed", "eth.src[0:3 == 00:11:22" => "eth.src[0:3] == 00:11:22";
    FOREIGN_OPERATOR = "E0106", "an operator of another language", "tcp.port = 80" => "tcp.port == 80";
    FLOAT_RANGE = "E0107", "a floating-point number out of range", "frame.time_delta > 1e999" => "frame.time_delta > 1e9";
    RANGE_FORM = "E0108", "an item between brackets that is no range", "eth.src[a]" => "eth.src[0:3]";
    RANGE_IMPOSSIBLE = "E0109", "a range that cannot be", "eth.src[3-1]" => "eth.src[1-3]";
    NO_LAYER = "E0110", "`#` without a layer number", "ip.src# == 1.2.3.4" => "ip.src#1 == 1.2.3.4";
    UNEXPECTED = "E0111", "something stands where it has no meaning", "tcp.port 80" => "tcp.port == 80";
    UNFINISHED = "E0112", "the filter ends too early", "tcp.port ==" => "tcp.port == 80";
    MACRO = "E0113", "a macro that does not exist or is called wrongly", "${nosuch:1}" => "${private_ipv4:ip.src}";
    UNKNOWN_FIELD = "E0201", "a name that is no field", "tcp.prot == 443" => "tcp.port == 443";
    UNKNOWN_FUNCTION = "E0202", "a name that is no function", "length(http.host) > 3" => "len(http.host) > 3";
    ARITY = "E0203", "a function with too few or too many arguments", "len() > 3" => "len(http.host) > 3";
    UNKNOWN_VALUE = "E0204", "a name that is none of the field's values", "ip.proto == \"TPC\"" => "ip.proto == \"TCP\"";
    OPERATION = "E0301", "an operation that the type does not have", "tcp.port[0] == 1" => "@tcp.port[0] == 1";
    INCOMPATIBLE = "E0302", "two operands whose types do not go together", "tcp.port == ip.src" => "ip.dst == ip.src";
    LITERAL = "E0303", "a literal that is none of the field's type", "ip.src == 300.1.1.1" => "ip.src == 30.1.1.1";
    OUT_OF_RANGE = "E0304", "a number that does not fit the field", "tcp.port == 70000" => "tcp.port == 7000";
    CONSTANT = "E0305", "a test that reads no field", "1 == 2" => "frame.number == 2";
    REGEX = "E0306", "a regular expression that is wrong, or is no string", "http.host matches \"(\"" => "http.host matches \"a|b\"";
    DIVISION_BY_ZERO = "E0307", "a division by the constant zero", "frame.len == 1 / 0" => "frame.len == 1";
    ARGUMENT = "E0308", "an argument that the function does not take", "len(tcp.port) > 1" => "len(tcp.payload) > 1";
    MEMBERSHIP = "E0309", "a membership test of something that is no field", "len(ip) in {1}" => "ip.len in {1}";
    NAN = "E0310", "an ordered comparison with nan", "frame.time_delta < nan" => "frame.time_delta != nan";
    QUANTIFIER_IGNORED = "E0311", "`any` or `all` in front of a chain does nothing", "all 1 < ip.ttl < 9" => "all ip.ttl in {2..8}";
    DEPRECATED = "E0312", "a name that has been renamed", "bootp" => "dhcp";
    NESTING = "E0401", "a filter that is nested too deeply", "((((…))))" => "(…)";
    LITERAL_TOO_LONG = "E0402", "a literal that is too long", "http.host == \"aaa…\"" => "http.host == \"a\"";
    SET_TOO_BIG = "E0403", "a set with too many members", "ip.src in {…}" => "ip.src in {10.0.0.0/8}";
    FILTER_TOO_LONG = "E0404", "a filter that is too long", "…" => "tcp";
}

/// Looks a code up, in any letter case.
pub fn lookup(code: &str) -> Option<&'static Code> {
    ALL.iter().find(|known| known.code.eq_ignore_ascii_case(code))
}
