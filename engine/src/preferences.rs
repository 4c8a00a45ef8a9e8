//! Preferences that change what dissectors emit, by Wireshark's names.

/// The preferences, as `-o NAME:VALUE` sets them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// `data.show_as_text`: undecoded bytes are shown as text too (`data.text`).
    pub data_as_text: bool,
}

impl Preferences {
    /// Sets a preference from `NAME:VALUE`.
    ///
    /// # Errors
    /// The name is not known or the value is none of its kind.
    pub fn set(&mut self, setting: &str) -> Result<(), String> {
        let (name, value) = setting.split_once(':').ok_or_else(|| format!("`{setting}` is not NAME:VALUE"))?;
        let flag = match value.trim().to_ascii_lowercase().as_str() {
            "true" => true,
            "false" => false,
            _ => return Err(format!("`{value}` is neither TRUE nor FALSE")),
        };
        match name.trim() {
            "data.show_as_text" => self.data_as_text = flag,
            _ => return Err(format!("there is no preference `{name}`; known is `data.show_as_text`")),
        }
        Ok(())
    }
}
