//! Fields of Online Certificate Status Protocol.

fields! { crate::proto::Proto::Ocsp =>
    RESPONSE_TYPE_ID: "ocsp.responseType.id", "ResponseType Id", str();
    BASIC_OCSPRESPONSE_ELEMENT: "ocsp.BasicOCSPResponse_element", "BasicOCSPResponse", none();
    ARCHIVE_CUTOFF: "ocsp.ArchiveCutoff", "ArchiveCutoff", abs_time();
    ACCEPTABLE_RESPONSES: "ocsp.AcceptableResponses", "AcceptableResponses", u32();
    SERVICE_LOCATOR_ELEMENT: "ocsp.ServiceLocator_element", "ServiceLocator", none();
    CRL_ID_ELEMENT: "ocsp.CrlID_element", "CrlID", none();
    RE_OCSP_NONCE: "ocsp.ReOcspNonce", "ReOcspNonce", bytes();
    NULL_ELEMENT: "ocsp.NULL_element", "NULL", none();
    TBS_REQUEST_ELEMENT: "ocsp.tbsRequest_element", "tbsRequest", none();
    OPTIONAL_SIGNATURE_ELEMENT: "ocsp.optionalSignature_element", "optionalSignature", none();
    VERSION: "ocsp.version", "version", i32().values(&VERSION);
    REQUESTOR_NAME: "ocsp.requestorName", "requestorName", u32().values(&REQUESTOR_NAME);
    REQUEST_LIST: "ocsp.requestList", "requestList", u32();
    REQUEST_ELEMENT: "ocsp.Request_element", "Request", none();
    REQUEST_EXTENSIONS: "ocsp.requestExtensions", "requestExtensions", u32();
    SIGNATURE_ALGORITHM_ELEMENT: "ocsp.signatureAlgorithm_element", "signatureAlgorithm", none();
    SIGNATURE: "ocsp.signature", "signature", bytes();
    CERTS: "ocsp.certs", "certs", u32();
    CERTIFICATE_ELEMENT: "ocsp.Certificate_element", "Certificate", none();
    REQ_CERT_ELEMENT: "ocsp.reqCert_element", "reqCert", none();
    SINGLE_REQUEST_EXTENSIONS: "ocsp.singleRequestExtensions", "singleRequestExtensions", u32();
    HASH_ALGORITHM_ELEMENT: "ocsp.hashAlgorithm_element", "hashAlgorithm", none();
    ISSUER_NAME_HASH: "ocsp.issuerNameHash", "issuerNameHash", bytes();
    ISSUER_KEY_HASH: "ocsp.issuerKeyHash", "issuerKeyHash", bytes();
    SERIAL_NUMBER: "ocsp.serialNumber", "serialNumber", bytes();
    RESPONSE_STATUS: "ocsp.responseStatus", "responseStatus", u32().values(&RESPONSE_STATUS);
    RESPONSE_BYTES_ELEMENT: "ocsp.responseBytes_element", "responseBytes", none();
    RESPONSE_TYPE: "ocsp.responseType", "responseType", oid();
    RESPONSE: "ocsp.response", "response", bytes();
    TBS_RESPONSE_DATA_ELEMENT: "ocsp.tbsResponseData_element", "tbsResponseData", none();
    RESPONDER_ID: "ocsp.responderID", "responderID", u32().values(&RESPONDER_ID);
    PRODUCED_AT: "ocsp.producedAt", "producedAt", abs_time();
    RESPONSES: "ocsp.responses", "responses", u32();
    SINGLE_RESPONSE_ELEMENT: "ocsp.SingleResponse_element", "SingleResponse", none();
    RESPONSE_EXTENSIONS: "ocsp.responseExtensions", "responseExtensions", u32();
    BY_NAME: "ocsp.byName", "byName", u32();
    BY_KEY: "ocsp.byKey", "byKey", bytes();
    CERT_ID_ELEMENT: "ocsp.certID_element", "certID", none();
    CERT_STATUS: "ocsp.certStatus", "certStatus", u32().values(&CERT_STATUS);
    THIS_UPDATE: "ocsp.thisUpdate", "thisUpdate", abs_time();
    NEXT_UPDATE: "ocsp.nextUpdate", "nextUpdate", abs_time();
    SINGLE_EXTENSIONS: "ocsp.singleExtensions", "singleExtensions", u32();
    GOOD_ELEMENT: "ocsp.good_element", "good", none();
    REVOKED_ELEMENT: "ocsp.revoked_element", "revoked", none();
    UNKNOWN_ELEMENT: "ocsp.unknown_element", "unknown", none();
    REVOCATION_TIME: "ocsp.revocationTime", "revocationTime", abs_time();
    REVOCATION_REASON: "ocsp.revocationReason", "revocationReason", u32().values(&REVOCATION_REASON);
    ACCEPTABLE_RESPONSES_ITEM: "ocsp.AcceptableResponses_item", "AcceptableResponses item", oid();
    ISSUER: "ocsp.issuer", "issuer", u32();
    LOCATOR: "ocsp.locator", "locator", u32();
    CRL_URL: "ocsp.crlUrl", "crlUrl", str();
    CRL_NUM: "ocsp.crlNum", "crlNum", i32();
    CRL_TIME: "ocsp.crlTime", "crlTime", abs_time();
}

values! {
    VERSION { 0 => "v1", 1 => "v2", 2 => "v3" }
    REQUESTOR_NAME {
        0 => "otherName", 1 => "rfc822Name", 2 => "dNSName", 3 => "x400Address", 4 => "directoryName",
        5 => "ediPartyName", 6 => "uniformResourceIdentifier", 7 => "iPAddress", 8 => "registeredID",
    }
    RESPONSE_STATUS {
        0 => "successful", 1 => "malformedRequest", 2 => "internalError", 3 => "tryLater", 5 => "sigRequired",
        6 => "unauthorized",
    }
    RESPONDER_ID { 1 => "byName", 2 => "byKey" }
    CERT_STATUS { 0 => "good", 1 => "revoked", 2 => "unknown" }
    REVOCATION_REASON {
        0 => "unspecified", 1 => "keyCompromise", 2 => "cACompromise", 3 => "affiliationChanged", 4 => "superseded",
        5 => "cessationOfOperation", 6 => "certificateHold", 8 => "removeFromCRL", 9 => "privilegeWithdrawn",
        10 => "aaCompromise",
    }
}
