//! What the pages of an organisation are put together from.

mod add_position;
mod certificates;
mod choice;
mod coverage_table;
mod filter_form;
mod gate_list;
mod judged_card;
mod number_cell;
mod position_table;
mod requirement_table;
mod scenario_constants;
mod scenario_form;
mod scenario_table;
mod scenario_targets;
mod skill_card;
mod skill_grid;
mod suggest;
mod target_table;

pub(super) use add_position::{AddPosition, AdvertPosition};
pub(super) use certificates::Certificates;
pub(super) use choice::Choice;
pub(super) use coverage_table::{CoverageTable, Opened, button_id};
pub(super) use filter_form::FilterForm;
pub(super) use gate_list::GateList;
pub(super) use judged_card::JudgedCard;
pub(super) use number_cell::NumberCell;
pub(super) use position_table::{PositionTable, declines};
pub(super) use requirement_table::RequirementTable;
pub(super) use scenario_form::{AddScenario, ScenarioForms};
pub(super) use scenario_table::ScenarioTable;
pub(super) use skill_card::SkillCard;
pub(super) use skill_grid::SkillGrid;
pub(super) use suggest::Suggest;
pub(super) use target_table::{AddTarget, SkillField, TargetForm, TargetTable};
