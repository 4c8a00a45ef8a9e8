//! Fields of AUTOSAR's network management.

fields! { crate::proto::Proto::AutosarNm =>
    CTRL: "autosar-nm.ctrl", "Control Bit Vector", u8().hex();
    CTRL_REPEAT_MSG_REQ: "autosar-nm.ctrl.repeat_msg_req", "Repeat Message Request", bool().mask(0x1).words("Repeat Message State requested", "Repeat Message State not requested");
    CTRL_RESERVED1: "autosar-nm.ctrl.reserved1", "Reserved Bit 1", u8().mask(0x2);
    CTRL_PN_SHUTDOWN_REQUEST: "autosar-nm.ctrl.pn_shutdown_request", "PN Shutdown Request", bool().mask(0x2).words("NM message contains synchronized PN shutdown request", "NM message does not contain synchronized PN shutdown request");
    CTRL_RESERVED2: "autosar-nm.ctrl.reserved2", "Reserved Bit 2", u8().mask(0x4);
    CTRL_NM_COORD_ID: "autosar-nm.ctrl.nm_coord_id", "NM Coordinator ID", u8().mask(0x6);
    CTRL_RESERVED3: "autosar-nm.ctrl.reserved3", "Reserved Bit 3", u8().mask(0x8);
    CTRL_NM_COORD_SLEEP: "autosar-nm.ctrl.nm_coord_sleep", "NM Coordinator Sleep Ready", bool().mask(0x8).words("Start of synchronized shutdown requested", "Start of synchronized shutdown not requested");
    CTRL_RESERVED4: "autosar-nm.ctrl.reserved4", "Reserved Bit 4", u8().mask(0x10);
    CTRL_ACTIVE_WAKEUP: "autosar-nm.ctrl.active_wakeup", "Active Wakeup", bool().mask(0x10).words("Node has woken up the network", "Node has not woken up the network");
    CTRL_RESERVED5: "autosar-nm.ctrl.reserved5", "Reserved Bit 5", u8().mask(0x20);
    CTRL_PN_LEARNING: "autosar-nm.ctrl.pn_learning", "PN Learning", bool().mask(0x20).words("PNC learning is requested", "PNC learning is not requested");
    CTRL_RESERVED6: "autosar-nm.ctrl.reserved6", "Reserved Bit 6", u8().mask(0x40);
    CTRL_PNI: "autosar-nm.ctrl.pni", "Partial Network Information", bool().mask(0x40).words("NM message contains Partial Network request information", "NM message contains no Partial Network request information");
    CTRL_RESERVED7: "autosar-nm.ctrl.reserved7", "Reserved Bit 7", u8().mask(0x80);
    SRC: "autosar-nm.src", "Source Node Identifier", u8();
    USER_DATA: "autosar-nm.user_data", "User Data", bytes();
}
