//! Search over names as they are typed: by the beginnings of words, forgiving slips of the keys.

use crate::domain::{Text, sorted};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Every name of a list of roles or skills, by its words.
///
/// Built once with the catalogue and stored beside it. A search over O*NET's 55,000 titles looks at its 15,000 words, and
/// only then at the titles that have the words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchIndex {
    /// Every word once, in order.
    words: Vec<Box<str>>,
    /// For each word, which of its letters it has: a quick no to most slips.
    letters: Vec<u32>,
    /// For each word, where its titles begin in `places`; one more entry at the end.
    starts: Vec<u32>,
    /// The titles of each word, one word after the other.
    places: Vec<u32>,
    /// For each title, the entry it names, its place among the entry's other titles plus one (0 is the name), and its count of
    /// words.
    titles: Vec<(u32, u16, u8)>,
}

/// A role or skill that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its place in the catalogue's list.
    pub place: usize,
    /// The other title that matched; `None` where it was its own name.
    pub also: Option<usize>,
    /// How well it matched: 1 is every word exactly and nothing else.
    pub score: f32,
}

/// Text as the index sees it: lower case, marks stripped ("Mánager" is "manager"), letters and digits alone.
#[must_use]
pub fn fold(text: &str) -> String {
    fold_plain(text).unwrap_or_else(|| fold_decomposed(text.nfkd()))
}

/// [`fold`] for text of plain letters, which most is, and much sooner; none for any other.
#[must_use]
pub fn fold_plain(text: &str) -> Option<String> {
    let plain = |letter: u8| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { b' ' };
    text.is_ascii().then(|| text.bytes().map(|letter| char::from(plain(letter))).collect())
}

/// [`fold`] for characters that are decomposed already: the page decomposes by the browser's own tables.
pub fn fold_decomposed(decomposed: impl Iterator<Item = char>) -> String {
    let is_mark = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    let letters = decomposed.filter(|c| !is_mark(c)).flat_map(char::to_lowercase);
    letters.map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect()
}

impl SearchIndex {
    /// Indexes names and other titles, in both languages.
    pub fn build<'a>(entries: impl IntoIterator<Item = (&'a Text, &'a [Text])>) -> Self {
        let mut index = Self::default();
        let mut by_word: BTreeMap<Box<str>, Vec<u32>> = BTreeMap::new();
        for ((name, also), at) in entries.into_iter().zip(0u32..) {
            let titles = std::iter::once(name).chain(also).zip(0u16..);
            for (title, nth) in titles {
                for language in [&title.en, &title.es] {
                    let folded = fold(language);
                    let count = folded.split_whitespace().count();
                    if count == 0 {
                        continue;
                    }
                    let place = index.titles.len() as u32;
                    index.titles.push((at, nth, count.min(255) as u8));
                    for word in folded.split_whitespace() {
                        let places = by_word.entry(word.into()).or_default();
                        if places.last() != Some(&place) {
                            places.push(place);
                        }
                    }
                }
            }
        }
        for (word, places) in by_word {
            index.letters.push(letters_of(&word));
            index.words.push(word);
            index.starts.push(index.places.len() as u32);
            index.places.extend(places);
        }
        index.starts.push(index.places.len() as u32);
        index
    }

    /// Whether every place in the index is one that exists: damaged bytes can decode into places that do not.
    pub(super) fn fits<'a>(&self, also: impl Fn(usize) -> Option<&'a [Text]>) -> bool {
        let is_title =
            |&(at, nth, _): &(u32, u16, u8)| also(at as usize).is_some_and(|also| usize::from(nth) <= also.len());
        self.letters.len() == self.words.len()
            && self.starts.len() == self.words.len() + 1
            && self.starts.is_sorted()
            && self.starts.last().is_some_and(|end| *end as usize <= self.places.len())
            && self.titles.is_sorted_by_key(|(at, ..)| *at)
            && self.titles.iter().all(is_title)
    }

    /// The best `limit` entries for a folded query, best first, each once; nothing for an empty query.
    ///
    /// Every word of the query has to be found in a title: whole, as a beginning, or with one slip (two from eight
    /// letters on). An entry's own name goes before another title that matches as well.
    #[must_use]
    pub fn search(&self, folded_query: &str, limit: usize) -> Vec<Hit> {
        let mut words = folded_query.split_whitespace().map(|word| self.titles_with(word));
        let Some(mut scores) = words.next() else { return Vec::new() };
        let mut n_words = 1;
        for found in words {
            n_words += 1;
            for (score, more) in scores.iter_mut().zip(found) {
                *score = if *score > 0.0 && more > 0.0 { *score + more } else { 0.0 };
            }
        }
        self.best(&scores, n_words, limit)
    }

    /// The best title of each entry; titles stand entry by entry.
    fn best(&self, scores: &[f32], n_words: usize, limit: usize) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for (&(at, nth, count), score) in self.titles.iter().zip(scores).filter(|(_, score)| **score > 0.0) {
            let spare = f32::from(count) - n_words as f32;
            let own_name = if nth == 0 { 0.05 } else { 0.0 };
            let score = score / n_words as f32 - 0.06 * spare.max(0.0) + own_name;
            let hit = Hit { place: at as usize, also: usize::from(nth).checked_sub(1), score };
            match hits.last_mut().filter(|last| last.place == hit.place) {
                Some(last) if last.score >= hit.score => {}
                Some(last) => *last = hit,
                None => hits.push(hit),
            }
        }
        let better = |a: &Hit, b: &Hit| b.score.total_cmp(&a.score).then(a.place.cmp(&b.place));
        // A single letter finds tens of thousands: only the best are put in order.
        if limit > 0 && hits.len() > limit {
            hits.select_nth_unstable_by(limit - 1, better);
        }
        hits.truncate(limit);
        sorted(hits, better)
    }

    /// For one word of a query: how well each title has it, 0 where it has not.
    fn titles_with(&self, word: &str) -> Vec<f32> {
        let mut scores = vec![0.0; self.titles.len()];
        let begin = self.words.partition_point(|known| known.as_ref() < word);
        let end = begin + self.words[begin..].iter().take_while(|known| known.starts_with(word)).count();
        for at in begin..end {
            let share = word.len() as f32 / self.words[at].len() as f32;
            self.add(&mut scores, at, 0.8 + 0.2 * share);
        }
        if begin == end {
            self.add_slips(&mut scores, word);
        }
        scores
    }

    fn add_slips(&self, scores: &mut [f32], word: &str) {
        let length = word.chars().count();
        let allowed = match length {
            0..=2 => return,
            3..=7 => 1,
            _ => 2,
        };
        let letters = letters_of(word);
        let [first, second] = first_two(word);
        for (at, known) in self.words.iter().enumerate() {
            // Each slip adds or loses at most two letters; a longer word may have more, as only its beginning counts.
            if (letters & !self.letters[at]).count_ones() > allowed {
                continue;
            }
            // Hardly anybody slips on the very first letter but by swapping, doubling or losing it.
            let [known_first, known_second] = first_two(known);
            if first != known_first && first != known_second && second != known_first {
                continue;
            }
            let known_length = known.chars().count();
            if known_length + (allowed as usize) < length {
                continue;
            }
            // A word that is much longer is compared by its beginning alone: the rest of it would all be slips.
            let end = known.char_indices().nth(length).map_or(known.len(), |(end, _)| end);
            let beginning = strsim::osa_distance(word, &known[..end]);
            let is_close = known_length <= length + allowed as usize;
            let whole = if is_close { strsim::osa_distance(word, known) } else { usize::MAX };
            if beginning.min(whole) <= allowed as usize {
                let weight = if whole <= beginning { 0.75 } else { 0.65 };
                self.add(scores, at, weight - 0.15 * beginning.min(whole) as f32);
            }
        }
    }

    fn add(&self, scores: &mut [f32], word: usize, score: f32) {
        let (start, end) = (self.starts[word] as usize, self.starts[word + 1] as usize);
        for place in &self.places[start..end] {
            if let Some(best) = scores.get_mut(*place as usize) {
                *best = best.max(score);
            }
        }
    }
}

/// The first two letters of a word.
fn first_two(word: &str) -> [Option<char>; 2] {
    let mut letters = word.chars();
    [letters.next(), letters.next()]
}

/// One bit for each letter of the alphabet that a word has, one for any digit, one for anything else.
fn letters_of(word: &str) -> u32 {
    word.chars().fold(0, |bits, c| {
        bits | match c {
            'a'..='z' => 1 << (c as u32 - 'a' as u32),
            '0'..='9' => 1 << 26,
            _ => 1 << 27,
        }
    })
}
