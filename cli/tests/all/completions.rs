//! Shell completions know field names.

use std::process::Command;

use crate::Folder;

#[test]
fn field_names_complete_inside_a_filter() {
    let folder = Folder::new("complete-field");
    let words = folder.strato().args(["complete-field", "ip && tcp.srcp"]).assert().code(0);
    words.stdout_eq("ip && tcp.srcport\n");
}

#[test]
fn bash_offers_commands_options_and_fields() {
    let folder = Folder::new("bash");
    if Command::new("bash").arg("--version").output().is_err() {
        println!("skipped: bash is not installed");
        return;
    }
    let script = folder.strato().args(["completions", "bash"]).assert().code(0).get_output().stdout.clone();
    folder.file("strato.bash", script);
    let complete = |line: &str| {
        let words: Vec<_> = line.split(' ').collect();
        let (last, current) = (words.len() - 1, words.last().unwrap_or(&""));
        let before = words[last - 1];
        let quoted: Vec<_> = words.iter().map(|word| format!("{word:?}")).collect();
        let bash = format!(
            "source strato.bash; COMP_WORDS=({}); COMP_CWORD={last}; \
             _strato_with_fields strato {current:?} {before:?}; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            quoted.join(" ")
        );
        let binary = std::path::Path::new(snapbox::cmd::cargo_bin!("strato")).parent().unwrap();
        let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap_or_default());
        let output =
            Command::new("bash").args(["-c", &bash]).current_dir(&folder.0).env("PATH", path).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(complete("strato que").contains("query"), "{}", complete("strato que"));
    assert!(complete("strato convert a.pcap -e tcp.srcp").contains("tcp.srcport"));
    assert!(complete("strato query --cou").contains("--count"));
    assert_eq!(complete("strato query udp.srcp"), "udp.srcport\n");
    assert_eq!(complete("strato query '!(udp.srcp"), "!(udp.srcport\n");
    assert_eq!(complete("strato query ip x.pcap -e udp.dstp"), "udp.dstport\n");
}

#[test]
fn other_shells_have_scripts_too() {
    let folder = Folder::new("shells");
    for (shell, call) in [("zsh", "compdef _strato_with_fields strato"), ("fish", "strato complete-field")] {
        let script = folder.strato().args(["completions", shell]).assert().code(0).get_output().stdout.clone();
        assert!(String::from_utf8(script).unwrap().contains(call), "{shell}");
    }
}
