//! `strato fields`.

use snapbox::str;

use crate::Folder;

#[test]
fn fields_are_found_by_name_label_and_value() {
    let folder = Folder::new("fields");
    let strato = |args: &[&str]| folder.strato().arg("fields").args(args).assert();
    strato(&["udp.srcport"]).code(0).stdout_eq(str![[r#"
udp.srcport                                  UINT16             Source Port

"#]]);
    strato(&["tcp.flags.syn", "--values"]).code(0).stdout_eq(str![[r#"
tcp.flags.syn                                BOOLEAN            Syn
               1  Set
               0  Not set

"#]]);
    let named = strato(&["no such thing"]).code(1);
    named.stdout_eq("").stderr_eq("strato fields: nothing matches `no such thing`\n");
    let named = strato(&["no such name", "--type", "uint16"]).code(0).get_output().stdout.clone();
    let named = String::from_utf8(named).unwrap();
    assert!(named.contains("dns.flags.rcode") && named.contains("3  No such name"), "{named}");
}

#[test]
fn json_has_the_whole_declaration() {
    let folder = Folder::new("fields-json");
    folder.strato().args(["fields", "--json", "tcp.flags.syn"]).assert().code(0).stdout_eq(str![[r#"
{"name":"tcp.flags.syn","label":"Syn","type":"BOOLEAN","source":"header","values":[{"low":1,"high":1,"name":"Set"},{"low":0,"high":0,"name":"Not set"}]}

"#]]);
}

#[test]
fn coverage_compares_with_a_dictionary() {
    let folder = Folder::new("fields-coverage");
    let rows = "field\ttype\tprotocol\nudp.srcport\tFT_UINT16\tudp\nudp.nothing\tFT_NONE\tudp\nnix.a\tFT_NONE\tnix\n";
    let dictionary = folder.file("dictionary.tsv", rows);
    let strato = |more: &[&str]| folder.strato().args(["fields", "--coverage"]).arg(&dictionary).args(more).assert();
    strato(&[]).code(0).stdout_eq(str![[r#"
udp                           1 of      2   50.00 %
    udp.nothing
in all                        1 of      3   33.33 %
protocols without any field: 1

"#]]);
    strato(&["udp", "--json"]).code(0).stdout_eq(str![[r#"
{"protocol":"udp","known":1,"total":2,"missing":["udp.nothing"]}

"#]]);
    strato(&["tcp"]).code(1).stderr_eq("strato fields: no protocol `tcp` in the dictionary\n");
}
