//! What a person has on paper, and for how long it holds.

use super::super::GateId;
use super::Person;
use chrono::NaiveDate;

/// A certificate, a licence or a card of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Certificate {
    /// What it is called: a person has one of each name.
    pub name: Box<str>,
    /// The gate that it proves, where it proves one.
    pub gate: Option<GateId>,
    /// The last day on which it holds; none where it never expires.
    pub until: Option<NaiveDate>,
}

impl Person {
    /// Takes in a certificate, in the place of the one of the same name.
    ///
    /// ```
    /// use skillstead::domain::{Certificate, Person};
    /// let mut person = Person::new("p1".into());
    /// let until = "2027-03-01".parse().ok();
    /// person.certify(Certificate { name: "Forklift card".into(), gate: Some("forklift".into()), until });
    /// assert!(person.holds(&"forklift".into()));
    /// person.uncertify("Forklift card");
    /// assert!(person.certificates.is_empty() && !person.holds(&"forklift".into()));
    /// ```
    pub fn certify(&mut self, certificate: Certificate) {
        self.uncertify(&certificate.name);
        self.certificates.insert(certificate);
    }

    /// Forgets the certificate of a name, if there is one.
    pub fn uncertify(&mut self, name: &str) {
        self.certificates.retain(|known| *known.name != *name);
    }

    /// Whether they hold a gate: they say so, or a certificate proves it. One that has expired counts until somebody takes it
    /// away, since it can be renewed; the alerts say that it has.
    #[must_use]
    pub fn holds(&self, gate: &GateId) -> bool {
        self.gates.contains(gate) || self.certificates.iter().any(|known| known.gate.as_ref() == Some(gate))
    }
}
