//! Two people rate one person's skills, neither seeing the other's word before their own stands: two files each way, read and written here.

use super::{TransferError, browser, lock, transfer};
use crate::domain::{Level, PersonId, SkillId, map_of};
use crate::exchange::handshake::{
    Commitment, Compared, HandshakeError, Judgement, Nonce, Reveal, Side, Word, commit, read_commitment, read_reveal,
    reveal, settle, write_commitment, write_reveal,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use web_sys::File;

/// Whom one's own kept file answers: nobody yet.
const NOBODY: [u8; 32] = [0; 32];

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
    /// The browser draws no lots.
    NoRandom,
}

/// The handshake of one page. It is forgotten with the page: what is to be kept is in the files.
#[derive(Clone, Copy, Debug)]
pub struct Handshake {
    today: NaiveDate,
    /// Whether it is on the page of the person themselves, who are never the other side.
    pub is_own: bool,
    /// Whose skills are rated; none until a file of the other side has said it.
    pub person: RwSignal<Option<PersonId>>,
    /// Who rates here.
    pub side: RwSignal<Side>,
    /// The levels, until they stand.
    pub levels: RwSignal<BTreeMap<SkillId, Level>>,
    own: RwSignal<Option<(Word, Nonce)>>,
    other: RwSignal<Option<Commitment>>,
    theirs: RwSignal<Option<Reveal>>,
    /// Whose level counts from now on, by skill; nobody's leaves what is there.
    pub chosen: RwSignal<BTreeMap<SkillId, Side>>,
    /// Whether something was taken in.
    pub is_done: RwSignal<bool>,
    /// Why the last file was not taken.
    pub failed: RwSignal<Option<HandshakeFailure>>,
    /// How far the two are.
    pub step: Memo<HandshakeStep>,
    /// Both words side by side, once both are here.
    pub compared: Memo<Option<Result<Vec<Compared>, HandshakeError>>>,
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
        let person = RwSignal::new(person);
        let own: RwSignal<Option<(Word, Nonce)>> = RwSignal::new(None);
        let other: RwSignal<Option<Commitment>> = RwSignal::new(None);
        let theirs: RwSignal<Option<Reveal>> = RwSignal::new(None);
        let step = Memo::new(move |_| match (own.read().is_some(), other.read().is_some(), theirs.read().is_some()) {
            (false, ..) if person.read().is_none() => HandshakeStep::Unknown,
            (false, ..) => HandshakeStep::Rating,
            (true, false, _) => HandshakeStep::Waiting,
            (true, true, false) => HandshakeStep::Showing,
            (true, true, true) => HandshakeStep::Compared,
        });
        let compared = Memo::new(move |_| {
            let ((word, nonce), other, theirs) = (own.get()?, other.get()?, theirs.get()?);
            let mine = commit(&word, &nonce);
            Some(settle([&mine, &other], [&reveal(word, nonce, &other), &theirs]))
        });
        Self {
            today,
            is_own,
            person,
            side: RwSignal::new(side),
            levels: RwSignal::new(BTreeMap::new()),
            own,
            other,
            theirs,
            chosen: RwSignal::new(BTreeMap::new()),
            is_done: RwSignal::new(false),
            failed: RwSignal::new(None),
            step,
            compared,
        }
    }

    /// Says a level, or takes it back.
    pub fn rate(self, skill: SkillId, level: Option<Level>) {
        self.levels.update(|levels| match level {
            Some(level) => drop(levels.insert(skill, level)),
            None => drop(levels.remove(&skill)),
        });
    }

    /// From now on the levels stand.
    pub fn stand(self) {
        let Some(person) = self.person.get_untracked() else { return };
        let mut nonce = Nonce::default();
        if !lock::lots(&mut nonce) {
            self.failed.set(Some(HandshakeFailure::NoRandom));
            return;
        }
        let (side, on) = (self.side.get_untracked(), self.today);
        let word = Word { person, side, on, levels: self.levels.get_untracked() };
        self.own.set(Some((word, nonce)));
        self.failed.set(None);
    }

    /// Hands out the first file: that something was said, and not what.
    pub fn give_commitment(self) {
        if let Some((word, nonce)) = self.own.get_untracked() {
            self.give("first", &write_commitment(&commit(&word, &nonce)));
        }
    }

    /// Hands out what was said, to be kept by who said it until the other side's first file is there.
    pub fn give_kept(self) {
        if let Some((word, nonce)) = self.own.get_untracked() {
            self.give("keep", &write_reveal(&Reveal { word, nonce, answers: NOBODY }));
        }
    }

    /// Hands out the second file: what was said, in answer to the other side's first.
    pub fn give_reveal(self) {
        if let Some(((word, nonce), other)) = self.own.get_untracked().zip(self.other.get_untracked()) {
            self.give("second", &write_reveal(&reveal(word, nonce, &other)));
        }
    }

    fn give(self, what: &str, text: &str) {
        let side = self.side.get_untracked().word();
        // A code may hold what no file name does.
        let person = self.person.with_untracked(|id| {
            let code = id.iter().flat_map(|id| id.as_str().chars());
            code.map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect::<String>()
        });
        browser::download(&format!("skillstead-{person}-{side}-{what}.json"), text);
    }

    /// Takes in files of the handshake, in whichever order they come.
    pub fn take_in(self, files: Vec<File>) {
        self.failed.set(None);
        spawn_local(async move {
            for file in files {
                let taken = match transfer::read(&file).await {
                    Ok(text) => self.take_text(&text).map_err(HandshakeFailure::Handshake),
                    Err(error) => Err(HandshakeFailure::File(error)),
                };
                if let Err(failure) = taken {
                    // The page may have been left meanwhile.
                    self.failed.try_set(Some(failure));
                    return;
                }
                self.propose();
            }
        });
    }

    fn take_text(self, text: &str) -> Result<(), HandshakeError> {
        let side = self.side.try_get_untracked().unwrap_or(Side::Manager);
        match read_commitment(text) {
            Ok(commitment) => {
                self.check_person(&commitment.person)?;
                // One's own first file says nothing that is not known here.
                if commitment.side != side {
                    self.other.try_set(Some(commitment));
                }
                Ok(())
            }
            Err(HandshakeError::Foreign) => {
                let found = read_reveal(text)?;
                self.check_person(&found.word.person)?;
                // A copy that the other side keeps for itself is nobody else's word.
                if found.word.side == side || !self.is_own && found.answers == NOBODY {
                    self.side.try_set(found.word.side);
                    self.levels.try_set(found.word.levels.clone());
                    self.own.try_set(Some((found.word, found.nonce)));
                } else {
                    self.theirs.try_set(Some(found));
                }
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// Whoever knows of nobody yet believes the file.
    fn check_person(self, person: &PersonId) -> Result<(), HandshakeError> {
        match self.person.try_get_untracked().flatten() {
            Some(known) if known != *person => Err(HandshakeError::OtherPerson),
            Some(_) => Ok(()),
            None => {
                self.person.try_set(Some(person.clone()));
                Ok(())
            }
        }
    }

    /// Where both say the same it is proposed; to the person themselves, whatever the manager says.
    fn propose(self) {
        if self.chosen.try_with_untracked(|chosen| !chosen.is_empty()).unwrap_or(true) {
            return;
        }
        let compared = self.compared.try_get_untracked().flatten().and_then(Result::ok).unwrap_or_default();
        let is_proposed = |compared: &Compared| match self.is_own {
            true => compared.manager.is_some(),
            false => compared.judgement == Judgement::Agreed,
        };
        let proposed = compared.into_iter().filter(is_proposed);
        self.chosen.try_set(map_of(proposed.map(|compared| (compared.skill, Side::Manager))));
    }

    /// Says whose level counts for a skill.
    pub fn choose(self, skill: SkillId, side: Option<Side>) {
        self.chosen.update(|chosen| match side {
            Some(side) => drop(chosen.insert(skill, side)),
            None => drop(chosen.remove(&skill)),
        });
    }

    /// What is chosen: each skill with whose word it is and the level.
    pub(super) fn picked(self) -> Vec<(SkillId, Side, Level)> {
        let Some(Ok(compared)) = self.compared.get_untracked() else { return Vec::new() };
        let chosen = self.chosen.get_untracked();
        let picked = compared.into_iter().filter_map(|Compared { skill, employee, manager, .. }| {
            let side = *chosen.get(&skill)?;
            let level = match side {
                Side::Employee => employee,
                Side::Manager => manager,
            };
            Some((skill, side, level?))
        });
        picked.collect()
    }

    /// The day on which a side gave their word.
    pub(super) fn day_of(self, side: Side) -> NaiveDate {
        let own = self.own.with_untracked(|own| own.as_ref().map(|(word, _)| (word.side, word.on)));
        let theirs = self.theirs.with_untracked(|theirs| theirs.as_ref().map(|found| (found.word.side, found.word.on)));
        let of = [own, theirs].into_iter().flatten().find(|(of, _)| *of == side);
        of.map_or(self.today, |(_, on)| on)
    }
}
