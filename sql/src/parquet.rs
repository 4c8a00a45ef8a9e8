//! Frames in Parquet files: written by `convert`, asked like captures.
//!
//! A file holds columns, and says of each whether it has all that frames had of the field, exactly so. Where it has, a
//! display filter is a condition on columns, by which whole row groups and pages are passed over; where it has not, the frames
//! themselves must have been kept, and are dissected again.

pub(crate) mod about;
pub(crate) mod blocks;
pub(crate) mod each;
pub(crate) mod filter;
pub(crate) mod payload;
pub(crate) mod place;
mod prune;
pub(crate) mod row;
pub(crate) mod source;
pub(crate) mod stored;
pub(crate) mod write;
