//! The constants of an organisation, as it has set them.

use super::Org;
use crate::domain::OrgCommand;
use crate::engine::workforce::{ORG_CONSTANTS, OrgConstant, OrgPolicy};
use leptos::prelude::*;

impl Org {
    /// The constants that a line of the method explains.
    pub fn constants_of(line: &'static str) -> impl Iterator<Item = &'static OrgConstant> {
        ORG_CONSTANTS.iter().filter(move |constant| constant.line == line)
    }

    /// Whether one of them was set.
    #[must_use]
    pub fn has_set(self, line: &'static str) -> bool {
        let is_set = |set: &std::collections::BTreeMap<Box<str>, f64>| {
            Self::constants_of(line).any(|constant| set.contains_key(constant.name))
        };
        self.now.with(|now| now.as_ref().is_some_and(|now| is_set(&now.policy)))
    }

    /// The constants that what might be is reckoned with: what is assumed of absence and of decline.
    pub fn scenario_constants() -> impl Iterator<Item = &'static OrgConstant> {
        ORG_CONSTANTS.iter().filter(|constant| ["absence", "exposed-from"].contains(&constant.name))
    }

    /// Sets a constant in a scenario, within its ends; nothing takes the setting back.
    pub fn set_in_scenario(self, name: &str, constant: &OrgConstant, value: Option<f64>) {
        let value =
            value.filter(|value| value.is_finite()).map(|value| value.clamp(constant.ends[0], constant.ends[1]));
        self.change_scenario(name, |scenario| match value {
            Some(value) => drop(scenario.policy.insert(constant.name.into(), value)),
            None => drop(scenario.policy.remove(constant.name)),
        });
    }

    /// Sets a constant, within its ends; its default takes the setting back.
    pub fn set_constant(self, constant: &OrgConstant, value: f64) {
        let value = value.clamp(constant.ends[0], constant.ends[1]);
        let is_default = value == OrgPolicy::default().value(constant);
        self.apply(OrgCommand::SetPolicy(constant.name.into(), (!is_default).then_some(value)));
    }

    /// Takes the settings of a line back.
    pub fn reset_constants(self, line: &'static str) {
        Self::constants_of(line).for_each(|constant| self.apply(OrgCommand::SetPolicy(constant.name.into(), None)));
    }
}
