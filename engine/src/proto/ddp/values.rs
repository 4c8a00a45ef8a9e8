//! Names of its values.

values! {
    TYPE {
        1 => "AppleTalk Routing Table response or data",
        2 => "AppleTalk Name Binding Protocol packet",
        3 => "AppleTalk Transaction Protocol packet",
        4 => "AppleTalk Echo Protocol packet",
        5 => "AppleTalk Routing Table request",
        6 => "AppleTalk Zone Information Protocol packet",
        7 => "AppleTalk Data Stream Protocol",
        88 => "Cisco EIGRP for AppleTalk",
    }
}
