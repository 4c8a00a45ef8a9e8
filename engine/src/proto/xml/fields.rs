//! Fields of XML.

fields! { crate::proto::Proto::Xml =>
    XMLPI: "xml.xmlpi", "XMLPI", str();
    CDATASECTION: "xml.cdatasection", "CDATASection", str();
    COMMENT: "xml.comment", "Comment", str();
    ATTRIBUTE: "xml.attribute", "Attribute", str();
    DOCTYPE: "xml.doctype", "Doctype", str();
    DTDTAG: "xml.dtdtag", "DTD Tag", str();
    CDATA: "xml.cdata", "CDATA", str();
    TAG: "xml.tag", "Tag", str();
    UNKNOWN: "xml.unknown", "Unknown", str();
    XMLPI_XML: "xml.xmlpi.xml", "xml.xmlpi.xml", str();
    XMLPI_XML_VERSION: "xml.xmlpi.xml.version", "version", str();
    XMLPI_XML_STANDALONE: "xml.xmlpi.xml.standalone", "standalone", str();
    XMLPI_XML_ENCODING: "xml.xmlpi.xml.encoding", "encoding", str();
    CLOSING_UNOPENED_TAG: "xml.closing_unopened_tag", "Closing an unopened tag", none();
    CLOSING_UNOPENED_XMPLI_TAG: "xml.closing_unopened_xmpli_tag", "Closing an unopened xmpli tag", none();
    UNRECOGNIZED_TEXT: "xml.unrecognized_text", "Unrecognized text", none();
}
