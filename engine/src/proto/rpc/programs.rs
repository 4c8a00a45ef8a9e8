//! Programs of RPC: those whose numbers Wireshark knows, and who reads their messages.

use super::xdr::Procedure;
use crate::proto::{Proto, out::F};

/// A version of a program.
pub(in crate::proto) struct Version {
    /// Its number.
    pub(in crate::proto) number: u32,
    /// The field of the procedure's number.
    pub(in crate::proto) procedure: F,
    /// Its procedures by their numbers.
    pub(in crate::proto) procedures: &'static [Procedure],
}

/// Programs that are dissected.
static DISSECTED: &[(u32, Proto)] =
    &[(100_000, Proto::Portmap), (100_003, Proto::Nfs), (100_005, Proto::Mount), (100_021, Proto::Nlm)];

/// Numbers of programs that are only known by name: a call of any other is no RPC.
#[rustfmt::skip]
static NAMED: &[u32] = &[
    100_001, 100_004, 100_007, 100_008, 100_009, 100_011, 100_012, 100_020, 100_024, 100_026, 100_069, 100_227, 100_231,
    100_232, 100_300, 100_302, 150_001, 200_048, 390_512, 391_004, 395_183, 395_184, 395_185, 1_238_433, 1_238_463,
    1_298_437, 14_398_633, 52_743_234, 1_073_741_824,
];

/// Who dissects the program of that number.
pub(super) fn dissector(number: u32) -> Option<Proto> {
    DISSECTED.iter().find(|(program, _)| *program == number).map(|(_, proto)| *proto)
}

/// Whether a call of that program is believed to be one.
pub(super) fn is_known(number: u32) -> bool {
    dissector(number).is_some() || NAMED.contains(&number)
}
