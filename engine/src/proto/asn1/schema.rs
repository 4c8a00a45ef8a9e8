//! All modules, joined.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{element::Class, notation::Builder, text::Charset, walk::Hook};
use crate::proto::{
    Proto, kerberos, ldap, ns_cert_exts, ocsp, out::F, pkcs1, pkix1explicit, pkix1implicit, spnego, x509af, x509ce,
    x509if, x509sat,
};

/// Number of a named type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::proto) struct TypeId(pub(super) usize);

/// A tag that the notation gives.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag {
    pub(super) class: Class,
    pub(super) number: u32,
    /// It stands before the type's own tag, not instead of it.
    pub(super) explicit: bool,
}

/// A type.
#[derive(Clone, Debug)]
pub(super) struct Type {
    /// Outermost first.
    pub(super) tags: Vec<Tag>,
    pub(super) kind: Kind,
    /// What is done with each of its values, unless its member says otherwise.
    pub(super) hook: Option<Hook>,
}

/// What a type is apart from its tags.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    Ref(TypeId),
    Sequence(Vec<Member>),
    Set(Vec<Member>),
    Choice(Vec<Member>),
    SequenceOf(Box<Member>),
    SetOf(Box<Member>),
    Boolean,
    Integer,
    Enumerated,
    Null,
    Octets,
    /// Fields of the named bits, by number.
    Bits(Vec<Option<F>>),
    Oid,
    Text(Charset, u32),
    GeneralizedTime,
    UtcTime,
    Any,
}

impl Kind {
    /// Number of the universal tag; `None` for what has none of its own.
    pub(super) fn universal(&self) -> Option<u32> {
        Some(match self {
            Self::Ref(_) | Self::Choice(_) | Self::Any => return None,
            Self::Boolean => 1,
            Self::Integer => 2,
            Self::Bits(_) => 3,
            Self::Octets => 4,
            Self::Null => 5,
            Self::Oid => 6,
            Self::Enumerated => 10,
            Self::Sequence(_) | Self::SequenceOf(_) => 16,
            Self::Set(_) | Self::SetOf(_) => 17,
            Self::Text(_, number) => *number,
            Self::UtcTime => 23,
            Self::GeneralizedTime => 24,
        })
    }
}

/// A member of a SEQUENCE, SET or CHOICE, or what a SEQUENCE OF consists of.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// What it is shown by.
    pub(super) field: Option<F>,
    pub(super) ty: Type,
    pub(super) optional: bool,
    /// Its value among the alternatives of a CHOICE.
    pub(super) choice: u32,
    /// What is done besides.
    pub(super) hook: Option<Hook>,
}

/// What an object identifier stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    /// The protocol that defines it.
    pub(super) proto: Proto,
    pub(super) field: Option<F>,
    pub(super) ty: TypeId,
}

/// All types.
#[derive(Debug, Default)]
pub(in crate::proto) struct Schema {
    pub(super) types: Vec<Option<Type>>,
    pub(super) names: FxHashMap<String, TypeId>,
    pub(super) oids: FxHashMap<Vec<u8>, Named>,
    /// Names of the notation that no field has.
    pub(super) nameless: Vec<String>,
}

/// All modules.
const MODULES: &[fn(&mut Builder)] = &[
    x509af::asn1,
    x509if::asn1,
    x509sat::asn1,
    x509ce::asn1,
    ns_cert_exts::asn1,
    pkix1implicit::asn1,
    pkix1explicit::asn1,
    pkcs1::asn1,
    ocsp::asn1,
    ldap::asn1,
    kerberos::asn1,
    spnego::asn1,
];

static SCHEMA: LazyLock<Schema> = LazyLock::new(|| {
    let mut builder = Builder::default();
    MODULES.iter().for_each(|add| add(&mut builder));
    builder.finish()
});

/// The one schema.
pub(super) fn schema() -> &'static Schema {
    &SCHEMA
}

impl Schema {
    /// A type by module and name.
    pub(super) fn named(&self, name: &str) -> Option<TypeId> {
        self.names.get(name).copied()
    }

    /// The declaration of a named type.
    pub(super) fn ty(&self, id: TypeId) -> &Type {
        match self.types.get(id.0) {
            Some(Some(ty)) => ty,
            _ => unreachable!("all names are defined: a test sees to it"),
        }
    }

    /// Whether an element with this tag can be of a type.
    pub(super) fn accepts(&self, ty: &Type, class: Class, number: u32) -> bool {
        if let Some(tag) = ty.tags.first() {
            return tag.class == class && tag.number == number;
        }
        match &ty.kind {
            Kind::Ref(id) => self.accepts(self.ty(*id), class, number),
            Kind::Choice(members) => members.iter().any(|member| self.accepts(&member.ty, class, number)),
            Kind::Any => true,
            kind => class == Class::Universal && kind.universal() == Some(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_the_notation_is_known() {
        let schema = schema();
        let undefined: Vec<_> =
            schema.names.iter().filter(|(_, id)| schema.types[id.0].is_none()).map(|(name, _)| name).collect();
        assert!(undefined.is_empty(), "no such types: {undefined:?}");
        assert!(schema.nameless.is_empty(), "no such fields: {:?}", schema.nameless);
    }
}
