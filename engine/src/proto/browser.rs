//! Microsoft's browser protocol, [MS-BRWS]: announcements and elections over mailslots.

mod fields;
mod values;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Proto, Protocol,
    cursor::Cursor,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// Browser.
pub static BROWSER: Protocol = Protocol {
    name: "browser",
    title: "Microsoft Windows Browser Protocol",
    frame_name: "browser",
    fields: FIELDS,
    parents: &[Parent::Below(Proto::Mailslot)],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

/// Bytes of a server's name.
const NAME: usize = 16;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let mut at = Cursor::new(tvb, 0);
    let command = at.uint(cx, f::COMMAND, 1)? as u8;
    cx.column("BROWSER", || values::COMMAND.name(command.into()).unwrap_or("Unknown").to_owned());
    match command {
        // A host, a domain, or a local master.
        0x01 | 0x0c | 0x0f => announcement(cx, &mut at, command)?,
        0x02 => {
            at.item(cx, f::UNUSED, 1)?;
            text(cx, &mut at, f::RESPONSE_COMPUTER_NAME)?;
        }
        0x08 => election(cx, &mut at)?,
        0x09 => {
            at.item(cx, f::BACKUP_COUNT, 1)?;
            at.item_le(cx, f::BACKUP_TOKEN, 4)?;
        }
        0x0a => {
            let count = at.uint(cx, f::BACKUP_COUNT, 1)?;
            at.item_le(cx, f::BACKUP_TOKEN, 4)?;
            for _ in 0..count {
                text(cx, &mut at, f::BACKUP_SERVER)?;
            }
        }
        0x0b => text(cx, &mut at, f::BROWSER_TO_PROMOTE)?,
        0x0d => text(cx, &mut at, f::MB_SERVER)?,
        0x0e => {
            let fields = [f::RESET_CMD, f::RESET_CMD_DEMOTE, f::RESET_CMD_FLUSH, f::RESET_CMD_STOP_LMB];
            at.bits(cx, &fields, 1)?;
        }
        _ => {}
    }
    Ok(at.at)
}

/// Text that a zero ends.
fn text<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, field: F) -> Result<(), Stop> {
    let rest = at.tvb.rest(at.at)?;
    let len = memchr::memchr(0, rest.data()).ok_or(Stop::Malformed)?;
    cx.out.ascii(field, at.tvb, at.at, (at.at, len), len + 1)?;
    at.at += len + 1;
    Ok(())
}

fn announcement<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>, command: u8) -> Result<(), Stop> {
    const DOMAIN: u8 = 0x0c;
    at.item(cx, f::UPDATE_COUNT, 1)?;
    at.item_le(cx, f::PERIOD, 4)?;
    cx.out.ascii(f::SERVER, at.tvb, at.at, (at.at, NAME), NAME)?;
    at.at += NAME;
    if cx.out.wants(f::WINDOWS_VERSION) {
        let (major, minor) = (at.tvb.u8(at.at)?, at.tvb.u8(at.at + 1)?);
        cx.out.text(f::WINDOWS_VERSION, at.tvb, at.at, 2, version_name(major, minor))?;
    }
    at.item(cx, f::OS_MAJOR, 1)?;
    at.item(cx, f::OS_MINOR, 1)?;
    for (index, field) in FIELDS.iter().enumerate() {
        if field.name.starts_with("browser.server_type") {
            cx.out.item_le(F { proto: Proto::Browser, index: index as u16 }, at.tvb, at.at, 4)?;
        }
    }
    at.at += 4;
    if command == DOMAIN {
        // Those of Windows for Workgroups have something else in the place of the version.
        if at.tvb.u16_le(at.at + 2)? == 0xaa55 {
            at.item(cx, f::PROTO_MAJOR, 1)?;
            at.item(cx, f::PROTO_MINOR, 1)?;
            at.item_le(cx, f::SIG, 2)?;
        } else {
            at.item_le(cx, f::MYSTERIOUS_FIELD, 4)?;
        }
        return text(cx, at, f::MB_SERVER);
    }
    at.item(cx, f::PROTO_MAJOR, 1)?;
    at.item(cx, f::PROTO_MINOR, 1)?;
    at.item_le(cx, f::SIG, 2)?;
    text(cx, at, f::COMMENT)
}

/// What Windows calls a version of itself.
fn version_name(major: u8, minor: u8) -> &'static str {
    match (major, minor) {
        (6, 3) => "Windows 8.1",
        (6, 2) => "Windows 8",
        (6, 1) => "Windows 7 or Windows Server 2008 R2",
        (6, 0) => "Windows Vista or Windows Server 2008",
        (5, 2) => "Windows Server 2003 R2 or Windows Server 2003",
        (5, 1) => "Windows XP",
        (5, 0) => "Windows 2000",
        _ => "",
    }
}

fn election<'f>(cx: &mut Cx<'f>, at: &mut Cursor<'f>) -> Result<(), Stop> {
    at.item(cx, f::ELECTION_VERSION, 1)?;
    cx.out.item_le(f::ELECTION_CRITERIA, at.tvb, at.at, 4)?;
    at.bits(
        cx,
        &[
            f::ELECTION_DESIRE,
            f::ELECTION_DESIRE_BACKUP,
            f::ELECTION_DESIRE_STANDBY,
            f::ELECTION_DESIRE_MASTER,
            f::ELECTION_DESIRE_DOMAIN_MASTER,
            f::ELECTION_DESIRE_WINS,
            f::ELECTION_DESIRE_NT,
        ],
        1,
    )?;
    at.item(cx, f::PROTO_MINOR, 1)?;
    at.item(cx, f::PROTO_MAJOR, 1)?;
    at.bits(cx, &[f::ELECTION_OS, f::ELECTION_OS_WFW, f::ELECTION_OS_NTW, f::ELECTION_OS_NTS], 1)?;
    at.item_le(cx, f::UPTIME, 4)?;
    // Four bytes that must be zero.
    at.at += 4;
    text(cx, at, f::SERVER)
}
