//! Readers, dissection and execution of filters over captures.

mod crypto;
pub mod decode_as;
pub mod error;
pub mod exec;
pub mod flow;
pub mod follow;
pub mod frame;
pub mod parallel;
pub mod preferences;
pub mod proto;
pub mod query;
pub mod read;
pub mod stage1;
pub mod stats;
pub mod vendors;
pub mod walk;
pub mod write;
