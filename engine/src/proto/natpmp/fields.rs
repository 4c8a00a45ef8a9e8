//! Fields of NAT-PMP.

use super::values;

fields! { crate::proto::Proto::Natpmp =>
    VERSION: "nat-pmp.version", "Version", u8();
    OPCODE: "nat-pmp.opcode", "Opcode", u8().values(&values::OPCODE);
    RESULT_CODE: "nat-pmp.result_code", "Result Code", u16().values(&values::RESULT_CODE);
    SSSOE: "nat-pmp.sssoe", "Seconds Since Start of Epoch", u32();
    EXTERNAL_IP: "nat-pmp.external_ip", "External IP Address", ipv4();
    RESERVED: "nat-pmp.reserved", "Reserved", u16();
    INTERNAL_PORT: "nat-pmp.internal_port", "Internal Port", u16();
    EXTERNAL_PORT: "nat-pmp.external_port", "Requested External Port", u16();
    PML: "nat-pmp.pml", "Requested Port Mapping Lifetime", u32();
    OPCODE_UNKNOWN: "nat-pmp.opcode.unknown", "Unknown opcode", none();
}
