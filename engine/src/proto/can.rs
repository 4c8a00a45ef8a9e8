//! Controller area network: frames as Linux' SocketCAN hands them to user space.

mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// CAN.
pub static CAN: Protocol = Protocol {
    name: "can",
    title: "Controller Area Network",
    frame_name: "can",
    fields: FIELDS,
    parents: &[Parent::LinkType(227)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Identifier, length, reserved bytes.
const HEADER: usize = 8;
const EXTENDED: u32 = 0x8000_0000;
const REMOTE: u32 = 0x4000_0000;
const ERROR: u32 = 0x2000_0000;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("CAN", String::new);
    let word = tvb.u32(0)?;
    let len = usize::from(tvb.u8(4)?);
    if word & ERROR != 0 {
        return error(cx, tvb, word);
    }
    let extended = word & EXTENDED != 0;
    let id = if extended { word & 0x1fff_ffff } else { word & 0x7ff };
    cx.out.number(f::ID, tvb, 0, 4, id.into())?;
    for (field, bit) in [(f::FLAGS_XTD, EXTENDED), (f::FLAGS_RTR, REMOTE), (f::FLAGS_ERR, ERROR)] {
        cx.out.add(field, tvb.bytes(0, 4)?, Value::Bool(word & bit != 0));
    }
    cx.out.item(f::LEN, tvb, 4, 1)?;
    cx.out.item(f::RESERVED, tvb, 5, 3)?;
    let data = tvb.sub(HEADER, len)?;
    // A request for data has room for them.
    if id == 0 && !extended && word & REMOTE == 0 {
        cx.call(Proto::AutosarNm, data);
    } else {
        cx.call_data(data);
    }
    let padding = tvb.reported_rest(HEADER + len);
    if padding > 0 {
        cx.out.item(f::PADDING, tvb, HEADER + len, padding)?;
    }
    Ok(HEADER)
}

/// Frames in which a controller tells of errors.
fn error<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, word: u32) -> Result<usize, Stop> {
    const LOST: u32 = 2;
    const CONTROLLER: u32 = 4;
    const PROTOCOL: u32 = 8;
    const TRANSCEIVER: u32 = 16;
    cx.out.add(f::FLAGS_ERR, tvb.bytes(0, 4)?, Value::Bool(true));
    let classes = [
        f::ERR_TX_TIMEOUT,
        f::ERR_LOSTARB,
        f::ERR_CTRL,
        f::ERR_PROT,
        f::ERR_TRX,
        f::ERR_ACK,
        f::ERR_BUSOFF,
        f::ERR_BUSERROR,
        f::ERR_RESTARTED,
        f::ERR_RESERVED,
    ];
    classes.into_iter().try_for_each(|field| cx.out.item(field, tvb, 0, 4))?;
    cx.out.item(f::LEN, tvb, 4, 1)?;
    cx.out.item(f::RESERVED, tvb, 5, 3)?;
    let mut bits = |at: usize, fields: &[F]| fields.iter().try_for_each(|field| cx.out.item(*field, tvb, at, 1));
    if word & LOST != 0 {
        bits(HEADER, &[f::ERR_LOSTARB_BITNUM])?;
    }
    if word & CONTROLLER != 0 {
        let fields = [
            f::ERR_CTRL_RX_OVERFLOW,
            f::ERR_CTRL_TX_OVERFLOW,
            f::ERR_CTRL_RX_WARNING,
            f::ERR_CTRL_TX_WARNING,
            f::ERR_CTRL_RX_PASSIVE,
            f::ERR_CTRL_TX_PASSIVE,
            f::ERR_CTRL_ACTIVE,
        ];
        bits(HEADER + 1, &fields)?;
    }
    if word & PROTOCOL != 0 {
        let fields = [
            f::ERR_PROT_TYPE_BIT,
            f::ERR_PROT_TYPE_FORM,
            f::ERR_PROT_TYPE_STUFF,
            f::ERR_PROT_TYPE_BIT0,
            f::ERR_PROT_TYPE_BIT1,
            f::ERR_PROT_TYPE_OVERLOAD,
            f::ERR_PROT_TYPE_ACTIVE,
            f::ERR_PROT_TYPE_TX,
        ];
        bits(HEADER + 2, &fields)?;
        bits(HEADER + 3, &[f::ERR_PROT_LOCATION])?;
    }
    if word & TRANSCEIVER != 0 {
        bits(HEADER + 4, &[f::ERR_TRX_CANH, f::ERR_TRX_CANL])?;
    }
    cx.out.item(f::ERR_CTRL_SPECIFIC, tvb, HEADER + 5, 3)?;
    Ok(tvb.len())
}
