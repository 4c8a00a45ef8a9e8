//! Fields of COTP.

use super::values;

fields! { crate::proto::Proto::Cotp =>
    LI: "cotp.li", "Length", u8();
    TYPE: "cotp.type", "PDU Type", u8().hex().values(&values::TYPE);
    SRCREF: "cotp.srcref", "Source reference", u16().hex();
    DESTREF: "cotp.destref", "Destination reference", u16().hex();
    CLASS: "cotp.class", "Class", u8().mask(0xf0);
    OPTS_EXTENDED_FORMATS: "cotp.opts.extended_formats", "Extended formats", bool().mask(0x2);
    OPTS_NO_EXPLICIT_FLOW_CONTROL: "cotp.opts.no_explicit_flow_control", "No explicit flow control", bool().mask(0x1);
    TPDU_NUMBER: "cotp.tpdu-number", "TPDU number", u8().hex().mask(0x7f);
    NEXT_TPDU_NUMBER: "cotp.next-tpdu-number", "Your TPDU number", u8().hex();
    EOT: "cotp.eot", "Last data unit", bool().mask(0x80).words("Yes", "No");
    SRC_TSAP: "cotp.src-tsap", "Source TSAP", str();
    SRC_TSAP_BYTES: "cotp.src-tsap-bytes", "Source TSAP", bytes();
    DST_TSAP: "cotp.dst-tsap", "Destination TSAP", str();
    DST_TSAP_BYTES: "cotp.dst-tsap-bytes", "Destination TSAP", bytes();
    PARAMETER_CODE: "cotp.parameter_code", "Parameter code", u8().hex().values(&values::PARAMETER_CODE);
    PARAMETER_LENGTH: "cotp.parameter_length", "Parameter length", u8();
    PARAMETER_VALUE: "cotp.parameter_value", "Parameter value", bytes();
    TPDU_SIZE: "cotp.tpdu_size", "TPDU size", u8();
    CAUSE: "cotp.cause", "Cause", u8().values(&values::CAUSE);
}
