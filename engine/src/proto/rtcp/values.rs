//! Names of values of RTCP.

values! {
    VERSION {
        2 => "RFC 1889 Version", 0 => "Old VAT Version", 1 => "First Draft Version",
    }
    PT {
        200 => "Sender Report", 201 => "Receiver Report", 202 => "Source description", 203 => "Goodbye",
        204 => "Application specific", 205 => "Generic RTP Feedback", 206 => "Payload-specific Feedback",
        207 => "Extended report (RFC 3611)", 208 => "AVB RTCP packet (IEEE1733)",
        209 => "Receiver Summary Information", 210 => "Port Mapping", 192 => "Full Intra-frame Request (H.261)",
        193 => "Negative Acknowledgement (H.261)", 194 => "SMPTE time-code mapping",
        195 => "Extended inter-arrival jitter report",
    }
    SDES_TYPE {
        0 => "END", 1 => "CNAME (user and domain)", 2 => "NAME (common name)", 3 => "EMAIL (e-mail address)",
        4 => "PHONE (phone number)", 5 => "LOC (geographic location)", 6 => "TOOL (name/version of source app)",
        7 => "NOTE (note about source)", 8 => "PRIV (private extensions)", 9 => "H323-CADDR (H.323 callable address)",
        10 => "Application Specific Identifier",
    }
    APP_POC1_PRIORITY {
        0 => "No priority (un-queued)", 1 => "Normal priority", 2 => "High priority", 3 => "Pre-emptive priority",
    }
    APP_POC1_REASON_CODE {
        1 => "Another PoC User has permission", 2 => "Internal PoC server error",
        3 => "Only one participant in the group", 4 => "Retry-after timer has not expired", 5 => "Listen only",
        1 => "Only one user", 2 => "Talk burst too long", 3 => "No permission to send a Talk Burst",
        4 => "Talk burst pre-empted",
    }
    APP_POC1_ACK_SUBTYPE {
        0 => "TBCP Talk Burst Request", 1 => "TBCP Talk Burst Granted",
        2 => "TBCP Talk Burst Taken (no ack expected)", 3 => "TBCP Talk Burst Deny", 4 => "TBCP Talk Burst Release",
        5 => "TBCP Talk Burst Idle", 6 => "TBCP Talk Burst Revoke", 7 => "TBCP Talk Burst Acknowledgement",
        8 => "TBCP Queue Status Request", 9 => "TBCP Queue Status Response", 11 => "TBCP Disconnect",
        15 => "TBCP Connect", 18 => "TBCP Talk Burst Taken (ack expected)",
    }
    APP_POC1_ACK_REASON_CODE {
        0 => "Accepted", 1 => "Busy", 2 => "Not accepted",
    }
    APP_POC1_CONN_SESSION_TYPE {
        0 => "None", 1 => "1-to-1", 2 => "Ad-hoc", 3 => "Pre-arranged", 4 => "Chat",
    }
    APP_MUX_SELECTION {
        0 => "No multiplexing applied", 1 => "Multiplexing without RTP header compression applied",
        2 => "Multiplexing with RTP header compression applied", 3 => "Reserved",
    }
    PROFILE_SPECIFIC_EXTENSION_TYPE {
        1 => "MS - Estimated Bandwidth", 4 => "MS - Packet Loss Notification", 5 => "MS - Video Preference",
        6 => "MS - Padding", 7 => "MS - Policy Server Bandwidth", 8 => "MS - TURN Server Bandwidth",
        9 => "MS - Audio Healer Metrics", 10 => "MS - Receiver-side Bandwidth Limit",
        11 => "MS - Packet Train Packet", 12 => "MS - Peer Info Exchange",
        13 => "MS - Network Congestion Notification", 14 => "MS - Modality Send Bandwidth Limit",
    }
    XR_BT {
        1 => "Loss Run Length Encoding Report Block", 2 => "Duplicate Run Length Encoding Report Block",
        3 => "Packet Receipt Times Report Block", 4 => "Receiver Reference Time Report Block",
        5 => "DLRR Report Block", 6 => "Statistics Summary Report Block", 7 => "VoIP Metrics Report Block",
        8 => "BT XNQ RTCP XR (RFC5093) Report Block", 9 => "Texas Instruments Extended VoIP Quality Block",
        10 => "Post-repair Loss RLE Report Block", 11 => "Multicast Acquisition Report Block",
        12 => "Inter-destination Media Synchronization Block",
    }
    XR_VOIPMETRICS_PLC {
        0 => "Unspecified", 1 => "Disabled", 2 => "Enhanced", 3 => "Standard",
    }
    XR_VOIPMETRICS_JBA {
        0 => "Unknown", 1 => "Reserved", 2 => "Non-Adaptive", 3 => "Adaptive",
    }
    XR_STATS_TTL {
        0 => "No TTL Values", 1 => "IPv4", 2 => "IPv6", 3 => "Undefined",
    }
    RTPFB_FMT {
        1 => "Generic negative acknowledgement (NACK)",
        3 => "Temporary Maximum Media Stream Bit Rate Request (TMMBR)",
        4 => "Temporary Maximum Media Stream Bit Rate Notification (TMMBN)",
        15 => "Transport-wide Congestion Control (Transport-cc)", 31 => "Reserved for future extensions",
    }
    PSFB_FMT {
        1 => "Picture Loss Indication", 2 => "Slice Loss Indication", 3 => "Reference Picture Selection Indication",
        4 => "Full Intra Request (FIR) Command", 5 => "Temporal-Spatial Trade-off Request (TSTR)",
        6 => "Temporal-Spatial Trade-off Notification (TSTN)", 7 => "Video Back Channel Message (VBCM)",
        15 => "Application Layer Feedback", 31 => "Reserved for future extensions",
    }
    XR_IDMS_SPST {
        0 => "Reserved", 1 => "SC", 2 => "MSAS", 3 => "SC' INPUT", 4 => "SC' OUTPUT", 5 => "Reserved",
        6 => "Reserved", 7 => "Reserved", 8 => "Reserved", 9 => "Reserved", 10 => "Reserved", 11 => "Reserved",
        12 => "Reserved", 13 => "Reserved", 14 => "Reserved", 15 => "Reserved",
    }
    MCPTT_FLD_ID {
        0 => "Floor Priority", 1 => "Duration", 2 => "Reject Cause", 3 => "Queue Info",
        4 => "Granted Party's Identity", 5 => "Permission to Request the Floor", 6 => "User ID", 7 => "Queue Size",
        8 => "Message Sequence-Number", 9 => "Queued User ID", 10 => "Source", 11 => "Track Info",
        12 => "Message Type", 13 => "Floor Indicator", 14 => "SSRC", 15 => "List of Granted Users",
        16 => "List of SSRCs", 17 => "Functional Alias", 18 => "List of Functional Aliases", 19 => "Location",
        20 => "List of Locations", 21 => "Queued Floor Requests Purpose", 22 => "List of Queued Users",
        23 => "Response State", 24 => "Media Flow Control Indicator", 102 => "Floor Priority", 103 => "Duration",
        104 => "Reject Cause", 105 => "Queue Info", 106 => "Granted Party's Identity",
        108 => "Permission to Request the Floor", 109 => "User ID", 110 => "Queue Size",
        111 => "Message SequenceNumber", 112 => "Queued User ID", 113 => "Source", 114 => "Track Info",
        115 => "Message Type", 116 => "Floor Indicator",
    }
    APP_DATA_MCPTT_FLOOR_IND {
        128 => "Multi-talker", 256 => "Temporary group call", 512 => "Dual floor", 1024 => "Queueing supported",
        2048 => "Imminent peril call", 4096 => "Emergency call", 8192 => "System call",
        16384 => "Broadcast group call", 32768 => "Normal call",
    }
    APP_DATA_MCPTT_REJ_CAUSE_FLOOR_DENY {
        1 => "Another MCPTT client has permission", 2 => "Internal floor control server error",
        3 => "Only one participant", 4 => "Retry-after timer has not expired", 5 => "Receive only",
        6 => "No resources available", 7 => "Queue full", 255 => "Other reason",
    }
    APP_DATA_MCPTT_REJ_CAUSE_FLOOR_REVOKE {
        1 => "Only one MCPTT client", 2 => "Media burst too long", 3 => "No permission to send a Media Burst",
        4 => "Media Burst pre-empted", 6 => "No resources available", 255 => "Other reason",
    }
    APP_DATA_MCPTT_PERM_TO_REQ_FLOOR {
        0 => "The receiver is not permitted to request floor", 1 => "The receiver is permitted to request floor",
    }
    APP_DATA_MCPTT_SOURCE {
        0 => "The floor participant is the source", 1 => "The participating MCPTT function is the source",
        2 => "The controlling MCPTT function is the source", 3 => "The non-controlling MCPTT function is the source",
    }
    APP_DATA_MCPTT_LOC_TYPE {
        0 => "Not provided", 1 => "ECGI", 2 => "Tracking Area", 3 => "PLMN ID", 4 => "MBMS Service Area",
        5 => "MBSFN Area ID", 6 => "Geographic coordinates",
    }
    APP_DATA_MCPTT_MSG_TYPE {
        0 => "Floor Request", 1 => "Floor Granted", 2 => "Floor Taken", 3 => "Floor Deny", 4 => "Floor Release",
        5 => "Floor Idle", 6 => "Floor Revoke", 8 => "Floor Queue Position Request", 9 => "Floor Queue Position Info",
        10 => "Floor Ack", 11 => "Unicast Media Flow Control", 14 => "Floor Queued Cancel",
        15 => "Floor Release Multi Talker", 17 => "Floor Granted(ack req)", 18 => "Floor Taken(ack req)",
        19 => "Floor Deny(ack req)", 20 => "Floor Release(ack req)", 21 => "Floor Idle(ack req)",
        25 => "Floor Queue Position Info(ack req)", 27 => "Unicast Media Flow Control(ack req)",
        30 => "Floor Queued Cancel(ack req)",
    }
    APP_DATA_MCCP_FIELD_ID {
        0 => "Subchannel", 1 => "TMGI", 2 => "MCPTT Group ID", 3 => "Monitoring State",
    }
}
