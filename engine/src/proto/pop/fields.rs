//! Fields of POP3.

fields! { crate::proto::Proto::Pop =>
    RESPONSE: "pop.response", "Response", str();
    RESPONSE_INDICATOR: "pop.response.indicator", "Response indicator", str();
    RESPONSE_DESCRIPTION: "pop.response.description", "Response description", str();
    RESPONSE_DATA: "pop.response.data", "Data", str();
    REQUEST: "pop.request", "Request", str();
    REQUEST_COMMAND: "pop.request.command", "Request command", str();
    REQUEST_PARAMETER: "pop.request.parameter", "Request parameter", str();
    REQUEST_DATA: "pop.request.data", "Data", str();
    DATA_FRAGMENTS: "pop.data.fragments", "DATA fragments", none();
    DATA_FRAGMENT: "pop.data.fragment", "DATA fragment", framenum();
    DATA_FRAGMENT_OVERLAP: "pop.data.fragment.overlap", "DATA fragment overlap", bool();
    DATA_FRAGMENT_OVERLAP_CONFLICTS: "pop.data.fragment.overlap.conflicts", "DATA fragment overlapping with conflicting data", bool();
    DATA_FRAGMENT_MULTIPLE_TAILS: "pop.data.fragment.multiple_tails", "DATA has multiple tail fragments", bool();
    DATA_FRAGMENT_TOO_LONG_FRAGMENT: "pop.data.fragment.too_long_fragment", "DATA fragment too long", bool();
    DATA_FRAGMENT_ERROR: "pop.data.fragment.error", "DATA defragmentation error", framenum();
    DATA_FRAGMENT_COUNT: "pop.data.fragment.count", "DATA fragment count", u32();
    DATA_REASSEMBLED_IN: "pop.data.reassembled.in", "Reassembled DATA in frame", framenum();
    DATA_REASSEMBLED_LENGTH: "pop.data.reassembled.length", "Reassembled DATA length", u32();
    RESPONSE_TOT_LEN_INVALID: "pop.response.tot_len.invalid", "Length must be a string containing an integer", none();
}
