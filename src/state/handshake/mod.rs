//! Two people rate one person's skills, neither seeing the other's word before their own stands: two files each way, read and written here.

mod talk;

use super::{TransferError, browser, lock, transfer};
use crate::domain::{Level, PersonId, SkillId};
use crate::exchange::handshake::{
    Compared, HandshakeError, Nonce, Reveal, Side, Word, commit, write_commitment, write_reveal,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;
use talk::{NOBODY, Talk};
use web_sys::File;

/// How far the two are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandshakeStep {
    /// Nothing has said whose skills it is about.
    Unknown,
    /// This side has not said anything.
    Rating,
    /// It has, and the other side's first file is missing.
    Waiting,
    /// The other side has said something too: both can show it.
    Showing,
    /// Both words are here.
    Compared,
}

/// Why a file of a handshake is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandshakeFailure {
    /// The file.
    File(TransferError),
    /// What it says.
    Handshake(HandshakeError),
    /// It is a first file of the other side in the place of another one, which they may have made once they knew what was said here.
    AnotherFirst,
    /// It is the copy that the other side keeps for itself, and nobody else's word.
    OthersCopy,
    /// The browser draws no lots.
    NoRandom,
}

/// The handshake of one page. It is forgotten with the page: what is to be kept is in the files.
#[derive(Clone, Copy, Debug)]
pub struct Handshake {
    today: NaiveDate,
    /// Whether it is on the page of the person themselves, who are never the other side.
    pub is_own: bool,
    now: RwSignal<Talk>,
    /// How far the two are, and how many files were taken in: what is drawn of it changes with these alone.
    pub step: Memo<(HandshakeStep, u32)>,
}

impl Handshake {
    /// One about a person whom an organisation knows; either side may rate here.
    #[must_use]
    pub fn of(person: PersonId, today: NaiveDate) -> Self {
        Self::new(Some(person), Side::Manager, today)
    }

    /// One on the page of the person themselves: the other side's file says by which code they are known.
    #[must_use]
    pub fn own(today: NaiveDate) -> Self {
        Self::new(None, Side::Employee, today)
    }

    fn new(person: Option<PersonId>, side: Side, today: NaiveDate) -> Self {
        let is_own = person.is_none();
        let now = RwSignal::new(Talk::new(person, side));
        Self { today, is_own, now, step: Memo::new(move |_| now.with(|now| (now.step(), now.n_files))) }
    }

    /// Whose skills are rated; none until a file of the other side has said it.
    #[must_use]
    pub fn person(self) -> Option<PersonId> {
        self.now.with(|now| now.person.clone())
    }

    /// Who rates here.
    #[must_use]
    pub fn side(self) -> Side {
        self.now.with(|now| now.side)
    }

    /// Says who rates here.
    pub fn set_side(self, side: Side) {
        self.now.update(|now| now.side = side);
    }

    /// The level that is said of a skill, until all of them stand.
    #[must_use]
    pub fn level(self, skill: &SkillId) -> Option<Level> {
        self.now.with(|now| now.levels.get(skill).copied())
    }

    /// Whether nothing is said yet.
    #[must_use]
    pub fn is_silent(self) -> bool {
        self.now.with(|now| now.levels.is_empty())
    }

    /// Says a level, or takes it back.
    pub fn rate(self, skill: SkillId, level: Option<Level>) {
        self.now.update(|now| match level {
            Some(level) => drop(now.levels.insert(skill, level)),
            None => drop(now.levels.remove(&skill)),
        });
    }

    /// From now on the levels stand.
    pub fn stand(self) {
        let mut nonce = Nonce::default();
        let is_drawn = lock::lots(&mut nonce);
        self.now.update(|now| {
            now.failed = (!is_drawn).then_some(HandshakeFailure::NoRandom);
            let person = now.person.clone().filter(|_| is_drawn);
            let word = person.map(|person| Word { person, side: now.side, on: self.today, levels: now.levels.clone() });
            now.own = word.map(|word| (word, nonce));
        });
    }

    /// Hands out the first file: that something was said, and not what.
    pub fn give_commitment(self) {
        self.give("first", |word, nonce, _| write_commitment(&commit(&word, &nonce)));
    }

    /// Hands out what was said, to be kept by who said it until the other side's first file is there.
    pub fn give_kept(self) {
        self.give("keep", |word, nonce, _| write_reveal(&Reveal { word, nonce, answers: NOBODY }));
    }

    /// Hands out the second file: what was said, in answer to the other side's first. Without that there is none.
    pub fn give_reveal(self) {
        self.give("second", |word, nonce, answers| write_reveal(&Reveal { word, nonce, answers }));
    }

    fn give(self, what: &str, write: fn(Word, Nonce, [u8; 32]) -> String) {
        let now = self.now.get_untracked();
        let Some((word, nonce)) = now.own else { return };
        // A code may hold what no file name does.
        let letters = word.person.as_str().chars();
        let person: String = letters.map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
        let name = ["skillstead", &person, now.side.word(), what].join("-");
        let answers = now.other.map_or(NOBODY, |other| other.hash);
        browser::download(&[&name, ".json"].concat(), &write(word, nonce, answers));
    }

    /// Takes in files of the handshake, in whichever order they come.
    pub fn take_in(self, files: Vec<File>) {
        spawn_local(async move {
            let mut failed = None;
            for file in files {
                let text = transfer::read(&file).await.map_err(HandshakeFailure::File);
                let take = |now: &mut Talk| text.and_then(|text| now.take(&text));
                // The page may have been left meanwhile.
                failed = failed.or(self.now.try_update(take).and_then(Result::err));
            }
            self.now.try_update(|now| {
                now.failed = failed;
                now.is_done = false;
                now.propose(self.is_own);
            });
        });
    }

    /// Why the last file was not taken.
    #[must_use]
    pub fn failed(self) -> Option<HandshakeFailure> {
        self.now.with(|now| now.failed)
    }

    /// Both words side by side, once both are here.
    #[must_use]
    pub fn compared(self) -> Option<Result<Vec<Compared>, HandshakeError>> {
        self.now.with(Talk::compared)
    }

    /// Whose level counts for a skill from now on; nobody's leaves what is there.
    #[must_use]
    pub fn chosen(self, skill: &SkillId) -> Option<Side> {
        self.now.with(|now| now.chosen.iter().find(|(known, _)| known == skill).map(|(_, side)| *side))
    }

    /// Says whose level counts for a skill.
    pub fn choose(self, skill: &SkillId, side: Option<Side>) {
        self.now.update(|now| {
            now.chosen.retain(|(known, _)| known != skill);
            now.chosen.extend(side.map(|side| (skill.clone(), side)));
        });
    }

    /// Whether something was taken in.
    #[must_use]
    pub fn is_done(self) -> bool {
        self.now.with(|now| now.is_done)
    }

    pub(super) fn set_done(self, is_done: bool) {
        self.now.update(|now| now.is_done = is_done);
    }

    /// What is chosen: each skill with whose word it is, the level and the day. Where the two make no handshake there is nothing.
    pub(super) fn picked(self) -> Vec<(SkillId, Side, Level, NaiveDate)> {
        let now = self.now.get_untracked();
        let Some(Ok(_)) = now.compared() else { return Vec::new() };
        let words = [now.own.map(|(word, _)| word), now.theirs.map(|theirs| theirs.word)];
        let picked = now.chosen.into_iter().filter_map(|(skill, side)| {
            let word = words.iter().flatten().find(|word| word.side == side)?;
            let level = *word.levels.get(&skill)?;
            Some((skill, side, level, word.on))
        });
        picked.collect()
    }
}
