//! QUIC transport parameters, RFC 9000 §18.

use crate::proto::{
    out::F,
    tls::{f, walk::Walk},
    tvb::{Stop, Tvb},
};

/// Dissects the parameters: pairs of variable-length numbers and values.
pub(super) fn parameters(walk: &mut Walk<'_, '_>, _version: u16) -> Result<(), Stop> {
    while walk.left() > 0 {
        let start = walk.at;
        let (number, number_len) = varint(walk.tvb, walk.at)?;
        let (len, len_len) = varint(walk.tvb, walk.at + number_len)?;
        let len = usize::try_from(len).unwrap_or(usize::MAX).min(walk.left().saturating_sub(number_len + len_len));
        walk.out.label(f::QUIC_PARAMETER, walk.tvb, start, number_len + len_len + len);
        walk.out.number(f::QUIC_PARAMETER_TYPE, walk.tvb, start, number_len, number)?;
        walk.out.number(f::QUIC_PARAMETER_LENGTH, walk.tvb, start + number_len, len_len, len as u64)?;
        walk.at += number_len + len_len;
        walk.out.item(f::QUIC_PARAMETER_VALUE, walk.tvb, walk.at, len)?;
        let value = walk.skip(len)?;
        parameter(&mut Walk::new(walk.out, value), number)?;
    }
    Ok(())
}

fn parameter(walk: &mut Walk<'_, '_>, number: u64) -> Result<(), Stop> {
    let field = match number {
        0x00 => return walk.rest(f::QUIC_PARAMETER_ORIGINAL_DESTINATION_CONNECTION_ID).map(drop),
        0x02 => return walk.rest(f::QUIC_PARAMETER_STATELESS_RESET_TOKEN).map(drop),
        0x0d => return preferred_address(walk),
        0x0f => return walk.rest(f::QUIC_PARAMETER_INITIAL_SOURCE_CONNECTION_ID).map(drop),
        0x10 => return walk.rest(f::QUIC_PARAMETER_RETRY_SOURCE_CONNECTION_ID).map(drop),
        0x11 | 0xff73db => return version_information(walk),
        0x3127 => f::QUIC_PARAMETER_GOOGLE_INITIAL_RTT,
        0x3128 => return walk.rest(f::QUIC_PARAMETER_GOOGLE_CONNECTION_OPTIONS).map(drop),
        0x3129 => return walk.rest(f::QUIC_PARAMETER_GOOGLE_USER_AGENT).map(drop),
        0x4752 => return google_version(walk),
        0x01 => f::QUIC_PARAMETER_MAX_IDLE_TIMEOUT,
        0x03 => f::QUIC_PARAMETER_MAX_UDP_PAYLOAD_SIZE,
        0x04 => f::QUIC_PARAMETER_INITIAL_MAX_DATA,
        0x05 => f::QUIC_PARAMETER_INITIAL_MAX_STREAM_DATA_BIDI_LOCAL,
        0x06 => f::QUIC_PARAMETER_INITIAL_MAX_STREAM_DATA_BIDI_REMOTE,
        0x07 => f::QUIC_PARAMETER_INITIAL_MAX_STREAM_DATA_UNI,
        0x08 => f::QUIC_PARAMETER_INITIAL_MAX_STREAMS_BIDI,
        0x09 => f::QUIC_PARAMETER_INITIAL_MAX_STREAMS_UNI,
        0x0a => f::QUIC_PARAMETER_ACK_DELAY_EXPONENT,
        0x0b => f::QUIC_PARAMETER_MAX_ACK_DELAY,
        0x0e => f::QUIC_PARAMETER_ACTIVE_CONNECTION_ID_LIMIT,
        0x20 => f::QUIC_PARAMETER_MAX_DATAGRAM_FRAME_SIZE,
        0x1057 => f::QUIC_PARAMETER_LOSS_BITS,
        0xde1a | 0xff02_de1a | 0xff03_de1a | 0xff04_de1b => f::QUIC_PARAMETER_MIN_ACK_DELAY,
        0x7157 | 0x7158 => f::QUIC_PARAMETER_ENABLE_TIME_STAMP_V2,
        0xff00 => f::QUIC_PARAMETER_FACEBOOK_PARTIAL_RELIABILITY,
        0xbaba => f::QUIC_PARAMETER_ENABLE_MULTIPATH,
        _ => return Ok(()),
    };
    number_of(walk, field)
}

fn number_of(walk: &mut Walk<'_, '_>, field: F) -> Result<(), Stop> {
    let (value, len) = varint(walk.tvb, walk.at)?;
    walk.out.number(field, walk.tvb, walk.at, len, value)
}

fn preferred_address(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.item(f::QUIC_PARAMETER_PREFERRED_ADDRESS_IPV4ADDRESS, 4)?;
    walk.item(f::QUIC_PARAMETER_PREFERRED_ADDRESS_IPV4PORT, 2)?;
    walk.item(f::QUIC_PARAMETER_PREFERRED_ADDRESS_IPV6ADDRESS, 16)?;
    walk.item(f::QUIC_PARAMETER_PREFERRED_ADDRESS_IPV6PORT, 2)?;
    let len = walk.uint(f::QUIC_PARAMETER_PREFERRED_ADDRESS_CONNECTIONID_LENGTH, 1)? as usize;
    if len > 0 {
        walk.item(f::QUIC_PARAMETER_PREFERRED_ADDRESS_CONNECTIONID, len)?;
    }
    walk.item(f::QUIC_PARAMETER_PREFERRED_ADDRESS_STATELESSRESETTOKEN, 16).map(drop)
}

fn version_information(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.item(f::QUIC_PARAMETER_VI_CHOSEN_VERSION, 4)?;
    walk.each(f::QUIC_PARAMETER_VI_OTHER_VERSION, 4)
}

fn google_version(walk: &mut Walk<'_, '_>) -> Result<(), Stop> {
    walk.item(f::QUIC_PARAMETER_GOOGLE_QUIC_VERSION, 4)?;
    if walk.left() > 0 {
        walk.vector(f::QUIC_PARAMETER_GOOGLE_SUPPORTED_VERSIONS_LENGTH, 1)?
            .each(f::QUIC_PARAMETER_GOOGLE_SUPPORTED_VERSION, 4)?;
    }
    Ok(())
}

/// Reads a variable-length number, RFC 9000 §16, and how long it is.
pub(in crate::proto) fn varint(tvb: Tvb<'_>, at: usize) -> Result<(u64, usize), Stop> {
    let len = 1usize << (tvb.u8(at)? >> 6);
    let mask = u64::MAX >> (64 - 8 * len + 2);
    Ok((tvb.uint(at, len)? & mask, len))
}
