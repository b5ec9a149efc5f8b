//! What somebody has written beside a number of the organisation's own.

/// What a number counts and where it is from, in their words.
///
/// ```
/// use skillstead::domain::{OrgCommand, Organisation, Provenance};
/// let of = Provenance { source: "payroll".into(), year: Some(2026), ..Provenance::default() };
/// let bakery = Organisation::default().apply(OrgCommand::SetProvenance("loaded-cost".into(), of))?.unwrap();
/// assert_eq!(&*bakery.provenances["loaded-cost"].source, "payroll");
/// let forgotten = bakery.apply(OrgCommand::SetProvenance("loaded-cost".into(), Provenance::default()))?;
/// assert_eq!(forgotten, Some(Organisation::default()));
/// # Ok::<(), skillstead::domain::OrgError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// What it counts; empty is what the placeholder counts.
    pub unit: Box<str>,
    /// Where it is from; empty is unsaid.
    pub source: Box<str>,
    /// The year that it is from.
    pub year: Option<u16>,
}
