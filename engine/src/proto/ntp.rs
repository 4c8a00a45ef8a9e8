//! Network Time Protocol, RFC 5905. Control and private messages (modes 6 and 7) show their flags only.

mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::F,
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// NTP.
pub static NTP: Protocol = Protocol {
    name: "ntp",
    title: "Network Time Protocol",
    frame_name: "ntp",
    fields: FIELDS,
    parents: &[Parent::UdpPort(123), Parent::TcpPort(123)],
    extent: Extent::Whole,
    stateful: &["ntp.response_in", "ntp.request_in", "ntp.delta_time"],
    dissect,
    ..Protocol::DEFAULT
};

const CLIENT: u8 = 3;
const SERVER: u8 = 4;
const CONTROL: u8 = 6;
const PRIVATE: u8 = 7;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let flags = tvb.u8(0)?;
    let mode = flags & 7;
    cx.column("NTP", || format!("NTP Version {}, mode {mode}", flags >> 3 & 7));
    cx.out.item(f::FLAGS, tvb, 0, 1)?;
    paired(cx, mode);
    match mode {
        CONTROL => control(cx, tvb)?,
        PRIVATE => {
            cx.out.item(f::PRIV_FLAGS_R, tvb, 0, 1)?;
            cx.out.item(f::PRIV_FLAGS_MORE, tvb, 0, 1)?;
            cx.out.item(f::FLAGS_VN, tvb, 0, 1)?;
            cx.out.item(f::FLAGS_MODE, tvb, 0, 1)?;
        }
        _ => time(cx, tvb)?,
    }
    Ok(tvb.len())
}

/// The last request of each conversation: its frame, its time, who answered.
type Requests = Recent<u32, (u64, Option<i128>)>;

/// Pairs answers of servers with requests. Only the second pass over a capture shows the pairs, as in Wireshark.
fn paired(cx: &mut Cx<'_>, mode: u8) {
    if !cx.out.plan.stateful(Proto::Ntp) || cx.info.in_error {
        return;
    }
    let Some(flow) = cx.info.flow else { return };
    let (frame, now) = (cx.frame.number, cx.frame.timestamp_ns);
    let requests: &mut Requests = cx.state.of(Proto::Ntp);
    match mode {
        CLIENT => {
            requests.insert(flow.id, (frame, now));
            cx.tell(0, f::RESPONSE_IN);
        }
        SERVER => {
            let Some((asked, then)) = requests.remove(flow.id) else { return };
            cx.note_frame_for(asked, 0, f::RESPONSE_IN);
            if !cx.state.later.is_known() {
                return;
            }
            cx.out.generated_uint(f::REQUEST_IN, asked);
            if let Some((now, then)) = now.zip(then) {
                cx.out.generated(f::DELTA_TIME, Value::Time(now - then));
            }
        }
        _ => {}
    }
}

/// RFC 1305, appendix B.
fn control<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    for field in [f::FLAGS_LI, f::FLAGS_VN, f::FLAGS_MODE] {
        cx.out.item(field, tvb, 0, 1)?;
    }
    for field in [f::CTRL_FLAGS2, f::CTRL_FLAGS2_R, f::CTRL_FLAGS2_ERROR, f::CTRL_FLAGS2_MORE, f::CTRL_FLAGS2_OPCODE] {
        cx.out.item(field, tvb, 1, 1)?;
    }
    cx.out.item(f::CTRL_SEQUENCE, tvb, 2, 2)?;
    cx.out.item(f::CTRL_ASSOCID, tvb, 6, 2)?;
    cx.out.item(f::CTRL_OFFSET, tvb, 8, 2)?;
    cx.out.item(f::CTRL_COUNT, tvb, 10, 2)
}

fn time<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    for field in [f::FLAGS_LI, f::FLAGS_VN, f::FLAGS_MODE] {
        cx.out.item(field, tvb, 0, 1)?;
    }
    cx.out.item(f::STRATUM, tvb, 1, 1)?;
    cx.out.item(f::PPOLL, tvb, 2, 1)?;
    cx.out.item(f::PRECISION, tvb, 3, 1)?;
    cx.out.item(f::ROOTDELAY, tvb, 4, 4)?;
    cx.out.item(f::ROOTDISPERSION, tvb, 8, 4)?;
    cx.out.item(f::REFID, tvb, 12, 4)?;
    for (field, at) in [(f::REFTIME, 16), (f::ORG, 24), (f::REC, 32), (f::XMT, 40)] {
        timestamp(cx, field, tvb, at)?;
    }
    // A digest behind the header: key id, then 16 (MD5) or 20 (SHA-1) bytes.
    let rest = tvb.reported_rest(48);
    if matches!(rest, 20 | 24) {
        cx.out.item(f::KEYID, tvb, 48, 4)?;
        cx.out.item(f::MAC, tvb, 52, rest - 4)?;
    }
    Ok(())
}

/// Seconds since 1900 and a fraction of 32 bits (RFC 5905 §6); zero is the Unix epoch, "not known".
fn timestamp<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    /// Seconds from 1900 to 1970.
    const EPOCH_1900: i128 = 2_208_988_800;
    /// Era 1 starts in 2036: clear top bits belong to it.
    const ERA: i128 = 1 << 32;
    let raw = tvb.bytes(at, 8)?;
    let (seconds, fraction) = (tvb.u32(at)?, tvb.u32(at + 4)?);
    if !cx.out.wants(field) {
        return Ok(());
    }
    let value = if seconds == 0 && fraction == 0 {
        0
    } else {
        let era = if seconds & 0x8000_0000 == 0 { ERA } else { 0 };
        let nanos = (f64::from(fraction) / 4_294_967_296.0 * 1e9) as i128;
        (i128::from(seconds) + era - EPOCH_1900) * 1_000_000_000 + nanos
    };
    cx.out.add(field, raw, Value::Time(value));
    Ok(())
}
