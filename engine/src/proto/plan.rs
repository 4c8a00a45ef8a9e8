//! What must be dissected: worked out once from the fields somebody reads.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;
use strato_filter_lang::{
    schema::{Field, FieldId, Order, Source},
    types::Type,
};

use super::{
    Proto,
    direct::Direct,
    media,
    out::F,
    registry::{self, Registry, Routes},
    set::Protos,
};
use crate::{
    decode_as::DecodeAs,
    preferences::{P, Preferences},
};

/// A header field that is wanted, ready to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeaderRead {
    pub(super) field: FieldId,
    pub(super) offset: u16,
    pub(super) width: u8,
    pub(super) order: Order,
    pub(super) mask: u64,
    pub(super) ty: Type,
}

/// Somebody reads the field itself.
const ITSELF: u8 = 1;
/// Somebody reads a field whose occurrences include this one's.
const AS_OTHER: u8 = 2;

/// Fields that are in no [group](super::Protocol::groups).
pub const OTHERS: u32 = 1 << 31;

/// The bit of a field's group.
fn group(proto: Proto, name: &str) -> u32 {
    let is_in = |of: &str| name == of || of.ends_with('.') && name.starts_with(of);
    let groups = registry::protocol(proto).groups.iter();
    groups
        .zip(0..31)
        .filter(|(group, _)| group.iter().any(|of| is_in(of)))
        .map(|(_, bit)| 1 << bit)
        .next()
        .unwrap_or(OTHERS)
}

/// The flags of a protocol that are set.
fn flags(proto: Proto, preferences: &Preferences) -> u32 {
    let declared = registry::protocol(proto).preferences.iter();
    declared.zip(0..32).filter(|(flag, _)| preferences.flag(flag)).map(|(_, bit)| 1 << bit).sum()
}

/// Which fields are wanted, and which protocols that takes.
#[derive(Debug)]
pub struct Plan {
    registry: &'static Registry,
    routes: Arc<Routes>,
    want: Vec<u8>,
    /// The fields that are, in order.
    wanted: Vec<FieldId>,
    umbrellas: FxHashMap<FieldId, Vec<FieldId>>,
    headers: Vec<Vec<HeaderRead>>,
    /// By protocol, whether a field of it is wanted.
    own: Vec<bool>,
    needed: Protos,
    stateful: Vec<bool>,
    computed: Vec<bool>,
    front_only: Vec<bool>,
    /// By protocol, the groups of its fields that are read.
    groups: Vec<u32>,
    /// Nothing is read behind these protocols.
    ends: Vec<bool>,
    /// Something is read of what recognises its bytes below these protocols.
    tries: Vec<bool>,
    /// Media types of which something is read; made for the first body.
    media: OnceLock<Vec<&'static str>>,
    /// Made for the first frame that is dissected.
    direct: OnceLock<Option<Direct>>,
    /// Everything is dissected: something asks for the frame as a whole (a tree, `frame.protocols`, expert notes).
    pub everything: bool,
    /// Summary columns (protocol, info) are wanted.
    pub columns: bool,
    /// By protocol, its flags that are set, a bit each.
    flags: Vec<u32>,
    /// Nothing is preferred but what is usual.
    pub usual: bool,
    /// Whose contents are [tapped](super::dissect::Tap).
    pub tap: Option<Proto>,
}

/// What a reader of frames asks for besides single fields.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// Every field of the frame (a tree).
    pub tree: bool,
    /// The summary columns.
    pub columns: bool,
    /// What frames after it depend on, whatever is read of them.
    pub state: bool,
    /// What dissectors emit.
    pub preferences: Preferences,
    /// Which protocols the user says that bytes are.
    pub decode_as: DecodeAs,
    /// Whose contents are [tapped](super::dissect::Tap).
    pub tap: Option<Proto>,
}

impl Plan {
    /// Plans for reading `fields`.
    pub fn new(fields: impl IntoIterator<Item = FieldId>, ask: Ask) -> Self {
        let registry = registry::registry();
        let count = registry.schema().fields().len();
        let mut plan = Self {
            registry,
            routes: registry.routes(&ask.decode_as, ask.preferences.ports()),
            want: vec![0; count],
            wanted: Vec::new(),
            umbrellas: FxHashMap::default(),
            headers: vec![Vec::new(); Proto::COUNT],
            own: vec![false; Proto::COUNT],
            needed: Protos::default(),
            stateful: vec![false; Proto::COUNT],
            computed: vec![false; Proto::COUNT],
            front_only: vec![true; Proto::COUNT],
            groups: vec![0; Proto::COUNT],
            ends: vec![false; Proto::COUNT],
            tries: vec![false; Proto::COUNT],
            media: OnceLock::new(),
            direct: OnceLock::new(),
            everything: ask.tree || ask.columns || ask.state || ask.tap.is_some(),
            columns: ask.columns,
            flags: Proto::ALL.map(|proto| flags(proto, &ask.preferences)).to_vec(),
            usual: ask.preferences.are_usual(),
            tap: ask.tap,
        };
        if ask.tree {
            (0..count).for_each(|i| plan.want(FieldId(i as u32)));
        }
        fields.into_iter().for_each(|id| plan.want(id));
        plan.wanted.sort_unstable();
        plan.collect_headers();
        plan.mark_needed();
        plan.mark_stateful();
        let data = Protos::from_iter([Proto::Data]);
        for proto in Proto::ALL {
            let inside = plan.needed.without(proto);
            plan.tries[proto as usize] = plan.routes.heuristics(proto).iter().any(|inner| plan.needs(*inner));
            plan.ends[proto as usize] = !plan.everything && !inside.meets(&plan.routes.carries(proto).or(&data));
        }
        plan
    }

    fn want(&mut self, id: FieldId) {
        if self.mark(id, ITSELF) & ITSELF != 0 {
            return;
        }
        for name in self.field(id).occurs_as {
            let Some(part) = self.registry.schema().resolve(name) else { continue };
            self.mark(part.id, AS_OTHER);
            self.umbrellas.entry(part.id).or_default().push(id);
        }
        let proto = self.registry.proto_of(id);
        self.columns |= proto == Proto::Columns;
        self.everything |= registry::protocol(proto).whole_frame.contains(&self.field(id).name);
    }

    /// Marks a field; returns how it was marked before.
    fn mark(&mut self, id: FieldId, how: u8) -> u8 {
        let slot = &mut self.want[id.0 as usize];
        let before = *slot;
        *slot |= how;
        if before == 0 {
            self.wanted.push(id);
        }
        before
    }

    /// The fields that are read, or whose occurrences are others' that are.
    pub(crate) fn wanted(&self) -> impl Iterator<Item = (FieldId, &'static Field)> + Clone + '_ {
        self.wanted.iter().map(|id| (*id, self.field(*id)))
    }

    fn collect_headers(&mut self) {
        for id in self.wanted.clone() {
            let field = self.field(id);
            let proto = self.registry.proto_of(id);
            self.own[proto as usize] = true;
            // `dns.id` and `dns.id.…`, but not `dns.idsn`.
            let below =
                |name: &str| field.name.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
            let front = registry::protocol(proto).front.iter().any(|name| below(name));
            self.front_only[proto as usize] &= front || self.registry.protocol_id(proto) == id;
            self.computed[proto as usize] |=
                matches!(field.source, Source::Computed | Source::Payload | Source::Record(_))
                    && field.occurs_as.is_empty()
                    && field.ty != Type::Protocol;
            if field.source == Source::Computed && field.occurs_as.is_empty() && field.ty != Type::Protocol
                || matches!(field.source, Source::Payload | Source::Record(_))
            {
                self.groups[proto as usize] |= group(proto, field.name);
            }
            if let Source::Header { offset, width, order } = field.source {
                self.headers[proto as usize].push(HeaderRead {
                    field: id,
                    offset,
                    width,
                    order,
                    mask: field.mask,
                    ty: field.ty,
                });
            }
        }
    }

    /// A protocol is needed when its fields are wanted, when a needed one depends on it, or when it may carry a needed one.
    fn mark_needed(&mut self) {
        self.needed = Proto::ALL.into_iter().filter(|proto| self.own[*proto as usize]).collect();
        for (name, other) in Proto::ALL.into_iter().flat_map(|proto| registry::protocol(proto).lent) {
            if self.registry.schema().resolve(name).is_some_and(|field| self.wants(field.id)) {
                self.needed.insert(*other);
            }
        }
        let remembered = Proto::ALL.into_iter().flat_map(|proto| self.needs_for(proto)).flatten();
        let remembered: Protos = remembered.copied().collect();
        self.needed = self.needed.or(&remembered);
        let mut changed = true;
        while std::mem::take(&mut changed) {
            for proto in Proto::ALL {
                if self.needed.contains(proto) {
                    for other in registry::protocol(proto).needs {
                        changed |= self.needed.insert(*other);
                    }
                } else if self.routes.carries(proto).meets(&self.needed) {
                    changed |= self.needed.insert(proto);
                }
            }
        }
    }

    /// Protocols whose state the fields of a protocol that are read depend on, besides those it always needs.
    pub(crate) fn needs_for(&self, proto: Proto) -> impl Iterator<Item = &'static [Proto]> + '_ {
        let rows = registry::protocol(proto).needs_for.iter().filter(move |(prefix, _)| {
            let read =
                |(id, field): (FieldId, &Field)| field.name.starts_with(prefix) && self.registry.proto_of(id) == proto;
            self.wanted().any(read)
        });
        rows.map(|(_, others)| *others)
    }

    /// A protocol must remember earlier frames when a field that depends on them is wanted, or one of a protocol it carries.
    fn mark_stateful(&mut self) {
        for proto in Proto::ALL {
            let prefixes = registry::protocol(proto).stateful;
            if prefixes.is_empty() {
                continue;
            }
            let own = self.wanted().any(|(_, field)| {
                field.source == Source::Computed && prefixes.iter().any(|prefix| field.name.starts_with(prefix))
            });
            let inner = self.routes.carries(proto).without(proto).meets(&self.needed);
            self.stateful[proto as usize] = self.everything || own || inner;
        }
    }

    /// Whether anything of the protocol is wanted that its header's declarations do not give.
    #[inline]
    pub fn computed(&self, proto: Proto) -> bool {
        self.everything || self.computed[proto as usize]
    }

    /// Which [groups](super::Protocol::groups) of the protocol's computed fields are read, a bit a group, in their order;
    /// [`OTHERS`] for those that are in none.
    #[inline]
    pub fn groups(&self, proto: Proto) -> u32 {
        if self.everything { u32::MAX } else { self.groups[proto as usize] }
    }

    /// Whether something is read of the protocols that recognise their bytes below this one, or of what they carry.
    #[inline]
    pub fn tries(&self, under: Proto) -> bool {
        self.tries[under as usize]
    }

    /// Whether something is read of those that a body below `under` is offered to for its content type.
    pub(crate) fn reads_media(&self, content_type: &[u8], under: Proto) -> bool {
        if self.ends(under) {
            return false;
        }
        let other = if content_type.is_empty() { Proto::Data } else { Proto::Media };
        if self.needs(other) || self.everything || self.tries(under) {
            return true;
        }
        let read =
            || self.registry.media_types().filter(|(_, proto)| self.needs(*proto)).map(|(name, _)| name).collect();
        let (name, known) = (media::name(content_type), self.media.get_or_init(read));
        known.iter().any(|known| name.eq_ignore_ascii_case(known.as_bytes()))
            || media::is_multipart(content_type).is_some_and(|proto| self.needs(proto))
                && media::by_type(self.registry, content_type).is_none()
    }

    /// Whether nothing is read of what the protocol carries.
    pub fn ends(&self, proto: Proto) -> bool {
        self.ends[proto as usize]
    }

    /// The short way to the transport layer.
    pub(crate) fn direct(&self) -> Option<&Direct> {
        self.direct.get_or_init(|| Direct::new(self)).as_ref()
    }

    /// Whether nothing of the protocol is wanted but what it [reads first](super::Protocol::front).
    pub fn reads_front_only(&self, proto: Proto) -> bool {
        !self.everything && self.front_only[proto as usize]
    }

    /// Whether the protocol must remember earlier frames.
    #[inline]
    pub fn stateful(&self, proto: Proto) -> bool {
        self.stateful[proto as usize]
    }

    /// Whether a preference is set.
    #[inline]
    pub fn prefers(&self, p: P) -> bool {
        self.flags[p.proto as usize] >> p.index & 1 == 1
    }

    /// Who hands bytes to whom.
    pub fn routes(&self) -> &Routes {
        &self.routes
    }

    /// The same, to keep.
    pub(crate) fn shared_routes(&self) -> Arc<Routes> {
        Arc::clone(&self.routes)
    }

    /// The schema's number of a field.
    #[inline]
    pub fn id(&self, f: F) -> FieldId {
        self.registry.id(f)
    }

    /// The declaration of a field.
    pub fn field(&self, id: FieldId) -> &'static Field {
        self.registry.schema().field(id)
    }

    /// Whether the field, or one that includes its occurrences, is read.
    #[inline]
    pub fn wants(&self, id: FieldId) -> bool {
        self.want[id.0 as usize] != 0
    }

    pub(super) fn wants_itself(&self, id: FieldId) -> bool {
        self.want[id.0 as usize] & ITSELF != 0
    }

    pub(super) fn umbrellas(&self, id: FieldId) -> &[FieldId] {
        if self.want[id.0 as usize] & AS_OTHER == 0 { &[] } else { self.umbrellas.get(&id).map_or(&[], Vec::as_slice) }
    }

    #[inline]
    pub(super) fn headers(&self, proto: Proto) -> &[HeaderRead] {
        &self.headers[proto as usize]
    }

    /// Whether a field of the protocol itself is read.
    #[inline]
    pub fn reads(&self, proto: Proto) -> bool {
        self.needed.contains(proto)
    }

    /// Whether a field of the protocol is emitted.
    pub(crate) fn reads_own(&self, proto: Proto) -> bool {
        self.everything || self.own[proto as usize]
    }

    /// Whether the protocol's layers must be found and dissected.
    #[inline]
    pub fn needs(&self, proto: Proto) -> bool {
        self.everything || self.needed.contains(proto)
    }
}
