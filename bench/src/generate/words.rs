//! Names that the traffic speaks of. Benchmarks search for some: `checkout`, `payments`, `internal`.

use super::random::Random;

/// Services of the cluster.
pub(super) const SERVICES: &[&str] = &[
    "checkout",
    "payments",
    "cart",
    "catalog",
    "inventory",
    "search",
    "users",
    "auth",
    "orders",
    "shipping",
    "recommend",
    "pricing",
    "email",
    "ads",
    "currency",
    "frontend",
];
/// Namespaces of the cluster, the most used first.
const NAMESPACES: &[&str] = &["shop", "platform", "data", "internal"];
/// Hosts outside of the cluster.
pub(super) const PUBLIC: &[&str] = &[
    "api.example.com",
    "www.example.com",
    "payments.example.com",
    "cdn.example.net",
    "login.example.org",
    "telemetry.example.net",
    "static.example.com",
    "registry.example.io",
    "hooks.example.com",
    "s3.eu-west-1.example-cloud.com",
    "updates.example.org",
    "mail.example.net",
];
/// Programs that speak HTTP.
pub(super) const AGENTS: &[&str] = &[
    "curl/8.5.0",
    "Go-http-client/1.1",
    "python-requests/2.31.0",
    "kube-probe/1.29",
    "okhttp/4.12.0",
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
];
/// Words of no meaning.
const WORDS: &[&str] = &[
    "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo", "lima",
    "mike", "november", "oscar", "papa",
];

/// A word.
pub(super) fn word(random: &mut Random) -> &'static str {
    random.pick(WORDS)
}

/// A service.
pub(super) fn service(random: &mut Random) -> &'static str {
    random.pick(SERVICES)
}

/// The name of a host: of a service of the cluster mostly, else of one outside.
pub(super) fn host(random: &mut Random) -> String {
    if !random.chance(7000) {
        return random.pick(PUBLIC).to_owned();
    }
    let service = SERVICES[random.mostly_small(SERVICES.len() as u64) as usize];
    let namespace = NAMESPACES[random.mostly_small(NAMESPACES.len() as u64) as usize];
    format!("{service}.{namespace}.svc.cluster.local")
}

/// Text of at least so many bytes.
pub(super) fn text(random: &mut Random, len: usize) -> String {
    let mut text = String::with_capacity(len + 16);
    while text.len() < len {
        text.push_str(word(random));
        text.push(' ');
    }
    text
}
