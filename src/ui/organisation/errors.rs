//! Every error of an organisation's pages in their words: what happened, what is safe, and what to do.

use crate::domain::{ContributionError, OrgError};
use crate::exchange::contribution::ContributionFault;
use crate::exchange::passport::PassportError;
use crate::exchange::people::Refused;
use crate::state::{GivenFault, PeopleFailure, ProfileFailure, SheetsFailure, limits};
use crate::ui::errors::{sheets_failure, transfer_error, with_nothing_changed};
use crate::ui::format;
use crate::ui::words::say;

/// Why an organisation is not changed.
pub(super) fn org_error(error: &OrgError) -> String {
    let why = match error {
        OrgError::TwoPeople(id) => say!(org.two_people, id = id.as_str()),
        OrgError::TwoPositions(id) => say!(org.two_positions, id = id.as_str()),
        OrgError::TwoColumns(id) => say!(org.two_columns, id = id.as_str()),
        OrgError::NoPerson(id) => say!(org.no_person, id = id.as_str()),
        OrgError::NoPosition(id) => say!(org.no_position, id = id.as_str()),
        OrgError::Ratings(id) => say!(org.bad_ratings, id = id.as_str()),
        OrgError::TooManySkills => say!(org.too_many),
        OrgError::Circle(id) => say!(org.circle, id = id.as_str()),
        OrgError::Age(group) => say!(org.age, id = &**group),
        OrgError::Contribution(error) => contribution_error(error),
    };
    say!(org.refused, why = why)
}

/// Why the numbers of a site are not taken in.
pub(super) fn given_fault(fault: &GivenFault) -> String {
    let GivenFault::File(fault) = fault else { return say!(sites.unread) };
    match fault {
        ContributionFault::TooLarge => say!(sites.too_large),
        ContributionFault::Syntax { line, column } => {
            say!(sites.syntax, line = line.to_string(), column = column.to_string())
        }
        ContributionFault::Other => say!(sites.other),
        ContributionFault::Version(n) => say!(sites.version, n = n.to_string()),
        ContributionFault::Name => say!(sites.name),
        ContributionFault::TooManySkills => say!(sites.too_many),
        ContributionFault::Twice(skill) => say!(sites.twice, skill = skill.as_str()),
        ContributionFault::Numbers(error) => contribution_error(error),
    }
}

fn contribution_error(error: &ContributionError) -> String {
    match error {
        ContributionError::Few(_) => say!(sites.few),
        ContributionError::Numbers(skill) => say!(sites.numbers, skill = skill.as_str()),
    }
}

/// Why nothing came of files of people.
pub(super) fn people_failure(failure: &PeopleFailure) -> String {
    let why = match failure {
        PeopleFailure::Worker => say!(failure.worker),
        PeopleFailure::File(failure) => return sheets_failure(&SheetsFailure::File(failure.clone())),
        PeopleFailure::Refused(Refused::Organisation(error)) => return org_error(error),
        PeopleFailure::Refused(Refused::TooManyPeople) => {
            say!(people_in.too_many, limit = format::number(limits::PEOPLE as f64))
        }
        PeopleFailure::Refused(Refused::Rows(faults)) => say!(sheets.faults, n = format::number(faults.len() as f64)),
    };
    with_nothing_changed(&why)
}

/// Why a file is no profile that can be taken in.
pub(super) fn profile_failure(failure: &ProfileFailure) -> String {
    match failure {
        ProfileFailure::File(error) => transfer_error(*error),
        ProfileFailure::Profile(PassportError::Damaged) => with_nothing_changed(&say!(failure.changed)),
        ProfileFailure::Profile(PassportError::Newer(_)) => with_nothing_changed(&say!(failure.newer)),
        ProfileFailure::Profile(_) => with_nothing_changed(&say!(profiles_in.foreign)),
    }
}
