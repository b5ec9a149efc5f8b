//! Everything that is seen: pages, widgets that know the domain, components that do not, charts, and every word.

mod app;
mod charts;
mod components;
mod errors;
mod format;
mod frame;
mod organisation;
mod pages;
mod routes;
mod shell;
mod text;
mod unlock;
mod widgets;
mod words;

pub use app::{mount_first, mount_organisation, mount_whole};
