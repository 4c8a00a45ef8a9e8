//! Connectionless LDAP, MS-ADTS §6.3.3: messages of LDAP in datagrams.

use super::{
    Extent, Parent, Protocol,
    dissect::Cx,
    ldap,
    tvb::{Stop, Tvb},
};

/// CLDAP; its fields are those of LDAP.
pub static CLDAP: Protocol = Protocol {
    name: "cldap",
    title: "Connectionless Lightweight Directory Access Protocol",
    frame_name: "cldap",
    parents: &[Parent::UdpPort(389)],
    stateful: &["ldap"],
    extent: Extent::Whole,
    may_reject: true,
    dissect,
    ..Protocol::DEFAULT
};

fn dissect<'f>(cx: &mut Cx<'f>, tvb: Tvb<'f>) -> Result<usize, Stop> {
    if tvb.u8(0) != Ok(0x30) {
        return Ok(0);
    }
    cx.column("CLDAP", String::new);
    ldap::messages(cx, tvb, 0)
}
