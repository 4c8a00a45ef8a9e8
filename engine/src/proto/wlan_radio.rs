//! What a capture says of the radio that received an IEEE 802.11 frame, and how long the frame took on the air, worked out
//! from that (IEEE 802.11 §15 to 19).

mod fields;
mod values;

use strato_filter_lang::value::Value;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    out::{F, Group, Severity},
    tvb::{Stop, Tvb},
};

/// The radio's information.
pub static WLAN_RADIO: Protocol = Protocol {
    name: "wlan_radio",
    title: "802.11 radio information",
    frame_name: "wlan_radio",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Radiotap), Parent::Below(Proto::Ppi)],
    stateful: &["wlan_radio.ifs"],
    across: &["wlan_radio.ifs"],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// What headers of captures say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Radio {
    /// Time of the end of the frame, in microseconds.
    pub(super) tsf: Option<u64>,
    /// In units of 500 kb/s.
    pub(super) rate: Option<u16>,
    /// In MHz.
    pub(super) frequency: Option<u16>,
    pub(super) channel_flags: u16,
    pub(super) short_preamble: Option<bool>,
    pub(super) signal_dbm: Option<i8>,
    pub(super) noise_dbm: Option<i8>,
    pub(super) signal_db: Option<u8>,
    pub(super) noise_db: Option<u8>,
    pub(super) high_throughput: Option<HighThroughput>,
    /// Very high throughput.
    pub(super) is_vht: bool,
    /// Bytes on the air that are not in the capture.
    pub(super) missing: usize,
}

/// IEEE 802.11n.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct HighThroughput {
    pub(super) index: Option<u8>,
    pub(super) bandwidth: Option<u8>,
    pub(super) short_interval: Option<bool>,
    pub(super) greenfield: Option<bool>,
    /// Low-density parity checks.
    pub(super) parity: Option<bool>,
    pub(super) block_streams: Option<u8>,
    pub(super) extension_streams: Option<u8>,
}

/// What is kept for the next frame.
#[derive(Default)]
struct State {
    radio: Radio,
    last_end: Option<u64>,
}

/// Hands a frame on, with what is known of the radio.
pub(super) fn call<'f>(cx: &mut Cx<'f>, radio: Radio, frame: Tvb<'f>) {
    cx.state.of::<State>(Proto::WlanRadio).radio = radio;
    cx.call(Proto::WlanRadio, frame);
}

/// Bits of the channel's flags.
const CCK: u16 = 0x20;
const OFDM: u16 = 0x40;
const GHZ_2: u16 = 0x80;
const GHZ_5: u16 = 0x100;
const DYNAMIC: u16 = 0x400;
const GFSK: u16 = 0x800;
const HALF: u16 = 0x4000;
const QUARTER: u16 = 0x8000;
const TURBO: u16 = 0x10;

/// Physical layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phy {
    Unknown = 0,
    Hopping = 1,
    Sequence = 3,
    B = 4,
    A = 5,
    G = 6,
    N = 7,
    Ac = 8,
}

impl Radio {
    fn phy(&self) -> Phy {
        let flags = self.channel_flags;
        let slow = matches!(self.rate, Some(2 | 4 | 11 | 22));
        if self.is_vht {
            Phy::Ac
        } else if self.high_throughput.is_some() {
            Phy::N
        } else if flags & GFSK != 0 {
            Phy::Hopping
        } else if flags & GHZ_5 != 0 && flags & OFDM != 0 {
            Phy::A
        } else if flags & (OFDM | DYNAMIC) != 0 && slow || flags & CCK != 0 {
            Phy::B
        } else if flags & GHZ_2 != 0 && flags & (OFDM | DYNAMIC) != 0 {
            Phy::G
        } else if flags & GHZ_2 != 0 {
            Phy::Sequence
        } else {
            Phy::Unknown
        }
    }

    /// Data rate in Mb/s.
    fn rate(&self) -> Option<f32> {
        let by_index = self.high_throughput.and_then(|ht| ht.rate());
        by_index.or(self.rate.map(|rate| f32::from(rate) / 2.0))
    }
}

impl HighThroughput {
    /// Data rate in Mb/s by the index of modulation and coding, IEEE 802.11 §19.5.
    fn rate(self) -> Option<f32> {
        const ONE_STREAM: [f32; 8] = [6.5, 13.0, 19.5, 26.0, 39.0, 52.0, 58.5, 65.0];
        let index = self.index.filter(|index| *index < 32)?;
        let base = ONE_STREAM.get(usize::from(index & 7))? * f32::from(index / 8 + 1);
        let wide = if self.bandwidth? == 1 { base * 108.0 / 52.0 } else { base };
        Some(if self.short_interval? { wide * 10.0 / 9.0 } else { wide })
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let radio = cx.state.of::<State>(Proto::WlanRadio).radio;
    let phy = radio.phy();
    if phy != Phy::Unknown {
        cx.out.generated_uint(f::PHY, phy as u64);
    }
    layer(cx, &radio, phy);
    let rate = radio.rate();
    if let Some(rate) = rate {
        cx.out.generated(f::DATA_RATE, Value::Float(rate.into()));
    }
    if let Some(frequency) = radio.frequency {
        if let Some(channel) = channel(frequency) {
            cx.out.generated_uint(f::CHANNEL, channel.into());
        }
        cx.out.generated_uint(f::FREQUENCY, frequency.into());
    }
    signal(cx, &radio);
    if let Some(tsf) = radio.tsf {
        cx.out.generated_uint(f::TIMESTAMP, tsf);
    }
    let on_air = tvb.reported_len() + radio.missing;
    let rate = rate.filter(|rate| *rate > 0.0);
    let last_end = cx.state.of::<State>(Proto::WlanRadio).last_end.take();
    if let Some((preamble, whole)) = rate.and_then(|rate| duration(cx, &radio, phy, rate, on_air)) {
        cx.out.generated_uint(f::DURATION, whole);
        cx.out.generated_uint(f::PREAMBLE, preamble);
        if let Some(end) = radio.tsf {
            let start = end.wrapping_sub(whole);
            if let Some(last) = last_end {
                cx.out.generated(f::IFS, Value::Int(start.wrapping_sub(last).cast_signed()));
            }
            cx.out.generated_uint(f::START_TSF, start);
            cx.out.generated_uint(f::END_TSF, end);
            cx.state.of::<State>(Proto::WlanRadio).last_end = Some(end);
        }
    }
    cx.call(Proto::Wlan, tvb);
    // It has no bytes of its own.
    Ok(0)
}

/// What only one physical layer has.
fn layer(cx: &mut Cx<'_>, radio: &Radio, phy: Phy) {
    let flags = radio.channel_flags;
    match phy {
        Phy::A => {
            let kind = if flags & HALF != 0 { 1 } else { u64::from(flags & QUARTER != 0) * 2 };
            cx.out.generated_uint(f::N11A_CHANNEL_TYPE, kind);
            if flags & TURBO != 0 {
                cx.out.generated_uint(f::N11A_TURBO_TYPE, 1);
            }
        }
        Phy::B => {
            if let Some(short) = radio.short_preamble {
                cx.out.generated_bool(f::SHORT_PREAMBLE, short);
            }
        }
        Phy::G => cx.out.generated_uint(f::N11G_MODE, u64::from(flags & TURBO != 0)),
        Phy::N => {
            let Some(ht) = radio.high_throughput else { return };
            let mut number = |field: F, value: Option<u8>| {
                if let Some(value) = value {
                    cx.out.generated_uint(field, value.into());
                }
            };
            number(f::N11N_MCS_INDEX, ht.index);
            number(f::N11N_BANDWIDTH, ht.bandwidth);
            number(f::N11N_FEC, ht.parity.map(u8::from));
            number(f::N11N_STBC_STREAMS, ht.block_streams);
            number(f::N11N_NESS, ht.extension_streams);
            for (field, value) in [(f::N11N_SHORT_GI, ht.short_interval), (f::N11N_GREENFIELD, ht.greenfield)] {
                if let Some(value) = value {
                    cx.out.generated_bool(field, value);
                }
            }
        }
        Phy::Unknown | Phy::Hopping | Phy::Sequence | Phy::Ac => {}
    }
}

fn signal(cx: &mut Cx<'_>, radio: &Radio) {
    for (field, value) in [(f::SIGNAL_DB, radio.signal_db), (f::NOISE_DB, radio.noise_db)] {
        if let Some(value) = value {
            cx.out.generated_uint(field, value.into());
        }
    }
    for (field, value) in [(f::SIGNAL_DBM, radio.signal_dbm), (f::NOISE_DBM, radio.noise_dbm)] {
        if let Some(value) = value {
            cx.out.generated(field, Value::Int(value.into()));
        }
    }
    if let Some((signal, noise)) = radio.signal_dbm.zip(radio.noise_dbm) {
        cx.out.generated(f::SNR, Value::Int(i64::from(signal) - i64::from(noise)));
    } else if let Some((signal, noise)) = radio.signal_db.zip(radio.noise_db) {
        cx.out.generated(f::SNR, Value::Int(i64::from(signal) - i64::from(noise)));
    }
}

/// The number of a channel, IEEE 802.11 §15.4.4.3 and §17.3.8.4.2.
fn channel(frequency: u16) -> Option<u16> {
    match frequency {
        2412..=2472 => Some((frequency - 2407) / 5),
        2484 => Some(14),
        4915..=4980 => Some((frequency - 4000) / 5),
        5000..=5900 => Some((frequency - 5000) / 5),
        _ => None,
    }
}

/// How many microseconds the preamble and the whole frame take.
fn duration(cx: &mut Cx<'_>, radio: &Radio, phy: Phy, rate: f32, len: usize) -> Option<(u64, u64)> {
    let bits = len as f32 * 8.0;
    match phy {
        Phy::B => {
            let short = radio.short_preamble.unwrap_or_else(|| {
                let text = "No preamble length information was available, assuming short preamble.";
                cx.out.expert(f::ASSUMED_SHORT_PREAMBLE, Severity::Warn, Group::Assumption, text);
                true
            });
            let preamble = if short { 96 } else { 192 };
            Some((preamble, preamble + (bits / rate).ceil() as u64))
        }
        // Symbols of 4 µs, which service and tail bits are part of.
        Phy::A | Phy::G => {
            const PREAMBLE: u64 = 20;
            let symbols = ((16.0 + bits + 6.0) / (rate * 4.0)).ceil() as u64;
            Some((PREAMBLE, PREAMBLE + 4 * symbols))
        }
        Phy::N => {
            let ht = radio.high_throughput?;
            let index = ht.index.filter(|index| *index < 32)?;
            let mut assume = |known: bool, field, text| {
                if !known {
                    cx.out.expert(field, Severity::Warn, Group::Assumption, text);
                }
            };
            let text = "No plcp type information was available, assuming non greenfield.";
            assume(ht.greenfield.is_some(), f::ASSUMED_NON_GREENFIELD, text);
            let text = "No stbc information was available, assuming no stbc.";
            assume(ht.block_streams.is_some(), f::ASSUMED_NO_STBC, text);
            let text = "No extension stream information was available, assuming no extension streams.";
            assume(ht.extension_streams.is_some(), f::ASSUMED_NO_EXTENSION_STREAMS, text);
            let text = "No fec type information was available, assuming bcc fec.";
            assume(ht.parity.is_some(), f::ASSUMED_BCC_FEC, text);
            // Training fields: for the streams, and for those that only sound the channel.
            let training = |streams: u8| u64::from(if streams == 3 { 4 } else { streams });
            let streams = index / 8 + 1 + ht.block_streams.unwrap_or(0);
            let fields = training(streams) + training(ht.extension_streams.unwrap_or(0));
            let preamble = if ht.greenfield == Some(true) { 20 + 4 * fields } else { 32 + 4 * fields };
            let symbol = if ht.short_interval? { 3.6 } else { 4.0 };
            let tails = if rate > 300.0 { 12.0 } else { 6.0 };
            let symbols = ((16.0 + bits + tails) / (rate * symbol).round()).ceil();
            Some((preamble, preamble + (symbols * symbol).ceil() as u64))
        }
        Phy::Unknown | Phy::Hopping | Phy::Sequence | Phy::Ac => None,
    }
}
