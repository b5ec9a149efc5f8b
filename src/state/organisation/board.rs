//! How an organisation stands: today, over time, at its horizon, and what its programmes were worth.

use super::Org;
use crate::catalog::Catalog;
use crate::domain::{Level, OrgCommand, Organisation, Person, PersonId, SkillId, Snapshot, sorted};
use crate::engine::workforce::{
    Coverage, Decline, Demand, Divide, OrgAlert, OrgPolicy, PositionDemand, ProgrammeReport, Prospect, Stood,
    TalentMap, digital_divide, evaluated, history, org_alerts, side_by_side,
};
use crate::state::{App, Same};
use leptos::prelude::*;
use std::sync::Arc;

/// Positions that are listed because they change.
const MOST_CHANGES: usize = 6;
/// People who are named beside one digital skill.
const MOST_NAMED: usize = 5;

/// What the board looks at. Nothing of it is reckoned until a page asks for it.
#[derive(Clone, Copy, Debug)]
pub struct Board {
    /// What is needed now, and what is held of it.
    pub present: Memo<Option<Same<Prospect>>>,
    /// The horizon as it is planned, and under each scenario.
    pub prospects: Memo<Option<Same<Vec<Prospect>>>>,
    /// The horizon in a few numbers.
    pub horizon: Memo<Option<HorizonLook>>,
    /// How it stood on each day that is remembered, and today.
    pub past: Memo<Option<Vec<Stood>>>,
    /// What should be looked at.
    pub alerts: Memo<Option<Same<Vec<OrgAlert>>>>,
    /// The most urgent thing of each step.
    pub urgent: Memo<Option<Urgent>>,
    /// Digital skills that people are asked for.
    pub divide: Memo<Option<Same<Vec<DigitalSkill>>>>,
    /// What became of the programmes that were kept, by name.
    pub reports: Memo<Vec<ProgrammeReport>>,
}

/// The horizon in a few numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct HorizonLook {
    /// Seats now, and at the horizon.
    pub seats: [u32; 2],
    /// Positions that will have more seats than now.
    pub growing: usize,
    /// Positions that will have fewer seats than people hold them.
    pub shrinking: usize,
    /// Positions whose work is much exposed and little protected.
    pub exposed: usize,
    /// Those that change most, the largest change first.
    pub changes: Vec<PositionDemand>,
}

/// The most urgent thing of each step.
#[derive(Clone, Debug, PartialEq)]
pub struct Urgent {
    /// Seats that nobody holds now.
    pub open: u32,
    /// The position that has most of them.
    pub most_open: Option<PositionDemand>,
    /// The skill that is covered least.
    pub worst: Option<Coverage>,
    /// What training should look at first: a position without a bench, or a cohort that is behind.
    pub training: Option<OrgAlert>,
    /// What to look at first of all.
    pub first: Option<OrgAlert>,
    /// How many things there are to look at.
    pub n_alerts: usize,
}

/// A digital skill: who lacks it, and who can teach it.
#[derive(Clone, Debug, PartialEq)]
pub struct DigitalSkill {
    /// The skill.
    pub skill: SkillId,
    /// People whose position asks for it; of these, people below it; and people who are not rated in it.
    pub people: [usize; 3],
    /// The first of those below who have agreed to be named.
    pub learners: Vec<Named>,
    /// Those below who are not among them.
    pub n_other_learners: usize,
    /// The first of those who can teach it, and have agreed to be paired.
    pub teachers: Vec<Named>,
    /// How many more of them there are.
    pub n_other_teachers: usize,
}

/// Somebody who has agreed to be named, and a level.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: Box<str>,
    /// The level.
    pub level: Level,
}

impl Named {
    fn of(person: &Person, level: Level) -> Self {
        Self { person: person.id.clone(), name: person.called().into(), level }
    }
}

impl Board {
    pub(super) fn of(
        app: App,
        now: Memo<Option<Same<Organisation>>>,
        catalog: Memo<Option<Same<Catalog>>>,
        own: Memo<OrgPolicy>,
        demand: Memo<Option<Same<Demand>>>,
    ) -> Self {
        let grounds = move || Some((now.get()?, catalog.get()?, app.policy.get(), own.get()));
        let present = Memo::new(move |_| {
            let (now, demand) = (now.get()?, demand.get()?);
            let coverage = TalentMap::of(&now, |_| true).coverage(&now, &demand.now, own.read().absence);
            Some(Same(Arc::new(Prospect { scenario: None, demand: (**demand).clone(), coverage })))
        });
        let prospects = Memo::new(move |_| {
            let (now, catalog, policy, _) = grounds()?;
            Some(Same(Arc::new(side_by_side(&now, &catalog, &policy))))
        });
        let alerts = Memo::new(move |_| {
            let (now, catalog, policy, own) = grounds()?;
            let present = present.get()?;
            Some(Same(Arc::new(org_alerts(&now, &catalog, &present.demand, &policy, &own, app.today))))
        });
        let divide = Memo::new(move |_| {
            let (now, catalog, _, own) = grounds()?;
            let found = digital_divide(&now, &catalog, &own).into_iter().map(digital);
            Some(Same(Arc::new(found.collect())))
        });
        let reports = move |now: &Same<Organisation>| {
            now.programmes.iter().map(|programme| evaluated(programme, &own.get())).collect()
        };
        Self {
            present,
            prospects,
            horizon: Memo::new(move |_| Some(HorizonLook::of(&present.get()?.demand.positions))),
            past: Memo::new(move |_| Some(history(&*now.get()?, &present.get()?.demand.now, app.today))),
            alerts,
            urgent: Memo::new(move |_| Some(Urgent::of(&*present.get()?, &alerts.get()?))),
            divide,
            reports: Memo::new(move |_| now.get().as_ref().map(reports).unwrap_or_default()),
        }
    }
}

impl Board {
    /// Hours of all programmes, and what those with figures of their own brought beyond their cost, as a share of it; none where there are none.
    #[must_use]
    pub fn worth(self) -> (f64, Option<f64>) {
        self.reports.with(|reports| {
            let hours = reports.iter().map(|report| f64::from(report.hours)).sum();
            let figures = reports.iter().filter(|report| report.pays().is_some());
            let figures =
                figures.filter_map(|report| Some((f64::from(report.brought[0]?), f64::from(report.brought[1]?))));
            let (cost, benefit) = figures.fold((0.0, 0.0), |sum, (cost, benefit)| (sum.0 + cost, sum.1 + benefit));
            (hours, (cost > 0.0).then(|| (benefit - cost) / cost))
        })
    }
}

impl HorizonLook {
    fn of(positions: &[PositionDemand]) -> Self {
        let sum = |of: fn(&PositionDemand) -> u32| positions.iter().map(of).fold(0_u32, u32::saturating_add);
        let declining = |why| positions.iter().filter(|position| position.declines.contains(&why)).count();
        let change = |position: &PositionDemand| position.seats_then.abs_diff(position.seats);
        let changing = positions.iter().filter(|position| change(position) > 0).cloned();
        let mut changes = sorted(changing, |a, b| change(b).cmp(&change(a)));
        changes.truncate(MOST_CHANGES);
        Self {
            seats: [sum(|position| position.seats), sum(|position| position.seats_then)],
            growing: positions.iter().filter(|position| position.seats_then > position.seats).count(),
            shrinking: declining(Decline::FewerSeats),
            exposed: declining(Decline::Exposed),
            changes,
        }
    }
}

impl Urgent {
    fn of(present: &Prospect, alerts: &[OrgAlert]) -> Self {
        let positions = &present.demand.positions;
        let most = positions.iter().rev().filter(|position| position.open() > 0).max_by_key(|position| position.open());
        let short = present.coverage.iter().filter(|row| row.held < row.needed);
        // Of those that are covered alike, the one that lacks most people.
        let worst = short.min_by(|a, b| {
            let missing = |row: &Coverage| row.needed - row.held;
            a.coverage.total_cmp(&b.coverage).then(missing(b).cmp(&missing(a)))
        });
        Self {
            open: positions.iter().map(PositionDemand::open).fold(0, u32::saturating_add),
            most_open: most.cloned(),
            worst: worst.cloned(),
            training: alerts
                .iter()
                .find(|alert| matches!(alert, OrgAlert::NoBench(..) | OrgAlert::Behind { .. }))
                .cloned(),
            first: alerts.first().cloned(),
            n_alerts: alerts.len(),
        }
    }
}

fn digital(divide: Divide<'_>) -> DigitalSkill {
    let learners = divide.learners.iter().take(MOST_NAMED).map(|(person, level, _)| Named::of(person, *level));
    let learners: Vec<Named> = learners.collect();
    let teachers = divide.teachers.iter().take(MOST_NAMED).map(|(person, level)| Named::of(person, *level));
    DigitalSkill {
        people: [divide.asked, divide.below, divide.unrated],
        n_other_learners: divide.below - learners.len(),
        learners,
        teachers: teachers.collect(),
        n_other_teachers: divide.teachers.len().saturating_sub(MOST_NAMED),
        skill: divide.skill,
    }
}

impl Org {
    /// Remembers how it stands today, in numbers without names.
    pub fn remember(self) {
        if let Some(now) = self.now.get_untracked() {
            self.apply(OrgCommand::Remember(Box::new(Snapshot::of(&now, self.today()))));
        }
    }
}
