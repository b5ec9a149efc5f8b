//! Building blocks that know nothing of skills: they could be copied to another app.

mod field;
mod figure;
mod icon;
mod message;
mod refocus;

pub(super) use field::Field;
pub(super) use figure::Figure;
pub(super) use icon::{Icon, IconName};
pub(super) use message::{Message, Tone};
pub(super) use refocus::{focus, refocus};
