//! Names of its values.

values! {
    COMMAND {
        0 => "Add Group Name Query",
        1 => "Add Name Query",
        2 => "Name In Conflict",
        3 => "Status Query",
        7 => "Terminate Trace",
        8 => "Datagram",
        9 => "Broadcast Datagram",
        10 => "Name Query",
        13 => "Add Name Response",
        14 => "Name Recognized",
        15 => "Status Response",
        19 => "Terminate Trace",
        20 => "Data Ack",
        21 => "Data First Middle",
        22 => "Data Only Last",
        23 => "Session Confirm",
        24 => "Session End",
        25 => "Session Initialize",
        26 => "No Receive",
        27 => "Receive Outstanding",
        28 => "Receive Continue",
        31 => "Session Alive",
    }
    CALL_NAME_TYPE {
        0 => "Unique name",
        1 => "Group name",
    }
    NB_NAME_TYPE {
        0 => "Workstation/Redirector",
        1 => "Browser",
        2 => "Workstation/Redirector",
        3 => "Messenger service/Main name",
        5 => "Forwarded name",
        6 => "RAS Server service",
        27 => "Domain Master Browser",
        28 => "Domain Controllers",
        29 => "Local Master Browser",
        30 => "Browser Election Service",
        31 => "Net DDE Service",
        32 => "Server service",
        33 => "RAS client service",
        34 => "Exchange Interchange (MSMail Connector)",
        35 => "Exchange Store",
        36 => "Exchange Directory",
        43 => "Lotus Notes Server service",
        48 => "Modem sharing server service",
        49 => "Modem sharing client service",
        67 => "SMS Clients Remote Control",
        68 => "SMS Administrators Remote Control Tool",
        69 => "SMS Clients Remote Chat",
        70 => "SMS Clients Remote Transfer",
        76 => "DEC Pathworks TCP/IP Service on Windows NT",
        82 => "DEC Pathworks TCP/IP Service on Windows NT",
        106 => "Microsoft Exchange IMC",
        135 => "Microsoft Exchange MTA",
        190 => "Network Monitor Agent",
        191 => "Network Monitor Analyzer",
    }
    LARGEST_FRAME {
        0 => "516",
        1 => "1500",
        2 => "2052",
        3 => "4472",
        4 => "8144",
        5 => "11407",
        6 => "17800",
        7 => "65535",
    }
    STATUS {
        0 => "Add name not in process",
        1 => "Add name in process",
    }
    NAME_TYPE {
        0 => "Unique name",
        1 => "Group name",
    }
    TERMINATION_INDICATOR {
        0 => "Normal session end",
        1 => "Abnormal session end",
    }
}
