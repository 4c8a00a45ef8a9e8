//! Fields of IRC.

fields! { crate::proto::Proto::Irc =>
    RESPONSE: "irc.response", "Response", str();
    REQUEST: "irc.request", "Request", str();
    REQUEST_PREFIX: "irc.request.prefix", "Prefix", str();
    REQUEST_COMMAND: "irc.request.command", "Command", str();
    REQUEST_COMMAND_PARAMETER: "irc.request.command_parameter", "Parameter", str();
    REQUEST_TRAILER: "irc.request.trailer", "Trailer", str();
    RESPONSE_PREFIX: "irc.response.prefix", "Prefix", str();
    RESPONSE_COMMAND: "irc.response.command", "Command", str();
    RESPONSE_NUM_COMMAND: "irc.response.num_command", "Command", u16();
    RESPONSE_COMMAND_PARAMETER: "irc.response.command_parameter", "Parameter", str();
    RESPONSE_TRAILER: "irc.response.trailer", "Trailer", str();
    CTCP: "irc.ctcp", "CTCP Data", str();
    MISSING_END_DELIMITER: "irc.missing_end_delimiter", "Missing ending tag delimiter (0x01)", none();
    TAG_DATA_INVALID: "irc.tag_data_invalid", "Tag data outside of NOTICE or PRIVMSG command", none();
    PREFIX_MISSING_ENDING_SPACE: "irc.prefix_missing_ending_space", "Prefix missing ending <space>", none();
    REQUEST_COMMAND_MISSING: "irc.request.command.missing", "Request has no command", none();
    REQUEST_COMMAND_NUMERIC: "irc.request.command.numeric", "Numeric command not allowed in request", none();
    RESPONSE_COMMAND_MISSING: "irc.response.command.missing", "Response has no command", none();
}
