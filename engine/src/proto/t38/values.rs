//! Names of values of T.38.

values! {
    TYPE_OF_MSG {
        0 => "t30-indicator", 1 => "t30-data",
    }
    T30_INDICATOR {
        0 => "no-signal", 1 => "cng", 2 => "ced", 3 => "v21-preamble", 4 => "v27-2400-training",
        5 => "v27-4800-training", 6 => "v29-7200-training", 7 => "v29-9600-training", 8 => "v17-7200-short-training",
        9 => "v17-7200-long-training", 10 => "v17-9600-short-training", 11 => "v17-9600-long-training",
        12 => "v17-12000-short-training", 13 => "v17-12000-long-training", 14 => "v17-14400-short-training",
        15 => "v17-14400-long-training", 16 => "v8-ansam", 17 => "v8-signal", 18 => "v34-cntl-channel-1200",
        19 => "v34-pri-channel", 20 => "v34-CC-retrain", 21 => "v33-12000-training", 22 => "v33-14400-training",
    }
    T30_DATA {
        0 => "v21", 1 => "v27-2400", 2 => "v27-4800", 3 => "v29-7200", 4 => "v29-9600", 5 => "v17-7200",
        6 => "v17-9600", 7 => "v17-12000", 8 => "v17-14400", 9 => "v8", 10 => "v34-pri-rate", 11 => "v34-CC-1200",
        12 => "v34-pri-ch", 13 => "v33-12000", 14 => "v33-14400",
    }
    FIELD_TYPE {
        0 => "hdlc-data", 1 => "hdlc-sig-end", 2 => "hdlc-fcs-OK", 3 => "hdlc-fcs-BAD", 4 => "hdlc-fcs-OK-sig-end",
        5 => "hdlc-fcs-BAD-sig-end", 6 => "t4-non-ecm-data", 7 => "t4-non-ecm-sig-end", 8 => "cm-message",
        9 => "jm-message", 10 => "ci-message", 11 => "v34rate",
    }
    ERROR_RECOVERY {
        0 => "secondary-ifp-packets", 1 => "fec-info",
    }
}
