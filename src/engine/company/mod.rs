//! A made-up company of any size: to look around in, to try things on, and to measure with. The same seed gives the same company.

mod dice;
mod names;
mod ratings;

use crate::catalog::Catalog;
use crate::domain::{
    Certificate, Column, Consent, Gate, GateKind, Level, MOST_SKILLS, Organisation, Person, PersonId, Position,
    PositionId, Role, Scenario, SiteId, SkillId, SkillTarget, TeamId, Willing, Wishes, map_of,
};
use chrono::{Days, NaiveDate};
use dice::Dice;
use names::{FIRST, LAST, SITES};
use ratings::{Seniority, ratings};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// People of a team.
const TEAM: RangeInclusive<usize> = 6..=12;
/// Roles of a team, all of one family.
const ROLES: usize = 3;
/// People who report to one head.
const REPORTS: usize = 8;
/// People of a site, until there is no further name for one.
const SITE: usize = 60;
/// Days until the horizon.
const HORIZON: Days = Days::new(730);

/// A company of so many people, in roles of a catalogue, as it stands on a day.
///
/// Teams of 6 to 12 people have three roles of one family, and one person whom the others report to. Ratings lie around what the
/// role asks, with noise; those who are new to the work are below it, but not in digital skills. About 20 skills are rated of
/// each person. Everything is made up: names belong to nobody, and figures say nothing about any employer. No people or no
/// roles: an organisation that is empty but for its name.
///
/// ```
/// use skillstead::{catalog::Catalog, engine::company};
/// let company = company(&Catalog::default(), 120, 7, "2026-11-29".parse().unwrap());
/// assert!(company.people.is_empty(), "a catalogue without roles has work for nobody");
/// ```
#[must_use]
pub fn company(catalog: &Catalog, n_people: usize, seed: u64, on: NaiveDate) -> Organisation {
    let mut making = Making::of(catalog, n_people, seed, on);
    let mut left = n_people;
    while left > 0 && !making.families.is_empty() {
        let size = making.dice.between(*TEAM.start(), *TEAM.end()).min(left);
        // A rest that is too small for a team of its own joins this one, or takes some of it.
        let size = match left - size < *TEAM.start() {
            true if left <= *TEAM.end() => left,
            true => left - TEAM.start(),
            false => size,
        };
        making.team(size);
        left -= size;
    }
    making.heads();
    making.finish()
}

struct Making<'a> {
    catalog: &'a Catalog,
    dice: Dice,
    on: NaiveDate,
    organisation: Organisation,
    /// The roles of each family that ask for something.
    families: Vec<Vec<&'a Role>>,
    /// The column of each skill that a role asks for.
    columns: BTreeMap<SkillId, Column>,
    positions: BTreeMap<PositionId, Position>,
    sites: Vec<SiteId>,
    /// Whoever leads a team, in order.
    leads: Vec<usize>,
}

impl<'a> Making<'a> {
    fn of(catalog: &'a Catalog, n_people: usize, seed: u64, on: NaiveDate) -> Self {
        let mut families: Vec<Vec<&Role>> = vec![Vec::new(); catalog.families.len()];
        let mut asked = vec![false; catalog.skills.len()];
        for role in catalog.roles.iter().filter(|role| !role.requirements.is_empty()) {
            if let Some(family) = families.get_mut(usize::from(role.family)) {
                family.push(role);
            }
            for requirement in &role.requirements {
                if let Some(asked) = asked.get_mut(requirement.skill.at()) {
                    *asked = true;
                }
            }
        }
        families.retain(|roles| !roles.is_empty());
        let asked = catalog.skills.iter().zip(asked).filter(|(_, is)| *is).map(|(skill, _)| skill.id.clone());
        let mut organisation = Organisation { name: "Harbour and Mill".into(), ..Organisation::default() };
        if n_people > 0 && !families.is_empty() {
            organisation.skills = asked.take(MOST_SKILLS).collect();
            let n_sites = n_people.div_ceil(SITE).min(SITES.len());
            organisation.sites = map_of((1..).zip(&SITES[..n_sites]).map(|(at, name)| (site(at), (*name).into())));
        }
        let columns = map_of(organisation.columns().into_iter().map(|(skill, column)| (skill.clone(), column)));
        let sites = organisation.sites.keys().cloned().collect();
        let (dice, positions, leads) = (Dice::of(seed), BTreeMap::new(), Vec::new());
        Self { catalog, dice, on, organisation, families, columns, positions, sites, leads }
    }

    /// Takes on a team.
    fn team(&mut self, size: usize) {
        let family = self.dice.below(self.families.len());
        let roles: Vec<&Role> = (0..ROLES).filter_map(|_| self.dice.one(&self.families[family]).copied()).collect();
        let Some((first, site)) = roles.first().zip(self.dice.one(&self.sites).cloned()) else { return };
        let at = self.organisation.teams.len() + 1;
        let team = TeamId::from(format!("team-{at:05}"));
        let family = self.catalog.families.get(usize::from(first.family)).map_or("", |family| &family.name.en);
        self.organisation.teams.insert(team.clone(), format!("{family} {at}").into());
        let lead = self.organisation.people.len();
        self.leads.push(lead);
        for member in 0..size {
            let Some(role) = self.dice.one(&roles).copied() else { continue };
            let seniority = if member == 0 { Seniority::Senior } else { Seniority::draw(&mut self.dice) };
            let mut person = self.person(role, seniority);
            person.team = Some(team.clone());
            person.site = Some(site.clone());
            person.position = Some(self.position(role, &site));
            person.manager = self.organisation.people.get(lead).map(|lead| lead.id.clone());
            self.organisation.people.push(Arc::new(person));
        }
    }

    fn person(&mut self, role: &Role, seniority: Seniority) -> Person {
        let at = self.organisation.people.len() + 1;
        let mut person = Person::new(PersonId::from(format!("p{at:06}")));
        let dice = &mut self.dice;
        let (first, last) = (dice.one(&FIRST).copied(), dice.one(&LAST).copied());
        person.name = [first.unwrap_or_default(), last.unwrap_or_default()].join(" ").into();
        person.ratings = ratings(self.catalog, &self.columns, role, seniority, self.on, dice);
        let gates: Vec<&Gate> = role.profile.gates.iter().filter(|_| dice.happens(92)).collect();
        person.gates = gates.iter().map(|gate| gate.id.clone()).collect();
        for gate in gates.iter().filter(|gate| gate.kind == GateKind::Licence) {
            // Not drawn: a licence holds for up to four years, and some have let theirs run out.
            let until = self.on.checked_add_days(Days::new(at as u64 * 37 % 1_460));
            let until = until.and_then(|day| day.checked_sub_days(Days::new(30)));
            person.certify(Certificate { name: gate.name.en.clone(), gate: Some(gate.id.clone()), until });
        }
        let mut agrees = |percent| dice.happens(percent);
        person.consent = Consent { seen: agrees(90), proposed: agrees(85), paired: agrees(80) };
        person.hours = Some(dice.between(1, 4) as u8);
        let wanted = dice.happens(30).then(|| dice.one(&self.catalog.roles)).flatten();
        let (mentor, mentee) = seniority.willing(dice);
        let roles: Vec<_> =
            wanted.filter(|wanted| wanted.id != role.id).map(|wanted| wanted.id.clone()).into_iter().collect();
        if !roles.is_empty() || (mentor, mentee) != (Willing::Unsaid, Willing::Unsaid) {
            person.wishes = Some(Box::new(Wishes { roles, mentor, mentee, ..Wishes::default() }));
        }
        for _ in 0..dice.below(3) {
            let group = dice.one(&self.catalog.groups);
            person.interests.extend(group.map(|group| group.name.en.clone()));
        }
        if dice.happens(60) {
            let gender = ["woman", "woman", "woman", "man", "man", "man", "non-binary"][dice.below(7)];
            person.join("gender".into(), gender.into());
        }
        if dice.happens(80) {
            person.join("working time".into(), ["full", "full", "full", "part"][dice.below(4)].into());
        }
        person
    }

    /// The position of a role at a site, with one seat more than before.
    fn position(&mut self, role: &Role, site: &SiteId) -> PositionId {
        let id = PositionId::from(format!("{}-{site}", role.id));
        let position = self.positions.entry(id.clone()).or_insert_with(|| Position {
            title: role.name.en.clone(),
            role: Some(role.id.clone()),
            site: Some(site.clone()),
            seats: 0,
            ..Position::new(id.clone())
        });
        position.seats += 1;
        id
    }

    /// Whom the leads report to: every eighth of them leads the others, and so on up to one.
    fn heads(&mut self) {
        let mut level = self.leads.clone();
        while level.len() > 1 {
            for group in level.chunks(REPORTS) {
                for &lead in &group[1..] {
                    self.report(lead, group[0]);
                }
            }
            level = level.iter().copied().step_by(REPORTS).collect();
        }
    }

    fn report(&mut self, person: usize, to: usize) {
        let manager = self.organisation.people.get(to).map(|to| to.id.clone());
        if let Some(person) = self.organisation.people.get_mut(person) {
            Arc::make_mut(person).manager = manager;
        }
    }

    /// Seats that are free and that are to come, targets, and something that might be.
    fn finish(mut self) -> Organisation {
        let n_people = self.organisation.people.len() as u32;
        let dice = &mut self.dice;
        for position in self.positions.values_mut() {
            position.seats += u32::from(dice.below(8) == 0);
            let percent = dice.between(85, 130) as u32;
            position.seats_then = (position.seats * percent).div_ceil(100);
        }
        let mut organisation = self.organisation;
        organisation.positions = self.positions.into_values().collect();
        if n_people == 0 {
            return organisation;
        }
        organisation.horizon = self.on.checked_add_days(HORIZON);
        let every = (organisation.skills.len() / 6).max(1);
        let mut targets: Vec<SkillTarget> = (organisation.skills.iter().step_by(every))
            .map(|skill| {
                let now = (n_people / dice.between(20, 60) as u32).max(1);
                SkillTarget { skill: skill.clone(), level: Level::LEADS, now, then: now + now.div_ceil(3) }
            })
            .collect();
        targets.sort_by(|a, b| (&a.skill, a.level).cmp(&(&b.skill, b.level)));
        organisation.targets = targets;
        let growing = organisation.positions.iter().step_by(3);
        let growing = growing.map(|position| (position.id.clone(), position.seats_then + position.seats.div_ceil(4)));
        let leavers = organisation.people.iter().filter(|_| dice.happens(4)).map(|person| person.id.clone());
        organisation.scenarios = vec![
            Scenario { name: "A third of the positions grows".into(), seats: map_of(growing), ..Scenario::default() },
            Scenario { name: "Four in a hundred leave".into(), leavers: leavers.collect(), ..Scenario::default() },
        ];
        organisation
    }
}

fn site(at: usize) -> SiteId {
    format!("site-{at:02}").into()
}
