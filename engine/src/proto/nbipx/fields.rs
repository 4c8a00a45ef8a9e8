//! Fields of NetBIOS over IPX.

use super::values;

fields! { crate::proto::Proto::Nbipx =>
    NMPI_PACKETTYPE: "nmpi.packettype", "Packet Type", u8().hex().values(&values::NMPI_PACKETTYPE);
    NMPI_NAME_FLAGS: "nmpi.name_flags", "Name type flag", u8().hex();
    NMPI_NAME_FLAGS_GROUP: "nmpi.name_flags.group", "Name", bool().mask(0x80).words("Group name", "Unique name");
    NMPI_NAME_FLAGS_IN_USE: "nmpi.name_flags.in_use", "In use", bool().mask(0x40).words("Used", "Not used");
    NMPI_NAME_FLAGS_REGISTERED: "nmpi.name_flags.registered", "Registered", bool().mask(0x4).words("Yes", "No");
    NMPI_NAME_FLAGS_DUPLICATED: "nmpi.name_flags.duplicated", "Duplicated", bool().mask(0x2).words("Yes", "No");
    NMPI_NAME_FLAGS_DEREGISTERED: "nmpi.name_flags.deregistered", "Deregistered", bool().mask(0x1).words("Yes", "No");
    NMPI_CONN_CONTROL: "nmpi.conn_control", "Connection control", u8().hex();
    NMPI_CONN_CONTROL_SYS_PACKET: "nmpi.conn_control.sys_packet", "Packet", bool().mask(0x80).words("System packet", "Non-system packet");
    NMPI_CONN_CONTROL_ACK: "nmpi.conn_control.ack", "Acknowledgement", bool().mask(0x40).words("Required", "Not required");
    NMPI_CONN_CONTROL_ATTENTION: "nmpi.conn_control.attention", "Attention", bool().mask(0x20).words("Yes", "No");
    NMPI_CONN_CONTROL_END_MSG: "nmpi.conn_control.end_msg", "End of message", bool().mask(0x10).words("Yes", "No");
    NMPI_CONN_CONTROL_RESEND: "nmpi.conn_control.resend", "Resend", bool().mask(0x8).words("Yes", "No");
    NMPI_SESSION_SRC_CONN_ID: "nmpi.session.src_conn_id", "Source connection ID", u16().hex();
    NMPI_SESSION_DEST_CONN_ID: "nmpi.session.dest_conn_id", "Destination connection ID", u16().hex();
    NMPI_SESSION_SEND_SEQ_NUMBER: "nmpi.session.send_seq_number", "Send sequence number", u16();
    NMPI_SESSION_TOTAL_DATA_LENGTH: "nmpi.session.total_data_length", "Total data length", u16();
    NMPI_SESSION_OFFSET: "nmpi.session.offset", "Offset", u16();
    NMPI_SESSION_DATA_LENGTH: "nmpi.session.data_length", "Data length", u16();
    NMPI_SESSION_RECV_SEQ_NUMBER: "nmpi.session.recv_seq_number", "Receive sequence number", u16();
    NMPI_SESSION_BYTES_RECEIVED: "nmpi.session.bytes_received", "Bytes received", u16();
    NMPI_IPX_NETWORK: "nmpi.ipx_network", "IPX Network", ipxnet();
    NMPI_OPCODE: "nmpi.opcode", "Opcode", u8().hex().values(&values::NMPI_OPCODE);
    NMPI_NAME_TYPE: "nmpi.name_type", "Name Type", u8().hex().values(&values::NMPI_NAME_TYPE);
    NMPI_MESSAGEID: "nmpi.messageid", "Message ID", u16().hex();
}
