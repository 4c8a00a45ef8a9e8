//! File Transfer Protocol, RFC 959, with extended addresses (RFC 2428) and TLS (RFC 4217).

mod directory;
mod endpoint;
mod fields;
mod values;

use self::{
    directory::Directory,
    endpoint::Endpoint,
    fields::{FIELDS, f},
};
use super::{
    Extent, Parent, Proto, Protocol,
    dissect::{Addr, Cx},
    ftp_data::{self, Setup},
    http::head::line_len,
    out::{Group, Severity},
    recent::Recent,
    tvb::{Stop, Tvb},
};

/// FTP's control connection.
pub static FTP: Protocol = Protocol {
    name: "ftp",
    title: "File Transfer Protocol (FTP)",
    frame_name: "ftp",
    fields: FIELDS,
    parents: &[Parent::TcpPort(21)],
    extent: Extent::Whole,
    stateful: &["ftp"],
    // What its data connections are is told here.
    across: &["ftp-data"],
    // What data connections carry is told of the commands.
    whole_frame: &[
        "ftp.command-response.frames",
        "ftp.command-response.bytes",
        "ftp.command-response.first-frame-num",
        "ftp.command-response.last-frame-num",
        "ftp.command-response.duration",
        "ftp.command-response.bitrate",
        "ftp.setup-frame",
    ],
    dissect,
    ..Protocol::DEFAULT
};

/// One control connection.
#[derive(Clone, Debug, Default)]
struct Session {
    directory: Directory,
    /// The directory that was asked for.
    asked: Option<Vec<u8>>,
    asked_for_tls: bool,
    /// End of a data connection whose command is still to come.
    expected: Option<(Addr, u16)>,
}

type Sessions = Recent<u32, Session>;

fn session<T>(cx: &mut Cx<'_>, look: impl FnOnce(&mut Session) -> T) -> T {
    match cx.info.flow.filter(|_| !cx.info.in_error) {
        Some(flow) => look(cx.state.of::<Sessions>(Proto::Ftp).entry(flow.id, Session::default)),
        None => look(&mut Session::default()),
    }
}

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let from_client = cx.info.matched_port == cx.info.dstport;
    let bytes = tvb.data();
    let (len, _) = line_len(bytes).unwrap_or((bytes.len(), bytes.len()));
    let line = bytes.get(..len).unwrap_or_default();
    let side = if from_client { "Request" } else { "Response" };
    cx.column("FTP", || format!("{side}: {}", String::from_utf8_lossy(line)));
    cx.out.generated_bool(f::REQUEST, from_client);
    cx.out.generated_bool(f::RESPONSE, !from_client);
    if from_client { request(cx, tvb, line)? } else { response(cx, tvb, line)? }
    let directory = session(cx, |session| session.directory.text());
    cx.out.generated_str(f::CURRENT_WORKING_DIRECTORY, &directory);
    transfer(cx);
    Ok(tvb.len().max(1))
}

/// What the second pass knows of the data connection that this line sets up or is about.
fn transfer(cx: &mut Cx<'_>) {
    cx.tell_text(0, f::COMMAND);
    cx.tell(0, f::COMMAND_FRAME);
    let fields = [
        f::COMMAND_RESPONSE_FRAMES,
        f::COMMAND_RESPONSE_BYTES,
        f::COMMAND_RESPONSE_FIRST_FRAME_NUM,
        f::COMMAND_RESPONSE_LAST_FRAME_NUM,
        f::COMMAND_RESPONSE_DURATION,
        f::COMMAND_RESPONSE_BITRATE,
        f::SETUP_FRAME,
    ];
    if cx.noted(0, f::COMMAND_RESPONSE_FRAMES).is_some() {
        fields.into_iter().for_each(|field| cx.tell(0, field));
    }
}

/// Notes for the frame of a command what its data connection has carried so far.
pub(super) fn transferred(cx: &mut Cx<'_>, command: u64, so_far: &ftp_data::Carried) {
    let several = so_far.frames > 1;
    let ms = so_far.lasted_ns.saturating_add(500_000) / 1_000_000;
    let rate = so_far.bytes.saturating_mul(8).checked_div(ms).unwrap_or_default();
    let notes = [
        (f::COMMAND_RESPONSE_FRAMES, Some(so_far.frames)),
        (f::COMMAND_RESPONSE_BYTES, Some(so_far.bytes)),
        (f::COMMAND_RESPONSE_FIRST_FRAME_NUM, Some(so_far.first_frame)),
        (f::COMMAND_RESPONSE_LAST_FRAME_NUM, Some(cx.frame.number)),
        (f::COMMAND_RESPONSE_DURATION, several.then_some(ms)),
        (f::COMMAND_RESPONSE_BITRATE, several.then_some(rate)),
    ];
    for (field, value) in notes {
        if let Some(value) = value {
            cx.note_for(command, 0, field, value);
        }
    }
}

/// Offset of what follows the first `len` bytes and blanks.
fn behind(line: &[u8], len: usize) -> usize {
    len + line.get(len..).unwrap_or_default().iter().take_while(|byte| **byte == b' ').count()
}

fn request<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: &'f [u8]) -> Result<(), Stop> {
    let len = memchr::memchr(b' ', line).unwrap_or(line.len());
    let (command, at) = (line.get(..len).unwrap_or_default(), behind(line, len));
    let argument = line.get(at..).unwrap_or_default();
    if !command.is_empty() {
        cx.out.item(f::REQUEST_COMMAND, tvb, 0, len)?;
    }
    if !argument.is_empty() {
        cx.out.item(f::REQUEST_ARG, tvb, at, argument.len())?;
    }
    announce(cx, command, argument);
    let upper = command.to_ascii_uppercase();
    let (asked, tls) = match upper.as_slice() {
        b"CWD" => (Some(argument.to_vec()), false),
        b"CDUP" => (Some(b"..".to_vec()), false),
        b"AUTH" => (None, argument.eq_ignore_ascii_case(b"TLS") || argument.eq_ignore_ascii_case(b"SSL")),
        _ => (None, false),
    };
    session(cx, |session| {
        session.asked = asked;
        session.asked_for_tls |= tls;
    });
    match upper.as_slice() {
        b"PORT" => {
            if let Some(end) = endpoint::numbers(argument) {
                let fields = [f::ACTIVE_CIP, f::ACTIVE_PORT, f::ACTIVE_NAT];
                address(cx, tvb, at, &end, fields)?;
                expect(cx, &end, "PORT");
            }
        }
        b"EPRT" => match endpoint::extended(argument) {
            Some(end) => {
                cx.out.number(f::EPRT_AF, tvb, at + end.family_at, 1, end.family())?;
                let field = if matches!(end.addr, Addr::V6(_)) { f::EPRT_IPV6 } else { f::EPRT_IP };
                cx.out.add(field, tvb.captured(at + end.at, end.len), end.value());
                cx.out.number(f::EPRT_PORT, tvb, at + end.port_at, end.port_len, end.port.into())?;
                session(cx, |session| session.expected = Some((end.addr, end.port)));
            }
            None => {
                let text = "EPRT arguments must have the form: |<family>|<addr>|<port>|";
                cx.out.expert(f::EPRT_ARGS_INVALID, Severity::Warn, Group::Malformed, text);
            }
        },
        _ => {}
    }
    Ok(())
}

/// The command behind the setup of a data connection is what the connection is for.
fn announce(cx: &mut Cx<'_>, command: &[u8], argument: &[u8]) {
    let Some((directory, end)) =
        session(cx, |session| session.expected.take().map(|end| (session.directory.text(), end)))
    else {
        return;
    };
    let blank = if argument.is_empty() { "" } else { " " };
    let (command, argument) = (String::from_utf8_lossy(command), String::from_utf8_lossy(argument));
    let frame = cx.frame.number;
    let text = format!("{command}{blank}{argument}");
    let setup = ftp_data::announce(cx, end, text.clone(), frame, directory);
    if ["PORT", "EPRT"].iter().any(|other| command.eq_ignore_ascii_case(other)) {
        return;
    }
    for field in [
        f::COMMAND_RESPONSE_FRAMES,
        f::COMMAND_RESPONSE_BYTES,
        f::COMMAND_RESPONSE_FIRST_FRAME_NUM,
        f::COMMAND_RESPONSE_LAST_FRAME_NUM,
    ] {
        cx.note_for(frame, 0, field, 0);
    }
    cx.note_for(frame, 0, f::SETUP_FRAME, setup.unwrap_or_default());
    if let Some(setup) = setup {
        cx.note_text_for(setup, 0, f::COMMAND, &text);
        cx.note_frame_for(setup, 0, f::COMMAND_FRAME);
    }
}

fn expect(cx: &mut Cx<'_>, end: &Endpoint, method: &'static str) {
    let frame = cx.frame.number;
    ftp_data::expect(cx, (end.addr, end.port), Setup::new(frame, method));
    session(cx, |session| session.expected = Some((end.addr, end.port)));
}

/// An address in decimal numbers, and whether it is another one than the sender's.
fn address<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, at: usize, end: &Endpoint, fields: [super::out::F; 3]) -> Result<(), Stop> {
    let [ip, port, nat] = fields;
    cx.out.add(ip, tvb.captured(at + end.at, end.len), end.value());
    cx.out.number(port, tvb, at + end.port_at, end.port_len, end.port.into())?;
    if end.addr != cx.info.src {
        cx.out.generated_bool(nat, true);
    }
    Ok(())
}

fn response<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>, line: &'f [u8]) -> Result<(), Stop> {
    let digits = line.get(..3).filter(|digits| digits.iter().all(u8::is_ascii_digit));
    let code: Option<u16> = digits.and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
    let at = if code.is_some() { 4.min(line.len()) } else { 0 };
    let text = line.get(at..).unwrap_or_default();
    if let Some(code) = code {
        cx.out.number(f::RESPONSE_CODE, tvb, 0, 3, code.into())?;
    }
    if !text.is_empty() {
        cx.out.item(f::RESPONSE_ARG, tvb, at, text.len())?;
    }
    match code {
        Some(227) => {
            if let Some(end) = endpoint::numbers(text) {
                address(cx, tvb, at, &end, [f::PASSIVE_IP, f::PASSIVE_PORT, f::PASSIVE_NAT])?;
                expect(cx, &end, "PASV");
            }
        }
        Some(229) => match endpoint::extended_port(text) {
            Some((port_at, port_len, port)) => {
                let end = Endpoint { addr: cx.info.src, port, ..Endpoint::default() };
                let field = if matches!(end.addr, Addr::V6(_)) { f::EPSV_IPV6 } else { f::EPSV_IP };
                cx.out.generated(field, end.value());
                cx.out.number(f::EPSV_PORT, tvb, at + port_at, port_len, port.into())?;
                expect(cx, &end, "EPASV");
            }
            None => {
                let text = "EPSV arguments must have the form (|||<port>|)";
                cx.out.expert(f::EPSV_ARGS_INVALID, Severity::Warn, Group::Malformed, text);
            }
        },
        Some(234) if session(cx, |session| std::mem::take(&mut session.asked_for_tls)) => {
            super::tls::start(cx, FTP.title);
        }
        Some(250) => session(cx, |session| {
            if let Some(asked) = session.asked.take() {
                session.directory.change(&asked);
            }
        }),
        Some(257) => match directory::quoted(text) {
            Some(path) => session(cx, |session| session.directory.change(&path)),
            None => {
                let text = "Invalid PWD response";
                cx.out.expert(f::RESPONSE_PWD_INVALID, Severity::Warn, Group::Malformed, text);
            }
        },
        _ => {}
    }
    Ok(())
}
