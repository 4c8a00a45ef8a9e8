//! Names of values of EAP.

values! {
    CODE {
        1 => "Request", 2 => "Response", 3 => "Success", 4 => "Failure", 5 => "Initiate", 6 => "Finish",
    }
    TYPE {
        1 => "Identity", 2 => "Notification", 3 => "Legacy Nak (Response Only)",
        4 => "MD5-Challenge EAP (EAP-MD5-CHALLENGE)", 5 => "One-Time Password EAP (EAP-OTP)",
        6 => "Generic Token Card EAP (EAP-GTC)", 7 => "Allocated", 8 => "Allocated",
        9 => "RSA Public Key Authentication EAP (EAP-RSA-PKA)", 10 => "DSS Unilateral EAP (EAP-DSS)",
        11 => "KEA EAP (EAP-KEA)", 12 => "KEA Validate EAP (EAP-KEA-VALIDATE)", 13 => "TLS EAP (EAP-TLS)",
        14 => "Defender Token EAP (EAP-AXENT)", 15 => "RSA Security SecurID EAP (EAP-RSA-SECURID)",
        16 => "Arcot Systems EAP (EAP-ARCOT-SYSTEMS)", 17 => "Cisco Wireless EAP / Lightweight EAP (EAP-LEAP)",
        18 => "GSM Subscriber Identity Modules EAP (EAP-SIM)",
        19 => "Secure Remote Password SHA1 Part 1 EAP (EAP-SRP-SHA1-PART1)",
        20 => "Secure Remote Password SHA1 Part 2 EAP (EAP-SRP-SHA1-PART2)", 21 => "Tunneled TLS EAP (EAP-TTLS)",
        22 => "Remote Access Service EAP (EAP-RAS)", 23 => "UMTS Authentication and Key Agreement EAP (EAP-AKA)",
        24 => "3Com Wireless EAP (EAP-3COM-WIRELESS)", 25 => "Protected EAP (EAP-PEAP)",
        26 => "MS-Authentication EAP (EAP-MS-AUTH)", 27 => "Mutual Authentication w/Key Exchange EAP (EAP-MAKE)",
        28 => "CRYPTOCard EAP (EAP-CRYPTOCARD)", 29 => "MS-CHAP-v2 EAP (EAP-MS-CHAP-V2)",
        30 => "DynamID EAP (EAP-DYNAMID)", 31 => "Rob EAP (EAP-ROB)",
        32 => "Protected One-Time Password EAP (EAP-POTP)", 33 => "MS-Authentication TLV EAP (EAP-MS-AUTH-TLV)",
        34 => "SentriNET (EAP-SENTRINET)", 35 => "Actiontec Wireless EAP (EAP-ACTIONTEC-WIRELESS)",
        36 => "Cogent Systems Biometrics Authentication EAP (EAP-COGENT-BIOMETRIC)",
        37 => "AirFortress EAP (EAP-AIRFORTRESS)", 38 => "HTTP Digest EAP (EAP-HTTP-DIGEST)",
        39 => "SecureSuite EAP (EAP-SECURESUITE)", 40 => "DeviceConnect EAP (EAP-DEVICECONNECT)",
        41 => "Simple Password Exponential Key Exchange EAP (EAP-SPEKE)", 42 => "MOBAC EAP (EAP-MOBAC)",
        43 => "Flexible Authentication via Secure Tunneling EAP (EAP-FAST)", 44 => "ZoneLabs EAP (EAP-ZLXEAP)",
        45 => "Link EAP (EAP-LINK)", 46 => "Password Authenticated eXchange EAP (EAP-PAX)",
        47 => "Pre-Shared Key EAP (EAP-PSK)",
        48 => "Shared-secret Authentication and Key Establishment EAP (EAP-SAKE)",
        49 => "Internet Key Exchange v2 EAP (EAP-IKEv2)",
        50 => "UMTS Authentication and Key Agreement' EAP (EAP-AKA')",
        51 => "Generalized Pre-Shared Key EAP (EAP-GPSK)", 52 => "Password EAP (EAP-pwd)",
        53 => "Encrypted Key Exchange v1 EAP (EAP-EKEv1)", 55 => "Tunneled EAP protocol", 254 => "Expanded Type",
        255 => "Experimental",
    }
}
