//! Whose document it is: a person's own, or an organisation's. Each has places of its own, and a lock of its own.

/// What stands before every key of this product.
const OURS: &str = "skillstead.";
/// What stands before the organisation's.
const ORGANISATION: &str = "skillstead.organisation.";

/// One of the two workspaces that a browser can hold side by side. Neither sees, overwrites or wipes the other's places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Space {
    /// The person's own.
    #[default]
    Personal,
    /// An organisation's.
    Organisation,
}

impl Space {
    /// The database of its journal.
    #[must_use]
    pub fn database(self) -> &'static str {
        match self {
            Self::Personal => "skillstead",
            Self::Organisation => "skillstead-organisation",
        }
    }

    /// The key of local storage that stands for one of ours.
    ///
    /// ```
    /// use skillstead::store::Space;
    /// assert_eq!(Space::Personal.key("skillstead.a"), "skillstead.a");
    /// assert_eq!(Space::Organisation.key("skillstead.a"), "skillstead.organisation.a");
    /// ```
    #[must_use]
    pub fn key(self, key: &str) -> String {
        match (self, key.strip_prefix(OURS)) {
            (Self::Organisation, Some(rest)) => [ORGANISATION, rest].concat(),
            _ => key.to_owned(),
        }
    }

    /// The key of ours that a key of local storage stands for; none where it is the other's, or another site's.
    ///
    /// ```
    /// use skillstead::store::Space;
    /// assert_eq!(Space::Organisation.own("skillstead.organisation.a").as_deref(), Some("skillstead.a"));
    /// assert_eq!(Space::Organisation.own("skillstead.a"), None);
    /// assert_eq!(Space::Personal.own("skillstead.organisation.a"), None);
    /// ```
    #[must_use]
    pub fn own(self, key: &str) -> Option<String> {
        match (self, key.strip_prefix(ORGANISATION)) {
            (Self::Personal, None) => Some(key.to_owned()),
            (Self::Organisation, Some(rest)) => Some([OURS, rest].concat()),
            _ => None,
        }
    }
}
