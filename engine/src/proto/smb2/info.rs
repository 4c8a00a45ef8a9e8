//! What is asked and told of files and file systems, [MS-FSCC] §2.4 and §2.5.

use super::{
    commands::{access, times},
    fields::f,
    little::{flags, num, text, time},
};
use crate::proto::{
    dissect::Cx,
    out::F,
    smb,
    tvb::{Stop, Tvb},
};

pub(super) const FILE: u8 = 1;
pub(super) const FILE_SYSTEM: u8 = 2;
pub(super) const SECURITY: u8 = 3;

type Read = for<'f> fn(&mut Cx<'f>, Tvb<'f>) -> Result<(), Stop>;

/// Dissects information of a class and level; of other levels nothing is known.
pub(super) fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, (class, level): (u8, u8)) -> Result<(), Stop> {
    let (name, read): (F, Read) = match (class, level) {
        (FILE, 0x04) => (f::FILE_BASIC_INFO, basic),
        (FILE, 0x05) => (f::FILE_STANDARD_INFO, standard),
        (FILE, 0x06) => (f::FILE_INTERNAL_INFO, |cx, tvb| num(cx, smb::f::INDEX_NUMBER, tvb, 0, 8)),
        (FILE, 0x07) => (f::FILE_EA_INFO, |cx, tvb| num(cx, f::EA_SIZE, tvb, 0, 4)),
        (FILE, 0x08) => (f::FILE_ACCESS_INFO, |cx, tvb| access(cx, tvb, 0)),
        (FILE, 0x0d) => (f::FILE_DISPOSITION_INFO, |cx, tvb| num(cx, f::DISPOSITION_DELETE_ON_CLOSE, tvb, 0, 1)),
        (FILE, 0x0e) => (f::FILE_POSITION_INFO, |cx, tvb| num(cx, f::POSITION_INFO, tvb, 0, 8)),
        (FILE, 0x10) => (f::FILE_MODE_INFO, |cx, tvb| mode(cx, tvb, 0)),
        (FILE, 0x11) => (f::FILE_ALIGNMENT_INFO, |cx, tvb| num(cx, f::ALIGNMENT_INFO, tvb, 0, 4)),
        (FILE, 0x12) => (f::FILE_ALL_INFO, all),
        (FILE, 0x13) => (f::FILE_ALLOCATION_INFO, |cx, tvb| num(cx, smb::f::ALLOC_SIZE64, tvb, 0, 8)),
        (FILE, 0x14) => (f::FILE_ENDOFFILE_INFO, |cx, tvb| num(cx, f::EOF, tvb, 0, 8)),
        (FILE, 0x22) => (f::FILE_NETWORK_OPEN_INFO, network_open),
        (FILE, 0x23) => (f::FILE_ATTRIBUTE_TAG_INFO, |cx, tvb| attributes(cx, tvb, 0)),
        (FILE_SYSTEM, 1) => (f::FS_VOLUME_INFO, volume),
        (FILE_SYSTEM, 3) => (f::FS_SIZE_INFO, |cx, tvb| {
            sizes(cx, tvb, &[smb::f::ALLOC_SIZE64, smb::f::FREE_ALLOC_UNITS])
        }),
        (FILE_SYSTEM, 4) => (f::FS_DEVICE_INFO, device),
        (FILE_SYSTEM, 5) => (f::FS_ATTRIBUTE_INFO, attribute),
        (FILE_SYSTEM, 7) => (f::FS_FULL_SIZE_INFO, |cx, tvb| {
            let fields =
                [smb::f::ALLOC_SIZE64, smb::f::CALLER_FREE_ALLOC_UNITS, smb::f::ACTUAL_FREE_ALLOC_UNITS];
            sizes(cx, tvb, &fields)
        }),
        _ => return Ok(()),
    };
    cx.out.label(name, tvb, 0, tvb.len());
    read(cx, tvb)
}

fn attributes<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    flags(cx, f::FILE_ATTRIBUTE, "smb2.file_attribute.", tvb, at, 4)
}

fn mode<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    flags(cx, f::MODE_INFO, "smb2.mode.", tvb, at, 4)
}

fn basic<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    times(cx, tvb, 0)?;
    attributes(cx, tvb, 32)?;
    cx.out.item(f::UNKNOWN, tvb, 36, 4)
}

fn standard<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    num(cx, smb::f::ALLOC_SIZE64, tvb, 0, 8)?;
    num(cx, smb::f::END_OF_FILE, tvb, 8, 8)?;
    num(cx, smb::f::LINK_COUNT, tvb, 16, 4)?;
    num(cx, smb::f::DELETE_PENDING, tvb, 20, 1)?;
    num(cx, smb::f::IS_DIRECTORY, tvb, 21, 1)
}

/// Nearly all of the others, one after another.
fn all<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    basic(cx, tvb)?;
    num(cx, f::ALLOCATION_SIZE, tvb, 40, 8)?;
    num(cx, f::EOF, tvb, 48, 8)?;
    num(cx, f::NLINKS, tvb, 56, 4)?;
    num(cx, f::DELETE_PENDING, tvb, 60, 1)?;
    num(cx, f::IS_DIRECTORY, tvb, 61, 1)?;
    num(cx, f::FILE_ID, tvb, 64, 8)?;
    num(cx, f::EA_SIZE, tvb, 72, 4)?;
    access(cx, tvb, 76)?;
    num(cx, f::POSITION_INFO, tvb, 80, 8)?;
    mode(cx, tvb, 88)?;
    num(cx, f::ALIGNMENT_INFO, tvb, 92, 4)?;
    let len = cx.out.uint_le(f::FILENAME_LEN, tvb, 96, 4)? as usize;
    name(cx, tvb, 100, len, f::FILENAME)
}

fn network_open<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    times(cx, tvb, 0)?;
    num(cx, f::ALLOCATION_SIZE, tvb, 32, 8)?;
    num(cx, f::EOF, tvb, 40, 8)?;
    attributes(cx, tvb, 48)?;
    cx.out.item(f::UNKNOWN, tvb, 52, 4)
}

/// Numbers of units, and how long a unit is.
fn sizes<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, counts: &[F]) -> Result<(), Stop> {
    for (i, field) in counts.iter().enumerate() {
        num(cx, *field, tvb, 8 * i, 8)?;
    }
    num(cx, smb::f::FS_SECTOR_PER_UNIT, tvb, 8 * counts.len(), 4)?;
    num(cx, smb::f::FS_BYTES_PER_SECTOR, tvb, 8 * counts.len() + 4, 4)
}

fn device<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    num(cx, smb::f::DEVICE_TYPE, tvb, 0, 4)?;
    flags(cx, smb::f::DEVICE, "smb.device.", tvb, 4, 4)
}

/// A name of so many bytes.
fn name<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, len: usize, field: F) -> Result<(), Stop> {
    if len > 0 { text(cx, field, tvb.sub(at, len)?).map(drop) } else { Ok(()) }
}

fn volume<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    time(cx, smb::f::CREATE_TIME, tvb, 0)?;
    num(cx, smb::f::VOLUME_SERIAL, tvb, 8, 4)?;
    let len = cx.out.uint_le(smb::f::VOLUME_LABEL_LEN, tvb, 12, 4)? as usize;
    name(cx, tvb, 18, len, smb::f::VOLUME_LABEL)
}

fn attribute<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    flags(cx, smb::f::FS_ATTR, "smb.fs_attr.", tvb, 0, 4)?;
    num(cx, smb::f::FS_MAX_NAME_LEN, tvb, 4, 4)?;
    let len = cx.out.uint_le(smb::f::FS_NAME_LEN, tvb, 8, 4)? as usize;
    name(cx, tvb, 12, len, smb::f::FS_NAME)
}
