//! Age never enters (engine.md 8): not a score, not a group, not the document.

/// Words for an age or a birth, in the languages of the page.
const WORDS: [&str; 16] = [
    "age",
    "ages",
    "aged",
    "birth",
    "birthday",
    "birthdate",
    "birthyear",
    "born",
    "dob",
    "edad",
    "edades",
    "nacimiento",
    "nacido",
    "nacida",
    "cumpleanos",
    "generation",
];

/// Whether a title, of a column or of a group, asks for an age or a birth.
///
/// ```
/// use skillstead::domain::tells_age;
/// assert!(tells_age("Year of birth") && tells_age("age_band") && tells_age("Fecha de nacimiento") && tells_age("dateOfBirth"));
/// assert!(!tells_age("Language") && !tells_age("Manager") && !tells_age(""));
/// ```
#[must_use]
pub fn tells_age(title: &str) -> bool {
    let mut apart = String::with_capacity(title.len());
    let mut was_small = false;
    for letter in title.chars() {
        if was_small && letter.is_uppercase() {
            apart.push(' ');
        }
        was_small = letter.is_lowercase();
        apart.extend(letter.to_lowercase().map(|letter| if letter == 'ñ' { 'n' } else { letter }));
    }
    apart.split(|letter: char| !letter.is_alphabetic()).any(|word| WORDS.contains(&word))
}
