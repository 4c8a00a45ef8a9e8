//! All protocols put together: the schema, numbers of fields, dissector tables.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use strato_filter_lang::schema::{FieldId, Schema};

use super::{Parent, Proto, Protocol, Table, aliases::ALIASES, out::F};

/// The protocols' declarations, joined.
#[derive(Debug)]
pub struct Registry {
    schema: Schema,
    /// Number of each protocol's first field: its `FT_PROTOCOL` item.
    bases: [u32; Proto::COUNT],
    tables: FxHashMap<(Table, u32), Proto>,
    media: FxHashMap<&'static str, Proto>,
    heuristics: FxHashMap<Proto, Vec<Proto>>,
    /// For each protocol, whether it may hand bytes to each other.
    carries: Vec<[bool; Proto::COUNT]>,
    /// The same, through others: everything that its bytes may hold, itself included.
    holds: Vec<[bool; Proto::COUNT]>,
}

static REGISTRY: LazyLock<Registry> = LazyLock::new(Registry::build);

/// The one registry.
pub fn registry() -> &'static Registry {
    &REGISTRY
}

/// The schema of all fields.
pub fn schema() -> &'static Schema {
    REGISTRY.schema()
}

/// The declaration of a protocol.
pub fn protocol(proto: Proto) -> &'static Protocol {
    proto.declaration()
}

impl Registry {
    fn build() -> Self {
        let mut bases = [0; Proto::COUNT];
        let mut fields = Vec::new();
        let mut tables = FxHashMap::default();
        let mut media = FxHashMap::default();
        let mut heuristics: FxHashMap<Proto, Vec<Proto>> = FxHashMap::default();
        for proto in Proto::ALL {
            let declared = protocol(proto);
            bases[proto as usize] = fields.len() as u32;
            fields.push(strato_filter_lang::schema::field(declared.name, declared.title).protocol());
            fields.extend_from_slice(declared.fields);
            for parent in declared.parents {
                match *parent {
                    Parent::Below(_) => {}
                    Parent::Heuristic(under) => heuristics.entry(under).or_default().push(proto),
                    Parent::LinkType(n) => _ = tables.insert((Table::LinkType, n), proto),
                    Parent::EtherType(n) => _ = tables.insert((Table::EtherType, n.into()), proto),
                    Parent::IpProto(n) => _ = tables.insert((Table::IpProto, n.into()), proto),
                    Parent::UdpPort(n) => _ = tables.insert((Table::UdpPort, n.into()), proto),
                    Parent::TcpPort(n) => _ = tables.insert((Table::TcpPort, n.into()), proto),
                    Parent::LlcSap(n) => _ = tables.insert((Table::LlcSap, n.into()), proto),
                    Parent::MediaType(name) => _ = media.insert(name, proto),
                    Parent::PppProto(n) => _ = tables.insert((Table::PppProto, n.into()), proto),
                }
            }
        }
        let carries = Proto::ALL.map(|outer| Proto::ALL.map(|inner| may_carry(outer, inner))).to_vec();
        let holds = Proto::ALL.map(|outer| reach(outer, &carries)).to_vec();
        Self { schema: Schema::new(fields, ALIASES), bases, tables, media, heuristics, carries, holds }
    }

    /// All fields.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// The schema's number of a field.
    pub fn id(&self, f: F) -> FieldId {
        FieldId(self.bases[f.proto as usize] + 1 + u32::from(f.index))
    }

    /// The schema's number of a protocol's own item.
    pub fn protocol_id(&self, proto: Proto) -> FieldId {
        FieldId(self.bases[proto as usize])
    }

    /// The item of the protocol that declares a field; itself for such an item.
    pub fn owner(&self, id: FieldId) -> FieldId {
        self.protocol_id(self.proto_of(id))
    }

    /// The protocol that declares a field.
    pub fn proto_of(&self, id: FieldId) -> Proto {
        Proto::ALL[self.bases.partition_point(|base| *base <= id.0).saturating_sub(1)]
    }

    /// Which protocol a dissector table names for a key.
    pub fn lookup(&self, table: Table, key: u32) -> Option<Proto> {
        self.tables.get(&(table, key)).copied()
    }

    /// The protocol of a media type, given in lower case.
    pub fn media(&self, name: &str) -> Option<Proto> {
        self.media.get(name).copied()
    }

    /// All keys of a dissector table.
    pub fn keys(&self, table: Table) -> impl Iterator<Item = (u32, Proto)> + '_ {
        self.tables.iter().filter(move |((of, _), _)| *of == table).map(|((_, key), proto)| (*key, *proto))
    }

    /// Protocols that recognise their bytes themselves below `under`, in the order to try them.
    pub fn heuristics(&self, under: Proto) -> &[Proto] {
        self.heuristics.get(&under).map_or(&[], Vec::as_slice)
    }

    /// What bytes handed to a protocol may hold: itself, what it carries, what that carries…
    pub fn holds(&self, outer: Proto) -> impl Iterator<Item = Proto> + Clone + '_ {
        Proto::ALL.into_iter().filter(move |inner| self.holds[outer as usize][*inner as usize])
    }

    /// Whether `outer` may hand bytes to `inner`.
    pub fn may_carry(&self, outer: Proto, inner: Proto) -> bool {
        self.carries[outer as usize][inner as usize]
    }
}

fn may_carry(outer: Proto, inner: Proto) -> bool {
    let calls = protocol(outer).calls;
    protocol(inner).parents.iter().any(|parent| match parent {
        Parent::Below(proto) => *proto == outer,
        Parent::LinkType(_) => calls.contains(&Table::LinkType),
        Parent::EtherType(_) => calls.contains(&Table::EtherType),
        Parent::IpProto(_) => calls.contains(&Table::IpProto),
        Parent::UdpPort(_) => calls.contains(&Table::UdpPort),
        Parent::TcpPort(_) => calls.contains(&Table::TcpPort),
        Parent::LlcSap(_) => calls.contains(&Table::LlcSap),
        Parent::MediaType(_) => calls.contains(&Table::MediaType),
        Parent::PppProto(_) => calls.contains(&Table::PppProto),
        Parent::Heuristic(under) => *under == outer,
    })
}

fn reach(from: Proto, carries: &[[bool; Proto::COUNT]]) -> [bool; Proto::COUNT] {
    let mut found = [false; Proto::COUNT];
    let mut next = vec![from];
    while let Some(outer) = next.pop() {
        if !std::mem::replace(&mut found[outer as usize], true) {
            next.extend(Proto::ALL.into_iter().filter(|inner| carries[outer as usize][*inner as usize]));
        }
    }
    found
}
