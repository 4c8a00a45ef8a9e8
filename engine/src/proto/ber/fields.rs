//! Basic Encoding Rules (X.690): what their own fields say of values, and tag, length, contents.

fields! { crate::proto::Proto::Ber =>
    ID_CLASS: "ber.id.class", "Class", u8().mask(0xc0).values(&ID_CLASS);
    BITSTRING_PADDING: "ber.bitstring.padding", "Padding", u8();
    BITSTRING_EMPTY: "ber.bitstring.empty", "Empty", u8();
    ID_PC: "ber.id.pc", "P/C", bool().mask(0x20).words("Constructed Encoding", "Primitive Encoding");
    ID_UNI_TAG: "ber.id.uni_tag", "Tag", u8().mask(0x1f).values(&ID_UNI_TAG);
    ID_TAG: "ber.id.tag", "Tag", u8().mask(0x1f);
    LENGTH_OCTETS: "ber.length_octets", "Length Octets", u8();
    LENGTH: "ber.length", "Length", u32();
    UNKNOWN_OCTETSTRING: "ber.unknown.OCTETSTRING", "OCTETSTRING", bytes();
    UNKNOWN_PRIMITIVE: "ber.unknown.primitive", "Primitive [BER encoded]", none();
    UNKNOWN_OID: "ber.unknown.OID", "OID", oid();
    UNKNOWN_RELATIVE_OID: "ber.unknown.relative_OID", "OID", rel_oid();
    UNKNOWN_GRAPHICSTRING: "ber.unknown.GRAPHICSTRING", "GRAPHICSTRING", str();
    UNKNOWN_NUMERIC_STRING: "ber.unknown.NumericString", "NumericString", str();
    UNKNOWN_PRINTABLE_STRING: "ber.unknown.PrintableString", "PrintableString", str();
    UNKNOWN_TELETEX_STRING: "ber.unknown.TeletexString", "TeletexString", str();
    UNKNOWN_VISIBLE_STRING: "ber.unknown.VisibleString", "VisibleString", str();
    UNKNOWN_GENERAL_STRING: "ber.unknown.GeneralString", "GeneralString", str();
    UNKNOWN_UNIVERSAL_STRING: "ber.unknown.UniversalString", "UniversalString", str();
    UNKNOWN_BMPSTRING: "ber.unknown.BMPString", "BMPString", str();
    UNKNOWN_IA5_STRING: "ber.unknown.IA5String", "IA5String", str();
    UNKNOWN_UTCTIME: "ber.unknown.UTCTime", "UTCTime", str();
    UNKNOWN_UTF8_STRING: "ber.unknown.UTF8String", "UTF8String", str();
    UNKNOWN_GENERALIZED_TIME: "ber.unknown.GeneralizedTime", "GeneralizedTime", str();
    UNKNOWN_INTEGER: "ber.unknown.INTEGER", "INTEGER", i64();
    UNKNOWN_REAL: "ber.unknown.REAL", "REAL", f64();
    UNKNOWN_BITSTRING: "ber.unknown.BITSTRING", "BITSTRING", bytes();
    UNKNOWN_BOOLEAN: "ber.unknown.BOOLEAN", "BOOLEAN", u8().hex();
    UNKNOWN_ENUMERATED: "ber.unknown.ENUMERATED", "ENUMERATED", u32();
    DIRECT_REFERENCE: "ber.direct_reference", "direct-reference", oid();
    INDIRECT_REFERENCE: "ber.indirect_reference", "indirect-reference", i32();
    DATA_VALUE_DESCRIPTOR: "ber.data_value_descriptor", "data-value-descriptor", str();
    ENCODING: "ber.encoding", "encoding", u32().values(&ENCODING);
    OCTET_ALIGNED: "ber.octet_aligned", "octet-aligned", bytes();
    ARBITRARY: "ber.arbitrary", "arbitrary", bytes();
    SINGLE_ASN1_TYPE: "ber.single_ASN1_type", "single-ASN1-type", none();
    EXTRA_DATA: "ber.extra_data", "Extra data", bytes();
    OCTET_STRING_FRAGMENTS: "ber.octet_string.fragments", "OCTET STRING fragments", none();
    OCTET_STRING_FRAGMENT: "ber.octet_string.fragment", "OCTET STRING fragment", framenum();
    OCTET_STRING_FRAGMENT_OVERLAP: "ber.octet_string.fragment.overlap", "OCTET STRING fragment overlap", bool();
    OCTET_STRING_FRAGMENT_OVERLAP_CONFLICTS: "ber.octet_string.fragment.overlap.conflicts", "OCTET STRING fragment overlapping with conflicting data",
        bool();
    OCTET_STRING_FRAGMENT_MULTIPLE_TAILS: "ber.octet_string.fragment.multiple_tails", "OCTET STRING has multiple tail fragments",
        bool();
    OCTET_STRING_FRAGMENT_TOO_LONG_FRAGMENT: "ber.octet_string.fragment.too_long_fragment", "OCTET STRING fragment too long",
        bool();
    OCTET_STRING_FRAGMENT_ERROR: "ber.octet_string.fragment.error", "OCTET STRING defragmentation error", framenum();
    OCTET_STRING_FRAGMENT_COUNT: "ber.octet_string.fragment.count", "OCTET STRING fragment count", u32();
    OCTET_STRING_REASSEMBLED_IN: "ber.octet_string.reassembled.in", "Reassembled in", framenum();
    OCTET_STRING_REASSEMBLED_LENGTH: "ber.octet_string.reassembled.length", "Reassembled OCTET STRING length", u32();
    NULL_TAG: "ber.null_tag", "NULL tag", none();
    UNKNOWN_DATA: "ber.unknown_data", "Unknown Data", bytes();
    UNKNOWN_OCTETSTRING_2: "ber.unknown_octetstring", "Unknown OctetString", bytes();
    SEQ_FIELD_EOC: "ber.seq_field_eoc", "SEQ FIELD EOC", bytes();
    SEQ_EOC: "ber.seq_eoc", "SEQ EOC", bytes();
    SET_FIELD_EOC: "ber.set_field_eoc", "SET FIELD EOC", bytes();
    SET_EOC: "ber.set_eoc", "SET EOC", bytes();
    CHOICE_EOC: "ber.choice_eoc", "CHOICE EOC", bytes();
    SEQ_OF_EOC: "ber.seq_of_eoc", "SEQ OF EOC", bytes();
    N64BIT_UINT_AS_BYTES: "ber.64bit_uint_as_bytes", "64bits unsigned integer", bytes();
    ENCODING_BOILER_PLATE: "ber.encoding_boiler_plate", "BER encoded protocol, to see BER internal fields set protocol BER preferences",
        none();
    SIZE_CONSTRAINT_STRING: "ber.size_constraint.string", "Size constraint: string", none();
    SIZE_CONSTRAINT_VALUE: "ber.size_constraint.value", "Size constraint: values", none();
    SIZE_CONSTRAINT_ITEMS: "ber.size_constraint.items", "Size constraint: items", none();
    ERROR_SEQUENCE_FIELD_WRONG: "ber.error.sequence.field_wrong", "BER Error: Wrong field in SEQUENCE", none();
    ERROR_EXPECTED_OCTET_STRING: "ber.error.expected.octet_string", "BER Error: OctetString expected", none();
    ERROR_EXPECTED_NULL: "ber.error.expected.null", "BER Error: NULL expected", none();
    ERROR_EXPECTED_NULL_ZERO_LENGTH: "ber.error.expected.null_zero_length", "BER Error: NULL type expects zero length data",
        none();
    ERROR_EXPECTED_SEQUENCE: "ber.error.expected.sequence", "BER Error: Sequence expected", none();
    ERROR_EXPECTED_SET: "ber.error.expected.set", "BER Error: SET expected", none();
    ERROR_EXPECTED_STRING: "ber.error.expected.string", "BER Error: String expected", none();
    ERROR_EXPECTED_OBJECT_IDENTIFIER: "ber.error.expected.object_identifier", "BER Error: Object Identifier expected",
        none();
    ERROR_EXPECTED_GENERALIZED_TIME: "ber.error.expected.generalized_time", "BER Error: GeneralizedTime expected",
        none();
    ERROR_EXPECTED_UTC_TIME: "ber.error.expected.utc_time", "BER Error: UTCTime expected", none();
    ERROR_EXPECTED_BITSTRING: "ber.error.expected.bitstring", "BER Error: BitString expected", none();
    ERROR_LENGTH: "ber.error.length", "BER Error: length is not valid", none();
    ERROR_WRONG_TAG_IN_TAGGED_TYPE: "ber.error.wrong_tag_in_tagged_type", "BER Error: Wrong tag in tagged type", none();
    ERROR_UNIVERSAL_TAG_UNKNOWN: "ber.error.universal_tag_unknown", "BER Error: can not handle universal", none();
    ERROR_NO_OID: "ber.error.no_oid", "BER Error: No OID supplied to call_ber_oid_callback", none();
    ERROR_OID_NOT_IMPLEMENTED: "ber.error.oid_not_implemented", "BER: Dissector for OID not implemented. Contact Wireshark developers if you want this supported",
        none();
    ERROR_SYNTAX_NOT_IMPLEMENTED: "ber.error.syntax_not_implemented", "BER: Dissector for syntax not implemented",
        none();
    ERROR_VALUE_TOO_MANY_BYTES: "ber.error.value_too_many_bytes", "Value is encoded with too many bytes", none();
    ERROR_UNKNOWN_FIELD_SEQUENCE: "ber.error.unknown_field.sequence", "BER Error: Unknown field in Sequence", none();
    ERROR_UNKNOWN_FIELD_SET: "ber.error.unknown_field.set", "BER Error: Unknown field in SET", none();
    ERROR_MISSING_FIELD_SET: "ber.error.missing_field.set", "BER Error: Missing field in SET", none();
    ERROR_EMPTY_CHOICE: "ber.error.empty_choice", "BER Error: Empty choice was found", none();
    ERROR_CHOICE_NOT_FOUND: "ber.error.choice_not_found", "BER Error: This choice field was not found", none();
    ERROR_BITS_UNKNOWN: "ber.error.bits_unknown", "BER Error: Bits unknown", none();
    ERROR_BITS_SET_PADDED: "ber.error.bits_set_padded", "BER Error: Bits set in padded area", none();
    ERROR_ILLEGAL_PADDING: "ber.error.illegal_padding", "Illegal padding", none();
    ERROR_INVALID_FORMAT_GENERALIZED_TIME: "ber.error.invalid_format.generalized_time", "BER Error: GeneralizedTime invalid format",
        none();
    ERROR_INVALID_FORMAT_UTCTIME: "ber.error.invalid_format.utctime", "BER Error: malformed UTCTime encoding", none();
    ERROR_HF_FIELD_NOT_INTEGER_TYPE: "ber.error.hf_field_not_integer_type", "Was passed a HF field that was not integer type",
        none();
    ERROR_CONSTR_BITSTR_LEN: "ber.error.constr_bitstr.len", "BER Error: malformed Bitstring encoding", none();
    ERROR_NOT_PRIMITIVE_REAL: "ber.error.not_primitive.real", "BER Error: REAL class not encoded as primitive", none();
}

values! {
    ID_CLASS { 0 => "UNIVERSAL", 1 => "APPLICATION", 2 => "CONTEXT", 3 => "PRIVATE" }
    ID_UNI_TAG {
        0 => "'end-of-content'", 1 => "BOOLEAN", 2 => "INTEGER", 3 => "BIT STRING", 4 => "OCTET STRING", 5 => "NULL",
        6 => "OBJECT IDENTIFIER", 7 => "ObjectDescriptor", 8 => "EXTERNAL", 9 => "REAL", 10 => "ENUMERATED",
        11 => "EMBEDDED PDV", 12 => "UTF8String", 13 => "RELATIVE-OID", 14 => "Reserved for future editions",
        15 => "Reserved for future editions", 16 => "SEQUENCE", 17 => "SET", 18 => "NumericString",
        19 => "PrintableString", 20 => "TeletexString, T61String", 21 => "VideotexString", 22 => "IA5String",
        23 => "UTCTime", 24 => "GeneralizedTime", 25 => "GraphicString", 26 => "VisibleString, ISO64String",
        27 => "GeneralString", 28 => "UniversalString", 29 => "CHARACTER STRING", 30 => "BMPString",
        31 => "Continued",
    }
    ENCODING { 0 => "single-ASN1-type", 1 => "octet-aligned", 2 => "arbitrary" }
}
