//! Names of values of AMQP.

values! {
    TYPE {
        1 => "Method", 2 => "Content header", 3 => "Content body", 4 => "OOB Method", 5 => "OOB Content header",
        6 => "OOB Content body", 7 => "Trace", 8 => "Heartbeat",
    }
    PERFORMATIVE {
        16 => "open", 17 => "begin", 18 => "attach", 19 => "flow", 20 => "transfer", 21 => "disposition",
        22 => "detach", 23 => "end", 24 => "close",
    }
    SASL_METHOD {
        64 => "sasl.mechanisms", 65 => "sasl.init", 66 => "sasl.challenge", 67 => "sasl.response",
        68 => "sasl.outcome",
    }
    PERFORMATIVE_ARGUMENTS_SNDSETTLEMODE {
        0 => "unsettled", 1 => "settled", 2 => "mixed",
    }
    PERFORMATIVE_ARGUMENTS_RCVSETTLEMODE {
        0 => "first", 1 => "second",
    }
    PERFORMATIVE_ARGUMENTS_TERMINUSDURABLE {
        0 => "none", 1 => "configuration", 2 => "unsettled-state",
    }
    SASL_SASLCODE {
        0 => "ok", 1 => "auth", 2 => "sys", 3 => "sys-perm", 4 => "sys-temp",
    }
    FRAME_POSITION {
        0 => "----", 1 => "---e", 2 => "--b-", 3 => "--be", 4 => "-E--", 5 => "-E-e", 6 => "-Eb-", 7 => "-Ebe",
        8 => "B---", 9 => "B--e", 10 => "B-b-", 11 => "B-be", 12 => "BE--", 13 => "BE-e", 14 => "BEb-", 15 => "BEbe",
    }
    TRACK_NUMBER {
        0 => "Control", 1 => "Command",
    }
    CLASS {
        1 => "Connection", 2 => "Session", 3 => "Execution", 4 => "Message", 5 => "Tx", 6 => "Dtx", 7 => "Exchange",
        8 => "Queue", 9 => "File", 10 => "Stream",
    }
    CONNECTION_METHOD {
        1 => "connection.start", 2 => "connection.start-ok", 3 => "connection.secure", 4 => "connection.secure-ok",
        5 => "connection.tune", 6 => "connection.tune-ok", 7 => "connection.open", 8 => "connection.open-ok",
        9 => "connection.redirect", 10 => "connection.heartbeat", 11 => "connection.close",
        12 => "connection.close-ok",
    }
    SESSION_METHOD {
        1 => "session.attach", 2 => "session.attached", 3 => "session.detach", 4 => "session.detached",
        5 => "session.request-timeout", 6 => "session.timeout", 7 => "session.command-point", 8 => "session.expected",
        9 => "session.confirmed", 10 => "session.completed", 11 => "session.known-completed", 12 => "session.flush",
        13 => "session.gap",
    }
    EXECUTION_METHOD {
        1 => "execution.sync", 2 => "execution.result", 3 => "execution.exception",
    }
    MESSAGE_METHOD {
        1 => "message.transfer", 2 => "message.accept", 3 => "message.reject", 4 => "message.release",
        5 => "message.acquire", 6 => "message.resume", 7 => "message.subscribe", 8 => "message.cancel",
        9 => "message.set-flow-mode", 10 => "message.flow", 11 => "message.flush", 12 => "message.stop",
    }
    TX_METHOD {
        1 => "tx.select", 2 => "tx.commit", 3 => "tx.rollback",
    }
    DTX_METHOD {
        1 => "dtx.select", 2 => "dtx.start", 3 => "dtx.end", 4 => "dtx.commit", 5 => "dtx.forget",
        6 => "dtx.get-timeout", 7 => "dtx.prepare", 8 => "dtx.recover", 9 => "dtx.rollback", 10 => "dtx.set-timeout",
    }
    EXCHANGE_METHOD {
        1 => "exchange.declare", 2 => "exchange.delete", 3 => "exchange.query", 4 => "exchange.bind",
        5 => "exchange.unbind", 6 => "exchange.bound",
    }
    QUEUE_METHOD {
        1 => "queue.declare", 2 => "queue.delete", 3 => "queue.purge", 4 => "queue.query",
    }
    FILE_METHOD {
        1 => "file.qos", 2 => "file.qos-ok", 3 => "file.consume", 4 => "file.consume-ok", 5 => "file.cancel",
        6 => "file.open", 7 => "file.open-ok", 8 => "file.stage", 9 => "file.publish", 10 => "file.return",
        11 => "file.deliver", 12 => "file.ack", 13 => "file.reject",
    }
    STREAM_METHOD {
        1 => "stream.qos", 2 => "stream.qos-ok", 3 => "stream.consume", 4 => "stream.consume-ok",
        5 => "stream.cancel", 6 => "stream.publish", 7 => "stream.return", 8 => "stream.deliver",
    }
    STRUCT32 {
        1025 => "message.delivery-properties", 1026 => "message.fragment-properties",
        1027 => "message.message-properties", 1028 => "message.acquired", 1029 => "message.resume-result",
        1537 => "dtx.xa-status", 1539 => "dtx.recover-result", 1793 => "exchange.exchange-query-result",
        1794 => "exchange.exchange-bound-result", 2049 => "queue.queue-query-result", 2305 => "file.file-properties",
        2561 => "stream.stream-properties",
    }
    ARRAY_TYPE {
        149 => "str16", 171 => "struct32",
    }
    MESSAGE_DELIVERY_PROPERTIES_DELIVERY_PRIORITY {
        0 => "lowest", 1 => "lower", 2 => "low", 3 => "below-average", 4 => "medium", 5 => "above-average",
        6 => "high", 7 => "higher", 8 => "very-high", 9 => "highest",
    }
    MESSAGE_DELIVERY_PROPERTIES_DELIVERY_MODE {
        1 => "non-persistent", 2 => "persistent",
    }
    SESSION_DETACHED_CODE {
        0 => "normal", 1 => "session-busy", 2 => "transport-busy", 3 => "not-attached", 4 => "unknown-ids",
    }
    EXECUTION_EXCEPTION_ERROR_CODE {
        403 => "unauthorized-access", 404 => "not-found", 405 => "resource-locked", 406 => "precondition-failed",
        408 => "resource-deleted", 409 => "illegal-state", 503 => "command-invalid", 506 => "resource-limit-exceeded",
        530 => "not-allowed", 531 => "illegal-argument", 540 => "not-implemented", 541 => "internal-error",
        542 => "invalid-argument",
    }
    MESSAGE_TRANSFER_ACCEPT_MODE {
        0 => "explicit", 1 => "none",
    }
    MESSAGE_TRANSFER_ACQUIRE_MODE {
        0 => "pre-acquired", 1 => "not-acquired",
    }
    MESSAGE_REJECT_REJECT_CODE {
        0 => "unspecified", 1 => "unroutable", 2 => "immediate",
    }
    MESSAGE_FLOW_MODE {
        0 => "credit", 1 => "window",
    }
    MESSAGE_FLOW_CREDIT_UNIT {
        0 => "message", 1 => "byte",
    }
    FILE_RETURN_REPLY_CODE {
        311 => "content-too-large", 312 => "no-route", 313 => "no-consumers",
    }
    METHOD_CLASS {
        10 => "Connection", 20 => "Channel", 30 => "Access", 40 => "Exchange", 50 => "Queue", 60 => "Basic",
        70 => "File", 80 => "Stream", 90 => "Tx", 100 => "Dtx", 110 => "Tunnel", 85 => "Confirm",
    }
    METHOD_ARGUMENTS_REPLY_CODE {
        200 => "normal", 320 => "connection-forced", 402 => "invalid-path", 501 => "framing-error",
    }
    DTX_XA_STATUS {
        0 => "Normal execution completion. (xa-ok)",
        1 => "The rollback was caused for an unspecified reason. (xa-rbrollback)",
        2 => "A transaction branch took too long. (xa-rbtimeout)",
        3 => "The transaction branch may have been heuristically completed. (xa-heurhaz)",
        4 => "The transaction branch has been heuristically committed. (xa-heurcom)",
        5 => "The transaction branch has been heuristically rolled back. (xa-heurrb)",
        6 => "The transaction branch has been heuristically committed and rolled back. (xa-heurmix)",
        7 => "The transaction branch was read-only and has been committed. (xa-rdonly)",
    }
    CONNECTION_METHODS {
        10 => "Start", 11 => "Start-Ok", 20 => "Secure", 21 => "Secure-Ok", 30 => "Tune", 31 => "Tune-Ok", 40 => "Open",
        41 => "Open-Ok", 42 => "Redirect", 50 => "Close", 51 => "Close-Ok", 60 => "Blocked", 61 => "Unblocked",
    }
    CHANNEL_METHODS {
        10 => "Open", 11 => "Open-Ok", 20 => "Flow", 21 => "Flow-Ok", 40 => "Close", 41 => "Close-Ok", 50 => "Resume",
        60 => "Ping", 70 => "Pong", 80 => "Ok",
    }
    ACCESS_METHODS { 10 => "Request", 11 => "Request-Ok" }
    EXCHANGE_METHODS {
        10 => "Declare", 11 => "Declare-Ok", 20 => "Delete", 21 => "Delete-Ok", 30 => "Bind", 31 => "Bind-Ok",
        40 => "Unbind", 41 => "Unbind-Ok",
    }
    QUEUE_METHODS {
        10 => "Declare", 11 => "Declare-Ok", 20 => "Bind", 21 => "Bind-Ok", 50 => "Unbind", 51 => "Unbind-Ok",
        30 => "Purge", 31 => "Purge-Ok", 40 => "Delete", 41 => "Delete-Ok",
    }
    BASIC_METHODS {
        10 => "Qos", 11 => "Qos-Ok", 20 => "Consume", 21 => "Consume-Ok", 30 => "Cancel", 31 => "Cancel-Ok",
        40 => "Publish", 50 => "Return", 60 => "Deliver", 70 => "Get", 71 => "Get-Ok", 72 => "Get-Empty", 80 => "Ack",
        90 => "Reject", 100 => "Recover-Async", 110 => "Recover", 111 => "Recover-Ok", 120 => "Nack",
    }
    FILE_METHODS {
        10 => "Qos", 11 => "Qos-Ok", 20 => "Consume", 21 => "Consume-Ok", 30 => "Cancel", 31 => "Cancel-Ok",
        40 => "Open", 41 => "Open-Ok", 50 => "Stage", 60 => "Publish", 70 => "Return", 80 => "Deliver", 90 => "Ack",
        100 => "Reject",
    }
    STREAM_METHODS {
        10 => "Qos", 11 => "Qos-Ok", 20 => "Consume", 21 => "Consume-Ok", 30 => "Cancel", 31 => "Cancel-Ok",
        40 => "Publish", 50 => "Return", 60 => "Deliver",
    }
    TX_METHODS {
        10 => "Select", 11 => "Select-Ok", 20 => "Commit", 21 => "Commit-Ok", 30 => "Rollback", 31 => "Rollback-Ok",
    }
    DTX_METHODS { 10 => "Select", 11 => "Select-Ok", 20 => "Start", 21 => "Start-Ok" }
    TUNNEL_METHODS { 10 => "Request" }
    CONFIRM_METHODS { 10 => "Select", 11 => "Select-Ok" }
    TYPE_1_0 { 0 => "AMQP", 1 => "SASL" }
}
