//! What the worker of an organisation answers comes over to the page as it was, for every kind of request, and tells its progress.

#[path = "support/starter.rs"]
mod starter;

use skillstead::domain::Organisation;
use skillstead::engine::company;
use skillstead::engine::workforce::Unserved;
use skillstead::engine::workforce::message::{Budget, Reply, Request};
use skillstead::exchange::message::{decode, encode};

fn day() -> chrono::NaiveDate {
    "2026-11-29".parse().expect("a day")
}

#[test]
fn every_reply_comes_over_as_it_was() {
    let catalog = starter::starter().expect("the starter catalogue");
    let organisation = company(&catalog, 60, 1, day());
    let budget = Budget { weeks: 26, money: Some(10_000), hours: None };
    let requests = [
        Request::Moves { then: false },
        Request::Moves { then: true },
        Request::Mentoring { today: day() },
        Request::Sharing { hours_each: 12.0 },
        Request::Programme(budget),
    ];
    for request in requests {
        assert_eq!(decode(&encode(&request)), Some(request));
        let mut told = Vec::new();
        let reply = request.answer(&organisation, &catalog, |share| told.push(share));
        assert_eq!(decode::<Reply>(&encode(&reply)).as_ref(), Some(&reply), "{request:?}");
        assert!(told.iter().all(|share| (0.0..=1.0).contains(share)));
        assert_eq!(!told.is_empty(), matches!(request, Request::Programme(_)));
    }
}

#[test]
fn everybody_is_a_mentee_or_has_a_reason() {
    let catalog = starter::starter().expect("the starter catalogue");
    let organisation = company(&catalog, 60, 1, day());
    let Reply::Mentoring(found) = (Request::Mentoring { today: day() }).answer(&organisation, &catalog, |_| ()) else {
        panic!("not what was asked")
    };
    let mut places: Vec<usize> = found.unserved.iter().map(|(at, _)| *at).collect();
    places.extend(found.pairs.iter().map(|pair| pair.mentee));
    places.sort_unstable();
    assert_eq!(places, (0..60).collect::<Vec<_>>());
    for (at, why) in &found.unserved {
        assert_eq!(*why == Unserved::NotAgreed, !organisation.people[*at].consent.paired, "{at}: {why:?}");
    }
}

#[test]
fn an_organisation_of_nobody_has_an_answer_too() {
    let catalog = starter::starter().expect("the starter catalogue");
    let nobody = Organisation::default();
    let reply = (Request::Sharing { hours_each: 12.0 }).answer(&nobody, &catalog, |_| ());
    assert_eq!(reply, Reply::Sharing(Vec::new()));
}
