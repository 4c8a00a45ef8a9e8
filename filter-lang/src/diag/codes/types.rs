//! E02xx to E05xx: names, types and values, limits, backends.

super::codes! { TYPES:
    UNKNOWN_FIELD = "E0201", "an unknown field",
        "No field or protocol has this name. Names are case sensitive and mostly lower case; `strato fields PATTERN` searches them. On the right of a comparison a value needs quotes only if it contains blanks or special characters.",
        "tcp.prot == 443" => "tcp.port == 443";
    UNKNOWN_FUNCTION = "E0202", "an unknown function",
        "No function has this name. A name before `(` is always a function, even if a protocol is called so too.",
        "LEN(http.host) > 20" => "len(http.host) > 20";
    FIELD_EXPECTED = "E0203", "something other than a field",
        "Only a field can be tested for membership in a set, counted, or given to some functions; `@` and `#` may stand with it. Compare the result of a function or a slice with `==` or `<`.",
        "len(http.host) in {27}" => "len(http.host) == 27";

    OPERATION = "E0301", "an operation the type does not have",
        "Not every type can be compared, ordered, searched, matched or calculated with: numbers have no `contains`, labels have no values at all. Numbers and times can be calculated with; strings, addresses and booleans cannot. `%` is for integers, `&` for integers, bytes and addresses.",
        "ip.src contains 0a:00" => "ip.src == 10.0.0.0/16";
    INCOMPATIBLE = "E0302", "two types that do not go together",
        "Both sides of a comparison must be of compatible types: numbers with numbers, text with text, bytes with bytes. Integers and floating-point fields do not mix: use `double(…)`. A protocol compares only with a slice, a literal or a protocol.",
        "ip.src == tcp.port" => "ip.src == ip.dst";
    CONVERSION = "E0303", "a literal that cannot become a value of the wanted type",
        "A literal is read according to the type of the field it is compared with. Numbers, addresses and relative times are written without quotes; text, absolute times and the names of values may be quoted. Bytes are written `aa:bb:cc`, one byte is written `aa:` or `0xaa`. Absolute times are written like \"2011-07-04 12:34:56\".",
        "ip.src == \"10.0.0.1\"" => "ip.src == 10.0.0.1";
    RANGE = "E0304", "a literal out of the range of the type",
        "A number next to a field must fit the width of the field, also in arithmetic: an 8-bit field goes up to 255. An IPv4 prefix has 0 to 32 bits, an IPv6 prefix 0 to 128.",
        "tcp.port == 65536" => "tcp.port == 65535";
    VALUE_NAME = "E0305", "an unknown name of a value",
        "The field has names for its values, but this is none of them. `strato fields NAME` lists them; letter case does not matter. A boolean is compared with `true`, `false`, 1, 0, or with the two words of its own in quotes.",
        "ip.proto == \"TCPP\"" => "ip.proto == \"TCP\"";
    VALUE_NAME_ORDER = "E0306", "order comparison with a name of several values",
        "Several numbers have this name, so that only `==`, `!=` and `in` make sense. Compare with a number.",
        "icmp.type > \"Reserved\"" => "icmp.type > 19";
    CONSTANT = "E0307", "a test that reads no field",
        "At least one side of a comparison must depend on the frame. A reference `${field}` alone does not.",
        "1 == 1" => "frame.number == 1";
    ARITHMETIC = "E0308", "a constant expression without a result",
        "Arithmetic on constants is done while the filter is compiled, with 64 bits; it must not overflow or divide by zero. (A division by a field that is zero has no result, which is no error.)",
        "tcp.port == 1 / 0" => "tcp.port == 1";
    NAN_ORDER = "E0309", "an order comparison with NaN",
        "NaN is neither less nor greater than any number; it can only be compared with `==` and `!=`.",
        "icmp.resptime < nan" => "icmp.resptime == nan";
    ARGUMENT_COUNT = "E0310", "a function with the wrong number of arguments",
        "Each function says how many arguments it takes; `max` and `min` take any number but none.",
        "len() == 1" => "len(http.host) == 1";
    ARGUMENT = "E0311", "an argument the function does not take",
        "Each function takes values of certain types, and some take only fields.",
        "string(ip.src[0]) == \"1\"" => "string(ip.src) == \"10.0.0.1\"";
    PATTERN_EXPECTED = "E0312", "`matches` without a quoted regular expression",
        "The right side of `matches` is always a string in double quotes, best a raw one: `r\"…\"`.",
        "http.host matches update" => "http.host matches \"update\"";
    PATTERN = "E0313", "a malformed regular expression",
        "Regular expressions have the syntax of Perl. They are searched anywhere and ignore letter case unless they begin with `(?-i)`. Repetitions of repetitions may grow too big.",
        "http.host matches \"[\"" => "http.host matches r\"\\[\"";
    NOT_SLICEABLE = "E0314", "a slice of something that is no sequence",
        "Strings, bytes, addresses and protocols can be sliced. For other types take the bytes of the field in the frame: `@field[…]`. A literal is written as the part itself.",
        "tcp.port[0] == 0" => "@tcp.port[0] == 0";
    SLICE_IN_SET = "E0315", "a slice in a set",
        "The members of a set are values, ranges, fields and functions, not slices.",
        "eth.dst in {eth.src[0:6]}" => "eth.dst == eth.src[0:6]";

    DEPRECATED_NAME = "W0201", "a deprecated name",
        "The field works under its old name, but has a new one.",
        "bootp.ip.your" => "dhcp.ip.your";
    NAME_LIKE_BYTES = "W0202", "a name that could be meant as bytes",
        "A protocol has this name, so that it is not taken as bytes. A trailing colon makes it bytes, a leading dot makes it a field.",
        "frame contains fc" => "frame contains fc:";
    UNQUOTED_VALUE_NAME = "W0301", "an unquoted name of a value",
        "A name of a value works without quotes as long as no field or protocol is called so. Quotes make it certain.",
        "ip.proto == TCP" => "ip.proto == \"TCP\"";
    QUANTIFIER_IGNORED = "W0302", "`any` or `all` in front of a chain",
        "A chain `a < b < c` stands for several comparisons; `any` and `all` in front of it have no effect. Write the comparisons out, each with its own.",
        "all 1 < tcp.port < 9" => "all tcp.port > 1 and all tcp.port < 9";

    NESTING = "E0401", "nested too deeply",
        "Brackets, `not`, signs and arithmetic operators may enclose one another at most 128 times. Long chains of `and` and `or` are no nesting.",
        "not not … not tcp (129 times)" => "tcp";
    FILTER_TOO_LONG = "E0402", "a filter that is too long",
        "A filter has at most 4 MiB, with its macros expanded.",
        "tcp.port in {1, 2, …} (5 MiB)" => "tcp.port in {1..65535}";
    LITERAL_TOO_LONG = "E0403", "a literal that is too long",
        "A string, word or number has at most 64 KiB.",
        "http.host == \"aaaa…\" (65537 bytes)" => "http.host contains \"aaaa\"";
    SET_TOO_BIG = "E0404", "too many members",
        "A set has at most 100000 members, a slice at most 1000 ranges. Neighbouring numbers and addresses can be written as a range or a prefix.",
        "tcp.port in {1, 2, …} (100001 members)" => "tcp.port in {1..65535}";
    MACRO_DEPTH = "E0405", "macros nested too deeply",
        "A macro may call others, up to 32 levels deep; most likely one of them calls itself.",
        "${loop} where \"loop\" is ${loop}" => "${loop} where \"loop\" is tcp";
}
