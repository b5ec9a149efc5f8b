//! A passport as plain text with marks, for a mail or a note.

use super::Passport;
use crate::domain::{EvidenceKind, Identity};

/// The words of the person's language that a text needs.
#[derive(Debug)]
pub struct Labels<'a> {
    /// Its heading, where it names nobody.
    pub title: &'a str,
    /// What stands before the top of the ladder: "of" in "3.5 of 5".
    pub of: &'a str,
    /// What stands before the last day of evidence: "until".
    pub until: &'a str,
    /// What stands before earlier levels: "before".
    pub before: &'a str,
    /// The word for a kind of evidence.
    pub kind: fn(EvidenceKind) -> &'a str,
}

/// A passport as Markdown. What the person wrote is escaped, so that it stays what it is.
#[must_use]
pub fn write_markdown(passport: &Passport, labels: &Labels<'_>) -> String {
    let title = match &passport.identity {
        Identity::Nobody => labels.title,
        Identity::Code(name) | Identity::Name(name) => name,
    };
    let mut lines = vec![format!("# {}", escape(title)), String::new()];
    if !passport.headline.is_empty() {
        lines.extend([escape(&passport.headline), String::new()]);
    }
    for skill in &passport.skills {
        let level = skill.level.map(|(level, on)| format!(": {} {} 5 ({on})", level.value(), labels.of));
        lines.push(format!("- **{}**{}", escape(&skill.name), level.unwrap_or_default()));
        let before: Vec<String> = skill.history.iter().map(|(on, level)| format!("{} ({on})", level.value())).collect();
        if !before.is_empty() {
            lines.push(format!("  - {}: {}", labels.before, before.join(", ")));
        }
        for shown in &skill.evidence {
            let until = shown.expires.map(|day| format!(", {} {day}", labels.until)).unwrap_or_default();
            let kind = (labels.kind)(shown.kind);
            lines.push(format!("  - {kind}: {} ({}{until})", escape(&shown.what), shown.dated));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// A text on one line, with a backslash before every mark that Markdown or HTML would read.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if letter.is_control() {
            escaped.push(' ');
            continue;
        }
        if "\\`*_{}[]()<>#+-.!|&~".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
