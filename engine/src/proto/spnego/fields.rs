//! Fields of SPNEGO and of the tokens of Kerberos.

fields! { crate::proto::Proto::Spnego =>
    WRAPTOKEN: "spnego.wraptoken", "wrapToken", none();
    KRB5_BLOB: "spnego.krb5.blob", "krb5_blob", bytes();
    KRB5_OID: "spnego.krb5_oid", "KRB5 OID", str();
    KRB5_TOK_ID: "spnego.krb5.tok_id", "krb5_tok_id", u16().hex().values(&KRB5_TOK_ID);
    KRB5_SGN_ALG: "spnego.krb5.sgn_alg", "krb5_sgn_alg", u16().hex().values(&KRB5_SGN_ALG);
    KRB5_SEAL_ALG: "spnego.krb5.seal_alg", "krb5_seal_alg", u16().hex().values(&KRB5_SEAL_ALG);
    KRB5_SND_SEQ: "spnego.krb5.snd_seq", "krb5_snd_seq", bytes();
    KRB5_SGN_CKSUM: "spnego.krb5.sgn_cksum", "krb5_sgn_cksum", bytes();
    KRB5_CONFOUNDER: "spnego.krb5.confounder", "krb5_confounder", bytes();
    KRB5_FILLER: "spnego.krb5.filler", "krb5_filler", bytes();
    KRB5_CFX_FLAGS: "spnego.krb5.cfx_flags", "krb5_cfx_flags", u8().hex();
    KRB5_SEND_BY_ACCEPTOR: "spnego.krb5.send_by_acceptor", "SendByAcceptor", bool().mask(0x1).words("Set", "Not set");
    KRB5_SEALED: "spnego.krb5.sealed", "Sealed", bool().mask(0x2).words("Set", "Not set");
    KRB5_ACCEPTOR_SUBKEY: "spnego.krb5.acceptor_subkey", "AcceptorSubkey", bool().mask(0x4).words("Set", "Not set");
    KRB5_CFX_EC: "spnego.krb5.cfx_ec", "krb5_cfx_ec", u16();
    KRB5_CFX_RRC: "spnego.krb5.cfx_rrc", "krb5_cfx_rrc", u16();
    KRB5_CFX_SEQ: "spnego.krb5.cfx_seq", "krb5_cfx_seq", u64();
    NEG_TOKEN_INIT_ELEMENT: "spnego.negTokenInit_element", "negTokenInit", none();
    NEG_TOKEN_TARG_ELEMENT: "spnego.negTokenTarg_element", "negTokenTarg", none();
    MECH_TYPE: "spnego.MechType", "MechType", oid();
    MECH_TYPES: "spnego.mechTypes", "mechTypes", u32();
    REQ_FLAGS: "spnego.reqFlags", "reqFlags", bytes();
    MECH_TOKEN: "spnego.mechToken", "mechToken", bytes();
    MECH_LIST_MIC: "spnego.mechListMIC", "mechListMIC", bytes();
    HINT_NAME: "spnego.hintName", "hintName", str();
    HINT_ADDRESS: "spnego.hintAddress", "hintAddress", bytes();
    NEG_HINTS_ELEMENT: "spnego.negHints_element", "negHints", none();
    NEG_RESULT: "spnego.negResult", "negResult", u32().values(&NEG_RESULT);
    SUPPORTED_MECH: "spnego.supportedMech", "supportedMech", oid();
    RESPONSE_TOKEN: "spnego.responseToken", "responseToken", bytes();
    THIS_MECH: "spnego.thisMech", "thisMech", oid();
    INNER_CONTEXT_TOKEN_ELEMENT: "spnego.innerContextToken_element", "innerContextToken", none();
    CONTEXT_FLAGS_DELEG_FLAG: "spnego.ContextFlags.delegFlag", "delegFlag", bool().mask(0x80);
    CONTEXT_FLAGS_MUTUAL_FLAG: "spnego.ContextFlags.mutualFlag", "mutualFlag", bool().mask(0x40);
    CONTEXT_FLAGS_REPLAY_FLAG: "spnego.ContextFlags.replayFlag", "replayFlag", bool().mask(0x20);
    CONTEXT_FLAGS_SEQUENCE_FLAG: "spnego.ContextFlags.sequenceFlag", "sequenceFlag", bool().mask(0x10);
    CONTEXT_FLAGS_ANON_FLAG: "spnego.ContextFlags.anonFlag", "anonFlag", bool().mask(0x8);
    CONTEXT_FLAGS_CONF_FLAG: "spnego.ContextFlags.confFlag", "confFlag", bool().mask(0x4);
    CONTEXT_FLAGS_INTEG_FLAG: "spnego.ContextFlags.integFlag", "integFlag", bool().mask(0x2);
    DECRYPTED_KEYTYPE: "spnego.decrypted_keytype", "Decrypted keytype", none();
    UNKNOWN_HEADER: "spnego.unknown_header", "Unknown header", none();
}

values! {
    KRB5_TOK_ID {
        1 => "KRB5_AP_REQ", 2 => "KRB5_AP_REP", 3 => "KRB5_ERROR", 257 => "KRB5_GSS_GetMIC", 258 => "KRB5_GSS_Wrap",
        513 => "KRB5_GSS_Delete_sec_context", 4 => "KERB_TGT_REQUEST", 260 => "KERB_TGT_REPLY",
        1028 => "KRB_TOKEN_CFX_GetMic", 1029 => "KRB_TOKEN_CFX_WRAP",
    }
    KRB5_SGN_ALG { 0 => "DES MAC MD5", 1 => "MD2.5", 2 => "DES MAC", 17 => "HMAC" }
    KRB5_SEAL_ALG { 0 => "DES CBC", 16 => "RC4", 65535 => "None" }
    NEG_RESULT { 0 => "accept-completed", 1 => "accept-incomplete", 2 => "reject" }
}
