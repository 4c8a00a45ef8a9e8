//! Options, each with code and length before it.

use strato_filter_lang::value::Value;

use super::{
    super::{
        dns::name::Name,
        layout::{
            Part::{Bits, Each, Item, Rest},
            walk,
        },
        out::{F, Group, Severity},
    },
    Cx, MAX_DEPTH, Stop, Tvb, f, message, values,
};

const CLIENT_ID: u16 = 1;
const SERVER_ID: u16 = 2;
const IA_NA: u16 = 3;
const IA_TA: u16 = 4;
const IA_ADDRESS: u16 = 5;
const OPTION_REQUEST: u16 = 6;
const PREFERENCE: u16 = 7;
const ELAPSED_TIME: u16 = 8;
const RELAY_MESSAGE: u16 = 9;
const AUTHENTICATION: u16 = 11;
const UNICAST: u16 = 12;
const STATUS: u16 = 13;
const USER_CLASS: u16 = 15;
const VENDOR_CLASS: u16 = 16;
const VENDOR_OPTIONS: u16 = 17;
const INTERFACE_ID: u16 = 18;
const RECONFIGURE: u16 = 19;
const SIP_DOMAINS: u16 = 21;
const SIP_SERVERS: u16 = 22;
const DNS_SERVERS: u16 = 23;
const DOMAINS: u16 = 24;
const IA_PD: u16 = 25;
const IA_PREFIX: u16 = 26;
const NIS_SERVERS: u16 = 27;
const NISP_SERVERS: u16 = 28;
const NIS_DOMAIN: u16 = 29;
const NISP_DOMAIN: u16 = 30;
const SNTP_SERVERS: u16 = 31;
const LIFETIME: u16 = 32;
const REMOTE_ID: u16 = 37;
const SUBSCRIBER_ID: u16 = 38;
const CLIENT_NAME: u16 = 39;
const TIME_ZONE: u16 = 41;
const TIME_ZONE_NAME: u16 = 42;
const NTP_SERVER: u16 = 56;
const AFTR_NAME: u16 = 64;
const RELAY_PORT: u16 = 135;

/// Dissects options up to the end; some hold options, too.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, kind: u8, depth: usize) -> Result<(), Stop> {
    let mut at = 0;
    while tvb.reported_rest(at) > 0 {
        let (code, len) = (tvb.u16(at)?, usize::from(tvb.u16(at + 2)?));
        let option = tvb.sub(at, 4 + len)?;
        if cx.out.wants(f::OPTION_TYPE_STR) {
            let name = values::OPTION_TYPE.name(code.into()).unwrap_or("DHCP option");
            cx.out.add(f::OPTION_TYPE_STR, option.data(), Value::str(name));
        }
        walk(cx, option, 0, &[Item(f::OPTION_TYPE, 2), Item(f::OPTION_LENGTH, 2)])?;
        if depth < MAX_DEPTH {
            body(cx, code, option.rest(4)?, kind, depth)?;
        }
        at += 4 + len;
    }
    Ok(())
}

fn body<'f>(cx: &mut Cx<'f>, code: u16, tvb: Tvb<'f>, kind: u8, depth: usize) -> Result<(), Stop> {
    let len = tvb.reported_len();
    let parts: &[_] = match code {
        CLIENT_ID | SERVER_ID => return identifier(cx, tvb),
        IA_NA | IA_PD => {
            if len < 12 {
                malformed(cx);
                return Ok(());
            }
            association(cx, f::IAID, tvb)?;
            walk(cx, tvb, 4, &[Item(f::IAID_T1, 4), Item(f::IAID_T2, 4)])?;
            return dissect(cx, tvb.rest(12)?, kind, depth + 1);
        }
        IA_TA => {
            if len < 4 {
                malformed(cx);
                return Ok(());
            }
            association(cx, f::IATA, tvb)?;
            return dissect(cx, tvb.rest(4)?, kind, depth + 1);
        }
        IA_ADDRESS => {
            let parts =
                [Item(f::IAADDR_IP, 16), Item(f::IAADDR_PREF_LIFETIME, 4), Item(f::IAADDR_VALID_LIFETIME, 4)];
            let at = walk(cx, tvb, 0, &parts)?;
            return dissect(cx, tvb.rest(at)?, kind, depth + 1);
        }
        IA_PREFIX => {
            let parts = [
                Item(f::IAPREFIX_PREF_LIFETIME, 4),
                Item(f::IAPREFIX_VALID_LIFETIME, 4),
                Item(f::IAPREFIX_PREF_LEN, 1),
                Item(f::IAPREFIX_PREF_ADDR, 16),
            ];
            let at = walk(cx, tvb, 0, &parts)?;
            return dissect(cx, tvb.rest(at)?, kind, depth + 1);
        }
        RELAY_MESSAGE => return message(cx, tvb, depth + 1),
        VENDOR_CLASS => return vendor_class(cx, tvb),
        VENDOR_OPTIONS => return vendor_options(cx, tvb),
        USER_CLASS => return user_class(cx, tvb),
        DOMAINS => return names(cx, f::SEARCH_LIST_ENTRY, tvb, 0),
        SIP_DOMAINS => return names(cx, f::SIP_SERVER_DOMAIN_SEARCH_FQDN, tvb, 0),
        NIS_DOMAIN => return names(cx, f::NIS_FQDN, tvb, 0),
        NISP_DOMAIN => return names(cx, f::NISP_FQDN, tvb, 0),
        AFTR_NAME => return names(cx, f::AFTR_NAME, tvb, 0),
        CLIENT_NAME => return client_name(cx, tvb, kind),
        NTP_SERVER => return time_servers(cx, tvb),
        OPTION_REQUEST => &[Each(f::REQUESTED_OPTION_CODE, 2)],
        PREFERENCE => &[Item(f::OPTION_PREFERENCE, 1)],
        // In hundredths of a second; shown in milliseconds.
        ELAPSED_TIME => {
            return cx.out.number(f::ELAPSED_TIME, tvb, 0, 2, u64::from(tvb.u16(0)?) * 10);
        }
        AUTHENTICATION => &[
            Item(f::AUTH_PROTOCOL, 1),
            Item(f::AUTH_ALGORITHM, 1),
            Item(f::AUTH_RDM, 1),
            Item(f::AUTH_REPLAY_DETECTION, 8),
            Rest(f::AUTH_INFO),
        ],
        UNICAST => &[Item(f::UNICAST, 16)],
        STATUS => &[Item(f::STATUS_CODE, 2), Rest(f::STATUS_MSG)],
        INTERFACE_ID => &[Rest(f::INTERFACE_ID)],
        RECONFIGURE => &[Item(f::RECONF_MSG, 1)],
        SIP_SERVERS => &[Each(f::SIP_SERVER_A, 16)],
        DNS_SERVERS => &[Each(f::DNS_SERVER, 16)],
        NIS_SERVERS => &[Each(f::NIS_SERVER, 16)],
        NISP_SERVERS => &[Each(f::NISP_SERVER, 16)],
        SNTP_SERVERS => &[Each(f::SNTP_SERVER, 16)],
        LIFETIME => &[Item(f::LIFETIME, 4)],
        REMOTE_ID => &[Item(f::REMOTEID_ENTERPRISE, 4), Rest(f::REMOTEID_ENTERPRISE_ID)],
        SUBSCRIBER_ID => &[Rest(f::SUBSCRIBER_ID)],
        TIME_ZONE => &[Rest(f::TIMEZONE)],
        TIME_ZONE_NAME => &[Rest(f::TZDB)],
        RELAY_PORT => &[Item(f::RELAY_PORT, 2)],
        _ => &[],
    };
    walk(cx, tvb, 0, parts).map(drop)
}

fn malformed(cx: &mut Cx<'_>) {
    cx.out.expert(f::MALFORMED_OPTION, Severity::Error, Group::Malformed, "Malformed option");
}

/// An identity association's number, as hexadecimal text.
fn association<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>) -> Result<(), Stop> {
    let text = format!("{:08x}", tvb.u32(0)?);
    cx.out.text(field, tvb, 0, 4, &text)
}

/// A DHCP unique identifier, RFC 8415 §11.
fn identifier<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const LINK_AND_TIME: u64 = 1;
    const ENTERPRISE: u64 = 2;
    const LINK: u64 = 3;
    const UUID: u64 = 4;
    /// Seconds from 1970 to 2000.
    const EPOCH: i128 = 946_684_800;
    let len = tvb.reported_len();
    if len < 2 {
        malformed(cx);
        return Ok(());
    }
    cx.out.item(f::DUID_BYTES, tvb, 0, len)?;
    match cx.out.uint(f::DUID_TYPE, tvb, 0, 2)? {
        LINK_AND_TIME => {
            cx.out.item(f::DUIDLLT_HWTYPE, tvb, 2, 2)?;
            let time = (i128::from(tvb.u32(4)?) + EPOCH) * 1_000_000_000;
            cx.out.add(f::DUIDLLT_TIME, tvb.bytes(4, 4)?, Value::Time(time));
            link_address(cx, f::DUIDLLT_LINK_LAYER_ADDR, tvb, 8)
        }
        ENTERPRISE => walk(cx, tvb, 2, &[Item(f::DUIDEN_ENTERPRISE, 4), Rest(f::DUIDEN_IDENTIFIER)]).map(drop),
        LINK => {
            cx.out.item(f::DUIDLL_HWTYPE, tvb, 2, 2)?;
            link_address(cx, f::DUIDLL_LINK_LAYER_ADDR, tvb, 4)
        }
        UUID => walk(cx, tvb, 2, &[Rest(f::DUIDUUID_BYTES)]).map(drop),
        _ => Ok(()),
    }
}

fn link_address<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let len = tvb.reported_rest(at);
    if len == 0 {
        return Ok(());
    }
    let text: Vec<_> = tvb.bytes(at, len)?.iter().map(|byte| format!("{byte:02x}")).collect();
    cx.out.text(field, tvb, at, len, &text.join(":"))
}

/// Names one after another, RFC 1035 §3.1 without pointers; with a dot behind each label but that of one left open.
fn names<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, mut at: usize) -> Result<(), Stop> {
    while tvb.reported_rest(at) > 0 {
        let (text, end) = name(tvb, at)?;
        cx.out.text(field, tvb, at, end - at, &text)?;
        at = end;
    }
    Ok(())
}

fn name(tvb: Tvb<'_>, mut at: usize) -> Result<(String, usize), Stop> {
    let mut text = String::new();
    while tvb.reported_rest(at) > 0 {
        let len = usize::from(tvb.u8(at)?);
        if len == 0 {
            // The root: the name is whole.
            text.push('.');
            return Ok((text, at + 1));
        }
        if len > 63 {
            return Err(Stop::Malformed);
        }
        if !text.is_empty() {
            text.push('.');
        }
        text.push_str(&super::super::dns::name::printable(tvb.bytes(at + 1, len)?));
        at += 1 + len;
    }
    Ok((text, at))
}

fn client_name<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, kind: u8) -> Result<(), Stop> {
    const ADVERTISE: u8 = 2;
    const REPLY: u8 = 7;
    const OF_SERVER: &[F] =
        &[f::CLIENT_FQDN_FLAGS, f::CLIENTFQDN_SERVER_N, f::CLIENTFQDN_SERVER_O, f::CLIENTFQDN_SERVER_S];
    const OF_CLIENT: &[F] = &[f::CLIENT_FQDN_FLAGS, f::CLIENTFQDN_CLIENT_N, f::CLIENTFQDN_CLIENT_S];
    if tvb.reported_len() == 0 {
        malformed(cx);
        return Ok(());
    }
    let flags = if matches!(kind, ADVERTISE | REPLY) { OF_SERVER } else { OF_CLIENT };
    let at = walk(cx, tvb, 0, &[Bits(flags, 1)])?;
    names(cx, f::CLIENT_DOMAIN, tvb, at)
}

fn user_class<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let mut at = 0;
    while tvb.reported_rest(at) >= 2 {
        let len = cx.out.uint(f::USERCLASS_LENGTH, tvb, at, 2)? as usize;
        cx.out.item(f::USERCLASS_OPAQUE_DATA, tvb, at + 2, len)?;
        at += 2 + len;
    }
    Ok(())
}

fn vendor_class<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::VENDORCLASS_ENTERPRISE, tvb, 0, 4)?;
    let mut at = 4;
    while tvb.reported_rest(at) >= 2 {
        let len = usize::from(tvb.u16(at)?);
        cx.out.item(f::VENDORCLASS_DATA, tvb, at + 2, len)?;
        at += 2 + len;
    }
    Ok(())
}

fn vendor_options<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    cx.out.item(f::VENDOROPTS_ENTERPRISE, tvb, 0, 4)?;
    let mut at = 4;
    while tvb.reported_rest(at) >= 4 {
        let len = usize::from(tvb.u16(at + 2)?);
        let head =
            [Item(f::VENDOROPTS_ENTERPRISE_OPTION_CODE, 2), Item(f::VENDOROPTS_ENTERPRISE_OPTION_LENGTH, 2)];
        let data = walk(cx, tvb, at, &head)?;
        if len > 0 {
            cx.out.item(f::VENDOROPTS_ENTERPRISE_OPTION_DATA, tvb, data, len)?;
        }
        at = data + len;
    }
    Ok(())
}

/// RFC 5908: addresses and names.
fn time_servers<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    const ADDRESS: u16 = 1;
    const GROUP: u16 = 2;
    const NAME: u16 = 3;
    let mut at = 0;
    while tvb.reported_rest(at) >= 4 {
        let (code, len) = (tvb.u16(at)?, usize::from(tvb.u16(at + 2)?));
        let head = [Item(f::NTPSERVER_OPTION_TYPE, 2), Item(f::NTPSERVER_OPTION_LENGTH, 2)];
        let data = tvb.sub(walk(cx, tvb, at, &head)?, len)?;
        match code {
            ADDRESS => cx.out.item(f::NTPSERVER_ADDR, data, 0, 16)?,
            GROUP => cx.out.item(f::NTPSERVER_MC_ADDR, data, 0, 16)?,
            NAME => {
                let name = Name::read(data, 0, 0, Some(len))?;
                cx.out.text(f::NTPSERVER_FQDN, data, 0, name.len, &name.text())?;
            }
            _ => {}
        }
        at += 4 + len;
    }
    Ok(())
}
