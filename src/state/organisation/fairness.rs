//! Numbers about groups and sites, of which none is about a few people.

use super::Org;
use crate::catalog::Catalog;
use crate::domain::{Contribution, OrgCommand, Organisation, SkillId};
use crate::engine::workforce::{Between, Fairness, Merged, OrgPolicy, contribution, fairness, hours_offered, merge};
use crate::exchange::contribution::{ContributionFault, read_contribution, write_contribution};
use crate::exchange::limits::CONTRIBUTION_BYTES;
use crate::state::{App, Same, browser};
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// The rung from which the sum of sites is told.
const HOLDS_FROM: u8 = 3;

/// What is offered to groups, and what sites have together.
#[derive(Clone, Copy, Debug)]
pub struct Groups {
    /// What is offered to the groups of each kind.
    pub kinds: Memo<Vec<Fairness>>,
    /// Whether this organisation can give numbers away: it has a name, and people enough.
    pub can_give: Memo<bool>,
    /// Files that were none, with their names.
    pub refused: RwSignal<Vec<(String, GivenFault)>>,
    /// What sites have together; none while none has given anything.
    pub merged: Memo<Option<Same<Merged>>>,
}

/// Why a file of a site is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenFault {
    /// The browser could not read it.
    Unread,
    /// It is no contribution.
    File(ContributionFault),
}

/// A skill over all sites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteSkill {
    /// The skill.
    pub skill: SkillId,
    /// People on each rung from 0 to 5, and unrated.
    pub rungs: [Between; 7],
    /// People at level 3 or above.
    pub holding: Between,
}

impl Groups {
    pub(super) fn of(
        app: App,
        now: Memo<Option<Same<Organisation>>>,
        catalog: Memo<Option<Same<Catalog>>>,
        own: Memo<OrgPolicy>,
    ) -> Self {
        let kinds = move || {
            let (now, catalog) = now.get().zip(catalog.get())?;
            Some(fairness(&now, &hours_offered(&now, &catalog, &app.policy.get()), &own.get()))
        };
        let is_enough = move |now: &Same<Organisation>| {
            !now.name.is_empty() && now.people.len() >= own.with(|own| own.least() as usize)
        };
        Self {
            kinds: Memo::new(move |_| kinds().unwrap_or_default()),
            can_give: Memo::new(move |_| now.with(|now| now.as_ref().is_some_and(is_enough))),
            refused: RwSignal::new(Vec::new()),
            merged: Memo::new(move |_| {
                let merged = |now: &Same<Organisation>| Same(Arc::new(merge(&now.contributions)));
                now.with(|now| now.as_ref().filter(|now| !now.contributions.is_empty()).map(merged))
            }),
        }
    }

    /// The skills of all sites together, by id.
    #[must_use]
    pub fn site_skills(self) -> Vec<SiteSkill> {
        let row = |merged: &Merged, (skill, rungs): (&SkillId, &[Between; 7])| SiteSkill {
            holding: merged.at_least(skill, HOLDS_FROM),
            skill: skill.clone(),
            rungs: *rungs,
        };
        self.merged.with(|merged| {
            let merged = merged.as_ref();
            merged.map(|all| all.skills.iter().map(|skill| row(all, skill)).collect()).unwrap_or_default()
        })
    }
}

impl Org {
    /// The numbers that this organisation can give away.
    fn own_contribution(self) -> Option<Contribution> {
        contribution(&*self.now.get_untracked()?, self.today(), &self.policy.get_untracked())
    }

    /// Hands its numbers to the person as a file.
    pub fn give_contribution(self) {
        if let Some(given) = self.own_contribution() {
            browser::download(&format!("skillstead-numbers-{}.json", self.today()), &write_contribution(&given));
        }
    }

    /// Puts its own numbers beside those of the sites.
    pub fn add_own_contribution(self) {
        if let Some(given) = self.own_contribution() {
            self.apply(OrgCommand::PutContribution(Box::new(given)));
        }
    }

    /// Takes in the files of sites, one after another.
    pub fn take_contributions(self, files: Vec<File>) {
        let refused = self.groups.refused;
        refused.update(Vec::clear);
        spawn_local(async move {
            for file in files {
                match read(&file).await {
                    Ok(given) => self.apply(OrgCommand::PutContribution(Box::new(given))),
                    Err(why) => refused.update(|refused| refused.push((file.name(), why))),
                }
            }
        });
    }
}

async fn read(file: &File) -> Result<Contribution, GivenFault> {
    if file.size() > CONTRIBUTION_BYTES as f64 {
        return Err(GivenFault::File(ContributionFault::TooLarge));
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| GivenFault::Unread)?;
    read_contribution(&Uint8Array::new(&bytes).to_vec()).map_err(GivenFault::File)
}
