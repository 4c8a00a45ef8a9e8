//! The summary of a message: what it is, what it asks, what it answers.

use super::{Header, Kind, Message, name::Name, values};
use crate::proto::tvb::Stop;

/// Records that a summary has room for; no line is read further.
const MOST: usize = 64;
const CLASS_IN: u16 = 1;

/// The text of the column "Info".
pub(super) fn text(msg: Message<'_>, header: Header) -> String {
    let opcode = values::FLAGS_OPCODE.name(header.opcode().into()).unwrap_or("Unknown operation");
    let mut text = format!("{opcode}{} 0x{:04x}", if header.response() { " response" } else { "" }, header.id);
    let rcode = header.flags & 0xf;
    if header.response() && rcode != 0 {
        text.push(' ');
        text += values::FLAGS_RCODE.name(rcode.into()).unwrap_or("Unknown error");
    }
    // What cannot be read is left out; the dissection says what is wrong with it.
    let _ = sections(msg, header, &mut text);
    text
}

fn sections(msg: Message<'_>, header: Header, text: &mut String) -> Result<(), Stop> {
    let [questions, records @ ..] = header.counts;
    let mut at = msg.base + 12;
    for _ in 0..usize::from(questions).min(MOST) {
        at = question(msg, at, text)?;
    }
    for _ in 0..records.into_iter().map(usize::from).sum::<usize>().min(MOST) {
        at = record(msg, at, text)?;
    }
    Ok(())
}

fn question(msg: Message<'_>, at: usize, text: &mut String) -> Result<usize, Stop> {
    let name = Name::read(msg.tvb, at, msg.base, None)?;
    let end = at + name.len;
    let class = msg.tvb.u16(end + 2)?;
    *text += &format!(" {} {}", type_name(msg.tvb.u16(end)?), name.text());
    if msg.kind == Kind::Mdns {
        *text += if class & 0x8000 != 0 { ", \"QU\" question" } else { ", \"QM\" question" };
    }
    Ok(end + 4)
}

fn record(msg: Message<'_>, at: usize, text: &mut String) -> Result<usize, Stop> {
    let tvb = msg.tvb;
    let end = at + Name::read(tvb, at, msg.base, None)?.len;
    let (ty, class) = (tvb.u16(end)?, tvb.u16(end + 2)?);
    let (at, len) = (end + 10, usize::from(tvb.u16(end + 8)?));
    tvb.bytes(at, len)?;
    *text += &format!(" {}", type_name(ty));
    if msg.kind == Kind::Mdns && class & 0x8000 != 0 && ty != OPT {
        *text += ", cache flush";
    }
    if class & 0x7fff == CLASS_IN {
        data(msg, (ty, at, len), text)?;
    }
    Ok(at + len)
}

const OPT: u16 = 41;

/// What a record of a usual type says.
fn data(msg: Message<'_>, (ty, at, len): (u16, usize, usize), text: &mut String) -> Result<(), Stop> {
    let tvb = msg.tvb;
    let name = |at: usize| Name::read(tvb, at, msg.base, None).map(|name| name.text());
    match (ty, len) {
        (1, 4) => *text += &format!(" {}", std::net::Ipv4Addr::from(tvb.u32(at)?)),
        (28, 16) => *text += &format!(" {}", std::net::Ipv6Addr::from(tvb.array::<16>(at)?)),
        // NS, CNAME, SOA, PTR, DNAME
        (2 | 5 | 6 | 12 | 39, _) => *text += &format!(" {}", name(at)?),
        // MX
        (15, _) => *text += &format!(" {} {}", tvb.u16(at)?, name(at + 2)?),
        // SRV
        (33, _) => {
            let (priority, weight, port) = (tvb.u16(at)?, tvb.u16(at + 2)?, tvb.u16(at + 4)?);
            *text += &format!(" {priority} {weight} {port} {}", name(at + 6)?);
        }
        _ => {}
    }
    Ok(())
}

fn type_name(ty: u16) -> String {
    values::QRY_TYPE.name(ty.into()).map_or_else(|| format!("Unknown ({ty})"), |name| {
        // Wireshark's names go on with an explanation.
        name.split(' ').next().unwrap_or(name).to_owned()
    })
}
