//! Tables that are queries of `frames`: conversations, and requests with what answered them.
//!
//! Where a statement names one, its query stands there instead; like any other it reads only the fields that it needs.

use datafusion::sql::sqlparser::{
    ast::{Ident, Query, SetExpr, Statement, TableAlias, TableFactor, TableWithJoins},
    dialect::GenericDialect,
    parser::Parser,
};

/// A table of that kind.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Its name.
    pub name: &'static str,
    /// What its rows are.
    pub help: &'static str,
    /// The query.
    pub sql: &'static str,
}

/// All of them.
pub static VIEWS: &[View] = &[FLOWS, HTTP, DNS, TLS];

const FLOWS: View = View {
    name: "flows",
    help: "a row for each conversation of TCP or UDP, between the addresses of its first packet",
    sql: "
        SELECT file, 'tcp' AS protocol, tcp.stream AS stream,
            first_value(coalesce(text(ip.src), text(ipv6.src)) ORDER BY frame.number) AS client,
            first_value(tcp.srcport ORDER BY frame.number) AS client_port,
            first_value(coalesce(text(ip.dst), text(ipv6.dst)) ORDER BY frame.number) AS server,
            first_value(tcp.dstport ORDER BY frame.number) AS server_port,
            count(*) AS packets, sum(frame.len) AS bytes, min(frame.time) AS start,
            CAST(max(frame.time) - min(frame.time) AS BIGINT) / 1e9 AS duration,
            min(tcp.analysis.initial_rtt) AS rtt,
            count(*) FILTER (WHERE tcp.analysis.retransmission) AS retransmissions,
            CASE WHEN bool_or(tcp.flags.reset) THEN 'reset' WHEN bool_or(tcp.flags.fin) THEN 'closed'
                WHEN bool_or(tcp.flags.syn) THEN 'opened' ELSE 'partial' END AS state
        FROM frames WHERE tcp.stream IS NOT NULL GROUP BY file, tcp.stream
        UNION ALL
        SELECT file, 'udp' AS protocol, udp.stream AS stream,
            first_value(coalesce(text(ip.src), text(ipv6.src)) ORDER BY frame.number) AS client,
            first_value(udp.srcport ORDER BY frame.number) AS client_port,
            first_value(coalesce(text(ip.dst), text(ipv6.dst)) ORDER BY frame.number) AS server,
            first_value(udp.dstport ORDER BY frame.number) AS server_port,
            count(*) AS packets, sum(frame.len) AS bytes, min(frame.time) AS start,
            CAST(max(frame.time) - min(frame.time) AS BIGINT) / 1e9 AS duration,
            NULL AS rtt, NULL AS retransmissions, NULL AS state
        FROM frames WHERE udp.stream IS NOT NULL GROUP BY file, udp.stream",
};

const HTTP: View = View {
    name: "http",
    help: "a row for each request of HTTP/1, with the response to it if there is one",
    sql: "
        SELECT q.file AS file, q.stream AS stream, q.frame AS request_frame, r.frame AS response_frame, q.time AS time,
            q.client AS client, q.server AS server, q.method AS method, q.host AS host, q.uri AS uri, q.path AS path,
            q.user_agent AS user_agent, r.code AS code, r.phrase AS phrase, r.content_type AS content_type,
            r.content_length AS content_length, r.latency AS latency
        FROM (
            SELECT file, tcp.stream AS stream, frame.number AS frame, frame.time AS time,
                coalesce(text(ip.src), text(ipv6.src)) AS client, coalesce(text(ip.dst), text(ipv6.dst)) AS server,
                http.request.method AS method, http.host AS host, http.request.uri AS uri,
                coalesce(http.request.uri.path, http.request.uri) AS path, http.user_agent AS user_agent
            FROM frames WHERE dfilter('http.request')
        ) AS q
        LEFT JOIN (
            SELECT file, http.request_in AS request, frame.number AS frame, http.response.code AS code,
                http.response.phrase AS phrase, http.content_type AS content_type,
                http.content_length AS content_length, http.time AS latency
            FROM frames WHERE dfilter('http.response')
        ) AS r ON q.file = r.file AND q.frame = r.request",
};

const DNS: View = View {
    name: "dns",
    help: "a row for each question of DNS, with what was answered",
    sql: "
        SELECT q.file AS file, q.frame AS query_frame, r.frame AS response_frame, q.time AS time, q.client AS client,
            q.server AS server, q.name AS name, q.type AS type, r.rcode AS rcode, r.answers AS answers, r.a AS a,
            r.aaaa AS aaaa, r.cname AS cname, r.latency AS latency
        FROM (
            SELECT file, frame.number AS frame, frame.time AS time,
                coalesce(text(ip.src), text(ipv6.src)) AS client, coalesce(text(ip.dst), text(ipv6.dst)) AS server,
                dns.qry.name AS name, name(dns.qry.type) AS type
            FROM frames WHERE dfilter('dns.flags.response == 0')
        ) AS q
        LEFT JOIN (
            SELECT file, dns.response_to AS query, frame.number AS frame, name(dns.flags.rcode) AS rcode,
                dns.count.answers AS answers, dns.a AS a, dns.aaaa AS aaaa, dns.cname AS cname, dns.time AS latency
            FROM frames WHERE dfilter('dns.flags.response == 1')
        ) AS r ON q.file = r.file AND q.frame = r.query",
};

const TLS: View = View {
    name: "tls",
    help: "a row for each hello of a TLS client, with the first answer of the server in the same conversation",
    sql: "
        SELECT c.file AS file, c.stream AS stream, c.frame AS client_frame, s.frame AS server_frame, c.time AS time,
            c.client AS client, c.server AS server, c.server_name AS server_name, c.alpn AS alpn, c.ja3 AS ja3,
            c.ja4 AS ja4, s.version AS version, s.cipher AS cipher
        FROM (
            SELECT file, tcp.stream AS stream, frame.number AS frame, frame.time AS time,
                coalesce(text(ip.src), text(ipv6.src)) AS client, coalesce(text(ip.dst), text(ipv6.dst)) AS server,
                tls.handshake.extensions_server_name AS server_name, tls.handshake.extensions_alpn_str AS alpn,
                tls.handshake.ja3 AS ja3, tls.handshake.ja4 AS ja4
            FROM frames WHERE dfilter('tls.handshake.type == 1')
        ) AS c
        LEFT JOIN (
            SELECT file, tcp.stream AS stream, min(frame.number) AS frame,
                first_value(coalesce(name(tls.handshake.extensions.supported_version)[1],
                    name(tls.handshake.version)) ORDER BY frame.number) AS version,
                first_value(name(tls.handshake.ciphersuite)[1] ORDER BY frame.number) AS cipher
            FROM frames WHERE dfilter('tls.handshake.type == 2') GROUP BY file, tcp.stream
        ) AS s ON c.file = s.file AND c.stream = s.stream",
};

/// Puts the queries of views where a query names them; `is_defined` tells which names are its own.
pub(crate) fn expand(query: &mut Query, is_defined: &dyn Fn(&str) -> bool) {
    body(&mut query.body, is_defined);
}

fn body(part: &mut SetExpr, is_defined: &dyn Fn(&str) -> bool) {
    match part {
        SetExpr::Select(select) => select.from.iter_mut().for_each(|from| tables(from, is_defined)),
        SetExpr::SetOperation { left, right, .. } => {
            body(left, is_defined);
            body(right, is_defined);
        }
        // Queries inside are come to on their own.
        SetExpr::Query(_)
        | SetExpr::Values(_)
        | SetExpr::Insert(_)
        | SetExpr::Update(_)
        | SetExpr::Delete(_)
        | SetExpr::Merge(_)
        | SetExpr::Table(_) => {}
    }
}

fn tables(from: &mut TableWithJoins, is_defined: &dyn Fn(&str) -> bool) {
    table(&mut from.relation, is_defined);
    from.joins.iter_mut().for_each(|join| table(&mut join.relation, is_defined));
}

fn table(factor: &mut TableFactor, is_defined: &dyn Fn(&str) -> bool) {
    if let TableFactor::NestedJoin { table_with_joins, .. } = factor {
        tables(table_with_joins, is_defined);
    }
    let TableFactor::Table { name, alias, args: None, .. } = factor else { return };
    let [part] = name.0.as_slice() else { return };
    let Some(named) = part.as_ident() else { return };
    let view = VIEWS.iter().find(|view| view.name.eq_ignore_ascii_case(&named.value) && !is_defined(&named.value));
    let Some(query) = view.and_then(|view| parsed(view.sql)) else { return };
    let alias = alias.take().unwrap_or_else(|| TableAlias {
        explicit: true,
        name: Ident::new(named.value.to_ascii_lowercase()),
        columns: Vec::new(),
        at: None,
    });
    *factor = TableFactor::Derived { lateral: false, subquery: Box::new(query), alias: Some(alias), sample: None };
}

/// The query of a view; each of them is parsed by a test.
fn parsed(sql: &str) -> Option<Query> {
    match Parser::parse_sql(&GenericDialect {}, sql).ok()?.pop()? {
        Statement::Query(query) => Some(*query),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_are_queries() {
        for view in VIEWS {
            assert!(parsed(view.sql).is_some(), "{}", view.name);
        }
    }
}
