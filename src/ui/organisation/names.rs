//! What an organisation's people, positions and skills are called on screen.

use crate::domain::{Organisation, Position, PositionId, SiteId, SkillId, TeamId};
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
