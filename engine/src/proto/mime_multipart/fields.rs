//! Fields of MIME multipart bodies.

fields! { crate::proto::Proto::MimeMultipart =>
    TYPE: "mime_multipart.type", "Type", str();
    PART: "mime_multipart.part", "Encapsulated multipart part", str();
    HEADER_SECTOKEN_LENGTH: "mime_multipart.header.sectoken-length", "Length of security token", u32();
    HEADER_CONTENT_DESCRIPTION: "mime_multipart.header.content-description", "Content-Description", str();
    HEADER_CONTENT_DISPOSITION: "mime_multipart.header.content-disposition", "Content-Disposition", str();
    HEADER_CONTENT_ENCODING: "mime_multipart.header.content-encoding", "Content-Encoding", str();
    HEADER_CONTENT_ID: "mime_multipart.header.content-id", "Content-Id", str();
    HEADER_CONTENT_LANGUAGE: "mime_multipart.header.content-language", "Content-Language", str();
    HEADER_CONTENT_LENGTH: "mime_multipart.header.content-length", "Content-Length", str();
    HEADER_CONTENT_TRANSFER_ENCODING: "mime_multipart.header.content-transfer-encoding", "Content-Transfer-Encoding", str();
    HEADER_CONTENT_TYPE: "mime_multipart.header.content-type", "Content-Type", str();
    HEADER_ORIGINALCONTENT: "mime_multipart.header.originalcontent", "OriginalContent", str();
    FIRST_BOUNDARY: "mime_multipart.first_boundary", "First boundary", str();
    PREAMBLE: "mime_multipart.preamble", "Preamble", bytes();
    LAST_BOUNDARY: "mime_multipart.last_boundary", "Last boundary", str();
    BOUNDARY: "mime_multipart.boundary", "Boundary", str();
    TRAILER: "mime_multipart.trailer", "Trailer", bytes();
    NO_REQUIRED_PARAMETER: "mime_multipart.no_required_parameter", "The multipart dissector could not find a required parameter.", none();
    DECRYPTION_NOT_POSSIBLE: "mime_multipart.decryption_not_possible", "The multipart dissector could not decrypt the message.", none();
}
