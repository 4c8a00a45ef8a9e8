//! Apple PKTAP: metadata before a packet of any link type.

use super::{
    Extent, Parent, Protocol, Table,
    dissect::Cx,
    out::{Group, Severity},
    tvb::{Stop, Tvb},
};

fields! { crate::proto::Proto::Pktap =>
    HDRLEN: "pktap.hdrlen", "Header length", u32().at(0).le();
    RECTYPE: "pktap.rectype", "Record type", u32().at(4).le();
    DLT: "pktap.dlt", "DLT", u32().at(8).le();
    IFNAME: "pktap.ifname", "Interface name", str().at_width(12, 24);
    FLAGS: "pktap.flags", "Flags", u32().hex().at(36).le();
    PFAMILY: "pktap.pfamily", "Protocol family", u32().at(40).le();
    LLHDRLEN: "pktap.llhdrlen", "Link-layer header length", u32().at(44).le();
    LLTRLRLEN: "pktap.lltrlrlen", "Link-layer trailer length", u32().at(48).le();
    PID: "pktap.pid", "Process ID", u32().at(52).le();
    CMDNAME: "pktap.cmdname", "Command name", str().at_width(56, 20);
    SVC_CLASS: "pktap.svc_class", "Service class", u32().at(76).le();
    IFTYPE: "pktap.iftype", "Interface type", u16().at(80).le();
    IFUNIT: "pktap.ifunit", "Interface unit", u16().at(82).le();
    EPID: "pktap.epid", "Effective process ID", u32().at(84).le();
    ECMDNAME: "pktap.ecmdname", "Effective command name", str().at_width(88, 20);
    HDRLEN_TOO_SHORT: "pktap.hdrlen_too_short", "Header length is too short", none();
}

/// PKTAP packet header.
pub static PKTAP: Protocol = Protocol {
    name: "pktap",
    title: "PKTAP packet header",
    frame_name: "pktap",
    fields: FIELDS,
    parents: &[Parent::LinkType(258)],
    calls: &[Table::LinkType],
    extent: Extent::Consumed,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    let (header, link) = (tvb.u32_le(0)? as usize, tvb.u32_le(8)?);
    if header < 12 {
        let text = "Header length is too short";
        cx.out.expert(f::HDRLEN_TOO_SHORT, Severity::Error, Group::Malformed, text);
        return Ok(12);
    }
    if cx.out.plan.everything {
        cx.protocols.push("pcap_pktdata");
    }
    cx.column("PKTAP", || "PKTAP".into());
    let payload = tvb.rest(header)?;
    if !cx.call_table(Table::LinkType, link, payload) {
        cx.call_data(payload);
    }
    Ok(header)
}
