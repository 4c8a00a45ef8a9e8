//! A walk through the fields of a message, one after the other.

use strato_filter_lang::value::Value;

use super::f;
use crate::proto::{
    out::{F, Group, Out, Severity},
    tvb::{Stop, Tvb},
};

/// A place in a message; every step emits what it walks over.
pub(super) struct Walk<'a, 'f> {
    pub(super) out: &'a mut Out<'f>,
    pub(super) tvb: Tvb<'f>,
    pub(super) at: usize,
}

impl<'a, 'f> Walk<'a, 'f> {
    pub(super) fn new(out: &'a mut Out<'f>, tvb: Tvb<'f>) -> Self {
        Self { out, tvb, at: 0 }
    }

    /// Bytes that are left.
    pub(super) fn left(&self) -> usize {
        self.tvb.reported_rest(self.at)
    }

    /// Walks over bytes.
    pub(super) fn skip(&mut self, len: usize) -> Result<Tvb<'f>, Stop> {
        let part = self.tvb.sub(self.at, len)?;
        self.at += len;
        Ok(part)
    }

    /// Emits `len` bytes as the field declares them.
    pub(super) fn item(&mut self, field: F, len: usize) -> Result<Tvb<'f>, Stop> {
        self.out.item(field, self.tvb, self.at, len)?;
        self.skip(len)
    }

    /// Emits all that is left.
    pub(super) fn rest(&mut self, field: F) -> Result<Tvb<'f>, Stop> {
        let len = self.left();
        self.item(field, len)
    }

    /// Emits a number and returns it.
    pub(super) fn uint(&mut self, field: F, len: usize) -> Result<u64, Stop> {
        let number = self.out.uint(field, self.tvb, self.at, len)?;
        self.at += len;
        Ok(number)
    }

    /// Reads a number without emitting it.
    pub(super) fn read(&mut self, len: usize) -> Result<u64, Stop> {
        let number = self.tvb.uint(self.at, len)?;
        self.at += len;
        Ok(number)
    }

    /// Emits a label over the next bytes, without walking.
    pub(super) fn label(&mut self, field: F, len: usize) {
        self.out.label(field, self.tvb, self.at, len);
    }

    /// Emits the bytes that a length of `width` bytes announces: length and content.
    pub(super) fn counted(&mut self, length: F, width: usize, content: F) -> Result<Tvb<'f>, Stop> {
        let len = self.length(length, width)?;
        self.item(content, len)
    }

    /// Emits a length of `width` bytes; what it announces, cut to what is there, becomes a walk of its own.
    pub(super) fn vector(&mut self, length: F, width: usize) -> Result<Walk<'_, 'f>, Stop> {
        let len = self.length(length, width)?;
        let tvb = self.skip(len)?;
        Ok(Walk { out: self.out, tvb, at: 0 })
    }

    /// A length, cut to what is there.
    fn length(&mut self, length: F, width: usize) -> Result<usize, Stop> {
        let len = usize::try_from(self.uint(length, width)?).unwrap_or(usize::MAX);
        if len <= self.left() {
            return Ok(len);
        }
        let text = "Malformed message, not enough data is available";
        self.out.expert(f::MALFORMED_BUFFER_TOO_SMALL, Severity::Error, Group::Malformed, text);
        Ok(self.left())
    }

    /// Emits each of the numbers of `width` bytes that are left.
    pub(super) fn each(&mut self, field: F, width: usize) -> Result<(), Stop> {
        if !self.out.wants(field) {
            let len = self.left() - self.left() % width.max(1);
            self.tvb.bytes(self.at, len)?;
            return self.skip(len).map(drop);
        }
        while self.left() >= width {
            self.item(field, width)?;
        }
        Ok(())
    }

    /// Emits a time: seconds since the epoch times `scale` ns.
    pub(super) fn time(&mut self, field: F, len: usize, scale: i128) -> Result<(), Stop> {
        let raw = self.tvb.bytes(self.at, len)?;
        let number = self.read(len)?;
        self.out.add(field, raw, Value::Time(i128::from(number) * scale));
        Ok(())
    }
}
