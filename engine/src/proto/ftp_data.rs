//! Data connections of FTP, RFC 959 §3: their ends are told by the control connection.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Addr, Cx},
    recent::Recent,
    tvb::{Stop, Tvb},
};

fields! { super::super::Proto::FtpData =>
    SETUP_FRAME: "ftp-data.setup-frame", "Setup frame", framenum();
    SETUP_METHOD: "ftp-data.setup-method", "Setup method", str();
    COMMAND: "ftp-data.command", "Command", str();
    COMMAND_FRAME: "ftp-data.command-frame", "Command frame", framenum();
    CURRENT_WORKING_DIRECTORY: "ftp-data.current-working-directory", "Current working directory", str();
}

/// FTP's data connections.
pub static FTP_DATA: Protocol = Protocol {
    name: "ftp-data",
    title: "FTP Data",
    frame_name: "ftp-data",
    fields: FIELDS,
    parents: &[Parent::TcpPort(20), Parent::Heuristic(Proto::Tcp)],
    needs: &[Proto::Ftp],
    across: &["ftp-data"],
    stateful: &["ftp-data"],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

/// How a data connection was agreed on.
#[derive(Clone, Debug)]
pub(super) struct Setup {
    frame: u64,
    method: &'static str,
    /// What it is for: command, frame of the command, directory.
    purpose: Option<(String, u64, String)>,
}

impl Setup {
    /// Agreed on in a frame.
    pub(super) fn new(frame: u64, method: &'static str) -> Self {
        Self { frame, method, purpose: None }
    }
}

/// By the end that listens.
type Setups = Recent<(Addr, u16), Setup>;

/// A data connection to `end` will come.
pub(super) fn expect(cx: &mut Cx<'_>, end: (Addr, u16), setup: Setup) {
    if !cx.info.in_error {
        cx.state.of::<Setups>(Proto::FtpData).insert(end, setup);
    }
}

/// Says what the data connection to `end` is for.
pub(super) fn announce(cx: &mut Cx<'_>, end: (Addr, u16), command: String, frame: u64, directory: String) {
    if let Some(setup) = cx.state.of::<Setups>(Proto::FtpData).get(end) {
        setup.purpose = Some((command, frame, directory));
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (src, dst) = ((cx.info.src, cx.info.srcport), (cx.info.dst, cx.info.dstport));
    let by_port = cx.info.matched_port != 0;
    let setups = cx.state.of::<Setups>(Proto::FtpData);
    let setup = match setups.get(dst) {
        Some(setup) => Some(setup.clone()),
        None => setups.get(src).cloned(),
    };
    if setup.is_none() && !by_port {
        return Ok(0);
    }
    cx.column("FTP-DATA", || format!("FTP Data: {} bytes", tvb.len()));
    if setup.is_none()
        && let Some(flow) = cx.info.flow
    {
        // Nobody told of it: it set itself up.
        cx.out.generated_uint(f::SETUP_FRAME, flow.first_frame.into());
    }
    if let Some(Setup { frame, method, purpose }) = setup {
        cx.out.generated_uint(f::SETUP_FRAME, frame);
        cx.out.generated_str(f::SETUP_METHOD, method);
        if let Some((command, frame, directory)) = purpose {
            cx.out.generated_str(f::COMMAND, &command);
            cx.out.generated_uint(f::COMMAND_FRAME, frame);
            cx.out.generated_str(f::CURRENT_WORKING_DIRECTORY, &directory);
        }
    }
    let is_text = |byte: &u8| matches!(byte, b' '..=b'~') || byte.is_ascii_whitespace() || *byte == 0x0b;
    if !tvb.is_empty() && tvb.data().iter().all(is_text) {
        cx.call(Proto::DataTextLines, tvb);
    }
    Ok(tvb.len().max(1))
}
