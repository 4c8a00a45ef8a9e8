//! What dissectors emit: occurrences of the fields somebody wants.

use bumpalo::Bump;
use strato_filter_lang::{
    access::Occurrence,
    schema::{Field, FieldId, Order},
    value::{Value, header::decode},
};

use super::{
    Proto,
    plan::{HeaderRead, Plan},
    registry::Routes,
    tvb::{Stop, Tvb},
};
use crate::preferences::P;

/// Names one field in the code of a dissector; made by the macro `fields!` of `proto.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct F {
    /// The protocol that declares it.
    pub proto: Proto,
    /// Its row in that protocol's table.
    pub index: u16,
}

/// Severity of an expert note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// A comment in the capture.
    Comment = 0x0010_0000,
    /// Usual workflow.
    Chat = 0x0020_0000,
    /// Notable, not wrong.
    Note = 0x0040_0000,
    /// Unusual, perhaps wrong.
    Warn = 0x0060_0000,
    /// Wrong.
    Error = 0x0080_0000,
}

/// Group of an expert note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Checksum.
    Checksum = 0x0100_0000,
    /// Sequence.
    Sequence = 0x0200_0000,
    /// Response code.
    Response = 0x0300_0000,
    /// Request code.
    Request = 0x0400_0000,
    /// Undecoded.
    Undecoded = 0x0500_0000,
    /// Reassembly.
    Reassemble = 0x0600_0000,
    /// Malformed.
    Malformed = 0x0700_0000,
    /// Debugging.
    Debug = 0x0800_0000,
    /// Protocol violation.
    Protocol = 0x0900_0000,
    /// Security.
    Security = 0x0a00_0000,
    /// Comments.
    Comments = 0x0b00_0000,
    /// Decryption.
    Decryption = 0x0c00_0000,
    /// Assumption.
    Assumption = 0x0d00_0000,
    /// Deprecated.
    Deprecated = 0x0e00_0000,
}

/// A protocol whose code another one uses: what it shows is shown by fields of the other.
#[derive(Clone, Copy, Debug)]
pub struct Twins {
    /// Whose code it is.
    pub of: Proto,
    /// Whose fields are shown.
    pub to: Proto,
    /// For each field of the one, that of the other.
    pub table: &'static [Option<u16>],
}

impl Twins {
    /// The table: fields of the same name but for a prefix.
    pub fn table(of: &[Field], to: &[Field], prefix: &str) -> Vec<Option<u16>> {
        let twin = |field: &Field| to.iter().position(|other| other.name.strip_prefix(prefix) == Some(field.name));
        of.iter().map(|field| twin(field).map(|index| index as u16)).collect()
    }
}

/// Collects the occurrences of one frame. Fields nobody wants cost a look into a table.
pub struct Out<'f> {
    pub(super) plan: &'f Plan,
    pub(super) arena: &'f Bump,
    pub(super) occurrences: Vec<Occurrence<'f>>,
    /// Running number of the current layer among those of its protocol.
    pub(super) layer: u8,
    /// By what fields of another protocol are shown.
    pub(super) twins: Option<Twins>,
    /// What takes part in the current layer without one of its own, for `frame.protocols`.
    pub(super) names: Vec<&'static str>,
}

impl<'f> Out<'f> {
    /// Whether somebody reads this field: ask before computing a costly value.
    #[inline]
    pub fn wants(&self, f: F) -> bool {
        self.id(f).is_some_and(|id| self.plan.wants(id))
    }

    /// Whether any field of the protocol, or of one that it carries, is read.
    pub fn needs(&self, proto: Proto) -> bool {
        self.plan.needs(proto)
    }

    /// Who hands bytes to whom.
    pub fn routes(&self) -> &'f Routes {
        self.plan.routes()
    }

    /// What the user prefers.
    #[inline]
    pub fn prefers(&self, p: P) -> bool {
        self.plan.prefers(p)
    }

    /// Whether a field of the protocol itself is read, not only one that it may carry.
    pub fn needs_itself(&self, proto: Proto) -> bool {
        self.plan.reads(proto)
    }

    /// The schema's number of what a field is shown by.
    fn id(&self, f: F) -> Option<FieldId> {
        match self.twins {
            Some(twins) if twins.of == f.proto => {
                let index = twins.table.get(usize::from(f.index)).copied().flatten()?;
                Some(self.plan.id(F { proto: twins.to, index }))
            }
            _ => Some(self.plan.id(f)),
        }
    }

    /// Copies text into memory that lives as long as the frame.
    pub fn alloc_str(&self, text: &str) -> &'f str {
        self.arena.alloc_str(text)
    }

    /// Copies bytes into memory that lives as long as the frame.
    pub fn alloc_bytes(&self, bytes: &[u8]) -> &'f [u8] {
        self.arena.alloc_slice_copy(bytes)
    }

    /// Emits a value with the bytes it was read from.
    #[inline]
    pub fn add(&mut self, f: F, raw: &'f [u8], value: Value<'f>) {
        let Some(id) = self.id(f) else { return };
        if self.plan.wants(id) {
            self.push(id, raw, value);
        }
    }

    /// Emits a value of a further definition of the field's name ([`also`](strato_filter_lang::schema::Field::also)).
    #[inline]
    pub fn add_def(&mut self, f: F, def: u8, raw: &'f [u8], value: Value<'f>) {
        let Some(id) = self.id(f) else { return };
        if self.plan.wants(id) {
            self.occurrences.push(Occurrence { field: id, def, layer: self.layer, value, raw });
        }
    }

    #[inline(never)]
    fn push(&mut self, field: FieldId, raw: &'f [u8], value: Value<'f>) {
        for umbrella in self.plan.umbrellas(field) {
            self.occurrences.push(Occurrence {
                field: *umbrella,
                def: 0,
                layer: self.layer,
                value: value.clone(),
                raw,
            });
        }
        if self.plan.wants_itself(field) {
            self.occurrences.push(Occurrence { field, def: 0, layer: self.layer, value, raw });
        }
    }

    /// Emits a computed value that stands nowhere in the frame.
    #[inline]
    pub fn generated(&mut self, f: F, value: Value<'f>) {
        self.add(f, &[], value);
    }

    /// Emits a number that stands nowhere in the frame.
    #[inline]
    pub fn generated_uint(&mut self, f: F, value: u64) {
        self.add(f, &[], Value::Uint(value));
    }

    /// Emits a boolean that stands nowhere in the frame.
    #[inline]
    pub fn generated_bool(&mut self, f: F, value: bool) {
        self.add(f, &[], Value::Bool(value));
    }

    /// Emits text, copied, that stands nowhere in the frame.
    pub fn generated_str(&mut self, f: F, text: &str) {
        if self.wants(f) {
            let text = self.alloc_str(text);
            self.add(f, &[], Value::str(text));
        }
    }

    /// Emits a label over `len` bytes.
    #[inline]
    pub fn label(&mut self, f: F, tvb: Tvb<'f>, at: usize, len: usize) {
        self.add(f, tvb.captured(at, len), Value::Label);
    }

    /// Emits text that was decoded from `len` bytes at `at`.
    pub fn text(&mut self, f: F, tvb: Tvb<'f>, at: usize, len: usize, text: &str) -> Result<(), Stop> {
        let raw = tvb.bytes(at, len)?;
        if self.wants(f) {
            let text = self.alloc_str(text);
            self.add(f, raw, Value::str(text));
        }
        Ok(())
    }

    /// Emits ASCII text, in which each other byte is U+FFFD, up to its first NUL: the `(at, len)` of `text`, of an item
    /// that covers `len` bytes at `at`.
    pub fn ascii(&mut self, f: F, tvb: Tvb<'f>, at: usize, text: (usize, usize), len: usize) -> Result<(), Stop> {
        let raw = tvb.bytes(at, len)?;
        let text = tvb.bytes(text.0, text.1)?;
        if !self.wants(f) {
            return Ok(());
        }
        let text = memchr::memchr(0, text).and_then(|end| text.get(..end)).unwrap_or(text);
        let value = match std::str::from_utf8(text) {
            Ok(text) if text.is_ascii() => Value::str(text),
            _ => {
                let text: String = text
                    .iter()
                    .map(|b| if b.is_ascii() { char::from(*b) } else { char::REPLACEMENT_CHARACTER })
                    .collect();
                Value::str(self.alloc_str(&text))
            }
        };
        self.add(f, raw, value);
        Ok(())
    }

    /// Emits a number that was computed from `len` bytes at `at`.
    pub fn number(&mut self, f: F, tvb: Tvb<'f>, at: usize, len: usize, value: u64) -> Result<(), Stop> {
        let raw = tvb.bytes(at, len)?;
        self.add(f, raw, Value::Uint(value));
        Ok(())
    }

    /// Emits what stands in `len` bytes at `at`, decoded by the field's declared type and mask, big endian;
    /// text as UTF-8 with U+FFFD for what is none. The bounds are checked whether or not the field is wanted.
    pub fn item(&mut self, f: F, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
        self.item_ordered(f, tvb, at, len, Order::Big)
    }

    /// The same, little endian.
    pub fn item_le(&mut self, f: F, tvb: Tvb<'f>, at: usize, len: usize) -> Result<(), Stop> {
        self.item_ordered(f, tvb, at, len, Order::Little)
    }

    fn item_ordered(&mut self, f: F, tvb: Tvb<'f>, at: usize, len: usize, order: Order) -> Result<(), Stop> {
        let raw = tvb.bytes(at, len)?;
        let Some(id) = self.id(f) else { return Ok(()) };
        if self.plan.wants(id) {
            let declared = self.plan.field(id);
            let value = decode(declared.ty, declared.mask, raw, order);
            self.push(id, raw, value);
        }
        Ok(())
    }

    /// Reads an unsigned big-endian number of `len` bytes, emits its masked bits and returns it whole.
    pub fn uint(&mut self, f: F, tvb: Tvb<'f>, at: usize, len: usize) -> Result<u64, Stop> {
        self.item(f, tvb, at, len)?;
        tvb.uint(at, len)
    }

    /// Reads an unsigned little-endian number of `len` bytes, emits its masked bits and returns it whole.
    pub fn uint_le(&mut self, f: F, tvb: Tvb<'f>, at: usize, len: usize) -> Result<u64, Stop> {
        self.item_le(f, tvb, at, len)?;
        tvb.uint_le(at, len)
    }

    /// Emits a header field from its declaration.
    pub(super) fn header(&mut self, read: &HeaderRead, tvb: Tvb<'f>) {
        // Bytes that were not captured: the field does not occur.
        let Ok(raw) = tvb.bytes(usize::from(read.offset), usize::from(read.width)) else { return };
        let value = decode(read.ty, read.mask, raw, read.order);
        self.push(read.field, raw, value);
    }
}
