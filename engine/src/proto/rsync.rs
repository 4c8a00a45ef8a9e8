//! The protocol of rsync's daemon: greetings, a query, then what rsync itself says.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    recent::Recent,
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::Rsync =>
    HDR_MAGIC: "rsync.hdr_magic", "Magic Header", str();
    HDR_VERSION: "rsync.hdr_version", "Header Version", str();
    QUERY: "rsync.query", "Client Query String", str();
    MOTD: "rsync.motd", "Server MOTD String", str();
    MODULE_LIST: "rsync.module_list", "Server Module List", str();
    RESPONSE: "rsync.response", "RSYNCD Response String", str();
    COMMAND: "rsync.command", "Client Command String", str();
    DATA: "rsync.data", "rsync data", bytes();
}

/// Rsync.
pub static RSYNC: Protocol = Protocol {
    name: "rsync",
    title: "RSYNC File Synchroniser",
    frame_name: "rsync",
    fields: FIELDS,
    parents: &[Parent::TcpPort(873)],
    extent: Extent::Whole,
    stateful: &["rsync"],
    dissect,
    ..Protocol::DEFAULT
};

/// Greeting of both ends, in front of the version.
const MAGIC: &[u8] = b"@RSYNCD:";

/// One conversation.
#[derive(Clone, Copy, Debug, Default)]
struct Session {
    client_greeted: bool,
    server_greeted: bool,
    /// What the client asked for: a list of modules, or a module.
    asked: Option<Asked>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    List,
    Module,
}

type Sessions = Recent<u32, Session>;

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let from_client = cx.info.matched_port == cx.info.dstport;
    let (mut unknown, flow) = (Session::default(), cx.info.flow.filter(|_| !cx.info.in_error));
    let session = match flow {
        Some(flow) => cx.state.of::<Sessions>(Proto::Rsync).entry(flow.id, Session::default),
        None => &mut unknown,
    };
    let greeted = if from_client { &mut session.client_greeted } else { &mut session.server_greeted };
    let greets = !std::mem::replace(greeted, true);
    let asked = session.asked;
    if from_client && !greets && asked.is_none() {
        let list = matches!(tvb.data(), b"\n" | b"#list\n");
        session.asked = Some(if list { Asked::List } else { Asked::Module });
    }
    cx.column("RSYNC", || if from_client { "Client".to_owned() } else { "Server".to_owned() });
    if greets {
        cx.out.item(f::HDR_MAGIC, tvb, 0, MAGIC.len())?;
        let at = MAGIC.len() + 1;
        cx.out.item(f::HDR_VERSION, tvb, at, tvb.reported_rest(at))?;
        return Ok(tvb.len().max(1));
    }
    let field = match (from_client, asked) {
        (true, None) => f::QUERY,
        (true, Some(_)) => f::COMMAND,
        (false, None) => f::MOTD,
        (false, Some(Asked::List)) => f::MODULE_LIST,
        (false, Some(Asked::Module)) => f::DATA,
    };
    cx.out.item(field, tvb, 0, tvb.reported_len())?;
    Ok(tvb.len().max(1))
}
