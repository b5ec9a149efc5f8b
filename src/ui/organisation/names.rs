//! What an organisation's people, positions, skills, gates and constants are called on screen.

use crate::domain::{GateId, Organisation, Position, PositionId, SiteId, SkillId, TeamId};
use crate::state::Org;
use crate::ui::words::{language, say};
use leptos::prelude::*;

/// A skill's name: the catalogue's, the organisation's own, or its id.
pub(super) fn skill(org: Org, organisation: &Organisation, id: &SkillId) -> String {
    let own = organisation.own_skills.get(id).map(ToString::to_string);
    let known = || {
        let catalog = org.catalog.get()?;
        catalog.find_skill(id).and_then(|at| catalog.skill(at)).map(|skill| skill.name.get(language()).to_owned())
    };
    own.or_else(known).unwrap_or_else(|| id.to_string())
}

/// A position's name: its own title, the role's, or its id.
pub(super) fn position(org: Org, position: &Position) -> String {
    if !position.title.is_empty() {
        return position.title.to_string();
    }
    let role = || {
        let catalog = org.catalog.get()?;
        catalog.find_role(position.role.as_ref()?).map(|role| role.name.get(language()).to_owned())
    };
    role().unwrap_or_else(|| position.id.to_string())
}

/// A position's name with its site, where it has one: a role can be a position at each of them.
pub(super) fn placed_position(org: Org, organisation: &Organisation, of: &Position) -> String {
    let site = Some(site(organisation, of.site.as_ref())).filter(|site| !site.is_empty());
    std::iter::once(position(org, of)).chain(site).collect::<Vec<_>>().join(" · ")
}

/// The same by its id, as it changes; nothing where it is gone.
pub(super) fn placed(org: Org, id: &PositionId) -> String {
    let name = |now: &Organisation| Some(placed_position(org, now, now.position(id)?));
    org.now.with(|now| now.as_ref().and_then(|now| name(now))).unwrap_or_default()
}

/// The name of the position that somebody holds.
pub(super) fn held_position(org: Org, organisation: &Organisation, id: Option<&PositionId>) -> String {
    let found = id.and_then(|id| organisation.position(id));
    found.map_or_else(|| say!(people.no_position), |found| position(org, found))
}

/// A team's name, or its id.
pub(super) fn team(organisation: &Organisation, id: Option<&TeamId>) -> String {
    let name = |id: &TeamId| organisation.teams.get(id).map_or_else(|| id.to_string(), ToString::to_string);
    id.map(name).unwrap_or_default()
}

/// A site's name, or its id.
pub(super) fn site(organisation: &Organisation, id: Option<&SiteId>) -> String {
    let name = |id: &SiteId| organisation.sites.get(id).map_or_else(|| id.to_string(), ToString::to_string);
    id.map(name).unwrap_or_default()
}

/// A constant's name.
pub(super) fn constant(name: &str) -> String {
    match name {
        "absence" => say!(org_constants.absence),
        "expiry-days" => say!(org_constants.expiry_days),
        "bench-step" => say!(org_constants.bench_step),
        "weekly-hours" => say!(org_constants.weekly_hours),
        "teaches-from" => say!(org_constants.teaches_from),
        "exposed-from" => say!(org_constants.exposed_from),
        "least-people" => say!(org_constants.least_people),
        "fair-from" => say!(org_constants.fair_from),
        "behind-from" => say!(org_constants.behind_from),
        "must-reach" => say!(org_constants.must_reach),
        "mentees" => say!(org_constants.mentees),
        "other-team" => say!(org_constants.other_team),
        "interest" => say!(org_constants.interest),
        "load" => say!(org_constants.load),
        "damping" => say!(org_constants.damping),
        "session-hours" => say!(org_constants.session_hours),
        "cohort" => say!(org_constants.cohort),
        other => other.to_owned(),
    }
}

/// A gate's name: the catalogue's, or its id.
pub(super) fn gate(known: &[(GateId, String)], id: &GateId) -> String {
    known.iter().find(|(known, _)| known == id).map_or_else(|| id.to_string(), |(_, name)| name.to_owned())
}
