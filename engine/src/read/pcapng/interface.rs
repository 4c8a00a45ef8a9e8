//! Interface Description Blocks and their clocks.

use super::{block, body::Body, check};
use crate::{
    error::Damage,
    frame::{Interface, Options},
    read::link_types::{self, LinkType},
};

/// Nanoseconds of a second.
const NS: u64 = 1_000_000_000;

/// An interface and what reading its packets needs.
pub(super) struct Described {
    pub(super) interface: Interface,
    pub(super) link_type: LinkType,
    pub(super) clock: Clock,
}

impl Described {
    pub(super) fn parse(body: Body<'_>, whole: &[u8], id: u32, global_id: u32) -> Result<Self, Damage> {
        let snaplen = body.fixed_u32(block::INTERFACE, 8, 4)?;
        let number = u32::from(body.u16(0).unwrap_or_default());
        check::options(block::INTERFACE, body, 8)?;
        let link_type = link_types::find(number).ok_or(Damage::LinkType { link_type: number })?;
        let mut interface = Interface {
            id,
            global_id,
            link_type: number,
            encap: link_type.encap,
            snaplen,
            tsresol: 6,
            block: whole.to_vec(),
            ..Interface::default()
        };
        let options = Options { bytes: body.bytes().get(8..).unwrap_or_default(), big_endian: body.big_endian() };
        for (code, value) in options.iter() {
            match (code, value) {
                (2, text) => interface.name = Some(string(text)),
                (3, text) => interface.description = Some(string(text)),
                (9, &[resolution]) => interface.tsresol = resolution,
                // The first byte says how the filter is written; 0 is text.
                (11, [0, text @ ..]) => interface.filter = Some(string(text)),
                (12, text) => interface.os = Some(string(text)),
                (13, &[bytes]) => interface.fcs_bits = Some(bytes.saturating_mul(8)),
                (14, seconds) if seconds.len() == 8 => {
                    interface.tsoffset = options.u64(14).unwrap_or_default().cast_signed();
                }
                (15, text) => interface.hardware = Some(string(text)),
                _ => {}
            }
        }
        let clock = Clock::new(interface.tsresol, interface.tsoffset);
        Ok(Self { interface, link_type, clock })
    }
}

fn string(text: &[u8]) -> String {
    String::from_utf8_lossy(text).trim_end_matches('\0').to_owned()
}

/// Turns an interface's time units to nanoseconds since the epoch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    /// Nanoseconds of a unit; 0 if a unit is not a whole number of them.
    unit_ns: u64,
    per_second: u64,
    offset_ns: i128,
}

impl Clock {
    /// `tsresol`: power of ten, or with bit 7 of two, by which a second is divided.
    pub(super) fn new(tsresol: u8, tsoffset: i64) -> Self {
        let exponent = u32::from(tsresol & 0x7f);
        let base: u64 = if tsresol & 0x80 == 0 { 10 } else { 2 };
        // Finer than 64 bits can count: every time is in the first second.
        let per_second = base.checked_pow(exponent).unwrap_or(u64::MAX);
        let unit_ns = if NS.is_multiple_of(per_second) { NS / per_second } else { 0 };
        Self { unit_ns, per_second, offset_ns: i128::from(tsoffset) * i128::from(NS) }
    }

    #[inline]
    pub(super) fn ns(self, units: u64) -> i128 {
        let since = match units.checked_mul(self.unit_ns) {
            Some(ns) if self.unit_ns != 0 => i128::from(ns),
            _ => {
                let (seconds, rest) = (units / self.per_second, units % self.per_second);
                let fraction = u128::from(rest) * u128::from(NS) / u128::from(self.per_second);
                i128::from(seconds) * i128::from(NS) + fraction.cast_signed()
            }
        };
        since + self.offset_ns
    }
}
