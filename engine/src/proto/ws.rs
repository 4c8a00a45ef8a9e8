//! Expert notes: `_ws.expert`, and what Wireshark says of frames that end too early.

use strato_filter_lang::value::Value;

use super::{
    Proto, Protocol,
    dissect::Cx,
    out::{F, Group, Out, Severity},
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Ws =>
    MESSAGE: "_ws.expert.message", "Message", str();
    GROUP: "_ws.expert.group", "Group", u32().values(&EXPERT_GROUP);
    SEVERITY: "_ws.expert.severity", "Severity level", u32().values(&EXPERT_SEVERITY);
}

values! {
    EXPERT_GROUP {
        0x0100_0000 => "Checksum", 0x0200_0000 => "Sequence", 0x0300_0000 => "Response", 0x0400_0000 => "Request",
        0x0500_0000 => "Undecoded", 0x0600_0000 => "Reassemble", 0x0700_0000 => "Malformed", 0x0800_0000 => "Debug",
        0x0900_0000 => "Protocol", 0x0a00_0000 => "Security", 0x0b00_0000 => "Comment", 0x0c00_0000 => "Decryption",
        0x0d00_0000 => "Assumption", 0x0e00_0000 => "Deprecated",
    }
    EXPERT_SEVERITY {
        0x0080_0000 => "Error", 0x0060_0000 => "Warning", 0x0040_0000 => "Note", 0x0020_0000 => "Chat",
        0x0010_0000 => "Comment", 0 => "Ok",
    }
}

/// Expert notes.
pub static EXPERT: Protocol = Protocol {
    name: "_ws.expert",
    title: "Expert Info",
    fields: FIELDS,
    whole_frame: &["_ws.expert", "_ws.expert.message", "_ws.expert.group", "_ws.expert.severity"],
    ..Protocol::DEFAULT
};

impl<'f> Out<'f> {
    /// Emits an expert note: the label field `note` and its severity, group and message.
    pub fn expert(&mut self, note: F, severity: Severity, group: Group, message: &str) {
        self.add(note, &[], Value::Label);
        self.note(severity, group, message);
    }

    /// Emits severity, group and message of an expert note that has no field of its own.
    pub fn note(&mut self, severity: Severity, group: Group, message: &str) {
        let own = super::registry::registry().protocol_id(Proto::Ws);
        if self.plan.wants(own) {
            self.push_protocol(own, &[]);
        }
        // Whatever says that something is malformed makes the frame so.
        let malformed = super::registry::registry().protocol_id(Proto::Malformed);
        if group == Group::Malformed && self.plan.wants(malformed) {
            self.push_protocol(malformed, &[]);
        }
        self.generated_str(f::MESSAGE, message);
        self.generated_uint(f::GROUP, group as u64);
        self.generated_uint(f::SEVERITY, severity as u64);
    }
}

/// Notes that a layer could not be dissected to its end.
pub(super) fn stopped<'f>(cx: &mut Cx<'f>, stop: Stop) {
    let proto = match stop {
        Stop::Short => Proto::Short,
        Stop::Malformed => Proto::Malformed,
    };
    cx.call(proto, Tvb::whole(&[]));
}
