//! The schema: every field is declared once, here is the form of that declaration.
//!
//! The language knows no protocol; it is handed a [`Schema`] built from the declarations of the engine.

use std::{
    borrow::Cow,
    fmt,
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use rustc_hash::FxHashMap;

use crate::{types::Type, value::Value};

/// Number of a field name in a [`Schema`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FieldId(pub u32);

/// How an integer is shown (Wireshark's `BASE_*`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Display {
    /// Decimal, and everything that is no integer.
    #[default]
    Dec,
    /// Hexadecimal, padded to the type's width.
    Hex,
    /// Octal.
    Oct,
    /// Decimal, then hexadecimal in parentheses.
    DecHex,
    /// Hexadecimal, then decimal in parentheses.
    HexDec,
    /// An OUI.
    Oui,
    /// ABSOLUTE_TIME shown in UTC rather than local time.
    Utc,
    /// The same, `NULL` if it is that of the Unix epoch: no time.
    NtpUtc,
    /// ABSOLUTE_TIME shown in seconds since the epoch.
    Epoch,
    /// Bytes with colons between them.
    Colons,
    /// Bytes, `<none>` if there are none.
    NoneIfEmpty,
}

/// Byte order of a header field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Order {
    /// Network order.
    #[default]
    Big,
    /// Little endian.
    Little,
}

/// Where the value of a field lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A fixed place in the header of its protocol's layer; every backend reads it from this declaration.
    Header {
        /// Offset from the start of the layer, bytes.
        offset: u16,
        /// Bytes covered, 1..=16 (fewer than the type's width for a short bit-field).
        width: u8,
        /// Byte order.
        order: Order,
    },
    /// All bytes behind the header of its protocol's layer, where there are any on the wire.
    Payload,
    /// The capture's record of the frame says it.
    Record(Record),
    /// The protocol's dissector emits it.
    Computed,
    /// A member of an event record made by a probe.
    Event {
        /// Offset in the kernel-side record, bytes.
        offset: u16,
        /// Bytes covered.
        width: u8,
    },
    /// Known only in user space; in the kernel it is membership of `key` in a live set.
    Resolved {
        /// The event member whose value is looked up.
        key: &'static str,
    },
}

/// A number that the capture's record says of each frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Record {
    /// Number of the frame, from 1.
    Number,
    /// Bytes on the wire.
    Len,
    /// Bytes captured.
    CapturedLen,
}

/// Names for the numbers of a field.
#[derive(Debug)]
pub struct Values {
    /// `(low, high, name)`, both ends inclusive, in the order of the table; a number takes the first that holds it.
    pub ranges: &'static [(u64, u64, &'static str)],
}

impl Values {
    /// Returns the ranges that have this name, ASCII case ignored (rule E42).
    pub fn named<'a>(&'a self, name: &'a [u8]) -> impl Iterator<Item = (u64, u64)> + 'a {
        self.ranges.iter().filter(move |row| row.2.as_bytes().eq_ignore_ascii_case(name)).map(|row| (row.0, row.1))
    }

    /// Returns the name of a number.
    pub fn name(&self, number: u64) -> Option<&'static str> {
        // Most tables are sorted and dense; the registry's test checks the few that are not.
        self.ranges.iter().find(|(low, high, _)| (*low..=*high).contains(&number)).map(|row| row.2)
    }
}

/// Names of a field's values.
#[derive(Clone, Copy, Debug, Default)]
pub enum Names {
    /// None: plain numbers, text, …
    #[default]
    None,
    /// A table of names for integers.
    Table(&'static Values),
    /// The words of a boolean for true and false.
    Bool(&'static str, &'static str),
    /// Text by a formatter (`BASE_CUSTOM`): equality compares this text (rule E42).
    Format(fn(u64) -> String),
}

/// The declaration of one field. Build it with [`field`].
#[derive(Clone, Copy)]
pub struct Field {
    /// Wireshark's name, e.g. `tcp.srcport`.
    pub name: &'static str,
    /// Short label as shown in a tree, e.g. `Source Port`.
    pub label: &'static str,
    /// One sentence more, for help; may be empty.
    pub help: &'static str,
    /// Type of its values.
    pub ty: Type,
    /// How integers are shown.
    pub display: Display,
    /// Bits of the covered bytes that belong to it; 0 for all of them.
    pub mask: u64,
    /// Value names.
    pub names: Names,
    /// Unit of the number, e.g. `bytes`.
    pub unit: &'static str,
    /// Where the value lives.
    pub source: Source,
    /// Further declarations under the same name whose type or names differ (rules E1, E44).
    pub also: &'static [Self],
    /// Fields whose occurrences are also this field's (`ip.addr`), in order.
    pub occurs_as: &'static [&'static str],
}

/// Starts the declaration of a field: `field("udp.srcport", "Source Port").u16().at(0)`.
pub const fn field(name: &'static str, label: &'static str) -> Field {
    Field {
        name,
        label,
        help: "",
        ty: Type::None,
        display: Display::Dec,
        mask: 0,
        names: Names::None,
        unit: "",
        source: Source::Computed,
        also: &[],
        occurs_as: &[],
    }
}

macro_rules! types {
    ($($(#[$doc:meta])* $method:ident = $ty:expr;)*) => {
        $($(#[$doc])* pub const fn $method(mut self) -> Self { self.ty = $ty; self })*
    };
}

impl Field {
    types! {
        /// 8-bit unsigned.
        u8 = Type::Uint(8);
        /// 16-bit unsigned.
        u16 = Type::Uint(16);
        /// 24-bit unsigned.
        u24 = Type::Uint(24);
        /// 32-bit unsigned.
        u32 = Type::Uint(32);
        /// 40-bit unsigned.
        u40 = Type::Uint(40);
        /// 48-bit unsigned.
        u48 = Type::Uint(48);
        /// 56-bit unsigned.
        u56 = Type::Uint(56);
        /// 64-bit unsigned.
        u64 = Type::Uint(64);
        /// 8-bit signed.
        i8 = Type::Int(8);
        /// 16-bit signed.
        i16 = Type::Int(16);
        /// 32-bit signed.
        i32 = Type::Int(32);
        /// 64-bit signed.
        i64 = Type::Int(64);
        /// Single-precision float.
        f32 = Type::Float;
        /// Double-precision float.
        f64 = Type::Double;
        /// IEEE 11073 16-bit float.
        sfloat = Type::Ieee11073Sfloat;
        /// IEEE 11073 32-bit float.
        float11073 = Type::Ieee11073Float;
        /// Boolean.
        bool = Type::Boolean;
        /// One character.
        char = Type::Char;
        /// Text.
        str = Type::String;
        /// Bytes.
        bytes = Type::Bytes;
        /// Length-prefixed bytes.
        uint_bytes = Type::UintBytes;
        /// Hardware address.
        ether = Type::Ether;
        /// EUI-64.
        eui64 = Type::Eui64;
        /// IPv4 address.
        ipv4 = Type::Ipv4;
        /// IPv6 address.
        ipv6 = Type::Ipv6;
        /// IPX network.
        ipxnet = Type::Ipxnet;
        /// Frame number.
        framenum = Type::Framenum;
        /// GUID.
        guid = Type::Guid;
        /// OID.
        oid = Type::Oid;
        /// Relative OID.
        rel_oid = Type::RelOid;
        /// AX.25 address.
        ax25 = Type::Ax25;
        /// Absolute time.
        abs_time = Type::AbsoluteTime;
        /// Relative time.
        rel_time = Type::RelativeTime;
        /// Protocol.
        protocol = Type::Protocol;
        /// Label without a value.
        none = Type::None;
    }

    /// Shown in decimal (the default).
    pub const fn dec(mut self) -> Self {
        self.display = Display::Dec;
        self
    }

    /// Shown in hexadecimal.
    pub const fn hex(mut self) -> Self {
        self.display = Display::Hex;
        self
    }

    /// Shown as `display` says.
    pub const fn display(mut self, display: Display) -> Self {
        self.display = display;
        self
    }

    /// Only these bits of the covered bytes.
    pub const fn mask(mut self, mask: u64) -> Self {
        self.mask = mask;
        self
    }

    /// At a fixed offset (bytes) of the layer's header, as wide as its type.
    pub const fn at(self, offset: u16) -> Self {
        let width = match self.ty {
            Type::Uint(bits) | Type::Int(bits) => bits / 8,
            Type::Boolean | Type::Char => 1,
            Type::Float | Type::Ipv4 | Type::Ipxnet | Type::Framenum => 4,
            Type::Double | Type::Eui64 => 8,
            Type::Ether => 6,
            Type::Ipv6 | Type::Guid => 16,
            _ => panic!("this type has no fixed width: use at_width"),
        };
        self.at_width(offset, width)
    }

    /// At a fixed offset, covering `width` bytes.
    pub const fn at_width(mut self, offset: u16, width: u8) -> Self {
        self.source = Source::Header { offset, width, order: Order::Big };
        self
    }

    /// The header field is little endian.
    pub const fn le(mut self) -> Self {
        if let Source::Header { offset, width, .. } = self.source {
            self.source = Source::Header { offset, width, order: Order::Little };
        }
        self
    }

    /// All bytes behind the header of the layer.
    pub const fn payload(mut self) -> Self {
        self.source = Source::Payload;
        self
    }

    /// Said by the capture's record.
    pub const fn record(mut self, record: Record) -> Self {
        self.source = Source::Record(record);
        self
    }

    /// Emitted by the dissector (the default).
    pub const fn computed(mut self) -> Self {
        self.source = Source::Computed;
        self
    }

    /// A member of an event record.
    pub const fn event(mut self, offset: u16, width: u8) -> Self {
        self.source = Source::Event { offset, width };
        self
    }

    /// Resolved in user space from the event member `key`.
    pub const fn resolved(mut self, key: &'static str) -> Self {
        self.source = Source::Resolved { key };
        self
    }

    /// Has a table of value names.
    pub const fn values(mut self, values: &'static Values) -> Self {
        self.names = Names::Table(values);
        self
    }

    /// A boolean with words of its own.
    pub const fn words(mut self, yes: &'static str, no: &'static str) -> Self {
        self.names = Names::Bool(yes, no);
        self
    }

    /// Text by a formatter.
    pub const fn format(mut self, format: fn(u64) -> String) -> Self {
        self.names = Names::Format(format);
        self
    }

    /// Unit of the number.
    pub const fn unit(mut self, unit: &'static str) -> Self {
        self.unit = unit;
        self
    }

    /// One sentence for help.
    pub const fn help(mut self, help: &'static str) -> Self {
        self.help = help;
        self
    }

    /// Further definitions under the same name.
    pub const fn also(mut self, also: &'static [Self]) -> Self {
        self.also = also;
        self
    }

    /// The declaration with number `def` under this name: itself, or one of `also`.
    pub fn definition(&self, def: u8) -> &Self {
        usize::from(def).checked_sub(1).and_then(|i| self.also.get(i)).unwrap_or(self)
    }

    /// Itself and the further declarations under this name.
    pub fn definitions(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.also)
    }

    /// Tells whether values may have names (rule E42).
    pub fn has_names(&self) -> bool {
        self.ty == Type::Boolean || !matches!(self.names, Names::None)
    }

    /// Returns the name of a value: text of the table, word of a boolean, or what the formatter says.
    pub fn name_of(&self, value: &Value<'_>) -> Option<Cow<'static, str>> {
        let number = match value {
            Value::Bool(b) => {
                let (yes, no) = self.bool_words();
                return Some(Cow::Borrowed(if *b { yes } else { no }));
            }
            Value::Uint(n) => *n,
            Value::Int(n) => *n as u64,
            _ => return None,
        };
        match self.names {
            // Tables hold negative numbers as 64, 32 or as many bits as the field has.
            Names::Table(values) if matches!(value, Value::Int(..0)) => {
                let narrow = number & (u64::MAX >> (64 - u32::from(self.ty.bits().unwrap_or(64))));
                let name = values.name(number).or_else(|| values.name(narrow));
                name.or_else(|| values.name(number & u64::from(u32::MAX))).map(Cow::Borrowed)
            }
            Names::Table(values) => values.name(number).map(Cow::Borrowed),
            Names::Format(format) => Some(Cow::Owned(format(number))),
            Names::None | Names::Bool(..) => None,
        }
    }

    /// The words of a boolean.
    pub fn bool_words(&self) -> (&'static str, &'static str) {
        match self.names {
            Names::Bool(yes, no) => (yes, no),
            Names::None | Names::Table(_) | Names::Format(_) => ("True", "False"),
        }
    }

    /// Every occurrence of these fields (of the same protocol) is one of this field too, in this order.
    pub const fn occurs_as(mut self, fields: &'static [&'static str]) -> Self {
        self.occurs_as = fields;
        self
    }
}

impl fmt::Debug for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Field").field("name", &self.name).field("ty", &self.ty).finish_non_exhaustive()
    }
}

/// Another name for a field or for all names below a prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The name users type.
    pub name: &'static str,
    /// The schema's name.
    pub target: &'static str,
    /// Renames a whole prefix (`bootp` → `dhcp`), reported as deprecated (rule M6).
    pub deprecated_prefix: bool,
}

/// All fields, by number and by name.
#[derive(Debug, Default)]
pub struct Schema {
    fields: Vec<&'static Field>,
    /// The groups that the fields were declared in.
    groups: Vec<Group>,
    /// Every name; made when one is not where its first words say.
    by_name: OnceLock<FxHashMap<&'static str, FieldId>>,
    /// How often that was so.
    sought: AtomicU32,
    aliases: Vec<Alias>,
}

/// Fields declared together, numbered from `first`; most of their names start with the first one's.
#[derive(Clone, Copy, Debug)]
struct Group {
    name: &'static str,
    first: u32,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The field.
    pub id: FieldId,
    /// The name is deprecated; the new prefix.
    pub deprecated: Option<Alias>,
}

impl Schema {
    /// Builds a schema; a field's id is its position.
    ///
    /// The fields are never freed: a schema is made once and lives as long as the program.
    ///
    /// # Panics
    /// If a name is declared twice: a mistake of the declarations, caught by the first test that runs.
    pub fn new(fields: impl IntoIterator<Item = Field>, aliases: &[Alias]) -> Self {
        let fields: &'static [Field] = Vec::leak(fields.into_iter().collect());
        let schema = Self::of_groups(fields.first().map(|first| (first, fields.get(1..).unwrap_or_default())), aliases);
        schema.names();
        schema
    }

    /// The same of fields that are declared in groups, the first of which has the name of its group. Nothing is copied,
    /// and names are looked for where they should be: a program that asks for a few of ten thousand fields does not wait
    /// for the others.
    pub fn of_groups(groups: impl IntoIterator<Item = (&'static Field, &'static [Field])>, aliases: &[Alias]) -> Self {
        let mut schema = Self { aliases: aliases.to_vec(), ..Self::default() };
        for (head, others) in groups {
            schema.groups.push(Group { name: head.name, first: schema.fields.len() as u32 });
            schema.fields.push(head);
            schema.fields.extend(others);
        }
        schema
    }

    /// Looks a name or an alias up.
    pub fn resolve(&self, name: &str) -> Option<Resolved> {
        if let Some(id) = self.find(name) {
            return Some(Resolved { id, deprecated: None });
        }
        self.aliases.iter().find_map(|alias| {
            if !alias.deprecated_prefix {
                return (alias.name == name)
                    .then(|| self.find(alias.target))
                    .flatten()
                    .map(|id| Resolved { id, deprecated: None });
            }
            let rest = name.strip_prefix(alias.name)?;
            if !rest.is_empty() && !rest.starts_with('.') {
                return None;
            }
            let id = self.find(&format!("{}{rest}", alias.target))?;
            Some(Resolved { id, deprecated: Some(*alias) })
        })
    }

    /// Looks a name up: in the group that has the name of its first words, then among all.
    fn find(&self, name: &str) -> Option<FieldId> {
        if let Some(names) = self.by_name.get() {
            return names.get(name).copied();
        }
        let words = |group: &Group| {
            name.strip_prefix(group.name).is_some_and(|rest| matches!(rest.as_bytes(), [] | [b'.', ..]))
        };
        let near = self.groups.iter().enumerate().rfind(|(_, group)| words(group)).and_then(|(i, group)| {
            let end = self.groups.get(i + 1).map_or(self.fields.len(), |next| next.first as usize);
            let fields = self.fields.get(group.first as usize..end)?;
            Some(FieldId(group.first + fields.iter().position(|field| field.name == name)? as u32))
        });
        near.or_else(|| self.find_far(name))
    }

    /// Looks a name up among all. Words of a filter that are no names come here, too, such as addresses: for a few of them
    /// a look at every field takes less time than a table.
    #[cold]
    fn find_far(&self, name: &str) -> Option<FieldId> {
        const FEW: u32 = 4;
        if self.sought.fetch_add(1, Ordering::Relaxed) < FEW {
            return self.fields.iter().position(|field| field.name == name).map(|at| FieldId(at as u32));
        }
        self.names().get(name).copied()
    }

    /// Every name with its field.
    fn names(&self) -> &FxHashMap<&'static str, FieldId> {
        self.by_name.get_or_init(|| {
            let mut names = FxHashMap::default();
            names.reserve(self.fields.len());
            for (id, field) in self.fields() {
                let before = names.insert(field.name, id);
                assert!(before.is_none(), "field `{}` is declared twice", field.name);
            }
            names
        })
    }

    /// The declaration of a field.
    #[inline]
    pub fn field(&self, id: FieldId) -> &'static Field {
        self.fields[id.0 as usize]
    }

    /// All fields in the order of their numbers.
    pub fn fields(&self) -> impl ExactSizeIterator<Item = (FieldId, &'static Field)> {
        self.fields.iter().enumerate().map(|(i, field)| (FieldId(i as u32), *field))
    }

    /// All aliases.
    pub fn aliases(&self) -> &[Alias] {
        &self.aliases
    }
}
