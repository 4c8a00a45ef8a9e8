//! Precision Time Protocol, version 2: IEEE 1588-2008 and 1588-2019. Version 1 is recognised only.

mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    layout::{
        Part::{Bits, Item, Rest, Skip},
        walk,
    },
    out::F,
    tvb::{Stop, Tvb},
};

/// PTP.
pub static PTP: Protocol = Protocol {
    name: "ptp",
    title: "Precision Time Protocol (IEEE1588)",
    frame_name: "ptp",
    fields: FIELDS,
    parents: &[Parent::EtherType(0x88f7), Parent::UdpPort(319), Parent::UdpPort(320)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

/// Types of messages.
const SYNC: u8 = 0x0;
const DELAY_REQUEST: u8 = 0x1;
const PEER_REQUEST: u8 = 0x2;
const PEER_RESPONSE: u8 = 0x3;
const FOLLOW_UP: u8 = 0x8;
const DELAY_RESPONSE: u8 = 0x9;
const PEER_FOLLOW_UP: u8 = 0xa;
const ANNOUNCE: u8 = 0xb;
const SIGNALING: u8 = 0xc;

/// Bytes of the header.
const HEADER: usize = 34;

const FLAGS: &[F] = &[
    f::V2_FLAGS,
    f::V2_FLAGS_SECURITY,
    f::V2_FLAGS_SPECIFIC2,
    f::V2_FLAGS_SPECIFIC1,
    f::V2_FLAGS_UNICAST,
    f::V2_FLAGS_TWOSTEP,
    f::V2_FLAGS_ALTERNATEMASTER,
    f::V2_FLAGS_SYNCHRONIZATIONUNCERTAIN,
    f::V2_FLAGS_FREQUENCYTRACEABLE,
    f::V2_FLAGS_TIMETRACEABLE,
    f::V2_FLAGS_TIMESCALE,
    f::V2_FLAGS_UTCREASONABLE,
    f::V2_FLAGS_LI59,
    f::V2_FLAGS_LI61,
];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let version = tvb.u8(1)? & 0x0f;
    if version != 2 {
        cx.column("PTPv1", String::new);
        return Ok(tvb.len());
    }
    let kind = tvb.u8(0)? & 0x0f;
    cx.column("PTPv2", || values::V2_MESSAGETYPE.name(kind.into()).unwrap_or("Reserved").to_owned());
    let len = usize::from(tvb.u16(2)?);
    let parts = [
        Bits(&[f::V2_MAJORSDOID, f::V2_MESSAGETYPE], 1),
        Bits(&[f::V2_MINORVERSIONPTP, f::V2_VERSIONPTP], 1),
        Item(f::V2_MESSAGELENGTH, 2),
        Item(f::V2_DOMAINNUMBER, 1),
        Item(f::V2_MINORSDOID, 1),
        Bits(FLAGS, 2),
        Item(f::V2_CORRECTION_NS, 6),
    ];
    let at = walk(cx, tvb, 0, &parts)?;
    // In units of 2^-16 ns.
    let fraction = f64::from(tvb.u16(at)?) / 65536.0;
    cx.out.add(f::V2_CORRECTION_SUBNS, tvb.bytes(at, 2)?, Value::Float(fraction));
    let parts = [
        Item(f::V2_MESSAGETYPESPECIFIC, 4),
        Item(f::V2_CLOCKIDENTITY, 8),
        Item(f::V2_SOURCEPORTID, 2),
        Item(f::V2_SEQUENCEID, 2),
        Item(f::V2_CONTROLFIELD, 1),
        Item(f::V2_LOGMESSAGEPERIOD, 1),
    ];
    walk(cx, tvb, at + 2, &parts)?;
    cx.out.item(f::V2_CLOCKIDENTITY_MANUF, tvb, 20, 3)?;
    body(cx, tvb.limit(len.max(HEADER)), kind)?;
    Ok(tvb.len())
}

fn body<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, kind: u8) -> Result<(), Stop> {
    let stamp = |seconds: F, nanoseconds: F| [Item(seconds, 6), Item(nanoseconds, 4)];
    let (time, port) = match kind {
        SYNC | DELAY_REQUEST => {
            (stamp(f::V2_SDR_ORIGINTIMESTAMP_SECONDS, f::V2_SDR_ORIGINTIMESTAMP_NANOSECONDS), None)
        }
        PEER_REQUEST => (stamp(f::V2_PDRQ_ORIGINTIMESTAMP_SECONDS, f::V2_PDRQ_ORIGINTIMESTAMP_NANOSECONDS), None),
        PEER_RESPONSE => (
            stamp(f::V2_PDRS_REQUESTRECEIPTTIMESTAMP_SECONDS, f::V2_PDRS_REQUESTRECEIPTTIMESTAMP_NANOSECONDS),
            Some([Item(f::V2_PDRS_REQUESTINGPORTIDENTITY, 8), Item(f::V2_PDRS_REQUESTINGSOURCEPORTID, 2)]),
        ),
        FOLLOW_UP => return follow_up(cx, tvb),
        DELAY_RESPONSE => (
            stamp(f::V2_DR_RECEIVETIMESTAMP_SECONDS, f::V2_DR_RECEIVETIMESTAMP_NANOSECONDS),
            Some([Item(f::V2_DR_REQUESTINGSOURCEPORTIDENTITY, 8), Item(f::V2_DR_REQUESTINGSOURCEPORTID, 2)]),
        ),
        PEER_FOLLOW_UP => (
            stamp(f::V2_PDFU_RESPONSEORIGINTIMESTAMP_SECONDS, f::V2_PDFU_RESPONSEORIGINTIMESTAMP_NANOSECONDS),
            Some([Item(f::V2_PDFU_REQUESTINGPORTIDENTITY, 8), Item(f::V2_PDFU_REQUESTINGSOURCEPORTID, 2)]),
        ),
        ANNOUNCE => return announce(cx, tvb),
        SIGNALING => return signaling(cx, tvb),
        _ => return Ok(()),
    };
    let at = walk(cx, tvb, HEADER, &time)?;
    if let Some(port) = port {
        walk(cx, tvb, at, &port)?;
    }
    Ok(())
}

fn follow_up<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let parts =
        [Item(f::V2_FU_PRECISEORIGINTIMESTAMP_SECONDS, 6), Item(f::V2_FU_PRECISEORIGINTIMESTAMP_NANOSECONDS, 4)];
    walk(cx, tvb, HEADER, &parts)?;
    // Nanoseconds since the epoch, as many bits of them as some hardware keeps.
    let (seconds, nanoseconds) = (tvb.uint(HEADER, 6)?, tvb.u32(HEADER + 6)?);
    let all = seconds.wrapping_mul(1_000_000_000).wrapping_add(nanoseconds.into());
    cx.out.number(f::V2_FU_PRECISEORIGINTIMESTAMP_32BIT, tvb, HEADER, 10, u64::from(all as u32))
}

/// IEEE 1588-2008 §13.5, then records.
fn announce<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const PATH_TRACE: u16 = 8;
    let parts = [
        Item(f::V2_AN_ORIGINTIMESTAMP_SECONDS, 6),
        Item(f::V2_AN_ORIGINTIMESTAMP_NANOSECONDS, 4),
        Item(f::V2_AN_ORIGINCURRENTUTCOFFSET, 2),
        Skip(1),
        Item(f::V2_AN_PRIORITY1, 1),
        Item(f::V2_AN_GRANDMASTERCLOCKCLASS, 1),
        Item(f::V2_AN_GRANDMASTERCLOCKACCURACY, 1),
        Item(f::V2_AN_GRANDMASTERCLOCKVARIANCE, 2),
        Item(f::V2_AN_PRIORITY2, 1),
        Item(f::V2_AN_GRANDMASTERCLOCKIDENTITY, 8),
        Item(f::V2_AN_LOCALSTEPSREMOVED, 2),
        Item(f::V2_TIMESOURCE, 1),
    ];
    let mut at = walk(cx, tvb, HEADER, &parts)?;
    while tvb.reported_rest(at) >= 4 {
        let (kind, len) = (tvb.u16(at)?, usize::from(tvb.u16(at + 2)?));
        walk(cx, tvb, at, &[Item(f::V2_AN_TLVTYPE, 2), Item(f::V2_AN_LENGTHFIELD, 2)])?;
        let record = tvb.sub(at + 4, len)?;
        let part = if kind == PATH_TRACE {
            super::layout::Part::Each(f::V2_AN_PATHSEQUENCE, 8)
        } else {
            Rest(f::V2_AN_TLV_DATA)
        };
        walk(cx, record, 0, &[part])?;
        at += 4 + len;
    }
    Ok(())
}

/// IEEE 1588-2008 §13.12, and its records of unicast negotiation, §16.1.
fn signaling<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const REQUEST: u16 = 4;
    const GRANT: u16 = 5;
    const CANCEL: u16 = 6;
    const ACKNOWLEDGE_CANCEL: u16 = 7;
    const PERIOD: &[F] = &[
        f::V2_SIG_TLV_LOGINTERMESSAGEPERIOD,
        f::V2_SIG_TLV_LOGINTERMESSAGEPERIOD_PERIOD,
        f::V2_SIG_TLV_LOGINTERMESSAGEPERIOD_RATE,
    ];
    let parts = [Item(f::V2_SIG_TARGETPORTIDENTITY, 8), Item(f::V2_SIG_TARGETPORTID, 2)];
    let mut at = walk(cx, tvb, HEADER, &parts)?;
    while tvb.reported_rest(at) >= 4 {
        let (kind, len) = (tvb.u16(at)?, usize::from(tvb.u16(at + 2)?));
        walk(cx, tvb, at, &[Item(f::V2_SIG_TLV_TLVTYPE, 2), Item(f::V2_SIG_TLV_LENGTHFIELD, 2)])?;
        let record = tvb.sub(at + 4, len)?;
        let message = Item(f::V2_SIG_TLV_MESSAGETYPE, 1);
        match kind {
            REQUEST => {
                let parts = [message, Bits(PERIOD, 1), Item(f::V2_SIG_TLV_DURATIONFIELD, 4)];
                walk(cx, record, 0, &parts)?;
            }
            GRANT => {
                let duration = Item(f::V2_SIG_TLV_DURATIONFIELD, 4);
                let renewal = Item(f::V2_SIG_TLV_RENEWALINVITED, 1);
                walk(cx, record, 0, &[message, Bits(PERIOD, 1), duration, Skip(1), renewal])?;
            }
            CANCEL | ACKNOWLEDGE_CANCEL => _ = walk(cx, record, 0, &[message])?,
            _ => _ = walk(cx, record, 0, &[Rest(f::V2_SIG_TLV_DATA)])?,
        }
        at += 4 + len;
    }
    Ok(())
}
