//! `strato stats` and `strato follow`, beside what `tshark -z` says of the same captures.

use std::path::{Path, PathBuf};

use snapbox::str;

use crate::Folder;

fn capture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/captures").join(name)
}

fn stats(folder: &Folder, args: &[&str], file: &str) -> snapbox::cmd::OutputAssert {
    folder.strato().arg("stats").args(args).arg(capture(file)).assert()
}

#[test]
fn protocols_are_counted_by_what_they_stand_in() {
    let folder = Folder::new("stats-hierarchy");
    stats(&folder, &["hierarchy", "-Y", "ipv6"], "web.pcapng").code(0).stdout_eq(str![[r#"
Protocol hierarchy
Protocol                 Frames     Share  Bytes  Path
eth                          14  100.00 %   1535  eth
  ipv6                       14  100.00 %   1535  eth:ipv6
    icmpv6                    4   28.57 %    312  eth:ipv6:icmpv6
    tcp                      10   71.43 %   1223  eth:ipv6:tcp
      http                    2   14.29 %    519  eth:ipv6:tcp:http
        data-text-lines       1    7.14 %    346  eth:ipv6:tcp:http:data-text-lines

"#]]);
}

#[test]
fn conversations_are_told_the_busiest_first() {
    let folder = Folder::new("stats-conversations");
    stats(&folder, &["conversations", "--type", "tcp", "-n", "3"], "web.pcapng").code(0).stdout_eq(str![[r#"
TCP conversations
A               B             Stream  Frames ←  Bytes ←  Frames →  Bytes →  Frames  Bytes     Start  Duration
10.9.0.2:48154  10.9.0.1:80        2        17    21365        19     1341      36  22706  0.120264  0.000385
10.9.0.2:51020  10.9.0.1:443       7         7     2704         9     1328      16   4032  1.638920  0.015083
10.9.0.2:51016  10.9.0.1:443       6         6     1993         9     1048      15   3041  1.605509  0.012993

"#]]);
    stats(&folder, &["endpoints", "--type", "ip", "--json"], "web.pcapng").code(0).stdout_eq(str![[r#"
{
  "endpoints.ip": [
    {
      "address": "10.9.0.1",
      "frames": 113,
      "bytes": 36472,
      "tx_frames": 49,
      "tx_bytes": 29934,
      "rx_frames": 64,
      "rx_bytes": 6538
    },
    {
      "address": "10.9.0.2",
      "frames": 113,
      "bytes": 36472,
      "tx_frames": 64,
      "tx_bytes": 6538,
      "rx_frames": 49,
      "rx_bytes": 29934
    }
  ]
}

"#]]);
}

#[test]
fn traffic_is_counted_over_time() {
    let folder = Folder::new("stats-io");
    stats(&folder, &["io", "--interval", "0.5"], "web.pcapng").code(0).stdout_eq(str![[r#"
Frames and bytes over time
   Start       End  Frames  Bytes
0.000000  0.500000      85  28286
0.500000  1.000000       0      0
1.000000  1.500000       1     70
1.500000  2.000000      41   9651

"#]]);
    let wrong = stats(&folder, &["io", "--interval", "0"], "web.pcapng").code(1);
    wrong.stderr_eq("strato: --interval 0: more than 0 seconds are expected\n");
}

#[test]
fn applications_are_counted() {
    let folder = Folder::new("stats-applications");
    let http = stats(&folder, &["http", "--json"], "web.pcapng").code(0).get_output().stdout.clone();
    let http = String::from_utf8(http).unwrap();
    for part in ["\"http.methods\"", "\"method\": \"GET\"", "\"code\": 500", "\"class\": \"5xx server error\""] {
        assert!(http.contains(part), "{part} in {http}");
    }
    let dns = stats(&folder, &["dns"], "dns.pcap").code(0).get_output().stdout.clone();
    let dns = String::from_utf8(dns).unwrap();
    for part in ["Refused       1  12.50 %", "shop.test            3  37.50 %"] {
        assert!(dns.contains(part), "{part} in {dns}");
    }
    stats(&folder, &["dns"], "web.pcapng").code(0).stdout_eq("nothing was found\n");
}

#[test]
fn wrong_filters_and_captures_are_told() {
    let folder = Folder::new("stats-wrong");
    stats(&folder, &["http", "-Y", "http.foo"], "web.pcapng").code(1).stdout_eq("");
    stats(&folder, &["io", "--type", "tcp"], "web.pcapng").code(1).stdout_eq("");
    stats(&folder, &["io"], "missing.pcap").code(1).stdout_eq("");
    let whole = std::fs::read(capture("dns.pcap")).unwrap();
    let cut = folder.file("cut.pcap", &whole[..whole.len() - 3]);
    let told = folder.strato().args(["stats", "io"]).arg(cut).assert().code(2).get_output().clone();
    assert!(String::from_utf8_lossy(&told.stdout).contains("Frames"));
    assert!(String::from_utf8_lossy(&told.stderr).contains("cut short in a packet"), "{told:?}");
}

#[test]
fn a_stream_is_followed() {
    let folder = Folder::new("follow");
    let follow = |args: &[&str], file: &str| folder.strato().arg("follow").args(args).arg(capture(file)).assert();
    let text = follow(&["tcp", "0"], "web.pcapng").code(0).get_output().stdout.clone();
    let text = String::from_utf8(text).unwrap();
    let head = "Filter: tcp.stream eq 0\nNode 0: 10.9.0.2:48144\nNode 1: 10.9.0.1:80\n73\nGET / HTTP/1.1\r\n";
    assert!(text.contains(head) && text.contains("\t260\nHTTP/1.1 200 OK\r\n"), "{text}");
    let hex = follow(&["tcp", "0", "--as", "hex"], "web.pcapng").code(0).get_output().stdout.clone();
    let line = "00000000  47 45 54 20 2f 20 48 54  54 50 2f 31 2e 31 0d 0a  GET / HT TP/1.1..\n";
    assert!(String::from_utf8_lossy(&hex).contains(line));
    let json = follow(&["udp", "0", "--as", "json"], "dns.pcap").code(0).get_output().stdout.clone();
    assert!(String::from_utf8_lossy(&json).starts_with("{\"frame\":3,\"from\":\"10.9.0.2:35948\""));
    follow(&["tcp", "99"], "web.pcapng").code(1).stdout_eq("");
    let http = follow(&["http", "0"], "web.pcapng").code(0).get_output().stdout.clone();
    let body = "\t31\n<html><body>shop</body></html>\n";
    assert!(String::from_utf8_lossy(&http).contains(body), "{}", String::from_utf8_lossy(&http));
    follow(&["http2", "0,1"], "web.pcapng").code(1).stdout_eq("");
    follow(&["tcp", "0,1"], "web.pcapng").code(1).stdout_eq("");
    follow(&["http", "0", "-o", "http.dechunk_bodies:FALSE"], "web.pcapng").code(1).stdout_eq("");
}
