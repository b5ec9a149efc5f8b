//! A person's skills passport: what it shows, out as text and files; and files of others in, as proposals that the person confirms.
//!
//! [`Passport::of`] is what is shown. [`write_json_resume`], [`write_profile`] and [`write_markdown`] are the ways out. [`read_passport`] is the
//! one way in, whatever the file is: JSON Resume, our own profile file, Europass XML, an Open Badge. It never fetches anything, and applies
//! nothing: [`take`] makes commands and entries of what was confirmed.

mod date;
mod europass;
mod json_resume;
mod jwt;
mod markdown;
mod matching;
mod open_badge;
mod profile_file;
mod proposal;
mod read;
mod shown;
mod take;
mod wire;
mod words;
mod xml;

pub use json_resume::write_json_resume;
pub use jwt::{Algorithm, Signature, Signed, Unverifiable, Verification};
pub use markdown::{Labels, write_markdown};
pub use profile_file::{Extent, ProfileFile, read_profile, write_profile};
pub use proposal::{Form, How, Matched, Proof, Proposal};
pub use read::{PassportError, Reading, read_passport};
pub use shown::{Passport, ShownEvidence, ShownSkill};
pub use take::{Taken, take};
