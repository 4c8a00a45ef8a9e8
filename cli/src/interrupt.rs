//! Ctrl-C: stop at the next frame and keep what is done.

use std::sync::atomic::{AtomicBool, Ordering};

/// Exit code of a run that was interrupted: 128 + SIGINT.
pub(crate) const EXIT_CODE: u8 = 130;

static ASKED: AtomicBool = AtomicBool::new(false);
static WAITING: AtomicBool = AtomicBool::new(false);

/// Takes Ctrl-C over. A second one ends the program at once, as does one while it waits for input.
pub(crate) fn watch() {
    // Without the handler Ctrl-C ends the program: that is no reason not to run.
    drop(ctrlc::set_handler(|| {
        if WAITING.load(Ordering::SeqCst) || ASKED.swap(true, Ordering::SeqCst) {
            exit();
        }
    }));
}

#[expect(clippy::exit, reason = "the main thread hangs in a read, and all output is already handed on")]
fn exit() {
    std::process::exit(i32::from(EXIT_CODE));
}

/// Whether the user wants an end.
pub(crate) fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}

/// Says whether the program waits for input, everything before being handed on.
pub(crate) fn waiting(now: bool) {
    WAITING.store(now, Ordering::SeqCst);
    if now && asked() {
        exit();
    }
}
