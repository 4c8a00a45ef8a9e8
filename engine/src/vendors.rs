//! Who made a network interface, by the first three bytes of its address: names from Wireshark's `manuf` file.
//!
//! Without such a file nobody is known. Only who asks for a name has the file read.

use std::{
    fs::File,
    io::Read,
    path::PathBuf,
    sync::{LazyLock, OnceLock},
};

use rustc_hash::FxHashMap;

/// Longer files are cut off; Wireshark's has 2.3 MB.
const MAX_FILE: u64 = 32 << 20;

static PLACES: OnceLock<Vec<PathBuf>> = OnceLock::new();

static NAMES: LazyLock<FxHashMap<u32, Box<str>>> = LazyLock::new(|| {
    let places = PLACES.get().map(Vec::as_slice).unwrap_or_default();
    let file = places.iter().find_map(|place| File::open(place).ok());
    let mut text = Vec::new();
    match file.map(|file| file.take(MAX_FILE).read_to_end(&mut text)) {
        Some(Ok(_)) => parse(&String::from_utf8_lossy(&text)),
        _ => FxHashMap::default(),
    }
});

/// Where to look for the file, the best place first. Counts only if it is said before the first frame is read.
pub fn look_in(places: Vec<PathBuf>) {
    // Who comes late says nothing new: there is one user.
    drop(PLACES.set(places));
}

/// The name of who has that number of 24 bits.
pub(crate) fn name(prefix: u32) -> Option<&'static str> {
    NAMES.get(&prefix).map(|name| &**name)
}

/// Lines of `00:00:0C`, a short name, a long name perhaps, remarks. Longer prefixes are of those who share a number.
fn parse(text: &str) -> FxHashMap<u32, Box<str>> {
    let mut names = FxHashMap::default();
    for line in text.lines() {
        let mut columns = line.split('\t').map(str::trim);
        let (Some(prefix), Some(short)) = (columns.next().and_then(number), columns.next()) else { continue };
        let long = columns.next().filter(|long| !long.is_empty() && !long.starts_with('#'));
        names.insert(prefix, long.unwrap_or(short).into());
    }
    names
}

/// Three bytes with colons between them.
fn number(text: &str) -> Option<u32> {
    let mut parts = text.split(':').map(|part| u8::from_str_radix(part, 16).ok());
    let bytes = [0, parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then(|| u32::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::{number, parse};

    #[test]
    fn lines_have_a_number_and_names() {
        let text = "# remark\n00:00:13\tCamex\n00:50:04\t3com3c90\t3com\t# 3C90X\n00:50:C2:00:00:00/36\tTLS\tT.L.S.\n\
                    AA:00:04\tDec\t# local\nwrong\tline\n";
        let names = parse(text);
        assert_eq!(names.len(), 3);
        assert_eq!(names.get(&0x13).map(|name| &**name), Some("Camex"));
        assert_eq!(names.get(&0x5004).map(|name| &**name), Some("3com"));
        assert_eq!(names.get(&0xaa_0004).map(|name| &**name), Some("Dec"));
        assert_eq!(number("00:00"), None);
    }
}
