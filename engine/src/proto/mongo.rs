//! MongoDB wire protocol (MongoDB manual, "MongoDB Wire Protocol"), with documents in BSON 1.1 (bsonspec.org).

mod bson;
mod compression;
mod fields;
mod values;

use self::{
    bson::document,
    fields::{FIELDS, f},
};
use super::{
    Extent, Parent, Proto, Protocol, Table,
    dissect::Cx,
    out::{F, Group, Severity},
    tcp::pdus::dissect_pdus,
    tvb::{Stop, Tvb},
};

/// MongoDB.
pub static MONGO: Protocol = Protocol {
    name: "mongo",
    title: "Mongo Wire Protocol",
    frame_name: "mongo",
    fields: FIELDS,
    // Over TCP no port is its own; the one it usually has is that of TLS.
    parents: &[Parent::DecodeAs(Table::TcpPort), Parent::Below(Proto::Tls)],
    extent: Extent::Items,
    waits_silently: true,
    dissect,
    ..Protocol::DEFAULT
};

/// Length, request, response to, operation.
const HEADER: usize = 16;
/// Bytes that must be there before the length is known.
const LENGTH: usize = 4;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    dissect_pdus(cx, tvb, LENGTH, |tvb, at| Ok(Some(tvb.u32_le(at)? as usize)), message)
}

fn message<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.item(Proto::Mongo, tvb);
    cx.out.item_le(f::MESSAGE_LENGTH, tvb, 0, 4)?;
    cx.out.item_le(f::REQUEST_ID, tvb, 4, 4)?;
    let response_to = cx.out.uint_le(f::RESPONSE_TO, tvb, 8, 4)?;
    cx.column("MONGO", || if response_to == 0 { "Request : " } else { "Response : " }.to_owned());
    let code = cx.out.uint_le(f::OPCODE, tvb, 12, 4)? as u32;
    let info = std::mem::take(&mut cx.info.info_column);
    cx.column("MONGO", || info + values::OPCODE.name(code.into()).unwrap_or("Unknown"));
    let end = operation(cx, tvb, HEADER, code, 0)?;
    let left = tvb.reported_rest(end);
    if left > 0 {
        cx.out.item(f::UNKNOWN, tvb, end, left)?;
        let text = "Unknown Data (not interpreted)";
        cx.out.expert(f::UNKNOWN_EXPERT, Severity::Warn, Group::Undecoded, text);
    }
    Ok(tvb.len())
}

/// Returns where the operation ends. `depth` counts the compressions it is in.
fn operation<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, code: u32, depth: usize) -> Result<usize, Stop> {
    match code {
        1 => reply(cx, tvb, at),
        1000 => text(cx, f::MESSAGE, tvb, at),
        2001 => update(cx, tvb, at),
        2002 => insert(cx, tvb, at),
        2004 => query(cx, tvb, at),
        2005 => get_more(cx, tvb, at),
        2006 => delete(cx, tvb, at),
        2007 => kill_cursors(cx, tvb, at),
        2010 => {
            let at = text(cx, f::DATABASE, tvb, at)?;
            let at = text(cx, f::COMMANDNAME, tvb, at)?;
            let at = labelled(cx, f::METADATA, tvb, at)?;
            labelled(cx, f::COMMANDARGS, tvb, at)
        }
        2011 => {
            let at = labelled(cx, f::METADATA, tvb, at)?;
            let mut at = labelled(cx, f::COMMANDREPLY, tvb, at)?;
            if tvb.reported_rest(at) > 0 {
                at = labelled(cx, f::OUTPUTDOCS, tvb, at)?;
            }
            Ok(at)
        }
        2012 => compression::compressed(cx, tvb, at, depth),
        2013 => sections(cx, tvb, at),
        _ => Ok(at),
    }
}

/// Emits text up to a zero byte; returns where it ends.
fn text<'f>(cx: &mut Cx<'f>, field: F, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let len = text_len(tvb, at)?;
    cx.out.ascii(field, tvb, at, (at, len), len)?;
    Ok(at + len)
}

/// Length of the text at `at` with its zero byte.
fn text_len(tvb: Tvb<'_>, at: usize) -> Result<usize, Stop> {
    let rest = tvb.rest(at)?;
    match memchr::memchr(0, rest.data()) {
        Some(len) => Ok(len + 1),
        // There is none: what reading on fails with.
        None => rest.u8(rest.len()).map(|_| 0),
    }
}

/// A document below a label.
fn labelled<'f>(cx: &mut Cx<'f>, label: F, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    document(cx, label, tvb, at, 0)
}

/// Name of a collection behind that of its database.
fn collection<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let end = text(cx, f::FULL_COLLECTION_NAME, tvb, at)?;
    let name = tvb.bytes(at, end - at - 1)?;
    let dot = memchr::memchr(b'.', name).ok_or(Stop::Malformed)?;
    cx.out.ascii(f::DATABASE_NAME, tvb, at, (at, dot), dot)?;
    let rest = name.len() - dot - 1;
    cx.out.ascii(f::COLLECTION_NAME, tvb, at + dot + 1, (at + dot + 1, rest), rest)?;
    Ok(end)
}

/// Flags below a label, in a number of 32 bits.
fn flags<'f>(cx: &mut Cx<'f>, label: F, flags: &[F], tvb: Tvb<'f>, at: usize) -> Result<(), Stop> {
    cx.out.item_le(label, tvb, at, 4)?;
    for field in flags {
        cx.out.item_le(*field, tvb, at, 4)?;
    }
    Ok(())
}

fn reply<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let bits = [
        f::REPLY_FLAGS_CURSORNOTFOUND,
        f::REPLY_FLAGS_QUERYFAILURE,
        f::REPLY_FLAGS_SHAREDCONFIGSTALE,
        f::REPLY_FLAGS_AWAITCAPABLE,
    ];
    flags(cx, f::REPLY_FLAGS, &bits, tvb, at)?;
    cx.out.item_le(f::CURSOR_ID, tvb, at + 4, 8)?;
    cx.out.item_le(f::STARTING_FROM, tvb, at + 12, 4)?;
    let count = cx.out.uint_le(f::NUMBER_RETURNED, tvb, at + 16, 4)? as u32;
    let mut at = at + 20;
    for _ in 0..count.cast_signed().max(0) {
        at = labelled(cx, f::DOCUMENT, tvb, at)?;
    }
    Ok(at)
}

fn update<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.item(f::DOCUMENT_ZERO, tvb, at, 4)?;
    let at = collection(cx, tvb, at + 4)?;
    flags(cx, f::UPDATE_FLAGS, &[f::UPDATE_FLAGS_UPSERT, f::UPDATE_FLAGS_MULTIUPDATE], tvb, at)?;
    let at = labelled(cx, f::SELECTOR, tvb, at + 4)?;
    labelled(cx, f::UPDATE, tvb, at)
}

fn insert<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    flags(cx, f::INSERT_FLAGS, &[f::INSERT_FLAGS_CONTINUEONERROR], tvb, at)?;
    let mut at = collection(cx, tvb, at + 4)?;
    while tvb.reported_rest(at) > 0 {
        at = labelled(cx, f::DOCUMENT, tvb, at)?;
    }
    Ok(at)
}

fn query<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let bits = [
        f::QUERY_FLAGS_TAILABLE_CURSOR,
        f::QUERY_FLAGS_SLAVE_OK,
        f::QUERY_FLAGS_OP_LOG_REPLY,
        f::QUERY_FLAGS_NO_CURSOR_TIMEOUT,
        f::QUERY_FLAGS_AWAITDATA,
        f::QUERY_FLAGS_EXHAUST,
        f::QUERY_FLAGS_PARTIAL,
    ];
    flags(cx, f::QUERY_FLAGS, &bits, tvb, at)?;
    let at = collection(cx, tvb, at + 4)?;
    cx.out.item_le(f::NUMBER_TO_SKIP, tvb, at, 4)?;
    cx.out.item_le(f::NUMBER_TO_RETURN, tvb, at + 4, 4)?;
    let mut at = labelled(cx, f::QUERY, tvb, at + 8)?;
    while tvb.reported_rest(at) > 0 {
        at = labelled(cx, f::RETURN_FIELD_SELECTOR, tvb, at)?;
    }
    Ok(at)
}

fn get_more<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.item(f::DOCUMENT_ZERO, tvb, at, 4)?;
    let at = collection(cx, tvb, at + 4)?;
    cx.out.item_le(f::NUMBER_TO_RETURN, tvb, at, 4)?;
    cx.out.item_le(f::CURSOR_ID, tvb, at + 4, 8)?;
    Ok(at + 12)
}

fn delete<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.item(f::DOCUMENT_ZERO, tvb, at, 4)?;
    let at = collection(cx, tvb, at + 4)?;
    flags(cx, f::DELETE_FLAGS, &[f::DELETE_FLAGS_SINGLEREMOVE], tvb, at)?;
    labelled(cx, f::SELECTOR, tvb, at + 4)
}

fn kill_cursors<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.item(f::DOCUMENT_ZERO, tvb, at, 4)?;
    cx.out.item_le(f::NUMBER_TO_CURSOR_IDS, tvb, at + 4, 4)?;
    let mut at = at + 8;
    while tvb.reported_rest(at) > 0 {
        cx.out.item_le(f::CURSOR_ID, tvb, at, 8)?;
        at += 8;
    }
    Ok(at)
}

/// OP_MSG: a document, and sequences of documents.
fn sections<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    for field in [f::MSG_FLAGS, f::MSG_FLAGS_CHECKSUMPRESENT, f::MSG_FLAGS_MORETOCOME, f::MSG_FLAGS_EXHAUSTALLOWED] {
        cx.out.item_le(field, tvb, at, 4)?;
    }
    let mut at = at + 4;
    // As in Wireshark also a checksum.
    while tvb.reported_rest(at) > 0 {
        at = section(cx, tvb, at)?;
    }
    Ok(at)
}

fn section<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    cx.out.label(f::MSG_SECTIONS_SECTION, tvb, at, 1);
    let kind = cx.out.uint(f::MSG_SECTIONS_SECTION_KIND, tvb, at, 1)?;
    let size = tvb.u32_le(at + 1)?.cast_signed();
    let Ok(len) = usize::try_from(size) else {
        let text = format!("Bogus Mongo message section size: {size}");
        cx.out.expert(f::MSG_SECTIONS_SECTION_SIZE_BAD, Severity::Error, Group::Malformed, &text);
        return Err(Stop::Malformed);
    };
    let at = at + 1;
    match kind {
        0 => _ = labelled(cx, f::MSG_SECTIONS_SECTION_BODY, tvb, at)?,
        1 => {
            cx.out.item_le(f::MSG_SECTIONS_SECTION_SIZE, tvb, at, 4)?;
            let mut doc_at = text(cx, f::MSG_SECTIONS_SECTION_DOC_SEQUENCE_ID, tvb, at + 4)?;
            let end = at.saturating_add(len);
            cx.out.label(f::MSG_SECTIONS_SECTION_DOC_SEQUENCE, tvb, doc_at, end.saturating_sub(doc_at));
            while doc_at < end {
                doc_at = labelled(cx, f::DOCUMENT, tvb, doc_at)?;
            }
        }
        _ => {}
    }
    // A section takes a byte at least, whatever it says.
    Ok(at.saturating_add(len))
}
