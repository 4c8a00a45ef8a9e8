//! The questions of `docs/questions.md`: their answers beside what a plain program makes of tshark's fields.

mod applications;
mod conversations;
mod frames;
mod own;
mod traffic;

use std::{
    collections::BTreeSet,
    fs::{self, File},
    path::{Path, PathBuf},
    thread,
};

use serde_json::{Map, Value};
use strato_bench::generate::{Format, Options, generate};

use self::frames::Frame;
use crate::Folder;

type Answer = fn(&[Frame]) -> Vec<Vec<Value>>;

/// What the headings of the page ask, and how it is found out without SQL.
#[rustfmt::skip]
static ANSWERS: &[(&str, Answer)] = &[
    ("Who sent most?", traffic::senders),
    ("Which protocols are there?", traffic::protocols),
    ("How many bytes a second?", traffic::seconds),
    ("How large are packets?", traffic::sizes),
    ("What goes out, what comes in?", traffic::directions),
    ("What is in VLANs and tunnels?", traffic::tunnels),
    ("Which hosts look for others by ARP?", traffic::arp),
    ("What is unreachable, and why?", traffic::unreachable),
    ("Which services are used?", conversations::services),
    ("Which clients speak with most servers?", conversations::clients),
    ("Which conversations lasted longest?", conversations::long_ones),
    ("How many conversations begin each second?", conversations::new_ones),
    ("Which conversations send things again?", conversations::retransmissions),
    ("How far away are servers?", conversations::round_trips),
    ("Which servers do not answer?", conversations::silent_servers),
    ("Which servers reset connections?", conversations::resets),
    ("Who scans ports?", traffic::scans),
    ("Who cannot keep up?", traffic::full_windows),
    ("Where do conversations pause?", conversations::pauses),
    ("Which names are asked for?", applications::names),
    ("Which names fail?", applications::failures),
    ("Which questions got no answer?", applications::unanswered),
    ("How slow are name servers?", applications::name_servers),
    ("What do web servers answer?", applications::codes),
    ("Which paths are slow?", applications::paths),
    ("Which requests were the slowest?", applications::requests),
    ("Which servers are visited over TLS, with which version?", applications::tls),
];

/// Captures of others, where they are.
const SHARED: &[&str] = &[
    "ndpi/instagram.pcap",
    "ndpi/anyconnect-vpn.pcap",
    "ndpi/false_positives.pcapng",
    "suricata-verify/base64-decode-5885/input.pcap",
    "suricata-verify/vxlan-decoder-03/vxlan.pcap",
    "zeek/wikipedia.pcap",
    "deepflow/common/geneve.pcap",
];

/// Where answers differ because frames are dissected otherwise: the end of a capture's path, the question, why.
#[rustfmt::skip]
static DIFFERING: &[(&str, &str, &str)] = &[
    ("own.pcap", "Which protocols are there?", "data of no HTTP on port 80, a complaint that quotes a header and no more"),
    ("instagram.pcap", "Which protocols are there?", "a body of HTTP that never ends"),
    ("anyconnect-vpn.pcap", "Which protocols are there?", "DTLS, AJP, and others that are not known"),
    ("base64-decode-5885/input.pcap", "Which protocols are there?", "a connection whose ports are used again"),
    ("base64-decode-5885/input.pcap", "Which conversations send things again?", "a connection whose ports are used again"),
    (
        "base64-decode-5885/input.pcap", "Which servers are visited over TLS, with which version?",
        "a connection whose ports are used again",
    ),
];

/// Headings of the page with their SQL.
fn questions() -> Vec<(String, String)> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/questions.md");
    let page = fs::read_to_string(page).expect("docs/questions.md");
    let question = |part: &str| {
        let (heading, rest) = part.split_once('\n').expect("a heading");
        let sql = rest.split_once("```sql\n").and_then(|(_, sql)| sql.split_once("```")).expect("a query");
        (heading.to_owned(), sql.0.to_owned())
    };
    page.split("\n### ").skip(1).map(question).collect()
}

/// The captures to ask, some of them written into the folder.
fn captures(folder: &Folder) -> Vec<PathBuf> {
    let mut captures = vec![folder.file("own.pcap", own::capture())];
    let generated = |name: &str, size, seed, no_loss| {
        let path = folder.0.join(name);
        let options = Options { size, seed, no_loss, flows: None, one_stream: None };
        generate(File::create(&path).expect("a file"), Format::Pcap, &options).expect("a capture");
        path
    };
    captures.push(generated("generated.pcap", 3_000_000, 1, true));
    captures.push(generated("losses.pcap", 1_000_000, 7, false));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let recorded = ["dns.pcap", "http.pcap", "icmp.pcap", "dhcp.pcap", "web.pcapng"];
    captures.extend(recorded.map(|name| root.join("tests/captures").join(name)));
    let shared = std::env::var_os("STRATO_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let shared = SHARED.iter().map(|name| shared.join("captures").join(name));
    captures.extend(shared.filter(|path| path.exists()));
    captures
}

#[test]
fn the_page_asks_what_is_answered() {
    let page: BTreeSet<String> = questions().into_iter().map(|(heading, _)| heading).collect();
    let answers: BTreeSet<String> = ANSWERS.iter().map(|(heading, _)| (*heading).to_owned()).collect();
    assert_eq!(page, answers);
}

#[test]
fn answers_are_those_of_tshark() {
    if !frames::is_installed() {
        println!("skipped: tshark is not installed");
        return;
    }
    let folder = Folder::new("questions");
    let (captures, questions) = (captures(&folder), questions());
    let halves = captures.split_at(2);
    let outcomes = thread::scope(|scope| {
        let first = scope.spawn(|| ask(&folder, halves.0, &questions));
        [ask(&folder, halves.1, &questions), first.join().expect("an outcome")]
    });
    let wrong: Vec<&str> = outcomes.iter().flat_map(|outcome| &outcome.wrong).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    let has_answer = |heading: &String| outcomes.iter().any(|outcome| outcome.answered.contains(heading));
    let nothing: Vec<_> = questions.iter().map(|(heading, _)| heading).filter(|heading| !has_answer(heading)).collect();
    assert!(nothing.is_empty(), "no capture has an answer to {nothing:?}");
}

/// How asking went.
#[derive(Default)]
struct Outcome {
    /// The questions to which there was an answer.
    answered: BTreeSet<String>,
    /// Answers that differ.
    wrong: Vec<String>,
}

/// Asks everything of some captures.
fn ask(folder: &Folder, captures: &[PathBuf], questions: &[(String, String)]) -> Outcome {
    let mut outcome = Outcome::default();
    for capture in captures {
        let frames = frames::of(capture);
        for (heading, sql) in questions {
            let (_, answer) = ANSWERS.iter().find(|(asked, _)| asked == heading).expect("an answer");
            let (expected, found) = (answer(&frames), rows(folder, sql, capture));
            let same = |(a, b): (&Vec<Value>, &Vec<Value>)| a.len() == b.len() && a.iter().zip(b).all(is_same);
            let differs = |row: &&(&str, &str, &str)| capture.ends_with(row.0) && row.1 == heading;
            let agrees = expected.len() == found.len() && expected.iter().zip(&found).all(same);
            if DIFFERING.iter().any(|row| differs(&row)) {
                if agrees {
                    outcome.wrong.push(format!("{heading}\n{}\nthis no longer differs", capture.display()));
                }
                continue;
            }
            if !agrees {
                let (expected, found) = (shown(&expected), shown(&found));
                let capture = capture.display();
                outcome.wrong.push(format!("{heading}\n{capture}\ntshark tells\n{expected}\nSQL answers\n{found}"));
            }
            if !found.is_empty() {
                outcome.answered.insert(heading.clone());
            }
        }
    }
    outcome
}

/// What SQL answers.
fn rows(folder: &Folder, sql: &str, capture: &Path) -> Vec<Vec<Value>> {
    let output = folder.strato().args(["sql", sql, "-T", "ndjson"]).arg(capture).output().expect("strato runs");
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(output.status.success(), "{}: {}\n{sql}", capture.display(), String::from_utf8_lossy(&output.stderr));
    let row = |line| serde_json::from_str::<Map<String, Value>>(line).expect("an object").into_values().collect();
    text.lines().map(row).collect()
}

/// Numbers are the same up to what computing makes of them: DataFusion's percentiles stand between two values with six
/// digits.
fn is_same((a, b): (&Value, &Value)) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-5 * a.abs(),
        _ => a == b,
    }
}

fn shown(rows: &[Vec<Value>]) -> String {
    let line = |row: &Vec<Value>| row.iter().map(Value::to_string).collect::<Vec<_>>().join("  ");
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
