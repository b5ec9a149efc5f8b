//! Parts of an organisation's pages.

mod people_in;
mod skill_names;
mod table_match;

pub(super) use people_in::PeopleFilesPanel;
