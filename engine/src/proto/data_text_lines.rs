//! Text bodies, as lines.

use super::{
    Extent, Parent, Proto, Protocol,
    dissect::Cx,
    tvb::{Stop, Tvb},
};

/// Line-based text.
pub static DATA_TEXT_LINES: Protocol = Protocol {
    name: "data-text-lines",
    title: "Line-based text data",
    frame_name: "data-text-lines",
    parents: &[
        Parent::MediaType("text/plain"),
        Parent::MediaType("text/richtext"),
        Parent::MediaType("text/enriched"),
        Parent::MediaType("text/parameters"),
        Parent::MediaType("text/html"),
        Parent::MediaType("text/css"),
        Parent::MediaType("text/javascript"),
        Parent::MediaType("text/xml-external-parsed-entity"),
        Parent::MediaType("text/vnd.sun.j2me.app-descriptor"),
        Parent::MediaType("application/xml-external-parsed-entity"),
        Parent::MediaType("application/x-javascript"),
        Parent::MediaType("application/x-ns-proxy-autoconfig"),
        Parent::MediaType("application/x-tia-p25-issi"),
        Parent::Below(Proto::Websocket),
        Parent::Below(Proto::Smtp),
        Parent::Below(Proto::FtpData),
        Parent::Below(Proto::Json),
        Parent::Below(Proto::Grpc),
        Parent::Below(Proto::Http2),
    ],
    needs: &[Proto::FtpData],
    extent: Extent::Whole,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    // XHTML comes as `text/html`.
    if tvb.data().starts_with(b"<?xml") {
        cx.call(Proto::Xml, tvb);
    }
    Ok(tvb.len())
}
