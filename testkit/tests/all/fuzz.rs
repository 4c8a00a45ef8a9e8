//! Every input that fuzzing kept, and the seeds it starts from. `STRATO_SEEDS=FOLDER` writes the seeds there, with
//! those of the shared captures where they are.

use std::{collections::HashMap, fs, path::Path};

use strato_testkit::{
    conformance,
    fuzz::{self, TARGETS, Target, conversations_of_capture, corpus, seeds_of_capture},
};

#[test]
fn seeds_and_corpus_hold() {
    let mut bytes = 0;
    for target in TARGETS {
        let seeds = (target.seeds)();
        assert!(seeds.len() >= 5, "{} has {} seeds", target.name, seeds.len());
        seeds.iter().for_each(|seed| (target.check)(seed));
        let kept = kept(target);
        println!("{}: {} seeds, {} kept inputs", target.name, seeds.len(), kept.len());
        for (name, input) in &kept {
            bytes += input.len();
            (target.check)(input);
            // Findings have names; what fuzzing kept for its reach has not.
            if target.name == "dissect" && !name.starts_with("kept-") {
                let differences = fuzz::differences(input, &mut |_| true);
                assert!(differences.is_empty(), "{name}: {differences:?}");
            }
        }
    }
    assert!(bytes < 300 << 10, "the corpus has {bytes} bytes: keep the small and telling ones");
}

fn kept(target: &Target) -> Vec<(String, Vec<u8>)> {
    let Ok(folder) = fs::read_dir(corpus(target)) else { return Vec::new() };
    let mut kept: Vec<_> = folder
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).ok()?)))
        .collect();
    kept.sort();
    kept
}

/// What is asked for changes nothing of what is found: each field of the seeds, and of the shared captures.
#[test]
fn fields_are_the_same_alone() {
    /// A field need not be looked at more often than this.
    const TIMES: u32 = 3;
    let mut seen = HashMap::new();
    let samples = TARGETS.iter().filter(|target| target.name == "dissect").flat_map(|target| (target.seeds)());
    let shared = captures().into_iter().filter_map(|path| seeds_of_capture(&path).ok()).flatten();
    let mut differences: Vec<_> = samples
        .chain(shared)
        .flat_map(|seed| {
            fuzz::differences(&seed, &mut |field| {
                let times: &mut u32 = seen.entry(field).or_default();
                *times += 1;
                *times <= TIMES
            })
        })
        .collect();
    differences.sort();
    differences.dedup_by(|a, b| a.split(' ').next() == b.split(' ').next());
    assert!(differences.is_empty(), "{} fields:\n{}", differences.len(), differences.join("\n"));
}

#[test]
fn seeds_are_written_when_asked_for() {
    let Some(folder) = std::env::var_os("STRATO_SEEDS") else { return };
    for target in TARGETS {
        let folder = Path::new(&folder).join(target.name);
        fs::create_dir_all(&folder).expect("the folder can be made");
        let mut seeds = (target.seeds)();
        if target.name == "dissect" {
            seeds.extend(captures().iter().filter_map(|path| seeds_of_capture(path.as_ref()).ok()).flatten());
        }
        if target.name == "stream" {
            seeds.extend(captures().iter().filter_map(|path| conversations_of_capture(path).ok()).flatten());
        }
        for (i, seed) in seeds.iter().enumerate() {
            fs::write(folder.join(format!("seed-{i:04}")), seed).expect("a seed can be written");
        }
    }
}

/// The shared captures.
fn captures() -> Vec<std::path::PathBuf> {
    let Some(shared) = conformance::shared() else { return Vec::new() };
    let table = fs::read_to_string(shared.join("conformance/truth.tsv")).unwrap_or_default();
    let mut names: Vec<_> =
        table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('\t').next()).collect();
    names.dedup();
    names.iter().map(|name| shared.join("captures").join(name)).collect()
}
