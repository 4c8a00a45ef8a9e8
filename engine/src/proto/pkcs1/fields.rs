//! Fields of PKCS#1.

fields! { crate::proto::Proto::Pkcs1 =>
    DSA_PARAMS_ELEMENT: "pkcs1.DSA_Params_element", "DSA-Params", none();
    DOMAIN_PARAMETERS_ELEMENT: "pkcs1.DomainParameters_element", "DomainParameters", none();
    KEA_PARAMS_ID: "pkcs1.KEA_Params_Id", "KEA-Params-Id", bytes();
    HASH_ALGORITHM_ELEMENT: "pkcs1.HashAlgorithm_element", "HashAlgorithm", none();
    RSASSA_PSS_PARAMS_ELEMENT: "pkcs1.RSASSA_PSS_params_element", "RSASSA-PSS-params", none();
    ECPARAMETERS: "pkcs1.ECParameters", "ECParameters", u32().values(&ECPARAMETERS);
    PRIME_P: "pkcs1.Prime_p", "Prime-p", i32();
    MODULUS: "pkcs1.modulus", "modulus", bytes();
    PUBLIC_EXPONENT: "pkcs1.publicExponent", "publicExponent", i32();
    DIGEST_ALGORITHM_ELEMENT: "pkcs1.digestAlgorithm_element", "digestAlgorithm", none();
    DIGEST: "pkcs1.digest", "digest", bytes();
    P: "pkcs1.p", "p", i32();
    Q: "pkcs1.q", "q", i32();
    G: "pkcs1.g", "g", i32();
    J: "pkcs1.j", "j", i32();
    VALIDATION_PARAMS_ELEMENT: "pkcs1.validationParams_element", "validationParams", none();
    SEED: "pkcs1.seed", "seed", bytes();
    PGEN_COUNTER: "pkcs1.pgenCounter", "pgenCounter", i32();
    HASH_ALGORITHM_ELEMENT_2: "pkcs1.hashAlgorithm_element", "hashAlgorithm", none();
    MASK_GEN_ALGORITHM_ELEMENT: "pkcs1.maskGenAlgorithm_element", "maskGenAlgorithm", none();
    SALT_LENGTH: "pkcs1.saltLength", "saltLength", i32();
    TRAILER_FIELD: "pkcs1.trailerField", "trailerField", i32();
    SPECIFIED_CURVE_ELEMENT: "pkcs1.specifiedCurve_element", "specifiedCurve", none();
    NAMED_CURVE: "pkcs1.namedCurve", "namedCurve", oid();
    VERSION: "pkcs1.version", "version", i32().values(&VERSION);
    FIELD_ID_ELEMENT: "pkcs1.fieldID_element", "fieldID", none();
    CURVE_ELEMENT: "pkcs1.curve_element", "curve", none();
    BASE: "pkcs1.base", "base", bytes();
    ORDER: "pkcs1.order", "order", i32();
    COFACTOR: "pkcs1.cofactor", "cofactor", i32();
    FIELD_TYPE: "pkcs1.fieldType", "fieldType", oid();
    PARAMETERS_ELEMENT: "pkcs1.parameters_element", "parameters", none();
    A: "pkcs1.a", "a", bytes();
    B: "pkcs1.b", "b", bytes();
    R: "pkcs1.r", "r", i32();
    S: "pkcs1.s", "s", i32();
}

values! {
    ECPARAMETERS { 0 => "specifiedCurve", 1 => "namedCurve" }
    VERSION { 1 => "ecpVer1" }
}
