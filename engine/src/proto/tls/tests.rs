//! Messages put together by hand.

use bumpalo::Bump;
use strato_filter_lang::value::Value;

use super::{
    handshake,
    session::{Direction, Negotiated},
};
use crate::proto::{
    out::Out,
    plan::{Ask, Plan},
    registry::schema,
    tvb::{Stop, Tvb},
};

/// Dissects records one after the other as the content of handshake records, and shows what they emit.
fn show(records: &[&[u8]]) -> (Vec<String>, Negotiated, Result<(), Stop>) {
    let ids = schema().fields().map(|(id, _)| id);
    let (plan, arena) = (Plan::new(ids, Ask::default()), Bump::new());
    let mut out = Out { plan: &plan, arena: &arena, occurrences: Vec::new(), layer: 1, twins: None, names: Vec::new() };
    let (mut known, mut direction) = (Negotiated::default(), Direction::default());
    let mut result = Ok(());
    for (record, frame) in records.iter().zip(1..) {
        let seen = handshake::record(&mut out, frame, Tvb::whole(record), &mut known, &mut direction, false);
        result = result.and(seen.map(drop));
    }
    let lines = out.occurrences.iter().map(|occurrence| {
        let name = schema().field(occurrence.field).name;
        match &occurrence.value {
            Value::Label => name.to_owned(),
            Value::Str(text) => format!("{name} {}", String::from_utf8_lossy(text)),
            value => format!("{name} {value:?}"),
        }
    });
    (lines.collect(), known, result)
}

/// A handshake message.
fn message(kind: u8, body: &[u8]) -> Vec<u8> {
    let mut bytes = vec![kind];
    bytes.extend_from_slice(&(body.len() as u32).to_be_bytes()[1..]);
    bytes.extend_from_slice(body);
    bytes
}

fn client_hello() -> Vec<u8> {
    let mut body = vec![3, 3];
    body.extend_from_slice(&[7; 32]);
    // No session, two suites (one GREASE), null compression.
    body.extend_from_slice(&[0, 0, 4, 0x0a, 0x0a, 0x13, 0x01, 1, 0]);
    let extensions: &[&[u8]] = &[
        &[0, 0, 0, 9, 0, 7, 0, 0, 4, b'a', b'.', b'e', b'u'],
        &[0, 16, 0, 5, 0, 3, 2, b'h', b'2'],
        &[0, 43, 0, 3, 2, 3, 4],
    ];
    let extensions = extensions.concat();
    body.extend_from_slice(&(extensions.len() as u16).to_be_bytes());
    body.extend_from_slice(&extensions);
    message(1, &body)
}

fn has(lines: &[String], line: &str) -> bool {
    lines.iter().any(|one| one == line)
}

#[test]
fn a_client_hello_tells_name_and_application() {
    let (lines, _, result) = show(&[&client_hello()]);
    assert_eq!(result, Ok(()));
    assert!(has(&lines, "tls.handshake.extensions_server_name a.eu"), "{lines:#?}");
    assert!(has(&lines, "tls.handshake.extensions_alpn_str h2"));
    assert!(has(&lines, "tls.handshake.ja3_full 771,4865,0-16-43,,"), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("tls.handshake.ja4 t13d0103h2_")), "{lines:#?}");
}

#[test]
fn a_message_may_lie_in_several_records() {
    let hello = client_hello();
    let (first, second) = hello.split_at(20);
    let (lines, _, _) = show(&[first, second]);
    assert!(has(&lines, "tls.handshake.fragment Uint(1)"), "{lines:#?}");
    assert!(has(&lines, "tls.handshake.fragment.count Uint(2)"));
    assert!(has(&lines, "tls.handshake.extensions_server_name a.eu"));
}

#[test]
fn every_truncation_ends_without_panic() {
    let hello = client_hello();
    for len in 0..hello.len() {
        let mut cut = hello[..len].to_vec();
        if let Some(low) = cut.get_mut(3) {
            // The message claims to end where it was cut.
            *low = len.saturating_sub(4) as u8;
        }
        let _ = show(&[&cut]).2;
    }
}

#[test]
fn fields_of_the_server_are_remembered() {
    let mut body = vec![3, 3];
    body.extend_from_slice(&[9; 32]);
    body.extend_from_slice(&[0, 0x13, 0x02, 0, 0, 6, 0, 43, 0, 2, 3, 4]);
    let (lines, known, result) = show(&[&message(2, &body)]);
    assert_eq!(result, Ok(()));
    assert!(known.is_tls13());
    assert_eq!(known.cipher, 0x1302);
    assert!(!lines.iter().any(|line| line.starts_with("tls.handshake.random_time")));
}
