//! Building blocks that know nothing of skills: they could be copied to another app.

mod field;
mod figure;
mod files;
mod icon;
mod later;
mod long_grid;
mod long_table;
mod message;
mod passphrase_form;
mod refocus;

pub(super) use field::Field;
pub(super) use figure::Figure;
pub(super) use files::chosen_files;
pub(super) use icon::{Icon, IconName};
pub(super) use later::later;
pub(super) use long_grid::LongGrid;
pub(super) use long_table::LongTable;
pub(super) use message::{Message, Tone};
pub(super) use passphrase_form::PassphraseForm;
pub(super) use refocus::{focus, refocus};
