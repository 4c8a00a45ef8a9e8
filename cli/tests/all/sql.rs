//! `strato sql`: forms of answers, files, errors and exit codes.

use std::fs;

use snapbox::str;

use crate::Folder;

#[test]
fn answers_are_tables() {
    let folder = Folder::with_sample("sql-tables");
    let query =
        "SELECT ip.src, count(*), sum(frame.len) FROM frames WHERE udp.port == 53 OR tcp GROUP BY 1 ORDER BY 2 DESC, 1";
    let table = folder.strato().args(["sql", query, "sample.pcap"]).assert().code(0);
    table.stdout_eq(str![[r#"
ip.src     count(*)  sum(frame.len)
─────────  ────────  ──────────────
10.0.0.1          2             123
10.0.0.7          1              54
10.0.0.53         1             101

"#]]);
    let query = "SELECT frame.number, dns.a FROM frames WHERE dfilter('dns.a')";
    folder.strato().args(["sql", query, "sample.pcap", "-T", "ndjson"]).assert().code(0).stdout_eq(str![[r#"
{"frame.number":2,"dns.a":["10.0.0.7","10.0.0.8"]}

"#]]);
    let filtered =
        folder.strato().args(["sql", "SELECT count(*) FROM frames", "sample.pcap", "-Y", "tcp", "-T", "csv"]);
    filtered.assert().code(0).stdout_eq(str![[r#"
count(*)
2

"#]]);
}

#[test]
fn bytes_are_understood_as_the_options_say() {
    let folder = Folder::with_sample("sql-options");
    let query = "SELECT count(*) AS n FROM frames WHERE dns";
    let count = |options: &[&str]| {
        let command = folder.strato().args(["sql", query, "sample.pcap", "-T", "csv"]).args(options);
        String::from_utf8(command.assert().code(0).get_output().stdout.clone()).unwrap()
    };
    assert_eq!(count(&[]), "n\n2\n");
    assert_eq!(count(&["-d", "udp.port==53,ntp"]), "n\n0\n");
}

#[test]
fn files_are_whole_or_not_there() {
    let folder = Folder::with_sample("sql-files");
    let written = |query: &str, file: &str| folder.strato().args(["sql", query, "sample.pcap", "-w", file]).assert();
    written("SELECT frame.number, ip.src FROM frames", "frames.csv").code(0).stdout_eq("");
    assert!(fs::read_to_string(folder.0.join("frames.csv")).unwrap().starts_with("frame.number,ip.src\n1,10.0.0.1\n"));
    written("SELECT frame.number, ip.src FROM frames", "frames.parquet").code(0).stdout_eq("");
    assert!(fs::read(folder.0.join("frames.parquet")).unwrap().ends_with(b"PAR1"));
    written("SELECT ip.scr FROM frames", "wrong.csv").code(1);
    written("SELECT 1 FROM frames", "sample.pcap").code(1).stderr_eq(str![[r#"
strato: -w sample.pcap: it is read, too; write to another file

"#]]);
    let names = fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.collect();
    names.sort();
    assert_eq!(names, ["frames.csv", "frames.parquet", "sample.pcap"]);
}

#[test]
fn what_is_wrong_is_said() {
    let folder = Folder::with_sample("sql-wrong");
    let sql = |query: &str, file: &str| folder.strato().args(["sql", query, file]).assert();
    sql("SELECT ip.scr FROM frames", "sample.pcap").code(1).stdout_eq("").stderr_eq(str![[r#"
error: there is no field or column `ip.scr`
 --> <sql>:1:8
  |
1 | SELECT ip.scr FROM frames
  |        ^^^^^^ not known
  |
help: a name like this exists
  |
1 - SELECT ip.scr FROM frames
1 + SELECT ip.src FROM frames
  |

"#]]);
    sql("SELECT 1 FROM frames WHERE dfilter('ip.scr')", "sample.pcap").code(1).stderr_eq(str![[r#"
error[E0201]: no field `ip.scr`
 --> <filter>:1:1
  |
1 | ip.scr
  | ^^^^^^ not a field of `ip`
  |
help: a field with a similar name exists
  |
1 - ip.scr
1 + ip.src
  |

"#]]);
    sql("SELECT 1 FROM frames WHERE ip.src = 'home'", "sample.pcap").code(1).stderr_eq(str![[r#"
error: 'home' is not an IPv4 address, such as 10.0.0.1 or 10.0.0.0/8

"#]]);
    sql("SELECT 1 FROM frames", "missing.pcap").code(1).stderr_eq(str![[r#"
strato: missing.pcap: cannot open it: No such file or directory (os error 2)

"#]]);
}

#[test]
fn a_damaged_capture_answers_as_far_as_it_goes() {
    let folder = Folder::with_sample("sql-damaged");
    let whole = fs::read(folder.0.join("sample.pcap")).unwrap();
    folder.file("cut.pcap", &whole[..whole.len() - 10]);
    let answer = folder.strato().args(["sql", "SELECT count(*) AS n FROM frames", "cut.pcap", "-T", "csv"]).assert();
    answer.code(2).stdout_eq("n\n3\n").stderr_eq(str![[r#"
strato sql: cut.pcap: cut short in a packet: 70 bytes needed, 60 there at byte 296, after frame 3; the frames before it are complete; the capture was stopped while writing, or the copy is not complete

"#]]);
}
