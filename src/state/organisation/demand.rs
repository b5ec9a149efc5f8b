//! What the pages of demand ask: positions, what they take and what might become of them.

use super::super::advert::Confirmed;
use super::super::browser::fold_query;
use super::super::edit::free_id;
use super::super::same::Same;
use super::Org;
use crate::catalog::Catalog;
use crate::domain::{
    Asked, GateId, Language, Level, Need, OrgCommand, Organisation, Position, PositionId, RoleId, Scenario, SkillId,
    SkillTarget, Weight, map_of,
};
use crate::engine::Policy;
use crate::engine::workforce::{
    Demand, OrgPolicy, Prospect, Successor, Wishing, asked_by, asking, demand, side_by_side,
};
use leptos::prelude::*;
use std::sync::Arc;

/// Skills that are offered for what was typed.
const OFFERED: usize = 12;

/// What an organisation needs, for the memo that all pages share.
pub(super) fn reckoned(now: &Organisation, catalog: &Catalog, policy: &Policy, own: &OrgPolicy) -> Same<Demand> {
    Same(Arc::new(demand(now, catalog, None, policy, own)))
}

impl Org {
    /// The horizon as it is planned, and under each scenario.
    pub fn prospects(self) -> Memo<Option<Same<Vec<Prospect>>>> {
        Memo::new(move |_| {
            let (now, catalog) = (self.now.get()?, self.catalog.get()?);
            Some(Same(Arc::new(side_by_side(&now, &catalog, &self.app.policy.read()))))
        })
    }

    /// What a position asks: its own requirements, or its role's.
    #[must_use]
    pub fn asked_by(self, position: &Position) -> Vec<Asked> {
        self.catalog.get().map(|catalog| asked_by(position, &catalog)).unwrap_or_default()
    }

    /// Every gate that the catalogue names or that somebody or some position of the organisation has, by its name in a language; by its id
    /// where no catalogue has it.
    #[must_use]
    pub fn gates_in(self, language: Language) -> Vec<(GateId, String)> {
        let (now, catalog) = (self.now.get(), self.catalog.get());
        let people = now.iter().flat_map(|now| now.people.iter().flat_map(|person| person.gates.iter()));
        let positions = now.iter().flat_map(|now| now.positions.iter().flat_map(|position| &position.gates));
        let mut known = map_of(people.chain(positions).map(|id| (id.clone(), id.to_string())));
        let gates = catalog.iter().flat_map(|catalog| catalog.roles.iter().flat_map(|role| &role.profile.gates));
        known.extend(gates.map(|gate| (gate.id.clone(), gate.name.get(language).to_owned())));
        known.into_iter().collect()
    }

    /// The gates that the role of a position demands.
    #[must_use]
    pub fn gates_of_role(self, position: &Position) -> Vec<GateId> {
        let role = position.role.as_ref();
        let demanded = self.catalog.with(|catalog| {
            let role = catalog.as_ref()?.find_role(role?)?;
            Some(role.profile.gates.iter().map(|gate| gate.id.clone()).collect())
        });
        demanded.unwrap_or_default()
    }

    /// Hands those who could take over a position to `show`.
    pub fn with_successors<T>(self, id: &PositionId, show: impl FnOnce(&[Successor<'_>]) -> T) -> Option<T> {
        let (now, catalog) = (self.now.get()?, self.catalog.get()?);
        let at = now.positions.iter().position(|position| position.id == *id)?;
        let asked = asking(&now, &catalog);
        let own = OrgPolicy::with(&now.policy);
        let found = Wishing::of(&now).successors(
            &catalog,
            now.positions.get(at)?,
            asked.get(at)?,
            &self.app.policy.read(),
            &own,
        );
        Some(show(&found))
    }

    /// Adds a position of one seat: a role, or what was confirmed of an advert. It is told its id.
    pub fn add_position(self, title: &str, role: Option<RoleId>, confirmed: Vec<Confirmed>) -> PositionId {
        let word = role.as_ref().map_or(title, RoleId::as_str);
        let is_taken = |id: &str| {
            self.now.with_untracked(|now| now.as_ref().is_some_and(|now| now.position(&id.into()).is_some()))
        };
        let id = PositionId::from(free_id(if title.is_empty() { word } else { title }, is_taken));
        let asked = confirmed.into_iter().map(|asked| {
            let must = asked.need == Need::Must;
            let weight = Weight::new(if must { 4.0 } else { 2.0 });
            (asked.skill.clone(), Asked { skill: asked.skill, level: asked.level, weight, must })
        });
        let requirements = map_of(asked).into_values().collect();
        let position = Position { title: title.into(), role, requirements, ..Position::new(id.clone()) };
        self.apply(OrgCommand::PutPosition(Box::new(position)));
        id
    }

    /// Changes a position.
    pub fn change_position(self, id: &PositionId, with: impl FnOnce(&mut Position)) {
        let known = self.now.with_untracked(|now| now.as_ref()?.position(id).cloned());
        if let Some(mut position) = known {
            with(&mut position);
            self.apply(OrgCommand::PutPosition(Box::new(position)));
        }
    }

    /// Changes a scenario, or begins it.
    pub fn change_scenario(self, name: &str, with: impl FnOnce(&mut Scenario)) {
        let of = |now: &Organisation| now.scenarios.iter().find(|known| &*known.name == name).cloned();
        let known = self.now.with_untracked(|now| now.as_ref().and_then(|now| of(now)));
        let mut scenario = known.unwrap_or_else(|| Scenario { name: name.into(), ..Scenario::default() });
        with(&mut scenario);
        self.apply(OrgCommand::PutScenario(Box::new(scenario)));
    }

    /// Says how many people should be at a level, now and then.
    pub fn set_target(self, skill: SkillId, level: Level, [now, then]: [u32; 2]) {
        self.apply(OrgCommand::SetTarget(SkillTarget { skill, level, now, then }));
    }

    /// Skills of the catalogue, and those of the organisation's own, for what was typed.
    #[must_use]
    pub fn find_skills(self, typed: &str) -> Vec<SkillId> {
        let query = fold_query(typed);
        if query.trim().is_empty() {
            return Vec::new();
        }
        let own = self.now.with(|now| {
            let own = now.iter().flat_map(|now| &now.own_skills);
            let fits = own.filter(|(_, name)| fold_query(name).contains(&*query));
            fits.map(|(id, _)| id.clone()).take(OFFERED).collect::<Vec<_>>()
        });
        let catalog = self.catalog.get();
        let known = catalog.iter().flat_map(|catalog| {
            let hits = catalog.skill_names.search(&query, OFFERED).into_iter();
            hits.filter_map(|hit| catalog.skills.get(hit.place).map(|skill| skill.id.clone()))
        });
        own.into_iter().chain(known).collect()
    }
}
