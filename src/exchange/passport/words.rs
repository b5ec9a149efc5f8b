//! Levels in words, and words of any length.

use super::super::limits;
use crate::domain::Level;

/// A level as other programs show it: "3.5 of 5".
pub(super) fn level_text(level: Level) -> String {
    format!("{} of 5", level.value())
}

/// What words for a level mean on the ladder of engine.md 1, read with care rather than with hope: a person can always say more.
///
/// Understood are numbers with their scale ("3.5 of 5", "7/10", "80 %"), the levels of the Common European Framework for languages, and the
/// usual words in English and Spanish. None for anything else, a number without a scale among it.
pub(super) fn level_of(words: &str) -> Option<Level> {
    let words = words.trim().to_lowercase();
    scaled(&words).or_else(|| {
        let first = words.split(|c: char| !c.is_alphanumeric()).next()?;
        let (_, tenths) = WORDS.iter().find(|(known, _)| known.contains(&first))?;
        Level::try_from(*tenths).ok()
    })
}

const WORDS: [(&[&str], u8); 5] = [
    (&["a1", "beginner", "basic", "novice", "elementary", "foundation", "principiante", "básico", "elemental"], 10),
    (&["a2", "b1", "intermediate", "intermedio", "limited", "conversational"], 20),
    (&["b2", "independent", "independiente", "competent", "proficient", "advanced", "avanzado", "skilled"], 30),
    (&["c1", "expert", "experto", "experta", "master", "fluent", "professional", "full", "profesional"], 40),
    (&["c2", "native", "nativo", "nativa", "bilingual", "bilingüe"], 50),
];

fn scaled(words: &str) -> Option<Level> {
    let number = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok();
    let (value, top) = match words.strip_suffix('%') {
        Some(share) => (number(share)?, 100.0),
        None => {
            let parts = ["/", " of ", " de "].iter().find_map(|between| words.split_once(between));
            let (value, top) = parts?;
            (number(value)?, number(top)?)
        }
    };
    let is_scale = (0.0..=top).contains(&value) && (1.0..=100.0).contains(&top);
    let tenths = is_scale.then(|| (value / top * 50.0).round() as u8)?;
    Level::try_from(tenths).ok()
}

/// The beginning of a text, with every run of blanks as one, as far as a proposal shows it.
pub(super) fn clip(text: &str) -> Box<str> {
    let mut clipped = String::new();
    for word in beginning(text).split_whitespace() {
        if !clipped.is_empty() {
            clipped.push(' ');
        }
        clipped.push_str(word);
    }
    clipped.chars().take(limits::PASSPORT_LETTERS).collect::<String>().into()
}

/// As much of a text as can be shown of it, whatever blanks and tags are in it; the rest is not even looked at.
fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(limits::PASSPORT_LETTERS * 8).map_or(text.len(), |(end, _)| end);
    &text[..end]
}

/// The words of a text that may be HTML, as Europass has it inside of its XML: without its tags.
pub(super) fn plain(html: &str) -> Box<str> {
    let mut text = String::new();
    let mut rest = beginning(html);
    while let Some((before, behind)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = behind.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let marks = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    clip(&marks.iter().fold(text, |text, (mark, letter)| text.replace(mark, letter)))
}
