//! Opening and closing files: NT_CREATE_ANDX and CLOSE ([MS-CIFS] §2.2.4.64, §2.2.4.5).

use strato_filter_lang::value::Value;

use super::{EPOCH, RIGHTS, f, flags, num};
use crate::proto::{
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// Words of a request and of a response.
pub(super) const REQUEST_WORDS: usize = 24;
pub(super) const RESPONSE_WORDS: usize = 34;

/// A FILETIME; none is shown as the Unix epoch.
fn time<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    let ticks = tvb.u64_le(at)?;
    let ns = if ticks == 0 { 0 } else { (i128::from(ticks) - EPOCH) * 100 };
    cx.out.add(field, tvb.bytes(at, 8)?, Value::Time(ns));
    Ok(())
}

/// The words of a request, from `at` on, which is where those common to all chained commands begin.
pub(super) fn request<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    cx.out.item(f::RESERVED, tvb, at + 4, 1)?;
    num(cx, f::FILE_NAME_LEN, tvb, at + 5, 2)?;
    flags(cx, f::CREATE_FLAGS, "smb.nt.create.", tvb, at + 7, 4)?;
    num(cx, f::RFID, tvb, at + 11, 4)?;
    num(cx, f::ACCESS_MASK, tvb, at + 15, 4)?;
    for right in RIGHTS.iter().rev() {
        num(cx, *right, tvb, at + 15, 4)?;
    }
    num(cx, f::ALLOC_SIZE64, tvb, at + 19, 8)?;
    flags(cx, f::FILE_ATTRIBUTE, "smb.file_attribute.", tvb, at + 27, 4)?;
    flags(cx, f::SHARE_ACCESS, "smb.share.access.", tvb, at + 31, 4)?;
    num(cx, f::CREATE_DISPOSITION, tvb, at + 35, 4)?;
    flags(cx, f::CREATE_OPTIONS, "smb.nt.create_options.", tvb, at + 39, 4)?;
    num(cx, f::IMPERSONATION_LEVEL, tvb, at + 43, 4)?;
    flags(cx, f::SECURITY_FLAGS, "smb.security.flags.", tvb, at + 47, 1)
}

/// Those of a response.
pub(super) fn response<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    num(cx, f::OPLOCK_LEVEL, tvb, at + 4, 1)?;
    num(cx, f::FID, tvb, at + 5, 2)?;
    num(cx, f::CREATE_ACTION, tvb, at + 7, 4)?;
    let times = [f::CREATE_TIME, f::ACCESS_TIME, f::LAST_WRITE_TIME, f::CHANGE_TIME];
    times.into_iter().enumerate().try_for_each(|(i, field)| time(cx, field, tvb, at + 11 + 8 * i))?;
    flags(cx, f::FILE_ATTRIBUTE, "smb.file_attribute.", tvb, at + 43, 4)?;
    num(cx, f::ALLOC_SIZE64, tvb, at + 47, 8)?;
    num(cx, f::END_OF_FILE, tvb, at + 55, 8)?;
    num(cx, f::FILE_TYPE, tvb, at + 63, 2)?;
    flags(cx, f::IPC_STATE, "smb.ipc_state.", tvb, at + 65, 2)?;
    num(cx, f::IS_DIRECTORY, tvb, at + 67, 1)
}

/// A request to close a file, which may set the time of its last change: seconds since 1970.
pub(super) fn close<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    num(cx, f::FID, tvb, at, 2)?;
    let seconds = tvb.u32_le(at + 2)?;
    cx.out.add(f::LAST_WRITE_TIME, tvb.bytes(at + 2, 4)?, Value::Time(i128::from(seconds) * 1_000_000_000));
    Ok(())
}
