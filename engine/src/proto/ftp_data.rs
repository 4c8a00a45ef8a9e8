//! Data connections of FTP, RFC 959 §3: their ends are told by the control connection.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Addr, Cx},
    ftp,
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
    // Somebody must have told of it.
    may_take: |cx, _| cx.state.get::<Setups>(Proto::FtpData).is_some_and(|setups| !setups.is_empty()),
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
    carried: Carried,
}

/// What a data connection carried.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Carried {
    pub(super) frames: u64,
    pub(super) bytes: u64,
    pub(super) first_frame: u64,
    first_ns: Option<i128>,
    pub(super) lasted_ns: u64,
}

impl Carried {
    fn add(&mut self, frame: u64, ns: Option<i128>, bytes: usize) {
        if self.frames == 0 {
            (self.first_frame, self.first_ns) = (frame, ns);
        }
        self.frames += 1;
        self.bytes += bytes as u64;
        let lasted = ns.zip(self.first_ns).map_or(0, |(now, then)| now - then);
        self.lasted_ns = u64::try_from(lasted).unwrap_or_default();
    }
}

impl Setup {
    /// Agreed on in a frame.
    pub(super) fn new(frame: u64, method: &'static str) -> Self {
        Self { frame, method, purpose: None, carried: Carried::default() }
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

/// Says what the data connection to `end` is for. Returns the frame that set it up.
pub(super) fn announce(
    cx: &mut Cx<'_>,
    end: (Addr, u16),
    command: String,
    frame: u64,
    directory: String,
) -> Option<u64> {
    let setup = cx.state.of::<Setups>(Proto::FtpData).get(end)?;
    setup.purpose = Some((command, frame, directory));
    Some(setup.frame)
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (src, dst) = ((cx.info.src, cx.info.srcport), (cx.info.dst, cx.info.dstport));
    let by_port = cx.info.matched_port != 0;
    let setups = cx.state.of::<Setups>(Proto::FtpData);
    let end = if setups.get(dst).is_some() { dst } else { src };
    let (frame, now, len) = (cx.frame.number, cx.frame.timestamp_ns, tvb.reported_len());
    let setup = setups.get(end).map(|setup| {
        setup.carried.add(frame, now, len);
        setup.clone()
    });
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
    if let Some(Setup { frame, method, purpose, carried }) = setup {
        cx.out.generated_uint(f::SETUP_FRAME, frame);
        cx.out.generated_str(f::SETUP_METHOD, method);
        if let Some((command, frame, directory)) = purpose {
            ftp::transferred(cx, frame, &carried);
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
