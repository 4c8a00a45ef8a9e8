//! Options that say how bytes are understood; several commands have them.

use std::path::PathBuf;

use strato_engine::{
    decode_as::DecodeAs,
    proto::{plan::Ask, tls::has_secrets},
    query::QueryOptions,
};

use crate::config::{self, Config};

/// How bytes are understood.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Dissection")]
pub(crate) struct Dissecting {
    /// Set a preference, e.g. `data.show_as_text:TRUE`.
    #[arg(short = 'o', long = "preference", value_name = "NAME:VALUE")]
    preferences: Vec<String>,
    /// Say which protocol bytes are, as tshark takes it: `tcp.port==8888,http`, `udp.port==5000-5010,sip`,
    /// `tcp.port==8000:3,http2` (three ports); also for ip.proto and ethertype. Give it once a rule.
    #[arg(short = 'd', long = "decode-as", value_name = "LAYER==SELECTOR,PROTOCOL")]
    decode_as: Vec<String>,
    /// Decrypt TLS with the secrets of this file (`SSLKEYLOGFILE`); those in the capture are used anyway.
    #[arg(long, value_name = "FILE")]
    keylog: Option<PathBuf>,
    /// Read macros and preferences from this file instead of `$XDG_CONFIG_HOME/strato/config.toml`.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// The options, checked, with what the configuration file says.
pub(crate) struct Settled {
    pub(crate) config: Config,
    pub(crate) decode_as: DecodeAs,
    /// TLS secrets.
    pub(crate) secrets: Vec<u8>,
}

impl Dissecting {
    /// Checks them and reads the files they name.
    pub(crate) fn settle(&self) -> anyhow::Result<Settled> {
        let mut config = config::load(self.config.as_deref())?;
        for setting in &self.preferences {
            config.preferences.set(setting).map_err(anyhow::Error::msg)?;
        }
        let mut decode_as = DecodeAs::default();
        for rule in &self.decode_as {
            decode_as.add(rule).map_err(|error| anyhow::anyhow!("-d {rule}: {error}"))?;
        }
        // As with tshark, the preference names a file, too.
        let preferred = config.preferences.keylog().map(PathBuf::from);
        let secrets = match self.keylog.as_ref().or(preferred.as_ref()) {
            Some(path) => {
                let log =
                    std::fs::read(path).map_err(|error| anyhow::anyhow!("--keylog {}: {error}", path.display()))?;
                if !has_secrets(&log) {
                    anyhow::bail!(
                        "--keylog {}: it holds no secrets of TLS (lines such as `CLIENT_RANDOM …`)",
                        path.display()
                    );
                }
                log
            }
            None => Vec::new(),
        };
        Ok(Settled { config, decode_as, secrets })
    }
}

impl Settled {
    /// Options of a query that dissects so.
    pub(crate) fn options(&self) -> QueryOptions {
        let ask =
            Ask { preferences: self.config.preferences.clone(), decode_as: self.decode_as.clone(), ..Ask::default() };
        QueryOptions { macros: self.config.macros.clone(), ask, ..QueryOptions::default() }
    }
}
