//! The laws, over random filters and frames, and over the frames of real captures.

use std::{cell::RefCell, env};

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use strato_testkit::{
    gen_filter::filter,
    gen_frame::{frame, schema},
    gen_layers::layered,
    laws::{Verdicts, jit, laws},
};

/// Filters of a run: few in every-day tests, `STRATO_LAW_CASES` for a long run.
fn cases() -> u32 {
    env::var("STRATO_LAW_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(512)
}

#[test]
fn laws_hold_for_random_filters_and_frames() {
    let schema = schema();
    let verdicts = RefCell::new(Verdicts::default());
    let mut runner = TestRunner::new(Config { cases: cases(), failure_persistence: None, ..Config::default() });
    let result = runner.run(&(filter(), prop::collection::vec(frame(), 8)), |(filter, frames)| {
        laws(&filter, &schema, &frames, &mut verdicts.borrow_mut()).map_err(TestCaseError::fail)
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let found = *verdicts.borrow();
    println!("{found:?}");
    let (all, least) = (found.yes + found.no, found.yes.min(found.no));
    assert!(least * 10 >= all * 3, "fewer than 30 % of the answers are the rarer one: {found:?}");
    assert!(found.all_decided > 0 && found.nothing_decided > 0, "splits are one-sided: {found:?}");
}

#[test]
fn machine_code_is_the_interpreter() {
    let schema = &*Box::leak(Box::new(schema()));
    let answers = RefCell::new(jit::Answers::default());
    let mut runner = TestRunner::new(Config { cases: cases(), failure_persistence: None, ..Config::default() });
    let result = runner.run(&(filter(), prop::collection::vec(layered(schema), 16)), |(filter, frames)| {
        jit::same(&filter, schema, &frames, &mut answers.borrow_mut()).map_err(TestCaseError::fail)
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let found = *answers.borrow();
    println!("{found:?}");
    assert!(found.yes.min(found.pairs - found.yes) * 10 >= found.pairs * 3, "one-sided answers: {found:?}");
    assert!(found.known * 2 > found.pairs && found.known < found.pairs, "stage 1 is one-sided: {found:?}");
}
