//! Fields of NATS.

fields! { crate::proto::Proto::Nats =>
    OP: "nats.op", "Operation", str();
    SUBJECT: "nats.subject", "Subject", str();
    REPLY_TO: "nats.reply_to", "Reply To Subject", str();
    SUBSCRIPTION_ID: "nats.subscription.id", "Subscription ID", str();
    SUBSCRIPTION_GROUP: "nats.subscription.group", "Queue Group", str();
    SUBSCRIPTION_MAX_MSGS: "nats.subscription.max_msgs", "Max Messages", str();
    TOTAL_LENGTH: "nats.total_length", "Total Bytes", u64();
    HEADERS_LENGTH: "nats.headers.length", "Headers Bytes", u64();
    BODY_LENGTH: "nats.body.length", "Body Length", u64();
    HEADERS: "nats.headers", "Headers", none();
    HEADERS_VERSION: "nats.headers.version", "Headers Version", str();
    HEADERS_HEADER: "nats.headers.header", "Header", str();
    FEATURES: "nats.features", "Features", none();
    ERR_MSG: "nats.err_msg", "Error Message", str();
    REQUEST_LATENCY: "nats.request.latency", "Request Latency", rel_time();
    RESPONSE_LATENCY: "nats.response.latency", "Response Latency", rel_time();
    REQUEST_IN: "nats.request.in", "Request Frame", framenum();
    RESPONSE_IN: "nats.response.in", "Response Frame", framenum();
}
