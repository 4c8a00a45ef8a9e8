//! E01xx: text, grammar and macros.

super::codes! { TEXT:
    UNEXPECTED = "E0101", "something that cannot stand here",
        "The filter is well-formed up to the marked place, but what stands there fits none of the possible continuations. Tests are joined by `and`, `or` or `xor`; a test compares a field with a value.",
        "tcp udp" => "tcp or udp";
    UNEXPECTED_END = "E0102", "the filter ends too early",
        "Something must follow: an operand behind an operator, a test behind `and`, `or` or `not`.",
        "tcp and" => "tcp and udp";
    CHARACTER = "E0103", "a character outside the language",
        "Outside quotes a filter consists of printable ASCII. Typographic quotes, dashes and blanks often slip in when a filter is copied from a web page or a chat.",
        "http.host == “a”" => "http.host == \"a\"";
    QUOTE_OPEN = "E0104", "a string that is never closed",
        "A string begins and ends with a double quote. A quote inside is written `\\\"`. In a raw string `r\"…\"` a backslash still keeps a quote from closing the string, so a raw string cannot end in one backslash.",
        "http.host == \"a" => "http.host == \"a\"";
    ESCAPE = "E0105", "a backslash followed by something that is no escape",
        "The escapes are `\\a \\b \\f \\n \\r \\t \\v \\\\ \\' \\\"`, `\\ooo` (octal, at most 255), `\\xhh`, `\\uXXXX` and `\\UXXXXXXXX`. Regular expressions need many backslashes: write them as raw strings, which keep every backslash.",
        "http.host matches \"\\.com$\"" => "http.host matches r\"\\.com$\"";
    CHAR_CONSTANT = "E0106", "a character constant that is not one character",
        "Single quotes hold exactly one printable ASCII character or one escape, and stand for its number. Text has double quotes.",
        "http.host == 'example.org'" => "http.host == \"example.org\"";
    BRACKET_OPEN = "E0107", "a `[` that is never closed",
        "Everything between `[` and the next `]` belongs to the slice or layer range.",
        "eth.dst[0:3 == 00:e0:81" => "eth.dst[0:3] == 00:e0:81";
    RANGE_FORM = "E0108", "not a range",
        "Between brackets stand one or more of: `i` (one element), `i:n` (n elements from i on), `i-j` (from i to j, both included), `:n` (the first n), `i:` (from i to the end), `:` (everything), separated by commas. Negative numbers count from the end.",
        "eth.dst[0..2] == 00:e0:81" => "eth.dst[0-2] == 00:e0:81";
    RANGE_IMPOSSIBLE = "E0109", "a range that can hold nothing",
        "A length must be positive. In `i-j` both ends are included, i must be less than j, and both must be counted from the same end.",
        "eth.dst[5-5] == 28:" => "eth.dst[5] == 28:";
    NO_LAYER = "E0110", "a `#` without a layer number",
        "`#` selects the layer a value comes from: `ip.src#2` is the source of the second IP header. A digit or `[` must follow at once.",
        "ip.src# == 10.0.0.1" => "ip.src#1 == 10.0.0.1";
    FLOAT_RANGE = "E0111", "a floating-point number out of range",
        "Floating-point numbers have double precision: up to about 1.8e308, and down to about 5e-324.",
        "icmp.resptime == 1e400" => "icmp.resptime == inf";
    FOREIGN_OPERATOR = "E0112", "an operator of another language",
        "Equality is `==`, inequality `!=`; logic is `and or xor not` in lower case or `&& || ^^ !`; the only bit operator is `&`. There are no shifts, no powers, no comments, and nothing separates statements.",
        "tcp.port = 80 AND ip" => "tcp.port == 80 and ip";
    CAPTURE_FILTER = "E0113", "a capture filter",
        "`port 80` and `host 10.0.0.1` belong to the language of capture filters (tcpdump, pcap). A display filter compares a field with a value.",
        "tcp port 80" => "tcp.port == 80";
    SET_FORM = "E0114", "a set that is not well-formed",
        "A set has one or more members with commas between them: values, or ranges `a..b`.",
        "tcp.port in {80 443}" => "tcp.port in {80, 443}";
    PARENTHESES = "E0115", "the wrong kind of brackets",
        "Round brackets group tests. Curly brackets group arithmetic and hold the members of a set. Square brackets hold the range of a slice. A plain value needs none.",
        "(tcp.port + 1) == 81" => "{tcp.port + 1} == 81";
    QUANTIFIER = "E0116", "`any` or `all` without a comparison",
        "`any` and `all` stand directly before one comparison and say for how many values of its field it must hold.",
        "all (tcp.port > 1024)" => "all tcp.port > 1024";
    NO_CHAIN = "E0117", "a test that cannot be continued",
        "Comparisons can be chained (`1 < f < 9`), but `contains`, `matches` and `in` cannot. Join two tests with `and`.",
        "http.host matches \"a\" matches \"b\"" => "http.host matches \"a\" and http.host matches \"b\"";
    UNBALANCED = "E0118", "a bracket without its partner",
        "Every bracket that is opened is closed, and none is closed that was not opened.",
        "(tcp or udp" => "(tcp or udp)";
    NOT_AN_ENTITY = "E0119", "arithmetic where only a field can stand",
        "`contains`, `matches` and `in` take a field, a slice or a function on their left, and no arithmetic.",
        "{tcp.port + 1} in {81}" => "tcp.port in {80}";
    LOGIC_OPERAND = "E0120", "a test used as a value",
        "A test is true or false and cannot be compared with anything. Join tests with `and`, `or`, `xor`.",
        "(tcp.srcport == 80) == (tcp.dstport == 80)" => "not (tcp.srcport == 80 xor tcp.dstport == 80)";

    MACRO_UNKNOWN = "E0130", "an unknown macro",
        "`${name:argument;…}` and `$name(argument, …)` are calls of macros, also inside strings. Macros come from the configuration or from `--macro`. A field of the reference frame is written `${field}`.",
        "${bogus:1}" => "${private_ipv4:ip.src}";
    MACRO_ARITY = "E0131", "a macro with the wrong number of arguments",
        "The highest `$N` in a macro's text is the number of its arguments. Both `;` and `,` separate them.",
        "${private_ipv4:ip.src;x}" => "${private_ipv4:ip.src}";
    MACRO_NULL = "E0132", "an empty argument of a macro",
        "When a macro is given several arguments, none of them may be empty.",
        "$private_ipv4(ip.src,)" => "$private_ipv4(ip.src)";
    MACRO_FORM = "E0133", "a call of a macro that is not well-formed",
        "A macro is called as `${name:argument;…}`, `$name(argument, …)` or `$name{argument, …}`; names consist of letters, digits and `_`.",
        "${private_ipv4:ip.src" => "${private_ipv4:ip.src}";
    MACRO_DEFINITION = "E0134", "a macro definition that is not well-formed",
        "A definition is a line `\"name\" text`; the name consists of letters, digits and `_`, and `$1`, `$2`, … in the text are the arguments. Lines that begin with `#` are skipped.",
        "private ipv4 $1 == 10.0.0.0/8" => "\"private_ipv4\" $1 == 10.0.0.0/8";
}
