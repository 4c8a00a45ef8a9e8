//! Fields of Netscape's certificate extensions.

fields! { crate::proto::Proto::NsCertExts =>
    BASE_URL: "ns_cert_exts.BaseUrl", "BaseUrl", str();
    REVOCATION_URL: "ns_cert_exts.RevocationUrl", "RevocationUrl", str();
    CA_REVOCATION_URL: "ns_cert_exts.CaRevocationUrl", "CaRevocationUrl", str();
    CA_POLICY_URL: "ns_cert_exts.CaPolicyUrl", "CaPolicyUrl", str();
    COMMENT: "ns_cert_exts.Comment", "Comment", str();
    SSL_SERVER_NAME: "ns_cert_exts.SslServerName", "SslServerName", str();
    CERT_RENEWAL_URL: "ns_cert_exts.CertRenewalUrl", "CertRenewalUrl", str();
    CERT_TYPE: "ns_cert_exts.CertType", "CertType", bytes();
    CERT_EXTS_CERT_TYPE_SSL_CLIENT: "ns.cert.exts.CertType.ssl.client", "ssl-client", bool().mask(0x80);
    CERT_EXTS_CERT_TYPE_SSL_SERVER: "ns.cert.exts.CertType.ssl.server", "ssl-server", bool().mask(0x40);
    CERT_EXTS_CERT_TYPE_SMIME: "ns.cert.exts.CertType.smime", "smime", bool().mask(0x20);
    CERT_EXTS_CERT_TYPE_OBJECT_SIGNING: "ns.cert.exts.CertType.object.signing", "object-signing", bool().mask(0x10);
    CERT_EXTS_CERT_TYPE_RESERVED_FOR_FUTURE_USE: "ns.cert.exts.CertType.reserved.for.future.use", "reserved-for-future-use",
        bool().mask(0x8);
    CERT_EXTS_CERT_TYPE_SSL_CA: "ns.cert.exts.CertType.ssl.ca", "ssl-ca", bool().mask(0x4);
    CERT_EXTS_CERT_TYPE_SMIME_CA: "ns.cert.exts.CertType.smime.ca", "smime-ca", bool().mask(0x2);
    CERT_EXTS_CERT_TYPE_OBJECT_SIGNING_CA: "ns.cert.exts.CertType.object.signing.ca", "object-signing-ca",
        bool().mask(0x1);
}
