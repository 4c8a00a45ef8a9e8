//! Fields of RFC 2833 RTP events.

use super::values;

fields! { crate::proto::Proto::Rtpevent =>
    EVENT_ID: "rtpevent.event_id", "Event ID", u8().values(&values::EVENT_ID);
    END_OF_EVENT: "rtpevent.end_of_event", "End of Event", bool().mask(0x80);
    RESERVED: "rtpevent.reserved", "Reserved", bool().mask(0x40);
    VOLUME: "rtpevent.volume", "Volume", u8().mask(0x3f);
    DURATION: "rtpevent.duration", "Event Duration", u16();
}
