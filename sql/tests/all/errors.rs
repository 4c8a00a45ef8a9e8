//! What is said of wrong statements.

use snapbox::{assert_data_eq, str};

use crate::error;

#[test]
fn unknown_names() {
    assert_data_eq!(
        error("SELECT ip.scr FROM frames"),
        str![[r#"
error: there is no field or column `ip.scr`
 --> <sql>:1:8
  |
1 | SELECT ip.scr FROM frames
  |        ^^^^^^ not known
  |
help: a name like this exists
  |
1 - SELECT ip.scr FROM frames
1 + SELECT ip.src FROM frames
  |

"#]]
    );
    assert_data_eq!(
        error("SELECT f.tcp.prot FROM frames f"),
        str![[r#"
error: there is no field or column `tcp.prot`
 --> <sql>:1:10
  |
1 | SELECT f.tcp.prot FROM frames f
  |          ^^^^^^^^ not known
  |
help: a name like this exists
  |
1 - SELECT f.tcp.prot FROM frames f
1 + SELECT f.tcp.port FROM frames f
  |

"#]]
    );
    assert_data_eq!(
        error("SELECT lenght FROM frames"),
        str![[r#"
error: there is no field or column `lenght`
 --> <sql>:1:8
  |
1 | SELECT lenght FROM frames
  |        ^^^^^^ not known

"#]]
    );
    assert_data_eq!(
        error("SELECT 1 FROM frame"),
        str![[r#"
error: there is no table `frame`
 --> <sql>:1:15
  |
1 | SELECT 1 FROM frame
  |               ^^^^^ not known
  |
  = note: the table of captures is called `frames`

"#]]
    );
    assert_data_eq!(
        error("SELECT cuont(*) FROM frames"),
        str![[r#"
error: Invalid function 'cuont'.
       Did you mean 'cot'?
 --> <sql>:1:8
  |
1 | SELECT cuont(*) FROM frames
  |        ^^^^^ here

"#]]
    );
}

#[test]
fn wrong_types() {
    assert_data_eq!(
        error("SELECT 1 FROM frames WHERE ip.src = '10.0.0'"),
        str![[r#"
error: '10.0.0' is not an IPv4 address, such as 10.0.0.1 or 10.0.0.0/8

"#]]
    );
    assert_data_eq!(
        error("SELECT 1 FROM frames WHERE ipv6.src IN ('10.0.0.1')"),
        str![[r#"
error: '10.0.0.1' is not an IPv6 address, such as 2001:db8::1 or 2001:db8::/32

"#]]
    );
    assert_data_eq!(
        error("SELECT 1 FROM frames WHERE frame.time > 5"),
        str![[r#"
error: Cannot infer common argument type for comparison operation Timestamp(ns) > Int64

"#]]
    );
    assert_data_eq!(
        error("SELECT tcp.port + 1 FROM frames"),
        str![[r#"
error: Cannot coerce arithmetic expression List(UInt16) + Int64 to valid types
 --> <sql>:1:8
  |
1 | SELECT tcp.port + 1 FROM frames
  |        ^^^^^^^^ here

"#]]
    );
    assert_data_eq!(
        error("SELECT 1 FROM frames WHERE dns.flags.rcode = 'no'"),
        str![[r#"
error: 'no' is neither a number nor the name of a value of `dns.flags.rcode`; `strato fields --values dns.flags.rcode` lists them

"#]]
    );
    assert_data_eq!(
        error("SELECT name(ip.src) FROM frames"),
        str![[r#"
error: name() takes a field whose values have names; those of `ip.src` have none

"#]]
    );
    assert_data_eq!(
        error("SELECT 1 FROM frames WHERE frame.len = 'long'"),
        str![[r#"
error: Cast error: Cannot cast string 'long' to value of UInt32 type

"#]]
    );
}

#[test]
fn wrong_filters() {
    assert_data_eq!(
        error("SELECT 1 FROM frames WHERE dfilter('tcp.prot == 443')"),
        str![[r#"
error[E0201]: no field `tcp.prot`
 --> <filter>:1:1
  |
1 | tcp.prot == 443
  | ^^^^^^^^ not a field of `tcp`
  |
help: a field with a similar name exists
  |
1 - tcp.prot == 443
1 + tcp.port == 443
  |

"#]]
    );
    assert_data_eq!(
        error("SELECT 1 FROM frames WHERE dfilter(tcp.port)"),
        str![[r#"
error: dfilter() takes one display filter, in single quotes
 --> <sql>:1:28
  |
1 | SELECT 1 FROM frames WHERE dfilter(tcp.port)
  |                            ^^^^^^^ here

"#]]
    );
    assert_data_eq!(
        error("SELECT 1 FROM frames a JOIN frames b ON dfilter('tcp')"),
        str![[r#"
error: which of the tables does dfilter() look at? Use it in a subquery of one of them
 --> <sql>:1:41
  |
1 | SELECT 1 FROM frames a JOIN frames b ON dfilter('tcp')
  |                                         ^^^^^^^ here

"#]]
    );
}

#[test]
fn wrong_sql() {
    assert_data_eq!(
        error("SELECT FROM WHERE"),
        str![[r#"
error: there is no table `where`
 --> <sql>:1:13
  |
1 | SELECT FROM WHERE
  |             ^^^^^ not known
  |
  = note: the table of captures is called `frames`

"#]]
    );
    assert_data_eq!(
        error("SELECT ip.src, count(*) FROM frames"),
        str![[r#"
error: Column in SELECT must be in GROUP BY or an aggregate function: While expanding wildcard, column "frames.ip.src" must appear in the GROUP BY clause or must be part of an aggregate function, currently only "count(Int64(1))" appears in the SELECT clause satisfies this requirement
 --> <sql>:1:8
  |
1 | SELECT ip.src, count(*) FROM frames
  |        ^^^^^^ here

"#]]
    );
    assert_data_eq!(
        error("DROP TABLE frames"),
        str![[r#"
error: DDL not supported: DropTable

"#]]
    );
    assert_data_eq!(
        error("SELECT 1; SELECT 2"),
        str![[r#"
error: The context currently only supports a single SQL statement

"#]]
    );
}
