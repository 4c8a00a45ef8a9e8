//! `strato query`: outputs, several inputs, errors and exit codes.

use std::fs;

use snapbox::str;

use crate::{
    Folder,
    captures::{pcap, sample},
};

#[test]
fn what_is_wrong_with_a_segment_stands_first() {
    let folder = Folder::new("segments");
    let syn = &sample()[2];
    folder.file("twice.pcap", pcap(&[syn.clone(), syn.clone()]));
    let line = "[TCP Retransmission] 50000 → 443 [SYN] Seq=0 Win=65535 Len=0";
    for form in ["text", "csv"] {
        let command = folder.strato().args(["query", "frame.number == 2", "-T", form, "twice.pcap"]);
        let text = String::from_utf8(command.assert().code(0).get_output().stdout.clone()).expect("text");
        assert!(text.trim_end().ends_with(line), "{form}: {text}");
    }
    let red = folder.strato().args(["query", "--color", "always", "frame.number == 2", "twice.pcap"]);
    let text = red.assert().code(0).get_output().stdout.clone();
    assert!(text.starts_with(b"\x1b[31m"), "a repetition is red: {}", String::from_utf8_lossy(&text));
}

#[test]
fn frames_are_lines() {
    let folder = Folder::with_sample("lines");
    let lines = folder.strato().args(["query", "tcp.flags.syn == 1 or dns.a", "sample.pcap"]).assert().code(0);
    lines.stdout_eq(str![[r#"
    2  0.250000000 10.0.0.53       → 10.0.0.1        DNS        101 Standard query response 0x1234 A shop.test A 10.0.0.7 A 10.0.0.8
    3  0.500000000 10.0.0.1        → 10.0.0.7        TCP         54 50000 → 443 [SYN] Seq=0 Win=65535 Len=0

"#]]);
    let command = folder.strato().args(["query", "--color", "always", "tcp.flags.reset == 1", "sample.pcap"]);
    let line = command.assert().code(0).get_output().stdout.clone();
    assert!(line.starts_with(b"\x1b[31m"), "a reset is red: {}", String::from_utf8_lossy(&line));
}

#[test]
fn fields_are_columns() {
    let folder = Folder::with_sample("columns");
    let strato = || folder.strato().args(["query", "ip", "sample.pcap", "-e", "frame.number"]);
    strato().args(["-e", "ip.dst,dns.a", "-e", "tcp.flags"]).assert().code(0).stdout_eq(str![[r#"
1	10.0.0.53		
2	10.0.0.1	10.0.0.7,10.0.0.8	
3	10.0.0.7		0x0002
4	10.0.0.1		0x0014

"#]]);
    let options = ["header=y", "separator=;", "quote=d", "occurrence=l", "aggregator=/s"];
    let options = options.iter().flat_map(|option| ["-E", option]);
    strato().args(["-T", "fields", "-e", "dns.a", "-c", "2"]).args(options).assert().code(0).stdout_eq(str![[r#"
frame.number;dns.a
"1";
"2";"10.0.0.8"

"#]]);
    strato().args(["-T", "csv", "-e", "dns.a", "-e", "ip.ttl", "-c2"]).assert().code(0).stdout_eq(str![[r#"
frame.number,dns.a,ip.ttl
1,,64
2,"10.0.0.7,10.0.0.8",64

"#]]);
}

#[test]
fn json_has_two_forms() {
    let folder = Folder::with_sample("json");
    let strato =
        || folder.strato().args(["query", "dns.a", "sample.pcap", "-e", "dns.a", "-e", "dns.id", "-e", "ip.ttl"]);
    strato().args(["-T", "json"]).assert().code(0).stdout_eq(str![[r#"
[
  {
    "_index": "packets-2023-11-14",
    "_type": "doc",
    "_score": null,
    "_source": {
      "layers": {
        "dns.a": [
          "10.0.0.7",
          "10.0.0.8"
        ],
        "dns.id": [
          "0x1234"
        ],
        "ip.ttl": [
          "64"
        ]
      }
    }
  }
]

"#]]);
    strato().args(["-T", "ndjson", "-e", "frame.time"]).assert().code(0).stdout_eq(str![[r#"
{"dns.a":["10.0.0.7","10.0.0.8"],"dns.id":4660,"ip.ttl":64,"frame.time":"2023-11-14T22:13:20.250000000Z"}

"#]]);
    folder.strato().args(["query", "arp", "sample.pcap", "-T", "json"]).assert().code(0).stdout_eq("[]\n");
}

#[test]
fn a_tree_shows_every_layer() {
    let folder = Folder::with_sample("tree");
    let tree = folder.strato().args(["query", "frame.number == 3", "sample.pcap", "-V", "-x"]).assert().code(0);
    tree.stdout_eq(str![[r#"
Frame 3: 54 bytes on wire (432 bits), 54 bytes captured (432 bits)
    [Frame Number: 3]
    [Frame Length: 54 bytes]
    [Capture Length: 54 bytes]
    [Encapsulation type: Ethernet (1)]
    [Section number: 1]
    [File Offset: 226]
    [Frame is marked: False]
    [Frame is ignored: False]
    [Arrival Time: Nov 14, 2023 22:13:20.500000000 UTC]
    [UTC Arrival Time: Nov 14, 2023 22:13:20.500000000 UTC]
    [Epoch Arrival Time: 1700000000.500000000]
    [Time shift for this packet: 0.000000000 seconds]
    [Time since reference or first frame: 0.500000000 seconds]
    [Time delta from previous captured frame: 0.250000000 seconds]
    [Protocols in frame: eth:ethertype:ip:tcp]
Ethernet
    Destination: 02:00:00:00:00:02
    Destination (resolved): 02:00:00:00:00:02
    Destination OUI: 131072
    .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)
    .... ...0 .... .... .... .... = IG bit: Individual address (unicast)
    Source: 02:00:00:00:00:01
    Source (resolved): 02:00:00:00:00:01
    [Stream index: 0]
    Source OUI: 131072
    .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)
    .... ...0 .... .... .... .... = IG bit: Individual address (unicast)
    Type: IPv4 (0x0800)
Internet Protocol Version 4
    Header Length: 20 bytes
    [Header checksum status: Unverified (2)]
    0100 .... = Version: 4
    Differentiated Services Field: 0x00
        0000 00.. = Differentiated Services Codepoint: Default (0)
        .... ..00 = Explicit Congestion Notification: Not ECN-Capable Transport (0)
    Total Length: 40
    Identification: 0x0001 (1)
    ...0 0000 0000 0000 = Fragment Offset: 0
    010. .... = Flags: 0x02
        0... .... = Reserved bit: Not set
        .1.. .... = Don't fragment: Set
        ..0. .... = More fragments: Not set
    Time to Live: 64
    Protocol: TCP (6)
    Header Checksum: 0x26c8
    Source Address: 10.0.0.1
    Source Host: 10.0.0.1
    Destination Address: 10.0.0.7
    Destination Host: 10.0.0.7
    [Stream index: 1]
Transmission Control Protocol
    Source Port: 50000
    Destination Port: 443
    Sequence Number (raw): 100
    Sequence Number: 0
    [Next Sequence Number: 1]
    Acknowledgment number (raw): 0
    Acknowledgment Number: 0
    TCP Flags: ··········S·
    [Stream index: 0]
    [Stream Packet Number: 1]
    .... 0000 0000 0010 = Flags: 0x0002
        .... 000. .... .... = Reserved: Not set
        .... ...0 .... .... = Accurate ECN: Not set
        .... .... 0... .... = Congestion Window Reduced: Not set
        .... .... .0.. .... = ECN-Echo: Not set
        .... .... ..0. .... = Urgent: Not set
        .... .... ...0 .... = Acknowledgment: Not set
        .... .... .... 0... = Push: Not set
        .... .... .... .0.. = Reset: Not set
        .... .... .... ..1. = Syn: Set
        .... .... .... ...0 = Fin: Not set
    Header Length: 20
    [TCP Segment Len: 0]
    [Checksum Status: Unverified (2)]
    Window: 65535
    Calculated window size: 65535
    [Conversation completeness: 0]
    [RST: Absent]
    [FIN: Absent]
    [Data: Absent]
    [ACK: Absent]
    [SYN-ACK: Absent]
    [SYN: Absent]
    [Completeness Flags: ······]
    [Connection establish request (SYN)]
    [Time since first frame in this TCP stream: 0.000000000 seconds]
    [Time since previous frame in this TCP stream: 0.000000000 seconds]
    Checksum: 0x0000
    Urgent Pointer: 0
Expert Info
    [Message: Connection establish request (SYN)]
    [Group: Sequence (33554432)]
    [Severity level: Chat (2097152)]

0000  02 00 00 00 00 02 02 00 00 00 00 01 08 00 45 00   ..............E.
0010  00 28 00 01 40 00 40 06 26 c8 0a 00 00 01 0a 00   .(..@.@.&.......
0020  00 07 c3 50 01 bb 00 00 00 64 00 00 00 00 50 02   ...P.....d....P.
0030  ff ff 00 00 00 00                                 ......


"#]]);
}

#[test]
fn several_captures_and_standard_input() {
    let folder = Folder::with_sample("several");
    let bytes = pcap(&sample());
    let command = folder.strato().args(["query", "--count", "dns", "sample.pcap", "-"]).stdin(bytes.clone());
    command.assert().code(0).stdout_eq("4\n");
    let command = folder.strato().args(["query", "-Y", "udp", "-r", "sample.pcap", "--count"]);
    command.assert().code(0).stdout_eq("2\n");
    let command = folder.strato().args(["query", "ip.dst == ${ip.src}", "sample.pcap", "--reference-frame", "3"]);
    command.args(["-e", "frame.number"]).assert().code(0).stdout_eq("2\n4\n");
}

#[test]
fn two_passes_know_what_comes_later() {
    let folder = Folder::with_sample("two_passes");
    let strato = |args: &[&str]| folder.strato().arg("query").args(args).assert();
    strato(&["dns.response_in", "sample.pcap", "--count"]).code(0).stdout_eq("0\n");
    for threads in ["1", "4"] {
        let columns = ["-e", "frame.number", "-e", "dns.response_in", "-e", "tcp.completeness", "--threads", threads];
        let two = strato(&[&["-2", "dns.response_in || tcp", "sample.pcap"][..], &columns].concat());
        two.code(0).stdout_eq("1\t2\t\n3\t\t37\n4\t\t37\n");
    }
    // Each capture is one of its own.
    strato(&["--two-pass", "dns.response_in == 2", "sample.pcap", "sample.pcap", "--count"]).code(0).stdout_eq("2\n");
    strato(&["-2", "dns", "-"])
        .code(1)
        .stdout_eq("")
        .stderr_eq("strato: --two-pass: standard input cannot be read twice; name a file\n");
    strato(&["-2", "dns", "absent.pcap"])
        .code(1)
        .stderr_eq("strato query: absent.pcap: cannot open it: No such file or directory (os error 2)\n");
}

#[test]
fn selected_frames_become_a_capture() {
    let folder = Folder::with_sample("write");
    let all = fs::read(folder.0.join("sample.pcap")).unwrap();
    let written = |filter: &str, name: &str, more: &[&str]| {
        folder.strato().args(["query", filter, "sample.pcap", "-w", name]).args(more).assert().code(0).stdout_eq("");
        fs::read(folder.0.join(name)).unwrap()
    };
    assert_eq!(written("", "all.pcap", &[]), all);
    let packed = written("tcp", "tcp.pcapng.gz", &[]);
    assert_eq!(packed[..2], [0x1f, 0x8b]);
    folder.strato().args(["query", "--count", "", "tcp.pcapng.gz"]).assert().code(0).stdout_eq("2\n");
    assert_eq!(written("udp", "x", &["-F", "nsecpcap"])[..4], 0xa1b2_3c4du32.to_le_bytes());
    let both = folder.strato().args(["query", "dns", "sample.pcap", "-w", "dns.pcap", "-P", "-e", "dns.id"]);
    both.assert().code(0).stdout_eq("0x1234\n0x1234\n");
    let wrong = folder.strato().args(["query", "dns", "sample.pcap", "-w", "y", "-F", "lanalyzer"]).assert().code(1);
    wrong.stderr_eq(str![[r#"
strato: -F lanalyzer: no such file type; known are
  pcapng    pcapng: everything is kept
  pcap      pcap: packets of one link type, in nanoseconds where the input has them
  nsecpcap  pcap with nanoseconds

"#]]);
}

#[test]
fn an_output_destroys_no_input() {
    let folder = Folder::with_sample("same");
    let before = fs::read(folder.0.join("sample.pcap")).unwrap();
    let command = folder.strato().args(["query", "udp", "sample.pcap", "-w", "./sample.pcap"]).assert().code(1);
    command.stderr_eq("strato: -w ./sample.pcap: it is read, too (sample.pcap); write to another file\n");
    assert_eq!(fs::read(folder.0.join("sample.pcap")).unwrap(), before);
    folder.strato().args(["query", "udp", "sample.pcap", "-w", "-", "-P"]).assert().code(1).stdout_eq("");
}

#[test]
fn what_was_written_before_an_error_is_whole() {
    let folder = Folder::with_sample("whole");
    let mut cooked = pcap(&sample());
    cooked[20] = 113;
    folder.file("cooked.pcap", cooked);
    let command = folder.strato().args(["query", "", "sample.pcap", "cooked.pcap", "-w", "both.pcap.zst"]);
    let error = command.assert().code(2).get_output().stderr.clone();
    assert!(String::from_utf8_lossy(&error).contains("link type 113"), "{}", String::from_utf8_lossy(&error));
    folder.strato().args(["query", "--count", "", "both.pcap.zst"]).assert().code(0).stdout_eq("4\n");
}

#[test]
fn macros_and_preferences_come_from_everywhere() {
    let folder = Folder::with_sample("macros");
    fs::create_dir(folder.0.join("strato")).unwrap();
    folder.file("strato/config.toml", "[macros]\nport = 'tcp.port == $1 or udp.port == $1'\n");
    folder.file("dmacros", "# ours\n\"refused\" tcp.flags.reset == 1\n");
    let count = |filter: &str, more: &[&str]| {
        let command = folder.strato().args(["query", "--count", filter, "sample.pcap"]).args(more).assert().code(0);
        String::from_utf8(command.get_output().stdout.clone()).unwrap()
    };
    assert_eq!(count("$port(53)", &[]), "2\n");
    assert_eq!(count("${refused}", &["--macro-file", "dmacros"]), "1\n");
    assert_eq!(count("$from(10.0.0.1)", &["--macro", "from=ip.src == $1"]), "2\n");
    let wrong = folder.strato().args(["query", "ip", "sample.pcap", "-o", "no.such:TRUE"]).assert().code(1);
    wrong.stderr_eq("strato: there is no preference `no.such` (`strato fields --preferences` lists them)\n");
}

#[test]
fn bytes_are_what_the_user_says() {
    let folder = Folder::with_sample("decode-as");
    let count = |filter: &str, rule: &str, backend: &str| {
        let strato =
            folder.strato().args(["query", "--count", "-d", rule, "--backend", backend, filter, "sample.pcap"]);
        String::from_utf8_lossy(&strato.assert().code(0).get_output().stdout).into_owned()
    };
    for backend in ["jit", "interpreter"] {
        assert_eq!(count("dns", "udp.port==54,data", backend), "2\n");
        assert_eq!(count("dns", "udp.port==50-55,data", backend), "0\n");
        assert_eq!(count("tcp.port == 53 || udp.port == 53", "ip.proto==17,data", backend), "0\n");
    }
    let wrong = |rule| folder.strato().args(["query", "ip", "sample.pcap", "-d", rule]).assert().code(1).stdout_eq("");
    wrong("tcp.prt==80,http").stderr_eq(
        "strato: -d tcp.prt==80,http: there is no layer `tcp.prt`; did you mean `tcp.port`? layers are `tcp.port`, \
        `udp.port`, `sctp.port`, `sctp.ppi`, `ip.proto`, `ethertype`\n",
    );
    wrong("tcp.port==x,http").stderr_eq(
        "strato: -d tcp.port==x,http: `x` is no number of `tcp.port`: 0 to 65535, ranges as FIRST-LAST or FIRST:COUNT\n",
    );
}

#[test]
fn wrong_filters_and_options_answer_nothing() {
    let folder = Folder::with_sample("wrong");
    let strato = |args: &[&str]| folder.strato().arg("query").args(args).assert().code(1).stdout_eq("");
    strato(&["tcp.prot == 80", "sample.pcap"]).stderr_eq(str![[r#"
error[E0201]: no field `tcp.prot`
 --> <filter>:1:1
  |
1 | tcp.prot == 80
  | ^^^^^^^^ not a field of `tcp`
...
"#]]);
    strato(&["ip", "sample.pcap", "-e", "dns.aa"])
        .stderr_eq("strato: there is no field `dns.aa`; did you mean `dns.a`?\n");
    strato(&["ip", "absent.pcap"])
        .stderr_eq("strato query: absent.pcap: cannot open it: No such file or directory (os error 2)\n");
    strato(&["ip", "."]).stderr_eq("strato query: .: cannot open it: Is a directory (os error 21)\n");
    strato(&["sample.pcap"]).stderr_eq(
        "strato: a capture is needed: strato query FILTER FILE…; the filter comes first, '' selects every frame\n",
    );
    strato(&["ip", "sample.pcap", "-T", "fields"]).stderr_eq("strato: -T fields needs fields to show: -e FIELD\n");
    strato(&["ip", "sample.pcap", "--count", "-V"])
        .stderr_eq("strato: --count prints a number: -T, -e, -V, -x and -P do not go with it\n");
    strato(&["ip", "sample.pcap", "--reference-frame", "9"])
        .stderr_eq("strato: sample.pcap: there is no frame 9 for --reference-frame\n");
    strato(&["ip", "sample.pcap", "-E", "header=y"])
        .stderr_eq("strato: -E header=y: it shapes columns of fields: -e FIELD, with -T fields or csv\n");
    strato(&["ip", "-", "--reference-frame", "1"])
        .stderr_eq("strato: --reference-frame 1: standard input cannot be read twice; name a file\n");
    folder.file("text.txt", "hello");
    strato(&["ip", "sample.pcap", "--keylog", "text.txt"])
        .stderr_eq("strato: --keylog text.txt: it holds no secrets of TLS (lines such as `CLIENT_RANDOM …`)\n");
    strato(&["ip", "text.txt"]).stderr_eq(str![[r#"
strato query: text.txt: not a capture file: it starts with the bytes 68 65 6c 6c; pcap and pcapng can be read, plain or compressed with gzip, zstd or lz4 (`editcap -F pcapng IN OUT` converts most others)

"#]]);
}

#[test]
fn a_damaged_capture_is_answered_as_far_as_it_goes() {
    let folder = Folder::with_sample("damaged");
    let mut bytes = pcap(&sample());
    bytes.truncate(bytes.len() - 10);
    folder.file("cut.pcap", bytes);
    let damaged = folder.strato().args(["query", "--count", "ip", "cut.pcap"]).assert().code(2);
    damaged.stdout_eq("3\n").stderr_eq(str![[r#"
strato query: cut.pcap: cut short in a packet: 70 bytes needed, 60 there at byte [..], after frame 3; the frames before it are complete; the capture was stopped while writing, or the copy is not complete

"#]]);
}

#[test]
fn backends_answer_the_same_and_say_what_they_did() {
    let folder = Folder::with_sample("backends");
    let filters =
        ["ip.src == 10.0.0.1", "tcp.flags.syn == 1 || dns", "!(ip.ttl > 3)", "tcp.stream == 0", "frame.len > 60"];
    for filter in filters {
        for form in [
            &["-e", "frame.number", "-e", "ip.addr"][..],
            &["-e", "ip.src", "-e", "ip.src"],
            &["--count"],
            &["-T", "json"],
            &[],
        ] {
            let run = |backend| {
                let strato = folder.strato().args(["query", "--backend", backend, filter, "sample.pcap"]).args(form);
                strato.assert().code(0).get_output().stdout.clone()
            };
            assert_eq!(run("jit"), run("interpreter"), "{filter} {form:?}");
        }
    }
    let stats = |backend| {
        let strato = folder.strato().args(["query", "--stats", "--backend", backend, "--count", "tcp", "sample.pcap"]);
        String::from_utf8_lossy(&strato.assert().code(0).get_output().stderr).into_owned()
    };
    assert!(stats("jit").contains("bytes of machine code"), "{}", stats("jit"));
    assert!(stats("interpreter").contains("every frame is dissected"), "{}", stats("interpreter"));
}

#[test]
fn a_large_file_is_read_ahead() {
    let folder = Folder::with_sample("ahead");
    let one = sample();
    let many: Vec<_> = std::iter::repeat_n(one, 16_000).flatten().collect();
    let mut large = pcap(&many);
    folder.file("large.pcap", large.clone());
    let count = |threads: &str, file: &str| {
        folder.strato().args(["query", "--threads", threads, "--count", "tcp.flags.reset == 1", file]).assert()
    };
    assert!(large.len() > 4 << 20, "{}", large.len());
    let alone = count("1", "large.pcap").code(0).get_output().stdout.clone();
    count("2", "large.pcap").code(0).stdout_eq(alone.clone());
    for (threads, said) in [("1", "threads: 1"), ("2", "threads: 2")] {
        let strato = folder.strato().args(["query", "--stats", "--threads", threads, "--count", "", "large.pcap"]);
        let told = String::from_utf8_lossy(&strato.assert().code(0).get_output().stderr).into_owned();
        assert!(told.contains(said), "{told}");
    }
    // Cut in the middle of a packet: everything before it is answered.
    large.truncate(large.len() - 3);
    folder.file("cut.pcap", large);
    let cut = |threads| count(threads, "cut.pcap").code(2).get_output().clone();
    assert_eq!((cut("1").stdout, cut("1").stderr), (cut("2").stdout, cut("2").stderr));
}

#[test]
fn stage_1_can_be_read() {
    let folder = Folder::with_sample("explain-code");
    for (stage, word) in [("clif", "function"), ("asm", "ret")] {
        let strato = folder.strato().args(["explain", "--stage", stage, "ip.src == 10.0.0.0/8"]);
        let text = strato.assert().code(0).get_output().stdout.clone();
        assert!(String::from_utf8_lossy(&text).contains(word), "{stage}");
    }
}
