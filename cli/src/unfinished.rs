//! A file that has its name only when it is whole.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// A file under another name, in the same folder; dropped, it is removed.
pub(crate) struct Unfinished {
    path: PathBuf,
    unfinished: PathBuf,
    file: File,
}

impl Unfinished {
    /// Makes it.
    pub(crate) fn create(path: &Path) -> io::Result<Self> {
        if path.is_dir() {
            return Err(io::Error::other("this is a folder"));
        }
        let mut name = path.file_name().map(ToOwned::to_owned).unwrap_or_default();
        name.push(format!(".{}.unfinished", std::process::id()));
        let unfinished = path.with_file_name(name);
        let file = File::create(&unfinished)?;
        Ok(Self { path: path.to_owned(), unfinished, file })
    }

    /// What is written to.
    pub(crate) fn file(&self) -> io::Result<File> {
        self.file.try_clone()
    }

    /// It is whole: once it is on the disk, it gets its name.
    pub(crate) fn finish(self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.unfinished, &self.path)?;
        // The name is on the disk when its folder is; not every system lets a folder be opened for that.
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
            drop(folder.sync_all());
        }
        Ok(())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Nothing can be done about one that cannot be removed; a finished one is not there any more.
        drop(fs::remove_file(&self.unfinished));
    }
}
