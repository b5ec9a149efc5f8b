//! The pages of an organisation's workspace: who is there, what is needed, who can grow into what, and how it goes.

mod alerts;
mod amounts;
mod errors;
mod names;
mod pages;
mod parts;
mod routes;
mod shell;
mod task_bar;
mod widgets;

pub(super) use shell::OrganisationShell;
