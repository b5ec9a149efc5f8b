//! The constants of the engine as the person has set them.

use super::monitor::noting;
use super::planning::{Planned, Room};
use super::{Analysis, App};
use crate::catalog::Catalog;
use crate::domain::{Command, Workspace};
use crate::engine::{CONSTANTS, Constant, PartWeights, Policy, SimilarityTable, calibrate};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is reckoned with. The first module knows the defaults alone and no plan: it hands whoever has set a constant, or wants a
/// plan, over to the whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reckoning {
    pub(super) policy: fn(&BTreeMap<Box<str>, f64>) -> Policy,
    pub(super) table: fn(&Catalog, &PartWeights) -> SimilarityTable,
    pub(super) plan: fn(&Analysis, Room<'_>) -> Option<Planned>,
    /// Adds to a changed document what has to be noted of the change. On a first visit there is no past day.
    pub(super) noting: fn(&Workspace, &mut Workspace, NaiveDate),
}

impl Default for Reckoning {
    fn default() -> Self {
        Self {
            policy: |_| Policy::default(),
            table: |catalog, _| SimilarityTable::of(catalog),
            plan: |_, _| None,
            noting: |_, _, _| {},
        }
    }
}

/// The table of a catalogue; where the person weighs the parts of similarity otherwise, what is near is measured anew.
fn table_of(catalog: &Catalog, weights: &PartWeights) -> SimilarityTable {
    let table = SimilarityTable::of(catalog);
    if *weights == Policy::default().similarity { table } else { table.with(calibrate(catalog, weights)) }
}

impl App {
    /// What the person has set is reckoned with from now on, and plans are made.
    pub fn reckon_wholly(self) {
        self.reckoning.set(Reckoning { policy: Policy::with, table: table_of, plan: Planned::of, noting });
    }

    /// The constants that a line of the method explains.
    pub fn constants_of(line: &'static str) -> impl Iterator<Item = &'static Constant> {
        CONSTANTS.iter().filter(move |constant| constant.line == line)
    }

    /// Whether one of them was set.
    #[must_use]
    pub fn has_set(self, line: &'static str) -> bool {
        let workspace = self.workspace.read();
        Self::constants_of(line).any(|constant| workspace.constants.contains_key(constant.name))
    }

    /// Sets a constant, within its ends; its default takes the setting back.
    pub fn set_constant(self, constant: &Constant, value: f64) {
        let value = value.clamp(constant.ends[0], constant.ends[1]);
        let is_default = value == Policy::default().value(constant);
        self.apply(Command::SetConstant(constant.name.into(), (!is_default).then_some(value)));
    }

    /// Takes the settings of a line back.
    pub fn reset_constants(self, line: &'static str) {
        Self::constants_of(line).for_each(|constant| self.apply(Command::SetConstant(constant.name.into(), None)));
    }
}
