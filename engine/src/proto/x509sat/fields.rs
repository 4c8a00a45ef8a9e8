//! Fields of X.509 Selected Attribute Types.

fields! { crate::proto::Proto::X509sat =>
    DIRECTORY_STRING: "x509sat.DirectoryString", "DirectoryString", u32().values(&DIRECTORY_STRING);
    UNIQUE_IDENTIFIER: "x509sat.UniqueIdentifier", "UniqueIdentifier", bytes();
    COUNTRY_NAME: "x509sat.CountryName", "CountryName", str();
    GUIDE_ELEMENT: "x509sat.Guide_element", "Guide", none();
    ENHANCED_GUIDE_ELEMENT: "x509sat.EnhancedGuide_element", "EnhancedGuide", none();
    POSTAL_ADDRESS: "x509sat.PostalAddress", "PostalAddress", u32();
    TELEPHONE_NUMBER: "x509sat.TelephoneNumber", "TelephoneNumber", str();
    TELEX_NUMBER_ELEMENT: "x509sat.TelexNumber_element", "TelexNumber", none();
    FACSIMILE_TELEPHONE_NUMBER_ELEMENT: "x509sat.FacsimileTelephoneNumber_element", "FacsimileTelephoneNumber", none();
    X121_ADDRESS: "x509sat.X121Address", "X121Address", str();
    INTERNATIONAL_ISDNNUMBER: "x509sat.InternationalISDNNumber", "InternationalISDNNumber", str();
    DESTINATION_INDICATOR: "x509sat.DestinationIndicator", "DestinationIndicator", str();
    PREFERRED_DELIVERY_METHOD: "x509sat.PreferredDeliveryMethod", "PreferredDeliveryMethod", u32();
    PRESENTATION_ADDRESS_ELEMENT: "x509sat.PresentationAddress_element", "PresentationAddress", none();
    PROTOCOL_INFORMATION_ELEMENT: "x509sat.ProtocolInformation_element", "ProtocolInformation", none();
    NAME_AND_OPTIONAL_UID_ELEMENT: "x509sat.NameAndOptionalUID_element", "NameAndOptionalUID", none();
    CASE_IGNORE_LIST_MATCH: "x509sat.CaseIgnoreListMatch", "CaseIgnoreListMatch", u32();
    OBJECT_IDENTIFIER: "x509sat.ObjectIdentifier", "ObjectIdentifier", oid();
    OCTET_STRING: "x509sat.OctetString", "OctetString", bytes();
    BIT_STRING: "x509sat.BitString", "BitString", bytes();
    INTEGER: "x509sat.Integer", "Integer", i32();
    BOOLEAN: "x509sat.Boolean", "Boolean", bool();
    GENERALIZED_TIME: "x509sat.GeneralizedTime", "GeneralizedTime", abs_time();
    UTCTIME: "x509sat.UTCTime", "UTCTime", str();
    NUMERIC_STRING: "x509sat.NumericString", "NumericString", str();
    PRINTABLE_STRING: "x509sat.PrintableString", "PrintableString", str();
    IA5_STRING: "x509sat.IA5String", "IA5String", str();
    BMPSTRING: "x509sat.BMPString", "BMPString", str();
    UNIVERSAL_STRING: "x509sat.UniversalString", "UniversalString", str();
    UTF8_STRING: "x509sat.UTF8String", "UTF8String", str();
    TELETEX_STRING: "x509sat.TeletexString", "TeletexString", str();
    T61_STRING: "x509sat.T61String", "T61String", str();
    VIDEOTEX_STRING: "x509sat.VideotexString", "VideotexString", str();
    GRAPHIC_STRING: "x509sat.GraphicString", "GraphicString", str();
    ISO646_STRING: "x509sat.ISO646String", "ISO646String", str();
    VISIBLE_STRING: "x509sat.VisibleString", "VisibleString", str();
    GENERAL_STRING: "x509sat.GeneralString", "GeneralString", str();
    GUID: "x509sat.GUID", "GUID", guid();
    TELETEX_STRING_2: "x509sat.teletexString", "teletexString", str();
    PRINTABLE_STRING_2: "x509sat.printableString", "printableString", str();
    UNIVERSAL_STRING_2: "x509sat.universalString", "universalString", str();
    BMP_STRING: "x509sat.bmpString", "bmpString", str();
    U_TF8_STRING: "x509sat.uTF8String", "uTF8String", str();
    OBJECT_CLASS: "x509sat.objectClass", "objectClass", oid();
    CRITERIA: "x509sat.criteria", "criteria", u32().values(&CRITERIA);
    TYPE: "x509sat.type", "type", u32().values(&TYPE);
    AND: "x509sat.and", "and", u32();
    T_CRITERIA: "x509sat.Criteria", "Criteria", u32().values(&CRITERIA);
    OR: "x509sat.or", "or", u32();
    NOT: "x509sat.not", "not", u32().values(&CRITERIA);
    EQUALITY: "x509sat.equality", "equality", oid();
    SUBSTRINGS: "x509sat.substrings", "substrings", oid();
    GREATER_OR_EQUAL: "x509sat.greaterOrEqual", "greaterOrEqual", oid();
    LESS_OR_EQUAL: "x509sat.lessOrEqual", "lessOrEqual", oid();
    APPROXIMATE_MATCH: "x509sat.approximateMatch", "approximateMatch", oid();
    SUBSET: "x509sat.subset", "subset", i32().values(&SUBSET);
    TELEX_NUMBER: "x509sat.telexNumber", "telexNumber", str();
    COUNTRY_CODE: "x509sat.countryCode", "countryCode", str();
    ANSWERBACK: "x509sat.answerback", "answerback", str();
    TELEPHONE_NUMBER_2: "x509sat.telephoneNumber", "telephoneNumber", str();
    PARAMETERS: "x509sat.parameters", "parameters", bytes();
    PREFERRED_DELIVERY_METHOD_ITEM: "x509sat.PreferredDeliveryMethod_item", "PreferredDeliveryMethod item",
        i32().values(&PREFERRED_DELIVERY_METHOD_ITEM);
    P_SELECTOR: "x509sat.pSelector", "pSelector", bytes();
    S_SELECTOR: "x509sat.sSelector", "sSelector", bytes();
    T_SELECTOR: "x509sat.tSelector", "tSelector", bytes();
    N_ADDRESSES: "x509sat.nAddresses", "nAddresses", u32();
    N_ADDRESSES_ITEM: "x509sat.nAddresses_item", "nAddresses item", bytes();
    N_ADDRESS: "x509sat.nAddress", "nAddress", bytes();
    PROFILES: "x509sat.profiles", "profiles", u32();
    PROFILES_ITEM: "x509sat.profiles_item", "profiles item", oid();
    DN: "x509sat.dn", "dn", u32();
    UID: "x509sat.uid", "uid", bytes();
    MATCHING_RULE_USED: "x509sat.matchingRuleUsed", "matchingRuleUsed", oid();
    ATTRIBUTE_LIST: "x509sat.attributeList", "attributeList", u32();
    ATTRIBUTE_VALUE_ASSERTION_ELEMENT: "x509sat.AttributeValueAssertion_element", "AttributeValueAssertion", none();
    SUBSTRING_ASSERTION_ITEM: "x509sat.SubstringAssertion_item", "SubstringAssertion item",
        u32().values(&SUBSTRING_ASSERTION_ITEM);
    INITIAL: "x509sat.initial", "initial", u32().values(&DIRECTORY_STRING);
    ANY: "x509sat.any", "any", u32().values(&DIRECTORY_STRING);
    FINAL: "x509sat.final", "final", u32().values(&DIRECTORY_STRING);
    CONTROL_ELEMENT: "x509sat.control_element", "control", none();
    OCTET_SUBSTRING_ASSERTION_ITEM: "x509sat.OctetSubstringAssertion_item", "OctetSubstringAssertion item",
        u32().values(&OCTET_SUBSTRING_ASSERTION_ITEM);
    ATTRIBUTE_TYPE: "x509sat.AttributeType", "AttributeType", oid();
    TIME: "x509sat.time", "time", u32().values(&TIME);
    ABSOLUTE_ELEMENT: "x509sat.absolute_element", "absolute", none();
    START_TIME: "x509sat.startTime", "startTime", abs_time();
    END_TIME: "x509sat.endTime", "endTime", abs_time();
    PERIODIC: "x509sat.periodic", "periodic", u32();
    PERIOD_ELEMENT: "x509sat.Period_element", "Period", none();
    NOT_THIS_TIME: "x509sat.notThisTime", "notThisTime", bool();
    TIME_ZONE: "x509sat.timeZone", "timeZone", i32();
    TIMES_OF_DAY: "x509sat.timesOfDay", "timesOfDay", u32();
    DAY_TIME_BAND_ELEMENT: "x509sat.DayTimeBand_element", "DayTimeBand", none();
    DAYS: "x509sat.days", "days", u32().values(&DAYS);
    INT_DAY: "x509sat.intDay", "intDay", u32();
    INT_DAY_ITEM: "x509sat.intDay_item", "intDay item", i32();
    BIT_DAY: "x509sat.bitDay", "bitDay", bytes();
    DAY_OF: "x509sat.dayOf", "dayOf", u32().values(&DAY_OF);
    WEEKS: "x509sat.weeks", "weeks", u32().values(&WEEKS);
    ALL_WEEKS_ELEMENT: "x509sat.allWeeks_element", "allWeeks", none();
    INT_WEEK: "x509sat.intWeek", "intWeek", u32();
    INT_WEEK_ITEM: "x509sat.intWeek_item", "intWeek item", i32();
    BIT_WEEK: "x509sat.bitWeek", "bitWeek", bytes();
    MONTHS: "x509sat.months", "months", u32().values(&MONTHS);
    ALL_MONTHS_ELEMENT: "x509sat.allMonths_element", "allMonths", none();
    INT_MONTH: "x509sat.intMonth", "intMonth", u32();
    INT_MONTH_ITEM: "x509sat.intMonth_item", "intMonth item", i32();
    BIT_MONTH: "x509sat.bitMonth", "bitMonth", bytes();
    YEARS: "x509sat.years", "years", u32();
    YEARS_ITEM: "x509sat.years_item", "years item", i32();
    FIRST: "x509sat.first", "first", u32().values(&FIRST);
    SECOND: "x509sat.second", "second", u32().values(&FIRST);
    THIRD: "x509sat.third", "third", u32().values(&FIRST);
    FOURTH: "x509sat.fourth", "fourth", u32().values(&FIRST);
    FIFTH: "x509sat.fifth", "fifth", u32().values(&FIRST);
    INT_NAMED_DAYS: "x509sat.intNamedDays", "intNamedDays", u32().values(&INT_NAMED_DAYS);
    BIT_NAMED_DAYS: "x509sat.bitNamedDays", "bitNamedDays", bytes();
    START_DAY_TIME_ELEMENT: "x509sat.startDayTime_element", "startDayTime", none();
    END_DAY_TIME_ELEMENT: "x509sat.endDayTime_element", "endDayTime", none();
    HOUR: "x509sat.hour", "hour", i32();
    MINUTE: "x509sat.minute", "minute", i32();
    NOW_ELEMENT: "x509sat.now_element", "now", none();
    AT: "x509sat.at", "at", abs_time();
    BETWEEN_ELEMENT: "x509sat.between_element", "between", none();
    ENTIRELY: "x509sat.entirely", "entirely", bool();
    LOCALE_ID1: "x509sat.localeID1", "localeID1", oid();
    LOCALE_ID2: "x509sat.localeID2", "localeID2", u32().values(&DIRECTORY_STRING);
    T_BIT_DAY_SUNDAY: "x509sat.T.bitDay.sunday", "sunday", bool().mask(0x80);
    T_BIT_DAY_MONDAY: "x509sat.T.bitDay.monday", "monday", bool().mask(0x40);
    T_BIT_DAY_TUESDAY: "x509sat.T.bitDay.tuesday", "tuesday", bool().mask(0x20);
    T_BIT_DAY_WEDNESDAY: "x509sat.T.bitDay.wednesday", "wednesday", bool().mask(0x10);
    T_BIT_DAY_THURSDAY: "x509sat.T.bitDay.thursday", "thursday", bool().mask(0x8);
    T_BIT_DAY_FRIDAY: "x509sat.T.bitDay.friday", "friday", bool().mask(0x4);
    T_BIT_DAY_SATURDAY: "x509sat.T.bitDay.saturday", "saturday", bool().mask(0x2);
    T_BIT_WEEK_WEEK1: "x509sat.T.bitWeek.week1", "week1", bool().mask(0x80);
    T_BIT_WEEK_WEEK2: "x509sat.T.bitWeek.week2", "week2", bool().mask(0x40);
    T_BIT_WEEK_WEEK3: "x509sat.T.bitWeek.week3", "week3", bool().mask(0x20);
    T_BIT_WEEK_WEEK4: "x509sat.T.bitWeek.week4", "week4", bool().mask(0x10);
    T_BIT_WEEK_WEEK5: "x509sat.T.bitWeek.week5", "week5", bool().mask(0x8);
    T_BIT_MONTH_JANUARY: "x509sat.T.bitMonth.january", "january", bool().mask(0x80);
    T_BIT_MONTH_FEBRUARY: "x509sat.T.bitMonth.february", "february", bool().mask(0x40);
    T_BIT_MONTH_MARCH: "x509sat.T.bitMonth.march", "march", bool().mask(0x20);
    T_BIT_MONTH_APRIL: "x509sat.T.bitMonth.april", "april", bool().mask(0x10);
    T_BIT_MONTH_MAY: "x509sat.T.bitMonth.may", "may", bool().mask(0x8);
    T_BIT_MONTH_JUNE: "x509sat.T.bitMonth.june", "june", bool().mask(0x4);
    T_BIT_MONTH_JULY: "x509sat.T.bitMonth.july", "july", bool().mask(0x2);
    T_BIT_MONTH_AUGUST: "x509sat.T.bitMonth.august", "august", bool().mask(0x1);
    T_BIT_MONTH_SEPTEMBER: "x509sat.T.bitMonth.september", "september", bool().mask(0x80);
    T_BIT_MONTH_OCTOBER: "x509sat.T.bitMonth.october", "october", bool().mask(0x40);
    T_BIT_MONTH_NOVEMBER: "x509sat.T.bitMonth.november", "november", bool().mask(0x20);
    T_BIT_MONTH_DECEMBER: "x509sat.T.bitMonth.december", "december", bool().mask(0x10);
    T_BIT_NAMED_DAYS_SUNDAY: "x509sat.T.bitNamedDays.sunday", "sunday", bool().mask(0x80);
    T_BIT_NAMED_DAYS_MONDAY: "x509sat.T.bitNamedDays.monday", "monday", bool().mask(0x40);
    T_BIT_NAMED_DAYS_TUESDAY: "x509sat.T.bitNamedDays.tuesday", "tuesday", bool().mask(0x20);
    T_BIT_NAMED_DAYS_WEDNESDAY: "x509sat.T.bitNamedDays.wednesday", "wednesday", bool().mask(0x10);
    T_BIT_NAMED_DAYS_THURSDAY: "x509sat.T.bitNamedDays.thursday", "thursday", bool().mask(0x8);
    T_BIT_NAMED_DAYS_FRIDAY: "x509sat.T.bitNamedDays.friday", "friday", bool().mask(0x4);
    T_BIT_NAMED_DAYS_SATURDAY: "x509sat.T.bitNamedDays.saturday", "saturday", bool().mask(0x2);
}

values! {
    DIRECTORY_STRING {
        0 => "teletexString", 1 => "printableString", 2 => "universalString", 3 => "bmpString", 4 => "uTF8String",
    }
    CRITERIA { 0 => "type", 1 => "and", 2 => "or", 3 => "not" }
    TYPE { 0 => "equality", 1 => "substrings", 2 => "greaterOrEqual", 3 => "lessOrEqual", 4 => "approximateMatch" }
    SUBSET { 0 => "baseObject", 1 => "oneLevel", 2 => "wholeSubtree" }
    PREFERRED_DELIVERY_METHOD_ITEM {
        0 => "any-delivery-method", 1 => "mhs-delivery", 2 => "physical-delivery", 3 => "telex-delivery",
        4 => "teletex-delivery", 5 => "g3-facsimile-delivery", 6 => "g4-facsimile-delivery",
        7 => "ia5-terminal-delivery", 8 => "videotex-delivery", 9 => "telephone-delivery",
    }
    SUBSTRING_ASSERTION_ITEM { 0 => "initial", 1 => "any", 2 => "final", 3 => "control" }
    OCTET_SUBSTRING_ASSERTION_ITEM { 0 => "initial", 1 => "any", 2 => "final" }
    TIME { 0 => "absolute", 1 => "periodic" }
    DAYS { 0 => "intDay", 1 => "bitDay", 2 => "dayOf" }
    DAY_OF { 1 => "first", 2 => "second", 3 => "third", 4 => "fourth", 5 => "fifth" }
    WEEKS { 0 => "allWeeks", 1 => "intWeek", 2 => "bitWeek" }
    MONTHS { 0 => "allMonths", 1 => "intMonth", 2 => "bitMonth" }
    FIRST { 0 => "intNamedDays", 1 => "bitNamedDays" }
    INT_NAMED_DAYS {
        1 => "sunday", 2 => "monday", 3 => "tuesday", 4 => "wednesday", 5 => "thursday", 6 => "friday",
        7 => "saturday",
    }
}
