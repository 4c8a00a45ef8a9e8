//! The project's own captures: the frames that Wireshark selects, for every filter of `tests/captures`.

use std::{collections::HashMap, fs, path::Path};

use strato_engine::{
    query::{Query, QueryOptions},
    read::Reader,
};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/captures");

fn rows(file: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(Path::new(FOLDER).join(file)).expect("the file is committed");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn select(capture: &str, filter: &str) -> String {
    let mut query = match Query::compile(filter, QueryOptions::default()) {
        Ok(query) => query,
        Err(errors) => return format!("{}: {}", errors[0].code, errors[0].message),
    };
    let mut reader = Reader::open(&Path::new(FOLDER).join(capture)).expect("the capture is committed");
    let mut numbers = Vec::new();
    while let Some(frame) = reader.next_frame().expect("the capture is whole") {
        if query.matches(&frame) {
            numbers.push(frame.number.to_string());
        }
    }
    numbers.join(",")
}

#[test]
fn filters_select_what_wireshark_selects() {
    let mut known: HashMap<(String, String), String> =
        rows("differing.tsv").into_iter().map(|row| ((row[0].clone(), row[1].clone()), row[2].clone())).collect();
    let answers = rows("answers.tsv");
    assert!(answers.len() >= 300, "{}", answers.len());
    let (mut agreeing, mut wrong) = (0, Vec::new());
    for row in &answers {
        let (capture, filter, right) = (&row[0], &row[1], &row[3]);
        assert_eq!(
            row[2],
            right.split(',').filter(|number| !number.is_empty()).count().to_string(),
            "{capture}: {filter}"
        );
        let named = known.remove(&(capture.clone(), filter.clone()));
        let found = select(capture, filter);
        match (found == *right, named) {
            (true, None) => agreeing += 1,
            (true, Some(why)) => {
                wrong.push(format!("{capture}\t{filter}\tagrees now, though differing.tsv says: {why}"));
            }
            (false, Some(_)) => {}
            (false, None) => wrong.push(format!("{capture}\t{filter}\t{found}\tnot\t{right}")),
        }
    }
    for entry in fs::read_dir(FOLDER).expect("the folder is committed").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let judged = !name.contains(".pcap") || answers.iter().any(|row| row[0] == name);
        assert!(judged, "{name} has no answers: run tests/captures/judge");
    }
    println!("{agreeing} of {} filters agree over tests/captures", answers.len());
    assert!(known.is_empty(), "differing.tsv names filters that are not asked: {known:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
