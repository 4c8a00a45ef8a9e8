//! Fields of IMAP.

fields! { crate::proto::Proto::Imap =>
    ISREQUEST: "imap.isrequest", "Request", bool();
    LINE: "imap.line", "Line", str();
    REQUEST: "imap.request", "Request", str();
    REQUEST_TAG: "imap.request_tag", "Request Tag", str();
    RESPONSE: "imap.response", "Response", str();
    RESPONSE_TAG: "imap.response_tag", "Response Tag", str();
    REQUEST_COMMAND: "imap.request.command", "Request Command", str();
    RESPONSE_COMMAND: "imap.response.command", "Response Command", str();
    RESPONSE_STATUS: "imap.response.status", "Response Status", str();
    TAG: "imap.tag", "Tag", str();
    COMMAND: "imap.command", "Command", str();
    REQUEST_FOLDER: "imap.request.folder", "Request Folder", str();
    REQUEST_COMMAND_UID: "imap.request.command.uid", "Request isUID", bool();
    REQUEST_USERNAME: "imap.request.username", "Request Username", str();
    REQUEST_PASSWORD: "imap.request.password", "Request Password", str();
    RESPONSE_IN: "imap.response_in", "Response In", framenum();
    RESPONSE_TO: "imap.response_to", "Request In", framenum();
    TIME: "imap.time", "Response Time", rel_time();
}
