//! Names of inputs: files, folders, patterns.

use std::path::{Path, PathBuf};

use strato_engine::read::Reader;

use crate::parquet::stored::is_parquet;

/// The files that names stand for: of a folder all captures and Parquet files in it and below, of a pattern (`*`, `?`, `[a-z]`,
/// `**` for folders) those that are called so; in the order of their names.
///
/// # Errors
/// A folder or pattern that stands for nothing, or cannot be read.
pub fn expand(names: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for name in names {
        let before = files.len();
        if name.is_dir() {
            folder(name, &mut files).map_err(|error| format!("{}: {error}", name.display()))?;
            if files.len() == before {
                return Err(format!("{}: there are no captures in this folder", name.display()));
            }
            continue;
        }
        match name.to_str().filter(|text| text.contains(['*', '?', '[']) && !name.exists()) {
            None => files.push(name.clone()),
            Some(text) => {
                let found = glob::glob(text).map_err(|error| format!("{text}: {error}"))?;
                for path in found {
                    let path = path.map_err(|error| format!("{text}: {error}"))?;
                    if !path.is_dir() {
                        files.push(path);
                    }
                }
                if files.len() == before {
                    return Err(format!("{text}: no file is called so"));
                }
            }
        }
    }
    Ok(files)
}

fn folder(path: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let entries: Result<Vec<_>, _> = std::fs::read_dir(path)?.collect();
    let mut entries: Vec<_> = entries?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        // A link to a folder may lead back here.
        let is_folder = entry.file_type()?.is_dir();
        if hidden {
            continue;
        }
        if is_folder {
            folder(&path, files)?;
        } else if path.is_file() && !is_unfinished(&path) && (is_parquet(&path) || is_capture(&path)) {
            files.push(path);
        }
    }
    Ok(())
}

fn is_unfinished(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "unfinished")
}

/// Whether it is a capture, maybe a damaged one.
fn is_capture(path: &Path) -> bool {
    use strato_engine::error::ReadError;
    !matches!(Reader::open(path), Err(ReadError::Format { .. } | ReadError::Open(_)))
}
