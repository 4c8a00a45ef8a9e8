//! Machine code and the calls into it and out of it: the only `unsafe` of the crate.
//!
//! Code pages are written first and executable after, never both.
#![allow(unsafe_code, reason = "generated code is called here and nowhere else")]

use std::sync::LazyLock;

use cranelift_codegen::{
    ir::{AbiParam, Function, Signature, UserFuncName, types},
    isa::OwnedTargetIsa,
    settings::{self, Configurable},
};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use cranelift_jit::{JITBuilder, JITModule};
use cranelift_module::{FuncId, Linkage, Module, default_libcall_names};
use strato_filter_lang::{access::Access, ir::Ir};

use crate::{
    JitError, Listing, Verdict,
    emit::{Emitter, Stage},
    layers::Layers,
    leaf::Leaves,
    tables::Ranges,
};

/// The processor that code is made for: found once.
static ISA: LazyLock<Result<OwnedTargetIsa, &'static str>> = LazyLock::new(|| {
    let mut flags = settings::builder();
    // Filters are small, and their first frame waits for them.
    for (name, value) in [("opt_level", "speed"), ("enable_verifier", "false"), ("use_colocated_libcalls", "false")] {
        flags.set(name, value).map_err(|_| "a setting of the code generator is unknown")?;
    }
    let builder = cranelift_native::builder()?;
    builder.finish(settings::Flags::new(flags)).map_err(|_| "its features are not supported")
});

/// One compiled function, with the memory it lies in.
pub(crate) struct Machine {
    /// Owns the code; taken out when dropped.
    module: Option<JITModule>,
    code: *const u8,
    code_len: usize,
    stage: Stage,
}

// SAFETY: the code is never written after it was made, and what it reads is handed to each call.
unsafe impl Send for Machine {}
// SAFETY: as above; the module is only touched when the machine is dropped.
unsafe impl Sync for Machine {}

type LayersFn = unsafe extern "C" fn(*const Leaves, *const u8, *const Layers) -> u8;
type FieldsFn = unsafe extern "C" fn(*const Leaves, *const FrameRef<'_>) -> u8;

/// A frame behind a thin pointer.
struct FrameRef<'a>(&'a dyn Access);

impl Machine {
    /// Compiles one stage of a filter. `leaves` must stay where it is as long as the machine runs.
    pub(crate) fn compile(ir: &Ir, leaves: &Leaves, stage: Stage) -> Result<Self, JitError> {
        let isa = ISA.as_ref().map_err(|reason| JitError::Processor(reason))?;
        let mut builder = JITBuilder::with_isa(isa.clone(), default_libcall_names());
        builder.symbol(
            "call",
            match stage {
                Stage::Layers => call_layers as *const u8,
                Stage::Fields => call_fields as *const u8,
            },
        );
        builder.symbol("in_ranges", in_ranges as *const u8);
        let mut module = JITModule::new(builder);
        let mut context = module.make_context();
        let id = build(&mut module, &mut context.func, ir, leaves, stage)?;
        module.define_function(id, &mut context).map_err(code)?;
        let code_len = context.compiled_code().map_or(0, |code| code.code_buffer().len());
        module.finalize_definitions().map_err(code)?;
        let code = module.get_finalized_function(id);
        Ok(Self { module: Some(module), code, code_len, stage })
    }

    pub(crate) fn code_len(&self) -> usize {
        self.code_len
    }

    /// Runs stage 1. The caller has checked that the layers were pushed for a frame as long as `data`, with the header
    /// lengths that the filter was compiled for.
    #[inline]
    pub(crate) fn judge_layers(&self, leaves: &Leaves, data: &[u8], layers: &Layers) -> Verdict {
        assert!(self.stage == Stage::Layers, "the other stage has other arguments");
        // SAFETY: `code` is a finalised function of this signature, alive as long as `self.module`. It reads `layers`,
        // and of `data` only header bytes of pushed layers, which `Layers::push` found within the captured length.
        let answer = unsafe {
            let function = std::mem::transmute::<*const u8, LayersFn>(self.code);
            function(leaves, data.as_ptr(), layers)
        };
        match answer {
            0 => Verdict::No,
            1 => Verdict::Yes,
            _ => Verdict::More,
        }
    }

    /// Runs stage 2.
    pub(crate) fn judge_fields(&self, leaves: &Leaves, frame: &dyn Access) -> bool {
        assert!(self.stage == Stage::Fields, "the other stage has other arguments");
        let frame = FrameRef(frame);
        // SAFETY: as above; it only hands its arguments to `call_fields`.
        let answer = unsafe {
            let function = std::mem::transmute::<*const u8, FieldsFn>(self.code);
            function(leaves, &raw const frame)
        };
        answer == 1
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        if let Some(module) = self.module.take() {
            // SAFETY: nothing else holds a pointer into the code, and no call is running: both take `&self`.
            unsafe { module.free_memory() };
        }
    }
}

/// Compiles stage 1 for reading.
pub(crate) fn listing(ir: &Ir, leaves: &Leaves) -> Result<Listing, JitError> {
    let isa = ISA.as_ref().map_err(|reason| JitError::Processor(reason))?;
    let mut module = JITModule::new(JITBuilder::with_isa(isa.clone(), default_libcall_names()));
    let mut context = module.make_context();
    build(&mut module, &mut context.func, ir, leaves, Stage::Layers)?;
    context.set_disasm(true);
    let compiled = context.compile(isa.as_ref(), &mut Default::default());
    let asm = compiled.map_err(|error| JitError::Code(format!("{:?}", error.inner)))?.vcode.clone();
    let listing = Listing { clif: context.func.display().to_string(), asm: asm.unwrap_or_default() };
    // SAFETY: nothing was finalised, nothing points into it.
    unsafe { module.free_memory() };
    Ok(listing)
}

fn code(error: cranelift_module::ModuleError) -> JitError {
    JitError::Code(error.to_string())
}

fn build(
    module: &mut JITModule,
    function: &mut Function,
    ir: &Ir,
    leaves: &Leaves,
    stage: Stage,
) -> Result<FuncId, JitError> {
    let pointers = match stage {
        Stage::Layers => 3,
        Stage::Fields => 2,
    };
    let convention = module.isa().default_call_conv();
    let signature = |arguments: usize| {
        let mut signature = Signature::new(convention);
        signature.params = vec![AbiParam::new(types::I64); arguments];
        signature.returns = vec![AbiParam::new(types::I8)];
        signature
    };
    let id = module.declare_anonymous_function(&signature(pointers)).map_err(code)?;
    let call = module.declare_function("call", Linkage::Import, &signature(pointers + 1)).map_err(code)?;
    let in_ranges = module.declare_function("in_ranges", Linkage::Import, &signature(2)).map_err(code)?;
    function.signature = signature(pointers);
    function.name = UserFuncName::user(0, id.as_u32());
    let mut memory = FunctionBuilderContext::new();
    let (call, in_ranges) =
        (module.declare_func_in_func(call, function), module.declare_func_in_func(in_ranges, function));
    let mut builder = FunctionBuilder::new(function, &mut memory);
    let entry = builder.create_block();
    builder.append_block_params_for_function_params(entry);
    builder.switch_to_block(entry);
    let args = builder.block_params(entry).to_vec();
    Emitter { builder, stage, leaves, call, in_ranges, next: 0, args }.function(ir, module.isa().frontend_config());
    Ok(id)
}

/// Decides one test over layers.
unsafe extern "C" fn call_layers(leaves: *const Leaves, index: u64, data: *const u8, layers: *const Layers) -> u8 {
    // SAFETY: `judge_layers` handed references to the code, which hands them on; `data` is as long as `layers` says.
    let (leaves, layers, data) = unsafe {
        let layers = &*layers;
        (&*leaves, layers, std::slice::from_raw_parts(data, layers.captured_len() as usize))
    };
    leaves.call(index as usize, data, layers).into()
}

/// Decides one test over a dissected frame.
unsafe extern "C" fn call_fields(leaves: *const Leaves, index: u64, frame: *const FrameRef<'_>) -> u8 {
    // SAFETY: `judge_fields` handed references to the code, which hands them on.
    let (leaves, frame) = unsafe { (&*leaves, &*frame) };
    leaves.call_fields(index as usize, frame.0).into()
}

/// Whether a number is in a large set.
unsafe extern "C" fn in_ranges(ranges: *const Ranges, number: u64) -> u8 {
    // SAFETY: the address of a set that the machine's leaves own and never move.
    unsafe { &*ranges }.contains(number).into()
}
