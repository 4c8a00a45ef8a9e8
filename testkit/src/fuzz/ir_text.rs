//! Any text is an IR or is refused; an IR is printed as it is read, and passes and splits keep its meaning.

use std::sync::LazyLock;

use strato_engine::proto::{dissect::Dissection, registry};
use strato_filter_lang::{
    access::Occurrence,
    capability,
    interpret::interpret,
    ir::{text, verify::verify},
    lowered,
    macros::Macros,
    optimize::optimize,
    split::split,
};

use super::{filters::FILTERS, packets};
use crate::{gen_frame::Fields, walk::session};

/// Frames that filters are run on: all fields of a few samples.
static FRAMES: LazyLock<Vec<Fields>> = LazyLock::new(|| {
    let mut frames = Vec::new();
    for seed in packets::seeds().iter().filter(|seed| seed[0].is_ascii_digit()).take(3) {
        let Some(packets) = packets::Packets::parse(seed) else { continue };
        packets.each(&mut session(), |_, found| frames.push(owned(found)));
    }
    frames
});

/// Fields that outlive their frame; there are few, and they are kept until the end.
fn owned(found: &Dissection<'_>) -> Fields {
    let fields = found.occurrences.iter().map(|occurrence| Occurrence {
        field: occurrence.field,
        def: occurrence.def,
        layer: occurrence.layer,
        value: occurrence.value.clone().into_owned(),
        raw: Box::leak(occurrence.raw.into()),
    });
    Fields(fields.collect())
}

pub(super) fn check(input: &[u8]) {
    let Ok(source) = std::str::from_utf8(input) else { return };
    let schema = registry::schema();
    let ir = match text::parse(source, schema) {
        Ok(ir) => ir,
        Err(errors) => return assert!(!errors.is_empty(), "refused without a reason: {source:?}"),
    };
    let printed = text::print(&ir, schema);
    let again = text::parse(&printed, schema);
    let again = again.map(|ir| text::print(&ir, schema));
    assert_eq!(again.as_ref(), Ok(&printed), "{source:?} is not printed alike");
    let better = optimize(ir.clone(), schema);
    assert_eq!(verify(&better, schema), [], "{printed} became {}", text::print(&better, schema));
    for frame in FRAMES.iter() {
        let meaning = interpret(&ir, schema, frame);
        assert_eq!(interpret(&better, schema, frame), meaning, "{printed} became {}", text::print(&better, schema));
        for capability in capability::ALL {
            let parts = split(&better, capability, schema);
            let (pre, rest) = (interpret(&parts.pre, schema, frame), interpret(&parts.rest, schema, frame));
            assert_eq!(pre && rest, meaning, "{printed}, split for {}", capability.name);
        }
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let lowered = FILTERS.iter().filter_map(|filter| lowered(filter, registry::schema(), &Macros::default()).ok());
    lowered.map(|lowered| text::print(&lowered.ir, registry::schema()).into_bytes()).collect()
}
