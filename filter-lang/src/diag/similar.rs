//! Names that were probably meant.

use std::cmp::Reverse;

/// The candidates nearest to `name`, best first, at most three: same protocol first, then the same last segment.
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let protocol = name.split('.').next().unwrap_or(name);
    let last = name.rsplit('.').next().unwrap_or(name);
    let mut ranked: Vec<_> = candidates
        .filter(|candidate| candidate.len().abs_diff(name.len()) <= name.len().max(4))
        .filter_map(|candidate| {
            let distance = strsim::osa_distance(name, candidate);
            let same_last = name.contains('.') && candidate.rsplit('.').next() == Some(last);
            let near = distance <= (name.len() / 3).max(1);
            let same_protocol = candidate.split('.').next() == Some(protocol);
            (near || (same_last && same_protocol)).then_some((
                distance > 1,
                Reverse(same_protocol),
                distance,
                candidate,
            ))
        })
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().take(3).map(|rank| rank.3).collect()
}
