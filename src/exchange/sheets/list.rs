//! Several things in one cell, parted by semicolons. A backslash takes the letter after it as it is.

/// The things in one cell.
pub(in crate::exchange) fn join(parts: impl Iterator<Item = String>) -> String {
    let escaped = parts.map(|part| {
        let letters = part.chars().flat_map(|c| [matches!(c, '\\' | ';' | '\n').then_some('\\'), Some(c)]);
        letters.flatten().collect::<String>()
    });
    escaped.collect::<Vec<_>>().join("; ")
}

/// The things of a cell, without blanks around them; lines part them too.
pub(in crate::exchange) fn split(cell: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut letters = cell.chars();
    while let Some(c) = letters.next() {
        match (c, parts.last_mut()) {
            (';' | '\n', _) => parts.push(String::new()),
            ('\\', Some(part)) => part.extend(letters.next()),
            (_, Some(part)) => part.push(c),
            (_, None) => {}
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}
