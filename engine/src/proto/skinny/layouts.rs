//! What stands in messages, by their number.

use super::{super::out::F, fields::f};

/// A part of a message.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// A number of so many bytes.
    Number(F, u8),
    /// Bits of four bytes.
    Flags(&'static [F]),
    /// An address of either version, by what the message said before.
    Address([F; 2]),
    /// Text in so many bytes.
    Text(F, usize),
    /// Text up to its end.
    Rest(F),
    /// Texts of any length.
    Texts(&'static [F]),
    /// Bytes that no field shows.
    Skip(usize),
}

use Part::{Address, Flags, Number, Rest, Skip, Text, Texts};

pub(super) const CHANNEL_OPEN: u32 = 34;
pub(super) const START_MEDIA: u32 = 138;
pub(super) const OPEN_CHANNEL: u32 = 261;
pub(super) const MEDIA_STARTED: u32 = 340;

const LINE_AND_CALL: [Part; 2] = [Number(f::LINEINSTANCE, 4), Number(f::CALLREFERENCE, 4)];
const CODEC: [Part; 4] = [
    Number(f::CODECMODE, 1),
    Number(f::DYNAMICPAYLOAD, 1),
    Number(f::CODECPARAM1, 1),
    Number(f::CODECPARAM2, 1),
];
const KEYS: [Part; 6] = [
    Number(f::ALGORITHMID, 4),
    Number(f::KEYLEN, 2),
    Number(f::SALTLEN, 2),
    // Key and salt.
    Skip(32),
    Number(f::ISMKIPRESENT, 4),
    Number(f::KEYDERIVATIONRATE, 4),
];
const STREAM: [Part; 6] = [
    Number(f::STREAMPASSTHROUGHID, 4),
    Number(f::ASSOCIATEDSTREAMID, 4),
    Number(f::RFC2833PAYLOADTYPE, 4),
    Number(f::DTMFTYPE, 4),
    Number(f::MIXINGMODE, 4),
    Number(f::PARTYDIRECTION, 4),
];
const SOFT_KEYS: &[F] = &[
        f::SOFTKEYMASK_SOFTKEY1, f::SOFTKEYMASK_SOFTKEY2, f::SOFTKEYMASK_SOFTKEY3, f::SOFTKEYMASK_SOFTKEY4,
        f::SOFTKEYMASK_SOFTKEY5, f::SOFTKEYMASK_SOFTKEY6, f::SOFTKEYMASK_SOFTKEY7, f::SOFTKEYMASK_SOFTKEY8,
        f::SOFTKEYMASK_SOFTKEY9, f::SOFTKEYMASK_SOFTKEY10, f::SOFTKEYMASK_SOFTKEY11, f::SOFTKEYMASK_SOFTKEY12,
        f::SOFTKEYMASK_SOFTKEY13, f::SOFTKEYMASK_SOFTKEY14, f::SOFTKEYMASK_SOFTKEY15,
        f::SOFTKEYMASK_SOFTKEY16,
];
const RESTRICTED: &[F] = &[
        f::RESTRICTINFORMATIONTYPE_CALLINGPARTYNAME, f::RESTRICTINFORMATIONTYPE_CALLINGPARTYNUMBER,
        f::RESTRICTINFORMATIONTYPE_CALLINGPARTY, f::RESTRICTINFORMATIONTYPE_CALLEDPARTYNAME,
        f::RESTRICTINFORMATIONTYPE_CALLEDPARTYNUMBER, f::RESTRICTINFORMATIONTYPE_CALLEDPARTY,
        f::RESTRICTINFORMATIONTYPE_ORIGINALCALLEDPARTYNAME,
        f::RESTRICTINFORMATIONTYPE_ORIGINALCALLEDPARTYNUMBER, f::RESTRICTINFORMATIONTYPE_ORIGINALCALLEDPARTY,
        f::RESTRICTINFORMATIONTYPE_LASTREDIRECTPARTYNAME, f::RESTRICTINFORMATIONTYPE_LASTREDIRECTPARTYNUMBER,
        f::RESTRICTINFORMATIONTYPE_LASTREDIRECTPARTY, f::RESTRICTINFORMATIONTYPE_BITSRESERVED,
];

const MEDIA: &[Part] = &[
                Number(f::CONFERENCEID, 4),
                Number(f::PASSTHROUGHPARTYID, 4),
                Number(f::IPV4OR6, 4),
                Address([f::REMOTEIPADDR_IPV4, f::REMOTEIPADDR_IPV6]),
                Number(f::REMOTEPORTNUMBER, 4),
                Number(f::MILLISECONDPACKETSIZE, 4),
                Number(f::COMPRESSIONTYPE, 4),
                Number(f::PRECEDENCEVALUE, 4),
                Number(f::SSVALUE, 4),
                Number(f::MAXFRAMESPERPACKET, 2),
                Number(f::PADDING, 2),
                CODEC[0], CODEC[1], CODEC[2], CODEC[3],
                Number(f::CALLREFERENCE, 4),
                KEYS[0], KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5],
                STREAM[0], STREAM[1], STREAM[2], STREAM[3], STREAM[4], STREAM[5],
            ];

const CHANNEL: &[Part] = &[
                Number(f::CONFERENCEID, 4),
                Number(f::PASSTHROUGHPARTYID, 4),
                Number(f::MILLISECONDPACKETSIZE, 4),
                Number(f::COMPRESSIONTYPE, 4),
                Number(f::ECVALUE, 4),
                CODEC[0], CODEC[1], CODEC[2], CODEC[3],
                Number(f::CALLREFERENCE, 4),
                KEYS[0], KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5],
                STREAM[0], STREAM[1], STREAM[2], STREAM[3], STREAM[4], STREAM[5],
                Number(f::IPV4OR6, 4),
                Address([f::SOURCEIPADDR_IPV4, f::SOURCEIPADDR_IPV6]),
                Number(f::SOURCEPORTNUMBER, 4),
                Number(f::REQUESTEDIPADDRTYPE, 4),
            ];

const CALL_INFO: &[Part] = &[
            Number(f::LINEINSTANCE, 4),
            Number(f::CALLREFERENCE, 4),
            Number(f::CALLTYPE, 4),
            Number(f::ORIGINALCDPNREDIRECTREASON, 4),
            Number(f::LASTREDIRECTINGREASON, 4),
            Number(f::CALLINSTANCE, 4),
            Number(f::CALLSECURITYSTATUS, 4),
            Flags(RESTRICTED),
            Texts(&[
                f::CALLINGPARTY,
                f::ALTERNATECALLINGPARTY,
                f::CALLEDPARTY,
                f::ORIGINALCALLEDPARTY,
                f::LASTREDIRECTINGPARTY,
                f::CGPNVOICEMAILBOX,
                f::CDPNVOICEMAILBOX,
                f::ORIGINALCDPNVOICEMAILBOX,
                f::LASTREDIRECTINGVOICEMAILBOX,
                f::CALLINGPARTYNAME_2,
                f::CALLEDPARTYNAME,
                f::ORIGINALCALLEDPARTYNAME,
                f::LASTREDIRECTINGPARTYNAME,
                f::HUNTPILOTNUMBER,
                f::HUNTPILOTNAME,
            ]),
        ];

/// The parts of a message behind its number.
pub(super) fn layout(kind: u32) -> &'static [Part] {
    match kind {
        3 => &[Number(f::KPBUTTON, 4), LINE_AND_CALL[0], LINE_AND_CALL[1]],
        5 => &[Number(f::STIMULUS, 4), Number(f::STIMULUSINSTANCE, 4)],
        6 | 7 => &LINE_AND_CALL,
        CHANNEL_OPEN => &[
            Number(f::MEDIARECEPTIONSTATUS, 4),
            Number(f::IPV4OR6, 4),
            Address([f::IPADDR_IPV4, f::IPADDR_IPV6]),
            Number(f::PORTNUMBER, 4),
            Number(f::PASSTHROUGHPARTYID, 4),
            Number(f::CALLREFERENCE, 4),
        ],
        38 => &[Number(f::SOFTKEYEVENT, 4), LINE_AND_CALL[0], LINE_AND_CALL[1]],
        73 => &[Number(f::MEDIAPATHID, 4), Number(f::MEDIAPATHEVENT, 4)],
        130 => &[Number(f::TONE, 4), Number(f::TONE_OUTPUT_DIRECTION, 4), LINE_AND_CALL[0], LINE_AND_CALL[1]],
        131 => &[LINE_AND_CALL[0], LINE_AND_CALL[1], Number(f::TONE, 4)],
        133 => &[Number(f::RINGMODE, 4), Number(f::RINGDURATION, 4), LINE_AND_CALL[0], LINE_AND_CALL[1]],
        134 => &[Number(f::STIMULUS, 4), Number(f::STIMULUSINSTANCE, 4), Number(f::LAMPMODE, 4)],
        136 => &[Number(f::SPEAKERMODE, 4)],
        137 => &[Number(f::MICMODE, 4)],
        START_MEDIA => MEDIA,
        139 | 262 => &[
            Number(f::CONFERENCEID, 4),
            Number(f::PASSTHROUGHPARTYID, 4),
            Number(f::CALLREFERENCE, 4),
            Number(f::PORTHANDLINGFLAG, 4),
        ],
        OPEN_CHANNEL => CHANNEL,
        272 => &[LINE_AND_CALL[0], LINE_AND_CALL[1], Number(f::SOFTKEYSETINDEX, 4), Flags(SOFT_KEYS)],
        273 => &[
            Number(f::CALLSTATE, 4),
            Number(f::LINEINSTANCE, 4),
            Number(f::CALLREFERENCE, 4),
            Number(f::PRIVACY, 4),
            Number(f::PRECEDENCELEVEL, 4),
            Number(f::PRECEDENCEDOMAIN, 4),
        ],
        275 => &LINE_AND_CALL,
        278 => &[Number(f::LINEINSTANCE, 4)],
        285 => &[Text(f::DIALEDNUMBER, 25), LINE_AND_CALL[0], LINE_AND_CALL[1]],
        323 => &[Number(f::TIMEOUTVALUE, 4), Rest(f::NOTIFY)],
        324 => &[Number(f::TIMEOUTVALUE, 4), Number(f::PRIORITY, 4), Rest(f::NOTIFY)],
        325 => &[Number(f::TIMEOUTVALUE, 4), LINE_AND_CALL[0], LINE_AND_CALL[1], Rest(f::PROMPTSTATUS)],
        330 => CALL_INFO,
        MEDIA_STARTED => &[
            Number(f::CONFERENCEID, 4),
            Number(f::PASSTHROUGHPARTYID, 4),
            Number(f::CALLREFERENCE, 4),
            Number(f::IPV4OR6, 4),
            Address([f::TRANSMITIPADDR_IPV4, f::TRANSMITIPADDR_IPV6]),
            Number(f::PORTNUMBER, 4),
            Number(f::MEDIATRANSMISSIONSTATUS, 4),
        ],
        _ => &[],
    }
}
