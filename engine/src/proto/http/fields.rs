//! Fields of HTTP.

fields! { crate::proto::Proto::Http =>
    ACCEPT: "http.accept", "Accept", str();
    ACCEPT_ENCODING: "http.accept_encoding", "Accept Encoding", str();
    ACCEPT_LANGUAGE: "http.accept_language", "Accept-Language", str();
    AUTHBASIC: "http.authbasic", "Credentials", str();
    AUTHCITRIX: "http.authcitrix", "Citrix AG Auth", bool();
    AUTHCITRIX_DOMAIN: "http.authcitrix.domain", "Citrix AG Domain", str();
    AUTHCITRIX_PASSWORD: "http.authcitrix.password", "Citrix AG Password", str();
    AUTHCITRIX_SESSION: "http.authcitrix.session", "Citrix AG Session ID", str();
    AUTHCITRIX_USER: "http.authcitrix.user", "Citrix AG Username", str();
    AUTHORIZATION: "http.authorization", "Authorization", str();
    BAD_HEADER_NAME: "http.bad_header_name", "Illegal characters found in header name", none();
    BODY_FRAGMENT: "http.body.fragment", "HTTP Chunked Body fragment", framenum();
    BODY_FRAGMENT_COUNT: "http.body.fragment.count", "HTTP Chunked Body fragment count", u32();
    BODY_FRAGMENT_ERROR: "http.body.fragment.error", "HTTP Chunked Body defragment error", framenum();
    BODY_FRAGMENT_MULTIPLE_TAILS: "http.body.fragment.multiple_tails", "HTTP Chunked Body has multiple tail fragments", bool();
    BODY_FRAGMENT_OVERLAP: "http.body.fragment.overlap", "HTTP Chunked Body fragment overlap", bool();
    BODY_FRAGMENT_OVERLAP_CONFLICTS: "http.body.fragment.overlap.conflicts", "HTTP Chunked Body fragment overlapping with conflicting data", bool();
    BODY_FRAGMENT_TOO_LONG_FRAGMENT: "http.body.fragment.too_long_fragment", "HTTP Chunked Body fragment too long", bool();
    BODY_FRAGMENTS: "http.body.fragments", "Reassembled HTTP Chunked Body fragments", none();
    BODY_REASSEMBLED_DATA: "http.body.reassembled.data", "Reassembled data", bytes();
    BODY_REASSEMBLED_IN: "http.body.reassembled.in", "Reassembled in", framenum();
    BODY_REASSEMBLED_LENGTH: "http.body.reassembled.length", "Reassembled length", u32();
    BODY_SEGMENT: "http.body.segment", "HTTP Chunked Body segment", bytes();
    CACHE_CONTROL: "http.cache_control", "Cache-Control", str();
    CHAT: "http.chat", "Formatted text", none(); // 4.0 only
    CHUNK_BOUNDARY: "http.chunk_boundary", "Chunk boundary", bytes();
    CHUNK_DATA: "http.chunk_data", "Chunk data", bytes();
    CHUNK_SIZE: "http.chunk_size", "Chunk size", u32();
    CHUNKED_TRAILER_PART: "http.chunked_trailer_part", "trailer-part", str();
    CONNECTION: "http.connection", "Connection", str();
    CONTENT_ENCODING: "http.content_encoding", "Content-Encoding", str();
    CONTENT_LENGTH: "http.content_length", "Content length", u64();
    CONTENT_LENGTH_HEADER: "http.content_length_header", "Content-Length", str();
    CONTENT_RANGE: "http.content_range", "Content-Range", str();
    CONTENT_TYPE: "http.content_type", "Content-Type", str();
    COOKIE: "http.cookie", "Cookie", str();
    COOKIE_PAIR: "http.cookie_pair", "Cookie pair", str();
    DATE: "http.date", "Date", str();
    DECOMPRESSION_DISABLED: "http.decompression_disabled", "Decompression disabled", none();
    DECOMPRESSION_FAILED: "http.decompression_failed", "Decompression failed", none();
    EXCESS_DATA: "http.excess_data", "Excess data after a body (not a new request/response), previous Content-Length bogus?", none();
    FILE_DATA: "http.file_data", "File Data", bytes();
    HOST: "http.host", "Host", str();
    HTTP2_SETTINGS: "http.http2_settings", "HTTP2-Settings", str();
    HTTP2_SETTINGS_URI: "http.http2_settings_uri", "HTTP2 Settings URI", bytes();
    LAST_MODIFIED: "http.last_modified", "Last-Modified", str();
    LEADING_CRLF: "http.leading_crlf", "Leading CRLF previous message in the stream may have extra CRLF", none();
    LOCATION: "http.location", "Location", str();
    NEXT_REQUEST_IN: "http.next_request_in", "Next request in frame", framenum(); // 4.0 only
    NEXT_RESPONSE_IN: "http.next_response_in", "Next response in frame", framenum(); // 4.0 only
    NOTIFICATION: "http.notification", "Notification", bool();
    PATH_SEGMENT: "http.path_segment", "Path segment", str(); // 4.0 only
    PATH_SUB_SEGMENT: "http.path_sub_segment", "Path sub segment", str(); // 4.0 only
    PREV_REQUEST_IN: "http.prev_request_in", "Prev request in frame", framenum(); // 4.0 only
    PREV_RESPONSE_IN: "http.prev_response_in", "Prev response in frame", framenum(); // 4.0 only
    PROXY_AUTHENTICATE: "http.proxy_authenticate", "Proxy-Authenticate", str();
    PROXY_AUTHORIZATION: "http.proxy_authorization", "Proxy-Authorization", str();
    PROXY_CONNECT_HOST: "http.proxy_connect_host", "Proxy-Connect-Hostname", str();
    PROXY_CONNECT_PORT: "http.proxy_connect_port", "Proxy-Connect-Port", u16();
    RANGE: "http.range", "Range", str();
    REFERER: "http.referer", "Referer", str();
    REQUEST: "http.request", "Request", bool();
    REQUEST_FULL_URI: "http.request.full_uri", "Full request URI", str();
    REQUEST_LINE: "http.request.line", "Request line", str();
    REQUEST_METHOD: "http.request.method", "Request Method", str();
    REQUEST_URI: "http.request.uri", "Request URI", str();
    REQUEST_URI_PATH: "http.request.uri.path", "Request URI Path", str();
    REQUEST_URI_PATH_SEGMENT: "http.request.uri.path.segment", "Request URI Path Segment", str();
    REQUEST_URI_QUERY: "http.request.uri.query", "Request URI Query", str();
    REQUEST_URI_QUERY_PARAMETER: "http.request.uri.query.parameter", "Request URI Query Parameter", str();
    REQUEST_VERSION: "http.request.version", "Request Version", str();
    REQUEST_IN: "http.request_in", "Request in frame", framenum();
    REQUEST_NUMBER: "http.request_number", "Request number", u32(); // 4.0 only
    RESPONSE: "http.response", "Response", bool();
    RESPONSE_CODE: "http.response.code", "Status Code", u24();
    RESPONSE_CODE_DESC: "http.response.code.desc", "Status Code Description", str();
    RESPONSE_LINE: "http.response.line", "Response line", str();
    RESPONSE_PHRASE: "http.response.phrase", "Response Phrase", str();
    RESPONSE_VERSION: "http.response.version", "Response Version", str();
    RESPONSE_FOR_URI: "http.response_for.uri", "Request URI", str(); // 4.0 only
    RESPONSE_IN: "http.response_in", "Response in frame", framenum();
    RESPONSE_NUMBER: "http.response_number", "Response number", u32(); // 4.0 only
    SEC_WEBSOCKET_ACCEPT: "http.sec_websocket_accept", "Sec-WebSocket-Accept", str();
    SEC_WEBSOCKET_EXTENSIONS: "http.sec_websocket_extensions", "Sec-WebSocket-Extensions", str();
    SEC_WEBSOCKET_KEY: "http.sec_websocket_key", "Sec-WebSocket-Key", str();
    SEC_WEBSOCKET_PROTOCOL: "http.sec_websocket_protocol", "Sec-WebSocket-Protocol", str();
    SEC_WEBSOCKET_VERSION: "http.sec_websocket_version", "Sec-WebSocket-Version", str();
    SERVER: "http.server", "Server", str();
    SET_COOKIE: "http.set_cookie", "Set-Cookie", str();
    SUBDISSECTOR_FAILED: "http.subdissector_failed", "HTTP body subdissector failed, trying heuristic subdissector", none();
    TE_AND_LENGTH: "http.te_and_length", "The Content-Length and Transfer-Encoding header must not be set together", none();
    TE_UNKNOWN: "http.te_unknown", "Unknown transfer coding name in Transfer-Encoding header", none();
    TIME: "http.time", "Time since request", rel_time();
    TLS_PORT: "http.tls_port", "Unencrypted HTTP protocol detected over encrypted port, could indicate a dangerous misconfiguration.", none();
    TRANSFER_ENCODING: "http.transfer_encoding", "Transfer-Encoding", str();
    UNKNOWN_HEADER: "http.unknown_header", "Unknown header", str();
    UPGRADE: "http.upgrade", "Upgrade", str();
    USER_AGENT: "http.user_agent", "User-Agent", str();
    WWW_AUTHENTICATE: "http.www_authenticate", "WWW-Authenticate", str();
    X_FORWARDED_FOR: "http.x_forwarded_for", "X-Forwarded-For", str();
}
