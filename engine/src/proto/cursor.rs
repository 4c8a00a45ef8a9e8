//! Reads fields that stand one after another.

use super::{
    dissect::Cx,
    out::F,
    tvb::{Stop, Tvb},
};

/// A place in the bytes of a layer, which moves behind what is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'f> {
    pub(super) tvb: Tvb<'f>,
    pub(super) at: usize,
}

impl<'f> Cursor<'f> {
    /// Starts at `at`.
    pub(super) fn new(tvb: Tvb<'f>, at: usize) -> Self {
        Self { tvb, at }
    }

    /// Bytes on the wire that are left.
    pub(super) fn left(&self) -> usize {
        self.tvb.reported_rest(self.at)
    }

    /// Emits a field of `len` bytes.
    pub(super) fn item(&mut self, cx: &mut Cx<'f>, field: F, len: usize) -> Result<(), Stop> {
        cx.out.item(field, self.tvb, self.at, len)?;
        self.at += len;
        Ok(())
    }

    /// The same, little endian.
    pub(super) fn item_le(&mut self, cx: &mut Cx<'f>, field: F, len: usize) -> Result<(), Stop> {
        cx.out.item_le(field, self.tvb, self.at, len)?;
        self.at += len;
        Ok(())
    }

    /// Emits a number of `len` bytes and returns it, whole.
    pub(super) fn uint(&mut self, cx: &mut Cx<'f>, field: F, len: usize) -> Result<u64, Stop> {
        let value = cx.out.uint(field, self.tvb, self.at, len)?;
        self.at += len;
        Ok(value)
    }

    /// The same, little endian.
    pub(super) fn uint_le(&mut self, cx: &mut Cx<'f>, field: F, len: usize) -> Result<u64, Stop> {
        let value = cx.out.uint_le(field, self.tvb, self.at, len)?;
        self.at += len;
        Ok(value)
    }

    /// Emits fields that share the same `len` bytes (flags), and moves behind them.
    pub(super) fn bits(&mut self, cx: &mut Cx<'f>, fields: &[F], len: usize) -> Result<u64, Stop> {
        for field in fields {
            cx.out.item(*field, self.tvb, self.at, len)?;
        }
        let value = self.tvb.uint(self.at, len)?;
        self.at += len;
        Ok(value)
    }

    /// Emits a length of `width` bytes and a field of that length; returns the field's bytes.
    pub(super) fn counted(&mut self, cx: &mut Cx<'f>, len: F, field: F, width: usize) -> Result<&'f [u8], Stop> {
        let len = self.uint(cx, len, width)? as usize;
        let bytes = self.tvb.bytes(self.at, len)?;
        self.item(cx, field, len)?;
        Ok(bytes)
    }
}
