//! Fields of X.509 Certificate Extensions.

fields! { crate::proto::Proto::X509ce =>
    ID_CE_BASE_UPDATE_TIME: "x509ce.id_ce_baseUpdateTime", "baseUpdateTime", abs_time();
    ID_CE_INVALIDITY_DATE: "x509ce.id_ce_invalidityDate", "invalidityDate", abs_time();
    ID: "x509ce.id", "Id", oid();
    IPADDRESS_IPV4: "x509ce.IPAddress.ipv4", "iPAddress", ipv4();
    IPADDRESS_IPV6: "x509ce.IPAddress.ipv6", "iPAddress", ipv6();
    AUTHORITY_KEY_IDENTIFIER_ELEMENT: "x509ce.AuthorityKeyIdentifier_element", "AuthorityKeyIdentifier", none();
    SUBJECT_KEY_IDENTIFIER: "x509ce.SubjectKeyIdentifier", "SubjectKeyIdentifier", bytes();
    KEY_USAGE: "x509ce.KeyUsage", "KeyUsage", bytes();
    KEY_PURPOSE_IDS: "x509ce.KeyPurposeIDs", "KeyPurposeIDs", u32();
    PRIVATE_KEY_USAGE_PERIOD_ELEMENT: "x509ce.PrivateKeyUsagePeriod_element", "PrivateKeyUsagePeriod", none();
    CERTIFICATE_POLICIES_SYNTAX: "x509ce.CertificatePoliciesSyntax", "CertificatePoliciesSyntax", u32();
    POLICY_MAPPINGS_SYNTAX: "x509ce.PolicyMappingsSyntax", "PolicyMappingsSyntax", u32();
    GENERAL_NAMES: "x509ce.GeneralNames", "GeneralNames", u32();
    ATTRIBUTES_SYNTAX: "x509ce.AttributesSyntax", "AttributesSyntax", u32();
    BASIC_CONSTRAINTS_SYNTAX_ELEMENT: "x509ce.BasicConstraintsSyntax_element", "BasicConstraintsSyntax", none();
    NAME_CONSTRAINTS_SYNTAX_ELEMENT: "x509ce.NameConstraintsSyntax_element", "NameConstraintsSyntax", none();
    POLICY_CONSTRAINTS_SYNTAX_ELEMENT: "x509ce.PolicyConstraintsSyntax_element", "PolicyConstraintsSyntax", none();
    SKIP_CERTS: "x509ce.SkipCerts", "SkipCerts", u64();
    CRLNUMBER: "x509ce.CRLNumber", "CRLNumber", u64();
    CRLREASON: "x509ce.CRLReason", "CRLReason", u32().values(&CRLREASON);
    HOLD_INSTRUCTION: "x509ce.HoldInstruction", "HoldInstruction", oid();
    CRLSCOPE_SYNTAX: "x509ce.CRLScopeSyntax", "CRLScopeSyntax", u32();
    STATUS_REFERRALS: "x509ce.StatusReferrals", "StatusReferrals", u32();
    CRLSTREAM_IDENTIFIER: "x509ce.CRLStreamIdentifier", "CRLStreamIdentifier", u64();
    ORDERED_LIST_SYNTAX: "x509ce.OrderedListSyntax", "OrderedListSyntax", u32().values(&ORDERED_LIST_SYNTAX);
    DELTA_INFORMATION_ELEMENT: "x509ce.DeltaInformation_element", "DeltaInformation", none();
    CRLDIST_POINTS_SYNTAX: "x509ce.CRLDistPointsSyntax", "CRLDistPointsSyntax", u32();
    ISSUING_DIST_POINT_SYNTAX_ELEMENT: "x509ce.IssuingDistPointSyntax_element", "IssuingDistPointSyntax", none();
    BASE_CRLNUMBER: "x509ce.BaseCRLNumber", "BaseCRLNumber", u64();
    TO_BE_REVOKED_SYNTAX: "x509ce.ToBeRevokedSyntax", "ToBeRevokedSyntax", u32();
    REVOKED_GROUPS_SYNTAX: "x509ce.RevokedGroupsSyntax", "RevokedGroupsSyntax", u32();
    EXPIRED_CERTS_ON_CRL: "x509ce.ExpiredCertsOnCRL", "ExpiredCertsOnCRL", abs_time();
    AAISSUING_DIST_POINT_SYNTAX_ELEMENT: "x509ce.AAIssuingDistPointSyntax_element", "AAIssuingDistPointSyntax", none();
    CERTIFICATE_ASSERTION_ELEMENT: "x509ce.CertificateAssertion_element", "CertificateAssertion", none();
    CERTIFICATE_PAIR_EXACT_ASSERTION_ELEMENT: "x509ce.CertificatePairExactAssertion_element", "CertificatePairExactAssertion",
        none();
    CERTIFICATE_PAIR_ASSERTION_ELEMENT: "x509ce.CertificatePairAssertion_element", "CertificatePairAssertion", none();
    CERTIFICATE_LIST_EXACT_ASSERTION_ELEMENT: "x509ce.CertificateListExactAssertion_element", "CertificateListExactAssertion",
        none();
    CERTIFICATE_LIST_ASSERTION_ELEMENT: "x509ce.CertificateListAssertion_element", "CertificateListAssertion", none();
    PKI_PATH_MATCH_SYNTAX_ELEMENT: "x509ce.PkiPathMatchSyntax_element", "PkiPathMatchSyntax", none();
    ENHANCED_CERTIFICATE_ASSERTION_ELEMENT: "x509ce.EnhancedCertificateAssertion_element", "EnhancedCertificateAssertion",
        none();
    CERTIFICATE_TEMPLATE_ELEMENT: "x509ce.CertificateTemplate_element", "CertificateTemplate", none();
    ENTRUST_VERSION_INFO_ELEMENT: "x509ce.EntrustVersionInfo_element", "EntrustVersionInfo", none();
    SCRAMBLER_CAPABILITIES_ELEMENT: "x509ce.ScramblerCapabilities_element", "ScramblerCapabilities", none();
    CIPLUS_INFO: "x509ce.CiplusInfo", "CiplusInfo", bytes();
    CICAM_BRAND_ID: "x509ce.CicamBrandId", "CicamBrandId", u32();
    KEY_IDENTIFIER: "x509ce.keyIdentifier", "keyIdentifier", bytes();
    AUTHORITY_CERT_ISSUER: "x509ce.authorityCertIssuer", "authorityCertIssuer", u32();
    AUTHORITY_CERT_SERIAL_NUMBER: "x509ce.authorityCertSerialNumber", "authorityCertSerialNumber", bytes();
    KEY_PURPOSE_ID: "x509ce.KeyPurposeId", "KeyPurposeId", oid();
    NOT_BEFORE: "x509ce.notBefore", "notBefore", abs_time();
    NOT_AFTER: "x509ce.notAfter", "notAfter", abs_time();
    POLICY_INFORMATION_ELEMENT: "x509ce.PolicyInformation_element", "PolicyInformation", none();
    POLICY_IDENTIFIER: "x509ce.policyIdentifier", "policyIdentifier", oid();
    POLICY_QUALIFIERS: "x509ce.policyQualifiers", "policyQualifiers", u32();
    POLICY_QUALIFIER_INFO_ELEMENT: "x509ce.PolicyQualifierInfo_element", "PolicyQualifierInfo", none();
    POLICY_QUALIFIER_ID: "x509ce.policyQualifierId", "policyQualifierId", oid();
    QUALIFIER_ELEMENT: "x509ce.qualifier_element", "qualifier", none();
    POLICY_MAPPINGS_SYNTAX_ITEM_ELEMENT: "x509ce.PolicyMappingsSyntax_item_element", "PolicyMappingsSyntax item",
        none();
    ISSUER_DOMAIN_POLICY: "x509ce.issuerDomainPolicy", "issuerDomainPolicy", oid();
    SUBJECT_DOMAIN_POLICY: "x509ce.subjectDomainPolicy", "subjectDomainPolicy", oid();
    GENERAL_NAME: "x509ce.GeneralName", "GeneralName", u32().values(&GENERAL_NAME);
    OTHER_NAME_ELEMENT: "x509ce.otherName_element", "otherName", none();
    RFC822_NAME: "x509ce.rfc822Name", "rfc822Name", str();
    D_NSNAME: "x509ce.dNSName", "dNSName", str();
    X400_ADDRESS_ELEMENT: "x509ce.x400Address_element", "x400Address", none();
    DIRECTORY_NAME: "x509ce.directoryName", "directoryName", u32().values(&DIRECTORY_NAME);
    EDI_PARTY_NAME_ELEMENT: "x509ce.ediPartyName_element", "ediPartyName", none();
    UNIFORM_RESOURCE_IDENTIFIER: "x509ce.uniformResourceIdentifier", "uniformResourceIdentifier", str();
    I_PADDRESS: "x509ce.iPAddress", "iPAddress", bytes();
    REGISTERED_ID: "x509ce.registeredID", "registeredID", oid();
    TYPE_ID: "x509ce.type_id", "type-id", oid();
    VALUE_ELEMENT: "x509ce.value_element", "value", none();
    NAME_ASSIGNER: "x509ce.nameAssigner", "nameAssigner", u32().values(&NAME_ASSIGNER);
    PARTY_NAME: "x509ce.partyName", "partyName", u32().values(&NAME_ASSIGNER);
    ATTRIBUTE_ELEMENT: "x509ce.Attribute_element", "Attribute", none();
    C_A: "x509ce.cA", "cA", bool();
    PATH_LEN_CONSTRAINT: "x509ce.pathLenConstraint", "pathLenConstraint", u64();
    PERMITTED_SUBTREES: "x509ce.permittedSubtrees", "permittedSubtrees", u32();
    EXCLUDED_SUBTREES: "x509ce.excludedSubtrees", "excludedSubtrees", u32();
    GENERAL_SUBTREE_ELEMENT: "x509ce.GeneralSubtree_element", "GeneralSubtree", none();
    BASE: "x509ce.base", "base", u32().values(&GENERAL_NAME);
    MINIMUM: "x509ce.minimum", "minimum", u64();
    MAXIMUM: "x509ce.maximum", "maximum", u64();
    REQUIRE_EXPLICIT_POLICY: "x509ce.requireExplicitPolicy", "requireExplicitPolicy", u64();
    INHIBIT_POLICY_MAPPING: "x509ce.inhibitPolicyMapping", "inhibitPolicyMapping", u64();
    PER_AUTHORITY_SCOPE_ELEMENT: "x509ce.PerAuthorityScope_element", "PerAuthorityScope", none();
    AUTHORITY_NAME: "x509ce.authorityName", "authorityName", u32().values(&GENERAL_NAME);
    DISTRIBUTION_POINT: "x509ce.distributionPoint", "distributionPoint", u32().values(&DISTRIBUTION_POINT);
    ONLY_CONTAINS: "x509ce.onlyContains", "onlyContains", bytes();
    ONLY_SOME_REASONS: "x509ce.onlySomeReasons", "onlySomeReasons", bytes();
    SERIAL_NUMBER_RANGE_ELEMENT: "x509ce.serialNumberRange_element", "serialNumberRange", none();
    SUBJECT_KEY_ID_RANGE_ELEMENT: "x509ce.subjectKeyIdRange_element", "subjectKeyIdRange", none();
    NAME_SUBTREES: "x509ce.nameSubtrees", "nameSubtrees", u32();
    BASE_REVOCATION_INFO_ELEMENT: "x509ce.baseRevocationInfo_element", "baseRevocationInfo", none();
    STARTING_NUMBER: "x509ce.startingNumber", "startingNumber", i32();
    ENDING_NUMBER: "x509ce.endingNumber", "endingNumber", i32();
    MODULUS: "x509ce.modulus", "modulus", i32();
    C_RLSTREAM_IDENTIFIER: "x509ce.cRLStreamIdentifier", "cRLStreamIdentifier", u64();
    C_RLNUMBER: "x509ce.cRLNumber", "cRLNumber", u64();
    BASE_THIS_UPDATE: "x509ce.baseThisUpdate", "baseThisUpdate", abs_time();
    STATUS_REFERRAL: "x509ce.StatusReferral", "StatusReferral", u32().values(&STATUS_REFERRAL);
    C_RLREFERRAL_ELEMENT: "x509ce.cRLReferral_element", "cRLReferral", none();
    ISSUER: "x509ce.issuer", "issuer", u32().values(&GENERAL_NAME);
    LOCATION: "x509ce.location", "location", u32().values(&GENERAL_NAME);
    DELTA_REF_INFO_ELEMENT: "x509ce.deltaRefInfo_element", "deltaRefInfo", none();
    C_RLSCOPE: "x509ce.cRLScope", "cRLScope", u32();
    LAST_UPDATE: "x509ce.lastUpdate", "lastUpdate", abs_time();
    LAST_CHANGED_CRL: "x509ce.lastChangedCRL", "lastChangedCRL", abs_time();
    DELTA_LOCATION: "x509ce.deltaLocation", "deltaLocation", u32().values(&GENERAL_NAME);
    LAST_DELTA: "x509ce.lastDelta", "lastDelta", abs_time();
    NEXT_DELTA: "x509ce.nextDelta", "nextDelta", abs_time();
    DISTRIBUTION_POINT_ELEMENT: "x509ce.DistributionPoint_element", "DistributionPoint", none();
    REASONS: "x509ce.reasons", "reasons", bytes();
    C_RLISSUER: "x509ce.cRLIssuer", "cRLIssuer", u32();
    FULL_NAME: "x509ce.fullName", "fullName", u32();
    NAME_RELATIVE_TO_CRLISSUER: "x509ce.nameRelativeToCRLIssuer", "nameRelativeToCRLIssuer", u32();
    ONLY_CONTAINS_USER_PUBLIC_KEY_CERTS: "x509ce.onlyContainsUserPublicKeyCerts", "onlyContainsUserPublicKeyCerts",
        bool();
    ONLY_CONTAINS_CACERTS: "x509ce.onlyContainsCACerts", "onlyContainsCACerts", bool();
    INDIRECT_CRL: "x509ce.indirectCRL", "indirectCRL", bool();
    TO_BE_REVOKED_GROUP_ELEMENT: "x509ce.ToBeRevokedGroup_element", "ToBeRevokedGroup", none();
    CERTIFICATE_ISSUER: "x509ce.certificateIssuer", "certificateIssuer", u32().values(&GENERAL_NAME);
    REASON_INFO_ELEMENT: "x509ce.reasonInfo_element", "reasonInfo", none();
    REVOCATION_TIME: "x509ce.revocationTime", "revocationTime", abs_time();
    CERTIFICATE_GROUP: "x509ce.certificateGroup", "certificateGroup", u32().values(&CERTIFICATE_GROUP);
    REASON_CODE: "x509ce.reasonCode", "reasonCode", u32().values(&CRLREASON);
    HOLD_INSTRUCTION_CODE: "x509ce.holdInstructionCode", "holdInstructionCode", oid();
    SERIAL_NUMBERS: "x509ce.serialNumbers", "serialNumbers", u32();
    NAME_SUBTREE: "x509ce.nameSubtree", "nameSubtree", u32().values(&GENERAL_NAME);
    CERTIFICATE_SERIAL_NUMBER: "x509ce.CertificateSerialNumber", "CertificateSerialNumber", bytes();
    REVOKED_GROUP_ELEMENT: "x509ce.RevokedGroup_element", "RevokedGroup", none();
    INVALIDITY_DATE: "x509ce.invalidityDate", "invalidityDate", abs_time();
    REVOKEDCERTIFICATE_GROUP: "x509ce.revokedcertificateGroup", "revokedcertificateGroup",
        u32().values(&REVOKEDCERTIFICATE_GROUP);
    CONTAINS_USER_ATTRIBUTE_CERTS: "x509ce.containsUserAttributeCerts", "containsUserAttributeCerts", bool();
    CONTAINS_AACERTS: "x509ce.containsAACerts", "containsAACerts", bool();
    CONTAINS_SOAPUBLIC_KEY_CERTS: "x509ce.containsSOAPublicKeyCerts", "containsSOAPublicKeyCerts", bool();
    SERIAL_NUMBER: "x509ce.serialNumber", "serialNumber", bytes();
    SUBJECT_KEY_IDENTIFIER_2: "x509ce.subjectKeyIdentifier", "subjectKeyIdentifier", bytes();
    AUTHORITY_KEY_IDENTIFIER_ELEMENT_2: "x509ce.authorityKeyIdentifier_element", "authorityKeyIdentifier", none();
    CERTIFICATE_VALID: "x509ce.certificateValid", "certificateValid", u32().values(&CERTIFICATE_VALID);
    PRIVATE_KEY_VALID: "x509ce.privateKeyValid", "privateKeyValid", abs_time();
    SUBJECT_PUBLIC_KEY_ALG_ID: "x509ce.subjectPublicKeyAlgID", "subjectPublicKeyAlgID", oid();
    KEY_USAGE_2: "x509ce.keyUsage", "keyUsage", bytes();
    SUBJECT_ALT_NAME: "x509ce.subjectAltName", "subjectAltName", u32().values(&SUBJECT_ALT_NAME);
    POLICY: "x509ce.policy", "policy", u32();
    PATH_TO_NAME: "x509ce.pathToName", "pathToName", u32().values(&DIRECTORY_NAME);
    SUBJECT: "x509ce.subject", "subject", u32().values(&DIRECTORY_NAME);
    NAME_CONSTRAINTS_ELEMENT: "x509ce.nameConstraints_element", "nameConstraints", none();
    BUILTIN_NAME_FORM: "x509ce.builtinNameForm", "builtinNameForm", u32().values(&BUILTIN_NAME_FORM);
    OTHER_NAME_FORM: "x509ce.otherNameForm", "otherNameForm", oid();
    CERT_POLICY_ID: "x509ce.CertPolicyId", "CertPolicyId", oid();
    ISSUED_TO_THIS_CAASSERTION_ELEMENT: "x509ce.issuedToThisCAAssertion_element", "issuedToThisCAAssertion", none();
    ISSUED_BY_THIS_CAASSERTION_ELEMENT: "x509ce.issuedByThisCAAssertion_element", "issuedByThisCAAssertion", none();
    THIS_UPDATE: "x509ce.thisUpdate", "thisUpdate", u32().values(&CERTIFICATE_VALID);
    MIN_CRLNUMBER: "x509ce.minCRLNumber", "minCRLNumber", u64();
    MAX_CRLNUMBER: "x509ce.maxCRLNumber", "maxCRLNumber", u64();
    REASON_FLAGS: "x509ce.reasonFlags", "reasonFlags", bytes();
    DATE_AND_TIME: "x509ce.dateAndTime", "dateAndTime", u32().values(&CERTIFICATE_VALID);
    FIRST_ISSUER: "x509ce.firstIssuer", "firstIssuer", u32().values(&DIRECTORY_NAME);
    LAST_SUBJECT: "x509ce.lastSubject", "lastSubject", u32().values(&DIRECTORY_NAME);
    SUBJECT_ALT_NAME_ELEMENT: "x509ce.subjectAltName_element", "subjectAltName", none();
    ALTNAME_TYPE: "x509ce.altnameType", "altnameType", u32().values(&SUBJECT_ALT_NAME);
    ALT_NAME_VALUE: "x509ce.altNameValue", "altNameValue", u32().values(&GENERAL_NAME);
    TEMPLATE_ID: "x509ce.templateID", "templateID", oid();
    TEMPLATE_MAJOR_VERSION: "x509ce.templateMajorVersion", "templateMajorVersion", i32();
    TEMPLATE_MINOR_VERSION: "x509ce.templateMinorVersion", "templateMinorVersion", i32();
    ENTRUST_VERS: "x509ce.entrustVers", "entrustVers", str();
    ENTRUST_VERS_INFO_FLAGS: "x509ce.entrustVersInfoFlags", "entrustVersInfoFlags", bytes();
    CAPABILITY: "x509ce.capability", "capability", u64();
    VERSION: "x509ce.version", "version", u64();
    KEY_USAGE_DIGITAL_SIGNATURE: "x509ce.KeyUsage.digitalSignature", "digitalSignature", bool().mask(0x80);
    KEY_USAGE_CONTENT_COMMITMENT: "x509ce.KeyUsage.contentCommitment", "contentCommitment", bool().mask(0x40);
    KEY_USAGE_KEY_ENCIPHERMENT: "x509ce.KeyUsage.keyEncipherment", "keyEncipherment", bool().mask(0x20);
    KEY_USAGE_DATA_ENCIPHERMENT: "x509ce.KeyUsage.dataEncipherment", "dataEncipherment", bool().mask(0x10);
    KEY_USAGE_KEY_AGREEMENT: "x509ce.KeyUsage.keyAgreement", "keyAgreement", bool().mask(0x8);
    KEY_USAGE_KEY_CERT_SIGN: "x509ce.KeyUsage.keyCertSign", "keyCertSign", bool().mask(0x4);
    KEY_USAGE_C_RLSIGN: "x509ce.KeyUsage.cRLSign", "cRLSign", bool().mask(0x2);
    KEY_USAGE_ENCIPHER_ONLY: "x509ce.KeyUsage.encipherOnly", "encipherOnly", bool().mask(0x1);
    KEY_USAGE_DECIPHER_ONLY: "x509ce.KeyUsage.decipherOnly", "decipherOnly", bool().mask(0x80);
    ONLY_CERTIFICATE_TYPES_USER: "x509ce.OnlyCertificateTypes.user", "user", bool().mask(0x80);
    ONLY_CERTIFICATE_TYPES_AUTHORITY: "x509ce.OnlyCertificateTypes.authority", "authority", bool().mask(0x40);
    ONLY_CERTIFICATE_TYPES_ATTRIBUTE: "x509ce.OnlyCertificateTypes.attribute", "attribute", bool().mask(0x20);
    REASON_FLAGS_UNUSED: "x509ce.ReasonFlags.unused", "unused", bool().mask(0x80);
    REASON_FLAGS_KEY_COMPROMISE: "x509ce.ReasonFlags.keyCompromise", "keyCompromise", bool().mask(0x40);
    REASON_FLAGS_C_ACOMPROMISE: "x509ce.ReasonFlags.cACompromise", "cACompromise", bool().mask(0x20);
    REASON_FLAGS_AFFILIATION_CHANGED: "x509ce.ReasonFlags.affiliationChanged", "affiliationChanged", bool().mask(0x10);
    REASON_FLAGS_SUPERSEDED: "x509ce.ReasonFlags.superseded", "superseded", bool().mask(0x8);
    REASON_FLAGS_CESSATION_OF_OPERATION: "x509ce.ReasonFlags.cessationOfOperation", "cessationOfOperation",
        bool().mask(0x4);
    REASON_FLAGS_CERTIFICATE_HOLD: "x509ce.ReasonFlags.certificateHold", "certificateHold", bool().mask(0x2);
    REASON_FLAGS_PRIVILEGE_WITHDRAWN: "x509ce.ReasonFlags.privilegeWithdrawn", "privilegeWithdrawn", bool().mask(0x1);
    REASON_FLAGS_A_ACOMPROMISE: "x509ce.ReasonFlags.aACompromise", "aACompromise", bool().mask(0x80);
    ENTRUST_INFO_FLAGS_KEY_UPDATE_ALLOWED: "x509ce.EntrustInfoFlags.keyUpdateAllowed", "keyUpdateAllowed",
        bool().mask(0x80);
    ENTRUST_INFO_FLAGS_NEW_EXTENSIONS: "x509ce.EntrustInfoFlags.newExtensions", "newExtensions", bool().mask(0x40);
    ENTRUST_INFO_FLAGS_P_KIXCERTIFICATE: "x509ce.EntrustInfoFlags.pKIXCertificate", "pKIXCertificate",
        bool().mask(0x20);
    ENTRUST_INFO_FLAGS_ENTERPRISE_CATEGORY: "x509ce.EntrustInfoFlags.enterpriseCategory", "enterpriseCategory",
        bool().mask(0x10);
    ENTRUST_INFO_FLAGS_WEB_CATEGORY: "x509ce.EntrustInfoFlags.webCategory", "webCategory", bool().mask(0x8);
    ENTRUST_INFO_FLAGS_S_ETCATEGORY: "x509ce.EntrustInfoFlags.sETCategory", "sETCategory", bool().mask(0x4);
}

values! {
    CRLREASON {
        0 => "unspecified", 1 => "keyCompromise", 2 => "cACompromise", 3 => "affiliationChanged", 4 => "superseded",
        5 => "cessationOfOperation", 6 => "certificateHold", 8 => "removeFromCRL", 9 => "privilegeWithdrawn",
        10 => "aaCompromise",
    }
    ORDERED_LIST_SYNTAX { 0 => "ascSerialNum", 1 => "ascRevDate" }
    GENERAL_NAME {
        0 => "otherName", 1 => "rfc822Name", 2 => "dNSName", 3 => "x400Address", 4 => "directoryName",
        5 => "ediPartyName", 6 => "uniformResourceIdentifier", 7 => "iPAddress", 8 => "registeredID",
    }
    DIRECTORY_NAME { 0 => "rdnSequence" }
    NAME_ASSIGNER {
        0 => "teletexString", 1 => "printableString", 2 => "universalString", 3 => "bmpString", 4 => "uTF8String",
    }
    DISTRIBUTION_POINT { 0 => "fullName", 1 => "nameRelativeToCRLIssuer" }
    STATUS_REFERRAL { 0 => "cRLReferral" }
    CERTIFICATE_GROUP { 0 => "serialNumbers", 1 => "serialNumberRange", 2 => "nameSubtree" }
    REVOKEDCERTIFICATE_GROUP { 0 => "serialNumberRange", 1 => "nameSubtree" }
    CERTIFICATE_VALID { 0 => "utcTime", 1 => "generalizedTime" }
    SUBJECT_ALT_NAME { 0 => "builtinNameForm", 1 => "otherNameForm" }
    BUILTIN_NAME_FORM {
        1 => "rfc822Name", 2 => "dNSName", 3 => "x400Address", 4 => "directoryName", 5 => "ediPartyName",
        6 => "uniformResourceIdentifier", 7 => "iPAddress", 8 => "registeredId",
    }
}
