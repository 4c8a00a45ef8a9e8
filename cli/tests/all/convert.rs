//! `strato convert`: files, errors and exit codes.

use std::{fs, process::Command};

use snapbox::{cmd::cargo_bin, str};

use crate::Folder;

fn names(folder: &Folder) -> Vec<String> {
    let names = fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

#[test]
fn a_capture_becomes_a_table_and_a_capture_again() {
    let folder = Folder::with_sample("convert-round");
    let run = |args: &[&str]| folder.strato().args(args).assert().code(0).stderr_eq("");
    run(&["convert", "sample.pcap", "sample.parquet", "--with", "dns"]).stdout_eq("");
    let sql = "SELECT frame.number, ip.src, dns.a FROM frames WHERE dfilter('dns or tcp.port == 80') ORDER BY 1";
    let of_capture = run(&["sql", sql, "sample.pcap", "-T", "csv"]).get_output().stdout.clone();
    run(&["sql", sql, "sample.parquet", "-T", "csv"]).stdout_eq(String::from_utf8(of_capture).unwrap());
    run(&["convert", "sample.pcap", "whole.parquet", "--payload"]);
    run(&["convert", "whole.parquet", "again.pcap"]);
    assert_eq!(fs::read(folder.0.join("again.pcap")).unwrap(), fs::read(folder.0.join("sample.pcap")).unwrap());
    let all = ["again.pcap", "sample.parquet", "sample.pcap", "whole.parquet"];
    assert_eq!(names(&folder), all);
    // A folder is one table.
    run(&["sql", "SELECT count(*) AS n FROM frames", ".", "-T", "csv"]).stdout_eq("n\n16\n");
    run(&["sql", "SELECT count(*) AS n FROM frames", "*.parquet", "-T", "csv"]).stdout_eq("n\n8\n");
}

#[test]
fn what_is_wrong_is_said_and_nothing_left() {
    let folder = Folder::with_sample("convert-wrong");
    let wrong = |args: &[&str]| folder.strato().arg("convert").args(args).assert().code(1).stdout_eq("");
    wrong(&["sample.pcap", "out.parquet", "-e", "ip.scr"]).stderr_eq(str![[r#"
strato: there is no field `ip.scr`; did you mean `ip.src`?

"#]]);
    wrong(&["sample.pcap", "sample.csv"]).stderr_eq(str![[r#"
strato: sample.csv: a name that ends in .parquet, or in .pcapng or .pcap, is expected

"#]]);
    wrong(&["missing.pcap", "out.parquet"]).stderr_eq(str![[r#"
strato: missing.pcap: cannot open it: No such file or directory (os error 2)

"#]]);
    wrong(&["*.pcapng", "out.parquet"]).stderr_eq(str![[r#"
strato: *.pcapng: no file is called so

"#]]);
    wrong(&["sample.pcap", "none/out.parquet"]).stderr_eq(str![[r#"
strato: none/out.parquet: cannot make it: No such file or directory (os error 2)

"#]]);
    wrong(&["sample.pcap", "out.parquet", "-Y", "ip.scr"]);
    assert_eq!(names(&folder), ["sample.pcap"]);
    folder.strato().args(["convert", "sample.pcap", "x.parquet"]).assert().code(0);
    wrong(&["x.parquet", "out.pcapng"]).stderr_eq(str![[r#"
strato: x.parquet: it does not hold the frames themselves; convert the capture with --payload

"#]]);
    wrong(&["x.parquet", "x.parquet"]).stderr_eq(str![[r#"
strato: x.parquet: it is read, too (x.parquet); write to another file

"#]]);
}

#[test]
fn a_damaged_capture_is_converted_as_far_as_it_goes() {
    let folder = Folder::with_sample("convert-damaged");
    let whole = fs::read(folder.0.join("sample.pcap")).unwrap();
    folder.file("cut.pcap", &whole[..whole.len() - 10]);
    let converted = folder.strato().args(["convert", "cut.pcap", "cut.parquet"]).assert().code(2);
    converted.stderr_eq("strato convert: cut.pcap: cut short in a packet[..]\n");
    let count = folder.strato().args(["sql", "SELECT count(*) AS n FROM frames", "cut.parquet", "-T", "csv"]).assert();
    count.code(0).stdout_eq("n\n3\n");
}

#[test]
#[cfg(unix)]
fn a_file_that_cannot_be_written_is_not_there() {
    let folder = Folder::with_sample("convert-full");
    // No file may be longer than four blocks, as on a full disk.
    let strato = cargo_bin!("strato").display().to_string();
    let limited = format!("ulimit -f 4; exec {strato} convert sample.pcap out.parquet");
    let output = Command::new("bash").args(["-c", &limited]).current_dir(&folder.0).output();
    let Ok(output) = output else {
        println!("skipped: bash is not installed");
        return;
    };
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert!(message.starts_with("strato: out.parquet: cannot write to it: "), "{message}");
    assert!(message.contains("nothing was written"), "{message}");
    assert_eq!(names(&folder), ["sample.pcap"]);
}

#[test]
fn frames_of_files_are_shown_as_those_of_captures() {
    let folder = Folder::with_sample("convert-query");
    let run = |args: &[&str], file: &str| {
        let output =
            folder.strato().arg("query").args(args).arg(file).assert().code(0).stderr_eq("").get_output().clone();
        String::from_utf8(output.stdout).unwrap()
    };
    let convert = |args: &[&str]| folder.strato().arg("convert").args(args).assert().code(0);
    convert(&["sample.pcap", "columns.parquet", "--with", "summary,dns"]);
    convert(&["sample.pcap", "frames.parquet", "--payload"]);
    let asked: &[&[&str]] = &[
        &["--count", "dns"],
        &["--count", "ip.src == 10.0.0.0/24 and not tcp"],
        &["tcp.port == 80", "-e", "frame.number", "-e", "ip.src", "-e", "tcp.port", "-e", "frame.time"],
        &["dns", "-e", "dns.a", "-e", "dns", "-T", "csv"],
        &["", "-T", "ndjson", "-e", "eth.src", "-e", "udp.srcport", "-e", "tcp.flags.syn"],
        &["", "-c", "3"],
        &["dns.qry.name contains \"a\""],
    ];
    for args in asked {
        let expected = run(args, "sample.pcap");
        assert_eq!(run(args, "columns.parquet"), expected, "{args:?}");
        assert_eq!(run(args, "frames.parquet"), expected, "{args:?}");
    }
    assert_eq!(run(&["tcp", "-V", "-x"], "frames.parquet"), run(&["tcp", "-V", "-x"], "sample.pcap"));
    folder.strato().args(["query", "", "columns.parquet", "-V"]).assert().code(1).stderr_eq(str![[r#"
strato: columns.parquet: it holds columns and not the frames themselves, which -V needs; convert the capture with --payload

"#]]);
    folder.strato().args(["query", "http.host", "columns.parquet"]).assert().code(1).stdout_eq("").stderr_eq(str![[
        r#"
error: columns.parquet does not hold `http.host`
 |
 = note: convert the capture again with -e http.host, or with --payload, which keeps the frames for any question

"#
    ]]);
}
