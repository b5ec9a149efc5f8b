//! What the passport shows, as the person chooses it.

use super::PassportDesk;
use crate::domain::{
    Answer, Command, Evidence, Identity, Level, Note, PassportChoices, Record, SkillChoice, SkillId, sorted,
};
use crate::state::{App, Monitor};
use crate::store::write_choices;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A skill that can be shown, with everything that can be shown of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// The skill.
    pub id: SkillId,
    /// Its name; its id where no catalogue has it.
    pub name: Box<str>,
    /// The level that the person states; none where only evidence speaks for it.
    pub level: Option<Level>,
    /// Levels that they have stated before.
    pub n_earlier: usize,
    /// What shows it, with its place in the record.
    pub evidence: Vec<(usize, Evidence)>,
}

/// Every skill with a level or with evidence, by name; those that have no place in the person's work are none.
pub(super) fn offered(app: App, record: Option<&std::sync::Arc<Record>>) -> Vec<Offered> {
    let (workspace, library) = (app.workspace.read(), app.library.read());
    let language = app.settings.read().language();
    let name = |id: &SkillId| -> Box<str> {
        let found = library.with_skill(id).and_then(|catalog| catalog.skill(catalog.find_skill(id)?));
        found.map_or(id.as_str(), |skill| skill.name.get(language)).into()
    };
    let mut found: BTreeMap<SkillId, Vec<(usize, Evidence)>> =
        workspace.ratings.keys().map(|id| (id.clone(), Vec::new())).collect();
    for (at, entry) in record.iter().flat_map(|record| record.holding()) {
        if let Note::Shown(shown) = &entry.note {
            found.entry(shown.skill.clone()).or_default().push((at, shown.clone()));
        }
    }
    let of = |(id, evidence): (SkillId, Vec<(usize, Evidence)>)| {
        let level = match workspace.answer(&id) {
            Some(Answer::NotApplicable) => return None,
            Some(Answer::At(level)) => Some(level),
            None => None,
        };
        let answers = workspace.ratings.get(&id).into_iter().flatten();
        let n_levels = answers.filter(|rating| matches!(rating.answer, Answer::At(_))).count();
        Some(Offered { name: name(&id), level, n_earlier: n_levels.saturating_sub(1), evidence, id })
    };
    sorted(found.into_iter().filter_map(of), |a: &Offered, b: &Offered| (&a.name, &a.id).cmp(&(&b.name, &b.id)))
}

impl PassportDesk {
    /// What is shown of a skill now; one without a level is not shown before that was chosen.
    #[must_use]
    pub fn choice(self, skill: &SkillId) -> SkillChoice {
        let is_rated = self.app.workspace.read().ratings.contains_key(skill);
        self.choices.with(|choices| {
            let choices = choices.as_ref();
            let is_chosen = choices.is_some_and(|choices| choices.skills.contains_key(skill));
            let choice = choices.map(|choices| choices.of(skill)).unwrap_or_default();
            SkillChoice { shown: choice.shown && (is_rated || is_chosen), ..choice }
        })
    }

    /// Shows something else of a skill.
    pub fn choose(self, skill: &SkillId, change: impl FnOnce(&mut SkillChoice)) {
        let mut choice = untrack(|| self.choice(skill));
        change(&mut choice);
        self.change(|choices| choices.with(skill.clone(), choice, self.is_rated(skill)));
    }

    /// Shows every skill that can be shown, or none; what is shown of each stays as it was chosen.
    pub fn show_every(self, shown: bool) {
        let offered = self.offered.get_untracked();
        self.change(|choices| {
            offered.into_iter().fold(choices, |choices, offered| {
                let choice = SkillChoice { shown, ..choices.of(&offered.id) };
                let is_rated = self.is_rated(&offered.id);
                choices.with(offered.id, choice, is_rated)
            })
        });
    }

    /// Names the person, or does not.
    pub fn name_as(self, identity: Identity) {
        self.change(|choices| PassportChoices { identity, ..choices });
    }

    /// Says a line about the person; empty is none.
    pub fn set_headline(self, typed: &str) {
        self.change(|choices| PassportChoices { headline: Monitor::text(typed), ..choices });
    }

    fn is_rated(self, skill: &SkillId) -> bool {
        self.app.workspace.with_untracked(|workspace| workspace.ratings.contains_key(skill))
    }

    /// Where what was chosen before cannot be read nothing is written over it.
    fn change(self, change: impl FnOnce(PassportChoices) -> PassportChoices) {
        if let Some(choices) = self.choices.get_untracked() {
            self.app.apply(Command::SetPassport(write_choices(&change(choices))));
        }
    }
}
