//! Names of values in Kafka.

values! {
    ERROR {
        4294967295 => "Unexpected Server Error", 0 => "No Error", 1 => "Offset Out Of Range", 2 => "Invalid Message",
        3 => "Unknown Topic or Partition", 4 => "Invalid Message Size", 5 => "Leader Not Available",
        6 => "Not Leader For Partition", 7 => "Request Timed Out", 8 => "Broker Not Available",
        10 => "Message Size Too Large", 11 => "Stale Controller Epoch Code", 12 => "Offset Metadata Too Large",
        14 => "Offsets Load In Progress", 15 => "The Coordinator is not Available",
        16 => "Not Coordinator For Consumer", 17 => "Invalid topic",
        18 => "Message batch larger than configured server segment size", 19 => "Not enough in-sync replicas",
        20 => "Message(s) written to insufficient number of in-sync replicas", 21 => "Invalid required acks value",
        22 => "Specified group generation id is not valid", 23 => "Inconsistent group protocol",
        24 => "Invalid group.id", 25 => "Unknown member", 26 => "Invalid session timeout",
        27 => "Group rebalance in progress", 28 => "Commit offset data size is not valid",
        29 => "Topic authorization failed", 30 => "Group authorization failed", 31 => "Cluster authorization failed",
        32 => "Invalid timestamp", 33 => "Unsupported SASL mechanism", 34 => "Illegal SASL state",
        35 => "Unsupported version", 36 => "Topic already exists", 37 => "Invalid number of partitions",
        38 => "Invalid replication-factor", 39 => "Invalid replica assignment", 40 => "Invalid configuration",
        41 => "Not controller", 42 => "Invalid request", 43 => "Unsupported for Message Format",
        44 => "Policy Violation", 45 => "Out of Order Sequence Number", 46 => "Duplicate Sequence Number",
        47 => "Invalid Producer Epoch", 48 => "Invalid Transaction State", 49 => "Invalid Producer ID Mapping",
        50 => "Invalid Transaction Timeout", 51 => "Concurrent Transactions", 52 => "Transaction Coordinator Fenced",
        53 => "Transactional ID Authorization Failed", 54 => "Security Disabled", 55 => "Operation not Attempted",
        56 => "Kafka Storage Error", 57 => "Log Directory not Found", 58 => "SASL Authentication failed",
        59 => "Unknown Producer ID", 60 => "Partition Reassignment in Progress", 61 => "Delegation Token Auth Disabled",
        62 => "Delegation Token not Found", 63 => "Delegation Token Owner Mismatch",
        64 => "Delegation Token Request not Allowed", 65 => "Delegation Token Authorization Failed",
        66 => "Delegation Token Expired", 67 => "Supplied Principal Type Unsupported", 68 => "Not Empty Group",
        69 => "Group ID not Found", 70 => "Fetch Session ID not Found", 71 => "Invalid Fetch Session Epoch",
        72 => "Listener not Found", 73 => "Topic Deletion Disabled", 74 => "Fenced Leader Epoch",
        75 => "Unknown Leader Epoch", 76 => "Unsupported Compression Type", 77 => "Stale Broker Epoch",
        78 => "Offset not Available", 79 => "Member ID Required", 80 => "Preferred Leader not Available",
        81 => "Group Max Size Reached", 82 => "Fenced Instance ID",
        83 => "Eligible topic partition leaders are not available",
        84 => "Leader election not needed for topic partition", 85 => "No partition reassignment is in progress",
        86 => "Deleting offsets of a topic is forbidden while the consumer group is actively subscribed to it",
        87 => "This record has failed the validation on broker and hence will be rejected",
        88 => "There are unstable offsets that need to be cleared",
    }
    API_KEY {
        0 => "Produce", 1 => "Fetch", 2 => "Offsets", 3 => "Metadata", 4 => "LeaderAndIsr", 5 => "StopReplica",
        6 => "UpdateMetadata", 7 => "ControlledShutdown", 8 => "OffsetCommit", 9 => "OffsetFetch",
        10 => "FindCoordinator", 11 => "JoinGroup", 12 => "Heartbeat", 13 => "LeaveGroup", 14 => "SyncGroup",
        15 => "DescribeGroups", 16 => "ListGroups", 17 => "SaslHandshake", 18 => "ApiVersions", 19 => "CreateTopics",
        20 => "DeleteTopics", 21 => "DeleteRecords", 22 => "InitProducerId", 23 => "OffsetForLeaderEpoch",
        24 => "AddPartitionsToTxn", 25 => "AddOffsetsToTxn", 26 => "EndTxn", 27 => "WriteTxnMarkers",
        28 => "TxnOffsetCommit", 29 => "DescribeAcls", 30 => "CreateAcls", 31 => "DeleteAcls", 32 => "DescribeConfigs",
        33 => "AlterConfigs", 34 => "AlterReplicaLogDirs", 35 => "DescribeLogDirs", 36 => "SaslAuthenticate",
        37 => "CreatePartitions", 38 => "CreateDelegationToken", 39 => "RenewDelegationToken",
        40 => "ExpireDelegationToken", 41 => "DescribeDelegationToken", 42 => "DeleteGroups", 43 => "ElectLeaders",
        44 => "IncrementalAlterConfigs", 45 => "AlterPartitionReassignments", 46 => "ListPartitionReassignments",
        47 => "OffsetDelete",
    }
    TRANSACTION_RESULT {
        0 => "ABORT", 1 => "COMMIT",
    }
    REQUIRED_ACKS {
        0 => "Not Required", 1 => "Leader", 4294967295 => "Full ISR",
    }
    MESSAGE_CODEC {
        0 => "None", 1 => "Gzip", 2 => "Snappy", 3 => "LZ4", 4 => "Zstd",
    }
    MESSAGE_TIMESTAMP_TYPE {
        0 => "CreateTime", 1 => "LogAppendTime",
    }
    BATCH_TRANSACTIONAL {
        0 => "Non-transactional", 1 => "Transactional",
    }
    BATCH_CONTROL_BATCH {
        0 => "Data batch", 1 => "Control batch",
    }
    COORDINATOR_TYPE {
        0 => "Group", 1 => "Transaction",
    }
    BROKER_SECURITY_PROTOCOL_TYPE {
        0 => "PLAINTEXT", 1 => "SSL", 2 => "SASL_PLAINTEXT", 3 => "SASL_SSL",
    }
    ISOLATION_LEVEL {
        0 => "Read Uncommitted", 1 => "Read Committed",
    }
    CONFIG_OPERATION {
        0 => "Set", 1 => "Delete", 2 => "Append", 3 => "Subtract",
    }
    ACL_RESOURCE_TYPE {
        0 => "Unknown", 1 => "Any", 2 => "Topic", 3 => "Group", 4 => "Cluster", 5 => "TransactionalId",
        6 => "DelegationToken",
    }
    ACL_RESOURCE_PATTERN_TYPE {
        0 => "Unknown", 1 => "Any", 2 => "Match", 3 => "Literal", 4 => "Prefixed",
    }
    ACL_OPERATION {
        0 => "Unknown", 1 => "Any", 2 => "All", 3 => "Read", 4 => "Write", 5 => "Create", 6 => "Delete", 7 => "Alter",
        8 => "Describe", 9 => "Cluster Action", 10 => "Describe Configs", 11 => "Alter Configs",
        12 => "Idempotent Write",
    }
    ACL_PERMISSION_TYPE {
        0 => "Unknown", 1 => "Any", 2 => "Deny", 3 => "Allow",
    }
    CONFIG_RESOURCE_TYPE {
        0 => "Unknown", 2 => "Topic", 4 => "Broker",
    }
    CONFIG_SOURCE {
        0 => "Unknown", 1 => "Topic", 2 => "Broker (Dynamic)", 3 => "Broker (Dynamic/Default)", 4 => "Broker (Static)",
        5 => "Default",
    }
    ELECTION_TYPE {
        0 => "Preferred", 1 => "Unclean",
    }
}
