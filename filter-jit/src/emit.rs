//! From IR to CLIF: the boolean structure as jumps.
//!
//! Each part of a filter is emitted with the places to go on at when it holds, when it does not, and (stage 1) when
//! that is not known; the connectives are Kleene's.

mod numbers;

use std::mem::offset_of;

use cranelift_codegen::ir::{Block, FuncRef, InstBuilder, MemFlagsData as MemFlags, Value, condcodes::IntCC, types};
use cranelift_codegen::isa::TargetFrontendConfig;
use cranelift_frontend::{FunctionBuilder, Variable};
use strato_filter_lang::ir::{Ir, Node};

use crate::{
    layers::{DEPTH, Layer, Layers},
    layout::Slot,
    leaf::{How, Leaf, Leaves, Presence},
};

/// Which of the two functions is emitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// `fn(leaves, data, layers) -> u8`: 0 no, 1 yes, 2 more.
    Layers,
    /// `fn(leaves, frame) -> u8`: 0 no, 1 yes.
    Fields,
}

/// What the code answers.
pub(crate) const NO: i64 = 0;
pub(crate) const YES: i64 = 1;
pub(crate) const MORE: i64 = 2;

/// Where a part goes on.
#[derive(Clone, Copy)]
struct Targets {
    yes: Block,
    no: Block,
    more: Block,
}

pub(crate) struct Emitter<'a, 'b> {
    pub(crate) builder: FunctionBuilder<'b>,
    pub(crate) stage: Stage,
    pub(crate) leaves: &'a Leaves,
    /// `fn(leaves, index, data, layers)` or `fn(leaves, index, frame)`.
    pub(crate) call: FuncRef,
    /// `fn(ranges, number) -> u8`.
    pub(crate) in_ranges: FuncRef,
    /// Number of the next test.
    pub(crate) next: usize,
    /// The function's arguments.
    pub(crate) args: Vec<Value>,
}

/// Bounds were proved when the layer was pushed, and nothing writes meanwhile. Loads stay behind the count that says
/// that there is such a layer.
fn flags() -> MemFlags {
    MemFlags::new().with_notrap().with_readonly()
}

impl Emitter<'_, '_> {
    /// Emits the whole function.
    pub(crate) fn function(mut self, ir: &Ir, target: TargetFrontendConfig) {
        let [yes, no, more] = [(); 3].map(|()| self.builder.create_block());
        self.node(&ir.root, Targets { yes, no, more });
        for (block, answer) in [(yes, YES), (no, NO), (more, MORE)] {
            self.builder.switch_to_block(block);
            let answer = self.builder.ins().iconst(types::I8, answer);
            self.builder.ins().return_(&[answer]);
        }
        self.builder.seal_all_blocks();
        self.builder.finalize(target);
    }

    fn node(&mut self, node: &Node, to: Targets) {
        match node {
            Node::Const(value) => self.jump(if *value { to.yes } else { to.no }),
            Node::Not(part) => self.node(part, Targets { yes: to.no, no: to.yes, ..to }),
            Node::And(parts) => self.all(parts, to, false),
            Node::Or(parts) => self.all(parts, to, true),
            Node::Xor(left, right) => self.xor(left, right, to),
            Node::Test(_) => self.test(to),
        }
    }

    /// One part after the other; of an `or`, yes and no change places.
    fn all(&mut self, parts: &[Node], to: Targets, or: bool) {
        let (go_on, stop) = if or { (to.no, to.yes) } else { (to.yes, to.no) };
        // A part that is not known leaves the others a chance to decide.
        let unknown = self.builder.declare_var(types::I8);
        let none = self.builder.ins().iconst(types::I8, 0);
        self.builder.def_var(unknown, none);
        for part in parts {
            let [next, more] = [(); 2].map(|()| self.builder.create_block());
            let (yes, no) = if or { (stop, next) } else { (next, stop) };
            self.node(part, Targets { yes, no, more });
            self.builder.switch_to_block(more);
            let some = self.builder.ins().iconst(types::I8, 1);
            self.builder.def_var(unknown, some);
            self.jump(next);
            self.builder.switch_to_block(next);
        }
        let unknown = self.builder.use_var(unknown);
        self.builder.ins().brif(unknown, to.more, &[], go_on, &[]);
    }

    fn xor(&mut self, left: &Node, right: &Node, to: Targets) {
        let (first, second) = (self.answer(left), self.answer(right));
        let known = self.builder.create_block();
        let either = [first, second].map(|answer| {
            let answer = self.builder.use_var(answer);
            self.builder.ins().icmp_imm_u(IntCC::Equal, answer, MORE)
        });
        let unknown = self.builder.ins().bor(either[0], either[1]);
        self.builder.ins().brif(unknown, to.more, &[], known, &[]);
        self.builder.switch_to_block(known);
        let [first, second] = [first, second].map(|answer| self.builder.use_var(answer));
        let differ = self.builder.ins().icmp(IntCC::NotEqual, first, second);
        self.builder.ins().brif(differ, to.yes, &[], to.no, &[]);
    }

    /// A part's answer as a value.
    fn answer(&mut self, part: &Node) -> Variable {
        let answer = self.builder.declare_var(types::I8);
        let [yes, no, more, end] = [(); 4].map(|()| self.builder.create_block());
        self.node(part, Targets { yes, no, more });
        for (block, value) in [(yes, YES), (no, NO), (more, MORE)] {
            self.builder.switch_to_block(block);
            let value = self.builder.ins().iconst(types::I8, value);
            self.builder.def_var(answer, value);
            self.jump(end);
        }
        self.builder.switch_to_block(end);
        answer
    }

    fn test(&mut self, to: Targets) {
        let index = self.next;
        self.next += 1;
        let leaves = self.leaves;
        match (self.stage, leaves.leaves.get(index)) {
            (Stage::Layers, Some(leaf)) => self.leaf(leaf, index, to),
            (Stage::Fields, Some(_)) => self.called(index, to),
            (_, None) => unreachable!("the tests were collected from the same filter, in the same order"),
        }
    }

    fn leaf(&mut self, leaf: &Leaf, index: usize, to: Targets) {
        self.unknown(leaf, to);
        match &leaf.how {
            How::Const(value) => self.jump(if *value { to.yes } else { to.no }),
            How::Present(places) => self.present(places, to),
            How::Numbers { places, quant, set } => self.numbers(places, *quant, set, to),
            How::Search | How::Call => self.called(index, to),
        }
    }

    /// Leaves for `more` when a field of the test may be somewhere that is not read.
    fn unknown(&mut self, leaf: &Leaf, to: Targets) {
        let mut asked: Vec<Value> = leaf.hidden.iter().map(|slot| self.count(*slot)).collect();
        if leaf.beyond {
            asked.push(self.layers_byte(offset_of!(Layers, more)));
        }
        for asked in asked {
            let known = self.builder.create_block();
            self.builder.ins().brif(asked, to.more, &[], known, &[]);
            self.builder.switch_to_block(known);
        }
    }

    fn called(&mut self, index: usize, to: Targets) {
        let index = self.builder.ins().iconst(types::I64, index as i64);
        let mut args = self.args.clone();
        args.insert(1, index);
        let call = self.builder.ins().call(self.call, &args);
        let answer = self.builder.inst_results(call)[0];
        self.builder.ins().brif(answer, to.yes, &[], to.no, &[]);
    }

    fn present(&mut self, places: &[Presence], to: Targets) {
        for place in places {
            let next = self.builder.create_block();
            match *place {
                Presence::Layer(slot) => {
                    let count = self.count(slot);
                    self.builder.ins().brif(count, to.yes, &[], next, &[]);
                }
                Presence::Payload(slot) => self.each_layer(slot, next, |emitter, layer| {
                    let [wire_end, payload] = [offset_of!(Layer, wire_end), offset_of!(Layer, payload)]
                        .map(|field| emitter.builder.ins().load(types::I32, flags(), layer, field as i32));
                    let some = emitter.builder.ins().icmp(IntCC::UnsignedGreaterThan, wire_end, payload);
                    let again = emitter.builder.create_block();
                    emitter.builder.ins().brif(some, to.yes, &[], again, &[]);
                    emitter.builder.switch_to_block(again);
                }),
            }
            self.builder.switch_to_block(next);
        }
        self.jump(to.no);
    }

    /// Runs `body` for each layer of a slot with the address of the layer, then goes on at `end`.
    fn each_layer(&mut self, slot: Slot, end: Block, body: impl FnOnce(&mut Self, Value)) {
        let count = self.count(slot);
        let some = self.builder.create_block();
        self.builder.ins().brif(count, some, &[], end, &[]);
        self.builder.switch_to_block(some);
        let row = offset_of!(Layers, layers) + usize::from(slot.0) * DEPTH * size_of::<Layer>();
        let first = self.builder.ins().iadd_imm_s(self.args[2], row as i64);
        let layer = self.builder.declare_var(types::I64);
        let left = self.builder.declare_var(types::I8);
        self.builder.def_var(layer, first);
        self.builder.def_var(left, count);
        let head = self.builder.create_block();
        self.jump(head);
        self.builder.switch_to_block(head);
        let here = self.builder.use_var(layer);
        body(self, here);
        let after = self.builder.ins().iadd_imm_s(here, size_of::<Layer>() as i64);
        self.builder.def_var(layer, after);
        let before = self.builder.use_var(left);
        let rest = self.builder.ins().iadd_imm_s(before, -1);
        self.builder.def_var(left, rest);
        self.builder.ins().brif(rest, head, &[], end, &[]);
    }

    fn count(&mut self, slot: Slot) -> Value {
        self.layers_byte(offset_of!(Layers, count) + usize::from(slot.0))
    }

    fn layers_byte(&mut self, offset: usize) -> Value {
        self.builder.ins().load(types::I8, flags(), self.args[2], offset as i32)
    }

    fn jump(&mut self, block: Block) {
        self.builder.ins().jump(block, &[]);
    }
}
