//! Slices (rules E22, E24).

use crate::syntax::Range;

/// The elements the ranges select, in the order written. An item that does not fit completely ends the selection: it
/// and all behind it contribute nothing.
pub(super) fn of<T: Copy>(items: &[T], ranges: &[Range]) -> Vec<T> {
    let mut selected = Vec::new();
    for range in ranges {
        match bounds(*range, items.len()).and_then(|(start, end)| items.get(start..end)) {
            Some(part) => selected.extend_from_slice(part),
            None => break,
        }
    }
    selected
}

fn bounds(range: Range, len: usize) -> Option<(usize, usize)> {
    let at = |i: i32| match usize::try_from(i) {
        Ok(i) => Some(i),
        Err(_) => len.checked_sub(i.unsigned_abs() as usize),
    };
    match range {
        Range::One(i) => Some((at(i)?, at(i)?.checked_add(1)?)),
        Range::Length(i, n) => Some((at(i)?, at(i)?.checked_add(usize::try_from(n).ok()?)?)),
        Range::Through(i, j) => Some((at(i)?, at(j)?.checked_add(1)?)),
        Range::From(i) => Some((at(i)?, len)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_ends_the_selection() {
        let bytes = [10, 11, 12, 13];
        assert_eq!(of(&bytes, &[Range::Length(0, 2), Range::One(-1)]), [10, 11, 13]);
        assert_eq!(of(&bytes, &[Range::Through(-3, -2)]), [11, 12]);
        assert_eq!(of(&bytes, &[Range::One(0), Range::One(4), Range::One(1)]), [10]);
        assert_eq!(of(&bytes, &[Range::Length(2, 3)]), Vec::<i32>::new());
        assert_eq!(of(&bytes, &[Range::From(-5)]), Vec::<i32>::new());
    }
}
