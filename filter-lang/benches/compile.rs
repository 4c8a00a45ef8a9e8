//! Text to IR: what a filter costs before the first frame.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use strato_filter_lang::{
    compile,
    macros::Macros,
    schema::{Schema, Values, field},
};

static PROTOCOLS: Values = Values { ranges: &[(1, 1, "ICMP"), (6, 6, "TCP"), (17, 17, "UDP")] };

fn schema() -> Schema {
    let fields = [
        field("ip", "IPv4").protocol(),
        field("ip.src", "Source").ipv4().at(12),
        field("ip.proto", "Protocol").u8().at(9).values(&PROTOCOLS),
        field("tcp", "TCP").protocol(),
        field("tcp.port", "Port").u16(),
        field("tcp.flags.syn", "Syn").bool().at(13),
        field("http.host", "Host").str(),
        field("http.request.method", "Method").str(),
        field("dns.qry.name", "Name").str(),
    ];
    Schema::new(fields, &[])
}

fn filters(c: &mut Criterion) {
    let (schema, macros) = (schema(), Macros::default());
    let members: Vec<_> = (0..10_000).map(|n| (n * 7 % 65_536).to_string()).collect();
    let set = format!("tcp.port in {{{}}}", members.join(", "));
    let filters = [
        ("port", "tcp.port == 443"),
        ("flag", "tcp.flags.syn == 1"),
        ("typical", "tcp.port == 443 && ip.src in {10.0.0.0/8, 192.168.0.0/16} && !(ip.proto == \"UDP\")"),
        (
            "long",
            "(tcp.port == 80 || tcp.port == 8080) && http.request.method == \"GET\" && http.host contains \"shop\" \
                  && not ip.src == 10.1.2.3 && len(dns.qry.name) > 20",
        ),
        ("regex", "http.host matches \"^(www|api)\\\\.[a-z]+\\\\.example\\\\.(com|org)$\""),
        ("set of 10 000", set.as_str()),
    ];
    for (name, filter) in filters {
        c.bench_function(name, |b| b.iter(|| compile(black_box(filter), &schema, &macros)));
    }
}

criterion_group!(compiling, filters);
criterion_main!(compiling);
