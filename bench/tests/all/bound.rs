use strato_bench::{bound::syn_frames, generate::Format};

use crate::generate::{capture, count};

/// Gives its bytes in small pieces, as pipes do.
struct Pieces<'b>(&'b [u8]);

impl std::io::Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let len = into.len().min(1009);
        std::io::Read::read(&mut self.0, &mut into[..len])
    }
}

#[test]
fn the_bound_counts_what_the_filter_selects() {
    for format in [Format::Pcap, Format::Pcapng] {
        let (bytes, _) = capture(format, 1, false);
        let selected = count(&bytes, "tcp.flags.syn == 1");
        assert!(selected > 0);
        assert_eq!(syn_frames(&bytes[..]).expect("a capture"), selected);
        assert_eq!(syn_frames(Pieces(&bytes)).expect("a capture"), selected);
    }
}

#[test]
fn the_bound_refuses_what_it_cannot_walk_over() {
    let (bytes, _) = capture(Format::Pcap, 1, false);
    for wrong in [&b"no capture"[..], &[], &bytes[..bytes.len() - 1]] {
        assert!(syn_frames(wrong).is_err(), "{} bytes", wrong.len());
    }
}
