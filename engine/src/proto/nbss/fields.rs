//! Fields of the NetBIOS session service.

use super::values;

fields! { crate::proto::Proto::Nbss =>
    TYPE: "nbss.type", "Message Type", u8().hex().values(&values::TYPE);
    FLAGS: "nbss.flags", "Flags", u8().hex();
    FLAGS_E: "nbss.flags.e", "Extend", bool().mask(0x1).words("Add 65536 to length", "Add 0 to length");
    LENGTH: "nbss.length", "Length", u24();
    ERROR_CODE: "nbss.error_code", "Error code", u8().hex().values(&values::ERROR_CODE);
    RETARGET_IP_ADDRESS: "nbss.retarget_ip_address", "Retarget IP address", ipv4();
    RETARGET_PORT: "nbss.retarget_port", "Retarget port", u16();
    CONTINUATION_DATA: "nbss.continuation_data", "Continuation data", bytes();
}
