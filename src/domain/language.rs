//! The languages of the product, and text that exists in them.

use serde::{Deserialize, Serialize};

/// A language that every word on screen exists in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

/// A text of a catalogue. Imported catalogues have English alone: then `es` is empty and English is shown.
///
/// ```
/// use skillstead::domain::{Language, Text};
/// let name = Text::new("Statistics", "Estadística");
/// assert_eq!(name.get(Language::Es), "Estadística");
/// assert_eq!(Text::english("Repairing").get(Language::Es), "Repairing");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Text {
    /// The English text.
    pub en: Box<str>,
    /// The Spanish text, empty where there is none.
    pub es: Box<str>,
}

impl Text {
    /// A text in both languages.
    #[must_use]
    pub fn new(en: &str, es: &str) -> Self {
        Self { en: en.into(), es: es.into() }
    }

    /// A text that exists in English alone.
    #[must_use]
    pub fn english(en: &str) -> Self {
        Self::new(en, "")
    }

    /// The text in `language`, or else the English one.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Es if !self.es.is_empty() => &self.es,
            Language::En | Language::Es => &self.en,
        }
    }
}
