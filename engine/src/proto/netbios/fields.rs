//! Fields of NetBIOS.

use super::values;

fields! { crate::proto::Proto::Netbios =>
    COMMAND: "netbios.command", "Command", u8().hex().values(&values::COMMAND);
    HDR_LEN: "netbios.hdr_len", "Length", u16();
    DELIMITER: "netbios.delimiter", "Delimiter", u16().hex();
    XMIT_CORRL: "netbios.xmit_corrl", "Transmit Correlator", u16().hex();
    RESP_CORRL: "netbios.resp_corrl", "Response Correlator", u16().hex();
    CALL_NAME_TYPE: "netbios.call_name_type", "Caller's Name Type", u8().hex().values(&values::CALL_NAME_TYPE);
    NB_NAME_TYPE: "netbios.nb_name_type", "NetBIOS Name Type", u8().hex().values(&values::NB_NAME_TYPE);
    NB_NAME: "netbios.nb_name", "NetBIOS Name", str();
    VERSION: "netbios.version", "NetBIOS Version", bool().mask(0x1).words("2.00 or higher", "1.xx");
    NO_RECEIVE_FLAGS: "netbios.no_receive_flags", "Flags", u8().hex();
    NO_RECEIVE_FLAGS_SEND_NO_ACK: "netbios.no_receive_flags.send_no_ack", "SEND.NO.ACK data received", bool().mask(0x2).words("No", "Yes");
    LARGEST_FRAME: "netbios.largest_frame", "Largest Frame", u8().mask(0xe).values(&values::LARGEST_FRAME);
    STATUS_BUFFER_LEN: "netbios.status_buffer_len", "Length of status buffer", u16();
    STATUS: "netbios.status", "Status", u8().values(&values::STATUS);
    NAME_TYPE: "netbios.name_type", "Name type", u16().values(&values::NAME_TYPE);
    MAX_DATA_RECV_SIZE: "netbios.max_data_recv_size", "Maximum data receive size", u16();
    TERMINATION_INDICATOR: "netbios.termination_indicator", "Termination indicator", u16().hex().values(&values::TERMINATION_INDICATOR);
    NUM_DATA_BYTES_ACCEPTED: "netbios.num_data_bytes_accepted", "Number of data bytes accepted", u16();
    LOCAL_SESSION: "netbios.local_session", "Local Session No.", u8().hex();
    REMOTE_SESSION: "netbios.remote_session", "Remote Session No.", u8().hex();
    FLAGS: "netbios.flags", "Flags", u8().hex();
    FLAGS_SEND_NO_ACK: "netbios.flags.send_no_ack", "Handle SEND.NO.ACK", bool().mask(0x80).words("Yes", "No");
    FLAGS_ACK: "netbios.flags.ack", "Acknowledge", bool().mask(0x8).words("Set", "Not set");
    FLAGS_ACK_WITH_DATA: "netbios.flags.ack_with_data", "Acknowledge with data", bool().mask(0x4).words("Allowed", "Not Allowed");
    FLAGS_ACK_EXPECTED: "netbios.flags.ack_expected", "Acknowledge expected", bool().mask(0x2).words("Yes", "No");
    FLAGS_RECV_CONT_REQ: "netbios.flags.recv_cont_req", "RECEIVE_CONTINUE requested", bool().mask(0x1).words("Yes", "No");
    DATA2: "netbios.data2", "DATA2 value", u16().hex();
    DATA2_FRAME: "netbios.data2.frame", "Data length exceeds maximum frame size", bool().mask(0x8000).words("Yes", "No");
    DATA2_USER: "netbios.data2.user", "Data length exceeds user's buffer", bool().mask(0x4000).words("Yes", "No");
    DATA2_STATUS: "netbios.data2.status", "Status data length", u16().mask(0x3fff);
    DATAGRAM_MAC: "netbios.datagram_mac", "Sender's MAC Address", ether();
    DATAGRAM_BCAST_MAC: "netbios.datagram_bcast_mac", "Sender's Node Address", ether();
    RESYNC_INDICATOR: "netbios.resync_indicator", "Re-sync indicator", u16().hex();
    STATUS_REQUEST: "netbios.status_request", "Status request", u8();
    LOCAL_SESSION_NO: "netbios.local_session_no", "Local Session No.", u8().hex();
    STATE_OF_NAME: "netbios.state_of_name", "State of name", u8().hex();
    STATUS_RESPONSE: "netbios.status_response", "Status response", u8();
    FRAGMENT_OVERLAP: "netbios.fragment.overlap", "Fragment overlap", bool();
    FRAGMENT_OVERLAP_CONFLICT: "netbios.fragment.overlap.conflict", "Conflicting data in fragment overlap", bool();
    FRAGMENT_MULTIPLETAILS: "netbios.fragment.multipletails", "Multiple tail fragments found", bool();
    FRAGMENT_TOOLONGFRAGMENT: "netbios.fragment.toolongfragment", "Fragment too long", bool();
    FRAGMENT_ERROR: "netbios.fragment.error", "Defragmentation error", framenum();
    FRAGMENT_COUNT: "netbios.fragment.count", "Fragment count", u32();
    FRAGMENT: "netbios.fragment", "NetBIOS Fragment", framenum();
    FRAGMENTS: "netbios.fragments", "NetBIOS Fragments", none();
    REASSEMBLED_LENGTH: "netbios.reassembled.length", "Reassembled NetBIOS length", u32();
    UNKNOWN_COMMAND_DATA: "netbios.unknown_command_data", "Unknown NetBIOS command data", none();
}
