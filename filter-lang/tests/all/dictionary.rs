//! A schema of Wireshark's names, types and value names, built from the dictionary beside the repository.

use std::{collections::HashMap, fs, path::PathBuf};

use strato_filter_lang::{
    schema::{Alias, Field, Names, Schema, Values, field},
    types::Type,
};

/// A file of the shared folder; `None`, with a word about it, where there is none.
pub(crate) fn shared(path: &str) -> Option<String> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(path);
    let text = fs::read_to_string(&file).ok();
    if text.is_none() {
        #[expect(clippy::print_stderr, reason = "a skipped test says so")]
        {
            eprintln!("skipped: no {}", file.display());
        }
    }
    text
}

/// The rows of a table, without its header, each cut into columns.
pub(crate) fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().skip(1).map(|line| line.split('\t').collect())
}

fn leak<T: ?Sized>(value: Box<T>) -> &'static T {
    Box::leak(value)
}

fn word(text: &str) -> &'static str {
    leak(text.into())
}

fn type_of(name: &str) -> Option<Type> {
    let short = name.strip_prefix("FT_")?;
    match short {
        "STRINGZ" | "UINT_STRING" | "STRINGZPAD" | "STRINGZTRUNC" => Some(Type::String),
        other => Type::from_name(other),
    }
}

fn number(text: &str) -> Option<u64> {
    if let Some(c) = text.strip_prefix('\'') {
        return c.bytes().next().map(u64::from);
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return u64::from_str_radix(digits, 16).ok();
    }
    text.parse::<u64>().ok().or_else(|| text.parse::<i64>().ok().map(|n| n as u64))
}

/// The tables of a field: a number that occurs again starts another definition's table.
type Tables = Vec<Vec<(u64, u64, &'static str)>>;

fn names(values: &str) -> HashMap<&str, (Tables, Option<Names>)> {
    let mut all: HashMap<&str, (Tables, Option<Names>)> = HashMap::new();
    for row in rows(values) {
        let [name, kind, low, high, text, versions, ..] = row[..] else { continue };
        if !versions.contains("4.6") {
            continue;
        }
        let (tables, words) = all.entry(name).or_default();
        if kind == "T" {
            let after = |s: &str| word(s.split_once('=').map_or("", |(_, word)| word));
            *words = Some(Names::Bool(after(low), after(high)));
            continue;
        }
        let Some(low) = number(low) else { continue };
        let high = number(high).unwrap_or(low);
        match tables.last_mut() {
            Some(table) if table.iter().all(|(l, _, _)| *l != low) => table.push((low, high, word(text))),
            Some(_) | None => tables.push(vec![(low, high, word(text))]),
        }
    }
    all
}

/// The schema of Wireshark 4.6, and some fields of rare types that the tables ask for.
pub(crate) fn schema() -> Option<Schema> {
    let (fields, values) = (shared("language/fields.tsv")?, shared("language/values.tsv")?);
    let names = names(&values);
    let mut order: Vec<&'static str> = Vec::new();
    let mut definitions: HashMap<&'static str, Vec<Field>> = HashMap::new();
    for row in rows(&fields) {
        let [name, ty, base, _, _, _, versions, ..] = row[..] else { continue };
        let Some(ty) = type_of(ty).filter(|_| versions.contains("4.6")) else { continue };
        let name = word(name);
        let mut declared = field(name, name);
        declared.ty = ty;
        let (tables, words) = names.get(name).cloned().unwrap_or_default();
        let mut all = vec![declared];
        if base == "BASE_CUSTOM" {
            all[0].names = Names::Format(|n| n.to_string());
        } else if let Some(words) = words.filter(|_| ty == Type::Boolean) {
            all[0].names = words;
        } else if !tables.is_empty() {
            all = tables
                .into_iter()
                .map(|table| declared.values(leak(Box::new(Values { ranges: leak(table.into_boxed_slice()) }))))
                .collect();
        }
        let known = definitions.entry(name).or_default();
        if known.is_empty() {
            order.push(name);
        }
        known.extend(all);
    }
    let mut all: Vec<Field> = order
        .iter()
        .filter_map(|name| {
            let mut all = definitions.remove(name)?;
            let first = all.remove(0);
            Some(first.also(leak(all.into_boxed_slice())))
        })
        .collect();
    let extra = [
        field("wpan.src64", "").eui64(),
        field("dcerpc.obj_id", "").guid(),
        field("ax25.dst", "").ax25(),
        field("usb.idVendor", "").u16(),
        field("rpc.program", "").u32(),
        field("sctp.srcport", "").u16(),
        field("sctp.dstport", "").u16(),
        field("dccp.srcport", "").u16(),
        field("dccp.dstport", "").u16(),
    ];
    all.extend(extra.into_iter().filter(|extra| !order.contains(&extra.name)));
    let alias = |name, target| Alias { name, target, deprecated_prefix: true };
    Some(Schema::new(all, &[alias("bootp", "dhcp"), alias("ssl", "tls")]))
}
