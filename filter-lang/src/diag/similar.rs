//! Names that may have been meant.

use std::cmp::Reverse;

/// At most three of `candidates` that resemble `name`, the best first: those that differ by a letter or two, those
/// of the same protocol before others, and those that end alike.
pub fn names<'c>(name: &str, candidates: impl Iterator<Item = &'c str>) -> Vec<&'c str> {
    let wanted = name.to_ascii_lowercase();
    let protocol = wanted.split('.').next().unwrap_or_default();
    let last = wanted.rsplit('.').next().unwrap_or_default();
    let tolerance = (wanted.len() / 3).clamp(1, 3);
    let mut found: Vec<_> = candidates
        .filter(|candidate| !wanted.is_empty() && *candidate != name)
        .filter_map(|candidate| {
            let lower = candidate.to_ascii_lowercase();
            let same_protocol = lower.split('.').next() == Some(protocol);
            let same_end = lower.contains('.') && wanted.contains('.') && lower.rsplit('.').next() == Some(last);
            let far = candidate.len().abs_diff(name.len()) > tolerance;
            let distance = if far { usize::MAX } else { strsim::osa_distance(&lower, &wanted) };
            let near = distance <= tolerance;
            (near || same_end && same_protocol)
                .then_some(((!near, distance, Reverse(same_protocol), Reverse(same_end), candidate.len()), candidate))
        })
        .collect();
    found.sort();
    found.dedup();
    // Beside another letter case or a single slip of the fingers everything else is far-fetched.
    if let Some(best) = found.first().map(|best| best.0.1).filter(|distance| *distance <= 1) {
        found.retain(|one| one.0.1 == best);
    }
    found.into_iter().map(|(_, candidate)| candidate).take(3).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_nearest_comes_first() {
        let all = ["tcp.port", "tcp.srcport", "udp.port", "tcp.flags", "tcp.flags.syn", "ip.proto"];
        let names = |name| super::names(name, all.into_iter());
        assert_eq!(names("tcp.prot"), ["tcp.port"]);
        assert_eq!(names("tpc.port")[0], "tcp.port");
        assert_eq!(names("TCP.Port"), ["tcp.port"]);
        assert_eq!(names("tcp.syn"), ["tcp.flags.syn"]);
        assert!(names("nothing.like.it").is_empty());
        assert!(names("").is_empty());
    }
}
