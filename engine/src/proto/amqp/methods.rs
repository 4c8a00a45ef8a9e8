//! Methods and their arguments, AMQP 0-9-1 §1.

use super::f;
use crate::proto::out::F;

/// An argument.
#[derive(Clone, Copy, Debug)]
pub(super) enum Argument {
    /// A number of so many bytes.
    Number(F, usize),
    /// Text with a length of one byte.
    Short(F),
    /// Bytes with a length of four.
    Long(F),
    /// Names and values.
    Table(F),
    /// Bits of one byte, the lowest first.
    Bits(&'static [F]),
}

use Argument::{Bits, Long, Number, Short, Table};

const TICKET: Argument = Number(f::METHOD_ARGUMENTS_TICKET, 2);
const EXCHANGE: Argument = Short(f::METHOD_ARGUMENTS_EXCHANGE);
const QUEUE: Argument = Short(f::METHOD_ARGUMENTS_QUEUE);
const ROUTING_KEY: Argument = Short(f::METHOD_ARGUMENTS_ROUTING_KEY);
const CONSUMER_TAG: Argument = Short(f::METHOD_ARGUMENTS_CONSUMER_TAG);
const ARGUMENTS: Argument = Table(f::METHOD_ARGUMENTS_ARGUMENTS);
const DELIVERY_TAG: Argument = Number(f::METHOD_ARGUMENTS_DELIVERY_TAG, 8);
const MESSAGE_COUNT: Argument = Number(f::METHOD_ARGUMENTS_MESSAGE_COUNT, 4);
const REPLY_CODE: Argument = Number(f::METHOD_ARGUMENTS_REPLY_CODE, 2);
const REPLY_TEXT: Argument = Short(f::METHOD_ARGUMENTS_REPLY_TEXT);
const NOWAIT: Argument = Bits(&[f::METHOD_ARGUMENTS_NOWAIT]);
const REQUEUE: Argument = Bits(&[f::METHOD_ARGUMENTS_REQUEUE]);
const REDELIVERED: Argument = Bits(&[f::METHOD_ARGUMENTS_REDELIVERED]);

const CLOSE: &[Argument] = &[
    REPLY_CODE,
    REPLY_TEXT,
    Number(f::METHOD_ARGUMENTS_CLASS_ID, 2),
    Number(f::METHOD_ARGUMENTS_METHOD_ID, 2),
];
const TUNE: &[Argument] = &[
    Number(f::METHOD_ARGUMENTS_CHANNEL_MAX, 2),
    Number(f::METHOD_ARGUMENTS_FRAME_MAX, 4),
    Number(f::METHOD_ARGUMENTS_HEARTBEAT, 2),
];
const BIND_EXCHANGE: &[Argument] = &[
    TICKET,
    Short(f::METHOD_ARGUMENTS_DESTINATION),
    Short(f::METHOD_ARGUMENTS_SOURCE),
    ROUTING_KEY,
    NOWAIT,
    ARGUMENTS,
];

/// Arguments of a method; `None` when it is not known.
pub(super) fn arguments(class: u16, method: u16) -> Option<&'static [Argument]> {
    match class {
        10 => connection(method),
        20 => channel(method),
        30 => access(method),
        40 => exchange(method),
        50 => queue(method),
        60 => basic(method),
        85 => confirm(method),
        90 => matches!(method, 10 | 11 | 20 | 21 | 30 | 31).then_some(&[]),
        100 => distributed(method),
        110 => (method == 10).then_some(&[Table(f::METHOD_ARGUMENTS_META_DATA)]),
        _ => None,
    }
}

fn connection(method: u16) -> Option<&'static [Argument]> {
    Some(match method {
        10 => &[
            Number(f::METHOD_ARGUMENTS_VERSION_MAJOR, 1),
            Number(f::METHOD_ARGUMENTS_VERSION_MINOR, 1),
            Table(f::METHOD_ARGUMENTS_SERVER_PROPERTIES),
            Long(f::METHOD_ARGUMENTS_MECHANISMS),
            Long(f::METHOD_ARGUMENTS_LOCALES),
        ],
        11 => &[
            Table(f::METHOD_ARGUMENTS_CLIENT_PROPERTIES),
            Short(f::METHOD_ARGUMENTS_MECHANISM),
            Long(f::METHOD_ARGUMENTS_RESPONSE),
            Short(f::METHOD_ARGUMENTS_LOCALE),
        ],
        20 => &[Long(f::METHOD_ARGUMENTS_CHALLENGE)],
        21 => &[Long(f::METHOD_ARGUMENTS_RESPONSE)],
        30 | 31 => TUNE,
        40 => &[
            Short(f::METHOD_ARGUMENTS_VIRTUAL_HOST),
            Short(f::METHOD_ARGUMENTS_CAPABILITIES),
            Bits(&[f::METHOD_ARGUMENTS_INSIST]),
        ],
        41 => &[Short(f::METHOD_ARGUMENTS_KNOWN_HOSTS)],
        42 => &[Short(f::METHOD_ARGUMENTS_HOST), Short(f::METHOD_ARGUMENTS_KNOWN_HOSTS)],
        50 => CLOSE,
        60 => &[Short(f::METHOD_ARGUMENTS_REASON)],
        51 | 61 => &[],
        _ => return None,
    })
}

fn channel(method: u16) -> Option<&'static [Argument]> {
    Some(match method {
        10 => &[Short(f::METHOD_ARGUMENTS_OUT_OF_BAND)],
        11 | 50 => &[Long(f::METHOD_ARGUMENTS_CHANNEL_ID)],
        20 | 21 => &[Bits(&[f::METHOD_ARGUMENTS_ACTIVE])],
        40 => CLOSE,
        41 | 60 | 70 | 80 => &[],
        _ => return None,
    })
}

fn access(method: u16) -> Option<&'static [Argument]> {
    Some(match method {
        10 => &[
            Short(f::METHOD_ARGUMENTS_REALM),
            Bits(&[
                f::METHOD_ARGUMENTS_EXCLUSIVE,
                f::METHOD_ARGUMENTS_PASSIVE,
                f::METHOD_ARGUMENTS_ACTIVE,
                f::METHOD_ARGUMENTS_WRITE,
                f::METHOD_ARGUMENTS_READ,
            ]),
        ],
        11 => &[TICKET],
        _ => return None,
    })
}

fn exchange(method: u16) -> Option<&'static [Argument]> {
    Some(match method {
        10 => &[
            TICKET,
            EXCHANGE,
            Short(f::METHOD_ARGUMENTS_TYPE),
            Bits(&[
                f::METHOD_ARGUMENTS_PASSIVE,
                f::METHOD_ARGUMENTS_DURABLE,
                f::METHOD_ARGUMENTS_AUTO_DELETE,
                f::METHOD_ARGUMENTS_INTERNAL,
                f::METHOD_ARGUMENTS_NOWAIT,
            ]),
            ARGUMENTS,
        ],
        20 => &[TICKET, EXCHANGE, Bits(&[f::METHOD_ARGUMENTS_IF_UNUSED, f::METHOD_ARGUMENTS_NOWAIT])],
        30 | 40 => BIND_EXCHANGE,
        11 | 21 | 31 | 41 => &[],
        _ => return None,
    })
}

fn queue(method: u16) -> Option<&'static [Argument]> {
    Some(match method {
        10 => &[
            TICKET,
            QUEUE,
            Bits(&[
                f::METHOD_ARGUMENTS_PASSIVE,
                f::METHOD_ARGUMENTS_DURABLE,
                f::METHOD_ARGUMENTS_EXCLUSIVE,
                f::METHOD_ARGUMENTS_AUTO_DELETE,
                f::METHOD_ARGUMENTS_NOWAIT,
            ]),
            ARGUMENTS,
        ],
        11 => &[QUEUE, MESSAGE_COUNT, Number(f::METHOD_ARGUMENTS_CONSUMER_COUNT, 4)],
        20 => &[TICKET, QUEUE, EXCHANGE, ROUTING_KEY, NOWAIT, ARGUMENTS],
        30 => &[TICKET, QUEUE, NOWAIT],
        31 | 41 => &[MESSAGE_COUNT],
        40 => &[
            TICKET,
            QUEUE,
            Bits(&[f::METHOD_ARGUMENTS_IF_UNUSED, f::METHOD_ARGUMENTS_IF_EMPTY, f::METHOD_ARGUMENTS_NOWAIT]),
        ],
        50 => &[TICKET, QUEUE, EXCHANGE, ROUTING_KEY, ARGUMENTS],
        21 | 51 => &[],
        _ => return None,
    })
}

fn basic(method: u16) -> Option<&'static [Argument]> {
    Some(match method {
        10 => &[
            Number(f::METHOD_ARGUMENTS_PREFETCH_SIZE, 4),
            Number(f::METHOD_ARGUMENTS_PREFETCH_COUNT, 2),
            Bits(&[f::METHOD_ARGUMENTS_GLOBAL]),
        ],
        20 => &[
            TICKET,
            QUEUE,
            CONSUMER_TAG,
            Bits(&[
                f::METHOD_ARGUMENTS_NO_LOCAL,
                f::METHOD_ARGUMENTS_NO_ACK,
                f::METHOD_ARGUMENTS_EXCLUSIVE,
                f::METHOD_ARGUMENTS_NOWAIT,
            ]),
            Table(f::METHOD_ARGUMENTS_FILTER),
        ],
        21 | 31 => &[CONSUMER_TAG],
        30 => &[CONSUMER_TAG, NOWAIT],
        40 => &[
            TICKET,
            EXCHANGE,
            ROUTING_KEY,
            Bits(&[f::METHOD_ARGUMENTS_MANDATORY, f::METHOD_ARGUMENTS_IMMEDIATE]),
        ],
        50 => &[REPLY_CODE, REPLY_TEXT, EXCHANGE, ROUTING_KEY],
        60 => &[CONSUMER_TAG, DELIVERY_TAG, REDELIVERED, EXCHANGE, ROUTING_KEY],
        70 => &[TICKET, QUEUE, Bits(&[f::METHOD_ARGUMENTS_NO_ACK])],
        71 => &[DELIVERY_TAG, REDELIVERED, EXCHANGE, ROUTING_KEY, MESSAGE_COUNT],
        72 => &[Short(f::METHOD_ARGUMENTS_CLUSTER_ID)],
        80 => &[DELIVERY_TAG, Bits(&[f::METHOD_ARGUMENTS_MULTIPLE])],
        90 => &[DELIVERY_TAG, REQUEUE],
        100 | 110 => &[REQUEUE],
        120 => &[DELIVERY_TAG, Bits(&[f::METHOD_ARGUMENTS_MULTIPLE, f::METHOD_ARGUMENTS_REQUEUE])],
        11 | 111 => &[],
        _ => return None,
    })
}

fn confirm(method: u16) -> Option<&'static [Argument]> {
    match method {
        10 => Some(&[NOWAIT]),
        11 => Some(&[]),
        _ => None,
    }
}

fn distributed(method: u16) -> Option<&'static [Argument]> {
    match method {
        20 => Some(&[Short(f::METHOD_ARGUMENTS_DTX_IDENTIFIER)]),
        10 | 11 | 21 => Some(&[]),
        _ => None,
    }
}

/// Properties of a message's header, one for each flag from the highest.
pub(super) const PROPERTIES: [Argument; 14] = [
    Short(f::METHOD_PROPERTIES_CONTENT_TYPE),
    Short(f::METHOD_PROPERTIES_CONTENT_ENCODING),
    Table(f::METHOD_PROPERTIES_HEADERS),
    Number(f::METHOD_PROPERTIES_DELIVERY_MODE, 1),
    Number(f::METHOD_PROPERTIES_PRIORITY, 1),
    Short(f::METHOD_PROPERTIES_CORRELATION_ID),
    Short(f::METHOD_PROPERTIES_REPLY_TO),
    Short(f::METHOD_PROPERTIES_EXPIRATION),
    Short(f::METHOD_PROPERTIES_MESSAGE_ID),
    Number(f::METHOD_PROPERTIES_TIMESTAMP, 8),
    Short(f::METHOD_PROPERTIES_TYPE),
    Short(f::METHOD_PROPERTIES_USER_ID),
    Short(f::METHOD_PROPERTIES_APP_ID),
    Short(f::METHOD_PROPERTIES_CLUSTER_ID),
];
