//! What the talent map asks: who is looked at, what they cover, and who stands behind a skill.

use super::super::browser;
use super::super::same::Same;
use super::Org;
use crate::catalog::Catalog;
use crate::domain::{Column, Level, Organisation, Person, SkillId, set_of, sorted};
use crate::engine::Policy;
use crate::engine::workforce::{
    Candidate, Coverage, Expert, Filter, OrgPolicy, TalentMap, bench, bench_counts, demand, experts,
};
use crate::exchange::sheets::write_rows;
use js_sys::Uint8Array;
use leptos::prelude::*;
use std::sync::Arc;

/// Experts of a skill that are named.
const MOST_EXPERTS: usize = 12;

/// A part of the organisation, and what it covers of what is needed there.
#[derive(Clone, Debug)]
pub struct Part {
    /// The organisation with the people of this part alone.
    organisation: Organisation,
    catalog: Arc<Catalog>,
    policy: Policy,
    own: OrgPolicy,
    map: TalentMap,
    /// Those who have agreed to be seen by name, by their places.
    seen: Vec<usize>,
    /// What is covered now and at the horizon, the shortest first.
    rows: [Vec<Coverage>; 2],
    /// How many people are on the bench of each of these.
    benches: [Vec<usize>; 2],
    /// Targets of the whole that say nothing of this part.
    n_left_out: usize,
    /// Whether it is a part, and not the whole.
    is_part: bool,
    /// The columns of the grid: what is needed first, the shortest before the others.
    columns: Vec<Column>,
}

impl Org {
    /// The part of the organisation that a filter leaves, as it changes; none while the catalogue is on its way.
    pub fn part(self, filter: Memo<Filter>) -> Memo<Option<Same<Part>>> {
        Memo::new(move |_| {
            let (now, catalog) = (self.now.get()?, self.catalog.get()?);
            Some(Same(Arc::new(Part::of(&now, &catalog, &filter.read(), *self.app.policy.read()))))
        })
    }

    /// Hands a table to whoever asks for it; its first row names the columns.
    pub fn export_rows(self, name: &str, rows: &[Vec<Box<str>>]) {
        if let Ok(bytes) = write_rows(rows) {
            let name = format!("skillstead-{name}-{}.csv", self.today());
            browser::download_bytes(&name, &Uint8Array::from(bytes.as_slice()), "text/csv");
        }
    }
}

impl Part {
    fn of(now: &Organisation, catalog: &Arc<Catalog>, filter: &Filter, policy: Policy) -> Self {
        let own = OrgPolicy::with(&now.policy);
        let is_in = filter.test(now);
        let people = now.people.iter().filter(|person| is_in(person)).cloned().collect();
        let organisation = Organisation { people, ..now.clone() };
        let map = TalentMap::of(&organisation, |_| true);
        let needing = filter.needing(&organisation);
        let is_part = *filter != Filter::default();
        let n_left_out = now.targets.len() - needing.targets.len();
        let needs = demand(&needing, catalog, None, &policy, &own);
        let rows = [&needs.now, &needs.then]
            .map(|needs| shortest_first(map.coverage(&organisation, needs, own.absence), &organisation));
        let benches = rows.each_ref().map(|rows| {
            let needs = rows.iter().map(|row| (&row.skill, row.level));
            bench_counts(&organisation, catalog, needs, &policy, &own)
        });
        let mut columns = organisation.columns();
        let needed: Vec<Column> = rows[0].iter().filter_map(|row| columns.remove(&row.skill)).collect();
        let columns = needed.into_iter().chain(columns.into_values()).collect();
        let people = organisation.people.iter().enumerate();
        let seen = people.filter(|(_, person)| person.consent.seen).map(|(at, _)| at).collect();
        Self {
            catalog: Arc::clone(catalog),
            organisation,
            policy,
            own,
            map,
            seen,
            rows,
            benches,
            n_left_out,
            is_part,
            columns,
        }
    }

    /// People in it.
    #[must_use]
    pub fn n_people(&self) -> usize {
        self.organisation.people.len()
    }

    /// Targets of the whole organisation that are left out, since they say nothing of a part of it.
    #[must_use]
    pub fn n_left_out(&self) -> usize {
        self.n_left_out
    }

    /// Whether it is a part, and not the whole organisation.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.is_part
    }

    /// Skills that anybody here is rated in.
    #[must_use]
    pub fn n_skills(&self) -> usize {
        self.columns.iter().filter(|column| self.map.rungs(**column) != [0; 6]).count()
    }

    /// Skills of which fewer people are there than are needed now.
    #[must_use]
    pub fn n_short(&self) -> usize {
        self.n_now(|row| row.absence_factor == 0)
    }

    /// Skills of which one person alone answers to a level that is needed now.
    #[must_use]
    pub fn n_single(&self) -> usize {
        self.n_now(|row| row.held == 1)
    }

    fn n_now(&self, is_it: fn(&Coverage) -> bool) -> usize {
        set_of(self.rows[0].iter().filter(|row| is_it(row)).map(|row| &row.skill)).len()
    }

    /// What is covered, now or at the horizon: the shortest first.
    #[must_use]
    pub fn rows(&self, is_then: bool) -> &[Coverage] {
        &self.rows[usize::from(is_then)]
    }

    /// How many people are on the bench of each of the rows.
    #[must_use]
    pub fn n_bench(&self, is_then: bool, at: usize) -> usize {
        self.benches[usize::from(is_then)].get(at).copied().unwrap_or_default()
    }

    /// People on each rung of a skill from 0 to 5, and those who are not rated. None of too few, unless all of them have agreed to be seen.
    #[must_use]
    pub fn rungs(&self, skill: &SkillId) -> Option<[u32; 7]> {
        if self.seen.len() < self.n_people() && self.map.people < self.own.least() {
            return None;
        }
        let known = self.organisation.column(skill).map(|column| self.map.rungs(column)).unwrap_or_default();
        let mut all = [self.map.people - known.iter().sum::<u32>(); 7];
        all[..6].copy_from_slice(&known);
        Some(all)
    }

    /// Those who hold a skill best, and how many others hold it who are not named.
    #[must_use]
    pub fn experts(&self, skill: &SkillId) -> (Vec<Expert<'_>>, usize) {
        experts(&self.organisation, skill, MOST_EXPERTS, |_| true)
    }

    /// Those who could soon come to a level of a skill and want to.
    #[must_use]
    pub fn bench(&self, skill: &SkillId, level: Level) -> Vec<Candidate<'_>> {
        bench(&self.organisation, &self.catalog, (skill, level), &self.policy, &self.own)
    }

    /// The fewest people of whom numbers are shown.
    #[must_use]
    pub fn least(&self) -> u32 {
        self.own.least()
    }

    /// People who can be shown by name.
    #[must_use]
    pub fn n_seen(&self) -> usize {
        self.seen.len()
    }

    /// One of those who can be shown by name.
    #[must_use]
    pub fn seen(&self, at: usize) -> Option<&Person> {
        self.organisation.people.get(*self.seen.get(at)?).map(Arc::as_ref)
    }

    /// Columns of the grid.
    #[must_use]
    pub fn n_columns(&self) -> usize {
        self.columns.len()
    }

    /// The skill of a column of the grid.
    #[must_use]
    pub fn skill(&self, at: usize) -> Option<&SkillId> {
        self.organisation.skills.get(self.columns.get(at)?.at())
    }

    /// The level in a cell of the grid; none is unrated.
    #[must_use]
    pub fn level(&self, row: usize, column: usize) -> Option<Level> {
        self.seen(row)?.level(*self.columns.get(column)?)
    }
}

/// First what most people are missing of, then what is most at risk.
fn shortest_first(rows: Vec<Coverage>, organisation: &Organisation) -> Vec<Coverage> {
    let missing = |row: &Coverage| row.needed.saturating_sub(row.held);
    let columns = organisation.columns();
    let place = |row: &Coverage| columns.get(&row.skill).copied();
    sorted(rows, |a, b| {
        missing(b).cmp(&missing(a)).then(b.risk.total_cmp(&a.risk)).then_with(|| place(a).cmp(&place(b)))
    })
}
