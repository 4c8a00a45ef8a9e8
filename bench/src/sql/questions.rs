//! What is asked.

/// A question, in strato's SQL and in DuckDB's; both answer with the same rows.
pub(super) struct Question {
    pub(super) shape: Shape,
    pub(super) sql: &'static str,
    pub(super) duckdb: &'static str,
}

/// What takes the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Filter,
    Group,
}

/// Columns of a Parquet file.
pub(super) struct Conversion {
    pub(super) name: &'static str,
    pub(super) file: &'static str,
    pub(super) columns: &'static [&'static str],
    /// Number of the target.
    pub(super) target: u8,
    /// Times faster than tshark prints the same fields: what must hold, and what is aimed at.
    pub(super) gate: (f64, f64),
    /// Share of the capture's bytes, at most.
    pub(super) share: Option<f64>,
}

/// The questions are asked of the first.
pub(super) const CONVERSIONS: &[Conversion] = &[
    Conversion {
        name: "layers 3 and 4",
        file: "headers.parquet",
        columns: &[
            "frame.number",
            "frame.time_epoch",
            "frame.len",
            "ip.src",
            "ip.dst",
            "ip.proto",
            "tcp.srcport",
            "tcp.dstport",
            "tcp.flags.syn",
            "tcp.flags.ack",
            "udp.dstport",
        ],
        target: 15,
        gate: (80.0, 140.0),
        share: Some(0.05),
    },
    Conversion {
        name: "and HTTP, DNS, TLS",
        file: "messages.parquet",
        columns: &[
            "frame.number",
            "frame.time_epoch",
            "frame.len",
            "ip.src",
            "ip.dst",
            "tcp.srcport",
            "tcp.dstport",
            "http.request.method",
            "http.host",
            "http.request.uri",
            "http.response.code",
            "dns.qry.name",
            "dns.flags.rcode",
            "tls.handshake.extensions_server_name",
        ],
        target: 16,
        gate: (30.0, 55.0),
        share: None,
    },
];

const fn filter(sql: &'static str, duckdb: &'static str) -> Question {
    Question { shape: Shape::Filter, sql, duckdb }
}

const fn group(sql: &'static str, duckdb: &'static str) -> Question {
    Question { shape: Shape::Group, sql, duckdb }
}

/// Addresses are numbers in the file: DuckDB is asked with numbers, strato as people write them.
pub(super) const QUESTIONS: &[Question] = &[
    filter(
        "SELECT count(*) FROM frames WHERE ip.src = '10.0.0.1'",
        r#"SELECT count(*) FROM frames WHERE "ip.src" = 167772161"#,
    ),
    filter(
        "SELECT count(*) FROM frames WHERE tcp.flags.syn AND NOT tcp.flags.ack",
        r#"SELECT count(*) FROM frames WHERE "tcp.flags.syn" AND NOT "tcp.flags.ack""#,
    ),
    filter(
        "SELECT count(*), sum(frame.len) FROM frames WHERE tcp.dstport = 8080 AND frame.len > 500",
        r#"SELECT count(*), sum("frame.len") FROM frames WHERE "tcp.dstport" = 8080 AND "frame.len" > 500"#,
    ),
    group(
        "SELECT ip.dst::INT UNSIGNED, count(*), sum(frame.len) FROM frames WHERE ip.dst IS NOT NULL GROUP BY ip.dst ORDER BY 3 DESC, 1 LIMIT 10",
        r#"SELECT "ip.dst", count(*), sum("frame.len") FROM frames WHERE "ip.dst" IS NOT NULL GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 10"#,
    ),
    group(
        "SELECT tcp.dstport, count(*), sum(frame.len) FROM frames GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10",
        r#"SELECT "tcp.dstport", count(*), sum("frame.len") FROM frames GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10"#,
    ),
    group(
        "SELECT count(*), max(n) FROM (SELECT count(*) AS n FROM frames GROUP BY ip.src, ip.dst, tcp.srcport, tcp.dstport)",
        r#"SELECT count(*), max(n) FROM (SELECT count(*) AS n FROM frames GROUP BY "ip.src", "ip.dst", "tcp.srcport", "tcp.dstport")"#,
    ),
    group(
        "SELECT count(*), max(bytes) FROM (SELECT sum(frame.len) AS bytes FROM frames GROUP BY date_bin('1 second', frame.time_epoch))",
        r#"SELECT count(*), max(bytes) FROM (SELECT sum("frame.len") AS bytes FROM frames GROUP BY time_bucket(INTERVAL 1 SECOND, "frame.time_epoch"))"#,
    ),
];
