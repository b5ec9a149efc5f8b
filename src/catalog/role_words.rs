//! The words of every role, counted: what its titles, its description and its tasks are written with.

use super::fold;
use crate::domain::{Role, sorted};
use indexmap::IndexSet;
use serde::{Deserialize, Serialize};

/// How often each role uses each word. Built once with the catalogue and stored beside it, as flat lists.
///
/// A word that one role alone uses tells nothing about two, and one that more than half of them use tells them not apart:
/// both are left out, so that no list of stop words is needed in any language. Words are numbered, the most used first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RoleWords {
    /// Where the words of each role begin in the two lists below; one more entry at the end.
    starts: Vec<u32>,
    /// The numbers of the words, role after role, ascending within each.
    words: Vec<u32>,
    /// How often each is used there, 255 at most.
    times: Vec<u8>,
}

/// A word needs this many letters.
const LETTERS: usize = 2;

impl RoleWords {
    /// Counts the words of roles in English, or in Spanish where there is no English.
    #[must_use]
    pub fn count(roles: &[Role]) -> Self {
        let mut counter = Counter::default();
        let counted: Vec<Vec<(usize, u32)>> = roles.iter().map(|role| counter.count(role)).collect();
        let mut n_roles = vec![0usize; counter.numbers.len()];
        counted.iter().flatten().for_each(|(word, _)| n_roles[*word] += 1);
        let tells = |n: usize| n >= 2 && 2 * n <= roles.len();
        let kept = (0..n_roles.len()).filter(|word| tells(n_roles[*word]));
        let kept = sorted(kept, |a, b| n_roles[*b].cmp(&n_roles[*a]).then(a.cmp(b)));
        let mut ranks = vec![None; n_roles.len()];
        kept.into_iter().zip(0u32..).for_each(|(word, rank)| ranks[word] = Some(rank));

        let mut found = Self { starts: vec![0], ..Self::default() };
        for words in counted {
            let ranked = words.into_iter().filter_map(|(word, times)| Some((ranks[word]?, times)));
            for (word, times) in sorted(ranked, Ord::cmp) {
                found.words.push(word);
                found.times.push(times.min(255) as u8);
            }
            found.starts.push(found.words.len() as u32);
        }
        found
    }

    /// The words of a role by number, ascending, with how often it uses each; none for a role that is not there.
    pub fn of(&self, role: usize) -> impl Iterator<Item = (u32, u8)> {
        let start = |at: usize| self.starts.get(at).map_or(self.words.len(), |start| *start as usize);
        let range = start(role)..start(role + 1);
        let words = self.words.get(range.clone()).unwrap_or_default().iter().copied();
        words.zip(self.times.get(range).unwrap_or_default().iter().copied())
    }

    /// How many different words there are.
    #[must_use]
    pub fn n_words(&self) -> usize {
        self.words.iter().max().map_or(0, |most| *most as usize + 1)
    }

    /// Whether the lists belong together: damaged bytes can decode into lists that do not.
    pub(super) fn fits(&self, n_roles: usize) -> bool {
        self.starts.len() == n_roles + 1
            && self.starts.is_sorted()
            && self.starts.last().is_some_and(|end| *end as usize == self.words.len())
            && self.words.len() == self.times.len()
            // As many different words as there are entries at most: no number asks for more memory than the lists themselves.
            && self.n_words() <= self.words.len()
    }
}

/// Numbers words in the order in which they first appear.
#[derive(Default)]
struct Counter {
    numbers: IndexSet<Box<str>>,
    /// How often the role at hand uses each word; all zeros between two roles.
    times: Vec<u32>,
}

impl Counter {
    /// The words of one role with their counts.
    fn count(&mut self, role: &Role) -> Vec<(usize, u32)> {
        let mut used = Vec::new();
        let tasks = role.tasks.iter().map(|task| &task.name);
        for text in [&role.name, &role.about].into_iter().chain(&role.also).chain(tasks) {
            let folded = fold(if text.en.is_empty() { &text.es } else { &text.en });
            for word in folded.split_whitespace().filter(|word| word.chars().nth(LETTERS - 1).is_some()) {
                let number = self.number(word);
                if self.times[number] == 0 {
                    used.push(number);
                }
                self.times[number] += 1;
            }
        }
        used.into_iter().map(|word| (word, std::mem::take(&mut self.times[word]))).collect()
    }

    fn number(&mut self, word: &str) -> usize {
        self.numbers.get_index_of(word).unwrap_or_else(|| {
            self.times.push(0);
            self.numbers.insert_full(word.into()).0
        })
    }
}
