//! PostgreSQL's protocol 3.0: start-up, then simple queries with their rows.

use super::Kind;
use crate::generate::{
    flow::{Flow, Side},
    random::Random,
    tcp::Tcp,
    words,
};

pub(super) static KIND: Kind = Kind { share: 6, ports: &[5432], from_outside: false, only_v4: false, converse };

/// Version 3.0.
const VERSION: u32 = 3 << 16;
/// The type `text`.
const TEXT: u32 = 25;
/// Parameters that the server reports.
const PARAMETERS: [&str; 3] = ["server_version\x0016.3\0", "client_encoding\0UTF8\0", "TimeZone\0Etc/UTC\0"];

fn converse(flow: &mut Flow) {
    let mut tcp = Tcp::connect(flow);
    let database = words::service(tcp.random());
    tcp.send(Side::Client, &startup(database));
    tcp.flow().wait(300..=3000);
    let greeting = ready(tcp.random());
    tcp.send(Side::Server, &greeting);
    for _ in 0..2 + tcp.random().mostly_small(14) {
        tcp.flow().wait(200..=60_000);
        let query = query(tcp.random());
        let mut request = Vec::new();
        message(&mut request, b'Q', format!("{query}\0").as_bytes());
        tcp.send(Side::Client, &request);
        tcp.flow().wait(200..=15_000);
        let reply = reply(tcp.random(), &query);
        tcp.send(Side::Server, &reply);
    }
    let mut end = Vec::new();
    message(&mut end, b'X', &[]);
    tcp.send(Side::Client, &end);
    tcp.close();
}

fn startup(database: &str) -> Vec<u8> {
    let mut body = VERSION.to_be_bytes().to_vec();
    body.extend_from_slice(format!("user\0app\0database\0{database}\0application_name\0{database}-svc\0\0").as_bytes());
    // its type is left out
    [&(body.len() as u32 + 4).to_be_bytes(), &body[..]].concat()
}

/// Authenticated, with parameters and a key to cancel with.
fn ready(random: &mut Random) -> Vec<u8> {
    let mut out = Vec::new();
    message(&mut out, b'R', &0_u32.to_be_bytes());
    for parameter in PARAMETERS {
        message(&mut out, b'S', parameter.as_bytes());
    }
    message(&mut out, b'K', &random.next().to_be_bytes());
    message(&mut out, b'Z', b"I");
    out
}

fn query(random: &mut Random) -> String {
    let (user, item) = (random.below(9000), random.below(100_000));
    match random.below(4) {
        0 => format!("SELECT id, name, price FROM items WHERE id = {item}"),
        1 => format!("UPDATE cart SET qty = qty + 1 WHERE user_id = {user} AND item_id = {item}"),
        2 => format!(
            "SELECT o.id, o.total, u.email FROM orders o JOIN users u ON u.id = o.user_id \
             WHERE o.created_at > now() - interval '1 day' AND u.id = {user} ORDER BY o.id LIMIT 50"
        ),
        _ => "SELECT 1".to_owned(),
    }
}

fn reply(random: &mut Random, query: &str) -> Vec<u8> {
    let mut out = Vec::new();
    if random.chance(200) {
        message(&mut out, b'E', b"SERROR\0VERROR\0C40P01\0Mdeadlock detected\0\0");
    } else if query.starts_with("UPDATE") {
        message(&mut out, b'C', b"UPDATE 1\0");
    } else {
        rows(random, &mut out);
    }
    message(&mut out, b'Z', b"I");
    out
}

fn rows(random: &mut Random, out: &mut Vec<u8>) {
    let columns = ["id", "name", "price"];
    let mut description = (columns.len() as u16).to_be_bytes().to_vec();
    for (number, column) in (1_u16..).zip(columns) {
        description.extend_from_slice(format!("{column}\0").as_bytes());
        // table, column, type, its length and modifier unknown, text
        description.extend_from_slice(&16_384_u32.to_be_bytes());
        description.extend_from_slice(&number.to_be_bytes());
        description.extend_from_slice(&TEXT.to_be_bytes());
        description.extend_from_slice(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0]);
    }
    message(out, b'T', &description);
    let rows = random.mostly_small(60);
    for _ in 0..rows {
        let id = random.below(100_000).to_string();
        let name = format!("{}-{}", words::word(random), words::word(random));
        let price = format!("{}.99", random.below(500));
        let mut row = (columns.len() as u16).to_be_bytes().to_vec();
        for value in [id, name, price] {
            row.extend_from_slice(&(value.len() as u32).to_be_bytes());
            row.extend_from_slice(value.as_bytes());
        }
        message(out, b'D', &row);
    }
    message(out, b'C', format!("SELECT {rows}\0").as_bytes());
}

fn message(out: &mut Vec<u8>, kind: u8, body: &[u8]) {
    out.push(kind);
    out.extend_from_slice(&(body.len() as u32 + 4).to_be_bytes());
    out.extend_from_slice(body);
}
