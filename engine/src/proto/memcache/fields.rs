//! Fields of memcached.

use super::values;

fields! { crate::proto::Proto::Memcache =>
    MAGIC: "memcache.magic", "Magic", u8().values(&values::MAGIC);
    OPCODE: "memcache.opcode", "Opcode", u8().values(&values::OPCODE);
    EXTRAS_LENGTH: "memcache.extras.length", "Extras length", u8();
    KEY_LENGTH: "memcache.key.length", "Key Length", u16();
    VALUE_LENGTH: "memcache.value.length", "Value length", u32();
    DATA_TYPE: "memcache.data_type", "Data type", u8().values(&values::DATA_TYPE);
    RESERVED: "memcache.reserved", "Reserved", u16();
    STATUS: "memcache.status", "Status", u16().values(&values::STATUS);
    TOTAL_BODY_LENGTH: "memcache.total_body_length", "Total body length", u32();
    OPAQUE: "memcache.opaque", "Opaque", u32();
    CAS: "memcache.cas", "CAS", u64();
    EXTRAS: "memcache.extras", "Extras", none();
    EXTRAS_FLAGS: "memcache.extras.flags", "Flags", u32().hex();
    EXTRAS_EXPIRATION: "memcache.extras.expiration", "Expiration", u32();
    EXTRAS_DELTA: "memcache.extras.delta", "Amount to add", u64();
    EXTRAS_INITIAL: "memcache.extras.initial", "Initial value", u64();
    EXTRAS_UNKNOWN: "memcache.extras.unknown", "Unknown", bytes();
    KEY: "memcache.key", "Key", str();
    VALUE: "memcache.value", "Value", str();
    EXTRAS_RESPONSE: "memcache.extras.response", "Response", u64();
    COMMAND: "memcache.command", "Command", str();
    SUBCOMMAND: "memcache.subcommand", "Sub command", str();
    FLAGS: "memcache.flags", "Flags", u16();
    EXPIRATION: "memcache.expiration", "Expiration", u32();
    NOREPLY: "memcache.noreply", "Noreply", str();
    RESPONSE: "memcache.response", "Response", str();
    VERSION: "memcache.version", "Version", str();
    SLABCLASS: "memcache.slabclass", "Slab class", u32();
    NAME: "memcache.name", "Stat name", str();
    NAME_VALUE: "memcache.name_value", "Stat value", str();
    EXTRAS_NOTEXPECTED: "memcache.extras.notexpected", "shall not have Extras", none();
    EXTRAS_MISSING: "memcache.extras.missing", "must have Extras", none();
    KEY_NOTEXPECTED: "memcache.key.notexpected", "shall not have Key", none();
    KEY_MISSING: "memcache.key.missing", "must have Key", none();
    VALUE_INVALID: "memcache.value.invalid", "Illegal Value length, should be 8", none();
    VALUE_NOTEXPECTED: "memcache.value.notexpected", "shall not have Value", none();
    VALUE_MISSING: "memcache.value.missing", "must have Value", none();
    MAGIC_UNKNOWN: "memcache.magic.unknown", "Unknown magic byte", none();
    OPCODE_UNKNOWN: "memcache.opcode.unknown", "Unknown opcode", none();
    STATUS_RESPONSE: "memcache.status.response", "Error response", none();
    RESERVED_EXPERT: "memcache.reserved.expert", "Reserved value", none();
}
