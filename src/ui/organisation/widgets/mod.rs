//! Parts of an organisation's pages.

mod handshake;
mod people_in;
mod profiles_in;
mod skill_names;
mod table_match;

pub(super) use handshake::HandshakePanel;
pub(super) use people_in::PeopleFilesPanel;
pub(super) use profiles_in::ProfilesPanel;
