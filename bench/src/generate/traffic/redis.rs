//! Redis' protocol (RESP 2): keys that are read and written.

use super::Kind;
use crate::generate::{
    flow::{Flow, Side},
    tcp::Tcp,
    words,
};

pub(super) static KIND: Kind = Kind { share: 8, ports: &[6379], from_outside: false, only_v4: false, converse };

fn converse(flow: &mut Flow) {
    let mut tcp = Tcp::connect(flow);
    for _ in 0..2 + tcp.random().mostly_small(24) {
        tcp.flow().wait(50..=40_000);
        let random = tcp.random();
        let key = format!("{}:{}:{}", words::service(random), words::word(random), random.below(50_000));
        let len = random.size(16, 6);
        let value = words::text(random, len);
        let (request, reply) = if random.chance(3000) {
            (command(&["SET", &key, &value]), "+OK\r\n".to_owned())
        } else if random.chance(2000) {
            (command(&["GET", &key]), "$-1\r\n".to_owned())
        } else {
            (command(&["GET", &key]), bulk(&value))
        };
        tcp.send(Side::Client, request.as_bytes());
        tcp.flow().wait(30..=900);
        tcp.send(Side::Server, reply.as_bytes());
    }
    tcp.close();
}

fn command(words: &[&str]) -> String {
    let mut command = format!("*{}\r\n", words.len());
    words.iter().for_each(|word| command.push_str(&bulk(word)));
    command
}

fn bulk(text: &str) -> String {
    format!("${}\r\n{text}\r\n", text.len())
}
