//! Protocols that are written in ASN.1 (X.680) and encoded in BER or DER (X.690).
//!
//! A protocol hands in its module in ASN.1's own notation, as its standard prints it; [`notation`] reads it once,
//! [`schema`] joins all of them, and [`walk`] dissects by it. The fields' names follow from those in the notation, as
//! Wireshark's do: member `notAfter` of module `x509af` is the field `x509af.notAfter`.

mod element;
mod notation;
mod schema;
mod text;
mod walk;

pub(super) use self::{
    element::{Class, Element},
    notation::{Builder, encode},
    walk::{Found, Hook, Host, Walk},
};
