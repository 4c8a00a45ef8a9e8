//! Fields of the NetBIOS name service.

use super::values;

fields! { crate::proto::Proto::Nbns =>
    FLAGS: "nbns.flags", "Flags", u16().hex();
    FLAGS_RESPONSE: "nbns.flags.response", "Response", bool().mask(0x8000).words("Message is a response", "Message is a query");
    FLAGS_OPCODE: "nbns.flags.opcode", "Opcode", u16().mask(0x7800).values(&values::FLAGS_OPCODE);
    FLAGS_AUTHORITATIVE: "nbns.flags.authoritative", "Authoritative", bool().mask(0x400).words("Server is an authority for domain", "Server is not an authority for domain");
    FLAGS_TRUNCATED: "nbns.flags.truncated", "Truncated", bool().mask(0x200).words("Message is truncated", "Message is not truncated");
    FLAGS_RECDESIRED: "nbns.flags.recdesired", "Recursion desired", bool().mask(0x100).words("Do query recursively", "Don't do query recursively");
    FLAGS_RECAVAIL: "nbns.flags.recavail", "Recursion available", bool().mask(0x80).words("Server can do recursive queries", "Server can't do recursive queries");
    FLAGS_BROADCAST: "nbns.flags.broadcast", "Broadcast", bool().mask(0x10).words("Broadcast packet", "Not a broadcast packet");
    FLAGS_RCODE: "nbns.flags.rcode", "Reply code", u16().mask(0xf).values(&values::FLAGS_RCODE);
    ID: "nbns.id", "Transaction ID", u16().hex();
    COUNT_QUERIES: "nbns.count.queries", "Questions", u16();
    COUNT_ANSWERS: "nbns.count.answers", "Answer RRs", u16();
    COUNT_AUTH_RR: "nbns.count.auth_rr", "Authority RRs", u16();
    COUNT_ADD_RR: "nbns.count.add_rr", "Additional RRs", u16();
    NAME_FLAGS: "nbns.name_flags", "Name flags", u16().hex();
    NAME_FLAGS_GROUP: "nbns.name_flags.group", "Name type", bool().mask(0x8000).words("Group name", "Unique name");
    NAME_FLAGS_ONT: "nbns.name_flags.ont", "ONT", u16().mask(0x6000).values(&values::NAME_FLAGS_ONT);
    NAME_FLAGS_DRG: "nbns.name_flags.drg", "Name is being deregistered", bool().mask(0x1000).words("Yes", "No");
    NAME_FLAGS_CNF: "nbns.name_flags.cnf", "Name is in conflict", bool().mask(0x800).words("Yes", "No");
    NAME_FLAGS_ACT: "nbns.name_flags.act", "Name is active", bool().mask(0x400).words("Yes", "No");
    NAME_FLAGS_PRM: "nbns.name_flags.prm", "Permanent node name", bool().mask(0x200).words("Yes", "No");
    NB_FLAGS: "nbns.nb_flags", "Name flags", u16().hex();
    NB_FLAGS_GROUP: "nbns.nb_flags.group", "Name type", bool().mask(0x8000).words("Group name", "Unique name");
    NB_FLAGS_ONT: "nbns.nb_flags.ont", "ONT", u16().mask(0x6000).values(&values::NB_FLAGS_ONT);
    TYPE: "nbns.type", "Type", u16().values(&values::TYPE);
    CLASS: "nbns.class", "Class", u16().values(&values::CLASS);
    NAME: "nbns.name", "Name", str();
    ADDR: "nbns.addr", "Addr", ipv4();
    NUMBER_OF_NAMES: "nbns.number_of_names", "Number of names", u8();
    UNIT_ID: "nbns.unit_id", "Unit ID", ether();
    JUMPERS: "nbns.jumpers", "Jumpers", u8().hex();
    TEST_RESULT: "nbns.test_result", "Test result", u8().hex();
    VERSION_NUMBER: "nbns.version_number", "Version number", u16().hex();
    PERIOD_OF_STATISTICS: "nbns.period_of_statistics", "Period of statistics", u16().hex();
    NUM_CRCS: "nbns.num_crcs", "Number of CRCs", u16();
    NUM_ALIGNMENT_ERRORS: "nbns.num_alignment_errors", "Number of alignment errors", u16();
    NUM_COLLISIONS: "nbns.num_collisions", "Number of collisions", u16();
    NUM_SEND_ABORTS: "nbns.num_send_aborts", "Number of send aborts", u16();
    NUM_GOOD_SENDS: "nbns.num_good_sends", "Number of good sends", u32();
    NUM_GOOD_RECEIVES: "nbns.num_good_receives", "Number of good receives", u32();
    NUMRETRANSMITS: "nbns.numretransmits", "Number of retransmits", u16();
    NUM_NO_RESOURCE_CONDITIONS: "nbns.num_no_resource_conditions", "Number of no resource conditions", u16();
    NUMCOMMAND_BLOCKS: "nbns.numcommand_blocks", "Number of command blocks", u16();
    NUMPENDING_SESSIONS: "nbns.numpending_sessions", "Number of pending sessions", u16();
    MAX_NUM_PENDING_SESSIONS: "nbns.max_num_pending_sessions", "Max number of pending sessions", u16();
    MAX_TOTAL_SESSIONS_POSSIBLE: "nbns.max_total_sessions_possible", "Max total sessions possible", u16();
    SESSION_DATA_PACKET_SIZE: "nbns.session_data_packet_size", "Session data packet size", u16();
    DATA: "nbns.data", "Data", bytes();
    NETBIOS_NAME: "nbns.netbios_name", "Name", str();
    TTL: "nbns.ttl", "Time to live", u32();
    DATA_LENGTH: "nbns.data_length", "Data length", u16();
}
