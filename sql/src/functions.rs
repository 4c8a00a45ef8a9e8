//! Functions that SQL has here beside those of DataFusion: a file each, or a row where another function does the work.

mod name;
mod network;
mod port_name;
mod text;

use std::sync::Arc;

use datafusion::logical_expr::ScalarUDF;

pub(crate) use self::{
    network::{CIDR_CONTAINS, IP_IS_PRIVATE, PRIVATE},
    text::{takes_text, text},
};

/// All of them.
pub(crate) fn all() -> Vec<ScalarUDF> {
    let date_bin = Arc::unwrap_or_clone(datafusion::functions::datetime::date_bin());
    vec![
        text::function(),
        name::function(),
        port_name::function(),
        network::function(CIDR_CONTAINS, 2),
        network::function(IP_IS_PRIVATE, 1),
        // What other databases call it.
        date_bin.with_aliases(["time_bucket"]),
    ]
}
