//! The notation, X.680, as far as the protocols here use it, with four additions that say what is shown:
//!
//! - `member@name` is shown by the field `name` of the module, `member@-` by none;
//! - `member … !hook` and `Type ::= … !hook` call a function of the protocol;
//! - `OID 2.5.4.6 Type` names what an identifier stands for, `OID 2.5.4.6 Type@name` what it is shown by;
//! - `[1 EXPLICIT]`, `[APPLICATION 3 IMPLICIT]` where a tag is not of the module's way of tagging.

use super::{
    element::Class,
    schema::{Kind, Member, Named, Schema, Tag, Type, TypeId},
    text::Charset,
    walk::{self, Hook},
};
use crate::proto::{Proto, out::F, registry::registry};

/// Reads modules.
#[derive(Debug, Default)]
pub(in crate::proto) struct Builder {
    schema: Schema,
}

impl Builder {
    /// Adds a module: `name` is what its types and, mostly, its fields are named by.
    pub(in crate::proto) fn module(&mut self, proto: Proto, name: &str, hooks: &[(&str, Hook)], text: &str) {
        let words = words(text);
        let mut parser = Parser { schema: &mut self.schema, proto, name, hooks, words: &words, at: 0, explicit: true };
        while parser.at < words.len() {
            parser.statement();
        }
    }

    pub(super) fn finish(self) -> Schema {
        self.schema
    }
}

/// Splits into words and signs; comments run from `--` to the end of the line.
fn words(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for line in text.lines() {
        let mut rest = line.split("--").next().unwrap_or_default().trim_start();
        while let Some(first) = rest.chars().next() {
            let len = if rest.starts_with("::=") {
                3
            } else {
                let len = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c))).unwrap_or(rest.len());
                len.max(first.len_utf8())
            };
            let (word, tail) = rest.split_at(len);
            out.push(word);
            rest = tail.trim_start();
        }
    }
    out
}

struct Parser<'s, 't> {
    schema: &'s mut Schema,
    proto: Proto,
    name: &'t str,
    hooks: &'t [(&'t str, Hook)],
    words: &'t [&'t str],
    at: usize,
    explicit: bool,
}

impl<'t> Parser<'_, 't> {
    fn peek(&self) -> &'t str {
        self.words.get(self.at).copied().unwrap_or_default()
    }

    fn next(&mut self) -> &'t str {
        let word = self.peek();
        self.at += 1;
        word
    }

    fn takes(&mut self, word: &str) -> bool {
        let found = self.peek() == word;
        self.at += usize::from(found);
        found
    }

    fn want(&mut self, word: &str) {
        let found = self.next();
        assert_eq!(
            found,
            word,
            "module {}, word {}: {:?}",
            self.name,
            self.at,
            self.words.get(self.at.saturating_sub(8)..self.at)
        );
    }

    fn statement(&mut self) {
        match self.next() {
            tagging @ ("IMPLICIT" | "EXPLICIT") => {
                self.explicit = tagging == "EXPLICIT";
                self.want("TAGS");
            }
            "OID" => {
                let oid = self.next();
                let name = self.next();
                let ty = self.type_id(name);
                let shown = if self.takes("@") { self.next() } else { name };
                let plain = shown.rsplit('.').next().unwrap_or(shown);
                let module = shown.strip_suffix(plain).and_then(|m| m.strip_suffix('.')).unwrap_or(self.name);
                let field = if shown == "-" {
                    None
                } else {
                    find(&[format!("{module}.{plain}_element"), format!("{module}.{plain}")])
                };
                self.schema.oids.insert(encode(oid), Named { proto: self.proto, field, ty });
            }
            name => {
                self.want("::=");
                let id = self.type_id(name);
                let mut ty = self.ty(name);
                ty.hook = self.hook();
                if let Some(slot) = self.schema.types.get_mut(id.0) {
                    *slot = Some(ty);
                }
            }
        }
    }

    /// Number of a named type, of this module if it has no module's name before it.
    fn type_id(&mut self, name: &str) -> TypeId {
        let name = if name.contains('.') { name.to_owned() } else { format!("{}.{name}", self.name) };
        let next = self.schema.types.len();
        let id = *self.schema.names.entry(name).or_insert(TypeId(next));
        if id.0 == next {
            self.schema.types.push(None);
        }
        id
    }

    fn tags(&mut self) -> Vec<Tag> {
        let mut tags = Vec::new();
        while self.takes("[") {
            let class = match self.peek() {
                "APPLICATION" => Class::Application,
                "PRIVATE" => Class::Private,
                "UNIVERSAL" => Class::Universal,
                _ => Class::Context,
            };
            if class != Class::Context {
                self.at += 1;
            }
            let number = self.next().parse().unwrap_or(u32::MAX);
            let explicit = match self.peek() {
                "EXPLICIT" | "IMPLICIT" => self.next() == "EXPLICIT",
                _ => self.explicit,
            };
            self.want("]");
            tags.push(Tag { class, number, explicit });
        }
        tags
    }

    /// A type; `owner` names what it defines.
    fn ty(&mut self, owner: &str) -> Type {
        let tags = self.tags();
        let word = self.next();
        let kind = match word {
            "SEQUENCE" | "SET" => {
                let set = word == "SET";
                if self.takes("OF") {
                    let item = Box::new(self.item(owner));
                    if set { Kind::SetOf(item) } else { Kind::SequenceOf(item) }
                } else {
                    let members = self.members();
                    if set { Kind::Set(members) } else { Kind::Sequence(members) }
                }
            }
            "CHOICE" => Kind::Choice(alternatives(self.members())),
            "BOOLEAN" => Kind::Boolean,
            "INTEGER" => Kind::Integer,
            "ENUMERATED" => Kind::Enumerated,
            "NULL" => Kind::Null,
            "OCTET" => {
                self.want("STRING");
                Kind::Octets
            }
            "BIT" => {
                self.want("STRING");
                Kind::Bits(if self.peek() == "{" { self.bits(owner) } else { Vec::new() })
            }
            "OBJECT" => {
                self.want("IDENTIFIER");
                Kind::Oid
            }
            "UTF8String" => Kind::Text(Charset::Utf8, 12),
            "NumericString" => Kind::Text(Charset::Ascii, 18),
            "PrintableString" => Kind::Text(Charset::Ascii, 19),
            "TeletexString" => Kind::Text(Charset::Teletex, 20),
            "IA5String" => Kind::Text(Charset::Ascii, 22),
            "VisibleString" => Kind::Text(Charset::Ascii, 26),
            "GeneralString" => Kind::Text(Charset::Utf8, 27),
            "UniversalString" => Kind::Text(Charset::Universal, 28),
            "BMPString" => Kind::Text(Charset::Bmp, 30),
            "UTCTime" => Kind::UtcTime,
            "GeneralizedTime" => Kind::GeneralizedTime,
            "ANY" => Kind::Any,
            name => Kind::Ref(self.type_id(name)),
        };
        Type { tags, kind, hook: None }
    }

    /// What a SEQUENCE OF consists of: shown by its type's name, or by that of the whole.
    fn item(&mut self, owner: &str) -> Member {
        let shown = if self.takes("@") { Some(self.next()) } else { None };
        let start = self.at;
        let ty = self.ty(&format!("{owner}_item"));
        let name = match (&ty.kind, shown) {
            (_, Some(shown)) => shown.to_owned(),
            (Kind::Ref(_), None) => self.words.get(start).map(|name| (*name).to_owned()).unwrap_or_default(),
            _ => format!("{owner}_item"),
        };
        let field = self.field(&name, &ty, shown.is_some());
        let hook = self.hook();
        Member { field, ty, optional: false, choice: 0, hook }
    }

    fn members(&mut self) -> Vec<Member> {
        self.want("{");
        let mut members = Vec::new();
        while !self.takes("}") {
            if self.takes("...") {
                self.takes(",");
                continue;
            }
            let name = self.next();
            let shown = if self.takes("@") { Some(self.next()) } else { None };
            let ty = self.ty(name);
            let optional = self.takes("OPTIONAL");
            let hook = self.hook();
            let field = self.field(shown.unwrap_or(name), &ty, shown.is_some());
            members.push(Member { field, ty, optional, choice: members.len() as u32, hook });
            if !self.takes(",") {
                self.want("}");
                break;
            }
        }
        members
    }

    fn hook(&mut self) -> Option<Hook> {
        if !self.takes("!") {
            return None;
        }
        let name = self.next();
        let known = walk::HOOKS.iter().chain(self.hooks).find(|(known, _)| *known == name);
        assert!(known.is_some(), "module {}: no hook {name}", self.name);
        known.map(|(_, hook)| *hook)
    }

    /// `{ first (0), second (1) }`: shown by the fields `Owner.first`, ….
    fn bits(&mut self, owner: &str) -> Vec<Option<F>> {
        let mut bits = Vec::new();
        self.want("{");
        while !self.takes("}") {
            let name = self.next();
            self.want("(");
            let number: usize = self.next().parse().unwrap_or_default();
            self.want(")");
            self.takes(",");
            if bits.len() <= number {
                bits.resize(number + 1, None);
            }
            let shown = format!("{}.{owner}.{name}", self.name).replace('-', "_");
            let field = find(&[shown.clone(), format!("{}.{name}", self.name), name.to_owned()]);
            if field.is_none() {
                self.schema.nameless.push(shown);
            }
            if let Some(bit) = bits.get_mut(number) {
                *bit = field;
            }
        }
        bits
    }

    /// The field of a member: what has no value of its own is named with a suffix, unless the notation says otherwise.
    fn field(&mut self, name: &str, ty: &Type, exact: bool) -> Option<F> {
        if name == "-" {
            return None;
        }
        let plain = format!("{}.{name}", self.name);
        let plain = if exact { plain } else { plain.replace('-', "_") };
        let element = format!("{plain}_element");
        let label =
            !exact && matches!(ty.kind, Kind::Sequence(_) | Kind::Set(_) | Kind::Null | Kind::Any | Kind::Ref(_));
        let found = find(&if label { [element, plain.clone()] } else { [plain.clone(), element] })
            .or_else(|| find(&[name.to_owned()]));
        if found.is_none() {
            self.schema.nameless.push(plain);
        }
        found
    }
}

/// Alternatives are numbered by their tags if all have one.
fn alternatives(mut members: Vec<Member>) -> Vec<Member> {
    if members.iter().all(|member| !member.ty.tags.is_empty()) {
        for member in &mut members {
            member.choice = member.ty.tags.first().map_or(0, |tag| tag.number);
        }
    }
    members
}

/// The first of these fields that there is.
fn find(names: &[String]) -> Option<F> {
    let registry = registry();
    names.iter().find_map(|name| Some(registry.handle(registry.schema().resolve(name)?.id)))
}

/// The octets of an object identifier in dotted form, X.690 §8.19.
pub(in crate::proto) fn encode(oid: &str) -> Vec<u8> {
    let arcs: Vec<u64> = oid.split('.').filter_map(|arc| arc.parse().ok()).collect();
    let mut out = Vec::new();
    if let [first, second, rest @ ..] = arcs.as_slice() {
        for arc in std::iter::once(first * 40 + second).chain(rest.iter().copied()) {
            let groups = (64 - arc.leading_zeros()).div_ceil(7).max(1);
            out.extend(
                (0..groups).rev().map(|group| (arc >> (group * 7)) as u8 & 0x7f | if group > 0 { 0x80 } else { 0 }),
            );
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_encoded() {
        assert_eq!(encode("2.5.29.14"), [0x55, 0x1d, 0x0e]);
        assert_eq!(encode("1.2.840.113549.1.1.1"), [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1]);
        assert_eq!(encode("2.23.140.1"), [0x67, 0x81, 0x0c, 0x01]);
    }
}
