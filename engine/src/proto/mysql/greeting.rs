//! The handshake: what the server says first, and how the client logs in.

use super::{
    column,
    connection::{Caps, Conn, Step, base, ext, with},
    f, incomplete, lenenc, response, text, text_len,
};
use crate::proto::{
    dissect::Cx,
    out::F,
    tls,
    tvb::{Stop, Tvb},
};

pub(super) fn greeting<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    // The server is full, or the client is not welcome.
    if tvb.u8(at)? == 0xff {
        return response::error(cx, tvb, at + 1);
    }
    with(cx, |conn| *conn = Conn { step: Step::Login, ..Conn::default() });
    cx.out.label(f::SERVER_GREETING, tvb, at, tvb.reported_rest(at));
    cx.out.item(f::PROTOCOL, tvb, at, 1)?;
    let protocol = tvb.u8(at)?;
    let version = tvb.captured(at + 1, text_len(tvb, at + 1)).strip_suffix(b"\0").unwrap_or_default();
    column(cx, || format!(" Server Greeting  proto={protocol} version={}", String::from_utf8_lossy(version)));
    let at = text(cx, f::VERSION, tvb, at + 1)?;
    cx.out.item_le(f::THREAD_ID, tvb, at, 4)?;
    let mut at = text(cx, f::SALT, tvb, at + 4)?;
    if tvb.reported_rest(at) == 0 {
        return Ok(at);
    }
    let mut caps = Caps { base: base_caps(cx, f::CAPS_SERVER, tvb, at)?, ..Caps::default() };
    at += 2;
    with(cx, |conn| conn.server = caps);
    if tvb.reported_rest(at) == 0 {
        return Ok(at);
    }
    let is_mariadb = caps.base & base::LONG_PASSWORD == 0;
    cx.out.item(if is_mariadb { f::MARIADB_SERVER_LANGUAGE } else { f::SERVER_LANGUAGE }, tvb, at, 1)?;
    response::status(cx, tvb, at + 1)?;
    at += 3;
    caps.ext = ext_caps(cx, f::EXTCAPS_SERVER, tvb, at)?;
    cx.out.item(f::AUTH_PLUGIN_LENGTH, tvb, at + 2, 1)?;
    at += 3;
    if is_mariadb {
        cx.out.item(f::UNUSED, tvb, at, 6)?;
        caps.mariadb = mariadb_caps(cx, f::MARIADB_EXTCAPS_SERVER, tvb, at + 6)?;
    } else {
        cx.out.item(f::UNUSED, tvb, at, 10)?;
    }
    at += 10;
    with(cx, |conn| conn.server = caps);
    if tvb.reported_rest(at) > 0 {
        at = text(cx, f::SALT2, tvb, at)?;
    }
    if tvb.reported_rest(at) > 0 {
        at = text(cx, f::AUTH_PLUGIN, tvb, at)?;
    }
    Ok(at)
}

/// What the client wants; also the request for TLS, which is the first part of it.
pub(super) fn login<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let server = with(cx, |conn| conn.server);
    cx.out.label(f::LOGIN_REQUEST, tvb, at, tvb.reported_rest(at));
    let mut caps = Caps { base: base_caps(cx, f::CAPS_CLIENT, tvb, at)?, ..Caps::default() };
    let mut at = at + 2;
    if caps.base & base::PROTOCOL_41 == 0 {
        cx.out.item_le(f::MAX_PACKET, tvb, at, 3)?;
        at += 3;
    } else {
        caps.ext = ext_caps(cx, f::EXTCAPS_CLIENT, tvb, at)?;
        cx.out.item_le(f::MAX_PACKET, tvb, at + 2, 4)?;
        let is_mariadb = server.base & base::LONG_PASSWORD == 0;
        cx.out.item(if is_mariadb { f::MARIADB_CHARSET } else { f::CHARSET }, tvb, at + 6, 1)?;
        at += 7;
        if caps.base & base::LONG_PASSWORD == 0 && is_mariadb {
            cx.out.item(f::UNUSED, tvb, at, 19)?;
            caps.mariadb = mariadb_caps(cx, f::MARIADB_EXTCAPS_CLIENT, tvb, at + 19)?;
        } else {
            cx.out.item(f::UNUSED, tvb, at, 23)?;
        }
        at += 23;
    }
    with(cx, |conn| conn.client = caps);
    if caps.base & base::SSL != 0 && tvb.reported_rest(at) == 0 {
        with(cx, |conn| conn.tls = true);
        tls::start(cx, "MySQL Protocol");
    } else {
        with(cx, |conn| conn.step = if caps.ext & ext::PLUGIN_AUTH == 0 { Step::ResponseOk } else { Step::AuthSwitchRequest });
    }
    let user = tvb.captured(at, text_len(tvb, at));
    let user = user.strip_suffix(b"\0").unwrap_or(user);
    column(cx, || format!(" Login Request user={} ", String::from_utf8_lossy(user)));
    at = text(cx, f::USER, tvb, at)?;
    if tvb.reported_rest(at) > 0 {
        at = password(cx, tvb, at, caps.base & base::SECURE_CONNECTION != 0)?;
    }
    if caps.base & base::CONNECT_WITH_DB != 0 && tvb.reported_rest(at) > 0 {
        at = text(cx, f::SCHEMA, tvb, at)?;
    }
    if caps.ext & ext::PLUGIN_AUTH != 0 && tvb.reported_rest(at) > 0 {
        at = text(cx, f::CLIENT_AUTH_PLUGIN, tvb, at)?;
    }
    if caps.ext & ext::CONNECT_ATTRS != 0 && tvb.reported_rest(at) > 0 {
        at = attributes(cx, tvb, at)?;
    }
    if caps.ext & ext::ZSTD != 0 && tvb.reported_rest(at) > 0 {
        cx.out.item(f::COMPRESSION_ZSTD_LEVEL, tvb, at, 1)?;
        at += 1;
    }
    let compresses = server.base & caps.base & base::COMPRESS != 0 || server.ext & caps.ext & ext::ZSTD != 0;
    with(cx, |conn| conn.will_compress = compresses && conn.step != Step::Login);
    Ok(at)
}

/// A scrambled password behind its length, or one that ends with a zero byte.
pub(super) fn password<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, counted: bool) -> Result<usize, Stop> {
    let (at, len) = if counted { (at + 1, usize::from(tvb.u8(at)?)) } else { (at, text_len(tvb, at)) };
    if len > usize::from(!counted) {
        cx.out.item(f::PASSWD, tvb, at, len)?;
    }
    Ok(at + len)
}

/// What the client tells of itself.
pub(super) fn attributes<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = lenenc::number(cx, tvb, at)?;
    cx.out.label(f::CONNATTRS, tvb, at, len.len());
    cx.out.number(f::CONNATTRS_LENGTH, tvb, at, len.width, len.or_zero())?;
    let mut at = at + len.width;
    let end = at.saturating_add(len.len());
    while at < end {
        let (_, name_end) = spans(tvb, at)?;
        let (_, value_end) = spans(tvb, name_end)?;
        cx.out.label(f::CONNATTRS_ATTR, tvb, at, value_end - at);
        at = lenenc::text_with_len(cx, (f::CONNATTRS_NAME_LENGTH, f::CONNATTRS_NAME), tvb, at)?;
        at = lenenc::text_with_len(cx, (f::CONNATTRS_VALUE_LENGTH, f::CONNATTRS_VALUE), tvb, at)?;
    }
    if at > end {
        incomplete(cx, "FIXME - dissector is incomplete");
    }
    Ok(at)
}

/// Where a text behind its length starts and ends.
fn spans(tvb: Tvb<'_>, at: usize) -> Result<(usize, usize), Stop> {
    let len = lenenc::peek(tvb, at)?;
    let start = at + len.width;
    tvb.bytes(start, len.len())?;
    Ok((start, start + len.len()))
}

const BASE: [F; 16] = [
    f::CAPS_LP,
    f::CAPS_FR,
    f::CAPS_LF,
    f::CAPS_CD,
    f::CAPS_NS,
    f::CAPS_CP,
    f::CAPS_OB,
    f::CAPS_LI,
    f::CAPS_IS,
    f::CAPS_CU,
    f::CAPS_IA,
    f::CAPS_SL,
    f::CAPS_II,
    f::CAPS_TA,
    f::CAPS_RS,
    f::CAPS_SC,
];

fn base_caps<'f>(cx: &mut Cx<'f>, whole: F, tvb: Tvb<'f>, at: usize) -> Result<u16, Stop> {
    cx.out.item_le(whole, tvb, at, 2)?;
    for field in BASE {
        cx.out.item_le(field, tvb, at, 2)?;
    }
    tvb.u16_le(at)
}

fn ext_caps<'f>(cx: &mut Cx<'f>, whole: F, tvb: Tvb<'f>, at: usize) -> Result<u16, Stop> {
    let caps = cx.out.uint_le(whole, tvb, at, 2)? as u16;
    for field in [f::CAPS_MS, f::CAPS_MR, f::CAPS_PM, f::CAPS_PA, f::CAPS_CA] {
        cx.out.item_le(field, tvb, at, 2)?;
    }
    // CLIENT_PLUGIN_AUTH_LENENC_CLIENT_DATA
    let lenenc = strato_filter_lang::value::Value::Bool(caps & 0x20 != 0);
    cx.out.add_def(f::CAPS_PM, 1, tvb.bytes(at, 2)?, lenenc);
    for field in [
        f::CAPS_EP,
        f::CAPS_SESSION_TRACK,
        f::CAPS_DEPRECATE_EOF,
        f::CAPS_OPTIONAL_METADATA,
        f::CAPS_COMPRESS_ZSD,
        f::CAPS_QUERY_ATTRS,
        f::CAPS_MF_AUTH,
        f::CAPS_CAP_EXT,
        f::CAPS_UNUSED,
    ] {
        cx.out.item_le(field, tvb, at, 2)?;
    }
    Ok(caps)
}

fn mariadb_caps<'f>(cx: &mut Cx<'f>, whole: F, tvb: Tvb<'f>, at: usize) -> Result<u32, Stop> {
    let caps = cx.out.uint_le(whole, tvb, at, 4)?;
    for field in
        [f::MARIADB_CAPS_PR, f::MARIADB_CAPS_CM, f::MARIADB_CAPS_BO, f::MARIADB_CAPS_EM, f::MARIADB_CAPS_ME]
    {
        cx.out.item_le(field, tvb, at, 4)?;
    }
    Ok(caps as u32)
}
