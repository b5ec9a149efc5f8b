//! Charts, drawn by hand as SVG on a small scale. Each says in words what it shows, and a table stands behind it.

mod bar_chart;
mod burn_chart;
mod fit_band;
mod hours_map;
mod level_bar;
mod level_steps;
mod load_chart;
mod people_plot;
mod readiness_line;
mod role_map;
mod rung_bars;
mod scale;
mod shape_plot;
mod share_bar;
mod stood_chart;
mod timeline;
mod variant_plot;

pub(super) use bar_chart::BarChart;
pub(super) use burn_chart::BurnChart;
pub(super) use hours_map::HoursMap;
pub(super) use level_bar::LevelBar;
pub(super) use level_steps::LevelSteps;
pub(super) use load_chart::LoadChart;
pub(super) use people_plot::PeoplePlot;
pub(super) use readiness_line::ReadinessLine;
pub(super) use role_map::RoleMap;
pub(super) use rung_bars::RungBars;
pub(super) use shape_plot::ShapePlot;
pub(super) use share_bar::ShareBar;
pub(super) use stood_chart::StoodChart;
pub(super) use timeline::{Timeline, menu_id};
pub(super) use variant_plot::VariantPlot;
