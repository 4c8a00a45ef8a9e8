//! All protocols put together: the schema, numbers of fields, dissector tables.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;
use strato_filter_lang::schema::{FieldId, Schema};

use super::{Parent, Proto, Protocol, Table, aliases::ALIASES, out::F, set::Protos};
use crate::{decode_as::DecodeAs, preferences::Ports};

/// The protocols' declarations, joined.
#[derive(Debug)]
pub struct Registry {
    schema: Schema,
    /// Number of each protocol's first field: its `FT_PROTOCOL` item.
    bases: [u32; Proto::COUNT],
    media: FxHashMap<&'static str, Proto>,
    routes: Arc<Routes>,
}

/// Who hands bytes to whom.
#[derive(Clone, Debug)]
pub struct Routes {
    tables: FxHashMap<(Table, u32), Proto>,
    /// Rows of `tables` for ports, which are asked of every segment: protocol + 1, 0 for none.
    tcp_ports: Arc<Vec<u16>>,
    udp_ports: Arc<Vec<u16>>,
    /// What the user changed of the tables.
    decode_as: DecodeAs,
    heuristics: FxHashMap<Proto, Vec<Proto>>,
    /// For each protocol, whether it may hand bytes to each other.
    carries: Vec<Protos>,
    /// The same, through others: everything that its bytes may hold, itself included.
    holds: Vec<Protos>,
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
        let mut next = 0;
        let mut media = FxHashMap::default();
        for proto in Proto::ALL {
            let declared = protocol(proto);
            bases[proto as usize] = next;
            next += 1 + declared.fields.len() as u32;
            for parent in declared.parents {
                if let Parent::MediaType(name) = *parent {
                    media.insert(name, proto);
                }
            }
        }
        let groups = Proto::ALL.map(|proto| (proto.item(), protocol(proto).fields));
        Self { schema: Schema::of_groups(groups, ALIASES), bases, media, routes: Arc::new(Routes::build()) }
    }

    /// All fields.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// The schema's number of a field.
    #[inline]
    pub fn id(&self, f: F) -> FieldId {
        FieldId(self.bases[f.proto as usize] + 1 + u32::from(f.index))
    }

    /// The name in code of a field; of a protocol's own item, that of its first field.
    pub fn handle(&self, id: FieldId) -> F {
        let proto = self.proto_of(id);
        let index = id.0.saturating_sub(self.bases[proto as usize] + 1);
        F { proto, index: index as u16 }
    }

    /// The schema's number of a protocol's own item.
    #[inline]
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

    /// All media types, in lower case.
    pub fn media_types(&self) -> impl Iterator<Item = (&'static str, Proto)> + '_ {
        self.media.iter().map(|(name, proto)| (*name, *proto))
    }

    /// The protocol of a media type, given in lower case.
    pub fn media(&self, name: &str) -> Option<Proto> {
        self.media.get(name).copied()
    }

    /// Who hands bytes to whom, with what the user said.
    pub fn routes(&self, decode_as: &DecodeAs, ports: &[Ports]) -> Arc<Routes> {
        match (decode_as.rules(), ports) {
            ([], []) => Arc::clone(&self.routes),
            _ => Arc::new(self.routes.with(decode_as, ports)),
        }
    }
}

impl Routes {
    fn build() -> Self {
        let mut tables = FxHashMap::default();
        tables.reserve(Proto::ALL.into_iter().map(|proto| protocol(proto).parents.len()).sum());
        let mut heuristics: FxHashMap<Proto, Vec<Proto>> = FxHashMap::default();
        for proto in Proto::ALL {
            for parent in protocol(proto).parents {
                if let Some(key) = parent.key() {
                    tables.insert(key, proto);
                }
                if let Parent::Heuristic(under) = *parent {
                    heuristics.entry(under).or_default().push(proto);
                }
            }
        }
        let carries = carries();
        let holds = holds(&carries);
        let (tcp_ports, udp_ports) = (ports(&tables, Table::TcpPort), ports(&tables, Table::UdpPort));
        Self { tables, tcp_ports, udp_ports, decode_as: DecodeAs::default(), heuristics, carries, holds }
    }

    fn with(&self, decode_as: &DecodeAs, ports_said: &[Ports]) -> Self {
        let mut routes = Self { decode_as: decode_as.clone(), ..self.clone() };
        for Ports { table, proto, ranges } in ports_said {
            let keys = ranges.iter().flat_map(|range| range.clone());
            routes.tables.extend(keys.map(|key| ((*table, u32::from(key)), *proto)));
        }
        if !ports_said.is_empty() {
            routes.tcp_ports = ports(&routes.tables, Table::TcpPort);
            routes.udp_ports = ports(&routes.tables, Table::UdpPort);
        }
        for rule in decode_as.rules() {
            for outer in Proto::ALL.into_iter().filter(|outer| protocol(*outer).calls.contains(&rule.table)) {
                routes.carries[outer as usize].insert(rule.proto);
            }
        }
        routes.holds = holds(&routes.carries);
        routes
    }

    /// Which protocol a dissector table names for a key.
    pub fn lookup(&self, table: Table, key: u32) -> Option<Proto> {
        self.decode_as.lookup(table, key).or_else(|| self.named(table, key))
    }

    /// The same, but for what the user said.
    fn named(&self, table: Table, key: u32) -> Option<Proto> {
        let by_port = match table {
            Table::TcpPort => &self.tcp_ports,
            Table::UdpPort => &self.udp_ports,
            _ => return self.tables.get(&(table, key)).copied(),
        };
        let row = *by_port.get(key as usize)?;
        Proto::ALL.get(usize::from(row).checked_sub(1)?).copied()
    }

    /// What the user changed of the tables.
    pub fn decode_as(&self) -> &DecodeAs {
        &self.decode_as
    }

    /// All keys of a dissector table; of a key that comes several times the last one counts.
    pub fn keys(&self, table: Table) -> impl Iterator<Item = (u32, Proto)> + '_ {
        let rules = self.decode_as.rules().iter().filter(move |rule| rule.table == table);
        let said = rules.flat_map(|rule| rule.keys.clone().map(|key| (key, rule.proto)));
        self.tables.iter().filter(move |((of, _), _)| *of == table).map(|((_, key), proto)| (*key, *proto)).chain(said)
    }

    /// Protocols that recognise their bytes themselves below `under`, in the order to try them.
    pub fn heuristics(&self, under: Proto) -> &[Proto] {
        self.heuristics.get(&under).map_or(&[], Vec::as_slice)
    }

    /// What bytes handed to a protocol may hold: itself, what it carries, what that carries…
    pub(crate) fn holds(&self, outer: Proto) -> &Protos {
        &self.holds[outer as usize]
    }

    /// What a protocol may hand bytes to.
    pub(crate) fn carries(&self, outer: Proto) -> &Protos {
        &self.carries[outer as usize]
    }

    /// Whether `outer` may hand bytes to `inner`.
    pub fn may_carry(&self, outer: Proto, inner: Proto) -> bool {
        self.carries(outer).contains(inner)
    }
}

fn ports(tables: &FxHashMap<(Table, u32), Proto>, table: Table) -> Arc<Vec<u16>> {
    let mut ports = vec![0; 1 << 16];
    for ((_, key), proto) in tables.iter().filter(|((of, _), _)| *of == table) {
        if let Some(place) = ports.get_mut(*key as usize) {
            *place = *proto as u16 + 1;
        }
    }
    Arc::new(ports)
}

/// For each protocol, what it may hand bytes to.
fn carries() -> Vec<Protos> {
    let mut callers: FxHashMap<Table, Protos> = FxHashMap::default();
    for proto in Proto::ALL {
        for table in protocol(proto).calls {
            callers.entry(*table).or_default().insert(proto);
        }
    }
    let mut carries = vec![Protos::default(); Proto::COUNT];
    for inner in Proto::ALL {
        let mut asked = None;
        for parent in protocol(inner).parents {
            match (*parent, parent.table()) {
                (Parent::Below(outer) | Parent::Heuristic(outer), _) => _ = carries[outer as usize].insert(inner),
                (Parent::DecodeAs(_), _) | (_, None) => {}
                // Many ports in a row are of one table.
                (_, table) if table == asked => {}
                (_, Some(table)) => {
                    asked = Some(table);
                    let outers = callers.get(&table).copied().unwrap_or_default();
                    outers.iter().for_each(|outer| _ = carries[outer as usize].insert(inner));
                }
            }
        }
    }
    carries
}

/// For each protocol, itself and what can be reached from it.
fn holds(carries: &[Protos]) -> Vec<Protos> {
    let mut holds: Vec<Protos> = carries.to_vec();
    let inner: Vec<Proto> =
        Proto::ALL.into_iter().filter(|proto| carries[*proto as usize] != Protos::default()).collect();
    for through in &inner {
        for outer in &inner {
            if holds[*outer as usize].contains(*through) {
                holds[*outer as usize] = holds[*outer as usize].or(&holds[*through as usize]);
            }
        }
    }
    Proto::ALL.into_iter().for_each(|proto| _ = holds[proto as usize].insert(proto));
    holds
}
