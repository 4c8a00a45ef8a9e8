//! Real-time Transport Protocol, RFC 3550 §5; its conversations are told by others (SDP, Skinny, DTLS).

mod fields;
pub(super) mod setup;
mod values;

use strato_filter_lang::value::Value;

use self::{
    fields::{FIELDS, f},
    setup::{Setup, What},
};
use super::{
    Extent, Parent, Proto, Protocol, Table,
    cursor::Cursor,
    dissect::{Cx, Taken},
    out::{Group, Severity},
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// RTP.
pub static RTP: Protocol = Protocol {
    name: "rtp",
    title: "Real-Time Transport Protocol",
    frame_name: "rtp",
    fields: FIELDS,
    parents: &[
        Parent::DecodeAs(Table::UdpPort),
        Parent::Heuristic(Proto::Udp),
        // Conversations of these become its own: each of their datagrams is looked at first.
        Parent::Below(Proto::Stun),
        Parent::Below(Proto::Dtls),
    ],
    needs: &[Proto::Sdp, Proto::Sip, Proto::Dtls, Proto::Skinny],
    stateful: &["rtp"],
    across: &["rtp", "srtp"],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

const VERSION: u8 = 2;
/// What would be payload types with a marker: packets of RTCP in the same conversation, RFC 5761 §4.
const RTCP: std::ops::RangeInclusive<u8> = 192..=223;
/// Header extensions with a byte of header each, RFC 8285 §4.2.
const ONE_BYTE: u16 = 0xbede;
/// The same with two bytes (§4.3), in the upper 12 bits.
const TWO_BYTES: u16 = 0x100;

/// Sequence numbers that count on: by the conversation's setup and the source.
type Sequences = Recent<(u64, u16, u32), u32>;

/// All that RTP remembers.
#[derive(Default)]
struct State {
    setups: setup::Setups,
    sequences: Sequences,
}

/// Another protocol's datagram in a conversation that became one of RTP: a version of RTP that is none is shown.
pub(super) fn glance<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) {
    if !cx.out.needs(Proto::Rtp) || !matches!(tvb.u8(0), Ok(..0x40)) {
        return;
    }
    if setup::of(cx).is_some_and(|(_, setup)| matches!(setup.what, What::Rtp | What::Srtp(_))) {
        cx.further_item(Proto::Rtp, tvb);
        _ = cx.out.item(f::VERSION, tvb, 0, 1);
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let setup = setup::of(cx);
    let told = setup.as_ref().is_some_and(|(_, setup)| matches!(setup.what, What::Rtp | What::Srtp(_)));
    if !told && cx.info.matched_port == 0 {
        return Ok(0);
    }
    let (first, second) = (tvb.u8(0)?, tvb.u8(1)?);
    if first >> 6 == 0 {
        return Ok(0);
    }
    cx.column("RTP", String::new);
    if first >> 6 != VERSION {
        cx.out.item(f::VERSION, tvb, 0, 1)?;
        return Ok(tvb.len());
    }
    if RTCP.contains(&second) {
        cx.withdraw_item(Proto::Rtp);
        return Ok(if cx.call(Proto::Rtcp, tvb) == Taken::Rejected { 0 } else { tvb.len() });
    }
    if let Some((_, setup)) = &setup {
        setup.emit(cx, f::SETUP, f::SETUP_FRAME, f::SETUP_METHOD);
    }
    packet(cx, tvb, setup.as_ref())?;
    Ok(tvb.len())
}

fn packet<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, setup: Option<&(setup::End, Setup)>) -> Result<(), Stop> {
    let at = &mut Cursor::new(tvb, 0);
    let flags = at.bits(cx, &[f::VERSION, f::PADDING, f::EXT, f::CC], 1)?;
    let kind = at.bits(cx, &[f::MARKER, f::P_TYPE], 1)? as u8 & 0x7f;
    let number = at.uint(cx, f::SEQ, 2)? as u16;
    let source = tvb.u32(8)?;
    if let Some(((_, port), setup)) = setup {
        let seen = &mut cx.state.of::<State>(Proto::Rtp).sequences;
        let key = (setup.frame, *port, source);
        let last = *seen.entry(key, || u32::from(number) + 0x1_0000);
        let now = extend(last, number);
        seen.insert(key, now);
        cx.out.generated_uint(f::EXTSEQ, now.into());
    }
    at.item(cx, f::TIMESTAMP, 4)?;
    at.item(cx, f::SSRC, 4)?;
    let sources = flags as usize & 0xf;
    if sources > 0 {
        cx.out.label(f::CSRC_ITEMS, tvb, at.at, 4 * sources);
        for _ in 0..sources {
            at.item(cx, f::CSRC_ITEM, 4)?;
        }
    }
    if flags & 0x10 != 0 {
        extension(cx, at)?;
    }
    match setup.map(|(_, setup)| setup.what) {
        Some(What::Srtp(tag)) => encrypted(cx, at, tag.into()),
        _ => payload(cx, at, flags & 0x20 != 0, kind, setup),
    }
}

/// The number that a sequence number of 16 bits stands for, nearest to the one before.
fn extend(last: u32, number: u16) -> u32 {
    let step = number.wrapping_sub(last as u16).cast_signed();
    last.wrapping_add_signed(step.into())
}

fn extension<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    let profile = at.uint(cx, f::EXT_PROFILE, 2)? as u16;
    let len = 4 * at.uint(cx, f::EXT_LEN, 2)? as usize;
    if len == 0 {
        return Ok(());
    }
    cx.out.label(f::HDR_EXTS, at.tvb, at.at, len);
    let end = at.at + len;
    let wide = profile & 0xfff0 == TWO_BYTES << 4;
    if profile != ONE_BYTE && !wide {
        while at.at < end {
            at.item(cx, f::HDR_EXT, 4)?;
        }
        return Ok(());
    }
    while at.at < end {
        let head = at.tvb.u8(at.at)?;
        if head == 0 {
            // Padding.
            at.at += 1;
            continue;
        }
        let len = if wide {
            at.item(cx, f::EXT_RFC5285_ID, 1)?;
            at.uint(cx, f::EXT_RFC5285_LEN, 1)? as usize
        } else {
            let len = usize::from(head & 0xf) + 1;
            cx.out.number(f::EXT_RFC5285_ID, at.tvb, at.at, 1, u64::from(head >> 4))?;
            cx.out.number(f::EXT_RFC5285_LEN, at.tvb, at.at, 1, len as u64)?;
            at.at += 1;
            if head >> 4 == 15 {
                break;
            }
            len
        };
        at.item(cx, f::EXT_RFC5285_DATA, len.min(end.saturating_sub(at.at)))?;
    }
    at.at = end;
    Ok(())
}

/// RFC 3711 §3.1.
fn encrypted<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, tag: usize) -> Result<(), Stop> {
    let tag = tag.min(at.left());
    if at.left() > tag {
        at.item(cx, f::SRTP_ENC_PAYLOAD, at.left() - tag)?;
    }
    if tag > 0 { at.item(cx, f::SRTP_AUTH_TAG, tag) } else { Ok(()) }
}

fn payload<'f>(
    cx: &mut Cx<'f>,
    at: &mut Cursor<'f>,
    padded: bool,
    kind: u8,
    setup: Option<&(setup::End, Setup)>,
) -> Result<(), Stop> {
    let left = at.left();
    let padding = match padded {
        true if at.tvb.len() < at.tvb.reported_len() => {
            let text = "Frame has padding, but not all the frame data was captured";
            cx.out.expert(f::PADDING_MISSING, Severity::Warn, Group::Undecoded, text);
            0
        }
        true if left > 0 => usize::from(at.tvb.u8(at.tvb.len() - 1)?).min(left),
        _ => 0,
    };
    if left > padding {
        let body = at.tvb.rest(at.at)?.limit(left - padding);
        cx.out.add(f::PAYLOAD, body.data(), Value::bytes(body.data()));
        if is_event(kind, setup) {
            cx.call(Proto::Rtpevent, body);
        }
        at.at += left - padding;
    }
    if padding > 1 {
        at.item(cx, f::PADDING_DATA, padding - 1)?;
    }
    if padding > 0 { at.item(cx, f::PADDING_COUNT, 1) } else { Ok(()) }
}

/// Whether a payload type is that of events: what the setup says, or the types that are usual.
fn is_event(kind: u8, setup: Option<&(setup::End, Setup)>) -> bool {
    const DYNAMIC: u8 = 96;
    const USUAL: [u8; 2] = [100, 101];
    let named = setup.and_then(|(_, setup)| setup.types.iter().find(|(number, _)| *number == kind));
    match named {
        Some((_, name)) if kind >= DYNAMIC => name.eq_ignore_ascii_case("telephone-event"),
        _ => USUAL.contains(&kind),
    }
}

#[cfg(test)]
mod tests {
    use super::extend;

    #[test]
    fn sequence_numbers_count_on_over_the_wrap() {
        assert_eq!(extend(0x1_fffe, 1), 0x2_0001);
        assert_eq!(extend(0x2_0001, 0xffff), 0x1_ffff);
        assert_eq!(extend(0x1_0005, 6), 0x1_0006);
    }
}
