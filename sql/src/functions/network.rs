//! `cidr_contains(address, 'network')` and `ip_is_private(address)`. They are written as comparisons before they run, so that
//! the scan can decide them.

use datafusion::{
    arrow::datatypes::DataType,
    common::{Result, plan_err},
    logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility},
};

use crate::kind::Kind;

/// The name of the one.
pub(crate) const CIDR_CONTAINS: &str = "cidr_contains";
/// The name of the other.
pub(crate) const IP_IS_PRIVATE: &str = "ip_is_private";

/// Networks that are nobody's alone (RFC 1918, 3927, 4193, 4291) and the own machine.
pub(crate) const PRIVATE: [(Kind, &str); 8] = [
    (Kind::Ipv4, "10.0.0.0/8"),
    (Kind::Ipv4, "172.16.0.0/12"),
    (Kind::Ipv4, "192.168.0.0/16"),
    (Kind::Ipv4, "127.0.0.0/8"),
    (Kind::Ipv4, "169.254.0.0/16"),
    (Kind::Ipv6, "fc00::/7"),
    (Kind::Ipv6, "fe80::/10"),
    (Kind::Ipv6, "::1"),
];

/// A function of this name with so many arguments.
pub(super) fn function(name: &'static str, args: usize) -> ScalarUDF {
    ScalarUDF::from(Network { name, signature: Signature::any(args, Volatility::Immutable) })
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Network {
    name: &'static str,
    signature: Signature,
}

impl ScalarUDFImpl for Network {
    fn name(&self) -> &'static str {
        self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _args: &[DataType]) -> Result<DataType> {
        Ok(DataType::Boolean)
    }

    fn invoke_with_args(&self, _args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        plan_err!("{}() takes an address, as a column has it, and networks as text", self.name)
    }
}
