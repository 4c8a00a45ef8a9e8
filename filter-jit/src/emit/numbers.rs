//! Tests of numbers: a load, a byte swap, a mask, a comparison.

use std::mem::offset_of;

use cranelift_codegen::ir::{InstBuilder, Type, Value, condcodes::IntCC, types};
use strato_filter_lang::{
    ir::Quant,
    schema::{Order, Record},
};

use super::{Emitter, Targets, flags};
use crate::{
    layers::{Layer, Layers},
    leaf::{Number, NumberSet},
    number::Kind,
};

impl Emitter<'_, '_> {
    /// Some or every number of the places lies in the set. Without a number it does not hold (rule E11).
    pub(super) fn numbers(&mut self, places: &[Number], quant: Quant, set: &NumberSet, to: Targets) {
        let seen = self.builder.declare_var(types::I8);
        let none = self.builder.ins().iconst(types::I8, 0);
        self.builder.def_var(seen, none);
        for place in places {
            let next = self.builder.create_block();
            match *place {
                Number::Record(record) => {
                    let number = self.record(record);
                    self.judge(number, quant, set, seen, to);
                    self.jump(next);
                }
                Number::Header { slot, .. } => self.each_layer(slot, next, |emitter, layer| {
                    let number = emitter.header(*place, layer);
                    emitter.judge(number, quant, set, seen, to);
                }),
            }
            self.builder.switch_to_block(next);
        }
        match quant {
            Quant::Any => self.jump(to.no),
            Quant::All => {
                let seen = self.builder.use_var(seen);
                self.builder.ins().brif(seen, to.yes, &[], to.no, &[]);
            }
        }
    }

    /// Goes where the number decides, or on.
    fn judge(&mut self, number: Value, quant: Quant, set: &NumberSet, seen: cranelift_frontend::Variable, to: Targets) {
        let next = self.builder.create_block();
        let inside = self.inside(number, set);
        match quant {
            Quant::Any => self.builder.ins().brif(inside, to.yes, &[], next, &[]),
            Quant::All => self.builder.ins().brif(inside, next, &[], to.no, &[]),
        };
        self.builder.switch_to_block(next);
        if quant == Quant::All {
            let some = self.builder.ins().iconst(types::I8, 1);
            self.builder.def_var(seen, some);
        }
    }

    fn inside(&mut self, number: Value, set: &NumberSet) -> Value {
        match set {
            NumberSet::Few(intervals) => {
                let mut inside = self.builder.ins().iconst(types::I8, 0);
                for (i, interval) in intervals.iter().enumerate() {
                    let one = self.interval(number, *interval);
                    inside = if i == 0 { one } else { self.builder.ins().bor(inside, one) };
                }
                inside
            }
            NumberSet::Bitmap(map) => {
                let base = self.builder.ins().iconst(types::I64, map.as_ptr().addr() as i64);
                let index = self.builder.ins().ushr_imm_u(number, 3);
                let at = self.builder.ins().iadd(base, index);
                let byte = self.builder.ins().load(types::I8, flags(), at, 0);
                let bit = self.builder.ins().ireduce(types::I8, number);
                let bit = self.builder.ins().band_imm_u(bit, 7);
                let shifted = self.builder.ins().ushr(byte, bit);
                self.builder.ins().band_imm_u(shifted, 1)
            }
            NumberSet::Ranges(ranges) => {
                let ranges = self.builder.ins().iconst(types::I64, std::ptr::from_ref(&**ranges).addr() as i64);
                let call = self.builder.ins().call(self.in_ranges, &[ranges, number]);
                self.builder.inst_results(call)[0]
            }
        }
    }

    fn interval(&mut self, number: Value, (low, high): (u64, u64)) -> Value {
        let ins = |number: u64| number.cast_signed();
        match (low, high) {
            _ if low == high => self.compare(IntCC::Equal, number, ins(low)),
            (0, _) => self.compare(IntCC::UnsignedLessThanOrEqual, number, ins(high)),
            (_, u64::MAX) => self.compare(IntCC::UnsignedGreaterThanOrEqual, number, ins(low)),
            _ => {
                let low_value = self.builder.ins().iconst(types::I64, ins(low));
                let distance = self.builder.ins().isub(number, low_value);
                self.compare(IntCC::UnsignedLessThanOrEqual, distance, ins(high - low))
            }
        }
    }

    fn compare(&mut self, op: IntCC, number: Value, constant: i64) -> Value {
        let constant = self.builder.ins().iconst(types::I64, constant);
        self.builder.ins().icmp(op, number, constant)
    }

    fn record(&mut self, record: Record) -> Value {
        let index = match record {
            Record::Number => 0,
            Record::Len => 1,
            Record::CapturedLen => 2,
        };
        let offset = offset_of!(Layers, record) + index * size_of::<u64>();
        self.builder.ins().load(types::I64, flags(), self.args[2], offset as i32)
    }

    /// The number of a header field in the layer whose row is at `layer`, as the set's intervals count.
    fn header(&mut self, place: Number, layer: Value) -> Value {
        let Number::Header { offset, width, order, mask, shift, kind, .. } = place else {
            unreachable!("only headers have layers")
        };
        let start = self.builder.ins().load(types::I32, flags(), layer, offset_of!(Layer, start) as i32);
        let start = self.builder.ins().uextend(types::I64, start);
        let at = self.builder.ins().iadd(self.args[1], start);
        let mut number = self.load(at, offset, width, order);
        if mask != 0 {
            let mask = self.builder.ins().iconst(types::I64, mask.cast_signed());
            number = self.builder.ins().band(number, mask);
        }
        match kind {
            Kind::Bool => {
                let some = self.compare(IntCC::NotEqual, number, 0);
                return self.builder.ins().uextend(types::I64, some);
            }
            Kind::Unsigned | Kind::Signed if shift > 0 => {
                number = self.builder.ins().ushr_imm_u(number, i64::from(shift));
            }
            Kind::Unsigned | Kind::Signed => {}
        }
        if kind == Kind::Signed {
            let bits = if mask == 0 { u32::from(width) * 8 } else { mask.count_ones() };
            let sign = self.builder.ins().iconst(types::I64, (1u64 << (bits - 1)).cast_signed());
            number = self.builder.ins().bxor(number, sign);
        }
        number
    }

    /// Loads 1..=8 bytes as a number, in pieces that are whole registers.
    fn load(&mut self, at: Value, offset: u16, width: u8, order: Order) -> Value {
        let mut number: Option<Value> = None;
        let (mut done, mut place) = (0u8, i32::from(offset));
        while done < width {
            let piece = match width - done {
                8.. => 8,
                4..=7 => 4,
                2..=3 => 2,
                _ => 1u8,
            };
            let value = self.piece(at, place, piece, order);
            number = Some(match number {
                None => value,
                Some(before) if order == Order::Big => {
                    let before = self.builder.ins().ishl_imm_u(before, i64::from(piece) * 8);
                    self.builder.ins().bor(before, value)
                }
                Some(before) => {
                    let value = self.builder.ins().ishl_imm_u(value, i64::from(done) * 8);
                    self.builder.ins().bor(before, value)
                }
            });
            done += piece;
            place += i32::from(piece);
        }
        match number {
            Some(number) => number,
            None => self.builder.ins().iconst(types::I64, 0),
        }
    }

    fn piece(&mut self, at: Value, place: i32, bytes: u8, order: Order) -> Value {
        let ty = Type::int(u16::from(bytes) * 8).unwrap_or(types::I8);
        let value = self.builder.ins().load(ty, flags(), at, place);
        let swapped = if order == Order::Big && bytes > 1 { self.builder.ins().bswap(value) } else { value };
        if bytes == 8 { swapped } else { self.builder.ins().uextend(types::I64, swapped) }
    }
}
