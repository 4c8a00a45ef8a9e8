//! DNS over UDP: questions with EDNS, answers with compressed names, and names that do not exist.

use super::Kind;
use crate::generate::{
    flow::{Flow, Side},
    random::Random,
    words,
};

pub(super) static KIND: Kind = Kind { share: 28, ports: &[53], from_outside: false, only_v4: false, converse };

/// Types of records (RFC 1035, 3596, 2782).
mod record {
    pub(super) const A: u16 = 1;
    pub(super) const CNAME: u16 = 5;
    pub(super) const TXT: u16 = 16;
    pub(super) const AAAA: u16 = 28;
    pub(super) const SRV: u16 = 33;
}

/// Where the question begins.
const HEADER_LEN: u8 = 12;
/// The pseudo record of EDNS: answers up to 1232 bytes.
const EDNS: [u8; 11] = [0, 0, 41, 4, 208, 0, 0, 0, 0, 0, 0];

fn converse(flow: &mut Flow) {
    for _ in 0..1 + flow.random.mostly_small(3) {
        let random = &mut flow.random;
        let id = random.u16();
        let mut host = words::host(random);
        let exists = !random.chance(1200);
        if !exists {
            // The search list of resolvers: most names that do not exist in a cluster come from it.
            host.push_str(".shop.svc.cluster.local");
        }
        let kind = match random.below(20) {
            0..=10 => record::A,
            11..=16 => record::AAAA,
            17 => record::TXT,
            18 => record::SRV,
            _ => record::CNAME,
        };
        let mut question = name(&host);
        question.extend_from_slice(&kind.to_be_bytes());
        question.extend_from_slice(&[0, 1]);

        let query = message(id, [0x01, 0x00], 0, &question, &[]);
        flow.udp(Side::Client, &query);
        flow.wait(80..=4000);

        let random = &mut flow.random;
        let answers = match kind {
            _ if !exists => 0,
            record::A | record::AAAA => random.within(1..=4),
            _ => 1,
        };
        let records: Vec<u8> = (1..=answers).flat_map(|number| answer(random, kind, number as u8)).collect();
        let code = if exists { 0x80 } else { 0x83 };
        let reply = message(id, [0x81, code], answers as u8, &question, &records);
        flow.udp(Side::Server, &reply);
        flow.wait(100..=50_000);
    }
}

/// A message with one question and the record of EDNS.
fn message(id: u16, flags: [u8; 2], answers: u8, question: &[u8], records: &[u8]) -> Vec<u8> {
    let mut message = id.to_be_bytes().to_vec();
    message.extend_from_slice(&flags);
    message.extend_from_slice(&[0, 1, 0, answers, 0, 0, 0, 1]);
    message.extend_from_slice(question);
    message.extend_from_slice(records);
    message.extend_from_slice(&EDNS);
    message
}

fn answer(random: &mut Random, kind: u16, number: u8) -> Vec<u8> {
    let data = match kind {
        record::A => vec![10, 96, random.below(256) as u8, number],
        record::AAAA => {
            let mut address = vec![0x20, 0x01, 0x0d, 0xb8];
            random.fill(&mut address, 12);
            address
        }
        record::TXT => {
            let text = format!("v=spf1 include:{} -all", random.pick(words::PUBLIC));
            let mut data = vec![text.len() as u8];
            data.extend_from_slice(text.as_bytes());
            data
        }
        record::SRV => {
            // priority, weight, port
            let mut data = vec![0, 0, 0, 100, 31, 144];
            data.extend_from_slice(&name(random.pick(words::PUBLIC)));
            data
        }
        _ => name(random.pick(words::PUBLIC)),
    };
    // the name is that of the question
    let mut record = vec![0xc0, HEADER_LEN];
    record.extend_from_slice(&kind.to_be_bytes());
    // class, seconds to live
    record.extend_from_slice(&[0, 1, 0, 0, 0, 30]);
    record.extend_from_slice(&(data.len() as u16).to_be_bytes());
    record.extend_from_slice(&data);
    record
}

/// A name as labels.
fn name(host: &str) -> Vec<u8> {
    let mut name = Vec::with_capacity(host.len() + 2);
    for label in host.split('.') {
        name.push(label.len() as u8);
        name.extend_from_slice(label.as_bytes());
    }
    name.push(0);
    name
}
