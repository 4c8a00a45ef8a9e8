//! Messages that are a run of fields, perhaps with options after them.

use super::f;
use crate::proto::layout::Part::{self, Bits, Item, Skip};

/// What a message consists of, after its checksum.
pub(super) struct Message {
    pub(super) parts: &'static [Part],
    pub(super) options: bool,
}

/// The message of a type.
pub(super) fn message(ty: u8) -> Option<Message> {
    let (parts, options): (&'static [Part], bool) = match ty {
        // Multicast listener report and done.
        131 | 132 => {
            (&[Item(f::MLD_MAXIMUM_RESPONSE_DELAY, 2), Item(f::RESERVED, 2), Item(f::MLD_MULTICAST_ADDRESS, 16)], false)
        }
        // Router and neighbor discovery, RFC 4861.
        133 | 141 | 142 => (&[Item(f::RESERVED, 4)], true),
        134 => (
            &[
                Item(f::ND_RA_CUR_HOP_LIMIT, 1),
                Bits(
                    &[
                        f::ND_RA_FLAG,
                        f::ND_RA_FLAG_M,
                        f::ND_RA_FLAG_O,
                        f::ND_RA_FLAG_H,
                        f::ND_RA_FLAG_PRF,
                        f::ND_RA_FLAG_P,
                        f::ND_RA_FLAG_S,
                        f::ND_RA_FLAG_RSV,
                    ],
                    1,
                ),
                Item(f::ND_RA_ROUTER_LIFETIME, 2),
                Item(f::ND_RA_REACHABLE_TIME, 4),
                Item(f::ND_RA_RETRANS_TIMER, 4),
            ],
            true,
        ),
        135 => (&[Item(f::RESERVED, 4), Item(f::ND_NS_TARGET_ADDRESS, 16)], true),
        136 => (
            &[
                Bits(&[f::ND_NA_FLAG, f::ND_NA_FLAG_R, f::ND_NA_FLAG_S, f::ND_NA_FLAG_O, f::ND_NA_FLAG_RSV], 4),
                Item(f::ND_NA_TARGET_ADDRESS, 16),
            ],
            true,
        ),
        137 => {
            (&[Item(f::RESERVED, 4), Item(f::ND_RD_TARGET_ADDRESS, 16), Item(f::RD_NA_DESTINATION_ADDRESS, 16)], true)
        }
        // Router renumbering, RFC 2894: its header only.
        138 => (
            &[
                Item(f::RR_SEQUENCE_NUMBER, 4),
                Item(f::RR_SEGMENT_NUMBER, 1),
                Bits(
                    &[f::RR_FLAG, f::RR_FLAG_T, f::RR_FLAG_R, f::RR_FLAG_A, f::RR_FLAG_S, f::RR_FLAG_P, f::RR_FLAG_RSV],
                    1,
                ),
                Item(f::RR_MAXDELAY, 2),
                Item(f::RESERVED, 4),
            ],
            false,
        ),
        // Mobile IPv6, RFC 6275.
        144 | 146 => (&[Item(f::MIP6_IDENTIFIER, 2), Item(f::RESERVED, 2)], false),
        145 => {
            (&[Item(f::MIP6_IDENTIFIER, 2), Item(f::RESERVED, 2), Part::Each(f::MIP6_HOME_AGENT_ADDRESS, 16)], false)
        }
        147 => (
            &[Item(f::MIP6_IDENTIFIER, 2), Bits(&[f::MIP6_FLAG, f::MIP6_FLAG_M, f::MIP6_FLAG_O, f::MIP6_FLAG_RSV], 2)],
            true,
        ),
        // Certification paths, RFC 3971.
        148 => (&[Item(f::SEND_IDENTIFIER, 2), Item(f::SEND_COMPONENT, 2)], true),
        149 => (
            &[
                Item(f::SEND_IDENTIFIER, 2),
                Item(f::SEND_ALL_COMPONENTS, 2),
                Item(f::SEND_COMPONENT, 2),
                Item(f::RESERVED, 2),
            ],
            true,
        ),
        // Fast handovers, RFC 5568.
        150 => (&[Item(f::FMIP6_SUBTYPE, 1), Skip(1), Item(f::FMIP6_IDENTIFIER, 2)], true),
        154 => (&[Item(f::FMIP6_SUBTYPE, 1), Item(f::RESERVED, 1), Item(f::FMIP6_IDENTIFIER, 2)], true),
        // Multicast router discovery, RFC 4286.
        151 => (&[Item(f::MCAST_RA_QUERY_INTERVAL, 2), Item(f::MCAST_RA_ROBUSTNESS_VARIABLE, 2)], false),
        152 | 153 => (&[], false),
        // Duplicate addresses in low-power networks, RFC 6775.
        157 | 158 => (
            &[
                Item(f::N6LOWPANND_DA_STATUS, 1),
                Item(f::N6LOWPANND_DA_RSV, 1),
                Item(f::N6LOWPANND_DA_LIFETIME, 2),
                Item(f::N6LOWPANND_DA_EUI64, 8),
                Item(f::N6LOWPANND_DA_REG_ADDR, 16),
            ],
            true,
        ),
        _ => return None,
    };
    Some(Message { parts, options })
}
