//! Which skills help towards which: what the catalogue says, and what roles show.

#[path = "support/town.rs"]
mod town;

use skillstead::domain::Need;
use skillstead::engine::relate;
use town::Town;

/// The neighbours of a skill after `relate`, with their strengths in hundredths.
#[track_caller]
fn check(town: Town, skill: &str, expected: &[(&str, i32)]) {
    let mut catalog = town.build();
    relate(&mut catalog);
    let place = catalog.find_skill(&skill.into()).expect("the skill");
    let found: Vec<(&str, i32)> = catalog.neighbours[place.at()]
        .iter()
        .map(|near| {
            let id = catalog.skills[near.skill.at()].id.as_str();
            (id, (near.strength * 100.0).round() as i32)
        })
        .collect();
    assert_eq!(found, expected);
}

/// Four bakeries that ask for dough; three of them ask for the oven too, one for the till, as far as `need` says.
fn bakeries(need: Need) -> Town {
    let dough = ("dough", 3.0, 4.0, Need::Must);
    let oven = ("oven", 3.0, 4.0, need);
    Town::new()
        .skill("dough")
        .skill("oven")
        .skill("till")
        .role("one", &[dough, oven])
        .role("two", &[dough, oven])
        .role("three", &[dough, oven])
        .role("four", &[dough, ("till", 2.0, 2.0, Need::Nice)])
}

#[test]
fn skills_that_the_same_roles_ask_for_help_each_other() {
    // Half of 3 / sqrt(4 * 3); the till is asked for in too few roles to tell.
    check(bakeries(Need::Must), "oven", &[("dough", 43)]);
    check(bakeries(Need::Must), "dough", &[("oven", 43)]);
    check(bakeries(Need::Must), "till", &[]);
}

#[test]
fn what_is_in_the_background_shows_nothing() {
    check(bakeries(Need::Background), "oven", &[]);
}

#[test]
fn what_the_catalogue_says_goes_before_what_roles_show() {
    check(bakeries(Need::Must).related("oven", "dough", 0.3), "oven", &[("dough", 30)]);
    check(bakeries(Need::Must).related("oven", "till", 0.2), "oven", &[("dough", 43), ("till", 20)]);
}

#[test]
fn what_cannot_be_trained_helps_nowhere() {
    let arms = ("arms", 3.0, 4.0, Need::Must);
    let town = Town::new().skill("oven").skill("arms").with(|skill| skill.trainable = false);
    let oven = ("oven", 3.0, 4.0, Need::Must);
    let town = town.role("one", &[oven, arms]).role("two", &[oven, arms]).role("three", &[oven, arms]);
    check(town, "oven", &[]);
}
