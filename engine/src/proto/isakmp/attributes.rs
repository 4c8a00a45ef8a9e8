//! Attributes of transforms and of configurations: a type with either two bytes of value or a length (RFC 2408 §3.3).

use strato_filter_lang::value::Value;

use super::{
    super::{
        cursor::Cursor,
        dissect::Cx,
        out::F,
        tvb::{Stop, Tvb},
    },
    Message,
    fields::f,
};

/// What attributes are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// Transforms of ISAKMP itself.
    Ike,
    /// Transforms of IPsec.
    Ipsec,
    /// Transforms of version 2.
    Ike2,
    /// How long a responder keeps an association of ISAKMP itself.
    IkeLifetime,
    /// How long a responder keeps one of IPsec.
    IpsecLifetime,
    /// What an end is configured with.
    Configuration,
}

impl Of {
    /// The attribute, its format, type, length and value.
    fn fields(self) -> [F; 5] {
        match self {
            Self::Ike => {
                [f::IKE_ATTR, f::IKE_ATTR_FORMAT, f::IKE_ATTR_TYPE, f::IKE_ATTR_LENGTH, f::IKE_ATTR_VALUE]
            }
            Self::Ipsec => {
                [f::IPSEC_ATTR, f::IPSEC_ATTR_FORMAT, f::IPSEC_ATTR_TYPE, f::IPSEC_ATTR_LENGTH, f::IPSEC_ATTR_VALUE]
            }
            Self::Ike2 => {
                [f::IKE2_ATTR, f::IKE2_ATTR_FORMAT, f::IKE2_ATTR_TYPE, f::IKE2_ATTR_LENGTH, f::IKE2_ATTR_VALUE]
            }
            Self::Configuration => {
                [f::CFG_ATTR, f::CFG_ATTR_FORMAT, f::CFG_ATTR_TYPE, f::CFG_ATTR_LENGTH, f::CFG_ATTR_VALUE]
            }
            Self::IkeLifetime => [
                f::NOTIFY_DATA_RESP_LIFETIME_IKE_ATTR,
                f::NOTIFY_DATA_RESP_LIFETIME_IKE_ATTR_FORMAT,
                f::NOTIFY_DATA_RESP_LIFETIME_IKE_ATTR_TYPE,
                f::NOTIFY_DATA_RESP_LIFETIME_IKE_ATTR_LENGTH,
                f::NOTIFY_DATA_RESP_LIFETIME_IKE_ATTR_VALUE,
            ],
            Self::IpsecLifetime => [
                f::NOTIFY_DATA_RESP_LIFETIME_IPSEC_ATTR,
                f::NOTIFY_DATA_RESP_LIFETIME_IPSEC_ATTR_FORMAT,
                f::NOTIFY_DATA_RESP_LIFETIME_IPSEC_ATTR_TYPE,
                f::NOTIFY_DATA_RESP_LIFETIME_IPSEC_ATTR_LENGTH,
                f::NOTIFY_DATA_RESP_LIFETIME_IPSEC_ATTR_VALUE,
            ],
        }
    }
}

/// Attributes up to the end.
pub(super) fn all<'f>(cx: &mut Cx<'f>, of: Of, tvb: Tvb<'f>) -> Result<(), Stop> {
    const SHORT: u16 = 0x8000;
    let [attribute, format, kind, length, value] = of.fields();
    let at = &mut Cursor::new(tvb, 0);
    while at.left() > 0 {
        let start = at.at;
        let head = tvb.u16(start)?;
        let (len, behind) = if head & SHORT != 0 { (2, 2) } else { (usize::from(tvb.u16(start + 2)?), 4) };
        cx.out.label(attribute, tvb, start, behind + len);
        cx.out.item(format, tvb, start, 2)?;
        cx.out.number(kind, tvb, start, 2, (head & !SHORT).into())?;
        if behind == 4 {
            cx.out.item(length, tvb, start + 2, 2)?;
        }
        at.at = start + behind;
        if len > 0 {
            cx.out.item(value, tvb, at.at, len)?;
            meaning(cx, of, head & !SHORT, tvb.sub(at.at, len)?)?;
        }
        at.at += len;
    }
    Ok(())
}

fn meaning<'f>(cx: &mut Cx<'f>, of: Of, kind: u16, tvb: Tvb<'f>) -> Result<(), Stop> {
    let field = match of {
        Of::Ike => match ike(kind) {
            Some(field) => field,
            None if kind == 12 => {
                let fields = [f::IKE_ATTR_LIFE_DURATION, f::IKE_ATTR_LIFE_DURATION64, f::IKE_ATTR_LIFE_DURATION_BYTES];
                return duration(cx, fields, tvb);
            }
            None => return Ok(()),
        },
        Of::Ipsec => match ipsec(kind) {
            Some(field) => field,
            None if kind == 2 => {
                let fields =
                    [f::IPSEC_ATTR_LIFE_DURATION, f::IPSEC_ATTR_LIFE_DURATION64, f::IPSEC_ATTR_LIFE_DURATION_BYTES];
                return duration(cx, fields, tvb);
            }
            None => return Ok(()),
        },
        Of::Ike2 => match kind {
            14 => f::IKE2_ATTR_KEY_LENGTH,
            _ => return Ok(()),
        },
        Of::IkeLifetime => match kind {
            11 => f::NOTIFY_DATA_RESP_LIFETIME_IKE_ATTR_LIFE_TYPE,
            12 => {
                let fields = [
                    f::NOTIFY_DATA_RESP_LIFETIME_IKE_ATTR_LIFE_DURATION,
                    f::NOTIFY_DATA_RESP_LIFETIME_IKE_ATTR_LIFE_DURATION64,
                    f::NOTIFY_DATA_RESP_LIFETIME_IKE_ATTR_LIFE_DURATION_BYTES,
                ];
                return duration(cx, fields, tvb);
            }
            _ => return Ok(()),
        },
        Of::IpsecLifetime => match kind {
            1 => f::NOTIFY_DATA_RESP_LIFETIME_IPSEC_ATTR_LIFE_TYPE,
            2 => {
                let fields = [
                    f::NOTIFY_DATA_RESP_LIFETIME_IPSEC_ATTR_LIFE_DURATION,
                    f::NOTIFY_DATA_RESP_LIFETIME_IPSEC_ATTR_LIFE_DURATION64,
                    f::NOTIFY_DATA_RESP_LIFETIME_IPSEC_ATTR_LIFE_DURATION_BYTES,
                ];
                return duration(cx, fields, tvb);
            }
            _ => return Ok(()),
        },
        Of::Configuration => return configured(cx, kind, tvb),
    };
    cx.out.item(field, tvb, 0, tvb.reported_len())
}

/// RFC 2409, appendix A.
fn ike(kind: u16) -> Option<F> {
    Some(match kind {
        1 => f::IKE_ATTR_ENCRYPTION_ALGORITHM,
        2 => f::IKE_ATTR_HASH_ALGORITHM,
        3 => f::IKE_ATTR_AUTHENTICATION_METHOD,
        4 => f::IKE_ATTR_GROUP_DESCRIPTION,
        5 => f::IKE_ATTR_GROUP_TYPE,
        6 => f::IKE_ATTR_GROUP_PRIME,
        7 => f::IKE_ATTR_GROUP_GENERATOR_ONE,
        8 => f::IKE_ATTR_GROUP_GENERATOR_TWO,
        9 => f::IKE_ATTR_GROUP_CURVE_A,
        10 => f::IKE_ATTR_GROUP_CURVE_B,
        11 => f::IKE_ATTR_LIFE_TYPE,
        13 => f::IKE_ATTR_PRF,
        14 => f::IKE_ATTR_KEY_LENGTH,
        15 => f::IKE_ATTR_FIELD_SIZE,
        16 => f::IKE_ATTR_GROUP_ORDER,
        17 => f::IKE_ATTR_BLOCK_SIZE,
        20 => f::IKE_ATTR_ASYMMETRIC_CRYPTOGRAPHIC_ALGORITHM_TYPE,
        _ => return None,
    })
}

/// RFC 2407 §4.5.
fn ipsec(kind: u16) -> Option<F> {
    Some(match kind {
        1 => f::IPSEC_ATTR_LIFE_TYPE,
        3 => f::IPSEC_ATTR_GROUP_DESCRIPTION,
        4 => f::IPSEC_ATTR_ENCAP_MODE,
        5 => f::IPSEC_ATTR_AUTH_ALGORITHM,
        6 => f::IPSEC_ATTR_KEY_LENGTH,
        7 => f::IPSEC_ATTR_KEY_ROUNDS,
        8 => f::IPSEC_ATTR_CMPR_DICT_SIZE,
        9 => f::IPSEC_ATTR_CMPR_ALGORITHM,
        10 => f::IPSEC_ATTR_ECN_TUNNEL,
        11 => f::IPSEC_ATTR_EXT_SEQ_NBR,
        12 => f::IPSEC_ATTR_AUTH_KEY_LENGTH,
        13 => f::IPSEC_ATTR_SIG_ENCO_ALGORITHM,
        14 => f::IPSEC_ATTR_ADDR_PRESERVATION,
        15 => f::IPSEC_ATTR_SA_DIRECTION,
        _ => return None,
    })
}

/// A number that may be of any length.
fn duration<'f>(cx: &mut Cx<'f>, [short, long, any]: [F; 3], tvb: Tvb<'f>) -> Result<(), Stop> {
    let len = tvb.reported_len();
    match len {
        0..=4 => cx.out.number(short, tvb, 0, len, tvb.uint(0, len)?),
        5..=8 => cx.out.number(long, tvb, 0, len, tvb.uint(0, len)?),
        _ => cx.out.item(any, tvb, 0, len),
    }
}

/// A payload that asks for a configuration or gives one.
pub(super) fn configuration<'f>(cx: &mut Cx<'f>, message: Message, body: Tvb<'f>) -> Result<(), Stop> {
    let at = &mut Cursor::new(body, 0);
    at.item(cx, f::CFG_TYPE, 1)?;
    if message.second {
        at.item(cx, f::RESERVED, 3)?;
    } else {
        at.item(cx, f::RESERVED, 1)?;
        at.item(cx, f::CFG_IDENTIFIER, 2)?;
    }
    all(cx, Of::Configuration, body.rest(at.at)?)
}

/// RFC 7296 §3.15.1, draft-ietf-ipsec-isakmp-xauth, Cisco's Unity.
fn configured<'f>(cx: &mut Cx<'f>, kind: u16, tvb: Tvb<'f>) -> Result<(), Stop> {
    let field = match kind {
        1 => f::CFG_ATTR_INTERNAL_IP4_ADDRESS,
        2 => f::CFG_ATTR_INTERNAL_IP4_NETMASK,
        3 => f::CFG_ATTR_INTERNAL_IP4_DNS,
        4 => f::CFG_ATTR_INTERNAL_IP4_NBNS,
        5 => f::CFG_ATTR_INTERNAL_ADDRESS_EXPIRY,
        6 => f::CFG_ATTR_INTERNAL_IP4_DHCP,
        7 => f::CFG_ATTR_APPLICATION_VERSION,
        9 => f::CFG_ATTR_INTERNAL_IP6_NETMASK,
        10 => f::CFG_ATTR_INTERNAL_IP6_DNS,
        11 => f::CFG_ATTR_INTERNAL_IP6_NBNS,
        12 => f::CFG_ATTR_INTERNAL_IP6_DHCP,
        20 => f::CFG_ATTR_P_CSCF_IP4_ADDRESS,
        21 => f::CFG_ATTR_P_CSCF_IP6_ADDRESS,
        16520 => f::CFG_ATTR_XAUTH_TYPE,
        16521 => f::CFG_ATTR_XAUTH_USER_NAME,
        16522 => f::CFG_ATTR_XAUTH_USER_PASSWORD,
        16523 => f::CFG_ATTR_XAUTH_PASSCODE,
        16524 => f::CFG_ATTR_XAUTH_MESSAGE,
        16525 => f::CFG_ATTR_XAUTH_CHALLENGE,
        16526 => f::CFG_ATTR_XAUTH_DOMAIN,
        16527 => f::CFG_ATTR_XAUTH_STATUS,
        16528 => f::CFG_ATTR_XAUTH_NEXT_PIN,
        16529 => f::CFG_ATTR_XAUTH_ANSWER,
        28672 => f::CFG_ATTR_UNITY_BANNER,
        28674 => f::CFG_ATTR_UNITY_DEF_DOMAIN,
        _ => return several(cx, kind, tvb),
    };
    let fixed = match kind {
        1..=6 | 20 => 4,
        9..=12 | 21 => 16,
        _ => tvb.reported_len(),
    };
    cx.out.item(field, tvb, 0, fixed)
}

/// Attributes of several parts.
fn several<'f>(cx: &mut Cx<'f>, kind: u16, tvb: Tvb<'f>) -> Result<(), Stop> {
    let at = &mut Cursor::new(tvb, 0);
    match kind {
        8 => {
            at.item(cx, f::CFG_ATTR_INTERNAL_IP6_ADDRESS, 16)?;
            if at.left() > 0 {
                at.item(cx, f::CFG_ATTR_INTERNAL_IP6_ADDRESS_PREFIX, 1)?;
            }
        }
        13 => {
            while at.left() > 0 {
                at.item(cx, f::CFG_ATTR_INTERNAL_IP4_SUBNET_IP, 4)?;
                at.item(cx, f::CFG_ATTR_INTERNAL_IP4_SUBNET_NETMASK, 4)?;
            }
        }
        14 => {
            while at.left() > 0 {
                let number = u64::from(tvb.u16(at.at)? & 0x7fff);
                cx.out.add(f::CFG_ATTR_SUPPORTED_ATTRIBUTES, tvb.bytes(at.at, 2)?, Value::Uint(number));
                at.at += 2;
            }
        }
        15 => {
            while at.left() > 0 {
                at.item(cx, f::CFG_ATTR_INTERNAL_IP6_SUBNET_IP, 16)?;
                at.item(cx, f::CFG_ATTR_INTERNAL_IP6_SUBNET_PREFIX, 1)?;
            }
        }
        17 => {
            at.item(cx, f::CFG_ATTR_INTERNAL_IP6_LINK_INTERFACE, 8)?;
            at.item(cx, f::CFG_ATTR_INTERNAL_IP6_LINK_ID, at.left())?;
        }
        18 => {
            at.item(cx, f::CFG_ATTR_INTERNAL_IP6_PREFIX_IP, 16)?;
            at.item(cx, f::CFG_ATTR_INTERNAL_IP6_PREFIX_LENGTH, 1)?;
        }
        _ => {}
    }
    Ok(())
}
