//! Multipath TCP's option, RFC 8684 (and version 0, RFC 6824).

use super::{Header, bits, long_or_short};
use crate::proto::{
    dissect::Cx,
    tcp::f,
    tvb::{Stop, Tvb},
};

pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header) -> Result<(), Stop> {
    if cx.out.plan.everything {
        cx.out.names.push("mptcp");
    }
    if tvb.len() < 3 {
        return Ok(());
    }
    cx.out.item(f::OPTIONS_MPTCP_SUBTYPE, tvb, 2, 1)?;
    match tvb.u8(2)? >> 4 {
        0 => capable(cx, tvb),
        1 => join(cx, tvb, header),
        2 => sequence(cx, tvb),
        3 => add_address(cx, tvb),
        4 => (3..tvb.len()).try_for_each(|at| cx.out.item(f::OPTIONS_MPTCP_ADDRID, tvb, at, 1)),
        5 => {
            bits(cx, tvb, 2, &[f::OPTIONS_MPTCP_BACKUP_FLAG])?;
            if tvb.len() > 3 { cx.out.item(f::OPTIONS_MPTCP_ADDRID, tvb, 3, 1) } else { Ok(()) }
        }
        6 if tvb.len() >= 12 => {
            cx.out.item(f::OPTIONS_MPTCP_RESERVED, tvb, 2, 2)?;
            cx.out.item(f::OPTIONS_MPTCP_RAWDATASEQNO, tvb, 4, 8)
        }
        7 if tvb.len() >= 12 => {
            cx.out.item(f::OPTIONS_MPTCP_RESERVED, tvb, 2, 2)?;
            cx.out.item(f::OPTIONS_MPTCP_RECVKEY, tvb, 4, 8)
        }
        8 if tvb.len() >= 4 => {
            let flags = [
                f::OPTIONS_MPTCP_FLAG_U_FLAG,
                f::OPTIONS_MPTCP_FLAG_V_FLAG,
                f::OPTIONS_MPTCP_FLAG_W_FLAG,
                f::OPTIONS_MPTCP_FLAG_T_FLAG,
            ];
            bits(cx, tvb, 2, &flags)?;
            cx.out.item(f::OPTIONS_MPTCP_RST_REASON, tvb, 3, 1)
        }
        _ => Ok(()),
    }
}

fn capable<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let version = cx.out.uint(f::OPTIONS_MPTCP_VERSION, tvb, 2, 1)? & 0xf;
    let crypto = if version == 0 { f::OPTIONS_MPTCP_SHA1_FLAG } else { f::OPTIONS_MPTCP_SHA256_FLAG };
    let flags = [
        f::OPTIONS_MPTCP_FLAGS,
        f::OPTIONS_MPTCP_CHECKSUMREQ_FLAGS,
        f::OPTIONS_MPTCP_EXTENSIBILITY_FLAG,
        f::OPTIONS_MPTCP_NOMORESUBFLOWS_FLAG,
        crypto,
        f::OPTIONS_MPTCP_RESERVED_FLAG,
    ];
    for field in flags {
        // Version 0 has no such flag.
        if version == 0 && field == f::OPTIONS_MPTCP_NOMORESUBFLOWS_FLAG {
            continue;
        }
        cx.out.item(field, tvb, 3, 1)?;
    }
    if tvb.len() >= 12 {
        cx.out.item(f::OPTIONS_MPTCP_SENDKEY, tvb, 4, 8)?;
    }
    if tvb.len() >= 20 {
        cx.out.item(f::OPTIONS_MPTCP_RECVKEY, tvb, 12, 8)?;
    }
    if tvb.len() >= 22 {
        cx.out.item(f::OPTIONS_MPTCP_DATALVLLEN, tvb, 20, 2)?;
    }
    if tvb.len() >= 24 {
        cx.out.item(f::OPTIONS_MPTCP_CHECKSUM, tvb, 22, 2)?;
    }
    Ok(())
}

fn join<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header) -> Result<(), Stop> {
    match (tvb.len(), header.syn()) {
        (12, true) => {
            bits(cx, tvb, 2, &[f::OPTIONS_MPTCP_FLAGS, f::OPTIONS_MPTCP_BACKUP_FLAG])?;
            cx.out.item(f::OPTIONS_MPTCP_ADDRID, tvb, 3, 1)?;
            cx.out.item(f::OPTIONS_MPTCP_RECVTOK, tvb, 4, 4)?;
            cx.out.item(f::OPTIONS_MPTCP_SENDRAND, tvb, 8, 4)
        }
        (16, true) => {
            bits(cx, tvb, 2, &[f::OPTIONS_MPTCP_FLAGS, f::OPTIONS_MPTCP_BACKUP_FLAG])?;
            cx.out.item(f::OPTIONS_MPTCP_ADDRID, tvb, 3, 1)?;
            cx.out.item(f::OPTIONS_MPTCP_SENDTRUNCHMAC, tvb, 4, 8)?;
            cx.out.item(f::OPTIONS_MPTCP_SENDRAND, tvb, 12, 4)
        }
        (24, false) => {
            cx.out.item(f::OPTIONS_MPTCP_RESERVED, tvb, 2, 2)?;
            cx.out.item(f::OPTIONS_MPTCP_SENDHMAC, tvb, 4, 20)
        }
        _ => Ok(()),
    }
}

/// Data Sequence Signal.
fn sequence<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    if tvb.len() < 4 {
        return Ok(());
    }
    let flags = tvb.u8(3)?;
    let fields = [
        f::OPTIONS_MPTCP_FLAGS,
        f::OPTIONS_MPTCP_DATAFIN_FLAG,
        f::OPTIONS_MPTCP_DSEQN8_FLAG,
        f::OPTIONS_MPTCP_DSEQNPRESENT_FLAG,
        f::OPTIONS_MPTCP_DATAACK8_FLAG,
        f::OPTIONS_MPTCP_DATAACKPRESENT_FLAG,
    ];
    bits(cx, tvb, 3, &fields)?;
    let mut at = 4;
    if flags & 1 != 0 {
        at = long_or_short(cx, f::OPTIONS_MPTCP_RAWDATAACK, tvb, at, flags & 2 != 0)?;
    }
    if flags & 4 != 0 {
        at = long_or_short(cx, f::OPTIONS_MPTCP_RAWDATASEQNO, tvb, at, flags & 8 != 0)?;
        cx.out.item(f::OPTIONS_MPTCP_SUBFLOWSEQNO, tvb, at, 4)?;
        cx.out.item(f::OPTIONS_MPTCP_DATALVLLEN, tvb, at + 4, 2)?;
    }
    Ok(())
}

fn add_address<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    if tvb.len() < 4 {
        return Ok(());
    }
    // Version 0 tells the address family here, version 1 only whether it is an echo; the length tells the family too.
    let (len, version) = (tvb.len(), tvb.u8(2)? & 0xf);
    let old = version == 4 || version == 6;
    let bit = if old { f::OPTIONS_MPTCP_IPVER } else { f::OPTIONS_MPTCP_ECHO };
    cx.out.item(bit, tvb, 2, 1)?;
    cx.out.item(f::OPTIONS_MPTCP_ADDRID, tvb, 3, 1)?;
    let six = if old { version == 6 } else { matches!(len, 20 | 22 | 28 | 30) };
    let (field, width) = if six { (f::OPTIONS_MPTCP_IPV6, 16) } else { (f::OPTIONS_MPTCP_IPV4, 4) };
    if len < 4 + width {
        return Ok(());
    }
    cx.out.item(field, tvb, 4, width)?;
    let rest = len - 4 - width;
    let mut at = 4 + width;
    if rest == 2 || rest == 10 {
        cx.out.item(f::OPTIONS_MPTCP_PORT, tvb, at, 2)?;
        at += 2;
    }
    if rest >= 8 && len >= at + 8 {
        cx.out.item(f::OPTIONS_MPTCP_ADDADDRTRUNCHMAC, tvb, at, 8)?;
    }
    Ok(())
}
