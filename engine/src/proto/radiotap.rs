//! Radiotap: metadata before an IEEE 802.11 frame (radiotap.org).

mod fields;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
    wlan_radio::{self, HighThroughput, Radio},
};

/// IEEE 802.11 Radiotap Capture header.
pub static RADIOTAP: Protocol = Protocol {
    name: "radiotap",
    title: "IEEE 802.11 Radiotap Capture header",
    frame_name: "radiotap",
    fields: FIELDS,
    parents: &[Parent::LinkType(127)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Words of bits that say what is present, each announcing the next; more of them than this are nonsense.
const MAX_WORDS: usize = 8;
/// Bits of such a word: more follow, and what follows has another meaning.
const MORE: u32 = 0x8000_0000;
const OTHER_SPACE: u32 = 0x6000_0000;

const PRESENT: &[F] = &[
    f::PRESENT_WORD,
    f::PRESENT_TSFT,
    f::PRESENT_FLAGS,
    f::PRESENT_RATE,
    f::PRESENT_CHANNEL,
    f::PRESENT_FHSS,
    f::PRESENT_DBM_ANTSIGNAL,
    f::PRESENT_DBM_ANTNOISE,
    f::PRESENT_LOCK_QUALITY,
    f::PRESENT_TX_ATTENUATION,
    f::PRESENT_DB_TX_ATTENUATION,
    f::PRESENT_DBM_TX_POWER,
    f::PRESENT_ANTENNA,
    f::PRESENT_DB_ANTSIGNAL,
    f::PRESENT_DB_ANTNOISE,
    f::PRESENT_RXFLAGS,
    f::PRESENT_TXFLAGS,
    f::PRESENT_FCS,
    f::PRESENT_DATA_RETRIES,
    f::PRESENT_XCHANNEL,
    f::PRESENT_MCS,
    f::PRESENT_AMPDU,
    f::PRESENT_VHT,
    f::PRESENT_TIMESTAMP,
    f::PRESENT_HE,
    f::PRESENT_HE_MU,
    f::PRESENT_0_LENGTH_PSDU,
    f::PRESENT_L_SIG,
    f::PRESENT_TLV,
    f::PRESENT_RTAP_NS,
    f::PRESENT_VENDOR_NS,
    f::PRESENT_EXT,
    f::PRESENT_RADIOTAP_AND_VENDOR,
];

const FLAGS: &[F] = &[
    f::FLAGS,
    f::FLAGS_CFP,
    f::FLAGS_PREAMBLE,
    f::FLAGS_WEP,
    f::FLAGS_FRAG,
    f::FLAGS_FCS,
    f::FLAGS_DATAPAD,
    f::FLAGS_BADFCS,
    f::FLAGS_SHORTGI,
];

const CHANNEL: &[F] = &[
    f::CHANNEL_FLAGS,
    f::CHANNEL_FLAGS_TURBO,
    f::CHANNEL_FLAGS_700MHZ,
    f::CHANNEL_FLAGS_800MHZ,
    f::CHANNEL_FLAGS_900MHZ,
    f::CHANNEL_FLAGS_CCK,
    f::CHANNEL_FLAGS_OFDM,
    f::CHANNEL_FLAGS_2GHZ,
    f::CHANNEL_FLAGS_5GHZ,
    f::CHANNEL_FLAGS_PASSIVE,
    f::CHANNEL_FLAGS_DYNAMIC,
    f::CHANNEL_FLAGS_GFSK,
    f::CHANNEL_FLAGS_GSM,
    f::CHANNEL_FLAGS_STURBO,
    f::CHANNEL_FLAGS_HALF,
    f::CHANNEL_FLAGS_QUARTER,
];

/// What a bit announces: length, alignment, fields.
enum Datum {
    /// The same bytes, seen as several fields.
    Bits(usize, &'static [F]),
    /// Half megabits per second.
    Rate,
    /// Frequency and flags.
    Channel,
    /// Hop set and pattern.
    Hopping,
    /// Bytes that no field shows, and their alignment.
    Skip(usize, usize),
}

/// The data of bits 0, 1, …
const DATA: &[Datum] = &[
    Datum::Bits(8, &[f::MACTIME]),
    Datum::Bits(1, FLAGS),
    Datum::Rate,
    Datum::Channel,
    Datum::Hopping,
    Datum::Bits(1, &[f::DBM_ANTSIGNAL]),
    Datum::Bits(1, &[f::DBM_ANTNOISE]),
    Datum::Bits(2, &[f::QUALITY]),
    Datum::Bits(2, &[f::TXATTENUATION]),
    Datum::Bits(2, &[f::DB_TXATTENUATION]),
    Datum::Bits(1, &[f::TXPOWER]),
    Datum::Bits(1, &[f::ANTENNA]),
    Datum::Bits(1, &[f::DB_ANTSIGNAL]),
    Datum::Bits(1, &[f::DB_ANTNOISE]),
    Datum::Bits(2, &[f::RXFLAGS, f::RXFLAGS_BADPLCP]),
    Datum::Skip(2, 2),
    Datum::Skip(1, 1),
    Datum::Skip(1, 1),
    Datum::Skip(8, 4),
    Datum::Skip(3, 1),
    Datum::Skip(8, 4),
    Datum::Skip(12, 2),
];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let len = usize::from(tvb.u16_le(2)?);
    let payload = tvb.rest(len)?;
    let mut radio = Radio::default();
    metadata(cx, tvb.limit(len), &mut radio)?;
    wlan_radio::call(cx, radio, payload);
    Ok(len)
}

fn metadata<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, radio: &mut Radio) -> Result<(), Stop> {
    let present = tvb.u32_le(4)?;
    let mut words = 0;
    while words < MAX_WORDS && (words == 0 || tvb.u32_le(words * 4)? & MORE != 0) {
        words += 1;
        PRESENT.iter().try_for_each(|field| cx.out.item_le(*field, tvb, words * 4, 4))?;
    }
    cx.out.label(f::PRESENT, tvb, 4, words * 4);
    let mut at = 4 + words * 4;
    for (bit, datum) in DATA.iter().enumerate() {
        if present & !OTHER_SPACE & 1 << bit == 0 {
            continue;
        }
        let (size, align) = match datum {
            Datum::Bits(size, _) => (*size, *size),
            Datum::Rate => (1, 1),
            Datum::Channel => (4, 2),
            Datum::Hopping => (2, 1),
            Datum::Skip(size, align) => (*size, *align),
        };
        // Counted from the start of the header.
        at = at.next_multiple_of(align);
        if at + size > tvb.reported_len() {
            return Ok(());
        }
        note(radio, bit, tvb.bytes(at, size)?);
        match datum {
            Datum::Bits(size, fields) => {
                fields.iter().try_for_each(|field| cx.out.item_le(*field, tvb, at, *size))?;
            }
            Datum::Rate => {
                let rate = f64::from(tvb.u8(at)?) / 2.0;
                cx.out.add(f::DATARATE, tvb.bytes(at, 1)?, Value::Float(rate));
            }
            Datum::Channel => {
                cx.out.item_le(f::CHANNEL_FREQ, tvb, at, 2)?;
                CHANNEL.iter().try_for_each(|field| cx.out.item_le(*field, tvb, at + 2, 2))?;
            }
            Datum::Hopping => {
                cx.out.item(f::FHSS_HOPSET, tvb, at, 1)?;
                cx.out.item(f::FHSS_PATTERN, tvb, at + 1, 1)?;
            }
            Datum::Skip(..) => {}
        }
        at += size;
    }
    Ok(())
}

/// Notes what the data of a bit says of the radio.
fn note(radio: &mut Radio, bit: usize, data: &[u8]) {
    const MCS: usize = 19;
    const VHT: usize = 21;
    let number = |at: usize| Some(u16::from_le_bytes([*data.get(at)?, *data.get(at + 1)?]));
    let byte = data.first().copied().unwrap_or_default();
    match bit {
        0 => radio.tsf = data.first_chunk().map(|bytes| u64::from_le_bytes(*bytes)),
        1 => radio.short_preamble = Some(byte & 2 != 0),
        2 => radio.rate = Some(byte.into()),
        3 => {
            radio.frequency = number(0);
            radio.channel_flags = number(2).unwrap_or_default();
        }
        5 => radio.signal_dbm = Some(byte.cast_signed()),
        6 => radio.noise_dbm = Some(byte.cast_signed()),
        12 => radio.signal_db = Some(byte),
        13 => radio.noise_db = Some(byte),
        MCS => radio.high_throughput = data.first_chunk().map(|bytes| high_throughput(*bytes)),
        VHT => radio.is_vht = true,
        _ => {}
    }
}

/// Which parts are known, the parts, the index.
fn high_throughput([known, flags, index]: [u8; 3]) -> HighThroughput {
    HighThroughput {
        bandwidth: (known & 1 != 0).then_some(flags & 3),
        index: (known & 2 != 0).then_some(index),
        short_interval: (known & 4 != 0).then_some(flags & 4 != 0),
        greenfield: (known & 8 != 0).then_some(flags & 8 != 0),
        parity: (known & 0x10 != 0).then_some(flags & 0x10 != 0),
        block_streams: (known & 0x20 != 0).then_some(flags >> 5 & 3),
        extension_streams: (known & 0x40 != 0).then_some(known >> 7 << 1 | flags >> 7),
    }
}
