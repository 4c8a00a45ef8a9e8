use std::io::Cursor;

use super::*;

/// Takes the input apart in steps of many lengths, some longer than a block.
fn steps(mut window: Window, steps: &[usize]) -> Vec<u8> {
    let mut taken = Vec::new();
    for len in steps.iter().cycle() {
        let whole = window.ensure(*len).unwrap();
        let bytes = window.bytes();
        let part = &bytes[..bytes.len().min(*len)];
        taken.extend_from_slice(part);
        let done = part.len();
        window.skip(done);
        if !whole && window.bytes().is_empty() {
            return taken;
        }
    }
    taken
}

#[test]
fn what_is_read_ahead_is_what_is_read() {
    let input: Vec<u8> = (0..3_000_000u32).map(|i| (i * 7 + i / 251) as u8).collect();
    for lens in [&[16, 437, 1514][..], &[BLOCK, 3], &[HEADROOM, HEADROOM + 1, 1], &[900_000, 7], &[1, 70_000, 600_000]]
    {
        let window = Window::ahead(Box::new(Cursor::new(input.clone()))).unwrap();
        assert!(steps(window, lens) == input, "{lens:?}");
        assert!(steps(Window::new(Box::new(Cursor::new(input.clone()))), lens) == input, "{lens:?}");
    }
}

/// Fails behind some bytes; asked again, it says that it ended.
struct Broken(usize, bool);

impl Read for Broken {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = into.len().min(self.0).min(1000);
        self.0 -= n;
        if n == 0 && !std::mem::replace(&mut self.1, true) { Err(io::Error::other("gone")) } else { Ok(n) }
    }
}

#[test]
fn an_error_comes_behind_what_was_read() {
    let mut window = Window::ahead(Box::new(Broken(300_000, false))).unwrap();
    assert!(window.ensure(300_000).unwrap());
    assert_eq!(window.ensure(300_001).unwrap_err().to_string(), "gone");
}
