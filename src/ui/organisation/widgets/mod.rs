//! Parts of an organisation's pages.

mod handshake;
mod people_in;
mod profiles_in;
mod skill_names;
mod table_match;

pub(super) use handshake::HandshakePanel;
pub(super) use people_in::PeopleFilesPanel;
pub(super) use profiles_in::ProfilesPanel;

use leptos::ev::{Event, Targeted};
use web_sys::{File, HtmlInputElement};

/// The files that were chosen in an input. They can be chosen again.
fn chosen_files(event: &Targeted<Event, HtmlInputElement>) -> Vec<File> {
    let files = event.target().files();
    let files = files.map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect()).unwrap_or_default();
    event.target().set_value("");
    files
}
