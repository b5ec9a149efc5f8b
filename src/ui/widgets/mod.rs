//! Parts of pages that know the domain.

mod attention;
mod browse;
mod catalog_list;
mod done_list;
mod entry_missing;
mod finder;
mod gap_table;
mod horizon_form;
mod import_panel;
mod left_list;
mod level_picker;
mod next_three;
mod plan_table;
mod role_picker;
mod save_badge;
mod undo_buttons;
mod verdict_card;
mod way_missing;

pub(super) use attention::Attention;
pub(super) use browse::Browse;
pub(super) use catalog_list::CatalogList;
pub(super) use done_list::DoneList;
pub(super) use entry_missing::EntryMissing;
pub(super) use finder::Finder;
pub(super) use gap_table::GapTable;
pub(super) use horizon_form::HorizonForm;
pub(super) use import_panel::ImportPanel;
pub(super) use left_list::LeftList;
pub(super) use level_picker::LevelPicker;
pub(super) use next_three::NextThree;
pub(super) use plan_table::PlanTable;
pub(super) use role_picker::RolePicker;
pub(super) use save_badge::SaveBadge;
pub(super) use undo_buttons::UndoButtons;
pub(super) use verdict_card::VerdictCard;
pub(super) use way_missing::WayMissing;
