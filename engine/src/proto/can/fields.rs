//! Fields of CAN.

use super::values;

fields! { crate::proto::Proto::Can =>
    ID: "can.id", "ID", u32();
    LEN: "can.len", "Frame-Length", u8();
    FLAGS_XTD: "can.flags.xtd", "Extended Flag", bool().mask(0x80000000);
    FLAGS_RTR: "can.flags.rtr", "Remote Transmission Request Flag", bool().mask(0x40000000);
    RESERVED: "can.reserved", "Reserved", bytes();
    PADDING: "can.padding", "Padding", bytes();
    FLAGS_ERR: "can.flags.err", "Error Message Flag", bool().mask(0x20000000);
    ERR_TX_TIMEOUT: "can.err.tx_timeout", "Transmit timeout", bool().mask(0x1);
    ERR_LOSTARB: "can.err.lostarb", "Lost arbitration", bool().mask(0x2);
    ERR_CTRL: "can.err.ctrl", "Controller problems", bool().mask(0x4);
    ERR_PROT: "can.err.prot", "Protocol violation", bool().mask(0x8);
    ERR_TRX: "can.err.trx", "Transceiver status", bool().mask(0x10);
    ERR_ACK: "can.err.ack", "No acknowledgement", bool().mask(0x20);
    ERR_BUSOFF: "can.err.busoff", "Bus off", bool().mask(0x40);
    ERR_BUSERROR: "can.err.buserror", "Bus error", bool().mask(0x80);
    ERR_RESTARTED: "can.err.restarted", "Controller restarted", bool().mask(0x100);
    ERR_RESERVED: "can.err.reserved", "Reserved", u32().hex().mask(0x1ffffe00);
    ERR_LOSTARB_BITNUM: "can.err.lostarb.bitnum", "Lost arbitration in bit number", u8();
    ERR_CTRL_RX_OVERFLOW: "can.err.ctrl.rx_overflow", "RX buffer overflow", bool().mask(0x1);
    ERR_CTRL_TX_OVERFLOW: "can.err.ctrl.tx_overflow", "TX buffer overflow", bool().mask(0x2);
    ERR_CTRL_RX_WARNING: "can.err.ctrl.rx_warning", "Reached warning level for RX errors", bool().mask(0x4);
    ERR_CTRL_TX_WARNING: "can.err.ctrl.tx_warning", "Reached warning level for TX errors", bool().mask(0x8);
    ERR_CTRL_RX_PASSIVE: "can.err.ctrl.rx_passive", "Reached error passive status RX", bool().mask(0x10);
    ERR_CTRL_TX_PASSIVE: "can.err.ctrl.tx_passive", "Reached error passive status TX", bool().mask(0x20);
    ERR_CTRL_ACTIVE: "can.err.ctrl.active", "Recovered to error active state", bool().mask(0x40);
    ERR_PROT_TYPE_BIT: "can.err.prot.type.bit", "Single bit error", bool().mask(0x1);
    ERR_PROT_TYPE_FORM: "can.err.prot.type.form", "Frame format error", bool().mask(0x2);
    ERR_PROT_TYPE_STUFF: "can.err.prot.type.stuff", "Bit stuffing error", bool().mask(0x4);
    ERR_PROT_TYPE_BIT0: "can.err.prot.type.bit0", "Unable to send dominant bit", bool().mask(0x8);
    ERR_PROT_TYPE_BIT1: "can.err.prot.type.bit1", "Unable to send recessive bit", bool().mask(0x10);
    ERR_PROT_TYPE_OVERLOAD: "can.err.prot.type.overload", "Bus overload", bool().mask(0x20);
    ERR_PROT_TYPE_ACTIVE: "can.err.prot.type.active", "Active error announcement", bool().mask(0x40);
    ERR_PROT_TYPE_TX: "can.err.prot.type.tx", "Error occurred on transmission", bool().mask(0x80);
    ERR_PROT_LOCATION: "can.err.prot.location", "Protocol error location", u8().values(&values::ERR_PROT_LOCATION);
    ERR_TRX_CANH: "can.err.trx.canh", "Transceiver CANH status", u8().mask(0xf).values(&values::ERR_TRX_CANH);
    ERR_TRX_CANL: "can.err.trx.canl", "Transceiver CANL status", u8().mask(0xf0).values(&values::ERR_TRX_CANL);
    ERR_CTRL_SPECIFIC: "can.err.ctrl_specific", "Controller specific data", bytes();
    ERR_DLC_MISMATCH: "can.err.dlc_mismatch", "ERROR: DLC mismatch", none();
}
