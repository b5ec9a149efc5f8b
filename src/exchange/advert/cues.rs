//! What the words round a skill say of it, in English and Spanish: how well, how firmly, or not at all.
//!
//! All cues are folded, with two blanks between words and one around, as [`super::spaced`] writes them.

use crate::domain::{Level, Need};

/// Words of a level, the highest first.
const LEVELS: [(u8, &[&str]); 3] = [
    (
        4,
        &[
            "expert",
            "experto",
            "experta",
            "advanced",
            "avanzado",
            "avanzada",
            "avanzados",
            "avanzadas",
            "mastery",
            "in  depth",
            "extensive",
            "amplia  experiencia",
            "deep",
            "leader",
            "senior",
            "strong  command",
            "experta  en",
        ],
    ),
    (
        2,
        &[
            "basic",
            "basico",
            "basica",
            "basicos",
            "basicas",
            "nociones",
            "familiar",
            "familiarity",
            "familiaridad",
            "some  knowledge",
            "beginner",
            "elementary",
            "entry  level",
            "conocimientos  basicos",
            "usuario",
        ],
    ),
    (1, &["awareness", "exposure  to", "interest  in", "interes  por", "interes  en"]),
];

/// Words by which a sentence makes something a wish.
const WISHES: &[&str] = &[
    "nice  to  have",
    "a  plus",
    "is  a  plus",
    "preferred",
    "preferably",
    "desirable",
    "bonus",
    "ideally",
    "advantage",
    "an  asset",
    "valorable",
    "se  valora",
    "se  valorara",
    "deseable",
    "preferible",
    "preferiblemente",
    "opcional",
    "un  plus",
    "optional",
];

/// Words by which a sentence makes something a must.
const MUSTS: &[&str] = &[
    "must",
    "must  have",
    "required",
    "requirements",
    "mandatory",
    "essential",
    "requisito",
    "requisitos",
    "imprescindible",
    "imprescindibles",
    "obligatorio",
    "obligatoria",
    "necesario",
    "necesaria",
    "se  requiere",
    "we  expect",
    "you  need",
];

/// Words by which a sentence says that something is not needed, or not there.
const DENIALS: &[&str] = &[
    "no  need",
    "not  needed",
    "not  required",
    "not  necessary",
    "isn  t  required",
    "is  not  required",
    "without",
    "don  t  need",
    "do  not  need",
    "no  experience",
    "no  previous",
    "no  prior",
    "no  knowledge",
    "no  es  necesario",
    "no  es  necesaria",
    "no  son  necesarios",
    "no  hace  falta",
    "no  se  requiere",
    "no  se  requieren",
    "no  se  necesita",
    "no  necesitas",
    "sin  experiencia",
    "sin  necesidad",
    "sin  conocimientos",
    "ni  experiencia",
    "never  used",
    "have  not  used",
    "nunca  he",
    "no  tengo",
];

/// A longer sentence is no heading.
const HEADING_WORDS: usize = 6;

fn says(words: &str, cues: &[&str]) -> bool {
    cues.iter().any(|cue| words.contains(&[" ", cue, " "].concat()))
}

/// The level that a sentence speaks of, by its words or its years; 3 where it speaks of none.
pub(super) fn level(words: &str) -> Level {
    let named = LEVELS.iter().find(|(_, cues)| says(words, cues)).map(|(level, _)| *level);
    let level = named.or_else(|| years(words)).unwrap_or(3);
    Level::whole(level).unwrap_or_default()
}

/// "5+ years" and "tres años": up to one is 2, up to three is 3, more is 4.
fn years(words: &str) -> Option<u8> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let number = |word: &str| match word {
        "one" | "un" | "uno" => Some(1),
        "two" | "dos" => Some(2),
        "three" | "tres" => Some(3),
        "four" | "cuatro" => Some(4),
        "five" | "cinco" => Some(5),
        digits => digits.parse::<u32>().ok().filter(|years| *years <= 40),
    };
    let is_year = |word: &&&str| ["year", "years", "yrs", "ano", "anos"].contains(*word);
    let at = words.iter().enumerate().find(|(at, word)| *at > 0 && is_year(word)).map(|(at, _)| at)?;
    match number(words[at - 1])? {
        0..=1 => Some(2),
        2..=3 => Some(3),
        _ => Some(4),
    }
}

/// Whether a sentence makes what it names a must or a wish.
pub(super) fn need(words: &str) -> Option<Need> {
    if says(words, WISHES) { Some(Need::Nice) } else { says(words, MUSTS).then_some(Need::Must) }
}

/// What a heading says of the lines below it: "Nice to have:".
pub(super) fn heading(sentence: &str, words: &str) -> Option<Need> {
    let is_short = words.split_whitespace().count() <= HEADING_WORDS;
    let is_heading = is_short && (sentence.ends_with(':') || !sentence.ends_with(['.', ',', ';']));
    if is_heading { need(words) } else { None }
}

/// Whether a sentence says that it is not needed, or not there.
pub(super) fn is_negated(words: &str) -> bool {
    says(words, DENIALS)
}
