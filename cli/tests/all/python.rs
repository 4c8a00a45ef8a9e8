//! The recipes of `docs/python.md`, with the libraries that they are for.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use snapbox::cmd::cargo_bin;

use crate::Folder;

/// What pip installs; the page is right about these.
const LIBRARIES: [&str; 4] = ["pyarrow==26.0.1", "pandas==3.1.1", "polars==2.1.0", "duckdb==2.0.1"];

/// A Python with the libraries, kept for the next time; else why there is none.
fn python() -> Result<PathBuf, String> {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("python");
    let (python, whole) = (place.join("bin/python"), place.join("whole"));
    let libraries = LIBRARIES.join("\n");
    if fs::read_to_string(&whole).is_ok_and(|installed| installed == libraries) {
        return Ok(python);
    }
    let run = |command: &mut Command, what: &str| match command.output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said).into_owned();
            Err(format!("{what}: {}", said.lines().next_back().unwrap_or_default()))
        }
        Err(error) => Err(format!("{what}: {error}")),
    };
    let folder = Command::new("python3").args(["-m", "venv", "--clear"]).arg(&place).output();
    match folder {
        Ok(output) if output.status.success() => {}
        _ => return Err("python3 with venv and pip is not installed".to_owned()),
    }
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--timeout", "10", "--retries", "1"];
    run(Command::new(&python).args(pip).args(["--only-binary", ":all:"]).args(LIBRARIES), "pip install")?;
    fs::write(whole, libraries).expect("a file");
    Ok(python)
}

/// The pieces of the page that are run: their language and text.
fn recipes() -> Vec<(String, String)> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/python.md");
    let page = fs::read_to_string(page).expect("docs/python.md");
    let piece = |piece: &str| {
        let (language, text) = piece.split_once('\n').expect("a language");
        (language.to_owned(), text.to_owned())
    };
    page.split("```").skip(1).step_by(2).map(piece).collect()
}

#[test]
fn the_recipes_run() {
    let python = match python() {
        Ok(python) => python,
        Err(why) => {
            println!("skipped: {why}");
            return;
        }
    };
    let folder = Folder::new("recipes");
    let capture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/captures/web.pcapng");
    folder.file("capture.pcapng", fs::read(capture).expect("a capture"));
    let strato = cargo_bin!("strato").parent().expect("a folder").to_path_buf();
    let before = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([strato].into_iter().chain(env::split_paths(&before))).expect("a path");
    let mut ran = 0;
    for (language, text) in recipes() {
        let mut command = match language.as_str() {
            "sh" => Command::new("sh"),
            "python" => Command::new(&python),
            other => panic!("{other} is not run"),
        };
        let command =
            command.arg("-c").arg(&text).current_dir(&folder.0).env("PATH", &path).env("XDG_CONFIG_HOME", &folder.0);
        let output = command.output().expect("it runs");
        let (said, wrong) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{text}\n{said}{wrong}");
        // What the two hosts sent, as the statistics have it.
        let right =
            language == "sh" || ["10.9.0.1", "29934", "10.9.0.2", "6538"].iter().all(|part| said.contains(part));
        assert!(right, "{text}\n{said}");
        ran += 1;
    }
    assert!(ran > 5, "{ran} recipes");
}
