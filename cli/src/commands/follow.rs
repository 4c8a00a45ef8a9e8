//! `strato follow`.

use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::bail;
use clap::ValueEnum;
use serde_json::json;
use strato_engine::follow::{Follow, Followed, Said};

use super::{dissecting::Dissecting, scan};
use crate::interrupt;

/// Arguments of `strato follow`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    strato follow tcp 7 capture.pcapng             what both ends of tcp.stream 7 said\n  \
    strato follow udp 0 capture.pcapng --as hex    the datagrams of udp.stream 0 as a hex dump\n  \
    strato follow tcp 7 capture.pcapng --as json   an object for each part, for machines\n  \
    strato follow http 7 capture.pcapng            heads and bodies, without chunks and compression\n  \
    strato follow tls 7 capture.pcapng --keylog k  what was decrypted\n  \
    strato follow http2 7,1 capture.pcapng         stream 1 of that connection\n\n\
    Exit codes: 0 done; 1 there is no such stream, or an option is wrong; 2 the capture is damaged.")]
pub(crate) struct Args {
    /// The protocol whose stream it is.
    #[arg(value_enum, value_name = "PROTOCOL")]
    protocol: Protocol,
    /// Number of the stream: `udp.stream`, else `tcp.stream`; for http2 perhaps with a stream of that connection
    /// (`http2.streamid`) behind a comma.
    #[arg(value_name = "STREAM")]
    stream: String,
    /// The capture; `-` for standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// How bytes are shown.
    #[arg(long = "as", value_enum, value_name = "FORM", default_value = "ascii")]
    form: Form,
    #[command(flatten)]
    dissecting: Dissecting,
}

/// Protocols with streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Protocol {
    /// Segments in order, each byte once.
    Tcp,
    /// Datagrams as they came.
    Udp,
    /// What was decrypted of TLS over TCP.
    Tls,
    /// Heads and bodies of HTTP, without chunks and compression.
    Http,
    /// Headers and data of HTTP/2.
    Http2,
}

/// Forms of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Text; a dot for each byte that is none.
    Ascii,
    /// A hex dump.
    Hex,
    /// Hexadecimal digits, a line a part.
    Raw,
    /// One JSON object a part.
    Json,
}

/// Runs the command; exit code 1 when there is no such stream.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let (conversation, followed) = followed(args)?;
    let filter = followed.filter(conversation);
    let mut follow = Follow::new(followed);
    let settled = args.dissecting.settle()?;
    let mut options = settled.options();
    options.fields = follow.fields();
    options.ask.tap = followed.tap();
    let Some(mut query) = scan::compile(&filter, options)? else { return Ok(ExitCode::from(1)) };
    query.secrets(&settled.secrets);
    interrupt::watch();
    let mut page = Page { out: BufWriter::new(anstream::stdout().lock()), form: args.form, offsets: [0; 2] };
    let mut headed = false;
    let read = scan::scan("follow", &mut query, &args.file, |frame, found| {
        let (sender, said) = follow.packet(found);
        if follow.nodes()[0].is_none() {
            return Ok(());
        }
        if !std::mem::replace(&mut headed, true) {
            page.head(&follow, followed, &filter)?;
        }
        said.iter().try_for_each(|said| page.said(&follow, sender, Some(frame.number), said))?;
        Ok(())
    })?;
    for (sender, said) in follow.end() {
        page.said(&follow, sender, None, &said)?;
    }
    if headed && args.form != Form::Json {
        writeln!(page.out, "{RULE}")?;
    }
    page.out.flush()?;
    if !headed && read != scan::Read::Not && !interrupt::asked() {
        let name = args.file.display();
        match followed.tap() {
            None => writeln!(anstream::stderr(), "strato follow: {name}: there is no {filter}")?,
            Some(_) => {
                let protocol = followed.name();
                writeln!(anstream::stderr(), "strato follow: {name}: there is nothing of {protocol} in {filter}")?;
            }
        }
        return Ok(ExitCode::from(read.exit_code().max(1)));
    }
    Ok(ExitCode::from(read.exit_code()))
}

/// What is followed: the conversation's number, and the protocol.
fn followed(args: &Args) -> anyhow::Result<(u32, Followed)> {
    let (conversation, inside) = match args.stream.split_once(',') {
        Some((conversation, inside)) => (conversation, Some(inside)),
        None => (args.stream.as_str(), None),
    };
    let number = |text: &str| match text.trim().parse::<u32>() {
        Ok(number) => Ok(number),
        Err(_) => Err(anyhow::anyhow!("`{}` is no number of a stream", args.stream)),
    };
    if inside.is_some() && args.protocol != Protocol::Http2 {
        bail!("`{}`: only http2 has streams in a conversation", args.stream);
    }
    let followed = match args.protocol {
        Protocol::Tcp => Followed::Tcp,
        Protocol::Udp => Followed::Udp,
        Protocol::Tls => Followed::Tls,
        Protocol::Http => Followed::Http,
        Protocol::Http2 => Followed::Http2 { stream: inside.map(number).transpose()? },
    };
    Ok((number(conversation)?, followed))
}

const RULE: &str = "===================================================================";

/// Where it is written.
struct Page<W> {
    out: W,
    form: Form,
    /// Bytes that each end has said.
    offsets: [usize; 2],
}

impl<W: Write> Page<W> {
    fn head(&mut self, follow: &Follow, followed: Followed, filter: &str) -> io::Result<()> {
        let form = match self.form {
            Form::Ascii => "ascii",
            Form::Hex => "hex",
            Form::Raw => "raw",
            Form::Json => return Ok(()),
        };
        writeln!(self.out, "{RULE}\nFollow: {},{form}\nFilter: {filter}", followed.name())?;
        for (i, node) in follow.nodes().into_iter().enumerate() {
            let node = node.map_or_else(String::new, |node| node.to_string());
            writeln!(self.out, "Node {i}: {node}")?;
        }
        Ok(())
    }

    /// A part; what the second end said stands behind a tab.
    fn said(&mut self, follow: &Follow, sender: usize, frame: Option<u64>, said: &Said) -> io::Result<()> {
        let tab = if sender == 1 { "\t" } else { "" };
        match (said, self.form) {
            (said, Form::Json) => {
                let node = |i: usize| follow.nodes().get(i).copied().flatten().map(|node| node.to_string());
                let mut object = json!({ "frame": frame, "from": node(sender), "to": node(1 - sender.min(1)) });
                match said {
                    Said::Bytes(bytes) => object["data"] = json!(hex(bytes)),
                    Said::Missing(len) => object["missing"] = json!(len),
                }
                writeln!(self.out, "{object}")
            }
            (Said::Missing(len), _) => writeln!(self.out, "{tab}[{len} bytes missing in capture file]"),
            (Said::Bytes(bytes), Form::Ascii) => {
                writeln!(self.out, "{tab}{}", bytes.len())?;
                let shown = |&b: &u8| if matches!(b, b'\n' | b'\r' | b' '..=b'~') { b } else { b'.' };
                self.out.write_all(&bytes.iter().map(shown).collect::<Vec<u8>>())?;
                writeln!(self.out)
            }
            (Said::Bytes(bytes), Form::Raw) => writeln!(self.out, "{tab}{}", hex(bytes)),
            (Said::Bytes(bytes), Form::Hex) => self.dump(tab, sender, bytes),
        }
    }

    /// Sixteen bytes a line, with the offset in what this end said.
    fn dump(&mut self, tab: &str, sender: usize, bytes: &[u8]) -> io::Result<()> {
        let Some(offset) = self.offsets.get_mut(sender) else { return Ok(()) };
        for line in bytes.chunks(16) {
            let (mut digits, mut text) = (String::new(), String::new());
            for (i, byte) in line.iter().enumerate() {
                let gap = if i == 8 { " " } else { "" };
                digits.push_str(&format!("{gap}{byte:02x} "));
                text.push_str(gap);
                text.push(if matches!(byte, b' '..=b'~') { char::from(*byte) } else { '.' });
            }
            let shown = format!("{:08X}  {digits:49} {text}", *offset);
            writeln!(self.out, "{tab}{shown}")?;
            *offset += line.len();
        }
        Ok(())
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
