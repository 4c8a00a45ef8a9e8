//! Fingerprints of hellos: JA3, JA3S and JA4.

use std::fmt::Write;

use md5::{Digest, Md5};
use sha2::Sha256;

use super::{extensions::is_grease, f};
use crate::proto::out::Out;

/// What fingerprints are made of.
#[derive(Debug, Default)]
pub(super) struct Hello {
    pub(super) version: u16,
    pub(super) ciphers: Vec<u16>,
    pub(super) extensions: Vec<u16>,
    pub(super) groups: Vec<u16>,
    pub(super) points: Vec<u8>,
    pub(super) signatures: Vec<u16>,
    pub(super) versions: Vec<u16>,
    pub(super) alpn: Vec<u8>,
}

/// Emits the fingerprints of a client.
pub(super) fn client(out: &mut Out<'_>, hello: &Hello) {
    if out.wants(f::HANDSHAKE_JA4) || out.wants(f::HANDSHAKE_JA4_R) {
        let [hashed, raw] = ja4(hello);
        out.generated_str(f::HANDSHAKE_JA4, &hashed);
        out.generated_str(f::HANDSHAKE_JA4_R, &raw);
    }
    if out.wants(f::HANDSHAKE_JA3) || out.wants(f::HANDSHAKE_JA3_FULL) {
        let points = hello.points.iter().map(|point| u16::from(*point));
        let full = format!(
            "{},{},{},{},{}",
            hello.version,
            decimal(without_grease(&hello.ciphers)),
            decimal(without_grease(&hello.extensions)),
            decimal(without_grease(&hello.groups)),
            decimal(points)
        );
        out.generated_str(f::HANDSHAKE_JA3_FULL, &full);
        out.generated_str(f::HANDSHAKE_JA3, &hex(&Md5::digest(&full)));
    }
}

/// Emits the fingerprint of a server.
pub(super) fn server(out: &mut Out<'_>, hello: &Hello) {
    if out.wants(f::HANDSHAKE_JA3S) || out.wants(f::HANDSHAKE_JA3S_FULL) {
        let ciphers = decimal(hello.ciphers.iter().copied());
        let extensions = decimal(without_grease(&hello.extensions));
        let full = format!("{},{ciphers},{extensions}", hello.version);
        out.generated_str(f::HANDSHAKE_JA3S_FULL, &full);
        out.generated_str(f::HANDSHAKE_JA3S, &hex(&Md5::digest(&full)));
    }
}

/// JA4 over TCP, hashed and raw.
fn ja4(hello: &Hello) -> [String; 2] {
    let version = without_grease(&hello.versions).max().unwrap_or(hello.version);
    let version = match version {
        0x0300 => "s3",
        0x0301 => "10",
        0x0302 => "11",
        0x0303 => "12",
        0x0304 => "13",
        _ => "00",
    };
    let name = if hello.extensions.contains(&0) { 'd' } else { 'i' };
    let mut ciphers: Vec<u16> = without_grease(&hello.ciphers).collect();
    let all: Vec<u16> = without_grease(&hello.extensions).collect();
    let start = format!("t{version}{name}{:02}{:02}{}", ciphers.len().min(99), all.len().min(99), ends(&hello.alpn));
    ciphers.sort_unstable();
    let mut extensions: Vec<u16> = all.into_iter().filter(|number| !matches!(number, 0 | 16)).collect();
    extensions.sort_unstable();
    let ciphers = hexadecimal(&ciphers);
    let mut tail = hexadecimal(&extensions);
    let signatures: Vec<u16> = without_grease(&hello.signatures).collect();
    if !signatures.is_empty() {
        let _ = write!(tail, "_{}", hexadecimal(&signatures));
    }
    [format!("{start}_{}_{}", short(&ciphers), short(&tail)), format!("{start}_{ciphers}_{tail}")]
}

/// First and last character of the first ALPN value.
fn ends(alpn: &[u8]) -> String {
    let (Some(first), Some(last)) = (alpn.first(), alpn.last()) else { return "00".to_owned() };
    if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() {
        return [char::from(*first), char::from(*last)].iter().collect();
    }
    let digits = hex(alpn);
    digits.chars().take(1).chain(digits.chars().last()).collect()
}

/// First half of a SHA-256 as JA4 shortens it; nothing hashes to zeros.
fn short(text: &str) -> String {
    if text.is_empty() { "0".repeat(12) } else { hex(&Sha256::digest(text)).chars().take(12).collect() }
}

fn without_grease(values: &[u16]) -> impl Iterator<Item = u16> {
    values.iter().copied().filter(|value| !is_grease(*value))
}

fn decimal(values: impl Iterator<Item = u16>) -> String {
    values.map(|value| value.to_string()).collect::<Vec<_>>().join("-")
}

fn hexadecimal(values: &[u16]) -> String {
    values.iter().map(|value| format!("{value:04x}")).collect::<Vec<_>>().join(",")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ja4_of_a_browser() {
        // The worked example of the JA4 specification (FoxIO-LLC/ja4, technical_details/JA4.md).
        let hello = Hello {
            version: 0x0303,
            ciphers: vec![
                0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc013, 0xc014, 0x009c,
                0x009d, 0x002f, 0x0035,
            ],
            extensions: vec![
                0x001b, 0x0000, 0x0033, 0x0010, 0x4469, 0x0017, 0x002d, 0x000d, 0x0005, 0x0023, 0x0012, 0x002b,
                0xff01, 0x000b, 0x000a, 0x0015,
            ],
            signatures: vec![0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601],
            versions: vec![0x0a0a, 0x0304, 0x0303],
            alpn: b"h2".to_vec(),
            ..Hello::default()
        };
        assert_eq!(ja4(&hello)[0], "t13d1516h2_8daaf6152771_e5627efa2ab1");
    }
}
