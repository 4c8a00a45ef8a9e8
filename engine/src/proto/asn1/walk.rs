//! The walk through encoded values, by their type.

use std::borrow::Cow;

use strato_filter_lang::{types::Type as FieldType, value::Value};

use super::{
    element::{Class, Element},
    schema::{Kind, Member, Schema, Type, schema},
    text,
};
use crate::proto::{
    Proto, ber,
    dissect::Cx,
    out::{F, Group, Out, Severity},
    registry::protocol,
    tvb::{Stop, Tvb},
};

/// Deepest nesting of values.
const MAX_DEPTH: u8 = 40;

/// Where a walk emits to: the dissection, or only its collection of fields.
pub(in crate::proto) trait Host<'f> {
    /// Where fields go.
    fn out(&mut self) -> &mut Out<'f>;

    /// The dissection, for who calls other protocols.
    fn cx(&mut self) -> Option<&mut Cx<'f>>;
}

impl<'f> Host<'f> for Out<'f> {
    fn out(&mut self) -> &mut Self {
        self
    }

    fn cx(&mut self) -> Option<&mut Cx<'f>> {
        None
    }
}

impl<'f> Host<'f> for Cx<'f> {
    fn out(&mut self) -> &mut Out<'f> {
        &mut self.out
    }

    fn cx(&mut self) -> Option<&mut Self> {
        Some(self)
    }
}

/// What a protocol does with a value besides showing it.
pub(in crate::proto) type Hook = for<'f> fn(&mut Walk<'_, 'f>, Found<'f>) -> Result<(), Stop>;

/// The hooks of all modules.
pub(super) const HOOKS: &[(&str, Hook)] = &[
    ("oid", |walk, found| {
        walk.oid = found.contents();
        Ok(())
    }),
    ("by_oid", |walk, found| walk.by_oid(found)),
    // Not every algorithm has parameters that are known.
    ("parameters", |walk, found| walk.named(walk.oid, found).map(drop)),
    // Any string type, shown as text.
    ("text", |walk, found| {
        let element = Element::read(found.tvb, found.at)?;
        walk.decoded(Found { at: element.at, len: element.len, ..found });
        Ok(())
    }),
];

/// A value that was found.
#[derive(Clone, Copy, Debug)]
pub(in crate::proto) struct Found<'f> {
    /// What it stands in.
    pub(in crate::proto) tvb: Tvb<'f>,
    /// Where its contents start; of what may be anything, where it starts.
    pub(in crate::proto) at: usize,
    /// How long they are.
    pub(in crate::proto) len: usize,
    /// What it is shown by.
    pub(in crate::proto) field: Option<F>,
    /// Its value, if it is a number or an alternative.
    pub(in crate::proto) value: i64,
}

impl<'f> Found<'f> {
    /// The octets, as far as captured.
    pub(in crate::proto) fn contents(&self) -> &'f [u8] {
        self.tvb.captured(self.at, self.len)
    }
}

/// A walk.
pub(in crate::proto) struct Walk<'a, 'f> {
    pub(in crate::proto) host: &'a mut dyn Host<'f>,
    schema: &'static Schema,
    depth: u8,
    /// The object identifier that was last met.
    pub(in crate::proto) oid: &'f [u8],
    /// What a protocol's hooks tell one another.
    pub(in crate::proto) notes: [i64; 4],
}

impl<'a, 'f> Walk<'a, 'f> {
    /// Starts a walk.
    pub(in crate::proto) fn new(host: &'a mut dyn Host<'f>) -> Self {
        Self { host, schema: schema(), depth: 0, oid: &[], notes: [0; 4] }
    }

    /// Where fields go.
    pub(in crate::proto) fn out(&mut self) -> &mut Out<'f> {
        self.host.out()
    }

    /// Dissects a value of the named type at `at`, shown by `field`; gives where it ends.
    pub(in crate::proto) fn pdu(
        &mut self,
        name: &str,
        field: Option<F>,
        tvb: Tvb<'f>,
        at: usize,
    ) -> Result<usize, Stop> {
        let Some(id) = self.schema.named(name) else { return Err(Stop::Malformed) };
        self.value(self.schema.ty(id), field, None, tvb, at)
    }

    /// Dissects what an object identifier stands for; `false` if that is not known.
    pub(in crate::proto) fn named(&mut self, oid: &[u8], found: Found<'f>) -> Result<bool, Stop> {
        let Some(named) = self.schema.oids.get(oid) else { return Ok(false) };
        self.enter(named.proto);
        self.value(self.schema.ty(named.ty), named.field, None, found.tvb.limit(found.at + found.len), found.at)?;
        Ok(true)
    }

    /// Dissects what the last identifier stands for, or notes that nobody knows.
    pub(in crate::proto) fn by_oid(&mut self, found: Found<'f>) -> Result<(), Stop> {
        if !self.named(self.oid, found)? {
            let text =
                "BER: Dissector for OID not implemented. Contact Wireshark developers if you want this supported";
            self.out().expert(ber::f::ERROR_OID_NOT_IMPLEMENTED, Severity::Warn, Group::Undecoded, text);
        }
        Ok(())
    }

    /// Tells `frame.protocols` that a protocol takes part.
    pub(in crate::proto) fn enter(&mut self, proto: Proto) {
        let out = self.out();
        if out.plan.everything {
            out.names.push(protocol(proto).frame_name);
        }
    }

    fn member(&mut self, member: &'static Member, tvb: Tvb<'f>, at: usize) -> Result<usize, Stop> {
        self.value(&member.ty, member.field, member.hook, tvb, at)
    }

    /// Dissects a value of a type.
    fn value(
        &mut self,
        ty: &'static Type,
        field: Option<F>,
        hook: Option<Hook>,
        tvb: Tvb<'f>,
        at: usize,
    ) -> Result<usize, Stop> {
        if self.depth >= MAX_DEPTH {
            return Err(Stop::Malformed);
        }
        self.depth += 1;
        let end = self.tagged(ty, field, hook, tvb, at);
        self.depth -= 1;
        end
    }

    /// Goes through the tags of a type, then dissects what stands behind them.
    fn tagged(
        &mut self,
        ty: &'static Type,
        field: Option<F>,
        hook: Option<Hook>,
        tvb: Tvb<'f>,
        at: usize,
    ) -> Result<usize, Stop> {
        let (mut ty, mut tvb, mut at, mut hook) = (ty, tvb, at, hook);
        // Where all of it ends, and the element whose tag stands for the next one.
        let mut end = None;
        let mut implicit: Option<Element> = None;
        loop {
            hook = hook.or(ty.hook);
            for tag in &ty.tags {
                if implicit.is_none() {
                    let element = Element::read(tvb, at)?;
                    if element.class != tag.class || element.number != tag.number {
                        self.note(ber::f::ERROR_WRONG_TAG_IN_TAGGED_TYPE, "BER Error: Wrong tag in tagged type");
                        return Ok(end.unwrap_or(element.end));
                    }
                    end.get_or_insert(element.end);
                    tvb = tvb.limit(element.at + element.len);
                    at = element.at;
                    implicit = Some(element);
                }
                if tag.explicit {
                    implicit = None;
                }
            }
            match &ty.kind {
                Kind::Ref(id) => ty = self.schema.ty(*id),
                Kind::Choice(members) => {
                    let inner = self.choice(members, field, hook, tvb, at)?;
                    return Ok(end.unwrap_or(inner));
                }
                Kind::Any => {
                    let inner = match implicit {
                        Some(element) => element.at + element.len,
                        None if at < tvb.reported_len() => Element::read(tvb, at)?.end,
                        None => at,
                    };
                    let found = Found { tvb, at, len: inner - at, field, value: 0 };
                    self.label(found);
                    self.call(hook, found)?;
                    return Ok(end.unwrap_or(inner));
                }
                kind => {
                    let element = match implicit {
                        Some(element) => element,
                        None => {
                            let element = Element::read(tvb, at)?;
                            if element.class != Class::Universal || Some(element.number) != kind.universal() {
                                self.mismatch(kind);
                                return Ok(end.unwrap_or(element.end));
                            }
                            element
                        }
                    };
                    self.contents(kind, field, hook, tvb, element)?;
                    return Ok(end.unwrap_or(element.end));
                }
            }
        }
    }

    /// Dissects contents.
    fn contents(
        &mut self,
        kind: &'static Kind,
        field: Option<F>,
        hook: Option<Hook>,
        tvb: Tvb<'f>,
        element: Element,
    ) -> Result<(), Stop> {
        let mut found = Found { tvb, at: element.at, len: element.len, field, value: 0 };
        let inner = tvb.limit(element.at + element.len);
        match kind {
            Kind::Sequence(members) => {
                self.show(found, Value::Label);
                self.sequence(members, inner, element.at)?;
            }
            Kind::Set(members) => {
                self.show(found, Value::Label);
                self.set(members, inner, element.at)?;
            }
            Kind::SequenceOf(item) | Kind::SetOf(item) => {
                let count = self.count(inner, element.at)?;
                found.value = count as i64;
                self.show(found, Value::Uint(count as u64));
                let mut at = element.at;
                while at < element.at + element.len {
                    let next = self.member(item, inner, at)?;
                    at = next.max(Element::read(inner, at)?.end);
                }
            }
            Kind::Null | Kind::Any | Kind::Ref(_) | Kind::Choice(_) => self.show(found, Value::Label),
            Kind::Boolean => {
                found.value = i64::from(tvb.uint(element.at, element.len.min(8))? != 0);
                self.show(found, Value::Bool(found.value != 0));
            }
            Kind::Integer | Kind::Enumerated => {
                found.value = self.integer(found)?;
            }
            Kind::Octets | Kind::Oid => {
                tvb.bytes(found.at, found.len)?;
                self.decoded(found);
            }
            Kind::Bits(bits) => self.bits(bits, found)?,
            Kind::Text(charset, _) => {
                let raw = tvb.bytes(found.at, found.len)?;
                if self.shows(field) {
                    let text = match text::decode(*charset, raw) {
                        Cow::Borrowed(text) => text,
                        Cow::Owned(text) => self.out().alloc_str(&text),
                    };
                    self.show(found, Value::str(text));
                }
            }
            Kind::GeneralizedTime => match text::time(tvb.bytes(found.at, found.len)?) {
                Some(time) => self.show(found, Value::Time(time)),
                None => self
                    .note(ber::f::ERROR_INVALID_FORMAT_GENERALIZED_TIME, "BER Error: GeneralizedTime invalid format"),
            },
            Kind::UtcTime => match text::utc(tvb.bytes(found.at, found.len)?) {
                Some(text) => {
                    let text = self.out().alloc_str(&text);
                    self.show(found, Value::str(text));
                }
                None => self.note(ber::f::ERROR_INVALID_FORMAT_UTCTIME, "BER Error: malformed UTCTime encoding"),
            },
        }
        self.call(hook, found)
    }

    fn call(&mut self, hook: Option<Hook>, found: Found<'f>) -> Result<(), Stop> {
        match hook {
            Some(hook) => hook(self, found),
            None => Ok(()),
        }
    }

    /// Members in their order; those that may be missing are passed over.
    fn sequence(&mut self, members: &'static [Member], tvb: Tvb<'f>, mut at: usize) -> Result<(), Stop> {
        let end = tvb.reported_len();
        let mut members = members.iter();
        while at < end {
            let element = Element::read(tvb, at)?;
            let next = members
                .by_ref()
                .find(|member| !member.optional || self.schema.accepts(&member.ty, element.class, element.number));
            let Some(member) = next else {
                self.note(ber::f::ERROR_UNKNOWN_FIELD_SEQUENCE, "BER Error: Unknown field in Sequence");
                return Ok(());
            };
            if !self.schema.accepts(&member.ty, element.class, element.number) {
                self.note(ber::f::ERROR_SEQUENCE_FIELD_WRONG, "BER Error: Wrong field in SEQUENCE");
                return Ok(());
            }
            self.member(member, tvb, at)?;
            at = element.end;
        }
        Ok(())
    }

    /// Members in any order.
    fn set(&mut self, members: &'static [Member], tvb: Tvb<'f>, mut at: usize) -> Result<(), Stop> {
        while at < tvb.reported_len() {
            let element = Element::read(tvb, at)?;
            let member = members.iter().find(|member| self.schema.accepts(&member.ty, element.class, element.number));
            match member {
                Some(member) => _ = self.member(member, tvb, at)?,
                None => self.note(ber::f::ERROR_UNKNOWN_FIELD_SET, "BER Error: Unknown field in SET"),
            }
            at = element.end;
        }
        Ok(())
    }

    fn choice(
        &mut self,
        members: &'static [Member],
        field: Option<F>,
        hook: Option<Hook>,
        tvb: Tvb<'f>,
        at: usize,
    ) -> Result<usize, Stop> {
        let element = Element::read(tvb, at)?;
        let Some(member) = members.iter().find(|m| self.schema.accepts(&m.ty, element.class, element.number)) else {
            self.note(ber::f::ERROR_CHOICE_NOT_FOUND, "BER Error: This choice field was not found");
            return Ok(element.end);
        };
        let found = Found { tvb, at, len: element.end - at, field, value: member.choice.into() };
        self.show(found, Value::Uint(member.choice.into()));
        let end = self.member(member, tvb, at)?;
        self.call(hook, found)?;
        Ok(end)
    }

    /// How many elements there are.
    fn count(&self, tvb: Tvb<'f>, mut at: usize) -> Result<usize, Stop> {
        let mut count = 0;
        while at < tvb.reported_len() {
            at = Element::read(tvb, at)?.end;
            count += 1;
        }
        Ok(count)
    }

    /// Shows a number as its field declares it.
    fn integer(&mut self, found: Found<'f>) -> Result<i64, Stop> {
        let raw = found.tvb.bytes(found.at, found.len)?;
        let sign = if raw.first().is_some_and(|byte| byte & 0x80 != 0) { -1 } else { 0 };
        let number = raw.iter().fold(sign, |n: i64, byte| n << 8 | i64::from(*byte));
        let fits = raw.len() <= 8 || raw.len() == 9 && raw.first() == Some(&0);
        let Some(field) = found.field else { return Ok(number) };
        let out = self.out();
        match out.plan.field(out.plan.id(field)).ty {
            FieldType::Bytes => out.add(field, raw, Value::bytes(raw)),
            _ if !fits => {
                self.note(ber::f::ERROR_VALUE_TOO_MANY_BYTES, "Value is encoded with too many bytes");
            }
            FieldType::Uint(bits) => {
                let mask = u64::MAX >> (64 - u32::from(bits).clamp(1, 64));
                out.add(field, raw, Value::Uint(number.cast_unsigned() & mask));
            }
            FieldType::Int(32) => out.add(field, raw, Value::Int(i64::from(number as i32))),
            FieldType::Boolean => out.add(field, raw, Value::Bool(number != 0)),
            FieldType::None => out.add(field, raw, Value::Label),
            _ => out.add(field, raw, Value::Int(number)),
        }
        Ok(number)
    }

    /// A string of bits: the number of unused ones in its last octet, the octets, and the bits that have names.
    fn bits(&mut self, bits: &'static [Option<F>], found: Found<'f>) -> Result<(), Stop> {
        let Found { tvb, at, len, field, .. } = found;
        let padding = tvb.u8(at)?;
        if len <= 1 && padding == 0 {
            self.out().item(ber::f::BITSTRING_EMPTY, tvb, at, 1)?;
            return Ok(());
        }
        self.out().item(ber::f::BITSTRING_PADDING, tvb, at, 1)?;
        let octets = tvb.bytes(at + 1, len.saturating_sub(1))?;
        if field.is_none() {
            return Ok(());
        }
        self.decoded(Found { at: at + 1, len: len.saturating_sub(1), ..found });
        for (number, bit) in bits.iter().enumerate() {
            let octet = octets.get(number / 8);
            let set = octet.is_some_and(|octet| octet & 0x80 >> (number % 8) != 0);
            if let Some(bit) = *bit {
                self.out().add(bit, octet.map(std::slice::from_ref).unwrap_or_default(), Value::Bool(set));
            }
        }
        Ok(())
    }

    fn shows(&mut self, field: Option<F>) -> bool {
        field.is_some_and(|field| self.out().wants(field))
    }

    fn show(&mut self, found: Found<'f>, value: Value<'f>) {
        if let Some(field) = found.field {
            self.out().add(field, found.contents(), value);
        }
    }

    /// Shows that something is there, if its field says no more.
    fn label(&mut self, found: Found<'f>) {
        if let Some(field) = found.field {
            let plan = self.out().plan;
            if plan.field(plan.id(field)).ty == FieldType::None {
                self.show(found, Value::Label);
            }
        }
    }

    /// Shows octets as the field declares them.
    fn decoded(&mut self, found: Found<'f>) {
        if let Some(field) = found.field {
            // The bounds were checked.
            _ = self.out().item(field, found.tvb, found.at, found.len);
        }
    }

    fn mismatch(&mut self, kind: &Kind) {
        let (field, text) = match kind {
            Kind::Sequence(_) | Kind::SequenceOf(_) => {
                (ber::f::ERROR_EXPECTED_SEQUENCE, "BER Error: Sequence expected")
            }
            Kind::Set(_) | Kind::SetOf(_) => (ber::f::ERROR_EXPECTED_SET, "BER Error: SET expected"),
            Kind::Octets => (ber::f::ERROR_EXPECTED_OCTET_STRING, "BER Error: OctetString expected"),
            Kind::Bits(_) => (ber::f::ERROR_EXPECTED_BITSTRING, "BER Error: BitString expected"),
            Kind::Null => (ber::f::ERROR_EXPECTED_NULL, "BER Error: NULL expected"),
            Kind::Oid => (ber::f::ERROR_EXPECTED_OBJECT_IDENTIFIER, "BER Error: Object Identifier expected"),
            Kind::Text(..) => (ber::f::ERROR_EXPECTED_STRING, "BER Error: String expected"),
            Kind::UtcTime => (ber::f::ERROR_EXPECTED_UTC_TIME, "BER Error: UTCTime expected"),
            Kind::GeneralizedTime => (ber::f::ERROR_EXPECTED_GENERALIZED_TIME, "BER Error: GeneralizedTime expected"),
            Kind::Boolean | Kind::Integer | Kind::Enumerated | Kind::Ref(_) | Kind::Choice(_) | Kind::Any => return,
        };
        self.note(field, text);
    }

    /// An expert note.
    fn note(&mut self, field: F, text: &str) {
        self.out().expert(field, Severity::Warn, Group::Malformed, text);
    }
}
