//! Fields of BACnet's application layer.

use super::values;

fields! { crate::proto::Proto::Bacapp =>
    TYPE: "bacapp.type", "APDU Type", u8().mask(0xf0).values(&values::TYPE);
    SEGMENTED_REQUEST: "bacapp.segmented_request", "Segmented Request", bool().mask(0x8).words("Segmented Request", "Unsegmented Request");
    MORE_SEGMENTS: "bacapp.more_segments", "More Segments", bool().mask(0x4).words("More Segments Follow", "No More Segments Follow");
    SA: "bacapp.SA", "SA", bool().mask(0x2).words("Segmented Response accepted", "Segmented Response not accepted");
    MAX_ADPU_SIZE: "bacapp.max_adpu_size", "Size of Maximum ADPU accepted", u8().mask(0xf).values(&values::MAX_ADPU_SIZE);
    RESPONSE_SEGMENTS: "bacapp.response_segments", "Max Response Segments accepted", u8().mask(0x70).values(&values::RESPONSE_SEGMENTS);
    INVOKE_ID: "bacapp.invoke_id", "Invoke ID", u8();
    SEQUENCE_NUMBER: "bacapp.sequence_number", "Sequence Number", u8();
    WINDOW_SIZE: "bacapp.window_size", "Proposed Window Size", u8();
    CONFIRMED_SERVICE: "bacapp.confirmed_service", "Service Choice", u8().values(&values::CONFIRMED_SERVICE);
    UNCONFIRMED_SERVICE: "bacapp.unconfirmed_service", "Unconfirmed Service Choice", u8().values(&values::UNCONFIRMED_SERVICE);
    NAK: "bacapp.NAK", "NAK", bool().mask(0x2);
    REJECT_REASON: "bacapp.reject_reason", "Reject Reason", u8().values(&values::REJECT_REASON);
    ABORT_REASON: "bacapp.abort_reason", "Abort Reason", u8().values(&values::ABORT_REASON);
}
