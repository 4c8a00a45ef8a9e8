//! The configuration file: macros and preferences of a user.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, anyhow, bail};
use serde::Deserialize;
use strato_engine::preferences::Preferences;
use strato_filter_lang::macros::Macros;

/// What the file may hold.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Macros by name: `$1`, `$2`, … in the text are the arguments.
    #[serde(default)]
    macros: BTreeMap<String, String>,
    /// Preferences by Wireshark's names.
    #[serde(default)]
    preferences: BTreeMap<String, toml::Value>,
}

/// What a user has settled once for all filters.
#[derive(Debug, Default)]
pub(crate) struct Config {
    pub(crate) macros: Macros,
    pub(crate) preferences: Preferences,
}

/// Reads the file that was named, or the user's own if there is one.
pub(crate) fn load(named: Option<&Path>) -> anyhow::Result<Config> {
    let Some(path) = named.map(Path::to_owned).or_else(user_file) else { return Ok(Config::default()) };
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if named.is_none() && error.kind() == io::ErrorKind::NotFound => return Ok(Config::default()),
        Err(error) => return Err(error_of(&path, &error)),
    };
    parse(&text).with_context(|| path.display().to_string())
}

/// As an `io::Error` it would count as an error of our output.
fn error_of(path: &Path, error: &io::Error) -> anyhow::Error {
    anyhow!("{}: {error}", path.display())
}

fn parse(text: &str) -> anyhow::Result<Config> {
    let file: File = toml::from_str(text)?;
    let mut config = Config::default();
    for (name, text) in &file.macros {
        define(&mut config.macros, name, text)?;
    }
    for (name, value) in &file.preferences {
        let value = match value {
            toml::Value::String(text) => text.clone(),
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Float(number) => number.to_string(),
            toml::Value::Boolean(flag) => flag.to_string(),
            toml::Value::Datetime(_) | toml::Value::Array(_) | toml::Value::Table(_) => {
                bail!("preference `{name}`: expected text, a number, true or false")
            }
        };
        config.preferences.set(&format!("{name}:{value}")).map_err(anyhow::Error::msg)?;
    }
    Ok(config)
}

/// Defines a macro.
pub(crate) fn define(macros: &mut Macros, name: &str, text: &str) -> anyhow::Result<()> {
    macros.define(name, text).map_err(|problem| anyhow!("macro `{name}`: {}", problem.message))
}

/// Reads macros in the form of Wireshark's `dmacros` file.
pub(crate) fn macros_of(macros: &mut Macros, path: &Path) -> anyhow::Result<()> {
    let text = fs::read_to_string(path).map_err(|error| error_of(path, &error))?;
    macros.define_lines(&text).map_err(|problem| {
        let at = problem.labels.first().map_or(0, |(span, _)| span.start);
        let line = text.bytes().take(at as usize).filter(|byte| *byte == b'\n').count() + 1;
        anyhow!("{}:{line}: {}", path.display(), problem.message)
    })
}

/// Where names of vendors may stand: the file that `$STRATO_MANUF` names (none if it is empty), else that of an installed
/// Wireshark.
pub(crate) fn vendor_files() -> Vec<PathBuf> {
    match std::env::var_os("STRATO_MANUF") {
        Some(path) => vec![path.into()],
        None => ["/usr/share", "/usr/local/share"].map(|base| Path::new(base).join("wireshark/manuf")).into(),
    }
}

/// `$XDG_CONFIG_HOME/strato/config.toml`, else below `~/.config`.
fn user_file() -> Option<PathBuf> {
    let base = std::env::var_os("XDG_CONFIG_HOME").filter(|path| !path.is_empty()).map(PathBuf::from);
    let base = base.or_else(|| Some(std::env::home_dir()?.join(".config")))?;
    Some(base.join("strato/config.toml"))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_file_defines_macros_and_preferences() {
        let config = parse("[macros]\nweb = 'tcp.port in {$1, 443}'\n[preferences]\n'data.show_as_text' = true\n");
        let config = config.unwrap();
        assert_eq!(config.macros.iter().map(|(name, row)| (name, row.arity)).collect::<Vec<_>>(), [("web", 1)]);
        assert!(!config.preferences.are_usual());
        for wrong in ["[macro]\n", "[macros]\n'a b' = 'x'\n", "[preferences]\n'no.such' = true\n"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
