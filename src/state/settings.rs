//! Language and theme: small settings beside the document.

use super::browser;
use crate::domain::Language;
use serde::{Deserialize, Serialize};

/// The key that the boot script reads too, so that the first paint is already right.
pub(super) const KEY: &str = "skillstead.settings";

/// What a person has set; what they have not follows the browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The language, if chosen.
    #[serde(default)]
    pub language: Option<Language>,
    /// The theme.
    #[serde(default)]
    pub theme: Theme,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word that the stylesheet knows.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Settings {
    /// The chosen language, else the browser's, else English.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language.unwrap_or_else(|| match browser::window().navigator().language() {
            Some(language) if language.starts_with("es") => Language::Es,
            _ => Language::En,
        })
    }
}
