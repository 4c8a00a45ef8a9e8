//! What messages consist of, by version.

use super::f;
use crate::proto::out::F;

/// How a part is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// A number of so many bytes.
    Number(F, usize),
    /// Text behind its length.
    Text(F),
    /// Bytes behind their length.
    Bytes(F),
    /// Many structures.
    Array(&'static [Part]),
    /// Many numbers of so many bytes.
    Numbers(F, usize),
    /// Many texts.
    Texts(F),
    /// Messages, compressed or not.
    Records,
    /// Versions of the interfaces that a broker has.
    ApiVersions,
}

/// A part, and the versions that have it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) kind: Kind,
    pub(super) from: i16,
    pub(super) to: i16,
}

impl Part {
    /// In versions from `from` on.
    const fn since(self, from: i16) -> Self {
        Self { from, ..self }
    }

    /// In versions up to `to`.
    const fn until(self, to: i16) -> Self {
        Self { to, ..self }
    }
}

const fn part(kind: Kind) -> Part {
    Part { kind, from: 0, to: i16::MAX }
}

const fn int8(field: F) -> Part {
    part(Kind::Number(field, 1))
}

const fn int16(field: F) -> Part {
    part(Kind::Number(field, 2))
}

const fn int32(field: F) -> Part {
    part(Kind::Number(field, 4))
}

const fn int64(field: F) -> Part {
    part(Kind::Number(field, 8))
}

const fn text(field: F) -> Part {
    part(Kind::Text(field))
}

const fn bytes(field: F) -> Part {
    part(Kind::Bytes(field))
}

const fn array(parts: &'static [Part]) -> Part {
    part(Kind::Array(parts))
}

const fn numbers(field: F) -> Part {
    part(Kind::Numbers(field, 4))
}

const fn texts(field: F) -> Part {
    part(Kind::Texts(field))
}

const THROTTLE: Part = int32(f::THROTTLE_TIME);
const ERROR: Part = int16(f::ERROR);
const TOPIC: Part = text(f::TOPIC_NAME);
const PARTITION: Part = int32(f::PARTITION_ID);
const GROUP: Part = text(f::CONSUMER_GROUP);
const MEMBER: Part = text(f::MEMBER_ID);
const INSTANCE: Part = text(f::CONSUMER_GROUP_INSTANCE);
const GENERATION: Part = int32(f::GENERATION_ID);
const TRANSACTION: Part = text(f::TRANSACTIONAL_ID);
const PRODUCER: Part = int64(f::PRODUCER_ID);
const EPOCH: Part = int16(f::PRODUCER_EPOCH);

/// An interface: its name, the newest version that is known, the first one in the compact form, and its messages.
#[derive(Clone, Copy, Debug)]
pub(super) struct Api {
    pub(super) name: &'static str,
    pub(super) newest: i16,
    pub(super) compact: Option<i16>,
    pub(super) request: &'static [Part],
    pub(super) response: &'static [Part],
}

const fn api(name: &'static str, newest: i16, compact: Option<i16>) -> Api {
    Api { name, newest, compact, request: &[], response: &[] }
}

const fn full(api: Api, request: &'static [Part], response: &'static [Part]) -> Api {
    Api { request, response, ..api }
}

const TOPIC_ERRORS: Part = array(&[TOPIC, array(&[PARTITION, ERROR])]);

/// All interfaces, by number.
pub(super) static APIS: [Api; 48] = [
    full(
        api("Produce", 8, None),
        &[
            TRANSACTION.since(3),
            int16(f::REQUIRED_ACKS),
            int32(f::TIMEOUT),
            array(&[TOPIC, array(&[PARTITION, part(Kind::Records)])]),
        ],
        &[
            array(&[
                TOPIC,
                array(&[
                    PARTITION,
                    ERROR,
                    int64(f::OFFSET),
                    int64(f::OFFSET_TIME).since(2),
                    int64(f::LOG_START_OFFSET).since(5),
                    array(&[int32(f::BATCH_INDEX), text(f::BATCH_INDEX_ERROR_MESSAGE)]).since(8),
                    text(f::ERROR_MESSAGE).since(8),
                ]),
            ]),
            THROTTLE.since(1),
        ],
    ),
    full(
        api("Fetch", 11, None),
        &[
            int32(f::REPLICA_ID),
            int32(f::MAX_WAIT_TIME),
            int32(f::MIN_BYTES),
            int32(f::MAX_BYTES).since(3),
            int8(f::ISOLATION_LEVEL).since(4),
            int32(f::FETCH_SESSION_ID).since(7),
            int32(f::FETCH_SESSION_EPOCH).since(7),
            array(&[
                TOPIC,
                array(&[
                    PARTITION,
                    int32(f::LEADER_EPOCH).since(9),
                    int64(f::OFFSET),
                    int64(f::LOG_START_OFFSET).since(5),
                    int32(f::MAX_BYTES),
                ]),
            ]),
            array(&[text(f::FORGOTTEN_TOPIC_NAME), numbers(f::FORGOTTEN_TOPIC_PARTITION)]).since(7),
            text(f::RACK).since(11),
        ],
        &[
            THROTTLE.since(1),
            ERROR.since(7),
            int32(f::FETCH_SESSION_ID).since(7),
            array(&[
                TOPIC,
                array(&[
                    PARTITION,
                    ERROR,
                    int64(f::OFFSET),
                    int64(f::LAST_STABLE_OFFSET).since(4),
                    int64(f::LOG_START_OFFSET).since(5),
                    array(&[PRODUCER, int64(f::FIRST_OFFSET)]).since(4),
                    int32(f::REPLICA_ID).since(11),
                    part(Kind::Records),
                ]),
            ]),
        ],
    ),
    full(
        api("Offsets", 5, None),
        &[
            int32(f::REPLICA_ID),
            int8(f::ISOLATION_LEVEL).since(2),
            array(&[
                TOPIC,
                array(&[
                    PARTITION,
                    int32(f::LEADER_EPOCH).since(4),
                    int64(f::OFFSET_TIME),
                    int32(f::MAX_OFFSETS).until(0),
                ]),
            ]),
        ],
        &[
            THROTTLE.since(2),
            array(&[
                TOPIC,
                array(&[
                    PARTITION,
                    ERROR,
                    part(Kind::Numbers(f::OFFSET, 8)).until(0),
                    int64(f::OFFSET_TIME).since(1),
                    int64(f::OFFSET).since(1),
                    int32(f::LEADER_EPOCH).since(4),
                ]),
            ]),
        ],
    ),
    full(
        api("Metadata", 9, Some(9)),
        &[
            array(&[TOPIC]),
            int8(f::ALLOW_AUTO_TOPIC_CREATION).since(4),
            int8(f::INCLUDE_CLUSTER_AUTHORIZED_OPS).since(8),
            int8(f::INCLUDE_TOPIC_AUTHORIZED_OPS).since(8),
        ],
        &[
            THROTTLE.since(3),
            array(&[int32(f::NODE_ID), text(f::HOST), int32(f::PORT), text(f::RACK).since(1)]),
            text(f::CLUSTER_ID).since(2),
            int32(f::NODE_ID).since(1),
            array(&[
                ERROR,
                TOPIC,
                int8(f::IS_INTERNAL).since(1),
                array(&[
                    ERROR,
                    PARTITION,
                    int32(f::LEADER_ID),
                    int32(f::LEADER_EPOCH).since(7),
                    numbers(f::REPLICA_ID),
                    numbers(f::ISR_ID),
                    numbers(f::OFFLINE_ID).since(5),
                ]),
                int32(f::TOPIC_AUTHORIZED_OPS).since(8),
            ]),
            int32(f::CLUSTER_AUTHORIZED_OPS).since(8),
        ],
    ),
    api("LeaderAndIsr", 4, Some(4)),
    api("StopReplica", 2, Some(2)),
    api("UpdateMetadata", 6, Some(6)),
    api("ControlledShutdown", 3, Some(3)),
    full(
        api("OffsetCommit", 8, Some(8)),
        &[
            GROUP,
            GENERATION.since(1),
            MEMBER.since(1),
            INSTANCE.since(7),
            int64(f::RETENTION_TIME).since(2).until(4),
            array(&[
                TOPIC,
                array(&[
                    PARTITION,
                    int64(f::OFFSET),
                    int32(f::LEADER_EPOCH).since(6),
                    int64(f::COMMIT_TIMESTAMP).since(1).until(1),
                    text(f::METADATA),
                ]),
            ]),
        ],
        &[THROTTLE.since(3), TOPIC_ERRORS],
    ),
    full(
        api("OffsetFetch", 7, Some(6)),
        &[GROUP, array(&[TOPIC, numbers(f::PARTITION_ID)]), int8(f::REQUIRE_STABLE_OFFSET).since(7)],
        &[
            THROTTLE.since(3),
            array(&[
                TOPIC,
                array(&[PARTITION, int64(f::OFFSET), int32(f::LEADER_EPOCH).since(5), text(f::METADATA), ERROR]),
            ]),
            ERROR.since(2),
        ],
    ),
    full(
        api("FindCoordinator", 3, Some(3)),
        &[GROUP.until(0), text(f::COORDINATOR_KEY).since(1), int8(f::COORDINATOR_TYPE).since(1)],
        &[
            THROTTLE.since(1),
            ERROR,
            text(f::ERROR_MESSAGE).since(1),
            int32(f::NODE_ID),
            text(f::HOST),
            int32(f::PORT),
        ],
    ),
    full(
        api("JoinGroup", 7, Some(6)),
        &[
            GROUP,
            int32(f::SESSION_TIMEOUT),
            int32(f::REBALANCE_TIMEOUT).since(1),
            MEMBER,
            INSTANCE.since(5),
            text(f::PROTOCOL_TYPE),
            array(&[text(f::PROTOCOL_NAME), bytes(f::PROTOCOL_METADATA)]),
        ],
        &[
            THROTTLE.since(2),
            ERROR,
            GENERATION,
            text(f::PROTOCOL_TYPE).since(7),
            text(f::PROTOCOL_NAME),
            text(f::GROUP_LEADER_ID),
            MEMBER,
            array(&[MEMBER, INSTANCE.since(5), bytes(f::MEMBER_METADATA)]),
        ],
    ),
    full(
        api("Heartbeat", 4, Some(4)),
        &[GROUP, GENERATION, MEMBER, INSTANCE.since(3)],
        &[THROTTLE.since(1), ERROR],
    ),
    full(
        api("LeaveGroup", 4, Some(4)),
        &[GROUP, MEMBER.until(2), array(&[MEMBER, INSTANCE]).since(3)],
        &[THROTTLE.since(1), ERROR, array(&[MEMBER, INSTANCE, ERROR]).since(3)],
    ),
    full(
        api("SyncGroup", 5, Some(4)),
        &[
            GROUP,
            GENERATION,
            MEMBER,
            INSTANCE.since(3),
            text(f::PROTOCOL_TYPE).since(5),
            text(f::PROTOCOL_NAME).since(5),
            array(&[MEMBER, bytes(f::MEMBER_ASSIGNMENT)]),
        ],
        &[
            THROTTLE.since(1),
            ERROR,
            text(f::PROTOCOL_TYPE).since(5),
            text(f::PROTOCOL_NAME).since(5),
            bytes(f::MEMBER_ASSIGNMENT),
        ],
    ),
    full(
        api("DescribeGroups", 5, Some(5)),
        &[texts(f::CONSUMER_GROUP), int8(f::INCLUDE_GROUP_AUTHORIZED_OPS).since(3)],
        &[
            THROTTLE.since(1),
            array(&[
                ERROR,
                GROUP,
                text(f::GROUP_STATE),
                text(f::PROTOCOL_TYPE),
                text(f::PROTOCOL_NAME),
                array(&[
                    MEMBER,
                    INSTANCE.since(4),
                    text(f::CLIENT_ID),
                    text(f::CLIENT_HOST),
                    bytes(f::MEMBER_METADATA),
                    bytes(f::MEMBER_ASSIGNMENT),
                ]),
                int32(f::GROUP_AUTHORIZED_OPS).since(3),
            ]),
        ],
    ),
    full(
        api("ListGroups", 3, Some(3)),
        &[],
        &[THROTTLE.since(1), ERROR, array(&[GROUP, text(f::PROTOCOL_TYPE)])],
    ),
    full(api("SaslHandshake", 1, None), &[text(f::SASL_MECHANISM)], &[ERROR, texts(f::SASL_MECHANISM)]),
    full(
        api("ApiVersions", 3, Some(3)),
        &[text(f::CLIENT_SOFTWARE_NAME).since(3), text(f::CLIENT_SOFTWARE_VERSION).since(3)],
        &[ERROR, part(Kind::ApiVersions), THROTTLE.since(1)],
    ),
    full(
        api("CreateTopics", 5, Some(5)),
        &[
            array(&[
                TOPIC,
                int32(f::NUM_PARTITIONS),
                int16(f::REPLICATION_FACTOR),
                array(&[PARTITION]),
                array(&[text(f::CONFIG_KEY), text(f::CONFIG_VALUE)]),
            ]),
            int32(f::TIMEOUT),
            int8(f::VALIDATE_ONLY).since(1),
        ],
        &[
            THROTTLE.since(2),
            array(&[
                TOPIC,
                ERROR,
                text(f::ERROR_MESSAGE).since(1),
                int32(f::NUM_PARTITIONS).since(5),
                int16(f::REPLICATION_FACTOR).since(5),
                array(&[
                    text(f::CONFIG_KEY),
                    text(f::CONFIG_VALUE),
                    int8(f::CONFIG_READONLY),
                    int8(f::CONFIG_SOURCE),
                    int8(f::CONFIG_SENSITIVE),
                ])
                .since(5),
            ]),
        ],
    ),
    full(
        api("DeleteTopics", 4, Some(4)),
        &[texts(f::TOPIC_NAME), int32(f::TIMEOUT)],
        &[THROTTLE.since(2), array(&[TOPIC, ERROR])],
    ),
    full(
        api("DeleteRecords", 1, None),
        &[array(&[TOPIC, array(&[PARTITION, int64(f::OFFSET)])]), int32(f::TIMEOUT)],
        &[THROTTLE, array(&[TOPIC, array(&[PARTITION, int64(f::OFFSET), ERROR])])],
    ),
    full(
        api("InitProducerId", 3, Some(2)),
        &[TRANSACTION, int32(f::TRANSACTION_TIMEOUT), PRODUCER.since(3), EPOCH.since(3)],
        &[THROTTLE, ERROR, PRODUCER, EPOCH],
    ),
    full(
        api("OffsetForLeaderEpoch", 3, None),
        &[
            int32(f::REPLICA_ID).since(3),
            array(&[
                TOPIC,
                array(&[PARTITION, int32(f::CURRENT_LEADER_EPOCH).since(2), int32(f::LEADER_EPOCH)]),
            ]),
        ],
        &[
            THROTTLE.since(2),
            array(&[TOPIC, array(&[ERROR, PARTITION, int32(f::LEADER_EPOCH).since(1), int64(f::OFFSET)])]),
        ],
    ),
    full(
        api("AddPartitionsToTxn", 1, None),
        &[TRANSACTION, PRODUCER, EPOCH, array(&[TOPIC, numbers(f::PARTITION_ID)])],
        &[THROTTLE, TOPIC_ERRORS],
    ),
    full(api("AddOffsetsToTxn", 1, None), &[TRANSACTION, PRODUCER, EPOCH, GROUP], &[THROTTLE, ERROR]),
    full(
        api("EndTxn", 1, None),
        &[TRANSACTION, PRODUCER, EPOCH, int8(f::TRANSACTION_RESULT)],
        &[THROTTLE, ERROR],
    ),
    api("WriteTxnMarkers", 0, None),
    full(
        api("TxnOffsetCommit", 3, Some(3)),
        &[
            TRANSACTION,
            GROUP,
            PRODUCER,
            EPOCH,
            GENERATION.since(3),
            MEMBER.since(3),
            INSTANCE.since(3),
            array(&[
                TOPIC,
                array(&[PARTITION, int64(f::OFFSET), int32(f::LEADER_EPOCH).since(2), text(f::METADATA)]),
            ]),
        ],
        &[THROTTLE, TOPIC_ERRORS],
    ),
    api("DescribeAcls", 2, Some(2)),
    api("CreateAcls", 2, Some(2)),
    api("DeleteAcls", 2, Some(2)),
    api("DescribeConfigs", 2, None),
    api("AlterConfigs", 1, None),
    api("AlterReplicaLogDirs", 1, None),
    api("DescribeLogDirs", 1, None),
    full(
        api("SaslAuthenticate", 2, Some(2)),
        &[bytes(f::SASL_AUTHENTICATION)],
        &[
            ERROR,
            text(f::ERROR_MESSAGE),
            bytes(f::SASL_AUTHENTICATION),
            int64(f::SESSION_LIFETIME_MS).since(1),
        ],
    ),
    full(
        api("CreatePartitions", 2, Some(2)),
        &[
            array(&[TOPIC, int32(f::PARTITION_COUNT), numbers(f::NODE_ID)]),
            int32(f::TIMEOUT),
            int8(f::VALIDATE_ONLY),
        ],
        &[THROTTLE, array(&[TOPIC, ERROR, text(f::ERROR_MESSAGE)])],
    ),
    api("CreateDelegationToken", 2, Some(2)),
    api("RenewDelegationToken", 2, Some(2)),
    api("ExpireDelegationToken", 2, Some(2)),
    api("DescribeDelegationToken", 2, Some(2)),
    full(
        api("DeleteGroups", 2, Some(2)),
        &[texts(f::CONSUMER_GROUP)],
        &[THROTTLE, array(&[GROUP, ERROR])],
    ),
    api("ElectLeaders", 2, Some(2)),
    api("IncrementalAlterConfigs", 1, Some(1)),
    api("AlterPartitionReassignments", 0, Some(0)),
    api("ListPartitionReassignments", 0, Some(0)),
    api("OffsetDelete", 0, None),
];
