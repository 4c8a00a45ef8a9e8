//! Per-Packet Information: metadata before a packet, in fields of a type and a length each (CACE Technologies).

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol, Table,
    cursor::Cursor,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
    wlan_radio::{self, HighThroughput, Radio},
};

/// PPI Packet Header.
pub static PPI: Protocol = Protocol {
    name: "ppi",
    title: "PPI Packet Header",
    frame_name: "ppi",
    fields: FIELDS,
    parents: &[Parent::LinkType(192)],
    calls: &[Table::LinkType],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// `LINKTYPE_IEEE802_11`.
const WIRELESS: u32 = 105;
/// Bytes of the header before the fields.
const HEADER: usize = 8;
/// Fields are at multiples of four.
const ALIGNED: u8 = 1;
/// The frame check sequence, which Wireshark adds to what is on the air.
const CHECK: usize = 4;

const CHANNEL: [F; 9] = [
    f::N80211_COMMON_CHAN_FLAGS,
    f::N80211_COMMON_CHAN_FLAGS_TURBO,
    f::N80211_COMMON_CHAN_FLAGS_CCK,
    f::N80211_COMMON_CHAN_FLAGS_OFDM,
    f::N80211_COMMON_CHAN_FLAGS_2GHZ,
    f::N80211_COMMON_CHAN_FLAGS_5GHZ,
    f::N80211_COMMON_CHAN_FLAGS_PASSIVE,
    f::N80211_COMMON_CHAN_FLAGS_DYNAMIC,
    f::N80211_COMMON_CHAN_FLAGS_GFSK,
];

const EXTENSION: [F; 9] = [
    f::N80211_MAC_PHY_EXT_CHAN_FLAGS,
    f::N80211_MAC_PHY_EXT_CHAN_FLAGS_TURBO,
    f::N80211_MAC_PHY_EXT_CHAN_FLAGS_CCK,
    f::N80211_MAC_PHY_EXT_CHAN_FLAGS_OFDM,
    f::N80211_MAC_PHY_EXT_CHAN_FLAGS_2GHZ,
    f::N80211_MAC_PHY_EXT_CHAN_FLAGS_5GHZ,
    f::N80211_MAC_PHY_EXT_CHAN_FLAGS_PASSIVE,
    f::N80211_MAC_PHY_EXT_CHAN_FLAGS_DYNAMIC,
    f::N80211_MAC_PHY_EXT_CHAN_FLAGS_GFSK,
];

const MAC: [F; 8] = [
    f::N80211N_MAC_FLAGS,
    f::N80211N_MAC_FLAGS_GREENFIELD,
    f::N80211N_MAC_FLAGS_HT20_40,
    f::N80211N_MAC_FLAGS_RX_SHORT_GUARD_INTERVAL,
    f::N80211N_MAC_FLAGS_RX_DUPLICATE,
    f::N80211N_MAC_FLAGS_AGG,
    f::N80211N_MAC_FLAGS_MORE_AGG,
    f::N80211N_MAC_FLAGS_DELIM_CRC_ERROR_AFTER,
];

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (header, link) = (usize::from(tvb.u16_le(2)?), tvb.u32_le(4)?);
    cx.column("PPI", || "Per-Packet Information".into());
    cx.out.item(f::VERSION, tvb, 0, 1)?;
    for field in [f::FLAGS, f::FLAGS_ALIGNMENT, f::FLAGS_RESERVED] {
        cx.out.item(field, tvb, 1, 1)?;
    }
    cx.out.item_le(f::LENGTH, tvb, 2, 2)?;
    cx.out.item_le(f::DLT, tvb, 4, 4)?;
    let mut radio = Radio { missing: CHECK, ..Radio::default() };
    let aligned = tvb.u8(1)? & ALIGNED != 0;
    let mut at = HEADER;
    while at + 4 <= header {
        let (kind, len) = (tvb.u16_le(at)?, usize::from(tvb.u16_le(at + 2)?));
        field(cx, &mut Cursor::new(tvb.limit(at + 4 + len), at), kind, &mut radio)?;
        at += 4 + len;
        if aligned {
            at = at.next_multiple_of(4);
        }
    }
    let payload = tvb.rest(header)?;
    if link == WIRELESS {
        wlan_radio::call(cx, radio, payload);
        return Ok(header);
    }
    if cx.out.plan.everything {
        cx.protocols.push("pcap_pktdata");
    }
    if !cx.call_table(Table::LinkType, link, payload) {
        cx.call_data(payload);
    }
    Ok(header)
}

fn field<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, kind: u16, radio: &mut Radio) -> Result<(), Stop> {
    const COMMON: u16 = 2;
    const HT_MAC: u16 = 3;
    const HT_MAC_AND_PHY: u16 = 4;
    if !matches!(kind, COMMON..=HT_MAC_AND_PHY) {
        return Ok(());
    }
    at.item_le(cx, f::FIELD_TYPE, 2)?;
    at.item_le(cx, f::FIELD_LEN, 2)?;
    match kind {
        COMMON => common(cx, at, radio),
        HT_MAC => {
            mac(cx, at, radio)?;
            at.item_le(cx, f::N80211N_MAC_NUM_DELIMITERS, 1)?;
            at.item_le(cx, f::N80211N_MAC_RESERVED, 3)
        }
        _ => physical(cx, at, radio),
    }
}

fn flags<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, fields: &[F], len: usize) -> Result<(), Stop> {
    fields.iter().try_for_each(|field| cx.out.item_le(*field, at.tvb, at.at, len))?;
    at.at += len;
    Ok(())
}

fn common<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, radio: &mut Radio) -> Result<(), Stop> {
    let start = at.at;
    let tsf = at.uint_le(cx, f::N80211_COMMON_TSFT, 8)?;
    let said = [
        f::N80211_COMMON_FLAGS,
        f::N80211_COMMON_FLAGS_FCS,
        f::N80211_COMMON_FLAGS_TSFT,
        f::N80211_COMMON_FLAGS_FCS_INVALID,
        f::N80211_COMMON_FLAGS_PHY_ERR,
    ];
    flags(cx, at, &said, 2)?;
    let rate = at.tvb.u16_le(at.at)?;
    cx.out.number(f::N80211_COMMON_RATE, at.tvb, at.at, 2, u64::from(rate) * 500)?;
    at.at += 2;
    let frequency = at.uint_le(cx, f::N80211_COMMON_CHAN_FREQ, 2)? as u16;
    radio.channel_flags = at.tvb.u16_le(at.at)?;
    flags(cx, at, &CHANNEL, 2)?;
    at.item(cx, f::N80211_COMMON_FHSS_HOPSET, 1)?;
    at.item(cx, f::N80211_COMMON_FHSS_PATTERN, 1)?;
    at.item(cx, f::N80211_COMMON_DBM_ANTSIGNAL, 1)?;
    at.item(cx, f::N80211_COMMON_DBM_ANTNOISE, 1)?;
    // Times in milliseconds are as good as none to count with.
    let microseconds = at.tvb.u16_le(start + 8)? & 2 == 0;
    radio.tsf = Some(if microseconds { tsf } else { tsf.wrapping_mul(1000) });
    radio.rate = Some(rate);
    radio.frequency = Some(frequency).filter(|frequency| *frequency != 0);
    radio.signal_dbm = Some(at.tvb.u8(start + 18)?.cast_signed()).filter(|level| *level != i8::MIN && *level != 0);
    radio.noise_dbm = Some(at.tvb.u8(start + 19)?.cast_signed()).filter(|level| *level != i8::MIN && *level != 0);
    Ok(())
}

fn mac<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, radio: &mut Radio) -> Result<(), Stop> {
    let said = at.tvb.u32_le(at.at)?;
    flags(cx, at, &MAC, 4)?;
    at.item_le(cx, f::N80211N_MAC_AMPDU_ID, 4)?;
    let ht = radio.high_throughput.get_or_insert_default();
    ht.greenfield = Some(said & 1 != 0);
    ht.bandwidth = Some(u8::from(said & 2 != 0));
    ht.short_interval = Some(said & 4 != 0);
    Ok(())
}

fn physical<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, radio: &mut Radio) -> Result<(), Stop> {
    mac(cx, at, radio)?;
    at.item(cx, f::N80211N_MAC_NUM_DELIMITERS, 1)?;
    let index = at.uint(cx, f::N80211N_MAC_PHY_MCS, 1)? as u8;
    let streams = at.uint(cx, f::N80211N_MAC_PHY_NUM_STREAMS, 1)? as u8;
    let ht: &mut HighThroughput = radio.high_throughput.get_or_insert_default();
    ht.index = Some(index);
    ht.extension_streams = Some(streams);
    let levels = [
        f::N80211N_MAC_PHY_RSSI_COMBINED,
        f::N80211N_MAC_PHY_RSSI_ANT0CTL,
        f::N80211N_MAC_PHY_RSSI_ANT1CTL,
        f::N80211N_MAC_PHY_RSSI_ANT2CTL,
        f::N80211N_MAC_PHY_RSSI_ANT3CTL,
        f::N80211N_MAC_PHY_RSSI_ANT0EXT,
        f::N80211N_MAC_PHY_RSSI_ANT1EXT,
        f::N80211N_MAC_PHY_RSSI_ANT2EXT,
        f::N80211N_MAC_PHY_RSSI_ANT3EXT,
    ];
    levels.into_iter().try_for_each(|field| at.item(cx, field, 1))?;
    at.item_le(cx, f::N80211_MAC_PHY_EXT_CHAN_FREQ, 2)?;
    flags(cx, at, &EXTENSION, 2)?;
    let antennas = [
        f::N80211N_MAC_PHY_DBMANT0_SIGNAL,
        f::N80211N_MAC_PHY_DBMANT0_NOISE,
        f::N80211N_MAC_PHY_DBMANT1_SIGNAL,
        f::N80211N_MAC_PHY_DBMANT1_NOISE,
        f::N80211N_MAC_PHY_DBMANT2_SIGNAL,
        f::N80211N_MAC_PHY_DBMANT2_NOISE,
        f::N80211N_MAC_PHY_DBMANT3_SIGNAL,
        f::N80211N_MAC_PHY_DBMANT3_NOISE,
    ];
    antennas.into_iter().try_for_each(|field| at.item(cx, field, 1))?;
    let errors =
        [f::N80211N_MAC_PHY_EVM0, f::N80211N_MAC_PHY_EVM1, f::N80211N_MAC_PHY_EVM2, f::N80211N_MAC_PHY_EVM3];
    errors.into_iter().try_for_each(|field| at.item_le(cx, field, 4))
}
