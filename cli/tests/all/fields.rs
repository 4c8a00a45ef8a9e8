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
