//! NetBIOS name service, RFC 1002 §4.2, and the names that all of NetBIOS over TCP/IP writes so (RFC 1001 §14).

mod fields;
mod values;

use std::fmt::Write as _;

use self::fields::{FIELDS, f};
use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// NetBIOS name service.
pub static NBNS: Protocol = Protocol {
    name: "nbns",
    title: "NetBIOS Name Service",
    frame_name: "nbns",
    fields: FIELDS,
    parents: &[Parent::UdpPort(137)],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

const HEADER: usize = 12;
const NB: u16 = 0x20;
const NBSTAT: u16 = 0x21;
/// Pointers and labels that a name may have.
const MAX_LABELS: usize = 64;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    cx.column("NBNS", || "NBNS".to_owned());
    cx.out.item(f::ID, tvb, 0, 2)?;
    flags(cx, tvb)?;
    let counts = [f::COUNT_QUERIES, f::COUNT_ANSWERS, f::COUNT_AUTH_RR, f::COUNT_ADD_RR];
    for (i, field) in counts.into_iter().enumerate() {
        cx.out.item(field, tvb, 4 + 2 * i, 2)?;
    }
    let mut at = HEADER;
    for _ in 0..tvb.u16(4)? {
        at = question(cx, tvb, at, false)?;
    }
    for i in 0..3 {
        for _ in 0..tvb.u16(6 + 2 * i)? {
            at = record(cx, tvb, at)?;
        }
    }
    Ok(tvb.len())
}

fn flags<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<(), Stop> {
    let always =
        [f::FLAGS, f::FLAGS_RESPONSE, f::FLAGS_OPCODE, f::FLAGS_TRUNCATED, f::FLAGS_RECDESIRED, f::FLAGS_BROADCAST];
    let answers = [f::FLAGS_AUTHORITATIVE, f::FLAGS_RECAVAIL, f::FLAGS_RCODE];
    let response = tvb.u16(2)? & 0x8000 != 0;
    let more: &[F] = if response { &answers } else { &[] };
    always.iter().chain(more).try_for_each(|field| cx.out.item(*field, tvb, 2, 2))
}

/// Name, type and class; in records Wireshark says what the name is for.
fn question<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, described: bool) -> Result<usize, Stop> {
    let name = Name::read(tvb, at)?;
    let end = at + name.len;
    let len = name.len;
    let text = if described { name.described() } else { name.text };
    cx.out.text(f::NAME, tvb, at, len, &text)?;
    cx.out.item(f::TYPE, tvb, end, 2)?;
    cx.out.item(f::CLASS, tvb, end + 2, 2)?;
    Ok(end + 4)
}

fn record<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
    let at = question(cx, tvb, at, true)?;
    let kind = tvb.u16(at - 4)?;
    cx.out.item(f::TTL, tvb, at, 4)?;
    let len = cx.out.uint(f::DATA_LENGTH, tvb, at + 4, 2)? as usize;
    let (start, end) = (at + 6, at + 6 + len);
    match kind {
        NB => {
            let mut at = start;
            while at + 2 <= end {
                for field in [f::NB_FLAGS, f::NB_FLAGS_GROUP, f::NB_FLAGS_ONT] {
                    cx.out.item(field, tvb, at, 2)?;
                }
                if at + 6 <= end {
                    cx.out.item(f::ADDR, tvb, at + 2, 4)?;
                }
                at += 6;
            }
        }
        NBSTAT => status(cx, tvb, start, end)?,
        _ if len > 0 => cx.out.item(f::DATA, tvb, start, len)?,
        _ => {}
    }
    Ok(end)
}

/// The names of a node, then its statistics.
fn status<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, start: usize, end: usize) -> Result<(), Stop> {
    let names = cx.out.uint(f::NUMBER_OF_NAMES, tvb, start, 1)?;
    let mut at = start + 1;
    for _ in 0..names {
        let name = Name::of(&tvb.array::<16>(at)?, 16);
        cx.out.text(f::NETBIOS_NAME, tvb, at, 16, &name.described())?;
        let bits = [
            f::NAME_FLAGS,
            f::NAME_FLAGS_GROUP,
            f::NAME_FLAGS_ONT,
            f::NAME_FLAGS_DRG,
            f::NAME_FLAGS_CNF,
            f::NAME_FLAGS_ACT,
            f::NAME_FLAGS_PRM,
        ];
        bits.into_iter().try_for_each(|field| cx.out.item(field, tvb, at + 16, 2))?;
        at += 18;
    }
    let statistics = [
        (f::UNIT_ID, 6),
        (f::JUMPERS, 1),
        (f::TEST_RESULT, 1),
        (f::VERSION_NUMBER, 2),
        (f::PERIOD_OF_STATISTICS, 2),
        (f::NUM_CRCS, 2),
        (f::NUM_ALIGNMENT_ERRORS, 2),
        (f::NUM_COLLISIONS, 2),
        (f::NUM_SEND_ABORTS, 2),
        (f::NUM_GOOD_SENDS, 4),
        (f::NUM_GOOD_RECEIVES, 4),
        (f::NUMRETRANSMITS, 2),
        (f::NUM_NO_RESOURCE_CONDITIONS, 2),
        (f::NUMCOMMAND_BLOCKS, 2),
        (f::NUMPENDING_SESSIONS, 2),
        (f::MAX_NUM_PENDING_SESSIONS, 2),
        (f::MAX_TOTAL_SESSIONS_POSSIBLE, 2),
        (f::SESSION_DATA_PACKET_SIZE, 2),
    ];
    for (field, len) in statistics {
        if at + len > end {
            break;
        }
        cx.out.item(field, tvb, at, len)?;
        at += len;
    }
    Ok(())
}

/// A name of NetBIOS: 15 characters and a byte that says what it is for.
pub(super) struct Name {
    /// As it is shown: `NAME<20>`.
    pub(super) text: String,
    /// Bytes that it takes where it stands.
    pub(super) len: usize,
    suffix: Option<u8>,
}

impl Name {
    /// Reads labels of which the first is a name, two letters a byte; the others are its scope.
    pub(super) fn read(tvb: Tvb<'_>, start: usize) -> Result<Self, Stop> {
        let (mut at, mut len, mut labels) = (start, None, Vec::new());
        for _ in 0..MAX_LABELS {
            let size = usize::from(tvb.u8(at)?);
            if size & 0xc0 == 0xc0 {
                len.get_or_insert_with(|| at + 2 - start);
                at = (size & 0x3f) << 8 | usize::from(tvb.u8(at + 1)?);
                continue;
            }
            if size == 0 {
                len.get_or_insert_with(|| at + 1 - start);
                break;
            }
            labels.push(tvb.bytes(at + 1, size)?);
            at += 1 + size;
        }
        let len = len.ok_or(Stop::Malformed)?;
        let Some((first, scope)) = labels.split_first() else {
            return Ok(Self { text: "<Root>".to_owned(), len, suffix: None });
        };
        let bytes: Vec<u8> = first.as_chunks::<2>().0.iter().map(|[high, low]| half(*high) << 4 | half(*low)).collect();
        let mut name = match <&[u8; 16]>::try_from(bytes.as_slice()) {
            Ok(bytes) => Self::of(bytes, len),
            Err(_) => Self { text: String::from_utf8_lossy(first).into_owned(), len, suffix: None },
        };
        for label in scope {
            name.text.push('.');
            name.text.push_str(&String::from_utf8_lossy(label));
        }
        Ok(name)
    }

    /// The name in 16 bytes.
    fn of(bytes: &[u8; 16], len: usize) -> Self {
        let [name @ .., suffix] = bytes;
        let end = name.iter().rposition(|byte| *byte != b' ').map_or(0, |last| last + 1);
        let mut text = String::new();
        for byte in name.iter().take(end) {
            match byte {
                0x20..=0x7e => text.push(char::from(*byte)),
                other => _ = write!(text, "<{other:02x}>"),
            }
        }
        _ = write!(text, "<{suffix:02x}>");
        Self { text, len, suffix: Some(*suffix) }
    }

    /// With what it is for.
    fn described(self) -> String {
        let Some(suffix) = self.suffix else { return self.text };
        let purpose = PURPOSES.iter().find(|(number, _)| *number == suffix).map_or("Unknown", |(_, text)| text);
        format!("{} ({purpose})", self.text)
    }
}

/// The half of a byte that a letter stands for.
fn half(letter: u8) -> u8 {
    letter.wrapping_sub(b'A') & 0xf
}

#[rustfmt::skip]
static PURPOSES: &[(u8, &str)] = &[
    (0x00, "Workstation/Redirector"), (0x01, "Browser"), (0x02, "Workstation/Redirector"),
    (0x03, "Messenger service/Main name"), (0x05, "Forwarded name"), (0x06, "RAS Server service"),
    (0x1b, "Domain Master Browser"), (0x1c, "Domain Controllers"), (0x1d, "Local Master Browser"),
    (0x1e, "Browser Election Service"), (0x1f, "Net DDE Service"), (0x20, "Server service"), (0x21, "RAS client service"),
    (0x22, "Exchange Interchange (MSMail Connector)"), (0x23, "Exchange Store"), (0x24, "Exchange Directory"),
    (0x2b, "Lotus Notes Server service"), (0x30, "Modem sharing server service"),
    (0x31, "Modem sharing client service"), (0x43, "SMS Clients Remote Control"),
    (0x44, "SMS Administrators Remote Control Tool"), (0x45, "SMS Clients Remote Chat"),
    (0x46, "SMS Clients Remote Transfer"), (0x4c, "DEC Pathworks TCP/IP Service on Windows NT"),
    (0x52, "DEC Pathworks TCP/IP Service on Windows NT"), (0x6a, "Microsoft Exchange IMC"),
    (0x87, "Microsoft Exchange MTA"), (0xbe, "Network Monitor Agent"), (0xbf, "Network Monitor Analyzer"),
];

#[cfg(test)]
mod tests {
    use super::{Name, Tvb};

    #[test]
    fn names() {
        let check = |bytes: &[u8], text: &str| {
            let name = Name::read(Tvb::whole(bytes), 0).map(|name| name.text);
            assert_eq!(name.as_deref(), Ok(text));
        };
        check(b"\x20FHFAEBEECACACACACACACACACACACAAA\0", "WPAD<00>");
        check(b"\x20CKAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\x01a\0", "*<00><00><00><00><00><00><00><00><00><00><00><00><00><00><00>.a");
        // A pointer to itself.
        assert!(Name::read(Tvb::whole(b"\xc0\0"), 0).is_ok_and(|name| name.len == 2));
    }
}
