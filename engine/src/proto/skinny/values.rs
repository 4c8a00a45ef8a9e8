//! Names of values of Skinny.

values! {
    HDR_VERSION {
        0 => "Basic", 10 => "V10", 11 => "V11", 15 => "V15", 16 => "V16", 17 => "V17", 18 => "V18", 19 => "V19",
        20 => "V20", 21 => "V21", 22 => "V22",
    }
    MESSAGEID {
        0 => "KeepAliveReq", 1 => "RegisterReq", 2 => "IpPort", 3 => "KeypadButton", 4 => "EnblocCall",
        5 => "Stimulus", 6 => "OffHook", 7 => "OnHook", 8 => "HookFlash", 9 => "ForwardStatReq",
        10 => "SpeedDialStatReq", 11 => "LineStatReq", 12 => "ConfigStatReq", 13 => "TimeDateReq",
        14 => "ButtonTemplateReq", 15 => "VersionReq", 16 => "CapabilitiesRes", 18 => "ServerReq", 32 => "Alarm",
        33 => "MulticastMediaReceptionAck", 34 => "OpenReceiveChannelAck", 35 => "ConnectionStatisticsRes",
        36 => "OffHookWithCallingPartyNumber", 37 => "SoftKeySetReq", 38 => "SoftKeyEvent", 39 => "UnregisterReq",
        40 => "SoftKeyTemplateReq", 41 => "RegisterTokenReq", 42 => "MediaTransmissionFailure", 43 => "HeadsetStatus",
        44 => "MediaResourceNotification", 45 => "RegisterAvailableLines", 46 => "DeviceToUserData",
        47 => "DeviceToUserDataResponse", 48 => "UpdateCapabilities", 49 => "OpenMultiMediaReceiveChannelAck",
        50 => "ClearConference", 51 => "ServiceURLStatReq", 52 => "FeatureStatReq", 53 => "CreateConferenceRes",
        54 => "DeleteConferenceRes", 55 => "ModifyConferenceRes", 56 => "AddParticipantRes",
        57 => "AuditConferenceRes", 64 => "AuditParticipantRes", 65 => "DeviceToUserDataVersion1",
        66 => "DeviceToUserDataResponseVersion1", 67 => "CapabilitiesV2Res", 68 => "CapabilitiesV3Res",
        69 => "PortRes", 70 => "QoSResvNotify", 71 => "QoSErrorNotify", 72 => "SubscriptionStatReq",
        73 => "MediaPathEvent", 74 => "MediaPathCapability", 76 => "MwiNotification", 129 => "RegisterAck",
        130 => "StartTone", 131 => "StopTone", 133 => "SetRinger", 134 => "SetLamp", 135 => "SetHookFlashDetect",
        136 => "SetSpeakerMode", 137 => "SetMicroMode", 138 => "StartMediaTransmission",
        139 => "StopMediaTransmission", 143 => "CallInfo", 144 => "ForwardStatRes", 145 => "SpeedDialStatRes",
        146 => "LineStatRes", 147 => "ConfigStatRes", 148 => "TimeDateRes", 149 => "StartSessionTransmission",
        150 => "StopSessionTransmission", 151 => "ButtonTemplateRes", 152 => "VersionRes", 153 => "DisplayText",
        154 => "ClearDisplay", 155 => "CapabilitiesReq", 157 => "RegisterReject", 158 => "ServerRes", 159 => "Reset",
        256 => "KeepAliveAck", 257 => "StartMulticastMediaReception", 258 => "StartMulticastMediaTransmission",
        259 => "StopMulticastMediaReception", 260 => "StopMulticastMediaTransmission", 261 => "OpenReceiveChannel",
        262 => "CloseReceiveChannel", 263 => "ConnectionStatisticsReq", 264 => "SoftKeyTemplateRes",
        265 => "SoftKeySetRes", 272 => "SelectSoftKeys", 273 => "CallState", 274 => "DisplayPromptStatus",
        275 => "ClearPromptStatus", 276 => "DisplayNotify", 277 => "ClearNotify", 278 => "ActivateCallPlane",
        279 => "DeactivateCallPlane", 280 => "UnregisterAck", 281 => "BackSpaceRes", 282 => "RegisterTokenAck",
        283 => "RegisterTokenReject", 284 => "StartMediaFailureDetection", 285 => "DialedNumber",
        286 => "UserToDeviceData", 287 => "FeatureStatRes", 288 => "DisplayPriNotify", 289 => "ClearPriNotify",
        290 => "StartAnnouncement", 291 => "StopAnnouncement", 292 => "AnnouncementFinish", 295 => "NotifyDtmfTone",
        296 => "SendDtmfTone", 297 => "SubscribeDtmfPayloadReq", 298 => "SubscribeDtmfPayloadRes",
        299 => "SubscribeDtmfPayloadErr", 300 => "UnSubscribeDtmfPayloadReq", 301 => "UnSubscribeDtmfPayloadRes",
        302 => "UnSubscribeDtmfPayloadErr", 303 => "ServiceURLStatRes", 304 => "CallSelectStatRes",
        305 => "OpenMultiMediaReceiveChannel", 306 => "StartMultiMediaTransmission",
        307 => "StopMultiMediaTransmission", 308 => "MiscellaneousCommand", 309 => "FlowControlCommand",
        310 => "CloseMultiMediaReceiveChannel", 311 => "CreateConferenceReq", 312 => "DeleteConferenceReq",
        313 => "ModifyConferenceReq", 314 => "AddParticipantReq", 315 => "DropParticipantReq",
        316 => "AuditConferenceReq", 317 => "AuditParticipantReq", 318 => "ChangeParticipantReq",
        319 => "UserToDeviceDataVersion1", 320 => "VideoDisplayCommand", 321 => "FlowControlNotify",
        322 => "ConfigStatV2Res", 323 => "DisplayNotifyV2", 324 => "DisplayPriNotifyV2",
        325 => "DisplayPromptStatusV2", 326 => "FeatureStatV2Res", 327 => "LineStatV2Res",
        328 => "ServiceURLStatV2Res", 329 => "SpeedDialStatV2Res", 330 => "CallInfoV2", 331 => "PortReq",
        332 => "PortClose", 333 => "QoSListen", 334 => "QoSPath", 335 => "QoSTeardown", 336 => "UpdateDSCP",
        337 => "QoSModify", 338 => "SubscriptionStatRes", 339 => "Notification", 340 => "StartMediaTransmissionAck",
        341 => "StartMultiMediaTransmissionAck", 342 => "CallHistoryInfo", 343 => "LocationInfo", 344 => "MwiRes",
        345 => "AddOnDeviceCapabilities", 346 => "EnhancedAlarm", 350 => "CallCountReq", 351 => "CallCountResp",
        352 => "RecordingStatus", 32768 => "SPCPRegisterTokenReq", 33024 => "SPCPRegisterTokenAck",
        33025 => "SPCPRegisterTokenReject",
    }
    IPV4OR6 {
        0 => "v4", 1 => "v6", 2 => "v4_v6", 3 => "_Invalid",
    }
    ADD_PARTICIPANT_RESULT {
        0 => "OK", 1 => "ResourceNotAvailable", 2 => "ConferenceNotExist", 3 => "DuplicateCallRef", 4 => "SystemErr",
    }
    ALARMSEVERITY {
        0 => "Critical", 1 => "Warning", 2 => "Informational", 4 => "Unknown", 7 => "Major", 8 => "Minor",
        10 => "Marginal", 20 => "TraceInfo",
    }
    ALGORITHMID {
        0 => "NO_ENCRYPTION", 1 => "CCM_AES_CM_128_HMAC_SHA1_32", 2 => "CCM_AES_CM_128_HMAC_SHA1_80",
        3 => "CCM_F8_128_HMAC_SHA1_32", 4 => "CCM_F8_128_HMAC_SHA1_80", 5 => "CCM_AEAD_AES_128_GCM",
        6 => "CCM_AEAD_AES_256_GCM",
    }
    ANNACKREQ {
        0 => "NoAnnAckRequired", 1 => "AnnAckRequired",
    }
    ANNPLAYMODE {
        0 => "XmlConfigMode", 1 => "OneShotMode", 2 => "ContinuousMode",
    }
    ANNSTATUS {
        0 => "OK", 1 => "Err",
    }
    AUDIT_PARTICIPANT_RESULT {
        0 => "OK", 1 => "ConferenceNotExist",
    }
    BUTTONDEFINITION {
        0 => "Unused", 1 => "Last Number Redial", 2 => "SpeedDial", 3 => "Hold", 4 => "Transfer", 5 => "Forward All",
        6 => "Forward Busy", 7 => "Forward No Answer", 8 => "Display", 9 => "Line", 10 => "T120 Chat",
        11 => "T120 Whiteboard", 12 => "T120 Application Sharing", 13 => "T120 File Transfer", 14 => "Video",
        15 => "Voicemail", 16 => "Answer Release", 17 => "Auto Answer", 18 => "Select", 19 => "Feature",
        20 => "ServiceURL", 21 => "BusyLampField Speeddial", 27 => "Malicious Call", 33 => "Generic App B1",
        34 => "Generic App B2", 35 => "Generic App B3", 36 => "Generic App B4", 37 => "Generic App B5",
        38 => "Monitor/Multiblink", 123 => "Meet Me Conference", 125 => "Conference", 126 => "Call Park",
        127 => "Call Pickup", 128 => "Group Call Pickup", 129 => "Mobility", 130 => "DoNotDisturb", 131 => "ConfList",
        132 => "RemoveLastParticipant", 133 => "QRT", 134 => "CallBack", 135 => "OtherPickup", 136 => "VideoMode",
        137 => "NewCall", 138 => "EndCall", 139 => "HLog", 143 => "Queuing", 192 => "Test E", 193 => "Test F",
        194 => "Messages", 195 => "Directory", 196 => "Test I", 197 => "Application", 198 => "Headset",
        240 => "Keypad", 253 => "Aec", 255 => "Undefined",
    }
    CALLHISTORYDISPOSITION {
        0 => "Ignore", 1 => "PlacedCalls", 2 => "ReceivedCalls", 3 => "MissedCalls", 65535 => "UnknownDisp",
    }
    CALLSECURITYSTATUS {
        0 => "Unknown", 1 => "NotAuthenticated", 2 => "Authenticated", 3 => "Encrypted", 4 => "Max",
    }
    CALLSTATE {
        0 => "Idle", 1 => "OffHook", 2 => "OnHook", 3 => "RingOut", 4 => "RingIn", 5 => "Connected", 6 => "Busy",
        7 => "Congestion", 8 => "Hold", 9 => "CallWaiting", 10 => "CallTransfer", 11 => "CallPark", 12 => "Proceed",
        13 => "CallRemoteMultiline", 14 => "InvalidNumber", 15 => "HoldRevert", 16 => "Whisper", 17 => "RemoteHold",
        18 => "MaxState",
    }
    CALLTYPE {
        1 => "InBoundCall", 2 => "OutBoundCall", 3 => "ForwardCall",
    }
    CAUSE {
        0 => "OK", 1 => "RouteFail", 2 => "AuthFail", 3 => "Timeout", 4 => "TrunkTerm", 5 => "TrunkForbidden",
        6 => "Throttle",
    }
    COMMAND {
        0 => "videoFreezePicture", 1 => "videoFastUpdatePicture", 2 => "videoFastUpdateGOB", 3 => "videoFastUpdateMB",
        4 => "lostPicture", 5 => "lostPartialPicture", 6 => "recoveryReferencePicture",
        7 => "temporalSpatialTradeOff",
    }
    COMPRESSIONTYPE {
        2 => "Media_Payload_G711Alaw64k", 3 => "Media_Payload_G711Alaw56k", 4 => "Media_Payload_G711Ulaw64k",
        5 => "Media_Payload_G711Ulaw56k", 6 => "Media_Payload_G722_64k", 7 => "Media_Payload_G722_56k",
        8 => "Media_Payload_G722_48k", 9 => "Media_Payload_G7231", 10 => "Media_Payload_G728",
        11 => "Media_Payload_G729", 12 => "Media_Payload_G729AnnexA", 15 => "Media_Payload_G729AnnexB",
        16 => "Media_Payload_G729AnnexAwAnnexB", 18 => "Media_Payload_GSM_Full_Rate",
        19 => "Media_Payload_GSM_Half_Rate", 20 => "Media_Payload_GSM_Enhanced_Full_Rate",
        25 => "Media_Payload_Wide_Band_256k", 32 => "Media_Payload_Data64", 33 => "Media_Payload_Data56",
        40 => "Media_Payload_G7221_32K", 41 => "Media_Payload_G7221_24K", 42 => "Media_Payload_AAC",
        43 => "Media_Payload_MP4ALATM_128", 44 => "Media_Payload_MP4ALATM_64", 45 => "Media_Payload_MP4ALATM_56",
        46 => "Media_Payload_MP4ALATM_48", 47 => "Media_Payload_MP4ALATM_32", 48 => "Media_Payload_MP4ALATM_24",
        49 => "Media_Payload_MP4ALATM_NA", 80 => "Media_Payload_GSM", 82 => "Media_Payload_G726_32K",
        83 => "Media_Payload_G726_24K", 84 => "Media_Payload_G726_16K", 86 => "Media_Payload_ILBC",
        89 => "Media_Payload_ISAC", 90 => "Media_Payload_OPUS", 97 => "Media_Payload_AMR",
        98 => "Media_Payload_AMR_WB", 100 => "Media_Payload_H261", 101 => "Media_Payload_H263",
        102 => "Media_Payload_Vieo", 103 => "Media_Payload_H264", 104 => "Media_Payload_H264_SVC",
        105 => "Media_Payload_T120", 106 => "Media_Payload_H224", 107 => "Media_Payload_T38Fax",
        108 => "Media_Payload_TOTE", 109 => "Media_Payload_H265", 110 => "Media_Payload_H264_UC",
        111 => "Media_Payload_XV150_MR_711U", 112 => "Media_Payload_NSE_VBD_711U",
        113 => "Media_Payload_XV150_MR_729A", 114 => "Media_Payload_NSE_VBD_729A", 115 => "Media_Payload_H264_FEC",
        120 => "Media_Payload_Clear_Chan", 222 => "Media_Payload_Universal_Xcoder",
        257 => "Media_Payload_RFC2833_DynPayload", 258 => "Media_Payload_PassThrough",
        259 => "Media_Payload_Dynamic_Payload_PassThru", 260 => "Media_Payload_DTMF_OOB",
        261 => "Media_Payload_Inband_DTMF_RFC2833", 262 => "Media_Payload_CFB_Tones", 299 => "Media_Payload_NoAudio",
        300 => "Media_Payload_v150_LC_ModemRelay", 301 => "Media_Payload_v150_LC_SPRT",
        302 => "Media_Payload_v150_LC_SSE", 303 => "Media_Payload_Max",
    }
    DATACAPABILITYDIRECTION {
        0 => "None", 1 => "ReceiveOnly", 2 => "TransmitOnly", 3 => "Both",
    }
    DELETE_CONF_RESULT {
        0 => "OK", 1 => "ConferenceNotExist", 2 => "SystemErr",
    }
    DEVICETYPE {
        1 => "Station30SPplus", 2 => "Station12SPplus", 3 => "Station12SP", 4 => "Station12", 5 => "Station30VIP",
        6 => "Cisco 7910", 7 => "StationTelecasterMgr", 8 => "Cisco 7940", 9 => "Cisco 7935", 10 => "StationVGC",
        11 => "VGCVirtualPhone", 12 => "StationATA186", 13 => "StationATA188", 15 => "EmccBase",
        20 => "Virtual30SPplus", 21 => "StationPhoneApplication", 30 => "AnalogAccess", 40 => "DigitalAccessTitan1",
        41 => "Digital Access T1", 42 => "DigitalAccessTitan2", 43 => "DigitalAccessLennon",
        47 => "AnalogAccessElvis", 48 => "VGCGateway", 50 => "ConferenceBridge", 51 => "ConferenceBridgeYoko",
        52 => "ConferenceBridgeDixieLand", 53 => "ConferenceBridgeSummit", 60 => "H225", 61 => "H323Phone",
        62 => "H323Gateway", 70 => "MusicOnHold", 71 => "Pilot", 72 => "TapiPort", 73 => "TapiRoutePoint",
        80 => "VoiceInBox", 81 => "VoiceInboxAdmin", 82 => "LineAnnunciator", 83 => "SoftwareMtpDixieLand",
        84 => "CiscoMediaServer", 85 => "ConferenceBridgeFlint", 86 => "ConferenceBridgeHetroGen",
        87 => "ConferenceBridgeAudVid", 88 => "ConferenceHVideoBridge", 90 => "RouteList", 100 => "LoadSimulator",
        110 => "MediaTerminationPoint", 111 => "MediaTerminationPointYoko", 112 => "MediaTerminationPointDixieLand",
        113 => "MediaTerminationPointSummit", 115 => "7941G", 119 => "7971", 120 => "MGCPStation", 121 => "MGCPTrunk",
        122 => "RASProxy", 124 => "Cisco 7914 AddOn", 125 => "Trunk", 126 => "Annunciator", 127 => "MonitorBridge",
        128 => "Recorder", 129 => "MonitorBridgeYoko", 131 => "SipTrunk", 132 => "SipGateway", 133 => "WsmTrunk",
        134 => "RemoteDestination", 227 => "Cisco 7915 AddOn", 228 => "Cisco 7915 AddOn 24",
        229 => "Cisco 7916 AddOn", 230 => "Cisco 7916 AddOn 24", 253 => "GenericDevice", 254 => "UnknownMGCPGateway",
        255 => "NotDefined", 275 => "Nokia E Series", 302 => "Cisco 7985", 307 => "7911", 308 => "Cisco 7961 GE",
        309 => "7961G_GE", 335 => "MotorolaCN622", 336 => "3rdPartySipBasic", 348 => "Cisco 7931",
        358 => "UnifiedCommunicator", 365 => "7921", 369 => "7906", 374 => "3rdPartySipAdv", 375 => "Telepresence",
        376 => "Nokia ICC client", 404 => "7962", 412 => "3951", 431 => "7937", 434 => "7942", 435 => "7945",
        436 => "7965", 437 => "7975", 468 => "UnifiedMobileCommunicator", 484 => "Cisco 7925", 493 => "9971_CE",
        495 => "Cisco 6921", 496 => "Cisco 6941", 497 => "Cisco 6961", 503 => "CSF", 547 => "Cisco 6901",
        548 => "Cisco 6911", 564 => "Cisco 6945", 585 => "Cisco 8945", 586 => "Cisco 8941",
        597 => "CiscoTelepresenceMcu", 599 => "CiscoTelePresenceExchange",
        600 => "CiscoTelePresenceSoftwareConferenceBridge", 631 => "ASSip", 635 => "CtiRemoteDevice", 20000 => "7905",
        30002 => "7920", 30006 => "7970", 30007 => "7912", 30008 => "7902", 30016 => "Cisco IP Communicator",
        30018 => "7961G", 30019 => "7936", 30027 => "AnalogPhone", 30028 => "ISDNBRIPhone",
        30032 => "SCCPGwVirtualPhone", 30035 => "IP_STE", 36041 => "CiscoTelePresenceConductor",
        36219 => "InteractiveVoiceResponse", 80000 => "Cisco SPA 521S", 80003 => "Cisco SPA 502G",
        80004 => "Cisco SPA 504G", 80005 => "Cisco SPA 525G", 80007 => "Cisco SPA 509G", 80009 => "Cisco SPA 525G2",
        80011 => "Cisco SPA 303G",
    }
    DIRECTION {
        1 => "SEND", 2 => "RECV", 3 => "SENDRECV",
    }
    ECVALUE {
        0 => "Media_EchoCancellation_Off", 1 => "Media_EchoCancellation_On",
    }
    ENCRYPTIONCAPABILITY {
        0 => "NotEncryptionCapable", 1 => "EncryptionCapable",
    }
    ERRORCODE {
        0 => "QOS_CAUSE_RESERVATION_TIMEOUT", 1 => "QOS_CAUSE_PATH_FAIL", 2 => "QOS_CAUSE_RESV_FAIL",
        3 => "QOS_CAUSE_LISTEN_FAIL", 4 => "QOS_CAUSE_RESOURCE_UNAVAILABLE", 5 => "QOS_CAUSE_LISTEN_TIMEOUT",
        6 => "QOS_CAUSE_RESV_RETRIES_FAIL", 7 => "QOS_CAUSE_PATH_RETRIES_FAIL", 8 => "QOS_CAUSE_RESV_PREEMPTION",
        9 => "QOS_CAUSE_PATH_PREEMPTION", 10 => "QOS_CAUSE_RESV_MODIFY_FAIL", 11 => "QOS_CAUSE_PATH_MODIFY_FAIL",
        12 => "QOS_CAUSE_RESV_TEAR",
    }
    G723BITRATE {
        1 => "Media_G723BRate_5_3", 2 => "Media_G723BRate_6_3",
    }
    HEADSETSTATUS {
        1 => "On", 2 => "Off",
    }
    IPADDRESSINGMODE {
        0 => "ModeIpv4", 1 => "ModeIpv6", 2 => "ModeIpv4AndIpv6",
    }
    KPBUTTON {
        0 => "Zero", 1 => "One", 2 => "Two", 3 => "Three", 4 => "Four", 5 => "Five", 6 => "Six", 7 => "Seven",
        8 => "Eight", 9 => "Nine", 10 => "A", 11 => "B", 12 => "C", 13 => "D", 14 => "Star", 15 => "Pound",
        16 => "Plus",
    }
    LAMPMODE {
        1 => "Off", 2 => "On", 3 => "Wink", 4 => "Flash", 5 => "Blink",
    }
    LAYOUTS {
        0 => "NoLayout", 1 => "OneByOne", 2 => "OneByTwo", 3 => "TwoByTwo", 4 => "TwoByTwo3Alt1",
        5 => "TwoByTwo3Alt2", 6 => "ThreeByThree", 7 => "ThreeByThree6Alt1", 8 => "ThreeByThree6Alt2",
        9 => "ThreeByThree4Alt1", 10 => "ThreeByThree4Alt2",
    }
    MEDIAPATHCAPABILITIES {
        1 => "Enable", 2 => "Disable", 3 => "Monitor",
    }
    MEDIAPATHID {
        1 => "Headset", 2 => "Handset", 3 => "Speaker",
    }
    MEDIARECEPTIONSTATUS {
        0 => "Ok", 1 => "Unknown", 2 => "NotEnoughChannels", 3 => "CodecTooComplex", 4 => "InvalidPartyID",
        5 => "InvalidCallRef", 6 => "InvalidCodec", 7 => "InvalidPacketSize", 8 => "OutOfSockets",
        9 => "EncoderOrDecoderFailed", 10 => "InvalidDynamicPayloadType", 11 => "RequestedIpAddrTypeUnAvailable",
        255 => "DeviceOnHook",
    }
    MEDIATRANSPORTTYPE {
        1 => "RTP", 2 => "UDP", 3 => "TCP",
    }
    MEDIATYPE {
        0 => "MediaType_Invalid", 1 => "MediaType_Audio", 2 => "MediaType_Main_Video", 3 => "MediaType_FECC",
        4 => "MediaType_Presentation_Video", 5 => "MediaType_DataApp_BFCP", 6 => "MediaType_DataApp_IXChannel",
        7 => "MediaType_T38", 8 => "MediaType_Max",
    }
    MODIFY_CONF_RESULT {
        0 => "OK", 1 => "ResourceNotAvailable", 2 => "ConferenceNotExist", 3 => "InvalidParameter",
        4 => "MoreActiveCallsThanReserved", 5 => "InvalidResourceType", 6 => "SystemErr",
    }
    MULTICASTRECEPTIONSTATUS {
        0 => "Ok", 1 => "Error",
    }
    MWI_NOTIFICATION_RESULT {
        0 => "Ok", 1 => "GeneralError", 2 => "RequestRejected", 3 => "VmCountOutOfBounds", 4 => "FaxCountOutOfBounds",
        5 => "InvalidPriorityVmCount", 6 => "InvalidPriorityFaxCount",
    }
    PORTHANDLINGFLAG {
        0 => "CLOSE_PORT", 1 => "KEEP_PORT",
    }
    PRIVACY {
        0 => "None", 1 => "Limited", 2 => "Full",
    }
    RECORDING_STATUS {
        0 => "_OFF", 1 => "_ON",
    }
    RESETTYPE {
        1 => "RESET", 2 => "RESTART", 3 => "APPLY_CONFIG",
    }
    RESOURCETYPE {
        0 => "Conference", 1 => "IVR",
    }
    RESULT {
        0 => "OK", 1 => "ResourceNotAvailable", 2 => "ConferenceAlreadyExist", 3 => "SystemErr",
    }
    RESVSTYLE {
        1 => "FF", 2 => "SE", 3 => "WF",
    }
    RINGDURATION {
        1 => "NormalRing", 2 => "SingleRing",
    }
    RINGMODE {
        1 => "RingOff", 2 => "InsideRing", 3 => "OutsideRing", 4 => "FeatureRing", 5 => "FlashOnly",
        6 => "PrecedenceRing",
    }
    RSVPERRORCODE {
        0 => "CONFIRM", 1 => "ADMISSION", 2 => "ADMINISTRATIVE", 3 => "NO_PATH_INFORMATION",
        4 => "NO_SENDER_INFORMATION", 5 => "CONFLICTING_STYLE", 6 => "UNKNOWN_STYLE", 7 => "CONFLICTING_DST_PORTS",
        8 => "CONFLICTING_SRC_PORTS", 12 => "SERVICE_PREEMPTED", 13 => "UNKNOWN_OBJECT_CLASS",
        14 => "UNKNOWN_CLASS_TYPE", 20 => "API", 21 => "TRAFFIC", 22 => "TRAFFIC_SYSTEM", 23 => "SYSTEM",
        24 => "ROUTING_PROBLEM",
    }
    SEQUENCEFLAG {
        0 => "First", 1 => "More", 2 => "Last",
    }
    SESSIONTYPE {
        1 => "Chat", 2 => "Whiteboard", 4 => "ApplicationSharing", 8 => "FileTransfer", 16 => "Video",
    }
    SOFTKEYEVENT {
        1 => "Redial", 2 => "NewCall", 3 => "Hold", 4 => "Transfer", 5 => "CfwdAll", 6 => "CfwdBusy",
        7 => "CfwdNoAnswer", 8 => "BackSpace", 9 => "EndCall", 10 => "Resume", 11 => "Answer", 12 => "Info",
        13 => "Confrn", 14 => "Park", 15 => "Join", 16 => "MeetMe", 17 => "PickUp", 18 => "GrpPickup",
        19 => "Your current options", 20 => "Off Hook", 21 => "On Hook", 22 => "Ring out", 23 => "From ",
        24 => "Connected", 25 => "Busy", 26 => "Line In Use", 27 => "Call Waiting", 28 => "Call Transfer",
        29 => "Call Park", 30 => "Call Proceed", 31 => "In Use Remote", 32 => "Enter number", 33 => "Call park At",
        34 => "Primary Only", 35 => "Temp Fail", 36 => "You Have a VoiceMail", 37 => "Forwarded to",
        38 => "Can Not Complete Conference", 39 => "No Conference Bridge", 40 => "Can Not Hold Primary Control",
        41 => "Invalid Conference Participant", 42 => "In Conference Already", 43 => "No Participant Info",
        44 => "Exceed Maximum Parties", 45 => "Key Is Not Active", 46 => "Error No License", 47 => "Error DBConfig",
        48 => "Error Database", 49 => "Error Pass Limit", 50 => "Error Unknown", 51 => "Error Mismatch",
        52 => "Conference", 53 => "Park Number", 54 => "Private", 55 => "Not Enough Bandwidth",
        56 => "Unknown Number", 57 => "RmLstC", 58 => "Voicemail", 59 => "ImmDiv", 60 => "Intrcpt", 61 => "SetWtch",
        62 => "TrnsfVM", 63 => "DND", 64 => "DivAll", 65 => "CallBack", 66 => "Network congestion,rerouting",
        67 => "Barge", 68 => "Failed to setup Barge", 69 => "Another Barge exists", 70 => "Incompatible device type",
        71 => "No Park Number Available", 72 => "CallPark Reversion", 73 => "Service is not Active",
        74 => "High Traffic Try Again Later", 75 => "QRT", 76 => "MCID", 77 => "DirTrfr", 78 => "Select",
        79 => "ConfList", 80 => "iDivert", 81 => "cBarge", 82 => "Can Not Complete Transfer",
        83 => "Can Not Join Calls", 84 => "Mcid Successful", 85 => "Number Not Configured", 86 => "Security Error",
        87 => "Video Bandwidth Unavailable", 88 => "Video Mode", 201 => "Dial", 202 => "Record",
    }
    SOFTKEYINFOINDEX {
        301 => "Redial", 302 => "NewCall", 303 => "Hold", 304 => "Transfer", 305 => "CfwdAll", 306 => "CfwdBusy",
        307 => "CfwdNoAnswer", 308 => "BackSpace", 309 => "EndCall", 310 => "Resume", 311 => "Answer", 312 => "Info",
        313 => "Confrn", 314 => "Park", 315 => "Join", 316 => "MeetMe", 317 => "PickUp", 318 => "GrpPickup",
        319 => "Monitor", 320 => "CallBack", 321 => "Barge", 322 => "DND", 323 => "ConfList", 324 => "Select",
        325 => "Private", 326 => "Transfer Voicemail", 327 => "Direct Transfer", 328 => "Immediate Divert",
        329 => "Video Mode", 330 => "Intercept", 331 => "Empty", 332 => "Dial", 333 => "Conference Barge",
    }
    SOFTKEYSETINDEX {
        0 => "On Hook", 1 => "Connected", 2 => "On Hold", 3 => "Ring In", 4 => "Off Hook",
        5 => "Connected Transferable", 6 => "Digits Following", 7 => "Connected Conference", 8 => "Ring Out",
        9 => "OffHook with Features", 10 => "In Use Hint", 11 => "On Hook with Stealable Call",
    }
    SOFTKEYTEMPLATEINDEX {
        1 => "Redial", 2 => "NewCall", 3 => "Hold", 4 => "Transfer", 5 => "CfwdAll", 6 => "CfwdBusy",
        7 => "CfwdNoAnswer", 8 => "BackSpace", 9 => "EndCall", 10 => "Resume", 11 => "Answer", 12 => "Info",
        13 => "Confrn", 14 => "Park", 15 => "Join", 16 => "MeetMe", 17 => "PickUp", 18 => "GrpPickup",
        19 => "Monitor", 20 => "CallBack", 21 => "Barge", 22 => "DND", 23 => "ConfList", 24 => "Select",
        25 => "Private", 26 => "Transfer Voicemail", 27 => "Direct Transfer", 28 => "Immediate Divert",
        29 => "Video Mode", 30 => "Intercept", 31 => "Empty", 32 => "Dial", 33 => "Conference Barge",
    }
    SSVALUE {
        0 => "Media_SilenceSuppression_Off", 1 => "Media_SilenceSuppression_On",
    }
    STATSPROCESSINGMODE {
        0 => "clearStats", 1 => "doNotClearStats",
    }
    STATUS {
        0 => "Ok", 1 => "Error", 2 => "NAK",
    }
    STIMULUS {
        1 => "LastNumberRedial", 2 => "SpeedDial", 3 => "Hold", 4 => "Transfer", 5 => "ForwardAll",
        6 => "ForwardBusy", 7 => "ForwardNoAnswer", 8 => "Display", 9 => "Line", 10 => "T120Chat",
        11 => "T120Whiteboard", 12 => "T120ApplicationSharing", 13 => "T120FileTransfer", 14 => "Video",
        15 => "VoiceMail", 16 => "AnswerRelease", 17 => "AutoAnswer", 18 => "Select", 19 => "Privacy",
        20 => "ServiceURL", 21 => "BLFSpeedDial", 22 => "DPark", 23 => "Intercom", 27 => "MaliciousCall",
        33 => "GenericAppB1", 34 => "GenericAppB2", 35 => "GenericAppB3", 36 => "GenericAppB4", 37 => "GenericAppB5",
        123 => "MeetMeConference", 125 => "Conference", 126 => "CallPark", 127 => "CallPickUp",
        128 => "GroupCallPickUp", 129 => "Mobility", 130 => "DoNotDisturb", 131 => "ConfList",
        132 => "RemoveLastParticipant", 133 => "QRT", 134 => "CallBack", 135 => "OtherPickup", 136 => "VideoMode",
        137 => "NewCall", 138 => "EndCall", 139 => "HLog", 143 => "Queuing", 255 => "MaxStimulusValue",
    }
    SUBSCRIPTIONFEATUREID {
        1 => "BLF",
    }
    TONE {
        0 => "Silence", 1 => "Dtmf1", 2 => "Dtmf2", 3 => "Dtmf3", 4 => "Dtmf4", 5 => "Dtmf5", 6 => "Dtmf6",
        7 => "Dtmf7", 8 => "Dtmf8", 9 => "Dtmf9", 10 => "Dtmf0", 14 => "DtmfStar", 15 => "DtmfPound", 16 => "DtmfA",
        17 => "DtmfB", 18 => "DtmfC", 19 => "DtmfD", 33 => "InsideDialTone", 34 => "OutsideDialTone",
        35 => "LineBusyTone", 36 => "AlertingTone", 37 => "ReorderTone", 38 => "RecorderWarningTone",
        39 => "RecorderDetectedTone", 40 => "RevertingTone", 41 => "ReceiverOffHookTone",
        42 => "MessageWaitingIndicatorTone", 43 => "NoSuchNumberTone", 44 => "BusyVerificationTone",
        45 => "CallWaitingTone", 46 => "ConfirmationTone", 47 => "CampOnIndicationTone", 48 => "RecallDialTone",
        49 => "ZipZip", 50 => "Zip", 51 => "BeepBonk", 52 => "MusicTone", 53 => "HoldTone", 54 => "TestTone",
        56 => "MonitorWarningTone", 57 => "SecureWarningTone", 64 => "AddCallWaiting", 65 => "PriorityCallWait",
        66 => "RecallDial", 67 => "BargIn", 68 => "DistinctAlert", 69 => "PriorityAlert", 70 => "ReminderRing",
        71 => "PrecedenceRingBack", 72 => "PreemptionTone", 73 => "NonSecureWarningTone", 80 => "MF1", 81 => "MF2",
        82 => "MF3", 83 => "MF4", 84 => "MF5", 85 => "MF6", 86 => "MF7", 87 => "MF8", 88 => "MF9", 89 => "MF0",
        90 => "MFKP1", 91 => "MFST", 92 => "MFKP2", 93 => "MFSTP", 94 => "MFST3P", 95 => "MILLIWATT",
        96 => "MILLIWATTTEST", 97 => "HIGHTONE", 98 => "FLASHOVERRIDE", 99 => "FLASH", 100 => "PRIORITY",
        101 => "IMMEDIATE", 102 => "PREAMPWARN", 103 => "2105HZ", 104 => "2600HZ", 105 => "440HZ", 106 => "300HZ",
        107 => "Mobility_WP", 108 => "Mobility_UAC", 109 => "Mobility_WTDN", 110 => "Mobility_MON",
        111 => "Mobility_MOFF", 112 => "Mobility_UKC", 113 => "Mobility_VMA", 114 => "Mobility_FAC",
        115 => "Mobility_CMC", 119 => "MLPP_PALA", 120 => "MLPP_ICA", 121 => "MLPP_VCA", 122 => "MLPP_BPA",
        123 => "MLPP_BNEA", 124 => "MLPP_UPA", 125 => "TUA", 126 => "GONE", 127 => "NoTone", 128 => "MeetMe_Greeting",
        129 => "MeetMe_NumberInvalid", 130 => "MeetMe_NumberFailed", 131 => "MeetMe_EnterPIN",
        132 => "MeetMe_InvalidPIN", 133 => "MeetMe_FailedPIN", 134 => "MeetMe_CFB_Failed",
        135 => "MeetMe_EnterAccessCode", 136 => "MeetMe_AccessCodeInvalid", 137 => "MeetMe_AccessCodeFailed",
        138 => "MAX",
    }
    TONE_OUTPUT_DIRECTION {
        0 => "User", 1 => "Network", 2 => "All",
    }
    UNREGREASONCODE {
        0 => "Unknown", 1 => "PowerSaveMode",
    }
}
