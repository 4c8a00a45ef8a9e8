//! Names of the numbers of DCE RPC.

values! {
    PKT_TYPE {
        0 => "Request", 1 => "Ping", 2 => "Response", 3 => "Fault", 4 => "Working", 5 => "Nocall", 6 => "Reject",
        7 => "Ack", 8 => "Cl_cancel", 9 => "Fack", 10 => "Cancel_ack", 11 => "Bind", 12 => "Bind_ack",
        13 => "Bind_nak", 14 => "Alter_context", 15 => "Alter_context_resp", 16 => "AUTH3", 17 => "Shutdown",
        18 => "Co_cancel", 19 => "Orphaned", 20 => "RPC-over-HTTP RTS",
    }
    DREP_BYTEORDER {
        0 => "Big-endian", 1 => "Little-endian",
    }
    DREP_CHARACTER {
        0 => "ASCII", 1 => "EBCDIC",
    }
    DREP_FP {
        0 => "IEEE", 1 => "VAX", 2 => "Cray", 3 => "IBM",
    }
    CN_ACK_RESULT {
        0 => "Acceptance", 1 => "User rejection", 2 => "Provider rejection", 3 => "Negotiate ACK",
    }
    CN_ACK_REASON {
        0 => "Reason not specified", 1 => "Abstract syntax not supported",
        2 => "Proposed transfer syntaxes not supported", 3 => "Local limit exceeded",
    }
    CN_REJECT_REASON {
        0 => "Reason not specified", 1 => "Temporary congestion", 2 => "Local limit exceeded",
        3 => "Called paddr unknown", 4 => "Protocol version not supported", 5 => "Default context not supported",
        6 => "User data not readable", 7 => "No PSAP available", 8 => "Authentication type not recognized",
        9 => "Invalid checksum",
    }
    CN_STATUS {
        0 => "Stub-defined exception", 1 => "nca_s_fault_other", 5 => "nca_s_fault_access_denied",
        1783 => "nca_s_fault_ndr", 1752 => "nca_s_fault_cant_perform", 1825 => "nca_s_fault_sec_pkg_error",
        469762049 => "nca_s_fault_int_div_by_zero", 469762050 => "nca_s_fault_addr_error",
        469762051 => "nca_s_fault_fp_div_zero", 469762052 => "nca_s_fault_fp_underflow",
        469762053 => "nca_s_fault_fp_overflow", 469762054 => "nca_s_fault_invalid_tag",
        469762055 => "nca_s_fault_invalid_bound", 469762056 => "nca_rpc_version_mismatch",
        469762057 => "nca_unspec_reject", 469762058 => "nca_s_bad_actid", 469762059 => "nca_who_are_you_failed",
        469762060 => "nca_manager_not_entered", 469762061 => "nca_s_fault_cancel",
        469762062 => "nca_s_fault_ill_inst", 469762063 => "nca_s_fault_fp_error",
        469762064 => "nca_s_fault_int_overflow", 469762068 => "nca_s_fault_pipe_empty",
        469762069 => "nca_s_fault_pipe_closed", 469762070 => "nca_s_fault_pipe_order",
        469762071 => "nca_s_fault_pipe_discipline", 469762072 => "nca_s_fault_pipe_comm_error",
        469762073 => "nca_s_fault_pipe_memory", 469762074 => "nca_s_fault_context_mismatch",
        469762075 => "nca_s_fault_remote_no_memory", 469762076 => "nca_invalid_pres_context_id",
        469762077 => "nca_unsupported_authn_level", 469762079 => "nca_invalid_checksum",
        469762080 => "nca_invalid_crc", 469762081 => "ncs_s_fault_user_defined",
        469762082 => "nca_s_fault_tx_open_failed", 469762083 => "nca_s_fault_codeset_conv_error",
        469762084 => "nca_s_fault_object_not_found", 469762085 => "nca_s_fault_no_client_stub",
        469827586 => "nca_op_rng_error", 469827587 => "nca_unk_if", 469827590 => "nca_wrong_boot_time",
        469827593 => "nca_s_you_crashed", 469827595 => "nca_proto_error", 469827603 => "nca_out_args_too_big",
        469827604 => "nca_server_too_busy", 469827607 => "nca_unsupported_type", 2147500033 => "E_NOTIMPL",
        2147500035 => "E_POINTER", 2147500036 => "E_ABORT", 2147549183 => "E_UNEXPECTED",
        2147549445 => "RPC_E_SERVERFAULT", 2147549448 => "RPC_E_DISCONNECTED", 2147549459 => "RPC_E_INVALID_IPID",
        2147549471 => "RPC_E_TIMEOUT", 2147614723 => "DISP_E_MEMBERNOTFOUND", 2147614726 => "DISP_E_UNKNOWNNAME",
        2147614734 => "DISP_E_BADPARAMCOUNT", 2147797760 => "CBA_E_MALFORMED", 2147797761 => "CBA_E_UNKNOWNOBJECT",
        2147797765 => "CBA_E_INVALIDID", 2147797769 => "CBA_E_INVALIDCOOKIE",
        2147797771 => "CBA_E_QOSTYPEUNSUPPORTED", 2147797772 => "CBA_E_QOSVALUEUNSUPPORTED",
        2147797775 => "CBA_E_NOTAPPLICABLE", 2147797778 => "CBA_E_LIMITVIOLATION",
        2147797779 => "CBA_E_QOSTYPENOTAPPLICABLE", 2147797784 => "CBA_E_OUTOFPARTNERACCOS",
        2147797788 => "CBA_E_FLAGUNSUPPORTED", 2147797795 => "CBA_E_FRAMECOUNTUNSUPPORTED",
        2147797797 => "CBA_E_MODECHANGE", 2147942414 => "E_OUTOFMEMORY", 2147942487 => "E_INVALIDARG",
        2147944145 => "RPC_S_PROCNUM_OUT_OF_RANGE", 2147944310 => "OR_INVALID_OXID",
    }
    AUTH_TYPE {
        0 => "None", 1 => "Kerberos 5", 9 => "SPNEGO", 10 => "NTLMSSP", 14 => "SCHANNEL SSP", 16 => "Kerberos SSP",
        17 => "Distributed Password Authentication SSP", 18 => "MSN SSP", 21 => "Digest SSP",
        68 => "NETLOGON Secure Channel", 100 => "MSMQ SSP",
    }
    AUTH_LEVEL {
        1 => "None", 2 => "Connect", 3 => "Call", 4 => "Packet", 5 => "Packet integrity", 6 => "Packet privacy",
    }
}
