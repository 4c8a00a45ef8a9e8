use std::ops::ControlFlow;

use strato_filter_lang::{access::Access, value::Value};

use super::Session;
use crate::{
    frame::{Frame, FrameKind, Options},
    proto::{
        plan::{Ask, Plan},
        registry,
    },
};

fn frame(number: u64, timestamp_ns: i128, data: &[u8]) -> Frame<'_> {
    Frame {
        number,
        timestamp_ns: Some(timestamp_ns),
        data,
        original_len: data.len() as u32,
        link_type: 60_000,
        kind: FrameKind::Packet,
        interface: None,
        section: 1,
        options: Options::default(),
        file_offset: 0,
        block: &[],
        pseudo_header: &[],
    }
}

fn read(session: &mut Session, frame: &Frame<'_>, field: &str) -> Vec<Value<'static>> {
    let id = registry::schema().resolve(field).map(|resolved| resolved.id);
    session.with(frame, |dissection| {
        let mut values = Vec::new();
        dissection.each(id.unwrap_or_else(|| panic!("`{field}` is declared")), &mut |occurrence| {
            values.push(occurrence.value.clone().into_owned());
            ControlFlow::Continue(())
        });
        values
    })
}

fn session(fields: &[&str]) -> Session {
    let ids = fields.iter().filter_map(|name| registry::schema().resolve(name)).map(|resolved| resolved.id);
    Session::new(Plan::new(ids, Ask::default()))
}

#[test]
fn only_wanted_fields_are_emitted() {
    let mut session = session(&["frame.len"]);
    let frame = frame(7, 0, b"abc");
    assert_eq!(read(&mut session, &frame, "frame.len"), [Value::Uint(3)]);
    assert_eq!(read(&mut session, &frame, "frame.number"), []);
}

#[test]
fn the_first_frame_has_no_time_delta() {
    let mut session = session(&["frame.time_delta"]);
    assert_eq!(read(&mut session, &frame(1, 5, b""), "frame.time_delta"), []);
    let second = frame(2, 12, b"");
    assert_eq!(read(&mut session, &second, "frame.time_delta"), [Value::Time(7)]);
    assert_eq!(read(&mut session, &second, "frame.time_delta"), [Value::Time(7)], "counted once");
}

#[test]
fn unknown_bytes_are_data() {
    let mut session = session(&["data.len", "frame.protocols"]);
    let frame = frame(1, 0, b"abcd");
    assert_eq!(read(&mut session, &frame, "data.len"), [Value::Int(4)]);
    assert_eq!(read(&mut session, &frame, "frame.protocols"), [Value::str("data").into_owned()]);
}
