//! Fields of X.509 Authentication Framework.

fields! { crate::proto::Proto::X509af =>
    ALGORITHM_ID: "x509af.algorithm.id", "Algorithm Id", oid();
    EXTENSION_ID: "x509af.extension.id", "Extension Id", oid();
    CERTIFICATE_ELEMENT: "x509af.Certificate_element", "Certificate", none();
    SUBJECT_PUBLIC_KEY_INFO_ELEMENT: "x509af.SubjectPublicKeyInfo_element", "SubjectPublicKeyInfo", none();
    CERTIFICATE_PAIR_ELEMENT: "x509af.CertificatePair_element", "CertificatePair", none();
    CERTIFICATE_LIST_ELEMENT: "x509af.CertificateList_element", "CertificateList", none();
    ATTRIBUTE_CERTIFICATE_ELEMENT: "x509af.AttributeCertificate_element", "AttributeCertificate", none();
    DSS_PARAMS_ELEMENT: "x509af.DSS_Params_element", "DSS-Params", none();
    USERID: "x509af.Userid", "Userid", str();
    SIGNED_CERTIFICATE_ELEMENT: "x509af.signedCertificate_element", "signedCertificate", none();
    VERSION: "x509af.version", "version", i32().values(&VERSION);
    SERIAL_NUMBER: "x509af.serialNumber", "serialNumber", bytes();
    SIGNATURE_ELEMENT: "x509af.signature_element", "signature", none();
    ISSUER: "x509af.issuer", "issuer", u32().values(&ISSUER);
    VALIDITY_ELEMENT: "x509af.validity_element", "validity", none();
    SUBJECT: "x509af.subject", "subject", u32().values(&SUBJECT);
    SUBJECT_PUBLIC_KEY_INFO_ELEMENT_2: "x509af.subjectPublicKeyInfo_element", "subjectPublicKeyInfo", none();
    ISSUER_UNIQUE_IDENTIFIER: "x509af.issuerUniqueIdentifier", "issuerUniqueIdentifier", bytes();
    SUBJECT_UNIQUE_IDENTIFIER: "x509af.subjectUniqueIdentifier", "subjectUniqueIdentifier", bytes();
    EXTENSIONS: "x509af.extensions", "extensions", u32();
    ALGORITHM_IDENTIFIER_ELEMENT: "x509af.algorithmIdentifier_element", "algorithmIdentifier", none();
    ENCRYPTED: "x509af.encrypted", "encrypted", bytes();
    RDN_SEQUENCE: "x509af.rdnSequence", "rdnSequence", u32();
    ALGORITHM_ID_2: "x509af.algorithmId", "algorithmId", oid();
    PARAMETERS_ELEMENT: "x509af.parameters_element", "parameters", none();
    NOT_BEFORE: "x509af.notBefore", "notBefore", u32().values(&NOT_BEFORE);
    NOT_AFTER: "x509af.notAfter", "notAfter", u32().values(&NOT_BEFORE);
    ALGORITHM_ELEMENT: "x509af.algorithm_element", "algorithm", none();
    SUBJECT_PUBLIC_KEY: "x509af.subjectPublicKey", "subjectPublicKey", bytes();
    UTC_TIME: "x509af.utcTime", "utcTime", str();
    GENERALIZED_TIME: "x509af.generalizedTime", "generalizedTime", abs_time();
    EXTENSION_ELEMENT: "x509af.Extension_element", "Extension", none();
    EXTN_ID: "x509af.extnId", "extnId", oid();
    CRITICAL: "x509af.critical", "critical", bool();
    EXTN_VALUE: "x509af.extnValue", "extnValue", bytes();
    USER_CERTIFICATE_ELEMENT: "x509af.userCertificate_element", "userCertificate", none();
    CERTIFICATION_PATH: "x509af.certificationPath", "certificationPath", u32();
    CROSS_CERTIFICATES: "x509af.CrossCertificates", "CrossCertificates", u32();
    THE_CACERTIFICATES: "x509af.theCACertificates", "theCACertificates", u32();
    ISSUED_BY_THIS_CA_ELEMENT: "x509af.issuedByThisCA_element", "issuedByThisCA", none();
    ISSUED_TO_THIS_CA_ELEMENT: "x509af.issuedToThisCA_element", "issuedToThisCA", none();
    SIGNED_CERTIFICATE_LIST_ELEMENT: "x509af.signedCertificateList_element", "signedCertificateList", none();
    THIS_UPDATE: "x509af.thisUpdate", "thisUpdate", u32().values(&NOT_BEFORE);
    NEXT_UPDATE: "x509af.nextUpdate", "nextUpdate", u32().values(&NOT_BEFORE);
    REVOKED_CERTIFICATES: "x509af.revokedCertificates", "revokedCertificates", u32();
    REVOKED_CERTIFICATES_ITEM_ELEMENT: "x509af.revokedCertificates_item_element", "revokedCertificates item", none();
    USER_CERTIFICATE: "x509af.userCertificate", "userCertificate", bytes();
    REVOCATION_DATE: "x509af.revocationDate", "revocationDate", u32().values(&NOT_BEFORE);
    CRL_ENTRY_EXTENSIONS: "x509af.crlEntryExtensions", "crlEntryExtensions", u32();
    CRL_EXTENSIONS: "x509af.crlExtensions", "crlExtensions", u32();
    ATTRIBUTE_CERTIFICATE_ELEMENT_2: "x509af.attributeCertificate_element", "attributeCertificate", none();
    AC_PATH: "x509af.acPath", "acPath", u32();
    ACPATH_DATA_ELEMENT: "x509af.ACPathData_element", "ACPathData", none();
    CERTIFICATE_ELEMENT_2: "x509af.certificate_element", "certificate", none();
    SIGNED_ATTRIBUTE_CERTIFICATE_INFO_ELEMENT: "x509af.signedAttributeCertificateInfo_element", "signedAttributeCertificateInfo",
        none();
    BASE_CERTIFICATE_ID_ELEMENT: "x509af.baseCertificateID_element", "baseCertificateID", none();
    SUBJECT_NAME: "x509af.subjectName", "subjectName", u32().values(&ISSUER);
    ATT_CERT_VALIDITY_PERIOD_ELEMENT: "x509af.attCertValidityPeriod_element", "attCertValidityPeriod", none();
    ATTRIBUTES: "x509af.attributes", "attributes", u32();
    ATTRIBUTE_ELEMENT: "x509af.Attribute_element", "Attribute", none();
    ISSUER_UNIQUE_ID: "x509af.issuerUniqueID", "issuerUniqueID", bytes();
    SERIAL: "x509af.serial", "serial", bytes();
    ISSUER_UID: "x509af.issuerUID", "issuerUID", bytes();
    NOT_BEFORE_TIME: "x509af.notBeforeTime", "notBeforeTime", abs_time();
    NOT_AFTER_TIME: "x509af.notAfterTime", "notAfterTime", abs_time();
    ATT_CERT_VALIDITY: "x509af.attCertValidity", "attCertValidity", abs_time();
    ATT_TYPE: "x509af.attType", "attType", u32();
    ATTRIBUTE_TYPE: "x509af.AttributeType", "AttributeType", oid();
    P: "x509af.p", "p", bytes();
    Q: "x509af.q", "q", bytes();
    G: "x509af.g", "g", bytes();
}

values! {
    VERSION { 0 => "v1", 1 => "v2", 2 => "v3" }
    ISSUER { 0 => "rdnSequence" }
    SUBJECT { 0 => "rdnSequence", 1 => "subjectName" }
    NOT_BEFORE { 0 => "utcTime", 1 => "generalizedTime" }
}
