//! What the client sends, RFC 6143 §7.5.

use super::{f, run};
use crate::proto::{
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// The first message of a packet: as Wireshark reads it a packet holds one. Returns where it ends.
pub(super) fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.out.item(f::CLIENT_MESSAGE_TYPE, tvb, 0, 1)?;
    let at = 1;
    match tvb.u8(0)? {
        0 => run(
            cx,
            tvb,
            at,
            &[
                (f::PADDING, 3),
                (f::CLIENT_BITS_PER_PIXEL, 1),
                (f::CLIENT_DEPTH, 1),
                (f::CLIENT_BIG_ENDIAN_FLAG, 1),
                (f::CLIENT_TRUE_COLOR_FLAG, 1),
                (f::CLIENT_RED_MAX, 2),
                (f::CLIENT_GREEN_MAX, 2),
                (f::CLIENT_BLUE_MAX, 2),
                (f::CLIENT_RED_SHIFT, 1),
                (f::CLIENT_GREEN_SHIFT, 1),
                (f::CLIENT_BLUE_SHIFT, 1),
                (f::PADDING, 3),
            ],
        ),
        2 => {
            let mut at = run(cx, tvb, at, &[(f::PADDING, 1), (f::CLIENT_SET_ENCODINGS_NUM, 2)])?;
            for _ in 0..tvb.u16(at - 2)? {
                cx.out.item(f::CLIENT_SET_ENCODINGS_ENCODING_TYPE, tvb, at, 4)?;
                at += 4;
            }
            Ok(at)
        }
        3 => run(
            cx,
            tvb,
            at,
            &[
                (f::UPDATE_REQ_INCREMENTAL, 1),
                (f::UPDATE_REQ_X_POS, 2),
                (f::UPDATE_REQ_Y_POS, 2),
                (f::UPDATE_REQ_WIDTH, 2),
                (f::UPDATE_REQ_HEIGHT, 2),
            ],
        ),
        4 => run(cx, tvb, at, &[(f::KEY_DOWN, 1), (f::PADDING, 2), (f::KEY, 4)]),
        5 => {
            let buttons = [
                f::BUTTON_1_POS,
                f::BUTTON_2_POS,
                f::BUTTON_3_POS,
                f::BUTTON_4_POS,
                f::BUTTON_5_POS,
                f::BUTTON_6_POS,
                f::BUTTON_7_POS,
                f::BUTTON_8_POS,
            ];
            buttons.iter().try_for_each(|field| cx.out.item(*field, tvb, at, 1))?;
            run(cx, tvb, at + 1, &[(f::POINTER_X_POS, 2), (f::POINTER_Y_POS, 2)])
        }
        6 => {
            let at = run(cx, tvb, at, &[(f::PADDING, 3), (f::CLIENT_CUT_TEXT_LEN, 4)])?;
            let len = tvb.u32(at - 4)? as usize;
            cx.out.item(f::CLIENT_CUT_TEXT, tvb, at, len)?;
            Ok(at.saturating_add(len))
        }
        // Of the others nothing tells how long they are.
        _ => Ok(tvb.len()),
    }
}
