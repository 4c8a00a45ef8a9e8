//! The commands' own structures, [MS-SMB2] §2.2.3 to §2.2.40.

use super::{
    HEADER, Header,
    fields::f,
    info,
    little::{flags, guid, num, place, text, time},
};
use crate::proto::{
    Proto,
    dissect::Cx,
    ntlmssp,
    out::F,
    smb,
    tvb::{Stop, Tvb},
};

const NEGOTIATE: u16 = 0;
const SESSION_SETUP: u16 = 1;
/// Connects a share.
pub(super) const TREE_CONNECT: u16 = 3;
const CREATE: u16 = 5;
const CLOSE: u16 = 6;
const FLUSH: u16 = 7;
const READ: u16 = 8;
const WRITE: u16 = 9;
const IOCTL: u16 = 11;
const FIND: u16 = 14;
const NOTIFY: u16 = 15;
const GET_INFO: u16 = 16;
const SET_INFO: u16 = 17;

const MORE_PROCESSING: u32 = 0xc000_0016;
const BUFFER_OVERFLOW: u32 = 0x8000_0005;
const NOTIFY_ENUM_DIR: u32 = 0x0000_010c;
/// Dialects that an answer lists.
const DIALECT_311: u16 = 0x0311;

/// Dissects what follows a header; returns the name of a share to connect.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header) -> Result<Option<String>, Stop> {
    let b = HEADER;
    if (header.command, header.response) == (GET_INFO, true)
        && let Some((class, level)) = header.info
    {
        cx.out.generated_uint(f::CLASS, class.into());
        cx.out.generated_uint(level_field(class), level.into());
    }
    flags(cx, f::BUFFER_CODE, "smb2.buffer_code.", tvb, b, 2)?;
    carried(cx, tvb, header)?;
    let failed = match header.status {
        0 => false,
        MORE_PROCESSING => header.command != SESSION_SETUP,
        BUFFER_OVERFLOW | NOTIFY_ENUM_DIR => false,
        _ => true,
    };
    if failed {
        return error(cx, tvb, b).map(|()| None);
    }
    if !header.response && header.command == TREE_CONNECT {
        return tree_connect(cx, tvb, b);
    }
    match (header.command, header.response) {
        (NEGOTIATE, false) => negotiate(cx, tvb, b)?,
        (NEGOTIATE, true) => negotiated(cx, tvb, b)?,
        (SESSION_SETUP, false) => session_setup(cx, tvb, b)?,
        (SESSION_SETUP, true) => {
            flags(cx, f::SESSION_FLAGS, "smb2.ses_flags.", tvb, b + 2, 2)?;
            security(cx, tvb, b + 4)?;
        }
        (TREE_CONNECT, true) => tree_connected(cx, tvb, b)?,
        (CREATE, false) => create(cx, tvb, b)?,
        (CREATE, true) => created(cx, tvb, b)?,
        (CLOSE, _) => close(cx, tvb, b, header.response)?,
        (FLUSH, false) => guid(cx, f::FID, tvb, b + 8)?,
        (READ, false) => read(cx, tvb, b)?,
        (READ, true) => {
            num(cx, f::DATA_OFFSET, tvb, b + 2, 1)?;
            cx.out.item(f::RESERVED, tvb, b + 3, 1)?;
            num(cx, f::READ_LENGTH, tvb, b + 4, 4)?;
            num(cx, f::READ_REMAINING, tvb, b + 8, 4)?;
            cx.out.item(f::RESERVED, tvb, b + 12, 4)?;
        }
        (WRITE, false) => write(cx, tvb, b)?,
        (WRITE, true) => {
            cx.out.item(f::RESERVED, tvb, b + 2, 2)?;
            num(cx, f::WRITE_COUNT, tvb, b + 4, 4)?;
            num(cx, f::WRITE_REMAINING, tvb, b + 8, 4)?;
        }
        (IOCTL, response) => ioctl(cx, tvb, b, response)?,
        (FIND, false) => find(cx, tvb, b)?,
        (NOTIFY, false) => {
            flags(cx, f::NOTIFY_FLAGS, "smb2.notify.watch_tree", tvb, b + 2, 2)?;
            guid(cx, f::FID, tvb, b + 8)?;
        }
        (GET_INFO, false) => get_info(cx, tvb, b)?,
        (SET_INFO, false) => set_info(cx, tvb, b)?,
        (GET_INFO, true) => told_info(cx, tvb, b, header.info)?,
        (FIND | NOTIFY, true) => {
            let _ = place(cx, tvb, (b + 2, 2), (b + 4, 4))?;
        }
        _ if tvb.reported_len() >= b + 4 => cx.out.item(f::RESERVED, tvb, b + 2, 2)?,
        _ => {}
    }
    Ok(None)
}

/// Hands on what goes through a named pipe, if it is DCE RPC.
fn carried<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, header: &Header) -> Result<(), Stop> {
    let b = HEADER;
    let place = match (header.command, header.response) {
        (WRITE, false) => (u32::from(tvb.u16_le(b + 2)?), tvb.u32_le(b + 4)?),
        (READ, true) if header.status == 0 => (u32::from(tvb.u8(b + 2)?), tvb.u32_le(b + 4)?),
        (IOCTL, false) => (tvb.u32_le(b + 24)?, tvb.u32_le(b + 28)?),
        (IOCTL, true) if header.status == 0 => (tvb.u32_le(b + 32)?, tvb.u32_le(b + 36)?),
        _ => return Ok(()),
    };
    let (offset, len) = (place.0 as usize, place.1 as usize);
    if offset > 0 && len > 0 {
        cx.call(Proto::Dcerpc, tvb.sub(offset, len)?);
    }
    Ok(())
}

fn error<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize) -> Result<(), Stop> {
    num(cx, f::ERROR_CONTEXT_COUNT, tvb, b + 2, 1)?;
    cx.out.item(f::RESERVED, tvb, b + 3, 1)?;
    let len = cx.out.uint_le(f::ERROR_BYTE_COUNT, tvb, b + 4, 4)? as usize;
    cx.out.item(f::ERROR_DATA, tvb, b + 8, len.max(usize::from(tvb.reported_len() > b + 8)))
}

fn negotiate<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize) -> Result<(), Stop> {
    let count = cx.out.uint_le(f::DIALECT_COUNT, tvb, b + 2, 2)? as usize;
    flags(cx, f::SEC_MODE, "smb2.sec_mode.", tvb, b + 4, 1)?;
    cx.out.item(f::RESERVED, tvb, b + 6, 2)?;
    flags(cx, f::CAPABILITIES, "smb2.capabilities.", tvb, b + 8, 4)?;
    guid(cx, f::CLIENT_GUID, tvb, b + 12)?;
    num(cx, f::NEGOTIATE_CONTEXT_OFFSET, tvb, b + 28, 4)?;
    num(cx, f::NEGOTIATE_CONTEXT_COUNT, tvb, b + 32, 2)?;
    cx.out.item(f::RESERVED, tvb, b + 34, 2)?;
    for i in 0..count {
        num(cx, f::DIALECT, tvb, b + 36 + 2 * i, 2)?;
    }
    Ok(())
}

fn negotiated<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize) -> Result<(), Stop> {
    flags(cx, f::SEC_MODE, "smb2.sec_mode.", tvb, b + 2, 1)?;
    num(cx, f::DIALECT, tvb, b + 4, 2)?;
    if tvb.u16_le(b + 4)? == DIALECT_311 || tvb.u16_le(b + 6)? == 0 {
        num(cx, f::NEGOTIATE_CONTEXT_COUNT, tvb, b + 6, 2)?;
    } else {
        cx.out.item(f::RESERVED, tvb, b + 6, 2)?;
    }
    guid(cx, f::SERVER_GUID, tvb, b + 8)?;
    flags(cx, f::CAPABILITIES, "smb2.capabilities.", tvb, b + 24, 4)?;
    num(cx, f::MAX_TRANS_SIZE, tvb, b + 28, 4)?;
    num(cx, f::MAX_READ_SIZE, tvb, b + 32, 4)?;
    num(cx, f::MAX_WRITE_SIZE, tvb, b + 36, 4)?;
    time(cx, f::CURRENT_TIME, tvb, b + 40)?;
    time(cx, f::BOOT_TIME, tvb, b + 48)?;
    security(cx, tvb, b + 56)?;
    num(cx, f::NEGOTIATE_CONTEXT_OFFSET, tvb, b + 60, 4)
}

fn session_setup<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize) -> Result<(), Stop> {
    flags(cx, f::SES_REQ_FLAGS, "smb2.ses_req_flags.", tvb, b + 2, 1)?;
    flags(cx, f::SEC_MODE, "smb2.sec_mode.", tvb, b + 3, 1)?;
    flags(cx, f::CAPABILITIES, "smb2.capabilities.", tvb, b + 4, 4)?;
    num(cx, f::CHANNEL, tvb, b + 8, 4)?;
    security(cx, tvb, b + 12)?;
    num(cx, f::PREVIOUS_SESID, tvb, b + 16, 8)
}

/// The tokens of whoever proves who is who.
fn security<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let blob = place(cx, tvb, (at, 2), (at + 2, 2))?;
    match blob.find(tvb)? {
        Some(blob) => {
            cx.out.item(f::SECURITY_BLOB, blob, 0, blob.len())?;
            // Some speak NTLM without a wrapping.
            let raw = blob.data().starts_with(ntlmssp::SIGNATURE);
            cx.call(if raw { Proto::Ntlmssp } else { Proto::GssApi }, blob);
            Ok(())
        }
        None => Ok(()),
    }
}

fn tree_connect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize) -> Result<Option<String>, Stop> {
    flags(cx, f::TC_FLAGS, "smb2.tc.", tvb, b + 2, 2)?;
    let name = place(cx, tvb, (b + 4, 2), (b + 6, 2))?;
    let Some(name) = name.find(tvb)? else { return Ok(None) };
    text(cx, f::TREE, name).map(Some)
}

fn tree_connected<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize) -> Result<(), Stop> {
    num(cx, f::SHARE_TYPE, tvb, b + 2, 1)?;
    cx.out.item(f::RESERVED, tvb, b + 3, 1)?;
    flags(cx, f::SHARE_FLAGS, "smb2.share_flags.", tvb, b + 4, 4)?;
    cx.out.number(f::SHARE_CACHING, tvb, b + 4, 4, u64::from(tvb.u32_le(b + 4)? & 0x30))?;
    flags(cx, f::SHARE_CAPS, "smb2.share_caps.", tvb, b + 8, 4)?;
    access(cx, tvb, b + 12)
}

/// Rights, which SMB's older fields name.
pub(super) fn access<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    num(cx, smb::f::ACCESS_MASK, tvb, at, 4)?;
    for field in smb::RIGHTS {
        num(cx, *field, tvb, at, 4)?;
    }
    Ok(())
}

fn create<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize) -> Result<(), Stop> {
    num(cx, f::CREATE_OPLOCK, tvb, b + 3, 1)?;
    num(cx, f::IMPERSONATION_LEVEL, tvb, b + 4, 4)?;
    num(cx, f::CREATE_FLAGS, tvb, b + 8, 8)?;
    cx.out.item(f::RESERVED, tvb, b + 16, 8)?;
    access(cx, tvb, b + 24)?;
    flags(cx, f::FILE_ATTRIBUTE, "smb2.file_attribute.", tvb, b + 28, 4)?;
    flags(cx, smb::f::SHARE_ACCESS, "smb.share.access.", tvb, b + 32, 4)?;
    num(cx, f::CREATE_DISPOSITION, tvb, b + 36, 4)?;
    flags(cx, smb::f::CREATE_OPTIONS, "smb.nt.create_options.", tvb, b + 40, 4)?;
    let name = place(cx, tvb, (b + 44, 2), (b + 46, 2))?;
    if let Some(name) = name.find(tvb)? {
        text(cx, f::FILENAME, name)?;
    } else {
        cx.out.text(f::FILENAME, tvb, b, 0, "")?;
    }
    extra(cx, tvb, b + 48)
}

/// Contexts of a create: whether there are any.
fn extra<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let contexts = place(cx, tvb, (at, 4), (at + 4, 4))?;
    let found = contexts.find(tvb)?;
    let (bytes, len) = found.map_or((tvb, 0), |bytes| (bytes, bytes.len()));
    cx.out.label(f::CREATE_EXTRAINFO, bytes, 0, len);
    Ok(())
}

/// Creation, access, write and change.
pub(super) fn times<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let fields = [f::CREATE_TIME, f::LAST_ACCESS_TIME, f::LAST_WRITE_TIME, f::LAST_CHANGE_TIME];
    fields.into_iter().enumerate().try_for_each(|(i, field)| time(cx, field, tvb, at + 8 * i))
}

fn created<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize) -> Result<(), Stop> {
    num(cx, f::CREATE_OPLOCK, tvb, b + 2, 1)?;
    flags(cx, f::CREATE_REP_FLAGS, "smb2.create.rep_flags.", tvb, b + 3, 1)?;
    num(cx, f::CREATE_ACTION, tvb, b + 4, 4)?;
    times(cx, tvb, b + 8)?;
    num(cx, f::ALLOCATION_SIZE, tvb, b + 40, 8)?;
    num(cx, f::EOF, tvb, b + 48, 8)?;
    flags(cx, f::FILE_ATTRIBUTE, "smb2.file_attribute.", tvb, b + 56, 4)?;
    cx.out.item(f::RESERVED, tvb, b + 60, 4)?;
    guid(cx, f::FID, tvb, b + 64)?;
    extra(cx, tvb, b + 80)
}

fn close<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize, response: bool) -> Result<(), Stop> {
    flags(cx, f::CLOSE_FLAGS, "smb2.close.pq_attrib", tvb, b + 2, 2)?;
    if !response {
        return guid(cx, f::FID, tvb, b + 8);
    }
    cx.out.item(f::RESERVED, tvb, b + 4, 4)?;
    times(cx, tvb, b + 8)?;
    num(cx, f::ALLOCATION_SIZE, tvb, b + 40, 8)?;
    num(cx, f::EOF, tvb, b + 48, 8)?;
    flags(cx, f::FILE_ATTRIBUTE, "smb2.file_attribute.", tvb, b + 56, 4)
}

fn read<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize) -> Result<(), Stop> {
    num(cx, f::READ_PADDING, tvb, b + 2, 1)?;
    flags(cx, f::READ_FLAGS, "smb2.read_flags.", tvb, b + 3, 1)?;
    num(cx, f::READ_LENGTH, tvb, b + 4, 4)?;
    num(cx, f::FILE_OFFSET, tvb, b + 8, 8)?;
    guid(cx, f::FID, tvb, b + 16)?;
    num(cx, f::MIN_COUNT, tvb, b + 32, 4)?;
    num(cx, f::CHANNEL, tvb, b + 36, 4)?;
    num(cx, f::REMAINING_BYTES, tvb, b + 40, 4)?;
    channel(cx, tvb, b + 44)
}

fn write<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize) -> Result<(), Stop> {
    num(cx, f::DATA_OFFSET, tvb, b + 2, 2)?;
    num(cx, f::WRITE_LENGTH, tvb, b + 4, 4)?;
    num(cx, f::FILE_OFFSET, tvb, b + 8, 8)?;
    guid(cx, f::FID, tvb, b + 16)?;
    num(cx, f::CHANNEL, tvb, b + 32, 4)?;
    num(cx, f::REMAINING_BYTES, tvb, b + 36, 4)?;
    flags(cx, f::WRITE_FLAGS, "smb2.write.flags.", tvb, b + 44, 4)?;
    channel(cx, tvb, b + 40)
}

/// What RDMA needs to know.
fn channel<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let info = place(cx, tvb, (at, 2), (at + 2, 2))?;
    let found = info.find(tvb)?;
    let (bytes, len) = found.map_or((tvb, 0), |bytes| (bytes, bytes.len()));
    cx.out.label(f::CHANNEL_INFO_BLOB, bytes, 0, len);
    Ok(())
}

fn ioctl<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize, response: bool) -> Result<(), Stop> {
    cx.out.item(f::RESERVED, tvb, b + 2, 2)?;
    flags(cx, f::IOCTL_FUNCTION, "smb2.ioctl.function.", tvb, b + 4, 4)?;
    guid(cx, f::FID, tvb, b + 8)?;
    let into = place(cx, tvb, (b + 24, 4), (b + 28, 4))?;
    // Requests say how much either side may be between the two places.
    let at = if response { b + 32 } else { b + 36 };
    if !response {
        num(cx, f::MAX_IOCTL_IN_SIZE, tvb, b + 32, 4)?;
    }
    let out = place(cx, tvb, (at, 4), (at + 4, 4))?;
    let at = if response { b + 40 } else { b + 48 };
    if !response {
        num(cx, f::MAX_IOCTL_OUT_SIZE, tvb, b + 44, 4)?;
        flags(cx, f::IOCTL_FLAGS, "smb2.ioctl.is_fsctl", tvb, at, 4)?;
    }
    cx.out.item(f::RESERVED, tvb, if response { b + 44 } else { b + 52 }, 4)?;
    for (field, place) in [(f::IOCTL_IN, into), (f::IOCTL_OUT, out)] {
        let found = place.find(tvb)?;
        let (bytes, len) = found.map_or((tvb, 0), |bytes| (bytes, bytes.len()));
        cx.out.label(field, bytes, 0, len);
    }
    Ok(())
}

fn find<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize) -> Result<(), Stop> {
    num(cx, f::FIND_INFOLEVEL, tvb, b + 2, 1)?;
    num(cx, f::FIND_FLAGS, tvb, b + 3, 1)?;
    num(cx, f::FILE_INDEX, tvb, b + 4, 4)?;
    guid(cx, f::FID, tvb, b + 8)?;
    let pattern = place(cx, tvb, (b + 24, 2), (b + 26, 2))?;
    num(cx, f::OUTPUT_BUFFER_LEN, tvb, b + 28, 4)?;
    if let Some(pattern) = pattern.find(tvb)? {
        text(cx, f::FIND_PATTERN, pattern)?;
    }
    Ok(())
}

/// The field of a level of a class.
fn level_field(class: u8) -> F {
    match class {
        info::FILE => f::FILE_INFO_INFOLEVEL,
        info::FILE_SYSTEM => f::FS_INFO_INFOLEVEL,
        info::SECURITY => f::SEC_INFO_INFOLEVEL,
        _ => f::INFOLEVEL,
    }
}

/// What sort of information, and which.
fn level<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(u8, u8), Stop> {
    num(cx, f::CLASS, tvb, at, 1)?;
    let (class, level) = (tvb.u8(at)?, tvb.u8(at + 1)?);
    num(cx, level_field(class), tvb, at + 1, 1)?;
    Ok((class, level))
}

/// What a request asks for.
pub(super) fn asked_info(tvb: Tvb<'_>, header: &Header) -> Option<(u8, u8)> {
    let asks = (header.command, header.response) == (GET_INFO, false);
    asks.then(|| Some((tvb.u8(HEADER + 2).ok()?, tvb.u8(HEADER + 3).ok()?))).flatten()
}

fn told_info<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize, asked: Option<(u8, u8)>) -> Result<(), Stop> {
    let blob = place(cx, tvb, (b + 2, 2), (b + 4, 4))?;
    match (blob.find(tvb)?, asked) {
        (Some(blob), Some(asked)) => info::dissect(cx, blob, asked),
        _ => Ok(()),
    }
}

fn get_info<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize) -> Result<(), Stop> {
    level(cx, tvb, b + 2)?;
    num(cx, f::MAX_RESPONSE_SIZE, tvb, b + 4, 4)?;
    num(cx, f::GETINFO_INPUT_OFFSET, tvb, b + 8, 2)?;
    cx.out.item(f::RESERVED, tvb, b + 10, 2)?;
    num(cx, f::GETINFO_INPUT_SIZE, tvb, b + 12, 4)?;
    num(cx, f::GETSETINFO_ADDITIONAL, tvb, b + 16, 4)?;
    num(cx, f::GETINFO_FLAGS, tvb, b + 20, 4)?;
    guid(cx, f::FID, tvb, b + 24)
}

fn set_info<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, b: usize) -> Result<(), Stop> {
    let level = level(cx, tvb, b + 2)?;
    num(cx, f::SETINFO_SIZE, tvb, b + 4, 4)?;
    num(cx, f::SETINFO_OFFSET, tvb, b + 8, 2)?;
    cx.out.item(f::RESERVED, tvb, b + 10, 2)?;
    num(cx, f::GETSETINFO_ADDITIONAL, tvb, b + 12, 4)?;
    guid(cx, f::FID, tvb, b + 16)?;
    let (offset, len) = (usize::from(tvb.u16_le(b + 8)?), tvb.u32_le(b + 4)? as usize);
    if offset > 0 && len > 0 { info::dissect(cx, tvb.sub(offset, len)?, level) } else { Ok(()) }
}
