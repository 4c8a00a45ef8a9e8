//! Names of values in PostgreSQL.

values! {
    AUTHTYPE {
        0 => "Success", 1 => "Kerberos V4", 2 => "Kerberos V5", 3 => "Plaintext password", 4 => "crypt()ed password",
        5 => "MD5 password", 6 => "SCM credentials", 7 => "GSSAPI", 8 => "GSSAPI/SSPI continue", 9 => "SSPI",
        10 => "SASL", 11 => "SASL continue", 12 => "SASL complete",
    }
    STATUS {
        73 => "Idle", 84 => "In a transaction", 69 => "In a failed transaction",
    }
    FORMAT {
        0 => "Text", 1 => "Binary",
    }
}
