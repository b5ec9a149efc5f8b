//! An address that a person gave and that may be followed.

/// A web address with nothing in it that a browser could take for anything else. It is the one way for an address that somebody typed or
/// loaded to become a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeUrl(Box<str>);

impl SafeUrl {
    /// The address that a text is, if it is one as a whole: `http` or `https`, a host of plain letters, no name or password before it, no blank,
    /// no control character, nothing that browsers read in their own way. None for any other text.
    ///
    /// ```
    /// use skillstead::domain::SafeUrl;
    /// assert!(SafeUrl::of("https://example.org/report?year=2026#end").is_some());
    /// for other in ["javascript:alert(1)", "//example.org", "https://me@example.org", "https:\\\\example.org", "https://exa mple.org", "report"] {
    ///     assert_eq!(SafeUrl::of(other), None);
    /// }
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let rest = ["https://", "http://"].into_iter().find_map(|scheme| {
            let (start, rest) = text.split_at_checked(scheme.len())?;
            start.eq_ignore_ascii_case(scheme).then_some(rest)
        })?;
        let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())?;
        let is_plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:".contains(&byte));
        let is_quiet = !text.chars().any(|c| c.is_control() || c.is_whitespace() || "\\<>\"'`".contains(c));
        (is_plain && is_quiet).then(|| Self(text.into()))
    }
}

impl std::fmt::Display for SafeUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
