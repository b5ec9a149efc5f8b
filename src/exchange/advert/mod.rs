//! A job advert or a CV, pasted as text: which skills it names, how firmly, and in which sentence.
//!
//! Words are compared, nothing is understood: what comes out is a proposal for the person to confirm, each with its sentence.

mod cues;

use super::limits;
use crate::catalog::{Catalog, fold};
use crate::domain::{Level, Need, SkillIx};
use daachorse::charwise::CharwiseDoubleArrayAhoCorasickBuilder;
use daachorse::{CharwiseDoubleArrayAhoCorasick, MatchKind};
use std::collections::BTreeMap;
use unicode_segmentation::UnicodeSegmentation;

/// Letters of a name up to which it has to stand in the text exactly as it is: "R" is a language, "r" is not.
const SHORT: usize = 2;
/// Letters of a sentence that are shown.
const SHOWN: usize = 300;

/// The names of a catalogue's skills, ready to be found in a text.
pub struct Dictionary {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// For each name: its skill, and how it is written where that matters.
    names: Vec<(SkillIx, Option<Box<str>>)>,
}

/// A skill that a text names.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The skill.
    pub skill: SkillIx,
    /// The level that its sentence speaks of; 3 where it speaks of none.
    pub level: Level,
    /// Whether its sentence, or the heading above it, calls it a must.
    pub need: Need,
    /// Whether its sentence says that it is not needed, or not there.
    pub is_negated: bool,
    /// The sentence, as it stands in the text.
    pub sentence: String,
}

/// A text beyond [`limits::ADVERT_LETTERS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text has more than {} letters", limits::ADVERT_LETTERS)]
pub struct TooLong;

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dictionary").field("names", &self.names.len()).finish_non_exhaustive()
    }
}

impl Dictionary {
    /// Every name and other name of the skills, in both languages. Of two skills with one name the first has it.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let mut places: BTreeMap<String, u32> = BTreeMap::new();
        let mut names = Vec::new();
        for (skill, place) in catalog.skills.iter().zip((0..).map(SkillIx)) {
            for text in std::iter::once(&skill.name).chain(&skill.also) {
                for name in [&text.en, &text.es] {
                    let words = spaced(name);
                    if !words.trim().is_empty() && !places.contains_key(&words) {
                        let is_short = words.trim().chars().count() <= SHORT;
                        places.insert(words, names.len() as u32);
                        names.push((place, is_short.then(|| name.clone())));
                    }
                }
            }
        }
        let builder = CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest);
        // Fails without a single name, or with more letters than memory has.
        let automaton = builder.build_with_values(places).ok();
        Self { automaton, names }
    }

    /// The skills that a text names, in the order in which it does, each once: the mention that asks the most of it.
    ///
    /// # Errors
    /// A text that is too long; there is no limit of time, since the work grows with the letters alone.
    ///
    /// ```
    /// use skillstead::catalog::CatalogBuilder;
    /// use skillstead::exchange::advert::Dictionary;
    /// let nothing = Dictionary::of(&CatalogBuilder::default().build());
    /// assert_eq!(nothing.read("We look for a baker."), Ok(Vec::new()));
    /// ```
    pub fn read(&self, text: &str) -> Result<Vec<Mention>, TooLong> {
        if text.chars().nth(limits::ADVERT_LETTERS).is_some() {
            return Err(TooLong);
        }
        let mut found: Vec<Mention> = Vec::new();
        let mut heading = None;
        let bullets = |c: char| c.is_whitespace() || "-–—•·*▪".contains(c);
        let sentences = text.split_sentence_bounds().map(|sentence| sentence.trim_start_matches(bullets).trim_end());
        for sentence in sentences.filter(|sentence| !sentence.is_empty()) {
            let words = spaced(sentence);
            heading = cues::heading(sentence, &words).or(heading);
            let need = cues::need(&words).or(heading).unwrap_or(Need::Must);
            let (level, is_negated) = (cues::level(&words), cues::is_negated(&words));
            for skill in self.skills(sentence, &words) {
                let shown = sentence.chars().take(SHOWN).collect();
                let mention = Mention { skill, level, need, is_negated, sentence: shown };
                match found.iter_mut().find(|known| known.skill == skill) {
                    Some(known) if asks_more(&mention, known) => *known = mention,
                    Some(_) => {}
                    None => found.push(mention),
                }
            }
        }
        Ok(found)
    }

    fn skills(&self, sentence: &str, words: &str) -> Vec<SkillIx> {
        let matches = self.automaton.iter().flat_map(|automaton| automaton.leftmost_find_iter(words));
        let named = matches.filter_map(|found| self.names.get(found.value() as usize));
        let stands = |exact: &str| {
            let tokens = sentence.split(|c: char| c.is_whitespace() || ",;:()/.!?\"«»".contains(c));
            tokens.into_iter().any(|token| token == exact)
        };
        named.filter(|(_, exact)| exact.as_deref().is_none_or(stands)).map(|(skill, _)| *skill).collect()
    }
}

/// Whether a mention says more than another of the same skill: a need goes before a negation, then the higher level.
fn asks_more(new: &Mention, known: &Mention) -> bool {
    (known.is_negated, new.level) > (new.is_negated, known.level)
}

/// The words of a text with two blanks between them and one around: so that names next to each other both have their borders.
fn spaced(text: &str) -> String {
    let words = fold(text);
    let words: Vec<&str> = words.split_whitespace().collect();
    [" ", &words.join("  "), " "].concat()
}
