//! What the page of moves asks: what a move is called, what it costs instead, and taking it.

use super::{Org, Outcome};
use crate::domain::{
    Answer, Command, OrgCommand, Organisation, PersonId, Position, PositionId, Provenance, Rating, Verdict, Workspace,
    map_of,
};
use crate::engine::workforce::{Move, Moves, PLACEHOLDERS, Placeholder, Prices};
use crate::engine::{Policy, SimilarityTable, Standing, Way, analyse, judge};
use crate::exchange::sheets::write_rows;
use crate::state::browser;
use crate::state::same::Same;
use js_sys::Uint8Array;
use leptos::prelude::*;
use std::sync::Arc;

/// What all moves come to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    /// Hours to learn.
    pub hours: f64,
    /// Euros to build.
    pub build: f64,
    /// Euros to hire instead.
    pub buy: f64,
    /// Seats that stay open.
    pub open: u32,
}

impl Totals {
    /// Of moves.
    #[must_use]
    pub fn of(moves: &Moves) -> Self {
        let sum = |of: fn(&Move) -> f64| moves.moves.iter().map(of).sum();
        Self {
            hours: sum(|one| one.fare.hours.into()),
            build: sum(|one| one.instead.to_build()),
            buy: sum(|one| one.instead.to_buy()),
            open: moves.open.iter().map(|open| open.seats).sum(),
        }
    }
}

impl Org {
    /// What is reckoned with from now on; moves that were found keep what they were reckoned with.
    #[must_use]
    pub fn prices(self) -> Prices {
        self.now.with(|now| now.as_ref().map(|now| Prices::with(&now.policy)).unwrap_or_default())
    }

    /// The numbers that stand in for the organisation's own.
    #[must_use]
    pub fn placeholders() -> &'static [Placeholder] {
        &PLACEHOLDERS
    }

    /// Whether the organisation has said it itself, or has written something beside it.
    #[must_use]
    pub fn is_own_price(self, placeholder: &Placeholder) -> bool {
        let name = placeholder.name;
        self.now.with(|now| {
            now.as_ref().is_some_and(|now| now.policy.contains_key(name) || now.provenances.contains_key(name))
        })
    }

    /// Sets one of them, within its ends.
    pub fn set_price(self, placeholder: &Placeholder, value: f64) {
        let value = value.clamp(placeholder.ends[0], placeholder.ends[1]);
        let own = Some(value).filter(|value| *value != placeholder.value);
        self.apply(OrgCommand::SetPolicy(placeholder.name.into(), own));
    }

    /// What the organisation has written beside one of them.
    #[must_use]
    pub fn provenance(self, placeholder: &Placeholder) -> Provenance {
        self.now.with(|now| now.as_ref()?.provenances.get(placeholder.name).cloned()).unwrap_or_default()
    }

    /// Writes something beside one of them.
    pub fn set_provenance(self, placeholder: &Placeholder, with: impl FnOnce(&mut Provenance)) {
        let mut of = untrack(|| self.provenance(placeholder));
        with(&mut of);
        self.apply(OrgCommand::SetProvenance(placeholder.name.into(), of));
    }

    /// Goes back to the placeholder, and forgets what was written beside it.
    pub fn reset_price(self, placeholder: &Placeholder) {
        let name = || placeholder.name.into();
        self.apply_all([OrgCommand::SetPolicy(name(), None), OrgCommand::SetProvenance(name(), Provenance::default())]);
    }

    /// Puts somebody on a position.
    pub fn place(self, person: &PersonId, position: &PositionId) {
        self.apply(OrgCommand::Place(person.clone(), Some(position.clone())));
    }

    /// Whether a move can be taken: the person and the position are as they were when it was found.
    #[must_use]
    pub fn can_take(self, outcome: &Outcome<Moves>, moved: &Move) -> bool {
        let is_still = |was: &Position| self.now.with(|now| now.as_ref()?.position(&was.id).map(|now| now == was));
        self.still_holds(outcome, &[moved.person])
            && outcome.of.positions.get(moved.to).and_then(is_still).unwrap_or_default()
    }

    /// Whether somebody holds a position now.
    #[must_use]
    pub fn holds(self, person: &PersonId, position: &PositionId) -> bool {
        self.now.with(|now| {
            let person = now.as_ref().and_then(|now| now.person(person));
            person.is_some_and(|person| person.position.as_ref() == Some(position))
        })
    }

    /// Whether a move is an upskilling or a reskilling, by the rules for one person; none where one of the positions has no role that
    /// the catalogue knows.
    #[must_use]
    pub fn verdict_of(self, outcome: &Outcome<Moves>, moved: &Move) -> Option<Verdict> {
        let catalog = self.catalog.get_untracked()?;
        let as_person = person_at(&outcome.of, moved)?;
        let way = Way::find(std::iter::once(catalog.as_ref()), &as_person)?;
        let policy = Policy::with(&outcome.of.policy);
        let table = self.table.get_untracked()?;
        let standing = Standing::of(&way, &as_person);
        let gap = analyse(&way, &standing, &policy);
        let similarity = way.similarity(&table, &policy);
        Some(judge(&way, &gap, similarity, table.calibration().cuts, &policy).verdict)
    }

    /// How alike the roles of the catalogue are, made when it is first asked for.
    pub(super) fn table_of(
        catalog: Memo<Option<Same<crate::catalog::Catalog>>>,
    ) -> Memo<Option<Same<SimilarityTable>>> {
        Memo::new(move |_| catalog.with(|known| Some(Same(Arc::new(SimilarityTable::of(known.as_ref()?))))))
    }

    /// Hands a table to the person as a CSV.
    pub fn give_rows(self, name: &str, rows: &[Vec<Box<str>>]) {
        if let Ok(bytes) = write_rows(rows) {
            let name = format!("skillstead-{name}-{}.csv", self.today());
            browser::download_bytes(&name, &Uint8Array::from(bytes.as_slice()), "text/csv");
        }
    }
}

/// The document that the person of a move would have: their role, the one that they move to, and their ratings.
fn person_at(organisation: &Organisation, moved: &Move) -> Option<Workspace> {
    let role = |at: usize| organisation.positions.get(at)?.role.clone();
    let person = organisation.people.get(moved.person)?;
    let way = Command::ChooseWay { current: role(moved.from?)?, target: Some(role(moved.to)?) };
    let mut known = Workspace::default().apply(way).ok().flatten()?;
    let rated = person.ratings.iter().filter_map(|held| {
        let on = held.on.unwrap_or_default();
        let skill = organisation.skills.get(held.column.at())?.clone();
        Some((skill, vec![Rating { answer: Answer::At(held.level), on }]))
    });
    known.ratings = map_of(rated);
    Some(known)
}
