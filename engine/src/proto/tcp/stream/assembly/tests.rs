use super::*;

fn keep(assembly: &mut Assembly, waiting: &Waiting, seq: u32, bytes: &[u8], more: More) {
    let end = seq.wrapping_add(bytes.len() as u32);
    let segment = Segment { frame: 1, bytes, waiting, every_part: true };
    assembly.keep(Message::new(seq, end, (more, None), segment));
}

#[test]
fn a_message_over_the_wrap_is_put_together() {
    let (mut assembly, waiting) = (Assembly::default(), Waiting::default());
    let seq = u32::MAX - 1;
    keep(&mut assembly, &waiting, seq, b"abcd", More::Bytes(4));
    assert_eq!(assembly.route(seq.wrapping_add(6), 2, b"ghij"), Route::Partial { message: seq });
    let done = assembly.route(seq.wrapping_add(4), 3, b"ef");
    assert_eq!(done, Route::Complete { message: seq, used: 2 });
    let message = assembly.message(seq).map(|message| (message.bytes().to_vec(), message.parts().len()));
    assert_eq!(message, Some((b"abcdefgh".to_vec(), 3)));
    assembly.done(seq, 3);
    assert_eq!(assembly.route(seq.wrapping_add(4), 4, b"ef"), Route::Seen { done_in: 3 });
    assert_eq!(assembly.route(seq.wrapping_add(8), 5, b"next"), Route::Fresh);
    assert_eq!(waiting.counts.bytes.load(Ordering::Relaxed), 0);
}

#[test]
fn one_more_segment_counts_whole() {
    let (mut assembly, waiting) = (Assembly::default(), Waiting::default());
    keep(&mut assembly, &waiting, 10, b"GET / HT", More::OneSegment);
    assert_eq!(assembly.route(18, 2, b"TP/1.1\r\n"), Route::Complete { message: 10, used: 8 });
    assembly.extend(10, 26, More::Bytes(2), None);
    assert_eq!(assembly.route(26, 3, b"\r\nGET"), Route::Complete { message: 10, used: 2 });
}

#[test]
fn what_lasts_until_the_end_ends_with_fin() {
    let (mut assembly, waiting) = (Assembly::default(), Waiting::default());
    keep(&mut assembly, &waiting, 5, b"abc", More::UntilFin);
    assert_eq!(assembly.route(8, 2, b"def"), Route::Partial { message: 5 });
    assert_eq!(assembly.ends_with_fin(12), None);
    assert_eq!(assembly.ends_with_fin(11), Some(5));
}

#[test]
fn of_a_message_that_is_too_long_the_start_is_kept() {
    let (mut assembly, waiting) = (Assembly::default(), Waiting::default());
    let segment = vec![7; 1 << 20];
    let len = MAX_MESSAGE + (2 << 20);
    keep(&mut assembly, &waiting, 0, &segment, More::Bytes(len - segment.len()));
    let mut routed = Route::Fresh;
    for at in (segment.len()..len).step_by(segment.len()) {
        routed = assembly.route(at as u32, 2, &segment);
    }
    assert_eq!(routed, Route::Complete { message: 0, used: segment.len() });
    let message = assembly.message(0).expect("it is there");
    assert_eq!((message.bytes().len(), message.reported_len()), (MAX_MESSAGE, len));
    assert_eq!(waiting.cut(), 1);
}

#[test]
fn what_is_not_read_is_counted_and_not_kept() {
    let (mut assembly, waiting) = (Assembly::default(), Waiting::default());
    let segment = Segment { frame: 1, bytes: b"headbod", waiting: &waiting, every_part: false };
    let wish = (More::Bytes(5), Some(Unread { head: 4, until: 10 }));
    assembly.keep(Message::new(100, 107, wish, segment));
    let bytes = |assembly: &Assembly| assembly.message(100).map(|message| message.bytes().to_vec());
    assert_eq!(bytes(&assembly), Some(b"head".to_vec()));
    assert_eq!(assembly.route(109, 3, b"lly"), Route::Partial { message: 100 });
    assert_eq!(assembly.route(107, 4, b"yy"), Route::Complete { message: 100, used: 2 });
    assert_eq!(bytes(&assembly), Some(b"headly".to_vec()));
    let message = assembly.message(100);
    assert_eq!(message.map(|message| (message.passed(), message.before(107), message.before(109))), Some((6, 4, 4)));
    assert_eq!(message.map(|message| message.in_segment(109, 5)), Some(2));
    assembly.extend(100, 112, More::Bytes(3), Some(Unread { head: 4, until: 15 }));
    assert_eq!(bytes(&assembly), Some(b"head".to_vec()));
    assert_eq!(assembly.route(112, 5, b"abcd"), Route::Complete { message: 100, used: 3 });
    assert_eq!(bytes(&assembly), Some(b"head".to_vec()));
    assert_eq!(waiting.counts.bytes.load(Ordering::Relaxed), 4);
}
