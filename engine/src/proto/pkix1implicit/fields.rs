//! Fields of PKIX1Implitit.

fields! { crate::proto::Proto::Pkix1implicit =>
    DUMMY_ELEMENT: "pkix1implicit.Dummy_element", "Dummy", none();
    AUTHORITY_INFO_ACCESS_SYNTAX: "pkix1implicit.AuthorityInfoAccessSyntax", "AuthorityInfoAccessSyntax", u32();
    USER_NOTICE_ELEMENT: "pkix1implicit.UserNotice_element", "UserNotice", none();
    ACCESS_DESCRIPTION_ELEMENT: "pkix1implicit.AccessDescription_element", "AccessDescription", none();
    ACCESS_METHOD: "pkix1implicit.accessMethod", "accessMethod", oid();
    ACCESS_LOCATION: "pkix1implicit.accessLocation", "accessLocation", u32();
    NOTICE_REF_ELEMENT: "pkix1implicit.noticeRef_element", "noticeRef", none();
    EXPLICIT_TEXT: "pkix1implicit.explicitText", "explicitText", u32().values(&EXPLICIT_TEXT);
    ORGANIZATION: "pkix1implicit.organization", "organization", u32().values(&EXPLICIT_TEXT);
    NOTICE_NUMBERS: "pkix1implicit.noticeNumbers", "noticeNumbers", u32();
    NOTICE_NUMBERS_ITEM: "pkix1implicit.noticeNumbers_item", "noticeNumbers item", i32();
    IA5_STRING: "pkix1implicit.ia5String", "ia5String", str();
    VISIBLE_STRING: "pkix1implicit.visibleString", "visibleString", str();
    BMP_STRING: "pkix1implicit.bmpString", "bmpString", str();
    UTF8_STRING: "pkix1implicit.utf8String", "utf8String", str();
}

values! {
    EXPLICIT_TEXT { 0 => "ia5String", 1 => "visibleString", 2 => "bmpString", 3 => "utf8String" }
}
