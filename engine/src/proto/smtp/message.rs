//! The message that a client sends: its parts as lines, and, when it ends, as mail.

use super::f;
use crate::proto::{
    Proto,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// A part of a message.
pub(super) fn part<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, last: bool) -> Result<(), Stop> {
    cx.column("SMTP", || format!("C: DATA fragment, {} bytes", tvb.len()));
    inside(cx, Proto::DataTextLines, tvb);
    if last {
        let frame = cx.frame.number;
        cx.out.generated_uint(f::DATA_REASSEMBLED_IN, frame);
    } else {
        cx.tell(0, f::DATA_REASSEMBLED_IN);
    }
    Ok(())
}

/// The end of a message.
pub(super) fn end<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, message: &[u8], frames: &[(u64, usize)]) -> Result<(), Stop> {
    cx.column("SMTP/IMF", || "C: .".to_owned());
    cx.out.label(f::EOM, tvb, 0, 1);
    if frames.is_empty() {
        return Ok(());
    }
    let whole = Tvb::whole(cx.out.alloc_bytes(message));
    cx.out.label(f::DATA_FRAGMENTS, whole, 0, whole.len());
    for (frame, _) in frames {
        cx.note_frame_for(*frame, 0, f::DATA_REASSEMBLED_IN);
        cx.out.generated_uint(f::DATA_FRAGMENT, *frame);
    }
    cx.out.generated_uint(f::DATA_FRAGMENT_COUNT, frames.len() as u64);
    cx.out.generated_uint(f::DATA_REASSEMBLED_LENGTH, message.len() as u64);
    inside(cx, Proto::Imf, whole);
    Ok(())
}

/// What is inside a message cannot ask for more of the stream.
fn inside<'f>(cx: &mut Cx<'f>, proto: Proto, tvb: Tvb<'f>) {
    let outer = (cx.info.can_desegment, cx.info.desegment.take());
    cx.info.can_desegment = false;
    cx.call(proto, tvb);
    (cx.info.can_desegment, cx.info.desegment) = outer;
}
