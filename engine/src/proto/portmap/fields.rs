//! Fields of the port mapper and rpcbind.

fields! { crate::proto::Proto::Portmap =>
    PROCEDURE_V1: "portmap.procedure_v1", "V1 Procedure", u32().values(&PROCEDURE_V1);
    PROCEDURE_V2: "portmap.procedure_v2", "V2 Procedure", u32().values(&PROCEDURE_V2);
    PROCEDURE_V3: "portmap.procedure_v3", "V3 Procedure", u32().values(&PROCEDURE_V3);
    PROCEDURE_V4: "portmap.procedure_v4", "V4 Procedure", u32().values(&PROCEDURE_V4);
    PROG: "portmap.prog", "Program", u32();
    PORT: "portmap.port", "Port", u32();
    PROC: "portmap.proc", "Procedure", u32();
    PROTO: "portmap.proto", "Protocol", u32();
    VERSION: "portmap.version", "Version", u32();
    ANSWER: "portmap.answer", "Answer", bool();
    ARGS: "portmap.args", "Arguments", bytes();
    RESULT: "portmap.result", "Result", bytes();
    RPCB: "portmap.rpcb", "RPCB", none();
    RPCB_PROG: "portmap.rpcb.prog", "Program", u32();
    RPCB_VERSION: "portmap.rpcb.version", "Version", u32();
    RPCB_NETID: "portmap.rpcb.netid", "Network Id", str();
    RPCB_ADDR: "portmap.rpcb.addr", "Universal Address", str();
    RPCB_OWNER: "portmap.rpcb.owner", "Owner of this Service", str();
    UADDR: "portmap.uaddr", "Universal Address", str();
}

values! {
    PROCEDURE_V1 {
        0 => "NULL", 1 => "SET", 2 => "UNSET", 3 => "GETPORT", 4 => "DUMP", 5 => "CALLIT",
    }
    PROCEDURE_V2 {
        0 => "NULL", 1 => "SET", 2 => "UNSET", 3 => "GETPORT", 4 => "DUMP", 5 => "CALLIT",
    }
    PROCEDURE_V3 {
        0 => "NULL", 1 => "SET", 2 => "UNSET", 3 => "GETADDR", 4 => "DUMP", 5 => "CALLIT", 6 => "GETTIME",
        7 => "UADDR2TADDR", 8 => "TADDR2UADDR",
    }
    PROCEDURE_V4 {
        0 => "NULL", 1 => "SET", 2 => "UNSET", 3 => "GETADDR", 4 => "DUMP", 5 => "BCAST", 6 => "GETTIME",
        7 => "UADDR2TADDR", 8 => "TADDR2UADDR", 9 => "GETVERSADDR", 10 => "INDIRECT", 11 => "GETADDRLIST",
        12 => "GETSTAT",
    }
}
