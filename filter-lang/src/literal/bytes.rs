//! Byte sequences, GUIDs and OIDs as text (rules L11, T10).

/// Groups of hex digits with optional separators; `None` when it is none.
pub(super) fn parse(text: &str) -> Option<Vec<u8>> {
    if let Some(bits) = text.strip_prefix("0b").or_else(|| text.strip_prefix("0B"))
        && bits.len() == 8
    {
        return Some(vec![u8::from_str_radix(bits, 2).ok()?]);
    }
    if let Some(hex) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        return if hex.len() == 2 { Some(vec![u8::from_str_radix(hex, 16).ok()?]) } else { None };
    }
    let text = text.strip_prefix(':').unwrap_or(text);
    let text = text.strip_suffix([':', '-', '.']).unwrap_or(text);
    let separated = text.contains([':', '-', '.']);
    let mut bytes = Vec::with_capacity(text.len() / 2);
    for group in text.split([':', '-', '.']) {
        if group.is_empty() || !group.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        match group.len() {
            1 => bytes.push(u8::from_str_radix(group, 16).ok()?),
            n if n % 2 == 0 && (!separated || n <= 4) => {
                for pair in group.as_bytes().chunks(2) {
                    bytes.push(u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?);
                }
            }
            _ => return None,
        }
    }
    Some(bytes)
}

/// `8-4-4-4-12` hex digits.
pub(super) fn guid(text: &str) -> Option<[u8; 16]> {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths = [8, 4, 4, 4, 12];
    let fits = groups.len() == 5 && groups.iter().zip(lengths).all(|(group, len)| group.len() == len);
    if !fits {
        return None;
    }
    u128::from_str_radix(&groups.concat(), 16).ok().map(u128::to_be_bytes)
}

/// Dotted numbers, encoded as ASN.1 does.
pub(super) fn oid(text: &str, relative: bool) -> Option<Vec<u8>> {
    let mut numbers = text.split('.').map(|part| part.parse::<u64>().ok()).collect::<Option<Vec<_>>>()?;
    if !relative {
        let (first, second) = (*numbers.first()?, *numbers.get(1)?);
        if first > 2 || (first < 2 && second > 39) {
            return None;
        }
        numbers.splice(..2, [first.checked_mul(40)?.checked_add(second)?]);
    }
    let mut bytes = Vec::new();
    for number in numbers {
        let groups = (64 - (number | 1).leading_zeros()).div_ceil(7);
        for i in (0..groups).rev() {
            bytes.push((number >> (7 * i) & 0x7f) as u8 | if i > 0 { 0x80 } else { 0 });
        }
    }
    Some(bytes)
}
