//! Protocols: one file (or folder) each, one row each in the list below; everything else is derived from the row.

pub mod aliases;
mod asn1;
pub mod checksum;
mod conversation;
mod cursor;
mod decompress;
pub(crate) mod direct;
pub mod dissect;
mod fragments;
pub mod later;
mod layout;
pub mod out;
pub mod plan;
pub mod recent;
pub mod registry;
pub(crate) mod set;
mod snappy;
pub mod tvb;

use strato_filter_lang::schema::Field;

use self::{
    dissect::Cx,
    tvb::{Stop, Tvb},
};
use crate::preferences::Preference;

/// Dissects a layer: emits its fields, calls the protocols inside, and returns how many bytes it took.
///
/// `Ok(0)` from a protocol that [may reject](Protocol::may_reject) means "not mine". An error ends the layer;
/// what was emitted stays, and `_ws.malformed` or `_ws.short` is added.
pub type Dissect = for<'f> fn(&mut Cx<'f>, Tvb<'f>) -> Result<usize, Stop>;

/// The declaration of a protocol.
#[derive(Debug)]
pub struct Protocol {
    /// Name in filters, e.g. `udp`; also the name of its `FT_PROTOCOL` field.
    pub name: &'static str,
    /// Full name.
    pub title: &'static str,
    /// Name in `frame.protocols`; empty for pseudo-protocols that do not appear there.
    pub frame_name: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
    /// What users may set of it: flags; its ports are told by its parents.
    pub preferences: &'static [Preference],
    /// What hands bytes to it.
    pub parents: &'static [Parent],
    /// Dissector tables it hands bytes on through.
    pub calls: &'static [Table],
    /// Protocols whose state its own answers depend on.
    pub needs: &'static [Proto],
    /// What the names of its fields start with that depend on the state of other protocols, and which.
    pub needs_for: &'static [(&'static str, &'static [Proto])],
    /// What the names of its computed fields start with that depend on earlier frames; without them, and without a
    /// protocol it carries being asked for, it need not remember any.
    pub stateful: &'static [&'static str],
    /// What the names of its fields start with that depend on other conversations.
    pub across: &'static [&'static str],
    /// Its fields that it reads first, with all below them; without the others it may stop there.
    pub front: &'static [&'static str],
    /// Names of its fields that layers of another protocol emit, too, and which.
    pub lent: &'static [(&'static str, Proto)],
    /// Names of its fields that can only be known when the whole frame is dissected.
    pub whole_frame: &'static [&'static str],
    /// Bytes its `FT_PROTOCOL` item covers.
    pub extent: Extent,
    /// Names of its computed fields that its code emits together, so that it may leave them out together: a name, or what
    /// names start with, if it ends in a dot.
    pub groups: &'static [&'static [&'static str]],
    /// A look at bytes that it would have to recognise, before a layer is made: `false` if it would reject them.
    pub may_take: for<'f> fn(&mut Cx<'f>, Tvb<'f>) -> bool,
    /// `Ok(0)` of `dissect` means that the bytes are not its own.
    pub may_reject: bool,
    /// It rejects nothing that it was found for by its port.
    pub takes_port: bool,
    /// While it waits for more of the stream, it does not occur in the frames it waits in.
    pub waits_silently: bool,
    /// What it makes of a stream of TCP when nothing of it is read, only perhaps of what it carries.
    pub(crate) skim: Option<for<'s> fn(&mut tcp::Skimming<'s>, Tvb<'_>) -> tcp::Skim>,
    /// The code: only what the fields' declarations cannot say.
    pub dissect: Dissect,
}

impl Protocol {
    /// Its own field.
    const fn item(&self) -> Field {
        strato_filter_lang::schema::field(self.name, self.title).protocol()
    }

    /// What most protocols leave as it is.
    pub const DEFAULT: Self = Self {
        name: "",
        title: "",
        frame_name: "",
        fields: &[],
        preferences: &[],
        parents: &[],
        calls: &[],
        needs: &[],
        needs_for: &[],
        stateful: &[],
        across: &[],
        front: &[],
        lent: &[],
        whole_frame: &[],
        extent: Extent::Consumed,
        groups: &[],
        may_take: |_, _| true,
        may_reject: false,
        takes_port: false,
        waits_silently: false,
        skim: None,
        dissect: |_, tvb| Ok(tvb.len()),
    };
}

/// Bytes an `FT_PROTOCOL` item covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// As many as `dissect` says it took.
    Consumed,
    /// All bytes it was handed, payload included.
    Whole,
    /// An item for each of its messages: [`Cx::item`] says where they are. A layer without one does not occur.
    Items,
}

impl Extent {
    fn of<'f>(self, tvb: Tvb<'f>, consumed: usize) -> &'f [u8] {
        match self {
            Self::Consumed => tvb.captured(0, consumed),
            Self::Whole | Self::Items => tvb.data(),
        }
    }
}

/// A way a protocol is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parent {
    /// `LINKTYPE_*` of the capture.
    LinkType(u32),
    /// EtherType.
    EtherType(u16),
    /// IP protocol number or IPv6 next header.
    IpProto(u8),
    /// UDP port.
    UdpPort(u16),
    /// TCP port.
    TcpPort(u16),
    /// IEEE 802.2 service access point.
    LlcSap(u8),
    /// PPP protocol number.
    PppProto(u16),
    /// Media type (RFC 6838) of a body, in lower case.
    MediaType(&'static str),
    /// Protocol number of Cisco in a SNAP header.
    CiscoPid(u16),
    /// SCTP port.
    SctpPort(u16),
    /// SCTP payload protocol identifier.
    SctpPpi(u32),
    /// It recognises its bytes itself, below this protocol (order of the list in this file).
    Heuristic(Proto),
    /// That protocol's code calls it.
    Below(Proto),
    /// Only where the user says so for a number of that table.
    DecodeAs(Table),
}

impl Parent {
    /// The number by which a table names it.
    pub fn key(self) -> Option<(Table, u32)> {
        match self {
            Self::LinkType(n) => Some((Table::LinkType, n)),
            Self::EtherType(n) => Some((Table::EtherType, n.into())),
            Self::IpProto(n) => Some((Table::IpProto, n.into())),
            Self::UdpPort(n) => Some((Table::UdpPort, n.into())),
            Self::TcpPort(n) => Some((Table::TcpPort, n.into())),
            Self::LlcSap(n) => Some((Table::LlcSap, n.into())),
            Self::PppProto(n) => Some((Table::PppProto, n.into())),
            Self::CiscoPid(n) => Some((Table::CiscoPid, n.into())),
            Self::SctpPort(n) => Some((Table::SctpPort, n.into())),
            Self::SctpPpi(n) => Some((Table::SctpPpi, n)),
            Self::MediaType(_) | Self::Heuristic(_) | Self::Below(_) | Self::DecodeAs(_) => None,
        }
    }

    /// The table in which it stands, or may stand.
    pub fn table(self) -> Option<Table> {
        match self {
            Self::DecodeAs(table) => Some(table),
            Self::MediaType(_) => Some(Table::MediaType),
            _ => self.key().map(|(table, _)| table),
        }
    }
}

/// Dissector tables: which protocol for which number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// `LINKTYPE_*`.
    LinkType,
    /// EtherType.
    EtherType,
    /// IP protocol number.
    IpProto,
    /// UDP port.
    UdpPort,
    /// TCP port.
    TcpPort,
    /// IEEE 802.2 service access point.
    LlcSap,
    /// PPP protocol number.
    PppProto,
    /// Media type; its keys are names, see [`registry::Registry::media`].
    MediaType,
    /// Protocol number of Cisco in a SNAP header.
    CiscoPid,
    /// SCTP port.
    SctpPort,
    /// SCTP payload protocol identifier.
    SctpPpi,
}

/// Declares the fields of a protocol: `NAME: "filter.name", "Label", type().at(offset)…;` a row. Makes `FIELDS` and,
/// for the code, one constant a field in the module `f`.
macro_rules! fields {
    ($proto:expr => $($name:ident: $field:literal, $label:literal, $($ty:ident($($tyarg:expr),*)).+;)*) => {
        pub(crate) const FIELDS: &[strato_filter_lang::schema::Field] =
            &[$(strato_filter_lang::schema::field($field, $label)$(.$ty($($tyarg),*))+,)*];

        #[allow(non_camel_case_types, dead_code, clippy::upper_case_acronyms, reason = "one variant a field: its row")]
        enum Row { $($name),* }

        /// Fields by name.
        #[allow(dead_code, reason = "fields with a fixed place are never named in code")]
        pub(crate) mod f {
            $(pub(crate) const $name: $crate::proto::out::F =
                $crate::proto::out::F { proto: $proto, index: super::Row::$name as u16 };)*
        }
    };
}

/// Declares the preferences of a protocol: `NAME: "wireshark.name", usual, "What it does when it is set";` a row. Makes
/// `PREFERENCES` and, for the code, one constant a preference in the module `p`.
macro_rules! preferences {
    ($proto:expr => $($name:ident: $preference:literal, $usual:literal, $help:literal;)*) => {
        const PREFERENCES: &[$crate::preferences::Preference] =
            &[$($crate::preferences::Preference { name: $preference, usual: $usual, help: $help },)*];

        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "one variant a preference: its row")]
        enum Preferred { $($name),* }

        /// Preferences by name.
        pub(super) mod p {
            $(pub(crate) const $name: $crate::preferences::P =
                $crate::preferences::P { proto: $proto, index: super::Preferred::$name as u8 };)*
        }
    };
}

/// Declares tables of value names: `TYPE { 1 => "A", 2..=5 => "…" }`.
macro_rules! values {
    ($($(#[$doc:meta])* $name:ident { $($low:literal $(..= $high:literal)? => $text:literal),* $(,)? })*) => {
        $($(#[$doc])* pub(crate) static $name: strato_filter_lang::schema::Values =
            strato_filter_lang::schema::Values { ranges: &[$(values!(@row $low $(, $high)? => $text)),*] };)*
    };
    (@row $low:literal => $text:literal) => { ($low as u64, $low as u64, $text) };
    (@row $low:literal, $high:literal => $text:literal) => { ($low as u64, $high as u64, $text) };
}

macro_rules! protocols {
    ($($variant:ident $module:ident $declaration:ident;)*) => {
        $(pub mod $module;)*

        /// Every protocol.
        #[allow(missing_docs, reason = "each is documented by its declaration")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u16)]
        pub enum Proto { $($variant),* }

        impl Proto {
            /// All of them, in the order of the list.
            pub const ALL: [Self; [$(Self::$variant),*].len()] = [$(Self::$variant),*];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// What it declares.
            pub fn declaration(self) -> &'static Protocol {
                match self { $(Self::$variant => &$module::$declaration),* }
            }

            /// Its own field.
            fn item(self) -> &'static Field {
                static ITEMS: [Field; Proto::COUNT] = [$($module::$declaration.item()),*];
                &ITEMS[self as usize]
            }
        }
    };
}

// Variant, module, declaration. The order is that of the schema and, for heuristics, of the attempts.
protocols! {
    // the frame and its notes
    Frame frame FRAME;
    PktComment pkt_comment PKT_COMMENT;
    Columns columns COLUMNS;
    Ws ws EXPERT;
    Malformed malformed MALFORMED;
    Short short SHORT;
    TypeLength type_length TYPE_LENGTH;
    Syscall syscall SYSCALL;
    Sysdig sysdig SYSDIG;
    Data data DATA;

    // link layers
    Eth eth ETH;
    Ethertype ethertype PSEUDO;
    Cfp cfp CFP;
    Vlan vlan VLAN;
    Ieee8021ad ieee8021ad IEEE8021AD;
    Llc llc LLC;
    Sll sll SLL;
    Null null NULL;
    Raw raw RAW;
    Arp arp ARP;
    Fr fr FR;
    Ppp ppp PPP;
    Pppoe pppoe PPPOE;
    Pppoes pppoes PPPOES;
    Pppoed pppoed PPPOED;
    Chdlc chdlc CHDLC;
    Tr tr TR;
    Fddi fddi FDDI;
    Arcnet arcnet ARCNET;
    Clip clip CLIP;
    Ipoib ipoib IPOIB;
    Ipnet ipnet IPNET;
    Nflog nflog NFLOG;
    Pktap pktap PKTAP;
    Can can CAN;
    AutosarNm autosar_nm AUTOSAR_NM;
    Ppi ppi PPI;
    Radiotap radiotap RADIOTAP;
    WlanRadio wlan_radio WLAN_RADIO;
    Wlan wlan WLAN;
    Wpan wpan WPAN;
    ZbeeNwk zbee_nwk ZBEE_NWK;
    UserDlt user_dlt USER_DLT;
    Juniper juniper JUNIPER;
    Vntag vntag VNTAG;
    Stp stp STP;
    Cdp cdp CDP;
    Lldp lldp LLDP;
    Slarp slarp SLARP;
    Osi osi OSI;
    Isis isis ISIS;
    IsisHello isis_hello ISIS_HELLO;
    IsisLsp isis_lsp ISIS_LSP;
    IsisCsnp isis_csnp ISIS_CSNP;
    IsisPsnp isis_psnp ISIS_PSNP;
    Slow slow SLOW;
    Ossp ossp OSSP;
    Cfm cfm CFM;
    Ipcp ipcp IPCP;
    Ipv6cp ipv6cp IPV6CP;
    Ddp ddp DDP;
    Fcoe fcoe FCOE;
    Fc fc FC;
    Etag etag ETAG;
    Ieee8021ah ieee8021ah IEEE8021AH;
    Macsec macsec MACSEC;

    // network layers and tunnels
    Ip ip IP;
    Ipv6 ipv6 IPV6;
    Ipx ipx IPX;
    Ipxsap ipxsap IPXSAP;
    Ipxrip ipxrip IPXRIP;
    Nbipx nbipx NBIPX;
    Nmpi nmpi NMPI;
    Netbios netbios NETBIOS;
    Gre gre GRE;
    Vxlan vxlan VXLAN;
    Geneve geneve GENEVE;
    Mpls mpls MPLS;
    Erspan erspan ERSPAN;
    Nsh nsh NSH;
    Ah ah AH;
    Ipcomp ipcomp IPCOMP;
    Teredo teredo TEREDO;
    Gtp gtp GTP;
    Ayiya ayiya AYIYA;
    Etherip etherip ETHERIP;
    Icmp icmp ICMP;
    Igmp igmp IGMP;
    Igrp igrp IGRP;
    Dvmrp dvmrp DVMRP;
    Pim pim PIM;
    Vrrp vrrp VRRP;
    Ospf ospf OSPF;
    Icmpv6 icmpv6 ICMPV6;

    // what others are encoded in
    Ber ber BER;
    X509af x509af X509AF;
    X509if x509if X509IF;
    X509sat x509sat X509SAT;
    X509ce x509ce X509CE;
    NsCertExts ns_cert_exts NS_CERT_EXTS;
    Pkix1implicit pkix1implicit PKIX1IMPLICIT;
    Pkix1explicit pkix1explicit PKIX1EXPLICIT;
    Pkcs1 pkcs1 PKCS1;
    Ocsp ocsp OCSP;

    // transport
    Tcp tcp TCP;
    Udp udp UDP;
    Sctp sctp SCTP;
    Dccp dccp DCCP;
    Esp esp ESP;
    Udpencap udpencap UDPENCAP;
    Isakmp isakmp ISAKMP;

    // applications
    Rip rip RIP;
    Ripng ripng RIPNG;
    Hsrp hsrp HSRP;
    Bfd bfd BFD;
    Ftp ftp FTP;
    FtpData ftp_data FTP_DATA;
    Ldp ldp LDP;
    Bgp bgp BGP;
    Ptp ptp PTP;
    Dhcpv6 dhcpv6 DHCPV6;
    Lisp lisp LISP;
    Wg wg WG;
    Rpc rpc RPC;
    Nfs nfs NFS;
    Mount mount MOUNT;
    Portmap portmap PORTMAP;
    Nlm nlm NLM;
    Nbns nbns NBNS;
    Nbdgm nbdgm NBDGM;
    Nbss nbss NBSS;
    Dnp3 dnp3 DNP3;
    Smb smb SMB;
    Smb2 smb2 SMB2;
    Mailslot mailslot MAILSLOT;
    Browser browser BROWSER;
    Dcerpc dcerpc DCERPC;
    Mbtcp mbtcp MBTCP;
    Modbus modbus MODBUS;
    Tftp tftp TFTP;
    Stun stun STUN;
    Sip sip SIP;
    Rtp rtp RTP;
    T38 t38 T38;
    Rtpevent rtpevent RTPEVENT;
    Rtcp rtcp RTCP;
    Srtcp srtcp SRTCP;
    Skinny skinny SKINNY;
    Radius radius RADIUS;
    Eap eap EAP;
    Dhcp dhcp DHCP;
    Ntp ntp NTP;
    Snmp snmp SNMP;
    Http http HTTP;
    Ssdp ssdp SSDP;
    Smtp smtp SMTP;
    Pop pop POP;
    Imap imap IMAP;
    Sdp sdp SDP;
    Sap sap SAP;
    Megaco megaco MEGACO;
    Tpkt tpkt TPKT;
    Cotp cotp COTP;
    Rdp rdp RDP;
    Rdpudp rdpudp RDPUDP;
    Natpmp natpmp NATPMP;
    Kip kip KIP;
    Bvlc bvlc BVLC;
    Bacnet bacnet BACNET;
    Bacapp bacapp BACAPP;
    Tns tns TNS;
    Vnc vnc VNC;
    Git git GIT;
    Irc irc IRC;
    Telnet telnet TELNET;
    Syslog syslog SYSLOG;
    Finger finger FINGER;
    Whois whois WHOIS;
    Rsync rsync RSYNC;
    Socks socks SOCKS;
    Imf imf IMF;
    MimeMultipart mime_multipart MIME_MULTIPART;
    Http2 http2 HTTP2;
    Grpc grpc GRPC;
    Protobuf protobuf PROTOBUF;
    Json json JSON;
    DbLspDisc db_lsp_disc DB_LSP_DISC;
    Websocket websocket WEBSOCKET;
    DataTextLines data_text_lines DATA_TEXT_LINES;
    UrlencodedForm urlencoded_form URLENCODED_FORM;
    Png png PNG;
    ImageJfif image_jfif IMAGE_JFIF;
    ImageGif image_gif IMAGE_GIF;
    Xml xml XML;
    Xmpp xmpp XMPP;
    Media media MEDIA;
    Dns dns DNS;
    Mdns mdns MDNS;
    Llmnr llmnr LLMNR;
    Pgsql pgsql PGSQL;
    Mysql mysql MYSQL;
    Resp resp RESP;
    Mongo mongo MONGO;
    Memcache memcache MEMCACHE;
    Nats nats NATS;
    Kafka kafka KAFKA;
    Cql cql CQL;
    Thrift thrift THRIFT;
    Doip doip DOIP;
    Uds uds UDS;
    Tls tls TLS;
    Dtls dtls DTLS;
    Openvpn openvpn OPENVPN;
    Cldap cldap CLDAP;
    Ldap ldap LDAP;
    Kerberos kerberos KERBEROS;
    GssApi gssapi GSS_API;
    Spnego spnego SPNEGO;
    Ntlmssp ntlmssp NTLMSSP;
    Quic quic QUIC;
    Ssh ssh SSH;
    Mqtt mqtt MQTT;
    Amqp amqp AMQP;
    Http3 http3 HTTP3;
}
