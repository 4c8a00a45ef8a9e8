//! Names of values of VRRP.

values! {
    TYPE {
        1 => "Advertisement",
    }
    CHECKSUM_STATUS {
        0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal",
    }
    AUTH_TYPE {
        0 => "No Authentication", 1 => "Simple Text Authentication [RFC 2338] / Reserved [RFC 3768]",
        2 => "IP Authentication Header [RFC 2338] / Reserved [RFC 3768]", 254 => "Cisco VRRP MD5 authentication",
    }
}
