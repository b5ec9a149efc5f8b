//! Two places of which one fails, and two tabs that share them: nothing that one of them had is let go.

mod support;

use skillstead::domain::{Answer, Command, Workspace};
use skillstead::store::{Journal, Kept, Loaded, Occasion, Repository, StoreError, open};
use support::device::{Device, at_once};
use support::town::{applied, day, level};

fn answered(n: usize) -> Workspace {
    (0..n).fold(Workspace::default(), |workspace, nth| {
        let answer = Some(Answer::At(level(f64::from((nth % 6) as u32))));
        applied(workspace, Command::Rate { skill: format!("skill-{nth}").into(), answer, on: day("2026-11-23") })
    })
}

/// A document that the local place has no room for.
fn large() -> Workspace {
    Workspace { organisation: format!("\"{}\"", "x".repeat(1_300_000)).into(), ..answered(3) }
}

fn load(device: &Device) -> (Repository<Device>, Loaded) {
    at_once(Repository::load(Some(device.clone()), Some(&device.journal()), "t", open, None))
}

fn save(tab: &mut Repository<Device>, device: &Device, next: &Workspace) -> Result<Kept, StoreError> {
    let commit = tab.prepare(next, Occasion::default())?;
    let done = at_once(device.journal().commit(&commit.change));
    tab.settle(commit, done, next)
}

// The journal was full, so that the local place alone had the last saves. A document grew too large for that place, and its save let both slots
// go although the journal had failed once more: everything since the journal's last success was gone.
#[test]
fn what_the_local_place_alone_has_stays_where_the_journal_does_not_take_what_is_too_large_for_it() {
    let device = Device::new(1);
    let (mut tab, _) = load(&device);
    device.journal().fail(Some(StoreError::Full));
    assert_eq!(save(&mut tab, &device, &answered(2)), Ok(Kept::One(StoreError::Full)));
    assert_eq!(save(&mut tab, &device, &large()), Err(StoreError::Full));
    device.journal().fail(None);
    assert_eq!(load(&device).1.workspace, answered(2));
    // Once the journal takes it, the older ones go: whoever found them alone would take them for the last.
    assert_eq!(save(&mut tab, &device, &large()), Ok(Kept::Both));
    assert_eq!(device.local().keys().collect::<Vec<_>>(), ["skillstead.used"]);
    assert_eq!(load(&device).1.workspace, large());
}

// Of two slots that could not be read only the one that was next was set aside before a large document took both away.
#[test]
fn what_could_not_be_read_is_set_aside_before_a_large_document_takes_its_place() {
    let device = Device::new(2);
    save(&mut load(&device).0, &device, &answered(2)).expect("saved");
    device.put_local("skillstead.a", "torn");
    device.put_local("skillstead.b", "broken");
    let (mut tab, loaded) = load(&device);
    assert_eq!((loaded.workspace, loaded.aside.len()), (answered(2), 2));
    assert_eq!(save(&mut tab, &device, &large()), Ok(Kept::Both));
    let local = device.local();
    let mut aside: Vec<&str> =
        local.iter().filter(|(key, _)| key.contains("aside")).map(|(_, text)| text.as_str()).collect();
    aside.sort_unstable();
    assert_eq!(aside, ["broken", "torn"]);
}

// Whoever took over read the journal alone: what the tab before had saved while the journal failed was undone, and outranked at the next start
// what was saved since.
#[test]
fn who_takes_over_goes_on_from_what_the_local_place_alone_has() {
    let device = Device::new(3);
    let (mut first, _) = load(&device);
    save(&mut first, &device, &answered(1)).expect("saved");
    let (mut second, _) = load(&device);
    device.journal().fail(Some(StoreError::Failing));
    for n in [2, 3] {
        assert_eq!(save(&mut first, &device, &answered(n)), Ok(Kept::One(StoreError::Failing)));
    }
    let (opened, text) = second.local_best().expect("a document");
    assert_eq!(opened.workspace, answered(3));
    second.follow(&opened, text, None);
    device.journal().fail(None);
    assert_eq!(save(&mut second, &device, &answered(4)), Ok(Kept::Both));
    let (third, loaded) = load(&device);
    assert_eq!((loaded.workspace, loaded.aside.len(), third.generation()), (answered(4), 0, 4));
}

// A tab that read back what the journal had went down to its generation: what it saved next was below what the local place had of before.
#[test]
fn what_is_saved_after_another_tab_was_followed_is_the_highest_of_both_places() {
    let device = Device::new(4);
    let (mut tab, _) = load(&device);
    save(&mut tab, &device, &answered(1)).expect("saved");
    let text = device.journal().texts()["b"].clone();
    device.journal().fail(Some(StoreError::Failing));
    for n in [2, 3, 4] {
        save(&mut tab, &device, &answered(n)).expect("kept in one place");
    }
    device.journal().fail(None);
    tab.follow(&open(&text).expect("a document"), text, Some(1));
    assert_eq!(save(&mut tab, &device, &answered(5)), Ok(Kept::Both));
    assert_eq!(load(&device).1.workspace, answered(5));
}

// A large organisation is the journal's alone. Its database opened too late, the page took it for a first visit, and did not say why.
#[test]
fn where_a_place_does_not_answer_and_the_other_is_empty_but_was_used_it_is_no_first_visit() {
    let device = Device::new(5);
    save(&mut load(&device).0, &device, &large()).expect("saved");
    device.journal().fail(Some(StoreError::Failing));
    let (tab, loaded) = load(&device);
    assert_eq!(
        (tab.stopped(), loaded.trouble, loaded.is_gone),
        (Some(StoreError::Unread), Some(StoreError::Failing), false)
    );
    device.journal().fail(None);
    assert_eq!(load(&device).1.workspace, large());
    // Where nobody has been, nothing stops.
    let fresh = Device::new(6);
    fresh.journal().fail(Some(StoreError::Failing));
    assert_eq!(load(&fresh).0.stopped(), None);
}

// A tab that slept had left its document in the clear. Another one set a passphrase, and knew nothing of that.
#[test]
fn what_another_tab_has_left_since_is_saved_before_the_lock_changes() {
    let device = Device::new(7);
    let (mut tab, _) = load(&device);
    save(&mut tab, &device, &answered(2)).expect("saved");
    let (mut sleeper, _) = at_once(Repository::load(Some(device.clone()), Some(&device.journal()), "s", open, None));
    sleeper.pend(&answered(3)).expect("left");
    assert!(sleeper.has_left() && !tab.has_left());
    assert_eq!(tab.prepare_relock(None, &[], &answered(2)).err(), Some(StoreError::Unread));
}
